//! What the words `Region` and `Province` say of themselves.

use inburgering::{Province, Region};
use pyo3::prelude::*;

use crate::vocabulary::Word;

#[pyfunction]
pub(crate) fn _region_dutch(region: Word<Region>) -> &'static str {
    region.0.dutch()
}

#[pyfunction]
pub(crate) fn _region_english(region: Word<Region>) -> String {
    region.0.to_string()
}

#[pyfunction]
pub(crate) fn _province_dutch(province: Word<Province>) -> &'static str {
    province.0.name()
}
