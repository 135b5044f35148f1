//! A column of municipality codes.

use arrow_array::Array;
use inburgering::{CellFault, NisCode};

use super::{Cells, Integers, Texts};
use crate::ColumnKind;

/// A column of municipality codes: text, or integers.
pub(crate) enum Codes<'a> {
    Text(Texts<'a>),
    Integer(Integers<'a>),
}

impl Codes<'_> {
    /// The code; `None` where the cell is null or blank.
    pub(crate) fn get(&self, at: usize) -> Result<Option<NisCode>, CellFault> {
        match self {
            Self::Text(column) => match column.get(at) {
                // Most texts are codes, so that whether they are blank is asked only where they are not.
                Some(text) => match of_text(text) {
                    Err(_) if text.trim().is_empty() => Ok(None),
                    judged => judged.map(Some),
                },
                None => Ok(None),
            },
            Self::Integer(column) => column.get(at).map(of_integer).transpose(),
        }
    }
}

fn of_text(text: &str) -> Result<NisCode, CellFault> {
    text.parse().map_err(|_| CellFault::Code { length: text.trim().chars().count() })
}

/// The code of an integer, which has no leading zeros.
fn of_integer(integer: i128) -> Result<NisCode, CellFault> {
    let code = u32::try_from(integer).ok().and_then(|code| NisCode::try_from(code).ok());
    code.ok_or_else(|| CellFault::Code { length: integer.to_string().len() })
}

impl<'a> Cells<'a> for Codes<'a> {
    const KIND: ColumnKind = ColumnKind::MunicipalityCode;

    fn of(array: &'a dyn Array) -> Option<Self> {
        Texts::of(array).map(Self::Text).or_else(|| Integers::of(array).map(Self::Integer))
    }
}
