//! Answers: the classes `Answer`, `Flags` and `ListRules`, and what the words `Basis` say.

use inburgering as domain;
use pyo3::prelude::*;

use crate::habits::{found_not_told, pickled_as_json};
use crate::insz::Insz;
use crate::municipality::Municipality;
use crate::reason::Reason;
use crate::several::Tuple;
use crate::vocabulary::Word;

/// The three answers as words; what an eligible person's answer has besides stands in `Answer`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum OutcomeWord {
    Eligible,
    NotEligible,
    Undetermined,
}

impl From<domain::Outcome> for OutcomeWord {
    fn from(outcome: domain::Outcome) -> Self {
        match outcome {
            domain::Outcome::Eligible { .. } => Self::Eligible,
            domain::Outcome::NotEligible => Self::NotEligible,
            domain::Outcome::Undetermined => Self::Undetermined,
        }
    }
}

/// The options that are given by name.
pub(crate) fn list_rules(closed: Word<domain::ClosedRule>, brussels: Word<domain::Brussels>) -> domain::ListRules {
    domain::ListRules { closed: closed.0, brussels: brussels.0 }
}

/// The answer about one person on one day, with all its reasons; `repr` and `str` show no digit of the number.
///
/// A person with an active dossier is on the list of the municipality of residence (page of the agency, "Disclaimer");
/// one whose every dossier is closed stays at the municipality of the latest contract, or follows another
/// `ClosedRule`. Facts that contradict each other, where the rule would have to read them, make the answer
/// undetermined, which is not a no.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> dossier = ib.Dossier("D-1", contract_signed_on=dt.date(2025, 2, 3), contract_municipality="44021")
/// >>> moved = [
/// ...     ib.Spell("44021", valid_from=dt.date(2024, 11, 5), valid_until=dt.date(2025, 9, 1)),
/// ...     ib.Spell("31005", valid_from=dt.date(2025, 9, 1)),
/// ... ]
/// >>> answer = ib.Person("85.07.30-901.33", dossiers=[dossier], spells=moved).answer(on=dt.date(2026, 1, 15))
/// >>> str(answer.outcome), answer.municipality.name, str(answer.basis), answer.contract_signed
/// ('eligible', 'Brugge', 'current_residence', True)
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Answer(pub(crate) domain::Answer);

#[pymethods]
impl Answer {
    /// The register number on the day; the lowest of the last numbers where a fault leaves several.
    #[getter]
    fn number(&self) -> Insz {
        Insz(self.0.number)
    }

    /// One of the three answers.
    #[getter]
    fn outcome(&self) -> Word<OutcomeWord> {
        Word(self.0.outcome.into())
    }

    /// The municipality on whose list the person is, valid on the day; `None` where on none.
    #[getter]
    fn municipality(&self) -> Option<Municipality> {
        self.0.municipality().map(Municipality)
    }

    /// Which fact places the person there; `None` where none does.
    #[getter]
    fn basis(&self) -> Option<Word<domain::Basis>> {
        match self.0.outcome {
            domain::Outcome::Eligible { basis, .. } => Some(Word(basis)),
            domain::Outcome::NotEligible | domain::Outcome::Undetermined => None,
        }
    }

    /// Contract signed and attest obtained, on the day.
    #[getter]
    fn flags(&self) -> Flags {
        Flags(self.0.flags)
    }

    /// Whether a civic integration contract (*inburgeringscontract*) is signed by the day.
    #[getter]
    fn contract_signed(&self) -> bool {
        self.0.flags.contract_signed
    }

    /// Whether an attest (*attest van inburgering*) is obtained by the day.
    #[getter]
    fn attest_obtained(&self) -> bool {
        self.0.flags.attest_obtained
    }

    /// All the reasons of the rule that decided, in the order of the catalogue; never empty.
    #[getter]
    fn reasons(&self) -> Tuple<Reason> {
        self.0.reasons.iter().copied().map(Reason).collect()
    }

    /// The answer as JSON, laid out for people. It shows the register number.
    fn to_json(&self) -> PyResult<String> {
        crate::habits::to_json(&self.0)
    }

    fn __str__(&self) -> String {
        let reasons: Vec<String> = self.0.reasons.iter().map(ToString::to_string).collect();
        format!("{}: {}", self.0.outcome.as_str().replace('_', " "), reasons.join("; "))
    }

    fn __repr__(&self) -> String {
        let place = self.0.municipality().map(|municipality| format!(" in {municipality}")).unwrap_or_default();
        let codes: Vec<&str> = self.0.reasons.iter().map(|reason| reason.code().as_str()).collect();
        format!("<inburgering.Answer {}{place}: {}>", self.0.outcome.as_str(), codes.join(", "))
    }
}

found_not_told!(Answer, "an Answer cannot be pickled; pickle the Person, and ask for its answer again");

/// The two facts that may be disclosed beside the number, of all the person's dossiers known on the day.
///
/// Neither implies the other: an attest without a contract is lawful since 2022-03-01 (decree of 7 June 2013, art. 34/1).
///
/// >>> import inburgering as ib
/// >>> ib.Flags(contract_signed=True)
/// Flags(contract_signed=True, attest_obtained=False)
#[pyclass(frozen, eq, ord, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Flags(pub(crate) domain::Flags);

#[pymethods]
impl Flags {
    #[new]
    #[pyo3(signature = (*, contract_signed = false, attest_obtained = false))]
    fn new(contract_signed: bool, attest_obtained: bool) -> Self {
        Self(domain::Flags { contract_signed, attest_obtained })
    }

    /// Any known contract by the day.
    #[getter]
    fn contract_signed(&self) -> bool {
        self.0.contract_signed
    }

    /// Any known attest by the day.
    #[getter]
    fn attest_obtained(&self) -> bool {
        self.0.attest_obtained
    }

    fn __repr__(&self) -> String {
        let shown = |flag: bool| if flag { "True" } else { "False" };
        let domain::Flags { contract_signed, attest_obtained } = self.0;
        format!("Flags(contract_signed={}, attest_obtained={})", shown(contract_signed), shown(attest_obtained))
    }
}

pickled_as_json!(Flags);

/// The options of the rule: by default closed dossiers stay at the contract's municipality, and Brussels is refused.
///
/// `Placed.rules` tells with which options persons were placed.
///
/// >>> import inburgering as ib
/// >>> ib.ListRules(closed="residence_at_closing")
/// ListRules(closed='residence_at_closing', brussels='refused')
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ListRules(pub(crate) domain::ListRules);

#[pymethods]
impl ListRules {
    #[new]
    #[pyo3(signature = (
        *, closed = Word(domain::ClosedRule::ContractMunicipality), brussels = Word(domain::Brussels::Refused),
    ))]
    fn new(closed: Word<domain::ClosedRule>, brussels: Word<domain::Brussels>) -> Self {
        Self(list_rules(closed, brussels))
    }

    /// How persons are placed whose every dossier is closed.
    #[getter]
    fn closed(&self) -> Word<domain::ClosedRule> {
        Word(self.0.closed)
    }

    /// Whether a municipality in Brussels may be found.
    #[getter]
    fn brussels(&self) -> Word<domain::Brussels> {
        Word(self.0.brussels)
    }

    fn __repr__(&self) -> String {
        format!("ListRules(closed='{}', brussels='{}')", self.0.closed.as_str(), self.0.brussels.as_str())
    }
}

pickled_as_json!(ListRules);

/// Whether the basis is one of closed dossiers.
#[pyfunction]
#[pyo3(signature = (basis, /))]
pub(crate) fn _basis_is_closed(basis: Word<domain::Basis>) -> bool {
    basis.0.is_closed()
}
