//! Working days counted between days.

use arrow_array::Int32Array;
use arrow_buffer::NullBuffer;
use chrono::NaiveDate;
use inburgering::{Calendar, CellFault};

use super::column::{Argument, answered, answered_at_once, common_length};
use super::{ColumnsError, DayColumn, RowFault};
use crate::cell::Days;

/// For each row how many working days (*werkdagen*) there are after `a`, up to and including `b`, as [`Calendar::count`];
/// null where one of the days is.
///
/// Two single days give one row.
///
/// # Errors
/// [`ColumnsError::Mistyped`], [`ColumnsError::LengthsDiffer`], [`ColumnsError::Calendar`] if a single day lies outside
/// the calendar, and [`ColumnsError::Rows`] if a day of a column is none or lies outside it.
///
/// ```
/// use arrow_array::{Date32Array, Int32Array};
/// use chrono::NaiveDate;
/// use inburgering::Calendar;
/// use inburgering_arrow::columns::{DayColumn, count_working_days};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// // How many working days are left on 30 April 2026, until each of two due days?
/// let due: Date32Array = [day(5, 4), day(5, 31)].map(|day| Some(day.to_epoch_days())).into_iter().collect();
/// let left = count_working_days(day(4, 30).into(), DayColumn::Column(&due), &Calendar::legal())?;
/// assert_eq!(left, Int32Array::from(vec![1, 18]));
/// # Ok::<(), inburgering_arrow::columns::ColumnsError>(())
/// ```
pub fn count_working_days(a: DayColumn<'_>, b: DayColumn<'_>, calendar: &Calendar) -> Result<Int32Array, ColumnsError> {
    let rows = common_length(a.rows(), b.rows())?;
    let (a, b) = (days("a", a, calendar)?, days("b", b, calendar)?);
    if let Some(counts) = counted_at_once(&a, &b, calendar) {
        return Ok(counts);
    }
    answered(rows, |row| {
        let (a, b) = (a.get(row).map_err(RowFault::Cell)?, b.get(row).map_err(RowFault::Cell)?);
        let Some((a, b)) = a.zip(b) else { return Ok(None) };
        calendar.count(a, b).map(|count| Some(count.0)).map_err(RowFault::Calendar)
    })
}

/// The same by day number, if every row has an answer; two single days are not asked for here.
fn counted_at_once(
    a: &Argument<NaiveDate, Days<'_>>,
    b: &Argument<NaiveDate, Days<'_>>,
    calendar: &Calendar,
) -> Option<Int32Array> {
    let index = calendar.by_day_number();
    let count = |a, b| index.count(a, b).map(|count| count.0);
    match (a, b) {
        (Argument::One(_), Argument::One(_)) => None,
        (Argument::One(a), Argument::Column(b)) => {
            let (a, b) = (a.to_epoch_days(), b.numbers()?);
            answered_at_once(b.days.iter().map(|b| count(a, *b)), b.nulls.cloned(), |row| b.is_null_or_day(row))
        }
        (Argument::Column(a), Argument::One(b)) => {
            let (a, b) = (a.numbers()?, b.to_epoch_days());
            answered_at_once(a.days.iter().map(|a| count(*a, b)), a.nulls.cloned(), |row| a.is_null_or_day(row))
        }
        (Argument::Column(a), Argument::Column(b)) => {
            let (a, b) = (a.numbers()?, b.numbers()?);
            let counts = a.days.iter().zip(&*b.days).map(|(a, b)| count(*a, *b));
            let are_read = |row| a.is_null_or_day(row) && b.is_null_or_day(row);
            answered_at_once(counts, NullBuffer::union(a.nulls, b.nulls), are_read)
        }
    }
}

/// The days of an argument; a single one must lie within the calendar.
fn days<'a>(
    argument: &'static str,
    given: DayColumn<'a>,
    calendar: &Calendar,
) -> Result<Argument<NaiveDate, Days<'a>>, ColumnsError> {
    if let DayColumn::One(day) = given {
        calendar.is_working_day(day).map_err(ColumnsError::Calendar)?;
    }
    Argument::of(argument, given)
}

impl Argument<NaiveDate, Days<'_>> {
    fn get(&self, row: usize) -> Result<Option<NaiveDate>, CellFault> {
        match self {
            Self::One(day) => Ok(Some(*day)),
            Self::Column(column) => column.get(row),
        }
    }
}
