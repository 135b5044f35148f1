//! The answers about one person as a step function of the day.

use chrono::NaiveDate;

use crate::{Answer, ListRules, Period, Person, horizon};

/// The answers about one person on every day: half-open periods, each with one answer.
///
/// The periods follow each other without a gap, from the first day on which there is an answer (within the
/// [`horizon`]) to the end of time; neighbours differ.
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::{Dossier, DossierNumber, ListRules, Person, Spell};
///
/// let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
/// let dossiers = [Dossier::new(DossierNumber::new("D-1")?).registered(day(2025, 2, 3))];
/// let spells = [Spell::new("44021".parse()?, Some(day(2024, 11, 5)), Some(day(2025, 9, 1)))];
/// let timeline = Person::new("85.07.30-901.33".parse()?, &dossiers, &spells).timeline(ListRules::default());
/// // Since when, and until when?
/// let period = timeline.at(day(2025, 5, 1)).unwrap();
/// assert_eq!((period.period.from, period.period.until), (Some(day(2025, 2, 3)), Some(day(2025, 9, 1))));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Timeline {
    periods: Vec<TimelinePeriod>,
}

/// A period of a [`Timeline`] with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct TimelinePeriod {
    /// The days on which the answer holds; the last period has no end.
    pub period: Period,
    /// The answer on each of these days.
    pub answer: Answer,
}

impl Person<'_> {
    /// The answers about this person on every day within the [`horizon`]; without a period where there is none.
    pub fn timeline(&self, rules: ListRules) -> Timeline {
        let mut changes = Vec::new();
        self.days_of_change(&mut changes);
        let answers = changes.into_iter().filter_map(|day| Some((day, self.answer(day, rules)?)));
        Timeline::of(answers)
    }
}

impl Timeline {
    /// The timeline of answers that begin on ascending days.
    pub(crate) fn of(answers: impl Iterator<Item = (NaiveDate, Answer)>) -> Self {
        let mut periods: Vec<TimelinePeriod> = Vec::new();
        for (from, answer) in answers {
            if let Some(last) = periods.last_mut() {
                if last.answer == answer {
                    continue;
                }
                last.period.until = Some(from);
            }
            periods.push(TimelinePeriod { period: Period::new(Some(from), None), answer });
        }
        Self { periods }
    }

    /// The periods, in the order of time.
    pub fn periods(&self) -> &[TimelinePeriod] {
        &self.periods
    }

    /// Whether the person's number changes in the course of it.
    pub fn has_several_numbers(&self) -> bool {
        let mut numbers = self.periods.iter().map(|period| period.answer.number);
        let first = numbers.next();
        numbers.any(|number| Some(number) != first)
    }

    /// The period that covers the day; `None` before the first one and outside the [`horizon`].
    pub fn at(&self, day: NaiveDate) -> Option<&TimelinePeriod> {
        if !horizon::contains(day) {
            return None;
        }
        self.periods.iter().find(|period| period.period.contains(day))
    }
}
