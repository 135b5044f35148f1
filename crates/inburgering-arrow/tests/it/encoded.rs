//! Cells of text as Arrow columns of every type that is accepted.

use std::sync::Arc;

use arrow_array::types::{
    ArrowDictionaryKeyType, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{
    Array, ArrayRef, ArrowPrimitiveType, Date32Array, Date64Array, DictionaryArray, Int8Array, Int16Array, Int32Array,
    Int64Array, LargeStringArray, NullArray, PrimitiveArray, StringArray, StringViewArray, TimestampMicrosecondArray,
    TimestampMillisecondArray, TimestampNanosecondArray, TimestampSecondArray, UInt8Array, UInt16Array, UInt32Array,
    UInt64Array,
};
use chrono::NaiveDate;

/// A cell: `None` is null.
pub(crate) type Cell<'a> = Option<&'a str>;

/// The types of text.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Text {
    Utf8,
    LargeUtf8,
    Utf8View,
}

pub(crate) const TEXTS: [Text; 3] = [Text::Utf8, Text::LargeUtf8, Text::Utf8View];

/// The widths of integers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Width {
    I8,
    I16,
    I32,
    I64,
    U8,
    U16,
    U32,
    U64,
}

pub(crate) const WIDTHS: [Width; 8] =
    [Width::I8, Width::I16, Width::I32, Width::I64, Width::U8, Width::U16, Width::U32, Width::U64];

/// The types of days.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Day {
    Date32,
    Date64,
    Seconds,
    Milliseconds,
    Microseconds,
    Nanoseconds,
}

pub(crate) const DAYS: [Day; 6] =
    [Day::Date32, Day::Date64, Day::Seconds, Day::Milliseconds, Day::Microseconds, Day::Nanoseconds];

pub(crate) fn text(cells: &[Cell], text: Text) -> ArrayRef {
    let cells = cells.iter().copied();
    match text {
        Text::Utf8 => Arc::new(cells.collect::<StringArray>()),
        Text::LargeUtf8 => Arc::new(cells.collect::<LargeStringArray>()),
        Text::Utf8View => Arc::new(cells.collect::<StringViewArray>()),
    }
}

/// Text by a dictionary whose values are in another order than their first use, and whose last value is null: a null
/// cell is in turn a null key and the key of that value. Values that no key uses stand there too.
pub(crate) fn dictionary(cells: &[Cell], values: Text, key: Width) -> ArrayRef {
    match key {
        Width::I8 => dictionary_by::<Int8Type>(cells, values),
        Width::I16 => dictionary_by::<Int16Type>(cells, values),
        Width::I32 => dictionary_by::<Int32Type>(cells, values),
        Width::I64 => dictionary_by::<Int64Type>(cells, values),
        Width::U8 => dictionary_by::<UInt8Type>(cells, values),
        Width::U16 => dictionary_by::<UInt16Type>(cells, values),
        Width::U32 => dictionary_by::<UInt32Type>(cells, values),
        Width::U64 => dictionary_by::<UInt64Type>(cells, values),
    }
}

fn dictionary_by<K: ArrowDictionaryKeyType>(cells: &[Cell], values: Text) -> ArrayRef
where
    K::Native: TryFrom<usize>,
{
    let mut distinct: Vec<&str> = cells.iter().flatten().copied().chain(["unused"]).collect();
    distinct.sort_unstable_by(|one, other| other.cmp(one));
    distinct.dedup();
    let all: Vec<Cell> = distinct.iter().copied().map(Some).chain([None]).collect();
    let key = |at: usize| K::Native::try_from(at).ok().expect("few values");
    let keys = cells.iter().enumerate().map(|(row, cell)| match cell {
        Some(text) => distinct.iter().position(|value| value == text).map(key),
        None if row % 2 == 0 => None,
        None => Some(key(distinct.len())),
    });
    let keys: PrimitiveArray<K> = keys.collect();
    Arc::new(DictionaryArray::<K>::try_new(keys, text(&all, values)).unwrap())
}

pub(crate) fn integers(cells: &[Option<i64>], width: Width) -> ArrayRef {
    fn of<T: ArrowPrimitiveType>(cells: &[Option<i64>]) -> PrimitiveArray<T>
    where
        T::Native: TryFrom<i64>,
    {
        cells.iter().map(|cell| cell.map(|cell| T::Native::try_from(cell).ok().expect("it fits"))).collect()
    }
    match width {
        Width::I8 => Arc::new(of::<Int8Type>(cells) as Int8Array),
        Width::I16 => Arc::new(of::<Int16Type>(cells) as Int16Array),
        Width::I32 => Arc::new(of::<Int32Type>(cells) as Int32Array),
        Width::I64 => Arc::new(of::<Int64Type>(cells) as Int64Array),
        Width::U8 => Arc::new(of::<UInt8Type>(cells) as UInt8Array),
        Width::U16 => Arc::new(of::<UInt16Type>(cells) as UInt16Array),
        Width::U32 => Arc::new(of::<UInt32Type>(cells) as UInt32Array),
        Width::U64 => Arc::new(of::<UInt64Type>(cells) as UInt64Array),
    }
}

pub(crate) fn days(cells: &[Option<NaiveDate>], form: Day) -> ArrayRef {
    let days = cells.iter().map(|cell| cell.map(|day| day.to_epoch_days()));
    let of = |in_a_day: i64| cells.iter().map(move |cell| cell.map(|day| i64::from(day.to_epoch_days()) * in_a_day));
    match form {
        Day::Date32 => Arc::new(days.collect::<Date32Array>()),
        Day::Date64 => Arc::new(of(86_400_000).collect::<Date64Array>()),
        Day::Seconds => Arc::new(of(86_400).collect::<TimestampSecondArray>()),
        Day::Milliseconds => Arc::new(of(86_400_000).collect::<TimestampMillisecondArray>()),
        Day::Microseconds => Arc::new(of(86_400_000_000).collect::<TimestampMicrosecondArray>()),
        Day::Nanoseconds => Arc::new(of(86_400_000_000_000).collect::<TimestampNanosecondArray>()),
    }
}

pub(crate) fn nulls(rows: usize) -> ArrayRef {
    Arc::new(NullArray::new(rows))
}

/// The middle of an array to which a cell was put in front and one behind: it has an offset.
pub(crate) fn middle(padded: &dyn Array) -> ArrayRef {
    padded.slice(1, padded.len() - 2)
}
