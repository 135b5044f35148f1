//! The quartiles (*kwartielen*) of a figure, such as the days between contract and attest.
//!
//! They are given from twenty persons up only. A quartile here is a value that occurs (the *nearest rank*), so that
//! whole days stay whole days: of `n` values in order the one at rank `⌈n·k/4⌉`. This is the inverse of the empirical
//! distribution, definition 1 of Hyndman and Fan (1996, "Sample quantiles in statistical packages"), and
//! `numpy.quantile(values, k / 4, method="inverted_cdf")`.
//!
//! NOTE: quartiles tell that there are at least twenty persons. Publish them beside a published count only, never
//! beside a suppressed one: that would narrow the range which suppression keeps open.

/// Why three numbers are no quartiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QuartilesError {
    /// They are not in ascending order.
    #[error("the quartiles {first}, {median}, {third} are not in ascending order; give first, median and third")]
    Order {
        /// The first quartile given.
        first: i64,
        /// The median given.
        median: i64,
        /// The third quartile given.
        third: i64,
    },
}

/// The first quartile, the median and the third quartile (*kwartielen*) of the values of at least twenty persons.
///
/// In the unit of the values; never descending.
///
/// In how many days did half of the participants get their attest?
///
/// ```
/// use inburgering::Quartiles;
///
/// let days = (301..=320).collect::<Vec<i64>>();
/// let quartiles = Quartiles::of(days).unwrap();
/// assert_eq!((quartiles.first(), quartiles.median(), quartiles.third()), (305, 310, 315));
/// assert_eq!(Quartiles::of(301..=319), None);
/// ```
///
/// A choice of this library ([`LIBRARY_CHOICE`](crate::citation::LIBRARY_CHOICE)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(try_from = "Unchecked"))]
pub struct Quartiles {
    first: i64,
    median: i64,
    third: i64,
}

impl Quartiles {
    /// The smallest number of persons of whom quartiles are given.
    pub const LEAST_PERSONS: usize = 20;

    /// Quartiles that were found elsewhere; that they are of enough persons is for the caller to know.
    ///
    /// # Errors
    /// [`QuartilesError::Order`] if they are not in ascending order.
    pub const fn new(first: i64, median: i64, third: i64) -> Result<Self, QuartilesError> {
        if first <= median && median <= third {
            Ok(Self { first, median, third })
        } else {
            Err(QuartilesError::Order { first, median, third })
        }
    }

    /// The quartiles of the values, one for each person, in any order; `None` under [`Self::LEAST_PERSONS`].
    pub fn of(values: impl IntoIterator<Item = i64>) -> Option<Self> {
        let mut values: Vec<i64> = values.into_iter().collect();
        if values.len() < Self::LEAST_PERSONS {
            return None;
        }
        values.sort_unstable();
        let quartile = |k: usize| values.get((values.len() * k).div_ceil(4).checked_sub(1)?).copied();
        Some(Self { first: quartile(1)?, median: quartile(2)?, third: quartile(3)? })
    }

    /// A quarter of the values are at most this.
    pub const fn first(self) -> i64 {
        self.first
    }

    /// Half of the values are at most this.
    pub const fn median(self) -> i64 {
        self.median
    }

    /// Three quarters of the values are at most this.
    pub const fn third(self) -> i64 {
        self.third
    }
}

/// The fields as they are read, before their order is checked.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
struct Unchecked {
    first: i64,
    median: i64,
    third: i64,
}

#[cfg(feature = "serde")]
impl TryFrom<Unchecked> for Quartiles {
    type Error = QuartilesError;

    fn try_from(Unchecked { first, median, third }: Unchecked) -> Result<Self, QuartilesError> {
        Self::new(first, median, third)
    }
}
