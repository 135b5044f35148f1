//! Municipalities: the class `Municipality` and the functions that find one.

use inburgering as domain;
use pyo3::prelude::*;

use crate::convert::{Day, Place};
use crate::errors::{Raise, exception};
use crate::habits::pickled_by_arguments;

/// A municipality.
#[pyclass(frozen, eq, ord, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Municipality(pub(crate) domain::Municipality);

#[pymethods]
impl Municipality {
    #[new]
    #[pyo3(signature = (code, /))]
    fn new(code: Place) -> Self {
        Self(code.0)
    }

    /// The NIS code.
    #[getter]
    fn code(&self) -> String {
        self.0.code().to_string()
    }

    /// The municipality that follows it on the day.
    #[pyo3(signature = (*, on))]
    fn current(&self, py: Python<'_>, on: Day) -> PyResult<Self> {
        self.0.current(on.0).map(Self).map_err(|error| error.raise(py))
    }
}

pickled_by_arguments!(Municipality, |municipality| (municipality.0.code().to_string(),));

/// The municipality with this NIS code.
#[pyfunction]
#[pyo3(signature = (code, /))]
pub(crate) fn municipality(code: Place) -> Municipality {
    Municipality(code.0)
}

/// Every municipality that is valid on the day.
#[pyfunction]
#[pyo3(signature = (*, on))]
pub(crate) fn municipalities(py: Python<'_>, on: Day) -> PyResult<Vec<Municipality>> {
    domain::Municipality::all_on(on.0).map(|all| all.map(Municipality).collect()).map_err(|error| error.raise(py))
}

impl Raise for domain::MunicipalityError {
    fn raise(self, py: Python<'_>) -> PyErr {
        exception(py, "MunicipalityError", &self, "todo", |_| Ok(()))
    }
}
