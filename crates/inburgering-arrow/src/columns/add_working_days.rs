//! Working days added to days.

use arrow_array::{Array, Date32Array};
use arrow_buffer::NullBuffer;
use inburgering::{Calendar, WorkingDays};

use super::column::{Argument, answered, answered_at_once, cells, common_length};
use super::{ColumnsError, PerRow, RowFault};
use crate::cell::{Days, Integers};

/// For each day the n-th working day (*werkdag*) strictly after it, as [`Calendar::add`]; null where the day or the
/// number is.
///
/// # Errors
/// [`ColumnsError::Mistyped`], [`ColumnsError::LengthsDiffer`], and [`ColumnsError::Rows`] if a day is none, lies outside
/// the calendar or leads outside it.
///
/// ```
/// use arrow_array::{Date32Array, Int32Array};
/// use chrono::NaiveDate;
/// use inburgering::{Calendar, WorkingDays};
/// use inburgering_arrow::columns::{PerRow, add_working_days};
///
/// let days = |days: [(i32, u32, u32); 2]| -> Date32Array {
///     days.map(|(y, m, d)| Some(NaiveDate::from_ymd_opt(y, m, d).unwrap().to_epoch_days())).into_iter().collect()
/// };
/// // When are these two requests due, ten working days after they came in?
/// let received = days([(2025, 7, 7), (2026, 10, 26)]);
/// let due = add_working_days(&received, PerRow::One(WorkingDays(10)), &Calendar::legal())?;
/// assert_eq!(due, days([(2025, 7, 22), (2026, 11, 9)]));
/// // And where the second has twenty?
/// let terms = Int32Array::from(vec![10, 20]);
/// let due = add_working_days(&received, PerRow::Column(&terms), &Calendar::legal())?;
/// assert_eq!(due, days([(2025, 7, 22), (2026, 11, 24)]));
/// # Ok::<(), inburgering_arrow::columns::ColumnsError>(())
/// ```
pub fn add_working_days(
    days: &dyn Array,
    working_days: PerRow<'_, WorkingDays>,
    calendar: &Calendar,
) -> Result<Date32Array, ColumnsError> {
    let starts: Days<'_> = cells("days", days)?;
    let rows = common_length(Some(days.len()), working_days.rows())?;
    let terms: Argument<WorkingDays, Integers<'_>> = Argument::of("working_days", working_days)?;
    if let Some(due) = added_at_once(&starts, &terms, calendar) {
        return Ok(due);
    }
    answered(rows, |row| {
        let start = starts.get(row).map_err(RowFault::Cell)?;
        let term = match &terms {
            Argument::One(term) => Some(*term),
            Argument::Column(column) => column.get(row).map(working_days_of).transpose()?,
        };
        let Some((start, term)) = start.zip(term) else { return Ok(None) };
        let due = calendar.add(start, term).map_err(RowFault::Calendar)?;
        Ok(Some(due.to_epoch_days()))
    })
}

fn working_days_of(number: i128) -> Result<WorkingDays, RowFault> {
    i32::try_from(number).map(WorkingDays).map_err(|_| RowFault::TooManyWorkingDays)
}

/// The rows from which on a table of all due days, one for each of the 38 352 days, is worth making.
const ROWS_FOR_A_TABLE: usize = 50_000;

/// The same by day number, if every row has an answer.
fn added_at_once(
    starts: &Days<'_>,
    terms: &Argument<WorkingDays, Integers<'_>>,
    calendar: &Calendar,
) -> Option<Date32Array> {
    let (days, index) = (starts.numbers()?, calendar.by_day_number());
    let starts = days.days.iter();
    let is_read = |row| days.is_null_or_day(row);
    match terms {
        Argument::One(term) if starts.len() >= ROWS_FOR_A_TABLE => {
            let due = index.due_days(*term);
            answered_at_once(starts.map(|day| due.of(*day)), days.nulls.cloned(), is_read)
        }
        Argument::One(term) => answered_at_once(starts.map(|day| index.add(*day, *term)), days.nulls.cloned(), is_read),
        Argument::Column(column) => {
            let nulls = NullBuffer::union(days.nulls, column.nulls());
            let are_read = |row| is_read(row) && column.get(row).is_none_or(|term| term.unsigned_abs() < 1_000_000);
            let due = |(day, term): (&i32, i32)| index.add(*day, WorkingDays(term));
            // More than 32 bits lead outside the calendar, and so do their ends.
            match column.of_64_bits() {
                // Cut as they are read: a column of them in between costs as much as the look-up.
                Some(terms) => answered_at_once(starts.zip(terms.iter().copied().map(cut)).map(due), nulls, are_read),
                None => answered_at_once(starts.zip(column.clamped()?.iter().copied()).map(due), nulls, are_read),
            }
        }
    }
}

/// The integer with 32 bits, or the nearest end of them.
#[inline]
fn cut(term: i64) -> i32 {
    i32::try_from(term).unwrap_or(if term < 0 { i32::MIN } else { i32::MAX })
}
