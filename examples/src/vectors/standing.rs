//! What a municipality has, by the register of protocols, on a day.

use chrono::NaiveDate;
use inburgering::Municipality;
use serde::{Deserialize, Serialize};

use super::assessment::about_a_merger;
use super::{Golden, Kind, Seeded, Unanswerable, books, golden, is_default};
use crate::chance::Chance;
use crate::synthetic::plus;

/// The standing of a municipality.
#[derive(Debug)]
pub enum Standing {}

/// The protocols, the municipality and the days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The protocols, in any order.
    pub protocols: Vec<books::Protocol>,
    /// The code of the municipality.
    pub municipality: String,
    /// The days.
    pub days: Vec<NaiveDate>,
}

/// What the municipality has on a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// What it has.
    Has {
        /// The day.
        on: NaiveDate,
        /// `in_force`, `pending`, `ended`, `inherited` or `none`.
        standing: String,
        /// The protocol of its own that counts.
        #[serde(default, skip_serializing_if = "is_default")]
        protocol: Option<String>,
        /// How far a pending one is.
        #[serde(default, skip_serializing_if = "is_default")]
        stage: Option<String>,
        /// The last of its own that ended, beside a pending one.
        #[serde(default, skip_serializing_if = "is_default")]
        ended: Option<String>,
        /// The municipalities that were absorbed since the protocol was validated.
        #[serde(default, skip_serializing_if = "is_default")]
        absorbed: Vec<String>,
        /// The protocols of predecessors that are in force.
        #[serde(default, skip_serializing_if = "is_default")]
        inherited: Vec<String>,
        /// The predecessors that have none in force.
        #[serde(default, skip_serializing_if = "is_default")]
        without: Vec<String>,
    },
    /// The municipality is none on the day.
    Error {
        /// The day.
        on: NaiveDate,
        /// The code of the error.
        error: String,
    },
}

/// A golden case: the days are those of the lines that it expects.
#[derive(Deserialize)]
struct Case {
    name: String,
    citation: String,
    protocols: Vec<books::Protocol>,
    municipality: String,
    expected: Vec<String>,
}

impl Kind for Standing {
    const NAME: &'static str = "standing";
    type Question = Question;
    type Answer = Vec<Answer>;

    fn golden() -> Result<Vec<Golden<Question>>, toml::de::Error> {
        let cases = golden::<Case>(include_str!("../../../crates/inburgering/tests/golden/register.toml"))?;
        let cases = cases.into_iter().map(|case| {
            let Case { name, citation, protocols, municipality, expected } = case;
            let days = expected.iter().filter_map(|line| super::day_of(line)).collect();
            Golden { name, citation, question: Question { protocols, municipality, days } }
        });
        Ok(cases.collect())
    }

    fn generated(Seeded(chance): &mut Seeded) -> Vec<Question> {
        (0..250).filter_map(|_| generated(chance)).collect()
    }

    fn answer(question: &Question) -> Result<Vec<Answer>, Unanswerable> {
        let register = books::register(&question.protocols)?;
        let municipality: Municipality = question.municipality.parse()?;
        let has = |on| match register.standing(municipality, on) {
            Ok(standing) => in_words(on, &standing),
            Err(error) => Answer::Error { on, error: error.code().into() },
        };
        Ok(question.days.iter().copied().map(has).collect())
    }
}

fn in_words(on: NaiveDate, standing: &inburgering::Standing<'_>) -> Answer {
    use inburgering::Standing as Of;
    let id = |protocol: &inburgering::Protocol| protocol.id().to_string();
    let ids = |protocols: &[&inburgering::Protocol]| protocols.iter().map(|protocol| id(protocol)).collect();
    let codes = |of: &[Municipality]| of.iter().map(|municipality| municipality.code().to_string()).collect();
    let (mut protocol, mut stage, mut ended) = (None, None, None);
    let (mut absorbed, mut inherited, mut without) = (Vec::new(), Vec::new(), Vec::new());
    match standing {
        Of::InForce { protocol: own, absorbed: grown } => (protocol, absorbed) = (Some(id(own)), codes(grown)),
        Of::Pending { protocol: own, stage: far, ended: last, inherited: theirs, without: others } => {
            (protocol, stage, ended) = (Some(id(own)), Some(far.as_str().into()), last.map(id));
            (inherited, without) = (ids(theirs), codes(others));
        }
        Of::Ended { protocol: own } => protocol = Some(id(own)),
        Of::Inherited { protocols: theirs, without: others } => (inherited, without) = (ids(theirs), codes(others)),
        _ => {}
    }
    Answer::Has { on, standing: standing.as_str().into(), protocol, stage, ended, absorbed, inherited, without }
}

/// Some protocols of a municipality and of those that it merges with, asked on the days about the merger.
fn generated(chance: &mut Chance) -> Option<Question> {
    let (of, on) = about_a_merger(chance)?;
    let mut protocols = Vec::new();
    for at in 0..chance.weighted([(1, 0), (4, 1), (4, 2), (2, 3)])? {
        let (whose, _) = if chance.per_mille(600) { (of, on) } else { about_a_merger(chance)? };
        // The steps were drawn: those that cannot be taken make no protocol.
        let drawn = super::assessment::protocol(chance, whose, at, on);
        protocols.extend(drawn.filter(|protocol| protocol.taken().is_ok_and(|taken| taken.is_ok())));
    }
    let days = [-1, 0, 1].map(|off| plus(on, off));
    Some(Question { protocols, municipality: of.code().to_string(), days: days.to_vec() })
}
