//! The class `Citation`.

use inburgering as domain;
use pyo3::prelude::*;

/// To be written.
#[pyclass(frozen, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Citation(pub(crate) domain::Citation);
