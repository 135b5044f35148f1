//! The deadline with what was skipped on the way: the classes `Deadline` and `DeadlineStatus`.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;

use crate::calendar::{Calendar, ClosedDay};
use crate::convert::Day;
use crate::errors::Raise as _;
use crate::habits::pickled_as_json;
use crate::markup;
use crate::several::Tuple;

/// A deadline: an event, a number of working days, the calendar that counts them, and the due day.
///
/// Made by `Calendar.deadline`. The day of the event does not count, the last day does (order of the Flemish Government
/// of 29 January 2016, art. 1, 13°). What follows from lateness is left out: the terms of the exchange are a service
/// norm. A notebook shows it as a table.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> deadline = ib.Calendar.legal().deadline(dt.date(2025, 11, 3), working_days=10)
/// >>> deadline
/// <inburgering.Deadline 2025-11-18: 10 working days after 2025-11-03, legal>
/// >>> # How many days are left on 12 November?
/// >>> print(deadline.status(on=dt.date(2025, 11, 12)))
/// 4 working days are left
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Deadline(pub(crate) domain::Deadline);

#[pymethods]
impl Deadline {
    /// The due day: the last one that is in time.
    #[getter]
    fn due(&self) -> NaiveDate {
        self.0.due()
    }

    /// The number of working days after the event.
    #[getter]
    fn working_days(&self) -> i32 {
        self.0.working_days().0
    }

    /// The day of the event, which does not count.
    #[getter]
    fn event(&self) -> NaiveDate {
        self.0.event()
    }

    /// The calendar in which the deadline counts.
    #[getter]
    fn calendar(&self) -> Calendar {
        Calendar(self.0.calendar().clone())
    }

    /// Every day between the event and the due day that did not count, with why, in order: the weekends, too.
    ///
    /// Of a deadline before its event, the days between the due day and the event.
    #[getter]
    fn skipped(&self) -> Tuple<ClosedDay> {
        Tuple(self.0.skipped().map(ClosedDay).collect())
    }

    /// The skipped days that are no Saturday or Sunday: holidays and closing days that moved the due day.
    #[getter]
    fn skipped_weekdays(&self) -> Tuple<ClosedDay> {
        Tuple(self.0.skipped_weekdays().map(ClosedDay).collect())
    }

    /// Where the deadline stands on a day, in working days of its own calendar; raises `CalendarError` (`outside`).
    #[pyo3(signature = (*, on))]
    fn status(&self, py: Python<'_>, on: Day) -> PyResult<DeadlineStatus> {
        self.0.status(on.0).map(DeadlineStatus).map_err(|error| error.raise(py))
    }

    fn __str__(&self) -> String {
        format!("{}: {}", self.0.due(), self.counted())
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.Deadline {}: {}, {}>", self.0.due(), self.counted(), self.0.calendar().name())
    }

    fn _repr_html_(&self) -> String {
        let caption = format!("Due {}: {}, calendar {}", self.0.due(), self.counted(), self.0.calendar().name());
        let skipped = self.0.skipped().map(|closed| {
            let reasons: Vec<_> = closed.reasons().iter().map(ToString::to_string).collect();
            [closed.day().to_string(), reasons.join(", ")]
        });
        let from = [self.0.event().to_string(), "the event, which does not count".to_owned()];
        let due = [self.0.due().to_string(), "the due day, which counts".to_owned()];
        let mut rows: Vec<_> = core::iter::once(from).chain(skipped).chain([due]).collect();
        rows.sort_by(|[one, _], [other, _]| one.cmp(other));
        markup::table(&caption, ["Day", "Why"], rows)
    }
}

impl Deadline {
    /// From what it is counted, and how far.
    fn counted(&self) -> String {
        let (event, days) = (self.0.event(), self.0.working_days());
        match days.0 {
            ..0 => format!("{} before {event}", domain::WorkingDays(days.0.saturating_neg())),
            _ => format!("{days} after {event}"),
        }
    }
}

pickled_as_json!(Deadline);

/// Where a deadline stands on a day: `Deadline.status`.
///
/// `code` is `days_left`, `due_today` or `late`; `str` is English, `dutch` Dutch.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> deadline = ib.Calendar.legal().deadline(dt.date(2025, 3, 1), working_days=10)
/// >>> status = deadline.status(on=dt.date(2025, 3, 12))
/// >>> status.code, status.working_days, status.dutch
/// ('days_left', 2, 'er resten nog 2 werkdagen')
/// >>> # In the weekend after the due Friday, no working day has passed yet.
/// >>> print(deadline.status(on=dt.date(2025, 3, 16)))
/// the due day has passed, but no working day since
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct DeadlineStatus(pub(crate) domain::DeadlineStatus);

#[pymethods]
impl DeadlineStatus {
    /// `days_left`, `due_today` or `late`.
    #[getter]
    fn code(&self) -> &'static str {
        match self.0 {
            domain::DeadlineStatus::DaysLeft(_) => "days_left",
            domain::DeadlineStatus::DueToday => "due_today",
            domain::DeadlineStatus::Late(_) => "late",
        }
    }

    /// The working days that are left, or that the deadline is late by; `None` on the due day.
    #[getter]
    fn working_days(&self) -> Option<i32> {
        match self.0 {
            domain::DeadlineStatus::DaysLeft(days) | domain::DeadlineStatus::Late(days) => Some(days.0),
            domain::DeadlineStatus::DueToday => None,
        }
    }

    /// The status in Dutch: `er resten nog 3 werkdagen`.
    #[getter]
    fn dutch(&self) -> String {
        self.0.dutch()
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        match self.working_days() {
            Some(days) => format!("<inburgering.DeadlineStatus {}: {days}>", self.code()),
            None => format!("<inburgering.DeadlineStatus {}>", self.code()),
        }
    }
}

pickled_as_json!(DeadlineStatus);
