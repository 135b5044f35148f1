//! Suppression of small counts: the classes `Threshold` and `SuppressedTree`, the function `suppress`.

use inburgering as domain;
use pyo3::exceptions::{PyOverflowError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::PyInt;

use crate::errors::{Raise, exception};
use crate::habits::{found_not_told, pickled_by_arguments};
use crate::several::Tuple;

/// The lowest count above zero that is published (*drempelwaarde*), in persons: at least 3 (`SuppressionError` below),
/// and 5 by default. Wherever a threshold is asked for, its number of persons is good too.
///
/// A choice of this library: law and page are silent. A threshold of 2 would suppress only counts of 1, and every one of
/// them would be known by being suppressed.
///
/// >>> import inburgering as ib
/// >>> threshold = ib.Threshold()
/// >>> threshold.persons, threshold.is_small(4), threshold.is_small(5), threshold.is_small(0)
/// (5, True, False, False)
#[pyclass(frozen, eq, ord, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Threshold(pub(crate) domain::Threshold);

#[pymethods]
impl Threshold {
    /// The lowest threshold that hides anything, in persons.
    #[classattr]
    const LOWEST: u64 = domain::Threshold::LOWEST.persons();

    #[new]
    #[pyo3(signature = (persons = Limit::USUAL, /))]
    fn new(persons: Limit) -> Self {
        Self(persons.0)
    }

    /// The threshold in persons.
    #[getter]
    fn persons(&self) -> u64 {
        self.0.persons()
    }

    /// Whether a count must be suppressed for itself: it is not zero, and below the threshold.
    #[pyo3(signature = (count, /))]
    fn is_small(&self, count: Count) -> bool {
        self.0.is_small(count.0)
    }

    fn __repr__(&self) -> String {
        format!("Threshold({})", self.0.persons())
    }
}

pickled_by_arguments!(Threshold, |threshold| (threshold.0.persons(),));

/// A count of persons as it is given.
pub(crate) struct Count(u64);

impl<'py> FromPyObject<'_, 'py> for Count {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = <u64 as FromPyObject<'_, '_>>::INPUT_TYPE;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        given.extract().map(Self).map_err(|error| {
            if error.is_instance_of::<PyOverflowError>(given.py()) {
                // The number itself is not repeated: it may be a register number in the wrong place.
                let message =
                    format!("a number outside 0 to {} is no count; give how many persons there are", u64::MAX);
                exception(given.py(), "SuppressionError", &message, "no_count", |_| Ok(()))
            } else {
                error
            }
        })
    }
}

/// A threshold as it is given: a `Threshold` or its number of persons.
#[derive(Clone, Copy)]
pub(crate) struct Limit(pub(crate) domain::Threshold);

impl Limit {
    /// The threshold where none is given.
    pub(crate) const USUAL: Self = Self(domain::Threshold::USUAL);
}

impl<'py> FromPyObject<'_, 'py> for Limit {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = {
        use pyo3::type_hint_union;
        type_hint_union!(<Threshold as pyo3::PyTypeInfo>::TYPE_HINT, <i64 as FromPyObject<'_, '_>>::INPUT_TYPE)
    };

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let py = given.py();
        if let Ok(threshold) = given.cast::<Threshold>() {
            return Ok(Self(threshold.get().0));
        }
        if !given.is_instance_of::<PyInt>() {
            let kind = given.get_type().name()?;
            return Err(PyTypeError::new_err(format!(
                "a {kind} was given where a threshold is meant; give a Threshold or a number of persons"
            )));
        }
        // Beyond 64 bits the extremes say the same.
        let persons = match given.extract::<i64>() {
            Ok(persons) => persons,
            Err(error) if error.is_instance_of::<PyOverflowError>(py) => {
                if given.lt(0)? {
                    i64::MIN
                } else {
                    i64::MAX
                }
            }
            Err(error) => return Err(error),
        };
        domain::Threshold::new(persons).map(Self).map_err(|error| error.raise(py))
    }
}

/// A tree of counts as it is published (*tabel met totalen*): only `suppress` makes one, so its small counts are safe.
/// A suppressed count, which is at least 1, is `None`.
///
/// >>> import inburgering as ib
/// >>> tree = ib.suppress([[3, 120, 48, 0], [9, 11]])
/// >>> tree.root, tree.groups
/// (191, (171, 20))
/// >>> tree.leaves
/// ((None, 120, None, 0), (9, 11))
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct SuppressedTree(domain::SuppressedTree);

fn cells(of: &[domain::Cell]) -> Tuple<Option<u64>> {
    of.iter().map(|cell| cell.published()).collect()
}

#[pymethods]
impl SuppressedTree {
    /// The total of all groups.
    #[getter]
    fn root(&self) -> Option<u64> {
        self.0.root().published()
    }

    /// The totals of the groups, in the order given.
    #[getter]
    fn groups(&self) -> Tuple<Option<u64>> {
        cells(self.0.groups())
    }

    /// The leaves of each group, in the order given.
    #[getter]
    fn leaves(&self) -> Tuple<Tuple<Option<u64>>> {
        self.0.leaves().iter().map(|leaves| cells(leaves)).collect()
    }

    fn __repr__(&self) -> String {
        let (groups, leaves) = (self.0.groups().len(), self.0.leaves().iter().map(Vec::len).sum::<usize>());
        format!("<inburgering.SuppressedTree of {groups} groups and {leaves} leaves>")
    }
}

found_not_told!(
    SuppressedTree,
    "a SuppressedTree cannot be pickled, since only suppress() makes one; keep its root, groups and leaves"
);

/// Adds the totals to the leaves (municipalities) of each group (province) under one root (Flanders), and suppresses the
/// small counts with as few others as protect them: from all that is published, each suppressed small count can still be
/// anything from 1 to the threshold less one. Zeros are always published.
///
/// Groups and leaves come in the order of their keys (codes), which settles ties. Sums beyond 2**64 - 1 stay there.
/// `threshold` is a `Threshold` or its number of persons; below 3 it is a `SuppressionError`.
///
/// A choice of this library: law and page are silent. Trees are protected one by one: publish no sum over several of them,
/// and nothing else about a suppressed count.
///
/// How can three persons in one municipality be hidden, if the total of the province is published? With the smallest of
/// the other municipalities:
///
/// >>> import inburgering as ib
/// >>> ib.suppress([[3, 120, 48, 0]], threshold=5).leaves
/// ((None, 120, None, 0),)
#[pyfunction]
#[pyo3(signature = (groups: "collections.abc.Iterable[collections.abc.Iterable[int]]", *, threshold = Limit::USUAL))]
pub(crate) fn suppress(groups: &Bound<'_, PyAny>, threshold: Limit) -> PyResult<SuppressedTree> {
    let leaves = |group: Bound<'_, PyAny>| -> PyResult<Vec<u64>> {
        group.try_iter()?.map(|count| count?.extract::<Count>().map(|count| count.0)).collect()
    };
    let groups = groups.try_iter()?.map(|group| leaves(group?)).collect::<PyResult<Vec<_>>>()?;
    Ok(SuppressedTree(domain::suppress(&groups, threshold.0)))
}

impl Raise for domain::SuppressionError {
    fn raise(self, py: Python<'_>) -> PyErr {
        let (code, given) = match self {
            Self::ThresholdTooLow { given } => ("threshold_too_low", Some(given)),
            _ => ("unknown", None),
        };
        exception(py, "SuppressionError", &self, code, |fields| fields.set_item("given", given))
    }
}
