//! The disclosed list: the classes `DisclosureList` and `DisclosureRow`.

use std::sync::Arc;

use inburgering as domain;
use inburgering_papers::{FilesError, WorkbookError};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::convert::Day;
use crate::errors::{Raise, exception};
use crate::habits::found_not_told;
use crate::insz::Insz;
use crate::several::Tuple;
use crate::table::Table;
use crate::vocabulary::Word;

/// A row of a disclosed list: the three fields that the page allows (page, "Protocol", items 1-3), and no room for a
/// fourth. `repr` shows no digit of the number.
///
/// >>> import inburgering as ib
/// >>> from inburgering import example
/// >>> row = example.delivery().disclosure_list.rows[0]
/// >>> row
/// DisclosureRow(Insz(***), contract_signed=True, attest_obtained=False)
/// >>> str(row.insz)
/// '78.03.02-903.17'
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct DisclosureRow(pub(crate) domain::DisclosureRow);

#[pymethods]
impl DisclosureRow {
    /// The register number (item 1).
    #[getter]
    fn insz(&self) -> Insz {
        Insz(self.0.insz())
    }

    /// Whether a civic integration contract (*inburgeringscontract*) was signed (item 2).
    #[getter]
    fn contract_signed(&self) -> bool {
        self.0.contract_signed()
    }

    /// Whether a civic integration certificate (*attest van inburgering*) was obtained (item 3).
    #[getter]
    fn attest_obtained(&self) -> bool {
        self.0.attest_obtained()
    }

    fn __repr__(&self) -> String {
        let in_python = |flag: bool| if flag { "True" } else { "False" };
        let (contract, attest) = (in_python(self.0.contract_signed()), in_python(self.0.attest_obtained()));
        format!("DisclosureRow(Insz(***), contract_signed={contract}, attest_obtained={attest})")
    }
}

found_not_told!(
    DisclosureRow,
    "a DisclosureRow cannot be pickled, since only deliver() makes one; keep the receipt, and write the list with to_csv() or to_xlsx()"
);

/// The list that is disclosed to a municipality (*lijst*): ascending by number, each number once.
///
/// Only `deliver` makes one, from a granted request on a protocol in force on the day. `repr` shows how many rows it
/// has, never a row. `delivery.list` is the same as a `Table`.
///
/// To write its file: `Path("list.csv").write_bytes(delivery.disclosure_list.to_csv().encode())`.
///
/// >>> import inburgering as ib
/// >>> from inburgering import example
/// >>> rows = example.delivery().disclosure_list
/// >>> rows
/// <inburgering.DisclosureList of 3 rows>
/// >>> len(rows.select(ib.Use.CEREMONY))  # how many may be asked to the ceremony?
/// 1
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct DisclosureList(pub(crate) Arc<domain::DisclosureList>);

#[pymethods]
impl DisclosureList {
    fn __len__(&self) -> usize {
        self.0.len()
    }

    /// The rows, ascending by number: a Python object for each. For many rows take `delivery.list`.
    #[getter]
    fn rows(&self) -> Tuple<DisclosureRow> {
        self.0.rows().iter().copied().map(DisclosureRow).collect()
    }

    /// The rows that a use calls for (page, "Waarom interessant voor lokale besturen?"), chosen by the three fields
    /// alone: the ceremony those with an attest, buddy work those without, occasions to practise Dutch both.
    #[pyo3(signature = (purpose, /))]
    fn select(&self, purpose: Word<domain::Use>) -> Table {
        inburgering_arrow::selection(&self.0, purpose.0).into()
    }

    /// The list as the text of a CSV file: with a byte order mark, CRLF, semicolons, every cell quoted, the number in its
    /// dotted form (a spreadsheet would eat the leading zeros of a compact one).
    ///
    /// Write it as bytes, so that no line end is changed: `Path("list.csv").write_bytes(text.encode())`.
    fn to_csv(&self) -> String {
        self.0.to_csv()
    }

    /// The list as the bytes of an XLSX workbook that was created on the day `on`, the day of delivery: the same rows, under
    /// Dutch headings that stay in sight, the number as text in its dotted form. The same list and day give the same bytes.
    ///
    /// Write it as it is: `Path("list.xlsx").write_bytes(rows.to_xlsx(on=delivery.receipt.on))`. Raises `WorkbookError` if
    /// the list is longer than a worksheet, or the day lies before 1900.
    ///
    /// >>> from inburgering import example
    /// >>> delivery = example.delivery()
    /// >>> delivery.disclosure_list.to_xlsx(on=delivery.receipt.on)[:2]  # a workbook is a zip archive
    /// b'PK'
    #[pyo3(signature = (*, on))]
    fn to_xlsx<'py>(&self, py: Python<'py>, on: Day) -> PyResult<Bound<'py, PyBytes>> {
        let workbook = py.detach(|| inburgering_papers::workbook(&self.0, on.0));
        Ok(PyBytes::new(py, &workbook.map_err(|error| error.raise(py))?))
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.DisclosureList of {} rows>", self.0.len())
    }
}

found_not_told!(
    DisclosureList,
    "a DisclosureList cannot be pickled, since only deliver() makes one; keep the receipt, and write the list with to_csv() or to_xlsx()"
);

impl Raise for FilesError {
    fn raise(self, py: Python<'_>) -> PyErr {
        match self {
            Self::Workbook(error) => error.raise(py),
            other => exception(py, "WorkbookError", &other, "unwritten", |_| Ok(())),
        }
    }
}

impl Raise for WorkbookError {
    fn raise(self, py: Python<'_>) -> PyErr {
        match self {
            Self::TooManyRows { persons } => {
                exception(py, "WorkbookError", &self, "too_many_rows", |fields| fields.set_item("persons", persons))
            }
            Self::Day { on } => exception(py, "WorkbookError", &self, "day", |fields| fields.set_item("on", on)),
            _ => exception(py, "WorkbookError", &self, "unwritten", |_| Ok(())),
        }
    }
}
