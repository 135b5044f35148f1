//! The inflow figures as a table.

use arrow_array::types::{Date32Type, Int32Type, UInt64Type};
use arrow_array::{Array, cast::AsArray};
use inburgering::{Area, Cell, Threshold, UnreadableRows};
use inburgering_arrow::{Extract, figures};

use crate::tables::{day, dossiers, residences, small};

#[test]
fn every_figure_has_a_row() {
    // Eight men of 30 July 1985, six of whom live in Gent and two nowhere.
    let numbers: Vec<String> = (0..8)
        .map(|at| {
            let nine = 850_730_901 + 2 * at;
            format!("{nine}{:02}", 97 - nine % 97)
        })
        .collect();
    let dossier_rows: Vec<[&str; 7]> =
        numbers.iter().map(|number| [number.as_str(), number, "2025-01-06", "", "", "", ""]).collect();
    let residence_rows: Vec<[&str; 4]> = numbers[..6].iter().map(|number| [number.as_str(), "44021", "", ""]).collect();
    let extract = Extract { dossiers: dossiers(&dossier_rows), residences: residences(&residence_rows), ..small() };
    let caseload = extract.to_caseload(UnreadableRows::Refused).unwrap();
    let all = caseload.figures(day("2025-12-31"), Threshold::default()).unwrap();
    let table = figures(&all);
    let [batch] = table.batches() else { panic!("{table:?}") };
    assert_eq!(batch.num_rows(), all.all().len());
    let text = |name: &str, row: usize| {
        let column = batch[name].as_string::<i32>();
        column.is_valid(row).then(|| column.value(row))
    };
    let count = batch["count"].as_primitive::<UInt64Type>();
    for (row, figure) in all.all().iter().enumerate() {
        assert_eq!(batch["snapshot"].as_primitive::<Date32Type>().value_as_date(row), Some(day("2025-12-31")));
        assert_eq!(text("kind", row), Some(figure.kind.as_str()));
        assert_eq!(batch["year"].as_primitive::<Int32Type>().value(row), figure.year);
        assert_eq!(text("area", row), Some(figure.area.kind()));
        let (code, name) = match figure.area {
            Area::Municipality(municipality) => (Some(municipality.code().to_string()), Some(municipality.name())),
            Area::Province(province) => (None, Some(province.name())),
            _ => (None, None),
        };
        assert_eq!((text("code", row), text("name", row)), (code.as_deref(), name));
        let published = match figure.count {
            Cell::Published(count) => Some(count),
            Cell::Suppressed => None,
        };
        assert_eq!(count.is_valid(row).then(|| count.value(row)), published);
    }
    // The two who live nowhere are too few to be told; the six of Gent, its province and Flanders are told.
    assert_eq!(count.null_count(), 1);
    assert_eq!(count.iter().flatten().filter(|&count| count == 6).count(), 3);
}
