//! The persons of the sorted tables: whom the rows name, and where the rows of each are.

use core::ops::Range;
use std::collections::HashMap;

use chrono::NaiveDate;

use super::chained::Chained;
use super::rows::{DossierRow, Row, Rows};
use super::{Record, Special};
use crate::dossier::DossierFacts;
use crate::person::Readable;
use crate::threads::{Threads, each_on_a_thread, weighed_shares};
use crate::{Insz, Spell};

/// A thread should have so many rows to walk over, or starting it costs more than it saves.
const LEAST_ROWS_OF_A_THREAD: usize = 100_000;

/// Sorted tables.
#[derive(Clone, Copy)]
pub(super) struct Tables<'a> {
    pub(super) dossiers: &'a Rows<DossierRow>,
    pub(super) spells: &'a Rows<Spell>,
    pub(super) deaths: &'a Rows<NaiveDate>,
    /// The lowest number of each person that a row names that was set aside, ascending.
    pub(super) named: &'a [Insz],
}

impl Tables<'_> {
    /// Whom the rows name, ascending by the lowest number of each.
    pub(super) fn persons(self, specials: HashMap<Insz, Special>, threads: Threads) -> (Vec<Record>, Vec<Special>) {
        let mut special_of: Vec<(Insz, Special)> = specials.into_iter().collect();
        special_of.sort_unstable_by_key(|&(insz, _)| insz);
        let threads = threads.for_rows(self.dossiers.len() + self.spells.len(), LEAST_ROWS_OF_A_THREAD);
        let parts = each_on_a_thread(self.shares_of_years(threads), |years| {
            let mut persons = Vec::new();
            years.for_each(|year| self.walk(year, &mut persons));
            persons
        });
        let mut parts = parts.into_iter();
        let mut persons = parts.next().unwrap_or_default();
        parts.for_each(|part| persons.extend(part));
        let mut at = 0;
        for (position, &(insz, _)) in (0_u32..).zip(&special_of) {
            at += persons.get(at..).unwrap_or_default().partition_point(|person| person.key < insz);
            if let Some(person) = persons.get_mut(at).filter(|person| person.key == insz) {
                person.special = Some(super::SpecialAt::new(position));
            }
        }
        (persons, special_of.into_iter().map(|(_, special)| special).collect())
    }

    /// The years in so many parts with about as many rows.
    fn shares_of_years(self, parts: usize) -> Vec<Range<usize>> {
        weighed_shares(100, |year| self.dossiers.of_year(year).len() + self.spells.of_year(year).len(), parts)
    }

    /// Adds the persons whose numbers begin with these two digits.
    fn walk(self, year: usize, persons: &mut Vec<Record>) {
        let (dossiers, spells) = (self.dossiers.of_year(year), self.spells.of_year(year));
        let (deaths, named) = (self.deaths.of_year(year), self.named_in(year));
        let [mut dossier, mut spell, mut death, mut name] = [0; 4];
        loop {
            let heads = [
                dossiers.get(dossier).map(|row| row.under.lowest()),
                spells.get(spell).map(|row| row.under.lowest()),
                deaths.get(death).map(|row| row.under.lowest()),
                named.get(name).copied(),
            ];
            let Some(key) = heads.into_iter().flatten().min() else { return };
            let deaths_of_person = rows_of(deaths, death, key);
            let died_on =
                deaths.get(death..death + deaths_of_person).unwrap_or_default().iter().map(|row| row.fact).min();
            persons.push(Record { key, dossiers: position(dossier), spells: position(spell), died_on, special: None });
            dossier += rows_of(dossiers, dossier, key);
            spell += rows_of(spells, spell, key);
            death += deaths_of_person;
            name += usize::from(named.get(name) == Some(&key));
        }
    }

    /// Those of the named persons whose numbers begin with these two digits.
    fn named_in(&self, year: usize) -> &[Insz] {
        let from = self.named.partition_point(|insz| insz.year_digits() < year);
        let until = self.named.partition_point(|insz| insz.year_digits() <= year);
        self.named.get(from..until).unwrap_or_default()
    }
}

/// How many rows from a position on stand under the person.
fn rows_of<T>(rows: &[Row<T>], from: usize, person: Insz) -> usize {
    rows.get(from..).unwrap_or_default().iter().take_while(|row| row.under.lowest() == person).count()
}

/// A position in four bytes; the builder refuses tables whose positions do not fit.
fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// What is special about persons, by the lowest number of each: several numbers, a row that could not be read, rows of
/// one dossier number that differ.
pub(super) fn specials(
    same_number: &[Vec<Row<DossierRow>>],
    chained: &Chained,
    named: &[Insz],
) -> HashMap<Insz, Special> {
    let mut specials: HashMap<Insz, Special> = HashMap::new();
    for (at, chain) in (0_u32..).zip(chained.chains()) {
        if let Some(&lowest) = chain.numbers().first() {
            specials.entry(lowest).or_default().chain = Some(at);
        }
    }
    for &lowest in named {
        specials.entry(lowest).or_default().readable = Readable::RowSetAside;
    }
    for (lowest, from) in rows_differ_from(same_number) {
        specials.entry(lowest).or_default().rows_differ_from = Some(from);
    }
    specials
}

/// For each person named under a dossier number whose rows differ: the first day on which that is known.
///
/// "Two rows with one dossier number that differ in anything known on D, in one person or in several: all the persons
/// named." A row counts from the first of its dates.
pub(super) fn rows_differ_from(same_number: &[Vec<Row<DossierRow>>]) -> HashMap<Insz, NaiveDate> {
    let mut differ_from = HashMap::new();
    for group in same_number {
        let mut rows: Vec<(NaiveDate, Insz, DossierFacts)> = group
            .iter()
            .filter_map(|row| Some((row.fact.facts.known_from()?, row.under.lowest(), row.fact.facts)))
            .collect();
        rows.sort_unstable_by_key(|&(known_from, person, _)| (known_from, person));
        // On a day on which any two rows differ, the first row known differs from one of the two.
        let Some((&(_, first_person, first), others)) = rows.split_first() else { continue };
        let differ = others.iter().filter_map(|&(known_from, person, dossier)| {
            if person == first_person { first.differs_from(dossier) } else { Some(known_from) }
        });
        let Some(known_to_differ) = differ.min() else { continue };
        for (known_from, person, _) in rows {
            let from = known_from.max(known_to_differ);
            differ_from.entry(person).and_modify(|day: &mut NaiveDate| *day = from.min(*day)).or_insert(from);
        }
    }
    differ_from
}
