//! The calendar of working days (*werkdagen*), named after the law it follows.
//!
//! A working day is every day but Saturday, Sunday and the legal public holidays (order of the Flemish Government of
//! 29 January 2016, art. 1, 13°; the Civil Code, art. 1.7, counts alike). The day of the event does not count, the last
//! day does: the due day of n working days is the n-th working day strictly after the event.
//!
//! Three calendars have a name: [`Calendar::legal`] (the default), [`Calendar::flemish_government`] and
//! [`Calendar::flemish_government_year_end`]; a user's own closing days can be put on top of any. Holidays are computed
//! from their rules, for 1995-01-01 to 2099-12-31; outside it there is an error and no guess. Leaves out hours, half
//! days and bridge days that no text grants.

mod closed_day;
mod holiday;
mod index;

use core::fmt;
use core::hash::{Hash, Hasher};
use core::str::FromStr;
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use chrono::{Datelike, NaiveDate};

pub use closed_day::{ClosedDay, Closure};
pub use holiday::{Holiday, HolidayKind};
pub use index::{DueDays, WorkingDayIndex};

use crate::citation::{self, Citation};
use crate::horizon::{self, FIRST_DAY, LAST_DAY};
use holiday::{FLEMISH, LEGAL, Rules, YEAR_END};

/// The version of the calendar rules, for the receipt: the day on which they were last checked against the law.
pub const CALENDAR_VERSION: &str = "2026-01-01";

/// A number of working days (*werkdagen*); a negative one counts backwards.
///
/// ```
/// use inburgering::WorkingDays;
///
/// assert_eq!(WorkingDays(10).to_string(), "10 working days");
/// assert_eq!(WorkingDays(1).dutch(), "1 werkdag");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct WorkingDays(pub i32);

impl WorkingDays {
    /// The number with its noun in Dutch: `10 werkdagen`.
    pub fn dutch(self) -> String {
        format!("{} {}", self.0, if self.0.unsigned_abs() == 1 { "werkdag" } else { "werkdagen" })
    }
}

/// The number with its noun in English: `10 working days`.
impl fmt::Display for WorkingDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0, if self.0.unsigned_abs() == 1 { "working day" } else { "working days" })
    }
}

/// Why a calendar gives no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CalendarError {
    /// The day that was given, or a closing day, lies outside the horizon.
    #[error("the calendar covers {FIRST_DAY} to {LAST_DAY}; {day} lies outside it")]
    Outside {
        /// The day that was given.
        day: NaiveDate,
    },
    /// The day that was given lies inside the horizon, the answer does not.
    #[error("the calendar covers {FIRST_DAY} to {LAST_DAY}; counting {working_days} from {start} leads outside it")]
    AnswerOutside {
        /// The day that was given.
        start: NaiveDate,
        /// The number of working days that was asked.
        working_days: WorkingDays,
    },
    /// The year that was given lies outside the horizon.
    #[error("the calendar covers the years {} to {}; {year} lies outside them", FIRST_DAY.year(), LAST_DAY.year())]
    YearOutside {
        /// The year that was given.
        year: i32,
    },
    /// No calendar has this name.
    #[error(
        "no calendar is named `{text}`; use `legal`, `flemish_government` or `flemish_government_year_end`, and give \
         closing days apart"
    )]
    UnknownName {
        /// The caller's text.
        text: String,
    },
    /// More than five digits, which no name has. The text is not kept: it may be a register number in the wrong place.
    #[error(
        "no calendar's name has digits, given are {length} characters; use `legal`, `flemish_government` or \
         `flemish_government_year_end`, and give closing days apart"
    )]
    NotAName {
        /// How many characters were given, without outer white space.
        length: usize,
    },
    /// The holiday does not fall on that day.
    #[error("`{}` does not fall on {day}; ask the calendar for the holidays of {}", kind.code(), day.year())]
    NoSuchHoliday {
        /// The day that was given.
        day: NaiveDate,
        /// The holiday that was given.
        kind: HolidayKind,
    },
}

impl CalendarError {
    /// The stable text of the kind of fault.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Outside { .. } => "outside",
            Self::AnswerOutside { .. } => "answer_outside",
            Self::YearOutside { .. } => "year_outside",
            Self::UnknownName { .. } => "unknown_name",
            Self::NotAName { .. } => "not_a_name",
            Self::NoSuchHoliday { .. } => "no_such_holiday",
        }
    }
}

/// A calendar of working days (*werkdagenkalender*): one of three named ones, with or without a user's closing days.
///
/// Invariant: every closing day lies within the horizon, in order, each once. Equal if name and closing days are equal.
/// Cheap to clone: the tables are shared.
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::{Calendar, WorkingDays};
///
/// // A complete request was received on Monday 26 October 2026. When is it due, ten working days later?
/// let received = NaiveDate::from_ymd_opt(2026, 10, 26).unwrap();
/// let due = Calendar::legal().add(received, WorkingDays(10))?;
/// assert_eq!(due.to_string(), "2026-11-09");
/// // The Flemish government is closed on 2 November as well.
/// let due = Calendar::flemish_government().add(received, WorkingDays(10))?;
/// assert_eq!(due.to_string(), "2026-11-10");
/// # Ok::<(), inburgering::CalendarError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "CalendarFields", into = "CalendarFields"))]
pub struct Calendar {
    base: Base,
    closing: Option<Arc<Closing>>,
}

/// The named calendars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Base {
    Legal,
    FlemishGovernment,
    FlemishGovernmentYearEnd,
}

/// A user's closing days, never none, with the tables of the calendar that has them.
struct Closing {
    days: BTreeSet<NaiveDate>,
    index: WorkingDayIndex,
}

/// The days only: the tables follow from them.
impl fmt::Debug for Closing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.days.fmt(f)
    }
}

impl PartialEq for Closing {
    fn eq(&self, other: &Self) -> bool {
        self.days == other.days
    }
}

impl Eq for Closing {}

impl Hash for Closing {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.days.hash(state);
    }
}

impl Base {
    const ALL: [Self; 3] = [Self::Legal, Self::FlemishGovernment, Self::FlemishGovernmentYearEnd];

    const fn name(self) -> &'static str {
        match self {
            Self::Legal => "legal",
            Self::FlemishGovernment => "flemish_government",
            Self::FlemishGovernmentYearEnd => "flemish_government_year_end",
        }
    }

    const fn rules(self) -> &'static [Rules] {
        match self {
            Self::Legal => &[LEGAL],
            Self::FlemishGovernment => &[LEGAL, FLEMISH],
            Self::FlemishGovernmentYearEnd => &[LEGAL, FLEMISH, YEAR_END],
        }
    }

    fn index_with(self, closing: &BTreeSet<NaiveDate>) -> WorkingDayIndex {
        let years = FIRST_DAY.year()..=LAST_DAY.year();
        let holidays = years.flat_map(|year| holiday::in_year(self.rules(), year)).map(Holiday::day);
        WorkingDayIndex::new(&holidays.chain(closing.iter().copied()).collect())
    }

    fn index(self) -> &'static WorkingDayIndex {
        static LEGAL_INDEX: LazyLock<WorkingDayIndex> = LazyLock::new(|| Base::Legal.index_with(&BTreeSet::new()));
        static FLEMISH_INDEX: LazyLock<WorkingDayIndex> =
            LazyLock::new(|| Base::FlemishGovernment.index_with(&BTreeSet::new()));
        static YEAR_END_INDEX: LazyLock<WorkingDayIndex> =
            LazyLock::new(|| Base::FlemishGovernmentYearEnd.index_with(&BTreeSet::new()));
        match self {
            Self::Legal => &LEGAL_INDEX,
            Self::FlemishGovernment => &FLEMISH_INDEX,
            Self::FlemishGovernmentYearEnd => &YEAR_END_INDEX,
        }
    }
}

impl Calendar {
    const fn named(base: Base) -> Self {
        Self { base, closing: None }
    }

    /// The legal calendar (*wettelijke feestdagen*): no Saturday, no Sunday, none of the ten legal holidays.
    ///
    /// Order of the Flemish Government of 29 January 2016, art. 1, 13°, with the Act of 4 January 1974.
    pub const fn legal() -> Self {
        Self::named(Base::Legal)
    }

    /// The calendar of the Flemish government (*Vlaamse overheid*): the legal one without 11 July, 2 November,
    /// 15 November and 26 December.
    ///
    /// Flemish staff regulations, art. X 11.
    pub const fn flemish_government() -> Self {
        Self::named(Base::FlemishGovernment)
    }

    /// The calendar of the Flemish government that closes at the end of the year (*eindejaarssluiting*): that of the
    /// Flemish government without 27 to 31 December.
    ///
    /// Flemish staff regulations, art. X 11.
    pub const fn flemish_government_year_end() -> Self {
        Self::named(Base::FlemishGovernmentYearEnd)
    }

    /// This calendar with a user's own closing days (*sluitingsdagen*) on top of those it has.
    ///
    /// Order and repetition do not matter. A closing day that is no working day anyway is kept, and changes no count.
    ///
    /// # Errors
    /// [`CalendarError::Outside`] for the first closing day that lies outside the horizon.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use inburgering::{Calendar, WorkingDays};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 5, d).unwrap();
    /// // The office is closed on Friday 15 May 2026, after Ascension: which is the next working day?
    /// let ours = Calendar::legal().with_closing_days([day(15)])?;
    /// assert_eq!(ours.next(day(13))?, day(18));
    /// # Ok::<(), inburgering::CalendarError>(())
    /// ```
    pub fn with_closing_days(&self, days: impl IntoIterator<Item = NaiveDate>) -> Result<Self, CalendarError> {
        let mut all: BTreeSet<NaiveDate> = self.closing_days().collect();
        for day in days {
            require_inside(day)?;
            all.insert(day);
        }
        let closing = (!all.is_empty()).then(|| Arc::new(Closing { index: self.base.index_with(&all), days: all }));
        Ok(Self { base: self.base, closing })
    }

    /// The user's own closing days, in order.
    pub fn closing_days(&self) -> impl Iterator<Item = NaiveDate> {
        self.closing.iter().flat_map(|closing| closing.days.iter().copied())
    }

    /// The stable name, for receipts: `legal`, `flemish_government`, `flemish_government_year_end`, each with
    /// `+1 closing day`, `+2 closing days` … if it has any.
    pub fn name(&self) -> String {
        match self.closing_days().count() {
            0 => self.base.name().to_owned(),
            1 => format!("{}+1 closing day", self.base.name()),
            more => format!("{}+{more} closing days", self.base.name()),
        }
    }

    /// The version of the calendar rules, for the receipt: [`CALENDAR_VERSION`].
    pub const fn version() -> &'static str {
        CALENDAR_VERSION
    }

    /// The text that the calendar follows; the user's closing days follow none.
    pub const fn citation(&self) -> Citation {
        match self.base {
            Base::Legal => citation::BVR_WORKING_DAY,
            Base::FlemishGovernment | Base::FlemishGovernmentYearEnd => citation::FLEMISH_STAFF_STATUTE,
        }
    }

    /// Whether the day is a working day (*werkdag*). In constant time.
    ///
    /// # Errors
    /// [`CalendarError::Outside`] if the day lies outside the horizon.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use inburgering::Calendar;
    ///
    /// // 2 May 2008 stood in for Ascension, which fell on Labour Day.
    /// let day = NaiveDate::from_ymd_opt(2008, 5, 2).unwrap();
    /// assert!(!Calendar::legal().is_working_day(day)?);
    /// # Ok::<(), inburgering::CalendarError>(())
    /// ```
    pub fn is_working_day(&self, day: NaiveDate) -> Result<bool, CalendarError> {
        self.by_day_number().is_working_day(day).ok_or(CalendarError::Outside { day })
    }

    /// The day as a closed one, with every reason why; `None` if it is a working day (*werkdag*).
    ///
    /// # Errors
    /// [`CalendarError::Outside`] if the day lies outside the horizon.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use inburgering::Calendar;
    ///
    /// let day = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
    /// let closed = Calendar::legal().closed(day)?.unwrap();
    /// assert_eq!(closed.dutch(), "1 november: zondag, Allerheiligen");
    /// # Ok::<(), inburgering::CalendarError>(())
    /// ```
    pub fn closed(&self, day: NaiveDate) -> Result<Option<ClosedDay>, CalendarError> {
        require_inside(day)?;
        Ok(self.closed_within(day))
    }

    /// As [`closed`](Self::closed), for a day that is known to lie within the horizon.
    pub(crate) fn closed_within(&self, day: NaiveDate) -> Option<ClosedDay> {
        ClosedDay::new(day, self.reasons(day))
    }

    fn reasons(&self, day: NaiveDate) -> Vec<Closure> {
        let holidays = holiday::in_year(self.base.rules(), day.year()).filter(|holiday| holiday.day() == day);
        let closing = self.closing.as_ref().filter(|closing| closing.days.contains(&day));
        Closure::of_weekday(day.weekday())
            .into_iter()
            .chain(holidays.map(|holiday| Closure::Holiday(holiday.kind())))
            .chain(closing.map(|_| Closure::ClosingDay))
            .collect()
    }

    /// The holidays (*feestdagen*) of a year in order of day, those in a weekend included, the user's closing days not.
    ///
    /// # Errors
    /// [`CalendarError::YearOutside`] if the year is not one of 1995 to 2099.
    ///
    /// ```
    /// use inburgering::Calendar;
    ///
    /// let last = Calendar::flemish_government().holidays(2026)?.into_iter().next_back().unwrap();
    /// assert_eq!((last.day().to_string().as_str(), last.dutch()), ("2026-12-26", "tweede kerstdag"));
    /// # Ok::<(), inburgering::CalendarError>(())
    /// ```
    pub fn holidays(&self, year: i32) -> Result<Vec<Holiday>, CalendarError> {
        if !(FIRST_DAY.year()..=LAST_DAY.year()).contains(&year) {
            return Err(CalendarError::YearOutside { year });
        }
        let mut holidays: Vec<_> = holiday::in_year(self.base.rules(), year).collect();
        holidays.sort_unstable();
        Ok(holidays)
    }

    /// The n-th working day strictly after the day; before it for a negative n; the day itself, working day or not, for
    /// zero. In constant time.
    ///
    /// In numpy, with the holidays and closing days as `holidays`: `np.busday_offset(day, n, roll="preceding")` for a
    /// positive n, `np.busday_offset(day, n, roll="following")` for a negative one; zero does not roll.
    ///
    /// # Errors
    /// [`CalendarError::Outside`] if the day lies outside the horizon, also for zero; [`CalendarError::AnswerOutside`] if
    /// the answer does.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use inburgering::{Calendar, WorkingDays};
    ///
    /// let day = |m, d| NaiveDate::from_ymd_opt(2025, m, d).unwrap();
    /// // Twenty working days from 7 July 2025, over the national day.
    /// assert_eq!(Calendar::legal().add(day(7, 7), WorkingDays(20))?, day(8, 5));
    /// // The last working day before Easter Monday.
    /// assert_eq!(Calendar::legal().add(day(4, 21), WorkingDays(-1))?, day(4, 18));
    /// # Ok::<(), inburgering::CalendarError>(())
    /// ```
    pub fn add(&self, day: NaiveDate, n: WorkingDays) -> Result<NaiveDate, CalendarError> {
        self.by_day_number().add_to_date(day, n.0).ok_or_else(|| match require_inside(day) {
            Ok(()) => CalendarError::AnswerOutside { start: day, working_days: n },
            Err(outside) => outside,
        })
    }

    /// The first working day strictly after the day (*eerstvolgende werkdag*).
    ///
    /// # Errors
    /// As [`add`](Self::add) of one working day.
    pub fn next(&self, day: NaiveDate) -> Result<NaiveDate, CalendarError> {
        self.add(day, WorkingDays(1))
    }

    /// How many working days there are after the first day, up to and including the second; `count(b, a)` is minus
    /// `count(a, b)`. In constant time.
    ///
    /// In numpy, with the holidays and closing days as `holidays`, for `a <= b`: `np.busday_count(a + 1, b + 1)`, since
    /// numpy counts the first day and not the last. For `b < a` take minus `np.busday_count(b + 1, a + 1)`: with its
    /// arguments the other way round numpy counts other days (and other ones again before version 1.25).
    ///
    /// # Errors
    /// [`CalendarError::Outside`] if one of the days lies outside the horizon: the first that does.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use inburgering::{Calendar, WorkingDays};
    ///
    /// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
    /// // How many working days does May 2026 have?
    /// assert_eq!(Calendar::legal().count(day(4, 30), day(5, 31))?, WorkingDays(18));
    /// # Ok::<(), inburgering::CalendarError>(())
    /// ```
    pub fn count(&self, a: NaiveDate, b: NaiveDate) -> Result<WorkingDays, CalendarError> {
        let index = self.by_day_number();
        let through = |day| index.through(day).map(i32::from).ok_or(CalendarError::Outside { day });
        let before = through(a)?;
        Ok(WorkingDays(through(b)? - before))
    }

    /// The working days of this calendar by day number, for columns of days.
    pub fn by_day_number(&self) -> &WorkingDayIndex {
        match &self.closing {
            Some(closing) => &closing.index,
            None => self.base.index(),
        }
    }
}

/// The legal calendar.
impl Default for Calendar {
    fn default() -> Self {
        Self::legal()
    }
}

/// The calendar of that name, without closing days.
impl FromStr for Calendar {
    type Err = CalendarError;

    fn from_str(text: &str) -> Result<Self, CalendarError> {
        let base = Base::ALL.into_iter().find(|base| base.name() == text);
        base.map(Self::named).ok_or_else(|| match crate::insz::length_if_many_digits(text) {
            Some(length) => CalendarError::NotAName { length },
            None => CalendarError::UnknownName { text: text.to_owned() },
        })
    }
}

fn require_inside(day: NaiveDate) -> Result<(), CalendarError> {
    if horizon::contains(day) { Ok(()) } else { Err(CalendarError::Outside { day }) }
}

/// A calendar as it is written down: its name without closing days, then those.
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarFields {
    name: String,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    closing_days: BTreeSet<NaiveDate>,
}

#[cfg(feature = "serde")]
impl From<Calendar> for CalendarFields {
    fn from(calendar: Calendar) -> Self {
        Self { name: calendar.base.name().to_owned(), closing_days: calendar.closing_days().collect() }
    }
}

#[cfg(feature = "serde")]
impl TryFrom<CalendarFields> for Calendar {
    type Error = CalendarError;

    fn try_from(fields: CalendarFields) -> Result<Self, CalendarError> {
        fields.name.parse::<Self>()?.with_closing_days(fields.closing_days)
    }
}
