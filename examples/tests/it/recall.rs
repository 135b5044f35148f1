//! Recalls by the program.

use std::fs;

use inburgering_archive::DisclosureLog;
use inburgering_archive::folder::FolderError;
use inburgering_examples::exchange::LOG;
use inburgering_examples::recall::RecallFailure;

use crate::place::{Place, SMALL_DAYS, cases, copied, files};

#[test]
fn a_recall_whose_papers_cannot_be_written_loses_no_notice() {
    let place = Place::new();
    let (small, corrected) = (cases("small"), cases("small").join("corrected"));
    place.exchange(&small, &SMALL_DAYS).unwrap();
    // A file stands where the parent of the papers would be.
    let nowhere = place.out().join("requests.json/papers");
    let options = ["--out", nowhere.to_str().unwrap()];
    assert!(matches!(
        place.recall_with(&small, &corrected, &place.key(), &options),
        Err(RecallFailure::Folder(FolderError::Unwritable { .. }))
    ));
    place.recall(&small, &corrected, &place.key(), "recall").unwrap();
    assert_eq!(files(&place.out().join("recall")), ["agency-paper.txt", "notice-9-A-11-GENT.txt"]);
}

#[test]
fn a_recall_needs_the_log_its_key_and_the_files_of_the_deliveries() {
    let place = Place::new();
    let (small, corrected) = (cases("small"), cases("small").join("corrected"));
    place.exchange(&small, &SMALL_DAYS).unwrap();
    let other_key = place.path().join("other.key");
    fs::write(&other_key, "ab".repeat(32)).unwrap();
    let error = place.recall(&small, &corrected, &other_key, "recall").unwrap_err().to_string();
    insta::assert_snapshot!(error, @"entry 1 is under key `test`, which was not given; give the old keys of the log too");
    let error = place.recall(&small, &cases("broken/rows"), &place.key(), "recall").unwrap_err().to_string();
    assert!(error.contains("cases/broken/rows/dossiers.csv, row 3, column insz"), "{error}");
    assert!(!place.out().join("recall").exists());
    // Other files than those of the deliveries: nothing can be told, and no notice is given.
    let data = copied("small");
    fs::copy(corrected.join("dossiers.csv"), data.path().join("dossiers.csv")).unwrap();
    let outcome = place.recall(data.path(), &corrected, &place.key(), "recall").unwrap();
    insta::assert_snapshot!(place.neutral(&outcome.printed), @r"
    Recall of 4 deliveries

    A-03-LOKEREN: the digest of dossiers differs from the receipt; give the inputs of the delivery, and the same key

    A-06-ANTWERPEN: the digest of dossiers differs from the receipt; give the inputs of the delivery, and the same key

    A-11-GENT: the digest of dossiers, list differs from the receipt; give the inputs of the delivery, and the same key

    A-12-TURNHOUT: the digest of dossiers differs from the receipt; give the inputs of the delivery, and the same key

    The papers: /out/recall
    ");
    assert_eq!(files(&place.out().join("recall")), ["agency-paper.txt"]);
    let error = place.recall(&small, &corrected, &place.key(), "recall").unwrap_err().to_string();
    assert!(
        error.ends_with("/out/recall is there already, and is never overwritten; give another place, or move it away")
    );
}

#[test]
fn after_a_new_key_the_old_one_is_given_too() {
    let place = Place::new();
    let (small, corrected) = (cases("small"), cases("small").join("corrected"));
    place.exchange(&small, &SMALL_DAYS).unwrap();
    let (new_key, old_key) = (place.path().join("new.key"), place.key());
    fs::write(&new_key, "ab".repeat(32)).unwrap();
    let papers = place.out().join("recall");
    let options = ["--old-key-file", old_key.to_str().unwrap(), "--out", papers.to_str().unwrap()];
    let outcome = place.recall_with(&small, &corrected, &new_key, &options).unwrap();
    assert!(outcome.printed.contains("notice: entry 9") && outcome.failed == 0, "{}", outcome.printed);
    let log = DisclosureLog::open(place.out().join(LOG)).unwrap();
    let keys: Vec<String> = log.entries().unwrap().iter().map(|entry| entry.key.to_string()).collect();
    assert_eq!(keys.iter().filter(|key| *key == "new").count(), 1);
    // From now on both are needed.
    let error = place.recall(&small, &corrected, &old_key, "again").unwrap_err().to_string();
    insta::assert_snapshot!(error, @"entry 9 is under key `new`, which was not given; give the old keys of the log too");

    // So too for the exchange of the next year into the same log.
    let later = copied("small");
    let requests = fs::read_to_string(small.join("requests.json")).unwrap();
    let requests = requests.replace("\"A-", "\"B-").replace("\"2025-01-", "\"2026-01-");
    fs::write(later.path().join("requests.json"), requests).unwrap();
    let (log, out) = (place.out().join(LOG), place.out().join("later"));
    let days = ["--on", "2026-01-15", "--deliver-on", "2026-01-20", "--set-aside"];
    let common =
        ["--key-file", new_key.to_str().unwrap(), "--out", out.to_str().unwrap(), "--log", log.to_str().unwrap()];
    let without = place.exchange(later.path(), &[&days[..], &common].concat()).unwrap();
    assert!(without.failed > 0 && without.printed.contains("is under key `test`, which was not given"));
    fs::remove_dir_all(&out).unwrap();
    let with = [&days[..], &common, &["--old-key-file", old_key.to_str().unwrap()]].concat();
    assert_eq!(place.exchange(later.path(), &with).unwrap().failed, 0);
}

#[test]
fn a_mistyped_log_is_no_empty_one() {
    let place = Place::new();
    let (small, corrected) = (cases("small"), cases("small").join("corrected"));
    place.exchange(&small, &SMALL_DAYS).unwrap();
    fs::rename(place.out().join(LOG), place.out().join("moved.sqlite")).unwrap();
    let error = place.recall(&small, &corrected, &place.key(), "recall").unwrap_err().to_string();
    insta::assert_snapshot!(place.neutral(&error), @"there is no log of disclosures at /out/log.sqlite; check the path, or create a log there");
    assert!(!place.out().join(LOG).exists() && !place.out().join("recall").exists());
}

#[test]
fn who_was_missed_is_told_on_a_protocol_that_is_in_force_on_the_day_of_the_notice() {
    let place = Place::new();
    let (small, corrected) = (cases("small"), cases("small").join("corrected"));
    place.exchange(&small, &SMALL_DAYS).unwrap();
    // The protocol of Gent ended between the delivery and the notice: as the files of the delivery cannot know.
    let today = copied("small");
    let protocols = fs::read_to_string(small.join("protocols.json")).unwrap();
    let mut protocols: serde_json::Value = serde_json::from_str(&protocols).unwrap();
    for protocol in protocols.as_array_mut().unwrap() {
        if protocol["municipality"] == "44021" && protocol["terminated_on"].is_null() {
            protocol["terminated_on"] = "2025-01-22".into();
        }
    }
    fs::write(today.path().join("protocols.json"), protocols.to_string()).unwrap();
    let papers = place.out().join("recall");
    let options = ["--protocols", today.path().to_str().unwrap(), "--out", papers.to_str().unwrap()];
    let printed = place.recall_with(&small, &corrected, &place.key(), &options).unwrap().printed;
    insta::assert_snapshot!(place.neutral(&printed), @r"
    Recall of 4 deliveries

    A-11-GENT, delivered to 44021 (Gent) on 2025-01-20
      wrongly disclosed     1
      missed                1
      wrong flags           1
      notice: entry 9
      1 row withheld: 44021 (Gent) has no protocol in force for these purposes

    The papers: /out/recall
    ");
    let notice = fs::read_to_string(papers.join("notice-9-A-11-GENT.txt")).unwrap();
    assert!(!notice.contains("Voeg deze rijen toe"), "{notice}");
}

#[test]
fn a_notice_that_cannot_be_given_is_a_failure() {
    let place = Place::new();
    let (small, corrected) = (cases("small"), cases("small").join("corrected"));
    place.exchange(&small, &SMALL_DAYS).unwrap();
    let papers = place.out().join("recall");
    let options = ["--on", "2025-01-10", "--out", papers.to_str().unwrap()];
    let outcome = place.recall_with(&small, &corrected, &place.key(), &options).unwrap();
    assert_eq!(outcome.failed, 1);
    assert_eq!(files(&papers), ["agency-paper.txt"]);
}
