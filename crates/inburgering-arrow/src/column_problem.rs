//! A column of an input table that cannot be read.

use core::fmt;

use arrow_schema::DataType;
use inburgering::InputTable;

use crate::ColumnKind;

/// A column that is missing, stands there twice, or is of a type that cannot be read.
///
/// ```
/// use arrow_schema::DataType;
/// use inburgering::InputTable;
/// use inburgering_arrow::{ColumnFault, ColumnKind, ColumnProblem};
///
/// // The days were read from a CSV file, and nobody turned them into days.
/// let fault = ColumnFault::Mistyped { given: DataType::Utf8, allowed: ColumnKind::Day };
/// let problem = ColumnProblem { table: InputTable::Deaths, column: "died_on", fault };
/// assert_eq!(
///     problem.to_string(),
///     "deaths, column died_on: the type is Utf8; a day is Date32, Date64 or a Timestamp without a time zone; \
///      convert the text to dates first",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ColumnProblem {
    /// The table.
    pub table: InputTable,
    /// The heading of the column.
    pub column: &'static str,
    /// What is wrong.
    pub fault: ColumnFault,
}

impl fmt::Display for ColumnProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { table, column, fault } = self;
        write!(f, "{table}, column {column}: {fault}")
    }
}

/// What is wrong with a column.
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum ColumnFault {
    /// No column has the heading.
    #[error("the table has no such column; give it, with nulls where nothing is known")]
    Missing,
    /// Several columns have the heading.
    #[error("the table has {times} columns of this name; keep one")]
    Repeated {
        /// How many.
        times: usize,
    },
    /// The column is of a type that cannot be read as what it is expected to hold.
    #[error("{}", .allowed.refusal(.given))]
    Mistyped {
        /// The type that was given.
        given: DataType,
        /// What the column is expected to hold.
        allowed: ColumnKind,
    },
    /// The data of the column break the rules of Arrow, as text does that is not UTF-8.
    #[error(
        "its data are not what Arrow allows, such as text that is not UTF-8; read it anew from its source, as UTF-8"
    )]
    Invalid,
}

impl ColumnFault {
    /// The stable text of the kind of fault.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Repeated { .. } => "repeated",
            Self::Mistyped { .. } => "mistyped",
            Self::Invalid => "invalid",
        }
    }
}
