//! The class `Register`.

use inburgering as domain;
use pyo3::prelude::*;

/// To be written.
#[pyclass(frozen, module = "inburgering")]
#[derive(Clone)]
pub(crate) struct Register(pub(crate) domain::Register);
