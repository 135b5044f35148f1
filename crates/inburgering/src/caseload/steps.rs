//! The answers about many persons on every day, 20 bytes a step.

use chrono::NaiveDate;

use crate::eligibility::{Basis, Flags, Outcome};
use crate::reason::ReasonSet;
use crate::{Insz, ListRules, Municipality, Person};

/// The answers about everybody: each person's steps, ascending by day.
pub(crate) struct Steps {
    /// Where each person's steps begin; one more than there are persons.
    begin: Vec<u32>,
    steps: Vec<Step>,
}

/// An answer that holds from a day until the next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step {
    from: NaiveDate,
    reasons: ReasonSet,
    /// The position of the number on the day among the person's numbers.
    number: u32,
    outcome: Outcome,
    flags: Flags,
}

impl Steps {
    /// The steps of these persons under these options, by the single-person rule.
    pub(crate) fn of<'a>(persons: impl ExactSizeIterator<Item = Person<'a>>, rules: ListRules) -> Self {
        let mut begin = Vec::with_capacity(persons.len() + 1);
        let mut steps: Vec<Step> = Vec::with_capacity(persons.len() * 4);
        for person in persons {
            begin.push(position(steps.len()));
            steps.extend(person.timeline(rules).periods().iter().filter_map(|period| {
                let answer = &period.answer;
                Some(Step {
                    from: period.period.from?,
                    reasons: ReasonSet::of(&answer.reasons),
                    number: position(person.numbers().all().binary_search(&answer.number).ok()?),
                    outcome: answer.outcome,
                    flags: answer.flags,
                })
            }));
        }
        begin.push(position(steps.len()));
        Self { begin, steps }
    }

    /// The steps of the person at the position.
    pub(crate) fn of_person(&self, person: usize) -> &[Step] {
        let bound = |at: usize| self.begin.get(at).map(|&at| at as usize);
        bound(person).zip(bound(person + 1)).and_then(|(from, until)| self.steps.get(from..until)).unwrap_or_default()
    }

    /// The steps that hold on the day: for each person on that day its position and step.
    pub(crate) fn on(&self, day: NaiveDate) -> impl Iterator<Item = (usize, &Step)> {
        (0..self.begin.len().saturating_sub(1)).filter_map(move |person| Some((person, self.at(person, day)?)))
    }

    /// The step of the person that holds on the day; `None` before the first.
    pub(crate) fn at(&self, person: usize, day: NaiveDate) -> Option<&Step> {
        let steps = self.of_person(person);
        let after = steps.partition_point(|step| step.from <= day);
        after.checked_sub(1).and_then(|at| steps.get(at))
    }
}

/// A position in four bytes; the builder refuses tables whose positions do not fit.
fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl Step {
    /// The first day on which the answer holds.
    pub(crate) const fn from(&self) -> NaiveDate {
        self.from
    }

    /// The codes of the reasons.
    pub(crate) const fn reasons(&self) -> ReasonSet {
        self.reasons
    }

    /// The number on the day, of the person's numbers.
    pub(crate) fn number(&self, numbers: &[Insz]) -> Option<Insz> {
        numbers.get(self.number as usize).copied()
    }

    /// One of the three answers.
    pub(crate) const fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// Contract signed and attest obtained.
    pub(crate) const fn flags(&self) -> Flags {
        self.flags
    }

    /// The municipality and basis of an eligible person.
    pub(crate) const fn eligible(&self) -> Option<(Municipality, Basis)> {
        match self.outcome {
            Outcome::Eligible { municipality, basis } => Some((municipality, basis)),
            Outcome::NotEligible | Outcome::Undetermined => None,
        }
    }
}
