//! Reasons: the class `Reason`, and what the words `ReasonCode` say.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;

use crate::citation::Citation;
use crate::habits::pickled_as_json;
use crate::municipality::Municipality;
use crate::vocabulary::Word;

/// Why a person is on a municipality's list, on none, or cannot be placed: a closed catalogue, `ReasonCode`.
///
/// `str` is the English sentence, `dutch` the Dutch one, `citation` the source of the rule. The other attributes are what
/// the sentence is made of; each is `None` where that reason has it not.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> person = ib.Person(
/// ...     "85.07.30-901.33", dossiers=[ib.Dossier("D-1", registered_on=dt.date(2025, 2, 3))], spells=[ib.Spell("44021")],
/// ... )
/// >>> reason, = person.answer(on=dt.date(2026, 1, 15)).reasons
/// >>> print(reason)
/// still in a trajectory and living in 44021 (Gent): an active dossier follows current residence
/// >>> reason.code, reason.municipality.code, reason.signed_on
/// (<ReasonCode.FOLLOWS_CURRENT_RESIDENCE: 'follows_current_residence'>, '44021', None)
#[pyclass(frozen, eq, ord, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Reason(pub(crate) domain::Reason);

/// The fields of all the reasons.
#[derive(Default)]
struct Fields {
    municipality: Option<domain::Municipality>,
    signed_on: Option<NaiveDate>,
    closed_on: Option<NaiveDate>,
    died_on: Option<NaiveDate>,
    residence: Option<domain::Municipality>,
    contract: Option<domain::Municipality>,
    one: Option<domain::Municipality>,
    other: Option<domain::Municipality>,
    nis_code: Option<domain::NisCode>,
}

impl Reason {
    fn fields(self) -> Fields {
        use domain::Reason as Of;
        let none = Fields::default();
        match self.0 {
            Of::FollowsCurrentResidence { municipality }
            | Of::OutsideFlanders { municipality }
            | Of::BrusselsNotStated { municipality }
            | Of::MunicipalityNotYet { municipality } => Fields { municipality: Some(municipality), ..none },
            Of::StaysAtContractMunicipality { signed_on, municipality }
            | Of::ContractMunicipalityAndResident { signed_on, municipality } => {
                Fields { signed_on: Some(signed_on), municipality: Some(municipality), ..none }
            }
            Of::LivedThereAtClosing { closed_on, municipality } => {
                Fields { closed_on: Some(closed_on), municipality: Some(municipality), ..none }
            }
            Of::Died { died_on } => Fields { died_on: Some(died_on), ..none },
            Of::NotRegisteredAtClosing { closed_on } => Fields { closed_on: Some(closed_on), ..none },
            Of::LivesElsewhere { residence, contract } => {
                Fields { residence: Some(residence), contract: Some(contract), ..none }
            }
            Of::ResidenceConflict { closed_on, one, other } => {
                Fields { closed_on, one: Some(one), other: Some(other), ..none }
            }
            Of::MunicipalityUnknown { code } => Fields { nis_code: Some(code), ..none },
            Of::ContractConflict { signed_on, one, other } => {
                Fields { signed_on: Some(signed_on), one: Some(one), other: Some(other), ..none }
            }
            Of::ContractMunicipalityMissing { signed_on } => Fields { signed_on: Some(signed_on), ..none },
            _ => none,
        }
    }
}

#[pymethods]
impl Reason {
    /// The stable code, without the fields.
    #[getter]
    fn code(&self) -> Word<domain::ReasonCode> {
        Word(self.0.code())
    }

    /// The source of the rule behind the reason.
    #[getter]
    fn citation(&self) -> Citation {
        Citation(self.0.citation())
    }

    /// The sentence for a Dutch reader.
    #[getter]
    fn dutch(&self) -> String {
        self.0.dutch()
    }

    /// The municipality that was found, carried through mergers to the day of the answer; of `municipality_not_yet` the one
    /// whose code begins only later.
    #[getter]
    fn municipality(&self) -> Option<Municipality> {
        self.fields().municipality.map(Municipality)
    }

    /// The day of the latest contract.
    #[getter]
    fn signed_on(&self) -> Option<NaiveDate> {
        self.fields().signed_on
    }

    /// The latest closing day.
    #[getter]
    fn closed_on(&self) -> Option<NaiveDate> {
        self.fields().closed_on
    }

    /// `died`: the day of death.
    #[getter]
    fn died_on(&self) -> Option<NaiveDate> {
        self.fields().died_on
    }

    /// `lives_elsewhere`: where the person lives on the day.
    #[getter]
    fn residence(&self) -> Option<Municipality> {
        self.fields().residence.map(Municipality)
    }

    /// `lives_elsewhere`: the municipality of the contract.
    #[getter]
    fn contract(&self) -> Option<Municipality> {
        self.fields().contract.map(Municipality)
    }

    /// `residence_conflict`, `contract_conflict`: one of the municipalities, the lower code.
    #[getter]
    fn one(&self) -> Option<Municipality> {
        self.fields().one.map(Municipality)
    }

    /// `residence_conflict`, `contract_conflict`: the other municipality.
    #[getter]
    fn other(&self) -> Option<Municipality> {
        self.fields().other.map(Municipality)
    }

    /// `municipality_unknown`: the code that is no municipality's.
    #[getter]
    fn nis_code(&self) -> Option<String> {
        self.fields().nis_code.map(|code| code.to_string())
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.Reason {}>", self.0.code())
    }
}

pickled_as_json!(Reason);

/// The source of the rule behind a reason.
#[pyfunction]
#[pyo3(signature = (code, /))]
pub(crate) fn _reason_code_citation(code: Word<domain::ReasonCode>) -> Citation {
    Citation(code.0.citation())
}
