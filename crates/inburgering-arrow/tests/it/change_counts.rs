//! The counts of changes as a table.

use arrow_array::types::{Date32Type, UInt64Type};
use arrow_array::{Array, cast::AsArray};
use inburgering::{Cell, ChangeKind, ChangeReason, ListRules, Threshold, UnreadableRows};
use inburgering_arrow::{Extract, change_counts};

use crate::tables::{day, dossiers, residences, small};

#[test]
fn every_count_has_a_row() {
    // Eight men of 30 July 1985 in Gent: six came, two were there.
    let numbers: Vec<String> = (0..8)
        .map(|at| {
            let nine = 850_730_901 + 2 * at;
            format!("{nine}{:02}", 97 - nine % 97)
        })
        .collect();
    let registered = |at: usize| if at < 6 { "2025-03-03" } else { "2024-03-04" };
    let dossier_rows: Vec<[&str; 7]> = numbers
        .iter()
        .enumerate()
        .map(|(at, number)| {
            [number.as_str(), number, registered(at), if at < 6 { "" } else { "2025-03-03" }, "", "", ""]
        })
        .collect();
    let residence_rows: Vec<[&str; 4]> = numbers.iter().map(|number| [number.as_str(), "44021", "", ""]).collect();
    let extract = Extract { dossiers: dossiers(&dossier_rows), residences: residences(&residence_rows), ..small() };
    let caseload = extract.to_caseload(UnreadableRows::Refused).unwrap();
    let gent = "44021".parse().unwrap();
    let changes = caseload.changes(gent, day("2025-01-01"), day("2025-12-31"), ListRules::default()).unwrap();
    let counts = changes.counts(Threshold::default());
    assert_eq!(counts.get(ChangeKind::Came, Some(ChangeReason::FirstDossier)), Some(Cell::Suppressed));
    assert_eq!(counts.get(ChangeKind::Changed, Some(ChangeReason::Contract)), Some(Cell::Suppressed));

    let table = change_counts(&counts);
    let [batch] = table.batches() else { panic!("{table:?}") };
    assert_eq!(batch.num_rows(), counts.all().len());
    for (row, count) in counts.all().iter().enumerate() {
        let text = |name: &str| {
            let column = batch[name].as_string::<i32>();
            column.is_valid(row).then(|| column.value(row))
        };
        assert_eq!(text("municipality"), Some("44021"));
        let date = |name: &str| batch[name].as_primitive::<Date32Type>().value_as_date(row);
        assert_eq!((date("since"), date("on")), (Some(day("2025-01-01")), Some(day("2025-12-31"))));
        assert_eq!(text("kind"), count.kind.map(ChangeKind::as_str));
        assert_eq!(text("reason"), count.reason.map(ChangeReason::as_str));
        let column = batch["count"].as_primitive::<UInt64Type>();
        let said = if column.is_valid(row) { Cell::Published(column.value(row)) } else { Cell::Suppressed };
        assert_eq!(said, count.count);
    }
}
