//! The calendar of working days: the class `Calendar`.

mod closed_day;
mod error;
mod holiday;
mod working_days;
mod year;

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;

pub(crate) use closed_day::{ClosedDay, Closure};
pub(crate) use holiday::{_holiday_kind_citation, _holiday_kind_dutch, _holiday_kind_english, Holiday};
pub(crate) use working_days::WorkingDays;
pub(crate) use year::CalendarYear;

use crate::citation::Citation;
use crate::convert::Day;
use crate::deadline::Deadline;
use crate::errors::Raise as _;
use crate::habits::pickled_as_json;
use crate::quantity::Quantity;
use crate::several::Tuple;

/// A calendar of working days: `legal`, `flemish_government` or `flemish_government_year_end`, with or without closing
/// days of your own.
///
/// A working day is every day but Saturday, Sunday and the holidays of the calendar (order of the Flemish Government of
/// 29 January 2016, art. 1, 13°; Civil Code, art. 1.7). The day of the event does not count, the last day does. Holidays
/// are computed from their rules, for 1995-01-01 to 2099-12-31; outside it there is a `CalendarError` and no guess.
/// A number of working days is an `int`, in and out.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> # A request was received on Monday 26 October 2026. When is it due, ten working days later?
/// >>> received = dt.date(2026, 10, 26)
/// >>> ib.Calendar.legal().add(received, working_days=10)
/// datetime.date(2026, 11, 9)
/// >>> # The Flemish government is closed on 2 November as well.
/// >>> ib.Calendar("flemish_government").add(received, working_days=10)
/// datetime.date(2026, 11, 10)
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Calendar(pub(crate) domain::Calendar);

#[pymethods]
impl Calendar {
    /// The calendar of that name, without closing days; raises `CalendarError` (`unknown_name`).
    #[new]
    #[pyo3(signature = (name, /))]
    fn new(py: Python<'_>, name: &str) -> PyResult<Self> {
        name.parse().map(Self).map_err(|error: domain::CalendarError| error.raise(py))
    }

    /// The legal calendar: no Saturday, no Sunday, none of the ten legal holidays.
    ///
    /// Order of the Flemish Government of 29 January 2016, art. 1, 13°, with the Act of 4 January 1974.
    ///
    /// >>> import datetime as dt, inburgering as ib
    /// >>> # 2 May 2008 stood in for Ascension, which fell on Labour Day.
    /// >>> ib.Calendar.legal().is_working_day(dt.date(2008, 5, 2))
    /// False
    #[staticmethod]
    fn legal() -> Self {
        Self(domain::Calendar::legal())
    }

    /// The calendar of the Flemish government: the legal one without 11 July, 2 November, 15 November and 26 December.
    ///
    /// Flemish staff regulations, art. X 11.
    #[staticmethod]
    fn flemish_government() -> Self {
        Self(domain::Calendar::flemish_government())
    }

    /// The calendar of the Flemish government that closes at the end of the year: without 27 to 31 December, too.
    ///
    /// Flemish staff regulations, art. X 11.
    #[staticmethod]
    fn flemish_government_year_end() -> Self {
        Self(domain::Calendar::flemish_government_year_end())
    }

    /// This calendar with your own closing days on top of those it has.
    ///
    /// Order and repetition do not matter. A closing day that is no working day anyway is kept, and changes no count.
    /// Raises `CalendarError` (`outside`) for the first that lies outside 1995-01-01 to 2099-12-31.
    ///
    /// >>> import datetime as dt, inburgering as ib
    /// >>> # The office is closed on Friday 15 May 2026, after Ascension: which is the next working day?
    /// >>> ours = ib.Calendar.legal().with_closing_days([dt.date(2026, 5, 15)])
    /// >>> ours.next(dt.date(2026, 5, 13))
    /// datetime.date(2026, 5, 18)
    #[pyo3(signature = (days: "collections.abc.Iterable[date]", /))]
    fn with_closing_days(&self, py: Python<'_>, days: Bound<'_, PyAny>) -> PyResult<Self> {
        let days = days.try_iter()?.map(|day| Ok(day?.extract::<Day>()?.0)).collect::<PyResult<Vec<_>>>()?;
        self.0.with_closing_days(days).map(Self).map_err(|error| error.raise(py))
    }

    /// Your own closing days, in order.
    #[getter]
    fn closing_days(&self) -> Tuple<NaiveDate> {
        Tuple(self.0.closing_days().collect())
    }

    /// The stable name, for receipts: that of the calendar, with `+1 closing day`, `+2 closing days` … if it has any.
    #[getter]
    fn name(&self) -> String {
        self.0.name()
    }

    /// The version of the calendar rules, for the receipt: `CALENDAR_VERSION`.
    #[staticmethod]
    fn version() -> &'static str {
        domain::Calendar::version()
    }

    /// The text that the calendar follows; your own closing days follow none.
    #[getter]
    fn citation(&self) -> Citation {
        Citation(self.0.citation())
    }

    /// Whether the day is a working day; raises `CalendarError` (`outside`).
    #[pyo3(signature = (day, /))]
    fn is_working_day(&self, py: Python<'_>, day: Day) -> PyResult<bool> {
        self.0.is_working_day(day.0).map_err(|error| error.raise(py))
    }

    /// The day as a closed one, with every reason why; `None` if it is a working day. Raises `CalendarError` (`outside`).
    ///
    /// >>> import datetime as dt, inburgering as ib
    /// >>> print(ib.Calendar.legal().closed(dt.date(2026, 11, 1)).dutch)
    /// 1 november: zondag, Allerheiligen
    #[pyo3(signature = (day, /))]
    fn closed(&self, py: Python<'_>, day: Day) -> PyResult<Option<ClosedDay>> {
        self.0.closed(day.0).map(|closed| closed.map(ClosedDay)).map_err(|error| error.raise(py))
    }

    /// The holidays of a year in order of day, those in a weekend included, your own closing days not.
    ///
    /// Raises `CalendarError` (`year_outside`) if the year is not one of 1995 to 2099.
    ///
    /// >>> import inburgering as ib
    /// >>> year = ib.Calendar.flemish_government().holidays(2026)
    /// >>> len(year), year[-1].dutch
    /// (14, 'tweede kerstdag')
    #[pyo3(signature = (year, /))]
    fn holidays(&self, py: Python<'_>, year: Quantity) -> PyResult<CalendarYear> {
        CalendarYear::of(self, year.clamped()).map_err(|error| error::raise_of(py, error, year))
    }

    /// The so-many-th working day strictly after the day; before it for a negative number; the day itself, working day
    /// or not, for zero.
    ///
    /// Raises `CalendarError`: `outside` if the day lies outside 1995-01-01 to 2099-12-31, `answer_outside` if the answer
    /// does. In numpy, with the holidays and closing days as `holidays`: `busday_offset(day, n, roll="preceding")` for a
    /// positive n, `roll="following"` for a negative one; zero does not roll.
    ///
    /// >>> import datetime as dt, inburgering as ib
    /// >>> # Twenty working days from 7 July 2025, over the national day.
    /// >>> ib.Calendar.legal().add(dt.date(2025, 7, 7), working_days=20)
    /// datetime.date(2025, 8, 5)
    /// >>> # The last working day before Easter Monday.
    /// >>> ib.Calendar.legal().add(dt.date(2025, 4, 21), working_days=-1)
    /// datetime.date(2025, 4, 18)
    #[pyo3(signature = (day, /, *, working_days))]
    fn add(&self, py: Python<'_>, day: Day, working_days: Quantity) -> PyResult<NaiveDate> {
        let n = domain::WorkingDays(working_days.clamped());
        self.0.add(day.0, n).map_err(|error| error::raise_of(py, error, working_days))
    }

    /// The first working day strictly after the day; raises `CalendarError` as `add` does.
    #[pyo3(signature = (day, /))]
    fn next(&self, py: Python<'_>, day: Day) -> PyResult<NaiveDate> {
        self.0.next(day.0).map_err(|error| error.raise(py))
    }

    /// How many working days there are after the first day, up to and including the second; `count(b, a)` is minus
    /// `count(a, b)`.
    ///
    /// Raises `CalendarError` (`outside`) for the first of the days that lies outside 1995-01-01 to 2099-12-31. In numpy,
    /// for `a <= b`: `busday_count(a + 1, b + 1)`, since numpy counts the first day and not the last.
    ///
    /// >>> import datetime as dt, inburgering as ib
    /// >>> # How many working days does May 2026 have?
    /// >>> ib.Calendar.legal().count(dt.date(2026, 4, 30), dt.date(2026, 5, 31))
    /// 18
    #[pyo3(signature = (a, b, /))]
    fn count(&self, py: Python<'_>, a: Day, b: Day) -> PyResult<i32> {
        self.0.count(a.0, b.0).map(|days| days.0).map_err(|error| error.raise(py))
    }

    /// The deadline of so many working days after the event; before it for a negative number.
    ///
    /// Raises `CalendarError` as `add` does.
    ///
    /// >>> import datetime as dt, inburgering as ib
    /// >>> # Received on 3 November 2025, about ten working days: when is it due, and what was skipped?
    /// >>> deadline = ib.Calendar.legal().deadline(dt.date(2025, 11, 3), working_days=10)
    /// >>> deadline.due, [day.dutch for day in deadline.skipped_weekdays]
    /// (datetime.date(2025, 11, 18), ['11 november: Wapenstilstand'])
    #[pyo3(signature = (event, /, *, working_days))]
    fn deadline(&self, py: Python<'_>, event: Day, working_days: Quantity) -> PyResult<Deadline> {
        let n = domain::WorkingDays(working_days.clamped());
        self.0.deadline(event.0, n).map(Deadline).map_err(|error| error::raise_of(py, error, working_days))
    }

    fn __str__(&self) -> String {
        self.0.name()
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.Calendar {}>", self.0.name())
    }
}

pickled_as_json!(Calendar);
