//! A register number with its separators as text.

use core::fmt;

use super::compact::ascii_digits;

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
pub struct DottedInsz([u8; 15]);

impl DottedInsz {
    #[inline]
    pub(super) fn of_number(number: u64) -> Self {
        let [y1, y2, m1, m2, d1, d2, s1, s2, s3, c1, c2] = ascii_digits(number);
        Self([y1, y2, b'.', m1, m2, b'.', d1, d2, b'-', s1, s2, s3, b'.', c1, c2])
    }

    /// The fifteen characters, all of them ASCII.
    #[inline]
    pub const fn to_bytes(self) -> [u8; 15] {
        self.0
    }
}

impl AsRef<str> for DottedInsz {
    fn as_ref(&self) -> &str {
        // Digits and separators are UTF-8.
        core::str::from_utf8(&self.0).unwrap_or_default()
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
