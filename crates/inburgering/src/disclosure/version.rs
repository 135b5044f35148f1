//! The versions (*versies*) of what an answer rests on, each in the one form that it has on a receipt.
//!
//! A receipt shows no register number, and the form of a version leaves no room for one: a text of any other form is refused
//! as the receipt is read back. Leaves out which of two versions is the later.

use core::str::FromStr;

use chrono::NaiveDate;

use crate::checked_text::checked_text;

/// Why a text is no version; the text itself is never repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum VersionError {
    /// No release of the library.
    #[error(
        "a version of the library is three numbers with dots between them, perhaps with a hyphen and a name after them, \
         and has at most ten digits; other text was given"
    )]
    Library,
    /// No edition of the table of municipalities.
    #[error(
        "a version of the table of municipalities is `REFNIS`, a space and a day, year first; other text was given"
    )]
    Table,
    /// No day.
    #[error("a version of the rules or of the calendars is a day, year first; other text was given")]
    Day,
}

/// The most digits that a version of the library may have: a register number has eleven.
const MOST_DIGITS: usize = 10;

/// Whether it is three numbers, as `0.1.0`, perhaps with a name, as `0.2.0-rc.1`.
fn is_release(text: &str) -> bool {
    let (numbers, name) = text.split_once('-').map_or((text, None), |(numbers, name)| (numbers, Some(name)));
    let is_number = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit());
    let is_name = |name: &str| {
        name.len() <= 21
            && name.starts_with(|first: char| first.is_ascii_alphabetic())
            && name.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'.')
    };
    numbers.split('.').count() == 3
        && numbers.split('.').all(is_number)
        && name.is_none_or(is_name)
        && text.bytes().filter(u8::is_ascii_digit).count() <= MOST_DIGITS
}

/// Whether it is a day as `2025-12-31`.
fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<NaiveDate>().is_ok_and(|day| day.to_string() == text)
}

/// Whether it is an edition as `REFNIS 2025-01-01`.
fn is_edition(text: &str) -> bool {
    text.strip_prefix("REFNIS ").is_some_and(is_day)
}

macro_rules! version {
    ($(#[$doc:meta])* $name:ident, $is:ident, $error:ident, $expected:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        pub struct $name(String);

        impl $name {
            /// A version of this library's own. The tests see to it that it has the form.
            pub(super) fn own(text: &'static str) -> Self {
                Self(text.into())
            }

            /// The version as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = VersionError;

            /// Takes the text if it has the form, with nothing around it.
            fn from_str(text: &str) -> Result<Self, VersionError> {
                if $is(text) { Ok(Self(text.into())) } else { Err(VersionError::$error) }
            }
        }

        checked_text!($name, VersionError, $expected);
    };
}

version! {
    /// The version of the library: a release, as `0.1.0` or `0.2.0-rc.1`.
    ///
    /// Invariant: three numbers of 1 to 4 digits with dots between them; after them perhaps a hyphen and a name of a
    /// letter and at most 20 letters, digits and dots; at most ten digits in all, so no register number.
    ///
    /// ```
    /// use inburgering::{LibraryVersion, VersionError};
    ///
    /// let version: LibraryVersion = "0.1.0".parse()?;
    /// assert_eq!(version.as_str(), "0.1.0");
    /// // Could a register number be hidden in the version on a receipt?
    /// assert_eq!("0.1.0-a85073090133".parse::<LibraryVersion>(), Err(VersionError::Library));
    /// # Ok::<(), VersionError>(())
    /// ```
    LibraryVersion, is_release, Library, "a version of the library"
}
version! {
    /// The version of the table of municipalities: its edition, as `REFNIS 2025-01-01`.
    ///
    /// Invariant: `REFNIS`, a space and a day that exists, as `YYYY-MM-DD`; so no register number.
    TableVersion, is_edition, Table, "a version of the table of municipalities"
}
version! {
    /// The version of the rules or of the calendars: a day, as `2026-01-01`.
    ///
    /// Invariant: a day that exists, as `YYYY-MM-DD`; so no register number.
    DayVersion, is_day, Day, "a version of the rules or of the calendars"
}
