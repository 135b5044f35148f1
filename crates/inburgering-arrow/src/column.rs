//! Columns of answers, written quickly: texts of one length, and flags.

use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use arrow_array::{ArrayRef, BooleanArray, StringArray};
use arrow_buffer::{BooleanBuffer, Buffer, OffsetBuffer};
use inburgering::{Insz, Municipality};

use crate::BATCH_ROWS;

/// A column of texts of `N` bytes each, none null.
#[derive(Default)]
pub(crate) struct FixedTexts<const N: usize>(Vec<u8>);

/// What is written behind a text, so that it is of a length that is written at once.
const PADDING: usize = 1;

/// A column of register numbers in their dotted form.
pub(crate) type Dotted = FixedTexts<15>;

/// A column of municipality codes.
pub(crate) type FiveDigits = FixedTexts<5>;

impl<const N: usize> FixedTexts<N> {
    pub(crate) fn with_room(texts: usize) -> Self {
        Self(Vec::with_capacity(texts * N + PADDING))
    }

    /// Adds a text.
    #[inline]
    pub(crate) fn push(&mut self, text: [u8; N]) {
        self.0.extend_from_slice(&text);
    }

    /// The column; [`BATCH_ROWS`](crate::BATCH_ROWS) such texts stay within its 32-bit offsets.
    #[expect(clippy::expect_used, reason = "digits and separators are UTF-8, and each text ends where the next begins")]
    pub(crate) fn finish(&mut self) -> ArrayRef {
        let texts = core::mem::take(&mut self.0);
        let offsets = offsets::<N>(texts.len() / N);
        Arc::new(StringArray::try_new(offsets, Buffer::from_vec(texts), None).expect("texts of one length"))
    }
}

/// The offsets of so many texts of one length: the same numbers in every column, so that those of a batch are kept, and
/// shared by all columns.
fn offsets<const N: usize>(texts: usize) -> OffsetBuffer<i32> {
    /// Those that were made, by the length of the texts.
    static KEPT: [Mutex<Option<OffsetBuffer<i32>>>; 16] = [const { Mutex::new(None) }; 16];
    let made = |texts| OffsetBuffer::from_repeated_length(N, texts);
    let Some(kept) = KEPT.get(N).filter(|_| texts <= BATCH_ROWS) else { return made(texts) };
    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    match kept.as_ref().filter(|kept| texts < kept.len()) {
        Some(enough) => enough.slice(0, texts),
        None => kept.insert(made(texts.next_power_of_two().min(BATCH_ROWS))).slice(0, texts),
    }
}

impl Dotted {
    /// Adds a number.
    #[inline]
    pub(crate) fn push_number(&mut self, insz: Insz) {
        self.0.extend_from_slice(&insz.dotted().to_padded_bytes());
        // The padding is where the next begins.
        self.0.truncate(self.0.len() - PADDING);
    }
}

/// A column of flags, none null: 64 to a word.
#[derive(Default)]
pub(crate) struct FlagColumn {
    words: Vec<u64>,
    /// The flags that do not fill a word yet, the first in the lowest bit.
    word: u64,
    flags: usize,
}

impl FlagColumn {
    pub(crate) fn with_room(flags: usize) -> Self {
        Self { words: Vec::with_capacity(flags.div_ceil(64)), word: 0, flags: 0 }
    }

    /// Adds a flag.
    #[inline]
    pub(crate) fn push(&mut self, flag: bool) {
        self.word |= u64::from(flag) << (self.flags % 64);
        self.flags += 1;
        if self.flags.is_multiple_of(64) {
            self.words.push(self.word.to_le());
            self.word = 0;
        }
    }

    /// The column.
    pub(crate) fn finish(&mut self) -> ArrayRef {
        let Self { mut words, word, flags } = core::mem::take(self);
        words.push(word.to_le());
        Arc::new(BooleanArray::new(BooleanBuffer::new(Buffer::from_vec(words), 0, flags), None))
    }
}

/// The five digits of every municipality's code, by its position in the table.
static CODES: LazyLock<Vec<[u8; 5]>> = LazyLock::new(|| {
    let digits =
        |municipality: Municipality| municipality.code().to_string().into_bytes().try_into().unwrap_or_default();
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

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;

    use super::*;

    #[test]
    fn flags_come_back_as_they_were_added() {
        for length in [0, 1, 63, 64, 65, 127, 128, 129, 300] {
            let flags: Vec<bool> = (0..length).map(|at: usize| at.is_multiple_of(3) || at % 7 == 1).collect();
            let mut column = FlagColumn::default();
            for _again in 0..2 {
                for &flag in &flags {
                    column.push(flag);
                }
                assert_eq!(*column.finish().as_boolean(), BooleanArray::from(flags.clone()));
            }
        }
    }

    #[test]
    fn texts_of_one_length_come_back_as_they_were_added() {
        let mut column = FiveDigits::with_room(1);
        assert_eq!(*column.finish().as_string::<i32>(), StringArray::from(Vec::<&str>::new()));
        for text in [b"11001", b"46029"] {
            column.push(*text);
        }
        assert_eq!(*column.finish().as_string::<i32>(), StringArray::from(vec!["11001", "46029"]));
    }

    #[test]
    fn offsets_are_those_of_texts_of_one_length() {
        for texts in [0, 1, 2, 3, 64, 65, 5, BATCH_ROWS, BATCH_ROWS + 1] {
            let found = offsets::<15>(texts);
            assert_eq!(found.len(), texts + 1);
            assert!(found.iter().zip(0..).all(|(&offset, at)| offset == 15 * at));
        }
        assert_eq!(*offsets::<5>(2), [0, 5, 10]);
    }

    #[test]
    fn every_municipality_has_its_code() {
        assert!(Municipality::all().all(|municipality| code_text(municipality) == municipality.code().to_string()));
    }
}
