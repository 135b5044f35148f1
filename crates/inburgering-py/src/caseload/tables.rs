//! The tables as Python gives them: objects with the Arrow PyCapsule interface.

use inburgering as domain;
use inburgering_arrow::arrow_array::{RecordBatch, RecordBatchReader};
use inburgering_arrow::{Batches, Extract, ReadError};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyDict;
use pyo3_arrow::input::AnyRecordBatch;

use crate::errors::exception;

/// Why no caseload came of the tables.
pub(crate) enum Unread {
    /// What the reader of Arrow columns says.
    Read(ReadError),
    /// The library of the table stopped in the middle of it.
    Stream {
        /// The table.
        table: domain::InputTable,
    },
}

impl From<ReadError> for Unread {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

/// The headings of a table.
const fn headings(table: domain::InputTable) -> &'static [&'static str] {
    match table {
        domain::InputTable::Dossiers => &domain::DossierText::COLUMNS,
        domain::InputTable::Residences => &domain::ResidenceText::COLUMNS,
        domain::InputTable::Deaths => &domain::DeathText::COLUMNS,
        domain::InputTable::Replacements => &domain::ReplacementText::COLUMNS,
    }
}

/// A table on its way in; its rows are not asked for yet, since its library may work long on them.
pub(crate) struct Given {
    table: domain::InputTable,
    rows: AnyRecordBatch,
}

impl Given {
    /// The table that the object gives.
    pub(crate) fn new(table: domain::InputTable, given: &Bound<'_, PyAny>) -> PyResult<Self> {
        let py = given.py();
        if !(given.hasattr("__arrow_c_stream__")? || given.hasattr("__arrow_c_array__")?) {
            return Err(no_table(table, given, "was given where a table is meant")?);
        }
        let rows = match of_polars(given, table)? {
            Some(narrowed) => narrowed.extract::<AnyRecordBatch>(),
            None => given.extract::<AnyRecordBatch>(),
        };
        match rows {
            Ok(rows) => Ok(Self { table, rows }),
            Err(error) if error.is_instance_of::<PyTypeError>(py) || error.is_instance_of::<PyValueError>(py) => {
                Err(no_table(table, given, "has no columns that can be read")?)
            }
            Err(error) => Err(error),
        }
    }

    /// Asks for the rows.
    fn collect(self, keep_on: &dyn Fn() -> bool) -> Result<Batches, Unread> {
        let stopped = Unread::Stream { table: self.table };
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

/// The columns that are read of a polars frame, those without any value with a type; `None` for any other object.
///
/// NOTE: polars gives a column of its type Null with a buffer that Arrow does not know, so that it cannot be read
/// (pola-rs/polars, issue 22934); a frame made of `None` alone has that type.
fn of_polars<'py>(given: &Bound<'py, PyAny>, table: domain::InputTable) -> PyResult<Option<Bound<'py, PyAny>>> {
    let class = given.get_type();
    if class.name()? != "DataFrame" || !class.module()?.to_str()?.starts_with("polars.") {
        return Ok(None);
    }
    let polars = given.py().import("polars")?;
    let (schema, null) = (given.getattr("schema")?, polars.getattr("Null")?);
    let types = PyDict::new(given.py());
    let mut there = Vec::new();
    for &heading in headings(table) {
        if schema.contains(heading)? {
            there.push(heading);
            if schema.get_item(heading)?.eq(&null)? {
                let day = heading.ends_with("_on") || heading.starts_with("valid_");
                types.set_item(heading, polars.getattr(if day { "Date" } else { "String" })?)?;
            }
        }
    }
    let narrowed = given.call_method1("select", (there,))?;
    if types.is_empty() { Ok(Some(narrowed)) } else { narrowed.call_method1("cast", (types,)).map(Some) }
}

/// What is said of an object that is no table.
fn no_table(table: domain::InputTable, given: &Bound<'_, PyAny>, what: &str) -> PyResult<PyErr> {
    let kind = given.get_type().name()?;
    let hint = if kind == "LazyFrame" { "; collect() it first" } else { "" };
    Ok(PyTypeError::new_err(format!(
        "{table}: a {kind} {what}; give a polars, pandas, pyarrow or DuckDB table, or any other with the Arrow PyCapsule \
         interface{hint}"
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
