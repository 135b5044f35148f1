//! Every person of a caseload, placed on one day.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::caseload::{OutsideHorizon, Step, UnknownPersonError};
use crate::eligibility::{Basis, Flags, Outcome};
use crate::reason::ReasonSet;
use crate::residence::residence_on;
use crate::{Answer, Caseload, Insz, ListRules, Municipality, Person, ReasonCode, horizon};

/// Every person of a [`Caseload`] on one day: on the list of one municipality, on none, or undetermined.
///
/// For the agency's own use: what may leave it is a [`DisclosureList`](crate::DisclosureList). `Debug` shows counts only.
#[derive(Clone)]
pub struct Placed {
    caseload: Caseload,
    on: NaiveDate,
    rules: ListRules,
    /// The eligible persons, municipality by municipality, ascending by number.
    listed: Arc<[Listed]>,
    /// Where the persons of each municipality begin; one more than there are municipalities.
    begin: Arc<[usize]>,
    counts: Counts,
}

/// A person on the list of a municipality, with the basis, for the agency's own use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Listed {
    /// The register number on the day.
    pub number: Insz,
    /// Contract signed and attest obtained, on the day.
    pub flags: Flags,
    /// Which fact places the person.
    pub basis: Basis,
    /// The position of the person in the caseload.
    person: u32,
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
        if !horizon::contains(on) {
            return Err(OutsideHorizon { on });
        }
        let steps = caseload.steps(rules);
        let mut counts = Counts::default();
        let mut by_reason = [0_usize; ReasonCode::ALL.len()];
        let mut begin = vec![0_usize; Municipality::COUNT + 1];
        for (_, step) in steps.on(on) {
            counts.persons += 1;
            match step.outcome() {
                Outcome::Eligible { municipality, .. } => {
                    counts.eligible += 1;
                    if let Some(count) = begin.get_mut(municipality.index() + 1) {
                        *count += 1;
                    }
                }
                Outcome::NotEligible => counts.not_eligible += 1,
                Outcome::Undetermined => counts.undetermined += 1,
            }
            for code in step.reasons().iter() {
                if let Some(count) = by_reason.get_mut(code as usize) {
                    *count += 1;
                }
            }
        }
        counts.by_reason = ReasonCode::ALL.iter().copied().zip(by_reason).filter(|&(_, count)| count > 0).collect();

        // Each municipality's persons stand together; the persons come by their lowest number, which is the number on
        // the day for all but those whose number was replaced.
        let mut sum = 0;
        for count in &mut begin {
            sum += *count;
            *count = sum;
        }
        let mut next = begin.clone();
        let any_number = caseload.persons().next().map(|person| person.numbers().all().first().copied());
        let mut listed = match any_number.flatten() {
            Some(number) => {
                vec![
                    Listed { number, flags: Flags::default(), basis: Basis::CurrentResidence, person: 0 };
                    counts.eligible
                ]
            }
            None => Vec::new(),
        };
        for (at, step) in steps.on(on) {
            let Some((municipality, basis)) = step.eligible() else { continue };
            let number = caseload.person_at(at).and_then(|person| step.number(person.numbers().all()));
            let place = next.get_mut(municipality.index());
            if let (Some(number), Some(place), Ok(person)) = (number, place, u32::try_from(at)) {
                if let Some(slot) = listed.get_mut(*place) {
                    *slot = Listed { number, flags: step.flags(), basis, person };
                }
                *place += 1;
            }
        }
        for bounds in begin.windows(2) {
            if let &[from, until] = bounds
                && let Some(of_one) = listed.get_mut(from..until)
                && !of_one.is_sorted_by_key(|person| person.number)
            {
                of_one.sort_unstable_by_key(|person| person.number);
            }
        }
        Ok(Self { caseload: caseload.clone(), on, rules, listed: listed.into(), begin: begin.into(), counts })
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
    pub fn eligible_in(&self, municipality: Municipality) -> impl ExactSizeIterator<Item = &Listed> + Clone {
        self.listed_in(municipality).iter()
    }

    pub(crate) fn listed_in(&self, municipality: Municipality) -> &[Listed] {
        let at = municipality.index();
        let bounds = self.begin.get(at).zip(self.begin.get(at + 1));
        bounds.and_then(|(&from, &until)| self.listed.get(from..until)).unwrap_or_default()
    }

    /// Every municipality with somebody on its list, ascending by code, each with its persons: all lists in one pass.
    pub fn lists(&self) -> impl Iterator<Item = (Municipality, &[Listed])> {
        Municipality::all()
            .map(|municipality| (municipality, self.listed_in(municipality)))
            .filter(|(_, list)| !list.is_empty())
    }

    /// Everybody's answer, ascending by the lowest number of each.
    pub fn answers(&self) -> impl Iterator<Item = PlacedPerson> {
        self.caseload.steps(self.rules).on(self.on).filter_map(|(at, step)| self.placed(at, step))
    }

    fn placed(&self, at: usize, step: &Step) -> Option<PlacedPerson> {
        let number = step.number(self.caseload.person_at(at)?.numbers().all())?;
        Some(PlacedPerson { number, outcome: step.outcome(), flags: step.flags(), reasons: step.reasons() })
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

    /// How many persons have which answer, and for which reasons.
    pub const fn counts(&self) -> &Counts {
        &self.counts
    }

    /// How many persons on the list of the municipality are there by closed dossiers while their residence on the day
    /// lies in another one. Residences that contradict each other, or none, are not elsewhere.
    pub fn closed_residing_elsewhere(&self, municipality: Municipality) -> usize {
        let elsewhere = |listed: &&Listed| {
            let person = self.caseload.person_at(listed.person as usize);
            let residence = person.map(|person| residence_on(person.spells(), None, self.on));
            listed.basis.is_closed() && matches!(residence, Some(Ok(Some(residence))) if residence != municipality)
        };
        self.listed_in(municipality).iter().filter(elsewhere).count()
    }
}

impl core::fmt::Debug for Placed {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Placed")
            .field("on", &self.on)
            .field("rules", &self.rules)
            .field("counts", &self.counts)
            .finish_non_exhaustive()
    }
}
