//! What the word `LegalBasis` says of itself.

use inburgering::LegalBasis;
use pyo3::prelude::*;

use crate::citation::Citation;
use crate::convert::Day;
use crate::period::Period;
use crate::vocabulary::Word;

#[pyfunction]
pub(crate) fn _legal_basis_on(day: Day) -> Option<Word<LegalBasis>> {
    LegalBasis::on(day.0).map(Word)
}

#[pyfunction]
pub(crate) fn _legal_basis_period(basis: Word<LegalBasis>) -> Period {
    Period(basis.0.period())
}

#[pyfunction]
pub(crate) fn _legal_basis_retention_cap(basis: Word<LegalBasis>) -> Option<u32> {
    basis.0.retention_cap().map(inburgering::Months::get)
}

#[pyfunction]
pub(crate) fn _legal_basis_citation(basis: Word<LegalBasis>) -> Citation {
    Citation(basis.0.citation())
}
