//! The life of a protocol: its steps, and what is known of it on a day.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::assessment::about_a_merger;
use super::{Golden, Kind, Seeded, Unanswerable, books, golden, is_default};
use crate::chance::Chance;
use crate::synthetic::plus;

/// A protocol by its steps.
#[derive(Debug)]
pub enum Protocol {}

/// A protocol with its steps, taken in the order of their days of the law, and the days that are asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The protocol.
    pub protocol: books::Protocol,
    /// The days.
    pub days: Vec<NaiveDate>,
}

/// What is known of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// On each day that was asked.
    Known(Vec<Day>),
    /// A step cannot be taken.
    Error {
        /// The code of the error.
        error: String,
    },
}

/// What is known on a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Day {
    /// The day.
    pub on: NaiveDate,
    /// How far the protocol is; nothing before it is requested.
    #[serde(default, skip_serializing_if = "is_default")]
    pub stage: Option<String>,
    /// Who has still to publish it, if it is in force.
    #[serde(default, skip_serializing_if = "is_default")]
    pub open: Vec<String>,
}

/// A golden case: the days are those of the lines that it expects.
#[derive(Deserialize)]
struct Case {
    name: String,
    citation: String,
    protocol: books::Protocol,
    #[serde(default)]
    expected: Vec<String>,
}

impl Kind for Protocol {
    const NAME: &'static str = "protocol";
    type Question = Question;
    type Answer = Answer;

    fn golden() -> Result<Vec<Golden<Question>>, toml::de::Error> {
        let cases = golden::<Case>(include_str!("../../../crates/inburgering/tests/golden/protocol.toml"))?;
        let cases = cases.into_iter().map(|Case { name, citation, protocol, expected }| {
            let days = expected.iter().filter_map(|line| super::day_of(line)).collect();
            Golden { name, citation, question: Question { protocol, days } }
        });
        Ok(cases.collect())
    }

    fn generated(Seeded(chance): &mut Seeded) -> Vec<Question> {
        (0..200).filter_map(|_| generated(chance)).collect()
    }

    fn answer(question: &Question) -> Result<Answer, Unanswerable> {
        let protocol = match question.protocol.taken()? {
            Ok(protocol) => protocol,
            Err(error) => return Ok(Answer::Error { error: error.code().into() }),
        };
        let known = question.days.iter().map(|&on| Day {
            on,
            stage: protocol.stage_on(on).map(|stage| stage.as_str().into()),
            open: protocol.open_obligations(on).into_iter().map(|party| party.as_str().into()).collect(),
        });
        Ok(Answer::Known(known.collect()))
    }
}

/// A protocol whose last steps are about a merger or a change of the law, now and then with two steps the wrong way round,
/// asked on the days about those of its steps.
fn generated(chance: &mut Chance) -> Option<Question> {
    let (of, on) = about_a_merger(chance)?;
    let mut protocol = super::assessment::protocol(chance, of, 1, on)?;
    if chance.per_mille(200) {
        std::mem::swap(&mut protocol.advised, &mut protocol.signed);
    }
    if chance.per_mille(100) {
        protocol.advised.clear();
    }
    let steps = protocol.steps().ok()?;
    let days = steps.iter().map(|(_, on)| *on).chain([protocol.requested, on]);
    let days: BTreeSet<NaiveDate> = days.flat_map(|day| [-1, 0].map(|off| plus(day, off))).collect();
    Some(Question { protocol, days: days.into_iter().collect() })
}
