//! The facts about one person.

use chrono::NaiveDate;

use crate::caseload::{DossierNumbers, DossierRow, Row};
use crate::dossier::{DossierFacts, KnownDossier};
use crate::replacement::Numbers;
use crate::{Dossier, Insz, Municipality, Spell, horizon};

/// The facts about one person (*inburgeraar*): numbers, dossiers, residences, death.
///
/// A view: the facts are borrowed, so that a [`Caseload`](crate::Caseload) of millions needs no object for each.
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::{Dossier, DossierNumber, ListRules, Outcome, Person, Spell};
///
/// let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
/// // A contract signed in Gent, and a move to Brugge during the trajectory.
/// let dossiers = [Dossier::new(DossierNumber::new("D-1")?).contract(day(2025, 2, 3), "44021".parse()?)];
/// let spells = [
///     Spell::new("44021".parse()?, Some(day(2024, 11, 5)), Some(day(2025, 9, 1))),
///     Spell::new("31005".parse()?, Some(day(2025, 9, 1)), None),
/// ];
/// let person = Person::new("85.07.30-901.33".parse()?, &dossiers, &spells);
/// let answer = person.answer(day(2026, 1, 15), ListRules::default()).unwrap();
/// assert_eq!(answer.municipality().unwrap().name(), "Brugge");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Person<'a> {
    pub(crate) numbers: Numbers<'a>,
    pub(crate) dossiers: Dossiers<'a>,
    pub(crate) spells: Spells<'a>,
    pub(crate) died_on: Option<NaiveDate>,
    pub(crate) rows_differ_from: Option<NaiveDate>,
    pub(crate) readable: Readable,
}

/// The dossiers of a person: put together by hand, or rows of a caseload.
#[derive(Clone, Copy)]
pub(crate) enum Dossiers<'a> {
    ByHand(&'a [Dossier]),
    OfCaseload(&'a [Row<DossierRow>], &'a DossierNumbers),
}

/// The spells of a person: put together by hand, or rows of a caseload.
#[derive(Clone, Copy)]
pub(crate) enum Spells<'a> {
    ByHand(&'a [Spell]),
    OfCaseload(&'a [Row<Spell>]),
}

impl Dossiers<'_> {
    /// The dossier at a position.
    fn get(self, at: usize) -> Option<Dossier> {
        match self {
            Self::ByHand(dossiers) => dossiers.get(at).cloned(),
            Self::OfCaseload(rows, numbers) => {
                rows.get(at).map(|row| row.fact.facts.numbered(numbers.get(row.fact.number)))
            }
        }
    }

    /// What is recorded of the dossier at a position, without its number.
    fn facts(self, at: usize) -> Option<DossierFacts> {
        match self {
            Self::ByHand(dossiers) => dossiers.get(at).map(Dossier::facts),
            Self::OfCaseload(rows, _) => rows.get(at).map(|row| row.fact.facts),
        }
    }

    fn len(self) -> usize {
        match self {
            Self::ByHand(dossiers) => dossiers.len(),
            Self::OfCaseload(rows, _) => rows.len(),
        }
    }
}

impl Spells<'_> {
    /// The spell at a position.
    fn get(self, at: usize) -> Option<Spell> {
        match self {
            Self::ByHand(spells) => spells.get(at).copied(),
            Self::OfCaseload(rows) => rows.get(at).map(|row| row.fact),
        }
    }

    fn len(self) -> usize {
        match self {
            Self::ByHand(spells) => spells.len(),
            Self::OfCaseload(rows) => rows.len(),
        }
    }
}

impl core::fmt::Debug for Dossiers<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_list().entries((0..self.len()).filter_map(|at| self.get(at))).finish()
    }
}

impl core::fmt::Debug for Spells<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_list().entries((0..self.len()).filter_map(|at| self.get(at))).finish()
    }
}

/// Whether every row that names a person could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Readable {
    /// Every row was read.
    #[default]
    Whole,
    /// A row that names the person could not be read and was set aside.
    RowSetAside,
}

impl<'a> Person<'a> {
    /// A person with one register number, with dossiers and residences in any order.
    pub fn new(insz: Insz, dossiers: &'a [Dossier], spells: &'a [Spell]) -> Self {
        Self::with_numbers(Numbers::One(insz), dossiers, spells)
    }

    /// A person with several register numbers, of which one replaced another.
    pub fn with_numbers(numbers: Numbers<'a>, dossiers: &'a [Dossier], spells: &'a [Spell]) -> Self {
        Self {
            numbers,
            dossiers: Dossiers::ByHand(dossiers),
            spells: Spells::ByHand(spells),
            died_on: None,
            rows_differ_from: first_day_rows_differ(dossiers),
            readable: Readable::Whole,
        }
    }

    /// The same person, who died on the day.
    pub const fn died(mut self, on: NaiveDate) -> Self {
        self.died_on = Some(on);
        self
    }

    /// The same person, with a row that could not be read or without one.
    pub const fn readable(mut self, readable: Readable) -> Self {
        self.readable = readable;
        self
    }

    /// The same person, named with another one under one dossier number from the day on.
    pub fn named_with_another(mut self, from: Option<NaiveDate>) -> Self {
        self.rows_differ_from = self.rows_differ_from.into_iter().chain(from).min();
        self
    }

    /// The numbers of the person.
    pub const fn numbers(&self) -> Numbers<'a> {
        self.numbers
    }

    /// The dossiers, as recorded.
    pub fn dossiers(&self) -> impl Iterator<Item = Dossier> + use<'a> {
        let dossiers = self.dossiers;
        (0..dossiers.len()).filter_map(move |at| dossiers.get(at))
    }

    /// The residences, as recorded.
    pub fn spells(&self) -> impl Iterator<Item = Spell> + Clone + use<'a> {
        let spells = self.spells;
        (0..spells.len()).filter_map(move |at| spells.get(at))
    }

    /// What is recorded of each dossier, without its number.
    pub(crate) fn dossier_facts(&self) -> impl Iterator<Item = DossierFacts> + use<'a> {
        let dossiers = self.dossiers;
        (0..dossiers.len()).filter_map(move |at| dossiers.facts(at))
    }

    /// The day of death, if one is recorded.
    pub const fn died_on(&self) -> Option<NaiveDate> {
        self.died_on
    }

    /// Whether a row that names the person was set aside.
    pub fn has_unreadable_row(&self) -> bool {
        self.readable == Readable::RowSetAside
    }

    /// Whether there is anything to answer about: a dossier with a date, or a row that was set aside.
    pub(crate) fn is_in_caseload(&self) -> bool {
        self.has_unreadable_row() || self.dossier_facts().any(|dossier| dossier.known_from().is_some())
    }

    /// The first day from which rows with one dossier number, in this person or in several, are known to differ.
    pub const fn rows_differ_from(&self) -> Option<NaiveDate> {
        self.rows_differ_from
    }

    /// The dossiers known on the day, each with what of it is known.
    pub fn known_dossiers(&self, day: NaiveDate) -> Vec<KnownDossier> {
        self.dossier_facts().filter_map(|dossier| dossier.as_known_on(day)).collect()
    }

    /// Puts into `days`, ascending, those on which an answer about the person may begin to be another (days after the horizon
    /// have none): the first day on which there is one, and every dated fact of the person and of the municipalities after
    /// it. None where the person has no dossier with a date.
    pub(crate) fn days_of_change(&self, days: &mut Vec<NaiveDate>) {
        days.clear();
        let first = if self.has_unreadable_row() {
            horizon::FIRST_DAY
        } else {
            match self.dossier_facts().filter_map(DossierFacts::known_from).min() {
                Some(known_from) => known_from.max(horizon::FIRST_DAY),
                None => return,
            }
        };
        days.push(first);
        let mut note = |day: NaiveDate| {
            if first < day {
                days.push(day);
            }
        };
        self.dossier_facts().flat_map(DossierFacts::dates).for_each(&mut note);
        self.spells().flat_map(|spell| [spell.valid_from, spell.valid_until]).flatten().for_each(&mut note);
        self.died_on.into_iter().chain(self.rows_differ_from).chain(self.numbers.days()).for_each(&mut note);
        // A birth after the first day is a fault until it comes.
        let unborn = self.numbers.all().iter().filter(|number| !number.is_of_a_year_before(first));
        unborn.map(|number| number.earliest_birth_day()).for_each(&mut note);
        Municipality::change_days().iter().copied().for_each(note);
        days.sort_unstable();
        days.dedup();
    }
}

/// The first day on which two rows with one dossier number are both known and differ in anything known.
fn first_day_rows_differ(dossiers: &[Dossier]) -> Option<NaiveDate> {
    let days = dossiers.iter().enumerate().flat_map(|(at, dossier)| {
        let later = dossiers.iter().skip(at + 1).filter(|other| other.number == dossier.number);
        later.filter_map(|other| dossier.facts().differs_from(other.facts()))
    });
    days.min()
}
