//! A column of register numbers.

use arrow_array::Array;
use arrow_schema::DataType;
use inburgering::insz::BornInsz;
use inburgering::{CellFault, Insz, InszError};

use super::{Cells, Integers, Texts};
use crate::ColumnKind;

/// A column of register numbers: text, or integers of 64 bits.
pub(crate) enum Numbers<'a> {
    Text(Texts<'a>),
    Integer(Integers<'a>),
}

impl Numbers<'_> {
    /// The number, or why it is none; `None` where the cell is null or blank.
    #[inline]
    pub(crate) fn judge(&self, at: usize) -> Option<Result<Insz, InszError>> {
        match self {
            Self::Text(column) => of_text(column.get(at)?),
            Self::Integer(column) => Some(match column.get_unsigned(at)? {
                Ok(number) => Insz::try_from(number),
                Err(below_zero) => of_negative(below_zero),
            }),
        }
    }

    /// The number, where it is surely a valid one: the bytes of the cell need not be text.
    #[inline]
    pub(crate) fn sure(&self, at: usize) -> Option<Insz> {
        match self {
            Self::Text(column) => column.read(at, Insz::from_ascii).ok()?,
            Self::Integer(column) => Insz::try_from(column.get_unsigned(at)?.ok()?).ok(),
        }
    }

    /// What is made of the same, of a cell that is not null, in a column that need not follow the rules of Arrow; `None` where
    /// it has to.
    pub(crate) fn judge_foreign<T>(
        &self,
        at: usize,
        of_judged: impl FnOnce(Option<Result<Insz, InszError>>) -> T,
    ) -> Option<T> {
        match self {
            Self::Text(column) => {
                let judge = |bytes: &[u8]| core::str::from_utf8(bytes).ok().map(|text| of_judged(of_text(text)));
                column.read(at, judge).ok()?
            }
            Self::Integer(_) => Some(of_judged(self.judge(at))),
        }
    }

    /// For each of so many rows what is made of its number, or what is said otherwise of a row without a valid one; `None`
    /// as soon as nothing is said of one.
    ///
    /// The column may hold bytes that are no text: then all that is not null and no valid number is left to `otherwise`.
    pub(crate) fn read_all<T>(
        &self,
        rows: usize,
        of_valid: impl Fn(usize, BornInsz) -> T,
        null: impl Fn() -> T,
        otherwise: impl Fn(usize) -> Option<T>,
    ) -> Option<Vec<T>> {
        match self {
            Self::Text(column) => {
                let read = |at, bytes: &[u8]| BornInsz::from_ascii(bytes).map(|number| of_valid(at, number));
                column.read_all(rows, read, null, otherwise)
            }
            Self::Integer(column) => {
                let number = |at| Insz::try_from(column.get_unsigned(at)?.ok()?).ok();
                (0..rows).map(|at| number(at).map(|insz| of_valid(at, insz.into())).or_else(|| otherwise(at))).collect()
            }
        }
    }

    /// The number, which may not be missing.
    #[inline]
    pub(crate) fn given(&self, at: usize) -> Result<Insz, CellFault> {
        let judged = self.judge(at).ok_or(CellFault::Missing)?;
        judged.map_err(|reason| CellFault::Number { reason })
    }
}

/// The number that a text is, or why it is none; `None` where it is blank.
#[inline]
fn of_text(text: &str) -> Option<Result<Insz, InszError>> {
    // A blank text is no number either, so white space is looked for in what is none only.
    match text.parse() {
        Ok(number) => Some(Ok(number)),
        Err(fault) => (!text.trim().is_empty()).then_some(Err(fault)),
    }
}

/// A negative integer is judged as the text that it would be.
#[cold]
fn of_negative(integer: i64) -> Result<Insz, InszError> {
    integer.to_string().parse()
}

impl<'a> Cells<'a> for Numbers<'a> {
    const KIND: ColumnKind = ColumnKind::RegisterNumber;

    fn of(array: &'a dyn Array) -> Option<Self> {
        match array.data_type() {
            DataType::Int64 | DataType::UInt64 => Integers::of(array).map(Self::Integer),
            _ => Texts::of(array).map(Self::Text),
        }
    }
}
