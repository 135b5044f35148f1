//! The dossier of a participant: registration, contract, attest, closing.

use core::fmt;

use chrono::NaiveDate;

use crate::{NisCode, Reason};

/// The number of a dossier: the agency's own, opaque text.
///
/// `Debug` does not show it, since a dossier number may be built on a register number.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(into = "String"))]
pub struct DossierNumber(Box<str>);

/// From text alone, so that no error repeats a value: a number here may be a register number.
#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for DossierNumber {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::serde_text::deserialize(deserializer, "the number of a dossier")
    }
}

/// A dossier number was empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the dossier number is empty; give the agency's number of the dossier")]
pub struct EmptyDossierNumber;

impl DossierNumber {
    /// The number from the agency's text; outer white space is trimmed.
    ///
    /// # Errors
    /// [`EmptyDossierNumber`] if nothing is left.
    pub fn new(text: &str) -> Result<Self, EmptyDossierNumber> {
        let text = text.trim();
        if text.is_empty() { Err(EmptyDossierNumber) } else { Ok(Self(text.into())) }
    }

    /// The number of a text that is not empty, without outer white space.
    pub(crate) fn of_trimmed(text: &str) -> Self {
        Self(text.into())
    }

    /// The number as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl core::str::FromStr for DossierNumber {
    type Err = EmptyDossierNumber;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::new(text)
    }
}

impl From<DossierNumber> for String {
    fn from(number: DossierNumber) -> Self {
        number.0.into()
    }
}

impl fmt::Display for DossierNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for DossierNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DossierNumber(***)")
    }
}

/// A dossier as the agency recorded it: one row, with dates that may be missing, later or impossible.
///
/// The record has no invariant on purpose: what is wrong with it is a fault of the person's answer, never an error.
///
/// ```
/// use inburgering::{Dossier, DossierNumber};
/// use chrono::NaiveDate;
///
/// let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
/// let dossier = Dossier::new(DossierNumber::new("D-1")?)
///     .registered(day(2024, 1, 8))
///     .contract(day(2024, 3, 1), "44021".parse()?)
///     .attest(day(2025, 6, 30));
/// assert_eq!(dossier.known_from(), Some(day(2024, 1, 8)));
/// // On the last day before the attest the dossier is still active.
/// assert!(dossier.as_known_on(day(2025, 6, 29)).unwrap().is_active());
/// assert!(!dossier.as_known_on(day(2025, 6, 30)).unwrap().is_active());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Dossier {
    /// The agency's number of the dossier.
    pub number: DossierNumber,
    /// The day of registration (*aanmelding*).
    pub registered_on: Option<NaiveDate>,
    /// The day on which the civic integration contract (*inburgeringscontract*) was signed.
    pub contract_signed_on: Option<NaiveDate>,
    /// The municipality of the contract, as recorded.
    pub contract_municipality: Option<NisCode>,
    /// The day on which the attest (*attest van inburgering*) was obtained.
    pub attest_obtained_on: Option<NaiveDate>,
    /// The day on which the dossier was closed without an attest.
    pub closed_on: Option<NaiveDate>,
}

impl Dossier {
    /// A dossier of which nothing is known yet but its number.
    pub const fn new(number: DossierNumber) -> Self {
        Self {
            number,
            registered_on: None,
            contract_signed_on: None,
            contract_municipality: None,
            attest_obtained_on: None,
            closed_on: None,
        }
    }

    /// The same, registered on the day.
    pub const fn registered(mut self, on: NaiveDate) -> Self {
        self.registered_on = Some(on);
        self
    }

    /// The same, with a contract signed on the day in the municipality.
    pub const fn contract(mut self, on: NaiveDate, municipality: NisCode) -> Self {
        self.contract_signed_on = Some(on);
        self.contract_municipality = Some(municipality);
        self
    }

    /// The same, with an attest obtained on the day.
    pub const fn attest(mut self, on: NaiveDate) -> Self {
        self.attest_obtained_on = Some(on);
        self
    }

    /// The same, closed without an attest on the day.
    pub const fn closed(mut self, on: NaiveDate) -> Self {
        self.closed_on = Some(on);
        self
    }

    /// The dates of the dossier, in the order of its life.
    pub fn dates(&self) -> impl Iterator<Item = NaiveDate> {
        self.facts().dates()
    }

    /// The day from which the dossier is known: the earliest of its dates. Without any date it counts for nothing.
    pub fn known_from(&self) -> Option<NaiveDate> {
        self.facts().known_from()
    }

    /// What of the dossier is known on a day: each later date is unknown, and a contract's municipality with its date.
    /// `None` where the dossier itself is not known yet.
    pub fn as_known_on(&self, day: NaiveDate) -> Option<KnownDossier> {
        self.facts().as_known_on(day)
    }

    /// What is recorded of the dossier, without its number.
    pub const fn facts(&self) -> DossierFacts {
        DossierFacts {
            registered_on: self.registered_on,
            contract_signed_on: self.contract_signed_on,
            contract_municipality: self.contract_municipality,
            attest_obtained_on: self.attest_obtained_on,
            closed_on: self.closed_on,
        }
    }
}

/// What is recorded of a dossier, without its number: 20 bytes, for the many.
///
/// As with [`Dossier`], there is no invariant on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct DossierFacts {
    /// The day of registration (*aanmelding*).
    pub registered_on: Option<NaiveDate>,
    /// The day on which the civic integration contract (*inburgeringscontract*) was signed.
    pub contract_signed_on: Option<NaiveDate>,
    /// The municipality of the contract, as recorded.
    pub contract_municipality: Option<NisCode>,
    /// The day on which the attest (*attest van inburgering*) was obtained.
    pub attest_obtained_on: Option<NaiveDate>,
    /// The day on which the dossier was closed without an attest.
    pub closed_on: Option<NaiveDate>,
}

impl DossierFacts {
    /// The dossier of this number.
    pub(crate) const fn numbered(self, number: DossierNumber) -> Dossier {
        let Self { registered_on, contract_signed_on, contract_municipality, attest_obtained_on, closed_on } = self;
        Dossier { number, registered_on, contract_signed_on, contract_municipality, attest_obtained_on, closed_on }
    }

    /// See [`Dossier::dates`].
    pub(crate) fn dates(self) -> impl Iterator<Item = NaiveDate> {
        [self.registered_on, self.contract_signed_on, self.attest_obtained_on, self.closed_on].into_iter().flatten()
    }

    /// See [`Dossier::known_from`].
    pub(crate) fn known_from(self) -> Option<NaiveDate> {
        self.dates().min()
    }

    /// See [`Dossier::as_known_on`].
    pub(crate) fn as_known_on(self, day: NaiveDate) -> Option<KnownDossier> {
        let by_day = |date: Option<NaiveDate>| date.filter(|&date| date <= day);
        self.known_from().filter(|&from| from <= day).map(|_| {
            let contract_signed_on = by_day(self.contract_signed_on);
            KnownDossier {
                registered_on: by_day(self.registered_on),
                contract_signed_on,
                contract_municipality: contract_signed_on.and(self.contract_municipality),
                attest_obtained_on: by_day(self.attest_obtained_on),
                closed_on: by_day(self.closed_on),
            }
        })
    }

    /// The first day on which two rows of one person and one dossier number are both known and differ in anything
    /// known; `None` where they never do. Once they differ they always do: a known date does not change.
    pub(crate) fn differs_from(self, other: Self) -> Option<NaiveDate> {
        let both_known = self.known_from()?.max(other.known_from()?);
        let differ_from = |one: Option<NaiveDate>, two: Option<NaiveDate>| {
            if one == two { None } else { one.into_iter().chain(two).min() }
        };
        let municipality = self
            .contract_signed_on
            .filter(|_| self.contract_signed_on == other.contract_signed_on)
            .filter(|_| self.contract_municipality != other.contract_municipality);
        let differ = [
            differ_from(self.registered_on, other.registered_on),
            differ_from(self.contract_signed_on, other.contract_signed_on),
            municipality,
            differ_from(self.attest_obtained_on, other.attest_obtained_on),
            differ_from(self.closed_on, other.closed_on),
        ];
        differ.into_iter().flatten().min().map(|day| day.max(both_known))
    }
}

/// What is known of a dossier on a day: only dates on or before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct KnownDossier {
    /// The day of registration.
    pub registered_on: Option<NaiveDate>,
    /// The day of the contract.
    pub contract_signed_on: Option<NaiveDate>,
    /// The municipality of the contract, as recorded.
    pub contract_municipality: Option<NisCode>,
    /// The day of the attest.
    pub attest_obtained_on: Option<NaiveDate>,
    /// The day of closing without an attest.
    pub closed_on: Option<NaiveDate>,
}

impl KnownDossier {
    /// The closing day: the attest or the closing without one, the earlier counts.
    pub fn closing_day(&self) -> Option<NaiveDate> {
        match (self.attest_obtained_on, self.closed_on) {
            (Some(attest), Some(closed)) => Some(attest.min(closed)),
            (attest, closed) => attest.or(closed),
        }
    }

    /// Whether the dossier is active: not closed by the day. From the closing day on, inclusive, it is closed.
    pub fn is_active(&self) -> bool {
        self.closing_day().is_none()
    }

    /// Whether it has dates that cannot be.
    pub(crate) fn has_impossible_dates(&self) -> bool {
        self.impossible_dates().next().is_some()
    }

    /// The dates that cannot be: closed, attest or contract before the registration; a contract after the closing day.
    pub(crate) fn impossible_dates(&self) -> impl Iterator<Item = Reason> {
        let before_registration = |date: Option<NaiveDate>| matches!((date, self.registered_on), (Some(date), Some(registered)) if date < registered);
        let contract_after_closing = matches!(
            (self.contract_signed_on, self.closing_day()),
            (Some(contract), Some(closing)) if closing < contract
        );
        [
            before_registration(self.closed_on).then_some(Reason::ClosedBeforeRegistration),
            before_registration(self.attest_obtained_on).then_some(Reason::AttestBeforeRegistration),
            before_registration(self.contract_signed_on).then_some(Reason::ContractBeforeRegistration),
            contract_after_closing.then_some(Reason::ContractAfterClosing),
        ]
        .into_iter()
        .flatten()
    }
}
