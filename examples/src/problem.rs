//! What is wrong with the input files, and where.

use std::fmt;

/// Something wrong with an input file: the file, the place in it, what is wrong and what is allowed.
///
/// It never holds the text of a cell or of a value, since a register number may stand anywhere by mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The name of the file.
    pub file: String,
    /// Where in the file.
    pub place: Place,
    /// What is wrong, and what is allowed.
    pub what: String,
}

/// A place in an input file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The file as a whole.
    File,
    /// A row of a table, as a spreadsheet counts them: the heading is row 1.
    Row(u32),
    /// A cell of a table, by its row and the heading of its column.
    Cell(u32, &'static str),
    /// A place in a text file, both counted from 1.
    Text {
        /// The line.
        line: usize,
        /// The column, in characters.
        column: usize,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, place, what } = self;
        match place {
            Place::File => write!(f, "{file}: {what}"),
            Place::Row(row) => write!(f, "{file}, row {row}: {what}"),
            Place::Cell(row, column) => write!(f, "{file}, row {row}, column {column}: {what}"),
            Place::Text { line, column } => write!(f, "{file}, line {line}, column {column}: {what}"),
        }
    }
}

/// All the problems of all the input files, in the order of the files; `Display` gives the first [`MOST_PRINTED`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problems(pub Vec<Problem>);

/// How many problems are printed; after that only their total.
pub const MOST_PRINTED: usize = 100;

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = self.0.len();
        let noun = if total == 1 { "problem" } else { "problems" };
        write!(f, "{total} {noun} in the input files; nothing was written")?;
        if total > MOST_PRINTED {
            write!(f, " (the first {MOST_PRINTED} are shown)")?;
        }
        self.0.iter().take(MOST_PRINTED).try_for_each(|problem| write!(f, "\n{problem}"))
    }
}

impl std::error::Error for Problems {}
