//! The archived inputs of deliveries and notices: the class `Wanted`, and how Python gives them: a function or a mapping
//! that leads to a `Caseload`.

use std::sync::{Arc, Mutex};

use inburgering as domain;
use inburgering_archive as archive;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use crate::archive::entry::LoggedDelivery;
use crate::archive::notice::LoggedNotice;
use crate::caseload::Caseload;
use crate::disclosure::digest::DigestKeys;
use crate::habits::found_not_told;
use crate::work;

/// Whose archived inputs are wanted: those of a delivery, or the corrected ones by which a notice on it was given.
///
/// >>> import inburgering as ib, pathlib, tempfile
/// >>> from inburgering import example
/// >>> root = pathlib.Path(tempfile.mkdtemp())
/// >>> log = ib.DisclosureLog.create(root / "log.sqlite")
/// >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
/// >>> def inputs(wanted: ib.Wanted) -> ib.Caseload:
/// ...     print(wanted.name, wanted.notice)
/// ...     return example.caseload()
/// >>> found = ib.recall_all(log, inputs, example.corrected().caseload, key=example.key())
/// 44021-2026-02-02 None
#[pyclass(frozen, eq, module = "inburgering")]
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Wanted {
    delivery: archive::LoggedDelivery,
    notice: Option<archive::LoggedNotice>,
}

impl Wanted {
    fn of(wanted: &archive::Wanted<'_>) -> Self {
        Self { delivery: wanted.delivery.clone(), notice: wanted.notice.cloned() }
    }
}

#[pymethods]
impl Wanted {
    /// A name under which the inputs may be archived: that of the request; of the notices on its delivery
    /// `REQUEST/notice-1` and so on.
    #[getter]
    fn name(&self) -> String {
        archive::Wanted::new(&self.delivery, self.notice.as_ref()).name()
    }

    /// The delivery.
    #[getter]
    fn delivery(&self) -> LoggedDelivery {
        LoggedDelivery(self.delivery.clone())
    }

    /// The notice, if it is about one.
    #[getter]
    fn notice(&self) -> Option<LoggedNotice> {
        self.notice.clone().map(LoggedNotice)
    }

    /// Whether these are the inputs, by the digests that the log has of them under `key`: one, or all where it changed.
    #[pyo3(signature = (caseload, /, *, key))]
    fn fits(&self, py: Python<'_>, caseload: &Bound<'_, Caseload>, key: DigestKeys) -> PyResult<bool> {
        let (wanted, caseload) = (self.clone(), caseload.get().0.clone());
        work::bulk(py, move |_| archive::Wanted::new(&wanted.delivery, wanted.notice.as_ref()).fits(&caseload, &key.0))
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.Wanted {}>", self.name())
    }
}

found_not_told!(Wanted, "a Wanted cannot be pickled, since only a recall or an answer wants inputs; keep its name");

/// A function of a [`Wanted`], or a mapping by its names.
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
            "a {kind} was given where the originals are meant; give a function of a Wanted, or a mapping by the names of \
             what is wanted, that leads to a Caseload or to None"
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
    /// The caseload that is wanted. After a failure nothing more is asked.
    pub(crate) fn of(&self, wanted: &archive::Wanted<'_>, failed: &Failed) -> Option<domain::Caseload> {
        if failed.is_set() {
            return None;
        }
        let asked = Python::attach(|py| {
            let given = self.given.bind(py);
            let found = if self.is_function {
                given.call1((Wanted::of(wanted),))?
            } else {
                given.call_method1("get", (wanted.name(),))?
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
