//! Recall: what a delivery got wrong, by the delivery or by its receipt, and the two papers.

use inburgering::{
    Brussels, ClosedRule, CorrectionKind, Delivery, DigestKey, ListRules, Placed, Recall, RecallError, UnreadableRows,
    Versions, recall, recall_receipt,
};
use insta::assert_snapshot;

use crate::recall_notice::given;

use crate::delivering::{
    ATTEST_ALONE, CONFLICT, Exchange, GONE, IN_GENT, MOVED, NEW_NUMBER, OLD_NUMBER, REGISTERED, STRANGER, death,
    dossier, key, replacement, residence,
};
use crate::disclosure::assert_no_number;
use crate::golden::{Tables, day};

pub(crate) fn recalled(correct: impl FnOnce(&mut Tables)) -> Recall {
    let original = Exchange::brugge();
    let delivery = original.deliver().unwrap();
    let mut corrected = original.clone();
    correct(&mut corrected.tables);
    let corrected = corrected.placed();
    let recalled = recall(&delivery, &corrected).unwrap();
    let by_receipt = recall_receipt(&delivery.receipt, &original.placed(), &corrected, &key()).unwrap();
    assert_eq!(recalled, by_receipt);
    recalled
}

pub(crate) fn kinds(recall: &Recall) -> Vec<(String, &'static str)> {
    let name = |kind: &CorrectionKind| match kind {
        CorrectionKind::WronglyDisclosed => "wrongly disclosed",
        CorrectionKind::Missed(_) => "missed",
        CorrectionKind::WrongFlags(_) => "wrong flags",
    };
    recall.corrections.iter().map(|correction| (correction.number.to_string(), name(&correction.kind))).collect()
}

/// Every kind of correction at once.
pub(crate) fn correct(tables: &mut Tables) {
    // Lived in Gent all the time.
    tables.residences[4].municipality = "44021".into();
    // Moved to Brugge.
    tables.residences.push(residence(IN_GENT, "31005", "2025-10-06", ""));
    tables.residences[10].valid_until = "2025-10-06".into();
    // Signed a contract after all.
    tables.dossiers[4].contract_signed_on = "2025-12-01".into();
    tables.dossiers[4].contract_municipality = "31005".into();
    // Got an attest.
    tables.dossiers[5].attest_obtained_on = "2024-12-20".into();
    tables.dossiers[5].closed_on.clear();
    // The number was another since January.
    tables.replacements.push(replacement(MOVED, STRANGER, "2026-01-05"));
    // Died, and not on the list before either; and a fact that changes no row.
    tables.deaths.push(death(CONFLICT, "2026-02-10"));
}

#[test]
fn every_kind_of_correction_in_the_order_of_the_numbers() {
    let recall = recalled(correct);
    assert!(!recall.is_empty());
    assert_eq!((recall.request.as_str(), recall.on), ("31005-2026-02-02", day("2026-02-10")));
    assert_eq!(recall.municipality.code().to_u32(), 31005);
    let expected = [
        (ATTEST_ALONE, "wrong flags"),
        (REGISTERED, "wrongly disclosed"),
        (IN_GENT, "missed"),
        (MOVED, "wrongly disclosed"),
        (STRANGER, "missed"),
        (GONE, "wrong flags"),
    ];
    assert_eq!(kinds(&recall), expected.map(|(number, kind)| (number.to_string(), kind)));
}

#[test]
fn the_agencys_paper_says_which_facts_changed() {
    assert_snapshot!(recalled(correct).agency_paper(), @r"
    Rechtzetting van een mededeling: stuk voor het agentschap

    Gemeente: Brugge (31005)
    Aanvraag: 31005-2026-02-02
    Dag van de mededeling: 10 februari 2026
    Aantal verbeteringen: 6

    01.12.31-904.46: meegedeeld met een verkeerde vermelding
      was: contract ondertekend: nee; attest behaald: ja
      was: volgt nog een traject en woont in 31005 (Brugge): een actief dossier volgt de huidige woonplaats
      is: contract ondertekend: ja; attest behaald: ja
      is: volgt nog een traject en woont in 31005 (Brugge): een actief dossier volgt de huidige woonplaats
      nieuw: 1 december 2025: inburgeringscontract ondertekend in 31005 (Brugge) (dossier D-5)

    78.03.02-903.17: ten onrechte meegedeeld
      was: volgt nog een traject en woont in 31005 (Brugge): een actief dossier volgt de huidige woonplaats
      is: volgt nog een traject en woont in 44021 (Gent): een actief dossier volgt de huidige woonplaats
      vervallen: vanaf 20 november 2025: ingeschreven in 31005 (Brugge)
      nieuw: vanaf 20 november 2025: ingeschreven in 44021 (Gent)

    82.04.04-912.39: ten onrechte niet meegedeeld
      was: volgt nog een traject en woont in 44021 (Gent): een actief dossier volgt de huidige woonplaats
      is: volgt nog een traject en woont in 31005 (Brugge): een actief dossier volgt de huidige woonplaats
      vervallen: vanaf 15 januari 2025: ingeschreven in 44021 (Gent)
      nieuw: vanaf 15 januari 2025 tot 6 oktober 2025 (niet inbegrepen): ingeschreven in 44021 (Gent)
      nieuw: vanaf 6 oktober 2025: ingeschreven in 31005 (Brugge)

    85.07.30-901.33: ten onrechte meegedeeld
      was: volgt nog een traject en woont in 31005 (Brugge): een actief dossier volgt de huidige woonplaats
      is: onder nummer 87.05.05-913.23
      is: volgt nog een traject en woont in 31005 (Brugge): een actief dossier volgt de huidige woonplaats
      nieuw: 5 januari 2026: nummer 85.07.30-901.33 vervangen door 87.05.05-913.23

    87.05.05-913.23: ten onrechte niet meegedeeld
      in de plaats van 85.07.30-901.33, dat van dezelfde persoon is
      was: onder nummer 85.07.30-901.33
      was: volgt nog een traject en woont in 31005 (Brugge): een actief dossier volgt de huidige woonplaats
      is: volgt nog een traject en woont in 31005 (Brugge): een actief dossier volgt de huidige woonplaats
      nieuw: 5 januari 2026: nummer 85.07.30-901.33 vervangen door 87.05.05-913.23

    95.05.05-905.05: meegedeeld met een verkeerde vermelding
      was: contract ondertekend: ja; attest behaald: nee
      was: alle dossiers zijn afgesloten: het dossier blijft bij 31005 (Brugge), de gemeente van het laatste contract (5 februari 2024)
      is: contract ondertekend: ja; attest behaald: ja
      is: alle dossiers zijn afgesloten: het dossier blijft bij 31005 (Brugge), de gemeente van het laatste contract (5 februari 2024)
      vervallen: 20 december 2024: dossier afgesloten zonder attest (dossier D-6)
      nieuw: 20 december 2024: attest van inburgering behaald (dossier D-6)
    ");
}

/// Closed on 20 December 2024; an attest of before, of the same day, of later, or after the delivery, comes to light.
#[test]
fn a_closing_beside_an_attest_is_not_told_as_one_without_it() {
    for (attest, told) in [("2024-12-19", true), ("2024-12-20", true), ("2024-12-21", true), ("2026-02-11", false)] {
        let recall = recalled(|tables| tables.dossiers[5].attest_obtained_on = attest.into());
        let paper = recall.agency_paper().to_string();
        assert_eq!(paper.contains("vervallen: 20 december 2024: dossier afgesloten zonder attest (dossier D-6)"), told);
        assert_eq!(paper.contains("nieuw: 20 december 2024: dossier afgesloten (dossier D-6)"), told, "{paper}");
    }
}

#[test]
fn nothing_wrong_is_said_too() {
    // What changes no row of the list is no correction, though the caseload differs.
    let recall = recalled(|tables| tables.deaths.push(death(CONFLICT, "2026-02-10")));
    assert!(recall.is_empty());
    assert_snapshot!(recall.agency_paper(), @r"
    Rechtzetting van een mededeling: stuk voor het agentschap

    Gemeente: Brugge (31005)
    Aanvraag: 31005-2026-02-02
    Dag van de mededeling: 10 februari 2026
    Aantal verbeteringen: 0
    ");
}

#[test]
fn a_person_whom_the_original_did_not_have_has_no_answer_before() {
    let recall = recalled(|tables| {
        tables.dossiers.push(dossier("D-11", STRANGER, ["2025-03-03", "", "", ""], ""));
        tables.residences.push(residence(STRANGER, "31005", "2025-01-15", ""));
    });
    assert_eq!(kinds(&recall), [(STRANGER.to_string(), "missed")]);
    let correction = &recall.corrections[0];
    assert_eq!(correction.before, None);
    assert!(correction.after.is_some());
    assert_eq!((correction.removed.len(), correction.added.len()), (0, 2));
    assert!(recall.agency_paper().to_string().contains("  was: er is geen dossier van deze persoon bekend\n"));
}

#[test]
fn a_person_whom_the_corrected_inputs_do_not_have_has_no_answer_after() {
    let recall = recalled(|tables| drop(tables.dossiers.remove(2)));
    assert_eq!(kinds(&recall), [(REGISTERED.to_string(), "wrongly disclosed")]);
    let correction = &recall.corrections[0];
    assert!(correction.before.is_some());
    assert_eq!(correction.after, None);
    assert_eq!((correction.removed.len(), correction.added.len()), (1, 0));
    assert!(recall.agency_paper().to_string().contains("  is: er is geen dossier van deze persoon bekend\n"));
}

#[test]
fn a_replaced_number_changes_no_fact_but_itself() {
    for (correct, removed, added) in [
        ((|tables| tables.replacements.push(replacement(MOVED, STRANGER, "2026-01-05"))) as fn(&mut Tables), 0, 1),
        (|tables| tables.replacements[0].replaced_on = "2026-02-11".into(), 1, 0),
    ] {
        let recall = recalled(correct);
        for correction in &recall.corrections {
            assert_eq!((correction.removed.len(), correction.added.len()), (removed, added));
            assert!(correction.before.is_some() && correction.after.is_some());
        }
    }
    // The replacement is dated on the day, or the day after.
    let replaced = |on: &str| kinds(&recalled(|tables| tables.replacements.push(replacement(MOVED, STRANGER, on))));
    let both = [(MOVED.to_string(), "wrongly disclosed"), (STRANGER.to_string(), "missed")];
    assert_eq!(replaced("2026-02-09"), both);
    assert_eq!(replaced("2026-02-10"), both);
    assert_eq!(replaced("2026-02-11"), []);
    // Without the replacement the BIS number is on no list.
    let undone = recalled(|tables| tables.replacements.clear());
    assert_eq!(kinds(&undone), [(NEW_NUMBER.to_string(), "wrongly disclosed")]);
    assert_eq!(undone.corrections[0].after.as_ref().unwrap().number.to_string(), OLD_NUMBER);
}

#[test]
fn facts_dated_after_the_delivery_are_no_part_of_it() {
    let recall = recalled(|tables| {
        tables.deaths.push(death(REGISTERED, "2026-02-11"));
        tables.dossiers[2].contract_signed_on = "2026-02-10".into();
        tables.dossiers[2].contract_municipality = "31005".into();
        tables.dossiers[2].attest_obtained_on = "2026-02-11".into();
    });
    assert_eq!(kinds(&recall), [(REGISTERED.to_string(), "wrong flags")]);
    assert_eq!((recall.corrections[0].removed.len(), recall.corrections[0].added.len()), (0, 1));
}

#[test]
fn nothing_shows_a_number_but_the_papers() {
    let recall = recalled(correct);
    for text in [
        format!("{recall:?} {recall:#?}"),
        format!("{:?} {:?}", given(&recall), recall.agency_paper()),
        format!("{:?}", recall.corrections),
    ] {
        assert_no_number(&text);
    }
}

#[cfg(feature = "serde")]
#[test]
fn a_receipt_that_was_read_back_recalls_the_same() {
    let original = Exchange::brugge();
    let delivery = original.deliver().unwrap();
    let mut corrected = original.clone();
    correct(&mut corrected.tables);
    let json = serde_json::to_string(&delivery.receipt).unwrap();
    let receipt: inburgering::Receipt = serde_json::from_str(&json).unwrap();
    let by_receipt = recall_receipt(&receipt, &original.placed(), &corrected.placed(), &key()).unwrap();
    assert_eq!(by_receipt, recalled(correct));
}

#[cfg(feature = "serde")]
#[test]
fn a_recall_as_json() {
    let row = serde_json::json!({ "insz": IN_GENT, "contract_signed": false, "attest_obtained": false });
    let recall = serde_json::to_value(recalled(correct)).unwrap();
    assert_eq!(recall["corrections"][1]["kind"], "wrongly_disclosed");
    assert_eq!(recall["corrections"][2]["kind"], serde_json::json!({ "missed": row }));
    assert_eq!(recall["corrections"][1]["removed"][0]["fact"], "residence");
}

// What is no recall.

fn placed(exchange: &Exchange, on: &str, rules: ListRules) -> Placed {
    let mut exchange = exchange.clone();
    (exchange.on, exchange.rules) = (day(on), rules);
    exchange.placed()
}

#[test]
fn the_question_must_be_that_of_the_delivery() {
    let exchange = Exchange::brugge();
    let Delivery { receipt, .. } = exchange.deliver().unwrap();
    let delivery = exchange.deliver().unwrap();
    let right = exchange.placed();
    for on in ["2026-02-09", "2026-02-11"] {
        let other = placed(&exchange, on, ListRules::default());
        let error = RecallError::OtherDay { delivered: day("2026-02-10"), placed: day(on) };
        assert_eq!(recall(&delivery, &other), Err(error.clone()));
        assert_eq!(recall_receipt(&receipt, &other, &right, &key()), Err(error.clone()));
        assert_eq!(recall_receipt(&receipt, &right, &other, &key()), Err(error));
    }
    let delivered = ListRules::default();
    for rules in [
        ListRules { closed: ClosedRule::ResidenceAtClosing, ..delivered },
        ListRules { brussels: Brussels::Allowed, ..delivered },
    ] {
        let other = placed(&exchange, "2026-02-10", rules);
        let error = RecallError::OtherRules { delivered, placed: rules };
        assert_eq!(recall(&delivery, &other), Err(error.clone()));
        assert_eq!(recall_receipt(&receipt, &other, &right, &key()), Err(error.clone()));
        assert_eq!(recall_receipt(&receipt, &right, &other, &key()), Err(error));
    }
}

#[test]
fn the_key_must_be_that_of_the_receipt_by_id_and_by_bytes() {
    let exchange = Exchange::brugge();
    let Delivery { receipt, .. } = exchange.deliver().unwrap();
    let placed = exchange.placed();
    let other_id = DigestKey::new("2026-b", &[7; 32]).unwrap();
    let error = recall_receipt(&receipt, &placed, &placed, &other_id).unwrap_err();
    assert_eq!(error, RecallError::OtherKey { receipt: "2026-a".parse().unwrap(), given: "2026-b".parse().unwrap() });
    let other_bytes = DigestKey::new("2026-a", &[8; 32]).unwrap();
    let error = recall_receipt(&receipt, &placed, &placed, &other_bytes).unwrap_err();
    let all = ["dossiers", "residences", "deaths", "replacements", "set_aside", "list"];
    assert_eq!(error, RecallError::DigestDiffers { differing: all.to_vec() });
    assert!(recall_receipt(&receipt, &placed, &placed, &key()).unwrap().is_empty());
}

#[test]
fn inputs_that_are_not_the_original_ones_are_named() {
    let exchange = Exchange::brugge();
    let Delivery { receipt, .. } = exchange.deliver().unwrap();
    let right = exchange.placed();
    let differing = |change: fn(&mut Exchange)| {
        let mut other = exchange.clone();
        change(&mut other);
        match recall_receipt(&receipt, &other.placed(), &right, &key()).unwrap_err() {
            RecallError::DigestDiffers { differing } => differing,
            error => panic!("{error}"),
        }
    };
    assert_eq!(differing(|other| other.tables.dossiers[8].registered_on.clear()), ["dossiers"]);
    assert_eq!(differing(|other| other.tables.residences[10].valid_from.clear()), ["residences"]);
    assert_eq!(differing(|other| other.tables.deaths[0].died_on = "2025-12-25".into()), ["deaths"]);
    assert_eq!(differing(|other| other.tables.replacements[0].replaced_on = "2025-11-04".into()), ["replacements"]);
    assert_eq!(
        differing(|other| {
            other.unreadable = UnreadableRows::SetAside;
            other.tables.deaths.push(death("", "2026-02-10"));
        }),
        ["set_aside"]
    );
    assert_eq!(differing(|other| drop(other.tables.dossiers.remove(2))), ["dossiers", "list"]);
    // The corrected inputs are not held against the receipt.
    let mut other = exchange.clone();
    other.tables = Tables::default();
    assert_eq!(recall_receipt(&receipt, &right, &other.placed(), &key()).unwrap().corrections.len(), 6);
}

#[test]
fn a_list_that_other_rules_made_of_the_right_inputs_is_told_as_that() {
    let exchange = Exchange::brugge();
    let Delivery { receipt, .. } = exchange.deliver().unwrap();
    let placed = exchange.placed();
    let mut of_before = receipt.clone();
    of_before.versions.rules = "2025-06-01".parse().unwrap();
    // The rules of then made the same list.
    assert_eq!(of_before.check_original(&placed, &key()), Ok(()));
    of_before.digests.list = key().digest("list", b"another list");
    let error = of_before.check_original(&placed, &key()).unwrap_err();
    assert_eq!(error, RecallError::OtherVersions { made_by: Box::new(of_before.versions.clone()) });
    // Other inputs are still other inputs, and with the same rules a list is not made otherwise.
    let mut other = exchange.clone();
    other.tables.deaths[0].died_on = "2025-12-25".into();
    let differing = RecallError::DigestDiffers { differing: vec!["deaths", "list"] };
    assert_eq!(of_before.check_original(&other.placed(), &key()), Err(differing));
    of_before.versions = receipt.versions;
    let differing = RecallError::DigestDiffers { differing: vec!["list"] };
    assert_eq!(of_before.check_original(&placed, &key()), Err(differing));
}

#[test]
fn messages() {
    let delivered = ListRules::default();
    let placed = ListRules { closed: ClosedRule::ResidenceAtClosing, brussels: Brussels::Allowed };
    assert_snapshot!(
        RecallError::OtherDay { delivered: day("2026-02-10"), placed: day("2026-02-11") },
        @"the delivery was made on 2026-02-10, but the persons were placed on 2026-02-11; place them on the day of the delivery"
    );
    assert_snapshot!(
        RecallError::OtherRules { delivered, placed },
        @"the delivery was made with closed dossiers by `contract_municipality` and Brussels refused, but the persons were placed with closed dossiers by `residence_at_closing` and Brussels allowed; use the options of the delivery"
    );
    assert_snapshot!(
        RecallError::OtherKey { receipt: "2026-a".parse().unwrap(), given: "2026-b".parse().unwrap() },
        @"the receipt was made under key `2026-a`, but key `2026-b` was given; use the key of the receipt"
    );
    assert_snapshot!(
        RecallError::OtherDelivery { held: "A-1".parse().unwrap(), given: "A-2".parse().unwrap() },
        @"the list is that of request `A-1`, but a notice on request `A-2` was given; give one on the same delivery"
    );
    assert_snapshot!(
        RecallError::DigestDiffers { differing: vec!["dossiers", "list"] },
        @"the digest of dossiers, list differs from the receipt; give the inputs of the delivery, and the same key"
    );
    let mut made_by = Versions::own();
    made_by.library = "0.0.9".parse().unwrap();
    made_by.rules = "2025-06-01".parse().unwrap();
    made_by.municipalities = "REFNIS 2025-01-01".parse().unwrap();
    made_by.calendar = "2024-01-01".parse().unwrap();
    assert_snapshot!(
        RecallError::OtherVersions { made_by: Box::new(made_by) },
        @"the inputs are the right ones, but the list was made of them by library 0.0.9, rules of 2025-06-01, REFNIS 2025-01-01, calendars of 2024-01-01; ask this of that release, since here they give another list"
    );
}
