//! No public type that can hold a register number shows one by accident: each is formatted every way there is.

use core::fmt::Debug;

use chrono::DateTime;
use inburgering::{
    AssessmentOptions, Caseload, CaseloadError, DigestKey, Dossier, DossierNumber, DossierText, Handover, HeldList,
    History, Insz, InszError, Language, LibraryVersion, ListRules, Months, NumberChain, Numbers, OpaqueTextError,
    Party, Person, Protocol, ProtocolDuration, ProtocolKind, ProtocolTerms, Purpose, Records, Register, Replacement,
    ReplacementText, Request, Requester, ResidenceText, Retention, Spell, Threshold, UnreadableRows, VersionError,
    deliver, recall, recall_receipt,
};

use crate::golden::day;

const NUMBERS: [&str; 3] = ["85.07.30-901.33", "85.47.30-906.17", "85.07.30-906.28"];

/// The texts by which a number might show: dotted, compact, its nine digits, its birth date, hexadecimal.
fn traces() -> Vec<String> {
    let forms = NUMBERS.iter().flat_map(|number| {
        let compact: String = number.chars().filter(char::is_ascii_digit).collect();
        let value: u64 = compact.parse().unwrap();
        let birth = [number[..8].to_string(), compact[..6].to_string()];
        [number.to_string(), compact[..9].to_string(), compact, format!("{value:x}"), format!("{value:X}")]
            .into_iter()
            .chain(birth)
    });
    forms.collect()
}

#[track_caller]
fn shows_none(what: &str, value: &impl Debug) {
    for text in [format!("{value:?}"), format!("{value:#?}"), format!("{value:x?}"), format!("{value:#X?}")] {
        says_none(what, &text);
    }
}

#[track_caller]
fn says_none(what: &str, text: &str) {
    for trace in traces() {
        assert!(!text.contains(&trace), "{what} shows {trace}: {text}");
    }
}

#[test]
fn facts_show_no_number() {
    let [national, bis, new] = NUMBERS.map(|number| number.parse::<Insz>().unwrap());
    shows_none("Insz", &national);
    shows_none("CompactInsz", &national.compact());
    shows_none("DottedInsz", &national.dotted());
    shows_none("Birth", &national.birth());
    let dossier = Dossier::new(DossierNumber::new(NUMBERS[0]).unwrap()).registered(day("2025-01-06"));
    assert_eq!(format!("{:?}", dossier.number), "DossierNumber(***)");
    shows_none("Dossier", &dossier);
    shows_none("KnownDossier", &dossier.as_known_on(day("2025-01-06")));
    let replacement = Replacement { old: bis, new, replaced_on: day("2025-02-01") };
    let chain = NumberChain::new(&[replacement]);
    shows_none("Replacement", &replacement);
    shows_none("NumberChain", &chain);
    shows_none("Numbers", &Numbers::Chain(&chain));
    let dossiers = [dossier];
    let spells = [Spell::new("44021".parse().unwrap(), None, None)];
    let person = Person::with_numbers(Numbers::Chain(&chain), &dossiers, &spells);
    shows_none("Person", &person);
    shows_none("Answer", &person.answer(day("2025-03-01"), ListRules::default()));
    shows_none("Timeline", &person.timeline(ListRules::default()));
    shows_none("Fact", &person.facts_known_on(day("2025-03-01")));
}

#[test]
fn errors_show_no_number() {
    let mut faults: Vec<InszError> = Vec::new();
    for text in
        ["85.07.30-901.34", "850730901334", "85.07.30/901.33", "85.07.30-90133", "85.13.30-901.33", "8507309013a"]
    {
        faults.push(text.parse::<Insz>().unwrap_err());
    }
    faults.push(Insz::parse_as_of(NUMBERS[0], day("1985-07-29")).unwrap_err());
    faults.push(NUMBERS[0].parse::<Insz>().unwrap().check_birth_date(day("1985-07-31")).unwrap_err());
    for fault in &faults {
        shows_none("InszError", fault);
        says_none("InszError", &fault.to_string());
    }
    let opaque: OpaqueTextError = NUMBERS[0].parse::<Requester>().unwrap_err();
    shows_none("OpaqueTextError", &opaque);
    says_none("OpaqueTextError", &opaque.to_string());
    let version: VersionError = NUMBERS[0].parse::<LibraryVersion>().unwrap_err();
    shows_none("VersionError", &version);
    says_none("VersionError", &version.to_string());

    // A number in every column where it does not belong, and a number that is not one.
    let mut rows = Caseload::builder();
    let wrong = DossierText {
        dossier: NUMBERS[0],
        insz: "85.07.30-901.34",
        registered_on: NUMBERS[0],
        contract_signed_on: NUMBERS[1],
        contract_municipality: NUMBERS[2],
        attest_obtained_on: NUMBERS[0],
        closed_on: NUMBERS[0],
    };
    let unreadable = wrong.read(2).unwrap_err();
    shows_none("Unreadable", &unreadable);
    for problem in &unreadable.problems {
        says_none("Problem", &problem.to_string());
    }
    rows.unreadable(unreadable);
    let error: CaseloadError = rows.build(UnreadableRows::Refused).unwrap_err();
    shows_none("CaseloadError", &error);
    says_none("CaseloadError", &error.to_string());
}

fn caseload(municipality: &str) -> Caseload {
    let mut rows = Caseload::builder();
    let [national, bis, new] = NUMBERS;
    for (row, insz) in (2..).zip([national, bis]) {
        let dossier = format!("{insz}-{row}");
        rows.read_dossier(
            row,
            &DossierText { dossier: &dossier, insz, registered_on: "2025-01-06", ..DossierText::default() },
        );
    }
    rows.read_residence(2, &ResidenceText { insz: national, municipality, ..ResidenceText::default() });
    rows.read_residence(3, &ResidenceText { insz: new, municipality: "44021", ..ResidenceText::default() });
    rows.read_residence(4, &ResidenceText { insz: new, municipality: "4402!", ..ResidenceText::default() });
    rows.read_replacement(2, &ReplacementText { insz_old: bis, insz_new: new, replaced_on: "2025-02-01" });
    rows.build(UnreadableRows::SetAside).unwrap()
}

#[test]
fn what_is_made_of_many_persons_shows_no_number() {
    let mut protocol = Protocol::request(
        ProtocolTerms {
            id: "P-1".parse().unwrap(),
            municipality: "44021".parse().unwrap(),
            kind: ProtocolKind::Standard,
            purposes: Purpose::Ceremony.into(),
            duration: ProtocolDuration::Indefinite,
            retention: Retention(Months::new(12).unwrap()),
        },
        day("2025-01-06"),
    )
    .unwrap();
    for party in Party::ALL {
        protocol.advise(party, day("2025-01-06")).unwrap();
    }
    for party in Party::ALL {
        protocol.sign(party, day("2025-01-06")).unwrap();
    }
    protocol.validate(day("2025-01-06")).unwrap();
    let (mut protocols, mut history) = (Register::new(), History::new());
    protocols.add(protocol).unwrap();
    let requester = "dienst samenleven".parse().unwrap();
    let request =
        Request::new("44021".parse().unwrap(), day("2025-03-03"), Purpose::Ceremony.into(), requester).unwrap();
    let assessment = AssessmentOptions::default().assess(&request, day("2025-03-03"), &protocols, &history).unwrap();
    history.record(&assessment).unwrap();

    let (original, corrected) = (caseload("44021"), caseload("31005"));
    shows_none("Caseload", &original);
    shows_none("Findings", &original.findings());
    shows_none("Problems", &original.problems());
    let on = day("2025-03-10");
    let placed = original.place(on, ListRules::default()).unwrap();
    let corrected = corrected.place(on, ListRules::default()).unwrap();
    let national: Insz = NUMBERS[0].parse().unwrap();
    shows_none("Placed", &placed);
    shows_none("PlacedPerson", &placed.answers().collect::<Vec<_>>());
    shows_none("Listed", &placed.lists().iter().flat_map(|(_, list)| list).collect::<Vec<_>>());
    shows_none("Lists", &placed.lists());
    shows_none("EligiblePeriod", &placed.caseload().periods(ListRules::default()).collect::<Vec<_>>());
    shows_none("Explanation", &placed.explain(national, Language::Dutch).unwrap());
    shows_none("UnknownPersonError", &placed.answer("90.01.15-902.60".parse().unwrap()).unwrap_err());

    let operator = "operator 7".parse().unwrap();
    let key = DigestKey::new("2025-a", &[7; 32]).unwrap();
    let delivered_at = DateTime::parse_from_rfc3339("2025-03-10T09:30:00+01:00").unwrap();
    let handover = Handover { operator: &operator, delivered_at, key: &key };
    let delivery =
        deliver(&assessment, &placed, Records { protocols: &protocols, history: &history }, handover).unwrap();
    assert_eq!(delivery.list.len(), 1, "there is a number to hide");
    shows_none("Delivery", &delivery);
    shows_none("DisclosureList", &delivery.list);
    shows_none("DisclosureRow", &delivery.list.rows());
    says_none("CoverNote", &delivery.cover_note.to_string());
    let recalled = recall(&delivery, &corrected).unwrap();
    assert!(!recalled.is_empty(), "there is a number to hide");
    shows_none("Recall", &recalled);
    shows_none("HeldList", &HeldList::of(&delivery));
    let notice = recalled.notice(on, &protocols).unwrap();
    shows_none("RecallNotice", &notice);
    shows_none("AgencyPaper", &recalled.agency_paper());
    let (early, late) = (day("2025-01-05"), on);
    let changes = placed.caseload().changes("44021".parse().unwrap(), early, late, ListRules::default()).unwrap();
    assert!(!changes.is_empty(), "there is a number to hide");
    shows_none("Changes", &changes);
    shows_none("ChangesPaper", &changes.agency_paper());
    let counts = changes.counts(Threshold::default());
    shows_none("ChangeCounts", &counts);
    says_none("ChangeCounts", &counts.to_string());
    let error = recall_receipt(&delivery.receipt, &corrected, &placed, &key).unwrap_err();
    shows_none("RecallError", &error);
    says_none("RecallError", &error.to_string());
    #[cfg(feature = "serde")]
    says_none("Receipt", &serde_json::to_string(&delivery.receipt).unwrap());
}

#[test]
fn what_was_asked_for_shows_the_number() {
    let placed = caseload("44021").place(day("2025-03-10"), ListRules::default()).unwrap();
    let letter = placed.explain(NUMBERS[0].parse().unwrap(), Language::English).unwrap().to_string();
    assert!(letter.contains(NUMBERS[0]));
}

#[cfg(feature = "serde")]
#[test]
fn a_register_number_in_the_place_of_a_dossier_number_is_not_repeated() {
    for json in ["85073090133", "[\"85.07.30-901.33\"]"] {
        let error = serde_json::from_str::<DossierNumber>(json).unwrap_err();
        says_none("DossierNumber", &error.to_string());
    }
    let number: DossierNumber = serde_json::from_str("\"D-1\"").unwrap();
    assert_eq!((number.as_str(), serde_json::to_string(&number).unwrap().as_str()), ("D-1", "\"D-1\""));
    assert!(serde_json::from_str::<DossierNumber>("\" \"").is_err());
}
