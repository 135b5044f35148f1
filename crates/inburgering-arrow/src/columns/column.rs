//! How the columns of the functions are recognised, and how those they give are made.

use arrow_array::Array;

use super::{ColumnsError, MAX_LISTED, PerRow, RowFault, RowProblem};
use crate::cell::Cells;

/// The most rows of a column of text that is made, so that it stays within its 32-bit offsets.
pub const MAX_TEXT_ROWS: usize = 100_000_000;

/// The column of an argument.
pub(super) fn cells<'a, C: Cells<'a>>(argument: &'static str, array: &'a dyn Array) -> Result<C, ColumnsError> {
    // Data of another program come here unchecked, and reading those that break the rules of Arrow would be undefined.
    if array.to_data().validate_full().is_err() {
        return Err(ColumnsError::Invalid { argument });
    }
    let mistyped = || ColumnsError::Mistyped { argument, given: array.data_type().clone(), allowed: C::KIND };
    C::of(array).ok_or_else(mistyped)
}

/// An argument that is one value or a column, recognised.
pub(super) enum Argument<T, C> {
    One(T),
    Column(C),
}

impl<'a, T, C: Cells<'a>> Argument<T, C> {
    pub(super) fn of(argument: &'static str, given: PerRow<'a, T>) -> Result<Self, ColumnsError> {
        Ok(match given {
            PerRow::One(one) => Self::One(one),
            PerRow::Column(array) => Self::Column(cells(argument, array)?),
        })
    }
}

/// How many rows two arguments have; one value has none of its own.
pub(super) fn common_length(left: Option<usize>, right: Option<usize>) -> Result<usize, ColumnsError> {
    match (left, right) {
        (Some(left), Some(right)) if left != right => Err(ColumnsError::LengthsDiffer { left, right }),
        (Some(rows), _) | (None, Some(rows)) => Ok(rows),
        (None, None) => Ok(1),
    }
}

impl<T> PerRow<'_, T> {
    pub(super) fn rows(&self) -> Option<usize> {
        match self {
            Self::One(_) => None,
            Self::Column(column) => Some(column.len()),
        }
    }
}

/// A column of text is made of no more rows than its offsets can reach.
pub(super) fn require_text_rows(rows: usize) -> Result<(), ColumnsError> {
    let most = MAX_TEXT_ROWS;
    if rows > most { Err(ColumnsError::TooManyRows { rows, most }) } else { Ok(()) }
}

/// The column of every row's answer, or the problems of those without one.
pub(super) fn answered<T, A: FromIterator<Option<T>>>(
    rows: usize,
    answer: impl Fn(usize) -> Result<Option<T>, RowFault>,
) -> Result<A, ColumnsError> {
    let mut problems = Vec::new();
    let mut total = 0;
    let answer_or_note = |row| {
        answer(row).unwrap_or_else(|fault| {
            total += 1;
            if problems.len() < MAX_LISTED {
                problems.push(RowProblem { row, fault });
            }
            None
        })
    };
    let column = (0..rows).map(answer_or_note).collect();
    if total == 0 { Ok(column) } else { Err(ColumnsError::Rows { problems, total }) }
}
