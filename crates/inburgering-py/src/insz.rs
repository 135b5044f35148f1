//! Register numbers: the class `Insz`.

mod birth;
mod error;

use std::io::Write as _;

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::exceptions::PyOverflowError;
use pyo3::prelude::*;
use pyo3::types::{PyInt, PyString};

pub(crate) use birth::Birth;

use crate::convert::Day;
use crate::errors::Raise as _;
use crate::habits::pickled_by_arguments;
use crate::quantity::length_of;
use crate::vocabulary::Word;

/// A valid national register number or BIS number (INSZ), eleven digits.
///
/// Made from eleven digits or `YY.MM.DD-SSS.CC`; outer white space is trimmed. With `as_of`, a number of a birth after
/// that day is refused too. Raises `InszError`. `repr` shows no digit; `str` is the dotted form. Numbers are ordered as
/// their texts are. Whether a number was ever given to anybody is not known.
///
/// The check digits find every single wrong digit but one: a last digit of the year six lower (1986 becomes 2080) or six
/// higher (2001 becomes 1907). `as_of` finds those that are not born yet, `check_birth_date` the others.
///
/// Royal Decree of 3 April 1984 (national register numbers), Royal Decree of 8 February 1991 (BIS numbers).
///
/// >>> import datetime as dt, inburgering as ib
/// >>> number = ib.Insz("85.07.30-901.33")
/// >>> number
/// Insz(***)
/// >>> number.birth_date, str(number.sex), number.compact
/// (datetime.date(1985, 7, 30), 'man', '85073090133')
/// >>> # A child of 20 March 2025 has no number the day before.
/// >>> try:
/// ...     ib.Insz("25.03.20-902.43", as_of=dt.date(2025, 3, 19))
/// ... except ib.InszError as error:
/// ...     print(error)
/// the register number is of a birth after 2025-03-19; compare it with its source
#[pyclass(frozen, eq, ord, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Insz(pub(crate) domain::Insz);

#[pymethods]
impl Insz {
    #[new]
    #[pyo3(signature = (text, /, *, as_of = None))]
    fn new(py: Python<'_>, text: &Bound<'_, PyString>, as_of: Option<Day>) -> PyResult<Self> {
        // NOTE: a text that is no Unicode would be repeated whole by Python's own error.
        let text = text.to_string_lossy();
        let number = text.parse().and_then(|number: domain::Insz| born_by(number, as_of));
        number.map(Self).map_err(|error| error.raise(py))
    }

    /// The number of which these are the eleven digits as an integer, whose leading zeros are lost. `int()` goes back.
    ///
    /// Raises `InszError` as the constructor does.
    ///
    /// >>> import inburgering as ib
    /// >>> ib.Insz.from_int(1032090224) == ib.Insz("01.03.20-902.24")
    /// True
    #[staticmethod]
    #[pyo3(signature = (number: "int", /, *, as_of = None))]
    fn from_int(py: Python<'_>, number: Bound<'_, PyInt>, as_of: Option<Day>) -> PyResult<Self> {
        let read = match number.extract::<u64>() {
            Ok(number) => domain::Insz::try_from(number),
            // Below zero, or of more digits than any integer of Rust has.
            Err(error) if error.is_instance_of::<PyOverflowError>(py) => {
                Err(domain::InszError::Length { length: length_of(&number)? })
            }
            Err(error) => return Err(error),
        };
        read.and_then(|number| born_by(number, as_of)).map(Self).map_err(|error| error.raise(py))
    }

    /// Which register the number is of.
    #[getter]
    fn kind(&self) -> Word<domain::InszKind> {
        Word(self.0.kind())
    }

    /// Whether it is a BIS number of either kind: its holder is not in the National Register.
    #[getter]
    fn is_bis(&self) -> bool {
        self.0.is_bis()
    }

    /// The sex that the number tells; `None` for a BIS number of a person whose sex was not known.
    #[getter]
    fn sex(&self) -> Option<Word<domain::Sex>> {
        self.0.sex().map(Word)
    }

    /// The century of birth, which the check digits tell.
    #[getter]
    fn century(&self) -> Word<domain::Century> {
        Word(self.0.century())
    }

    /// What the number tells of the birth: a date, a part of one, or nothing.
    #[getter]
    fn birth(&self) -> Birth {
        Birth(self.0.birth())
    }

    /// The birth date; `None` if the number does not tell it in full.
    #[getter]
    fn birth_date(&self) -> Option<NaiveDate> {
        self.0.birth_date()
    }

    /// The birth year; `None` if the number does not tell it.
    #[getter]
    fn birth_year(&self) -> Option<i32> {
        self.0.birth_year()
    }

    /// The first day on which the holder can have been born.
    ///
    /// The first of the month or of the year where no more is known, and 1 January of the first year of the century
    /// where nothing is.
    #[getter]
    fn earliest_birth_day(&self) -> NaiveDate {
        self.0.earliest_birth_day()
    }

    /// The eleven digits as text without separators.
    #[getter]
    fn compact<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        PyString::new(py, self.0.compact().as_ref())
    }

    /// Whether the earliest possible birth day is on or before a day.
    #[pyo3(signature = (as_of, /))]
    fn is_valid_as_of(&self, as_of: Day) -> bool {
        self.0.is_valid_as_of(as_of.0)
    }

    /// The number itself, if it can have been given by a day.
    ///
    /// Raises `InszError` (`born_after`) if its earliest possible birth day is after the day.
    #[pyo3(signature = (as_of, /))]
    fn check_as_of(&self, py: Python<'_>, as_of: Day) -> PyResult<Self> {
        self.0.check_as_of(as_of.0).map(Self).map_err(|error| error.raise(py))
    }

    /// Compares the number with a birth date known from elsewhere, as far as the number tells one; says how far.
    ///
    /// Raises `InszError` (`birth_date`) if a part of the date that the number tells is another. It finds the one wrong
    /// digit that the check digits do not.
    ///
    /// >>> import datetime as dt, inburgering as ib
    /// >>> born = dt.date(2001, 3, 20)
    /// >>> ib.Insz("01.03.20-902.24").check_birth_date(born)
    /// <BirthAgreement.DAY: 'day'>
    /// >>> # With a 7 typed for the 1, which is a valid number too: of 1907.
    /// >>> try:
    /// ...     ib.Insz("07.03.20-902.24").check_birth_date(born)
    /// ... except ib.InszError as error:
    /// ...     print(error.code)
    /// birth_date
    #[pyo3(signature = (known, /))]
    fn check_birth_date(&self, py: Python<'_>, known: Day) -> PyResult<Word<domain::BirthAgreement>> {
        self.0.check_birth_date(known.0).map(Word).map_err(|error| error.raise(py))
    }

    fn __int__(&self) -> u64 {
        self.0.to_u64()
    }

    fn __str__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
        // The dotted form has fifteen characters, all of them ASCII.
        let mut text = [0; 15];
        write!(text.as_mut_slice(), "{}", self.0)?;
        Ok(PyString::new(py, core::str::from_utf8(&text).unwrap_or_default()))
    }

    fn __repr__(&self) -> &'static str {
        "Insz(***)"
    }
}

pickled_by_arguments!(Insz, |number| (number.0.to_string(),));

/// The number, unless it is of a birth after the day.
fn born_by(number: domain::Insz, as_of: Option<Day>) -> Result<domain::Insz, domain::InszError> {
    match as_of {
        Some(Day(day)) => number.check_as_of(day),
        None => Ok(number),
    }
}
