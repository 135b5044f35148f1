//! The deadline (*uiterste dag*): so many working days after an event, with what was skipped on the way.
//!
//! The day of the event does not count, the last day does (order of the Flemish Government of 29 January 2016, art. 1,
//! 13°, for what a working day is). Days left and days late are working days of the deadline's own calendar. Leaves out
//! what follows from lateness: the terms of the exchange are a service norm, so late is not unlawful.

use core::fmt;

use chrono::NaiveDate;

use crate::calendar::ClosedDay;
use crate::{Calendar, CalendarError, WorkingDays};

impl Calendar {
    /// The deadline (*uiterste dag*) of so many working days after the event; before it for a negative number.
    ///
    /// # Errors
    /// As [`Calendar::add`].
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use inburgering::{Calendar, WorkingDays};
    ///
    /// // Received on 3 November 2025, about ten working days: when is it due, and what was skipped?
    /// let received = NaiveDate::from_ymd_opt(2025, 11, 3).unwrap();
    /// let deadline = Calendar::legal().deadline(received, WorkingDays(10))?;
    /// assert_eq!(deadline.due().to_string(), "2025-11-18");
    /// let skipped: Vec<_> = deadline.skipped_weekdays().map(|day| day.dutch()).collect();
    /// assert_eq!(skipped, ["11 november: Wapenstilstand"]);
    /// # Ok::<(), inburgering::CalendarError>(())
    /// ```
    pub fn deadline(&self, event: NaiveDate, working_days: WorkingDays) -> Result<Deadline, CalendarError> {
        let due = self.add(event, working_days)?;
        Ok(Deadline { calendar: self.clone(), event, working_days, due })
    }
}

/// A deadline (*uiterste dag*): an event, a number of working days, the calendar that counts them, and the due day.
///
/// Invariant: the due day is what the calendar's [`add`](Calendar::add) answers. Built by [`Calendar::deadline`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "DeadlineFields", into = "DeadlineFields"))]
pub struct Deadline {
    calendar: Calendar,
    event: NaiveDate,
    working_days: WorkingDays,
    due: NaiveDate,
}

impl Deadline {
    /// The due day (*uiterste dag*): the last one that is in time.
    pub const fn due(&self) -> NaiveDate {
        self.due
    }

    /// The number of working days after the event.
    pub const fn working_days(&self) -> WorkingDays {
        self.working_days
    }

    /// The day of the event, which does not count.
    pub const fn event(&self) -> NaiveDate {
        self.event
    }

    /// The calendar in which the deadline counts.
    pub const fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Every day between the event and the due day that did not count, with why, in order: the weekends, too.
    ///
    /// Of a deadline before its event, the days between the due day and the event.
    pub fn skipped(&self) -> impl Iterator<Item = ClosedDay> {
        let (first, last) = (self.event.min(self.due), self.event.max(self.due));
        let between = first.iter_days().skip(1).take_while(move |day| *day < last);
        between.filter_map(|day| self.calendar.closed_within(day))
    }

    /// The skipped days that are no Saturday or Sunday: holidays and closing days that moved the due day.
    pub fn skipped_weekdays(&self) -> impl Iterator<Item = ClosedDay> {
        self.skipped().filter(|day| !day.is_weekend())
    }

    /// Where the deadline stands on a day, in working days of its own calendar.
    ///
    /// # Errors
    /// [`CalendarError::Outside`] if the day lies outside the horizon.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use inburgering::{Calendar, DeadlineStatus, WorkingDays};
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2025, 3, d).unwrap();
    /// let deadline = Calendar::legal().deadline(day(1), WorkingDays(10))?;
    /// assert_eq!(deadline.due(), day(14)); // a Friday
    /// assert_eq!(deadline.status(day(12))?, DeadlineStatus::DaysLeft(WorkingDays(2)));
    /// // In the weekend after it, no working day has passed yet.
    /// assert_eq!(deadline.status(day(16))?, DeadlineStatus::Late(WorkingDays(0)));
    /// assert_eq!(deadline.status(day(17))?, DeadlineStatus::Late(WorkingDays(1)));
    /// # Ok::<(), inburgering::CalendarError>(())
    /// ```
    pub fn status(&self, on: NaiveDate) -> Result<DeadlineStatus, CalendarError> {
        let left = self.calendar.count(on, self.due)?;
        Ok(match on.cmp(&self.due) {
            core::cmp::Ordering::Less => DeadlineStatus::DaysLeft(left),
            core::cmp::Ordering::Equal => DeadlineStatus::DueToday,
            core::cmp::Ordering::Greater => DeadlineStatus::Late(WorkingDays(-left.0)),
        })
    }
}

/// Where a deadline stands on a day: days left (*resterend*), due today (*vandaag*), or late (*te laat*).
///
/// ```
/// use inburgering::{DeadlineStatus, WorkingDays};
///
/// let status = DeadlineStatus::DaysLeft(WorkingDays(3));
/// assert_eq!(status.to_string(), "3 working days are left");
/// assert_eq!(status.dutch(), "er resten nog 3 werkdagen");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum DeadlineStatus {
    /// The due day is still to come: so many working days after this day, up to and including the due day.
    ///
    /// At least one, unless the due day is no working day: the event itself, in a deadline of no working days.
    DaysLeft(#[cfg_attr(feature = "serde", serde(deserialize_with = "not_negative"))] WorkingDays),
    /// This is the due day.
    DueToday,
    /// The due day has passed: so many working days after it, up to and including this day.
    ///
    /// None as long as no working day has come: in the weekend after a due Friday it is late by 0 working days.
    Late(#[cfg_attr(feature = "serde", serde(deserialize_with = "not_negative"))] WorkingDays),
}

impl DeadlineStatus {
    /// The status in Dutch: `er resten nog 3 werkdagen`.
    pub fn dutch(self) -> String {
        match self {
            Self::DaysLeft(WorkingDays(1)) => "er rest nog 1 werkdag".to_owned(),
            Self::DaysLeft(days) => format!("er resten nog {}", days.dutch()),
            Self::DueToday => "vandaag is de uiterste dag".to_owned(),
            Self::Late(WorkingDays(0)) => {
                "de uiterste dag is verstreken, maar sindsdien nog geen enkele werkdag".to_owned()
            }
            Self::Late(days) => format!("de uiterste dag is {} geleden verstreken", days.dutch()),
        }
    }
}

/// The status in English: `3 working days are left`.
impl fmt::Display for DeadlineStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DaysLeft(days @ WorkingDays(1)) => write!(f, "{days} is left"),
            Self::DaysLeft(days) => write!(f, "{days} are left"),
            Self::DueToday => f.write_str("the due day is today"),
            Self::Late(WorkingDays(0)) => f.write_str("the due day has passed, but no working day since"),
            Self::Late(days) => write!(f, "the due day passed {days} ago"),
        }
    }
}

#[cfg(feature = "serde")]
fn not_negative<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<WorkingDays, D::Error> {
    let days: WorkingDays = serde::Deserialize::deserialize(deserializer)?;
    if days.0 < 0 {
        return Err(serde::de::Error::custom(format_args!(
            "the working days of a status are never negative; {} is",
            days.0
        )));
    }
    Ok(days)
}

/// A deadline as it is written down; the due day is computed again and compared.
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct DeadlineFields {
    calendar: Calendar,
    event: NaiveDate,
    working_days: WorkingDays,
    due: NaiveDate,
}

/// Why a deadline that was written down is none.
#[cfg(feature = "serde")]
#[derive(thiserror::Error, Debug)]
enum DeadlineFieldsError {
    #[error("the due day is given as {given}; the calendar answers {computed}")]
    Due { given: NaiveDate, computed: NaiveDate },
    #[error(transparent)]
    Calendar(#[from] CalendarError),
}

#[cfg(feature = "serde")]
impl From<Deadline> for DeadlineFields {
    fn from(Deadline { calendar, event, working_days, due }: Deadline) -> Self {
        Self { calendar, event, working_days, due }
    }
}

#[cfg(feature = "serde")]
impl TryFrom<DeadlineFields> for Deadline {
    type Error = DeadlineFieldsError;

    fn try_from(fields: DeadlineFields) -> Result<Self, DeadlineFieldsError> {
        let deadline = fields.calendar.deadline(fields.event, fields.working_days)?;
        if deadline.due != fields.due {
            return Err(DeadlineFieldsError::Due { given: fields.due, computed: deadline.due });
        }
        Ok(deadline)
    }
}
