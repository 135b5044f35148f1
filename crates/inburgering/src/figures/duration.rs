//! The time from registration (*aanmelding*) to contract and to attest.

use chrono::NaiveDate;

use super::{Area, Measure};
use crate::{Cell, Quartiles};

/// The days (*doorlooptijd*) from a person's first registration to the first contract or attest: of the persons who reached
/// it in the year, by the residence on that day. One day is the day of registration or the one after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Duration {
    /// The day on which the facts were read: no later fact counts.
    pub snapshot: NaiveDate,
    /// What was reached: one of [`Measure::TIMED`].
    pub measure: Measure,
    /// The year in which it was reached.
    pub year: i32,
    /// Where.
    pub area: Area,
    /// The quartiles, or why they are not given.
    pub days: Days,
}

/// The quartiles of a [`Duration`], in days, or why they are not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Days {
    /// They are given.
    Published(Quartiles),
    /// There are fewer than twenty persons.
    TooFewPersons,
    /// The count of the same measure, year and area is suppressed, and quartiles beside it would tell that there are at
    /// least twenty persons.
    Suppressed,
}

impl Days {
    /// What may be told beside the count.
    pub(super) fn beside(count: Cell, days: impl Iterator<Item = i64>) -> Self {
        match count {
            Cell::Suppressed => Self::Suppressed,
            Cell::Published(_) => Quartiles::of(days).map_or(Self::TooFewPersons, Self::Published),
        }
    }

    /// The quartiles, if they are given.
    pub const fn published(self) -> Option<Quartiles> {
        match self {
            Self::Published(quartiles) => Some(quartiles),
            Self::TooFewPersons | Self::Suppressed => None,
        }
    }
}
