//! Dossiers: the classes `Dossier` and `KnownDossier`.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::convert::Day;
use crate::errors::{Raise, exception};
use crate::habits::{found_not_told, pickled_as_json};
use crate::municipality::Municipality;
use crate::several::Tuple;

/// The code of a municipality as it was recorded: a `Municipality`, or the text of a NIS code, known or not.
#[derive(Clone, Copy)]
pub(crate) struct Code(pub(crate) domain::NisCode);

impl<'py> FromPyObject<'_, 'py> for Code {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = crate::hints::or_text::<Municipality>();

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(municipality) = given.cast::<Municipality>() {
            return Ok(Self(municipality.get().0.code()));
        }
        if let Ok(code) = given.cast::<PyString>() {
            return code
                .to_str()?
                .parse()
                .map(Self)
                .map_err(|error: domain::MunicipalityError| error.raise(given.py()));
        }
        let kind = given.get_type().name()?;
        Err(PyTypeError::new_err(format!(
            "a {kind} was given where a municipality is meant; give a Municipality or the text of its NIS code"
        )))
    }
}

/// A dossier of a participant (*inburgeraar*) as the agency recorded it: dates that may be missing, later or impossible.
///
/// Nothing is checked here on purpose: what is wrong with a record is a reason of the person's answer, never an error.
/// The number is the agency's own text, which cannot be empty (`EmptyDossierNumber`); `repr` does not show it, since it
/// may be built on a register number. The municipality of the contract is kept as recorded, so a code that no
/// municipality has is accepted; a text that is no NIS code at all is a `MunicipalityError`.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> dossier = ib.Dossier("D-1", registered_on=dt.date(2024, 1, 8), attest_obtained_on=dt.date(2025, 6, 30))
/// >>> dossier
/// Dossier(***, registered_on=2024-01-08, attest_obtained_on=2025-06-30)
/// >>> dossier.as_known_on(dt.date(2025, 6, 29)).is_active
/// True
/// >>> dossier.as_known_on(dt.date(2025, 6, 30)).is_active  # from the day of the attest on it is closed
/// False
#[pyclass(frozen, eq, ord, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Dossier(pub(crate) domain::Dossier);

#[pymethods]
impl Dossier {
    #[new]
    #[pyo3(signature = (
        number, /, *, registered_on = None, contract_signed_on = None, contract_municipality = None,
        attest_obtained_on = None, closed_on = None,
    ))]
    fn new(
        py: Python<'_>,
        number: &str,
        registered_on: Option<Day>,
        contract_signed_on: Option<Day>,
        contract_municipality: Option<Code>,
        attest_obtained_on: Option<Day>,
        closed_on: Option<Day>,
    ) -> PyResult<Self> {
        let number = domain::DossierNumber::new(number).map_err(|error| error.raise(py))?;
        Ok(Self(domain::Dossier {
            registered_on: registered_on.map(|day| day.0),
            contract_signed_on: contract_signed_on.map(|day| day.0),
            contract_municipality: contract_municipality.map(|code| code.0),
            attest_obtained_on: attest_obtained_on.map(|day| day.0),
            closed_on: closed_on.map(|day| day.0),
            ..domain::Dossier::new(number)
        }))
    }

    /// The agency's number of the dossier.
    #[getter]
    fn number(&self) -> &str {
        self.0.number.as_str()
    }

    /// The day of registration (*aanmelding*).
    #[getter]
    fn registered_on(&self) -> Option<NaiveDate> {
        self.0.registered_on
    }

    /// The day on which the civic integration contract (*inburgeringscontract*) was signed.
    #[getter]
    fn contract_signed_on(&self) -> Option<NaiveDate> {
        self.0.contract_signed_on
    }

    /// The NIS code of the municipality of the contract, as recorded.
    #[getter]
    fn contract_municipality(&self) -> Option<String> {
        self.0.contract_municipality.map(|code| code.to_string())
    }

    /// The day on which the attest (*attest van inburgering*) was obtained.
    #[getter]
    fn attest_obtained_on(&self) -> Option<NaiveDate> {
        self.0.attest_obtained_on
    }

    /// The day on which the dossier was closed without an attest.
    #[getter]
    fn closed_on(&self) -> Option<NaiveDate> {
        self.0.closed_on
    }

    /// The dates that the dossier has, in the order of its life: registration, contract, attest, closing.
    #[getter]
    fn dates(&self) -> Tuple<NaiveDate> {
        self.0.dates().collect()
    }

    /// The day from which the dossier is known: the earliest of its dates. Without any it counts for nothing: `None`.
    #[getter]
    fn known_from(&self) -> Option<NaiveDate> {
        self.0.known_from()
    }

    /// What of the dossier is known on a day: a later date is unknown, and so is the municipality of a later contract.
    /// `None` where the dossier itself is not known yet.
    ///
    /// >>> import datetime as dt, inburgering as ib
    /// >>> dossier = ib.Dossier("D-1", registered_on=dt.date(2024, 1, 8), closed_on=dt.date(2025, 3, 3))
    /// >>> dossier.as_known_on(dt.date(2024, 1, 7)) is None
    /// True
    /// >>> dossier.as_known_on(dt.date(2024, 1, 8)).closed_on is None
    /// True
    #[pyo3(signature = (day, /))]
    fn as_known_on(&self, day: Day) -> Option<KnownDossier> {
        self.0.as_known_on(day.0).map(KnownDossier)
    }

    fn __repr__(&self) -> String {
        let domain::Dossier {
            registered_on,
            contract_signed_on,
            contract_municipality,
            attest_obtained_on,
            closed_on,
            ..
        } = self.0;
        let dates = shown(registered_on, contract_signed_on, contract_municipality, attest_obtained_on, closed_on);
        let fields: Vec<String> = [String::from("***")].into_iter().chain(dates).collect();
        format!("Dossier({})", fields.join(", "))
    }
}

pickled_as_json!(Dossier);

/// What is known of a dossier on a day: only dates on or before it. `Dossier.as_known_on` gives it.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> dossier = ib.Dossier("D-1", attest_obtained_on=dt.date(2025, 6, 30), closed_on=dt.date(2025, 9, 1))
/// >>> known = dossier.as_known_on(dt.date(2025, 12, 31))
/// >>> known.closing_day, known.is_active  # the attest or the closing without one, the earlier counts
/// (datetime.date(2025, 6, 30), False)
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct KnownDossier(pub(crate) domain::KnownDossier);

#[pymethods]
impl KnownDossier {
    /// The day of registration, if it is known.
    #[getter]
    fn registered_on(&self) -> Option<NaiveDate> {
        self.0.registered_on
    }

    /// The day of the contract, if it is known.
    #[getter]
    fn contract_signed_on(&self) -> Option<NaiveDate> {
        self.0.contract_signed_on
    }

    /// The NIS code of the municipality of the contract as recorded, if the contract is known.
    #[getter]
    fn contract_municipality(&self) -> Option<String> {
        self.0.contract_municipality.map(|code| code.to_string())
    }

    /// The day of the attest, if it is known.
    #[getter]
    fn attest_obtained_on(&self) -> Option<NaiveDate> {
        self.0.attest_obtained_on
    }

    /// The day of closing without an attest, if it is known.
    #[getter]
    fn closed_on(&self) -> Option<NaiveDate> {
        self.0.closed_on
    }

    /// The closing day: of the attest and the closing without one, the earlier.
    #[getter]
    fn closing_day(&self) -> Option<NaiveDate> {
        self.0.closing_day()
    }

    /// Whether the dossier is active. From the closing day on, that day included, it is closed.
    #[getter]
    fn is_active(&self) -> bool {
        self.0.is_active()
    }

    fn __repr__(&self) -> String {
        let domain::KnownDossier {
            registered_on,
            contract_signed_on,
            contract_municipality,
            attest_obtained_on,
            closed_on,
            ..
        } = self.0;
        let dates = shown(registered_on, contract_signed_on, contract_municipality, attest_obtained_on, closed_on);
        format!("<inburgering.KnownDossier {}>", dates.join(", "))
    }
}

found_not_told!(KnownDossier, "a KnownDossier cannot be pickled; pickle the Dossier, and ask as_known_on(day) again");

/// The fields of a dossier that have a value, as in Python.
fn shown(
    registered_on: Option<NaiveDate>,
    contract_signed_on: Option<NaiveDate>,
    contract_municipality: Option<domain::NisCode>,
    attest_obtained_on: Option<NaiveDate>,
    closed_on: Option<NaiveDate>,
) -> Vec<String> {
    let dated = |name: &str, day: Option<NaiveDate>| day.map(|day| format!("{name}={day}"));
    [
        dated("registered_on", registered_on),
        dated("contract_signed_on", contract_signed_on),
        contract_municipality.map(|code| format!("contract_municipality='{code}'")),
        dated("attest_obtained_on", attest_obtained_on),
        dated("closed_on", closed_on),
    ]
    .into_iter()
    .flatten()
    .collect()
}

impl Raise for domain::EmptyDossierNumber {
    fn raise(self, py: Python<'_>) -> PyErr {
        exception(py, "EmptyDossierNumber", &self, "empty", |_| Ok(()))
    }
}
