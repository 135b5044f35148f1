//! The class `Protocol`.

use inburgering as domain;
use pyo3::prelude::*;

/// To be written.
#[pyclass(frozen, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Protocol(pub(crate) domain::Protocol);
