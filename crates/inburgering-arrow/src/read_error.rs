//! Why an extract cannot be read.

use inburgering::{CaseloadError, InputTable};

use crate::ColumnProblem;

/// Why no caseload came of an extract.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// Columns are missing, repeated or mistyped; no row was read.
    #[error(
        "{} columns cannot be read, the first: {}; mend the tables",
        problems.len(),
        problems.first().map_or_else(String::new, ToString::to_string)
    )]
    Columns {
        /// Every problem of every table, in the order of the tables and their headings.
        problems: Vec<ColumnProblem>,
    },
    /// The rows of a table cannot all be given a number of four bytes.
    #[error(
        "{table}: {rows} rows cannot be numbered from {first_row}; the last number is {}, so split the extract by person",
        u32::MAX
    )]
    RowNumbers {
        /// The table.
        table: InputTable,
        /// How many rows it has.
        rows: usize,
        /// The number that the first one was to have.
        first_row: u32,
    },
    /// Cells cannot be read; [`CaseloadError::Unreadable`] has every one.
    #[error(transparent)]
    Caseload(#[from] CaseloadError),
    /// The caller wished the reading to end before it was done.
    #[error("the reading was given up as the caller wished; read the extract again for a caseload")]
    GaveUp,
}
