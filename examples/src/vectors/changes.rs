//! What changed between the lists of a municipality on two days, and what is published of it.

use chrono::NaiveDate;
use inburgering::{
    Brussels, Cell, ChangeKind, ChangeReason, ClosedRule, ListRules, Municipality, Threshold, UnreadableRows,
};
use serde::{Deserialize, Serialize};

use super::placement::{drawn, rules};
use super::tables::Tables;
use super::{Golden, Kind, Seeded, Unanswerable, golden, is_default};
use crate::chance::Chance;

/// The changes between two lists.
#[derive(Debug)]
pub enum Changes {}

/// The facts, the municipality, the days and the options.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The tables.
    pub tables: Tables,
    /// The code of the municipality, valid on the later of the days.
    pub municipality: String,
    /// The day that is compared with.
    pub since: NaiveDate,
    /// The day that is compared.
    pub on: NaiveDate,
    /// Where a person goes whose dossiers are all closed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub closed: ClosedRule,
    /// Whether the municipalities of Brussels have lists.
    #[serde(default, skip_serializing_if = "is_default")]
    pub brussels: Brussels,
    /// The lowest count above zero that is published.
    pub threshold: i64,
}

/// What changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// The changes.
    Told {
        /// The municipalities of the earlier day whose lists count together.
        together: Vec<String>,
        /// For the agency: every change, ascending by number.
        changes: Vec<Change>,
        /// For the municipality: the counts that are published.
        counts: Vec<Count>,
    },
    /// There is no answer.
    Error {
        /// The code of the error.
        error: String,
    },
}

/// The change of one person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The register number.
    pub insz: String,
    /// `came`, `left` or `changed`.
    pub kind: String,
    /// The code of its reason.
    pub reason: String,
    /// The codes of the facts between the days.
    pub facts: Vec<String>,
}

/// A count of changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// The kind; without, all kinds.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: Option<String>,
    /// `all_reasons`, `reason` or `other_reasons`.
    pub counted: String,
    /// The reason, if one is counted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reason: Option<String>,
    /// How many persons; null where it is suppressed.
    pub count: Cell,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    citation: String,
    municipality: String,
    since: NaiveDate,
    on: NaiveDate,
    #[serde(flatten)]
    tables: Tables,
    #[serde(default)]
    closed: ClosedRule,
    #[serde(default)]
    brussels: Brussels,
    threshold: Option<i64>,
}

impl Kind for Changes {
    const NAME: &'static str = "changes";
    type Question = Question;
    type Answer = Answer;

    fn golden() -> Result<Vec<Golden<Question>>, toml::de::Error> {
        let cases = golden::<Case>(include_str!("../../../crates/inburgering/tests/golden/changes.toml"))?;
        let cases = cases.into_iter().map(|case| {
            let Case { name, citation, municipality, since, on, tables, closed, brussels, threshold } = case;
            let threshold = threshold.unwrap_or(5);
            let question = Question { tables, municipality, since, on, closed, brussels, threshold };
            Golden { name, citation, question }
        });
        Ok(cases.collect())
    }

    fn generated(Seeded(chance): &mut Seeded) -> Vec<Question> {
        (0..250).filter_map(|_| generated(chance)).collect()
    }

    fn answer(question: &Question) -> Result<Answer, Unanswerable> {
        let caseload = question.tables.caseload(UnreadableRows::Refused)?;
        let rules = ListRules { closed: question.closed, brussels: question.brussels };
        let municipality: Municipality = question.municipality.parse()?;
        let changes = match caseload.changes(municipality, question.since, question.on, rules) {
            Ok(changes) => changes,
            Err(error) => return Ok(Answer::Error { error: error.code().into() }),
        };
        let change = |change: &inburgering::Change| Change {
            insz: change.number.to_string(),
            kind: change.kind.as_str().into(),
            reason: change.reason.as_str().into(),
            facts: change.facts.iter().map(|fact| fact.code().into()).collect(),
        };
        let counts = changes.counts(Threshold::new(question.threshold)?);
        let count = |count: &inburgering::ChangeCount| Count {
            kind: count.kind.map(ChangeKind::as_str).map(Into::into),
            counted: count.counted.as_str().into(),
            reason: count.counted.reason().map(ChangeReason::as_str).map(Into::into),
            count: count.count,
        };
        Ok(Answer::Told {
            together: changes.together().iter().map(|one| one.code().to_string()).collect(),
            changes: changes.all().iter().map(change).collect(),
            counts: counts.all().iter().map(count).collect(),
        })
    }
}

/// Some persons, compared on two of the days about their facts, by a municipality that one of them names.
fn generated(chance: &mut Chance) -> Option<Question> {
    let (tables, days) = drawn(chance, 3)?;
    let (&since, &on) = (chance.of(&days)?, chance.of(&days)?);
    let named: Vec<Municipality> = tables.residences.iter().filter_map(|row| row.municipality.parse().ok()).collect();
    let municipality = chance.of(&named)?.current(since.max(on)).ok()?;
    let ListRules { closed, brussels } = rules(chance)?;
    Some(Question { tables, municipality: municipality.code().to_string(), since, on, closed, brussels, threshold: 3 })
}
