//! The national register number (*rijksregisternummer*, INSZ), and the BIS number that is built like it.
//!
//! Eleven digits `YYMMDD SSS CC`, written `YY.MM.DD-SSS.CC`: the birth date, a sequence that is odd for a man and even for
//! a woman, and two check digits, which also tell the century. The birth date may be known in part only. It follows the
//! Royal Decree of 3 April 1984 (national register numbers) and that of 8 February 1991 (BIS numbers), both with the
//! rule of check digits for births from 2000. Left out: whether a number was ever given to anybody, and the numbers that mutualities
//! assign themselves (month +60).
//!
//! It is a personal identifier. No `Debug` and no error of this module shows a digit of one; only `Display`, and
//! the serde formats, write it.

mod birth;
mod born;
mod compact;
mod dotted;
mod error;
mod kind;

use core::fmt;
use core::str::FromStr;

use chrono::{Datelike, NaiveDate};

pub use birth::{Birth, BirthAgreement};
pub use born::BornInsz;
pub use compact::CompactInsz;
pub use dotted::DottedInsz;
pub use error::InszError;
pub use kind::{Century, InszKind, Sex};

/// A valid national register number or BIS number (*rijksregisternummer*, *BIS-nummer*, together INSZ).
///
/// Invariant: the check digits hold in one century, the month is of a known kind, the sequence is 001 to 998, and a birth
/// date that is known in full exists. Ordered as a number, which is the order of its text. `Debug` shows no digit.
///
/// The check digits find every single wrong digit but one: the last digit of the year, written six lower for a birth of
/// 19xx (1986 becomes 2080) or six higher for one of 20xx (2001 becomes 1907), is a valid number of the other century. Some
/// of these are not born yet, which [`check_as_of`](Self::check_as_of) finds; for the others, compare the number with a
/// known birth date by [`check_birth_date`](Self::check_birth_date).
///
/// ```
/// use inburgering::Insz;
///
/// // Two spellings of one (made up) number.
/// let insz: Insz = "85.07.30-901.33".parse()?;
/// assert_eq!(insz, "85073090133".parse()?);
/// assert_eq!(insz.to_string(), "85.07.30-901.33");
/// assert_eq!(format!("{insz:?}"), "Insz(***)");
/// # Ok::<(), inburgering::InszError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Insz(u64);

impl Insz {
    /// The number in a text, if it can have been given by a day.
    ///
    /// # Errors
    /// Those of reading the text, and [`InszError::BornAfter`] if its earliest possible birth day is after the day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use inburgering::{Insz, InszError};
    ///
    /// // A child of 20 March 2025 has no number the day before.
    /// let eve = NaiveDate::from_ymd_opt(2025, 3, 19).unwrap();
    /// assert_eq!(Insz::parse_as_of("25.03.20-902.43", eve), Err(InszError::BornAfter { as_of: eve }));
    /// assert!(Insz::parse_as_of("25.03.20-902.43", eve.succ_opt().unwrap()).is_ok());
    /// ```
    pub fn parse_as_of(text: &str, as_of: NaiveDate) -> Result<Self, InszError> {
        text.parse::<Self>()?.check_as_of(as_of)
    }

    /// The valid number that these bytes write, as eleven digits or exactly `YY.MM.DD-SSS.CC`; `None` for any other.
    ///
    /// For columns, whose bytes need not be known to be text. Reading the text tells what is wrong with the others, and
    /// trims it.
    ///
    /// ```
    /// use inburgering::Insz;
    ///
    /// assert_eq!(Insz::from_ascii(b"85.07.30-901.33"), Some("85073090133".parse()?));
    /// assert_eq!(Insz::from_ascii(b" 85.07.30-901.33"), None);
    /// # Ok::<(), inburgering::InszError>(())
    /// ```
    #[inline]
    pub fn from_ascii(bytes: &[u8]) -> Option<Self> {
        BornInsz::from_ascii(bytes).map(BornInsz::insz)
    }

    /// The number itself, if it can have been given by a day.
    ///
    /// # Errors
    /// [`InszError::BornAfter`] if its earliest possible birth day is after the day.
    pub fn check_as_of(self, as_of: NaiveDate) -> Result<Self, InszError> {
        if self.is_valid_as_of(as_of) { Ok(self) } else { Err(InszError::BornAfter { as_of }) }
    }

    /// Whether the earliest possible birth day is on or before a day.
    pub fn is_valid_as_of(self, as_of: NaiveDate) -> bool {
        self.earliest_birth_day() <= as_of
    }

    /// The century of birth, which the check digits tell.
    pub fn century(self) -> Century {
        // The check digits of a valid number hold in one of the two.
        Century::of_number(self.0).unwrap_or(Century::From2000)
    }

    /// Which register the number is of.
    pub fn kind(self) -> InszKind {
        // Every month of a valid number is of a kind.
        InszKind::of_month(Fields::of(self.0).month).unwrap_or(InszKind::NationalRegister)
    }

    /// Whether it is a BIS number (*BIS-nummer*) of either kind: its holder is not in the National Register.
    pub fn is_bis(self) -> bool {
        self.kind() != InszKind::NationalRegister
    }

    /// The sex that the sequence tells, `None` for a BIS number of a person whose sex was not known.
    pub fn sex(self) -> Option<Sex> {
        match (self.kind(), Fields::of(self.0).sequence % 2) {
            (InszKind::BisSexUnknown, _) => None,
            (_, 0) => Some(Sex::Woman),
            _ => Some(Sex::Man),
        }
    }

    /// What the number tells of the birth: a date, a part of one, or nothing.
    pub fn birth(self) -> Birth {
        // The birth of a valid number could be read.
        Birth::read(Fields::of(self.0), self.kind(), self.century()).unwrap_or(Birth::Unknown)
    }

    /// The birth date, if the number tells it in full.
    pub fn birth_date(self) -> Option<NaiveDate> {
        match self.birth() {
            Birth::Day(date) => Some(date),
            _ => None,
        }
    }

    /// The birth year, if the number tells it.
    pub fn birth_year(self) -> Option<i32> {
        self.birth().year()
    }

    /// The first day on which the holder can have been born.
    ///
    /// The first of the month or of the year where no more is known, and 1 January of the first year of the century where
    /// nothing is.
    pub fn earliest_birth_day(self) -> NaiveDate {
        self.birth().earliest_day(self.century())
    }

    /// Whether the year alone tells that the holder was born before the day. If not, the whole number must be asked.
    pub(crate) fn is_of_a_year_before(self, on: NaiveDate) -> bool {
        let year_of_century = i32::try_from(self.0 / 1_000_000_000).unwrap_or(99);
        self.century().first_year() + year_of_century < on.year()
    }

    /// Compares the number with a birth date known from elsewhere, as far as the number tells one.
    ///
    /// It finds the one wrong digit that the check digits do not: see the type.
    ///
    /// # Errors
    /// [`InszError::BirthDate`] if a part of the date that the number tells is another.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use inburgering::{Insz, InszError, insz::BirthAgreement};
    ///
    /// let born = NaiveDate::from_ymd_opt(2001, 3, 20).unwrap();
    /// // Typed right, and with a 7 for the 1, which is a valid number too: of 1907.
    /// let right: Insz = "01.03.20-902.24".parse()?;
    /// let wrong: Insz = "07.03.20-902.24".parse()?;
    /// assert_eq!(right.check_birth_date(born), Ok(BirthAgreement::Day));
    /// assert_eq!(wrong.check_birth_date(born), Err(InszError::BirthDate));
    /// # Ok::<(), InszError>(())
    /// ```
    pub fn check_birth_date(self, known: NaiveDate) -> Result<BirthAgreement, InszError> {
        self.birth().agreement(known).ok_or(InszError::BirthDate)
    }

    /// The eleven digits as text without separators.
    pub fn compact(self) -> CompactInsz {
        CompactInsz::of_number(self.0)
    }

    /// The number with its separators, as text.
    #[inline]
    pub fn dotted(self) -> DottedInsz {
        DottedInsz::of_number(self.0)
    }

    /// The two digits of a year that the number begins with.
    pub(crate) const fn year_digits(self) -> usize {
        (self.0 / 1_000_000_000) as usize
    }

    /// The number of these digits, which were those of a valid one.
    pub(crate) const fn of_valid(digits: u64) -> Self {
        Self(digits)
    }

    /// The eleven digits as an integer; the leading zeros are lost.
    pub const fn to_u64(self) -> u64 {
        self.0
    }
}

/// From eleven ASCII digits, or exactly `YY.MM.DD-SSS.CC`; outer white space is trimmed.
impl FromStr for Insz {
    type Err = InszError;

    #[inline]
    fn from_str(text: &str) -> Result<Self, InszError> {
        match Self::from_ascii(text.as_bytes()) {
            Some(insz) => Ok(insz),
            None => read_plainly(text),
        }
    }
}

/// From the eleven digits as an integer, which has no leading zeros.
impl TryFrom<u64> for Insz {
    type Error = InszError;

    fn try_from(number: u64) -> Result<Self, InszError> {
        if number > 99_999_999_999 {
            return Err(InszError::Length { length: number.to_string().len() });
        }
        checked(number)
    }
}

/// With the separators: `85.07.30-901.33`. It honours a width and an alignment.
impl fmt::Display for Insz {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.dotted().fmt(f)
    }
}

/// No digit of the number: `Insz(***)`.
impl fmt::Debug for Insz {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Insz(***)")
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Insz {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Insz {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::serde_text::deserialize(deserializer, "a national register number as text")
    }
}

/// The digits of a number, read apart.
#[derive(Clone, Copy)]
struct Fields {
    year_of_century: u32,
    /// With the 20 or 40 of a BIS number.
    month: u32,
    day: u32,
    sequence: u32,
}

impl Fields {
    #[inline]
    fn of(number: u64) -> Self {
        // Six digits and five: divisions of 32 bits are the quicker ones.
        #[expect(clippy::cast_possible_truncation, reason = "eleven digits have six before the last five")]
        let (date, rest) = ((number / 100_000) as u32, (number % 100_000) as u32);
        Self { year_of_century: date / 10_000, month: date / 100 % 100, day: date % 100, sequence: rest / 100 }
    }
}

/// The number in a text, by the rule in words: the form, then the digits.
fn read_plainly(text: &str) -> Result<Insz, InszError> {
    let text = text.trim();
    eleven_digits(text.as_bytes()).ok_or_else(|| fault_of_form(text)).and_then(checked)
}

/// The digits of one of the two forms, `None` for any other text.
fn eleven_digits(text: &[u8]) -> Option<u64> {
    let digits: [u8; 11] = match *text {
        [y1, y2, b'.', m1, m2, b'.', d1, d2, b'-', s1, s2, s3, b'.', c1, c2] => {
            [y1, y2, m1, m2, d1, d2, s1, s2, s3, c1, c2]
        }
        _ => text.try_into().ok()?,
    };
    digits.iter().try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u64::from(digit - b'0')))
}

/// The length of a text, without outer white space, that has more than five digits: it may be a register number.
pub(crate) fn length_if_many_digits(text: &str) -> Option<usize> {
    (text.chars().filter(|c| c.is_numeric()).count() > 5).then(|| text.trim().chars().count())
}

/// What is wrong with a text that has neither form.
fn fault_of_form(text: &str) -> InszError {
    let length = text.chars().count();
    let form = if length == 11 { "00000000000" } else { "00.00.00-000.00" };
    if length != form.len() {
        return InszError::Length { length };
    }
    let mut faults = (1..).zip(text.chars().zip(form.chars())).filter_map(|(position, (given, wanted))| match wanted {
        '0' => (!given.is_ascii_digit()).then_some(InszError::Character { position }),
        _ => (given != wanted).then_some(InszError::Separator { position }),
    });
    faults.next().unwrap_or(InszError::Length { length })
}

/// The number of at most eleven digits, if it is valid.
fn checked(number: u64) -> Result<Insz, InszError> {
    // First the check digits: where they fail, any other digit may be the wrong one.
    let century = Century::of_number(number).ok_or(InszError::CheckDigits)?;
    let fields = Fields::of(number);
    let kind = InszKind::of_month(fields.month).ok_or(InszError::Month)?;
    if !(1..=998).contains(&fields.sequence) {
        return Err(InszError::Sequence);
    }
    Birth::read(fields, kind, century)?;
    Ok(Insz(number))
}
