//! Numbers of days, months and years as they are given.

use pyo3::exceptions::{PyOverflowError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyInt;

/// A number of days, months or years as it is given.
///
/// One of more than six digits is in no answer of the library, and may be a register number in the wrong place: only
/// its length is kept.
#[derive(Clone, Copy)]
pub(crate) enum Quantity {
    /// Of at most six digits.
    Small(i32),
    /// Of more, so many digits.
    Long {
        /// How many digits there are.
        digits: usize,
        /// Whether it is above zero.
        is_positive: bool,
    },
}

impl Quantity {
    /// The number, or the nearest end of its type.
    pub(crate) fn clamped(self) -> i32 {
        match self {
            Self::Small(number) => number,
            Self::Long { is_positive: true, .. } => i32::MAX,
            Self::Long { is_positive: false, .. } => i32::MIN,
        }
    }

    /// The number itself, if it is kept.
    pub(crate) fn kept(self) -> Option<i32> {
        match self {
            Self::Small(number) => Some(number),
            Self::Long { .. } => None,
        }
    }
}

impl<'py> FromPyObject<'_, 'py> for Quantity {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = <i64 as FromPyObject<'_, '_>>::INPUT_TYPE;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        match given.extract::<i32>() {
            Ok(number @ -999_999..=999_999) => Ok(Self::Small(number)),
            Ok(number) => Ok(Self::Long { digits: length(&number.unsigned_abs()), is_positive: number > 0 }),
            Err(error) if error.is_instance_of::<PyOverflowError>(given.py()) => long(given),
            Err(error) => Err(error),
        }
    }
}

/// A number that no integer of Rust holds.
fn long(given: Borrowed<'_, '_, PyAny>) -> PyResult<Quantity> {
    let number = given.call_method0("__index__")?;
    let is_positive = number.gt(0)?;
    // Python refuses to write out a number of more than some thousand digits.
    let digits = match number.abs()?.str() {
        Ok(text) => text.len()?,
        Err(error) if error.is_instance_of::<PyValueError>(given.py()) => usize::MAX,
        Err(error) => return Err(error),
    };
    Ok(Quantity::Long { digits, is_positive })
}

/// How many characters an integer of any size has, its sign included.
pub(crate) fn length_of(number: &Bound<'_, PyInt>) -> PyResult<usize> {
    match number.str() {
        Ok(text) => text.len(),
        Err(error) if error.is_instance_of::<PyValueError>(number.py()) => Ok(usize::MAX),
        Err(error) => Err(error),
    }
}

fn length(number: &impl ToString) -> usize {
    number.to_string().len()
}
