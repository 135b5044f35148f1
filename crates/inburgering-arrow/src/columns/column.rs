//! How the columns of the functions are recognised, and how those they give are made.

use core::cell::OnceCell;

use arrow_array::{Array, ArrowPrimitiveType, PrimitiveArray};
use arrow_buffer::NullBuffer;

use super::{ColumnsError, MAX_LISTED, PerRow, RowFault, RowProblem};
use crate::cell::Cells;
use crate::validity::is_valid;

/// The most rows of a column of text that is made, so that it stays within its 32-bit offsets.
pub const MAX_TEXT_ROWS: usize = 100_000_000;

/// The column of an argument, whose data follow the rules of Arrow.
pub(super) fn cells<'a, C: Cells<'a>>(argument: &'static str, array: &'a dyn Array) -> Result<C, ColumnsError> {
    if is_sound(array) { recognised(argument, array) } else { Err(ColumnsError::Invalid { argument }) }
}

/// The column of an argument, whose data need not follow the rules of Arrow: no text may be read in it before
/// [`Foreign::is_sound`] says so.
pub(super) fn recognised<'a, C: Cells<'a>>(argument: &'static str, array: &'a dyn Array) -> Result<C, ColumnsError> {
    let mistyped = || ColumnsError::Mistyped { argument, given: array.data_type().clone(), allowed: C::KIND };
    C::of(array).ok_or_else(mistyped)
}

/// Whether the data follow the rules of Arrow.
///
/// Those of another program come here unchecked, and reading others would be undefined. Numbers of a fixed width have no
/// rule to break: whatever their bits are is a number.
fn is_sound(array: &dyn Array) -> bool {
    is_valid(array)
}

/// A column whose soundness is asked for only where it matters, and once.
pub(super) struct Foreign<'a> {
    array: &'a dyn Array,
    is_sound: OnceCell<bool>,
}

impl<'a> Foreign<'a> {
    pub(super) const fn new(array: &'a dyn Array) -> Self {
        Self { array, is_sound: OnceCell::new() }
    }

    /// Whether its data follow the rules of Arrow, so that text may be read in it.
    pub(super) fn is_sound(&self) -> bool {
        *self.is_sound.get_or_init(|| is_sound(self.array))
    }

    /// An error unless its data follow the rules of Arrow.
    pub(super) fn require_sound(&self, argument: &'static str) -> Result<(), ColumnsError> {
        if self.is_sound() { Ok(()) } else { Err(ColumnsError::Invalid { argument }) }
    }
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

/// The column of the answers, whose rows are null where one of the arguments is; `None` if a row has none that should.
///
/// A null row needs no answer if all of its cells can be read. Which rows have none is for [`answered`] to tell.
pub(super) fn answered_at_once<T: ArrowPrimitiveType<Native = i32>>(
    answers: impl ExactSizeIterator<Item = Option<i32>>,
    nulls: Option<NullBuffer>,
    can_be_read: impl Fn(usize) -> bool,
) -> Option<PrimitiveArray<T>> {
    // No number of days, and no day of a calendar.
    const NO_ANSWER: i32 = i32::MIN;
    let mut all_answered = true;
    let note = |answer: Option<i32>| {
        all_answered &= answer.is_some();
        answer.unwrap_or(NO_ANSWER)
    };
    let mut values: Vec<i32> = answers.map(note).collect();
    if !all_answered {
        // What stands in a null row may be anything.
        let nulls = nulls.as_ref()?;
        for (row, value) in values.iter_mut().enumerate().filter(|(_, value)| **value == NO_ANSWER) {
            if nulls.is_valid(row) || !can_be_read(row) {
                return None;
            }
            *value = 0;
        }
    }
    Some(PrimitiveArray::new(values.into(), nulls))
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
