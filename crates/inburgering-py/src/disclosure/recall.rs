//! Recall: the classes `Recall`, `Correction`, `CorrectionKind` and `AgencyPaper`, and the function that makes one.

use std::sync::Arc;

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use crate::convert::Day;
use crate::disclosure::delivery::Delivery;
use crate::disclosure::digest::DigestKey;
use crate::disclosure::list::DisclosureRow;
use crate::disclosure::recall_notice::RecallNotice;
use crate::disclosure::receipt::{Receipt, Versions};
use crate::eligibility::{Answer, ListRules};
use crate::errors::{Raise, exception};
use crate::fact::Fact;
use crate::habits::found_not_told;
use crate::insz::Insz;
use crate::municipality::Municipality;
use crate::placed::Placed;
use crate::purpose::Purposes;
use crate::register::Protocols;
use crate::several::Tuple;
use crate::work;

/// What was wrong with a delivery (*rechtzetting*): persons wrongly disclosed, missed, or with wrong flags.
///
/// Two papers come of it: `agency_paper()` with the facts that changed, and a `notice(…)` for the municipality, without
/// any cause. `repr` shows no register number.
///
/// >>> import inburgering as ib
/// >>> from inburgering import example
/// >>> found = ib.recall(example.delivery(), corrected=example.corrected())
/// >>> found
/// <inburgering.Recall of 1 correction of the list of 44021 (Gent) of 2026-02-10>
/// >>> found.corrections[0].kind.code
/// 'wrongly_disclosed'
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Recall(pub(crate) Arc<domain::Recall>);

#[pymethods]
impl Recall {
    /// The name of the request whose delivery is recalled.
    #[getter]
    fn request(&self) -> &str {
        self.0.request.as_str()
    }

    /// The municipality that got the list.
    #[getter]
    fn municipality(&self) -> Municipality {
        Municipality(self.0.municipality)
    }

    /// The day of the delivery.
    #[getter]
    fn on(&self) -> NaiveDate {
        self.0.on
    }

    /// What was wrong, ascending by number.
    #[getter]
    fn corrections(&self) -> Tuple<Correction> {
        self.0.corrections.iter().cloned().map(Correction).collect()
    }

    /// Whether nothing was wrong.
    #[getter]
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What the request asked the list for.
    #[getter]
    fn purposes(&self) -> Purposes {
        Purposes(self.0.purposes)
    }

    /// The last day on which the municipality may keep the list.
    #[getter]
    fn kept_until(&self) -> NaiveDate {
        self.0.kept_until
    }

    /// The notice for the municipality, as far as it may be given on the day `on`, by the same corrected inputs.
    ///
    /// Numbers to delete are told on any day, rows only while the list may be kept; and nobody is told of for the first
    /// time who is not there that day, or without one of the `protocols` in force for the purposes. What is not told is in
    /// `withheld`.
    ///
    /// Raises `RecallError` where there is no notice for the day, and `MunicipalityError`.
    #[pyo3(signature = (*, on, protocols))]
    fn notice(&self, py: Python<'_>, on: Day, protocols: Protocols) -> PyResult<RecallNotice> {
        let recall = Arc::clone(&self.0);
        let notice = work::bulk(py, move |_| recall.notice(on.0, protocols.get()))?;
        notice.map(RecallNotice).map_err(|error| error.raise(py))
    }

    /// The agency's own paper: what was wrong for whom, by which facts.
    fn agency_paper(&self) -> AgencyPaper {
        AgencyPaper(Arc::clone(&self.0))
    }

    fn __repr__(&self) -> String {
        let (to, on) = (self.0.municipality, self.0.on);
        let many = match self.0.corrections.len() {
            1 => "1 correction".into(),
            many => format!("{many} corrections"),
        };
        format!("<inburgering.Recall of {many} of the list of {} ({}) of {on}>", to.code(), to.name())
    }
}

found_not_told!(Recall, "a Recall cannot be pickled, since only recall() makes one; keep its papers and the receipt");

/// What was wrong about one number, for the agency: with the answers and facts behind it.
///
/// >>> import inburgering as ib
/// >>> from inburgering import example
/// >>> (correction,) = ib.recall(example.delivery(), corrected=example.corrected()).corrections
/// >>> correction
/// <inburgering.Correction of Insz(***): wrongly disclosed>
/// >>> [fact.code for fact in correction.added]  # which facts are new?
/// ['died']
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Correction(domain::Correction);

#[pymethods]
impl Correction {
    /// The number, as it was or should have been on the list.
    #[getter]
    fn number(&self) -> Insz {
        Insz(self.0.number)
    }

    /// What was wrong.
    #[getter]
    fn kind(&self) -> CorrectionKind {
        CorrectionKind(self.0.kind)
    }

    /// Of a number that was missed: that of the same person that the municipality holds in its place.
    #[getter]
    fn instead_of(&self) -> Option<Insz> {
        self.0.instead_of.map(Insz)
    }

    /// The answer by the original inputs, if the person was there; under another number of the person where the inputs
    /// have nobody under this one.
    #[getter]
    fn before(&self) -> Option<Answer> {
        self.0.before.clone().map(Answer)
    }

    /// The answer by the corrected inputs, if the person is there; likewise.
    #[getter]
    fn after(&self) -> Option<Answer> {
        self.0.after.clone().map(Answer)
    }

    /// The facts known on the day of the delivery that the corrected inputs no longer have.
    #[getter]
    fn removed(&self) -> Tuple<Fact> {
        self.0.removed.iter().cloned().map(Fact).collect()
    }

    /// The facts known on the day of the delivery that only the corrected inputs have.
    #[getter]
    fn added(&self) -> Tuple<Fact> {
        self.0.added.iter().cloned().map(Fact).collect()
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.Correction of Insz(***): {}>", CorrectionKind(self.0.kind).__str__())
    }
}

found_not_told!(Correction, "a Correction cannot be pickled, since only recall() makes one; keep the agency's paper");

/// What was wrong about a row of a list.
///
/// >>> import inburgering as ib
/// >>> from inburgering import example
/// >>> (correction,) = ib.recall(example.delivery(), corrected=example.corrected()).corrections
/// >>> correction.kind.code, correction.kind.row
/// ('wrongly_disclosed', None)
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct CorrectionKind(domain::CorrectionKind);

#[pymethods]
impl CorrectionKind {
    /// `wrongly_disclosed`: the row should not have been on the list. `missed`: it should have been. `wrong_flags`: the
    /// number was rightly on the list, with a wrong flag.
    #[getter]
    fn code(&self) -> &'static str {
        match self.0 {
            domain::CorrectionKind::WronglyDisclosed => "wrongly_disclosed",
            domain::CorrectionKind::Missed(_) => "missed",
            domain::CorrectionKind::WrongFlags(_) => "wrong_flags",
        }
    }

    /// `missed`, `wrong_flags`: the right row.
    #[getter]
    fn row(&self) -> Option<DisclosureRow> {
        match self.0 {
            domain::CorrectionKind::WronglyDisclosed => None,
            domain::CorrectionKind::Missed(row) | domain::CorrectionKind::WrongFlags(row) => Some(DisclosureRow(row)),
        }
    }

    fn __str__(&self) -> &'static str {
        match self.0 {
            domain::CorrectionKind::WronglyDisclosed => "wrongly disclosed",
            domain::CorrectionKind::Missed(_) => "wrongly not disclosed",
            domain::CorrectionKind::WrongFlags(_) => "disclosed with a wrong flag",
        }
    }

    fn __repr__(&self) -> String {
        format!("CorrectionKind({})", self.code())
    }
}

found_not_told!(CorrectionKind, "a CorrectionKind cannot be pickled, since only recall() makes one; keep its code");

/// The agency's own paper of a recall: what was wrong for whom, by which facts. `str` is the Dutch text, which shows the
/// numbers; `repr` does not.
///
/// >>> import inburgering as ib
/// >>> from inburgering import example
/// >>> paper = ib.recall(example.delivery(), corrected=example.corrected()).agency_paper()
/// >>> print(str(paper).splitlines()[0])
/// Rechtzetting van een mededeling: stuk voor het agentschap
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct AgencyPaper(Arc<domain::Recall>);

#[pymethods]
impl AgencyPaper {
    fn __str__(&self) -> String {
        self.0.agency_paper().to_string()
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.AgencyPaper of {} corrections>", self.0.corrections.len())
    }
}

found_not_told!(
    AgencyPaper,
    "an AgencyPaper cannot be pickled, since only recall() makes one; keep its text, str(paper)"
);

/// What is recalled: a delivery that is still at hand, or the receipt of one.
pub(crate) enum Delivered {
    Delivery(Arc<domain::Delivery>),
    Receipt(Box<domain::Receipt>),
}

impl<'py> FromPyObject<'_, 'py> for Delivered {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = {
        use pyo3::type_hint_union;
        type_hint_union!(<Delivery as pyo3::PyTypeInfo>::TYPE_HINT, <Receipt as pyo3::PyTypeInfo>::TYPE_HINT)
    };

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(delivery) = given.cast::<Delivery>() {
            return Ok(Self::Delivery(Arc::clone(&delivery.get().core)));
        }
        if let Ok(receipt) = given.cast::<Receipt>() {
            return Ok(Self::Receipt(Box::new(receipt.get().0.clone())));
        }
        let kind = given.get_type().name()?;
        Err(PyTypeError::new_err(format!(
            "a {kind} was given where a Delivery or a Receipt is meant; give one of them"
        )))
    }
}

/// Holds a delivery against persons placed by the corrected inputs, on the same day and under the same options.
///
/// `delivered` is the `Delivery`; or its `Receipt`, and then also the persons placed by the `original` inputs, which are
/// checked by their digests under the `key` of the delivery.
///
/// Raises `RecallError`; where a digest differs from the receipt, its code is `digest_differs`.
///
/// >>> import inburgering as ib
/// >>> from inburgering import example
/// >>> delivery = example.delivery()
/// >>> ib.recall(delivery, corrected=example.placed()).is_empty  # was the list right?
/// True
/// >>> found = ib.recall(delivery.receipt, original=example.placed(), corrected=example.corrected(), key=example.key())
/// >>> len(found.corrections)
/// 1
#[pyfunction]
#[pyo3(signature = (delivered, /, *, corrected, original = None, key = None))]
pub(crate) fn recall(
    py: Python<'_>,
    delivered: Delivered,
    corrected: &Bound<'_, Placed>,
    original: Option<&Bound<'_, Placed>>,
    key: Option<&Bound<'_, DigestKey>>,
) -> PyResult<Recall> {
    let corrected = corrected.get().0.clone();
    let recalled = match (delivered, original, key) {
        (Delivered::Delivery(delivery), None, None) => work::bulk(py, move |_| domain::recall(&delivery, &corrected))?,
        (Delivered::Receipt(receipt), Some(original), Some(key)) => {
            let (original, key) = (original.get().0.clone(), key.get().0.clone());
            work::bulk(py, move |_| domain::recall_receipt(&receipt, &original, &corrected, &key))?
        }
        (Delivered::Delivery(_), ..) => {
            return Err(PyTypeError::new_err(
                "a Delivery keeps what it was delivered from; leave out original and key, or give its receipt with both",
            ));
        }
        (Delivered::Receipt(_), original, key) => {
            let missing = match (original, key) {
                (None, None) => "original and key",
                (None, _) => "original",
                _ => "key",
            };
            return Err(PyTypeError::new_err(format!(
                "{missing} must be given with a Receipt: the persons placed by the original inputs, and the key of the delivery"
            )));
        }
    };
    recalled.map(|recall| Recall(Arc::new(recall))).map_err(|error| error.raise(py))
}

impl Raise for domain::RecallError {
    fn raise(self, py: Python<'_>) -> PyErr {
        let code = match &self {
            Self::OtherDay { .. } => "other_day",
            Self::OtherRules { .. } => "other_rules",
            Self::OtherDelivery { .. } => "other_delivery",
            Self::OtherKey { .. } => "other_key",
            Self::DigestDiffers { .. } => "digest_differs",
            Self::OtherVersions { .. } => "other_versions",
            _ => "unknown",
        };
        exception(py, "RecallError", &self, code, |fields| match &self {
            Self::OtherDay { delivered, placed } => {
                fields.set_item("delivered_on", delivered)?;
                fields.set_item("placed_on", placed)
            }
            Self::OtherRules { delivered, placed } => {
                fields.set_item("delivered", ListRules(*delivered))?;
                fields.set_item("placed", ListRules(*placed))
            }
            Self::OtherKey { receipt, given } => {
                fields.set_item("receipt_key", receipt.as_str())?;
                fields.set_item("given_key", given.as_str())
            }
            Self::DigestDiffers { differing } => fields.set_item("differing", Tuple(differing.clone())),
            Self::OtherVersions { made_by } => fields.set_item("made_by", Versions((**made_by).clone())),
            _ => Ok(()),
        })
    }
}
