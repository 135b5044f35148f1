//! What can be wrong with a register number: the exception `InszError`.

use inburgering::InszError;
use pyo3::prelude::*;

use crate::errors::{Raise, exception};

impl Raise for InszError {
    fn raise(self, py: Python<'_>) -> PyErr {
        exception(py, "InszError", &self, self.code(), |fields| match self {
            Self::Length { length } => fields.set_item("length", length),
            Self::Character { position } | Self::Separator { position } => fields.set_item("position", position),
            Self::BornAfter { as_of } => fields.set_item("as_of", as_of),
            _ => Ok(()),
        })
    }
}
