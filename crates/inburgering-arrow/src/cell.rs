//! Typed columns: each is recognised once, then read cell by cell.

mod bytes;
mod code;
mod day;
mod integer;
mod number;
mod text;

use arrow_array::Array;
use arrow_buffer::NullBuffer;
use inburgering::CellFault;

pub(crate) use code::Codes;
pub(crate) use day::Days;
pub(crate) use integer::Integers;
pub(crate) use number::Numbers;
pub(crate) use text::Texts;

use crate::ColumnKind;

/// A column of one kind, whatever its type is of those that the kind accepts.
pub(crate) trait Cells<'a>: Sized {
    /// What it holds.
    const KIND: ColumnKind;

    /// The column, `None` where the kind does not accept its type.
    fn of(array: &'a dyn Array) -> Option<Self>;
}

/// Nothing can surely be read in a cell: whether it is a fault, and which, is for the plain reading to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotSure;

/// A cell of a column of plain values, `None` where it is null.
#[inline]
fn value<T: Copy>(values: &[T], nulls: Option<&NullBuffer>, at: usize) -> Option<T> {
    let value = *values.get(at)?;
    if nulls.is_some_and(|nulls| nulls.is_null(at)) { None } else { Some(value) }
}

/// A cell that must have a value.
pub(crate) fn given<T>(cell: Result<Option<T>, CellFault>) -> Result<T, CellFault> {
    cell?.ok_or(CellFault::Missing)
}
