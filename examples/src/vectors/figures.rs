//! The figures of a caseload, as they are published.

use chrono::NaiveDate;
use inburgering::{Area, Cell, Days, Threshold, UnreadableRows};
use serde::{Deserialize, Serialize};

use super::placement::drawn;
use super::tables::Tables;
use super::{Golden, Kind, Seeded, Unanswerable, golden};
use crate::chance::Chance;

/// The figures of a snapshot.
#[derive(Debug)]
pub enum Figures {}

/// The facts, the day on which they are read, and the lowest count that is published.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The tables.
    pub tables: Tables,
    /// The day on which the facts are read.
    pub snapshot: NaiveDate,
    /// The lowest count above zero that is published.
    pub threshold: i64,
}

/// The figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// How many figures there are with those that are zero.
    pub published: usize,
    /// Every figure that is not zero, by measure, year and area.
    pub figures: Vec<Figure>,
    /// Every duration that is told, or suppressed beside a count, in the same order.
    pub durations: Vec<Duration>,
}

/// A figure that is not zero.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// What is counted.
    pub measure: String,
    /// The calendar year.
    pub year: i32,
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// How many persons; null where it is suppressed.
    pub count: Cell,
}

/// The days from registration that are told, or suppressed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Duration {
    /// `contracts` or `attests`.
    pub measure: String,
    /// The calendar year.
    pub year: i32,
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// First quartile, median and third quartile, in days; null where they are suppressed.
    pub quartiles: Option<[i64; 3]>,
}

/// An area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// What it is ([`Area::kind`]).
    pub area: String,
    /// The code of the municipality.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The Dutch name of the province.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub province: Option<String>,
}

impl From<Area> for Place {
    fn from(area: Area) -> Self {
        let (code, province) = match area {
            Area::Municipality(municipality) => (Some(municipality.code().to_string()), None),
            Area::Province(province) => (None, Some(province.name().to_owned())),
            _ => (None, None),
        };
        Self { area: area.kind().into(), code, province }
    }
}

/// A golden case: a letter stands for as many persons as `times` says.
#[derive(Deserialize)]
struct Case {
    name: String,
    citation: String,
    #[serde(flatten)]
    tables: Tables,
    snapshot: NaiveDate,
    threshold: Option<i64>,
    times: Option<u32>,
}

impl Kind for Figures {
    const NAME: &'static str = "figures";
    type Question = Question;
    type Answer = Answer;

    fn golden() -> Result<Vec<Golden<Question>>, toml::de::Error> {
        let cases = golden::<Case>(include_str!("../../../crates/inburgering/tests/golden/figures.toml"))?;
        let golden = cases.into_iter().map(|case| {
            let tables = multiplied(&case.tables, case.times.unwrap_or(5));
            let threshold = case.threshold.unwrap_or(5);
            let question = Question { tables, snapshot: case.snapshot, threshold };
            Golden { name: case.name, citation: case.citation, question }
        });
        Ok(golden.collect())
    }

    fn generated(Seeded(chance): &mut Seeded) -> Vec<Question> {
        (0..15).filter_map(|_| generated(chance)).collect()
    }

    fn answer(question: &Question) -> Result<Answer, Unanswerable> {
        let caseload = question.tables.caseload(UnreadableRows::Refused)?;
        let figures = caseload.figures(question.snapshot, Threshold::new(question.threshold)?)?;
        let told = figures.all().iter().filter(|figure| figure.count != Cell::Published(0)).map(|figure| Figure {
            measure: figure.measure.as_str().into(),
            year: figure.year,
            place: figure.area.into(),
            count: figure.count,
        });
        let durations = figures.durations().iter().filter(|one| one.days != Days::TooFewPersons).map(|one| Duration {
            measure: one.measure.as_str().into(),
            year: one.year,
            place: one.area.into(),
            quartiles: one.days.published().map(|days| [days.first(), days.median(), days.third()]),
        });
        Ok(Answer { published: figures.all().len(), figures: told.collect(), durations: durations.collect() })
    }
}

/// Some thirty persons, counted on one of the days about their facts, at the lowest threshold.
fn generated(chance: &mut Chance) -> Option<Question> {
    let (tables, days) = drawn(chance, 30)?;
    let snapshot = *chance.of(&days)?;
    Some(Question { tables, snapshot, threshold: 3 })
}

/// The tables with each person so many times, under numbers of persons born in 1985.
fn multiplied(tables: &Tables, times: u32) -> Tables {
    let number = |letter: &str, copy: u32| {
        let person = letter.bytes().next().map_or(0, |letter| u32::from(letter.saturating_sub(b'a')));
        let n = person * times + copy;
        let (birth, sequence) = (n / 99, 900 + n % 99);
        let (month, day) = (1 + birth / 28, 1 + birth % 28);
        let check = 97 - (u64::from(850_000 + month * 100 + day) * 1000 + u64::from(sequence)) % 97;
        format!("85.{month:02}.{day:02}-{sequence:03}.{check:02}")
    };
    let mut many = Tables::default();
    for copy in 0..times {
        let mut copied = tables.clone();
        for row in &mut copied.dossiers {
            row.insz = number(&row.insz, copy);
            row.dossier = format!("{}-{copy}", row.dossier);
        }
        for row in &mut copied.residences {
            row.insz = number(&row.insz, copy);
        }
        for row in &mut copied.deaths {
            row.insz = number(&row.insz, copy);
        }
        many.dossiers.extend(copied.dossiers);
        many.residences.extend(copied.residences);
        many.deaths.extend(copied.deaths);
    }
    many
}
