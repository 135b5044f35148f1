//! The facts about one person.

use chrono::NaiveDate;

use crate::dossier::KnownDossier;
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
    pub(crate) dossiers: &'a [Dossier],
    pub(crate) spells: &'a [Spell],
    pub(crate) died_on: Option<NaiveDate>,
    pub(crate) rows_differ_from: Option<NaiveDate>,
    pub(crate) readable: Readable,
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
            dossiers,
            spells,
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
    pub const fn dossiers(&self) -> &'a [Dossier] {
        self.dossiers
    }

    /// The residences, as recorded.
    pub const fn spells(&self) -> &'a [Spell] {
        self.spells
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
        self.has_unreadable_row() || self.dossiers.iter().any(|dossier| dossier.known_from().is_some())
    }

    /// The first day from which rows with one dossier number, in this person or in several, are known to differ.
    pub const fn rows_differ_from(&self) -> Option<NaiveDate> {
        self.rows_differ_from
    }

    /// The dossiers known on the day, each with what of it is known.
    pub fn known_dossiers(&self, day: NaiveDate) -> Vec<KnownDossier> {
        self.dossiers.iter().filter_map(|dossier| dossier.as_known_on(day)).collect()
    }

    /// The days, ascending, on which an answer about the person may begin to be another (days after the horizon have none):
    /// the first day on which there is one, and every dated fact of the person and of the municipalities after it.
    /// Empty where the person has no dossier with a date.
    pub(crate) fn days_of_change(&self) -> Vec<NaiveDate> {
        let first = if self.has_unreadable_row() {
            horizon::FIRST_DAY
        } else {
            match self.dossiers.iter().filter_map(Dossier::known_from).min() {
                Some(known_from) => known_from.max(horizon::FIRST_DAY),
                None => return Vec::new(),
            }
        };
        let mut days = vec![first];
        days.extend(self.dossiers.iter().flat_map(Dossier::dates));
        days.extend(self.spells.iter().flat_map(|spell| [spell.valid_from, spell.valid_until]).flatten());
        days.extend(self.died_on);
        days.extend(self.rows_differ_from);
        days.extend(self.numbers.days());
        days.extend(self.numbers.all().iter().map(|number| number.earliest_birth_day()));
        days.extend(Municipality::change_days());
        days.retain(|&day| first <= day);
        days.sort_unstable();
        days.dedup();
        days
    }
}

/// The first day on which two rows with one dossier number are both known and differ in anything known.
fn first_day_rows_differ(dossiers: &[Dossier]) -> Option<NaiveDate> {
    let days = dossiers.iter().enumerate().flat_map(|(at, dossier)| {
        let later = dossiers.iter().skip(at + 1).filter(|other| other.number == dossier.number);
        later.filter_map(|other| dossier.differs_from(other))
    });
    days.min()
}
