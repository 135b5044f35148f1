//! What a register number tells, or the kind of its fault.

use chrono::NaiveDate;
use inburgering::{Birth, BirthAgreement, Insz, InszError, InszKind, Sex};
use serde::{Deserialize, Serialize};

use super::{Golden, Kind, Seeded, Unanswerable, golden};
use crate::chance::Chance;
use crate::synthetic::number::{Numbers, Series};
use crate::synthetic::plus;

/// A text, read as a register number.
#[derive(Debug)]
pub enum Number {}

/// The text, and what it is held against.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// The text.
    pub text: String,
    /// The day by which its holder must be born.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<NaiveDate>,
    /// The birth date that is known from elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_birth_date: Option<NaiveDate>,
}

/// What the number tells.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// It is a register number.
    Number {
        /// Its dotted form.
        number: String,
        /// `national_register`, `bis` or `bis_sex_unknown`.
        kind: String,
        /// 1900 or 2000.
        century: i32,
        /// `man` or `woman`, if it tells.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sex: Option<String>,
        /// As much of the birth date as it tells: a day, a month, a year, or `unknown`.
        birth: String,
        /// The first day on which its holder may be born.
        earliest_birth_day: NaiveDate,
        /// How much of the known birth date it tells too: `day`, `year_month`, `year` or `nothing_known`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        agreement: Option<String>,
    },
    /// It is none.
    Fault {
        /// The kind of fault.
        fault: String,
    },
}

impl Kind for Number {
    const NAME: &'static str = "insz";
    type Question = Question;
    type Answer = Answer;

    fn golden() -> Result<Vec<Golden<Question>>, toml::de::Error> {
        golden(include_str!("../../../crates/inburgering/tests/golden/insz.toml"))
    }

    fn generated(Seeded(chance): &mut Seeded) -> Vec<Question> {
        let mut numbers = Numbers::default();
        let mut questions = Vec::new();
        for at in 0..500 {
            let series = match at % 10 {
                0 => Series::Bis,
                1 => Series::BisSexUnknown,
                _ => Series::NationalRegister,
            };
            let born = birth(chance);
            let Some(number) = numbers.give(chance, series, born) else { continue };
            let text = if chance.per_mille(300) { number.compact().to_string() } else { number.to_string() };
            let earliest = number.earliest_birth_day();
            questions.extend(match at % 5 {
                0 => around(earliest).map(|day| question(&text, Some(day), None)).to_vec(),
                1 => around(earliest).map(|day| question(&text, None, Some(day))).to_vec(),
                2 => vec![question(&spoilt(chance, &text), None, None), question(&spoilt(chance, &text), None, None)],
                _ => vec![question(&text, None, None)],
            });
        }
        questions.extend((0..120).filter_map(|_| no_such(chance)).map(|text| question(&text, None, None)));
        // A text that was spoilt into the number of somebody else would be no synthetic one.
        questions
            .retain(|question| question.text.parse().is_ok_and(is_synthetic) || question.text.parse::<Insz>().is_err());
        questions
    }

    fn answer(question: &Question) -> Result<Answer, Unanswerable> {
        Ok(read(question).unwrap_or_else(|error| Answer::Fault { fault: error.code().into() }))
    }
}

/// Whether the sequence is one of 900 to 998, which are given to nobody.
fn is_synthetic(number: Insz) -> bool {
    (900..=998).contains(&(number.to_u64() / 100 % 1000))
}

fn question(text: &str, as_of: Option<NaiveDate>, known_birth_date: Option<NaiveDate>) -> Question {
    Question { text: text.into(), as_of, known_birth_date }
}

fn around(day: NaiveDate) -> [NaiveDate; 3] {
    [-1, 0, 1].map(|days| plus(day, days))
}

/// A birth near the turn of a century, of a year or of February, or on any day.
fn birth(chance: &mut Chance) -> NaiveDate {
    let limits = [(1999, 12, 31), (2000, 2, 29), (1900, 1, 1), (1964, 2, 29), (2024, 12, 31), (1985, 7, 30)];
    let limit = chance.of(&limits).and_then(|&(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
    let limit = limit.unwrap_or_default();
    if chance.per_mille(500) { plus(limit, chance.between(-1, 1)) } else { plus(limit, chance.between(-9000, 9000)) }
}

/// The text with one thing wrong: a digit, two neighbours, a separator, a letter, one character too few or too many.
fn spoilt(chance: &mut Chance, text: &str) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    let at = usize::try_from(chance.below(u64::try_from(characters.len()).unwrap_or(1))).unwrap_or(0);
    let digit = char::from_digit(u32::try_from(chance.below(10)).unwrap_or(0), 10).unwrap_or('0');
    let kind = chance.below(6);
    match kind {
        0 | 1 => characters.splice(at..=at, [digit]).for_each(drop),
        2 if at + 1 < characters.len() => characters.swap(at, at + 1),
        3 => characters.splice(at..=at, ['x']).for_each(drop),
        4 => drop(characters.remove(at)),
        _ => characters.insert(at, digit),
    }
    characters.into_iter().collect()
}

/// Eleven digits whose check digits are right, with a month, a day or a sequence of no number.
fn no_such(chance: &mut Chance) -> Option<String> {
    let (month, day, sequence) = *chance.of(&[
        (13, 1, 901),
        (19, 30, 902),
        (33, 1, 903),
        (53, 2, 904),
        (72, 12, 905),
        (6, 32, 906),
        (46, 40, 907),
        (4, 31, 908),
        (24, 31, 909),
        (2, 29, 910),
        (42, 30, 911),
        (7, 30, 0),
        (7, 30, 999),
    ])?;
    let (year, century) = (chance.below(100), if chance.per_mille(500) { 0 } else { 2_000_000_000 });
    let nine: u64 = ((year * 100 + month) * 100 + day) * 1000 + sequence;
    Some(format!("{:011}", nine * 100 + 97 - (century + nine) % 97))
}

fn read(question: &Question) -> Result<Answer, InszError> {
    let number = match question.as_of {
        Some(day) => Insz::parse_as_of(&question.text, day)?,
        None => question.text.parse()?,
    };
    let agreement = question.known_birth_date.map(|day| number.check_birth_date(day)).transpose()?;
    Ok(Answer::Number {
        number: number.to_string(),
        kind: match number.kind() {
            InszKind::NationalRegister => "national_register",
            InszKind::Bis => "bis",
            InszKind::BisSexUnknown => "bis_sex_unknown",
        }
        .into(),
        century: number.century().first_year(),
        sex: number.sex().map(|sex| if sex == Sex::Man { "man" } else { "woman" }.into()),
        birth: match number.birth() {
            Birth::Day(day) => day.to_string(),
            Birth::YearMonth { year, month } => format!("{year}-{month:02}"),
            Birth::Year(year) => year.to_string(),
            Birth::Unknown => "unknown".into(),
        },
        earliest_birth_day: number.earliest_birth_day(),
        agreement: agreement.map(|agreement| {
            match agreement {
                BirthAgreement::Day => "day",
                BirthAgreement::YearMonth => "year_month",
                BirthAgreement::Year => "year",
                BirthAgreement::NothingKnown => "nothing_known",
            }
            .into()
        }),
    })
}
