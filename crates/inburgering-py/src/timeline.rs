//! The answers about one person on every day: the classes `Timeline` and `TimelinePeriod`.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;

use crate::convert::Day;
use crate::eligibility::Answer;
use crate::habits::found_not_told;
use crate::period::Period;
use crate::several::{InTurn, Tuple};

/// The answers about one person on every day: half-open periods, each with one answer.
///
/// The periods follow each other without a gap, from the first day on which there is an answer (not before 1995-01-01) to
/// the end of time; neighbours differ. It is a sequence of `TimelinePeriod`. In a notebook it is a table, without the
/// number.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> person = ib.Person(
/// ...     "85.07.30-901.33", dossiers=[ib.Dossier("D-1", registered_on=dt.date(2025, 2, 3))],
/// ...     spells=[ib.Spell("44021", valid_until=dt.date(2025, 9, 1))],
/// ... )
/// >>> for period in person.timeline():
/// ...     print(period.valid_from, period.valid_until, period.answer.outcome)
/// 2025-02-03 2025-09-01 eligible
/// 2025-09-01 None not_eligible
#[pyclass(frozen, eq, hash, sequence, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Timeline(pub(crate) domain::Timeline);

#[pymethods]
impl Timeline {
    /// The periods, in the order of time.
    #[getter]
    fn periods(&self) -> Tuple<TimelinePeriod> {
        self.0.periods().iter().cloned().map(TimelinePeriod).collect()
    }

    /// The period that covers the day; `None` before the first one, and outside 1995-01-01 to 2099-12-31.
    ///
    /// >>> import datetime as dt, inburgering as ib
    /// >>> dossier = ib.Dossier("D-1", registered_on=dt.date(2025, 2, 3))
    /// >>> timeline = ib.Person("85.07.30-901.33", dossiers=[dossier], spells=[ib.Spell("44021")]).timeline()
    /// >>> timeline.at(dt.date(2025, 2, 2)) is None
    /// True
    /// >>> timeline.at(dt.date(2026, 1, 15)).valid_from  # since when?
    /// datetime.date(2025, 2, 3)
    #[pyo3(signature = (day, /))]
    fn at(&self, day: Day) -> Option<TimelinePeriod> {
        self.0.at(day.0).cloned().map(TimelinePeriod)
    }

    /// The timeline as JSON, laid out for people. It shows the register number.
    fn to_json(&self) -> PyResult<String> {
        crate::habits::to_json(&self.0)
    }

    fn __len__(&self) -> usize {
        self.0.periods().len()
    }

    fn __getitem__(&self, position: isize) -> PyResult<TimelinePeriod> {
        let count = self.0.periods().len();
        let at = if position < 0 { position.checked_add_unsigned(count) } else { Some(position) };
        let found = at.and_then(|at| usize::try_from(at).ok()).and_then(|at| self.0.periods().get(at));
        found.cloned().map(TimelinePeriod).ok_or_else(|| {
            pyo3::exceptions::PyIndexError::new_err(format!(
                "the timeline has {count} periods; {position} is none of them"
            ))
        })
    }

    fn __iter__(&self) -> InTurn<TimelinePeriod> {
        InTurn(self.periods().0)
    }

    fn __repr__(&self) -> String {
        let periods = self.0.periods();
        let first = periods.first().and_then(|period| period.period.from);
        let first = first.map(|day| format!(" from {day}")).unwrap_or_default();
        format!("<inburgering.Timeline of {} periods{first}>", periods.len())
    }

    /// The timeline as a table of a notebook, without the number.
    fn _repr_html_(&self) -> String {
        let rows: String = self.0.periods().iter().map(html_row).collect();
        format!(
            "<table><caption>The answers about one person, day by day</caption><thead><tr>\
             <th scope=\"col\">from</th><th scope=\"col\">to, included</th><th scope=\"col\">answer</th>\
             <th scope=\"col\">municipality</th><th scope=\"col\">contract signed</th>\
             <th scope=\"col\">attest obtained</th><th scope=\"col\">reasons</th></tr></thead><tbody>{rows}</tbody></table>"
        )
    }
}

fn html_row(period: &domain::TimelinePeriod) -> String {
    let answer = &period.answer;
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let yes_no = |flag: bool| if flag { "yes" } else { "no" };
    let reasons: Vec<String> = answer.reasons.iter().map(|reason| escaped(&reason.to_string())).collect();
    let last = period.period.until.map_or_else(|| "no end".into(), |until| day(until.pred_opt()));
    format!(
        "<tr><th scope=\"row\">{}</th><td>{last}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
        day(period.period.from),
        answer.outcome.as_str().replace('_', " "),
        answer.municipality().map(|municipality| escaped(&municipality.to_string())).unwrap_or_default(),
        yes_no(answer.flags.contract_signed),
        yes_no(answer.flags.attest_obtained),
        reasons.join("<br>"),
    )
}

/// The text as it is written in HTML.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

found_not_told!(Timeline, "a Timeline cannot be pickled; pickle the Person, and ask for its timeline again");

/// A period of a `Timeline` with its answer.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> dossier = ib.Dossier("D-1", registered_on=dt.date(2025, 2, 3))
/// >>> period = ib.Person("85.07.30-901.33", dossiers=[dossier]).timeline()[-1]
/// >>> period
/// <inburgering.TimelinePeriod from 2025-02-03: not_eligible>
/// >>> print(period.answer)
/// not eligible: still in a trajectory, but registered in no Belgian municipality on the day
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct TimelinePeriod(pub(crate) domain::TimelinePeriod);

#[pymethods]
impl TimelinePeriod {
    /// The days on which the answer holds; the last period has no end.
    #[getter]
    fn period(&self) -> Period {
        Period(self.0.period)
    }

    /// The first day on which the answer holds.
    #[getter]
    fn valid_from(&self) -> Option<NaiveDate> {
        self.0.period.from
    }

    /// The first day on which it holds no more; `None` for the last period.
    #[getter]
    fn valid_until(&self) -> Option<NaiveDate> {
        self.0.period.until
    }

    /// The answer on each of these days.
    #[getter]
    fn answer(&self) -> Answer {
        Answer(self.0.answer.clone())
    }

    fn __repr__(&self) -> String {
        let from = self.0.period.from.map(|day| format!(" from {day}")).unwrap_or_default();
        let until = self.0.period.until.map(|day| format!(" until {day}")).unwrap_or_default();
        format!("<inburgering.TimelinePeriod{from}{until}: {}>", self.0.answer.outcome.as_str())
    }
}

found_not_told!(
    TimelinePeriod,
    "a TimelinePeriod cannot be pickled; pickle the Person, and ask for its timeline again"
);
