//! A column of text that repeats a few short words.

use arrow_array::StringArray;
use arrow_buffer::{NullBuffer, OffsetBuffer, ScalarBuffer};

/// The most bytes of a word: every word is written as so many, of which the next one takes back what is too much.
const WIDTH: usize = 16;

/// The place of no word: the row is null.
pub(super) const NO_WORD: u16 = u16::MAX;

/// The words of at most sixteen bytes from which the rows of a column are chosen.
pub(super) struct Words(Vec<Word>);

struct Word {
    bytes: [u8; WIDTH],
    length: usize,
}

impl Words {
    /// These words, each at the place that it has here; `None` if one is too long.
    pub(super) fn new<T: AsRef<str>>(words: impl IntoIterator<Item = T>) -> Option<Self> {
        let word = |word: T| {
            let text = word.as_ref().as_bytes();
            let mut bytes = [0; WIDTH];
            bytes.get_mut(..text.len())?.copy_from_slice(text);
            Some(Word { bytes, length: text.len() })
        };
        words.into_iter().map(word).collect::<Option<_>>().map(Self)
    }

    /// The column that has for each row the word at that place, and null where there is none.
    ///
    /// `None` if there is more text than 32-bit offsets reach.
    pub(super) fn column(&self, places: &[u16]) -> Option<StringArray> {
        let word = |place: u16| self.0.get(usize::from(place));
        let length = |place: u16| word(place).map_or(0, |word| word.length);
        let total: usize = places.iter().map(|&place| length(place)).sum();
        i32::try_from(total).ok()?;
        let mut text = vec![0; total + WIDTH];
        let mut offsets = Vec::with_capacity(places.len() + 1);
        let mut end = 0;
        offsets.push(0);
        for &place in places {
            if let Some(word) = word(place) {
                text.get_mut(end..end + WIDTH)?.copy_from_slice(&word.bytes);
                end += word.length;
            }
            #[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "the total fits")]
            offsets.push(end as i32);
        }
        text.truncate(total);
        let nulls =
            places.contains(&NO_WORD).then(|| places.iter().map(|&place| place != NO_WORD).collect::<NullBuffer>());
        let offsets = OffsetBuffer::new(ScalarBuffer::from(offsets));
        StringArray::try_new(offsets, text.into(), nulls).ok()
    }
}
