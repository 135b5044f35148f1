//! The quick reading of a register number: eight characters at a time, and a table of days.
//!
//! It only ever says that a number is valid. Whatever it does not find valid is left to the plain rule, `checked`, which
//! tells the fault; tests hold the two equal.

/// The valid number that a text in one of the two forms is, as an integer.
#[inline]
pub(super) fn valid(text: &[u8]) -> Option<u64> {
    let parts = match text.len() {
        15 => Parts::of_dotted(text)?,
        11 => Parts::of_compact(text)?,
        _ => return None,
    };
    parts.are_valid().then(|| parts.number())
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
    fn number(&self) -> u64 {
        self.first_nine() * 100 + self.check
    }

    #[inline]
    fn are_valid(&self) -> bool {
        // The check digits complete the remainder to 97; for a birth from 2000, that of 2·10⁹ more, which is 68.
        let remainder = self.first_nine() % 97;
        let remainder_from_2000 = if remainder < 97 - 68 { remainder + 68 } else { remainder + 68 - 97 };
        let is_from_1900 = self.check + remainder == 97;
        let is_from_2000 = self.check + remainder_from_2000 == 97;
        // 29 February: 1900 had none, and of every other year of the two centuries each fourth has one.
        let is_leap = self.year_of_century.is_multiple_of(4) && (is_from_2000 || self.year_of_century != 0);
        let last =
            usize::try_from(self.month).ok().and_then(|month| LAST_DAY.get(month)).map_or(-1, |last| i64::from(*last));
        // A last day of -1 has no day before it.
        let exists = self.day.cast_signed() <= last && (self.day != 29 || last != 29 || is_leap);
        (is_from_1900 || is_from_2000) && exists && self.sequence.wrapping_sub(1) < 998
    }
}

/// The greatest day of each month of a number: any where no month is known, and none where there is no such month.
static LAST_DAY: [i8; 100] = last_days();

#[expect(clippy::indexing_slicing, reason = "evaluated at compile time only")]
const fn last_days() -> [i8; 100] {
    let of_month = [99, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut last = [-1; 100];
    let mut month = 0;
    while month < of_month.len() {
        last[month] = of_month[month];
        last[20 + month] = of_month[month];
        last[40 + month] = of_month[month];
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
