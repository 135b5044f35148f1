//! The figures and the durations as tables.

use arrow_array::types::{Date32Type, Int32Type, Int64Type, UInt64Type};
use arrow_array::{Array, RecordBatch, cast::AsArray};
use inburgering::{Area, Cell, Days, Figures, Quartiles, Threshold, UnreadableRows};
use inburgering_arrow::{Extract, durations, figures};

use crate::tables::{day, dossiers, residences, small};

/// Thirty men of 30 July 1985 with a contract after five days: 24 live in Gent, three in Aalst, two in Brugge, one nowhere.
fn thirty() -> Figures {
    let numbers: Vec<String> = (0..30)
        .map(|at| {
            let nine = 850_730_901 + 2 * at;
            format!("{nine}{:02}", 97 - nine % 97)
        })
        .collect();
    let dossier_rows: Vec<[&str; 7]> =
        numbers.iter().map(|number| [number.as_str(), number, "2025-01-06", "2025-01-11", "44021", "", ""]).collect();
    let places = [("44021", 0..24), ("41002", 24..27), ("31005", 27..29)];
    let residence_rows: Vec<[&str; 4]> = places
        .into_iter()
        .flat_map(|(code, of)| numbers[of].iter().map(move |number| [number.as_str(), code, "", ""]))
        .collect();
    let extract = Extract { dossiers: dossiers(&dossier_rows), residences: residences(&residence_rows), ..small() };
    let caseload = extract.to_caseload(UnreadableRows::Refused).unwrap();
    caseload.figures(day("2025-12-31"), Threshold::default()).unwrap()
}

fn text<'a>(batch: &'a RecordBatch, name: &str, row: usize) -> Option<&'a str> {
    let column = batch[name].as_string::<i32>();
    column.is_valid(row).then(|| column.value(row))
}

/// Checks the columns that say of what a row is.
fn check_area(batch: &RecordBatch, row: usize, of: (&str, i32, Area)) {
    let (measure, year, area) = of;
    assert_eq!(batch["snapshot"].as_primitive::<Date32Type>().value_as_date(row), Some(day("2025-12-31")));
    assert_eq!(text(batch, "measure", row), Some(measure));
    assert_eq!(batch["year"].as_primitive::<Int32Type>().value(row), year);
    assert_eq!(text(batch, "area", row), Some(area.kind()));
    let (code, name) = match area {
        Area::Municipality(municipality) => (Some(municipality.code().to_string()), Some(municipality.name())),
        Area::Province(province) => (None, Some(province.name())),
        _ => (None, None),
    };
    assert_eq!((text(batch, "code", row), text(batch, "name", row)), (code.as_deref(), name));
}

#[test]
fn every_figure_has_a_row() {
    let all = thirty();
    let table = figures(&all);
    let [batch] = table.batches() else { panic!("{table:?}") };
    assert_eq!(batch.num_rows(), all.all().len());
    let count = batch["count"].as_primitive::<UInt64Type>();
    let suppressed = batch["suppressed"].as_boolean();
    for (row, figure) in all.all().iter().enumerate() {
        check_area(batch, row, (figure.measure.as_str(), figure.year, figure.area));
        assert_eq!(count.is_valid(row).then(|| count.value(row)), figure.count.published());
        assert_eq!(suppressed.value(row), figure.count == Cell::Suppressed);
    }
    // Of registrations, contracts and active dossiers: Aalst, Brugge and their provinces, which hide each other; of the first
    // two also who lives nowhere.
    assert_eq!(count.null_count(), 3 * 4 + 2);
    let unplaced = (0..batch.num_rows()).filter(|&row| text(batch, "area", row) == Some("unplaced"));
    assert_eq!(unplaced.filter(|&row| suppressed.value(row)).count(), 2);
    assert_eq!(count.iter().flatten().filter(|&count| count == 29).count(), 3);
}

#[test]
fn every_duration_has_a_row() {
    let all = thirty();
    let table = durations(&all);
    let [batch] = table.batches() else { panic!("{table:?}") };
    assert_eq!(batch.num_rows(), all.durations().len());
    let quartiles = ["first_quartile", "median", "third_quartile"].map(|name| batch[name].as_primitive::<Int64Type>());
    let suppressed = batch["suppressed"].as_boolean();
    for (row, duration) in all.durations().iter().enumerate() {
        check_area(batch, row, (duration.measure.as_str(), duration.year, duration.area));
        let said = quartiles.map(|column| column.is_valid(row).then(|| column.value(row)));
        let expected = [Quartiles::first, Quartiles::median, Quartiles::third]
            .map(|quartile| duration.days.published().map(quartile));
        assert_eq!(said, expected);
        assert_eq!(suppressed.value(row), duration.days == Days::Suppressed);
    }
    // Of Flanders and of Gent.
    assert_eq!(quartiles[1].iter().flatten().collect::<Vec<_>>(), [5, 5]);
    assert_eq!(suppressed.true_count(), 4);
}
