//! Building a caseload from rows.

use std::sync::OnceLock;

use chrono::NaiveDate;

use super::chained::Chained;
use super::persons::{Tables, specials};
use super::rows::{DossierNumbers, DossierRow, Row, Rows, Under};
use super::same_number::same_number;
use super::{Caseload, Facts};
use crate::dossier::{DossierFacts, EmptyDossierNumber};
use crate::reading::Unreadable;
use crate::threads::Threads;
use crate::{DeathText, Dossier, DossierText, Insz, Problem, Replacement, ReplacementText, ResidenceText, Spell};

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
    /// More replaced numbers hang together than positions of two bytes can tell apart.
    #[error(
        "{numbers} register numbers that replaced each other belong to one person; at most {} can, so look for a wrong number \
         in the table of replacements",
        u16::MAX
    )]
    TooManyNumbers {
        /// How many numbers hang together.
        numbers: usize,
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
    dossiers: Rows<DossierRow>,
    numbers: DossierNumbers,
    spells: Rows<Spell>,
    deaths: Rows<NaiveDate>,
    threads: Threads,
    replacements: Vec<(Replacement, u32)>,
    problems: Vec<Problem>,
    set_aside: Vec<Insz>,
    rows_without_number: usize,
}

impl CaseloadBuilder {
    /// The same, which builds and answers on no more threads than these.
    pub const fn threads(mut self, threads: Threads) -> Self {
        self.threads = threads;
        self
    }

    /// Adds a dossier.
    pub fn dossier(&mut self, row: u32, insz: Insz, dossier: &Dossier) {
        self.add_dossier(row, insz, dossier.number.as_str(), dossier.facts());
    }

    /// Adds what is recorded of a dossier under its number, without an object of its own for either.
    ///
    /// # Errors
    /// [`EmptyDossierNumber`] if nothing is left of the number without outer white space; then nothing is added.
    pub fn dossier_facts(
        &mut self,
        row: u32,
        insz: Insz,
        number: &str,
        facts: DossierFacts,
    ) -> Result<(), EmptyDossierNumber> {
        let number = number.trim();
        if number.is_empty() {
            return Err(EmptyDossierNumber);
        }
        self.add_dossier(row, insz, number, facts);
        Ok(())
    }

    fn add_dossier(&mut self, row: u32, insz: Insz, number: &str, facts: DossierFacts) {
        let number = self.numbers.push(number);
        self.dossiers.push(Row { under: Under::own(insz), row, fact: DossierRow { facts, number } });
    }

    /// Adds a spell of residence.
    pub fn residence(&mut self, row: u32, insz: Insz, spell: Spell) {
        self.spells.push(Row { under: Under::own(insz), row, fact: spell });
    }

    /// Adds a death.
    pub fn death(&mut self, row: u32, insz: Insz, died_on: NaiveDate) {
        self.deaths.push(Row { under: Under::own(insz), row, fact: died_on });
    }

    /// Adds the rows of another builder after those of this one: tables may be read on several threads.
    pub fn append(&mut self, mut others: Self) {
        let after = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        if after == 0 {
            self.numbers = others.numbers;
        } else {
            others.dossiers.facts_mut().for_each(|dossier| dossier.number = dossier.number.saturating_add(after));
            self.numbers.append(&others.numbers);
        }
        self.dossiers.append(others.dossiers);
        self.spells.append(others.spells);
        self.deaths.append(others.deaths);
        self.replacements.append(&mut others.replacements);
        self.problems.append(&mut others.problems);
        self.set_aside.append(&mut others.set_aside);
        self.rows_without_number += others.rows_without_number;
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
            Ok((insz, dossier)) => self.dossier(row, insz, &dossier),
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
        self.replacements.sort_unstable();
        let chained = Chained::of(self.replacements.iter().map(|&(replacement, _)| replacement));
        let numbers = chained.most_numbers();
        if numbers > usize::from(u16::MAX) {
            return Err(CaseloadError::TooManyNumbers { numbers });
        }
        Ok(self.into_caseload(unreadable, chained))
    }

    fn into_caseload(mut self, unreadable: UnreadableRows, chained: Chained) -> Caseload {
        let Self { threads, .. } = self;
        self.sort(&chained);
        self.set_aside.sort_unstable();
        self.set_aside.dedup();
        let mut named: Vec<Insz> = self.set_aside.iter().map(|&insz| chained.lowest(insz)).collect();
        named.sort_unstable();
        named.dedup();
        let same_number = same_number(&self.dossiers, &self.numbers, threads);
        let specials = specials(&same_number, &chained, &named);
        let Self { dossiers, spells, deaths, .. } = &self;
        let tables = Tables { dossiers, spells, deaths, named: &named };
        let (persons, specials) = tables.persons(specials, threads);
        Caseload::of(Facts {
            persons,
            specials,
            dossiers: self.dossiers,
            numbers: self.numbers,
            spells: self.spells,
            deaths: self.deaths,
            replacements: self.replacements,
            chained,
            problems: self.problems,
            set_aside: self.set_aside,
            rows_without_number: self.rows_without_number,
            unreadable,
            same_number,
            threads,
            findings: OnceLock::new(),
            fingerprint: OnceLock::new(),
            indexes: [const { OnceLock::new() }; 6],
        })
    }

    /// Puts every row under its person, and sorts the tables by person; spells by day, the others by row.
    fn sort(&mut self, chained: &Chained) {
        let Self { dossiers, spells, deaths, threads, .. } = self;
        chained.put_under(dossiers);
        dossiers.sort(|row| (row.row, row.fact.facts, row.fact.number), *threads);
        chained.put_under(spells);
        spells.sort(|row| (row.fact.valid_from, row.row, row.fact), *threads);
        chained.put_under(deaths);
        deaths.sort(|row| (row.fact, row.row), *threads);
    }
}
