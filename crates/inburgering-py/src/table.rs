//! Tables and columns on their way out: the classes `Table` and `Column`.

use std::sync::Arc;

use arrow_array::{Array as _, ArrayRef, RecordBatch, StructArray};
use arrow_schema::{DataType, Field, FieldRef, SchemaRef};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyTuple};
use pyo3_arrow::ffi::{ArrayIterator, to_array_pycapsules, to_schema_pycapsule, to_stream_pycapsule};

use crate::habits::found_not_told;

/// A table of Arrow columns that the library gives: for polars, pandas, pyarrow, DuckDB and every other reader of the
/// Arrow PyCapsule interface.
///
/// It is no data frame: hand it to the library you work with. `repr` shows the schema and the length, never a row.
///
/// >>> import inburgering as ib
/// >>> table = ib.Caseload.example().place(on=ib.Caseload.EXAMPLE_DAY).answers()  # doctest: +SKIP
#[pyclass(frozen, module = "inburgering")]
pub(crate) struct Table {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl Table {
    pub(crate) fn new(schema: SchemaRef, batches: Vec<RecordBatch>) -> Self {
        Self { schema, batches }
    }

    fn rows(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }
}

#[pymethods]
impl Table {
    fn __len__(&self) -> usize {
        self.rows()
    }

    /// The Arrow type of each column, by its name.
    #[getter]
    fn schema(&self) -> Types {
        let fields = self.schema.fields().iter();
        Types(fields.map(|field| (field.name().clone(), type_name(field.data_type()))).collect())
    }

    fn __repr__(&self) -> String {
        let columns = self.schema.fields().iter();
        let columns: Vec<String> =
            columns.map(|field| format!("{}: {}", field.name(), type_name(field.data_type()))).collect();
        format!("<inburgering.Table of {} rows: {}>", self.rows(), columns.join(", "))
    }

    /// The schema, as an Arrow PyCapsule.
    #[pyo3(signature = () -> "object")]
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, self.schema.as_ref())?)
    }

    /// The rows, as an Arrow PyCapsule; nothing is copied unless another schema is requested.
    #[pyo3(signature = (requested_schema: "object | None" = None) -> "object")]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let field = Field::new_struct("", self.schema.fields().clone(), false);
        let batches = self.batches.clone().into_iter().map(|batch| Ok(Arc::new(StructArray::from(batch)) as ArrayRef));
        let stream = Box::new(ArrayIterator::new(batches, field.into()));
        Ok(to_stream_pycapsule(py, stream, requested_schema)?)
    }

    /// The table as a `polars.DataFrame`. Needs polars.
    #[pyo3(signature = () -> "polars.DataFrame")]
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("polars")?.getattr("DataFrame")?.call1((slf,))
    }
}

found_not_told!(Table, "a Table cannot be pickled; pickle what to_polars(), to_pandas() or to_pyarrow() gives");

/// A column.
#[pyclass(frozen, module = "inburgering")]
pub(crate) struct Column {
    field: FieldRef,
    array: ArrayRef,
}

#[pymethods]
impl Column {
    fn __len__(&self) -> usize {
        self.array.len()
    }

    /// The column, as Arrow PyCapsules.
    #[pyo3(signature = (requested_schema: "object | None" = None) -> "tuple[object, object]")]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        Ok(to_array_pycapsules(py, self.field.clone(), &self.array, requested_schema)?)
    }
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

/// The name of an Arrow type, as its documentation has it.
fn type_name(of: &DataType) -> String {
    match of {
        DataType::Utf8 => "utf8".into(),
        DataType::Boolean => "bool".into(),
        DataType::Date32 => "date32".into(),
        DataType::List(item) => format!("list<{}>", type_name(item.data_type())),
        other => other.to_string().to_lowercase(),
    }
}
