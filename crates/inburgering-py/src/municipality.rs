//! Municipalities: the class `Municipality` and the functions that find one.

mod error;
mod region;

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;
use pyo3::types::PyString;

pub(crate) use region::{_province_dutch, _region_dutch, _region_english};

use crate::convert::{Day, Place};
use crate::errors::Raise as _;
use crate::habits::pickled_by_arguments;
use crate::period::Period;
use crate::several::Tuple;
use crate::vocabulary::Word;

/// A municipality: one NIS code with its period of validity.
///
/// Made from the text of its NIS code, not from a name (`named` finds by name); raises `MunicipalityError`. Lokeren
/// before its merger of 2025 and Lokeren after it are two values, since the code changed; Antwerpen is one. Ordered by
/// code. `str` is the code with the Dutch name.
///
/// The table holds every code that was valid on some day since 1995-01-01: facts of Statbel's REFNIS (CC BY 4.0), with
/// the decree of 3 May 2024 for the mergers of 2025.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> # A contract of 2018 was signed in Kortessem. Which municipality is that in the summer of 2025?
/// >>> kortessem = ib.Municipality("73040")
/// >>> kortessem
/// Municipality('73040', 'Kortessem')
/// >>> print(kortessem.current(on=dt.date(2025, 7, 1)))
/// 71072 (Hasselt)
#[pyclass(frozen, eq, ord, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Municipality(pub(crate) domain::Municipality);

#[pymethods]
impl Municipality {
    /// How many municipalities the table holds: every `index` is below it.
    #[classattr]
    const COUNT: usize = domain::Municipality::COUNT;

    #[new]
    #[pyo3(signature = (code, /))]
    fn new(code: Place) -> Self {
        Self(code.0)
    }

    /// All municipalities of the table, by code, those that ended included.
    #[staticmethod]
    fn all() -> Vec<Self> {
        domain::Municipality::all().map(Self).collect()
    }

    /// The municipalities that bear a Dutch or French name on a day, by code.
    ///
    /// The whole name counts, but for case, and a typographic apostrophe is a plain one. There may be several, or none.
    /// Raises `MunicipalityError` (`outside_table`).
    ///
    /// >>> import datetime as dt, inburgering as ib
    /// >>> # Which code did Tongeren have in 2024?
    /// >>> ib.Municipality.named("tongeren", on=dt.date(2024, 3, 1))
    /// [Municipality('73083', 'Tongeren')]
    /// >>> # Two municipalities bear this name in French.
    /// >>> [str(found) for found in ib.Municipality.named("Saint-Nicolas", on=dt.date(2025, 1, 1))]
    /// ['46021 (Sint-Niklaas)', '62093 (Saint-Nicolas)']
    #[staticmethod]
    #[pyo3(signature = (name, /, *, on))]
    fn named(py: Python<'_>, name: &str, on: Day) -> PyResult<Vec<Self>> {
        let found = domain::Municipality::named(name, on.0).map_err(|error| error.raise(py))?;
        Ok(found.into_iter().map(Self).collect())
    }

    /// The municipality at a position in the table, the inverse of `index`; `None` past its end.
    #[staticmethod]
    #[pyo3(signature = (index, /))]
    fn from_index(index: i64) -> Option<Self> {
        usize::try_from(index).ok().and_then(domain::Municipality::from_index).map(Self)
    }

    /// The days on which a municipality of the table begins or ends, in order and each once.
    ///
    /// Between two of them the map of Belgium does not change.
    ///
    /// >>> import inburgering as ib
    /// >>> [str(day) for day in ib.Municipality.change_days()]
    /// ['2019-01-01', '2024-12-02', '2025-01-01']
    #[staticmethod]
    fn change_days() -> Vec<NaiveDate> {
        domain::Municipality::change_days().to_vec()
    }

    /// The position in the table, below `COUNT`: for arrays with a place for each municipality.
    #[getter]
    fn index(&self) -> usize {
        self.0.index()
    }

    /// The NIS code, as text of five digits.
    #[getter]
    fn code<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        let code = self.0.code().to_u32();
        // A remainder by ten is one digit.
        let text = [10_000, 1000, 100, 10, 1].map(|unit| b'0' + (code / unit % 10) as u8);
        PyString::new(py, core::str::from_utf8(&text).unwrap_or_default())
    }

    /// The Dutch name.
    #[getter]
    fn name(&self) -> &'static str {
        self.0.name()
    }

    /// The French name; the Dutch one again where there is no other.
    #[getter]
    fn name_french(&self) -> &'static str {
        self.0.name_french()
    }

    /// The region.
    #[getter]
    fn region(&self) -> Word<domain::Region> {
        Word(self.0.region())
    }

    /// The province; `None` in the Brussels region. Read from the table, never from the digits of the code.
    #[getter]
    fn province(&self) -> Option<Word<domain::Province>> {
        self.0.province().map(Word)
    }

    /// The days on which the code is valid: open at the start if it was valid before 1995, at the end if it still is.
    #[getter]
    fn validity(&self) -> Period {
        Period(self.0.validity())
    }

    /// Whether the code is valid on a day; never on a day that the table does not cover.
    #[pyo3(signature = (on))]
    fn is_valid_on(&self, on: Day) -> bool {
        self.0.is_valid_on(on.0)
    }

    /// The municipality that took over when this one ended; `None` if it has not ended.
    #[getter]
    fn successor(&self) -> Option<Self> {
        self.0.successor().map(Self)
    }

    /// Whether this code ended and the same legal person lives on under the code of the successor.
    ///
    /// So it is for the eleven Walloon codes that were only renumbered in 2019, and for eight municipalities that took
    /// in a neighbour in 2025. (Antwerpen did so as well, and kept its code.)
    #[getter]
    fn legal_person_goes_on(&self) -> bool {
        self.0.legal_person_goes_on()
    }

    /// The municipalities whose successor this is, by code.
    #[getter]
    fn predecessors(&self) -> Tuple<Self> {
        Tuple(self.0.predecessors().map(Self).collect())
    }

    /// The municipality of this one's territory on a day: itself, or its successor's successor and so on.
    ///
    /// Raises `MunicipalityError`: `outside_table` for a day before 1995-01-01 or after 2099-12-31, `not_yet` if the
    /// code begins only after the day.
    ///
    /// >>> import datetime as dt, inburgering as ib
    /// >>> ib.municipality("46014").current(on=dt.date(2026, 1, 1)).code
    /// '46029'
    #[pyo3(signature = (*, on))]
    fn current(&self, py: Python<'_>, on: Day) -> PyResult<Self> {
        self.0.current(on.0).map(Self).map_err(|error| error.raise(py))
    }

    /// The municipality under whose code the same legal person lives on a day; `None` if the legal person has ended.
    ///
    /// Raises `MunicipalityError` as `current` does.
    ///
    /// >>> import datetime as dt, inburgering as ib
    /// >>> # Moerbeke merged into Lokeren: whose protocol of 2024 is still its own in 2025?
    /// >>> day = dt.date(2025, 1, 1)
    /// >>> ib.municipality("46014").legal_person_on(day)
    /// Municipality('46029', 'Lokeren')
    /// >>> ib.municipality("44045").legal_person_on(day) is None
    /// True
    #[pyo3(signature = (on))]
    fn legal_person_on(&self, py: Python<'_>, on: Day) -> PyResult<Option<Self>> {
        self.0.legal_person_on(on.0).map(|found| found.map(Self)).map_err(|error| error.raise(py))
    }

    /// The municipality itself, if it is valid on a day.
    ///
    /// Raises `MunicipalityError` as `current` does, and `ended` if it ended on or before the day.
    ///
    /// >>> import datetime as dt, inburgering as ib
    /// >>> try:
    /// ...     ib.municipality("46014").require_valid_on(dt.date(2025, 1, 1))
    /// ... except ib.MunicipalityError as error:
    /// ...     print(error)
    /// municipality 46014 (Lokeren) ended on 2025-01-01; use 46029 (Lokeren)
    #[pyo3(signature = (on))]
    fn require_valid_on(&self, py: Python<'_>, on: Day) -> PyResult<Self> {
        self.0.require_valid_on(on.0).map(Self).map_err(|error| error.raise(py))
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        let quote = if self.0.name().contains('\'') { '"' } else { '\'' };
        format!("Municipality('{}', {quote}{}{quote})", self.0.code(), self.0.name())
    }
}

pickled_by_arguments!(Municipality, |municipality| (municipality.0.code().to_string(),));

/// The municipality with this NIS code, a text of five digits.
///
/// Raises `MunicipalityError`: `bad_code`, `too_many_digits`, or `unknown` if no municipality had the code on any day
/// since 1995-01-01. An integer is refused with a `TypeError`.
///
/// >>> import inburgering as ib
/// >>> ib.municipality("44021").name
/// 'Gent'
#[pyfunction]
#[pyo3(signature = (code, /))]
pub(crate) fn municipality(code: Place) -> Municipality {
    Municipality(code.0)
}

/// The municipalities that are valid on a day, by code.
///
/// Raises `MunicipalityError` (`outside_table`) for a day before 1995-01-01 or after 2099-12-31.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> everywhere = ib.municipalities(on=dt.date(2026, 1, 1))
/// >>> len(everywhere), sum(one.region is ib.Region.FLANDERS for one in everywhere)
/// (565, 285)
#[pyfunction]
#[pyo3(signature = (*, on))]
pub(crate) fn municipalities(py: Python<'_>, on: Day) -> PyResult<Vec<Municipality>> {
    domain::Municipality::all_on(on.0).map(|all| all.map(Municipality).collect()).map_err(|error| error.raise(py))
}
