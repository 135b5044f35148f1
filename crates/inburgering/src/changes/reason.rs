//! The reasons of a change: a closed catalogue.

use core::fmt;

use crate::citation::{self, Citation};

/// What changed between two lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum ChangeKind {
    /// Somebody came onto the list (*bijgekomen*).
    Came,
    /// Somebody left the list (*weggevallen*).
    Left,
    /// Somebody is on both lists, in a row that differs (*gewijzigd*).
    Changed,
}

impl ChangeKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Came, Self::Left, Self::Changed];

    /// The stable text of the kind.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Came => "came",
            Self::Left => "left",
            Self::Changed => "changed",
        }
    }

    /// The word for a Dutch reader.
    pub const fn dutch(self) -> &'static str {
        match self {
            Self::Came => "bijgekomen",
            Self::Left => "weggevallen",
            Self::Changed => "gewijzigd",
        }
    }

    /// The reasons that a change of this kind may have, in the order of the catalogue.
    pub const fn reasons(self) -> &'static [ChangeReason] {
        let (of_person, of_row) = ChangeReason::ALL.split_at(OF_PERSON);
        match self {
            Self::Came | Self::Left => of_person,
            Self::Changed => of_row,
        }
    }
}

impl fmt::Display for ChangeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why somebody came onto a list, left it, or stands on it in another row.
///
/// The sentence says what happened between the two days, whichever of them is the earlier. A change has one reason: of a
/// person, a BIS number first, then the first of the rule's steps that ends otherwise on one day than on the other; of a row,
/// its number first.
///
/// ```
/// use inburgering::ChangeReason;
///
/// assert_eq!(ChangeReason::ClosedWithAttest.as_str(), "closed_with_attest");
/// assert_eq!(ChangeReason::ClosedWithAttest.to_string(), "the last active dossier was closed with an attest");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ChangeReason {
    /// Came, left: no dossier is known on the earlier day, and the number is no BIS number on either.
    FirstDossier,
    /// Came, left: on one of the days the number is a BIS number, whether a dossier is known then or not.
    BisNumber,
    /// Came, left: died between the days.
    Died,
    /// Came, left: cannot be determined on one of the days.
    Undetermined,
    /// Came, left: no fact of the person changed, only the municipalities.
    MunicipalitiesMerged,
    /// Came, left: the residence that is read is another one, or there is none any more.
    Moved,
    /// Came, left: every dossier was closed, and a new one is active.
    DossierOpened,
    /// Came, left: every dossier is closed, the last one by an attest.
    ClosedWithAttest,
    /// Came, left: every dossier is closed, the last one without an attest.
    ClosedWithoutAttest,
    /// Came, left: every dossier is closed, and the latest contract is another one.
    LaterContract,
    /// Changed: the number of the row was replaced; its flags may differ too.
    NumberReplaced,
    /// Changed: a first contract was signed.
    Contract,
    /// Changed: a first attest was obtained.
    Attest,
    /// Changed: both.
    ContractAndAttest,
}

/// How many reasons are about who is on the list; the others are about a row.
const OF_PERSON: usize = 10;

impl ChangeReason {
    /// The whole catalogue, in its order.
    pub const ALL: &'static [Self] = &[
        Self::FirstDossier,
        Self::BisNumber,
        Self::Died,
        Self::Undetermined,
        Self::MunicipalitiesMerged,
        Self::Moved,
        Self::DossierOpened,
        Self::ClosedWithAttest,
        Self::ClosedWithoutAttest,
        Self::LaterContract,
        Self::NumberReplaced,
        Self::Contract,
        Self::Attest,
        Self::ContractAndAttest,
    ];

    /// The stable text of the reason, in `snake_case`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FirstDossier => "first_dossier",
            Self::BisNumber => "bis_number",
            Self::Died => "died",
            Self::Undetermined => "undetermined",
            Self::MunicipalitiesMerged => "municipalities_merged",
            Self::Moved => "moved",
            Self::DossierOpened => "dossier_opened",
            Self::ClosedWithAttest => "closed_with_attest",
            Self::ClosedWithoutAttest => "closed_without_attest",
            Self::LaterContract => "later_contract",
            Self::NumberReplaced => "number_replaced",
            Self::Contract => "contract",
            Self::Attest => "attest",
            Self::ContractAndAttest => "contract_and_attest",
        }
    }

    /// The sentence for a Dutch reader.
    pub const fn dutch(self) -> &'static str {
        match self {
            Self::FirstDossier => "het eerste dossier werd geopend",
            Self::BisNumber => "op een van beide dagen is het nummer een BIS-nummer",
            Self::Died => "de persoon overleed",
            Self::Undetermined => "op een van beide dagen is niet te bepalen op welke lijst de persoon staat",
            Self::MunicipalitiesMerged => "gemeenten werden samengevoegd",
            Self::Moved => "de persoon verhuisde",
            Self::DossierOpened => "een nieuw dossier werd geopend",
            Self::ClosedWithAttest => "het laatste actieve dossier werd afgesloten met een attest",
            Self::ClosedWithoutAttest => "het laatste actieve dossier werd afgesloten zonder attest",
            Self::LaterContract => "een later contract werd ondertekend",
            Self::NumberReplaced => "het rijksregisternummer werd vervangen",
            Self::Contract => "een inburgeringscontract werd ondertekend",
            Self::Attest => "een attest van inburgering werd behaald",
            Self::ContractAndAttest => "een inburgeringscontract werd ondertekend en een attest behaald",
        }
    }

    /// The source of the rule behind the reason.
    pub const fn citation(self) -> Citation {
        match self {
            Self::FirstDossier | Self::Moved | Self::DossierOpened => citation::PAGE_DISCLAIMER,
            Self::BisNumber | Self::NumberReplaced => citation::PAGE_NATIONAL_REGISTER,
            Self::Died | Self::Undetermined => citation::LIBRARY_CHOICE,
            Self::MunicipalitiesMerged => citation::REFNIS,
            Self::ClosedWithAttest | Self::ClosedWithoutAttest | Self::LaterContract => citation::OWNER_CLOSED,
            Self::Contract | Self::Attest | Self::ContractAndAttest => citation::PAGE_FIELDS,
        }
    }
}

impl fmt::Display for ChangeReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FirstDossier => "the first dossier was opened",
            Self::BisNumber => "on one of the days the number is a BIS number",
            Self::Died => "the person died",
            Self::Undetermined => "on one of the days it cannot be determined on which list the person is",
            Self::MunicipalitiesMerged => "municipalities merged",
            Self::Moved => "the person moved",
            Self::DossierOpened => "a new dossier was opened",
            Self::ClosedWithAttest => "the last active dossier was closed with an attest",
            Self::ClosedWithoutAttest => "the last active dossier was closed without an attest",
            Self::LaterContract => "a later contract was signed",
            Self::NumberReplaced => "the register number was replaced",
            Self::Contract => "a civic integration contract was signed",
            Self::Attest => "a civic integration certificate was obtained",
            Self::ContractAndAttest => "a civic integration contract was signed and a certificate obtained",
        })
    }
}
