//! What can be wrong with a register number: the exception `InszError`.

use inburgering::InszError;
use pyo3::prelude::*;

use crate::errors::{Raise, exception};

/// The stable name of the kind of fault.
fn code(error: InszError) -> &'static str {
    match error {
        InszError::Length { .. } => "length",
        InszError::Character { .. } => "character",
        InszError::Separator { .. } => "separator",
        InszError::CheckDigits => "check_digits",
        InszError::Month => "month",
        InszError::Sequence => "sequence",
        InszError::Day => "day",
        InszError::Date => "date",
        InszError::BornAfter { .. } => "born_after",
        InszError::BirthDate => "birth_date",
        _ => "unknown",
    }
}

impl Raise for InszError {
    fn raise(self, py: Python<'_>) -> PyErr {
        exception(py, "InszError", &self, code(self), |fields| match self {
            Self::Length { length } => fields.set_item("length", length),
            Self::Character { position } | Self::Separator { position } => fields.set_item("position", position),
            Self::BornAfter { as_of } => fields.set_item("as_of", as_of),
            _ => Ok(()),
        })
    }
}
