//! What crosses the border between Python and Rust in several places: days, numbers, municipalities.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDateTime, PyString};

use crate::errors::Raise as _;
use crate::insz::Insz;
use crate::municipality::Municipality;

/// A day as it is given: a `datetime.date`, and no `datetime.datetime`.
///
/// A `datetime` is a `date` too for Python; that conversion would silently drop the time.
#[derive(Clone, Copy)]
pub(crate) struct Day(pub(crate) NaiveDate);

impl<'py> FromPyObject<'_, 'py> for Day {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = <NaiveDate as FromPyObject<'_, '_>>::INPUT_TYPE;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if given.is_instance_of::<PyDateTime>() {
            return Err(PyTypeError::new_err(
                "a datetime was given where a day is meant; give its date, as in when.date()",
            ));
        }
        if !given.is_instance_of::<PyDate>() {
            let kind = given.get_type().name()?;
            return Err(PyTypeError::new_err(format!("a {kind} was given where a day is meant; give a datetime.date")));
        }
        given.extract().map(Self)
    }
}

/// A register number as it is given: an `Insz` or its text.
pub(crate) struct Number(pub(crate) domain::Insz);

impl<'py> FromPyObject<'_, 'py> for Number {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = crate::hints::or_text::<Insz>();

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(number) = given.cast::<Insz>() {
            return Ok(Self(number.get().0));
        }
        if let Ok(text) = given.cast::<PyString>() {
            return text
                .to_string_lossy()
                .parse()
                .map(Self)
                .map_err(|error: domain::InszError| error.raise(given.py()));
        }
        let kind = given.get_type().name()?;
        Err(PyTypeError::new_err(format!(
            "a {kind} was given where a register number is meant; give an Insz or its text"
        )))
    }
}

/// A municipality as it is given: a `Municipality` or its NIS code.
pub(crate) struct Place(pub(crate) domain::Municipality);

impl<'py> FromPyObject<'_, 'py> for Place {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = crate::hints::or_text::<Municipality>();

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(municipality) = given.cast::<Municipality>() {
            return Ok(Self(municipality.get().0));
        }
        if let Ok(code) = given.cast::<PyString>() {
            return code
                .to_str()?
                .parse()
                .map(Self)
                .map_err(|error: domain::MunicipalityError| error.raise(given.py()));
        }
        let kind = given.get_type().name()?;
        Err(PyTypeError::new_err(format!(
            "a {kind} was given where a municipality is meant; give a Municipality or the text of its NIS code"
        )))
    }
}
