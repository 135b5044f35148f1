//! Every person of a caseload, placed on one day.

use core::ops::Range;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use crate::caseload::{OutsideHorizon, UnknownPersonError, horizon_day};
use crate::eligibility::{Basis, Flags, Outcome};
use crate::reason::ReasonSet;
use crate::residence::residence_on;
use crate::{
    Answer, Caseload, ClosedRule, EligiblePeriod, Insz, ListRules, Listed, Lists, Municipality, Person, ReasonCode,
};

/// Every person of a [`Caseload`] on one day: on the list of one municipality, on none, or undetermined.
///
/// For the agency's own use: what may leave it is a [`DisclosureList`](crate::DisclosureList). `Debug` shows counts only.
#[derive(Clone)]
pub struct Placed {
    caseload: Caseload,
    on: NaiveDate,
    /// The day, counted from the first of the horizon.
    day: u16,
    rules: ListRules,
    counts: Arc<OnceLock<Counts>>,
}

/// One person's answer among many: as [`Answer`], with the codes of the reasons alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlacedPerson {
    /// The register number on the day.
    pub number: Insz,
    /// One of the three answers.
    pub outcome: Outcome,
    /// Contract signed and attest obtained, on the day.
    pub flags: Flags,
    /// The codes of all the reasons of the rule that decided.
    pub reasons: ReasonSet,
}

/// How many persons have which answer, and for which reasons.
///
/// A person whose answer has several reasons counts under each of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Counts {
    /// Everybody on the day.
    pub persons: usize,
    /// On the list of a municipality.
    pub eligible: usize,
    /// On no list.
    pub not_eligible: usize,
    /// Cannot be said.
    pub undetermined: usize,
    /// For each reason that occurs: how many persons.
    pub by_reason: BTreeMap<ReasonCode, usize>,
}

impl Placed {
    pub(crate) fn new(caseload: &Caseload, on: NaiveDate, rules: ListRules) -> Result<Self, OutsideHorizon> {
        let day = horizon_day(on).ok_or(OutsideHorizon { on })?;
        Ok(Self { caseload: caseload.clone(), on, day, rules, counts: Arc::new(OnceLock::new()) })
    }

    /// The day.
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// The options.
    pub const fn rules(&self) -> ListRules {
        self.rules
    }

    /// The caseload.
    pub const fn caseload(&self) -> &Caseload {
        &self.caseload
    }

    /// The persons on the list of the municipality, ascending by number; none where the municipality is not valid on
    /// the day.
    pub fn eligible_in(&self, municipality: Municipality) -> impl Iterator<Item = Listed> + Clone {
        self.periods_in(municipality).map(EligiblePeriod::listed)
    }

    /// The periods of the persons on the list of the municipality.
    pub(crate) fn periods_in(&self, municipality: Municipality) -> impl Iterator<Item = EligiblePeriod> + Clone {
        self.caseload.index(self.rules).periods.covering(municipality, self.day)
    }

    pub(crate) fn listed_in(&self, municipality: Municipality) -> Vec<Listed> {
        self.eligible_in(municipality).collect()
    }

    /// Whether the index for the options has been computed, so that the next answer is quick.
    pub fn is_indexed(&self) -> bool {
        self.caseload.is_indexed(self.rules)
    }

    /// All lists of the day.
    pub fn lists(&self) -> Lists {
        self.caseload.index(self.rules).periods.lists(self.day, self.caseload.threads())
    }

    /// Everybody's answer, ascending by the lowest number of each.
    pub fn answers(&self) -> impl Iterator<Item = PlacedPerson> {
        self.answers_of(0..self.caseload.persons().len())
    }

    /// The answers of the persons at these positions among [`Caseload::persons`]: a part of all, for bulk work on several
    /// threads.
    pub fn answers_of(&self, persons: Range<usize>) -> impl Iterator<Item = PlacedPerson> {
        let steps = &self.caseload.index(self.rules).steps;
        persons.filter_map(move |at| {
            let step = steps.at(at, self.day)?;
            let (number, answer) = (self.caseload.number_at(at, step.position())?, step.answer());
            Some(PlacedPerson { number, outcome: answer.outcome(), flags: answer.flags(), reasons: answer.reasons() })
        })
    }

    /// The answer about one person, by any of the person's numbers, with the fields of its reasons.
    ///
    /// # Errors
    /// [`UnknownPersonError`] if the caseload has no such person, or none that is known on the day.
    pub fn answer(&self, insz: Insz) -> Result<Answer, UnknownPersonError> {
        let person = self.caseload.person(insz).filter(Person::is_in_caseload);
        let person = person.ok_or(UnknownPersonError::NotInCaseload)?;
        person.answer(self.on, self.rules).ok_or(UnknownPersonError::NotKnownOn { on: self.on })
    }

    /// How many persons have which answer, and for which reasons; counted once.
    pub fn counts(&self) -> &Counts {
        self.counts.get_or_init(|| Counts::of(self.answers()))
    }

    /// How many persons on the list of the municipality are there by closed dossiers while their residence on the day
    /// lies in another one. Residences that contradict each other, or none, are not elsewhere.
    pub fn closed_residing_elsewhere(&self, municipality: Municipality) -> usize {
        let elsewhere = |period: &EligiblePeriod| {
            let person = self.caseload.person_at(period.person());
            let residence = person.map(|person| residence_on(person.spells(), None, self.on));
            period.listed().basis.is_closed()
                && matches!(residence, Some(Ok(Some(residence))) if residence != municipality)
        };
        self.periods_in(municipality).filter(elsewhere).count()
    }
}

impl PlacedPerson {
    /// The answer about a person on the list of a municipality, under these options.
    pub fn on_list(municipality: Municipality, listed: Listed, rules: ListRules) -> Self {
        let Listed { number, flags, basis } = listed;
        let reason = match (basis, rules.closed) {
            (Basis::CurrentResidence, _) => ReasonCode::FollowsCurrentResidence,
            (Basis::ResidenceAtClosing, _) => ReasonCode::LivedThereAtClosing,
            (Basis::ContractMunicipality, ClosedRule::ContractMunicipalityIfResident) => {
                ReasonCode::ContractMunicipalityAndResident
            }
            (Basis::ContractMunicipality, _) => ReasonCode::StaysAtContractMunicipality,
        };
        let reasons = ReasonSet::from_iter([reason]);
        Self { number, outcome: Outcome::Eligible { municipality, basis }, flags, reasons }
    }
}

impl Counts {
    fn of(answers: impl Iterator<Item = PlacedPerson>) -> Self {
        let mut counts = Self::default();
        let mut by_reasons: HashMap<ReasonSet, usize> = HashMap::new();
        for PlacedPerson { outcome, reasons, .. } in answers {
            counts.persons += 1;
            *match outcome {
                Outcome::Eligible { .. } => &mut counts.eligible,
                Outcome::NotEligible => &mut counts.not_eligible,
                Outcome::Undetermined => &mut counts.undetermined,
            } += 1;
            *by_reasons.entry(reasons).or_default() += 1;
        }
        for (reasons, count) in by_reasons {
            for code in reasons.iter() {
                *counts.by_reason.entry(code).or_default() += count;
            }
        }
        counts
    }
}

impl core::fmt::Debug for Placed {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Placed")
            .field("on", &self.on)
            .field("rules", &self.rules)
            .field("counts", self.counts())
            .finish_non_exhaustive()
    }
}
