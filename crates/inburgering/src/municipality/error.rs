//! What can be wrong with a municipality that a caller names.

use chrono::NaiveDate;

use super::{Municipality, NisCode};

/// Why a text, a code or a day gives no municipality; each message names what to use instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MunicipalityError {
    /// The text is not five ASCII digits.
    #[error("`{text}` is no NIS code; a NIS code is five digits, such as 11002")]
    BadCode {
        /// The caller's text.
        text: String,
    },
    /// More digits than a NIS code has. The text is not kept: it may be a register number in the wrong place.
    #[error("a NIS code is five digits, such as 11002; given are {length} characters with more than five digits")]
    TooManyDigits {
        /// How many characters were given, without outer white space.
        length: usize,
    },
    /// Five digits that are no municipality's code on any day since 1995-01-01.
    #[error(
        "no municipality has had the code {code} since 1995-01-01; use one of the {} NIS codes in Statbel's REFNIS",
        Municipality::COUNT
    )]
    Unknown {
        /// The code.
        code: NisCode,
    },
    /// The code begins only after the day.
    #[error("{}", not_yet(*.municipality, *.on))]
    NotYet {
        /// The municipality that is not there yet.
        municipality: Municipality,
        /// The day asked for.
        on: NaiveDate,
    },
    /// The code ended on or before the day, where a municipality that exists is needed.
    #[error("{}", ended(*.municipality, *.on))]
    Ended {
        /// The municipality that is there no more.
        municipality: Municipality,
        /// The day asked for.
        on: NaiveDate,
    },
    /// The table does not cover the day.
    #[error("the table of municipalities covers 1995-01-01 to 2099-12-31; {on} lies outside it")]
    OutsideTable {
        /// The day asked for.
        on: NaiveDate,
    },
}

impl MunicipalityError {
    /// The stable text of the kind of fault.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::BadCode { .. } => "bad_code",
            Self::TooManyDigits { .. } => "too_many_digits",
            Self::Unknown { .. } => "unknown",
            Self::NotYet { .. } => "not_yet",
            Self::Ended { .. } => "ended",
            Self::OutsideTable { .. } => "outside_table",
        }
    }
}

fn ended(municipality: Municipality, on: NaiveDate) -> String {
    let until = municipality.validity().until.unwrap_or(on);
    let instead = municipality.current(on).unwrap_or(municipality);
    format!("municipality {municipality} ended on {until}; use {instead}")
}

fn not_yet(municipality: Municipality, on: NaiveDate) -> String {
    let from = municipality.validity().from.unwrap_or(on);
    let mut predecessors: Vec<Municipality> = Municipality::all_on(on)
        .into_iter()
        .flatten()
        .filter(|predecessor| predecessor.current(from) == Ok(municipality))
        .collect();
    // First the one that goes on in it, if there is one.
    predecessors.sort_by_key(|predecessor| predecessor.legal_person_on(from) != Ok(Some(municipality)));
    let names: Vec<String> = predecessors.iter().map(ToString::to_string).collect();
    let instead = match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::from("a municipality of that day"),
    };
    format!("municipality {municipality} begins on {from}, after {on}; use {instead}")
}
