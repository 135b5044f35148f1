//! Facts: the class `Fact`.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;

use crate::habits::pickled_as_json;
use crate::insz::Insz;
use crate::vocabulary::Word;

/// A fact about a person, as known on a day.
///
/// `code` is one of `registered`, `contract_signed`, `attest_obtained`, `closed` (without an attest), `closed_beside_attest`,
/// `municipality_became`, `residence`, `number_replaced`, `number_replaced_by_another`, `number_replaced_by_two`,
/// `number_took_over` (of numbers that may be two persons', where the other is not told) and `died`; the other attributes are
/// `None` where that fact has them not. `str` is a line of a letter with its dates and numbers, as an explanation that was asked
/// for; `repr` shows neither register nor dossier number.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> person = ib.Person(
/// ...     "85.07.30-901.33", dossiers=[ib.Dossier("D-1", registered_on=dt.date(2025, 2, 3))], spells=[ib.Spell("44021")],
/// ... )
/// >>> for fact in person.facts_known_on(dt.date(2026, 1, 15)):
/// ...     print(fact.dutch)
/// vanaf een onbekende dag: ingeschreven in 44021 (Gent)
/// 3 februari 2025: aanmelding (dossier D-1)
#[pyclass(frozen, eq, ord, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Fact(pub(crate) domain::Fact);

#[pymethods]
impl Fact {
    /// Which kind of fact, in `snake_case`; stable.
    #[getter]
    fn code(&self) -> &'static str {
        self.0.code()
    }

    /// The day of the fact; a residence without a start has none.
    #[getter]
    fn day(&self) -> Option<NaiveDate> {
        self.0.day()
    }

    /// The dossier of a registration, contract, attest or closing.
    #[getter]
    fn dossier(&self) -> Option<&str> {
        match &self.0 {
            domain::Fact::Registered { dossier, .. }
            | domain::Fact::ContractSigned { dossier, .. }
            | domain::Fact::AttestObtained { dossier, .. }
            | domain::Fact::Closed { dossier, .. }
            | domain::Fact::ClosedBesideAttest { dossier, .. } => Some(dossier.as_str()),
            _ => None,
        }
    }

    /// `contract_signed`, `residence`: the NIS code of the municipality, as recorded; `municipality_became`: the one that ended.
    #[getter]
    fn municipality(&self) -> Option<String> {
        match &self.0 {
            domain::Fact::ContractSigned { municipality, .. } => municipality.map(|code| code.to_string()),
            domain::Fact::Residence { municipality, .. } => Some(municipality.to_string()),
            domain::Fact::MunicipalityBecame { old, .. } => Some(old.code().to_string()),
            _ => None,
        }
    }

    /// `municipality_became`: the NIS code of the successor of `municipality`.
    #[getter]
    fn successor(&self) -> Option<String> {
        match &self.0 {
            domain::Fact::MunicipalityBecame { new, .. } => Some(new.code().to_string()),
            _ => None,
        }
    }

    /// `residence`: the first day, where it is known.
    #[getter]
    fn valid_from(&self) -> Option<NaiveDate> {
        match self.0 {
            domain::Fact::Residence { from, .. } => from,
            _ => None,
        }
    }

    /// `residence`: the first day after it, where it is known.
    #[getter]
    fn valid_until(&self) -> Option<NaiveDate> {
        match self.0 {
            domain::Fact::Residence { until, .. } => until,
            _ => None,
        }
    }

    /// `number_replaced`, `number_replaced_by_another`, `number_replaced_by_two`: the old number.
    #[getter]
    fn old(&self) -> Option<Insz> {
        match self.0 {
            domain::Fact::NumberReplaced { old, .. }
            | domain::Fact::NumberReplacedByAnother { old, .. }
            | domain::Fact::NumberReplacedByTwo { old, .. } => Some(Insz(old)),
            _ => None,
        }
    }

    /// `number_replaced`, `number_took_over`: the new number.
    #[getter(new)]
    fn new_number(&self) -> Option<Insz> {
        match self.0 {
            domain::Fact::NumberReplaced { new, .. } | domain::Fact::NumberTookOver { new, .. } => Some(Insz(new)),
            _ => None,
        }
    }

    /// The fact as a line of a letter, with its dates and numbers.
    #[pyo3(signature = (language, /))]
    fn sentence(&self, language: Word<domain::Language>) -> String {
        self.0.sentence(language.0)
    }

    /// The line for a Dutch reader.
    #[getter]
    fn dutch(&self) -> String {
        self.0.sentence(domain::Language::Dutch)
    }

    fn __str__(&self) -> String {
        self.0.sentence(domain::Language::English)
    }

    fn __repr__(&self) -> String {
        let day = self.0.day().map(|day| format!(" on {day}")).unwrap_or_default();
        format!("<inburgering.Fact {}{day}>", self.0.code())
    }
}

pickled_as_json!(Fact);
