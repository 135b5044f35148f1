//! An argument that is one value for all rows, or a column.

use core::fmt;

use arrow_array::Array;
use chrono::NaiveDate;

/// One value for all rows, or a column with one for each.
///
/// `Debug` shows no value of a column.
#[derive(Clone, Copy)]
pub enum PerRow<'a, T> {
    /// The same for every row.
    One(T),
    /// A value for each row.
    Column(&'a dyn Array),
}

/// One day for all rows, or a column of days.
pub type DayColumn<'a> = PerRow<'a, NaiveDate>;

impl<T> From<T> for PerRow<'_, T> {
    fn from(one: T) -> Self {
        Self::One(one)
    }
}

impl<T: fmt::Debug> fmt::Debug for PerRow<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(one) => f.debug_tuple("One").field(one).finish(),
            Self::Column(column) => write!(f, "Column({} rows)", column.len()),
        }
    }
}
