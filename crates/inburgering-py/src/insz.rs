//! Register numbers: the class `Insz`.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;

use crate::convert::Day;
use crate::errors::{Raise, exception};
use crate::habits::pickled_by_arguments;
use crate::vocabulary::Word;

/// A valid national register or BIS number (INSZ), eleven digits.
///
/// Made from eleven digits or `YY.MM.DD-SSS.CC`; outer white space is trimmed. With `as_of`, a number of a birth after
/// that day is refused too. `repr` shows no digit; `str` is the dotted form.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> number = ib.Insz("85.07.30-901.33")
/// >>> number
/// Insz(***)
/// >>> number.birth_date, str(number.sex), number.compact
/// (datetime.date(1985, 7, 30), 'man', '85073090133')
#[pyclass(frozen, eq, ord, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Insz(pub(crate) domain::Insz);

#[pymethods]
impl Insz {
    #[new]
    #[pyo3(signature = (text, /, *, as_of = None))]
    fn new(py: Python<'_>, text: &str, as_of: Option<Day>) -> PyResult<Self> {
        let number = text.parse().and_then(|number: domain::Insz| match as_of {
            Some(Day(day)) => number.check_as_of(day),
            None => Ok(number),
        });
        number.map(Self).map_err(|error| error.raise(py))
    }

    /// Which register the number is of.
    #[getter]
    fn kind(&self) -> Word<domain::InszKind> {
        Word(self.0.kind())
    }

    /// The sex that the number tells; `None` for a BIS number of a person whose sex was not known.
    #[getter]
    fn sex(&self) -> Option<Word<domain::Sex>> {
        self.0.sex().map(Word)
    }

    /// The century of birth.
    #[getter]
    fn century(&self) -> Word<domain::Century> {
        Word(self.0.century())
    }

    /// The birth date, if the number tells it in full.
    #[getter]
    fn birth_date(&self) -> Option<NaiveDate> {
        self.0.birth_date()
    }

    /// The birth year, if the number tells it.
    #[getter]
    fn birth_year(&self) -> Option<i32> {
        self.0.birth_year()
    }

    /// The eleven digits as text.
    #[getter]
    fn compact(&self) -> String {
        self.0.compact().to_string()
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> &'static str {
        "Insz(***)"
    }
}

pickled_by_arguments!(Insz, |number| (number.0.to_string(),));

impl Raise for domain::InszError {
    fn raise(self, py: Python<'_>) -> PyErr {
        exception(py, "InszError", &self, "todo", |fields| match self {
            Self::Length { length } => fields.set_item("length", length),
            Self::Character { position } | Self::Separator { position } => fields.set_item("position", position),
            Self::BornAfter { as_of } => fields.set_item("as_of", as_of),
            _ => Ok(()),
        })
    }
}
