//! A register number with the birth that it tells, for columns: read eight characters at a time, and compared with days by
//! their number.
//!
//! It only ever says that a number is valid. Whatever it does not find valid is left to the plain rule, `checked`, which
//! tells the fault; tests hold the two equal. What it says of the birth is what [`Birth`](super::Birth) says.

use core::fmt;

use super::{Fields, Insz};

/// A valid register number with the birth that it tells, for columns of them.
///
/// Days are day numbers here: days since 1970-01-01, as columns of days have them. `Debug` shows no digit.
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::insz::BornInsz;
///
/// // A 7 typed for the 1 is a valid number too: of 1907.
/// let day = NaiveDate::from_ymd_opt(2001, 3, 20).unwrap().to_epoch_days();
/// let may_be_born = |number: &[u8]| BornInsz::from_ascii(number).map(|born| born.may_be_born_on(day));
/// assert_eq!(may_be_born(b"01.03.20-902.24"), Some(true));
/// assert_eq!(may_be_born(b"07.03.20-902.24"), Some(false));
/// assert_eq!(may_be_born(b"07.03.20-902.25"), None);
/// ```
#[derive(Clone, Copy)]
pub struct BornInsz {
    insz: Insz,
    told: Told,
}

impl BornInsz {
    /// The valid number that these bytes write, as eleven digits or exactly `YY.MM.DD-SSS.CC`; `None` for any other.
    ///
    /// The bytes need not be known to be text. Reading them as text tells what is wrong with the others, and trims it.
    #[inline]
    pub fn from_ascii(bytes: &[u8]) -> Option<Self> {
        match bytes.len() {
            15 => Parts::of_dotted(bytes)?.valid(),
            11 => Parts::of_compact(bytes)?.valid(),
            _ => None,
        }
    }

    /// The number.
    #[inline]
    pub fn insz(self) -> Insz {
        self.insz
    }

    /// The [`earliest_birth_day`](Insz::earliest_birth_day).
    #[inline]
    pub fn earliest_birth_day(self) -> i32 {
        let first = first_day(self.told.place());
        if self.told.has_a_month() { first + (self.told.day() - 1).max(0) } else { first }
    }

    /// Whether nothing that the number tells of the birth contradicts the day: as
    /// [`check_birth_date`](Insz::check_birth_date).
    #[inline]
    pub fn may_be_born_on(self, day: i32) -> bool {
        let (at, of_month) = (self.told.place(), self.told.day());
        if self.told.has_a_month() && of_month > 0 {
            return day == first_day(at) + of_month - 1;
        }
        // Under month 00 the day is a counter, and year 00 with one says that nothing is known.
        let is_unknown = !self.told.has_a_month() && of_month > 0 && (at == 0 || at == 13 * 100);
        let next = if self.told.has_a_month() { at + 1 } else { at + 13 };
        is_unknown || (first_day(at)..first_day(next)).contains(&day)
    }
}

/// The birth of a valid number, with divisions where reading it took none.
impl From<Insz> for BornInsz {
    #[inline]
    fn from(insz: Insz) -> Self {
        let Fields { year_of_century, month, day, .. } = Fields::of(insz.0);
        // Of the two centuries, the check digits of a valid number hold in one.
        let from_2000 = insz.0 / 100 % 97 + insz.0 % 100 != 97;
        let year = u64::from(year_of_century) + 100 * u64::from(from_2000);
        Self { insz, told: Told::new(year, u64::from(month), u64::from(day)) }
    }
}

/// No digit of the number: `BornInsz(***)`.
impl fmt::Debug for BornInsz {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BornInsz(***)")
    }
}

/// The birth that a number tells: a place in `FIRST_DAYS`, the digits of the day, and whether a month is known.
///
/// In one integer, so that a number with it is handed on in registers.
#[derive(Clone, Copy)]
struct Told(u32);

impl Told {
    /// Of the year since 1900, the month with the 20 or 40 of a BIS number, and the day.
    #[inline]
    fn new(year: u64, month: u64, day: u64) -> Self {
        let month = month % 20;
        #[expect(clippy::cast_possible_truncation, reason = "a place of the table, with eight bits more")]
        Self((u64::from(month != 0) << 31 | (13 * year + month) << 8 | day) as u32)
    }

    #[inline]
    fn has_a_month(self) -> bool {
        self.0 >> 31 != 0
    }

    /// The place of the month, or of the year if no month is known.
    #[inline]
    fn place(self) -> usize {
        (self.0 >> 8 & 0xFFFF) as usize
    }

    #[inline]
    fn day(self) -> i32 {
        (self.0 & 0xFF).cast_signed()
    }
}

/// The parts of eleven digits.
struct Parts {
    year_of_century: u64,
    /// With the 20 or 40 of a BIS number.
    month: u64,
    day: u64,
    sequence: u64,
    check: u64,
}

impl Parts {
    /// Of `YY.MM.DD-SSS.CC`, which is `YY.MM.DD` and, with one character of it, `D-SSS.CC`.
    #[inline]
    fn of_dotted(text: &[u8]) -> Option<Self> {
        const DATE: u64 = u64::from_le_bytes(*b"\0\0.\0\0.\0\0");
        const REST: u64 = u64::from_le_bytes(*b"\0-\0\0\0.\0\0");
        let date = Digits::of(without_separators::<DATE>(u64::from_le_bytes(*text.first_chunk()?))?)?;
        let rest = Digits::of(without_separators::<REST>(u64::from_le_bytes(*text.last_chunk()?))?)?;
        Some(Self {
            year_of_century: date.two_at(0),
            month: date.two_at(3),
            day: date.two_at(6),
            sequence: rest.two_at(2) * 10 + rest.one_at(4),
            check: rest.two_at(6),
        })
    }

    /// Of `YYMMDDSSSCC`, which is `YYMMDDSS` and, with five characters of it, `MDDSSSCC`.
    #[inline]
    fn of_compact(text: &[u8]) -> Option<Self> {
        let date = Digits::of(u64::from_le_bytes(*text.first_chunk()?))?;
        let rest = Digits::of(u64::from_le_bytes(*text.last_chunk()?))?;
        Some(Self {
            year_of_century: date.two_at(0),
            month: date.two_at(2),
            day: date.two_at(4),
            sequence: rest.two_at(3) * 10 + rest.one_at(5),
            check: rest.two_at(6),
        })
    }

    #[inline]
    fn first_nine(&self) -> u64 {
        self.year_of_century * 10_000_000 + self.month * 100_000 + self.day * 1_000 + self.sequence
    }

    #[inline]
    #[expect(
        clippy::needless_bitwise_bool,
        reason = "one branch that is always taken is quicker than several at random"
    )]
    fn valid(&self) -> Option<BornInsz> {
        // The check digits complete the remainder to 97; for a birth from 2000, that of 2·10⁹ more, which is 68.
        let remainder = self.first_nine() % 97;
        let remainder_from_2000 = remainder + 68 - 97 * u64::from(remainder >= 97 - 68);
        let (off_1900, off_2000) =
            ((self.check + remainder).abs_diff(97), (self.check + remainder_from_2000).abs_diff(97));
        // NOTE: nothing is chosen by the century: half of the choices would surprise the processor, which costs more than
        // all the rest.
        let fits = off_1900 * off_2000 == 0;
        let year = self.year_of_century + 100 * u64::from(off_1900 != 0);
        // 1900 was none, and of the others each fourth is one.
        let is_leap = year.is_multiple_of(4) & (year != 0);
        #[expect(clippy::cast_possible_truncation, reason = "a place of the table")]
        let last = LAST_DAY.get((self.month + 100 * u64::from(is_leap)) as usize).map_or(-1, |last| i64::from(*last));
        let is_valid = fits & (self.day.cast_signed() <= last) & (self.sequence.wrapping_sub(1) < 998);
        is_valid.then(|| BornInsz {
            insz: Insz(self.first_nine() * 100 + self.check),
            told: Told::new(year, self.month, self.day),
        })
    }
}

/// The greatest day of each month of a number, in a common year and then in a leap year: any where no month is known, and
/// -1, before which there is no day, where there is no such month.
static LAST_DAY: [i8; 200] = last_days();

#[expect(clippy::indexing_slicing, reason = "evaluated at compile time only")]
const fn last_days() -> [i8; 200] {
    let of_month = [99, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut last = [-1; 200];
    let mut month = 0;
    while month < of_month.len() {
        let mut kind = 0;
        while kind <= 40 {
            last[kind + month] = of_month[month];
            last[100 + kind + month] = if month == 2 { 29 } else { of_month[month] };
            kind += 20;
        }
        month += 1;
    }
    last
}

/// Eight characters with zeros for the separators, if these stand in their places.
#[inline]
fn without_separators<const SEPARATORS: u64>(eight: u64) -> Option<u64> {
    // A byte of 0xFF wherever there is a separator: both begin with 0x2.
    let places = (SEPARATORS & TENS) / 0x20 * 0xFF;
    (eight & places == SEPARATORS).then_some(eight & !places | places & ZEROS)
}

const ZEROS: u64 = u64::from_le_bytes([b'0'; 8]);
/// The upper half of each byte.
const TENS: u64 = u64::from_le_bytes([0xF0; 8]);

/// Eight digits: their values, and at each the value of it and the next together.
struct Digits {
    ones: u64,
    pairs: u64,
}

impl Digits {
    /// Of eight characters, if all of them are digits.
    #[inline]
    fn of(eight: u64) -> Option<Self> {
        let ones = eight ^ ZEROS;
        // A digit is below ten, so that six more does not reach the upper half.
        let are_digits = (ones | ones.wrapping_add(u64::from_le_bytes([6; 8]))) & TENS == 0;
        // No sum of a byte is above 99, so nothing is carried into the next.
        are_digits.then(|| Self { ones, pairs: ones * 10 + (ones >> 8) })
    }

    #[inline]
    fn one_at(&self, place: u32) -> u64 {
        self.ones >> (8 * place) & 0xFF
    }

    #[inline]
    fn two_at(&self, place: u32) -> u64 {
        self.pairs >> (8 * place) & 0xFF
    }
}

/// The first day of the month or year at that place of the table.
#[inline]
fn first_day(at: usize) -> i32 {
    // No number tells a year beyond 2099.
    FIRST_DAYS.get(at).copied().unwrap_or(i32::MAX)
}

/// For each year from 1900 to 2099 thirteen first days, of the year and of its months; then that of the year 2100.
///
/// So the month that follows is the next in the table, and the year that follows is thirteen further.
static FIRST_DAYS: [i32; 200 * 13 + 1] = first_days();

#[expect(clippy::indexing_slicing, reason = "evaluated at compile time only")]
const fn first_days() -> [i32; 200 * 13 + 1] {
    let mut table = [0; 200 * 13 + 1];
    // 1900-01-01.
    let mut first = -25_567;
    let mut year = 0;
    while year < 200 {
        // 1900 was none, 2000 was one.
        let february = if year % 4 == 0 && year != 0 { 29 } else { 28 };
        let lengths = [0, 31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let mut month = 0;
        while month < 13 {
            table[13 * year + month] = first;
            first += lengths[month];
            month += 1;
        }
        year += 1;
    }
    table[200 * 13] = first;
    table
}
