//! The rule for one person: the golden cases, and what follows from the catalogue of reasons.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use inburgering::{Caseload, Dossier, DossierNumber, Flags, Insz, ListRules, Person, ReasonCode, Spell, Threads};
use serde::Deserialize;

use crate::caseload::read;
use crate::golden::{Options, Tables, cases, day};

#[derive(Deserialize)]
struct Case {
    name: String,
    citation: String,
    ask: String,
    #[serde(flatten)]
    options: Options,
    #[serde(flatten)]
    tables: Tables,
    expected: Vec<Expected>,
}

#[derive(Deserialize, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
struct Expected {
    on: String,
    answer: String,
    #[serde(default)]
    municipality: Option<String>,
    #[serde(default)]
    basis: Option<String>,
    #[serde(default)]
    contract: bool,
    #[serde(default)]
    attest: bool,
    #[serde(default)]
    reasons: Vec<String>,
}

#[test]
fn golden_cases() {
    for case in cases::<Case>("eligibility") {
        assert!(!case.citation.is_empty(), "{}: a case cites its rule", case.name);
        let caseload = case.tables.caseload(case.options.unreadable()).unwrap();
        let rules = case.options.rules();
        let insz: Insz = case.ask.parse().unwrap();
        for expected in &case.expected {
            let on = day(&expected.on);
            let answer = caseload.person(insz).and_then(|person| person.answer(on, rules));
            let said = match answer {
                None => Expected {
                    on: expected.on.clone(),
                    answer: "nobody".into(),
                    municipality: None,
                    basis: None,
                    contract: false,
                    attest: false,
                    reasons: Vec::new(),
                },
                Some(answer) => {
                    let Flags { contract_signed, attest_obtained } = answer.flags;
                    let basis = match answer.outcome {
                        inburgering::Outcome::Eligible { basis, .. } => Some(basis.as_str().into()),
                        _ => None,
                    };
                    Expected {
                        on: expected.on.clone(),
                        answer: answer.outcome.as_str().into(),
                        municipality: answer.municipality().map(|municipality| municipality.code().to_string()),
                        basis,
                        contract: contract_signed,
                        attest: attest_obtained,
                        reasons: answer.reasons.iter().map(|reason| reason.code().to_string()).collect(),
                    }
                }
            };
            assert_eq!(&said, expected, "{}, on {}", case.name, expected.on);
            lists_agree(&case, &caseload, on, rules, insz);
        }
    }
}

/// The lists of a day, each way to them, have the person where the rule says.
fn lists_agree(case: &Case, caseload: &Caseload, on: NaiveDate, rules: ListRules, insz: Insz) {
    let (Ok(placed), Some(person)) = (caseload.place(on, rules), caseload.person(insz)) else { return };
    let (lists, name) = (placed.lists(), &case.name);
    let answer = person.answer(on, rules);
    let number = answer.as_ref().map_or(insz, |answer| answer.number);
    let listed = lists.iter().find(|(_, list)| list.clone().any(|listed| listed.number == number));
    let expected = answer.and_then(|answer| answer.municipality());
    assert_eq!(listed.map(|(municipality, _)| municipality), expected, "{name}, on {on}");
    assert_eq!(
        case.tables.caseload(case.options.unreadable()).unwrap().lists(on, rules).unwrap(),
        lists,
        "{name}, on {on}"
    );
    let one_day = read(&case.tables).one_day(on, rules, 1, Threads::ONE).filter(|_| caseload.problems().is_empty());
    assert!(one_day.is_none_or(|one_day| one_day == lists), "{name}, on {on}: straight from the rows");
}

#[test]
fn every_reason_occurs_in_a_golden_case() {
    let occurring: BTreeSet<String> = cases::<Case>("eligibility")
        .into_iter()
        .flat_map(|case| case.expected)
        .flat_map(|expected| expected.reasons)
        .collect();
    let catalogue: BTreeSet<String> = ReasonCode::ALL.iter().map(ToString::to_string).collect();
    assert_eq!(occurring, catalogue);
}

#[test]
fn a_person_put_together_by_hand_finds_rows_that_differ() {
    let dossier = |number: &str| Dossier::new(DossierNumber::new(number).unwrap()).registered(day("2025-01-06"));
    let insz: Insz = "85.07.30-901.33".parse().unwrap();
    let spells = [Spell::new("44021".parse().unwrap(), None, None)];
    let alike = [dossier("D-1"), dossier("D-1"), dossier("D-2").closed(day("2025-02-03"))];
    assert_eq!(Person::new(insz, &alike, &spells).rows_differ_from(), None);
    let differing = [dossier("D-2"), dossier("D-1"), dossier("D-1").closed(day("2025-02-03"))];
    let person = Person::new(insz, &differing, &spells);
    assert_eq!(person.rows_differ_from(), Some(day("2025-02-03")));
    let reasons = |on: &str| {
        let answer = person.answer(day(on), ListRules::default()).unwrap();
        answer.reasons.iter().map(|reason| reason.code()).collect::<Vec<_>>()
    };
    assert_eq!(reasons("2025-02-02"), [ReasonCode::FollowsCurrentResidence]);
    assert_eq!(reasons("2025-02-03"), [ReasonCode::DossierRowsDiffer]);
    // The earlier of what the person's own rows say and what another person's do.
    assert_eq!(person.named_with_another(Some(day("2025-02-01"))).rows_differ_from(), Some(day("2025-02-01")));
    assert_eq!(person.named_with_another(Some(day("2025-02-04"))).rows_differ_from(), Some(day("2025-02-03")));
}
