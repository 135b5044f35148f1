//! Cells and columns that cannot be read: the classes `Problem`, `CellFault` and `ColumnProblem`.

use inburgering as domain;
use inburgering_arrow as arrow;
use pyo3::prelude::*;

use crate::habits::found_not_told;
use crate::vocabulary::Word;

/// A cell that cannot be read: the table, the row, the column, and what is wrong with it.
///
/// It never holds the text of the cell, since a register number may stand in any column by mistake. `str` says what is
/// allowed. Rows are numbered from the `first_row` that was given to `Caseload`.
///
/// >>> import datetime as dt, inburgering as ib, polars as pl
/// >>> dossiers = pl.DataFrame({
/// ...     "dossier": ["D-1"], "insz": ["85.07.30-901.34"], "registered_on": [dt.date(2025, 2, 3)],
/// ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None], "closed_on": [None],
/// ... })
/// >>> residences = pl.DataFrame({"insz": [], "municipality": [], "valid_from": [], "valid_until": []})
/// >>> caseload = ib.Caseload(dossiers, residences, problems="set_aside")
/// >>> problem = caseload.problems[0]
/// >>> str(problem.table), problem.row, problem.column, problem.fault.code
/// ('dossiers', 0, 'insz', 'number')
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Problem(pub(crate) domain::Problem);

#[pymethods]
impl Problem {
    /// The table.
    #[getter]
    fn table(&self) -> Word<domain::InputTable> {
        Word(self.0.table)
    }

    /// The number of the row, counted from `first_row`.
    #[getter]
    fn row(&self) -> u32 {
        self.0.row
    }

    /// The heading of the column.
    #[getter]
    fn column(&self) -> &'static str {
        self.0.column
    }

    /// What is wrong.
    #[getter]
    fn fault(&self) -> CellFault {
        CellFault(self.0.fault)
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        let domain::Problem { table, row, column, fault, .. } = &self.0;
        format!("<inburgering.Problem {}: {table}, row {row}, column {column}>", fault.code())
    }
}

found_not_told!(Problem, "a Problem cannot be pickled; pickle the tables, and build the Caseload from them again");

/// What is wrong with a cell; never its text. `str` says what was given, what is allowed and what to do.
///
/// `code` is one of `missing`, `number`, `day_form`, `no_such_day`, `time_of_day` and `code`.
///
/// >>> import datetime as dt, inburgering as ib, polars as pl
/// >>> dossiers = pl.DataFrame({
/// ...     "dossier": ["D-1"], "insz": ["85.07.30-901.34"], "registered_on": [dt.date(2025, 2, 3)],
/// ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None], "closed_on": [None],
/// ... })
/// >>> residences = pl.DataFrame({"insz": [], "municipality": [], "valid_from": [], "valid_until": []})
/// >>> fault = ib.Caseload(dossiers, residences, problems="set_aside").problems[0].fault
/// >>> fault.code, fault.reason
/// ('number', 'check_digits')
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct CellFault(pub(crate) domain::CellFault);

#[pymethods]
impl CellFault {
    /// Which kind of fault, in `snake_case`; stable.
    #[getter]
    fn code(&self) -> &'static str {
        self.0.code()
    }

    /// `day_form`, `code`: how many characters were given.
    #[getter]
    fn length(&self) -> Option<usize> {
        match self.0 {
            domain::CellFault::DayForm { length } | domain::CellFault::Code { length } => Some(length),
            _ => None,
        }
    }

    /// `number`: why it is no register number, as the `code` of an `InszError`.
    #[getter]
    fn reason(&self) -> Option<&'static str> {
        match self.0 {
            domain::CellFault::Number { reason } => Some(reason.code()),
            _ => None,
        }
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.CellFault {}>", self.0.code())
    }
}

found_not_told!(CellFault, "a CellFault cannot be pickled; pickle the tables, and build the Caseload from them again");

/// A column of an input table that is missing, stands there twice, or is of a type that cannot be read.
///
/// `code` is one of `missing`, `repeated` and `mistyped`. `str` says what was given, what is allowed and what to do.
///
/// >>> import inburgering as ib, polars as pl
/// >>> try:
/// ...     ib.Caseload(pl.DataFrame(), pl.DataFrame())
/// ... except ib.CaseloadError as error:
/// ...     problem = error.problems[0]
/// >>> str(problem.table), problem.column, problem.code
/// ('dossiers', 'dossier', 'missing')
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct ColumnProblem(pub(crate) arrow::ColumnProblem);

#[pymethods]
impl ColumnProblem {
    /// The table.
    #[getter]
    fn table(&self) -> Word<domain::InputTable> {
        Word(self.0.table)
    }

    /// The heading of the column.
    #[getter]
    fn column(&self) -> &'static str {
        self.0.column
    }

    /// Which kind of fault, in `snake_case`; stable.
    #[getter]
    fn code(&self) -> &'static str {
        self.0.fault.code()
    }

    /// `repeated`: how many columns have the heading.
    #[getter]
    fn times(&self) -> Option<usize> {
        match self.0.fault {
            arrow::ColumnFault::Repeated { times } => Some(times),
            _ => None,
        }
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        let arrow::ColumnProblem { table, column, fault } = &self.0;
        format!("<inburgering.ColumnProblem {}: {table}, column {column}>", fault.code())
    }
}

found_not_told!(ColumnProblem, "a ColumnProblem cannot be pickled; pickle the tables, and give them to Caseload again");
