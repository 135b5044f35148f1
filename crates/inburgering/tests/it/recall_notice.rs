//! The notice of a recall: what may be said on which day, to whom.

use inburgering::{
    InheritedProtocol, MunicipalityError, ProtocolDuration, Purpose, Purposes, Recall, RecallNotice, RecallNoticeError,
    Register, Withheld, recall,
};
use insta::assert_snapshot;

use crate::delivering::{
    Exchange, IN_GENT, MOVED, REGISTERED, STRANGER, death, dossier, municipality, protocol, register, replacement,
    request, residence,
};
use crate::golden::{Tables, day};
use crate::recall::{correct, recalled};

/// The notice on a day on which everything may be said.
pub(crate) fn given(recall: &Recall) -> RecallNotice {
    recall.notice(day("2026-03-02"), &Exchange::brugge().protocols).unwrap()
}

/// The notice on this day of what these corrections put right.
fn on(correct: fn(&mut Tables), given_on: &str) -> RecallNotice {
    recalled(correct).notice(day(given_on), &Exchange::brugge().protocols).unwrap()
}

/// How many numbers to delete, to replace, to add, to correct.
fn sizes(notice: &RecallNotice) -> [usize; 4] {
    [notice.delete.len(), notice.renumber.len(), notice.add.len(), notice.correct.len()]
}

#[test]
fn it_says_what_to_do_and_no_cause() {
    let notice = on(correct, "2026-03-02");
    assert_snapshot!(notice, @r"
    Rechtzetting van de lijst van inburgeraars

    Gemeente: Brugge (31005)
    Aanvraag: 31005-2026-02-02
    Dag van de mededeling: 10 februari 2026
    Dag van deze rechtzetting: 2 maart 2026

    Schrap deze nummers van deze lijst, en overal waar u ze uit deze lijst hebt overgenomen:
    - 78.03.02-903.17
    Vervang deze nummers, op dezelfde plaatsen:
    - 85.07.30-901.33 wordt 87.05.05-913.23 (contract ondertekend: ja; attest behaald: nee)
    Voeg deze rijen toe, zoals ze op 10 februari 2026 waren:
    - 82.04.04-912.39 (contract ondertekend: nee; attest behaald: nee)
    Verbeter deze rijen; dit is de juiste stand op 10 februari 2026:
    - 01.12.31-904.46 (contract ondertekend: ja; attest behaald: ja)
    - 95.05.05-905.05 (contract ondertekend: ja; attest behaald: ja)

    Dit gaat alleen over deze lijst. Op een andere lijst die u mag bewaren, blijft een nummer staan, tenzij u ook van die lijst een rechtzetting krijgt.

    U mag de lijst, zo rechtgezet, bewaren tot en met 9 februari 2027.
    ");
    assert_eq!((sizes(&notice), notice.withheld.len(), notice.is_empty()), ([1, 1, 1, 2], 0, false));
}

#[test]
fn one_kind_of_correction_has_one_heading() {
    let text = |correct: fn(&mut Tables)| on(correct, "2026-03-02").to_string();
    let delete = text(|tables| tables.deaths.push(death(REGISTERED, "2026-02-10")));
    assert!(delete.contains("Schrap") && !delete.contains("Voeg") && !delete.contains("Verbeter"), "{delete}");
    let add = text(|tables| tables.residences[10].municipality = "31005".into());
    assert!(!add.contains("Schrap") && add.contains("Voeg") && !add.contains("Verbeter"), "{add}");
    let correct = text(|tables| tables.dossiers[0].contract_signed_on.clear());
    assert!(!correct.contains("Schrap") && !correct.contains("Voeg") && correct.contains("Verbeter"), "{correct}");
}

#[test]
fn nothing_wrong_is_said_too() {
    let notice = on(|_| (), "2026-03-02");
    assert!(notice.is_empty());
    let text = notice.to_string();
    assert!(text.contains("\nEr is voor u niets recht te zetten op deze lijst.\n\nU mag de lijst"), "{text}");
}

#[test]
fn rows_are_told_as_long_as_the_list_may_be_kept_and_numbers_to_delete_on_any_day() {
    for given_on in ["2026-02-10", "2027-02-08", "2027-02-09"] {
        let notice = on(correct, given_on);
        assert_eq!((sizes(&notice), notice.withheld), ([1, 1, 1, 2], vec![]), "{given_on}");
    }
    let last = on(correct, "2027-02-09").to_string();
    assert!(last.ends_with("\nU mag de lijst, zo rechtgezet, bewaren tot en met 9 februari 2027.\n"), "{last}");
    let late = on(correct, "2027-02-10");
    assert_eq!(late.withheld, [Withheld::NoLongerKept { kept_until: day("2027-02-09"), rows: 4 }]);
    assert_snapshot!(late, @r"
    Rechtzetting van de lijst van inburgeraars

    Gemeente: Brugge (31005)
    Aanvraag: 31005-2026-02-02
    Dag van de mededeling: 10 februari 2026
    Dag van deze rechtzetting: 10 februari 2027

    Schrap deze nummers van deze lijst, en overal waar u ze uit deze lijst hebt overgenomen:
    - 78.03.02-903.17
    - 85.07.30-901.33

    Dit gaat alleen over deze lijst. Op een andere lijst die u mag bewaren, blijft een nummer staan, tenzij u ook van die lijst een rechtzetting krijgt.

    U mocht de lijst bewaren tot en met 9 februari 2027: ook de rest van de lijst moet dus gewist zijn.
    ");
    // Where only rows were wrong, nothing is left to say, in the words of a list that was right.
    let late = on(|tables| tables.dossiers[0].contract_signed_on.clear(), "2027-02-10");
    assert_eq!((late.is_empty(), late.withheld.len()), (true, 1));
    let text = late.to_string();
    assert!(text.contains("\nEr is voor u niets recht te zetten op deze lijst.\n\nU mocht de lijst"), "{text}");
}

#[test]
fn nobody_is_added_without_a_protocol_in_force_for_the_purposes() {
    let recall = recalled(correct);
    let told = |given_on: &str, protocols: &Register| {
        let notice = recall.notice(day(given_on), protocols).unwrap();
        assert_eq!(notice.protocol.is_some(), notice.withheld.is_empty());
        (sizes(&notice), notice.withheld)
    };
    // Another number of who is held already is told all the same: nobody vanishes from the list.
    let withheld = vec![Withheld::NoProtocol { municipality: municipality("31005"), rows: 1 }];
    let without = recall.notice(day("2026-03-02"), &Register::new()).unwrap();
    assert_eq!(without.renumber[0].row.insz().to_string(), STRANGER);
    assert_eq!(told("2026-03-02", &Register::new()), ([1, 1, 0, 2], withheld.clone()));
    // It ends on 4 March: that day it is no longer in force.
    let mut ended = protocol("31005", "2025-01-08", ProtocolDuration::Indefinite, 12);
    ended.terminate(day("2026-03-04")).unwrap();
    let ended = register([ended]);
    assert_eq!(told("2026-03-03", &ended), ([1, 1, 1, 2], vec![]));
    assert_eq!(told("2026-03-04", &ended), ([1, 1, 0, 2], withheld.clone()));
    assert_eq!(told("2026-03-05", &ended), ([1, 1, 0, 2], withheld.clone()));
    // Another that is in force since covers the ceremony alone, and the list was asked for buddy work too.
    for (purposes, expected) in [
        (vec![Purpose::Ceremony], ([1, 1, 0, 2], withheld)),
        (vec![Purpose::Ceremony, Purpose::BuddyWork], ([1, 1, 1, 2], vec![])),
    ] {
        let other = for_purposes(Purposes::new(purposes).unwrap());
        assert_eq!(told("2026-03-05", &register([other])), expected);
    }
}

#[test]
fn who_was_missed_and_is_there_no_more_is_not_told() {
    // In Gent missed, as lives in Brugge since October 2025; moves away again or dies on 4 March.
    for gone in [
        (|tables: &mut Tables| {
            correct(tables);
            let last = tables.residences.len() - 1;
            tables.residences[last].valid_until = "2026-03-04".into();
            tables.residences.push(residence(IN_GENT, "44021", "2026-03-04", ""));
        }) as fn(&mut Tables),
        |tables: &mut Tables| {
            correct(tables);
            tables.deaths.push(death(IN_GENT, "2026-03-04"));
        },
    ] {
        let told = |given_on: &str| {
            let notice = on(gone, given_on);
            (sizes(&notice), notice.withheld)
        };
        let withheld = vec![Withheld::NotThere { municipality: municipality("31005"), rows: 1 }];
        assert_eq!(told("2026-03-03"), ([1, 1, 1, 2], vec![]));
        assert_eq!(told("2026-03-04"), ([1, 1, 0, 2], withheld.clone()));
        assert_eq!(told("2026-03-05"), ([1, 1, 0, 2], withheld));
    }
}

#[test]
fn another_number_of_who_is_held_is_told_though_they_left_since_or_no_protocol_is_in_force() {
    let renumbered: fn(&mut Tables) = |tables| {
        tables.replacements.push(replacement(MOVED, STRANGER, "2026-01-05"));
        tables.residences[1].valid_until = "2026-03-01".into();
        tables.residences.push(residence(MOVED, "44021", "2026-03-01", ""));
    };
    let recall = recalled(renumbered);
    let instead: Vec<_> =
        recall.corrections.iter().map(|one| one.instead_of.map(|number| number.to_string())).collect();
    assert_eq!(instead, [None, Some(MOVED.to_owned())]);
    assert!(
        recall.agency_paper().to_string().contains("  in de plaats van 85.07.30-901.33, dat van dezelfde persoon is\n")
    );
    let notice = recall.notice(day("2026-03-02"), &Register::new()).unwrap();
    assert_eq!((sizes(&notice), notice.withheld, notice.protocol), ([0, 1, 0, 0], vec![], None));
    // Once the list may no longer be kept, the number is to be deleted, and no other is told.
    let late = recall.notice(day("2027-02-10"), &Register::new()).unwrap();
    assert_eq!((sizes(&late), late.withheld.len()), ([1, 0, 0, 0], 1));
}

#[test]
fn a_number_that_was_replaced_later_than_was_told_goes_back_to_the_old_one() {
    // The list was made with the new number, whose first day was after it.
    let mut exchange = Exchange::brugge();
    exchange.tables.replacements.push(replacement(MOVED, STRANGER, "2026-01-05"));
    let delivery = exchange.deliver().unwrap();
    exchange.tables.replacements.pop();
    exchange.tables.replacements.push(replacement(MOVED, STRANGER, "2026-02-20"));
    let recall = recall(&delivery, &exchange.placed()).unwrap();
    let notice = recall.notice(day("2026-03-02"), &Register::new()).unwrap();
    assert_eq!((sizes(&notice), notice.withheld.len()), ([0, 1, 0, 0], 0));
    let renumbering = notice.renumber[0];
    assert_eq!([renumbering.old, renumbering.row.insz()].map(|number| number.to_string()), [STRANGER, MOVED]);
}

#[test]
fn a_number_that_became_two_replaces_none() {
    let two = |on: &'static str| {
        recalled(|tables| {
            tables.replacements.push(replacement(MOVED, STRANGER, "2026-01-05"));
            tables.replacements.push(replacement(MOVED, GONE_TOO, on));
        })
    };
    // By the day of the list it is a fault, and nobody is on it under either; later, it is not known yet.
    assert!(two("2026-02-10").corrections.iter().all(|one| one.instead_of.is_none()));
    assert!(two("2026-02-11").corrections.iter().any(|one| one.instead_of.is_some()));
}

const GONE_TOO: &str = "87.05.05-914.22";

#[test]
fn a_protocol_that_is_inherited_counts_where_the_delivery_accepted_it() {
    // Merelbeke-Melle is a new legal person, which inherits the protocol of Melle.
    let mut exchange = Exchange::brugge();
    let melle = protocol("44040", "2024-07-01", ProtocolDuration::Indefinite, 24);
    exchange.protocols = register([melle]);
    exchange.request = request("44088", "2025-02-03");
    (exchange.assessed_on, exchange.on) = (day("2025-02-03"), day("2025-02-10"));
    exchange.options.inherited = InheritedProtocol::Accepted;
    exchange.tables = Tables {
        dossiers: vec![dossier("D-1", MOVED, ["2024-01-08", "", "", ""], "")],
        residences: vec![residence(MOVED, "31005", "", "")],
        ..Tables::default()
    };
    let delivery = exchange.deliver().unwrap();
    exchange.tables.residences[0].municipality = "44088".into();
    let recall = recall(&delivery, &exchange.placed()).unwrap();
    let notice = recall.notice(day("2025-03-03"), &exchange.protocols).unwrap();
    assert_eq!((notice.add.len(), notice.protocol.map(|id| id.to_string())), (1, Some("P-44040".to_owned())));
    let mut refusing = recall.clone();
    refusing.inherited = InheritedProtocol::Refused;
    let notice = refusing.notice(day("2025-03-03"), &exchange.protocols).unwrap();
    let withheld = [Withheld::ProtocolInherited { municipality: municipality("44088"), rows: 1 }];
    assert_eq!((notice.add.len(), notice.withheld.as_slice()), (0, withheld.as_slice()));
}

fn for_purposes(purposes: Purposes) -> inburgering::Protocol {
    use inburgering::{Party, Protocol, ProtocolTerms};
    let whole = protocol("31005", "2025-01-08", ProtocolDuration::Indefinite, 12);
    let terms = ProtocolTerms { purposes, ..whole.terms().clone() };
    let mut protocol = Protocol::request(terms, day("2025-01-08")).unwrap();
    Party::ALL.into_iter().for_each(|party| protocol.advise(party, day("2025-01-08")).unwrap());
    Party::ALL.into_iter().for_each(|party| protocol.sign(party, day("2025-01-08")).unwrap());
    protocol.validate(day("2025-01-08")).unwrap();
    protocol
}

/// The recall of a delivery to this municipality on 2 December 2024: somebody was missed.
fn missed_before_the_mergers(code: &str) -> Recall {
    let mut exchange = Exchange::brugge();
    exchange.protocols = register([protocol(code, "2024-07-01", ProtocolDuration::Indefinite, 12)]);
    exchange.request = request(code, "2024-11-25");
    (exchange.assessed_on, exchange.on) = (day("2024-11-26"), day("2024-12-02"));
    exchange.tables = Tables {
        dossiers: vec![dossier("D-1", MOVED, ["2024-01-08", "", "", ""], "")],
        residences: vec![residence(MOVED, "31005", "", "")],
        ..Tables::default()
    };
    let delivery = exchange.deliver().unwrap();
    exchange.tables.residences[0].municipality = code.into();
    recall(&delivery, &exchange.placed()).unwrap()
}

#[test]
fn the_municipality_that_it_has_become_is_told() {
    // Lokeren goes on in the Lokeren of 2025 with its protocol; Moerbeke merged into it, and its protocol is inherited.
    let lokeren = protocol("46014", "2024-07-01", ProtocolDuration::Indefinite, 12);
    let moerbeke = protocol("44045", "2024-07-01", ProtocolDuration::Indefinite, 12);
    let (of_lokeren, of_moerbeke) = (missed_before_the_mergers("46014"), missed_before_the_mergers("44045"));
    let both = register([lokeren, moerbeke.clone()]);
    let told = |recall: &Recall, given_on: &str, protocols: &Register| {
        let notice = recall.notice(day(given_on), protocols).unwrap();
        (notice.municipality, notice.add.len())
    };
    assert_eq!(told(&of_lokeren, "2024-12-31", &both), (municipality("46014"), 1));
    assert_eq!(told(&of_lokeren, "2025-01-01", &both), (municipality("46029"), 1));
    assert_eq!(told(&of_moerbeke, "2024-12-31", &both), (municipality("44045"), 1));
    assert_eq!(told(&of_moerbeke, "2025-01-01", &both), (municipality("46029"), 1));
    assert_eq!(told(&of_moerbeke, "2025-01-01", &register([moerbeke])), (municipality("46029"), 0));
    assert_snapshot!(of_moerbeke.notice(day("2025-01-02"), &both).unwrap(), @r"
    Rechtzetting van de lijst van inburgeraars

    Gemeente: Lokeren (46029)
    De lijst ging naar: Moerbeke (44045)
    Aanvraag: 44045-2024-11-25
    Dag van de mededeling: 2 december 2024
    Dag van deze rechtzetting: 2 januari 2025

    Voeg deze rijen toe, zoals ze op 2 december 2024 waren:
    - 85.07.30-901.33 (contract ondertekend: nee; attest behaald: nee)

    U mag de lijst, zo rechtgezet, bewaren tot en met 1 december 2025.
    ");
}

#[test]
fn no_notice_is_given_before_the_delivery_or_outside_the_table() {
    let recall = recalled(correct);
    let asked = |given_on: &str| recall.notice(day(given_on), &Register::new());
    let before = RecallNoticeError::BeforeDelivery { on: day("2026-02-10"), given_on: day("2026-02-09") };
    assert_eq!(asked("2026-02-09"), Err(before.clone()));
    let outside = RecallNoticeError::Municipality(MunicipalityError::OutsideTable { on: day("2100-01-01") });
    assert_eq!(asked("2100-01-01"), Err(outside));
    assert_snapshot!(before, @"the list was delivered on 2026-02-10, and a notice on 2026-02-09 was asked; give that day or a later one");
}

#[test]
fn what_is_withheld_is_worded_for_the_agency() {
    let kept = Withheld::NoLongerKept { kept_until: day("2027-02-09"), rows: 4 };
    let protocol = Withheld::NoProtocol { municipality: municipality("31005"), rows: 1 };
    let there = Withheld::NotThere { municipality: municipality("31005"), rows: 2 };
    assert_snapshot!(there, @"2 rows withheld: on the day of the notice not on the list of 31005 (Brugge)");
    assert_snapshot!(there.dutch(), @"2 rijen niet meegedeeld: op de dag van de rechtzetting niet op de lijst van Brugge (31005)");
    assert_snapshot!(kept, @"4 rows withheld: the list could be kept up to and including 2027-02-09");
    assert_snapshot!(kept.dutch(), @"4 rijen niet meegedeeld: de lijst mocht bewaard worden tot en met 9 februari 2027");
    assert_snapshot!(protocol, @"1 row withheld: 31005 (Brugge) has no protocol in force for these purposes");
    assert_snapshot!(protocol.dutch(), @"1 rij niet meegedeeld: Brugge (31005) heeft geen geldend protocol voor deze doeleinden");
    let inherited = Withheld::ProtocolInherited { municipality: municipality("31005"), rows: 2 };
    assert_snapshot!(inherited, @"2 rows withheld: 31005 (Brugge) has a predecessor's protocol only, which needs review");
    assert_snapshot!(inherited.dutch(), @"2 rijen niet meegedeeld: Brugge (31005) heeft alleen een protocol van een voorganger, dat nog na te kijken is");
    let codes = [kept, there, protocol, inherited].map(|one| (one.code(), one.rows()));
    assert_eq!(codes, [("no_longer_kept", 4), ("not_there", 2), ("no_protocol", 1), ("protocol_inherited", 2)]);
}

#[test]
fn its_digest_is_that_of_what_it_says() {
    let key = crate::delivering::key();
    let digest = |notice: &RecallNotice| notice.digest(&key);
    let notice = on(correct, "2026-03-02");
    assert_eq!(digest(&notice), digest(&on(correct, "2026-03-02")));
    assert_ne!(digest(&notice), notice.digest(&inburgering::DigestKey::new("2026-a", &[8; 32]).unwrap()));
    let changes: [fn(&mut RecallNotice); 9] = [
        |notice| notice.request = "A-9".parse().unwrap(),
        |notice| notice.municipality = municipality("44021"),
        |notice| notice.on = day("2026-02-11"),
        |notice| notice.given_on = day("2026-03-03"),
        |notice| notice.delete.clear(),
        |notice| notice.renumber.clear(),
        |notice| notice.add.clear(),
        |notice| notice.correct.clear(),
        // The same row is one to add, or one to correct.
        |notice| notice.correct.insert(0, notice.add.remove(0)),
    ];
    for (at, change) in changes.into_iter().enumerate() {
        let mut other = notice.clone();
        change(&mut other);
        assert_ne!(digest(&notice), digest(&other), "{at}");
    }
}

#[cfg(feature = "serde")]
#[test]
fn as_json_it_has_numbers_rows_and_no_cause() {
    use crate::delivering::{ATTEST_ALONE, GONE};

    let mut notice = recalled(correct).notice(day("2026-03-02"), &Register::new()).unwrap();
    assert_eq!(notice.withheld.len(), 1);
    notice.add = on(correct, "2026-03-02").add;
    let row = |insz: &str, contract: bool, attest: bool| serde_json::json!({ "insz": insz, "contract_signed": contract, "attest_obtained": attest });
    assert_eq!(
        serde_json::to_value(notice).unwrap(),
        serde_json::json!({
            "request": "31005-2026-02-02",
            "municipality": "31005",
            "delivered_to": "31005",
            "on": "2026-02-10",
            "given_on": "2026-03-02",
            "kept_until": "2027-02-09",
            "protocol": null,
            "delete": [REGISTERED],
            "renumber": [{ "old": MOVED, "row": row(STRANGER, true, false) }],
            "add": [row(IN_GENT, false, false)],
            "correct": [row(ATTEST_ALONE, true, true), row(GONE, true, true)],
        })
    );
}

#[test]
fn a_death_alone_is_a_deletion() {
    let notice = on(|tables| tables.deaths.push(death(REGISTERED, "2026-02-10")), "2026-03-02");
    assert_eq!(sizes(&notice), [1, 0, 0, 0]);
}
