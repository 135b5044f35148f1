//! Why there is no caseload, no placement or no person: the exceptions.

use std::fmt::Display;

use inburgering as domain;
use inburgering_arrow::{ListsError, ReadError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use super::tables::Unread;
use crate::errors::{Raise, exception};
use crate::reading::{ColumnProblem, Problem};
use crate::vocabulary::Word;

/// How many problems the message of a `CaseloadError` lists.
const LISTED: usize = 20;
/// How many problems a `CaseloadError` holds.
const HELD: usize = 100;

/// The message: how many, what to do, and the first of them.
fn message(what: &str, remedy: &str, problems: &[impl Display]) -> String {
    let total = problems.len();
    let what = if total == 1 { what.to_owned() } else { format!("{what}s") };
    let mut lines = vec![format!("{total} {what} cannot be read; {remedy}:")];
    lines.extend(problems.iter().take(LISTED).map(ToString::to_string));
    if total > LISTED {
        lines.push(format!("and {} more", total - LISTED));
    }
    lines.join("\n  ")
}

fn problem_fields<'py, T: IntoPyObject<'py>>(
    fields: &Bound<'py, PyDict>,
    total: usize,
    problems: impl Iterator<Item = T>,
) -> PyResult<()> {
    let problems: Vec<T> = problems.take(HELD).collect();
    fields.set_item("problems", PyTuple::new(fields.py(), problems)?)?;
    fields.set_item("total", total)
}

impl Raise for domain::CaseloadError {
    fn raise(self, py: Python<'_>) -> PyErr {
        match self {
            Self::Unreadable { problems } => {
                let message =
                    message("cell", "mend the rows, or set them aside with problems=\"set_aside\"", &problems);
                exception(py, "CaseloadError", &message, "unreadable", |fields| {
                    problem_fields(fields, problems.len(), problems.iter().cloned().map(Problem))
                })
            }
            Self::TooManyRows { rows } => {
                exception(py, "CaseloadError", &self, "too_many_rows", |fields| fields.set_item("rows", rows))
            }
            other => exception(py, "CaseloadError", &other, "other", |_| Ok(())),
        }
    }
}

impl Raise for ReadError {
    fn raise(self, py: Python<'_>) -> PyErr {
        match self {
            Self::Columns { problems } => {
                let message = message("column", "mend the tables", &problems);
                exception(py, "CaseloadError", &message, "columns", |fields| {
                    problem_fields(fields, problems.len(), problems.iter().cloned().map(ColumnProblem))
                })
            }
            Self::RowNumbers { table, rows, first_row } => {
                exception(py, "CaseloadError", &self, "too_many_rows", |fields| {
                    fields.set_item("table", Word(table))?;
                    fields.set_item("rows", rows)?;
                    fields.set_item("first_row", first_row)
                })
            }
            Self::Caseload(error) => error.raise(py),
            other => exception(py, "CaseloadError", &other, "gave_up", |_| Ok(())),
        }
    }
}

impl Raise for ListsError {
    fn raise(self, py: Python<'_>) -> PyErr {
        match self {
            Self::Read(error) => error.raise(py),
            Self::Day(error) => error.raise(py),
        }
    }
}

impl Raise for Unread {
    fn raise(self, py: Python<'_>) -> PyErr {
        match self {
            Self::Read(error) => error.raise(py),
            Self::Stream { table } => {
                // What its library says may repeat a value, and that may be a register number.
                let message = format!(
                    "{table}: the library of the table stopped before its end; collect the table there first, to see why"
                );
                exception(py, "CaseloadError", &message, "stopped", |_| Ok(()))
            }
        }
    }
}

impl Raise for domain::OutsideHorizon {
    fn raise(self, py: Python<'_>) -> PyErr {
        exception(py, "OutsideHorizon", &self, "outside_horizon", |fields| fields.set_item("on", self.on))
    }
}

impl Raise for domain::UnknownPersonError {
    fn raise(self, py: Python<'_>) -> PyErr {
        exception(py, "UnknownPersonError", &self, self.code(), |fields| match self {
            Self::NotKnownOn { on } => fields.set_item("on", on),
            _ => Ok(()),
        })
    }
}
