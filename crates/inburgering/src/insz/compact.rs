//! A register number as text that needs no allocation.

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
fn ascii_digits(number: u64) -> [u8; 11] {
    let upper = number / 100_000_000;
    let digit = |number: u64| b'0' + (number % 10) as u8;
    let [m2, d1, d2, s1, s2, s3, c1, c2] = eight_digits(number % 100_000_000);
    [digit(upper / 100), digit(upper / 10), digit(upper), m2, d1, d2, s1, s2, s3, c1, c2]
}

/// The digits of a number below a hundred million, in ASCII: all eight at once, halved and halved again.
#[inline]
const fn eight_digits(number: u64) -> [u8; 8] {
    // Two numbers of four digits in the halves of a word, the first in the lower half; then four of two, then eight of one.
    // (A number below a hundred times 5243 is that number divided by 100, times two to the 19th; below ten, 103 and 2^10.)
    let fours = (number / 10_000) | ((number % 10_000) << 32);
    let hundreds = ((fours * 5_243) >> 19) & 0x0000_007F_0000_007F;
    let twos = hundreds | (fours - hundreds * 100) << 16;
    let tens = ((twos * 103) >> 10) & 0x000F_000F_000F_000F;
    let ones = tens | (twos - tens * 10) << 8;
    (ones | 0x3030_3030_3030_3030).to_le_bytes()
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

#[cfg(test)]
mod tests {
    use super::{ascii_digits, eight_digits};

    #[test]
    fn the_digits_are_those_of_the_number() {
        let mut number = 0_u64;
        while number < 100_000_000 {
            assert_eq!(eight_digits(number).as_slice(), format!("{number:08}").as_bytes());
            // A step that is no multiple of anything, and shorter where the halves of four digits change.
            number += if number % 10_000 > 9_990 { 1 } else { 37 };
        }
        for number in [0, 7, 99_999_999, 100_000_000, 85_073_090_133, 99_999_999_999] {
            assert_eq!(ascii_digits(number).as_slice(), format!("{number:011}").as_bytes());
        }
    }
}
