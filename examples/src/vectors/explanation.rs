//! What a letter tells one person: the answer, how long it holds, and the facts.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use inburgering::{Brussels, ClosedRule, Explanation, Insz, Language, ListRules, UnreadableRows};
use serde::{Deserialize, Serialize};

use super::placement::{Answer as PersonsAnswer, drawn, rules};
use super::tables::Tables;
use super::{Golden, Kind, Seeded, Unanswerable, golden, is_default};
use crate::chance::Chance;

/// The letter to one person.
#[derive(Debug)]
pub enum Letter {}

/// The facts, the number that is asked about, the day and the options.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The tables.
    pub tables: Tables,
    /// One of the person's numbers.
    pub insz: String,
    /// The day.
    pub on: NaiveDate,
    /// Where a person goes whose dossiers are all closed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub closed: ClosedRule,
    /// Whether the municipalities of Brussels have lists.
    #[serde(default, skip_serializing_if = "is_default")]
    pub brussels: Brussels,
}

/// What the letter tells.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// There is a letter.
    Told {
        /// The answer on the day.
        answer: PersonsAnswer,
        /// Its reasons with all that they name; where any of that changes, another period begins.
        reasons: Vec<BTreeMap<String, String>>,
        /// The first day on which it holds; absent if there is none.
        #[serde(default, skip_serializing_if = "is_default")]
        from: Option<NaiveDate>,
        /// The first day on which it holds no longer; absent if there is none.
        #[serde(default, skip_serializing_if = "is_default")]
        until: Option<NaiveDate>,
        /// The facts, in their order.
        facts: Vec<Fact>,
        /// Whether everything under the person's other numbers is left out.
        leaves_facts_out: bool,
    },
    /// There is none.
    Error {
        /// The code of the error.
        error: String,
    },
}

/// A fact in a letter, in the form of the library's JSON without its nulls.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The stable code of its kind.
    pub fact: String,
    /// Its day.
    #[serde(default, skip_serializing_if = "is_default")]
    pub on: Option<NaiveDate>,
    /// The first day of a residence.
    #[serde(default, skip_serializing_if = "is_default")]
    pub from: Option<NaiveDate>,
    /// The first day after a residence.
    #[serde(default, skip_serializing_if = "is_default")]
    pub until: Option<NaiveDate>,
    /// The code of the municipality of a contract or a residence, as recorded.
    #[serde(default, skip_serializing_if = "is_default")]
    pub municipality: Option<String>,
    /// The dossier.
    #[serde(default, skip_serializing_if = "is_default")]
    pub dossier: Option<String>,
    /// The code or the number that ended.
    #[serde(default, skip_serializing_if = "is_default")]
    pub old: Option<String>,
    /// What came in its place.
    #[serde(default, skip_serializing_if = "is_default")]
    pub new: Option<String>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    citation: String,
    insz: String,
    on: NaiveDate,
    #[serde(flatten)]
    tables: Tables,
}

impl Kind for Letter {
    const NAME: &'static str = "explanation";
    type Question = Question;
    type Answer = Answer;

    fn golden() -> Result<Vec<Golden<Question>>, toml::de::Error> {
        let cases = golden::<Case>(include_str!("../../../crates/inburgering/tests/golden/explanation.toml"))?;
        let case = |Case { name, citation, insz, on, tables }| {
            let (closed, brussels) = (ClosedRule::default(), Brussels::default());
            Golden { name, citation, question: Question { tables, insz, on, closed, brussels } }
        };
        Ok(cases.into_iter().map(case).collect())
    }

    fn generated(Seeded(chance): &mut Seeded) -> Vec<Question> {
        (0..250).filter_map(|_| generated(chance)).collect()
    }

    fn answer(question: &Question) -> Result<Answer, Unanswerable> {
        let caseload = question.tables.caseload(UnreadableRows::Refused)?;
        let placed = caseload.place(question.on, ListRules { closed: question.closed, brussels: question.brussels })?;
        let number: Insz = question.insz.parse()?;
        Ok(match placed.explain(number, Language::Dutch) {
            Ok(letter) => Answer::of(&letter)?,
            Err(error) => Answer::Error { error: error.code().into() },
        })
    }
}

impl Answer {
    fn of(letter: &Explanation) -> Result<Self, serde_json::Error> {
        let fact = |fact| serde_json::to_value(fact).and_then(serde_json::from_value);
        // Every field of a reason is a word, a code or a day; one that is unknown is left out.
        let reason = |reason| -> Result<BTreeMap<String, String>, serde_json::Error> {
            let fields: BTreeMap<String, Option<String>> =
                serde_json::to_value(reason).and_then(serde_json::from_value)?;
            Ok(fields.into_iter().filter_map(|(name, field)| Some((name, field?))).collect())
        };
        Ok(Self::Told {
            answer: PersonsAnswer::of(&letter.answer),
            reasons: letter.answer.reasons.iter().map(reason).collect::<Result<_, _>>()?,
            from: letter.holds.from,
            until: letter.holds.until,
            facts: letter.facts.iter().map(fact).collect::<Result<_, _>>()?,
            leaves_facts_out: letter.leaves_facts_out,
        })
    }
}

/// Two persons, and one of their numbers on one of the days about their facts.
fn generated(chance: &mut Chance) -> Option<Question> {
    let (tables, days) = drawn(chance, 2)?;
    let of_dossiers = tables.dossiers.iter().map(|row| &row.insz);
    let replaced = tables.replacements.iter().flat_map(|row| [&row.insz_old, &row.insz_new]);
    let numbers: Vec<&String> = of_dossiers.chain(replaced).collect();
    let insz = (*chance.of(&numbers)?).clone();
    // The later of two, since nobody is known before the first of the facts.
    let on = *chance.of(&days)?.max(chance.of(&days)?);
    let ListRules { closed, brussels } = rules(chance)?;
    let question = Question { tables, insz, on, closed, brussels };
    Letter::answer(&question).is_ok().then_some(question)
}
