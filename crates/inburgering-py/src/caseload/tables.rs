//! The tables as Python gives them: objects with the Arrow PyCapsule interface.

use inburgering as domain;
use inburgering_arrow::arrow_array::{RecordBatch, RecordBatchReader};
use inburgering_arrow::{Batches, ReadError};
use pyo3::exceptions::{PyException, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::PyDict;
use pyo3_arrow::input::AnyRecordBatch;

use crate::errors::{Raise as _, exception};
use crate::work::bulk_to_its_end;

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

/// The rows of the table that the object gives, asked for batch by batch: its library may work long on them.
///
/// One table is read to its end before the next is opened, since a library may have one result open at a time.
pub(crate) fn collect(table: domain::InputTable, given: &Bound<'_, PyAny>) -> PyResult<Batches> {
    let py = given.py();
    if !(given.hasattr("__arrow_c_stream__")? || given.hasattr("__arrow_c_array__")?) {
        return Err(no_table(table, given, "was given where a table is meant")?);
    }
    let needed = of_polars(given, table)?.map_or_else(|| of_pandas(given, table), |needed| Ok(Some(needed)))?;
    let needed = needed.as_ref().unwrap_or(given);
    let rows = match needed.extract::<AnyRecordBatch>() {
        Ok(rows) => rows,
        // What its library says may repeat a value, and that may be a register number.
        Err(error) if error.is_instance_of::<PyException>(py) => {
            let unreadable = unreadable_columns(needed, table);
            let what = match unreadable.as_slice() {
                [] => "has no columns that can be read".to_owned(),
                columns => format!("has values of no one type in {}", columns.join(", ")),
            };
            return Err(no_table(table, given, &what)?);
        }
        Err(error) => return Err(error),
    };
    let batches = bulk_to_its_end(py, move |wanted| all_of(rows, table, &|| wanted.go_on()))?;
    batches.map_err(|error| error.raise(py))
}

/// Every batch of a table.
fn all_of(rows: AnyRecordBatch, table: domain::InputTable, keep_on: &dyn Fn() -> bool) -> Result<Batches, Unread> {
    let Ok(reader) = rows.into_reader() else { return Err(Unread::Stream { table }) };
    let schema = reader.schema();
    let mut batches: Vec<RecordBatch> = Vec::new();
    for batch in reader {
        if !keep_on() {
            return Err(ReadError::GaveUp.into());
        }
        let Ok(batch) = batch else { return Err(Unread::Stream { table }) };
        batches.push(batch);
    }
    Ok(Batches::new(schema, batches))
}

/// The library of this name, if the caller has loaded it and the object is of the class of it with that name.
pub(crate) fn library_of<'py>(
    given: &Bound<'py, PyAny>,
    library: &str,
    class: &str,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    let loaded = given.py().import("sys")?.getattr("modules")?.call_method1("get", (library,))?;
    let is_of = !loaded.is_none() && loaded.hasattr(class)? && given.is_instance(&loaded.getattr(class)?)?;
    Ok(is_of.then_some(loaded))
}

/// The columns that are read of a polars frame, those without any value with a type; `None` for any other object.
///
/// NOTE: polars gives a column of its type Null with a buffer that Arrow does not know, so that it cannot be read
/// (pola-rs/polars, issue 22934); a frame made of `None` alone has that type.
fn of_polars<'py>(given: &Bound<'py, PyAny>, table: domain::InputTable) -> PyResult<Option<Bound<'py, PyAny>>> {
    let Some(polars) = library_of(given, "polars", "DataFrame")? else { return Ok(None) };
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

/// The columns that are read of a pandas frame; `None` for any other object, and where a heading stands there twice.
///
/// pandas turns all columns into Arrow's at once, and cannot where one of the others holds objects of its own.
fn of_pandas<'py>(given: &Bound<'py, PyAny>, table: domain::InputTable) -> PyResult<Option<Bound<'py, PyAny>>> {
    if library_of(given, "pandas", "DataFrame")?.is_none() {
        return Ok(None);
    }
    let columns = given.getattr("columns")?;
    let mut there = Vec::new();
    for &heading in headings(table) {
        if columns.contains(heading)? {
            there.push(heading);
        }
    }
    let narrowed = given.get_item(&there)?;
    Ok((narrowed.getattr("columns")?.len()? == there.len()).then_some(narrowed))
}

/// The headings under which a data frame has values that do not make an Arrow column.
fn unreadable_columns(given: &Bound<'_, PyAny>, table: domain::InputTable) -> Vec<&'static str> {
    let is_unreadable = |heading: &&&str| {
        given.get_item(vec![**heading]).is_ok_and(|column| column.extract::<AnyRecordBatch>().is_err())
    };
    headings(table).iter().filter(is_unreadable).copied().collect()
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
        // The number itself is not repeated: it may be a register number in the wrong place.
        let message = format!("rows cannot be numbered from there; give a first_row of 0 to {}", u32::MAX);
        exception(py, "CaseloadError", &message, "first_row", |_| Ok(()))
    })
}
