//! Delivering into the archive: one call, the year's limit, and what was begun and not ended.

use std::fs;

use chrono::{DateTime, FixedOffset};
use inburgering::{DeliverError, DeliveryError, Handover, RefusalCode, RequestRecord, RequestState, YearRule};
use inburgering_archive::{
    Archive, ArchiveError, Archived, DeliveryState, DisclosureLog, Event, FolderError, LogError, Settlement, Step,
};

use crate::samples::{ANNA, BORIS, DINA, FILES, Facts, Place, Sample, caseload, day, names, noon, protocols, states};

#[test]
fn one_call_writes_the_folder_and_the_log() {
    let place = Place::new();
    let (archive, sample) = (place.archive(), Sample::gent());
    let archived = sample.deliver(&archive).unwrap();
    let receipt = archived.folder.join("receipt.json");
    let mut handed_over: Vec<_> = archived.for_municipality().collect();
    assert!(!handed_over.contains(&receipt) && handed_over.iter().all(|file| file.is_file()));
    handed_over.push(receipt);
    handed_over.sort();
    assert_eq!(handed_over, FILES.map(|name| archived.folder.join(name)));
    let Archived { delivery, folder, number, entry, .. } = archived;
    assert_eq!(folder, place.folder().join("A-1"));
    assert_eq!(names(&place.folder()), ["A-1"]);
    assert_eq!(names(&folder), FILES);
    assert_eq!(fs::read_to_string(folder.join("list.csv")).unwrap(), delivery.list.to_csv());
    assert_eq!(fs::read_to_string(folder.join("cover-note.txt")).unwrap(), delivery.cover_note.to_string());
    let receipt: inburgering::Receipt =
        serde_json::from_str(&fs::read_to_string(folder.join("receipt.json")).unwrap()).unwrap();
    assert_eq!(receipt, delivery.receipt);
    let on_list: Vec<String> = delivery.list.rows().iter().map(|row| row.insz().to_string()).collect();
    assert_eq!(on_list, [BORIS, ANNA, DINA]);
    assert_eq!(delivery.history.state_on(sample.request.id(), sample.on), Some(RequestState::Delivered));

    let entries = place.log().entries().unwrap();
    assert_eq!(entries.len(), 2);
    assert_eq!((entries[0].sequence, number), (1, 1));
    let Event::Intended(intent) = &entries[0].event else { panic!("{:?}", entries[0]) };
    assert_eq!((&intent.request, &intent.receipt, intent.folder.as_str()), (&sample.request, &receipt, "A-1"));
    assert_eq!(entries[1], entry);
    assert_eq!((&entry.event, entry.sequence, entry.at), (&Event::Done { delivery: 1 }, 2, noon(sample.on)));
    assert_eq!(place.log().unfinished().unwrap(), []);
}

#[test]
fn a_folder_that_is_there_is_never_overwritten_and_nothing_is_logged() {
    let place = Place::new();
    let path = place.folder().join("A-1");
    fs::create_dir_all(&path).unwrap();
    let refused = Sample::gent().deliver(&place.archive()).unwrap_err();
    assert_eq!(refused, ArchiveError::Folder(FolderError::AlreadyThere { path: path.clone() }));
    assert_eq!(names(&path), Vec::<String>::new());
    assert_eq!(place.log().entries().unwrap(), []);
}

fn refusals(error: &ArchiveError) -> Vec<RefusalCode> {
    match error {
        ArchiveError::Deliver(DeliverError::Refused { assessment }) => {
            assessment.refusals().iter().map(inburgering::Refusal::code).collect()
        }
        _ => panic!("{error}"),
    }
}

#[test]
fn the_log_holds_the_year_though_the_callers_history_knows_nothing() {
    let place = Place::new();
    Sample::gent().deliver(&place.archive()).unwrap();
    // The day before the year has passed, the day, the day after; by calendar year and by twelve months.
    for (year, received_on, granted) in [
        (YearRule::Calendar, "2026-12-31", false),
        (YearRule::Calendar, "2027-01-01", true),
        (YearRule::RollingTwelveMonths, "2027-02-01", false),
        (YearRule::RollingTwelveMonths, "2027-02-02", true),
    ] {
        let again = Place::new();
        fs::copy(place.log_path(), again.log_path()).unwrap();
        let sample = Sample::new("A-9", "44021", received_on, received_on).year(year);
        match sample.deliver(&again.archive()) {
            Ok(_) => assert!(granted, "{year:?} {received_on}"),
            Err(error) => {
                assert!(!granted, "{year:?} {received_on}: {error}");
                assert_eq!(refusals(&error), [RefusalCode::AlreadyRequested]);
                assert!(error.to_string().contains("A-1"), "{error}");
            }
        }
    }
}

#[test]
fn a_successor_inherits_what_its_predecessors_got() {
    // Moerbeke went into Lokeren on 2025-01-01, whose legal person goes on under another code.
    let place = Place::new();
    Sample::new("M", "44045", "2024-12-02", "2024-12-10").deliver(&place.archive()).unwrap();
    let mut lokeren = Sample::new("L", "46029", "2025-01-02", "2025-01-02").year(YearRule::RollingTwelveMonths);
    lokeren.protocols = protocols(&["46014", "44045"]);
    let refused = lokeren.deliver(&place.archive()).unwrap_err();
    assert_eq!(refusals(&refused), [RefusalCode::AlreadyRequested]);
    lokeren.options.year = YearRule::Calendar;
    lokeren.deliver(&place.archive()).unwrap();
}

#[test]
fn the_callers_history_counts_too_and_one_request_is_delivered_once() {
    let place = Place::new();
    let first = Sample::gent().deliver(&place.archive()).unwrap();
    let elsewhere = Place::new();
    let mut second = Sample::new("A-3", "44021", "2026-03-02", "2026-03-03");
    second.history = first.delivery.history;
    assert_eq!(refusals(&second.deliver(&elsewhere.archive()).unwrap_err()), [RefusalCode::AlreadyRequested]);

    let again = Sample { on: day("2026-02-11"), ..Sample::gent() }.deliver(&place.archive()).unwrap_err();
    let delivered_before = |error: &ArchiveError| {
        matches!(error, ArchiveError::Deliver(DeliverError::NotDeliverable(DeliveryError::AlreadyDelivered { .. })))
    };
    assert!(delivered_before(&again), "{again}");
    assert_eq!(place.log().entries().unwrap().len(), 2);
}

/// What the caller's history says of a delivered request, or of another of its name, takes nothing from the log.
#[test]
fn where_the_callers_history_differs_the_log_is_right() {
    let place = Place::new();
    let first = Sample::gent();
    let _ = first.deliver(&place.archive()).unwrap();
    let mut withdrawn = RequestRecord::new(first.request.clone());
    withdrawn.take(RequestState::Withdrawn, day("2026-02-03")).unwrap();
    let mut of_brugge = RequestRecord::new(Sample::new("A-1", "31005", "2026-02-02", "2026-02-10").request);
    of_brugge.take(RequestState::Granted, day("2026-02-03")).unwrap();
    of_brugge.take(RequestState::Delivered, day("2026-02-10")).unwrap();
    for record in [withdrawn, of_brugge] {
        let mut second = Sample::new("A-3", "44021", "2026-03-02", "2026-03-03");
        second.history.add(record).unwrap();
        assert_eq!(refusals(&second.deliver(&place.archive()).unwrap_err()), [RefusalCode::AlreadyRequested]);
    }
    assert_eq!(states(&place.log()).len(), 1);
}

#[test]
fn the_log_goes_forward() {
    let place = Place::new();
    Sample::brugge().deliver(&place.archive()).unwrap();
    // Of another municipality, a later day is no reason.
    Sample::gent().deliver(&place.archive()).unwrap();
    let before = Sample::new("A-8", "31005", "2026-02-03", "2026-02-10").deliver(&place.archive()).unwrap_err();
    let (on, last_on) = (day("2026-02-10"), day("2026-02-11"));
    assert_eq!(before, ArchiveError::Backdated { on, last_on, delivery: 1 });
}

/// An archive in which the delivery to Gent was begun, and nothing of it stands there.
fn begun(place: &Place) -> Archive {
    let archive = place.archive();
    // Something comes into its way between the intent and the folder.
    let in_the_way = |step| {
        if step == Step::Intended {
            IN_THE_WAY.with_borrow(|path| fs::create_dir_all(path).unwrap());
        }
    };
    let path = place.folder().join("A-1");
    IN_THE_WAY.set(path.clone());
    let error = Sample::gent().deliver(&archive.clone().watched_by(in_the_way)).unwrap_err();
    let there = ArchiveError::Folder(FolderError::AlreadyThere { path: path.clone() });
    assert_eq!(error, ArchiveError::Interrupted { delivery: 1, error: Box::new(there) });
    assert_eq!(names(&path), Vec::<String>::new());
    assert_eq!(names(&place.folder()), ["A-1"]);
    archive
}

thread_local! {
    static IN_THE_WAY: std::cell::RefCell<std::path::PathBuf> = std::cell::RefCell::default();
}

#[test]
fn what_was_begun_takes_the_year_and_is_named() {
    let place = Place::new();
    let archive = begun(&place);
    let log = place.log();
    let unfinished = log.unfinished().unwrap();
    assert_eq!((unfinished.len(), unfinished[0].delivery, unfinished[0].state), (1, 1, DeliveryState::Intended));
    assert_eq!(log.verify(&[crate::samples::key()], None).unwrap().unfinished, unfinished);

    let again = Sample::gent().deliver(&archive).unwrap_err();
    let request = "A-1".parse().unwrap();
    assert_eq!(again, ArchiveError::Unfinished { request, delivery: 1 });
    let other = Sample::new("A-3", "44021", "2026-03-02", "2026-03-03").deliver(&archive).unwrap_err();
    assert_eq!(refusals(&other), [RefusalCode::AlreadyRequested]);
    // Another municipality is not concerned.
    Sample::brugge().deliver(&archive).unwrap();
}

#[test]
fn what_was_begun_is_written_again_from_the_same_inputs() {
    let place = Place::new();
    let archive = begun(&place);
    let (path, sample) = (place.folder().join("A-1"), Sample::gent());
    // What stands in its way is no folder of ours.
    let other = archive.resume(1, None, sample.settlement()).unwrap_err();
    assert_eq!(other, ArchiveError::OtherFolder { delivery: 1, path: path.clone() });
    assert_eq!(archive.abandon(1, sample.settlement()).unwrap_err(), other);
    fs::remove_dir(&path).unwrap();

    let without = archive.resume(1, None, sample.settlement()).unwrap_err();
    assert_eq!(without, ArchiveError::InputsNeeded { delivery: 1 });
    let corrected = Sample { caseload: caseload(Facts::Corrected), ..sample.clone() };
    let others = corrected.with_inputs(|inputs| archive.resume(1, Some(inputs), sample.settlement())).unwrap_err();
    assert_eq!(
        others.to_string(),
        "these are not the inputs of delivery 1: on the receipt counts, digests would differ; give those of the delivery, or abandon it"
    );
    let mut asked_otherwise = sample.clone();
    asked_otherwise.request = asked_otherwise.request.clone().through(inburgering::Door::StandardProtocolAndData);
    let asked = asked_otherwise.with_inputs(|inputs| archive.resume(1, Some(inputs), sample.settlement())).unwrap_err();
    assert_eq!(asked, ArchiveError::OtherInputs { delivery: 1, differing: vec!["request".into()] });
    assert_eq!(names(&place.folder()), Vec::<String>::new());

    let done = sample.with_inputs(|inputs| archive.resume(1, Some(inputs), sample.settlement())).unwrap();
    assert_eq!((done.sequence, done.event), (2, Event::Done { delivery: 1 }));
    assert_eq!(names(&path), FILES);
    let alone = Place::new();
    let straight = sample.deliver(&alone.archive()).unwrap();
    for name in names(&path) {
        assert_eq!(fs::read(path.join(&name)).unwrap(), fs::read(straight.folder.join(&name)).unwrap(), "{name}");
    }
    let ended = archive.resume(1, None, sample.settlement()).unwrap_err();
    assert_eq!(ended, ArchiveError::Ended { delivery: 1, state: DeliveryState::Done });
    assert_eq!(archive.abandon(1, sample.settlement()).unwrap_err(), ended);
}

/// The settlement of a delivery at another instant.
fn settled_at<'a>(sample: &'a Sample, at: &str) -> Settlement<'a> {
    Settlement { at: DateTime::parse_from_rfc3339(at).unwrap(), ..sample.settlement() }
}

#[test]
fn what_was_begun_is_written_again_on_the_day_of_delivery_alone() {
    let sample = Sample::gent();
    for (at, written) in [
        ("2026-02-10T12:00:00+01:00", true),
        ("2026-02-10T23:59:59+01:00", true),
        ("2026-02-11T00:00:00+01:00", false),
        ("2027-06-01T12:00:00+02:00", false),
    ] {
        let place = Place::new();
        let archive = begun(&place);
        fs::remove_dir(place.folder().join("A-1")).unwrap();
        let settlement = settled_at(&sample, at);
        let resumed = sample.with_inputs(|inputs| archive.resume(1, Some(inputs), settlement));
        assert_eq!(names(&place.folder()).len(), usize::from(written), "{at}");
        if written {
            assert_eq!(resumed.unwrap().at, settlement.at);
        } else {
            let (on, day) = (day("2026-02-10"), settlement.at.date_naive());
            assert_eq!(resumed, Err(ArchiveError::DayPassed { delivery: 1, on, day }), "{at}");
            let _ = archive.abandon(1, settlement).unwrap();
        }
    }
}

#[test]
fn nothing_is_settled_before_it_was_begun() {
    let place = Place::new();
    let (archive, sample) = (begun(&place), Sample::gent());
    fs::remove_dir(place.folder().join("A-1")).unwrap();
    // 11.59.59 in Belgium, written in another zone.
    let early = settled_at(&sample, "2026-02-10T12:59:59+02:00");
    let refused = ArchiveError::BeforeBegun { delivery: 1, begun_at: sample.handover().delivered_at, at: early.at };
    assert_eq!(sample.with_inputs(|inputs| archive.resume(1, Some(inputs), early)), Err(refused.clone()));
    assert_eq!(archive.abandon(1, early), Err(refused));
    assert_eq!(states(&place.log()), [("A-1".into(), "intended")]);
}

/// RFC 3339 has no place for them, so the log would tell another instant.
#[test]
fn nothing_is_done_at_an_instant_with_seconds_in_its_offset() {
    let place = Place::new();
    let (archive, sample) = (begun(&place), Sample::gent());
    fs::remove_dir(place.folder().join("A-1")).unwrap();
    let other = Sample::new("A-2", "31005", "2026-02-02", "2026-02-10");
    let (assessment, placed) = (other.assessment(), other.placed());
    let at = |seconds| noon(sample.on).with_timezone(&FixedOffset::east_opt(seconds).unwrap());
    let deliver =
        |at| archive.deliver(&assessment, &placed, other.records(), Handover { delivered_at: at, ..other.handover() });
    for at in [at(3599), at(3601), at(-3601)] {
        let (offset, settlement) = (*at.offset(), Settlement { at, ..sample.settlement() });
        let refused = ArchiveError::Log(LogError::TimeZoneOffset { offset });
        assert_eq!(archive.abandon(1, settlement), Err(refused.clone()));
        assert_eq!(sample.with_inputs(|inputs| archive.resume(1, Some(inputs), settlement)), Err(refused));
        assert_eq!(deliver(at).unwrap_err(), DeliverError::TimeZoneOffset { offset }.into());
        assert_eq!(states(&place.log()), [("A-1".into(), "intended")]);
        assert_eq!(names(&place.folder()), Vec::<String>::new());
    }
    // Of hours and minutes, as in India.
    let _ = deliver(at(19_800)).unwrap();
    let _ = archive.abandon(1, Settlement { at: at(19_800), ..sample.settlement() }).unwrap();
}

#[test]
fn a_folder_that_stands_is_told_on_any_later_day() {
    let place = Place::new();
    let (archive, sample) = (place.archive(), Sample::gent());
    let end_here = |step| assert!(step != Step::Renamed, "killed");
    let killed = archive.clone().watched_by(end_here);
    std::thread::scope(|scope| scope.spawn(|| sample.deliver(&killed)).join()).unwrap_err();
    assert_eq!(states(&place.log()), [("A-1".into(), "intended")]);
    assert_eq!(names(&place.folder().join("A-1")), FILES);
    let _ = archive.resume(1, None, settled_at(&sample, "2026-03-02T09:00:00+01:00")).unwrap();
    assert_eq!(states(&place.log()), [("A-1".into(), "done")]);
}

#[test]
fn a_request_of_any_name_can_be_delivered() {
    let place = Place::new();
    let name = "Aanvraag van het stadsbestuur: é, è en ë. ".repeat(5);
    let sample = Sample::new(&name.trim_end()[..197], "44021", "2026-02-02", "2026-02-10");
    let archived = sample.deliver(&place.archive()).unwrap();
    assert_eq!(names(&archived.folder), FILES);
}

#[test]
fn what_was_abandoned_takes_no_year() {
    let place = Place::new();
    let (archive, sample) = (begun(&place), Sample::gent());
    fs::remove_dir(place.folder().join("A-1")).unwrap();
    let abandoned = archive.abandon(1, sample.settlement()).unwrap();
    assert_eq!(abandoned.event, Event::Abandoned { delivery: 1 });
    assert_eq!(
        archive.resume(1, None, sample.settlement()).unwrap_err().to_string(),
        "delivery 1 is abandoned; only one that was begun and not ended can be resumed or abandoned"
    );
    // The same request, or another of the year.
    let again = sample.deliver(&archive).unwrap();
    assert_eq!(again.number, 3);
    assert_eq!(states(&place.log()), [("A-1".into(), "abandoned"), ("A-1".into(), "done")]);
}

#[test]
fn a_delivery_that_is_abandoned_meanwhile_does_not_appear() {
    let place = Place::new();
    let archive = place.archive();
    // Between its intent and its folder, somebody gives it up.
    let give_up = |step| {
        if step == Step::Intended {
            let (archive, sample) = (ARCHIVE.with_borrow(|archive| archive.clone().unwrap()), Sample::gent());
            archive.abandon(1, sample.settlement()).unwrap();
        }
    };
    ARCHIVE.set(Some(archive.clone()));
    let error = Sample::gent().deliver(&archive.watched_by(give_up)).unwrap_err();
    let ended = ArchiveError::Ended { delivery: 1, state: DeliveryState::Abandoned };
    assert_eq!(error, ArchiveError::Interrupted { delivery: 1, error: Box::new(ended) });
    assert_eq!(names(&place.folder()), Vec::<String>::new());
    assert_eq!(states(&place.log()), [("A-1".into(), "abandoned")]);
}

thread_local! {
    static ARCHIVE: std::cell::RefCell<Option<Archive>> = const { std::cell::RefCell::new(None) };
}

#[test]
fn a_day_before_a_delivery_to_what_it_became_is_refused_and_of_others_not() {
    let place = Place::new();
    let archive = place.archive();
    let delivered = Sample::new("B-1", "46029", "2025-02-03", "2025-02-10").deliver(&archive).unwrap();
    for (id, code) in [("B-2", "46014"), ("B-3", "44045")] {
        let refused = Sample::new(id, code, "2024-11-25", "2024-12-02").deliver(&archive).unwrap_err();
        let (on, last_on) = (day("2024-12-02"), day("2025-02-10"));
        assert_eq!(refused, ArchiveError::Backdated { on, last_on, delivery: delivered.number });
    }
    // Beveren-Kruibeke-Zwijndrecht came of others.
    Sample::new("B-4", "46013", "2024-11-25", "2024-12-02").deliver(&archive).unwrap();
}

#[test]
fn a_number_that_is_no_delivery_is_refused() {
    let place = Place::new();
    let sample = Sample::gent();
    sample.deliver(&place.archive()).unwrap();
    for delivery in [0, 2, 3] {
        let refused = place.archive().abandon(delivery, sample.settlement()).unwrap_err();
        assert_eq!(refused, ArchiveError::NoSuchDelivery { delivery });
    }
}

#[test]
fn a_log_that_vanished_is_not_begun_anew() {
    let place = Place::new();
    let archive = place.archive();
    Sample::gent().deliver(&archive).unwrap();
    fs::remove_file(place.log_path()).unwrap();
    let gone = LogError::NotThere { path: place.log_path() };
    assert_eq!(Sample::brugge().deliver(&archive).unwrap_err(), ArchiveError::Log(gone.clone()));
    assert_eq!(archive.log().deliveries(), Err(gone));
    assert!(!place.log_path().exists());
    assert_eq!(names(&place.folder()), ["A-1"]);
}

/// SQLite makes files of these names beside the log, or reads in them what a killed process left.
#[test]
fn no_delivery_takes_the_name_of_a_file_of_the_log() {
    for name in ["log-journal", "log-wal", "LOG-shm"] {
        let place = Place::new();
        let beside = DisclosureLog::create(place.root().join("log")).unwrap();
        let sample = Sample::new(name, "44021", "2026-02-02", "2026-02-10");
        let refused = sample.deliver(&Archive::new(place.root(), beside.clone())).unwrap_err();
        let path = place.root().join(name);
        assert_eq!(refused, FolderError::OfTheLog { path: path.clone() }.into());
        assert!(!path.exists());
        assert_eq!(beside.entries().unwrap(), []);
        // Nor through a link to the log.
        #[cfg(unix)]
        {
            let link = place.root().join("current");
            std::os::unix::fs::symlink(place.root().join("log"), &link).unwrap();
            let linked = DisclosureLog::open(link).unwrap();
            let refused = sample.deliver(&Archive::new(place.root(), linked)).unwrap_err();
            assert_eq!(refused, FolderError::OfTheLog { path: path.clone() }.into());
        }
        // Elsewhere it is a name as any other.
        let elsewhere = place.root().join("deliveries");
        let _ = sample.deliver(&Archive::new(elsewhere, beside.clone())).unwrap();
        assert_eq!(states(&beside), [(name.into(), "done")]);
    }
    // A file of an ending has no name of a request.
    let place = Place::new();
    let beside = DisclosureLog::create(place.root().join("log.sqlite")).unwrap();
    let sample = Sample::new("log.sqlite-journal", "44021", "2026-02-02", "2026-02-10");
    let archived = sample.deliver(&Archive::new(place.root(), beside)).unwrap();
    assert_eq!(archived.folder, place.root().join("log%2Esqlite-journal"));
}
