//! The conformance vectors: the files are what the program writes, as their schema says, and every answer is given again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use inburgering::{
    ChangeReason, DeathText, Dossier, Insz, NumberChain, Numbers, Person, Placed, ReasonCode, RefusalCode, Replacement,
    ReplacementText, Spell,
};
use inburgering_examples::vectors::assessment::Assessment;
use inburgering_examples::vectors::changes::Changes;
use inburgering_examples::vectors::figures::Figures;
use inburgering_examples::vectors::findings::Findings;
use inburgering_examples::vectors::insz::{self, Number};
use inburgering_examples::vectors::municipality::Code;
use inburgering_examples::vectors::placement::{Answer, Day, Placement, Problems, Question};
use inburgering_examples::vectors::protocol::Protocol;
use inburgering_examples::vectors::standing::Standing;
use inburgering_examples::vectors::suppression::Suppression;
use inburgering_examples::vectors::working_days::WorkingDays;
use inburgering_examples::vectors::{File, Kind, VERSION, Vector, VectorOf, files};
use serde_json::{Value, json};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../vectors")
}

fn committed(name: &str) -> String {
    fs::read_to_string(root().join(format!("v{VERSION}/{name}"))).unwrap()
}

fn of<K: Kind>() -> Vec<VectorOf<K>> {
    let file: File<VectorOf<K>> = serde_json::from_str(&committed(&format!("{}.json", K::NAME))).unwrap();
    file.vectors
}

#[test]
fn the_committed_files_are_what_the_program_writes() {
    let files = files().unwrap();
    for (name, text) in &files {
        assert!(*text == committed(name), "{name} differs; run `make vectors` and read the difference");
    }
    let here = fs::read_dir(root().join(format!("v{VERSION}"))).unwrap().count();
    assert_eq!(here, files.len(), "a file of no kind");
    let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    assert!(bytes < 4_000_000, "{bytes} bytes");
}

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(&fs::read_to_string(root().join("vectors.schema.json")).unwrap()).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

#[test]
fn each_file_is_as_the_schema_says() {
    let validator = validator();
    for (name, _) in files().unwrap() {
        let value: Value = serde_json::from_str(&committed(&name)).unwrap();
        let wrong: Vec<String> = validator.iter_errors(&value).map(|error| error.instance_path().to_string()).collect();
        assert_eq!(wrong, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn what_is_changed_is_not_as_the_schema_says() {
    let validator = validator();
    let changes: [(&str, &str, Value); 15] = [
        ("insz", "/version", json!(2)),
        ("insz", "/kind", json!("placement")),
        ("insz", "/vectors/0/answer/century", json!(1800)),
        ("insz", "/vectors/0/id", json!("0")),
        ("working_days", "/vectors/0/question/day", json!("2025-02-30")),
        ("municipality", "/vectors/0/answer", json!({"municipality": "44021"})),
        ("placement", "/vectors/0/answer/0/persons/0/basis", json!("birth")),
        ("placement", "/vectors/0/question/tables/dossiers/0", json!({"dossier": "D-1", "name": "Jan"})),
        ("assessment", "/vectors/0/answer/outcome", json!("perhaps")),
        ("suppression", "/vectors/0/answer/root", json!(-1)),
        ("changes", "/vectors/0/answer/changes/0/kind", json!("moved")),
        ("findings", "/vectors/0/answer/0/rows/0/table", json!("persons")),
        ("protocol", "/vectors/0/answer/7/open", json!([])),
        ("protocol", "/vectors/0/question/protocol/requested", json!("in March")),
        ("standing", "/vectors/0/answer/0/standing", json!("perhaps")),
    ];
    for (kind, place, value) in changes {
        let mut file: Value = serde_json::from_str(&committed(&format!("{kind}.json"))).unwrap();
        // In the first vector that has such a place.
        let places = (0..200).map(|at| place.replace("vectors/0", &format!("vectors/{at}")));
        let place = places.into_iter().find(|place| file.pointer(place).is_some()).unwrap();
        *file.pointer_mut(&place).unwrap() = value;
        assert!(!validator.is_valid(&file), "{kind}{place}");
    }
    let mut file: Value = serde_json::from_str(&committed("placement.json")).unwrap();
    let person = file.pointer_mut("/vectors/0/answer/0/persons/0").unwrap();
    assert_eq!(person["answer"], "eligible");
    person.as_object_mut().unwrap().remove("municipality");
    assert!(!validator.is_valid(&file), "whoever is on a list is on somebody's");
}

/// Every answer of a kind is given again by the library.
fn feed_back<K: Kind>(least: usize) {
    let vectors = of::<K>();
    assert!(vectors.len() >= least, "{} vectors of {}", vectors.len(), K::NAME);
    let ids: BTreeSet<&String> = vectors.iter().map(|vector| &vector.id).collect();
    assert_eq!(ids.len(), vectors.len());
    assert!(vectors.is_sorted_by_key(|vector| vector.id.clone()));
    for vector in vectors {
        assert_eq!(K::answer(&vector.question).unwrap(), vector.answer, "{}", vector.id);
    }
}

#[test]
fn every_answer_is_given_again() {
    feed_back::<Number>(1000);
    feed_back::<WorkingDays>(900);
    feed_back::<Code>(1800);
    feed_back::<Placement>(850);
    feed_back::<Assessment>(500);
    feed_back::<Suppression>(300);
    feed_back::<Figures>(40);
    feed_back::<Changes>(250);
    feed_back::<Findings>(200);
    feed_back::<Protocol>(200);
    feed_back::<Standing>(200);
}

/// A caseload, by its quick rule and its index, says the same as the vectors, which are the plain rule's.
#[test]
fn a_caseload_places_everybody_as_the_vectors_say() {
    for Vector { id, question, answer, .. } in of::<Placement>() {
        let caseload = question.tables.caseload(question.unreadable()).unwrap();
        for Day { on, persons } in answer {
            let Ok(placed) = caseload.place(on, question.rules()) else {
                assert_eq!(persons, [], "{id}: outside the horizon");
                continue;
            };
            assert_eq!(everybody(&placed), persons, "{id} on {on}");
        }
    }
}

fn everybody(placed: &Placed) -> Vec<Answer> {
    let answers = placed.answers().map(|person| {
        let (municipality, basis) = match person.outcome {
            inburgering::Outcome::Eligible { municipality, basis } => {
                (Some(municipality.code().to_string()), Some(basis.as_str().to_owned()))
            }
            _ => (None, None),
        };
        Answer {
            insz: person.number.to_string(),
            answer: person.outcome.as_str().into(),
            municipality,
            basis,
            contract_signed: person.flags.contract_signed,
            attest_obtained: person.flags.attest_obtained,
            reasons: person.reasons.iter().map(|code| code.to_string()).collect(),
        }
    });
    let mut answers: Vec<Answer> = answers.collect();
    answers.sort_by(|one, other| one.insz.cmp(&other.insz));
    answers
}

/// A person put together by hand, where the tables are about one person, has the answers of the vectors.
#[test]
fn a_person_by_hand_is_answered_as_the_vectors_say() {
    let mut asked = 0;
    for Vector { id, question, answer, .. } in of::<Placement>() {
        let Some(by_hand) = ByHand::of(&question) else { continue };
        for Day { on, persons } in answer {
            let said = by_hand.person().answer(on, question.rules());
            assert_eq!(said.iter().map(Answer::of).collect::<Vec<_>>(), persons, "{id} on {on}");
            asked += 1;
        }
    }
    assert!(asked > 2500, "{asked} answers");
}

struct ByHand {
    number: Insz,
    chain: Option<NumberChain>,
    dossiers: Vec<Dossier>,
    spells: Vec<Spell>,
    died: Vec<chrono::NaiveDate>,
}

impl ByHand {
    /// The only person of the tables; `None` where there are several, nobody, or rows that cannot be read.
    fn of(question: &Question) -> Option<Self> {
        if question.problems == Problems::SetAside {
            return None;
        }
        let tables = &question.tables;
        let steps: Vec<Replacement> = tables
            .replacements
            .iter()
            .map(|row| {
                let text =
                    ReplacementText { insz_old: &row.insz_old, insz_new: &row.insz_new, replaced_on: &row.replaced_on };
                text.read(0).unwrap()
            })
            .filter(|step| step.old != step.new)
            .collect();
        let dossiers: Vec<(Insz, Dossier)> = tables.dossiers.iter().map(|row| row.text().read(0).unwrap()).collect();
        let number = dossiers.first()?.0;
        let mut mine = BTreeSet::from([number]);
        for _ in &steps {
            for step in &steps {
                if mine.contains(&step.old) || mine.contains(&step.new) {
                    mine.extend([step.old, step.new]);
                }
            }
        }
        if !dossiers.iter().all(|(insz, _)| mine.contains(insz)) {
            return None;
        }
        let steps: Vec<Replacement> = steps.into_iter().filter(|step| mine.contains(&step.old)).collect();
        let spells = tables.residences.iter().map(|row| row.text().read(0).unwrap());
        let deaths =
            tables.deaths.iter().map(|row| DeathText { insz: &row.insz, died_on: &row.died_on }.read(0).unwrap());
        Some(Self {
            number,
            chain: (!steps.is_empty()).then(|| NumberChain::new(&steps)),
            dossiers: dossiers.into_iter().map(|(_, dossier)| dossier).collect(),
            spells: spells.filter(|(insz, _)| mine.contains(insz)).map(|(_, spell)| spell).collect(),
            died: deaths.filter(|(insz, _)| mine.contains(insz)).map(|(_, on)| on).collect(),
        })
    }

    fn person(&self) -> Person<'_> {
        let numbers = self.chain.as_ref().map_or(Numbers::One(self.number), Numbers::Chain);
        let person = Person::with_numbers(numbers, &self.dossiers, &self.spells);
        self.died.iter().min().map_or(person, |&on| person.died(on))
    }
}

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

#[test]
fn every_word_of_a_catalogue_occurs() {
    let text = committed("placement.json");
    assert!(ReasonCode::ALL.iter().all(|code| text.contains(&format!("\"{code}\""))));
    let text = committed("assessment.json");
    assert!(RefusalCode::ALL.iter().all(|code| text.contains(&format!("\"{code}\""))));
    let text = committed("changes.json");
    assert!(ChangeReason::ALL.iter().all(|reason| text.contains(&format!("\"{}\"", reason.as_str()))));
    let text = committed("standing.json");
    assert!(["in_force", "pending", "ended", "inherited", "none"].iter().all(|word| text.contains(word)));
    let text = committed("protocol.json");
    assert!(["out_of_order", "backdated", "run_out", "ended"].iter().all(|word| text.contains(word)));
}

/// No number of a living person: sequences from 900 to 998, but where the golden case is about the sequence.
#[test]
fn every_number_is_synthetic() {
    let is_synthetic = |number: Insz| (900..=998).contains(&(number.to_u64() / 100 % 1000));
    for Vector { id, name, question, .. } in of::<Number>() {
        let insz::Question { text, .. } = question;
        if let Ok(number) = text.parse::<Insz>() {
            let about = name.unwrap_or_default();
            assert!(is_synthetic(number) || about.contains("sequence"), "{id}: {about}");
        }
    }
    for kind in ["placement", "figures", "changes", "findings"] {
        let text = committed(&format!("{kind}.json"));
        let numbers = text.split('"').filter_map(|part| part.parse::<Insz>().ok());
        assert!(numbers.into_iter().all(is_synthetic), "{kind}");
    }
}
