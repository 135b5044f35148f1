//! The class `Calendar`.

use inburgering as domain;
use pyo3::prelude::*;

/// To be written.
#[pyclass(frozen, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Calendar(pub(crate) domain::Calendar);

impl crate::errors::Raise for domain::CalendarError {
    fn raise(self, py: Python<'_>) -> PyErr {
        crate::errors::exception(py, "CalendarError", &self, "todo", |_| Ok(()))
    }
}
