//! The objects of one class of this module, out of any iterable, or one after the other.

use pyo3::PyClass;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyList};

/// The objects of one class, as they are given: any iterable of them.
pub(crate) struct Each<T>(pub(crate) Vec<T>);

impl<T> Default for Each<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'py, T: PyClass<Frozen = pyo3::pyclass::boolean_struct::True> + Clone + Sync> FromPyObject<'_, 'py> for Each<T> {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr =
        pyo3::type_hint_subscript!(pyo3::type_hint_identifier!("collections.abc", "Iterable"), T::TYPE_HINT);

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let class = T::type_object(given.py()).name()?;
        let mut each = Vec::new();
        for item in given.try_iter()? {
            let item = item?;
            let Ok(item) = item.cast::<T>() else {
                let kind = item.get_type().name()?;
                return Err(PyTypeError::new_err(format!("a {kind} was given where a {class} is meant")));
            };
            each.push(item.get().clone());
        }
        Ok(Self(each))
    }
}

/// What iteration gives.
impl<'py, T: PyClass + IntoPyObject<'py>> IntoPyObject<'py> for Each<T> {
    type Target = PyIterator;
    type Output = Bound<'py, PyIterator>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: pyo3::inspect::PyStaticExpr =
        pyo3::type_hint_subscript!(pyo3::type_hint_identifier!("collections.abc", "Iterator"), T::TYPE_HINT);

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        PyList::new(py, self.0)?.try_iter()
    }
}
