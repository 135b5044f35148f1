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

/// The last eleven digits of a number, in ASCII.
pub(super) fn ascii_digits(number: u64) -> [u8; 11] {
    let mut digits = [b'0'; 11];
    let mut rest = number;
    for digit in digits.iter_mut().rev() {
        *digit += (rest % 10) as u8;
        rest /= 10;
    }
    digits
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
