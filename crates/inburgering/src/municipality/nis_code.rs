//! The NIS code (*NIS-code*, REFNIS), the key of a municipality.

use core::fmt;
use core::num::NonZeroU32;
use core::str::FromStr;

use super::MunicipalityError;

/// A NIS code (*NIS-code*): five digits, whether or not a municipality has them.
///
/// As text it always has five digits, as a number it is below 100 000.
///
/// ```
/// use inburgering::NisCode;
///
/// let gent: NisCode = "44021".parse()?;
/// assert_eq!(gent, NisCode::try_from(44_021)?);
/// assert_eq!(NisCode::try_from(7)?.to_string(), "00007");
/// # Ok::<(), inburgering::MunicipalityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NisCode(
    /// One more than the code, so that an unknown code needs no room of its own.
    NonZeroU32,
);

impl NisCode {
    /// The code as a number.
    pub const fn to_u32(self) -> u32 {
        self.0.get() - 1
    }

    /// The code that these bytes write as exactly five ASCII digits; `None` for any other.
    ///
    /// For columns, whose bytes need not be known to be text.
    ///
    /// ```
    /// use inburgering::NisCode;
    ///
    /// assert_eq!(NisCode::from_ascii(b"44021"), Some("44021".parse()?));
    /// assert_eq!(NisCode::from_ascii(b" 44021"), None);
    /// # Ok::<(), inburgering::MunicipalityError>(())
    /// ```
    #[inline]
    pub fn from_ascii(bytes: &[u8]) -> Option<Self> {
        let digits: [u8; 5] = bytes.try_into().ok()?;
        let are_digits = digits.iter().fold(true, |so_far, digit| so_far & digit.is_ascii_digit());
        are_digits
            .then(|| Self::of_five_digits(digits.iter().fold(0, |code, digit| code * 10 + u32::from(digit - b'0'))))
    }

    /// A number of at most five digits, as a code.
    pub(super) const fn of_five_digits(code: u32) -> Self {
        Self(NonZeroU32::MIN.saturating_add(code))
    }
}

/// From exactly five ASCII digits; outer white space is trimmed.
impl FromStr for NisCode {
    type Err = MunicipalityError;

    #[inline]
    fn from_str(text: &str) -> Result<Self, MunicipalityError> {
        // Most texts have no outer white space, so it is looked for only where the form is not met without.
        match Self::from_ascii(text.as_bytes()) {
            Some(code) => Ok(code),
            None => Self::of_untrimmed(text),
        }
    }
}

impl NisCode {
    fn of_untrimmed(text: &str) -> Result<Self, MunicipalityError> {
        let trimmed = text.trim();
        if let Some(code) = Self::from_ascii(trimmed.as_bytes()) {
            return Ok(code);
        }
        // NOTE: with more digits than a code has, it may be a register number in the wrong column: it is not kept.
        if text.chars().filter(|c| c.is_numeric()).count() > 5 {
            return Err(MunicipalityError::TooManyDigits { length: text.trim().chars().count() });
        }
        Err(MunicipalityError::BadCode { text: text.to_owned() })
    }
}

impl TryFrom<u32> for NisCode {
    type Error = MunicipalityError;

    fn try_from(code: u32) -> Result<Self, MunicipalityError> {
        match code {
            0..=99_999 => Ok(Self::of_five_digits(code)),
            _ => Err(MunicipalityError::TooManyDigits { length: code.to_string().len() }),
        }
    }
}

/// Five digits: `11002`.
impl fmt::Display for NisCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:05}", self.to_u32())
    }
}

impl fmt::Debug for NisCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NisCode({self})")
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for NisCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for NisCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::serde_text::deserialize(deserializer, "a NIS code as text of five digits")
    }
}
