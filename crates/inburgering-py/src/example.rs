//! The tables of the module `inburgering.example`.

use std::sync::Arc;

use chrono::NaiveDate;
use inburgering_arrow::Batches;
use inburgering_arrow::arrow_array::{Array as _, ArrayRef, Date32Array, RecordBatch, StringArray};
use inburgering_arrow::arrow_schema::{Field, Schema};
use pyo3::prelude::*;

use crate::table::Table;

/// The tables of the example: dossiers, residences, deaths.
#[pyfunction]
pub(crate) fn _example_tables() -> (Table, Table, Table) {
    let insz = ["85.07.30-901.33", "78.03.02-903.17", "90.01.15-902.60"];
    let none = [None; 3];
    let dossiers = [
        text("dossier", &["D-1", "D-2", "D-3"].map(Some)),
        text("insz", &insz.map(Some)),
        days("registered_on", &[day(2025, 2, 3), day(2025, 3, 3), day(2025, 9, 1)]),
        days("contract_signed_on", &[None, day(2025, 4, 7), day(2025, 10, 6)]),
        text("contract_municipality", &[None, Some("44021"), Some("44021")]),
        days("attest_obtained_on", &[None, None, day(2026, 1, 30)]),
        days("closed_on", &[None, day(2025, 12, 1), None]),
    ];
    let residences = [
        text("insz", &insz.map(Some)),
        text("municipality", &[Some("44021"); 3]),
        days("valid_from", &none),
        days("valid_until", &none),
    ];
    let deaths = [text("insz", &[Some("85.07.30-901.33")]), days("died_on", &[day(2026, 2, 8)])];
    (table(dossiers), table(residences), table(deaths))
}

type Named = (&'static str, ArrayRef);

fn text(name: &'static str, values: &[Option<&str>]) -> Named {
    (name, Arc::new(StringArray::from(values.to_vec())))
}

fn day(year: i32, month: u32, day: u32) -> Option<i32> {
    NaiveDate::from_ymd_opt(year, month, day).map(|day| day.to_epoch_days())
}

fn days(name: &'static str, values: &[Option<i32>]) -> Named {
    (name, Arc::new(Date32Array::from(values.to_vec())))
}

/// The columns as a table.
fn table<const N: usize>(columns: [Named; N]) -> Table {
    let fields: Vec<Field> =
        columns.iter().map(|(name, values)| Field::new(*name, values.data_type().clone(), true)).collect();
    let schema = Arc::new(Schema::new(fields));
    let batch = RecordBatch::try_new(Arc::clone(&schema), columns.into_iter().map(|(_, values)| values).collect());
    Batches::new(schema, batch.into_iter().collect()).into()
}
