//! Tests of `register`.

use inburgering::{Municipality, Party, ProtocolStage, ProtocolStep, RegisterError, Standing};
use insta::assert_snapshot;
use serde::Deserialize;

use crate::books::{ProtocolRow, cases, day, municipality, register};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    citation: String,
    protocols: Vec<ProtocolRow>,
    municipality: String,
    expected: Vec<String>,
}

fn codes(municipalities: &[Municipality]) -> String {
    municipalities.iter().map(|municipality| format!(" {}", municipality.code())).collect()
}

fn words(standing: &Standing<'_>) -> String {
    let named = |word: &str, list: String| if list.is_empty() { list } else { format!(", {word}{list}") };
    match standing {
        Standing::InForce { protocol, absorbed } => {
            format!("in_force {}{}", protocol.id(), named("absorbed", codes(absorbed)))
        }
        Standing::Pending { protocol, stage, ended, inherited, without } => {
            let inherited: String = inherited.iter().map(|protocol| format!(" {}", protocol.id())).collect();
            let rest = named("inherited", inherited) + &named("without", codes(without));
            let ended = ended.map_or(String::new(), |protocol| format!(" {}", protocol.id()));
            format!("pending {} {stage}{}{rest}", protocol.id(), named("ended", ended))
        }
        Standing::Ended { protocol } => format!("ended {}", protocol.id()),
        Standing::Inherited { protocols, without } => {
            let protocols: String = protocols.iter().map(|protocol| format!(" {}", protocol.id())).collect();
            format!("inherited{protocols}{}", named("without", codes(without)))
        }
        _ => "none".into(),
    }
}

#[test]
fn golden() {
    for case in cases::<Case>("register") {
        assert!(!case.citation.is_empty());
        // The order in which protocols are added changes nothing.
        let backwards: Vec<_> = case.protocols.iter().rev().cloned().collect();
        for register in [register(&case.protocols), register(&backwards)] {
            let days = case.expected.iter().map(|line| day(&line[..10]));
            let standings: Vec<_> = days
                .map(|on| match register.standing(municipality(&case.municipality), on) {
                    Ok(standing) => {
                        assert_eq!(words(&standing).split(' ').next(), Some(standing.as_str()), "{}", case.name);
                        format!("{on}: {}", words(&standing))
                    }
                    Err(error) => format!("{on}: {error}"),
                })
                .collect();
            assert_eq!(standings, case.expected, "{}", case.name);
        }
    }
}

fn rows() -> Vec<ProtocolRow> {
    #[derive(Deserialize)]
    struct Rows {
        protocols: Vec<ProtocolRow>,
    }
    let text = r#"
        protocols = [
          { id = "ANT", municipality = "11002", requested = "2024-12-02" },
          { id = "BEV", municipality = "46003", requested = "2023-01-02", advised = ["2023-01-02"], signed = ["2023-01-02"], validated = "2023-01-02" },
          { id = "KOR", municipality = "73040", requested = "2024-12-02" },
          { id = "LEU", municipality = "24062", months = 12, requested = "2024-01-02", advised = ["2024-01-02"], signed = ["2024-01-02"], validated = "2024-01-02" },
          { id = "LOK", municipality = "46014", requested = "2023-01-02", advised = ["2023-01-02"], signed = ["2023-01-02"], validated = "2023-01-02" },
          { id = "MOE", municipality = "44045", requested = "2023-01-02" },
        ]
    "#;
    toml::from_str::<Rows>(text).unwrap().protocols
}

#[test]
fn the_overview_names_who_has_something() {
    let register = register(&rows());
    let overview = |on: &str| {
        let standings = register.overview(day(on)).unwrap();
        standings.iter().map(|(m, standing)| format!("{m}: {}", words(standing))).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(overview("2023-01-01"), @"");
    assert_snapshot!(overview("2024-12-31"), @r"
    11002 (Antwerpen): pending ANT requested
    24062 (Leuven): in_force LEU
    44045 (Moerbeke): pending MOE requested
    46003 (Beveren): in_force BEV
    46014 (Lokeren): in_force LOK
    73040 (Kortessem): pending KOR requested
    ");
    // What Kortessem asked for ended with Kortessem: Hasselt, which it joined, has nothing.
    assert_snapshot!(overview("2025-01-02"), @r"
    11002 (Antwerpen): pending ANT requested
    24062 (Leuven): ended LEU
    46029 (Lokeren): in_force LOK, absorbed 44045
    46030 (Beveren-Kruibeke-Zwijndrecht): inherited BEV, without 11056 46013
    ");
    assert!(register.overview(day("2100-01-01")).is_err());
}

#[test]
fn a_register_has_each_protocol_once() {
    let mut register = register(&rows());
    let before = register.clone();
    let again = rows()[0].protocol().unwrap();
    assert_snapshot!(register.add(again).unwrap_err(), @"the register has a protocol `ANT`; give each protocol a name of its own");
    assert_eq!(register, before);
    let ids: Vec<_> = register.protocols().map(|protocol| protocol.id().as_str()).collect();
    assert_eq!(ids, ["ANT", "BEV", "KOR", "LEU", "LOK", "MOE"]);
    assert_eq!(register.get(&"MOE".parse().unwrap()).unwrap().municipality(), municipality("44045"));
    assert_eq!(register.get(&"GEN".parse().unwrap()), None);
}

#[test]
fn a_step_is_taken_in_the_register() {
    let mut register = register(&rows());
    let id = "ANT".parse().unwrap();
    register.take(&id, ProtocolStep::Advice(Party::Agency), day("2024-12-03")).unwrap();
    register.take(&id, ProtocolStep::Advice(Party::Municipality), day("2024-12-04")).unwrap();
    assert_eq!(register.get(&id).unwrap().stage_on(day("2024-12-04")), Some(ProtocolStage::Advised));
    let before = register.clone();
    let refused = register.take(&id, ProtocolStep::Validation, day("2024-12-05")).unwrap_err();
    assert!(matches!(refused, RegisterError::Protocol(_)));
    assert_snapshot!(refused, @"protocol `ANT`: the validation comes after the signature of the agency, which is not recorded; record it first");
    let unknown = register.take(&"GEN".parse().unwrap(), ProtocolStep::Validation, day("2024-12-05")).unwrap_err();
    assert_snapshot!(unknown, @"the register has no protocol `GEN`; add it first");
    assert_eq!(register, before);
}

/// What `inherited` relies on: no municipality that a merger made anew has ended, and each predecessor of a municipality
/// ended when it began, or in one that was there already.
#[test]
fn no_municipality_of_the_table_was_made_anew_twice() {
    for made in Municipality::all().filter(|made| made.predecessors().next().is_some()) {
        assert_eq!(made.validity().until, None, "{made}");
        if let Some(from) = made.validity().from {
            assert!(made.predecessors().all(|predecessor| predecessor.validity().until == Some(from)), "{made}");
        }
    }
}

/// Every municipality of every merger: a continuing legal person keeps its own, a new one inherits from each that had one.
#[test]
fn every_merger_hands_on_what_its_predecessors_had() {
    for made in Municipality::all() {
        let predecessors: Vec<_> = made.predecessors().collect();
        let Some(merged_on) = predecessors.first().and_then(|predecessor| predecessor.validity().until) else {
            continue;
        };
        let kept = made.validity().from != Some(merged_on);
        let mut books = Vec::new();
        for predecessor in &predecessors {
            let code = predecessor.code();
            let row = format!(
                "id = 'P{code}'\nmunicipality = '{code}'\nrequested = '2018-01-02'\nadvised = ['2018-01-02']\n\
                 signed = ['2018-01-02']\nvalidated = '2018-01-02'"
            );
            books.push(toml::from_str::<ProtocolRow>(&row).unwrap());
        }
        let register = register(&books);
        let goes_on: Vec<_> = predecessors.iter().filter(|predecessor| predecessor.legal_person_goes_on()).collect();
        match register.standing(made, merged_on).unwrap() {
            Standing::None => assert!(kept, "{made}"),
            Standing::InForce { protocol, absorbed } => {
                assert_eq!(goes_on, [&protocol.municipality()], "{made}");
                assert_eq!(absorbed.len(), predecessors.len() - 1, "{made}");
            }
            Standing::Inherited { protocols, without } => {
                assert!(goes_on.is_empty() && without.is_empty(), "{made}");
                assert_eq!(protocols.len(), predecessors.len(), "{made}");
            }
            other => panic!("{made}: {other:?}"),
        }
    }
}

#[cfg(feature = "serde")]
#[test]
fn a_register_goes_out_and_comes_back() {
    let register = register(&rows());
    let text = serde_json::to_string(&register).unwrap();
    assert_eq!(serde_json::from_str::<inburgering::Register>(&text).unwrap(), register);
    let twice = text.replace("\"LEU\"", "\"LOK\"");
    let error = serde_json::from_str::<inburgering::Register>(&twice).unwrap_err();
    assert_snapshot!(error, @"the register has a protocol `LOK`; give each protocol a name of its own");
}
