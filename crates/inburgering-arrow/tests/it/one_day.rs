//! The lists of one day from tables: giving up, other errors, what falls back on a caseload. That they are those of a caseload,
//! whatever the types of the columns, is a property in `text_reader.rs`.

use inburgering::{InputTable, ListRules, Lists, UnreadableRows};
use inburgering_arrow::{Extract, ListsError, ReadError};

use crate::tables::{NUMBER, OTHER, day, dossiers, problems, replacements, residences, small, whole};

fn lists(extract: &Extract) -> Result<Lists, ListsError> {
    extract.lists(day("2025-03-10"), ListRules::default(), UnreadableRows::Refused, &|| true)
}

#[test]
fn who_lives_there_is_on_the_list() {
    let lists = lists(&whole()).unwrap();
    let gent = lists.of_municipality("44021".parse().unwrap());
    assert_eq!(gent.map(|listed| listed.number.to_string()).collect::<Vec<_>>(), [NUMBER]);
}

#[test]
fn the_day_must_lie_within_the_horizon() {
    let outside = small().lists(day("2100-01-01"), ListRules::default(), UnreadableRows::Refused, &|| true);
    insta::assert_snapshot!(outside.unwrap_err(), @"persons can be placed from 1995-01-01 to 2099-12-31; 2100-01-01 lies outside");
}

#[test]
fn a_caller_can_end_the_reading() {
    let extract = whole();
    let given_up = extract.lists(day("2025-03-10"), ListRules::default(), UnreadableRows::Refused, &|| false);
    assert_eq!(given_up.unwrap_err(), ListsError::Read(ReadError::GaveUp));
}

#[test]
fn errors_are_those_of_a_caseload() {
    let bad = Extract { dossiers: dossiers(&[["", NUMBER, "2025-01-06", "", "", "", ""]]), ..small() };
    assert!(matches!(lists(&bad), Err(ListsError::Read(ReadError::Caseload(_)))));
    assert!(problems(&bad).contains("column dossier"));
    let no_columns = Extract { deaths: Some(dossiers(&[])), ..small() };
    assert!(matches!(lists(&no_columns), Err(ListsError::Read(ReadError::Columns { .. }))));
    let numbered = Extract { first_row: u32::MAX, ..small() };
    assert!(lists(&numbered).is_ok());
    let two = residences(&[[NUMBER, "44021", "", ""], [OTHER, "44021", "", ""]]);
    let table = InputTable::Residences;
    let error = ReadError::RowNumbers { table, rows: 2, first_row: u32::MAX };
    assert_eq!(lists(&Extract { residences: two, ..numbered }).unwrap_err(), ListsError::Read(error));
}

#[test]
fn a_contract_of_before_1900_has_no_room_in_a_word() {
    // Of two contracts the later one counts, however early both are.
    let early = [
        ["D-1", NUMBER, "", "1899-12-30", "11002", "", "2025-01-01"],
        ["D-2", NUMBER, "", "1899-12-31", "44021", "", "2025-01-01"],
    ];
    let lists = lists(&Extract { dossiers: dossiers(&early), ..small() }).unwrap();
    assert_eq!((lists.persons(), lists.of_municipality("44021".parse().unwrap()).len()), (1, 1));
}

#[test]
fn rows_under_an_old_number_are_the_persons_own() {
    // The dossier stands under a BIS number, the residence under the number that replaced it.
    let extract = Extract {
        dossiers: dossiers(&[["D-1", "85.47.30-906.17", "2025-01-06", "", "", "", ""]]),
        replacements: Some(replacements(&[["85.47.30-906.17", NUMBER, "2025-02-01"]])),
        ..small()
    };
    let listed = |on: &str| -> Vec<String> {
        let lists = extract.lists(day(on), ListRules::default(), UnreadableRows::Refused, &|| true).unwrap();
        lists.iter().flat_map(|(_, list)| list.map(|listed| listed.number.to_string())).collect()
    };
    assert_eq!(listed("2025-01-31"), Vec::<String>::new());
    assert_eq!(listed("2025-02-01"), [NUMBER]);
    assert_eq!(listed("2025-02-02"), [NUMBER]);
}
