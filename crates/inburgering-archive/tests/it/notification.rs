//! Notices: what is logged before it is given, and what the next recall and the participant learn of it.

use chrono::DateTime;
use inburgering::{
    Caseload, DigestKey, DossierText, Recall, RecallNotice, RecallNoticeError, Register, ReplacementText,
    ResidenceText, UnreadableRows, Withheld,
};
use inburgering_archive::{
    Archive, ArchiveError, DisclosedBy, Disclosures, EventKind, Notified, Recalls, Settlement, Untold, Wanted,
    disclosures_of, recall_all,
};
use rusqlite::Connection;

use crate::log::forge;
use crate::samples::{
    ANNA, BORIS, CHLOE, DINA, DINA_BEFORE, Facts, Place, Sample, caseload, day, key, noon, operator, protocols,
    versions_of_before,
};

/// A delivery to Gent and one to Brugge.
fn two() -> Place {
    let place = Place::new();
    Sample::gent().deliver(&place.archive()).unwrap();
    Sample::brugge().deliver(&place.archive()).unwrap();
    place
}

/// The inputs of the deliveries, and those of the first notices on them.
fn archived(wanted: &Wanted<'_>) -> Option<Caseload> {
    match wanted.name().as_str() {
        "A-1" | "A-2" => Some(caseload(Facts::Original)),
        "A-1/notice-1" | "A-2/notice-1" => Some(caseload(Facts::Corrected)),
        "A-1/notice-2" | "A-2/notice-2" => Some(caseload(Facts::Original)),
        _ => None,
    }
}

fn recalled(place: &Place, facts: Facts) -> Recalls {
    recall_all(&place.log(), archived, &caseload(facts), &[key()]).unwrap()
}

/// Gives the notice of each delivery that is wrong, on the day.
fn notify(archive: &Archive, recalls: &Recalls, register: &Register, on: &str) -> Vec<Notified> {
    let (operator, key) = (operator(), key());
    let settlement = Settlement { operator: &operator, at: noon(day(on)), key: &key };
    recalls.to_notify().map(|one| archive.notify(one, register, settlement).unwrap()).collect()
}

fn both() -> Register {
    protocols(&["44021", "31005"])
}

fn asked(place: &Place, number: &str, originals: impl FnMut(&Wanted<'_>) -> Option<Caseload>) -> Disclosures {
    disclosures_of(&[number.parse().unwrap()], &place.log(), originals, &[key()]).unwrap()
}

fn told(found: &Disclosures) -> Vec<(u64, DisclosedBy, String)> {
    found.disclosed.iter().map(|one| (one.delivery, one.by, one.municipality.name().to_owned())).collect()
}

fn sizes(notice: &RecallNotice) -> [usize; 3] {
    [notice.delete.len(), notice.add.len(), notice.correct.len()]
}

#[test]
fn a_notice_is_logged_and_then_nothing_is_wrong_any_more() {
    let place = two();
    let recalls = recalled(&place, Facts::Corrected);
    let given = notify(&place.archive(), &recalls, &both(), "2026-03-02");
    assert_eq!(given.iter().map(|one| sizes(&one.notice)).collect::<Vec<_>>(), [[1, 0, 1], [1, 1, 0]]);
    let log = place.log();
    let entries = log.entries().unwrap();
    let last: Vec<_> = entries[4..].iter().map(|entry| (entry.sequence, entry.event.kind())).collect();
    assert_eq!(last, [(5, EventKind::Noticed), (6, EventKind::Noticed)]);
    assert_eq!(given[1].entry.as_ref(), entries.last());
    let logged = log.deliveries().unwrap();
    let receipt = &logged[1].notices[0].receipt;
    assert_eq!((receipt.deleted, receipt.added, receipt.corrected), (1, 1, 0));
    assert_eq!((receipt.municipality.name(), receipt.given_on), ("Brugge", day("2026-03-02")));
    assert!(log.verify(&[key()], None).unwrap().is_whole());
    // The municipalities hold now what they should.
    let again = recalled(&place, Facts::Corrected);
    assert_eq!(again.wrong().count(), 0);
    // One that did not arrive is found again, as it was.
    let found: Vec<&RecallNotice> = again.recalled.iter().flat_map(|one| one.given()).collect();
    assert_eq!(
        found.iter().map(ToString::to_string).collect::<Vec<_>>(),
        given.iter().map(|one| one.notice.to_string()).collect::<Vec<_>>()
    );
    assert_eq!(given[1].inputs.as_deref(), Some("A-2/notice-1"));
}

#[test]
fn a_later_recall_holds_what_the_municipality_was_told_against_the_inputs() {
    let place = two();
    let archive = place.archive();
    let _ = notify(&archive, &recalled(&place, Facts::Corrected), &both(), "2026-03-02");
    // All was right from the start.
    let again = recalled(&place, Facts::Original);
    let to_undo = notify(&archive, &again, &both(), "2026-03-09");
    assert_eq!(to_undo.iter().map(|one| sizes(&one.notice)).collect::<Vec<_>>(), [[0, 1, 1], [1, 1, 0]]);
    let text = again.to_string();
    assert!(text.contains("Al rechtgezet op 2 maart 2026; dit komt er nog bij.\n"), "{text}");
    assert_eq!(recalled(&place, Facts::Original).wrong().count(), 0);
    // And the participant is told all of it.
    let anna = asked(&place, ANNA, archived);
    let (gent, brugge) = ("Gent".to_owned(), "Brugge".to_owned());
    let expected = [
        (1, DisclosedBy::List, gent.clone()),
        (1, DisclosedBy::Deletion, gent.clone()),
        (1, DisclosedBy::Addition, gent),
        (3, DisclosedBy::Addition, brugge.clone()),
        (3, DisclosedBy::Deletion, brugge),
    ];
    assert_eq!(told(&anna), expected);
    assert_eq!(
        told(&asked(&place, BORIS, archived)).iter().map(|one| one.1).collect::<Vec<_>>(),
        [DisclosedBy::List, DisclosedBy::Correction, DisclosedBy::Correction]
    );
}

#[test]
fn the_participant_reads_of_notices_too() {
    let place = two();
    let _ = notify(&place.archive(), &recalled(&place, Facts::Corrected), &both(), "2026-03-02");
    let letter = asked(&place, ANNA, archived).letter().to_string();
    let end = letter.split("Opgezocht").last().unwrap();
    insta::assert_snapshot!(end, @r"
     voor: 85.07.30-901.33

    U stond op één lijst en in 2 rechtzettingen:

    Gemeente: Gent (44021)
    Meegedeeld op: 10 februari 2026 om 12.00 uur (UTC+01:00)
    Meegedeeld rijksregisternummer: 85.07.30-901.33
    Contract ondertekend: nee
    Attest behaald: nee
    Waarvoor: inburgeringsceremonie en buddywerking voor nieuwkomers
    Rechtsgrond: Decreet van 7 juni 2013 betreffende het Vlaamse integratie- en inburgeringsbeleid, art. 46/8, eerste lid, 4°, b) (van kracht vanaf 16 juni 2024)
    Protocol: P-44021; aanvraag: A-1
    De gemeente mag de lijst bewaren tot en met 9 februari 2027.

    Gemeente: Gent (44021)
    Meegedeeld op: 2 maart 2026 om 12.00 uur (UTC+01:00)
    Rechtzetting van de lijst van 10 februari 2026: de gemeente moet u van die lijst schrappen
    Meegedeeld rijksregisternummer: 85.07.30-901.33
    Waarom: wie uw gegevens kreeg, moet weten wat eraan fout was (artikel 19 van de Algemene Verordening Gegevensbescherming)
    Protocol: P-44021; aanvraag: A-1

    Gemeente: Brugge (31005)
    Meegedeeld op: 2 maart 2026 om 12.00 uur (UTC+01:00)
    Rechtzetting van de lijst van 11 februari 2026: u werd eraan toegevoegd
    Meegedeeld rijksregisternummer: 85.07.30-901.33
    Contract ondertekend: nee
    Attest behaald: nee
    Waarvoor: inburgeringsceremonie en buddywerking voor nieuwkomers
    Rechtsgrond: Decreet van 7 juni 2013 betreffende het Vlaamse integratie- en inburgeringsbeleid, art. 46/8, eerste lid, 4°, b) (van kracht vanaf 16 juni 2024)
    Protocol: P-31005; aanvraag: A-2
    De gemeente mag de lijst bewaren tot en met 10 februari 2027.
    ");
    // Chloë had died; her number was to be deleted.
    assert_eq!(asked(&place, CHLOE, archived).disclosed.len(), 2);
    let only_added = |wanted: &Wanted<'_>| archived(wanted).filter(|_| wanted.delivery.delivery == 3);
    let letter = asked(&place, ANNA, only_added).letter().to_string();
    assert!(
        letter.contains("U stond op geen enkele lijst, maar wel in één rechtzetting, voor zover we konden nagaan:\n"),
        "{letter}"
    );
}

#[test]
fn of_a_notice_whose_inputs_are_gone_or_others_it_is_said() {
    let place = two();
    let _ = notify(&place.archive(), &recalled(&place, Facts::Corrected), &both(), "2026-03-02");
    let gone = |wanted: &Wanted<'_>| archived(wanted).filter(|_| wanted.notice.is_none());
    let others = |wanted: &Wanted<'_>| {
        let facts = if wanted.notice.is_some() { Facts::Untied } else { Facts::Original };
        Some(caseload(facts))
    };
    let why = |originals: fn(&Wanted<'_>) -> Option<Caseload>| {
        let recalls = recall_all(&place.log(), originals, &caseload(Facts::Corrected), &[key()]).unwrap();
        recalls.untold().map(|(delivery, why)| (delivery.delivery, why.clone())).collect::<Vec<_>>()
    };
    // What Brugge and Gent hold cannot be told, so neither what is wrong with it.
    assert_eq!(why(gone), [(1, Untold::NoInputsOfNotice { notice: 5 }), (3, Untold::NoInputsOfNotice { notice: 6 })]);
    assert_eq!(why(others), [(1, Untold::OtherNotice { notice: 5 }), (3, Untold::OtherNotice { notice: 6 })]);
    // The list itself can.
    let found = asked(&place, ANNA, gone);
    assert_eq!((told(&found).len(), found.untold.len()), (1, 2));
    let letter = found.letter().to_string();
    assert!(
        letter.contains("- de rechtzetting op 2 maart 2026 (en eventuele latere) bij mededeling 1 aan Gent (44021)"),
        "{letter}"
    );
}

#[test]
fn what_is_withheld_is_not_logged_as_told_and_is_still_wrong() {
    let place = two();
    let recalls = recalled(&place, Facts::Corrected);
    // Brugge has no protocol any more: Anna is not added there.
    let given = notify(&place.archive(), &recalls, &protocols(&["44021"]), "2026-03-02");
    let brugge = "31005".parse().unwrap();
    assert_eq!(given[1].notice.withheld, [Withheld::NoProtocol { municipality: brugge, rows: 1 }]);
    assert_eq!(place.log().deliveries().unwrap()[1].notices[0].receipt.added, 0);
    assert_eq!(told(&asked(&place, ANNA, archived)).iter().filter(|one| one.0 == 3).count(), 0);
    let still = recalled(&place, Facts::Corrected);
    assert_eq!(still.wrong().map(|recall| recall.corrections.len()).collect::<Vec<_>>(), [1]);
    // Where nothing may be said, nothing is logged.
    let silent = notify(&place.archive(), &still, &protocols(&["44021"]), "2026-03-03");
    assert!(silent[0].notice.is_empty());
    assert_eq!((silent[0].entry.as_ref(), place.log().entries().unwrap().len()), (None, 6));
    // With a protocol she is, and the participant is told.
    let added = notify(&place.archive(), &recalled(&place, Facts::Corrected), &both(), "2026-03-04");
    assert_eq!(sizes(&added[0].notice), [0, 1, 0]);
    let in_turn =
        |wanted: &Wanted<'_>| Some(caseload(if wanted.notice.is_some() { Facts::Corrected } else { Facts::Original }));
    assert_eq!(told(&asked(&place, ANNA, in_turn)).iter().filter(|one| one.0 == 3).count(), 1);
}

#[test]
fn no_notice_is_given_by_a_recall_that_is_out_of_date() {
    let place = two();
    let archive = place.archive();
    let (recalls, register) = (recalled(&place, Facts::Corrected), both());
    let _ = notify(&archive, &recalls, &register, "2026-03-02");
    let sample = Sample::gent();
    let settlement = Settlement { at: noon(day("2026-03-03")), ..sample.settlement() };
    let second = archive.notify(&recalls.recalled[0], &register, settlement);
    assert_eq!(second, Err(ArchiveError::RecalledBefore { delivery: 1 }));
    assert_eq!(place.log().entries().unwrap().len(), 6);
    let right = recalled(&place, Facts::Corrected);
    let nothing = archive.notify(&right.recalled[0], &register, settlement);
    assert_eq!(nothing, Err(ArchiveError::NothingWrong { delivery: 1 }));
    let untold = recall_all(&place.log(), |_| None, &caseload(Facts::Corrected), &[key()]).unwrap();
    let nothing = archive.notify(&untold.recalled[0], &register, settlement);
    assert_eq!(nothing, Err(ArchiveError::NothingWrong { delivery: 1 }));
    let early = Settlement { at: noon(day("2026-02-09")), ..settlement };
    let before = RecallNoticeError::BeforeDelivery { on: day("2026-02-10"), given_on: day("2026-02-09") };
    let wrong_again = recalled(&place, Facts::Original);
    let refused = archive.notify(&wrong_again.recalled[0], &register, early);
    assert_eq!(refused, Err(ArchiveError::Notice(before)));
    // Nor before the last notice, by the instant or by the day; the others look back from it.
    let last_at = noon(day("2026-03-02"));
    for at in ["2026-03-01T12:00:00+01:00", "2026-03-02T11:59:59+01:00", "2026-03-01T23:59:59-12:00"] {
        let at = DateTime::parse_from_rfc3339(at).unwrap();
        let backdated = ArchiveError::NoticeBackdated { delivery: 1, at, last_at };
        assert_eq!(
            archive.notify(&wrong_again.recalled[0], &register, Settlement { at, ..settlement }),
            Err(backdated)
        );
    }
    let same_instant = archive.notify(&wrong_again.recalled[0], &register, Settlement { at: last_at, ..settlement });
    assert!(same_instant.unwrap().entry.is_some());
}

#[test]
fn no_notice_is_given_before_the_delivery_was_ended() {
    let place = two();
    let (sample, register) = (Sample::gent(), both());
    let wrong = recalled(&place, Facts::Corrected);
    let settled = |text: &str| Settlement { at: DateTime::parse_from_rfc3339(text).unwrap(), ..sample.settlement() };
    let last_at = noon(day("2026-02-10"));
    let early = settled("2026-02-10T11:59:59+01:00");
    let refused = ArchiveError::NoticeBackdated { delivery: 1, at: early.at, last_at };
    assert_eq!(place.archive().notify(&wrong.recalled[0], &register, early), Err(refused));
    let given = place.archive().notify(&wrong.recalled[0], &register, settled("2026-02-10T12:00:00+01:00"));
    assert!(given.unwrap().entry.is_some());
}

#[test]
fn of_two_notices_at_once_one_is_given() {
    let place = two();
    let (recalls, register) = (recalled(&place, Facts::Corrected), both());
    let results: Vec<_> = std::thread::scope(|scope| {
        let give = || {
            let sample = Sample::gent();
            let settlement = Settlement { at: noon(day("2026-03-03")), ..sample.settlement() };
            place.archive().notify(&recalls.recalled[0], &register, settlement)
        };
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(give)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let (given, refused): (Vec<_>, Vec<_>) = results.into_iter().partition(Result::is_ok);
    assert_eq!((given.len(), refused.len()), (1, 3));
    assert!(refused.iter().all(|one| *one == Err(ArchiveError::RecalledBefore { delivery: 1 })), "{refused:?}");
    assert_eq!(place.log().entries().unwrap().len(), 5);
}

#[test]
fn of_a_delivery_that_was_only_begun_no_notice_is_given() {
    let place = two();
    // The end of the second is not in the log.
    crate::log::tamper(&place.log_path(), "DELETE FROM entries WHERE sequence = 4");
    let recalls = recalled(&place, Facts::Corrected);
    assert_eq!((recalls.wrong().count(), recalls.to_notify().count()), (2, 1));
    let text = recalls.to_string();
    assert!(text.contains("niet zeker dat deze mededeling 3 de gemeente heeft bereikt"), "{text}");
    let (sample, register) = (Sample::brugge(), both());
    let settlement = Settlement { at: noon(day("2026-03-02")), ..sample.settlement() };
    let unfinished = ArchiveError::Unfinished { request: "A-2".parse().unwrap(), delivery: 3 };
    assert_eq!(place.archive().notify(&recalls.recalled[1], &register, settlement), Err(unfinished));
    // Once it is resumed, the recall is made again.
    let _ = place.archive().resume(3, None, settlement).unwrap();
    let before = place.archive().notify(&recalls.recalled[1], &register, settlement);
    assert_eq!(before, Err(ArchiveError::RecalledBefore { delivery: 3 }));
    assert_eq!(notify(&place.archive(), &recalled(&place, Facts::Corrected), &register, "2026-03-02").len(), 2);
}

#[test]
fn the_views_tell_of_notices() {
    let place = two();
    let _ = notify(&place.archive(), &recalled(&place, Facts::Corrected), &both(), "2026-03-02");
    let connection = Connection::open(place.log_path()).unwrap();
    let text = |sql: &str| -> String { connection.query_row(sql, [], |row| row.get(0)).unwrap() };
    let sql = "SELECT entry || ' ' || delivery || ' ' || municipality || ' ' || operator || ' ' || given_at || ' ' ||
        given_on || ' ' || deleted || ' ' || renumbered || ' ' || added || ' ' || corrected || ' ' || key FROM notices WHERE delivery = 3";
    insta::assert_snapshot!(text(sql), @"6 3 31005 operator 7 2026-03-02T12:00:00+01:00 2026-03-02 1 0 1 0 2026-a");
    assert_eq!(text("SELECT group_concat(state || notices) FROM deliveries"), "done1,done1");
}

/// A recall of one delivery, whatever else is wrong.
#[test]
fn a_notice_is_of_one_delivery() {
    let place = two();
    let recalls = recalled(&place, Facts::Corrected);
    let wrong: Vec<&Recall> = recalls.wrong().collect();
    assert_eq!(wrong.len(), 2);
    let (sample, register) = (Sample::gent(), both());
    let settlement = Settlement { at: noon(day("2026-03-02")), ..sample.settlement() };
    let one = place.archive().notify(&recalls.recalled[1], &register, settlement).unwrap();
    assert_eq!(one.notice.request.as_str(), "A-2");
    assert_eq!(recalled(&place, Facts::Corrected).wrong().count(), 1);
}

/// The inputs of a delivery, and those of every notice on it.
fn before_and_after(original: &Caseload, corrected: &Caseload) -> impl Fn(&Wanted<'_>) -> Option<Caseload> + Copy {
    move |wanted| Some(if wanted.notice.is_some() { corrected.clone() } else { original.clone() })
}

/// A person's number and municipality of residence, and another with the day from which they live there.
type Living<'a> = (&'a str, &'a str, Option<(&'a str, &'a str)>);

/// Dossiers of persons who live there.
fn living(persons: &[Living<'_>]) -> Caseload {
    let mut rows = Caseload::builder();
    for (row, &(insz, municipality, then)) in (2..).zip(persons) {
        rows.read_dossier(row, &DossierText { dossier: insz, insz, registered_on: "2024-01-08", ..Default::default() });
        let valid_until = then.map_or("", |(_, on)| on);
        rows.read_residence(row, &ResidenceText { insz, municipality, valid_until, ..Default::default() });
        if let Some((municipality, valid_from)) = then {
            rows.read_residence(row + 100, &ResidenceText { insz, municipality, valid_from, ..Default::default() });
        }
    }
    rows.build(UnreadableRows::Refused).unwrap()
}

#[test]
fn after_a_merger_the_successor_is_told_and_the_participant_reads_which_list_and_protocol_it_was() {
    // Moerbeke got the list in 2024, and went into Lokeren, which has a protocol of its own.
    let (original, corrected) =
        (living(&[(BORIS, "44021", None)]), living(&[(BORIS, "44021", None), (ANNA, "44045", None)]));
    let place = Place::new();
    let mut moerbeke = Sample::new("M-1", "44045", "2024-11-25", "2024-12-02");
    moerbeke.caseload = original.clone();
    moerbeke.deliver(&place.archive()).unwrap();
    let inputs = before_and_after(&original, &corrected);
    let recalls = recall_all(&place.log(), inputs, &corrected, &[key()]).unwrap();
    let given = notify(&place.archive(), &recalls, &protocols(&["46014"]), "2025-03-03");
    assert_eq!((given[0].notice.municipality.code().to_string().as_str(), given[0].notice.add.len()), ("46029", 1));
    let letter = asked(&place, ANNA, inputs).letter().to_string();
    let end = letter.split("Opgezocht").last().unwrap();
    insta::assert_snapshot!(end, @r"
     voor: 85.07.30-901.33

    U stond op geen enkele lijst, maar wel in één rechtzetting:

    Gemeente: Lokeren (46029)
    Meegedeeld op: 3 maart 2025 om 12.00 uur (UTC+01:00)
    Rechtzetting van de lijst van 2 december 2024 aan Moerbeke: u werd eraan toegevoegd
    Meegedeeld rijksregisternummer: 85.07.30-901.33
    Contract ondertekend: nee
    Attest behaald: nee
    Waarvoor: inburgeringsceremonie en buddywerking voor nieuwkomers
    Rechtsgrond: Decreet van 7 juni 2013 betreffende het Vlaamse integratie- en inburgeringsbeleid, art. 46/8, eerste lid, 4°, b) (van kracht vanaf 16 juni 2024)
    Protocol: P-46014; aanvraag: M-1
    De gemeente mag de lijst bewaren tot en met 1 december 2025.
    ");
    assert_eq!(recall_all(&place.log(), inputs, &corrected, &[key()]).unwrap().wrong().count(), 0);
}

#[test]
fn an_addition_rests_on_the_law_of_its_own_day() {
    // Delivered under article 20; the notice is given since article 46/8 is in force.
    let (original, corrected) =
        (living(&[(BORIS, "44021", None)]), living(&[(BORIS, "44021", None), (ANNA, "44021", None)]));
    let place = Place::new();
    let mut gent = Sample::new("G-1", "44021", "2024-06-03", "2024-06-14");
    gent.caseload = original.clone();
    gent.deliver(&place.archive()).unwrap();
    let inputs = before_and_after(&original, &corrected);
    let recalls = recall_all(&place.log(), inputs, &corrected, &[key()]).unwrap();
    let _ = notify(&place.archive(), &recalls, &protocols(&["44021"]), "2024-06-17");
    let bases =
        |number| asked(&place, number, inputs).disclosed.iter().map(|one| one.legal_basis.as_str()).collect::<Vec<_>>();
    assert_eq!((bases(BORIS), bases(ANNA)), (vec!["article_20"], vec!["article_46_8"]));
}

#[test]
fn who_is_there_no_more_is_not_told_and_the_next_recall_can_still_be_made() {
    let original = living(&[(BORIS, "44021", None)]);
    let corrected =
        living(&[(BORIS, "44021", None), (ANNA, "44021", Some(("31005", "2026-03-01"))), (CHLOE, "44021", None)]);
    let place = Place::new();
    let mut gent = Sample::gent();
    gent.caseload = original.clone();
    gent.deliver(&place.archive()).unwrap();
    let inputs = before_and_after(&original, &corrected);
    let recalls = recall_all(&place.log(), inputs, &corrected, &[key()]).unwrap();
    let given = notify(&place.archive(), &recalls, &both(), "2026-03-02");
    let gent = "44021".parse().unwrap();
    assert_eq!(
        (sizes(&given[0].notice), &given[0].notice.withheld),
        ([0, 1, 0], &vec![Withheld::NotThere { municipality: gent, rows: 1 }])
    );
    assert_eq!(told(&asked(&place, ANNA, inputs)), []);
    assert_eq!(told(&asked(&place, CHLOE, inputs)).len(), 1);
    let again = recall_all(&place.log(), inputs, &corrected, &[key()]).unwrap();
    assert_eq!(again.wrong().map(|recall| recall.corrections.len()).collect::<Vec<_>>(), [1]);
}

#[test]
fn notices_under_a_new_key_are_found_again_whichever_key_comes_first() {
    let place = two();
    let new = DigestKey::new("2027-a", &[9; 32]).unwrap();
    let archive = place.archive().with_old_keys([key()]);
    let recalls = recalled(&place, Facts::Corrected);
    let (operator, register) = (operator(), both());
    let settlement = Settlement { operator: &operator, at: noon(day("2026-03-02")), key: &new };
    for one in recalls.to_notify() {
        let _ = archive.notify(one, &register, settlement).unwrap();
    }
    let logged = place.log().deliveries().unwrap();
    assert_eq!(logged[0].notices[0].receipt.digests.key, *new.id());
    for keys in [[new.clone(), key()], [key(), new.clone()]] {
        let again = recall_all(&place.log(), archived, &caseload(Facts::Corrected), &keys).unwrap();
        assert_eq!((again.wrong().count(), again.untold().count()), (0, 0));
    }
}

#[test]
fn after_a_notice_that_cannot_be_told_no_later_one_is() {
    let place = two();
    for (facts, on) in
        [(Facts::Corrected, "2026-03-02"), (Facts::Untied, "2026-03-09"), (Facts::Corrected, "2026-03-16")]
    {
        let in_turn = |wanted: &Wanted<'_>| Some(inputs_in_turn(wanted));
        let recalls = recall_all(&place.log(), in_turn, &caseload(facts), &[key()]).unwrap();
        assert_eq!(notify(&place.archive(), &recalls, &both(), on).len(), 2);
    }
    let without_second = |wanted: &Wanted<'_>| (!wanted.name().ends_with("notice-2")).then(|| inputs_in_turn(wanted));
    let found = asked(&place, ANNA, without_second);
    let by: Vec<_> = found.disclosed.iter().map(|one| (one.delivery, one.by)).collect();
    assert_eq!(by, [(1, DisclosedBy::List), (1, DisclosedBy::Deletion), (3, DisclosedBy::Addition)]);
    let second = |at: usize| Untold::NoInputsOfNotice { notice: found.untold[at].0.notices[1].notice };
    assert_eq!([&found.untold[0].1, &found.untold[1].1], [&second(0), &second(1)]);
    let recalls = recall_all(&place.log(), without_second, &caseload(Facts::Corrected), &[key()]).unwrap();
    assert_eq!((recalls.untold().count(), recalls.recalled[0].given().len()), (2, 1));
}

/// Of the first and the third notice the corrected ones, of the second others.
fn inputs_in_turn(wanted: &Wanted<'_>) -> Caseload {
    let name = wanted.name();
    caseload(match name.rsplit('/').next() {
        Some("notice-1" | "notice-3") => Facts::Corrected,
        Some("notice-2") => Facts::Untied,
        _ => Facts::Original,
    })
}

#[test]
fn a_number_that_only_the_inputs_of_a_notice_tie_to_the_person_counts_too() {
    // By the original inputs Dina's number of before is of somebody else.
    let place = Place::new();
    let mut gent = Sample::gent();
    gent.caseload = caseload(Facts::Untied);
    gent.deliver(&place.archive()).unwrap();
    let (untied, tied) = (caseload(Facts::Untied), caseload(Facts::Original));
    let inputs = before_and_after(&untied, &tied);
    let recalls = recall_all(&place.log(), inputs, &caseload(Facts::Original), &[key()]).unwrap();
    let given = notify(&place.archive(), &recalls, &both(), "2026-03-02");
    assert_eq!(given[0].notice.add[0].insz().to_string(), DINA);
    let found = asked(&place, DINA_BEFORE, inputs);
    assert_eq!(found.numbers.iter().map(ToString::to_string).collect::<Vec<_>>(), [DINA_BEFORE, DINA]);
    assert_eq!(told(&found).iter().map(|one| one.1).collect::<Vec<_>>(), [DisclosedBy::Addition]);
}

#[test]
fn inputs_of_a_notice_that_are_others_are_refused_though_they_give_the_same_notice() {
    // Somebody more, in another municipality.
    let (original, corrected) =
        (living(&[(BORIS, "44021", None)]), living(&[(BORIS, "44021", None), (ANNA, "44021", None)]));
    let other = living(&[(BORIS, "44021", None), (ANNA, "44021", None), (CHLOE, "31005", None)]);
    let place = Place::new();
    let mut gent = Sample::gent();
    gent.caseload = original.clone();
    gent.deliver(&place.archive()).unwrap();
    let recalled_by = |of_notice: &Caseload| {
        recall_all(&place.log(), before_and_after(&original, of_notice), &corrected, &[key()]).unwrap()
    };
    let _ = notify(&place.archive(), &recalled_by(&corrected), &both(), "2026-03-02");
    assert_eq!(recalled_by(&other).recalled[0].outcome(), Err(&Untold::OtherNotice { notice: 3 }));
    assert!(recalled_by(&corrected).recalled[0].outcome().is_ok());
    let logged = place.log().deliveries().unwrap();
    let wanted = Wanted::new(&logged[0], logged[0].notices.first());
    assert!(wanted.fits(&corrected, &[key()]) && !wanted.fits(&original, &[key()]));
}

#[test]
fn inputs_of_a_notice_that_are_others_do_not_serve_the_next() {
    let place = two();
    let _ = notify(&place.archive(), &recalled(&place, Facts::Corrected), &both(), "2026-03-02");
    let one_wrong = |wanted: &Wanted<'_>| {
        let is_right = wanted.notice.is_some() && wanted.delivery.delivery == 3;
        Some(caseload(if is_right { Facts::Corrected } else { Facts::Original }))
    };
    let found = recall_all(&place.log(), one_wrong, &caseload(Facts::Corrected), &[key()]).unwrap();
    assert_eq!(found.untold().map(|(one, _)| one.delivery).collect::<Vec<_>>(), [1]);
}

#[test]
fn whose_number_was_replaced_reads_that_and_of_no_other_protocol() {
    // To Moerbeke Boris went under Anna's number; Chloé had left, and Dina was missed.
    let original = living(&[(ANNA, "44045", None), (CHLOE, "44045", None)]);
    let mut rows = Caseload::builder();
    for (row, (insz, municipality)) in (2..).zip([(ANNA, "44045"), (CHLOE, "31005"), (DINA, "44045")]) {
        rows.read_dossier(row, &DossierText { dossier: insz, insz, registered_on: "2024-01-08", ..Default::default() });
        rows.read_residence(row, &ResidenceText { insz, municipality, ..Default::default() });
    }
    rows.read_replacement(2, &ReplacementText { insz_old: ANNA, insz_new: BORIS, replaced_on: "2024-02-05" });
    let corrected = rows.build(UnreadableRows::Refused).unwrap();
    let place = Place::new();
    let mut moerbeke = Sample::new("M-1", "44045", "2024-11-25", "2024-12-02");
    moerbeke.caseload = original.clone();
    moerbeke.deliver(&place.archive()).unwrap();
    let inputs = before_and_after(&original, &corrected);
    let recalls = recall_all(&place.log(), inputs, &corrected, &[key()]).unwrap();
    let given = notify(&place.archive(), &recalls, &protocols(&["46014"]), "2025-03-03");
    assert_eq!((sizes(&given[0].notice), given[0].notice.renumber.len()), ([1, 1, 0], 1));
    let of = |number| {
        let found = asked(&place, number, inputs);
        found.disclosed.iter().map(|one| (one.by, one.protocol.to_string())).collect::<Vec<_>>()
    };
    let (list, own) = ("P-44045".to_owned(), "P-46014".to_owned());
    assert_eq!(of(BORIS), [(DisclosedBy::List, list.clone()), (DisclosedBy::Renumbering, list.clone())]);
    assert_eq!(of(CHLOE), [(DisclosedBy::List, list.clone()), (DisclosedBy::Deletion, list)]);
    assert_eq!(of(DINA), [(DisclosedBy::Addition, own)]);
    let letter = asked(&place, ANNA, inputs).letter().to_string();
    assert!(letter.contains("U stond op één lijst en in één rechtzetting:\n"), "{letter}");
    assert!(
        letter.contains("Moerbeke: uw nummer werd vervangen\nMeegedeeld rijksregisternummer: 78.03.02-903.17\n"),
        "{letter}"
    );
    assert_eq!(recall_all(&place.log(), inputs, &corrected, &[key()]).unwrap().wrong().count(), 0);
}

#[test]
fn whose_old_number_became_two_since_is_not_shown_the_number_that_took_its_place() {
    // By the corrected inputs Anna's number was replaced by Boris's before the list, and by Chloé's after it.
    let original = living(&[(ANNA, "44021", None)]);
    let mut rows = Caseload::builder();
    rows.read_dossier(2, &DossierText { dossier: ANNA, insz: ANNA, registered_on: "2024-01-08", ..Default::default() });
    rows.read_residence(2, &ResidenceText { insz: ANNA, municipality: "44021", ..Default::default() });
    for (row, (insz_new, replaced_on)) in (2..).zip([(BORIS, "2026-01-05"), (CHLOE, "2026-02-20")]) {
        rows.read_replacement(row, &ReplacementText { insz_old: ANNA, insz_new, replaced_on });
    }
    let corrected = rows.build(UnreadableRows::Refused).unwrap();
    let place = Place::new();
    let mut gent = Sample::gent();
    gent.caseload = original.clone();
    gent.deliver(&place.archive()).unwrap();
    let inputs = before_and_after(&original, &corrected);
    let recalls = recall_all(&place.log(), inputs, &corrected, &[key()]).unwrap();
    let given = notify(&place.archive(), &recalls, &both(), "2026-02-16");
    assert_eq!(given[0].notice.renumber[0].row.insz().to_string(), BORIS);
    let found = asked(&place, ANNA, inputs);
    let told: Vec<_> =
        found.disclosed.iter().map(|one| (one.by, one.number.to_string(), one.flags.is_some())).collect();
    assert_eq!(told, [(DisclosedBy::List, ANNA.to_owned(), true), (DisclosedBy::Renumbering, ANNA.to_owned(), false)]);
    assert!(!found.letter().to_string().contains(BORIS));
    assert_eq!(
        asked(&place, BORIS, inputs).disclosed.iter().map(|one| one.by).collect::<Vec<_>>(),
        [DisclosedBy::Renumbering]
    );
}

#[test]
fn a_notice_that_other_rules_made_is_not_blamed_on_the_inputs() {
    let place = two();
    let _ = notify(&place.archive(), &recalled(&place, Facts::Corrected), &both(), "2026-03-02");
    let why = || {
        let recalls = recalled(&place, Facts::Corrected);
        recalls.untold().map(|(delivery, why)| (delivery.delivery, why.clone())).collect::<Vec<_>>()
    };
    assert_eq!(why(), []);
    // Another notice was made of the same inputs: by this release it could not be.
    let (other, made_by) = (key().digest("notice", b"of other rules").to_string(), versions_of_before());
    let set = |change: &str| format!("UPDATE entries SET notice = json_set(notice, {change}) WHERE sequence = 5");
    forge(&place.log_path(), &set(&format!("'$.notice', '{other}'")));
    assert_eq!(why(), [(1, Untold::OtherNotice { notice: 5 })]);
    let versions = serde_json::to_string(&made_by).unwrap();
    forge(&place.log_path(), &set(&format!("'$.versions', json('{versions}')")));
    assert_eq!(why(), [(1, Untold::OtherVersions { notice: Some(5), made_by: Box::new(made_by) })]);
}
