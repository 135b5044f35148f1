//! The explanation: a short letter in two languages.

use chrono::{Days, NaiveDate};
use inburgering::{
    ClosedRule, Explanation, Fact, Insz, Language, ListRules, Municipality, Outcome, Placed, Reason, TimelinePeriod,
    UnknownPersonError, UnreadableRows,
};
use insta::assert_snapshot;
use proptest::prelude::*;

use crate::delivering::{
    ATTEST_ALONE, CLOSED, CONFLICT, DEAD, Exchange, MOVED, NEW_NUMBER, OLD_NUMBER, STRANGER, death, dossier,
    replacement, residence,
};
use crate::disclosure::assert_no_number;
use crate::generated::{days, tables};
use crate::golden::{self, DossierRow, Tables, day};

fn placed(on: &str) -> Placed {
    Exchange { on: day(on), ..Exchange::brugge() }.placed()
}

fn explain(number: &str, on: &str, language: Language) -> Explanation {
    placed(on).explain(number.parse().unwrap(), language).unwrap()
}

use Language::{Dutch, English};

#[derive(serde::Deserialize)]
struct Case {
    name: String,
    insz: String,
    on: String,
    dutch: Vec<String>,
    english: Vec<String>,
    #[serde(default)]
    leaves_facts_out: bool,
    outcome: Option<String>,
    reasons: Option<Vec<String>>,
    #[serde(flatten)]
    tables: Tables,
}

/// The numbers of the rows but for this one, in both spellings.
fn other_numbers(tables: &Tables, insz: &str) -> Vec<String> {
    let of_rows = tables.dossiers.iter().map(|row| &row.insz).chain(tables.residences.iter().map(|row| &row.insz));
    let replaced = tables.replacements.iter().flat_map(|row| [&row.insz_old, &row.insz_new]);
    let others = of_rows.chain(replaced).filter(|&number| number != insz);
    others.flat_map(|number| [number.clone(), number.replace(['.', '-'], "")]).collect()
}

#[test]
fn golden_cases() {
    for case in golden::cases("explanation") {
        let Case { name, insz, on, dutch, english, leaves_facts_out, outcome, reasons, tables } = case;
        let placed = tables.caseload(UnreadableRows::Refused).unwrap().place(day(&on), ListRules::default()).unwrap();
        for (language, expected) in [(Dutch, &dutch), (English, &english)] {
            let letter = placed.explain(insz.parse().unwrap(), language).unwrap();
            let facts: Vec<String> = letter.facts.iter().map(|fact| fact.sentence(language)).collect();
            assert_eq!(&facts, expected, "{name}");
            let text = letter.to_string();
            assert!(facts.iter().all(|fact| text.contains(&format!("\n- {fact}\n"))), "{name}: {text}");
            assert_eq!(letter.leaves_facts_out, leaves_facts_out, "{name}");
            assert_eq!(letter.left_out().is_some_and(|sentence| text.contains(sentence)), leaves_facts_out, "{name}");
            if let Some(outcome) = &outcome {
                assert_eq!(letter.answer.outcome.as_str(), outcome, "{name}");
            }
            if let Some(reasons) = &reasons {
                let found: Vec<&str> = letter.answer.reasons.iter().map(|reason| reason.code().as_str()).collect();
                assert_eq!(&found, reasons, "{name}");
            }
            if leaves_facts_out {
                assert!(text.contains(&insz), "{name}");
                for other in other_numbers(&tables, &insz) {
                    assert!(!text.contains(&other), "{name}: {text}");
                }
            }
        }
    }
}

/// The article on which lists are given, on the days about its changes.
#[test]
fn a_letter_tells_the_legal_basis_of_its_day() {
    let tables = Tables {
        dossiers: vec![dossier("D-1", MOVED, ["2019-01-07", "", "", ""], "")],
        residences: vec![residence(MOVED, "44021", "", "")],
        ..Tables::default()
    };
    let caseload = tables.caseload(UnreadableRows::Refused).unwrap();
    for (on, article) in [
        ("2019-07-28", None),
        ("2019-07-29", Some("art. 20 §1, 7°")),
        ("2024-06-15", Some("art. 20 §1, 7°")),
        ("2024-06-16", Some("art. 46/8")),
    ] {
        let placed = caseload.place(day(on), ListRules::default()).unwrap();
        for language in [Dutch, English] {
            let letter = placed.explain(MOVED.parse().unwrap(), language).unwrap();
            let (sentence, text) = (letter.legal_basis_sentence(), letter.to_string());
            assert!(text.contains(&format!("\n{sentence}\n")), "{on}: {text}");
            assert_eq!(sentence.contains("art. "), article.is_some(), "{on}: {sentence}");
            assert!(article.is_none_or(|article| sentence.contains(article)), "{on}: {sentence}");
            let links = text.lines().filter(|line| line.contains("https://www.ejustice.just.fgov.be/eli/decreet/"));
            assert_eq!(links.count(), usize::from(article.is_some()), "{on}: {text}");
        }
    }
    let placed = caseload.place(day("2019-07-28"), ListRules::default()).unwrap();
    let letter = |language| placed.explain(MOVED.parse().unwrap(), language).unwrap().legal_basis_sentence();
    assert_snapshot!(letter(Dutch), @"Op 28 juli 2019 was er nog geen rechtsgrond om lijsten aan gemeenten te geven.");
    assert_snapshot!(letter(English), @"On 2019-07-28 there was no legal basis yet for giving lists to municipalities.");
}

#[test]
fn an_active_participant_who_moved() {
    assert_snapshot!(explain(MOVED, "2026-02-10", Dutch), @r#"
    Uitleg over 85.07.30-901.33 op 10 februari 2026

    Antwoord: deze persoon staat op de lijst van 31005 (Brugge).
    Reden: volgt nog een traject en woont in 31005 (Brugge): een actief dossier volgt de huidige woonplaats.
    Bron: AgII, pagina "Uitwisseling van persoonsgegevens tussen lokale besturen en het agentschap", "Disclaimer".
    Te lezen op: https://www.integratie-inburgering.be/nl/wat-kunnen-we-voor-jou-doen/ondersteuning-voor-je-organisatie-of-lokaal-bestuur/advies-en-begeleiding/uitwisseling-persoonsgegevens
    Rechtsgrond van de lijsten op 10 februari 2026: Decreet van 7 juni 2013 betreffende het Vlaamse integratie- en inburgeringsbeleid, art. 46/8, eerste lid, 4°, b) (van kracht vanaf 16 juni 2024).
    Te lezen op: https://www.ejustice.just.fgov.be/eli/decreet/2013/06/07/2013204197/justel
    Inburgeringscontract ondertekend: ja.
    Attest van inburgering behaald: nee.

    Volgens alles wat nu geregistreerd is, geldt dit antwoord vanaf 1 september 2025, zolang er geen nieuwe gegevens bijkomen.

    De gegevens, zoals bekend op 10 februari 2026:
    - vanaf 5 november 2024 tot 1 september 2025 (niet inbegrepen): ingeschreven in 44021 (Gent)
    - 6 januari 2025: aanmelding (dossier D-1)
    - 3 februari 2025: inburgeringscontract ondertekend in 44021 (Gent) (dossier D-1)
    - vanaf 1 september 2025: ingeschreven in 31005 (Brugge)

    Het antwoord door de tijd, volgens alles wat nu geregistreerd is:
    - van 6 januari 2025 tot en met 2 februari 2025: op de lijst van 44021 (Gent); contract nee, attest nee; volgt nog een traject en woont in 44021 (Gent): een actief dossier volgt de huidige woonplaats
    - van 3 februari 2025 tot en met 31 augustus 2025: op de lijst van 44021 (Gent); contract ja, attest nee; volgt nog een traject en woont in 44021 (Gent): een actief dossier volgt de huidige woonplaats
    - vanaf 1 september 2025: op de lijst van 31005 (Brugge); contract ja, attest nee; volgt nog een traject en woont in 31005 (Brugge): een actief dossier volgt de huidige woonplaats
    "#);
    assert_snapshot!(explain(MOVED, "2026-02-10", English), @r#"
    Explanation for 85.07.30-901.33 on 2026-02-10

    Answer: this person is on the list of 31005 (Brugge).
    Reason: still in a trajectory and living in 31005 (Brugge): an active dossier follows current residence.
    Source: AgII, page on the exchange of personal data with municipalities, "Disclaimer".
    To be read at: https://www.integratie-inburgering.be/nl/wat-kunnen-we-voor-jou-doen/ondersteuning-voor-je-organisatie-of-lokaal-bestuur/advies-en-begeleiding/uitwisseling-persoonsgegevens
    Legal basis of the lists on 2026-02-10: Decree of 7 June 2013 on Flemish integration and civic integration policy, art. 46/8, first paragraph, 4°, b) (in force from 2024-06-16).
    To be read at: https://www.ejustice.just.fgov.be/eli/decreet/2013/06/07/2013204197/justel
    Civic integration contract signed: yes.
    Civic integration certificate obtained: no.

    By all that is recorded now, this answer holds from 2025-09-01 on, as long as there are no new facts.

    The facts, as known on 2026-02-10:
    - from 2024-11-05 until 2025-09-01 (not included): registered in 44021 (Gent)
    - 2025-01-06: registration (dossier D-1)
    - 2025-02-03: civic integration contract signed in 44021 (Gent) (dossier D-1)
    - from 2025-09-01: registered in 31005 (Brugge)

    The answer through time, by all that is recorded now:
    - from 2025-01-06 to 2025-02-02, that day included: on the list of 44021 (Gent); contract no, certificate no; still in a trajectory and living in 44021 (Gent): an active dossier follows current residence
    - from 2025-02-03 to 2025-08-31, that day included: on the list of 44021 (Gent); contract yes, certificate no; still in a trajectory and living in 44021 (Gent): an active dossier follows current residence
    - from 2025-09-01 on: on the list of 31005 (Brugge); contract yes, certificate no; still in a trajectory and living in 31005 (Brugge): an active dossier follows current residence
    "#);
}

#[test]
fn a_closed_dossier_until_a_new_one() {
    assert_snapshot!(explain(ATTEST_ALONE, "2025-09-30", Dutch), @"
    Uitleg over 01.12.31-904.46 op 30 september 2025

    Antwoord: deze persoon staat op geen enkele lijst.
    Reden: alle dossiers zijn afgesloten en er is geen inburgeringscontract ondertekend.
    Bron: Afgesproken werkwijze, niet in een wettekst vastgelegd: afgesloten dossiers blijven bij de contractgemeente.
    Zie ook: https://www.integratie-inburgering.be/nl/wat-kunnen-we-voor-jou-doen/ondersteuning-voor-je-organisatie-of-lokaal-bestuur/advies-en-begeleiding/uitwisseling-persoonsgegevens
    Rechtsgrond van de lijsten op 30 september 2025: Decreet van 7 juni 2013 betreffende het Vlaamse integratie- en inburgeringsbeleid, art. 46/8, eerste lid, 4°, b) (van kracht vanaf 16 juni 2024).
    Te lezen op: https://www.ejustice.just.fgov.be/eli/decreet/2013/06/07/2013204197/justel
    Inburgeringscontract ondertekend: nee.
    Attest van inburgering behaald: ja.

    Volgens alles wat nu geregistreerd is, geldt dit antwoord van 6 mei 2024 tot en met 30 september 2025.

    De gegevens, zoals bekend op 30 september 2025:
    - vanaf een onbekende dag: ingeschreven in 31005 (Brugge)
    - 4 september 2023: aanmelding (dossier D-4)
    - 6 mei 2024: attest van inburgering behaald (dossier D-4)

    Het antwoord door de tijd, volgens alles wat nu geregistreerd is:
    - van 4 september 2023 tot en met 5 mei 2024: op de lijst van 31005 (Brugge); contract nee, attest nee; volgt nog een traject en woont in 31005 (Brugge): een actief dossier volgt de huidige woonplaats
    - van 6 mei 2024 tot en met 30 september 2025: op geen enkele lijst; contract nee, attest ja; alle dossiers zijn afgesloten en er is geen inburgeringscontract ondertekend
    - vanaf 1 oktober 2025: op de lijst van 31005 (Brugge); contract nee, attest ja; volgt nog een traject en woont in 31005 (Brugge): een actief dossier volgt de huidige woonplaats
    ");
    assert_snapshot!(explain(CLOSED, "2026-02-10", Dutch), @"
    Uitleg over 90.01.15-902.60 op 10 februari 2026

    Antwoord: deze persoon staat op de lijst van 31005 (Brugge).
    Reden: alle dossiers zijn afgesloten: het dossier blijft bij 31005 (Brugge), de gemeente van het laatste contract (1 maart 2024).
    Bron: Afgesproken werkwijze, niet in een wettekst vastgelegd: afgesloten dossiers blijven bij de contractgemeente.
    Zie ook: https://www.integratie-inburgering.be/nl/wat-kunnen-we-voor-jou-doen/ondersteuning-voor-je-organisatie-of-lokaal-bestuur/advies-en-begeleiding/uitwisseling-persoonsgegevens
    Rechtsgrond van de lijsten op 10 februari 2026: Decreet van 7 juni 2013 betreffende het Vlaamse integratie- en inburgeringsbeleid, art. 46/8, eerste lid, 4°, b) (van kracht vanaf 16 juni 2024).
    Te lezen op: https://www.ejustice.just.fgov.be/eli/decreet/2013/06/07/2013204197/justel
    Inburgeringscontract ondertekend: ja.
    Attest van inburgering behaald: ja.

    Volgens alles wat nu geregistreerd is, geldt dit antwoord vanaf 30 juni 2025, zolang er geen nieuwe gegevens bijkomen.

    De gegevens, zoals bekend op 10 februari 2026:
    - vanaf 5 november 2023 tot 15 juli 2025 (niet inbegrepen): ingeschreven in 31005 (Brugge)
    - 8 januari 2024: aanmelding (dossier D-2)
    - 1 maart 2024: inburgeringscontract ondertekend in 31005 (Brugge) (dossier D-2)
    - 30 juni 2025: attest van inburgering behaald (dossier D-2)
    - vanaf 15 juli 2025: ingeschreven in 44021 (Gent)

    Het antwoord door de tijd, volgens alles wat nu geregistreerd is:
    - van 8 januari 2024 tot en met 29 februari 2024: op de lijst van 31005 (Brugge); contract nee, attest nee; volgt nog een traject en woont in 31005 (Brugge): een actief dossier volgt de huidige woonplaats
    - van 1 maart 2024 tot en met 29 juni 2025: op de lijst van 31005 (Brugge); contract ja, attest nee; volgt nog een traject en woont in 31005 (Brugge): een actief dossier volgt de huidige woonplaats
    - vanaf 30 juni 2025: op de lijst van 31005 (Brugge); contract ja, attest ja; alle dossiers zijn afgesloten: het dossier blijft bij 31005 (Brugge), de gemeente van het laatste contract (1 maart 2024)
    ");
    assert_snapshot!(explain(CLOSED, "2026-02-10", English), @"
    Explanation for 90.01.15-902.60 on 2026-02-10

    Answer: this person is on the list of 31005 (Brugge).
    Reason: every dossier is closed: it stays at 31005 (Brugge), the municipality of the latest contract (2024-03-01).
    Source: Agreed working method, laid down in no legal text: closed dossiers stay at the contract's municipality.
    See also: https://www.integratie-inburgering.be/nl/wat-kunnen-we-voor-jou-doen/ondersteuning-voor-je-organisatie-of-lokaal-bestuur/advies-en-begeleiding/uitwisseling-persoonsgegevens
    Legal basis of the lists on 2026-02-10: Decree of 7 June 2013 on Flemish integration and civic integration policy, art. 46/8, first paragraph, 4°, b) (in force from 2024-06-16).
    To be read at: https://www.ejustice.just.fgov.be/eli/decreet/2013/06/07/2013204197/justel
    Civic integration contract signed: yes.
    Civic integration certificate obtained: yes.

    By all that is recorded now, this answer holds from 2025-06-30 on, as long as there are no new facts.

    The facts, as known on 2026-02-10:
    - from 2023-11-05 until 2025-07-15 (not included): registered in 31005 (Brugge)
    - 2024-01-08: registration (dossier D-2)
    - 2024-03-01: civic integration contract signed in 31005 (Brugge) (dossier D-2)
    - 2025-06-30: civic integration certificate obtained (dossier D-2)
    - from 2025-07-15: registered in 44021 (Gent)

    The answer through time, by all that is recorded now:
    - from 2024-01-08 to 2024-02-29, that day included: on the list of 31005 (Brugge); contract no, certificate no; still in a trajectory and living in 31005 (Brugge): an active dossier follows current residence
    - from 2024-03-01 to 2025-06-29, that day included: on the list of 31005 (Brugge); contract yes, certificate no; still in a trajectory and living in 31005 (Brugge): an active dossier follows current residence
    - from 2025-06-30 on: on the list of 31005 (Brugge); contract yes, certificate yes; every dossier is closed: it stays at 31005 (Brugge), the municipality of the latest contract (2024-03-01)
    ");
}

#[test]
fn undetermined() {
    assert_snapshot!(explain(CONFLICT, "2026-02-10", Dutch), @"
    Uitleg over 88.03.03-910.93 op 10 februari 2026

    Antwoord: niet te bepalen. Dat is geen neen: eerst moeten de gegevens rechtgezet worden.
    Reden: twee woonplaatsen gelden op die dag: 31005 (Brugge) en 44021 (Gent).
    Bron: Geen wettekst regelt dit; het wordt zo toegepast.
    Rechtsgrond van de lijsten op 10 februari 2026: Decreet van 7 juni 2013 betreffende het Vlaamse integratie- en inburgeringsbeleid, art. 46/8, eerste lid, 4°, b) (van kracht vanaf 16 juni 2024).
    Te lezen op: https://www.ejustice.just.fgov.be/eli/decreet/2013/06/07/2013204197/justel
    Inburgeringscontract ondertekend: nee.
    Attest van inburgering behaald: nee.

    Volgens alles wat nu geregistreerd is, geldt dit antwoord vanaf 3 maart 2025, zolang er geen nieuwe gegevens bijkomen.

    De gegevens, zoals bekend op 10 februari 2026:
    - vanaf 15 januari 2025: ingeschreven in 31005 (Brugge)
    - vanaf 15 februari 2025: ingeschreven in 44021 (Gent)
    - 3 maart 2025: aanmelding (dossier D-7)

    Het antwoord door de tijd, volgens alles wat nu geregistreerd is:
    - vanaf 3 maart 2025: niet te bepalen; contract nee, attest nee; twee woonplaatsen gelden op die dag: 31005 (Brugge) en 44021 (Gent)
    ");
    assert_snapshot!(explain(CONFLICT, "2026-02-10", English), @"
    Explanation for 88.03.03-910.93 on 2026-02-10

    Answer: cannot be determined. That is not a no: the facts must be put right first.
    Reason: two residences cover the day: 31005 (Brugge) and 44021 (Gent).
    Source: No legal text settles this; it is applied this way.
    Legal basis of the lists on 2026-02-10: Decree of 7 June 2013 on Flemish integration and civic integration policy, art. 46/8, first paragraph, 4°, b) (in force from 2024-06-16).
    To be read at: https://www.ejustice.just.fgov.be/eli/decreet/2013/06/07/2013204197/justel
    Civic integration contract signed: no.
    Civic integration certificate obtained: no.

    By all that is recorded now, this answer holds from 2025-03-03 on, as long as there are no new facts.

    The facts, as known on 2026-02-10:
    - from 2025-01-15: registered in 31005 (Brugge)
    - from 2025-02-15: registered in 44021 (Gent)
    - 2025-03-03: registration (dossier D-7)

    The answer through time, by all that is recorded now:
    - from 2025-03-03 on: cannot be determined; contract no, certificate no; two residences cover the day: 31005 (Brugge) and 44021 (Gent)
    ");
}

#[test]
fn on_no_list() {
    assert_snapshot!(explain(DEAD, "2026-02-10", Dutch), @"
    Uitleg over 88.03.03-911.92 op 10 februari 2026

    Antwoord: deze persoon staat op geen enkele lijst.
    Reden: de persoon is overleden op 24 december 2025.
    Bron: Geen wettekst regelt dit; het wordt zo toegepast.
    Rechtsgrond van de lijsten op 10 februari 2026: Decreet van 7 juni 2013 betreffende het Vlaamse integratie- en inburgeringsbeleid, art. 46/8, eerste lid, 4°, b) (van kracht vanaf 16 juni 2024).
    Te lezen op: https://www.ejustice.just.fgov.be/eli/decreet/2013/06/07/2013204197/justel
    Inburgeringscontract ondertekend: ja.
    Attest van inburgering behaald: nee.

    Volgens alles wat nu geregistreerd is, geldt dit antwoord vanaf 24 december 2025, zolang er geen nieuwe gegevens bijkomen.

    De gegevens, zoals bekend op 10 februari 2026:
    - vanaf 15 januari 2025: ingeschreven in 31005 (Brugge)
    - 3 maart 2025: aanmelding (dossier D-8)
    - 1 april 2025: inburgeringscontract ondertekend in 31005 (Brugge) (dossier D-8)
    - 24 december 2025: overleden

    Het antwoord door de tijd, volgens alles wat nu geregistreerd is:
    - van 3 maart 2025 tot en met 31 maart 2025: op de lijst van 31005 (Brugge); contract nee, attest nee; volgt nog een traject en woont in 31005 (Brugge): een actief dossier volgt de huidige woonplaats
    - van 1 april 2025 tot en met 23 december 2025: op de lijst van 31005 (Brugge); contract ja, attest nee; volgt nog een traject en woont in 31005 (Brugge): een actief dossier volgt de huidige woonplaats
    - vanaf 24 december 2025: op geen enkele lijst; contract ja, attest nee; de persoon is overleden op 24 december 2025
    ");
    assert_snapshot!(explain(DEAD, "2026-02-10", English), @"
    Explanation for 88.03.03-911.92 on 2026-02-10

    Answer: this person is on no list.
    Reason: the person died on 2025-12-24.
    Source: No legal text settles this; it is applied this way.
    Legal basis of the lists on 2026-02-10: Decree of 7 June 2013 on Flemish integration and civic integration policy, art. 46/8, first paragraph, 4°, b) (in force from 2024-06-16).
    To be read at: https://www.ejustice.just.fgov.be/eli/decreet/2013/06/07/2013204197/justel
    Civic integration contract signed: yes.
    Civic integration certificate obtained: no.

    By all that is recorded now, this answer holds from 2025-12-24 on, as long as there are no new facts.

    The facts, as known on 2026-02-10:
    - from 2025-01-15: registered in 31005 (Brugge)
    - 2025-03-03: registration (dossier D-8)
    - 2025-04-01: civic integration contract signed in 31005 (Brugge) (dossier D-8)
    - 2025-12-24: died

    The answer through time, by all that is recorded now:
    - from 2025-03-03 to 2025-03-31, that day included: on the list of 31005 (Brugge); contract no, certificate no; still in a trajectory and living in 31005 (Brugge): an active dossier follows current residence
    - from 2025-04-01 to 2025-12-23, that day included: on the list of 31005 (Brugge); contract yes, certificate no; still in a trajectory and living in 31005 (Brugge): an active dossier follows current residence
    - from 2025-12-24 on: on no list; contract yes, certificate no; the person died on 2025-12-24
    ");
}

/// Two persons' numbers came of one: the one moves within the years, the other's days and municipalities are nowhere.
fn two_of_one() -> Exchange {
    let mut exchange = Exchange::brugge();
    exchange.tables = Tables {
        dossiers: vec![
            dossier("D-1", MOVED, ["2025-01-06", "", "", ""], ""),
            dossier("D-2", NEW_NUMBER, ["2025-11-10", "", "", ""], ""),
            dossier("D-3", STRANGER, ["2025-12-01", "2025-12-08", "", ""], "46029"),
        ],
        residences: vec![
            residence(MOVED, "31005", "2024-11-05", "2025-11-03"),
            residence(NEW_NUMBER, "31005", "2025-11-03", ""),
            residence(STRANGER, "46029", "2025-11-04", ""),
        ],
        deaths: vec![],
        replacements: vec![replacement(MOVED, NEW_NUMBER, "2025-11-03"), replacement(MOVED, STRANGER, "2025-11-04")],
    };
    exchange
}

#[test]
fn of_numbers_that_may_be_two_persons_only_the_one_that_was_asked_for() {
    let letter = |language| two_of_one().placed().explain(NEW_NUMBER.parse().unwrap(), language).unwrap();
    assert_snapshot!(letter(Dutch), @"
    Uitleg over 99.01.01-902.87 op 10 februari 2026

    Antwoord: niet te bepalen. Dat is geen neen: eerst moeten de gegevens rechtgezet worden.
    Reden: een rijksregisternummer is door twee nummers vervangen.
    Bron: Geen wettekst regelt dit; het wordt zo toegepast.
    Reden: de persoon heeft die dag meer dan één geldend rijksregisternummer.
    Bron: Geen wettekst regelt dit; het wordt zo toegepast.
    Rechtsgrond van de lijsten op 10 februari 2026: Decreet van 7 juni 2013 betreffende het Vlaamse integratie- en inburgeringsbeleid, art. 46/8, eerste lid, 4°, b) (van kracht vanaf 16 juni 2024).
    Te lezen op: https://www.ejustice.just.fgov.be/eli/decreet/2013/06/07/2013204197/justel
    Inburgeringscontract ondertekend: nee.
    Attest van inburgering behaald: nee.

    Volgens alles wat nu geregistreerd is, geldt dit antwoord vanaf 4 november 2025, zolang er geen nieuwe gegevens bijkomen.

    De gegevens, zoals bekend op 10 februari 2026:
    - vanaf 3 november 2025: ingeschreven in 31005 (Brugge)
    - 3 november 2025: nummer 99.01.01-902.87 kwam in de plaats van een ander nummer
    - 10 november 2025: aanmelding (dossier D-2)

    Wat onder andere nummers geregistreerd is, staat niet in deze brief en telt hier niet mee: het kan van iemand anders zijn.

    Het antwoord door de tijd, volgens alles wat nu geregistreerd is:
    - vanaf 4 november 2025: niet te bepalen; contract nee, attest nee; een rijksregisternummer is door twee nummers vervangen; de persoon heeft die dag meer dan één geldend rijksregisternummer
    ");
    assert_snapshot!(letter(English), @"
    Explanation for 99.01.01-902.87 on 2026-02-10

    Answer: cannot be determined. That is not a no: the facts must be put right first.
    Reason: a register number was replaced by two numbers.
    Source: No legal text settles this; it is applied this way.
    Reason: the person has more than one last register number on the day.
    Source: No legal text settles this; it is applied this way.
    Legal basis of the lists on 2026-02-10: Decree of 7 June 2013 on Flemish integration and civic integration policy, art. 46/8, first paragraph, 4°, b) (in force from 2024-06-16).
    To be read at: https://www.ejustice.just.fgov.be/eli/decreet/2013/06/07/2013204197/justel
    Civic integration contract signed: no.
    Civic integration certificate obtained: no.

    By all that is recorded now, this answer holds from 2025-11-04 on, as long as there are no new facts.

    The facts, as known on 2026-02-10:
    - from 2025-11-03: registered in 31005 (Brugge)
    - 2025-11-03: number 99.01.01-902.87 took the place of another number
    - 2025-11-10: registration (dossier D-2)

    What is recorded under other numbers is not in this letter and does not count here: it may be another person's.

    The answer through time, by all that is recorded now:
    - from 2025-11-04 on: cannot be determined; contract no, certificate no; a register number was replaced by two numbers; the person has more than one last register number on the day
    ");
    // The old number alone gives the answers up to the first replacement, so they are told.
    let old = two_of_one().placed().explain(MOVED.parse().unwrap(), English).unwrap();
    let outcomes: Vec<_> = old.timeline.periods().iter().map(|period| period.answer.outcome.as_str()).collect();
    assert_eq!(outcomes, ["eligible", "undetermined", "undetermined"]);
    assert_eq!(old.timeline.periods()[1].period.from, Some(day("2025-11-03")));
    // Whoever works on the case has everything.
    let placed = two_of_one().placed();
    let person = placed.caseload().person(NEW_NUMBER.parse().unwrap()).unwrap();
    assert_eq!(person.facts_known_on(placed.on()).len(), 9);
}

/// Whether the day may begin an answer about the number: of its own rows, a replacement, the table of municipalities or its own
/// birth.
fn is_own_day(tables: &Tables, insz: &str, day: NaiveDate) -> bool {
    let own: Vec<&DossierRow> = tables.dossiers.iter().filter(|row| row.insz == insz).collect();
    // Rows with one dossier number that differ are a fault of both.
    let with_its_number = tables.dossiers.iter().filter(|row| own.iter().any(|mine| mine.dossier == row.dossier));
    let of_dossiers = with_its_number
        .flat_map(|row| [&row.registered_on, &row.contract_signed_on, &row.attest_obtained_on, &row.closed_on]);
    let spells = tables.residences.iter().filter(|row| row.insz == insz);
    let of_spells = spells.flat_map(|row| [&row.valid_from, &row.valid_until]);
    let of_deaths = tables.deaths.iter().filter(|row| row.insz == insz).map(|row| &row.died_on);
    let steps = tables.replacements.iter().map(|row| &row.replaced_on);
    let mut days = of_dossiers.chain(of_spells).chain(of_deaths).chain(steps);
    let number: Insz = insz.parse().unwrap();
    days.any(|text| text.parse() == Ok(day))
        || Municipality::change_days().contains(&day)
        || [number.earliest_birth_day(), inburgering::horizon::FIRST_DAY].contains(&day)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// Of numbers that may be two persons': no list that the caseload does not have, no day of another, always a reason.
    #[test]
    fn a_letter_about_one_number_tells_nothing_of_another(mut tables in tables(), on in days(), two in days()) {
        // One number always became two.
        for insz_new in [NEW_NUMBER, STRANGER] {
            tables.replacements.push(replacement(MOVED, insz_new, &two.to_string()));
        }
        let caseload = tables.caseload(UnreadableRows::SetAside).unwrap();
        let placed = caseload.place(on, ListRules::default()).unwrap();
        for insz in [MOVED, NEW_NUMBER, STRANGER] {
            let number: Insz = insz.parse().unwrap();
            let Ok(letter) = placed.explain(number, Dutch) else { continue };
            prop_assert!(letter.leaves_facts_out);
            let whole = caseload.timeline(number, ListRules::default()).unwrap();
            prop_assert_eq!(&letter.timeline.at(on).unwrap().answer, &letter.answer);
            for TimelinePeriod { period, answer, .. } in letter.timeline.periods() {
                prop_assert!(!answer.reasons.is_empty());
                prop_assert!(is_own_day(&tables, insz, period.from.unwrap()), "{:?}", period);
                for day in tables.interesting_days().into_iter().filter(|&day| period.contains(day)) {
                    let of_caseload = whole.at(day).map(|holds| holds.answer.outcome);
                    if matches!(answer.outcome, Outcome::Eligible { .. }) {
                        prop_assert_eq!(of_caseload, Some(answer.outcome), "{}", day);
                    }
                    let died = answer.reasons.iter().find_map(|reason| match reason {
                        Reason::Died { died_on } => Some(*died_on),
                        _ => None,
                    });
                    prop_assert!(died.is_none_or(|died_on| died_on <= day));
                }
            }
        }
    }
}

#[test]
fn a_number_that_became_two_has_its_own_days_and_reasons_alone() {
    let mut exchange = two_of_one();
    let alone = |exchange: &Exchange| {
        let letter = exchange.placed().explain(NEW_NUMBER.parse().unwrap(), English).unwrap();
        letter
            .timeline
            .periods()
            .iter()
            .map(|period| format!("{} {}", period.period.from.unwrap(), period.answer.outcome.as_str()))
            .collect::<Vec<_>>()
    };
    // Nothing but a residence stands under it: the day of the other's registration is not told.
    exchange.tables.dossiers.remove(1);
    assert_eq!(alone(&exchange), ["2025-11-04 undetermined"]);
    // Its own death decides from its own day, though the other died before.
    exchange.tables.deaths = vec![death(STRANGER, "2025-11-20"), death(NEW_NUMBER, "2026-01-07")];
    assert_eq!(alone(&exchange), ["2025-11-04 undetermined", "2026-01-07 not_eligible"]);
}

#[test]
fn a_day_before_anything_under_the_number_has_no_letter() {
    let mut exchange = two_of_one();
    exchange.on = day("2025-11-03");
    let ask = |number: &str| exchange.placed().explain(number.parse().unwrap(), Dutch).map(|letter| letter.holds.from);
    assert_eq!(ask(NEW_NUMBER), Err(UnknownPersonError::NotKnownOn { on: day("2025-11-03") }));
    assert_eq!(ask(STRANGER), Err(UnknownPersonError::NotKnownOn { on: day("2025-11-03") }));
    assert_eq!(ask(MOVED), Ok(Some(day("2025-11-03"))));
}

#[test]
fn several_reasons_each_with_its_source_and_no_readable_fact() {
    let mut exchange = Exchange::brugge();
    exchange.unreadable = UnreadableRows::SetAside;
    exchange.tables = Tables {
        dossiers: vec![
            dossier("D-1", MOVED, ["2025-02-03", "2025-01-06", "", ""], ""),
            dossier("D-1", MOVED, ["2025-02-03", "", "", "2025-01-07"], ""),
        ],
        residences: vec![residence(MOVED, "31005", "", "2025-09-01")],
        deaths: vec![death(STRANGER, "2025-02-30")],
        ..Tables::default()
    };
    let placed = exchange.placed();
    let letter = |number: &str, language| placed.explain(number.parse().unwrap(), language).unwrap();
    assert_snapshot!(letter(MOVED, Dutch), @"
    Uitleg over 85.07.30-901.33 op 10 februari 2026

    Antwoord: niet te bepalen. Dat is geen neen: eerst moeten de gegevens rechtgezet worden.
    Reden: een dossier is afgesloten vóór de aanmelding.
    Bron: Geen wettekst regelt dit; het wordt zo toegepast.
    Reden: een contract is ondertekend vóór de aanmelding.
    Bron: Geen wettekst regelt dit; het wordt zo toegepast.
    Reden: rijen met hetzelfde dossiernummer spreken elkaar tegen.
    Bron: Geen wettekst regelt dit; het wordt zo toegepast.
    Rechtsgrond van de lijsten op 10 februari 2026: Decreet van 7 juni 2013 betreffende het Vlaamse integratie- en inburgeringsbeleid, art. 46/8, eerste lid, 4°, b) (van kracht vanaf 16 juni 2024).
    Te lezen op: https://www.ejustice.just.fgov.be/eli/decreet/2013/06/07/2013204197/justel
    Inburgeringscontract ondertekend: ja.
    Attest van inburgering behaald: nee.

    Volgens alles wat nu geregistreerd is, geldt dit antwoord vanaf 3 februari 2025, zolang er geen nieuwe gegevens bijkomen.

    De gegevens, zoals bekend op 10 februari 2026:
    - vanaf een onbekende dag tot 1 september 2025 (niet inbegrepen): ingeschreven in 31005 (Brugge)
    - 6 januari 2025: inburgeringscontract ondertekend, gemeente onbekend (dossier D-1)
    - 7 januari 2025: dossier afgesloten zonder attest (dossier D-1)
    - 3 februari 2025: aanmelding (dossier D-1)

    Het antwoord door de tijd, volgens alles wat nu geregistreerd is:
    - alleen op 6 januari 2025: op de lijst van 31005 (Brugge); contract ja, attest nee; volgt nog een traject en woont in 31005 (Brugge): een actief dossier volgt de huidige woonplaats
    - van 7 januari 2025 tot en met 2 februari 2025: niet te bepalen; contract ja, attest nee; rijen met hetzelfde dossiernummer spreken elkaar tegen
    - vanaf 3 februari 2025: niet te bepalen; contract ja, attest nee; een dossier is afgesloten vóór de aanmelding; een contract is ondertekend vóór de aanmelding; rijen met hetzelfde dossiernummer spreken elkaar tegen
    ");
    assert_snapshot!(letter(MOVED, English), @"
    Explanation for 85.07.30-901.33 on 2026-02-10

    Answer: cannot be determined. That is not a no: the facts must be put right first.
    Reason: a dossier was closed before its registration.
    Source: No legal text settles this; it is applied this way.
    Reason: a contract was signed before the registration.
    Source: No legal text settles this; it is applied this way.
    Reason: rows with one dossier number contradict each other.
    Source: No legal text settles this; it is applied this way.
    Legal basis of the lists on 2026-02-10: Decree of 7 June 2013 on Flemish integration and civic integration policy, art. 46/8, first paragraph, 4°, b) (in force from 2024-06-16).
    To be read at: https://www.ejustice.just.fgov.be/eli/decreet/2013/06/07/2013204197/justel
    Civic integration contract signed: yes.
    Civic integration certificate obtained: no.

    By all that is recorded now, this answer holds from 2025-02-03 on, as long as there are no new facts.

    The facts, as known on 2026-02-10:
    - from an unknown day until 2025-09-01 (not included): registered in 31005 (Brugge)
    - 2025-01-06: civic integration contract signed, municipality unknown (dossier D-1)
    - 2025-01-07: dossier closed without a certificate (dossier D-1)
    - 2025-02-03: registration (dossier D-1)

    The answer through time, by all that is recorded now:
    - on 2025-01-06 only: on the list of 31005 (Brugge); contract yes, certificate no; still in a trajectory and living in 31005 (Brugge): an active dossier follows current residence
    - from 2025-01-07 to 2025-02-02, that day included: cannot be determined; contract yes, certificate no; rows with one dossier number contradict each other
    - from 2025-02-03 on: cannot be determined; contract yes, certificate no; a dossier was closed before its registration; a contract was signed before the registration; rows with one dossier number contradict each other
    ");
    let nothing = |language| letter(STRANGER, language).to_string();
    assert!(nothing(Dutch).contains("zoals bekend op 10 februari 2026:\n- er zijn geen leesbare gegevens\n\n"));
    assert!(nothing(English).contains("as known on 2026-02-10:\n- there are no readable facts\n\n"));
}

#[test]
fn the_timeline_is_that_of_the_caseload_and_covers_the_day() {
    for number in [MOVED, CLOSED, CONFLICT, DEAD, OLD_NUMBER] {
        let placed = placed("2026-02-10");
        let explanation = placed.explain(number.parse().unwrap(), Dutch).unwrap();
        assert_eq!(explanation.timeline, placed.caseload().timeline(number.parse().unwrap(), placed.rules()).unwrap());
        let now = explanation.timeline.at(explanation.on).unwrap();
        assert_eq!((now.period, &now.answer), (explanation.holds, &explanation.answer));
    }
}

#[test]
fn a_number_that_changed_stands_in_each_line_of_the_timeline() {
    let lines = |number: &str| {
        let letter = explain(number, "2026-02-10", English).to_string();
        letter.split_once("The answer through time").unwrap().1.to_owned()
    };
    assert_eq!(lines(NEW_NUMBER).matches(&format!("; number {OLD_NUMBER};")).count(), 2);
    assert_eq!(lines(NEW_NUMBER).matches(&format!("; number {NEW_NUMBER};")).count(), 1);
    assert!(!lines(MOVED).contains("; number "));
}

#[test]
fn since_when_and_until_when() {
    // On the last day before the move, on the day, and after it.
    for (on, from, last) in [
        ("2025-08-31", "2025-02-03", Some("2025-08-31")),
        ("2025-09-01", "2025-09-01", None),
        ("2025-09-02", "2025-09-01", None),
    ] {
        let explanation = explain(MOVED, on, English);
        assert_eq!(explanation.holds.from, Some(day(from)));
        assert_eq!(explanation.holds.until, last.map(|last| day(last) + Days::new(1)));
        let says = match last {
            Some(last) => format!("this answer holds from {from} to {last}, that day included."),
            None => format!("this answer holds from {from} on, as long as there are no new facts."),
        };
        assert!(explanation.to_string().contains(&says), "{explanation}");
        assert_eq!((explanation.on, explanation.language), (day(on), English));
    }
}

#[test]
fn only_facts_known_on_the_day_in_the_order_of_their_days() {
    let facts =
        |on: &str| explain(MOVED, on, English).facts.iter().map(|fact| fact.sentence(English)).collect::<Vec<_>>();
    assert_eq!(facts("2025-01-06").len(), 2);
    assert_eq!(facts("2025-02-02").len(), 2);
    assert_eq!(facts("2025-02-03").len(), 3);
    assert_eq!(
        facts("2025-08-31"),
        [
            "from 2024-11-05: registered in 44021 (Gent)",
            "2025-01-06: registration (dossier D-1)",
            "2025-02-03: civic integration contract signed in 44021 (Gent) (dossier D-1)",
        ]
    );
    assert_eq!(
        facts("2025-09-01"),
        [
            "from 2024-11-05 until 2025-09-01 (not included): registered in 44021 (Gent)",
            "2025-01-06: registration (dossier D-1)",
            "2025-02-03: civic integration contract signed in 44021 (Gent) (dossier D-1)",
            "from 2025-09-01: registered in 31005 (Brugge)",
        ]
    );
    let dead = |on: &str| explain(DEAD, on, English).facts.iter().any(|fact| matches!(fact, Fact::Died { .. }));
    assert_eq!([dead("2025-12-23"), dead("2025-12-24"), dead("2025-12-25")], [false, true, true]);
    let replaced = |on: &str| {
        explain(OLD_NUMBER, on, English).facts.iter().any(|fact| matches!(fact, Fact::NumberReplaced { .. }))
    };
    assert_eq!([replaced("2025-11-02"), replaced("2025-11-03"), replaced("2025-11-04")], [false, true, true]);
}

#[test]
fn a_fact_stands_once_and_one_without_a_day_comes_first() {
    let mut exchange = Exchange::brugge();
    exchange.tables = Tables {
        dossiers: vec![
            dossier("D-1", MOVED, ["2025-02-03", "", "", ""], ""),
            dossier("D-1", MOVED, ["2025-02-03", "", "", ""], ""),
        ],
        residences: vec![residence(MOVED, "31005", "2025-02-03", ""), residence(MOVED, "31005", "", "2025-02-03")],
        ..Tables::default()
    };
    let explanation = exchange.placed().explain(MOVED.parse().unwrap(), Dutch).unwrap();
    let sentences: Vec<_> = explanation.facts.iter().map(|fact| fact.sentence(Dutch)).collect();
    assert_eq!(
        sentences,
        [
            "vanaf een onbekende dag tot 3 februari 2025 (niet inbegrepen): ingeschreven in 31005 (Brugge)",
            "3 februari 2025: aanmelding (dossier D-1)",
            "vanaf 3 februari 2025: ingeschreven in 31005 (Brugge)",
        ]
    );
}

/// One of each kind of fact.
fn every_fact() -> Vec<Fact> {
    let number = || "D-1".parse().unwrap();
    let [old, new]: [Insz; 2] = [OLD_NUMBER, NEW_NUMBER].map(|text| text.parse().unwrap());
    let on = day("2025-12-31");
    vec![
        Fact::Registered { on, dossier: number() },
        Fact::ContractSigned { on, municipality: Some("46014".parse().unwrap()), dossier: number() },
        Fact::ContractSigned { on, municipality: Some("99999".parse().unwrap()), dossier: number() },
        Fact::ContractSigned { on, municipality: None, dossier: number() },
        Fact::AttestObtained { on, dossier: number() },
        Fact::Closed { on, dossier: number() },
        Fact::ClosedBesideAttest { on, dossier: number() },
        Fact::MunicipalityBecame { on, old: "11007".parse().unwrap(), new: "11002".parse().unwrap() },
        Fact::Residence { from: Some(day("2024-11-05")), until: Some(on), municipality: "44021".parse().unwrap() },
        Fact::Residence { from: None, until: None, municipality: "44021".parse().unwrap() },
        Fact::NumberReplaced { on, old, new },
        Fact::NumberReplacedByAnother { on, old },
        Fact::NumberReplacedByTwo { on, old },
        Fact::NumberTookOver { on, new },
        Fact::Died { on },
    ]
}

#[test]
fn every_fact_in_both_languages() {
    let sentences = |language| every_fact().iter().map(|fact| fact.sentence(language)).collect::<Vec<_>>().join("\n");
    assert_snapshot!(sentences(Dutch), @r"
    31 december 2025: aanmelding (dossier D-1)
    31 december 2025: inburgeringscontract ondertekend in 46014 (Lokeren) (dossier D-1)
    31 december 2025: inburgeringscontract ondertekend in 99999 (dossier D-1)
    31 december 2025: inburgeringscontract ondertekend, gemeente onbekend (dossier D-1)
    31 december 2025: attest van inburgering behaald (dossier D-1)
    31 december 2025: dossier afgesloten zonder attest (dossier D-1)
    31 december 2025: dossier afgesloten (dossier D-1)
    31 december 2025: 11007 (Borsbeek) werd 11002 (Antwerpen)
    vanaf 5 november 2024 tot 31 december 2025 (niet inbegrepen): ingeschreven in 44021 (Gent)
    vanaf een onbekende dag: ingeschreven in 44021 (Gent)
    31 december 2025: nummer 70.41.01-901.50 vervangen door 99.01.01-902.87
    31 december 2025: nummer 70.41.01-901.50 vervangen door een ander nummer
    31 december 2025: nummer 70.41.01-901.50 vervangen door twee nummers
    31 december 2025: nummer 99.01.01-902.87 kwam in de plaats van een ander nummer
    31 december 2025: overleden
    ");
    assert_snapshot!(sentences(English), @r"
    2025-12-31: registration (dossier D-1)
    2025-12-31: civic integration contract signed in 46014 (Lokeren) (dossier D-1)
    2025-12-31: civic integration contract signed in 99999 (dossier D-1)
    2025-12-31: civic integration contract signed, municipality unknown (dossier D-1)
    2025-12-31: civic integration certificate obtained (dossier D-1)
    2025-12-31: dossier closed without a certificate (dossier D-1)
    2025-12-31: dossier closed (dossier D-1)
    2025-12-31: 11007 (Borsbeek) became 11002 (Antwerpen)
    from 2024-11-05 until 2025-12-31 (not included): registered in 44021 (Gent)
    from an unknown day: registered in 44021 (Gent)
    2025-12-31: number 70.41.01-901.50 replaced by 99.01.01-902.87
    2025-12-31: number 70.41.01-901.50 replaced by another number
    2025-12-31: number 70.41.01-901.50 replaced by two numbers
    2025-12-31: number 99.01.01-902.87 took the place of another number
    2025-12-31: died
    ");
    let days: Vec<_> = every_fact().iter().map(|fact| fact.day().map(|day| day.to_string())).collect();
    let day = Some("2025-12-31".to_string());
    let mut expected = vec![day; 15];
    expected[8] = Some("2024-11-05".into());
    expected[9] = None;
    assert_eq!(days, expected);
}

#[test]
fn by_any_number_of_the_person_and_with_the_number_on_the_day() {
    for number in [OLD_NUMBER, NEW_NUMBER] {
        assert!(explain(number, "2025-11-02", Dutch).to_string().starts_with(&format!("Uitleg over {OLD_NUMBER} op")));
        assert!(explain(number, "2025-11-03", Dutch).to_string().starts_with(&format!("Uitleg over {NEW_NUMBER} op")));
    }
}

#[test]
fn the_options_of_the_placement_hold() {
    let mut exchange = Exchange::brugge();
    exchange.rules = ListRules { closed: ClosedRule::ContractMunicipalityIfResident, ..ListRules::default() };
    let letter = exchange.placed().explain(CLOSED.parse().unwrap(), English).unwrap();
    assert!(
        letter.to_string().contains(
            "Answer: this person is on no list.\nReason: every dossier is closed and the person lives in 44021 (Gent)"
        ),
        "{letter}"
    );
    assert_eq!(letter.holds.from, Some(day("2025-07-15")));
}

#[test]
fn somebody_who_is_not_there_has_no_explanation() {
    let ask = |number: &str, on: &str| placed(on).explain(number.parse().unwrap(), Dutch).unwrap_err();
    assert_eq!(ask(STRANGER, "2026-02-10"), UnknownPersonError::NotInCaseload);
    assert_eq!(ask(MOVED, "2025-01-05"), UnknownPersonError::NotKnownOn { on: day("2025-01-05") });
    explain(MOVED, "2025-01-06", Dutch);
    assert_snapshot!(
        ask(STRANGER, "2026-02-10"),
        @"no dossier of the caseload stands under this register number; ask for a person of the caseload"
    );
    assert_snapshot!(
        ask(MOVED, "2025-01-05"),
        @"no dossier of this person is known on 2025-01-05; ask for a day on or after the first of its dates"
    );
}

#[test]
fn debug_shows_no_number() {
    let explanation = explain(OLD_NUMBER, "2026-02-10", Dutch);
    assert_no_number(&format!("{explanation:?} {explanation:#?} {:?}", every_fact()));
}

#[cfg(feature = "serde")]
#[test]
fn serde_writes_the_letter_and_reads_the_facts() {
    for fact in every_fact() {
        let json = serde_json::to_string(&fact).unwrap();
        assert_eq!(serde_json::from_str::<Fact>(&json).unwrap(), fact, "{json}");
        assert_eq!(serde_json::to_value(&fact).unwrap()["fact"], fact.code());
    }
    let json = serde_json::to_value(explain(MOVED, "2026-02-10", Dutch)).unwrap();
    assert_eq!(json["language"], "dutch");
    assert_eq!(json["on"], "2026-02-10");
    assert_eq!(json["answer"]["number"], MOVED);
    assert_eq!(json["facts"][0]["fact"], "residence");
    assert_eq!(json["facts"].as_array().unwrap().len(), 4);
}
