//! A column of days.

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

use super::{Cells, value};
use crate::ColumnKind;

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

impl<'a> Cells<'a> for Days<'a> {
    const KIND: ColumnKind = ColumnKind::Day;

    fn of(array: &'a dyn Array) -> Option<Self> {
        const SECONDS: i64 = 86_400;
        match array.data_type() {
            DataType::Null => Some(Self::None),
            DataType::Date32 => {
                let array = array.as_primitive_opt::<Date32Type>()?;
                Some(Self::Count { days: array.values(), nulls: array.nulls() })
            }
            DataType::Date64 => Self::instants::<Date64Type>(array, SECONDS * 1_000),
            DataType::Timestamp(unit, None) => match unit {
                TimeUnit::Second => Self::instants::<TimestampSecondType>(array, SECONDS),
                TimeUnit::Millisecond => Self::instants::<TimestampMillisecondType>(array, SECONDS * 1_000),
                TimeUnit::Microsecond => Self::instants::<TimestampMicrosecondType>(array, SECONDS * 1_000_000),
                TimeUnit::Nanosecond => Self::instants::<TimestampNanosecondType>(array, SECONDS * 1_000_000_000),
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
        assert_eq!(DAYS.first().zip(DAYS.last()).map(|(first, last)| format!("{first} {last}")).unwrap(), "1900-01-01 2099-12-31");
    }
}
