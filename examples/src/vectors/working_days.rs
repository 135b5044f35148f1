//! Working days on the three calendars: due days with what they skip, sums, counts and closed days.

use chrono::NaiveDate;
use inburgering::{Calendar, CalendarError, ClosedDay, Closure};
use serde::{Deserialize, Serialize};

use super::{Golden, Kind, Seeded, Unanswerable, golden};
use crate::chance::Chance;
use crate::synthetic::plus;

/// A question to a calendar.
#[derive(Debug)]
pub enum WorkingDays {}

/// What is asked, of which calendar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// `deadline`, `add`, `next`, `count` or `closed`.
    #[serde(alias = "question")]
    pub ask: Ask,
    /// `legal`, `flemish_government` or `flemish_government_year_end`.
    pub calendar: String,
    /// Closing days of one's own, on top of the calendar's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closing_days: Vec<NaiveDate>,
    /// The day of the event, or the day that is asked about.
    pub day: NaiveDate,
    /// The other day of a count, which counts from after the first to this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// How many working days are added; negative ones go back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub working_days: Option<i32>,
}

/// What is asked of a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// The due day so many working days after the event, and the days between that count for none.
    Deadline,
    /// The day so many working days after or before another.
    Add,
    /// The day itself if it is a working day, otherwise the first one after it.
    Next,
    /// How many working days there are from one day, excluded, to another, included.
    Count,
    /// Why a day is no working day.
    Closed,
}

/// What the calendar says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// To `deadline`.
    Due {
        /// The due day.
        due: NaiveDate,
        /// The days that were skipped, weekends included.
        skipped: Vec<Skipped>,
    },
    /// To `add` and `next`.
    Day {
        /// The day.
        day: NaiveDate,
    },
    /// To `count`.
    Count {
        /// How many working days.
        working_days: i32,
    },
    /// To `closed`.
    Closed {
        /// Every reason; none on a working day.
        reasons: Vec<String>,
    },
    /// There is no answer.
    Error {
        /// The code of the error.
        error: String,
    },
}

/// A day that is no working day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skipped {
    /// The day.
    pub day: NaiveDate,
    /// Why: `saturday`, `sunday`, the code of a holiday, `closing_day`.
    pub reasons: Vec<String>,
}

impl Kind for WorkingDays {
    const NAME: &'static str = "working_days";
    type Question = Question;
    type Answer = Answer;

    fn golden() -> Result<Vec<Golden<Question>>, toml::de::Error> {
        #[derive(Deserialize)]
        struct Case {
            name: String,
            citation: String,
            input: Question,
        }
        let cases = golden::<Case>(include_str!("../../../crates/inburgering/tests/golden/calendar.toml"))?;
        let cases = cases.into_iter().map(|Case { name, citation, input }| Golden { name, citation, question: input });
        Ok(cases.collect())
    }

    fn generated(Seeded(chance): &mut Seeded) -> Vec<Question> {
        (0..900).map(|at| generated(chance, at)).collect()
    }

    fn answer(question: &Question) -> Result<Answer, Unanswerable> {
        let calendar = question.calendar.parse::<Calendar>()?;
        let missing = || Unanswerable::from("a number of days or a last day is missing");
        let days = question.working_days.map(inburgering::WorkingDays).ok_or_else(missing);
        let until = question.until.ok_or_else(missing);
        let calendar = match calendar.with_closing_days(question.closing_days.iter().copied()) {
            Ok(calendar) => calendar,
            Err(error) => return Ok(fault(error)),
        };
        let answer = match question.ask {
            Ask::Deadline => calendar.deadline(question.day, days?).map(|deadline| Answer::Due {
                due: deadline.due(),
                skipped: deadline
                    .skipped()
                    .map(|closed| Skipped { day: closed.day(), reasons: reasons(&closed) })
                    .collect(),
            }),
            Ask::Add => calendar.add(question.day, days?).map(|day| Answer::Day { day }),
            Ask::Next => calendar.next(question.day).map(|day| Answer::Day { day }),
            Ask::Count => calendar.count(question.day, until?).map(|count| Answer::Count { working_days: count.0 }),
            Ask::Closed => calendar
                .closed(question.day)
                .map(|closed| Answer::Closed { reasons: closed.as_ref().map(reasons).unwrap_or_default() }),
        };
        Ok(answer.unwrap_or_else(fault))
    }
}

#[expect(clippy::needless_pass_by_value, reason = "where an error ends")]
fn fault(error: CalendarError) -> Answer {
    Answer::Error { error: error.code().into() }
}

fn reasons(closed: &ClosedDay) -> Vec<String> {
    let reason = |reason: &Closure| match reason {
        Closure::Saturday => "saturday",
        Closure::Sunday => "sunday",
        Closure::Holiday(kind) => kind.code(),
        Closure::ClosingDay => "closing_day",
        _ => "other",
    };
    closed.reasons().iter().map(|closure| reason(closure).to_owned()).collect()
}

fn generated(chance: &mut Chance, at: usize) -> Question {
    let calendars = [Calendar::legal(), Calendar::flemish_government(), Calendar::flemish_government_year_end()];
    let calendar = chance.of(&calendars).cloned().unwrap_or_default();
    let day = start(chance, &calendar);
    let closing_days =
        if chance.per_mille(150) { (0..2).map(|_| plus(day, chance.between(1, 9))).collect() } else { Vec::new() };
    let ask = match at % 9 {
        0..5 => Ask::Deadline,
        5 => Ask::Add,
        6 => Ask::Next,
        7 => Ask::Count,
        _ => Ask::Closed,
    };
    let working_days = match ask {
        Ask::Deadline => chance.of(&[1, 5, 10, 10, 20, 20]).copied(),
        Ask::Add => i32::try_from(chance.between(-25, 25)).ok(),
        _ => None,
    };
    let until = (ask == Ask::Count).then(|| plus(day, chance.between(-40, 40)));
    Question { ask, calendar: calendar.name(), closing_days, day, until, working_days }
}

/// A day about a holiday of some year, or at an end of the calendar.
fn start(chance: &mut Chance, calendar: &Calendar) -> NaiveDate {
    if chance.per_mille(20) {
        let ends = [inburgering::horizon::FIRST_DAY, inburgering::horizon::LAST_DAY];
        let end = chance.of(&ends).copied().unwrap_or_default();
        return plus(end, chance.between(-20, 20));
    }
    let years = [2008, 2011, 2016, 2019, 2024, 2025, 2026, 2027, 2028, 2038];
    let year = chance.of(&years).copied().unwrap_or(2025);
    let holidays: Vec<NaiveDate> =
        calendar.holidays(year).into_iter().flatten().map(inburgering::Holiday::day).collect();
    let near = chance.of(&holidays).copied().unwrap_or_default();
    plus(near, chance.between(-16, 2))
}
