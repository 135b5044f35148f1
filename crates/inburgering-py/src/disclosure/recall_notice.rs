//! The notice of a recall: the classes `RecallNotice` and `Withheld`.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;

use crate::disclosure::list::DisclosureRow;
use crate::errors::{Raise, exception};
use crate::habits::found_not_told;
use crate::insz::Insz;
use crate::municipality::Municipality;
use crate::several::Tuple;
use crate::table::Table;

/// The notice of a recall for the municipality: what to do with the list, and no cause. `str` is the Dutch text, which
/// shows the numbers; `repr` does not.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> from inburgering import example
/// >>> found = ib.recall(example.delivery(), corrected=example.corrected())
/// >>> notice = found.notice(on=dt.date(2026, 3, 2), protocols=example.protocols())
/// >>> len(notice.delete), len(notice.add), len(notice.correct)
/// (1, 0, 0)
/// >>> print(str(notice).splitlines()[0])
/// Rechtzetting van de lijst van inburgeraars
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct RecallNotice(pub(crate) domain::RecallNotice);

#[pymethods]
impl RecallNotice {
    /// The name of the request whose list is put right.
    #[getter]
    fn request(&self) -> &str {
        self.0.request.as_str()
    }

    /// The municipality that is told: the one that got the list, or the one that it has become by the day of the notice.
    #[getter]
    fn municipality(&self) -> Municipality {
        Municipality(self.0.municipality)
    }

    /// The municipality that got the list.
    #[getter]
    fn delivered_to(&self) -> Municipality {
        Municipality(self.0.delivered_to)
    }

    /// The day of the delivery.
    #[getter]
    fn on(&self) -> NaiveDate {
        self.0.on
    }

    /// The day of the notice.
    #[getter]
    fn given_on(&self) -> NaiveDate {
        self.0.given_on
    }

    /// The last day on which the list may be kept.
    #[getter]
    fn kept_until(&self) -> NaiveDate {
        self.0.kept_until
    }

    /// The name of the protocol on which persons are disclosed for the first time, if any are.
    #[getter]
    fn protocol(&self) -> Option<&str> {
        self.0.protocol.as_ref().map(domain::ProtocolId::as_str)
    }

    /// Numbers to delete.
    #[getter]
    fn delete(&self) -> Tuple<Insz> {
        self.0.delete.iter().copied().map(Insz).collect()
    }

    /// Numbers to replace: the person is rightly on the list, under another number. Pairs of the number that the
    /// municipality holds and the right row.
    #[getter]
    fn renumber(&self) -> Tuple<(Insz, DisclosureRow)> {
        self.0.renumber.iter().map(|one| (Insz(one.old), DisclosureRow(one.row))).collect()
    }

    /// Rows to add.
    #[getter]
    fn add(&self) -> Tuple<DisclosureRow> {
        self.0.add.iter().copied().map(DisclosureRow).collect()
    }

    /// Rows whose flags are put right.
    #[getter]
    fn correct(&self) -> Tuple<DisclosureRow> {
        self.0.correct.iter().copied().map(DisclosureRow).collect()
    }

    /// What it does not say, and why: for the agency, in no text or table of the notice.
    #[getter]
    fn withheld(&self) -> Tuple<Withheld> {
        self.0.withheld.iter().copied().map(Withheld).collect()
    }

    /// Whether it says nothing: nothing was wrong, or nothing of it may be said.
    #[getter]
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The notice as a table: a row for each row of the list that is to be deleted, added or corrected, and no cause.
    fn to_table(&self) -> Table {
        inburgering_arrow::recall_notices(core::iter::once(self.0.clone())).into()
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        let domain::RecallNotice { delete, renumber, add, correct, .. } = &self.0;
        let [delete, renumber, add, correct] = [delete.len(), renumber.len(), add.len(), correct.len()];
        format!(
            "<inburgering.RecallNotice: {delete} to delete, {renumber} to replace, {add} to add, {correct} to correct>"
        )
    }
}

found_not_told!(
    RecallNotice,
    "a RecallNotice cannot be pickled, since only a recall makes one; keep its text, str(notice)"
);

/// What a notice does not say, and why. `str` is the English sentence.
///
/// `code` is `no_longer_kept` (the list may no longer be kept, so no row of it is told), `not_there` (who was missed is
/// not on the municipality's list on the day of the notice), `no_protocol` (none that covers the purposes is in force, so
/// nobody is disclosed for the first time) or `protocol_inherited` (there is only a predecessor's).
///
/// >>> import datetime as dt, inburgering as ib
/// >>> from inburgering import example
/// >>> missed = ib.recall(example.delivery(placed=example.corrected()), corrected=example.placed())
/// >>> notice = missed.notice(on=dt.date(2026, 3, 2), protocols=ib.Register())
/// >>> [str(withheld) for withheld in notice.withheld]
/// ['1 row withheld: 44021 (Gent) has no protocol in force for these purposes']
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Withheld(domain::Withheld);

#[pymethods]
impl Withheld {
    /// The stable code.
    #[getter]
    fn code(&self) -> &'static str {
        self.0.code()
    }

    /// How many rows are withheld.
    #[getter]
    fn rows(&self) -> usize {
        self.0.rows()
    }

    /// The Dutch sentence.
    #[getter]
    fn dutch(&self) -> String {
        self.0.dutch()
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.Withheld {}: {} rows>", self.0.code(), self.0.rows())
    }
}

found_not_told!(Withheld, "a Withheld cannot be pickled, since only a notice has one; keep its sentence");

impl Raise for domain::RecallNoticeError {
    fn raise(self, py: Python<'_>) -> PyErr {
        let message = self.to_string();
        match self {
            Self::BeforeDelivery { on, given_on } => {
                exception(py, "RecallError", &message, "before_delivery", |fields| {
                    fields.set_item("delivered_on", on)?;
                    fields.set_item("given_on", given_on)
                })
            }
            Self::Municipality(error) => error.raise(py),
            _ => exception(py, "RecallError", &message, "unknown", |_| Ok(())),
        }
    }
}
