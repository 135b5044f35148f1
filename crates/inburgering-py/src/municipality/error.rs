//! What can be wrong with a municipality that a caller names: the exception `MunicipalityError`.

use inburgering::MunicipalityError;
use pyo3::prelude::*;

use super::Municipality;
use crate::errors::{Raise, exception};

impl Raise for MunicipalityError {
    fn raise(self, py: Python<'_>) -> PyErr {
        exception(py, "MunicipalityError", &self, self.code(), |fields| match &self {
            Self::BadCode { text } => fields.set_item("text", text),
            Self::TooManyDigits { length } => fields.set_item("length", length),
            Self::Unknown { code } => fields.set_item("nis_code", code.to_string()),
            Self::NotYet { municipality, on } | Self::Ended { municipality, on } => {
                fields.set_item("municipality", Municipality(*municipality))?;
                fields.set_item("on", on)
            }
            Self::OutsideTable { on } => fields.set_item("on", on),
            _ => Ok(()),
        })
    }
}
