//! A column of days.

use std::borrow::Cow;
use std::sync::LazyLock;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Date64Type, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType,
};
use arrow_array::{Array, ArrowPrimitiveType};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, TimeUnit};
use chrono::NaiveDate;
use inburgering::CellFault;

use super::{Cells, NotSure, value};
use crate::ColumnKind;

/// The units that a day has.
const SECONDS: i64 = 86_400;
const MILLISECONDS: i64 = SECONDS * 1_000;
const MICROSECONDS: i64 = SECONDS * 1_000_000;
const NANOSECONDS: i64 = SECONDS * 1_000_000_000;

/// A column of days, or one that is null throughout.
pub(crate) enum Days<'a> {
    None,
    /// Days since 1970-01-01.
    Count {
        days: &'a [i32],
        nulls: Option<&'a NullBuffer>,
    },
    /// Instants since the start of 1970-01-01, in units of which a day has so many.
    Instants {
        instants: &'a [i64],
        nulls: Option<&'a NullBuffer>,
        in_a_day: i64,
    },
}

impl<'a> Days<'a> {
    /// The day; `None` where the cell is null.
    #[inline]
    pub(crate) fn get(&self, at: usize) -> Result<Option<NaiveDate>, CellFault> {
        let day = match *self {
            Self::None => None,
            Self::Count { days, nulls } => value(days, nulls, at),
            Self::Instants { instants, nulls, in_a_day } => match value(instants, nulls, at) {
                Some(instant) if instant.rem_euclid(in_a_day) != 0 => return Err(CellFault::TimeOfDay),
                Some(instant) => Some(i32::try_from(instant.div_euclid(in_a_day)).map_err(|_| CellFault::NoSuchDay)?),
                None => None,
            },
        };
        day.map(|day| civil_day(day).ok_or(CellFault::NoSuchDay)).transpose()
    }

    /// The day number; `None` where the cell is null.
    #[inline]
    pub(crate) fn sure(&self, at: usize) -> Result<Option<i32>, NotSure> {
        match *self {
            Self::None => Ok(None),
            Self::Count { days, nulls } => match value(days, nulls, at) {
                Some(day) if day.unsigned_abs() >= FAR => Err(NotSure),
                day => Ok(day),
            },
            Self::Instants { .. } => {
                let day = self.get(at).map_err(|_| NotSure)?;
                Ok(day.map(|day| day.to_epoch_days()))
            }
        }
    }

    /// The days as day numbers; `None` for a column of type null.
    pub(crate) fn numbers(&self) -> Option<DayNumbers<'a>> {
        match *self {
            Self::None => None,
            Self::Count { days, nulls } => Some(DayNumbers { days: Cow::Borrowed(days), nulls }),
            Self::Instants { instants, nulls, in_a_day } => {
                // By a constant, since a division by what is not known beforehand takes ten times as long.
                let days = match in_a_day {
                    SECONDS => whole_days::<SECONDS>(instants),
                    MILLISECONDS => whole_days::<MILLISECONDS>(instants),
                    MICROSECONDS => whole_days::<MICROSECONDS>(instants),
                    _ => whole_days::<NANOSECONDS>(instants),
                };
                Some(DayNumbers { days: Cow::Owned(days), nulls })
            }
        }
    }

    fn instants<T: ArrowPrimitiveType<Native = i64>>(array: &'a dyn Array, in_a_day: i64) -> Option<Self> {
        let array = array.as_primitive_opt::<T>()?;
        Some(Self::Instants { instants: array.values(), nulls: array.nulls(), in_a_day })
    }
}

/// The first of the days in the table, 1900-01-01, in days since 1970-01-01.
const FIRST: i32 = -25_567;

/// The days of 1900 to 2099: looked up, since a date of this century or the last is what nearly every cell holds.
static DAYS: LazyLock<Vec<NaiveDate>> =
    LazyLock::new(|| (FIRST..47_482).map_while(NaiveDate::from_epoch_days).collect());

/// The day so many days after 1970-01-01.
fn civil_day(days: i32) -> Option<NaiveDate> {
    let at = usize::try_from(i64::from(days) - i64::from(FIRST)).ok();
    at.and_then(|at| DAYS.get(at).copied()).or_else(|| NaiveDate::from_epoch_days(days))
}

/// A column of days as day numbers: days since 1970-01-01.
pub(crate) struct DayNumbers<'a> {
    /// What stands in a null row may be anything.
    pub(crate) days: Cow<'a, [i32]>,
    pub(crate) nulls: Option<&'a NullBuffer>,
}

impl DayNumbers<'_> {
    /// Whether the cell is certainly null or a day.
    pub(crate) fn is_null_or_day(&self, at: usize) -> bool {
        self.is_null(at) || self.days.get(at).is_some_and(|day| day.unsigned_abs() < FAR)
    }

    /// The day number; `None` where the cell is null.
    #[inline]
    pub(crate) fn get(&self, at: usize) -> Option<i32> {
        value(&self.days, self.nulls, at)
    }

    /// Whether every cell is certainly null or a day.
    pub(crate) fn are_null_or_days(&self) -> bool {
        // Without an end before the last, so that many are looked at together.
        let greatest = self.days.iter().fold(0, |greatest, day| day.unsigned_abs().max(greatest));
        greatest < FAR || (0..self.days.len()).all(|at| self.is_null_or_day(at))
    }

    /// Whether the cell is null.
    #[inline]
    pub(crate) fn is_null(&self, at: usize) -> bool {
        self.nulls.is_some_and(|nulls| nulls.is_null(at))
    }
}

/// Thousands of years around 1970 are certainly days; whether others are is left to the plain way.
const FAR: u32 = 1_000_000;

/// The number of no day.
const NO_DAY: i32 = i32::MIN;

/// The day numbers of instants at midnight, [`NO_DAY`] for any other.
fn whole_days<const IN_A_DAY: i64>(instants: &[i64]) -> Vec<i32> {
    let number = |instant: &i64| {
        let day = i32::try_from(instant.div_euclid(IN_A_DAY)).ok();
        day.filter(|_| instant.rem_euclid(IN_A_DAY) == 0).unwrap_or(NO_DAY)
    };
    instants.iter().map(number).collect()
}

impl<'a> Cells<'a> for Days<'a> {
    const KIND: ColumnKind = ColumnKind::Day;

    fn of(array: &'a dyn Array) -> Option<Self> {
        match array.data_type() {
            DataType::Null => Some(Self::None),
            DataType::Date32 => {
                let array = array.as_primitive_opt::<Date32Type>()?;
                Some(Self::Count { days: array.values(), nulls: array.nulls() })
            }
            DataType::Date64 => Self::instants::<Date64Type>(array, MILLISECONDS),
            DataType::Timestamp(unit, None) => match unit {
                TimeUnit::Second => Self::instants::<TimestampSecondType>(array, SECONDS),
                TimeUnit::Millisecond => Self::instants::<TimestampMillisecondType>(array, MILLISECONDS),
                TimeUnit::Microsecond => Self::instants::<TimestampMicrosecondType>(array, MICROSECONDS),
                TimeUnit::Nanosecond => Self::instants::<TimestampNanosecondType>(array, NANOSECONDS),
            },
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_are_looked_up_are_those_of_the_calendar() {
        let beyond = [i32::MIN, -100_000, 100_000, 95_026_236, i32::MAX];
        for days in (FIRST - 800..50_000).chain(beyond) {
            assert_eq!(civil_day(days), NaiveDate::from_epoch_days(days), "{days}");
        }
        assert_eq!(
            DAYS.first().zip(DAYS.last()).map(|(first, last)| format!("{first} {last}")).unwrap(),
            "1900-01-01 2099-12-31"
        );
    }
}
