//! The participant's own question: to whom was I disclosed, when, why?

use inburgering::{Caseload, Insz};
use inburgering_archive::{Disclosures, Step, Wanted, disclosures_of};

use crate::recalls::{original, other_key, three};
use crate::samples::{ANNA, CHLOE, DINA, DINA_BEFORE, Facts, Place, STRANGER, Sample, caseload, key};

fn asked(place: &Place, numbers: &[&str], originals: impl FnMut(&Wanted<'_>) -> Option<Caseload>) -> Disclosures {
    let numbers: Vec<Insz> = numbers.iter().map(|number| number.parse().unwrap()).collect();
    disclosures_of(&numbers, &place.log(), originals, &[key(), other_key()]).unwrap()
}

fn told(found: &Disclosures) -> Vec<(u64, String)> {
    found.disclosed.iter().map(|one| (one.delivery, one.number.to_string())).collect()
}

#[test]
fn each_list_on_which_the_person_stood_is_told() {
    let place = three();
    assert_eq!(told(&asked(&place, &[ANNA], original)), [(1, ANNA.to_owned())]);
    assert_eq!(told(&asked(&place, &[CHLOE], original)), [(3, CHLOE.to_owned())]);
    assert_eq!(told(&asked(&place, &[STRANGER], original)), []);
    let letter = asked(&place, &[STRANGER], original).letter().to_string();
    assert!(letter.contains("U stond op geen enkele lijst.\n"), "{letter}");
    insta::assert_snapshot!(asked(&place, &[ANNA], original).letter().to_string(), @r"
    Aan wie uw gegevens zijn meegedeeld

    U vroeg aan welke gemeenten het agentschap uw gegevens heeft meegedeeld (artikel 15 van de Algemene Verordening Gegevensbescherming). Gemeenten die daarvoor een protocol hebben, kunnen een lijst vragen van de inburgeraars in hun gemeente. Van elke persoon staan daarop drie gegevens: het rijksregisternummer, of er een inburgeringscontract is ondertekend, en of er een attest van inburgering is behaald.

    Opgezocht voor: 85.07.30-901.33

    U stond op één lijst:

    Gemeente: Gent (44021)
    Meegedeeld op: 10 februari 2026 om 12.00 uur (UTC+01:00)
    Meegedeeld rijksregisternummer: 85.07.30-901.33
    Contract ondertekend: nee
    Attest behaald: nee
    Waarvoor: inburgeringsceremonie en buddywerking voor nieuwkomers
    Rechtsgrond: Decreet van 7 juni 2013 betreffende het Vlaamse integratie- en inburgeringsbeleid, art. 46/8, eerste lid, 4°, b) (van kracht vanaf 16 juni 2024)
    Protocol: P-44021; aanvraag: A-1
    De gemeente mag de lijst bewaren tot en met 9 februari 2027.
    ");
}

#[test]
fn any_number_of_the_person_is_enough() {
    let place = three();
    for number in [DINA, DINA_BEFORE] {
        let found = asked(&place, &[number], original);
        assert_eq!(told(&found), [(1, DINA.to_owned())]);
        assert_eq!(found.numbers.iter().map(ToString::to_string).collect::<Vec<_>>(), [DINA_BEFORE, DINA]);
    }
}

#[test]
fn a_number_that_only_another_delivery_ties_to_the_person_counts_everywhere() {
    // To Lokeren, Dina moved meanwhile: its inputs do not know that her numbers are one, nor her old number.
    let place = Place::new();
    let archive = place.archive();
    let mut gent = Sample::gent();
    gent.caseload = only_dina_of_today();
    gent.deliver(&archive).unwrap();
    Sample::brugge().deliver(&archive).unwrap();
    let originals = |wanted: &Wanted<'_>| {
        Some(if wanted.delivery.delivery == 1 { only_dina_of_today() } else { caseload(Facts::Original) })
    };
    let found = asked(&place, &[DINA_BEFORE], originals);
    assert_eq!(told(&found), [(1, DINA.to_owned())]);
}

#[test]
fn a_number_that_became_two_leads_to_nobody_else() {
    let place = Place::new();
    let archive = place.archive();
    let mut gent = Sample::gent();
    gent.caseload = dina_became_two();
    gent.deliver(&archive).unwrap();
    let mut brugge = Sample::brugge();
    brugge.caseload = caseload(Facts::Untied);
    brugge.deliver(&archive).unwrap();
    let originals = |wanted: &Wanted<'_>| {
        Some(if wanted.delivery.delivery == 1 { dina_became_two() } else { caseload(Facts::Untied) })
    };
    let found = asked(&place, &[DINA], originals);
    assert_eq!((told(&found), found.untold.len()), (vec![], 0));
    assert_eq!(found.numbers, [DINA.parse().unwrap()]);
    assert!(!found.letter().to_string().contains(CHLOE));
    assert_eq!(told(&asked(&place, &[CHLOE], originals)), [(3, CHLOE.to_owned())]);
}

/// Dina's number of before, replaced by her own and by Chloé's.
fn dina_became_two() -> Caseload {
    use inburgering::{DossierText, ReplacementText, ResidenceText, UnreadableRows};
    let mut rows = Caseload::builder();
    let registered =
        DossierText { dossier: "D-4", insz: DINA_BEFORE, registered_on: "2025-05-05", ..Default::default() };
    rows.read_dossier(2, &registered);
    rows.read_residence(2, &ResidenceText { insz: DINA_BEFORE, municipality: "44021", ..Default::default() });
    for (row, insz_new) in (2..).zip([DINA, CHLOE]) {
        rows.read_replacement(row, &ReplacementText { insz_old: DINA_BEFORE, insz_new, replaced_on: "2025-11-03" });
    }
    rows.build(UnreadableRows::Refused).unwrap()
}

/// Dina alone, under the number of today.
fn only_dina_of_today() -> Caseload {
    use inburgering::{DossierText, ResidenceText, UnreadableRows};
    let mut rows = Caseload::builder();
    rows.read_dossier(
        2,
        &DossierText { dossier: "D-4", insz: DINA, registered_on: "2025-05-05", ..Default::default() },
    );
    rows.read_residence(2, &ResidenceText { insz: DINA, municipality: "44021", ..Default::default() });
    rows.build(UnreadableRows::Refused).unwrap()
}

#[test]
fn of_which_it_cannot_be_told_is_said() {
    let place = three();
    let found = asked(&place, &[ANNA], |wanted| original(wanted).filter(|_| wanted.delivery.delivery < 5));
    assert_eq!(told(&found), [(1, ANNA.to_owned())]);
    assert_eq!(found.untold.iter().map(|(delivery, _)| delivery.delivery).collect::<Vec<_>>(), [5]);
    let letter = asked(&place, &[ANNA], |_| Some(caseload(Facts::Corrected))).letter().to_string();
    let end = letter.split("Opgezocht").last().unwrap();
    insta::assert_snapshot!(end, @r"
     voor: 85.07.30-901.33

    U stond op geen enkele lijst, voor zover we konden nagaan.

    Van deze mededelingen kunnen we niet zeggen of u erop stond:
    - mededeling 1 aan Gent (44021) van 10 februari 2026, aanvraag A-1: we kunnen de gegevens van toen niet meer nagaan
    - mededeling 3 aan Brugge (31005) van 11 februari 2026, aanvraag A-2: we kunnen de gegevens van toen niet meer nagaan
    - mededeling 5 aan Lokeren (46029) van 12 februari 2026, aanvraag A-3: we kunnen de gegevens van toen niet meer nagaan
    ");
}

#[test]
fn a_delivery_that_may_have_been_made_is_told_as_that() {
    let place = Place::new();
    let archive = place.archive().watched_by(|step| {
        if step == Step::Intended {
            // The folder cannot get its name, so the delivery stays begun.
            PLACE.with_borrow(|path| std::fs::create_dir_all(path).unwrap());
        }
    });
    PLACE.set(place.folder().join("A-1"));
    Sample::gent().deliver(&archive).unwrap_err();
    let letter = asked(&place, &[ANNA], original).letter().to_string();
    assert!(letter.contains("het is niet zeker dat deze lijst de gemeente heeft bereikt"), "{letter}");
    // Once abandoned, it was not made.
    std::fs::remove_dir(place.folder().join("A-1")).unwrap();
    place.archive().abandon(1, Sample::gent().settlement()).unwrap();
    assert_eq!(told(&asked(&place, &[ANNA], original)), []);
}

thread_local! {
    static PLACE: std::cell::RefCell<std::path::PathBuf> = std::cell::RefCell::default();
}
