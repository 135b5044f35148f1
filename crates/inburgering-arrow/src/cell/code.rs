//! A column of municipality codes.

use arrow_array::Array;
use inburgering::{CellFault, NisCode};

use super::{Cells, Integers, NotSure, Texts};
use crate::ColumnKind;

/// A column of municipality codes: text, or integers.
pub(crate) enum Codes<'a> {
    Text(Texts<'a>),
    Integer(Integers<'a>),
}

impl Codes<'_> {
    /// The code; `None` where the cell is null or blank.
    #[inline]
    pub(crate) fn get(&self, at: usize) -> Result<Option<NisCode>, CellFault> {
        match self {
            Self::Text(column) => match column.get(at) {
                Some(text) => text.parse().map_or_else(|_| of_no_code(text), |code| Ok(Some(code))),
                None => Ok(None),
            },
            Self::Integer(column) => match column.get_unsigned(at) {
                Some(integer) => of_integer(integer).map(Some),
                None => Ok(None),
            },
        }
    }
}

impl Codes<'_> {
    /// The code, `None` where the cell is null; the bytes of the cell need not be text.
    #[inline]
    pub(crate) fn sure(&self, at: usize) -> Result<Option<NisCode>, NotSure> {
        match self {
            Self::Text(column) => column.read(at, NisCode::from_ascii),
            Self::Integer(_) => self.get(at).map_err(|_| NotSure),
        }
    }

    /// For each of so many rows what is made of its code, or what is said of it otherwise; `None` as soon as nothing is
    /// said of one.
    ///
    /// The column may hold bytes that are no text: then all that is not null and no code is left to `otherwise`.
    pub(crate) fn read_all<T>(
        &self,
        rows: usize,
        of_code: impl Fn(NisCode) -> Option<T>,
        null: impl Fn() -> T,
        otherwise: impl Fn(usize) -> Option<T>,
    ) -> Option<Vec<T>> {
        match self {
            Self::Text(column) => {
                column.read_all(rows, |_, bytes| NisCode::from_ascii(bytes).and_then(&of_code), null, otherwise)
            }
            Self::Integer(_) => {
                let code = |at| self.get(at).ok().flatten().and_then(&of_code);
                (0..rows).map(|at| code(at).or_else(|| otherwise(at))).collect()
            }
        }
    }
}

/// A text that is no code: blank, or a fault.
#[cold]
fn of_no_code(text: &str) -> Result<Option<NisCode>, CellFault> {
    let trimmed = text.trim();
    if trimmed.is_empty() { Ok(None) } else { Err(CellFault::Code { length: trimmed.chars().count() }) }
}

/// The code of an integer, which has no leading zeros; one that is no code is told by its length as text.
#[inline]
fn of_integer(integer: Result<u64, i64>) -> Result<NisCode, CellFault> {
    let code = integer.ok().and_then(|integer| NisCode::try_from(u32::try_from(integer).ok()?).ok());
    let length = || integer.map_or_else(|below_zero| below_zero.to_string(), |integer| integer.to_string()).len();
    code.ok_or_else(|| CellFault::Code { length: length() })
}

impl<'a> Cells<'a> for Codes<'a> {
    const KIND: ColumnKind = ColumnKind::MunicipalityCode;

    fn of(array: &'a dyn Array) -> Option<Self> {
        Texts::of(array).map(Self::Text).or_else(|| Integers::of(array).map(Self::Integer))
    }
}
