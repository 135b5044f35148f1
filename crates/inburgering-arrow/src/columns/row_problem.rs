//! A row of a column that cannot be answered.

use core::fmt;

use inburgering::{CalendarError, CellFault, MunicipalityError};

/// A row that cannot be answered, by its position in the column from 0, and why.
///
/// It never holds the text of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowProblem {
    /// The position of the row.
    pub row: usize,
    /// Why not.
    pub fault: RowFault,
}

impl fmt::Display for RowProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {}: {}", self.row, self.fault)
    }
}

/// Why a row cannot be answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RowFault {
    /// The cell cannot be read.
    #[error(transparent)]
    Cell(CellFault),
    /// The calendar has no answer for the day.
    #[error(transparent)]
    Calendar(CalendarError),
    /// The code is no municipality's, or no longer or not yet one's.
    #[error(transparent)]
    Municipality(MunicipalityError),
    /// A number of working days of more than 32 bits.
    #[error("the number of working days has more than 32 bits; a calendar of 105 years has fewer than 28 000 of them")]
    TooManyWorkingDays,
}

impl RowFault {
    /// The stable text of the kind of fault.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Cell(CellFault::NoSuchDay) => "no_such_day",
            Self::Cell(CellFault::TimeOfDay) => "time_of_day",
            Self::Cell(CellFault::Code { .. }) => "code",
            Self::Cell(_) => "cell",
            Self::Calendar(CalendarError::AnswerOutside { .. }) => "answer_outside_calendar",
            Self::Calendar(_) => "outside_calendar",
            Self::Municipality(MunicipalityError::NotYet { .. }) => "municipality_not_yet",
            Self::Municipality(_) => "municipality_unknown",
            Self::TooManyWorkingDays => "too_many_working_days",
        }
    }
}
