//! What the word `AttestRegime` says of itself.

use inburgering::{AttestRegime, JudgedBy};
use pyo3::prelude::*;

use crate::citation::Citation;
use crate::convert::Day;
use crate::period::Period;
use crate::vocabulary::Word;

#[pyfunction]
pub(crate) fn _attest_regime_on(day: Day) -> Word<AttestRegime> {
    Word(AttestRegime::on(day.0))
}

#[pyfunction]
pub(crate) fn _attest_regime_period(regime: Word<AttestRegime>) -> Period {
    Period(regime.0.period())
}

#[pyfunction]
pub(crate) fn _attest_regime_judged_by(regime: Word<AttestRegime>) -> Word<JudgedBy> {
    Word(regime.0.judged_by())
}

#[pyfunction]
pub(crate) fn _attest_regime_english(regime: Word<AttestRegime>) -> String {
    regime.0.to_string()
}

#[pyfunction]
pub(crate) fn _attest_regime_dutch(regime: Word<AttestRegime>) -> &'static str {
    regime.0.dutch()
}

#[pyfunction]
pub(crate) fn _attest_regime_citation(regime: Word<AttestRegime>) -> Citation {
    Citation(regime.0.citation())
}
