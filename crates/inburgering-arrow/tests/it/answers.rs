//! The answers about everybody as a table.

use arrow_array::{Array, cast::AsArray};
use arrow_schema::DataType;
use inburgering::{ListRules, Outcome, Placed, ReasonCode, UnreadableRows};
use inburgering_arrow::{BATCH_ROWS, Batches, Extract, answers};

use crate::tables::{NUMBER, OTHER, day, deaths, dossiers, replacements, residences};

const THIRD: &str = "78.03.02-903.17";
const BIS: &str = "85.47.30-906.17";
const NEW: &str = "95.05.05-905.05";

/// Two persons in Gent, one of them under a new number; one undetermined; one who died.
fn placed() -> Placed {
    let extract = Extract {
        dossiers: dossiers(&[
            ["D-1", BIS, "2025-01-06", "2025-01-07", "44021", "", ""],
            ["D-2", OTHER, "2025-01-06", "", "", "", ""],
            ["D-3", NUMBER, "2025-01-06", "", "", "2025-01-05", "2025-01-04"],
            ["D-4", THIRD, "2025-01-06", "", "", "", ""],
        ]),
        residences: residences(&[[NEW, "44021", "", ""], [OTHER, "44021", "", ""], [NUMBER, "44021", "", ""]]),
        deaths: Some(deaths(&[[THIRD, "2025-02-01"]])),
        replacements: Some(replacements(&[[BIS, NEW, "2025-02-01"]])),
        first_row: 0,
        threads: inburgering::Threads::default(),
    };
    let caseload = extract.to_caseload(UnreadableRows::Refused).unwrap();
    caseload.place(day("2025-03-01"), ListRules::default()).unwrap()
}

/// The rows of the table, a line each.
fn lines(table: &Batches) -> String {
    let mut lines = Vec::new();
    for batch in table.batches() {
        let text = |name: &str, row: usize| {
            let column = batch[name].as_string::<i32>();
            if column.is_null(row) { "-".to_string() } else { column.value(row).to_string() }
        };
        for row in 0..batch.num_rows() {
            let flag = |name: &str| batch[name].as_boolean().value(row);
            let reasons = batch["reasons"].as_list::<i32>().value(row);
            let reasons: Vec<&str> = reasons.as_string::<i32>().iter().flatten().collect();
            let cells = ["insz", "answer", "municipality", "basis"].map(|name| text(name, row)).join(" ");
            lines.push(format!("{cells} {} {} {reasons:?}", flag("contract_signed"), flag("attest_obtained")));
        }
    }
    lines.join("\n")
}

#[test]
fn everybody_is_answered() {
    insta::assert_snapshot!(lines(&answers(&placed(), None)), @r#"
    78.03.02-903.17 not_eligible - - false false ["died"]
    85.07.30-901.33 undetermined - - false true ["closed_before_registration", "attest_before_registration"]
    95.05.05-905.05 eligible 44021 current_residence true false ["follows_current_residence"]
    90.01.15-902.60 eligible 44021 current_residence false false ["follows_current_residence"]
    "#);
}

#[test]
fn those_of_one_municipality_come_by_number() {
    let table = answers(&placed(), Some("44021".parse().unwrap()));
    insta::assert_snapshot!(lines(&table), @r#"
    90.01.15-902.60 eligible 44021 current_residence false false ["follows_current_residence"]
    95.05.05-905.05 eligible 44021 current_residence true false ["follows_current_residence"]
    "#);
    assert_eq!(answers(&placed(), Some("31005".parse().unwrap())).num_rows(), 0);
}

#[test]
fn the_table_says_what_the_caseload_says() {
    let placed = placed();
    let table = answers(&placed, None);
    let batch = &table.batches()[0];
    for (row, person) in placed.answers().enumerate() {
        assert_eq!(batch["insz"].as_string::<i32>().value(row), person.number.to_string());
        assert_eq!(batch["answer"].as_string::<i32>().value(row), person.outcome.as_str());
        let on_a_list = matches!(person.outcome, Outcome::Eligible { .. });
        assert_eq!((batch["basis"].is_valid(row), batch["municipality"].is_valid(row)), (on_a_list, on_a_list));
    }
    for municipality in inburgering::Municipality::all() {
        let table = answers(&placed, Some(municipality));
        let numbers: Vec<String> = placed.eligible_in(municipality).map(|listed| listed.number.to_string()).collect();
        let rows = table.batches().iter().flat_map(|batch| batch["insz"].as_string::<i32>().iter().flatten());
        assert_eq!(rows.collect::<Vec<_>>(), numbers);
    }
}

#[test]
fn only_a_municipality_and_a_basis_may_be_null() {
    let table = answers(&placed(), None);
    let nullable: Vec<&str> =
        table.schema().fields().iter().filter(|field| field.is_nullable()).map(|field| field.name().as_str()).collect();
    assert_eq!(nullable, ["municipality", "basis"]);
    let DataType::List(reason) = table.schema().field_with_name("reasons").unwrap().data_type() else { panic!() };
    assert!(!reason.is_nullable());
}

#[test]
fn a_batch_of_the_longest_answers_stays_within_its_offsets() {
    let longest: usize = ReasonCode::ALL.iter().map(|code| code.as_str().len()).sum();
    assert!(BATCH_ROWS * longest <= i32::MAX as usize, "{longest}");
}
