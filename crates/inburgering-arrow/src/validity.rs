//! Whether the data of a column keep the rules of Arrow: those of another program come here unchecked, and reading data
//! that break them would be undefined.

use arrow_array::cast::AsArray;
use arrow_array::{Array, GenericBinaryArray, GenericStringArray, OffsetSizeTrait, StringViewArray};
use arrow_schema::DataType;

/// Whether the data of a column keep the rules of Arrow, text being UTF-8 among them.
pub(crate) fn is_valid(column: &dyn Array) -> bool {
    // Nearly every text is ASCII, which is seen at once for all, and is UTF-8; what is left are the rules of bytes.
    let is_surely_valid = match column.data_type() {
        DataType::Utf8 => column.as_string_opt::<i32>().is_some_and(are_valid_ascii),
        DataType::LargeUtf8 => column.as_string_opt::<i64>().is_some_and(are_valid_ascii),
        DataType::Utf8View => column.as_string_view_opt().is_some_and(are_valid_ascii_views),
        // Numbers of a fixed width have no rule to break: whatever their bits are is a number.
        fixed => fixed.is_primitive(),
    };
    is_surely_valid || column.to_data().validate_full().is_ok()
}

fn are_valid_ascii<O: OffsetSizeTrait>(column: &GenericStringArray<O>) -> bool {
    column.value_data().is_ascii() && GenericBinaryArray::<O>::from(column.clone()).to_data().validate_full().is_ok()
}

fn are_valid_ascii_views(column: &StringViewArray) -> bool {
    column.data_buffers().iter().all(|buffer| buffer.is_ascii())
        && column.views().iter().copied().all(is_long_or_ascii)
        && column.clone().to_binary_view().to_data().validate_full().is_ok()
}

/// Whether a view has its text elsewhere, being longer than twelve bytes, or else is ASCII: its first four bytes are the
/// length, and the others the text, with zeros after it.
const fn is_long_or_ascii(view: u128) -> bool {
    const HIGH_BITS: u128 = 0x8080_8080_8080_8080_8080_8080 << 32;
    view & 0xFFFF_FFFF > 12 || view & HIGH_BITS == 0
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::{ArrayRef, LargeStringArray, StringArray};

    use super::*;

    /// Texts of every length about twelve bytes, of ASCII and of more.
    fn texts() -> Vec<String> {
        let plain = (0..20).map(|length| "x".repeat(length));
        plain.chain((0..16).map(|length| format!("{}é", "x".repeat(length)))).collect()
    }

    #[test]
    fn text_is_valid_whether_ascii_or_not() {
        for texts in [texts(), texts().into_iter().filter(|text| text.is_ascii()).collect()] {
            let columns: [ArrayRef; 3] = [
                Arc::new(StringArray::from(texts.clone())),
                Arc::new(LargeStringArray::from(texts.clone())),
                Arc::new(StringViewArray::from_iter_values(&texts)),
            ];
            for column in columns {
                assert!(is_valid(&column));
                assert!(is_valid(&column.slice(3, 9)));
            }
        }
    }
}
