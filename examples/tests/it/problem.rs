//! Input files that cannot be read.

use std::fs;

use inburgering_examples::exchange::ExchangeError;

use crate::place::{Place, SMALL_DAYS, broken_tables, cases, copied};

/// The digits of everything in the broken set that looks like a number with too few, too many or wrong digits.
const BROKEN_NUMBERS: [&str; 8] = [
    "85073090133",
    "85073090134",
    "85073090135",
    "8507309013",
    "85673090133",
    "90041290274",
    "79110290394",
    "79110290395",
];

fn assert_no_digits(text: &str) {
    for word in text.split_whitespace() {
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        for number in BROKEN_NUMBERS {
            let runs = number.as_bytes().windows(5).map(|run| std::str::from_utf8(run).unwrap());
            runs.for_each(|run| assert!(!digits.contains(run), "{word} shows digits of a number"));
        }
    }
}

#[test]
fn every_problem_of_every_file_is_reported_at_once() {
    let place = Place::new();
    let error = place.exchange(&cases("broken/rows"), &SMALL_DAYS).unwrap_err().to_string();
    assert_no_digits(&error);
    assert!(!place.out().exists(), "nothing was written");
    insta::assert_snapshot!(error, @r#"
    43 problems in the input files; nothing was written
    dossiers.csv, row 3, column insz: not a national register number: the check digits of the register number do not fit its other digits; compare it with its source
    dossiers.csv, row 4, column insz: not a national register number: a register number is eleven digits, or YY.MM.DD-SSS.CC; given are 12 characters
    dossiers.csv, row 5, column insz: not a national register number: character 3 of the register number is not the separator of YY.MM.DD-SSS.CC; write that or eleven digits
    dossiers.csv, row 6, column insz: not a national register number: the check digits of the register number do not fit its other digits; compare it with its source
    dossiers.csv, row 7, column insz: the value is missing; it is mandatory here
    dossiers.csv, row 9, column dossier: the value is missing; it is mandatory here
    dossiers.csv, row 10, column registered_on: 8 characters that are no day; write it as YYYY-MM-DD, or leave it empty where it is unknown
    dossiers.csv, row 10, column contract_signed_on: a day that does not exist; give a day of the calendar as YYYY-MM-DD
    dossiers.csv, row 10, column attest_obtained_on: 8 characters that are no day; write it as YYYY-MM-DD, or leave it empty where it is unknown
    dossiers.csv, row 10, column closed_on: a day that does not exist; give a day of the calendar as YYYY-MM-DD
    dossiers.csv, row 11, column contract_municipality: 4 characters that are no municipality code; give the five digits of a NIS code
    dossiers.csv, row 12, column contract_municipality: 15 characters that are no municipality code; give the five digits of a NIS code
    dossiers.csv, row 12, column attest_obtained_on: 11 characters that are no day; write it as YYYY-MM-DD, or leave it empty where it is unknown
    dossiers.csv, row 13, column contract_signed_on: a day that does not exist; give a day of the calendar as YYYY-MM-DD
    dossiers.csv, row 14: the row has 4 cells and the heading has 8; give each column its cell, and quote a cell with a comma in it
    dossiers.csv, row 15: the row has 9 cells and the heading has 8; give each column its cell, and quote a cell with a comma in it
    dossiers.csv, row 17, column dossier: not UTF-8; save the file as UTF-8
    residences.csv, row 3, column municipality: the value is missing; it is mandatory here
    residences.csv, row 4, column insz: not a national register number: a register number is eleven digits, or YY.MM.DD-SSS.CC; given are 14 characters
    residences.csv, row 5, column municipality: 4 characters that are no municipality code; give the five digits of a NIS code
    residences.csv, row 5, column valid_from: 8 characters that are no day; write it as YYYY-MM-DD, or leave it empty where it is unknown
    deaths.csv, row 2, column died_on: the value is missing; it is mandatory here
    deaths.csv, row 3, column insz: not a national register number: the check digits of the register number do not fit its other digits; compare it with its source
    replacements.csv, row 2, column insz_new: not a national register number: the check digits of the register number do not fit its other digits; compare it with its source
    replacements.csv, row 2, column replaced_on: the value is missing; it is mandatory here
    replacements.csv, row 3, column insz_old: the value is missing; it is mandatory here
    protocols.json, line 12, column 11: id cannot be read; give a text of one line without a register number
    protocols.json, line 13, column 21: municipality cannot be read; give the NIS code of a municipality, such as "44021"
    protocols.json, line 14, column 13: kind cannot be read; give "standard" or "custom"
    protocols.json, line 15, column 17: purposes cannot be read; give a list of at least one of "welcome_policy", "ceremony", "buddy_work", "dutch_practice"
    protocols.json, line 16, column 17: duration cannot be read; give "indefinite" or {"months": 1 to 1200}
    protocols.json, line 17, column 18: retention cannot be read; give a number of months, 1 to 1200
    protocols.json, line 18, column 21: requested_on cannot be read; give a day as "YYYY-MM-DD"
    protocols.json, line 19, column 30: agency cannot be read; give a day as "YYYY-MM-DD", or null where there is none
    protocols.json, line 19, column 63: no such field; the fields are agency, municipality
    protocols.json, line 21, column 3: the register has a protocol `P-1`; give each protocol a name of its own
    protocols.json, line 30, column 3: protocol `P-4`: the validation comes after the signature of the agency, which is not recorded; record it first
    requests.json, line 2, column 3: municipality 46014 (Lokeren) ended on 2025-01-01; use 46029 (Lokeren)
    requests.json, line 3, column 16: the field requester is missing
    requests.json, line 3, column 84: purposes cannot be read; give a list of at least one of "welcome_policy", "ceremony", "buddy_work", "dutch_practice"
    requests.json, line 3, column 113: door cannot be read; give "data", "standard_protocol_and_data" or "custom_protocol_and_data"
    requests.json, line 4, column 3: request `44021-2025-01-08` is received; it cannot become delivered
    requests.json, line 8, column 3: the element is not an object; write {request, steps}
    "#);
}

#[test]
fn every_file_without_its_columns_or_form_is_reported_at_once() {
    let place = Place::new();
    let error = place.exchange(&cases("broken/files"), &SMALL_DAYS).unwrap_err().to_string();
    assert!(!place.out().exists(), "nothing was written");
    insta::assert_snapshot!(error, @"
    6 problems in the input files; nothing was written
    dossiers.csv: no column of the table is in the heading; name dossier, insz, registered_on, contract_signed_on, contract_municipality, attest_obtained_on, closed_on, separated by commas
    residences.csv: missing in the heading: valid_until; the columns are insz, municipality, valid_from, valid_until, in any order, separated by commas
    deaths.csv: more than once in the heading: insz; name each column once
    replacements.csv: the file is empty; its first row names the columns insz_old, insz_new, replaced_on
    protocols.json, line 2, column 17: not JSON: key must be a string
    requests.json, line 1, column 1: not a list; write the elements between [ and ]
    ");
    let nothing = tempfile::tempdir().unwrap();
    let error = place.exchange(nothing.path(), &SMALL_DAYS).unwrap_err().to_string();
    assert_eq!(error.lines().count(), 5, "four files are mandatory: {error}");
}

#[test]
fn columns_that_are_missing_are_named() {
    let place = Place::new();
    let data = copied("small");
    let text = fs::read_to_string(data.path().join("dossiers.csv")).unwrap();
    fs::write(data.path().join("dossiers.csv"), text.replacen("insz,registered_on", "INSZ,registered", 1)).unwrap();
    let error = place.exchange(data.path(), &SMALL_DAYS).unwrap_err();
    insta::assert_snapshot!(error, @"
    1 problem in the input files; nothing was written
    dossiers.csv: missing in the heading: insz, registered_on; the columns are dossier, insz, registered_on, contract_signed_on, contract_municipality, attest_obtained_on, closed_on, in any order, separated by commas
    ");
}

#[test]
fn rows_that_cannot_be_read_are_set_aside_only_by_option() {
    let data = broken_tables();
    let place = Place::new();
    assert!(matches!(place.exchange(data.path(), &SMALL_DAYS), Err(ExchangeError::Files(_))));
    let outcome = place.exchange(data.path(), &[&SMALL_DAYS[..], &["--set-aside"]].concat()).unwrap();
    assert_no_digits(&outcome.printed);
    let aside = outcome.printed.split("\n\n").find(|section| section.starts_with("Rows that cannot be read")).unwrap();
    insta::assert_snapshot!(aside, @"
    Rows that cannot be read
    ------------------------
             20 rows set aside
              9 of them without a register number that can be read
                  dossiers.csv, row 3, column insz: not a national register number: the check digits of the
                  register number do not fit its other digits; compare it with its source
                  dossiers.csv, row 4, column insz: not a national register number: a register number is eleven
                  digits, or YY.MM.DD-SSS.CC; given are 12 characters
                  dossiers.csv, row 5, column insz: not a national register number: character 3 of the register
                  number is not the separator of YY.MM.DD-SSS.CC; write that or eleven digits
                  dossiers.csv, row 6, column insz: not a national register number: the check digits of the
                  register number do not fit its other digits; compare it with its source
                  and 22 more
    ");
    let persons = outcome.printed.split("\n\n").find(|section| section.starts_with("Persons on")).unwrap();
    insta::assert_snapshot!(persons, @"
    Persons on 2025-01-20
    ---------------------
              3  persons
              0  eligible
              0  not_eligible
              3  undetermined
      for each reason:
              3  unreadable_row
    ");
    let receipt = fs::read_to_string(place.out().join("A-11-GENT/receipt.json")).unwrap();
    assert!(receipt.contains("\"set_aside\"") && receipt.contains("\"rows_without_number\": 9"), "{receipt}");
}

#[test]
fn a_file_with_missing_columns_cannot_be_set_aside() {
    let error =
        Place::new().exchange(&cases("broken/files"), &[&SMALL_DAYS[..], &["--set-aside"]].concat()).unwrap_err();
    assert!(error.to_string().contains("residences.csv: missing in the heading: valid_until"));
}

#[test]
fn line_ends_of_another_system_change_no_row_number() {
    let data = broken_tables();
    let place = Place::new();
    let one = place.exchange(data.path(), &SMALL_DAYS).unwrap_err().to_string();
    for file in ["dossiers.csv", "residences.csv", "deaths.csv", "replacements.csv"] {
        let bytes = fs::read(data.path().join(file)).unwrap();
        let mut other = Vec::new();
        for byte in bytes {
            if byte == b'\n' {
                other.push(b'\r');
            }
            other.push(byte);
        }
        while other.last().is_some_and(|byte| b"\r\n".contains(byte)) {
            other.pop();
        }
        fs::write(data.path().join(file), other).unwrap();
    }
    let other = place.exchange(data.path(), &SMALL_DAYS).unwrap_err().to_string();
    assert_eq!(one, other);
}

#[test]
fn more_problems_than_can_be_printed_are_counted() {
    let data = copied("small");
    let row = "85.07.30-901.33,X,2024-01-01,\n";
    let heading = "insz,municipality,valid_from,valid_until\n";
    fs::write(data.path().join("residences.csv"), heading.to_owned() + &row.repeat(150)).unwrap();
    let error = Place::new().exchange(data.path(), &SMALL_DAYS).unwrap_err().to_string();
    assert!(error.starts_with("150 problems in the input files; nothing was written (the first 100 are shown)\n"));
    assert_eq!(error.lines().count(), 101);
}
