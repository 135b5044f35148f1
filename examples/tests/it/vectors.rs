//! The conformance vectors: the files are what the program writes, as their schema says, and every answer is given again.

mod golden;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use inburgering::{
    ChangeReason, DeathText, Dossier, Insz, NumberChain, Numbers, Outcome, Person, Placed, ReasonCode, RefusalCode,
    Replacement, ReplacementText, Spell,
};
use inburgering_examples::vectors::assessment::Assessment;
use inburgering_examples::vectors::changes::Changes;
use inburgering_examples::vectors::explanation::Letter;
use inburgering_examples::vectors::figures::Figures;
use inburgering_examples::vectors::findings::Findings;
use inburgering_examples::vectors::insz::{self, Number};
use inburgering_examples::vectors::list::List;
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
    assert!(bytes < 5_000_000, "{bytes} bytes");
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
    let changes: [(&str, &str, Value); 18] = [
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
        ("list", "/vectors/0/answer/csv/1", json!("\"85.07.30-901.33\";\"ja\";\"misschien\"")),
        ("list", "/vectors/0/answer/closed", json!(-1)),
        ("explanation", "/vectors/0/answer/facts/0", json!({"fact": "registered", "on": "2025-01-06"})),
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
    feed_back::<List>(100);
    feed_back::<Letter>(250);
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

/// On a list stand those whom the plain rule places there, ascending by number.
#[test]
fn the_lists_are_those_of_the_plain_rule() {
    let mut rows = 0;
    for Vector { id, question, answer, .. } in of::<List>() {
        let caseload = question.tables.caseload(question.unreadable()).unwrap();
        let answers = caseload.persons().filter_map(|person| person.answer(question.on, question.rules()));
        let there = answers.filter(|answer| {
            answer.municipality().is_some_and(|municipality| municipality.code().to_string() == question.municipality)
        });
        let there: Vec<_> = there.collect();
        let by_closed = there.iter().filter(|answer| match answer.outcome {
            Outcome::Eligible { basis, .. } => basis.is_closed(),
            _ => false,
        });
        assert_eq!(answer.closed, by_closed.count(), "{id}");
        let word = |is: bool| if is { "ja" } else { "nee" };
        let mut expected: Vec<String> = there
            .iter()
            .map(|answer| {
                let [contract, attest] = [answer.flags.contract_signed, answer.flags.attest_obtained].map(word);
                format!("\"{}\";\"{contract}\";\"{attest}\"", answer.number)
            })
            .collect();
        expected.sort();
        rows += expected.len();
        assert_eq!(answer.csv[1..], expected, "{id}");
    }
    assert!(rows > 150, "{rows} rows");
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

/// The cover note tells how many rows come from closed dossiers if those without an attest number five of either kind.
#[test]
fn the_cover_note_tells_the_closed_at_its_limits() {
    let mut told = BTreeMap::new();
    for Vector { question, answer, .. } in of::<List>() {
        let closed = question.tables.dossiers.iter().filter(|row| !row.closed_on.is_empty()).count();
        let without = answer.csv.iter().filter(|line| line.ends_with("\"nee\"")).count();
        if answer.csv.len() == without + 3 && without >= 8 {
            told.insert((without - closed, closed), (answer.closed, answer.closed_on_cover_note));
        }
    }
    assert_eq!(told.len(), 9);
    for ((active, closed), said) in told {
        // One of the closed has an attest.
        let number = (active >= 5 && closed >= 5).then_some(closed + 1);
        assert_eq!(said, (closed + 1, number), "{active} {closed}");
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
    for kind in ["placement", "figures", "changes", "findings", "list", "explanation"] {
        let text = committed(&format!("{kind}.json"));
        let numbers = text.split('"').filter_map(|part| part.parse::<Insz>().ok());
        assert!(numbers.into_iter().all(is_synthetic), "{kind}");
    }
}
