//! The rule for one person: the golden cases, and what follows from the catalogue of reasons.

use std::collections::BTreeSet;

use inburgering::{Flags, Insz, ReasonCode};
use serde::Deserialize;

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
        }
    }
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
