//! What the words `ChangeKind` and `ChangeReason` say.

use inburgering as domain;
use pyo3::prelude::*;

use crate::citation::Citation;
use crate::several::Tuple;
use crate::vocabulary::Word;

/// The Dutch word of a kind of change.
#[pyfunction]
#[pyo3(signature = (kind, /))]
pub(crate) fn _change_kind_dutch(kind: Word<domain::ChangeKind>) -> &'static str {
    kind.0.dutch()
}

/// The reasons that a change of a kind may have.
#[pyfunction]
#[pyo3(signature = (kind, /))]
pub(crate) fn _change_kind_reasons(kind: Word<domain::ChangeKind>) -> Tuple<Word<domain::ChangeReason>> {
    kind.0.reasons().iter().copied().map(Word).collect()
}

/// The Dutch sentence of a reason.
#[pyfunction]
#[pyo3(signature = (reason, /))]
pub(crate) fn _change_reason_dutch(reason: Word<domain::ChangeReason>) -> &'static str {
    reason.0.dutch()
}

/// The English sentence of a reason.
#[pyfunction]
#[pyo3(signature = (reason, /))]
pub(crate) fn _change_reason_english(reason: Word<domain::ChangeReason>) -> String {
    reason.0.to_string()
}

/// The source of the rule behind a reason.
#[pyfunction]
#[pyo3(signature = (reason, /))]
pub(crate) fn _change_reason_citation(reason: Word<domain::ChangeReason>) -> Citation {
    Citation(reason.0.citation())
}
