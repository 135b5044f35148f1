//! The counts of changes as a table.

use arrow_array::types::{Date32Type, UInt64Type};
use arrow_array::{Array, cast::AsArray};
use inburgering::{ListRules, Threshold, UnreadableRows};
use inburgering_arrow::{Extract, change_counts};

use crate::tables::{day, dossiers, residences, small};

#[test]
fn every_count_has_a_row() {
    // Eleven men of 30 July 1985 in Gent: six obtained an attest, five signed a contract.
    let numbers: Vec<String> = (0..11)
        .map(|at| {
            let nine = 850_730_901 + 2 * at;
            format!("{nine}{:02}", 97 - nine % 97)
        })
        .collect();
    let (before, between) = ("2024-03-04", "2025-03-03");
    let dossier_rows: Vec<[&str; 7]> = numbers
        .iter()
        .enumerate()
        .map(|(at, number)| match at {
            0..6 => [number.as_str(), number, before, before, "44021", between, ""],
            _ => [number.as_str(), number, before, between, "44021", "", ""],
        })
        .collect();
    let residence_rows: Vec<[&str; 4]> = numbers.iter().map(|number| [number.as_str(), "44021", "", ""]).collect();
    let extract = Extract { dossiers: dossiers(&dossier_rows), residences: residences(&residence_rows), ..small() };
    let caseload = extract.to_caseload(UnreadableRows::Refused).unwrap();
    let gent = "44021".parse().unwrap();
    let changes = caseload.changes(gent, day("2025-01-01"), day("2025-12-31"), ListRules::default()).unwrap();
    let told = [
        (None, "all_reasons", None, Some(11)),
        (Some("came"), "all_reasons", None, Some(0)),
        (Some("left"), "all_reasons", None, Some(0)),
        (Some("changed"), "all_reasons", None, Some(11)),
        (Some("changed"), "reason", Some("contract"), Some(5)),
        (Some("changed"), "reason", Some("attest"), Some(6)),
        (Some("changed"), "other_reasons", None, Some(0)),
    ];
    let suppressed = [
        (None, "all_reasons", None, None),
        (Some("came"), "all_reasons", None, Some(0)),
        (Some("left"), "all_reasons", None, Some(0)),
        (Some("changed"), "all_reasons", None, None),
    ];
    for (threshold, expected) in [(5, &told[..]), (12, &suppressed[..])] {
        let table = change_counts(&changes.counts(Threshold::new(threshold).unwrap()));
        let [batch] = table.batches() else { panic!("{table:?}") };
        assert_eq!(batch.num_rows(), expected.len());
        for (row, &expected) in expected.iter().enumerate() {
            let text = |name: &str| {
                let column = batch[name].as_string::<i32>();
                column.is_valid(row).then(|| column.value(row))
            };
            assert_eq!(text("municipality"), Some("44021"));
            let date = |name: &str| batch[name].as_primitive::<Date32Type>().value_as_date(row);
            assert_eq!((date("since"), date("on")), (Some(day("2025-01-01")), Some(day("2025-12-31"))));
            let column = batch["count"].as_primitive::<UInt64Type>();
            let count = column.is_valid(row).then(|| column.value(row));
            assert_eq!((text("kind"), text("counted").unwrap(), text("reason"), count), expected);
        }
    }
}
