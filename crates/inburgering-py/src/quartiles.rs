//! The quartiles of a figure: the class `Quartiles`, and the exception `QuartilesError`.

use inburgering as domain;
use inburgering::QuartilesError;
use pyo3::prelude::*;

use crate::errors::{Raise, exception};
use crate::habits::pickled_as_json;

/// The first quartile, the median and the third quartile of the values of at least twenty persons.
///
/// In the unit of the values; never descending, else a `QuartilesError`. A quartile is a value that occurs (the nearest
/// rank), as `numpy.quantile(values, k / 4, method="inverted_cdf")` has it. They tell that there are at least twenty
/// persons: publish them beside a published count only. A choice of this library.
///
/// >>> import inburgering as ib
/// >>> # In how many days did half of the participants get their attest?
/// >>> ib.Quartiles.of(range(301, 321))
/// Quartiles(first=305, median=310, third=315)
/// >>> # Nineteen persons are too few.
/// >>> ib.Quartiles.of(range(301, 320)) is None
/// True
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Quartiles(pub(crate) domain::Quartiles);

#[pymethods]
impl Quartiles {
    /// The smallest number of persons of whom quartiles are given.
    #[classattr]
    const LEAST_PERSONS: usize = domain::Quartiles::LEAST_PERSONS;

    #[new]
    #[pyo3(signature = (*, first, median, third))]
    fn new(py: Python<'_>, first: i64, median: i64, third: i64) -> PyResult<Self> {
        domain::Quartiles::new(first, median, third).map(Self).map_err(|error| error.raise(py))
    }

    /// The quartiles of the values, one for each person, in any order; `None` under `LEAST_PERSONS`.
    #[staticmethod]
    #[pyo3(signature = (values: "collections.abc.Iterable[int]", /))]
    fn of(values: Bound<'_, PyAny>) -> PyResult<Option<Self>> {
        let values = values.try_iter()?.map(|value| value?.extract()).collect::<PyResult<Vec<i64>>>()?;
        Ok(domain::Quartiles::of(values).map(Self))
    }

    /// A quarter of the values are at most this.
    #[getter]
    fn first(&self) -> i64 {
        self.0.first()
    }

    /// Half of the values are at most this.
    #[getter]
    fn median(&self) -> i64 {
        self.0.median()
    }

    /// Three quarters of the values are at most this.
    #[getter]
    fn third(&self) -> i64 {
        self.0.third()
    }

    fn __repr__(&self) -> String {
        format!("Quartiles(first={}, median={}, third={})", self.0.first(), self.0.median(), self.0.third())
    }
}

pickled_as_json!(Quartiles);

impl Raise for QuartilesError {
    fn raise(self, py: Python<'_>) -> PyErr {
        exception(py, "QuartilesError", &self, "order", |fields| match self {
            Self::Order { first, median, third } => {
                fields.set_item("first", first)?;
                fields.set_item("median", median)?;
                fields.set_item("third", third)
            }
            _ => Ok(()),
        })
    }
}
