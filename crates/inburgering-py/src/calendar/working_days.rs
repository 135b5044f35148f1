//! A number of working days with its noun: the class `WorkingDays`.

use inburgering as domain;
use pyo3::prelude::*;

use crate::habits::pickled_by_arguments;

/// A number of working days with its noun; a negative one counts backwards.
///
/// Wherever a number of working days is asked for, a plain `int` is good, and a plain `int` comes out: this class only
/// writes it for people. `int()` gives the number.
///
/// >>> import inburgering as ib
/// >>> str(ib.WorkingDays(10)), ib.WorkingDays(1).dutch
/// ('10 working days', '1 werkdag')
#[pyclass(frozen, eq, ord, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct WorkingDays(pub(crate) domain::WorkingDays);

#[pymethods]
impl WorkingDays {
    #[new]
    #[pyo3(signature = (number, /))]
    fn new(number: i32) -> Self {
        Self(domain::WorkingDays(number))
    }

    /// The number with its noun in Dutch: `10 werkdagen`.
    #[getter]
    fn dutch(&self) -> String {
        self.0.dutch()
    }

    fn __index__(&self) -> i32 {
        self.0.0
    }

    fn __int__(&self) -> i32 {
        self.0.0
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        format!("WorkingDays({})", self.0.0)
    }
}

pickled_by_arguments!(WorkingDays, |days| (days.0.0,));
