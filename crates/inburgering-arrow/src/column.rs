//! Columns of answers, written quickly: texts of one length, and flags.

use std::sync::{Arc, LazyLock};

use arrow_array::{ArrayRef, BooleanArray, StringArray};
use arrow_buffer::{BooleanBufferBuilder, Buffer, OffsetBuffer, ScalarBuffer};
use inburgering::{Insz, Municipality};

/// A column of texts of `N` bytes each, none null.
#[derive(Default)]
pub(crate) struct FixedTexts<const N: usize>(Vec<u8>);

/// A column of register numbers in their dotted form.
pub(crate) type Dotted = FixedTexts<15>;

/// A column of municipality codes.
pub(crate) type FiveDigits = FixedTexts<5>;

impl<const N: usize> FixedTexts<N> {
    pub(crate) fn with_room(texts: usize) -> Self {
        Self(Vec::with_capacity(texts.saturating_mul(N)))
    }

    /// Adds a text.
    pub(crate) fn push(&mut self, text: &[u8; N]) {
        self.0.extend_from_slice(text);
    }

    /// The column; [`BATCH_ROWS`](crate::BATCH_ROWS) such texts stay within its 32-bit offsets.
    #[expect(clippy::expect_used, reason = "digits and separators are UTF-8, and each text ends where the next begins")]
    pub(crate) fn finish(&mut self) -> ArrayRef {
        let bytes = core::mem::take(&mut self.0);
        let offsets = (0..=bytes.len() / N).map(|text| i32::try_from(text * N).unwrap_or(i32::MAX)).collect::<Vec<i32>>();
        let offsets = OffsetBuffer::new(ScalarBuffer::from(offsets));
        Arc::new(StringArray::try_new(offsets, Buffer::from_vec(bytes), None).expect("texts of one length"))
    }
}

impl Dotted {
    /// Adds a number.
    pub(crate) fn push_number(&mut self, insz: Insz) {
        self.push(&insz.dotted().to_bytes());
    }
}

/// A column of flags, none null.
pub(crate) struct FlagColumn(BooleanBufferBuilder);

impl Default for FlagColumn {
    fn default() -> Self {
        Self::with_room(0)
    }
}

impl FlagColumn {
    pub(crate) fn with_room(flags: usize) -> Self {
        Self(BooleanBufferBuilder::new(flags))
    }

    /// Adds a flag.
    pub(crate) fn push(&mut self, flag: bool) {
        self.0.append(flag);
    }

    /// The column.
    pub(crate) fn finish(&mut self) -> ArrayRef {
        Arc::new(BooleanArray::new(self.0.finish(), None))
    }
}

/// The five digits of every municipality's code, by its position in the table.
static CODES: LazyLock<Vec<[u8; 5]>> = LazyLock::new(|| {
    let digits = |municipality: Municipality| municipality.code().to_string().into_bytes().try_into().unwrap_or_default();
    Municipality::all().map(digits).collect()
});

/// The five digits of a municipality's code.
pub(crate) fn five_digits(municipality: Municipality) -> &'static [u8; 5] {
    CODES.get(municipality.index()).unwrap_or(&[b'0'; 5])
}

/// The code of a municipality as text.
pub(crate) fn code_text(municipality: Municipality) -> &'static str {
    core::str::from_utf8(five_digits(municipality)).unwrap_or_default()
}
