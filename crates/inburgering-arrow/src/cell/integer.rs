//! A column of integers of any width.

use std::borrow::Cow;

use arrow_array::cast::AsArray;
use arrow_array::types::{Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type};
use arrow_array::{Array, ArrowPrimitiveType};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;

use super::{Cells, value};
use crate::ColumnKind;

/// A column of integers, or one that is null throughout.
pub(crate) struct Integers<'a> {
    values: Values<'a>,
    nulls: Option<&'a NullBuffer>,
}

/// The values by their width.
enum Values<'a> {
    None,
    I8(&'a [i8]),
    I16(&'a [i16]),
    I32(&'a [i32]),
    I64(&'a [i64]),
    U8(&'a [u8]),
    U16(&'a [u16]),
    U32(&'a [u32]),
    U64(&'a [u64]),
}

impl<'a> Integers<'a> {
    /// The integer without a sign, or in the error one below zero; `None` where it is null.
    #[inline]
    pub(crate) fn get_unsigned(&self, at: usize) -> Option<Result<u64, i64>> {
        let nulls = self.nulls;
        match self.values {
            Values::None => None,
            Values::I8(values) => value(values, nulls, at).map(unsigned),
            Values::I16(values) => value(values, nulls, at).map(unsigned),
            Values::I32(values) => value(values, nulls, at).map(unsigned),
            Values::I64(values) => value(values, nulls, at).map(unsigned),
            Values::U8(values) => value(values, nulls, at).map(|integer| Ok(u64::from(integer))),
            Values::U16(values) => value(values, nulls, at).map(|integer| Ok(u64::from(integer))),
            Values::U32(values) => value(values, nulls, at).map(|integer| Ok(u64::from(integer))),
            Values::U64(values) => value(values, nulls, at).map(Ok),
        }
    }

    /// The integers with 32 bits, those that have more as the nearest end; `None` for a column of type null.
    ///
    /// What stands where the column is null means nothing.
    pub(crate) fn clamped(&self) -> Option<Cow<'a, [i32]>> {
        fn cut<T: Copy + TryInto<i32> + PartialOrd + Default>(values: &[T]) -> Cow<'_, [i32]> {
            let end = |value: &T| if *value < T::default() { i32::MIN } else { i32::MAX };
            values.iter().map(|value| (*value).try_into().unwrap_or_else(|_| end(value))).collect()
        }
        match self.values {
            Values::None => None,
            Values::I8(values) => Some(cut(values)),
            Values::I16(values) => Some(cut(values)),
            Values::I32(values) => Some(Cow::Borrowed(values)),
            Values::I64(values) => Some(cut(values)),
            Values::U8(values) => Some(cut(values)),
            Values::U16(values) => Some(cut(values)),
            Values::U32(values) => Some(cut(values)),
            Values::U64(values) => Some(cut(values)),
        }
    }

    /// The integers, if they have 64 bits, as most programs count; what stands where the column is null means nothing.
    pub(crate) fn of_64_bits(&self) -> Option<&'a [i64]> {
        match self.values {
            Values::I64(values) => Some(values),
            _ => None,
        }
    }

    /// Where it is null.
    pub(crate) fn nulls(&self) -> Option<&'a NullBuffer> {
        self.nulls
    }

    /// The integer, `None` where it is null; wide enough for all.
    pub(crate) fn get(&self, at: usize) -> Option<i128> {
        let nulls = self.nulls;
        match self.values {
            Values::None => None,
            Values::I8(values) => value(values, nulls, at).map(i128::from),
            Values::I16(values) => value(values, nulls, at).map(i128::from),
            Values::I32(values) => value(values, nulls, at).map(i128::from),
            Values::I64(values) => value(values, nulls, at).map(i128::from),
            Values::U8(values) => value(values, nulls, at).map(i128::from),
            Values::U16(values) => value(values, nulls, at).map(i128::from),
            Values::U32(values) => value(values, nulls, at).map(i128::from),
            Values::U64(values) => value(values, nulls, at).map(i128::from),
        }
    }
}

fn unsigned(integer: impl Into<i64>) -> Result<u64, i64> {
    let integer = integer.into();
    u64::try_from(integer).map_err(|_| integer)
}

fn values<T: ArrowPrimitiveType>(array: &dyn Array) -> Option<&[T::Native]> {
    array.as_primitive_opt::<T>().map(|array| &**array.values())
}

impl<'a> Cells<'a> for Integers<'a> {
    const KIND: ColumnKind = ColumnKind::WorkingDays;

    fn of(array: &'a dyn Array) -> Option<Self> {
        let values = match array.data_type() {
            DataType::Null => Values::None,
            DataType::Int8 => Values::I8(values::<Int8Type>(array)?),
            DataType::Int16 => Values::I16(values::<Int16Type>(array)?),
            DataType::Int32 => Values::I32(values::<Int32Type>(array)?),
            DataType::Int64 => Values::I64(values::<Int64Type>(array)?),
            DataType::UInt8 => Values::U8(values::<UInt8Type>(array)?),
            DataType::UInt16 => Values::U16(values::<UInt16Type>(array)?),
            DataType::UInt32 => Values::U32(values::<UInt32Type>(array)?),
            DataType::UInt64 => Values::U64(values::<UInt64Type>(array)?),
            _ => return None,
        };
        Some(Self { values, nulls: array.nulls() })
    }
}
