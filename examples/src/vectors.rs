//! Conformance vectors: questions with their answers, by which anybody can check code of their own.
//!
//! A vector is a golden case, or was generated from a fixed seed at the limits of the law: around mergers, births, attests,
//! closings and holidays. Its answer is that of the plain rule ([`Person::answer`](inburgering::Person::answer) for who
//! is on a list), never of the quick one beside it; lists are delivered, and held to the plain rule by a test. The same code gives the same bytes. The form is
//! described in `vectors/README.md` and `vectors/vectors.schema.json`.

pub mod assessment;
pub mod books;
pub mod changes;
pub mod explanation;
pub mod figures;
pub mod findings;
pub mod insz;
pub mod list;
pub mod municipality;
pub mod placement;
pub mod protocol;
pub mod standing;
pub mod suppression;
pub mod tables;
pub mod working_days;

use std::error::Error;
use std::fmt::Debug;

use chrono::NaiveDate;
use inburgering::{Calendar, RULES_VERSION, TABLE_VERSION};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::chance::Chance;

/// The version of the form: the folder that the vectors stand in.
pub const VERSION: u32 = 1;

/// The seed of what is generated.
const SEED: u64 = 20_261_128;

/// A kind of question, and the answer that must come of it.
pub trait Kind {
    /// The name of the kind, and of its file.
    const NAME: &'static str;
    /// What is asked.
    type Question: Serialize + DeserializeOwned + PartialEq + Debug;
    /// What must come of it.
    type Answer: Serialize + DeserializeOwned + PartialEq + Debug;

    /// The questions of the golden cases.
    ///
    /// # Errors
    /// If the golden file does not have the form of its kind.
    fn golden() -> Result<Vec<Golden<Self::Question>>, toml::de::Error>;

    /// Questions at the limits, from a stream of chance.
    fn generated(chance: &mut Seeded) -> Vec<Self::Question>;

    /// The answer of the library.
    ///
    /// # Errors
    /// If the question is none: what makes no sense in any answer, such as a purpose of no such name.
    fn answer(question: &Self::Question) -> Result<Self::Answer, Unanswerable>;
}

/// Why a question cannot be put.
pub type Unanswerable = Box<dyn Error + Send + Sync>;

/// The chance that the questions are generated from.
pub struct Seeded(pub(crate) Chance);

/// A golden case: its name, the source of its rule, and its question.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Golden<Question> {
    /// A sentence that says what the case is about.
    pub name: String,
    /// The source of the rule.
    pub citation: String,
    /// What is asked.
    #[serde(flatten)]
    pub question: Question,
}

/// The cases of a golden file.
#[derive(Deserialize)]
struct GoldenFile<Case> {
    case: Vec<Case>,
}

/// Reads the cases of a golden file; `T` is the form in which it stands there.
fn golden<T: DeserializeOwned>(text: &str) -> Result<Vec<T>, toml::de::Error> {
    toml::from_str::<GoldenFile<T>>(text).map(|file| file.case)
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vector<Question, Answer> {
    /// The kind, whether golden or generated, and a number: `insz-golden-001`.
    pub id: String,
    /// What a golden case is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The source of its rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citation: Option<String>,
    /// What is asked.
    pub question: Question,
    /// What must come of it.
    pub answer: Answer,
}

/// A vector of a kind.
pub type VectorOf<K> = Vector<<K as Kind>::Question, <K as Kind>::Answer>;

/// A file of vectors of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File<Vector> {
    /// `inburgering-vectors`.
    pub format: String,
    /// The version of the form.
    pub version: u32,
    /// The name of the kind.
    pub kind: String,
    /// The version of the rules that answered.
    pub rules: String,
    /// The version of the table of municipalities.
    pub municipalities: String,
    /// The version of the calendars.
    pub calendar: String,
    /// The vectors, by id.
    pub vectors: Vec<Vector>,
}

/// Why a file of vectors cannot be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VectorsError {
    /// A golden file has not the form of its kind.
    #[error("the golden cases of {kind} cannot be read as questions: {source}")]
    Golden {
        /// The kind.
        kind: &'static str,
        /// What is wrong.
        source: toml::de::Error,
    },
    /// A question cannot be put.
    #[error("the question {id} cannot be put: {source}")]
    Question {
        /// The vector.
        id: String,
        /// Why not.
        source: Unanswerable,
    },
    /// A vector cannot be written as JSON.
    #[error("the vectors of {kind} cannot be written: {source}")]
    Json {
        /// The kind.
        kind: &'static str,
        /// What is wrong.
        source: serde_json::Error,
    },
}

/// Every vector of a kind.
///
/// # Errors
/// [`VectorsError`].
pub fn vectors<K: Kind>() -> Result<Vec<VectorOf<K>>, VectorsError> {
    let golden = K::golden().map_err(|source| VectorsError::Golden { kind: K::NAME, source })?;
    let golden = (1..).zip(golden).map(|(at, Golden { name, citation, question })| {
        (format!("{}-golden-{at:03}", K::NAME), Some(name), Some(citation), question)
    });
    let generated = K::generated(&mut Seeded(Chance::new(SEED)));
    let generated =
        (1..).zip(generated).map(|(at, question)| (format!("{}-generated-{at:04}", K::NAME), None, None, question));
    let mut vectors = golden
        .chain(generated)
        .map(|(id, name, citation, question)| match K::answer(&question) {
            Ok(answer) => Ok(Vector { id, name, citation, question, answer }),
            Err(source) => Err(VectorsError::Question { id, source }),
        })
        .collect::<Result<Vec<_>, _>>()?;
    vectors.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(vectors)
}

/// The text of the file of a kind: JSON with one vector a line.
///
/// # Errors
/// [`VectorsError`].
pub fn text<K: Kind>() -> Result<String, VectorsError> {
    let json = |source| VectorsError::Json { kind: K::NAME, source };
    let head = File::<()> {
        format: "inburgering-vectors".into(),
        version: VERSION,
        kind: K::NAME.into(),
        rules: RULES_VERSION.into(),
        municipalities: TABLE_VERSION.into(),
        calendar: Calendar::version().into(),
        vectors: Vec::new(),
    };
    let lines = vectors::<K>()?.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>().map_err(json)?;
    let head = serde_json::to_string(&head).map_err(json)?;
    Ok(format!("{}[\n{}\n]}}\n", head.trim_end_matches("[]}"), lines.join(",\n")))
}

/// The files of every kind: the name of each, and its text.
///
/// # Errors
/// [`VectorsError`].
pub fn files() -> Result<Vec<(String, String)>, VectorsError> {
    fn file<K: Kind>() -> Result<(String, String), VectorsError> {
        Ok((format!("{}.json", K::NAME), text::<K>()?))
    }
    Ok(vec![
        file::<assessment::Assessment>()?,
        file::<changes::Changes>()?,
        file::<explanation::Letter>()?,
        file::<figures::Figures>()?,
        file::<findings::Findings>()?,
        file::<insz::Number>()?,
        file::<list::List>()?,
        file::<municipality::Code>()?,
        file::<placement::Placement>()?,
        file::<protocol::Protocol>()?,
        file::<standing::Standing>()?,
        file::<suppression::Suppression>()?,
        file::<working_days::WorkingDays>()?,
    ])
}

/// The day at the beginning of a line that a golden case expects, as `2025-01-01: none`.
fn day_of(line: &str) -> Option<NaiveDate> {
    line.get(..10)?.parse().ok()
}

/// Whether a value is the default, and so is not written.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
