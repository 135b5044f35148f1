//! What one day needs of a row, in one word, so that rows are sorted as integers.

use chrono::NaiveDate;

use crate::dossier::DossierFacts;
use crate::municipality::{Carried, CarriedCodes};
use crate::{Insz, Municipality, NisCode};

/// The words of rows in a hundred parts, by the two digits of a year that the number of each row begins with.
pub(super) struct Years<W> {
    years: Vec<Vec<W>>,
}

impl<W> Default for Years<W> {
    fn default() -> Self {
        Self { years: (0..100).map(|_| Vec::new()).collect() }
    }
}

impl<W> Years<W> {
    /// Adds the word of a row that stands under the number.
    #[inline]
    pub(super) fn push(&mut self, insz: Insz, word: W) {
        if let Some(year) = self.years.get_mut(insz.year_digits()) {
            year.push(word);
        }
    }

    /// The words of the rows whose numbers begin with these two digits.
    pub(super) fn of_year(&self, year: usize) -> &[W] {
        self.years.get(year).map(Vec::as_slice).unwrap_or_default()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.years.iter().map(Vec::len).sum()
    }
}

/// The digits of a number after those of its year: below 10⁹, and so in 30 bits.
const AFTER_YEAR: u64 = 1_000_000_000;

/// A word about a row: the 30 highest bits are the digits of its number after those of the year.
pub(super) trait Word: Copy {
    fn bits(self) -> u64;

    /// The digits of the number after those of the year.
    #[inline]
    fn key(self) -> u64 {
        self.bits() >> KEY
    }

    /// The number under which the row stands, among those of its year.
    #[inline]
    fn number(self, year: usize) -> Insz {
        Insz::of_valid(year as u64 * AFTER_YEAR + self.key())
    }
}

/// Where the digits of the number begin.
const KEY: u32 = 34;

#[inline]
fn key(insz: Insz) -> u64 {
    insz.to_u64() % AFTER_YEAR
}

/// Of the words of a year, ascending, those that stand under a number of that year.
pub(super) fn of_number<W: Word>(words: &[W], number: Insz) -> &[W] {
    let key = key(number);
    let from = words.partition_point(|word| word.key() < key);
    let until = words.partition_point(|word| word.key() <= key);
    words.get(from..until).unwrap_or_default()
}

/// A municipality in the ten lowest bits: its position in the table, or that there is none to be found.
const PLACE: u64 = (1 << 10) - 1;
/// A code that is missing, or that cannot be carried to the day.
const NOWHERE: u64 = PLACE;

const _: () = assert!((Municipality::COUNT as u64) < NOWHERE, "ten bits for each municipality and for none");

fn place(code: NisCode, codes: CarriedCodes) -> u64 {
    match codes.get(code) {
        Carried::To(municipality) => u64::from(municipality.position()),
        Carried::NotYet | Carried::Unknown => NOWHERE,
    }
}

fn municipality(bits: u64) -> Option<Municipality> {
    Municipality::from_index((bits & PLACE) as usize)
}

/// A spell that covers the day: whose, and where once carried to the day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SpellWord(u64);

impl SpellWord {
    #[inline]
    pub(super) fn of(insz: Insz, municipality: NisCode, codes: CarriedCodes) -> Self {
        Self(key(insz) << KEY | place(municipality, codes))
    }

    /// The municipality; `None` where the code cannot be carried to the day.
    pub(super) fn municipality(self) -> Option<Municipality> {
        municipality(self.0)
    }
}

impl Word for SpellWord {
    #[inline]
    fn bits(self) -> u64 {
        self.0
    }
}

/// A dossier as it is known on the day, but for its number and for those of its dates that the rule only looks at beside
/// each other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct DossierWord(u64);

const ACTIVE: u64 = 1 << 33;
const IMPOSSIBLE: u64 = 1 << 32;
const ATTEST: u64 = 1 << 31;
const CONTRACT: u64 = 1 << 30;
/// Where the day of the contract begins, counted from 1900-01-01: in 17 bits.
const SIGNED: u32 = 10;
const SIGNED_BITS: u64 = (1 << 17) - 1;
/// 1900-01-01 in days since 1970-01-01.
const FIRST_DAY: i32 = -25_567;

/// A contract that is signed before 1900: its day does not fit into a word.
pub(super) struct TooEarly;

impl DossierWord {
    /// `None` where the dossier is not known on the day.
    #[inline]
    pub(super) fn of(
        insz: Insz,
        facts: DossierFacts,
        on: NaiveDate,
        codes: CarriedCodes,
    ) -> Result<Option<Self>, TooEarly> {
        let Some(known) = facts.as_known_on(on) else { return Ok(None) };
        let mut bits = key(insz) << KEY;
        if known.is_active() {
            bits |= ACTIVE;
        }
        if known.has_impossible_dates() {
            bits |= IMPOSSIBLE;
        }
        if known.attest_obtained_on.is_some() {
            bits |= ATTEST;
        }
        if let Some(signed_on) = known.contract_signed_on {
            // No day of the horizon, and so none known on one, is past 17 bits.
            let signed = u64::try_from(signed_on.to_epoch_days() - FIRST_DAY).map_err(|_| TooEarly)?;
            let place = known.contract_municipality.map_or(NOWHERE, |code| place(code, codes));
            bits |= CONTRACT | (signed & SIGNED_BITS) << SIGNED | place;
        }
        Ok(Some(Self(bits)))
    }

    pub(super) const fn is_active(self) -> bool {
        self.0 & ACTIVE != 0
    }

    pub(super) const fn has_impossible_dates(self) -> bool {
        self.0 & IMPOSSIBLE != 0
    }

    pub(super) const fn attest_obtained(self) -> bool {
        self.0 & ATTEST != 0
    }

    /// The day of the contract, as a number that grows with it, and the municipality; `None` for either that is missing, and
    /// for a code that cannot be carried to the day.
    pub(super) fn contract(self) -> Option<(u64, Option<Municipality>)> {
        (self.0 & CONTRACT != 0).then(|| (self.0 >> SIGNED & SIGNED_BITS, municipality(self.0)))
    }
}

impl Word for DossierWord {
    #[inline]
    fn bits(self) -> u64 {
        self.0
    }
}
