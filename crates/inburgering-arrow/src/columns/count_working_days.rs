//! Working days counted between days.

use arrow_array::Int32Array;
use chrono::NaiveDate;
use inburgering::{Calendar, CellFault};

use super::column::{Argument, answered, common_length};
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
    answered(rows, |row| {
        let (a, b) = (a.get(row).map_err(RowFault::Cell)?, b.get(row).map_err(RowFault::Cell)?);
        let Some((a, b)) = a.zip(b) else { return Ok(None) };
        calendar.count(a, b).map(|count| Some(count.0)).map_err(RowFault::Calendar)
    })
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
