//! A column of text that repeats a few words.

use arrow_array::StringArray;
use arrow_array::builder::StringBuilder;

/// The place of no word: the row is null.
pub(super) const NO_WORD: u16 = u16::MAX;

/// How many rows are looked at together: often all of them have the same word.
const BLOCK: usize = 64;

/// The column that has for each row of the parts the word at that place, and null where there is none.
///
/// `None` if it is more text than 32-bit offsets reach.
pub(super) fn column_of_words<T: AsRef<str>>(words: &[T], places: &[Vec<u16>]) -> Option<StringArray> {
    let word = |place: u16| words.get(usize::from(place)).map(AsRef::as_ref);
    let shortest = words.iter().map(|word| word.as_ref().len()).min().unwrap_or_default();
    let rows = places.iter().map(Vec::len).sum();
    let mut column = StringBuilder::with_capacity(rows, rows * shortest);
    // The block of the word that filled the last one.
    let mut last: Option<(u16, StringArray)> = None;
    for block in places.iter().flat_map(|part| part.chunks(BLOCK)) {
        match block.first() {
            Some(first) if block.len() == BLOCK && block.iter().all(|place| place == first) => {
                let (_, full) = match &last {
                    Some(last) if last.0 == *first => last,
                    _ => last.insert((*first, std::iter::repeat_n(word(*first), BLOCK).collect())),
                };
                column.append_array(full).ok()?;
            }
            _ => block.iter().for_each(|place| column.append_option(word(*place))),
        }
    }
    Some(column.finish())
}
