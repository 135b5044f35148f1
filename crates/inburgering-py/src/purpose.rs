//! The purposes for which a municipality may use the data: words in, a tuple of words out.

use inburgering as domain;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};

use crate::citation::Citation;
use crate::errors::{Raise, exception};
use crate::vocabulary::Word;

/// Purposes on their way in, as one word or any iterable of words, or out, as a tuple in the order of the catalogue.
#[derive(Clone, Copy)]
pub(crate) struct Purposes(pub(crate) domain::Purposes);

impl<'py> FromPyObject<'_, 'py> for Purposes {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = pyo3::type_hint_union!(
        crate::hints::word_or_text::<domain::Purpose>(),
        pyo3::type_hint_subscript!(
            pyo3::type_hint_identifier!("collections.abc", "Iterable"),
            crate::hints::word_or_text::<domain::Purpose>()
        )
    );

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(text) = given.cast::<PyString>() {
            return purpose(&text).map(|purpose| Self(purpose.into()));
        }
        let mut purposes = Vec::new();
        for item in given.try_iter()? {
            let item = item?;
            let Ok(text) = item.cast::<PyString>() else {
                let kind = item.get_type().name()?;
                return Err(PyTypeError::new_err(format!("a {kind} was given where a Purpose or its text is meant")));
            };
            purposes.push(purpose(text)?);
        }
        domain::Purposes::new(purposes).map(Self).map_err(|error| error.raise(given.py()))
    }
}

/// The purpose with this text.
fn purpose(text: &Bound<'_, PyString>) -> PyResult<domain::Purpose> {
    text.to_str()?.parse().map_err(|error: domain::PurposeError| error.raise(text.py()))
}

impl<'py> IntoPyObject<'py> for Purposes {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: pyo3::inspect::PyStaticExpr = pyo3::type_hint_subscript!(
        <PyTuple as pyo3::PyTypeInfo>::TYPE_HINT,
        crate::hints::word::<domain::Purpose>(),
        pyo3::inspect::PyStaticExpr::Constant { value: pyo3::inspect::PyStaticConstant::Ellipsis }
    );

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        let words: Vec<_> = self.0.iter().map(Word).collect();
        PyTuple::new(py, words)
    }
}

/// The purpose in the words of a Dutch letter.
#[pyfunction]
#[pyo3(signature = (purpose, /))]
pub(crate) fn _purpose_dutch(purpose: Word<domain::Purpose>) -> &'static str {
    purpose.0.dutch()
}

/// The purpose in the words of an English letter.
#[pyfunction]
#[pyo3(signature = (purpose, /))]
pub(crate) fn _purpose_english(purpose: Word<domain::Purpose>) -> String {
    purpose.0.to_string()
}

/// The source that names the purpose.
#[pyfunction]
#[pyo3(signature = (purpose, /))]
pub(crate) fn _purpose_citation(purpose: Word<domain::Purpose>) -> Citation {
    Citation(purpose.0.citation())
}

impl Raise for domain::PurposeError {
    fn raise(self, py: Python<'_>) -> PyErr {
        let code = match self {
            Self::Unknown { .. } => "unknown",
            Self::NotAPurpose { .. } => "not_a_purpose",
            Self::None => "none",
            _ => "other",
        };
        exception(py, "PurposeError", &self, code, |fields| match &self {
            Self::Unknown { text } => fields.set_item("text", text),
            Self::NotAPurpose { length } => fields.set_item("length", length),
            _ => Ok(()),
        })
    }
}
