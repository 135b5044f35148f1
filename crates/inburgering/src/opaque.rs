//! The opaque text (*vrije tekst*) by which a caller names a protocol, a request or a person at work.
//!
//! These texts stand on receipts and in logs, which may show no register number: one that contains a number, with or without
//! a separator between its parts, is refused. Leaves out every other meaning of the text.

use core::str::FromStr;

use chrono::NaiveDate;

use crate::checked_text::checked_text;
use crate::{Insz, Municipality};

/// Why a text cannot name anything; the text itself is never repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OpaqueTextError {
    /// Nothing but white space.
    #[error("the text is empty; give at least one character")]
    Empty,
    /// More characters than are allowed.
    #[error("the text has {length} characters; at most {MAX_LENGTH} are allowed")]
    TooLong {
        /// The number of characters, without the outer white space.
        length: usize,
    },
    /// A line break or another control character.
    #[error("the text has a control character or a line break; give it on one line")]
    NotOneLine,
    /// A valid register number.
    #[error("the text contains a register number, which may not stand on a receipt; leave it out")]
    RegisterNumber,
}

/// The most characters that an opaque text may have.
pub const MAX_LENGTH: usize = 200;

/// How many digits a number has.
const DIGITS: usize = 11;
/// After how many digits a part of a number ends: year, month, day and sequence.
const PARTS: [usize; 4] = [2, 4, 6, 9];
/// So many separators may stand between two parts of a number: a dash with blanks about it.
const MOST_SEPARATORS: usize = 3;

/// The text without its outer white space, if it may stand on a receipt.
fn checked(text: &str) -> Result<&str, OpaqueTextError> {
    let text = text.trim();
    let length = text.chars().count();
    if text.is_empty() {
        Err(OpaqueTextError::Empty)
    } else if length > MAX_LENGTH {
        Err(OpaqueTextError::TooLong { length })
    } else if text.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
        Err(OpaqueTextError::NotOneLine)
    } else if contains_register_number(text) {
        Err(OpaqueTextError::RegisterNumber)
    } else {
        Ok(text)
    }
}

/// Whether a valid number stands anywhere in the text, also within a longer run of digits.
fn contains_register_number(text: &str) -> bool {
    let starts = text.char_indices().filter(|(_, c)| c.is_ascii_digit());
    let mut digits = starts.filter_map(|(start, _)| text.get(start..).and_then(first_digits));
    digits.any(|digits| digits.parse::<Insz>().is_ok())
}

/// What may stand between two parts of a number: blanks of every kind, dots, slashes, and what programs make of a hyphen.
fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | '/' | '_' | '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// The first eleven digits of a text that begins with a digit, without the separators between its parts.
fn first_digits(text: &str) -> Option<String> {
    let mut digits = String::with_capacity(DIGITS);
    let mut separators = 0;
    for c in text.chars() {
        match c {
            '0'..='9' => {
                digits.push(c);
                separators = 0;
            }
            _ if is_separator(c) && separators < MOST_SEPARATORS && PARTS.contains(&digits.len()) => separators += 1,
            _ => return None,
        }
        if digits.len() == DIGITS {
            return Some(digits);
        }
    }
    None
}

macro_rules! opaque_text {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        ///
        /// Invariant: one line of 1 to [`MAX_LENGTH`] characters, without outer white space and without a register number.
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        pub struct $name(String);

        impl $name {
            /// The caller's text, as it was given, without its outer white space.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = OpaqueTextError;

            /// Takes the text if it may stand on a receipt.
            fn from_str(text: &str) -> Result<Self, OpaqueTextError> {
                Ok(Self(checked(text)?.into()))
            }
        }

        checked_text!($name, OpaqueTextError, "a text of one line");
    };
}

opaque_text! {
    /// Who asked for the list (*aanvrager*): opaque text of the caller's.
    Requester
}
opaque_text! {
    /// Who delivered the list (*behandelaar*): opaque text of the caller's.
    Operator
}
opaque_text! {
    /// The name of a protocol in the caller's register (*protocolnummer*).
    ///
    /// ```
    /// use inburgering::opaque::{OpaqueTextError, ProtocolId};
    ///
    /// let id: ProtocolId = "LOK-2023-1".parse()?;
    /// assert_eq!(id.as_str(), "LOK-2023-1");
    /// // A receipt may show no register number, so no name may contain one.
    /// let refused = "dossier 85.07.30-901.33".parse::<ProtocolId>();
    /// assert_eq!(refused, Err(OpaqueTextError::RegisterNumber));
    /// # Ok::<(), OpaqueTextError>(())
    /// ```
    ProtocolId
}
opaque_text! {
    /// The name of a request in the caller's books (*aanvraagnummer*).
    RequestId
}

impl RequestId {
    /// The name of a request that was given none. Its hyphens stand where no part of a number ends, so it
    /// contains no register number.
    pub(crate) fn of_request(municipality: Municipality, received_on: NaiveDate) -> Self {
        Self(format!("{}-{received_on}", municipality.code()))
    }
}
