//! The catalogue of reasons: one snapshot of the whole, in both languages, with codes and citations.

use inburgering::{Municipality, Reason, ReasonCode, ReasonSet};

use crate::golden::day;

/// Every reason once, with the fields of an example.
fn examples() -> Vec<Reason> {
    let municipality = |code: &str| code.parse::<Municipality>().unwrap();
    let (gent, lokeren, luik) = (municipality("44021"), municipality("46029"), municipality("62063"));
    let (on, closed_on) = (day("2025-02-03"), day("2025-06-30"));
    vec![
        Reason::FollowsCurrentResidence { municipality: gent },
        Reason::StaysAtContractMunicipality { signed_on: on, municipality: gent },
        Reason::LivedThereAtClosing { closed_on, municipality: gent },
        Reason::ContractMunicipalityAndResident { signed_on: on, municipality: gent },
        Reason::BisNumber,
        Reason::Died { died_on: on },
        Reason::NotRegisteredInBelgium,
        Reason::ClosedWithoutContract,
        Reason::NotRegisteredAtClosing { closed_on },
        Reason::NoLongerRegistered,
        Reason::LivesElsewhere { residence: gent, contract: lokeren },
        Reason::OutsideFlanders { municipality: luik },
        Reason::BrusselsNotStated { municipality: municipality("21004") },
        Reason::UnreadableRow,
        Reason::ResidenceConflict { closed_on: None, one: gent, other: lokeren },
        Reason::MunicipalityNotYet { municipality: lokeren },
        Reason::MunicipalityUnknown { code: "99999".parse().unwrap() },
        Reason::ContractConflict { signed_on: on, one: gent, other: lokeren },
        Reason::ContractMunicipalityMissing { signed_on: on },
        Reason::ClosedBeforeRegistration,
        Reason::AttestBeforeRegistration,
        Reason::ContractBeforeRegistration,
        Reason::ContractAfterClosing,
        Reason::DossierRowsDiffer,
        Reason::BornAfterDay,
        Reason::NumberReplacedByTwo,
        Reason::NumbersReplacedInCircle,
        Reason::ReplacementOutOfOrder,
        Reason::SeveralNumbers,
    ]
}

#[test]
fn the_catalogue_has_every_reason_once_in_its_order() {
    let codes: Vec<ReasonCode> = examples().iter().map(Reason::code).collect();
    assert_eq!(codes, Reason::ALL);
    assert!(codes.is_sorted());
    assert!(examples().is_sorted(), "reasons sort in the order of the catalogue");
}

#[test]
fn the_catalogue() {
    let entry = |reason: Reason| {
        let (code, citation) = (reason.code(), reason.citation());
        format!("{code}\n  {reason}\n  {}\n  {citation}\n  {}", reason.dutch(), citation.dutch())
    };
    let catalogue: Vec<String> = examples().into_iter().map(entry).collect();
    insta::assert_snapshot!(catalogue.join("\n"), @r#"
    follows_current_residence
      still in a trajectory and living in 44021 (Gent): an active dossier follows current residence
      volgt nog een traject en woont in 44021 (Gent): een actief dossier volgt de huidige woonplaats
      AgII, page on the exchange of personal data with municipalities, "Disclaimer"
      AgII, pagina "Uitwisseling van persoonsgegevens tussen lokale besturen en het agentschap", "Disclaimer"
    stays_at_contract_municipality
      every dossier is closed: it stays at 44021 (Gent), the municipality of the latest contract (2025-02-03)
      alle dossiers zijn afgesloten: het dossier blijft bij 44021 (Gent), de gemeente van het laatste contract (3 februari 2025)
      Agreed working method, laid down in no legal text: closed dossiers stay at the contract's municipality
      Afgesproken werkwijze, niet in een wettekst vastgelegd: afgesloten dossiers blijven bij de contractgemeente
    lived_there_at_closing
      every dossier is closed: the person lived in 44021 (Gent) at closing (2025-06-30)
      alle dossiers zijn afgesloten: de persoon woonde bij het afsluiten (30 juni 2025) in 44021 (Gent)
      AgII, page on the exchange of personal data with municipalities, "Disclaimer", closed dossiers
      AgII, pagina "Uitwisseling van persoonsgegevens tussen lokale besturen en het agentschap", "Disclaimer", afgesloten dossiers
    contract_municipality_and_resident
      every dossier is closed: the person still lives in 44021 (Gent), the municipality of the latest contract (2025-02-03)
      alle dossiers zijn afgesloten: de persoon woont nog in 44021 (Gent), de gemeente van het laatste contract (3 februari 2025)
      AgII, page on the exchange of personal data with municipalities, "Protocol", item 1
      AgII, pagina "Uitwisseling van persoonsgegevens tussen lokale besturen en het agentschap", "Protocol", punt 1
    bis_number
      the number is a BIS number: the person is not in the National Register
      het nummer is een BIS-nummer: de persoon staat niet in het Rijksregister
      AgII, page on the exchange of personal data with municipalities, "Protocol", item 1
      AgII, pagina "Uitwisseling van persoonsgegevens tussen lokale besturen en het agentschap", "Protocol", punt 1
    died
      the person died on 2025-02-03
      de persoon is overleden op 3 februari 2025
      No legal text settles this; it is applied this way
      Geen wettekst regelt dit; het wordt zo toegepast
    not_registered_in_belgium
      still in a trajectory, but registered in no Belgian municipality on the day
      volgt nog een traject, maar is die dag in geen Belgische gemeente ingeschreven
      AgII, page on the exchange of personal data with municipalities, "Disclaimer"
      AgII, pagina "Uitwisseling van persoonsgegevens tussen lokale besturen en het agentschap", "Disclaimer"
    closed_without_contract
      every dossier is closed and no civic integration contract was signed
      alle dossiers zijn afgesloten en er is geen inburgeringscontract ondertekend
      Agreed working method, laid down in no legal text: closed dossiers stay at the contract's municipality
      Afgesproken werkwijze, niet in een wettekst vastgelegd: afgesloten dossiers blijven bij de contractgemeente
    not_registered_at_closing
      every dossier is closed and the person was registered in no Belgian municipality at closing (2025-06-30)
      alle dossiers zijn afgesloten en de persoon was bij het afsluiten (30 juni 2025) in geen Belgische gemeente ingeschreven
      AgII, page on the exchange of personal data with municipalities, "Disclaimer", closed dossiers
      AgII, pagina "Uitwisseling van persoonsgegevens tussen lokale besturen en het agentschap", "Disclaimer", afgesloten dossiers
    no_longer_registered
      every dossier is closed and the person is registered in no Belgian municipality on the day
      alle dossiers zijn afgesloten en de persoon is die dag in geen Belgische gemeente ingeschreven
      AgII, page on the exchange of personal data with municipalities, "Protocol", item 1
      AgII, pagina "Uitwisseling van persoonsgegevens tussen lokale besturen en het agentschap", "Protocol", punt 1
    lives_elsewhere
      every dossier is closed and the person lives in 44021 (Gent), not in 46029 (Lokeren), the municipality of the latest contract
      alle dossiers zijn afgesloten en de persoon woont in 44021 (Gent), niet in 46029 (Lokeren), de gemeente van het laatste contract
      AgII, page on the exchange of personal data with municipalities, "Protocol", item 1
      AgII, pagina "Uitwisseling van persoonsgegevens tussen lokale besturen en het agentschap", "Protocol", punt 1
    outside_flanders
      62063 (Luik) lies outside Flanders: only Flemish municipalities may get data
      62063 (Luik) ligt niet in Vlaanderen: alleen Vlaamse gemeenten kunnen gegevens krijgen
      AgII, page on the exchange of personal data with municipalities, first paragraph (Flanders)
      AgII, pagina "Uitwisseling van persoonsgegevens tussen lokale besturen en het agentschap", eerste alinea (Vlaanderen)
    brussels_not_stated
      21004 (Brussel) lies in Brussels: it is stated nowhere that Brussels municipalities may get data
      21004 (Brussel) ligt in Brussel: nergens staat dat Brusselse gemeenten gegevens kunnen krijgen
      No legal text settles this; it is applied this way
      Geen wettekst regelt dit; het wordt zo toegepast
    unreadable_row
      a row about this person cannot be read and was set aside
      een rij over deze persoon is onleesbaar en werd opzijgezet
      No legal text settles this; it is applied this way
      Geen wettekst regelt dit; het wordt zo toegepast
    residence_conflict
      two residences cover the day: 44021 (Gent) and 46029 (Lokeren)
      twee woonplaatsen gelden op die dag: 44021 (Gent) en 46029 (Lokeren)
      No legal text settles this; it is applied this way
      Geen wettekst regelt dit; het wordt zo toegepast
    municipality_not_yet
      the municipality code 46029 (Lokeren) begins only on 2025-01-01
      de gemeentecode 46029 (Lokeren) begint pas op 1 januari 2025
      Statbel, REFNIS (CC BY 4.0), municipality codes since 1995
      Statbel, REFNIS (CC BY 4.0), gemeentecodes sinds 1995
    municipality_unknown
      99999 is no code of a Belgian municipality
      99999 is geen code van een Belgische gemeente
      Statbel, REFNIS (CC BY 4.0), municipality codes since 1995
      Statbel, REFNIS (CC BY 4.0), gemeentecodes sinds 1995
    contract_conflict
      the latest contracts were signed on one day (2025-02-03), in 44021 (Gent) and in 46029 (Lokeren)
      de laatste contracten zijn op dezelfde dag (3 februari 2025) ondertekend, in 44021 (Gent) en in 46029 (Lokeren)
      No legal text settles this; it is applied this way
      Geen wettekst regelt dit; het wordt zo toegepast
    contract_municipality_missing
      the latest contract (2025-02-03) has no municipality
      bij het laatste contract (3 februari 2025) staat geen gemeente
      No legal text settles this; it is applied this way
      Geen wettekst regelt dit; het wordt zo toegepast
    closed_before_registration
      a dossier was closed before its registration
      een dossier is afgesloten vóór de aanmelding
      No legal text settles this; it is applied this way
      Geen wettekst regelt dit; het wordt zo toegepast
    attest_before_registration
      an attest was obtained before the registration
      een attest is behaald vóór de aanmelding
      No legal text settles this; it is applied this way
      Geen wettekst regelt dit; het wordt zo toegepast
    contract_before_registration
      a contract was signed before the registration
      een contract is ondertekend vóór de aanmelding
      No legal text settles this; it is applied this way
      Geen wettekst regelt dit; het wordt zo toegepast
    contract_after_closing
      a contract was signed after the closing of its dossier
      een contract is ondertekend na het afsluiten van het dossier
      No legal text settles this; it is applied this way
      Geen wettekst regelt dit; het wordt zo toegepast
    dossier_rows_differ
      rows with one dossier number contradict each other
      rijen met hetzelfde dossiernummer spreken elkaar tegen
      No legal text settles this; it is applied this way
      Geen wettekst regelt dit; het wordt zo toegepast
    born_after_day
      by the register number the person was born after the day
      volgens het rijksregisternummer is de persoon na die dag geboren
      No legal text settles this; it is applied this way
      Geen wettekst regelt dit; het wordt zo toegepast
    number_replaced_by_two
      a register number was replaced by two numbers
      een rijksregisternummer is door twee nummers vervangen
      No legal text settles this; it is applied this way
      Geen wettekst regelt dit; het wordt zo toegepast
    numbers_replaced_in_circle
      register numbers were replaced by each other in a circle
      rijksregisternummers zijn in een kring door elkaar vervangen
      No legal text settles this; it is applied this way
      Geen wettekst regelt dit; het wordt zo toegepast
    replacement_out_of_order
      a later replacement of the register number is in force where an earlier one is not
      een latere vervanging van het rijksregisternummer is al ingegaan, een eerdere nog niet
      No legal text settles this; it is applied this way
      Geen wettekst regelt dit; het wordt zo toegepast
    several_numbers
      the person has more than one last register number on the day
      de persoon heeft die dag meer dan één geldend rijksregisternummer
      No legal text settles this; it is applied this way
      Geen wettekst regelt dit; het wordt zo toegepast
    "#);
}

#[test]
fn a_conflict_on_the_closing_day_names_it() {
    let municipality = |code: &str| code.parse::<Municipality>().unwrap();
    let (one, other) = (municipality("44021"), municipality("46029"));
    let conflict = Reason::ResidenceConflict { closed_on: Some(day("2025-06-30")), one, other };
    insta::assert_snapshot!(format!("{conflict}\n{}", conflict.dutch()), @r#"
    two residences cover the closing day (2025-06-30): 44021 (Gent) and 46029 (Lokeren)
    twee woonplaatsen gelden op de dag van het afsluiten (30 juni 2025): 44021 (Gent) en 46029 (Lokeren)
    "#);
}

#[cfg(feature = "serde")]
#[test]
fn a_reason_is_written_with_its_code() {
    for reason in examples() {
        let json = serde_json::to_value(reason).unwrap();
        assert_eq!(json["reason"], reason.code().as_str());
        assert_eq!(serde_json::from_value::<Reason>(json).unwrap(), reason);
        assert_eq!(serde_json::to_value(reason.code()).unwrap(), reason.code().as_str());
    }
}

#[test]
fn a_set_of_reasons_holds_each_code_once_in_the_order_of_the_catalogue() {
    let unknown = |code: &str| Reason::MunicipalityUnknown { code: code.parse().unwrap() };
    let set = ReasonSet::of(&[Reason::SeveralNumbers, unknown("99999"), unknown("99998"), Reason::BisNumber]);
    let codes = [ReasonCode::BisNumber, ReasonCode::MunicipalityUnknown, ReasonCode::SeveralNumbers];
    assert_eq!(set.iter().collect::<Vec<_>>(), codes);
    assert!(set.contains(ReasonCode::SeveralNumbers) && !set.contains(ReasonCode::Died));
    assert_eq!(format!("{set:?}"), "{BisNumber, MunicipalityUnknown, SeveralNumbers}");
    assert_eq!(ReasonSet::of(&examples()).iter().count(), ReasonCode::ALL.len());
    assert_eq!(ReasonSet::default().iter().count(), 0);
}
