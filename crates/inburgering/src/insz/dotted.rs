//! A register number with its separators as text.

use core::fmt;

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
        // The year and month, the day, the sequence, and the check digits.
        let (date, rest) = (number / 100_000, number % 100_000);
        let date = looked_up(&MONTHS, date / 100) | looked_up(&PAIRS, date % 100) << 48;
        let rest = looked_up(&SEQUENCES, rest / 100) | looked_up(&PAIRS, rest % 100) << 40;
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

/// The text of a number in its table, its first character in the lowest byte.
#[inline]
fn looked_up(texts: &[u64], number: u64) -> u64 {
    usize::try_from(number).ok().and_then(|at| texts.get(at)).copied().unwrap_or_default()
}

// NOTE: looked up, since working out eleven digits takes more than twice as long. Columns ask for numbers in order, so of the
// one long table a few lines of the cache are in use at a time.
/// `YY.MM.` for each year of a century and month, with the 20 or 40 of a BIS number.
#[expect(clippy::indexing_slicing, reason = "evaluated at compile time only")]
static MONTHS: [u64; 10_000] = {
    let mut texts = [0; 10_000];
    let mut at = 0;
    while at < texts.len() {
        let [thousands, hundreds, tens, ones] = last_digits(at);
        texts[at] = u64::from_le_bytes([thousands, hundreds, b'.', tens, ones, b'.', 0, 0]);
        at += 1;
    }
    texts
};

/// `-SSS.` for each sequence.
#[expect(clippy::indexing_slicing, reason = "evaluated at compile time only")]
static SEQUENCES: [u64; 1_000] = {
    let mut texts = [0; 1_000];
    let mut at = 0;
    while at < texts.len() {
        let [_, hundreds, tens, ones] = last_digits(at);
        texts[at] = u64::from_le_bytes([b'-', hundreds, tens, ones, b'.', 0, 0, 0]);
        at += 1;
    }
    texts
};

/// The two digits of each number below a hundred.
#[expect(clippy::indexing_slicing, reason = "evaluated at compile time only")]
static PAIRS: [u64; 100] = {
    let mut texts = [0; 100];
    let mut at = 0;
    while at < texts.len() {
        let [_, _, tens, ones] = last_digits(at);
        texts[at] = u64::from_le_bytes([tens, ones, 0, 0, 0, 0, 0, 0]);
        at += 1;
    }
    texts
};

/// The last four digits of a number, in ASCII.
#[expect(clippy::cast_possible_truncation, reason = "a digit")]
const fn last_digits(number: usize) -> [u8; 4] {
    let [thousands, hundreds, tens, ones] = [number / 1_000 % 10, number / 100 % 10, number / 10 % 10, number % 10];
    [b'0' + thousands as u8, b'0' + hundreds as u8, b'0' + tens as u8, b'0' + ones as u8]
}
