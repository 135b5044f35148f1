//! The type hints of what is converted here, for the generated stubs.

use pyo3::inspect::PyStaticExpr;
use pyo3::types::PyString;
use pyo3::{PyTypeInfo, type_hint_identifier, type_hint_union};

use crate::vocabulary::Vocabulary;

/// `str`.
pub(crate) const TEXT: PyStaticExpr = PyString::TYPE_HINT;

/// The class of one of the objects of this module, or its text.
pub(crate) const fn or_text<T: PyTypeInfo>() -> PyStaticExpr {
    type_hint_union!(T::TYPE_HINT, TEXT)
}

/// The enum of a vocabulary.
pub(crate) const fn word<T: Vocabulary>() -> PyStaticExpr {
    type_hint_identifier!("inburgering.vocabulary", T::CLASS)
}

/// The enum of a vocabulary, or the text of a word.
pub(crate) const fn word_or_text<T: Vocabulary>() -> PyStaticExpr {
    type_hint_union!(type_hint_identifier!("inburgering.vocabulary", T::CLASS), TEXT)
}
