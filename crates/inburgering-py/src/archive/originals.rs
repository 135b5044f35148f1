//! The archived inputs of deliveries, as Python gives them: a function or a mapping that leads to a `Caseload`.

use std::sync::{Arc, Mutex};

use inburgering as domain;
use inburgering_archive as archive;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use crate::archive::entry::LoggedDelivery;
use crate::caseload::Caseload;

/// A function of a `LoggedDelivery`, or a mapping by the names of the requests.
pub(crate) struct Originals {
    given: Py<PyAny>,
    is_function: bool,
}

impl<'py> FromPyObject<'_, 'py> for Originals {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = <PyAny as pyo3::PyTypeInfo>::TYPE_HINT;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let is_function = given.is_callable();
        if is_function || given.hasattr("get")? {
            return Ok(Self { given: given.to_owned().unbind(), is_function });
        }
        let kind = given.get_type().name()?;
        Err(PyTypeError::new_err(format!(
            "a {kind} was given where the originals are meant; give a function of a LoggedDelivery, or a mapping by the \
             names of the requests, that leads to a Caseload or to None"
        )))
    }
}

/// What went wrong in Python; the first.
#[derive(Clone, Default)]
pub(crate) struct Failed(Arc<Mutex<Option<PyErr>>>);

impl Failed {
    /// The first error, if there was one.
    pub(crate) fn check(&self) -> PyResult<()> {
        let error = self.0.lock().ok().and_then(|mut error| error.take());
        error.map_or(Ok(()), Err)
    }

    fn is_set(&self) -> bool {
        self.0.lock().is_ok_and(|error| error.is_some())
    }

    fn set(&self, error: PyErr) {
        if let Ok(mut first) = self.0.lock() {
            first.get_or_insert(error);
        }
    }
}

impl Originals {
    /// The caseload of a delivery. After a failure nothing more is asked.
    pub(crate) fn of(&self, delivery: &archive::LoggedDelivery, failed: &Failed) -> Option<domain::Caseload> {
        if failed.is_set() {
            return None;
        }
        let asked = Python::attach(|py| {
            let given = self.given.bind(py);
            let found = if self.is_function {
                given.call1((LoggedDelivery(delivery.clone()),))?
            } else {
                given.call_method1("get", (delivery.request.id().as_str(),))?
            };
            if found.is_none() {
                return Ok(None);
            }
            if let Ok(caseload) = found.cast::<Caseload>() {
                return Ok(Some(caseload.get().0.clone()));
            }
            let kind = found.get_type().name()?;
            Err(PyTypeError::new_err(format!("the originals gave a {kind}; give a Caseload or None")))
        });
        asked.unwrap_or_else(|error| {
            failed.set(error);
            None
        })
    }
}
