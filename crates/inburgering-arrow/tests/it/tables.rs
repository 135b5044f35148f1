//! Input tables written as text.

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{Field, Schema};
use chrono::NaiveDate;
use inburgering::{DeathText, DossierText, Numbers, Person, ReplacementText, ResidenceText};
use inburgering_arrow::{Batches, Extract};

use crate::encoded::{self, Day, Text};

pub(crate) const NUMBER: &str = "85.07.30-901.33";
pub(crate) const OTHER: &str = "90.01.15-902.60";

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Whether days stand under the heading.
pub(crate) fn is_day(heading: &str) -> bool {
    heading.ends_with("_on") || heading.starts_with("valid_")
}

/// A table as a batch of plain text and `Date32`; an empty cell is null.
pub(crate) fn table<const N: usize>(headings: [&'static str; N], rows: &[[&str; N]]) -> Batches {
    let column = |(at, heading): (usize, &&'static str)| -> (&'static str, ArrayRef) {
        let cells: Vec<Option<&str>> = rows.iter().map(|row| Some(row[at]).filter(|cell| !cell.is_empty())).collect();
        let array = if is_day(heading) {
            encoded::days(&cells.iter().map(|cell| cell.map(day)).collect::<Vec<_>>(), Day::Date32)
        } else {
            encoded::text(&cells, Text::Utf8)
        };
        (heading, array)
    };
    batch(headings.iter().enumerate().map(column)).into()
}

/// A batch of nullable columns.
pub(crate) fn batch(columns: impl IntoIterator<Item = (&'static str, ArrayRef)>) -> RecordBatch {
    let (names, arrays): (Vec<&str>, Vec<ArrayRef>) = columns.into_iter().unzip();
    let fields: Vec<Field> =
        names.iter().zip(&arrays).map(|(name, array)| Field::new(*name, array.data_type().clone(), true)).collect();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays).unwrap()
}

pub(crate) fn dossiers(rows: &[[&str; 7]]) -> Batches {
    table(DossierText::COLUMNS, rows)
}

pub(crate) fn residences(rows: &[[&str; 4]]) -> Batches {
    table(ResidenceText::COLUMNS, rows)
}

pub(crate) fn deaths(rows: &[[&str; 2]]) -> Batches {
    table(DeathText::COLUMNS, rows)
}

pub(crate) fn replacements(rows: &[[&str; 3]]) -> Batches {
    table(ReplacementText::COLUMNS, rows)
}

/// The same table, one column of it another.
pub(crate) fn with(table: &Batches, heading: &str, array: ArrayRef) -> Batches {
    let batch = &table.batches()[0];
    let schema = batch.schema();
    let columns = schema.fields().iter().zip(batch.columns()).map(|(field, column)| {
        let column = if field.name() == heading { Arc::clone(&array) } else { Arc::clone(column) };
        (Field::new(field.name(), column.data_type().clone(), true), column)
    });
    let (fields, columns): (Vec<Field>, Vec<ArrayRef>) = columns.unzip();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).unwrap().into()
}

/// One dossier and one residence of one person in Gent.
pub(crate) fn small() -> Extract {
    Extract::new(
        dossiers(&[["D-1", NUMBER, "2025-01-06", "", "", "", ""]]),
        residences(&[[NUMBER, "44021", "2024-11-05", ""]]),
    )
}

/// The same, with a death and a replaced number.
pub(crate) fn whole() -> Extract {
    Extract {
        deaths: Some(deaths(&[[OTHER, "2025-03-01"]])),
        replacements: Some(replacements(&[["85.47.30-906.17", "85.07.30-906.28", "2025-02-01"]])),
        first_row: 2,
        threads: inburgering::Threads::default(),
        ..small()
    }
}

/// Every problem of an extract, a line each; those of columns, or those of cells.
pub(crate) fn problems(extract: &Extract) -> String {
    use inburgering::{CaseloadError, UnreadableRows};
    use inburgering_arrow::ReadError;

    let lines: Vec<String> = match extract.to_caseload(UnreadableRows::Refused).unwrap_err() {
        ReadError::Columns { problems } => problems.iter().map(ToString::to_string).collect(),
        ReadError::Caseload(CaseloadError::Unreadable { problems }) => {
            problems.iter().map(ToString::to_string).collect()
        }
        other => vec![other.to_string()],
    };
    lines.join("\n")
}

/// Every number of a person, as text.
pub(crate) fn numbers(person: &Person<'_>) -> Vec<String> {
    match person.numbers() {
        Numbers::One(number) => vec![number.to_string()],
        Numbers::Chain(chain) => chain.numbers().iter().map(ToString::to_string).collect(),
    }
}
