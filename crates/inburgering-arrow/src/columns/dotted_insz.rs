//! Register numbers in their written form.

use arrow_array::builder::StringBuilder;
use arrow_array::{Array, StringArray};

use super::ColumnsError;
use super::column::{cells, require_text_rows};
use crate::cell::Numbers;

/// Each register number as `YY.MM.DD-SSS.CC`; null where there is none, or where it is not valid.
///
/// # Errors
/// [`ColumnsError::Mistyped`] and [`ColumnsError::TooManyRows`]; never for a number.
///
/// ```
/// use arrow_array::{Int64Array, StringArray};
/// use inburgering_arrow::columns::dotted_insz;
///
/// // A spreadsheet ate the leading zero of a number.
/// let numbers = Int64Array::from(vec![85_073_090_133, 1_123_190_446]);
/// assert_eq!(dotted_insz(&numbers)?, StringArray::from(vec!["85.07.30-901.33", "01.12.31-904.46"]));
/// # Ok::<(), inburgering_arrow::columns::ColumnsError>(())
/// ```
pub fn dotted_insz(numbers: &dyn Array) -> Result<StringArray, ColumnsError> {
    let column: Numbers<'_> = cells("numbers", numbers)?;
    let rows = numbers.len();
    require_text_rows(rows)?;
    let mut dotted = StringBuilder::with_capacity(rows, rows * DOTTED);
    for row in 0..rows {
        match column.judge(row) {
            Some(Ok(insz)) => dotted.append_value(insz.dotted()),
            Some(Err(_)) | None => dotted.append_null(),
        }
    }
    Ok(dotted.finish())
}

/// How long the dotted form is.
const DOTTED: usize = 15;
