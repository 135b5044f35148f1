//! Deliveries of the exchange: written whole, once, and logged.

use std::fs;

use inburgering_examples::exchange::LOG;

use crate::place::{Place, SMALL_DAYS, cases, delivered, files};

#[test]
fn a_delivery_is_never_overwritten() {
    let place = Place::new();
    place.exchange(&cases("small"), &SMALL_DAYS).unwrap();
    let error = place.exchange(&cases("small"), &SMALL_DAYS).unwrap_err();
    insta::assert_snapshot!(place.neutral(&error.to_string()), @"/out/requests.json is there already: another exchange has written there, and is never overwritten; give another --out");

    // The log is gone, the folders are not.
    for file in ["requests.json", LOG] {
        fs::remove_file(place.out().join(file)).unwrap();
    }
    let list = place.out().join("A-11-GENT/list.csv");
    fs::write(&list, "what was delivered").unwrap();
    let outcome = place.exchange(&cases("small"), &SMALL_DAYS).unwrap();
    assert_eq!(outcome.failed, 4);
    assert!(place.neutral(&outcome.printed).contains("NOT DELIVERED /out/A-11-GENT is there already"));
    assert_eq!(fs::read_to_string(list).unwrap(), "what was delivered");
    assert_eq!(delivered(&place.out()), 0, "what was not delivered is not recorded");
}

#[test]
fn a_delivery_of_the_log_is_not_made_again_and_is_recorded() {
    let (one, two) = (Place::new(), Place::new());
    let log = one.path().join("logs/disclosures.sqlite");
    let options = [&SMALL_DAYS[..], &["--log", log.to_str().unwrap()]].concat();
    one.exchange(&cases("small"), &options).unwrap();
    assert!(!one.out().join(LOG).exists());

    // As after a run that was killed before it wrote the history.
    let outcome = two.exchange(&cases("small"), &options).unwrap();
    assert_eq!(outcome.failed, 4);
    let told: Vec<&str> = outcome.printed.lines().filter(|line| line.contains("NOT DELIVERED")).collect();
    insta::assert_snapshot!(told.join("\n"), @"
    NOT DELIVERED request `A-03-LOKEREN` was delivered on 2025-01-20; it cannot be delivered again
    NOT DELIVERED request `A-06-ANTWERPEN` was delivered on 2025-01-20; it cannot be delivered again
    NOT DELIVERED request `A-11-GENT` was delivered on 2025-01-20; it cannot be delivered again
    NOT DELIVERED request `A-12-TURNHOUT` was delivered on 2025-01-20; it cannot be delivered again
          4  NOT DELIVERED, see the report
    ");
    assert_eq!(files(&two.out()), ["requests.json"]);
    assert_eq!(delivered(&two.out()), 4);
}

#[test]
fn a_file_that_is_no_log_stays_what_it_is() {
    let place = Place::new();
    let log = place.path().join("notes.txt");
    fs::write(&log, "something else".repeat(99)).unwrap();
    let options = [&SMALL_DAYS[..], &["--log", log.to_str().unwrap()]].concat();
    let error = place.exchange(&cases("small"), &options).unwrap_err();
    insta::assert_snapshot!(place.neutral(&error.to_string()), @"/notes.txt is no log of disclosures; check the path");
    assert!(!place.out().exists(), "nothing was delivered");
}

#[test]
fn nothing_is_left_of_a_delivery_that_cannot_be_written() {
    let place = Place::new();
    fs::create_dir(place.out()).unwrap();
    // A folder that is left from a run that was killed gives way; a file in the place of a delivery does not.
    fs::create_dir(place.out().join(".A-12-TURNHOUT.partial-a1b2c3")).unwrap();
    fs::write(place.out().join("A-11-GENT"), "a file").unwrap();
    let outcome = place.exchange(&cases("small"), &SMALL_DAYS).unwrap();
    assert_eq!(outcome.failed, 1);
    let left = files(&place.out());
    assert!(!left.iter().any(|file| file.contains("partial")), "{left:?}");
    assert_eq!(left.iter().filter(|file| file.ends_with("receipt.json")).count(), 3);
}
