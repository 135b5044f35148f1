//! Whether register numbers are valid.

use arrow_array::{Array, StringArray};
use chrono::NaiveDate;
use inburgering::InszError;

use super::ColumnsError;
use super::column::{cells, require_text_rows};
use crate::cell::Numbers;

/// For each register number `valid`, or the code of what is wrong with it ([`InszError::code`]); null where there is none.
///
/// With a day, a number of somebody who was not born by that day is `born_after`.
///
/// # Errors
/// [`ColumnsError::Mistyped`] and [`ColumnsError::TooManyRows`]; never for a number.
///
/// ```
/// use arrow_array::StringArray;
/// use inburgering_arrow::columns::check_insz;
///
/// // Which numbers of the form that came in can be right?
/// let numbers = StringArray::from(vec![Some("85.07.30-901.33"), Some("85.07.30-901.34"), Some("85.07.30"), None]);
/// let checked = check_insz(&numbers, None)?;
/// assert_eq!(checked, StringArray::from(vec![Some("valid"), Some("check_digits"), Some("length"), None]));
/// # Ok::<(), inburgering_arrow::columns::ColumnsError>(())
/// ```
pub fn check_insz(numbers: &dyn Array, as_of: Option<NaiveDate>) -> Result<StringArray, ColumnsError> {
    let column: Numbers<'_> = cells("numbers", numbers)?;
    require_text_rows(numbers.len())?;
    let check = |row| {
        let judged = column.judge(row)?;
        let judged = judged.and_then(|insz| as_of.map_or(Ok(insz), |day| insz.check_as_of(day)));
        Some(judged.map_or_else(InszError::code, |_| "valid"))
    };
    Ok((0..numbers.len()).map(check).collect())
}
