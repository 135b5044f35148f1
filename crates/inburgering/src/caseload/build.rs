//! Building a caseload from rows.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use super::{Caseload, Facts, Record, Source, Span, findings};
use crate::person::Readable;
use crate::reading::Unreadable;
use crate::replacement::chains;
use crate::{
    DeathText, Dossier, DossierText, Insz, NumberChain, Problem, Replacement, ReplacementText, ResidenceText, Spell,
};

/// What to do with rows that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum UnreadableRows {
    /// The load fails, with every problem.
    #[default]
    Refused,
    /// The rows are set aside: each person that such a row names is undetermined on every day.
    SetAside,
}

/// Why a caseload cannot be built.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CaseloadError {
    /// Rows that cannot be read; `problems` holds every one.
    #[error(
        "{} cells cannot be read, the first: {}; mend the rows, or set them aside by option",
        problems.len(),
        problems.first().map_or_else(String::new, ToString::to_string)
    )]
    Unreadable {
        /// Every problem, in the order of the tables and rows.
        problems: Vec<Problem>,
    },
    /// More rows than positions of four bytes can tell apart.
    #[error("a table has {rows} rows; a caseload holds at most {} in each table, so split it by person", u32::MAX)]
    TooManyRows {
        /// How many rows were given.
        rows: usize,
    },
}

/// Rows to build a [`Caseload`] from, in any order.
///
/// Row numbers are the caller's: they come back in findings and problems.
#[derive(Default)]
pub struct CaseloadBuilder {
    dossiers: Vec<(Source, Dossier)>,
    spells: Vec<(Source, Spell)>,
    deaths: Vec<(Source, NaiveDate)>,
    replacements: Vec<(Replacement, u32)>,
    problems: Vec<Problem>,
    set_aside: Vec<Insz>,
    rows_without_number: usize,
}

impl CaseloadBuilder {
    /// Adds a dossier.
    pub fn dossier(&mut self, row: u32, insz: Insz, dossier: Dossier) {
        self.dossiers.push((Source { insz, row }, dossier));
    }

    /// Adds a spell of residence.
    pub fn residence(&mut self, row: u32, insz: Insz, spell: Spell) {
        self.spells.push((Source { insz, row }, spell));
    }

    /// Adds a death.
    pub fn death(&mut self, row: u32, insz: Insz, died_on: NaiveDate) {
        self.deaths.push((Source { insz, row }, died_on));
    }

    /// Adds a replaced register number.
    pub fn replacement(&mut self, row: u32, replacement: Replacement) {
        self.replacements.push((replacement, row));
    }

    /// Adds a row that cannot be read.
    pub fn unreadable(&mut self, row: Unreadable) {
        let bad_number = |problem: &Problem| problem.column.starts_with("insz");
        self.rows_without_number += usize::from(row.problems.iter().any(bad_number));
        self.problems.extend(row.problems);
        self.set_aside.extend(row.persons);
    }

    /// Reads a row of the table of dossiers and adds what it says.
    pub fn read_dossier(&mut self, row: u32, text: &DossierText<'_>) {
        match text.read(row) {
            Ok((insz, dossier)) => self.dossier(row, insz, dossier),
            Err(unreadable) => self.unreadable(unreadable),
        }
    }

    /// Reads a row of the table of residences and adds what it says.
    pub fn read_residence(&mut self, row: u32, text: &ResidenceText<'_>) {
        match text.read(row) {
            Ok((insz, spell)) => self.residence(row, insz, spell),
            Err(unreadable) => self.unreadable(unreadable),
        }
    }

    /// Reads a row of the table of deaths and adds what it says.
    pub fn read_death(&mut self, row: u32, text: &DeathText<'_>) {
        match text.read(row) {
            Ok((insz, died_on)) => self.death(row, insz, died_on),
            Err(unreadable) => self.unreadable(unreadable),
        }
    }

    /// Reads a row of the table of replaced numbers and adds what it says.
    pub fn read_replacement(&mut self, row: u32, text: &ReplacementText<'_>) {
        match text.read(row) {
            Ok(replacement) => self.replacement(row, replacement),
            Err(unreadable) => self.unreadable(unreadable),
        }
    }

    /// The problems of the rows added so far.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Builds the caseload.
    ///
    /// # Errors
    /// [`CaseloadError::Unreadable`] with every problem if a row cannot be read and such rows are refused;
    /// [`CaseloadError::TooManyRows`] if a table has more than 4 294 967 295 rows.
    pub fn build(mut self, unreadable: UnreadableRows) -> Result<Caseload, CaseloadError> {
        self.problems.sort_by_key(|problem| (problem.table, problem.row));
        if unreadable == UnreadableRows::Refused && !self.problems.is_empty() {
            return Err(CaseloadError::Unreadable { problems: self.problems });
        }
        let rows = self.dossiers.len().max(self.spells.len()).max(self.deaths.len()).max(self.replacements.len());
        if u32::try_from(rows).is_err() {
            return Err(CaseloadError::TooManyRows { rows });
        }
        Ok(self.into_caseload(unreadable))
    }

    fn into_caseload(mut self, unreadable: UnreadableRows) -> Caseload {
        self.replacements.sort_unstable();
        let chains = chains(self.replacements.iter().map(|&(replacement, _)| replacement));
        let mut chained: Vec<(Insz, u32)> = (0_u32..)
            .zip(&chains)
            .flat_map(|(at, chain)| chain.numbers().iter().map(move |&number| (number, at)))
            .collect();
        chained.sort_unstable();
        let key = |insz: Insz| key(&chained, &chains, insz);

        self.dossiers.sort_by_cached_key(|&(source, _)| (key(source.insz), source.row));
        self.spells.sort_by_cached_key(|&(source, _)| (key(source.insz), source.row));
        self.deaths.sort_by_cached_key(|&(source, died_on)| (key(source.insz), died_on, source));
        self.set_aside.sort_unstable();
        self.set_aside.dedup();

        let mut named: Vec<Insz> = self.dossiers.iter().map(|&(source, _)| key(source.insz)).collect();
        named.dedup();
        named.extend(self.spells.iter().map(|&(source, _)| key(source.insz)));
        named.extend(self.deaths.iter().map(|&(source, _)| key(source.insz)));
        named.extend(self.set_aside.iter().map(|&insz| key(insz)));
        named.sort_unstable();
        named.dedup();

        let differ_from = rows_differ_from(&self.dossiers, key);
        let mut unread: Vec<Insz> = self.set_aside.iter().map(|&insz| key(insz)).collect();
        unread.sort_unstable();
        let (mut dossiers, mut spells, mut deaths) = (Cursor::default(), Cursor::default(), Cursor::default());
        let persons = named
            .into_iter()
            .map(|person| {
                let deaths = deaths.next(&self.deaths, |&(source, _)| key(source.insz) == person);
                Record {
                    key: person,
                    chain: position_of(&chained, person),
                    dossiers: dossiers.next(&self.dossiers, |&(source, _)| key(source.insz) == person),
                    spells: spells.next(&self.spells, |&(source, _)| key(source.insz) == person),
                    died_on: deaths.of(&self.deaths).first().map(|&(_, died_on)| died_on),
                    rows_differ_from: differ_from.get(&person).copied(),
                    readable: match unread.binary_search(&person) {
                        Ok(_) => Readable::RowSetAside,
                        Err(_) => Readable::Whole,
                    },
                }
            })
            .collect();

        let (dossier_rows, dossiers) = self.dossiers.into_iter().unzip();
        let (spell_rows, spells) = self.spells.into_iter().unzip();
        let mut facts = Facts {
            persons,
            dossiers,
            dossier_rows,
            spells,
            spell_rows,
            deaths: self.deaths.into_iter().map(|(source, died_on)| (died_on, source)).collect(),
            replacements: self.replacements,
            chains,
            chained,
            findings: Vec::new(),
            problems: self.problems,
            set_aside: self.set_aside,
            rows_without_number: self.rows_without_number,
            unreadable,
            fingerprint: OnceLock::new(),
            steps: [const { OnceLock::new() }; 6],
        };
        facts.findings = findings::of(&facts);
        Caseload { facts: Arc::new(facts) }
    }
}

/// The position of the chain with this number.
pub(super) fn position_of(chained: &[(Insz, u32)], insz: Insz) -> Option<u32> {
    let at = chained.binary_search_by_key(&insz, |&(number, _)| number).ok()?;
    chained.get(at).map(|&(_, chain)| chain)
}

/// The lowest number of the person with this number.
pub(super) fn key(chained: &[(Insz, u32)], chains: &[NumberChain], insz: Insz) -> Insz {
    let chain = position_of(chained, insz).and_then(|at| chains.get(at as usize));
    chain.and_then(|chain| chain.numbers().first().copied()).unwrap_or(insz)
}

/// Walks over rows in the order of their persons.
#[derive(Default)]
struct Cursor {
    at: usize,
}

impl Cursor {
    /// The span of the next rows that belong to the person.
    fn next<T>(&mut self, rows: &[T], belongs: impl Fn(&T) -> bool) -> Span {
        let count = rows.iter().skip(self.at).take_while(|row| belongs(row)).count();
        let from = self.at;
        self.at += count;
        let position = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { from: position(from), until: position(self.at) }
    }
}

/// For each person named under a dossier number whose rows differ: the first day on which that is known.
///
/// "Two rows with one dossier number that differ in anything known on D, in one person or in several: all the persons
/// named." A row counts from the first of its dates.
fn rows_differ_from(dossiers: &[(Source, Dossier)], key: impl Fn(Insz) -> Insz) -> HashMap<Insz, NaiveDate> {
    let mut differ_from = HashMap::new();
    for group in super::findings::same_number(dossiers.iter().map(|(_, dossier)| dossier)) {
        let mut rows: Vec<(NaiveDate, Insz, &Dossier)> = group
            .into_iter()
            .filter_map(|at| dossiers.get(at))
            .filter_map(|(source, dossier)| Some((dossier.known_from()?, key(source.insz), dossier)))
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
