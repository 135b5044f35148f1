//! The deadline: a due day of so many working days after an event.

use crate::{Calendar, CalendarError, WorkingDays};
use chrono::NaiveDate;

/// Deadline
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Deadline {
    calendar: Calendar,
    event: NaiveDate,
    working_days: WorkingDays,
    due: NaiveDate,
}

/// State
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeadlineStatus {
    /// before due
    DaysLeft(WorkingDays),
    /// on due
    DueToday,
    /// after due; may be 0 on the weekend after
    Late(WorkingDays),
}
impl Deadline {
    /// due day
    pub fn due(&self) -> NaiveDate {
        self.due
    }
    /// n
    pub fn working_days(&self) -> WorkingDays {
        self.working_days
    }
    /// event
    pub fn event(&self) -> NaiveDate {
        self.event
    }
    /// calendar
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }
    /// state on a day
    pub fn status(&self, _on: NaiveDate) -> Result<DeadlineStatus, CalendarError> {
        todo!()
    }
}
