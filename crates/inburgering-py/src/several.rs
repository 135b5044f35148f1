//! Several things at once: a `tuple` on their way out, any iterable on their way in, or one thing after the other.

use pyo3::PyClass;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pyclass::boolean_struct::True;
use pyo3::types::{PyByteArray, PyBytes, PyIterator, PyTuple};

/// A `tuple` in Python, which nothing can change.
pub(crate) struct Tuple<T>(pub(crate) Vec<T>);

impl<T> FromIterator<T> for Tuple<T> {
    fn from_iter<I: IntoIterator<Item = T>>(things: I) -> Self {
        Self(things.into_iter().collect())
    }
}

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for Tuple<T> {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: pyo3::inspect::PyStaticExpr = pyo3::type_hint_subscript!(
        <PyTuple as pyo3::PyTypeInfo>::TYPE_HINT,
        T::OUTPUT_TYPE,
        pyo3::inspect::PyStaticExpr::Constant { value: pyo3::inspect::PyStaticConstant::Ellipsis }
    );

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        PyTuple::new(py, self.0)
    }
}

/// What iteration gives: one thing after the other.
pub(crate) struct InTurn<T>(pub(crate) Vec<T>);

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for InTurn<T> {
    type Target = PyIterator;
    type Output = Bound<'py, PyIterator>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: pyo3::inspect::PyStaticExpr =
        pyo3::type_hint_subscript!(pyo3::type_hint_identifier!("collections.abc", "Iterator"), T::OUTPUT_TYPE);

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        PyTuple::new(py, self.0)?.try_iter()
    }
}

/// The objects of one class of this module, as they are given: any iterable of them.
pub(crate) struct Each<T>(pub(crate) Vec<T>);

impl<T> Default for Each<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'py, T: PyClass<Frozen = True> + Clone + Sync> FromPyObject<'_, 'py> for Each<T> {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr =
        pyo3::type_hint_subscript!(pyo3::type_hint_identifier!("collections.abc", "Iterable"), T::TYPE_HINT);

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let class = T::type_object(given.py()).name()?;
        let is_text = given.is_instance_of::<PyBytes>() || given.is_instance_of::<PyByteArray>();
        let Some(items) = given.try_iter().ok().filter(|_| !is_text) else {
            let kind = given.get_type().name()?;
            return Err(PyTypeError::new_err(format!("a {kind} was given where a {class} is meant, or several")));
        };
        let mut each = Vec::new();
        for item in items {
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
