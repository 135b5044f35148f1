//! Who is on which municipality's list on a day: the rule for one person.
//!
//! [`Person::answer`] is the specification. It follows the six rules in their order, clause by clause; the
//! [`Caseload`](crate::Caseload) gives the same answers for many persons at once, and the tests hold it to this one.

use chrono::NaiveDate;

use crate::dossier::KnownDossier;
use crate::residence::{residence_on, the_one_municipality};
use crate::{Brussels, Insz, Language, Municipality, Person, Reason, ReasonCode, Region, horizon};

/// By which rule a person is placed whose every dossier is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum ClosedRule {
    /// The municipality of the latest contract (the owner's decision).
    #[default]
    ContractMunicipality,
    /// The residence on the latest closing day, contract or not (how the page words it).
    ResidenceAtClosing,
    /// The municipality of the latest contract, if the person still lives there (the strict reading of the page).
    ContractMunicipalityIfResident,
}

impl ClosedRule {
    /// Every rule, the default first.
    pub const ALL: [Self; 3] =
        [Self::ContractMunicipality, Self::ResidenceAtClosing, Self::ContractMunicipalityIfResident];

    /// The stable text of the option.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ContractMunicipality => "contract_municipality",
            Self::ResidenceAtClosing => "residence_at_closing",
            Self::ContractMunicipalityIfResident => "contract_municipality_if_resident",
        }
    }
}

/// The options of the rule: by default closed dossiers stay at the contract's municipality, and Brussels is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct ListRules {
    /// How persons are placed whose every dossier is closed.
    pub closed: ClosedRule,
    /// Whether a municipality in Brussels may be found.
    pub brussels: Brussels,
}

/// The answer about one person on one day.
///
/// `Debug` shows no digit of the number.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Answer {
    /// The register number on the day; the lowest of the last numbers where a fault leaves several.
    pub number: Insz,
    /// One of the three answers.
    pub outcome: Outcome,
    /// Contract signed and attest obtained, on the day.
    pub flags: Flags,
    /// All the reasons of the rule that decided, in the order of the catalogue; never empty.
    pub reasons: Vec<Reason>,
}

impl Answer {
    /// The municipality on whose list the person is, if on one.
    pub const fn municipality(&self) -> Option<Municipality> {
        match self.outcome {
            Outcome::Eligible { municipality, .. } => Some(municipality),
            Outcome::NotEligible | Outcome::Undetermined => None,
        }
    }
}

/// The three answers. A fourth will not come, so a caller may match on all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(tag = "answer", rename_all = "snake_case"))]
pub enum Outcome {
    /// On the list of this municipality.
    Eligible {
        /// The municipality, valid on the day.
        municipality: Municipality,
        /// Which fact places the person there.
        basis: Basis,
    },
    /// On no list.
    NotEligible,
    /// Cannot be said: the facts contradict each other or cannot be read. Not the same as no.
    Undetermined,
}

impl Outcome {
    /// The stable text of the answer.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Eligible { .. } => "eligible",
            Self::NotEligible => "not_eligible",
            Self::Undetermined => "undetermined",
        }
    }

    /// The answer in a few words: `op de lijst van 44021 (Gent)`, `on no list`.
    pub fn words(self, language: Language) -> String {
        match (self, language) {
            (Self::Eligible { municipality, .. }, Language::Dutch) => format!("op de lijst van {municipality}"),
            (Self::Eligible { municipality, .. }, Language::English) => format!("on the list of {municipality}"),
            (Self::NotEligible, Language::Dutch) => "op geen enkele lijst".into(),
            (Self::NotEligible, Language::English) => "on no list".into(),
            (Self::Undetermined, Language::Dutch) => "niet te bepalen".into(),
            (Self::Undetermined, Language::English) => "cannot be determined".into(),
        }
    }
}

/// Which fact places an eligible person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Basis {
    /// An active dossier: where the person lives on the day.
    CurrentResidence,
    /// Closed dossiers: the municipality of the latest contract.
    ContractMunicipality,
    /// Closed dossiers, by option: where the person lived on the latest closing day.
    ResidenceAtClosing,
}

impl Basis {
    /// The stable text of the basis.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CurrentResidence => "current_residence",
            Self::ContractMunicipality => "contract_municipality",
            Self::ResidenceAtClosing => "residence_at_closing",
        }
    }

    /// Whether the person is placed by closed dossiers.
    pub const fn is_closed(self) -> bool {
        !matches!(self, Self::CurrentResidence)
    }
}

/// The two facts that may be disclosed beside the number, of all the person's dossiers known on the day.
///
/// Neither implies the other: an attest without a contract is lawful since 2022-03-01 (decree of 7 June 2013, art. 34/1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Flags {
    /// Any known contract by the day.
    pub contract_signed: bool,
    /// Any known attest by the day.
    pub attest_obtained: bool,
}

impl Flags {
    /// Contract and attest, each with its name: (`Attest van inburgering behaald`, `ja`).
    pub const fn words(self, language: Language) -> [(&'static str, &'static str); 2] {
        let names = match language {
            Language::Dutch => ["Inburgeringscontract ondertekend", "Attest van inburgering behaald"],
            Language::English => ["Civic integration contract signed", "Civic integration certificate obtained"],
        };
        let [contract, attest] = names;
        [(contract, language.yes_or_no(self.contract_signed)), (attest, language.yes_or_no(self.attest_obtained))]
    }

    /// Both in one line of a Dutch paper.
    pub(crate) fn in_dutch(self) -> String {
        let [contract, attest] =
            [self.contract_signed, self.attest_obtained].map(|flag| Language::Dutch.yes_or_no(flag));
        format!("contract ondertekend: {contract}; attest behaald: {attest}")
    }
}

impl Person<'_> {
    /// The answer about this person on the day `on`: eligible, not eligible or undetermined, with its reasons.
    ///
    /// `None` where there is nobody to answer about: no dossier is known on the day (and no row was set aside), or the
    /// day lies outside the [`horizon`].
    pub fn answer(&self, on: NaiveDate, rules: ListRules) -> Option<Answer> {
        // "Persons on D are those with at least one dossier known on D."
        let dossiers = self.known_dossiers(on);
        if !horizon::contains(on) || (dossiers.is_empty() && !self.has_unreadable_row()) {
            return None;
        }
        let numbers = self.numbers().on(on);
        let number = numbers.last.first().copied()?;
        let flags = Flags {
            contract_signed: dossiers.iter().any(|dossier| dossier.contract_signed_on.is_some()),
            attest_obtained: dossiers.iter().any(|dossier| dossier.attest_obtained_on.is_some()),
        };
        let answer = |outcome, reasons| Some(Answer { number, outcome, flags, reasons });
        let not_eligible = |reason| answer(Outcome::NotEligible, vec![reason]);

        // 1. "The number on D (if a fault leaves several: all of them) is a BIS number: not eligible."
        if numbers.last.iter().all(|number| number.is_bis()) {
            return not_eligible(Reason::BisNumber);
        }

        // 2. "Died by D: not eligible."
        if let Some(died_on) = self.died_on().filter(|&died_on| died_on <= on) {
            return not_eligible(Reason::Died { died_on });
        }

        // 4. and 5. say which fact is read; 3. comes before them, so what they find is held until the faults are known.
        let found = if dossiers.is_empty() {
            Ok(Found::Nowhere(Reason::UnreadableRow))
        } else if dossiers.iter().any(KnownDossier::is_active) {
            self.by_current_residence(on)
        } else {
            match rules.closed {
                ClosedRule::ContractMunicipality => by_contract(&dossiers, on),
                ClosedRule::ResidenceAtClosing => self.by_residence_at_closing(&dossiers, on),
                ClosedRule::ContractMunicipalityIfResident => self.by_contract_if_resident(&dossiers, on),
            }
        };

        // 3. "A fault where the rule below would have to read: undetermined."
        let mut faults = self.faults(&dossiers, &numbers.last, on);
        faults.extend(numbers.faults);
        let found = found.map_err(|read| faults.extend(read));
        // "The code needed begins only after D, or is unknown: then this alone is the reason."
        if faults.iter().any(is_code_fault) {
            faults.retain(is_code_fault);
        }
        if !faults.is_empty() {
            faults.sort_unstable();
            faults.dedup();
            return answer(Outcome::Undetermined, faults);
        }

        match found {
            // 6. "The municipality found is outside Flanders: not eligible; in Brussels: not eligible unless the option is on."
            Ok(Found::In { municipality, basis, reason }) => match (municipality.region(), rules.brussels) {
                (Region::Flanders, _) | (Region::Brussels, Brussels::Allowed) => {
                    answer(Outcome::Eligible { municipality, basis }, vec![reason])
                }
                (Region::Brussels, Brussels::Refused) => not_eligible(Reason::BrusselsNotStated { municipality }),
                (Region::Wallonia, _) => not_eligible(Reason::OutsideFlanders { municipality }),
            },
            Ok(Found::Nowhere(reason)) => not_eligible(reason),
            Err(()) => None,
        }
    }

    /// Rule 4: "A person with at least one active dossier follows current residence: the municipality of the spell that
    /// covers D (half-open), carried through mergers to D, wherever the contract was signed. No spell covers D: not
    /// eligible."
    fn by_current_residence(&self, on: NaiveDate) -> Result<Found, Vec<Reason>> {
        Ok(match residence_on(self.spells(), None, on)? {
            Some(municipality) => Found::In {
                municipality,
                basis: Basis::CurrentResidence,
                reason: Reason::FollowsCurrentResidence { municipality },
            },
            None => Found::Nowhere(Reason::NotRegisteredInBelgium),
        })
    }

    /// Rule 5, by option: "the residence on the latest closing day, contract or not".
    fn by_residence_at_closing(&self, dossiers: &[KnownDossier], on: NaiveDate) -> Result<Found, Vec<Reason>> {
        let Some(closed_on) = dossiers.iter().filter_map(KnownDossier::closing_day).max() else {
            return Ok(Found::Nowhere(Reason::ClosedWithoutContract));
        };
        Ok(match residence_on(self.spells(), Some(closed_on), on)? {
            Some(municipality) => Found::In {
                municipality,
                basis: Basis::ResidenceAtClosing,
                reason: Reason::LivedThereAtClosing { closed_on, municipality },
            },
            None => Found::Nowhere(Reason::NotRegisteredAtClosing { closed_on }),
        })
    }

    /// Rule 5, by option: "the default narrowed to persons whose residence on D agrees (none, or another: not eligible, each
    /// with its own reason; residence is read only if there is a contract)".
    fn by_contract_if_resident(&self, dossiers: &[KnownDossier], on: NaiveDate) -> Result<Found, Vec<Reason>> {
        let Some(signed_on) = latest_contract(dossiers) else {
            return Ok(Found::Nowhere(Reason::ClosedWithoutContract));
        };
        let (contract, residence) =
            match (contract_municipality(dossiers, signed_on, on), residence_on(self.spells(), None, on)) {
                (Ok(contract), Ok(residence)) => (contract, residence),
                (contract, residence) => {
                    return Err([contract.err(), residence.err()].into_iter().flatten().flatten().collect());
                }
            };
        Ok(match residence {
            Some(residence) if residence == contract => Found::In {
                municipality: contract,
                basis: Basis::ContractMunicipality,
                reason: Reason::ContractMunicipalityAndResident { signed_on, municipality: contract },
            },
            Some(residence) => Found::Nowhere(Reason::LivesElsewhere { residence, contract }),
            None => Found::Nowhere(Reason::NoLongerRegistered),
        })
    }

    /// The faults that count whatever the rules below read: unreadable rows, impossible dates, rows that differ, a birth
    /// after the day.
    fn faults(&self, dossiers: &[KnownDossier], numbers: &[Insz], on: NaiveDate) -> Vec<Reason> {
        let mut faults: Vec<Reason> = dossiers.iter().flat_map(KnownDossier::impossible_dates).collect();
        if self.has_unreadable_row() {
            faults.push(Reason::UnreadableRow);
        }
        if self.rows_differ_from().is_some_and(|from| from <= on) {
            faults.push(Reason::DossierRowsDiffer);
        }
        if numbers.iter().any(|number| number.earliest_birth_day() > on) {
            faults.push(Reason::BornAfterDay);
        }
        faults
    }
}

/// What rule 4 or 5 finds: a municipality, still to pass rule 6, or a reason why there is none.
enum Found {
    In { municipality: Municipality, basis: Basis, reason: Reason },
    Nowhere(Reason),
}

/// Rule 5: "That of the person's latest contract signed by D, carried through mergers to D. No contract by D: not eligible."
fn by_contract(dossiers: &[KnownDossier], on: NaiveDate) -> Result<Found, Vec<Reason>> {
    let Some(signed_on) = latest_contract(dossiers) else {
        return Ok(Found::Nowhere(Reason::ClosedWithoutContract));
    };
    let municipality = contract_municipality(dossiers, signed_on, on)?;
    let reason = Reason::StaysAtContractMunicipality { signed_on, municipality };
    Ok(Found::In { municipality, basis: Basis::ContractMunicipality, reason })
}

/// The day of the latest contract of the known dossiers.
fn latest_contract(dossiers: &[KnownDossier]) -> Option<NaiveDate> {
    dossiers.iter().filter_map(|dossier| dossier.contract_signed_on).max()
}

/// The municipality of the contracts of that day, carried to the day of the answer.
///
/// # Errors
/// "Two latest contracts of one day in municipalities that differ once carried to D; the latest contract, or one of
/// several of that day, has no municipality"; and a code that cannot be carried.
fn contract_municipality(
    dossiers: &[KnownDossier],
    signed_on: NaiveDate,
    on: NaiveDate,
) -> Result<Municipality, Vec<Reason>> {
    let contracts = || dossiers.iter().filter(|dossier| dossier.contract_signed_on == Some(signed_on));
    let codes = contracts().filter_map(|dossier| dossier.contract_municipality);
    let found = the_one_municipality(codes, on, |one, other| Reason::ContractConflict { signed_on, one, other });
    let missing = contracts().any(|dossier| dossier.contract_municipality.is_none());
    match found {
        Ok(Some(municipality)) if !missing => Ok(municipality),
        Ok(_) => Err(vec![Reason::ContractMunicipalityMissing { signed_on }]),
        Err(mut faults) => {
            faults.extend(missing.then_some(Reason::ContractMunicipalityMissing { signed_on }));
            Err(faults)
        }
    }
}

/// Whether the fault is a municipality code that cannot be carried to the day.
fn is_code_fault(fault: &Reason) -> bool {
    matches!(fault.code(), ReasonCode::MunicipalityNotYet | ReasonCode::MunicipalityUnknown)
}
