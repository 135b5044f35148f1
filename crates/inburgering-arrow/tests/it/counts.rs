//! The counts of answers and reasons as a table.

use arrow_array::cast::AsArray;
use arrow_array::types::UInt64Type;
use inburgering::{ListRules, UnreadableRows};
use inburgering_arrow::{Extract, counts};

use crate::tables::{NUMBER, OTHER, day, dossiers, small};

#[test]
fn the_three_answers_come_first_then_the_reasons_that_occur() {
    let extract = Extract {
        dossiers: dossiers(&[
            ["D-1", NUMBER, "2025-01-06", "", "", "", ""],
            ["D-2", OTHER, "2025-01-06", "", "", "", ""],
            ["D-3", "85.47.30-906.17", "2025-01-06", "", "", "", ""],
        ]),
        ..small()
    };
    let caseload = extract.to_caseload(UnreadableRows::Refused).unwrap();
    let placed = caseload.place(day("2025-03-01"), ListRules::default()).unwrap();
    let table = counts(placed.counts());
    let [batch] = table.batches() else { panic!("{table:?}") };
    let text = |name: &str, row: usize| batch[name].as_string::<i32>().value(row);
    let persons = batch["persons"].as_primitive::<UInt64Type>();
    let lines: Vec<String> = (0..batch.num_rows())
        .map(|row| format!("{} {} {}", text("kind", row), text("code", row), persons.value(row)))
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
    answer eligible 1
    answer not_eligible 2
    answer undetermined 0
    reason follows_current_residence 1
    reason bis_number 1
    reason not_registered_in_belgium 1
    "#);
    assert!(table.schema().fields().iter().all(|field| !field.is_nullable()));
}
