//! Counting persons for the figures, before anything is suppressed.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{Datelike, NaiveDate};

use super::{Area, Measure};
use crate::residence::residence_on;
use crate::threads::{each_on_a_thread, shares};
use crate::{Caseload, KnownDossier, Municipality, Person, horizon};

/// A thread should have so many persons, or starting it costs more than it saves.
const LEAST_PERSONS_OF_A_THREAD: usize = 2_000;

/// What is counted: the measure, the year, the Flemish municipality of the snapshot or an area in no sum.
type Key = (Measure, i32, Area);

/// How many persons were counted for what, and the days from registration of each who reached a contract or an attest.
#[derive(Default)]
pub(super) struct Tally {
    counts: HashMap<Key, u64>,
    days: HashMap<Key, Vec<i64>>,
}

impl Tally {
    pub(super) fn of(caseload: &Caseload, snapshot: NaiveDate) -> Self {
        let stock_days = stock_days(snapshot);
        let persons = caseload.persons().len();
        let threads = caseload.threads().for_rows(persons, LEAST_PERSONS_OF_A_THREAD);
        let parts = each_on_a_thread(shares(persons, threads), |share| {
            let mut tally = Self::default();
            for person in share.filter_map(|at| caseload.person_at(at)) {
                tally.add(Seen { person, snapshot }, &stock_days);
            }
            tally
        });
        parts.into_iter().reduce(Self::with).unwrap_or_default()
    }

    /// The first year of which anything is counted.
    pub(super) fn first_year(&self) -> Option<i32> {
        self.counts.keys().map(|&(_, year, _)| year).min()
    }

    /// How many persons.
    pub(super) fn count(&self, key: Key) -> u64 {
        self.counts.get(&key).copied().unwrap_or_default()
    }

    /// The days of each of them of whom they can be counted.
    pub(super) fn days(&self, key: Key) -> &[i64] {
        self.days.get(&key).map(Vec::as_slice).unwrap_or_default()
    }

    fn with(mut self, other: Self) -> Self {
        for (key, count) in other.counts {
            *self.counts.entry(key).or_default() += count;
        }
        for (key, days) in other.days {
            self.days.entry(key).or_default().extend(days);
        }
        self
    }

    fn add(&mut self, seen: Seen<'_>, stock_days: &[NaiveDate]) {
        let known = seen.person.known_dossiers(seen.snapshot);
        if known.is_empty() {
            return;
        }
        self.add_facts(seen, &known);
        self.add_durations(seen, &known);
        self.add_stocks(seen, stock_days);
        self.add_moves(seen);
    }

    /// "A fact counts once a person and year, where rule 4's residence places the person on the day of the fact
    /// (else "unplaced")."
    fn add_facts(&mut self, seen: Seen<'_>, known: &[KnownDossier]) {
        for measure in Measure::FACTS {
            let mut first: BTreeMap<i32, NaiveDate> = BTreeMap::new();
            for day in known.iter().filter_map(|dossier| measure.day_of(dossier)).filter(|&day| is_counted(day)) {
                first.entry(day.year()).and_modify(|first| *first = day.min(*first)).or_insert(day);
            }
            for (year, day) in first {
                self.count_one(measure, year, Area::of(seen.residence(day)));
            }
        }
    }

    /// The days from the first registration to the first contract or attest; before the registration it cannot be.
    ///
    /// NOTE: on the day of registration counts as one day. Told apart, it would tell that so many were registered that day,
    /// and so of the count of registrations in the same municipality.
    fn add_durations(&mut self, seen: Seen<'_>, known: &[KnownDossier]) {
        let first = |measure: Measure| known.iter().filter_map(|dossier| measure.day_of(dossier)).min();
        let Some(registered) = first(Measure::Registrations) else { return };
        for measure in Measure::TIMED {
            let reached = first(measure).filter(|&reached| registered <= reached && is_counted(reached));
            let Some(reached) = reached else { continue };
            let area = Area::of(seen.residence(reached));
            if matches!(area, Area::Municipality(_)) {
                let days = (reached - registered).num_days().max(1);
                self.days.entry((measure, reached.year(), area)).or_default().push(days);
            }
        }
    }

    fn add_stocks(&mut self, seen: Seen<'_>, stock_days: &[NaiveDate]) {
        for &day in stock_days.iter().take_while(|&&day| seen.is_alive(day)) {
            if let Some(measure) = seen.standing(day) {
                self.count_one(measure, day.year(), Area::of(seen.residence(day)));
            }
        }
    }

    /// A move: on two days, one after the other, the residence is known, and lies in two municipalities that are still two
    /// on the snapshot. The later day is that of the move, and a spell begins on it.
    fn add_moves(&mut self, seen: Seen<'_>) {
        let begins = seen.person.spells().filter_map(|spell| spell.valid_from);
        let days: BTreeSet<NaiveDate> = begins.filter(|&day| is_counted(day) && day <= seen.snapshot).collect();
        let mut counted: BTreeSet<(Measure, i32)> = BTreeSet::new();
        for day in days.into_iter().take_while(|&day| seen.is_alive(day)) {
            if seen.standing(day) != Some(Measure::Active) {
                continue;
            }
            let (before, now) = (day.pred_opt().and_then(|eve| seen.residence(eve)), seen.residence(day));
            let (Some(left), Some(reached)) = (before, now) else { continue };
            for (measure, place) in [(Measure::MovesIn, reached), (Measure::MovesOut, left)] {
                let area = Area::of(Some(place));
                let is_told = left != reached && matches!(area, Area::Municipality(_));
                if is_told && counted.insert((measure, day.year())) {
                    self.count_one(measure, day.year(), area);
                }
            }
        }
    }

    /// Counts a person, if the measure is told of the area.
    fn count_one(&mut self, measure: Measure, year: i32, area: Area) {
        if matches!(area, Area::Municipality(_)) || measure.apart().contains(&area) {
            *self.counts.entry((measure, year, area)).or_default() += 1;
        }
    }
}

/// A person, as seen from the snapshot.
#[derive(Clone, Copy)]
struct Seen<'a> {
    person: Person<'a>,
    snapshot: NaiveDate,
}

impl Seen<'_> {
    /// Where rule 4's residence places the person on a day, carried to the snapshot; `None` where that cannot be determined.
    fn residence(&self, day: NaiveDate) -> Option<Municipality> {
        residence_on(self.person.spells(), Some(day), self.snapshot).ok().flatten()
    }

    fn is_alive(&self, day: NaiveDate) -> bool {
        self.person.died_on().is_none_or(|died_on| day < died_on)
    }

    /// Active or closed, by the dossiers known on the day; `None` where there is none.
    fn standing(&self, day: NaiveDate) -> Option<Measure> {
        let known = self.person.known_dossiers(day);
        if known.is_empty() {
            return None;
        }
        Some(if known.iter().any(KnownDossier::is_active) { Measure::Active } else { Measure::Closed })
    }
}

/// Whether the day lies in the years that are counted.
fn is_counted(day: NaiveDate) -> bool {
    day >= horizon::FIRST_DAY
}

/// The days on which a stock is taken: the last of each year, and the snapshot for its own.
fn stock_days(snapshot: NaiveDate) -> Vec<NaiveDate> {
    (horizon::FIRST_DAY.year()..=snapshot.year())
        .filter(|&year| Measure::Active.is_told_of(year, snapshot))
        .filter_map(|year| NaiveDate::from_ymd_opt(year, 12, 31))
        .map(|last| last.min(snapshot))
        .collect()
}
