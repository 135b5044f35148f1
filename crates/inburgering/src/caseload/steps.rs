//! The answers about many persons on every day, 8 bytes a step.

use chrono::NaiveDate;

use super::packed::PackedAnswer;
use super::quick::{Asked, PlainDossier, PlainPerson, Quick, Standing};
use super::{Facts, horizon_day};
use crate::threads::{each_on_a_thread, shares};
use crate::{ListRules, Municipality, horizon};

/// A thread should have so many persons, or starting it costs more than it saves.
const LEAST_PERSONS_OF_A_THREAD: usize = 2_000;

/// The answers about everybody: each person's steps, ascending by day.
#[expect(clippy::struct_field_names, reason = "the steps are what it is made of")]
pub(crate) struct Steps {
    /// Where each person's steps begin; one more than there are persons.
    begin: Vec<u32>,
    steps: Vec<Step>,
    /// How many steps place their person in each municipality.
    in_municipality: Vec<usize>,
}

/// An answer that holds from a day until the next step.
#[derive(Clone, Copy)]
pub(crate) struct Step {
    answer: PackedAnswer,
    /// In days since the first of the horizon.
    from: u16,
    /// The position of the number on the day among the person's numbers.
    number: u16,
}

impl Steps {
    /// The steps of everybody under these options.
    pub(super) fn of(facts: &Facts, rules: ListRules) -> Self {
        let threads = facts.threads.for_rows(facts.persons.len(), LEAST_PERSONS_OF_A_THREAD);
        let parts = each_on_a_thread(shares(facts.persons.len(), threads), |share| {
            let mut part = Part { facts, rules, maps: maps(), steps: Self::none() };
            part.steps.begin.reserve(share.len() + 1);
            part.steps.steps.reserve(share.len() * 4);
            let mut room = Room::default();
            for person in share {
                part.person(person, &mut room);
            }
            part.steps
        });
        let mut parts = parts.into_iter();
        let mut all = parts.next().unwrap_or_else(Self::none);
        for part in parts {
            let after = position(all.steps.len());
            all.begin.extend(part.begin.into_iter().map(|begin| after + begin));
            all.steps.extend(part.steps);
            all.in_municipality.iter_mut().zip(part.in_municipality).for_each(|(all, part)| *all += part);
        }
        all.begin.push(position(all.steps.len()));
        all
    }

    fn none() -> Self {
        Self { begin: Vec::new(), steps: Vec::new(), in_municipality: vec![0; Municipality::COUNT] }
    }

    /// How many steps place their person in each municipality, by its position in the table.
    pub(super) fn in_municipality(&self) -> &[usize] {
        &self.in_municipality
    }

    /// The steps of the person at the position.
    pub(crate) fn of_person(&self, person: usize) -> &[Step] {
        let bound = |at: usize| self.begin.get(at).map(|&at| at as usize);
        bound(person).zip(bound(person + 1)).and_then(|(from, until)| self.steps.get(from..until)).unwrap_or_default()
    }

    /// How many persons there are.
    pub(super) fn persons(&self) -> usize {
        self.begin.len().saturating_sub(1)
    }

    /// The step of the person that holds on a day, which is counted from the first of the horizon; `None` before the first.
    pub(crate) fn at(&self, person: usize, day: u16) -> Option<Step> {
        // There are few steps, and the day that is asked is mostly a late one.
        self.of_person(person).iter().rev().find(|step| step.from <= day).copied()
    }
}

/// A position in four bytes; the builder refuses tables whose positions do not fit.
fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl Step {
    /// The answer.
    pub(crate) const fn answer(self) -> PackedAnswer {
        self.answer
    }

    /// The first day on which it holds, counted from the first of the horizon.
    pub(super) const fn from(self) -> u16 {
        self.from
    }

    /// The position of the number on the day among the person's numbers.
    pub(crate) const fn position(self) -> u16 {
        self.number
    }
}

/// The maps of Belgium, each with the first day on which it holds, the latest first.
fn maps() -> Vec<Asked> {
    let days = Municipality::change_days().iter().rev().copied().chain([horizon::FIRST_DAY]);
    days.map(Asked::on).collect()
}

/// Makes the steps of persons one after the other.
struct Part<'a> {
    facts: &'a Facts,
    rules: ListRules,
    /// The maps of Belgium, each with the first day on which it holds, the latest first.
    maps: Vec<Asked>,
    steps: Steps,
}

/// Room for what is read of one person after the other.
#[derive(Default)]
struct Room {
    dossiers: Vec<PlainDossier>,
    days: Vec<NaiveDate>,
    days_of_reading: Vec<NaiveDate>,
}

impl Part<'_> {
    /// Adds the steps of a person: the answer on every day on which it may begin to be another, where it does.
    fn person(&mut self, at: usize, room: &mut Room) {
        let begin = self.steps.steps.len();
        self.steps.begin.push(position(begin));
        let Room { dossiers, days, days_of_reading } = room;
        let plain = self.facts.plain_person_at(at, dossiers);
        if !plain.is_some_and(|plain| self.plain_person(plain, days, days_of_reading)) {
            self.steps.steps.truncate(begin);
            self.by_the_rule(at, plain, days);
        }
        for step in self.steps.steps.get(begin..).unwrap_or_default() {
            let municipality = step.answer.eligible_in().map(Municipality::index);
            if let Some(count) = municipality.and_then(|at| self.steps.in_municipality.get_mut(at)) {
                *count += 1;
            }
        }
    }

    /// Adds the steps of a person by the quick rule, standing by standing; `false` where it leaves a day to the rule itself.
    fn plain_person(
        &mut self,
        plain: PlainPerson<'_>,
        days: &mut Vec<NaiveDate>,
        days_of_reading: &mut Vec<NaiveDate>,
    ) -> bool {
        plain.days_of_standing(days);
        days.sort_unstable();
        days.dedup();
        let mut last = None;
        let ends = days.iter().skip(1).copied().chain([NaiveDate::MAX]);
        for (&from, until) in days.iter().zip(ends) {
            let what = match plain.standing(from, self.rules) {
                Standing::Nobody => continue,
                Standing::AskTheRule => return false,
                Standing::Reads(what) => what,
            };
            days_of_reading.clear();
            plain.days_of_reading(&what, (from, until), days_of_reading);
            days_of_reading.sort_unstable();
            days_of_reading.dedup();
            for day in core::iter::once(from).chain(days_of_reading.iter().copied()) {
                match plain.read(&what, self.asked_on(day), self.rules) {
                    Quick::Nobody => {}
                    Quick::AskTheRule => return false,
                    Quick::Answer(number, answer) => self.step(day, (answer, number), &mut last),
                }
            }
        }
        true
    }

    /// Adds the steps of a person day of change by day of change, by the rule itself where the quick one leaves a day to it.
    fn by_the_rule(&mut self, at: usize, plain: Option<PlainPerson<'_>>, days: &mut Vec<NaiveDate>) {
        let Some(person) = self.facts.person_at(at) else { return };
        person.days_of_change(days);
        let mut last = None;
        for &day in days.iter().take_while(|&&day| horizon::contains(day)) {
            let quick = plain.map_or(Quick::AskTheRule, |plain| plain.answer(self.asked_on(day), self.rules));
            let step = match quick {
                Quick::Nobody => continue,
                Quick::Answer(number, answer) => (answer, number),
                Quick::AskTheRule => {
                    let Some(answer) = person.answer(day, self.rules) else { continue };
                    let number = person.numbers().all().binary_search(&answer.number).unwrap_or_default();
                    // The builder refuses persons with more numbers than two bytes can tell apart.
                    (PackedAnswer::of(&answer), u16::try_from(number).unwrap_or(u16::MAX))
                }
            };
            self.step(day, step, &mut last);
        }
    }

    /// Adds a step, unless it is as the last one, or begins after the horizon.
    fn step(&mut self, from: NaiveDate, step: (PackedAnswer, u16), last: &mut Option<(PackedAnswer, u16)>) {
        if *last != Some(step)
            && let Some(from) = horizon_day(from)
        {
            let (answer, number) = step;
            self.steps.steps.push(Step { answer, from, number });
            *last = Some(step);
        }
    }

    /// The day with the map that holds on it.
    fn asked_on(&self, day: NaiveDate) -> Asked {
        let map = self.maps.iter().find(|map| map.on <= day).copied();
        map.map_or_else(|| Asked::on(day), |map| Asked { on: day, ..map })
    }
}
