//! The vectors of the golden cases: what they say in JSON is what those expect in TOML.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use inburgering::{Fact, Language};
use inburgering_examples::vectors::files;
use serde_json::{Value, json};

use super::committed;

/// The cases of a golden file.
fn golden(name: &str) -> Vec<Value> {
    let path = format!("{}/../crates/inburgering/tests/golden/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    let file: toml::Table = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    serde_json::to_value(&file["case"]).unwrap().as_array().unwrap().clone()
}

/// The answers of the golden cases of a kind, by their names.
fn by_name(kind: &str) -> BTreeMap<String, Value> {
    let file: Value = serde_json::from_str(&committed(&format!("{kind}.json"))).unwrap();
    let golden = file["vectors"].as_array().unwrap().iter().filter(|vector| vector["name"].is_string());
    golden.map(|vector| (vector["name"].as_str().unwrap().to_owned(), vector["answer"].clone())).collect()
}

/// The words of a JSON list, each after a blank; nothing where there is no list.
fn listed(list: &Value) -> String {
    list.as_array().into_iter().flatten().map(|word| format!(" {}", word.as_str().unwrap())).collect()
}

/// Every golden case of the domain is among them, but for the one whose counts not every reader of JSON can hold.
#[test]
fn no_golden_case_is_left_out() {
    let folder = format!("{}/../crates/inburgering/tests/golden", env!("CARGO_MANIFEST_DIR"));
    let written: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let cases = written.iter().flat_map(|file| golden(file.file_stem().unwrap().to_str().unwrap()));
    let mut left: BTreeSet<String> = cases.map(|case| case["name"].as_str().unwrap().to_owned()).collect();
    assert!(left.len() > 300, "{} cases", left.len());
    for (name, _) in files().unwrap() {
        for said in by_name(name.trim_end_matches(".json")).keys() {
            left.remove(said);
        }
    }
    assert_eq!(left, BTreeSet::from(["a sum beyond the largest number stays there".into()]));
}

/// The golden cases of protocols, registers, findings and changes expect in TOML what the vectors say in JSON.
#[test]
fn the_golden_cases_of_protocols_and_lists_expect_the_same() {
    let answers = by_name("protocol");
    for case in golden("protocol") {
        let answer = &answers[case["name"].as_str().unwrap()];
        assert_eq!(answer["error"].is_string(), case["error"].is_string(), "{}", case["name"]);
        let said: Vec<String> = answer
            .as_array()
            .into_iter()
            .flatten()
            .map(|day| {
                let (on, stage) = (day["on"].as_str().unwrap(), day["stage"].as_str().unwrap_or("none"));
                let open = listed(&day["open"]);
                format!("{on}: {stage}{}", if open.is_empty() { open } else { format!("; open:{open}") })
            })
            .collect();
        assert_eq!(json!(said), case.get("expected").cloned().unwrap_or(json!([])), "{}", case["name"]);
    }
    let answers = by_name("standing");
    for case in golden("register") {
        let days = answers[case["name"].as_str().unwrap()].as_array().unwrap();
        for (expected, day) in case["expected"].as_array().unwrap().iter().zip(days) {
            let (on, said) = expected.as_str().unwrap().split_once(": ").unwrap();
            assert_eq!(day["on"], on);
            let Some(standing) = day["standing"].as_str() else {
                assert!(day["error"].is_string() && said.starts_with("municipality "), "{}: {said}", case["name"]);
                continue;
            };
            let mut words = standing.to_owned();
            words.extend(["protocol", "stage"].iter().filter_map(|key| Some(format!(" {}", day[key].as_str()?))));
            let inherited = listed(&day["inherited"]);
            if standing == "inherited" {
                words += &inherited;
            }
            words.extend(day["ended"].as_str().map(|ended| format!(", ended {ended}")));
            if standing == "pending" && !inherited.is_empty() {
                words += &format!(", inherited{inherited}");
            }
            for key in ["absorbed", "without"] {
                let codes = listed(&day[key]);
                words += &if codes.is_empty() { codes } else { format!(", {key}{codes}") };
            }
            assert_eq!(words, said, "{}", case["name"]);
        }
    }
    let answers = by_name("findings");
    for case in golden("findings") {
        let said = answers[case["name"].as_str().unwrap()].as_array().unwrap().iter().map(|finding| {
            // In the golden file the heading is row 1.
            let row = |row: &Value| format!("{} {}", row["table"].as_str().unwrap(), row["row"].as_u64().unwrap() + 2);
            let rows: Vec<String> = finding["rows"].as_array().unwrap().iter().map(row).collect();
            (finding["kind"].as_str().unwrap().to_owned(), rows)
        });
        let expected = case["expected"].as_array().unwrap().iter().map(|finding| {
            let rows = finding["rows"].as_array().unwrap().iter().map(|row| row.as_str().unwrap().to_owned());
            (finding["code"].as_str().unwrap().to_owned(), rows.collect::<Vec<_>>())
        });
        assert_eq!(said.collect::<BTreeSet<_>>(), expected.collect(), "{}", case["name"]);
    }
    let answers = by_name("changes");
    for case in golden("changes") {
        let answer = &answers[case["name"].as_str().unwrap()];
        assert_eq!(answer["error"].is_string(), case["error"].is_string(), "{}", case["name"]);
        for (said, expected) in
            answer["changes"].as_array().into_iter().flatten().zip(case["expected"].as_array().into_iter().flatten())
        {
            assert!(
                ["insz", "kind", "reason"].iter().all(|key| said[key] == expected[key]),
                "{}: {said}",
                case["name"]
            );
            assert_eq!(said["facts"], expected.get("facts").cloned().unwrap_or(json!([])), "{}", case["name"]);
        }
        let many = |list: &Value| list.as_array().map_or(0, Vec::len);
        assert_eq!(many(&answer["changes"]), many(&case["expected"]), "{}", case["name"]);
    }
}

/// The golden cases of the papers expect in TOML what the vectors say in JSON.
#[test]
fn the_golden_cases_of_the_papers_expect_the_same() {
    let answers = by_name("list");
    for case in golden("disclosure") {
        let answer = &answers[case["name"].as_str().unwrap()];
        assert_eq!(answer["csv"].as_array().unwrap()[1..], *case["csv"].as_array().unwrap(), "{}", case["name"]);
        for key in ["closed", "closed_residing_elsewhere", "rows_without_number"] {
            assert_eq!(answer[key], case[key], "{} {key}", case["name"]);
        }
    }
    let answers = by_name("explanation");
    for case in golden("explanation") {
        let answer = &answers[case["name"].as_str().unwrap()];
        let told: Vec<Fact> = serde_json::from_value(answer["facts"].clone()).unwrap();
        for (language, lines) in [(Language::Dutch, &case["dutch"]), (Language::English, &case["english"])] {
            let said: Vec<String> = told.iter().map(|fact| fact.sentence(language)).collect();
            assert_eq!(json!(said), *lines, "{}", case["name"]);
        }
        assert_eq!(answer["leaves_facts_out"].as_bool(), Some(case["leaves_facts_out"] == true), "{}", case["name"]);
        for (key, said) in [("outcome", "answer"), ("reasons", "reasons")] {
            assert!(case[key].is_null() || case[key] == answer["answer"][said], "{} {key}", case["name"]);
        }
    }
}

/// The golden cases expect in TOML what the vectors say in JSON.
#[test]
fn the_golden_cases_expect_the_same() {
    let answers = by_name("placement");
    for case in golden("eligibility") {
        let ask = &case["ask"];
        let days = answers[case["name"].as_str().unwrap()].as_array().unwrap();
        for (expected, day) in case["expected"].as_array().unwrap().iter().zip(days) {
            let persons = day["persons"].as_array().unwrap();
            assert_eq!(day["on"], expected["on"]);
            if expected["answer"] == "nobody" {
                assert!(persons.iter().all(|person| person["insz"] != *ask), "{}", case["name"]);
                continue;
            }
            let is_as_expected = |person: &&Value| {
                ["answer", "municipality", "basis", "reasons"].iter().all(|key| person[key] == expected[key])
                    && person["contract_signed"].as_bool() == Some(expected["contract"] == true)
                    && person["attest_obtained"].as_bool() == Some(expected["attest"] == true)
            };
            assert!(persons.iter().any(|person| is_as_expected(&person)), "{} {expected} {day}", case["name"]);
        }
    }
    let answers = by_name("assessment");
    for case in golden("request") {
        let answer = &answers[case["name"].as_str().unwrap()];
        assert_eq!(answer["error"].is_string(), case["error"].is_string(), "{}", case["name"]);
        if answer["error"].is_null() {
            let awaited = answer["awaited"].as_str().map(|awaited| format!(" for {awaited}")).unwrap_or_default();
            assert_eq!(
                case["expected"],
                format!("{}{awaited}", answer["outcome"].as_str().unwrap()),
                "{}",
                case["name"]
            );
            for key in ["refusals", "notices"] {
                assert_eq!(
                    answer[key].as_array().unwrap(),
                    case[key].as_array().unwrap_or(&Vec::new()),
                    "{}",
                    case["name"]
                );
            }
            assert_eq!((&answer["due"], &answer["protocol"]), (&case["due"], &case["protocol"]), "{}", case["name"]);
        }
    }
    let answers = by_name("working_days");
    for case in golden("calendar") {
        let (answer, expected) = (&answers[case["name"].as_str().unwrap()], &case["expected"]);
        for key in ["day", "due", "working_days"] {
            assert_eq!(answer[key], expected[key], "{}", case["name"]);
        }
        assert_eq!(answer["error"].is_string(), expected["error"].is_string(), "{}", case["name"]);
    }
    let answers = by_name("insz");
    for case in golden("insz") {
        let answer = &answers[case["name"].as_str().unwrap()];
        for key in ["number", "kind", "century", "sex", "birth", "earliest_birth_day", "agreement"] {
            assert_eq!(answer[key], case[key], "{}", case["name"]);
        }
    }
}
