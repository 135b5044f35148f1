//! Recall over all deliveries: what was wrong with which, and of which it cannot be told.

use std::cell::Cell;

use inburgering::{Caseload, DigestKey, Recall, RecallError};
use inburgering_archive::{DisclosureLog, LogError, Recalls, Untold, Wanted, disclosures_of, recall_all};

use crate::log::forge;
use crate::samples::{ANNA, BORIS, Facts, Place, Sample, caseload, day, key, protocols, versions_of_before};

/// Deliveries to Gent and Brugge, and one to Lokeren that was made from other inputs, under another key.
pub(crate) fn three() -> Place {
    let place = Place::new();
    let archive = place.archive().with_old_keys([key()]);
    Sample::gent().deliver(&archive).unwrap();
    Sample::brugge().deliver(&archive).unwrap();
    let mut lokeren = Sample::new("A-3", "46029", "2026-02-03", "2026-02-12");
    lokeren.caseload = caseload(Facts::Untied);
    lokeren.key = other_key();
    lokeren.deliver(&archive).unwrap();
    place
}

pub(crate) fn other_key() -> DigestKey {
    DigestKey::new("2026-b", &[8; 32]).unwrap()
}

/// The inputs of each of the three.
pub(crate) fn original(wanted: &Wanted<'_>) -> Option<Caseload> {
    Some(caseload(if wanted.delivery.request.id().as_str() == "A-3" { Facts::Untied } else { Facts::Original }))
}

fn recalled(log: &DisclosureLog, keys: &[DigestKey]) -> Recalls {
    recall_all(log, original, &caseload(Facts::Corrected), keys).unwrap()
}

#[test]
fn each_delivery_is_held_against_the_corrected_inputs() {
    let place = three();
    let found = recalled(&place.log(), &[key(), other_key()]);
    let requests: Vec<&str> = found.recalled.iter().map(|one| one.delivery().request.id().as_str()).collect();
    assert_eq!(requests, ["A-1", "A-2", "A-3"]);
    let protocols = protocols(&["44021", "31005"]);
    let notice = |recall: &Recall| recall.notice(day("2026-03-02"), &protocols).unwrap();
    let notices: Vec<_> = found.wrong().map(notice).collect();
    assert_eq!(notices.len(), 2);
    let text = |numbers: &[inburgering::Insz]| numbers.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(text(&notices[0].delete), [ANNA]);
    let corrected: Vec<_> =
        notices[0].correct.iter().map(|row| (row.insz().to_string(), row.attest_obtained())).collect();
    assert_eq!(corrected, [(BORIS.to_owned(), true)]);
    // In Brugge, Anna was missed, and Chloë had died.
    assert_eq!((notices[1].delete.len(), notices[1].add.len(), notices[1].correct.len()), (1, 1, 0));
    assert_eq!(found.untold().count(), 0);
    insta::assert_snapshot!(found.to_string(), @"
    Rechtzetting van de mededelingen: stuk voor het agentschap

    Mededelingen, zonder de afgebroken: 3
    Juist: 1
    Recht te zetten: 2
    Niet na te gaan: 0

    ----

    Rechtzetting van een mededeling: stuk voor het agentschap

    Gemeente: Gent (44021)
    Aanvraag: A-1
    Dag van de mededeling: 10 februari 2026
    Aantal verbeteringen: 2

    78.03.02-903.17: meegedeeld met een verkeerde vermelding
      was: contract ondertekend: ja; attest behaald: nee
      was: volgt nog een traject en woont in 44021 (Gent): een actief dossier volgt de huidige woonplaats
      is: contract ondertekend: ja; attest behaald: ja
      is: alle dossiers zijn afgesloten: het dossier blijft bij 44021 (Gent), de gemeente van het laatste contract (3 februari 2025)
      nieuw: 19 december 2025: attest van inburgering behaald (dossier D-2)

    85.07.30-901.33: ten onrechte meegedeeld
      was: volgt nog een traject en woont in 44021 (Gent): een actief dossier volgt de huidige woonplaats
      is: volgt nog een traject en woont in 31005 (Brugge): een actief dossier volgt de huidige woonplaats
      vervallen: vanaf een onbekende dag: ingeschreven in 44021 (Gent)
      nieuw: vanaf een onbekende dag: ingeschreven in 31005 (Brugge)

    ----

    Rechtzetting van een mededeling: stuk voor het agentschap

    Gemeente: Brugge (31005)
    Aanvraag: A-2
    Dag van de mededeling: 11 februari 2026
    Aantal verbeteringen: 2

    85.07.30-901.33: ten onrechte niet meegedeeld
      was: volgt nog een traject en woont in 44021 (Gent): een actief dossier volgt de huidige woonplaats
      is: volgt nog een traject en woont in 31005 (Brugge): een actief dossier volgt de huidige woonplaats
      vervallen: vanaf een onbekende dag: ingeschreven in 44021 (Gent)
      nieuw: vanaf een onbekende dag: ingeschreven in 31005 (Brugge)

    90.01.15-902.60: ten onrechte meegedeeld
      was: volgt nog een traject en woont in 31005 (Brugge): een actief dossier volgt de huidige woonplaats
      is: de persoon is overleden op 2 januari 2026
      nieuw: 2 januari 2026: overleden
    ");
}

#[test]
fn of_which_it_cannot_be_told_is_said_with_why() {
    let place = three();
    let log = place.log();
    let corrected = caseload(Facts::Corrected);
    let none = recall_all(&log, |_| None, &corrected, &[key(), other_key()]).unwrap();
    assert_eq!(none.untold().map(|(_, why)| why.clone()).collect::<Vec<_>>(), vec![Untold::NoOriginal; 3]);

    // Every key of the log is asked for.
    let without_key = recall_all(&log, original, &corrected, &[other_key()]);
    assert_eq!(without_key, Err(LogError::KeyNotGiven { sequence: 1, key: "2026-a".parse().unwrap() }));

    let wrong = recall_all(&log, |_| Some(caseload(Facts::Corrected)), &corrected, &[key(), other_key()]).unwrap();
    let differing = |why: &Untold| match why {
        Untold::OtherOriginal(RecallError::DigestDiffers { differing }) => differing.clone(),
        _ => Vec::new(),
    };
    let differing: Vec<_> = wrong.untold().map(|(_, why)| differing(why)).collect();
    assert_eq!(differing[2], ["dossiers", "residences", "deaths", "replacements"]);
    insta::assert_snapshot!(wrong.to_string(), @"
    Rechtzetting van de mededelingen: stuk voor het agentschap

    Mededelingen, zonder de afgebroken: 3
    Juist: 0
    Recht te zetten: 0
    Niet na te gaan: 3

    Niet na te gaan:
    - mededeling 1 aan Gent (44021) van 10 februari 2026, aanvraag A-1: de bewaarde gegevens zijn niet meer die van toen
    - mededeling 3 aan Brugge (31005) van 11 februari 2026, aanvraag A-2: de bewaarde gegevens zijn niet meer die van toen
    - mededeling 5 aan Lokeren (46029) van 12 februari 2026, aanvraag A-3: de bewaarde gegevens zijn niet meer die van toen
    ");
}

#[test]
fn an_original_that_several_share_is_asked_for_once() {
    let place = three();
    let asked = Cell::new(0);
    let counted = |wanted: &Wanted<'_>| {
        asked.set(asked.get() + 1);
        original(wanted)
    };
    let found = recall_all(&place.log(), counted, &caseload(Facts::Corrected), &[key(), other_key()]).unwrap();
    assert_eq!((found.untold().count(), asked.get()), (0, 2));
    // Where the first has none, the second is asked too.
    let only_second = |wanted: &Wanted<'_>| {
        asked.set(asked.get() + 1);
        (wanted.name() == "A-2").then(|| caseload(Facts::Original))
    };
    asked.set(0);
    let found = recall_all(&place.log(), only_second, &caseload(Facts::Corrected), &[key(), other_key()]).unwrap();
    let untold: Vec<u64> = found.untold().map(|(delivery, _)| delivery.delivery).collect();
    assert_eq!((untold.as_slice(), asked.get()), ([1, 5].as_slice(), 3));
}

#[test]
fn inputs_that_are_others_are_not_taken_for_those_of_the_next() {
    let place = three();
    let corrected = caseload(Facts::Corrected);
    // Of the two deliveries from the same inputs, one is led to others.
    for (wrong, right) in [(1, 3), (3, 1)] {
        let one_wrong = |wanted: &Wanted<'_>| {
            let is_wrong = wanted.delivery.delivery == wrong;
            if is_wrong { Some(caseload(Facts::Corrected)) } else { original(wanted) }
        };
        let found = recall_all(&place.log(), one_wrong, &corrected, &[key(), other_key()]).unwrap();
        let untold: Vec<u64> = found.untold().map(|(delivery, _)| delivery.delivery).collect();
        // Where the right ones are asked for first, they serve the other too.
        assert_eq!(untold, if wrong < right { vec![wrong] } else { vec![] });
    }
    // They can be told by their digests.
    let delivery = &place.log().deliveries().unwrap()[0];
    let wanted = Wanted::new(delivery, None);
    assert!(wanted.fits(&caseload(Facts::Original), &[other_key(), key()]));
    assert!(
        !wanted.fits(&corrected, &[other_key(), key()]) && !wanted.fits(&caseload(Facts::Original), &[other_key()])
    );
}

#[test]
fn nothing_wrong_is_said_too() {
    let place = Place::new();
    Sample::gent().deliver(&place.archive()).unwrap();
    let found = recall_all(&place.log(), original, &caseload(Facts::Original), &[key()]).unwrap();
    assert_eq!((found.wrong().count(), found.to_notify().count()), (0, 0));
    assert!(found.to_string().contains("Juist: 1\nRecht te zetten: 0\n"), "{found}");
}

#[test]
fn a_list_that_other_rules_made_is_not_blamed_on_the_inputs() {
    let place = Place::new();
    Sample::gent().deliver(&place.archive()).unwrap();
    Sample::brugge().deliver(&place.archive()).unwrap();
    let log = place.log();
    // The release of before made another list of the same inputs.
    let other_list = key().digest("list", b"of other rules").to_string();
    let made_by = versions_of_before();
    forge(
        &place.log_path(),
        &format!(
            "UPDATE entries SET receipt = json_set(receipt, '$.digests.list', '{other_list}',
                '$.versions', json('{}')) WHERE sequence = 1",
            serde_json::to_string(&made_by).unwrap()
        ),
    );
    let found = recall_all(&log, original, &caseload(Facts::Corrected), &[key()]).unwrap();
    let untold: Vec<_> = found.untold().map(|(delivery, why)| (delivery.delivery, why.clone())).collect();
    assert_eq!(untold, [(1, Untold::OtherVersions { notice: None, made_by: Box::new(made_by) })]);
    assert!(found.to_string().contains("de regels of tabellen waarmee dit nagegaan wordt, zijn niet die van toen"));
    // They are the inputs for all that.
    let first = &log.deliveries().unwrap()[0];
    assert!(Wanted::new(first, None).fits(&caseload(Facts::Original), &[key()]));
    assert!(!Wanted::new(first, None).fits(&caseload(Facts::Corrected), &[key()]));
    let of_anna = [ANNA.parse().unwrap()];
    let letter = disclosures_of(&of_anna, &log, original, &[key()]).unwrap().letter().to_string();
    assert!(letter.contains("we moeten dat nog nagaan met de regels van toen"), "{letter}");
}
