//! The participant's own question: the classes `Disclosures` and `Disclosed`, and the function that answers it.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate};
use inburgering as domain;
use inburgering_archive as archive;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::archive::entry::LoggedDelivery;
use crate::archive::log::DisclosureLog;
use crate::archive::originals::{Failed, Originals};
use crate::convert::Number;
use crate::disclosure::digest::DigestKeys;
use crate::errors::Raise as _;
use crate::habits::found_not_told;
use crate::insz::Insz;
use crate::municipality::Municipality;
use crate::purpose::Purposes;
use crate::several::Tuple;
use crate::vocabulary::Word;
use crate::work;

/// The answer to a person's question to whom they were disclosed (*inzage*): the lists on which the person stood,
/// the notices that named them, and the deliveries of which it cannot be told. `repr` shows no register number.
///
/// >>> import inburgering as ib, pathlib, tempfile
/// >>> from inburgering import example
/// >>> root = pathlib.Path(tempfile.mkdtemp())
/// >>> log = ib.DisclosureLog.create(root / "log.sqlite")
/// >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
/// >>> person = archived.delivery.disclosure_list.rows[0].insz
/// >>> found = ib.disclosures_of(person, log, lambda wanted: example.caseload(), key=example.key())
/// >>> found
/// <inburgering.Disclosures: 1 disclosed, 0 untold>
/// >>> print(found.letter().splitlines()[0])
/// Aan wie uw gegevens zijn meegedeeld
#[pyclass(frozen, eq, module = "inburgering")]
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Disclosures(Arc<archive::Disclosures>);

#[pymethods]
impl Disclosures {
    /// Every number of the person: those that were asked for, and those that the inputs tie to them. Ascending.
    #[getter]
    fn numbers(&self) -> Tuple<Insz> {
        self.0.numbers.iter().copied().map(Insz).collect()
    }

    /// The lists on which the person stood and the notices that named them, in the order of the deliveries.
    #[getter]
    fn disclosed(&self) -> Tuple<Disclosed> {
        self.0.disclosed.iter().cloned().map(Disclosed).collect()
    }

    /// The deliveries of which it cannot be told, or of which a notice cannot be, each with the code of why (as in
    /// `Recalled.untold`).
    #[getter]
    fn untold(&self) -> Tuple<(LoggedDelivery, &'static str)> {
        self.0.untold.iter().map(|(delivery, why)| (LoggedDelivery(delivery.clone()), why.code())).collect()
    }

    /// The answer as a letter in Dutch, which shows the numbers.
    fn letter(&self) -> String {
        self.0.letter().to_string()
    }

    fn __repr__(&self) -> String {
        let (disclosed, untold) = (self.0.disclosed.len(), self.0.untold.len());
        format!("<inburgering.Disclosures: {disclosed} disclosed, {untold} untold>")
    }
}

found_not_told!(Disclosures, "a Disclosures cannot be pickled, since only disclosures_of() makes one; keep its letter");

/// A list or a notice in which a person stood: who got it, when, why, and what it said of the person.
///
/// >>> import inburgering as ib, pathlib, tempfile
/// >>> from inburgering import example
/// >>> root = pathlib.Path(tempfile.mkdtemp())
/// >>> log = ib.DisclosureLog.create(root / "log.sqlite")
/// >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
/// >>> person = archived.delivery.disclosure_list.rows[0].insz
/// >>> (disclosed,) = ib.disclosures_of(person, log, lambda wanted: example.caseload(), key=example.key()).disclosed
/// >>> str(disclosed.municipality), disclosed.delivered_at.isoformat()
/// ('44021 (Gent)', '2026-02-10T09:30:00+01:00')
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Disclosed(archive::Disclosed);

#[pymethods]
impl Disclosed {
    /// The number of the delivery in the log.
    #[getter]
    fn delivery(&self) -> u64 {
        self.0.delivery
    }

    /// Whether the list is known to have been delivered, or only may have been.
    #[getter]
    fn state(&self) -> Word<archive::DeliveryState> {
        Word(self.0.state)
    }

    /// On the list, or in a notice on it: to be deleted, renumbered, added or corrected.
    #[getter]
    fn by(&self) -> Word<archive::DisclosedBy> {
        Word(self.0.by)
    }

    /// The number of the notice's entry, if it was one.
    #[getter]
    fn notice(&self) -> Option<u64> {
        self.0.notice
    }

    /// The day of the list.
    #[getter]
    fn listed_on(&self) -> NaiveDate {
        self.0.listed_on
    }

    /// The municipality that got it: the list, or the notice.
    #[getter]
    fn municipality(&self) -> Municipality {
        Municipality(self.0.municipality)
    }

    /// The municipality that got the list.
    #[getter]
    fn listed_to(&self) -> Municipality {
        Municipality(self.0.listed_to)
    }

    /// The instant at which it got it.
    #[getter]
    fn delivered_at(&self) -> DateTime<FixedOffset> {
        self.0.delivered_at
    }

    /// The name of the request.
    #[getter]
    fn request(&self) -> &str {
        self.0.request.as_str()
    }

    /// The name of the protocol on which the person was disclosed for the first time: of the list, or of the addition.
    #[getter]
    fn protocol(&self) -> &str {
        self.0.protocol.as_str()
    }

    /// Why: the purposes.
    #[getter]
    fn purposes(&self) -> Purposes {
        Purposes(self.0.purposes)
    }

    /// Why: the legal basis of that.
    #[getter]
    fn legal_basis(&self) -> Word<domain::LegalBasis> {
        Word(self.0.legal_basis)
    }

    /// The last day on which the municipality may keep it.
    #[getter]
    fn kept_until(&self) -> NaiveDate {
        self.0.kept_until
    }

    /// The number under which the person stood in it.
    #[getter]
    fn insz(&self) -> Insz {
        Insz(self.0.number)
    }

    /// Whether it said that a contract was signed; `None` where the number was to be deleted or replaced.
    #[getter]
    fn contract_signed(&self) -> Option<bool> {
        self.0.flags.map(|flags| flags.contract_signed)
    }

    /// Whether it said that an attest was obtained; `None` where the number was to be deleted or replaced.
    #[getter]
    fn attest_obtained(&self) -> Option<bool> {
        self.0.flags.map(|flags| flags.attest_obtained)
    }

    fn __repr__(&self) -> String {
        let (to, at) = (self.0.municipality, self.0.delivered_at.to_rfc3339());
        format!("<inburgering.Disclosed Insz(***) to {} ({}) at {at}>", to.code(), to.name())
    }
}

found_not_told!(Disclosed, "a Disclosed cannot be pickled, since only disclosures_of() makes one; keep the letter");

/// The numbers of a person, as they are given: one, or several.
pub(crate) struct PersonNumbers(Vec<domain::Insz>);

impl<'py> FromPyObject<'_, 'py> for PersonNumbers {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = {
        use pyo3::type_hint_union;
        type_hint_union!(
            <Number as FromPyObject<'_, '_>>::INPUT_TYPE,
            pyo3::type_hint_subscript!(
                pyo3::type_hint_identifier!("collections.abc", "Iterable"),
                <Number as FromPyObject<'_, '_>>::INPUT_TYPE
            )
        )
    };

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if given.cast::<Insz>().is_ok() || given.cast::<PyString>().is_ok() {
            return Ok(Self(vec![given.extract::<Number>()?.0]));
        }
        let mut numbers = Vec::new();
        let Ok(given_numbers) = given.try_iter() else {
            let kind = given.get_type().name()?;
            return Err(PyTypeError::new_err(format!(
                "a {kind} was given where a register number is meant; give an Insz or its text, or several"
            )));
        };
        for number in given_numbers {
            numbers.push(number?.extract::<Number>()?.0);
        }
        if numbers.is_empty() {
            return Err(PyTypeError::new_err("no register number was given; give at least one"));
        }
        Ok(Self(numbers))
    }
}

/// To whom was a person disclosed, when, why (GDPR art. 15)? By any of the person's numbers: those given, and those
/// that the original inputs tie to them.
///
/// `insz` is one number or several: give every one that the person has or had by what is known today
/// (`Person.tied_to`), and no other, since older inputs may not know that one became the other. `originals` and `key` are
/// as for `recall_all`; where numbers are tied to others, an original may be asked for twice.
///
/// Raises `LogError`, `InszError`, and what the function raises. That of a delivery nothing can be told is no error.
///
/// >>> import inburgering as ib, pathlib, tempfile
/// >>> from inburgering import example
/// >>> root = pathlib.Path(tempfile.mkdtemp())
/// >>> log = ib.DisclosureLog.create(root / "log.sqlite")
/// >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
/// >>> ib.disclosures_of("87.05.05-913.23", log, {"44021-2026-02-02": example.caseload()}, key=example.key())
/// <inburgering.Disclosures: 0 disclosed, 0 untold>
#[pyfunction]
#[pyo3(signature = (insz, log, originals, /, *, key))]
pub(crate) fn disclosures_of(
    py: Python<'_>,
    insz: PersonNumbers,
    log: &Bound<'_, DisclosureLog>,
    originals: Originals,
    key: DigestKeys,
) -> PyResult<Disclosures> {
    let log = log.get().0.clone();
    let failed = Failed::default();
    let of_work = failed.clone();
    let found = work::bulk_to_its_end(py, move |wanted| {
        let of = |inputs: &archive::Wanted<'_>| -> Option<domain::Caseload> {
            wanted.go_on().then(|| originals.of(inputs, &of_work)).flatten()
        };
        archive::disclosures_of(&insz.0, &log, of, &key.0)
    })?;
    failed.check()?;
    found.map(|found| Disclosures(Arc::new(found))).map_err(|error| error.raise(py))
}
