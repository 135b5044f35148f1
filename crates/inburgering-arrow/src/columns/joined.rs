//! A column in several parts, joined.

use std::sync::Arc;

use arrow_array::{Array, ArrayRef, new_empty_array};
use arrow_schema::DataType;
use arrow_select::concat::concat;

/// The parts of a column as one; a single part is not copied, and without a part the column of that type has no row.
///
/// `None` where the parts are not of one type, or are too long for its offsets together.
///
/// ```
/// use std::sync::Arc;
///
/// use arrow_array::{Array, ArrayRef, StringArray};
/// use arrow_schema::DataType;
/// use inburgering::Threads;
/// use inburgering_arrow::columns::{check_insz, joined};
///
/// // Numbers that came in two parts: are they valid?
/// let parts = ["85.07.30-901.33", "85.07.30-901.34"].map(|text| Arc::new(StringArray::from(vec![text])) as ArrayRef);
/// let numbers = joined(&parts, &DataType::Utf8).unwrap();
/// assert_eq!(check_insz(&numbers, None, None, Threads::Available)?, StringArray::from(vec!["valid", "check_digits"]));
/// # Ok::<(), inburgering_arrow::columns::ColumnsError>(())
/// ```
pub fn joined(parts: &[ArrayRef], of: &DataType) -> Option<ArrayRef> {
    match parts {
        [] => Some(new_empty_array(of)),
        [one] => Some(Arc::clone(one)),
        several => concat(&several.iter().map(AsRef::as_ref).collect::<Vec<&dyn Array>>()).ok(),
    }
}
