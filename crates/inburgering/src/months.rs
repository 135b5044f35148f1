//! The number of months (*maanden*) of a term.

use core::fmt;

use chrono::NaiveDate;

/// A number of months (*maanden*), from one to [`Months::MAX`].
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::Months;
///
/// // The same day of the later month, or its last day where it has no such day.
/// let leap_day = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap();
/// assert_eq!(Months::YEAR.after(leap_day), NaiveDate::from_ymd_opt(2025, 2, 28).unwrap());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "u32", into = "u32"))]
pub struct Months(u32);

/// Why a number of months is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MonthsError {
    /// The number is 0, or above [`Months::MAX`].
    #[error("a term of {months} months was given; 1 to {} months are allowed", Months::MAX)]
    OutOfRange {
        /// The number that was given.
        months: u32,
    },
}

impl Months {
    /// The longest term, a century.
    pub const MAX: u32 = 1200;
    /// Twelve months.
    pub const YEAR: Self = Self(12);
    /// Five years.
    pub const FIVE_YEARS: Self = Self(60);

    /// So many months.
    ///
    /// # Errors
    /// [`MonthsError::OutOfRange`] if there are none, or more than [`Months::MAX`].
    pub const fn new(months: u32) -> Result<Self, MonthsError> {
        match months {
            1..=Self::MAX => Ok(Self(months)),
            _ => Err(MonthsError::OutOfRange { months }),
        }
    }

    /// The number.
    pub const fn get(self) -> u32 {
        self.0
    }

    /// The same day so many months later, or the last day of that month where it has no such day.
    pub fn after(self, day: NaiveDate) -> NaiveDate {
        day.checked_add_months(chrono::Months::new(self.0)).unwrap_or(NaiveDate::MAX)
    }

    /// The number with its noun in Dutch: `12 maanden`.
    pub fn dutch(self) -> String {
        format!("{} {}", self.0, if self.0 == 1 { "maand" } else { "maanden" })
    }
}

/// The number with its noun in English: `12 months`.
impl fmt::Display for Months {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0, if self.0 == 1 { "month" } else { "months" })
    }
}

impl TryFrom<u32> for Months {
    type Error = MonthsError;

    fn try_from(months: u32) -> Result<Self, MonthsError> {
        Self::new(months)
    }
}

impl From<Months> for u32 {
    fn from(months: Months) -> Self {
        months.0
    }
}
