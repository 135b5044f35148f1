//! A column of days.

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
        day.map(|day| NaiveDate::from_epoch_days(day).ok_or(CellFault::NoSuchDay)).transpose()
    }

    fn instants<T: ArrowPrimitiveType<Native = i64>>(array: &'a dyn Array, in_a_day: i64) -> Option<Self> {
        let array = array.as_primitive_opt::<T>()?;
        Some(Self::Instants { instants: array.values(), nulls: array.nulls(), in_a_day })
    }
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
