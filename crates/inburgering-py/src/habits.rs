//! What every class of the module can do, as Python people expect it: pickling, copying, JSON.

use pyo3::prelude::*;

use crate::errors::exception;

/// Pickled and copied by way of the constructor: `$arguments` is the tuple of what it is called with, by position.
macro_rules! pickled_by_arguments {
    ($class:ident, |$this:ident| $arguments:expr) => {
        #[pyo3::pymethods]
        impl $class {
            #[pyo3(signature = () -> "tuple[type, tuple[object, ...]]")]
            fn __reduce__<'py>(
                slf: &pyo3::Bound<'py, Self>,
            ) -> pyo3::PyResult<(pyo3::Bound<'py, pyo3::types::PyType>, pyo3::Bound<'py, pyo3::types::PyTuple>)> {
                use pyo3::prelude::*;
                let $this = slf.get();
                let arguments = ($arguments).into_pyobject(slf.py())?;
                Ok((slf.get_type(), arguments))
            }
        }
    };
}

/// Written as JSON and read back, checked on the way in; pickled and copied that way too. For a newtype over a type of
/// the core with both serde traits.
macro_rules! pickled_as_json {
    ($class:ident) => {
        #[pyo3::pymethods]
        impl $class {
            /// The value as JSON, laid out for people; `from_json` reads it back.
            fn to_json(&self) -> pyo3::PyResult<String> {
                crate::habits::to_json(&self.0)
            }

            /// Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
            #[staticmethod]
            #[pyo3(signature = (text, /))]
            fn from_json(py: pyo3::Python<'_>, text: &str) -> pyo3::PyResult<Self> {
                crate::habits::from_json(py, stringify!($class), text).map(Self)
            }

            #[pyo3(signature = () -> "tuple[object, tuple[object, ...]]")]
            fn __reduce__<'py>(
                slf: &pyo3::Bound<'py, Self>,
            ) -> pyo3::PyResult<(pyo3::Bound<'py, pyo3::PyAny>, (String,))> {
                use pyo3::prelude::*;
                Ok((slf.get_type().getattr("from_json")?, (crate::habits::to_json(&slf.get().0)?,)))
            }
        }
    };
}

/// Never pickled, since only a rule may make it: the message says what to do. Copying gives itself, since nothing can
/// change it.
macro_rules! found_not_told {
    ($class:ident, $message:literal) => {
        #[pyo3::pymethods]
        impl $class {
            #[pyo3(signature = () -> "tuple[object, ...]")]
            fn __reduce__(&self) -> pyo3::PyResult<()> {
                Err(pyo3::exceptions::PyTypeError::new_err($message))
            }

            #[pyo3(signature = () -> "object")]
            fn __copy__(slf: pyo3::PyRef<'_, Self>) -> pyo3::PyRef<'_, Self> {
                slf
            }

            #[pyo3(signature = (memo: "object", /) -> "object")]
            fn __deepcopy__<'py>(
                slf: pyo3::PyRef<'py, Self>,
                memo: &pyo3::Bound<'py, pyo3::PyAny>,
            ) -> pyo3::PyRef<'py, Self> {
                let _ = memo;
                slf
            }
        }
    };
}

pub(crate) use {found_not_told, pickled_as_json, pickled_by_arguments};

/// The value as JSON, laid out for people.
pub(crate) fn to_json(value: &impl serde::Serialize) -> PyResult<String> {
    serde_json::to_string_pretty(value).map_err(|error| pyo3::exceptions::PyValueError::new_err(error.to_string()))
}

/// The value that this JSON is of.
pub(crate) fn from_json<T: serde::de::DeserializeOwned>(py: Python<'_>, class: &str, text: &str) -> PyResult<T> {
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        // The words of serde may repeat what was given, and that may be a register number in the wrong place.
        let words = error.to_string();
        let shown = if digits_beside_days(&words) > 5 { "it has another form" } else { &words };
        let message = format!("line {line}, column {column}: no {class}: {shown}; give what to_json() writes");
        exception(py, "JsonError", &message, "not_readable", |fields| {
            fields.set_item("line", line)?;
            fields.set_item("column", column)
        })
    })
}

/// How many digits a text has, those of days (`2025-12-31`) left out.
fn digits_beside_days(text: &str) -> usize {
    let runs = text.split(|c: char| !c.is_ascii_digit() && c != '-');
    let others = runs.filter(|run| run.len() != 10 || run.parse::<chrono::NaiveDate>().is_err());
    others.map(|run| run.chars().filter(char::is_ascii_digit).count()).sum()
}
