//! The tables as Python gives them: objects with the Arrow PyCapsule interface.

use arrow_array::{RecordBatch, RecordBatchReader};
use inburgering as domain;
use inburgering_arrow::{Batches, Extract, ReadError};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3_arrow::input::AnyRecordBatch;

use crate::errors::exception;

/// Why no caseload came of the tables.
pub(crate) enum Unread {
    /// What the reader of Arrow columns says.
    Read(ReadError),
    /// The library of the table stopped in the middle of it.
    Stream {
        /// The table.
        table: &'static str,
    },
}

impl From<ReadError> for Unread {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

/// A table on its way in; its rows are not asked for yet, since its library may work long on them.
pub(crate) struct Given {
    name: &'static str,
    rows: AnyRecordBatch,
}

impl Given {
    /// The table that the object gives.
    pub(crate) fn new(name: &'static str, given: &Bound<'_, PyAny>) -> PyResult<Self> {
        let speaks_arrow = given.hasattr("__arrow_c_stream__")? || given.hasattr("__arrow_c_array__")?;
        if !speaks_arrow {
            return Err(no_table(name, given)?);
        }
        match given.extract::<AnyRecordBatch>() {
            Ok(rows) if rows.schema().is_ok() => Ok(Self { name, rows }),
            Ok(_) => Err(no_table(name, given)?),
            Err(error) if error.is_instance_of::<PyTypeError>(given.py()) || is_value_error(&error, given.py()) => {
                Err(no_table(name, given)?)
            }
            Err(error) => Err(error),
        }
    }

    /// Asks for the rows.
    fn collect(self, keep_on: &dyn Fn() -> bool) -> Result<Batches, Unread> {
        let stopped = Unread::Stream { table: self.name };
        let Ok(reader) = self.rows.into_reader() else { return Err(stopped) };
        let schema = reader.schema();
        let mut batches: Vec<RecordBatch> = Vec::new();
        for batch in reader {
            if !keep_on() {
                return Err(ReadError::GaveUp.into());
            }
            let Ok(batch) = batch else { return Err(stopped) };
            batches.push(batch);
        }
        Ok(Batches::new(schema, batches))
    }
}

fn is_value_error(error: &PyErr, py: Python<'_>) -> bool {
    error.is_instance_of::<pyo3::exceptions::PyValueError>(py)
}

/// What is said of an object that is no table.
fn no_table(name: &str, given: &Bound<'_, PyAny>) -> PyResult<PyErr> {
    let kind = given.get_type().name()?;
    let hint = if kind == "LazyFrame" { "; collect() it first" } else { "" };
    Ok(PyTypeError::new_err(format!(
        "{name}: a {kind} was given where a table is meant; give a polars, pandas, pyarrow or DuckDB table, or any other \
         with the Arrow PyCapsule interface{hint}"
    )))
}

/// The number of the first row, as the caller counts.
pub(crate) fn first_row_number(py: Python<'_>, first_row: i64) -> PyResult<u32> {
    u32::try_from(first_row).map_err(|_| {
        let message = format!("rows cannot be numbered from {first_row}; give a first_row of 0 to {}", u32::MAX);
        exception(py, "CaseloadError", &message, "first_row", |fields| fields.set_item("first_row", first_row))
    })
}

/// Reads the tables.
pub(crate) fn read(
    dossiers: Given,
    residences: Given,
    deaths: Option<Given>,
    replacements: Option<Given>,
    first_row: u32,
    unreadable: domain::UnreadableRows,
    keep_on: &dyn Fn() -> bool,
) -> Result<domain::Caseload, Unread> {
    let extract = Extract {
        dossiers: dossiers.collect(keep_on)?,
        residences: residences.collect(keep_on)?,
        deaths: deaths.map(|table| table.collect(keep_on)).transpose()?,
        replacements: replacements.map(|table| table.collect(keep_on)).transpose()?,
        first_row,
    };
    Ok(extract.read(unreadable, keep_on)?)
}
