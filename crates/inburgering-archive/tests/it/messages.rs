//! The messages of the errors.

use std::path::PathBuf;

use chrono::FixedOffset;
use inburgering_archive::{ArchiveError, Break, DeliveryState, FolderError, Head, LogError, Untold};

use crate::samples::{day, noon, versions_of_before};

#[test]
fn messages() {
    let path = PathBuf::from("/srv/A-1");
    let system = "No space left on device (os error 28)".to_owned();
    let errors = [
        FolderError::AlreadyThere { path: path.clone() }.to_string(),
        FolderError::OfTheLog { path: "/srv/log.sqlite-journal".into() }.to_string(),
        FolderError::NoName { path: "/".into() }.to_string(),
        FolderError::NoParent { path: "/srv".into() }.to_string(),
        FolderError::Unwritable { path: path.clone(), kind: std::io::ErrorKind::StorageFull, system: system.clone() }
            .to_string(),
        LogError::NotThere { path: path.clone() }.to_string(),
        LogError::AlreadyThere { path: path.clone() }.to_string(),
        LogError::NoFolder { path: path.clone() }.to_string(),
        LogError::NotALog { path: path.clone() }.to_string(),
        LogError::OtherVersion { path: path.clone(), found: 1, kept: 2 }.to_string(),
        LogError::Busy { path: path.clone() }.to_string(),
        LogError::Unreadable { path: path.clone(), sequence: 5 }.to_string(),
        LogError::Broken { found: Break::Changed { sequence: 8 } }.to_string(),
        LogError::KeyNotGiven { sequence: 8, key: "2026-a".parse().unwrap() }.to_string(),
        LogError::EntryOfOtherVersion { sequence: 8 }.to_string(),
        LogError::NotKept { path: path.clone(), sequence: 8 }.to_string(),
        LogError::TimeZoneOffset { offset: FixedOffset::east_opt(3601).unwrap() }.to_string(),
        LogError::Database { path: path.clone(), system }.to_string(),
        ArchiveError::Unfinished { request: "A-1".parse().unwrap(), delivery: 5 }.to_string(),
        ArchiveError::Backdated { on: day("2026-02-10"), last_on: day("2026-02-11"), delivery: 5 }.to_string(),
        ArchiveError::Interrupted { delivery: 5, error: Box::new(LogError::Busy { path: path.clone() }.into()) }
            .to_string(),
        ArchiveError::NoSuchDelivery { delivery: 5 }.to_string(),
        ArchiveError::Ended { delivery: 5, state: DeliveryState::Done }.to_string(),
        ArchiveError::NothingWrong { delivery: 5 }.to_string(),
        ArchiveError::RecalledBefore { delivery: 5 }.to_string(),
        ArchiveError::NoticeBackdated { delivery: 5, at: noon(day("2026-03-01")), last_at: noon(day("2026-03-02")) }
            .to_string(),
        ArchiveError::BeforeBegun { delivery: 5, begun_at: noon(day("2026-02-10")), at: noon(day("2026-02-09")) }
            .to_string(),
        ArchiveError::DayPassed { delivery: 5, on: day("2026-02-10"), day: day("2026-02-11") }.to_string(),
        ArchiveError::InputsNeeded { delivery: 5 }.to_string(),
        ArchiveError::OtherInputs { delivery: 5, differing: vec!["counts".into(), "digests".into()] }.to_string(),
        ArchiveError::OtherFolder { delivery: 5, path: path.clone() }.to_string(),
        ArchiveError::FolderStands { delivery: 5, path }.to_string(),
        Untold::NoOriginal.to_string(),
        Untold::NoInputsOfNotice { notice: 7 }.to_string(),
        Untold::OtherNotice { notice: 7 }.to_string(),
        Untold::OtherVersions { notice: Some(7), made_by: Box::new(versions_of_before()) }.to_string(),
        "5:abc".parse::<Head>().unwrap_err().to_string(),
    ];
    insta::assert_snapshot!(errors.join("\n"), @"
    /srv/A-1 is there already, and is never overwritten; give another place, or move it away
    /srv/log.sqlite-journal is a name that the log beside it needs for itself; keep the log elsewhere
    / has no name of its own; give the path of the folder to be written
    /srv is not there; mount it, or make it if it is lost for good
    /srv/A-1 cannot be written (No space left on device (os error 28)); mend what the system says, or give another place
    there is no log of disclosures at /srv/A-1; check the path, or create a log there
    /srv/A-1 is there already; open it if it is the log, or create one elsewhere
    the folder of /srv/A-1 is not there; make it first, or check the path
    /srv/A-1 is no log of disclosures; check the path
    /srv/A-1 is a log of version 1, and this library keeps version 2; use the release that made it
    /srv/A-1 is being written by another process; try again
    entry 5 of /srv/A-1 cannot be read: it was changed, or another version of the library wrote it; verify the log
    entry 8 was changed, or another key of that name was given; give the right keys, or verify the log
    entry 8 is under key `2026-a`, which was not given; give the old keys of the log too
    entry 8 was written by another version of the library; use that release
    the database of /srv/A-1 did not keep entry 8; verify the log for a guard that is not its own
    the offset of the instant, +01:00:01, is not of whole minutes; give another
    /srv/A-1 cannot be used (No space left on device (os error 28)); mend what the system says
    delivery 5, of request `A-1`, was begun and not ended; resume or abandon it
    a delivery on 2026-02-10 was asked, but delivery 5 was made on 2026-02-11; deliver on that day or a later one
    delivery 5 was begun and not ended: /srv/A-1 is being written by another process; try again; then resume or abandon it
    the log has no delivery 5; give the number of an entry with an intent
    delivery 5 is done; only one that was begun and not ended can be resumed or abandoned
    nothing is wrong with delivery 5 by the recall, or it cannot be told; there is no notice to give
    the log tells more of delivery 5 than when it was recalled, or is another log; recall again
    a notice at 2026-03-01 12:00:00 +01:00 was asked, but the last entry about delivery 5 is of 2026-03-02 12:00:00 +01:00; give that instant or a later one, on that day or a later one
    delivery 5 was begun at 2026-02-10 12:00:00 +01:00, and is to be settled at 2026-02-09 12:00:00 +01:00; give that instant or a later one
    delivery 5 was begun for 2026-02-10 and its folder is not there; on 2026-02-11 the request must be judged anew: abandon the delivery, and deliver again
    the folder of delivery 5 is not there; give the inputs of the delivery, or abandon it
    these are not the inputs of delivery 5: on the receipt counts, digests would differ; give those of the delivery, or abandon it
    /srv/A-1 is not the folder of delivery 5; move it away
    /srv/A-1 is there, so delivery 5 cannot be abandoned; resume it
    the inputs of the delivery were not given; keep those of every delivery
    the corrected inputs of notice 7 were not given; keep those of every notice
    these are not the corrected inputs of notice 7; give those by which it was given
    the inputs are the right ones, but what was told was made of them by library 0.0.9, rules of 2025-06-01, REFNIS 2025-01-01, calendars of 2024-01-01; ask this of that release, since here something else follows from them
    the head of a log is the number of an entry, a colon and 64 hexadecimal digits; 5 characters were given that are none; give the text of a head as it was kept
    ");
}

#[test]
fn sentences_of_breaks() {
    let head: Head = "5:8e5b39555b3ab343fec522ae03cfca02fdb7ad3d2519c927da7026253ea7a8ce".parse().unwrap();
    let breaks = [
        Break::Missing { first: 2, last: 2 },
        Break::Missing { first: 2, last: 5 },
        Break::Changed { sequence: 2 },
        Break::Moved { sequence: 2, from: 5 },
        Break::Unlinked { sequence: 2 },
        Break::Repeated { sequence: 2 },
        Break::KeyNotGiven { sequence: 2, key: "2026-a".parse().unwrap() },
        Break::OtherVersion { sequence: 2 },
        Break::CutOff { head, last: 3 },
        Break::OtherHead { head },
    ];
    let sentences: Vec<String> = breaks.iter().map(|one| format!("{}: {one}", one.code())).collect();
    insta::assert_snapshot!(sentences.join("\n"), @r"
    missing: entry 2 was removed
    missing: entries 2 to 5 were removed
    changed: entry 2 was changed
    moved: entry 2 stood at 5
    unlinked: entry 2 followed another entry than the one before it
    repeated: entry 2 stands there twice
    key_not_given: entry 2 is under key `2026-a`, which was not given
    other_version: entry 2 was written by another version of the library; use that release
    cut_off: the log ends with entry 3, and had entry 5: its end was cut off
    other_head: entry 5 is not the one that was kept as head: the log was cut off before it
    ");
}

#[test]
fn texts_that_are_no_head() {
    let mac = "8e5b39555b3ab343fec522ae03cfca02fdb7ad3d2519c927da7026253ea7a8ce";
    for text in
        ["", ":", "5", mac, &format!("0:{mac}"), &format!("-1:{mac}"), &format!("+1:{mac}"), &format!("5:{mac}0")]
    {
        assert!(text.parse::<Head>().is_err(), "{text}");
    }
    assert!(format!(" 5:{mac}\n").parse::<Head>().is_ok());
}
