//! The persons of the sorted tables: whom the rows name, and where the rows of each are.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::chained::Chained;
use super::rows::{DossierRow, Row};
use super::{Record, Special};
use crate::dossier::DossierFacts;
use crate::person::Readable;
use crate::threads::{Threads, each_on_a_thread};
use crate::{Insz, Spell};

/// A thread should have so many rows to walk over, or starting it costs more than it saves (measured: benches/README.md).
const LEAST_ROWS_OF_A_THREAD: usize = 100_000;

/// Sorted tables.
#[derive(Clone, Copy)]
pub(super) struct Tables<'a> {
    pub(super) dossiers: &'a [Row<DossierRow>],
    pub(super) spells: &'a [Row<Spell>],
    pub(super) deaths: &'a [Row<NaiveDate>],
    /// The lowest number of each person that a row names that was set aside, ascending.
    pub(super) named: &'a [Insz],
}

/// The positions up to which the rows of persons were walked over.
#[derive(Clone, Copy, Default)]
struct Walked {
    dossiers: usize,
    spells: usize,
    deaths: usize,
    named: usize,
}

impl Tables<'_> {
    /// Whom the rows name, ascending by the lowest number of each.
    pub(super) fn persons(self, specials: HashMap<Insz, Special>, threads: Threads) -> (Vec<Record>, Vec<Special>) {
        let mut special_of: Vec<(Insz, Special)> = specials.into_iter().collect();
        special_of.sort_unstable_by_key(|&(insz, _)| insz);
        let threads = threads.for_rows(self.dossiers.len() + self.spells.len(), LEAST_ROWS_OF_A_THREAD);
        let parts = each_on_a_thread(self.cuts(threads), |(from, until)| self.walk(from, until));
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

    /// The tables in so many parts of whole persons.
    fn cuts(self, parts: usize) -> Vec<(Walked, Walked)> {
        let mut cuts = vec![Walked::default()];
        for part in 1..parts {
            // A person in the middle of the longer table.
            let middle = |length: usize| length / parts * part;
            let person = if self.dossiers.len() > self.spells.len() {
                self.dossiers.get(middle(self.dossiers.len())).map(|row| row.under.lowest())
            } else {
                self.spells.get(middle(self.spells.len())).map(|row| row.under.lowest())
            };
            let Some(person) = person else { continue };
            cuts.push(Walked {
                dossiers: self.dossiers.partition_point(|row| row.under.lowest() < person),
                spells: self.spells.partition_point(|row| row.under.lowest() < person),
                deaths: self.deaths.partition_point(|row| row.under.lowest() < person),
                named: self.named.partition_point(|&insz| insz < person),
            });
        }
        let end = Walked {
            dossiers: self.dossiers.len(),
            spells: self.spells.len(),
            deaths: self.deaths.len(),
            named: self.named.len(),
        };
        cuts.iter().copied().zip(cuts.iter().copied().skip(1).chain([end])).collect()
    }

    /// The persons of a part.
    fn walk(self, from: Walked, until: Walked) -> Vec<Record> {
        let mut at = from;
        let mut persons = Vec::with_capacity(until.dossiers - from.dossiers);
        loop {
            let heads = [
                self.dossiers.get(at.dossiers).filter(|_| at.dossiers < until.dossiers).map(|row| row.under.lowest()),
                self.spells.get(at.spells).filter(|_| at.spells < until.spells).map(|row| row.under.lowest()),
                self.deaths.get(at.deaths).filter(|_| at.deaths < until.deaths).map(|row| row.under.lowest()),
                self.named.get(at.named).filter(|_| at.named < until.named).copied(),
            ];
            let Some(key) = heads.into_iter().flatten().min() else { return persons };
            let deaths = rows_of(self.deaths, at.deaths, key);
            let of_person = self.deaths.get(at.deaths..at.deaths + deaths).unwrap_or_default();
            persons.push(Record {
                key,
                dossiers: position(at.dossiers),
                spells: position(at.spells),
                died_on: of_person.iter().map(|row| row.fact).min(),
                special: None,
            });
            at.dossiers += rows_of(self.dossiers, at.dossiers, key);
            at.spells += rows_of(self.spells, at.spells, key);
            at.deaths += deaths;
            at.named += self.named.iter().skip(at.named).take_while(|&&insz| insz == key).count();
        }
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
pub(super) fn specials(same_number: &[Vec<Row<DossierRow>>], chained: &Chained, named: &[Insz]) -> HashMap<Insz, Special> {
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
fn rows_differ_from(same_number: &[Vec<Row<DossierRow>>]) -> HashMap<Insz, NaiveDate> {
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
