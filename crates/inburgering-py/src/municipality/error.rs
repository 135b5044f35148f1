//! What can be wrong with a municipality that a caller names: the exception `MunicipalityError`.

use inburgering::MunicipalityError;
use pyo3::prelude::*;

use super::Municipality;
use crate::errors::{Raise, exception};

/// The stable name of the kind of fault.
fn code(error: &MunicipalityError) -> &'static str {
    match error {
        MunicipalityError::BadCode { .. } => "bad_code",
        MunicipalityError::TooManyDigits { .. } => "too_many_digits",
        MunicipalityError::Unknown { .. } => "unknown",
        MunicipalityError::NotYet { .. } => "not_yet",
        MunicipalityError::Ended { .. } => "ended",
        MunicipalityError::OutsideTable { .. } => "outside_table",
        _ => "other",
    }
}

impl Raise for MunicipalityError {
    fn raise(self, py: Python<'_>) -> PyErr {
        exception(py, "MunicipalityError", &self, code(&self), |fields| match &self {
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
