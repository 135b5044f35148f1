//! The eleven digits of a register number as text.

use core::fmt;

/// The eleven digits of a register number without separators, as text that needs no allocation.
///
/// ```
/// use inburgering::Insz;
///
/// let insz: Insz = "85.07.30-901.33".parse()?;
/// assert_eq!(insz.compact().as_ref(), "85073090133");
/// # Ok::<(), inburgering::InszError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CompactInsz([u8; 11]);

impl CompactInsz {
    pub(super) fn of_number(number: u64) -> Self {
        Self(ascii_digits(number))
    }
}

/// The eleven digits of a number, in ASCII.
#[inline]
pub(super) fn ascii_digits(number: u64) -> [u8; 11] {
    // Six digits and five: divisions of 32 bits are the quicker ones.
    #[expect(clippy::cast_possible_truncation, reason = "eleven digits have six before the last five")]
    let (date, rest) = ((number / 100_000) as u32, (number % 100_000) as u32);
    let ([y1, y2], [m1, m2], [d1, d2]) = (two(date / 10_000), two(date / 100 % 100), two(date % 100));
    let ([_, s1], [s2, s3], [c1, c2]) = (two(rest / 10_000), two(rest / 100 % 100), two(rest % 100));
    [y1, y2, m1, m2, d1, d2, s1, s2, s3, c1, c2]
}

/// The two digits of a number below a hundred.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "a digit is below ten")]
fn two(number: u32) -> [u8; 2] {
    [b'0' + (number / 10) as u8, b'0' + (number % 10) as u8]
}

impl AsRef<str> for CompactInsz {
    fn as_ref(&self) -> &str {
        // Digits are UTF-8.
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// The eleven digits: `85073090133`.
impl fmt::Display for CompactInsz {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_ref())
    }
}

/// No digit of the number: `CompactInsz(***)`.
impl fmt::Debug for CompactInsz {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CompactInsz(***)")
    }
}
