//! The class `History`.

use inburgering as domain;
use pyo3::prelude::*;

/// To be written.
#[pyclass(frozen, module = "inburgering")]
#[derive(Clone)]
pub(crate) struct History(pub(crate) domain::History);
