//! To be written.

use inburgering as domain;
use pyo3::prelude::*;

impl crate::errors::Raise for domain::MonthsError {
    fn raise(self, py: Python<'_>) -> PyErr {
        crate::errors::exception(py, "MonthsError", &self, "out_of_range", |_| Ok(()))
    }
}
