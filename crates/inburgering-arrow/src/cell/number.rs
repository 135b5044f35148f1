//! A column of register numbers.

use arrow_array::Array;
use arrow_schema::DataType;
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
    pub(crate) fn judge(&self, at: usize) -> Option<Result<Insz, InszError>> {
        match self {
            Self::Text(column) => {
                let text = column.get(at)?;
                // Most texts are numbers, so that whether they are blank is asked only where they are not.
                match text.parse() {
                    Err(_) if text.trim().is_empty() => None,
                    judged => Some(judged),
                }
            }
            Self::Integer(column) => column.get(at).map(of_integer),
        }
    }

    /// The number, which may not be missing.
    pub(crate) fn given(&self, at: usize) -> Result<Insz, CellFault> {
        let judged = self.judge(at).ok_or(CellFault::Missing)?;
        judged.map_err(|reason| CellFault::Number { reason })
    }
}

/// The number of an integer; a negative one is judged as the text that it would be.
fn of_integer(integer: i128) -> Result<Insz, InszError> {
    match u64::try_from(integer) {
        Ok(number) => Insz::try_from(number),
        Err(_) => integer.to_string().parse(),
    }
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
