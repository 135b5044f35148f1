//! The legal basis (*rechtsgrond*) of the exchange, by date.
//!
//! Follows the decree of 7 June 2013, as it stood on each day: art. 20 §1, 7° from 2019-07-29, art. 46/8 since the decree
//! of 3 May 2024. Leaves out the legal bases of other processing by the agency.

use core::fmt;

use chrono::NaiveDate;

use crate::citation::{self, Citation};
use crate::horizon::ymd;
use crate::{Months, Period};

/// The legal basis (*rechtsgrond*) on which municipalities get data.
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::LegalBasis;
///
/// // On what ground was data disclosed in the spring of 2024, and on what ground today?
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// assert_eq!(LegalBasis::on(day(2024, 6, 15)), Some(LegalBasis::Article20));
/// assert_eq!(LegalBasis::on(day(2024, 6, 16)), Some(LegalBasis::Article46_8));
/// // The page still cites the first.
/// assert_eq!(LegalBasis::CITED_BY_PAGE, LegalBasis::Article20);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum LegalBasis {
    /// Art. 20 §1, 7°, from 2019-07-29 to 2024-06-15.
    #[cfg_attr(feature = "serde", serde(rename = "article_20"))]
    Article20,
    /// Art. 46/8, first paragraph, 4°, b), from 2024-06-16.
    #[cfg_attr(feature = "serde", serde(rename = "article_46_8"))]
    Article46_8,
}

const ARTICLE_20_FROM: NaiveDate = ymd(2019, 7, 29);
const ARTICLE_46_8_FROM: NaiveDate = ymd(2024, 6, 16);

impl LegalBasis {
    /// Every legal basis, oldest first.
    pub const ALL: [Self; 2] = [Self::Article20, Self::Article46_8];

    /// The legal basis that the page cites, whatever the day.
    // NOTE: the page was not adapted when art. 46/8 took the place of art. 20; both facts are given to the user.
    pub const CITED_BY_PAGE: Self = Self::Article20;

    /// The legal basis on a day; none before 2019-07-29.
    pub fn on(day: NaiveDate) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.period().contains(day))
    }

    /// The days on which it is, or was, the legal basis.
    pub const fn period(self) -> Period {
        match self {
            Self::Article20 => Period::new(Some(ARTICLE_20_FROM), Some(ARTICLE_46_8_FROM)),
            Self::Article46_8 => Period::new(Some(ARTICLE_46_8_FROM), None),
        }
    }

    /// The longest that data delivered on this basis may be kept, where the law itself has a cap.
    ///
    /// Five years under art. 20; none under art. 46/8, where the protocol sets it.
    pub const fn retention_cap(self) -> Option<Months> {
        match self {
            Self::Article20 => Some(Months::FIVE_YEARS),
            Self::Article46_8 => None,
        }
    }

    /// The article.
    pub const fn citation(self) -> Citation {
        match self {
            Self::Article20 => citation::DECREE_20,
            Self::Article46_8 => citation::DECREE_46_8,
        }
    }

    /// The stable text of the legal basis, in `snake_case`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Article20 => "article_20",
            Self::Article46_8 => "article_46_8",
        }
    }
}

/// The stable text ([`LegalBasis::as_str`]).
impl fmt::Display for LegalBasis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
