//! A column of text, plain or by dictionary.

use arrow_array::cast::AsArray;
use arrow_array::{Array, LargeStringArray, StringArray, StringViewArray};
use arrow_schema::DataType;

use super::{Cells, Integers, NotSure, bytes};
use crate::ColumnKind;

/// A column of text, or one that is null throughout.
pub(crate) enum Texts<'a> {
    Plain(Plain<'a>),
    /// By keys into the values; a key and a value may each be null.
    Dictionary(Integers<'a>, Plain<'a>),
}

/// A column of text without a dictionary.
pub(crate) enum Plain<'a> {
    None,
    Utf8(&'a StringArray),
    LargeUtf8(&'a LargeStringArray),
    Utf8View(&'a StringViewArray),
}

impl<'a> Texts<'a> {
    /// The text, `None` where it is null.
    #[inline]
    pub(crate) fn get(&self, at: usize) -> Option<&'a str> {
        match self {
            Self::Plain(values) => values.get(at),
            Self::Dictionary(keys, values) => values.get(usize::try_from(keys.get_unsigned(at)?.ok()?).ok()?),
        }
    }
}

impl Texts<'_> {
    /// What is read in the bytes of a cell, which need not be text; `None` where the cell is null.
    #[inline]
    pub(crate) fn read<T>(&self, at: usize, read: impl FnOnce(&[u8]) -> Option<T>) -> Result<Option<T>, NotSure> {
        match self {
            Self::Plain(values) => values.read(at, read),
            Self::Dictionary(keys, values) => match keys.get_unsigned(at) {
                Some(key) => {
                    let key = key.ok().and_then(|key| usize::try_from(key).ok());
                    values.read(key.ok_or(NotSure)?, read)
                }
                None => Ok(None),
            },
        }
    }

    /// For each of so many rows what is read in its bytes, which need not be text, or what is said of it otherwise; `None`
    /// as soon as nothing is said of one.
    pub(crate) fn read_all<T>(
        &self,
        rows: usize,
        read: impl Fn(usize, &[u8]) -> Option<T>,
        null: impl Fn() -> T,
        otherwise: impl Fn(usize) -> Option<T>,
    ) -> Option<Vec<T>> {
        match self {
            Self::Plain(Plain::Utf8(column)) => bytes::read_all(*column, read, null, otherwise),
            Self::Plain(Plain::LargeUtf8(column)) => bytes::read_all(*column, read, null, otherwise),
            Self::Plain(Plain::Utf8View(column)) => bytes::read_all(*column, read, null, otherwise),
            Self::Plain(Plain::None) | Self::Dictionary(..) => (0..rows).map(otherwise).collect(),
        }
    }
}

impl<'a> Plain<'a> {
    fn of(array: &'a dyn Array) -> Option<Self> {
        match array.data_type() {
            DataType::Null => Some(Self::None),
            DataType::Utf8 => array.as_string_opt().map(Self::Utf8),
            DataType::LargeUtf8 => array.as_string_opt().map(Self::LargeUtf8),
            DataType::Utf8View => array.as_string_view_opt().map(Self::Utf8View),
            _ => None,
        }
    }

    #[inline]
    fn read<T>(&self, at: usize, read: impl FnOnce(&[u8]) -> Option<T>) -> Result<Option<T>, NotSure> {
        match self {
            Self::None => Ok(None),
            Self::Utf8(array) => bytes::read(*array, at, read),
            Self::LargeUtf8(array) => bytes::read(*array, at, read),
            Self::Utf8View(array) => bytes::read(*array, at, read),
        }
    }

    #[inline]
    fn get(&self, at: usize) -> Option<&'a str> {
        match self {
            Self::None => None,
            Self::Utf8(array) => (at < array.len() && array.is_valid(at)).then(|| array.value(at)),
            Self::LargeUtf8(array) => (at < array.len() && array.is_valid(at)).then(|| array.value(at)),
            Self::Utf8View(array) => (at < array.len() && array.is_valid(at)).then(|| array.value(at)),
        }
    }
}

impl<'a> Cells<'a> for Texts<'a> {
    const KIND: ColumnKind = ColumnKind::Text;

    fn of(array: &'a dyn Array) -> Option<Self> {
        match array.as_any_dictionary_opt() {
            Some(dictionary) => {
                let (keys, values) = (Integers::of(dictionary.keys())?, Plain::of(dictionary.values())?);
                Some(Self::Dictionary(keys, values))
            }
            None => Plain::of(array).map(Self::Plain),
        }
    }
}
