//! The purpose (*doel*) for which a municipality may use the data.
//!
//! Follows the page, "Waarom interessant voor lokale besturen?". Leaves out whether a use stays within its purpose: what
//! happens at the receiving end is the municipality's own responsibility.

use core::fmt;
use core::str::FromStr;

use crate::citation::{self, Citation};

/// A purpose (*doel*) that a protocol may name.
///
/// ```
/// use inburgering::Purpose;
///
/// let purpose: Purpose = "buddy_work".parse()?;
/// assert_eq!(purpose.dutch(), "buddywerking voor nieuwkomers");
/// # Ok::<(), inburgering::PurposeError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Purpose {
    /// Welcoming new inhabitants (*onthaalbeleid*).
    WelcomePolicy,
    /// The civic integration ceremony (*inburgeringsceremonie*).
    Ceremony,
    /// Buddies for newcomers (*buddywerking*).
    BuddyWork,
    /// Occasions to practise Dutch (*oefenkansen Nederlands*).
    DutchPractice,
}

impl Purpose {
    /// Every purpose, in the order of the catalogue.
    pub const ALL: [Self; 4] = [Self::WelcomePolicy, Self::Ceremony, Self::BuddyWork, Self::DutchPractice];

    /// The stable text of the purpose, in `snake_case`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::WelcomePolicy => "welcome_policy",
            Self::Ceremony => "ceremony",
            Self::BuddyWork => "buddy_work",
            Self::DutchPractice => "dutch_practice",
        }
    }

    /// The purpose in the words of a Dutch letter.
    pub const fn dutch(self) -> &'static str {
        match self {
            Self::WelcomePolicy => "onthaalbeleid voor nieuwe inwoners",
            Self::Ceremony => "inburgeringsceremonie",
            Self::BuddyWork => "buddywerking voor nieuwkomers",
            Self::DutchPractice => "oefenkansen Nederlands",
        }
    }

    /// The source that names the purpose.
    pub const fn citation(self) -> Citation {
        citation::PAGE_PURPOSES
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The purpose in the words of an English letter.
impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::WelcomePolicy => "welcome policy",
            Self::Ceremony => "civic integration ceremony",
            Self::BuddyWork => "buddy work",
            Self::DutchPractice => "Dutch practice",
        })
    }
}

/// Reads the stable text ([`Purpose::as_str`]).
impl FromStr for Purpose {
    type Err = PurposeError;

    fn from_str(text: &str) -> Result<Self, PurposeError> {
        let found = Self::ALL.into_iter().find(|purpose| purpose.as_str() == text);
        // NOTE: a text with many digits may be a register number in the wrong place: it is not kept.
        found.ok_or_else(|| match crate::insz::length_if_many_digits(text) {
            Some(length) => PurposeError::NotAPurpose { length },
            None => PurposeError::Unknown { text: text.into() },
        })
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Purpose {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::serde_text::deserialize(deserializer, "the name of a purpose as text")
    }
}

/// Why there is no purpose, or no set of purposes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PurposeError {
    /// The text is no purpose's.
    #[error("no purpose is called `{text}`; use `welcome_policy`, `ceremony`, `buddy_work` or `dutch_practice`")]
    Unknown {
        /// The caller's text.
        text: String,
    },
    /// More than five digits, which no purpose has. The text is not kept: it may be a register number in the wrong place.
    #[error(
        "no purpose has digits, given are {length} characters; use `welcome_policy`, `ceremony`, `buddy_work` or `dutch_practice`"
    )]
    NotAPurpose {
        /// How many characters were given, without outer white space.
        length: usize,
    },
    /// No purpose was given.
    #[error("no purpose was given; give at least one")]
    None,
}

/// The purposes (*doelen*) of a protocol or a request: a set, in the order of the catalogue.
///
/// Invariant: never empty. `Copy`, one byte.
///
/// ```
/// use inburgering::{Purpose, Purposes};
///
/// let protocol = Purposes::new([Purpose::Ceremony, Purpose::BuddyWork])?;
/// let asked = Purposes::from(Purpose::BuddyWork);
/// assert!(asked.is_within(protocol));
/// assert_eq!(protocol.to_string(), "civic integration ceremony and buddy work");
/// # Ok::<(), inburgering::PurposeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "Vec<Purpose>", into = "Vec<Purpose>"))]
pub struct Purposes(u8);

impl Purposes {
    /// The set of these purposes; order and repetition do not matter.
    ///
    /// # Errors
    /// [`PurposeError::None`] if there is none.
    pub fn new(purposes: impl IntoIterator<Item = Purpose>) -> Result<Self, PurposeError> {
        let bits = purposes.into_iter().fold(0, |bits, purpose| bits | purpose.bit());
        Self::of_bits(bits).ok_or(PurposeError::None)
    }

    const fn of_bits(bits: u8) -> Option<Self> {
        match bits {
            0 => None,
            bits => Some(Self(bits)),
        }
    }

    /// The purposes, in the order of the catalogue.
    pub fn iter(self) -> impl Iterator<Item = Purpose> {
        Purpose::ALL.into_iter().filter(move |&purpose| self.contains(purpose))
    }

    /// Whether the purpose is one of these.
    pub const fn contains(self, purpose: Purpose) -> bool {
        self.0 & purpose.bit() != 0
    }

    /// Whether each of these purposes is one of the others.
    pub fn is_within(self, others: Self) -> bool {
        self.without(others).is_none()
    }

    /// These purposes that are none of the others; `None` if nothing is left.
    pub const fn without(self, others: Self) -> Option<Self> {
        Self::of_bits(self.0 & !others.0)
    }

    /// The purposes in the words of a Dutch letter: `inburgeringsceremonie en oefenkansen Nederlands`.
    pub fn dutch(self) -> String {
        crate::listing::dutch(self.iter().map(Purpose::dutch))
    }
}

impl From<Purpose> for Purposes {
    fn from(purpose: Purpose) -> Self {
        Self(purpose.bit())
    }
}

impl TryFrom<Vec<Purpose>> for Purposes {
    type Error = PurposeError;

    fn try_from(purposes: Vec<Purpose>) -> Result<Self, PurposeError> {
        Self::new(purposes)
    }
}

impl From<Purposes> for Vec<Purpose> {
    fn from(purposes: Purposes) -> Self {
        purposes.iter().collect()
    }
}

/// The purposes in the words of an English letter.
impl fmt::Display for Purposes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&crate::listing::english(self.iter()))
    }
}

impl fmt::Debug for Purposes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
