//! The findings as a table.

use arrow_array::cast::AsArray;
use arrow_array::types::UInt32Type;
use inburgering::UnreadableRows;
use inburgering_arrow::{Extract, findings};

use crate::tables::{NUMBER, OTHER, deaths, dossiers, small};

#[test]
fn a_finding_has_a_row_for_each_row_it_names() {
    let same = ["D-1", NUMBER, "2025-01-06", "", "", "", ""];
    let extract = Extract {
        dossiers: dossiers(&[same, same, same, ["D-2", OTHER, "", "", "", "", ""]]),
        deaths: Some(deaths(&[[OTHER, "2025-03-01"], [OTHER, "2025-03-02"]])),
        first_row: 2,
        threads: inburgering::Threads::default(),
        ..small()
    };
    let caseload = extract.to_caseload(UnreadableRows::Refused).unwrap();
    let table = findings(caseload.findings());
    let [batch] = table.batches() else { panic!("{table:?}") };
    let number = |name: &str, row: usize| batch[name].as_primitive::<UInt32Type>().value(row);
    let text = |name: &str, row: usize| batch[name].as_string::<i32>().value(row);
    let lines: Vec<String> = (0..batch.num_rows())
        .map(|row| {
            format!("{} {} {} {}", number("finding", row), text("kind", row), text("table", row), number("row", row))
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
    0 dossier_without_date dossiers 5
    1 identical_rows dossiers 2
    1 identical_rows dossiers 3
    1 identical_rows dossiers 4
    2 deaths_differ deaths 2
    2 deaths_differ deaths 3
    "#);
    assert!(table.schema().fields().iter().all(|field| !field.is_nullable()));
    assert_eq!(findings(&[]).num_rows(), 0);
}
