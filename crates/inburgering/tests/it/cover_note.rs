//! The cover note: its Dutch text, and what it may say of closed dossiers.

use inburgering::{ClosedRows, CoverNote, LegalBasis, ProtocolDuration};
use insta::assert_snapshot;

use crate::delivering::{Exchange, dossier, number, protocol, register, request, residence, unpublished};
use crate::golden::{Tables, day};

/// So many persons in Brugge: active and closed without attest, and with attest.
#[derive(Clone, Copy)]
struct Persons {
    active_without: u32,
    closed_without: u32,
    active_with: u32,
    closed_with: u32,
}

fn note(persons: Persons) -> CoverNote {
    let mut tables = Tables::default();
    let Persons { active_without, closed_without, active_with, closed_with } = persons;
    let kinds = [
        (active_without, false, false),
        (closed_without, true, false),
        (active_with, false, true),
        (closed_with, true, true),
    ];
    let mut n = 0;
    for (count, is_closed, has_attest) in kinds {
        for _ in 0..count {
            let insz = number(n);
            let closed = if is_closed && !has_attest { "2025-05-05" } else { "" };
            let attest = if has_attest { "2025-05-05" } else { "" };
            tables.dossiers.push(dossier(
                &format!("D-{n}"),
                &insz,
                ["2025-02-03", "2025-02-03", attest, closed],
                "31005",
            ));
            if !is_closed {
                tables.dossiers.push(dossier(&format!("D-{n}b"), &insz, ["2025-06-02", "", "", ""], ""));
                tables.residences.push(residence(&insz, "31005", "", ""));
            }
            n += 1;
        }
    }
    let mut exchange = Exchange::brugge();
    exchange.tables = tables;
    let note = exchange.deliver().unwrap().cover_note;
    assert_eq!(note.persons, usize::try_from(n).unwrap());
    note
}

#[test]
fn the_number_of_closed_rows_is_told_from_five_of_either_kind_without_attest() {
    let closed = |active_without, closed_without| {
        note(Persons { active_without, closed_without, active_with: 0, closed_with: 0 }).closed
    };
    for (active, expected) in [(4, ClosedRows::Part), (5, ClosedRows::Number(9)), (6, ClosedRows::Number(9))] {
        assert_eq!(closed(active, 9), expected, "{active} active");
    }
    for (closed_without, expected) in [(4, ClosedRows::Part), (5, ClosedRows::Number(5)), (6, ClosedRows::Number(6))] {
        assert_eq!(closed(9, closed_without), expected, "{closed_without} closed");
    }
    assert_eq!(closed(0, 0), ClosedRows::Part);
    assert_eq!(ClosedRows::LEAST, 5);
}

#[test]
fn rows_with_attest_do_not_count_for_the_limits_but_do_for_the_number() {
    let persons = Persons { active_without: 5, closed_without: 5, active_with: 3, closed_with: 2 };
    assert_eq!(note(persons).closed, ClosedRows::Number(7));
    assert_eq!(note(Persons { active_without: 4, ..persons }).closed, ClosedRows::Part);
    assert_eq!(note(Persons { closed_without: 4, ..persons }).closed, ClosedRows::Part);
}

#[test]
fn the_whole_text_where_the_number_is_told() {
    let note = note(Persons { active_without: 5, closed_without: 5, active_with: 0, closed_with: 1 });
    assert_snapshot!(note, @r"
    Begeleidende nota bij de lijst van inburgeraars

    Gemeente: Brugge (31005)
    Dag van de mededeling: 10 februari 2026
    Aantal personen op de lijst: 11
    Protocol: P-31005 (standaardprotocol)
    Aanvraag: 31005-2026-02-02, ontvangen op 2 februari 2026
    Doeleinden: inburgeringsceremonie en buddywerking voor nieuwkomers
    Rechtsgrond: Decreet van 7 juni 2013 betreffende het Vlaamse integratie- en inburgeringsbeleid, art. 46/8, eerste lid, 4°, b) (van kracht vanaf 16 juni 2024)
    Te bewaren tot en met: 9 februari 2027

    De lijst vermeldt voor elke persoon drie gegevens: het rijksregisternummer, of er een inburgeringscontract is ondertekend, en of er een attest van inburgering is behaald. Gebruik de lijst alleen voor de doeleinden hierboven, bewaar ze niet langer dan toegestaan en vernietig ze daarna.

    Let op bij afgesloten dossiers. 6 personen op deze lijst hebben alleen afgesloten dossiers. Na het afsluiten volgt het agentschap een verhuizing niet meer op: wie intussen elders woont, kan nog op de lijst staan. Zoek daarom zelf op waar deze personen nu wonen, met het rijksregisternummer. Doe dat zeker voor wie het attest lang geleden behaalde, en voor wie zich lang geleden aanmeldde of een contract ondertekende: ook zonder attest kan het dossier afgesloten zijn. Wie nog een traject volgt, was op 10 februari 2026 in uw gemeente ingeschreven.

    Ter aandacht:
    - de rechtsgrond is artikel 46/8 van het decreet van 7 juni 2013; de webpagina van het agentschap vermeldt nog artikel 20
    ");
}

#[test]
fn the_whole_text_where_it_is_not_told_with_every_notice() {
    let mut exchange = Exchange::brugge();
    exchange.protocols = register([unpublished("44021", "2025-01-08", ProtocolDuration::Indefinite, 24)]);
    exchange.request = request("44021", "2026-02-02");
    let note = exchange.deliver().unwrap().cover_note;
    assert_snapshot!(note, @r"
    Begeleidende nota bij de lijst van inburgeraars

    Gemeente: Gent (44021)
    Dag van de mededeling: 10 februari 2026
    Aantal personen op de lijst: 1
    Protocol: P-44021 (standaardprotocol)
    Aanvraag: 44021-2026-02-02, ontvangen op 2 februari 2026
    Doeleinden: inburgeringsceremonie en buddywerking voor nieuwkomers
    Rechtsgrond: Decreet van 7 juni 2013 betreffende het Vlaamse integratie- en inburgeringsbeleid, art. 46/8, eerste lid, 4°, b) (van kracht vanaf 16 juni 2024)
    Te bewaren tot en met: 9 februari 2028

    De lijst vermeldt voor elke persoon drie gegevens: het rijksregisternummer, of er een inburgeringscontract is ondertekend, en of er een attest van inburgering is behaald. Gebruik de lijst alleen voor de doeleinden hierboven, bewaar ze niet langer dan toegestaan en vernietig ze daarna.

    Let op bij afgesloten dossiers. Een deel van de personen op deze lijst heeft misschien alleen afgesloten dossiers. Na het afsluiten volgt het agentschap een verhuizing niet meer op: wie intussen elders woont, kan nog op de lijst staan. Zoek daarom zelf op waar deze personen nu wonen, met het rijksregisternummer. Doe dat zeker voor wie het attest lang geleden behaalde, en voor wie zich lang geleden aanmeldde of een contract ondertekende: ook zonder attest kan het dossier afgesloten zijn. Wie nog een traject volgt, was op 10 februari 2026 in uw gemeente ingeschreven.

    Ter aandacht:
    - voor 44021 (Gent) treedt het eigen stedelijke agentschap op in de plaats van het agentschap Integratie en Inburgering
    - protocol P-44021 is van kracht, maar nog niet bekendgemaakt door het agentschap en de gemeente
    - de rechtsgrond is artikel 46/8 van het decreet van 7 juni 2013; de webpagina van het agentschap vermeldt nog artikel 20
    ");
}

#[test]
fn the_warning_is_there_when_nobody_is_on_the_list() {
    let note = note(Persons { active_without: 0, closed_without: 0, active_with: 0, closed_with: 0 }).to_string();
    assert!(note.contains("Aantal personen op de lijst: 0\n"));
    assert!(note.contains("Let op bij afgesloten dossiers."));
    assert!(note.contains("Zoek daarom zelf op waar deze personen nu wonen"));
}

#[test]
fn no_sentence_is_the_pages_own() {
    let note = note(Persons { active_without: 0, closed_without: 0, active_with: 0, closed_with: 0 }).to_string();
    for words in
        ["Gegevens worden niet meer automatisch bijgewerkt", "actuele adresgegevens te koppelen", "We raden aan"]
    {
        assert!(!note.contains(words));
    }
}

#[test]
fn the_law_caps_the_time_of_keeping_at_five_years_until_2024_06_15() {
    // The protocol says ten years.
    for (on, kept_until, legal_basis) in [
        ("2024-06-14", "2029-06-13", LegalBasis::Article20),
        ("2024-06-15", "2029-06-14", LegalBasis::Article20),
        ("2024-06-16", "2034-06-15", LegalBasis::Article46_8),
        ("2024-06-17", "2034-06-16", LegalBasis::Article46_8),
    ] {
        let mut exchange = Exchange::brugge();
        exchange.protocols = register([protocol("31005", "2024-01-08", ProtocolDuration::Indefinite, 120)]);
        exchange.request = request("31005", "2024-06-03");
        exchange.assessed_on = day("2024-06-04");
        exchange.on = day(on);
        let delivery = exchange.deliver().unwrap();
        assert_eq!(delivery.cover_note.kept_until, day(kept_until));
        assert_eq!(delivery.receipt.kept_until, day(kept_until));
        assert_eq!(delivery.cover_note.legal_basis, legal_basis);
        assert_eq!(delivery.receipt.legal_basis, legal_basis);
        // Published, and on the article that the page cites: there is nothing to notice until 2024-06-15.
        assert_eq!(delivery.cover_note.to_string().contains("Ter aandacht"), on >= "2024-06-16");
    }
}

#[cfg(feature = "serde")]
#[test]
fn serde_writes_the_note() {
    let exchange = Exchange::brugge();
    let note = serde_json::to_value(exchange.deliver().unwrap().cover_note).unwrap();
    assert_eq!(
        note,
        serde_json::json!({
            "municipality": "31005",
            "on": "2026-02-10",
            "protocol": "P-31005",
            "protocol_kind": "standard",
            "request": "31005-2026-02-02",
            "received_on": "2026-02-02",
            "purposes": ["ceremony", "buddy_work"],
            "legal_basis": "article_46_8",
            "persons": 6,
            "kept_until": "2027-02-09",
            "closed": "part",
            "notices": [{ "code": "page_cites_article_20" }],
        })
    );
    for closed in [ClosedRows::Number(12), ClosedRows::Part] {
        let json = serde_json::to_string(&closed).unwrap();
        assert_eq!(serde_json::from_str::<ClosedRows>(&json).unwrap(), closed);
    }
}
