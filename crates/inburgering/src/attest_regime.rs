//! The attest regime (*voorwaarden voor het attest van inburgering*): what an attest asks for, by date.
//!
//! Follows the order of the Flemish Government of 29 January 2016 and the decree of 7 June 2013 as it stood on each day.
//! Leaves out which regime a person falls under: that depends on facts which the exchange does not hold, and is never
//! guessed.

use core::fmt;

use chrono::NaiveDate;

use crate::Period;
use crate::citation::{self, Citation};
use crate::horizon::ymd;

/// An attest regime (*voorwaarden voor het attest van inburgering*): a dated fact of the law, never one of a person.
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::{AttestRegime, JudgedBy};
///
/// // What did a contract of the spring of 2022 ask for?
/// let regime = AttestRegime::on(NaiveDate::from_ymd_opt(2022, 4, 1).unwrap());
/// assert_eq!(regime, AttestRegime::Test2022);
/// assert_eq!(regime.judged_by(), JudgedBy::ContractDate);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum AttestRegime {
    /// Until 2016-02-28: an effort.
    Effort,
    /// From 2016-02-29: a result.
    Result,
    /// Contracts from 2022-03-01: tests, and registration with the employment service.
    #[cfg_attr(feature = "serde", serde(rename = "test_2022"))]
    Test2022,
    /// Contracts from 2023-01-01: the participation and networking track as well.
    #[cfg_attr(feature = "serde", serde(rename = "participation_2023"))]
    Participation2023,
}

/// The date by which the law says which attest regime holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum JudgedBy {
    /// The page names the day of the change only, not which of a person's dates it is held against.
    NotStated,
    /// The day on which the contract was signed.
    ContractDate,
}

impl AttestRegime {
    /// Every regime, oldest first.
    pub const ALL: [Self; 4] = [Self::Effort, Self::Result, Self::Test2022, Self::Participation2023];

    // NOTE: the page calls the regime until 2016 "resultaatsverbintenis" and the one from 2016 "inspanningsverbintenis",
    // the reverse of what it then describes (being present, and passing). Both facts are kept: the variants are named
    // after what is asked, `name_on_page` after what the page says.
    /// What the page calls the regime; for 2016 the reverse of what it describes.
    pub const fn name_on_page(self) -> Option<&'static str> {
        match self {
            Self::Effort => Some("resultaatsverbintenis"),
            Self::Result => Some("inspanningsverbintenis"),
            Self::Test2022 | Self::Participation2023 => None,
        }
    }

    /// The regime on a day. Whose attest it holds for is another question: see [`judged_by`](Self::judged_by).
    pub fn on(day: NaiveDate) -> Self {
        let begun = Self::ALL.into_iter().rev().find(|regime| regime.from().is_some_and(|from| from <= day));
        begun.unwrap_or(Self::Effort)
    }

    const fn from(self) -> Option<NaiveDate> {
        match self {
            Self::Effort => None,
            Self::Result => Some(ymd(2016, 2, 29)),
            Self::Test2022 => Some(ymd(2022, 3, 1)),
            Self::Participation2023 => Some(ymd(2023, 1, 1)),
        }
    }

    /// The days of the regime: of contracts, where [`judged_by`](Self::judged_by) says so.
    pub const fn period(self) -> Period {
        let until = match self {
            Self::Effort => Self::Result.from(),
            Self::Result => Self::Test2022.from(),
            Self::Test2022 => Self::Participation2023.from(),
            Self::Participation2023 => None,
        };
        Period::new(self.from(), until)
    }

    /// The date by which it is judged whether the regime holds.
    pub const fn judged_by(self) -> JudgedBy {
        match self {
            Self::Effort | Self::Result => JudgedBy::NotStated,
            Self::Test2022 | Self::Participation2023 => JudgedBy::ContractDate,
        }
    }

    /// What is asked, in Dutch.
    pub const fn dutch(self) -> &'static str {
        match self {
            Self::Effort => "aanwezig zijn voor Maatschappelijke Oriëntatie en NT2 niveau 1.1",
            Self::Result => {
                "slagen voor Maatschappelijke Oriëntatie en NT2 niveau 1.1 en regelmatig deelnemen aan niveau 1.2"
            }
            Self::Test2022 => {
                "slagen voor de test Maatschappelijke Oriëntatie, Nederlands op niveau A2 behalen en ingeschreven zijn bij \
                 de dienst voor arbeidsbemiddeling"
            }
            Self::Participation2023 => {
                "slagen voor de test Maatschappelijke Oriëntatie, Nederlands op niveau A2 behalen, ingeschreven zijn bij de \
                 dienst voor arbeidsbemiddeling en het participatie- en netwerktraject van 40 uur volgen"
            }
        }
    }

    /// The source of the regime.
    pub const fn citation(self) -> Citation {
        match self {
            Self::Effort => citation::PAGE_ATTEST,
            Self::Result => citation::BVR_ATTEST,
            Self::Test2022 => citation::DECREE_ATTEST_2022,
            Self::Participation2023 => citation::DECREE_ATTEST_2023,
        }
    }

    /// The stable text of the regime, in `snake_case`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Effort => "effort",
            Self::Result => "result",
            Self::Test2022 => "test_2022",
            Self::Participation2023 => "participation_2023",
        }
    }
}

/// What is asked, in English.
impl fmt::Display for AttestRegime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Effort => "attend social orientation and Dutch level 1.1",
            Self::Result => "pass social orientation and Dutch level 1.1, and take part regularly in level 1.2",
            Self::Test2022 => {
                "pass the social orientation test, reach Dutch level A2 and be registered with the employment service"
            }
            Self::Participation2023 => {
                "pass the social orientation test, reach Dutch level A2, be registered with the employment service, and \
                 follow the 40-hour participation and networking track"
            }
        })
    }
}
