//! Findings: the classes `Finding` and `RowRef`, and what the words `FindingKind` say.

use inburgering as domain;
use pyo3::prelude::*;

use crate::habits::{found_not_told, pickled_as_json};
use crate::several::Tuple;
use crate::vocabulary::Word;

/// What is to be noted about one or more rows: a fault, whether or not an answer reads it, or a row without effect.
///
/// A finding names rows, never a register number. `str` is the English sentence with the rows.
///
/// >>> import datetime as dt, inburgering as ib, polars as pl
/// >>> dossiers = pl.DataFrame({
/// ...     "dossier": ["D-1"], "insz": ["85.07.30-901.33"], "registered_on": [dt.date(2025, 2, 3)],
/// ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None],
/// ...     "closed_on": [dt.date(2025, 1, 3)],
/// ... })
/// >>> residences = pl.DataFrame({"insz": [], "municipality": [], "valid_from": [], "valid_until": []})
/// >>> finding = ib.Caseload(dossiers, residences, first_row=2).findings[0]
/// >>> print(finding)
/// closed before the registration (dossiers, row 2)
/// >>> finding.kind is ib.FindingKind.CLOSED_BEFORE_REGISTRATION
/// True
#[pyclass(frozen, eq, ord, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Finding(pub(crate) domain::Finding);

#[pymethods]
impl Finding {
    /// What was found.
    #[getter]
    fn kind(&self) -> Word<domain::FindingKind> {
        Word(self.0.kind)
    }

    /// The rows concerned, in the order of the tables.
    #[getter]
    fn rows(&self) -> Tuple<RowRef> {
        self.0.rows.iter().copied().map(RowRef).collect()
    }

    /// The sentence for a Dutch reader.
    #[getter]
    fn dutch(&self) -> &'static str {
        self.0.kind.dutch()
    }

    fn __str__(&self) -> String {
        let rows: Vec<String> = self.0.rows.iter().map(|row| format!("{}, row {}", row.table, row.row)).collect();
        format!("{} ({})", self.0.kind, rows.join("; "))
    }

    fn __repr__(&self) -> String {
        let rows: Vec<String> = self.0.rows.iter().map(|row| format!("{} {}", row.table, row.row)).collect();
        format!("<inburgering.Finding {}: {}>", self.0.kind.code(), rows.join(", "))
    }
}

found_not_told!(Finding, "a Finding cannot be pickled; pickle what Caseload.findings_table() gives, as a table");

/// A row of an input table, by its number counted from the `first_row` that was given to `Caseload`.
///
/// >>> import inburgering as ib
/// >>> row = ib.RowRef(table="dossiers", row=2)
/// >>> row, row < ib.RowRef(table="residences", row=0)
/// (RowRef(table='dossiers', row=2), True)
#[pyclass(frozen, eq, ord, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct RowRef(pub(crate) domain::RowRef);

#[pymethods]
impl RowRef {
    #[new]
    #[pyo3(signature = (*, table, row))]
    fn new(table: Word<domain::InputTable>, row: u32) -> Self {
        Self(domain::RowRef { table: table.0, row })
    }

    /// The table.
    #[getter]
    fn table(&self) -> Word<domain::InputTable> {
        Word(self.0.table)
    }

    /// The number of the row within it.
    #[getter]
    fn row(&self) -> u32 {
        self.0.row
    }

    fn __repr__(&self) -> String {
        format!("RowRef(table='{}', row={})", self.0.table, self.0.row)
    }
}

pickled_as_json!(RowRef);

/// The English sentence of a kind of finding.
#[pyfunction]
#[pyo3(signature = (kind, /))]
pub(crate) fn _finding_kind_english(kind: Word<domain::FindingKind>) -> String {
    kind.0.to_string()
}

/// The Dutch sentence of a kind of finding.
#[pyfunction]
#[pyo3(signature = (kind, /))]
pub(crate) fn _finding_kind_dutch(kind: Word<domain::FindingKind>) -> &'static str {
    kind.0.dutch()
}
