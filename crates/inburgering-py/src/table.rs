//! Tables and columns on their way out: the classes `Table` and `Column`.

use std::sync::Arc;

use inburgering_arrow::Batches;
use inburgering_arrow::arrow_array::{ArrayRef, RecordBatch, StructArray};
use inburgering_arrow::arrow_schema::{DataType, Field, FieldRef};
use pyo3::exceptions::PyModuleNotFoundError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyTuple};
use pyo3_arrow::ffi::{ArrayIterator, ArrayReader, to_array_pycapsules, to_schema_pycapsule, to_stream_pycapsule};

use crate::habits::found_not_told;

/// A table that the library gives: Arrow columns for polars, pandas, pyarrow, DuckDB and every other reader of the Arrow
/// PyCapsule interface.
///
/// It is no data frame: hand it to the library you work with, as `polars.DataFrame(table)`, or by one of its methods.
/// `repr` shows the columns and the length, never a row. It cannot be changed.
///
/// >>> import datetime as dt, inburgering as ib, polars as pl
/// >>> dossiers = pl.DataFrame({
/// ...     "dossier": ["D-1"], "insz": ["85.07.30-901.33"], "registered_on": [dt.date(2025, 2, 3)],
/// ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None], "closed_on": [None],
/// ... })
/// >>> residences = pl.DataFrame({
/// ...     "insz": ["85.07.30-901.33"], "municipality": ["44021"], "valid_from": [None], "valid_until": [None],
/// ... })
/// >>> answers = ib.Caseload(dossiers, residences).place(on=dt.date(2026, 1, 15)).answers()
/// >>> len(answers), answers.schema["reasons"]
/// (1, 'list<utf8>')
/// >>> answers.to_polars()["municipality"].to_list()
/// ['44021']
#[pyclass(frozen, module = "inburgering")]
pub(crate) struct Table(Batches);

impl From<Batches> for Table {
    fn from(batches: Batches) -> Self {
        Self(batches)
    }
}

#[pymethods]
impl Table {
    fn __len__(&self) -> usize {
        self.0.num_rows()
    }

    /// The Arrow type of each column, by its name.
    #[getter]
    fn schema(&self) -> Types {
        let fields = self.0.schema().fields().iter();
        Types(fields.map(|field| (field.name().clone(), type_name(field.data_type()))).collect())
    }

    fn __repr__(&self) -> String {
        let columns: Vec<String> = self.schema().0.iter().map(|(name, of)| format!("{name}: {of}")).collect();
        format!("<inburgering.Table of {} rows: {}>", self.0.num_rows(), columns.join(", "))
    }

    /// The schema, for readers of the Arrow PyCapsule interface.
    #[pyo3(signature = () -> "object")]
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, self.0.schema().as_ref())?)
    }

    /// The rows, for readers of the Arrow PyCapsule interface; nothing is copied unless another schema is requested.
    #[pyo3(signature = (requested_schema: "object | None" = None) -> "object")]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let field = Field::new_struct("", self.0.schema().fields().clone(), false);
        let batches: Vec<RecordBatch> = self.0.batches().to_vec();
        let rows = batches.into_iter().map(|batch| Ok(Arc::new(StructArray::from(batch)) as ArrayRef));
        Ok(to_stream_pycapsule(py, Box::new(ArrayIterator::new(rows, field.into())), requested_schema)?)
    }

    /// The table as a `polars.DataFrame`; polars must be installed.
    #[pyo3(signature = () -> "polars.DataFrame")]
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        library(slf.py(), "polars")?.getattr("DataFrame")?.call1((slf,))
    }

    /// The table as a `pandas.DataFrame` of Arrow-backed columns; pandas and pyarrow must be installed.
    #[pyo3(signature = () -> "pandas.DataFrame")]
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        arrow_backed(&Self::to_pyarrow(slf)?)
    }

    /// The table as a `pyarrow.Table`; pyarrow must be installed.
    #[pyo3(signature = () -> "pyarrow.Table")]
    fn to_pyarrow<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        library(slf.py(), "pyarrow")?.getattr("table")?.call1((slf,))
    }
}

found_not_told!(Table, "a Table cannot be pickled; pickle what to_polars(), to_pandas() or to_pyarrow() gives");

/// A column that the library gives: an Arrow array for polars, pandas, pyarrow and every other reader of the Arrow
/// PyCapsule interface.
///
/// `repr` shows the name, the type and the length, never a value. It cannot be changed.
///
/// >>> import inburgering as ib, polars as pl
/// >>> numbers = pl.Series("insz", ["85.07.30-901.33", "85.07.30-901.34", None])
/// >>> checked = ib.columns.check_insz(numbers)
/// >>> checked.schema, len(checked)
/// ('utf8', 3)
/// >>> checked.to_polars().to_list()
/// ['valid', 'check_digits', None]
#[pyclass(frozen, module = "inburgering")]
pub(crate) struct Column {
    field: FieldRef,
    array: ArrayRef,
}

impl Column {
    /// The column of this name.
    pub(crate) fn new(name: &str, array: ArrayRef) -> Self {
        Self { field: Arc::new(Field::new(name, array.data_type().clone(), true)), array }
    }
}

#[pymethods]
impl Column {
    fn __len__(&self) -> usize {
        self.array.len()
    }

    /// The name of the column.
    #[getter]
    fn name(&self) -> &str {
        self.field.name()
    }

    /// The Arrow type of the column.
    #[getter]
    fn schema(&self) -> String {
        type_name(self.field.data_type())
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.Column {} of {} rows: {}>", self.field.name(), self.array.len(), self.schema())
    }

    /// The type, for readers of the Arrow PyCapsule interface.
    #[pyo3(signature = () -> "object")]
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, self.field.as_ref())?)
    }

    /// The values, for readers of the Arrow PyCapsule interface; nothing is copied unless another type is requested.
    #[pyo3(signature = (requested_schema: "object | None" = None) -> "tuple[object, object]")]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        Ok(to_array_pycapsules(py, Arc::clone(&self.field), &self.array, requested_schema)?)
    }

    /// The values as a stream of one array, for readers of the Arrow PyCapsule interface.
    #[pyo3(signature = (requested_schema: "object | None" = None) -> "object")]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let stream: Box<dyn ArrayReader + Send> =
            Box::new(ArrayIterator::new([Ok(Arc::clone(&self.array))], Arc::clone(&self.field)));
        Ok(to_stream_pycapsule(py, stream, requested_schema)?)
    }

    /// The column as a `polars.Series`; polars must be installed.
    #[pyo3(signature = () -> "polars.Series")]
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        library(slf.py(), "polars")?.getattr("Series")?.call1((slf.get().name(), slf))
    }

    /// The column as a `pandas.Series`, Arrow-backed; pandas and pyarrow must be installed.
    #[pyo3(signature = () -> "pandas.Series")]
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        let series = arrow_backed(&Self::to_pyarrow(slf)?)?;
        series.call_method1("rename", (slf.get().name(),))
    }

    /// The column as a `pyarrow.Array`; pyarrow must be installed.
    #[pyo3(signature = () -> "pyarrow.Array")]
    fn to_pyarrow<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        library(slf.py(), "pyarrow")?.getattr("array")?.call1((slf,))
    }
}

found_not_told!(Column, "a Column cannot be pickled; pickle what to_polars(), to_pandas() or to_pyarrow() gives");

/// A library that the caller works with; this one does not need it otherwise.
fn library<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyModule>> {
    py.import(name).map_err(|error| {
        if error.is_instance_of::<PyModuleNotFoundError>(py) {
            PyModuleNotFoundError::new_err(format!("{name} is not installed; install it, or take another to_ method"))
        } else {
            error
        }
    })
}

/// What pyarrow holds, as pandas with its types.
fn arrow_backed<'py>(of_pyarrow: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let py = of_pyarrow.py();
    let types = PyDict::new(py);
    types.set_item("types_mapper", library(py, "pandas")?.getattr("ArrowDtype")?)?;
    of_pyarrow.call_method("to_pandas", (), Some(&types))
}

/// The types of columns by their names, in the order of the columns: a `dict` in Python.
struct Types(Vec<(String, String)>);

impl<'py> IntoPyObject<'py> for Types {
    type Target = PyDict;
    type Output = Bound<'py, PyDict>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: pyo3::inspect::PyStaticExpr =
        <std::collections::BTreeMap<String, String> as IntoPyObject<'_>>::OUTPUT_TYPE;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        let types = PyDict::new(py);
        self.0.into_iter().try_for_each(|(name, of_column)| types.set_item(name, of_column))?;
        Ok(types)
    }
}

/// The name of an Arrow type in the words of its documentation.
fn type_name(of: &DataType) -> String {
    match of {
        DataType::Boolean => "bool".into(),
        DataType::List(item) => format!("list<{}>", type_name(item.data_type())),
        other => other.to_string().to_lowercase(),
    }
}
