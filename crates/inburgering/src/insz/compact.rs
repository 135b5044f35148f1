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
#[inline]
pub(super) fn ascii_digits(number: u64) -> [u8; 11] {
    // By twos, since a division costs more than anything else here.
    let two = |below: u64| {
        let value = (number / below % 100) as u8;
        [b'0' + value / 10, b'0' + value % 10]
    };
    let [y1, y2] = two(1_000_000_000);
    let [m1, m2] = two(10_000_000);
    let [d1, d2] = two(100_000);
    let [s1, s2] = two(1_000);
    let [_, s3] = two(100);
    let [c1, c2] = two(1);
    [y1, y2, m1, m2, d1, d2, s1, s2, s3, c1, c2]
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
