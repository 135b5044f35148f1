//! Synthetic caseloads of any size: plausible, seeded, and of nobody.
//!
//! Every register number has a sequence from 900 to 998, which is far beyond what is issued on a day; dates, moves and
//! outcomes are drawn, not taken from any source. The weights of the municipalities follow their size and what is
//! commonly known of the sector. The same recipe gives the same bytes on every machine.

mod fault;
mod life;
pub(crate) mod number;
mod paper;
mod place;
mod table;

use std::fmt;

use chrono::{NaiveDate, TimeDelta};

use fault::Fault;
use number::Numbers;
use place::Places;

use crate::chance::Chance;

pub use paper::{ledger, write_ledger};
pub use table::{Broken, Tables};

/// The first day on which a synthetic participant registers.
pub const FIRST_REGISTRATION: NaiveDate = day(2004, 1, 5);
/// The day of the extract: nothing but a deliberate fault is dated after it.
pub const EXTRACTED_ON: NaiveDate = day(2026, 6, 30);
/// The largest caseload: beyond it the sequences from 900 to 998 would run short.
pub const MOST_DOSSIERS: usize = 1_500_000;

/// What may be wrong in a caseload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Faults {
    /// Nothing.
    None,
    /// A small share of every contradiction that makes an answer undetermined and of what is found without effect, and
    /// today's code on some older facts; each row can be read.
    #[default]
    Readable,
    /// And a few rows that cannot be read.
    AlsoUnreadable,
}

/// What to generate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Recipe {
    /// How many dossiers, up to [`MOST_DOSSIERS`]; deliberate faults add a few rows.
    pub dossiers: usize,
    /// The seed: another seed gives another caseload of the same kind.
    pub seed: u64,
    /// What may be wrong.
    pub faults: Faults,
}

/// Why a caseload cannot be generated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecipeError {
    /// More dossiers than there are synthetic numbers for.
    TooMany {
        /// The number of dossiers asked for.
        dossiers: usize,
    },
}

impl fmt::Display for RecipeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooMany { dossiers } => {
                write!(f, "{dossiers} dossiers are too many for the synthetic numbers; ask for {MOST_DOSSIERS} at most")
            }
        }
    }
}

impl std::error::Error for RecipeError {}

/// What every synthetic person is drawn from.
struct Source {
    chance: Chance,
    numbers: Numbers,
    places: Places,
    /// How many facts of a thousand carry today's code instead of that of their day.
    todays_codes: u64,
    dossiers: usize,
}

/// Generates a caseload.
///
/// # Errors
/// [`RecipeError::TooMany`] above [`MOST_DOSSIERS`].
///
/// ```
/// use inburgering_examples::synthetic::{Faults, Recipe, generate};
///
/// let recipe = Recipe { dossiers: 100, seed: 1, faults: Faults::None };
/// let tables = generate(recipe)?;
/// assert_eq!(tables.dossiers.len(), 100);
/// assert_eq!(tables, generate(recipe)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn generate(recipe: Recipe) -> Result<Tables, RecipeError> {
    let too_many = RecipeError::TooMany { dossiers: recipe.dossiers };
    if recipe.dossiers > MOST_DOSSIERS {
        return Err(too_many);
    }
    let mut source = Source {
        chance: Chance::new(recipe.seed),
        numbers: Numbers::default(),
        places: Places::new(),
        todays_codes: if recipe.faults == Faults::None { 0 } else { 60 },
        dossiers: 0,
    };
    let mut tables = Tables::default();
    let mut faults = Fault::ALL.iter().cycle().peekable();
    while source.dossiers < recipe.dossiers {
        let most = recipe.dossiers.saturating_sub(source.dossiers);
        let mut person = life::live(&mut source, most).ok_or(too_many)?;
        let is_faulty = recipe.faults != Faults::None && source.chance.per_mille(FAULTY_PER_MILLE);
        if let Some(fault) = faults.next_if(|_| is_faulty) {
            fault.befall(&mut person, &tables, &mut source);
        }
        tables.append(person);
    }
    if recipe.faults == Faults::AlsoUnreadable {
        tables.broken = Broken::some(&tables);
    }
    Ok(tables)
}

/// How many of a thousand persons have a fault.
const FAULTY_PER_MILLE: u64 = 20;

/// The day so many days later (or earlier); the day itself at the ends of the calendar.
pub(crate) fn plus(day: NaiveDate, days: i64) -> NaiveDate {
    day.checked_add_signed(TimeDelta::days(days)).unwrap_or(day)
}

#[expect(clippy::panic, reason = "evaluated at compile time only: every caller is a constant")]
const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => panic!("not a civil day"),
    }
}
