//! The opaque texts by which a caller names a protocol, a request or a person at work: plain `str` in Python.

use core::str::FromStr;

use inburgering as domain;
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::errors::{Raise, exception};

/// A name as it is given: a text that may stand on a receipt.
pub(crate) struct Opaque<T>(pub(crate) T);

impl<'py, T: FromStr<Err = domain::OpaqueTextError>> FromPyObject<'_, 'py> for Opaque<T> {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = crate::hints::TEXT;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let text = given.cast::<PyString>()?;
        text.to_string_lossy().parse().map(Self).map_err(|error: domain::OpaqueTextError| error.raise(given.py()))
    }
}

impl Raise for domain::OpaqueTextError {
    fn raise(self, py: Python<'_>) -> PyErr {
        let code = match self {
            Self::Empty => "empty",
            Self::TooLong { .. } => "too_long",
            Self::NotOneLine => "not_one_line",
            Self::RegisterNumber => "register_number",
            _ => "other",
        };
        exception(py, "OpaqueTextError", &self, code, |fields| match self {
            Self::TooLong { length } => fields.set_item("length", length),
            _ => Ok(()),
        })
    }
}
