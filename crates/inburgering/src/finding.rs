//! Findings: rows that contradict each other, or that count for nothing.

use core::fmt;

use crate::{Reason, ReasonCode};

/// A table of the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum InputTable {
    /// The dossiers.
    Dossiers,
    /// The residence spells.
    Residences,
    /// The deaths.
    Deaths,
    /// The replaced register numbers.
    Replacements,
}

impl InputTable {
    /// The stable text of the table.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Dossiers => "dossiers",
            Self::Residences => "residences",
            Self::Deaths => "deaths",
            Self::Replacements => "replacements",
        }
    }
}

impl fmt::Display for InputTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A row of an input table, by the number that the caller gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RowRef {
    /// The table.
    pub table: InputTable,
    /// The row number within it.
    pub row: u32,
}

/// What is to be noted about one or more rows: a fault, whether or not an answer reads it, or a row without effect.
///
/// A finding names rows, never a register number.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Finding {
    /// What was found.
    pub kind: FindingKind,
    /// The rows concerned, in the order of the tables.
    pub rows: Vec<RowRef>,
}

/// The kinds of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum FindingKind {
    /// A fault that makes an answer undetermined on a day on which it is read.
    Fault(ReasonCode),
    /// A spell ends on or before its start: it covers no day.
    EmptySpell,
    /// A dossier has no date: it counts for nothing.
    DossierWithoutDate,
    /// A contract's municipality has no date of contract: it counts for nothing.
    UndatedContractMunicipality,
    /// The registration date of a dossier is missing.
    RegistrationMissing,
    /// Rows say the same: they count once.
    IdenticalRows,
    /// Deaths of one person on different days: the earliest counts.
    DeathsDiffer,
    /// One number was replaced by another on different days: the earliest counts.
    ReplacementDaysDiffer,
    /// A number was replaced by itself: no replacement.
    ReplacedByItself,
}

impl FindingKind {
    /// The stable text of the kind; a fault has the code of its reason.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fault(code) => code.as_str(),
            Self::EmptySpell => "empty_spell",
            Self::DossierWithoutDate => "dossier_without_date",
            Self::UndatedContractMunicipality => "undated_contract_municipality",
            Self::RegistrationMissing => "registration_missing",
            Self::IdenticalRows => "identical_rows",
            Self::DeathsDiffer => "deaths_differ",
            Self::ReplacementDaysDiffer => "replacement_days_differ",
            Self::ReplacedByItself => "replaced_by_itself",
        }
    }

    /// The sentence for a Dutch reader.
    pub const fn dutch(self) -> &'static str {
        match self {
            Self::Fault(code) => fault_sentences(code)[1],
            Self::EmptySpell => "de woonperiode eindigt op of vóór haar begin en telt voor geen enkele dag",
            Self::DossierWithoutDate => "het dossier heeft geen enkele datum en telt niet mee",
            Self::UndatedContractMunicipality => "de contractgemeente heeft geen contractdatum en telt niet mee",
            Self::RegistrationMissing => "de aanmeldingsdatum ontbreekt",
            Self::IdenticalRows => "de rijen zeggen hetzelfde en tellen één keer",
            Self::DeathsDiffer => "er zijn verschillende overlijdensdata; de vroegste telt",
            Self::ReplacementDaysDiffer => "dezelfde vervanging staat er op verschillende dagen; de vroegste telt",
            Self::ReplacedByItself => "een nummer is door zichzelf vervangen; dat is geen vervanging",
        }
    }
}

impl fmt::Display for FindingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Fault(code) => fault_sentences(*code)[0],
            Self::EmptySpell => "the spell ends on or before its start and covers no day",
            Self::DossierWithoutDate => "the dossier has no date and counts for nothing",
            Self::UndatedContractMunicipality => {
                "the contract's municipality has no date of contract and counts for nothing"
            }
            Self::RegistrationMissing => "the registration date is missing",
            Self::IdenticalRows => "the rows say the same and count once",
            Self::DeathsDiffer => "the days of death differ; the earliest counts",
            Self::ReplacementDaysDiffer => "one replacement stands on different days; the earliest counts",
            Self::ReplacedByItself => "a number was replaced by itself, which is no replacement",
        })
    }
}

/// What a fault says of its rows, in English and in Dutch, without the fields of one answer.
const fn fault_sentences(code: ReasonCode) -> [&'static str; 2] {
    match code {
        ReasonCode::ResidenceConflict => [
            "spells in different municipalities cover one day",
            "woonperiodes in verschillende gemeenten overlappen elkaar",
        ],
        ReasonCode::MunicipalityNotYet => [
            "the municipality code begins only after the fact; before its first day no answer can rest on it",
            "de gemeentecode begint pas na het feit; vóór haar eerste dag kan geen antwoord erop steunen",
        ],
        ReasonCode::MunicipalityUnknown => ["the code is no municipality's", "de code is van geen enkele gemeente"],
        ReasonCode::ContractConflict => [
            "contracts of one day lie in different municipalities",
            "contracten van dezelfde dag liggen in verschillende gemeenten",
        ],
        ReasonCode::ContractMunicipalityMissing => {
            ["the contract has no municipality", "bij het contract staat geen gemeente"]
        }
        ReasonCode::ClosedBeforeRegistration => ["closed before the registration", "afgesloten vóór de aanmelding"],
        ReasonCode::AttestBeforeRegistration => {
            ["attest obtained before the registration", "attest behaald vóór de aanmelding"]
        }
        ReasonCode::ContractBeforeRegistration => {
            ["contract signed before the registration", "contract ondertekend vóór de aanmelding"]
        }
        ReasonCode::ContractAfterClosing => {
            ["contract signed after the closing", "contract ondertekend na het afsluiten"]
        }
        ReasonCode::DossierRowsDiffer => {
            ["rows with one dossier number differ", "rijen met hetzelfde dossiernummer verschillen"]
        }
        ReasonCode::BornAfterDay => [
            "by the register number the person was born after the first dated fact",
            "volgens het rijksregisternummer is de persoon na het eerste gedateerde feit geboren",
        ],
        ReasonCode::NumberReplacedByTwo => {
            ["a number was replaced by two", "een nummer is door twee nummers vervangen"]
        }
        ReasonCode::NumbersReplacedInCircle => {
            ["numbers were replaced in a circle", "nummers zijn in een kring vervangen"]
        }
        ReasonCode::ReplacementOutOfOrder => [
            "a later replacement is dated before an earlier one",
            "een latere vervanging is vóór een eerdere gedateerd",
        ],
        ReasonCode::SeveralNumbers => [
            "on some day the person has more than one last number",
            "op een of andere dag heeft de persoon meer dan één geldend nummer",
        ],
        _ => ["a fault", "een fout"],
    }
}

impl From<&Reason> for FindingKind {
    fn from(reason: &Reason) -> Self {
        Self::Fault(reason.code())
    }
}

impl From<ReasonCode> for FindingKind {
    fn from(code: ReasonCode) -> Self {
        Self::Fault(code)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for FindingKind {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}
