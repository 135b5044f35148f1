//! The errors of the core as the exceptions of `inburgering.errors`.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyType};

/// An error of the core that Python meets as an exception.
///
/// An error that only passes on another one (`#[error(transparent)]`) is raised as that other one.
pub(crate) trait Raise {
    /// The exception.
    fn raise(self, py: Python<'_>) -> PyErr;
}

/// The classes of `inburgering.errors` by name.
fn class<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyType>> {
    static MODULE: PyOnceLock<Py<PyModule>> = PyOnceLock::new();
    let module = MODULE.get_or_try_init(py, || PyModule::import(py, "inburgering.errors").map(Bound::unbind))?;
    Ok(module.bind(py).getattr(name)?.cast_into()?)
}

/// The exception of this class: the words of the error, its code, its fields.
pub(crate) fn exception(
    py: Python<'_>,
    name: &str,
    error: &impl ToString,
    code: &str,
    fields: impl FnOnce(&Bound<'_, PyDict>) -> PyResult<()>,
) -> PyErr {
    let raised = || {
        let values = PyDict::new(py);
        fields(&values)?;
        Ok(PyErr::from_type(class(py, name)?, (error.to_string(), code.to_owned(), values.unbind())))
    };
    raised().unwrap_or_else(|error: PyErr| error)
}
