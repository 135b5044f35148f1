//! The reasons of an answer: a closed catalogue.

use core::fmt;

use chrono::NaiveDate;

use crate::citation::{self, Citation};
use crate::language::{Language, dutch_day};
use crate::{Municipality, NisCode};

/// Why a person is on a municipality's list, on none, or cannot be placed.
///
/// The order of the variants is the order of the catalogue, in which the reasons of an answer are given.
/// The typed fields say what the sentence needs; [`Reason::code`] is stable.
///
/// ```
/// use inburgering::{Reason, ReasonCode};
///
/// assert_eq!(Reason::BisNumber.code(), ReasonCode::BisNumber);
/// assert_eq!(Reason::BisNumber.code().as_str(), "bis_number");
/// assert_eq!(Reason::BisNumber.to_string(), "the number is a BIS number: the person is not in the National Register");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(tag = "reason", rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Reason {
    /// Eligible: an active dossier follows current residence.
    FollowsCurrentResidence {
        /// The municipality of residence, carried through mergers to the day.
        municipality: Municipality,
    },
    /// Eligible: a closed dossier stays at the contract's municipality.
    StaysAtContractMunicipality {
        /// The day of the latest contract.
        signed_on: NaiveDate,
        /// The contract's municipality, carried through mergers to the day.
        municipality: Municipality,
    },
    /// Eligible, by option: the residence on the latest closing day.
    LivedThereAtClosing {
        /// The latest closing day.
        closed_on: NaiveDate,
        /// The residence on that day, carried through mergers to the day of the answer.
        municipality: Municipality,
    },
    /// Eligible, by option: the contract's municipality, and the person still lives there.
    ContractMunicipalityAndResident {
        /// The day of the latest contract.
        signed_on: NaiveDate,
        /// The municipality of both.
        municipality: Municipality,
    },
    /// Not eligible: the number on the day is a BIS number.
    BisNumber,
    /// Not eligible: died by the day.
    Died {
        /// The day of death.
        died_on: NaiveDate,
    },
    /// Not eligible: active, and no residence covers the day.
    NotRegisteredInBelgium,
    /// Not eligible: closed, and no contract was signed by the day.
    ClosedWithoutContract,
    /// Not eligible, by option: no residence on the closing day.
    NotRegisteredAtClosing {
        /// The latest closing day.
        closed_on: NaiveDate,
    },
    /// Not eligible, by option: closed, and no residence covers the day.
    NoLongerRegistered,
    /// Not eligible, by option: closed, and the person lives elsewhere than in the contract's municipality.
    LivesElsewhere {
        /// Where the person lives on the day.
        residence: Municipality,
        /// The contract's municipality.
        contract: Municipality,
    },
    /// Not eligible: the municipality found lies in Wallonia.
    OutsideFlanders {
        /// The municipality found.
        municipality: Municipality,
    },
    /// Not eligible unless the option allows it: the municipality found lies in Brussels.
    BrusselsNotStated {
        /// The municipality found.
        municipality: Municipality,
    },
    /// Undetermined: a row that names the person cannot be read and was set aside.
    UnreadableRow,
    /// Undetermined: two residences cover the day that is asked.
    ResidenceConflict {
        /// The closing day, where the residence on that day is asked; `None` where it is the day of the answer.
        closed_on: Option<NaiveDate>,
        /// One of the municipalities, the lower code.
        one: Municipality,
        /// The other.
        other: Municipality,
    },
    /// Undetermined: the code that is needed begins only after the day.
    MunicipalityNotYet {
        /// The municipality of that code.
        municipality: Municipality,
    },
    /// Undetermined: the code that is needed is no municipality's.
    MunicipalityUnknown {
        /// The code.
        code: NisCode,
    },
    /// Undetermined: two latest contracts of one day in different municipalities.
    ContractConflict {
        /// The day of the contracts.
        signed_on: NaiveDate,
        /// One of the municipalities, the lower code.
        one: Municipality,
        /// The other.
        other: Municipality,
    },
    /// Undetermined: a latest contract has no municipality.
    ContractMunicipalityMissing {
        /// The day of the contract.
        signed_on: NaiveDate,
    },
    /// Undetermined: a dossier was closed before it was registered.
    ClosedBeforeRegistration,
    /// Undetermined: an attest was obtained before registration.
    AttestBeforeRegistration,
    /// Undetermined: a contract was signed before registration.
    ContractBeforeRegistration,
    /// Undetermined: a contract was signed after the closing day.
    ContractAfterClosing,
    /// Undetermined: rows with one dossier number differ.
    DossierRowsDiffer,
    /// Undetermined: the number belongs to somebody born after the day.
    BornAfterDay,
    /// Undetermined: a register number was replaced by two.
    NumberReplacedByTwo,
    /// Undetermined: register numbers were replaced in a circle.
    NumbersReplacedInCircle,
    /// Undetermined: a later replacement is dated by the day where an earlier one is not.
    ReplacementOutOfOrder,
    /// Undetermined: the person has two last numbers on the day.
    SeveralNumbers,
}

/// The stable code of a [`Reason`], without its fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
#[expect(missing_docs, reason = "each is the reason of the same name")]
pub enum ReasonCode {
    FollowsCurrentResidence,
    StaysAtContractMunicipality,
    LivedThereAtClosing,
    ContractMunicipalityAndResident,
    BisNumber,
    Died,
    NotRegisteredInBelgium,
    ClosedWithoutContract,
    NotRegisteredAtClosing,
    NoLongerRegistered,
    LivesElsewhere,
    OutsideFlanders,
    BrusselsNotStated,
    UnreadableRow,
    ResidenceConflict,
    MunicipalityNotYet,
    MunicipalityUnknown,
    ContractConflict,
    ContractMunicipalityMissing,
    ClosedBeforeRegistration,
    AttestBeforeRegistration,
    ContractBeforeRegistration,
    ContractAfterClosing,
    DossierRowsDiffer,
    BornAfterDay,
    NumberReplacedByTwo,
    NumbersReplacedInCircle,
    ReplacementOutOfOrder,
    SeveralNumbers,
}

impl Reason {
    /// The whole catalogue, in its order.
    pub const ALL: &'static [ReasonCode] = ReasonCode::ALL;

    /// The stable code of this reason.
    pub const fn code(&self) -> ReasonCode {
        match self {
            Self::FollowsCurrentResidence { .. } => ReasonCode::FollowsCurrentResidence,
            Self::StaysAtContractMunicipality { .. } => ReasonCode::StaysAtContractMunicipality,
            Self::LivedThereAtClosing { .. } => ReasonCode::LivedThereAtClosing,
            Self::ContractMunicipalityAndResident { .. } => ReasonCode::ContractMunicipalityAndResident,
            Self::BisNumber => ReasonCode::BisNumber,
            Self::Died { .. } => ReasonCode::Died,
            Self::NotRegisteredInBelgium => ReasonCode::NotRegisteredInBelgium,
            Self::ClosedWithoutContract => ReasonCode::ClosedWithoutContract,
            Self::NotRegisteredAtClosing { .. } => ReasonCode::NotRegisteredAtClosing,
            Self::NoLongerRegistered => ReasonCode::NoLongerRegistered,
            Self::LivesElsewhere { .. } => ReasonCode::LivesElsewhere,
            Self::OutsideFlanders { .. } => ReasonCode::OutsideFlanders,
            Self::BrusselsNotStated { .. } => ReasonCode::BrusselsNotStated,
            Self::UnreadableRow => ReasonCode::UnreadableRow,
            Self::ResidenceConflict { .. } => ReasonCode::ResidenceConflict,
            Self::MunicipalityNotYet { .. } => ReasonCode::MunicipalityNotYet,
            Self::MunicipalityUnknown { .. } => ReasonCode::MunicipalityUnknown,
            Self::ContractConflict { .. } => ReasonCode::ContractConflict,
            Self::ContractMunicipalityMissing { .. } => ReasonCode::ContractMunicipalityMissing,
            Self::ClosedBeforeRegistration => ReasonCode::ClosedBeforeRegistration,
            Self::AttestBeforeRegistration => ReasonCode::AttestBeforeRegistration,
            Self::ContractBeforeRegistration => ReasonCode::ContractBeforeRegistration,
            Self::ContractAfterClosing => ReasonCode::ContractAfterClosing,
            Self::DossierRowsDiffer => ReasonCode::DossierRowsDiffer,
            Self::BornAfterDay => ReasonCode::BornAfterDay,
            Self::NumberReplacedByTwo => ReasonCode::NumberReplacedByTwo,
            Self::NumbersReplacedInCircle => ReasonCode::NumbersReplacedInCircle,
            Self::ReplacementOutOfOrder => ReasonCode::ReplacementOutOfOrder,
            Self::SeveralNumbers => ReasonCode::SeveralNumbers,
        }
    }

    /// The municipalities of its fields, carried through mergers to the day; those that cannot be carried are none.
    pub(crate) fn municipalities(&self) -> impl Iterator<Item = Municipality> + use<> {
        let found = match *self {
            Self::FollowsCurrentResidence { municipality }
            | Self::StaysAtContractMunicipality { municipality, .. }
            | Self::LivedThereAtClosing { municipality, .. }
            | Self::ContractMunicipalityAndResident { municipality, .. }
            | Self::OutsideFlanders { municipality }
            | Self::BrusselsNotStated { municipality } => [Some(municipality), None],
            Self::LivesElsewhere { residence: one, contract: other }
            | Self::ResidenceConflict { one, other, .. }
            | Self::ContractConflict { one, other, .. } => [Some(one), Some(other)],
            _ => [None, None],
        };
        found.into_iter().flatten()
    }

    /// The source of the rule behind this reason.
    pub const fn citation(&self) -> Citation {
        self.code().citation()
    }

    /// The sentence in this language, without a final period.
    pub fn sentence(&self, language: Language) -> String {
        match language {
            Language::Dutch => self.dutch(),
            Language::English => self.to_string(),
        }
    }

    /// The sentence for a Dutch reader.
    #[rustfmt::skip]
    pub fn dutch(&self) -> String {
        match self {
            Self::FollowsCurrentResidence { municipality } => format!("volgt nog een traject en woont in {municipality}: een actief dossier volgt de huidige woonplaats"),
            Self::StaysAtContractMunicipality { signed_on, municipality } => format!("alle dossiers zijn afgesloten: het dossier blijft bij {municipality}, de gemeente van het laatste contract ({})", dutch_day(*signed_on)),
            Self::LivedThereAtClosing { closed_on, municipality } => format!("alle dossiers zijn afgesloten: de persoon woonde bij het afsluiten ({}) in {municipality}", dutch_day(*closed_on)),
            Self::ContractMunicipalityAndResident { signed_on, municipality } => format!("alle dossiers zijn afgesloten: de persoon woont nog in {municipality}, de gemeente van het laatste contract ({})", dutch_day(*signed_on)),
            Self::BisNumber => "het nummer is een BIS-nummer: de persoon staat niet in het Rijksregister".into(),
            Self::Died { died_on } => format!("de persoon is overleden op {}", dutch_day(*died_on)),
            Self::NotRegisteredInBelgium => "volgt nog een traject, maar is die dag in geen Belgische gemeente ingeschreven".into(),
            Self::ClosedWithoutContract => "alle dossiers zijn afgesloten en er is geen inburgeringscontract ondertekend".into(),
            Self::NotRegisteredAtClosing { closed_on } => format!("alle dossiers zijn afgesloten en de persoon was bij het afsluiten ({}) in geen Belgische gemeente ingeschreven", dutch_day(*closed_on)),
            Self::NoLongerRegistered => "alle dossiers zijn afgesloten en de persoon is die dag in geen Belgische gemeente ingeschreven".into(),
            Self::LivesElsewhere { residence, contract } => format!("alle dossiers zijn afgesloten en de persoon woont in {residence}, niet in {contract}, de gemeente van het laatste contract"),
            Self::OutsideFlanders { municipality } => format!("{municipality} ligt niet in Vlaanderen: alleen Vlaamse gemeenten kunnen gegevens krijgen"),
            Self::BrusselsNotStated { municipality } => format!("{municipality} ligt in Brussel: nergens staat dat Brusselse gemeenten gegevens kunnen krijgen"),
            Self::UnreadableRow => "een rij over deze persoon is onleesbaar en werd opzijgezet".into(),
            Self::ResidenceConflict { closed_on: Some(closed_on), one, other } => format!("twee woonplaatsen gelden op de dag van het afsluiten ({}): {one} en {other}", dutch_day(*closed_on)),
            Self::ResidenceConflict { closed_on: None, one, other } => format!("twee woonplaatsen gelden op die dag: {one} en {other}"),
            Self::MunicipalityNotYet { municipality } => match municipality.validity().from {
                Some(from) => format!("de gemeentecode {municipality} begint pas op {}", dutch_day(from)),
                None => format!("de gemeentecode {municipality} geldt nog niet"),
            },
            Self::MunicipalityUnknown { code } => format!("{code} is geen code van een Belgische gemeente"),
            Self::ContractConflict { signed_on, one, other } => format!("de laatste contracten zijn op dezelfde dag ({}) ondertekend, in {one} en in {other}", dutch_day(*signed_on)),
            Self::ContractMunicipalityMissing { signed_on } => format!("bij het laatste contract ({}) staat geen gemeente", dutch_day(*signed_on)),
            Self::ClosedBeforeRegistration => "een dossier is afgesloten vóór de aanmelding".into(),
            Self::AttestBeforeRegistration => "een attest is behaald vóór de aanmelding".into(),
            Self::ContractBeforeRegistration => "een contract is ondertekend vóór de aanmelding".into(),
            Self::ContractAfterClosing => "een contract is ondertekend na het afsluiten van het dossier".into(),
            Self::DossierRowsDiffer => "rijen met hetzelfde dossiernummer spreken elkaar tegen".into(),
            Self::BornAfterDay => "volgens het rijksregisternummer is de persoon na die dag geboren".into(),
            Self::NumberReplacedByTwo => "een rijksregisternummer is door twee nummers vervangen".into(),
            Self::NumbersReplacedInCircle => "rijksregisternummers zijn in een kring door elkaar vervangen".into(),
            Self::ReplacementOutOfOrder => "een latere vervanging van het rijksregisternummer is al ingegaan, een eerdere nog niet".into(),
            Self::SeveralNumbers => "de persoon heeft die dag meer dan één geldend rijksregisternummer".into(),
        }
    }
}

impl fmt::Display for Reason {
    #[rustfmt::skip]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FollowsCurrentResidence { municipality } => write!(f, "still in a trajectory and living in {municipality}: an active dossier follows current residence"),
            Self::StaysAtContractMunicipality { signed_on, municipality } => write!(f, "every dossier is closed: it stays at {municipality}, the municipality of the latest contract ({signed_on})"),
            Self::LivedThereAtClosing { closed_on, municipality } => write!(f, "every dossier is closed: the person lived in {municipality} at closing ({closed_on})"),
            Self::ContractMunicipalityAndResident { signed_on, municipality } => write!(f, "every dossier is closed: the person still lives in {municipality}, the municipality of the latest contract ({signed_on})"),
            Self::BisNumber => f.write_str("the number is a BIS number: the person is not in the National Register"),
            Self::Died { died_on } => write!(f, "the person died on {died_on}"),
            Self::NotRegisteredInBelgium => f.write_str("still in a trajectory, but registered in no Belgian municipality on the day"),
            Self::ClosedWithoutContract => f.write_str("every dossier is closed and no civic integration contract was signed"),
            Self::NotRegisteredAtClosing { closed_on } => write!(f, "every dossier is closed and the person was registered in no Belgian municipality at closing ({closed_on})"),
            Self::NoLongerRegistered => f.write_str("every dossier is closed and the person is registered in no Belgian municipality on the day"),
            Self::LivesElsewhere { residence, contract } => write!(f, "every dossier is closed and the person lives in {residence}, not in {contract}, the municipality of the latest contract"),
            Self::OutsideFlanders { municipality } => write!(f, "{municipality} lies outside Flanders: only Flemish municipalities may get data"),
            Self::BrusselsNotStated { municipality } => write!(f, "{municipality} lies in Brussels: it is stated nowhere that Brussels municipalities may get data"),
            Self::UnreadableRow => f.write_str("a row about this person cannot be read and was set aside"),
            Self::ResidenceConflict { closed_on: Some(closed_on), one, other } => write!(f, "two residences cover the closing day ({closed_on}): {one} and {other}"),
            Self::ResidenceConflict { closed_on: None, one, other } => write!(f, "two residences cover the day: {one} and {other}"),
            Self::MunicipalityNotYet { municipality } => match municipality.validity().from {
                Some(from) => write!(f, "the municipality code {municipality} begins only on {from}"),
                None => write!(f, "the municipality code {municipality} is not valid yet"),
            },
            Self::MunicipalityUnknown { code } => write!(f, "{code} is no code of a Belgian municipality"),
            Self::ContractConflict { signed_on, one, other } => write!(f, "the latest contracts were signed on one day ({signed_on}), in {one} and in {other}"),
            Self::ContractMunicipalityMissing { signed_on } => write!(f, "the latest contract ({signed_on}) has no municipality"),
            Self::ClosedBeforeRegistration => f.write_str("a dossier was closed before its registration"),
            Self::AttestBeforeRegistration => f.write_str("an attest was obtained before the registration"),
            Self::ContractBeforeRegistration => f.write_str("a contract was signed before the registration"),
            Self::ContractAfterClosing => f.write_str("a contract was signed after the closing of its dossier"),
            Self::DossierRowsDiffer => f.write_str("rows with one dossier number contradict each other"),
            Self::BornAfterDay => f.write_str("by the register number the person was born after the day"),
            Self::NumberReplacedByTwo => f.write_str("a register number was replaced by two numbers"),
            Self::NumbersReplacedInCircle => f.write_str("register numbers were replaced by each other in a circle"),
            Self::ReplacementOutOfOrder => f.write_str("a later replacement of the register number is in force where an earlier one is not"),
            Self::SeveralNumbers => f.write_str("the person has more than one last register number on the day"),
        }
    }
}

impl ReasonCode {
    /// The whole catalogue, in its order.
    pub const ALL: &'static [Self] = &[
        Self::FollowsCurrentResidence,
        Self::StaysAtContractMunicipality,
        Self::LivedThereAtClosing,
        Self::ContractMunicipalityAndResident,
        Self::BisNumber,
        Self::Died,
        Self::NotRegisteredInBelgium,
        Self::ClosedWithoutContract,
        Self::NotRegisteredAtClosing,
        Self::NoLongerRegistered,
        Self::LivesElsewhere,
        Self::OutsideFlanders,
        Self::BrusselsNotStated,
        Self::UnreadableRow,
        Self::ResidenceConflict,
        Self::MunicipalityNotYet,
        Self::MunicipalityUnknown,
        Self::ContractConflict,
        Self::ContractMunicipalityMissing,
        Self::ClosedBeforeRegistration,
        Self::AttestBeforeRegistration,
        Self::ContractBeforeRegistration,
        Self::ContractAfterClosing,
        Self::DossierRowsDiffer,
        Self::BornAfterDay,
        Self::NumberReplacedByTwo,
        Self::NumbersReplacedInCircle,
        Self::ReplacementOutOfOrder,
        Self::SeveralNumbers,
    ];

    /// The stable text of the code, in `snake_case`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FollowsCurrentResidence => "follows_current_residence",
            Self::StaysAtContractMunicipality => "stays_at_contract_municipality",
            Self::LivedThereAtClosing => "lived_there_at_closing",
            Self::ContractMunicipalityAndResident => "contract_municipality_and_resident",
            Self::BisNumber => "bis_number",
            Self::Died => "died",
            Self::NotRegisteredInBelgium => "not_registered_in_belgium",
            Self::ClosedWithoutContract => "closed_without_contract",
            Self::NotRegisteredAtClosing => "not_registered_at_closing",
            Self::NoLongerRegistered => "no_longer_registered",
            Self::LivesElsewhere => "lives_elsewhere",
            Self::OutsideFlanders => "outside_flanders",
            Self::BrusselsNotStated => "brussels_not_stated",
            Self::UnreadableRow => "unreadable_row",
            Self::ResidenceConflict => "residence_conflict",
            Self::MunicipalityNotYet => "municipality_not_yet",
            Self::MunicipalityUnknown => "municipality_unknown",
            Self::ContractConflict => "contract_conflict",
            Self::ContractMunicipalityMissing => "contract_municipality_missing",
            Self::ClosedBeforeRegistration => "closed_before_registration",
            Self::AttestBeforeRegistration => "attest_before_registration",
            Self::ContractBeforeRegistration => "contract_before_registration",
            Self::ContractAfterClosing => "contract_after_closing",
            Self::DossierRowsDiffer => "dossier_rows_differ",
            Self::BornAfterDay => "born_after_day",
            Self::NumberReplacedByTwo => "number_replaced_by_two",
            Self::NumbersReplacedInCircle => "numbers_replaced_in_circle",
            Self::ReplacementOutOfOrder => "replacement_out_of_order",
            Self::SeveralNumbers => "several_numbers",
        }
    }

    /// The source of the rule behind the reason.
    pub const fn citation(self) -> Citation {
        match self {
            Self::FollowsCurrentResidence | Self::NotRegisteredInBelgium => citation::PAGE_DISCLAIMER,
            Self::StaysAtContractMunicipality | Self::ClosedWithoutContract => citation::OWNER_CLOSED,
            Self::LivedThereAtClosing | Self::NotRegisteredAtClosing => citation::PAGE_CLOSED,
            Self::ContractMunicipalityAndResident
            | Self::NoLongerRegistered
            | Self::LivesElsewhere
            | Self::BisNumber => citation::PAGE_NATIONAL_REGISTER,
            Self::OutsideFlanders => citation::PAGE_FLANDERS,
            Self::MunicipalityNotYet | Self::MunicipalityUnknown => citation::REFNIS,
            Self::Died
            | Self::BrusselsNotStated
            | Self::UnreadableRow
            | Self::ResidenceConflict
            | Self::ContractConflict
            | Self::ContractMunicipalityMissing
            | Self::ClosedBeforeRegistration
            | Self::AttestBeforeRegistration
            | Self::ContractBeforeRegistration
            | Self::ContractAfterClosing
            | Self::DossierRowsDiffer
            | Self::BornAfterDay
            | Self::NumberReplacedByTwo
            | Self::NumbersReplacedInCircle
            | Self::ReplacementOutOfOrder
            | Self::SeveralNumbers => citation::LIBRARY_CHOICE,
        }
    }
}

impl fmt::Display for ReasonCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A set of reason codes, four bytes wide; it iterates in the order of the catalogue.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct ReasonSet(u32);

impl ReasonSet {
    /// The codes of these reasons.
    pub fn of(reasons: &[Reason]) -> Self {
        Self(reasons.iter().fold(0, |bits, reason| bits | 1 << reason.code() as u32))
    }

    /// The set of these bits, one for each code.
    pub(crate) const fn from_bits(bits: u32) -> Self {
        Self(bits)
    }

    /// Whether the code is in the set.
    pub const fn contains(self, code: ReasonCode) -> bool {
        self.0 & 1 << code as u32 != 0
    }

    /// The codes, in the order of the catalogue.
    pub fn iter(self) -> impl Iterator<Item = ReasonCode> {
        let mut left = self.0;
        core::iter::from_fn(move || {
            // The lowest bit that is left, of those that are codes.
            let code = ReasonCode::ALL.get(left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(*code)
        })
    }
}

impl FromIterator<ReasonCode> for ReasonSet {
    fn from_iter<I: IntoIterator<Item = ReasonCode>>(codes: I) -> Self {
        Self(codes.into_iter().fold(0, |bits, code| bits | 1 << code as u32))
    }
}

impl fmt::Debug for ReasonSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
