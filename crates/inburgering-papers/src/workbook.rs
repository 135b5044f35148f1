//! The list as a workbook: the three fields of the list and nothing else, for who works in a spreadsheet.
//!
//! The rows are those of the CSV file (page, "Protocol", items 1-3). Leaves out formulas, hidden columns and sheets,
//! and every property of the file that names a person.

use chrono::{Datelike, NaiveDate};
use inburgering::DisclosureList;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatBorder, Workbook, Worksheet, XlsxError};

/// The most rows of a list that a worksheet has room for, the headings apart.
const MOST_ROWS: usize = 1_048_575;

/// The name of the only sheet.
const SHEET: &str = "Lijst";

/// The headings, each with the width of its column in characters.
const COLUMNS: [(&str, f64); 3] =
    [("Rijksregisternummer", 24.0), ("Contract ondertekend", 24.0), ("Attest behaald", 18.0)];

/// Excel's paper size A4.
const A4: u8 = 9;

/// Why there is no workbook of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WorkbookError {
    /// The list is longer than a worksheet.
    #[error("a worksheet has room for {MOST_ROWS} persons; the list has {persons}: give the list as CSV")]
    TooManyRows {
        /// The persons on the list.
        persons: usize,
    },
    /// The day of delivery cannot be the creation date of a workbook.
    #[error("a workbook may be created from 1900-01-01 to 9999-12-31; {on} lies outside: give the day of delivery")]
    Day {
        /// The day that was given.
        on: NaiveDate,
    },
    /// The workbook could not be put together; that is a fault of this library, not of the list.
    // NOTE: the words of the other library are not passed on, since they may repeat a cell.
    #[error("the workbook could not be put together, which is a fault of this library; give the list as CSV")]
    Unwritten,
}

impl From<XlsxError> for WorkbookError {
    fn from(_: XlsxError) -> Self {
        Self::Unwritten
    }
}

/// The list as an XLSX workbook that was created on the day of delivery; the same list and day give the same bytes.
///
/// The number is text in its dotted form, the two facts are `ja` or `nee`. The headings stay in sight, and are repeated
/// on every printed page, which has its number.
///
/// # Errors
/// [`WorkbookError`].
pub fn workbook(list: &DisclosureList, on: NaiveDate) -> Result<Vec<u8>, WorkbookError> {
    let persons = list.len();
    if persons > MOST_ROWS {
        return Err(WorkbookError::TooManyRows { persons });
    }
    let mut workbook = Workbook::new();
    // Without this the library would ask the clock for it.
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created(on)?));
    fill(workbook.add_worksheet(), list)?;
    Ok(workbook.save_to_buffer()?)
}

fn fill(sheet: &mut Worksheet, list: &DisclosureList) -> Result<(), XlsxError> {
    let heading = Format::new().set_bold().set_border_bottom(FormatBorder::Medium);
    // Text, whatever a spreadsheet might take it for.
    let text = Format::new().set_num_format("@");
    sheet.set_name(SHEET)?.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?.set_paper_size(A4);
    sheet.set_footer("&CPagina &P van &N");
    for (column, (name, width)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?.set_column_format(column, &text)?;
        sheet.write_string_with_format(0, column, name, &heading)?;
    }
    for (row, person) in (1..).zip(list.rows()) {
        for (column, cell) in (0..).zip(person.cells()) {
            sheet.write_string_with_format(row, column, cell, &text)?;
        }
    }
    Ok(())
}

/// The start of the day, as a workbook writes it.
fn created(on: NaiveDate) -> Result<ExcelDateTime, WorkbookError> {
    let outside = WorkbookError::Day { on };
    // NOTE: the library also takes the last day of 1899, which Excel shows as 0 January 1900.
    let year = u16::try_from(on.year()).ok().filter(|year| (1900..=9999).contains(year)).ok_or(outside)?;
    let [month, day] = [on.month(), on.day()].map(|part| u8::try_from(part).unwrap_or_default());
    ExcelDateTime::from_ymd(year, month, day).map_err(|_| outside)
}
