//! What is printed of an exchange.

use std::collections::BTreeSet;
use std::fs;

use inburgering_examples::exchange::LOG;

use crate::place::{Place, SMALL_DAYS, cases, files, numbers};

#[test]
fn no_register_number_stands_in_a_report_a_receipt_a_history_or_the_log() {
    let place = Place::new();
    let outcome = place.exchange(&cases("small"), &SMALL_DAYS).unwrap();
    assert_eq!(numbers(&outcome.printed), Vec::<String>::new());
    let shown: Vec<String> = files(&place.out());
    for file in shown.iter().filter(|file| !file.contains("/list.") && *file != LOG) {
        assert_eq!(numbers(&fs::read_to_string(place.out().join(file)).unwrap()), Vec::<String>::new(), "{file}");
    }
    let list = fs::read_to_string(place.out().join("A-11-GENT/list.csv")).unwrap();
    let listed = numbers(&list);
    assert_eq!(listed.len(), 13, "the list is there for its numbers");
    // The MACs of the log have long runs of digits, so it is asked for the numbers of the list.
    let log = fs::read(place.out().join(LOG)).unwrap();
    let log = String::from_utf8_lossy(&log);
    for number in &listed {
        let compact: String = number.chars().filter(char::is_ascii_digit).collect();
        assert!(!log.contains(number) && !log.contains(&compact));
    }
}

#[test]
fn an_explanation_shows_the_number_of_the_one_person() {
    let place = Place::new();
    let outcome = place.exchange(&cases("small"), &[&SMALL_DAYS[..], &["--explain", "D-05"]].concat()).unwrap();
    assert_eq!(
        numbers(&outcome.printed).into_iter().collect::<BTreeSet<_>>().len(),
        2,
        "the number and the one it replaced"
    );
    let error =
        Place::new().exchange(&cases("small"), &[&SMALL_DAYS[..], &["--explain", "D-99"]].concat()).unwrap_err();
    insta::assert_snapshot!(error, @"--explain: no dossier of that number is in dossiers.csv; give the number as it stands there");
}

#[test]
fn the_summary_leaves_the_requests_to_the_report() {
    let place = Place::new();
    let report = place.path().join("reports/january.txt");
    let options = [&SMALL_DAYS[..], &["--report", report.to_str().unwrap()]].concat();
    let outcome = place.exchange(&cases("small"), &options).unwrap();
    assert!(!outcome.printed.contains("A-03-LOKEREN") && outcome.printed.contains("january.txt"));
    let whole = Place::new();
    let printed = whole.exchange(&cases("small"), &SMALL_DAYS).unwrap().printed;
    assert_eq!(place.neutral(&fs::read_to_string(report).unwrap()), whole.neutral(&printed));
}
