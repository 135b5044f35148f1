//! A register number with its separators as text.

use core::fmt;

use super::compact::eight_digits;

/// A register number as `YY.MM.DD-SSS.CC`, as text that needs no allocation.
///
/// ```
/// use inburgering::Insz;
///
/// let insz: Insz = "85073090133".parse()?;
/// assert_eq!(insz.dotted().as_ref(), "85.07.30-901.33");
/// # Ok::<(), inburgering::InszError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DottedInsz([u8; 16]);

impl DottedInsz {
    #[inline]
    pub(super) fn of_number(number: u64) -> Self {
        const POINTS_OF_DATE: u64 = u64::from_le_bytes(*b"\0\0.\0\0.\0\0");
        const POINTS_OF_REST: u64 = u64::from_le_bytes(*b"-\0\0\0.\0\0\0");
        // `00YYMMDD` and `000SSSCC`, the first character in the lowest byte.
        let (date, rest) = (eight_digits(number / 100_000), eight_digits(number % 100_000));
        let pair = |word: u64, place: u32| word >> (8 * place) & 0xFFFF;
        // NOTE: whole words, since bytes that are put together one by one are waited for when they are read as a word.
        let date = pair(date, 2) | pair(date, 4) << 24 | pair(date, 6) << 48 | POINTS_OF_DATE;
        let rest = (rest >> 24 & 0xFF_FFFF) << 8 | pair(rest, 6) << 40 | POINTS_OF_REST;
        Self((u128::from(rest) << 64 | u128::from(date)).to_le_bytes())
    }

    /// The fifteen characters, all of them ASCII.
    #[inline]
    pub const fn to_bytes(self) -> [u8; 15] {
        let [text @ .., _] = self.0;
        text
    }

    /// The fifteen characters, and a zero: for columns, since sixteen bytes are written at once, and the next text begins
    /// at the zero.
    #[inline]
    pub const fn to_padded_bytes(self) -> [u8; 16] {
        self.0
    }
}

impl AsRef<str> for DottedInsz {
    fn as_ref(&self) -> &str {
        let [text @ .., _] = &self.0;
        // Digits and separators are UTF-8.
        core::str::from_utf8(text).unwrap_or_default()
    }
}

/// With the separators: `85.07.30-901.33`.
impl fmt::Display for DottedInsz {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_ref())
    }
}

/// No digit of the number: `DottedInsz(***)`.
impl fmt::Debug for DottedInsz {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DottedInsz(***)")
    }
}
