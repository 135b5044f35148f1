//! The bytes of a column of text, which need not be text: nothing is taken on trust.

use arrow_array::{Array, GenericStringArray, OffsetSizeTrait, StringViewArray};

use super::NotSure;

/// A column of text whose cells are read as bytes.
pub(crate) trait Bytes {
    /// What is read in the bytes of a cell; what stands in a null cell may be anything.
    fn read<T>(&self, at: usize, read: impl FnOnce(&[u8]) -> Option<T>) -> Option<T>;
}

impl<O: OffsetSizeTrait> Bytes for GenericStringArray<O> {
    #[inline]
    fn read<T>(&self, at: usize, read: impl FnOnce(&[u8]) -> Option<T>) -> Option<T> {
        let offsets = self.value_offsets();
        let (start, end) = (offsets.get(at)?.to_usize()?, offsets.get(at + 1)?.to_usize()?);
        read(self.value_data().get(start..end)?)
    }
}

impl Bytes for StringViewArray {
    #[inline]
    fn read<T>(&self, at: usize, read: impl FnOnce(&[u8]) -> Option<T>) -> Option<T> {
        // A view has 32 bits each for the length, the first bytes, the buffer and the place in it; up to twelve bytes stand
        // in the view itself, in the place of the last three.
        let view = *self.views().get(at)?;
        #[expect(clippy::cast_possible_truncation, reason = "a part is the 32 bits that are kept")]
        let part = |place: u32| (view >> (32 * place)) as u32 as usize;
        let length = part(0);
        match (view >> 32).to_le_bytes().get(..length) {
            Some(inline) if length <= 12 => read(inline),
            _ => read(self.data_buffers().get(part(2))?.get(part(3)..part(3).checked_add(length)?)?),
        }
    }
}

/// What is read in the bytes of a cell; `None` where it is null.
#[inline]
pub(crate) fn read<T>(
    column: &(impl Bytes + Array),
    at: usize,
    read: impl FnOnce(&[u8]) -> Option<T>,
) -> Result<Option<T>, NotSure> {
    if column.nulls().is_some_and(|nulls| at < nulls.len() && nulls.is_null(at)) {
        return Ok(None);
    }
    column.read(at, read).map(Some).ok_or(NotSure)
}

/// For each row what is read in its bytes, or what is said of it otherwise; `None` as soon as nothing is said of one.
#[inline]
pub(crate) fn read_all<T>(
    column: &(impl Bytes + Array),
    read: impl Fn(usize, &[u8]) -> Option<T>,
    null: impl Fn() -> T,
    otherwise: impl Fn(usize) -> Option<T>,
) -> Option<Vec<T>> {
    let nulls = column.nulls();
    let mut all = Vec::with_capacity(column.len());
    for at in 0..column.len() {
        all.push(if nulls.is_some_and(|nulls| nulls.is_null(at)) {
            null()
        } else {
            match column.read(at, |bytes| read(at, bytes)) {
                Some(found) => found,
                None => otherwise(at)?,
            }
        });
    }
    Some(all)
}
