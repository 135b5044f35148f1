//! Why a function of columns gives no column.

use arrow_schema::DataType;
use inburgering::{CalendarError, MunicipalityError};

use super::RowProblem;
use crate::ColumnKind;

/// The most rows that [`ColumnsError::Rows`] lists.
pub const MAX_LISTED: usize = 100;

/// Why a function of columns gives no column.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ColumnsError {
    /// A column is of a type that cannot be read as what it is expected to hold.
    #[error("{argument}: {}", .allowed.refusal(.given))]
    Mistyped {
        /// The name of the argument.
        argument: &'static str,
        /// The type that was given.
        given: DataType,
        /// What the column is expected to hold.
        allowed: ColumnKind,
    },
    /// The data of a column break the rules of Arrow, as text does that is not UTF-8.
    #[error(
        "{argument}: the data are not what Arrow allows, such as text that is not UTF-8; read them anew from their source"
    )]
    Invalid {
        /// The name of the argument.
        argument: &'static str,
    },
    /// Two columns are not of one length.
    #[error("the columns have {left} and {right} rows; give columns of one length, or one value for all rows")]
    LengthsDiffer {
        /// The rows of the first column.
        left: usize,
        /// The rows of the second column.
        right: usize,
    },
    /// More rows than a column of text with 32-bit offsets can answer.
    #[error("the column has {rows} rows; a column of text is made of at most {most}, so give it in parts")]
    TooManyRows {
        /// How many rows were given.
        rows: usize,
        /// How many are allowed: [`MAX_TEXT_ROWS`](super::MAX_TEXT_ROWS).
        most: usize,
    },
    /// The one day that was given for all rows lies outside the calendar.
    #[error(transparent)]
    Calendar(CalendarError),
    /// The day on which municipalities are asked for lies outside their table.
    #[error(transparent)]
    Municipality(MunicipalityError),
    /// Rows that cannot be answered.
    #[error(
        "{total} rows cannot be answered, the first: {}; mend the rows, or make their cells null",
        problems.first().map_or_else(String::new, ToString::to_string)
    )]
    Rows {
        /// The first of them, [`MAX_LISTED`] at most.
        problems: Vec<RowProblem>,
        /// How many there are.
        total: usize,
    },
}

impl ColumnsError {
    /// The stable text of the kind of error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Mistyped { .. } => "mistyped",
            Self::Invalid { .. } => "invalid",
            Self::LengthsDiffer { .. } => "lengths_differ",
            Self::TooManyRows { .. } => "too_many_rows",
            Self::Calendar(_) => "outside_calendar",
            Self::Municipality(_) => "outside_table",
            Self::Rows { .. } => "rows",
        }
    }
}
