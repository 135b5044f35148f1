//! Which municipality a code or a name is on a day.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use inburgering::{Municipality, MunicipalityError};
use serde::{Deserialize, Serialize};

use super::{Golden, Kind, Seeded, Unanswerable, golden};
use crate::synthetic::plus;

/// A code or a name on a day.
#[derive(Debug)]
pub enum Code {}

/// What is asked about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// `current`, `legal_person`, `valid` or `named`.
    pub ask: Ask,
    /// The code, unless a name is asked about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named: Option<String>,
    /// The day.
    pub on: NaiveDate,
}

/// What is asked about a code or a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// Whose territory it is on the day: successors are followed.
    Current,
    /// Under which code its legal person lives on the day, if it does.
    LegalPerson,
    /// Whether the code itself is valid on the day.
    Valid,
    /// Which municipalities bear the name on the day.
    Named,
}

/// The municipalities that answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// Their codes; none where the legal person ended, or nobody bears the name.
    Municipalities {
        /// The codes.
        municipalities: Vec<String>,
    },
    /// There is no answer.
    Error {
        /// The code of the error.
        error: String,
    },
}

impl Kind for Code {
    const NAME: &'static str = "municipality";
    type Question = Question;
    type Answer = Answer;

    fn golden() -> Result<Vec<Golden<Question>>, toml::de::Error> {
        golden(include_str!("../../../crates/inburgering/tests/golden/municipality.toml"))
    }

    /// Every code that a merger touches, around its days; and every code on two days.
    fn generated(_: &mut Seeded) -> Vec<Question> {
        let touched: BTreeSet<Municipality> =
            Municipality::all().filter_map(|one| Some([one, one.successor()?])).flatten().collect();
        let mut questions = Vec::new();
        let mut ask = |ask, municipality: Municipality, on| {
            questions.push(Question { ask, code: Some(municipality.code().to_string()), named: None, on });
        };
        for municipality in touched {
            let validity = municipality.validity();
            for limit in [validity.from, validity.until].into_iter().flatten() {
                for days in [-1, 0, 1] {
                    for what in [Ask::Current, Ask::LegalPerson, Ask::Valid] {
                        ask(what, municipality, plus(limit, days));
                    }
                }
            }
        }
        let day = |year| NaiveDate::from_ymd_opt(year, 6, 30).unwrap_or_default();
        for municipality in Municipality::all() {
            ask(Ask::Current, municipality, day(2018));
            ask(Ask::Current, municipality, day(2026));
        }
        questions
    }

    fn answer(question: &Question) -> Result<Answer, Unanswerable> {
        let missing = || Unanswerable::from("a code or a name is missing");
        let municipalities = match question.ask {
            Ask::Named => Municipality::named(question.named.as_deref().ok_or_else(missing)?, question.on),
            ask => of_code(ask, question.code.as_deref().ok_or_else(missing)?, question.on),
        };
        Ok(match municipalities {
            Ok(found) => Answer::Municipalities {
                municipalities: found.iter().map(|municipality| municipality.code().to_string()).collect(),
            },
            Err(error) => Answer::Error { error: error.code().into() },
        })
    }
}

fn of_code(ask: Ask, code: &str, on: NaiveDate) -> Result<Vec<Municipality>, MunicipalityError> {
    let municipality: Municipality = code.parse()?;
    Ok(match ask {
        Ask::LegalPerson => municipality.legal_person_on(on)?.into_iter().collect(),
        Ask::Valid => vec![municipality.require_valid_on(on)?],
        Ask::Current | Ask::Named => vec![municipality.current(on)?],
    })
}
