//! The exchange on the case sets.

use std::fs;
use std::path::Path;

use inburgering::DigestKey;
use inburgering_archive::DisclosureLog;
use inburgering_examples::exchange::LOG;
use inburgering_examples::synthetic::{Faults, Recipe, generate, ledger, write_ledger};
use sha2::{Digest, Sha256};

use crate::place::{Place, SMALL_DAYS, cases, copied, files, numbers};

/// The digests of the workbooks, as sha256sum writes them.
const WORKBOOKS: &str = "workbooks.sha256";

/// Compares with the file that is kept, or keeps the text if `UPDATE_EXPECTED` is set.
fn assert_as_kept(kept: &Path, text: &str) {
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::create_dir_all(kept.parent().unwrap()).unwrap();
        fs::write(kept, text).unwrap();
    }
    let expected = fs::read_to_string(kept).unwrap_or_default();
    assert!(text == expected, "differs from {}:\n{text}", kept.display());
}

/// The digest of a file, in hexadecimal.
fn sha256(file: &Path) -> String {
    Sha256::digest(fs::read(file).unwrap()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_small_set_gives_what_is_kept_beside_it() {
    let place = Place::new();
    let small = cases("small");
    let outcome = place.exchange(&small, &[&SMALL_DAYS[..], &["--explain", "D-02"]].concat()).unwrap();
    assert_eq!(outcome.failed, 0);
    let expected = small.join("expected");
    assert_as_kept(&expected.join("report.txt"), &place.neutral(&outcome.printed));

    let printed = place.recall(&small, &small.join("corrected"), &place.key(), "recall").unwrap().printed;
    assert_eq!(numbers(&printed), Vec::<String>::new());
    insta::assert_snapshot!(place.neutral(&printed), @r"
    Recall of 4 deliveries

    A-11-GENT, delivered to 44021 (Gent) on 2025-01-20
      wrongly disclosed     1
      missed                1
      wrong flags           1
      notice: entry 9

    The papers: /out/recall
    ");

    // Of a workbook, only its digest is kept; of the log nothing, whose bytes are the database's.
    let (workbooks, mut written): (Vec<_>, Vec<_>) =
        files(&place.out()).into_iter().partition(|file| file.ends_with(".xlsx"));
    written.retain(|file| file != LOG);
    for file in &written {
        assert_as_kept(&expected.join(file), &fs::read_to_string(place.out().join(file)).unwrap());
    }
    let digests = workbooks.iter().map(|file| format!("{}  {file}\n", sha256(&place.out().join(file))));
    assert_as_kept(&expected.join(WORKBOOKS), &digests.collect::<String>());
    let mut kept = files(&expected);
    kept.retain(|file| !file.starts_with("report") && file != WORKBOOKS);
    assert_eq!(written, kept);

    // Once the notices are given, nothing is wrong any more.
    let again = place.recall(&small, &small.join("corrected"), &place.key(), "again").unwrap().printed;
    insta::assert_snapshot!(place.neutral(&again), @r"
    Recall of 4 deliveries

    The papers: /out/again
    ");
    // They are written again, in case they did not arrive.
    assert_eq!(files(&place.out().join("again")), ["agency-paper.txt", "notice-9-A-11-GENT.txt"]);
    assert_as_kept(
        &expected.join("recall/notice-9-A-11-GENT.txt"),
        &fs::read_to_string(place.out().join("again/notice-9-A-11-GENT.txt")).unwrap(),
    );
    // A week later it turns out that all was right: that needs the files by which the notice was given.
    let unknown = place.recall(&small, &small, &place.key(), "unknown").unwrap().printed;
    assert!(unknown.contains("\nA-11-GENT: the corrected inputs of notice 9 were not given"), "{unknown}");
    let (earlier, third) = (small.join("corrected"), place.out().join("third"));
    let options = ["--earlier", earlier.to_str().unwrap(), "--out", third.to_str().unwrap()];
    let back = place.recall_with(&small, &small, &place.key(), &options).unwrap();
    insta::assert_snapshot!(place.neutral(&back.printed), @r"
    Recall of 4 deliveries

    A-11-GENT, delivered to 44021 (Gent) on 2025-01-20
      wrongly disclosed     1
      missed                1
      wrong flags           1
      notice: entry 10

    The papers: /out/third
    ");
    assert_eq!(files(&third), ["agency-paper.txt", "notice-10-A-11-GENT.txt", "notice-9-A-11-GENT.txt"]);
}

#[test]
fn a_delivery_is_a_folder_of_five_files_and_two_entries_of_the_log() {
    let place = Place::new();
    place.exchange(&cases("small"), &SMALL_DAYS).unwrap();
    let log = DisclosureLog::open(place.out().join(LOG)).unwrap();
    let deliveries = log.deliveries().unwrap();
    for logged in &deliveries {
        let written = files(&place.out().join(&logged.folder));
        assert_eq!(written, ["cover-note.html", "cover-note.txt", "list.csv", "list.xlsx", "receipt.json"]);
    }
    let told: Vec<_> = deliveries
        .iter()
        .map(|logged| format!("{} {} {}", logged.delivery, logged.request.id(), logged.state))
        .collect();
    insta::assert_snapshot!(told.join("\n"), @"
    1 A-03-LOKEREN done
    3 A-06-ANTWERPEN done
    5 A-11-GENT done
    7 A-12-TURNHOUT done
    ");
    let key = DigestKey::new("test", &[7; 32]).unwrap();
    assert!(log.verify(&[key], None).unwrap().is_whole());
}

#[test]
fn every_option_has_its_effect_on_the_small_set() {
    let place = Place::new();
    let options = [
        "--closed",
        "contract_municipality_if_resident",
        "--brussels",
        "allowed",
        "--inherited",
        "accepted",
        "--year",
        "rolling_twelve_months",
        "--calendar",
        "flemish_government_year_end",
        "--closing-day",
        "2025-01-10",
        "--operator",
        "team uitwisseling",
        "--delivered-at",
        "2025-01-20T09:30:00+01:00",
    ];
    let outcome = place.exchange(&cases("small"), &[&SMALL_DAYS[..], &options].concat()).unwrap();
    assert_as_kept(&cases("small").join("expected/report-other-options.txt"), &place.neutral(&outcome.printed));
    let receipt = fs::read_to_string(place.out().join("A-03-LOKEREN/receipt.json")).unwrap();
    assert!(receipt.contains("team uitwisseling") && receipt.contains("2025-01-20T09:30:00+01:00"));
}

#[test]
fn residence_at_closing_places_by_the_closing_day() {
    let place = Place::new();
    let options = [&SMALL_DAYS[..], &["--closed", "residence_at_closing"]].concat();
    let outcome = place.exchange(&cases("small"), &options).unwrap();
    let reasons: Vec<&str> = outcome.printed.lines().filter(|line| line.contains("closing")).map(str::trim).collect();
    insta::assert_snapshot!(reasons.join("\n"), @"
    closed      residence_at_closing
    1  contract_after_closing         dossiers 38
    12  lived_there_at_closing
    1  contract_after_closing
    ");
}

#[test]
fn about_two_hundred_requests_are_granted_on_a_generated_set() {
    let data = tempfile::tempdir().unwrap();
    generate(Recipe { dossiers: 3_000, seed: 1, faults: Faults::Readable }).unwrap().write(data.path()).unwrap();
    write_ledger(&ledger(1), data.path()).unwrap();
    let place = Place::new();
    let outcome = place.exchange(data.path(), &["--on", "2026-06-29", "--deliver-on", "2026-06-30"]).unwrap();
    assert_eq!(outcome.failed, 0);
    assert_eq!(numbers(&outcome.printed), Vec::<String>::new());
    let answers = outcome.printed.split("\n\n").find(|section| section.starts_with("Answers")).unwrap();
    insta::assert_snapshot!(answers, @"
    Answers
    -------
          194  granted
            8  waiting, signature
            3  waiting, validation
           54  refused
                      11  already_requested
                       3  brussels_not_stated
                      12  no_protocol
                       1  not_flemish
                       6  protocol_ended
                       2  protocol_inherited
                      21  purpose_outside_protocol
          194  delivered
         1521  persons on the lists that were delivered
    ");
}

#[test]
fn a_grant_that_the_files_do_not_bear_out_is_not_delivered() {
    let place = Place::new();
    let data = copied("small");
    let protocols = fs::read_to_string(data.path().join("protocols.json")).unwrap();
    let protocols =
        protocols.replace("\"validated_on\": \"2024-03-18\",", "").replace("\"2024-03-19\"", "\"2024-03-18\"");
    fs::write(data.path().join("protocols.json"), protocols).unwrap();
    let outcome = place.exchange(data.path(), &SMALL_DAYS).unwrap();
    assert_eq!(outcome.failed, 1);
    let words = outcome.printed.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains(
            "NOT DELIVERED recorded as granted on 2025-01-09, but by these files and options it was waiting;"
        )
    );
}

#[test]
fn a_day_before_what_became_of_a_request_is_an_error() {
    let data = copied("small");
    let requests = fs::read_to_string(data.path().join("requests.json")).unwrap();
    fs::write(
        data.path().join("requests.json"),
        requests.replace("\"2025-01-09\", \"state\": \"waiting\"", "\"2025-02-03\", \"state\": \"waiting\""),
    )
    .unwrap();
    let place = Place::new();
    let error = place.exchange(data.path(), &SMALL_DAYS).unwrap_err();
    assert!(!place.out().exists());
    insta::assert_snapshot!(error, @"request `A-16-AALST` is waiting since 2025-02-03; a step on 2025-01-15 comes before that; give that day or a later one");
}

#[test]
fn the_history_goes_on_in_the_next_exchange() {
    let place = Place::new();
    place.exchange(&cases("small"), &SMALL_DAYS).unwrap();
    let data = copied("small");
    fs::copy(place.out().join("requests.json"), data.path().join("requests.json")).unwrap();
    let next = Place::new();
    let outcome = next.exchange(data.path(), &["--on", "2025-01-27"]).unwrap();
    let answers = outcome.printed.split("\n\n").find(|section| section.starts_with("Answers")).unwrap();
    insta::assert_snapshot!(answers, @"
    Answers
    -------
            3  waiting, signature
            1  waiting, validation
            1  refused
                       1  no_protocol
            0  persons on the lists that were delivered
    ");
}
