//! Inflow figures: the classes `Figures`, `Figure` and `Area`, and two methods of `Caseload`.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};

use crate::caseload::Caseload;
use crate::convert::{Day, Place};
use crate::errors::Raise as _;
use crate::errors::exception;
use crate::habits::{found_not_told, pickled_by_arguments};
use crate::municipality::Municipality;
use crate::quartiles::Quartiles;
use crate::several::InTurn;
use crate::suppression::{Limit, Threshold};
use crate::table::Table;
use crate::vocabulary::{Vocabulary, Word};
use crate::work;

/// What a figure is about: an area of Flanders, or the persons who have no place in one.
///
/// Made from a `Municipality` or its code, a Flemish `Province` or its text, or one of `flanders`, `outside_flanders`
/// (residence in Brussels or Wallonia on the day of the fact) and `unplaced` (no residence on that day, or one that
/// cannot be determined). The last two are in no sum. Wherever an area is asked for, what it is made from is good too.
///
/// >>> import inburgering as ib
/// >>> area = ib.Area("44021")
/// >>> area.kind, area.municipality.name, str(ib.Area("flanders"))
/// ('municipality', 'Gent', 'Flanders')
#[pyclass(frozen, eq, ord, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Area(domain::Area);

/// The areas that are no municipality or province.
const OTHERS: [domain::Area; 3] = [domain::Area::Flanders, domain::Area::OutsideFlanders, domain::Area::Unplaced];

/// An area as it is given.
pub(crate) struct AnArea(Area);

impl<'py> FromPyObject<'_, 'py> for AnArea {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = {
        use pyo3::type_hint_union;
        type_hint_union!(
            <Area as pyo3::PyTypeInfo>::TYPE_HINT,
            <Municipality as pyo3::PyTypeInfo>::TYPE_HINT,
            crate::hints::word_or_text::<domain::Province>()
        )
    };

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(area) = given.cast::<Area>() {
            return Ok(Self(*area.get()));
        }
        if let Ok(text) = given.cast::<PyString>() {
            let text = text.to_str()?;
            let other = OTHERS.into_iter().find(|area| area.kind() == text);
            if let Some(area) = other.or_else(|| domain::Province::read(text).map(domain::Area::Province)) {
                return Ok(Self(Area(area)));
            }
            // A code is of digits; any other text was to be a word.
            if text.is_empty() || !text.chars().any(|c| c.is_ascii_digit()) {
                let provinces: Vec<_> = <domain::Province as Vocabulary>::ALL.iter().map(|(_, text)| *text).collect();
                let message = format!(
                    "`{}` is no area; give the code of a municipality, flanders, outside_flanders, unplaced or a province: {}",
                    text.escape_debug(),
                    provinces.join(", ")
                );
                return Err(exception(given.py(), "VocabularyError", &message, "unknown_word", |fields| {
                    let allowed = OTHERS.iter().map(|area| area.kind()).chain(provinces.iter().copied());
                    fields.set_item("vocabulary", "Area")?;
                    fields.set_item("allowed", PyTuple::new(given.py(), allowed.collect::<Vec<_>>())?)
                }));
            }
        } else if !given.is_instance_of::<Municipality>() {
            let kind = given.get_type().name()?;
            return Err(PyTypeError::new_err(format!(
                "a {kind} was given where an area is meant; give an Area, a Municipality, or a text"
            )));
        }
        given.extract().map(|Place(municipality)| Self(Area(domain::Area::Municipality(municipality))))
    }
}

#[pymethods]
impl Area {
    #[new]
    #[pyo3(signature = (of, /))]
    fn new(of: AnArea) -> Self {
        of.0
    }

    /// What the area is: `municipality`, `province`, `flanders`, `outside_flanders` or `unplaced`.
    #[getter]
    fn kind(&self) -> &'static str {
        self.0.kind()
    }

    /// The Flemish municipality, valid on the day of the snapshot; `None` for any other area.
    #[getter]
    fn municipality(&self) -> Option<Municipality> {
        match self.0 {
            domain::Area::Municipality(municipality) => Some(Municipality(municipality)),
            _ => None,
        }
    }

    /// The Flemish province, the sum of its municipalities; `None` for any other area.
    #[getter]
    fn province(&self) -> Option<Word<domain::Province>> {
        match self.0 {
            domain::Area::Province(province) => Some(Word(province)),
            _ => None,
        }
    }

    fn __str__(&self) -> String {
        match self.0 {
            domain::Area::Municipality(municipality) => format!("{} ({})", municipality.name(), municipality.code()),
            domain::Area::Province(province) => format!("province of {}", province.name()),
            domain::Area::Flanders => "Flanders".into(),
            domain::Area::OutsideFlanders => "outside Flanders".into(),
            _ => "unplaced".into(),
        }
    }

    fn __repr__(&self) -> String {
        format!("Area('{}')", text_of(self.0))
    }
}

/// The text from which the area can be made.
fn text_of(area: domain::Area) -> String {
    match area {
        domain::Area::Municipality(municipality) => municipality.code().to_string(),
        domain::Area::Province(province) => {
            let found = <domain::Province as Vocabulary>::ALL.iter().find(|(word, _)| *word == province);
            found.map_or_else(String::new, |(_, text)| (*text).into())
        }
        other => other.kind().into(),
    }
}

pickled_by_arguments!(Area, |area| (text_of(area.0),));

/// One figure: a count of persons, or that it is suppressed.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> from inburgering import example
/// >>> figures = example.caseload().figures(snapshot=dt.date(2025, 12, 31))
/// >>> figures.get("registrations", 2025, "flanders")
/// Figure(registrations, 2025, Flanders: suppressed)
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Figure(domain::Figure);

#[pymethods]
impl Figure {
    /// The day on which the facts were read: no later fact counts.
    #[getter]
    fn snapshot(&self) -> NaiveDate {
        self.0.snapshot
    }

    /// What is counted.
    #[getter]
    fn kind(&self) -> Word<domain::FigureKind> {
        Word(self.0.kind)
    }

    /// The calendar year of the facts.
    #[getter]
    fn year(&self) -> i32 {
        self.0.year
    }

    /// Where the persons lived on the day of the fact.
    #[getter]
    fn area(&self) -> Area {
        Area(self.0.area)
    }

    /// How many persons; `None` where it is suppressed, which is never zero.
    #[getter]
    fn count(&self) -> Option<u64> {
        self.0.count.published()
    }

    fn __repr__(&self) -> String {
        let count = self.0.count.published().map_or_else(|| "suppressed".into(), |count| count.to_string());
        format!("Figure({}, {}, {}: {count})", self.0.kind.as_str(), self.0.year, Area(self.0.area).__str__())
    }
}

found_not_told!(Figure, "a Figure cannot be pickled, since only a caseload makes one; keep the table of its Figures");

/// The inflow figures (*instroomcijfers*) of one snapshot, for every kind, year and area; iterating gives each `Figure`.
///
/// The page names them; how they are counted is a choice of this library. A registration, a contract, an attest counts
/// once a person and year, where the residence places the person on the day of the fact, carried through mergers to the
/// day of the snapshot. Small counts are suppressed so that no subtraction brings them back. No total over years or
/// kinds is published: add none up yourself, so that each year's table stands alone.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> from inburgering import example
/// >>> figures = example.caseload().figures(snapshot=dt.date(2025, 12, 31))
/// >>> figures
/// <inburgering.Figures on 2025-12-31, counts from 1 to 4 suppressed>
/// >>> figures.get("attests", 2025, "44021").count  # how many obtained an attest in Gent?
/// 0
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Figures(Arc<domain::Figures>);

#[pymethods]
impl Figures {
    /// The day of the snapshot.
    #[getter]
    fn snapshot(&self) -> NaiveDate {
        self.0.snapshot()
    }

    /// The threshold below which a count is suppressed.
    #[getter]
    fn threshold(&self) -> Threshold {
        Threshold(self.0.threshold())
    }

    fn __len__(&self) -> usize {
        self.0.all().len()
    }

    /// Every figure: by kind, year and area; zeros are published.
    fn __iter__(&self) -> InTurn<Figure> {
        InTurn(self.0.all().iter().copied().map(Figure).collect())
    }

    /// The figure of this kind, year and area; `None` where the snapshot has no such year or area.
    #[pyo3(signature = (kind, year, area, /))]
    fn get(&self, kind: Word<domain::FigureKind>, year: i64, area: AnArea) -> Option<Figure> {
        let year = i32::try_from(year).ok()?;
        self.0.get(kind.0, year, area.0.0).copied().map(Figure)
    }

    /// The figures as a table: `snapshot`, `kind`, `year`, `area`, `code`, `name` and `count`, which is null where it is
    /// suppressed.
    fn to_table(&self, py: Python<'_>) -> PyResult<Table> {
        let figures = Arc::clone(&self.0);
        work::bulk(py, move |_| inburgering_arrow::figures(&figures)).map(Table::from)
    }

    fn __repr__(&self) -> String {
        let largest = self.0.threshold().persons().saturating_sub(1);
        format!("<inburgering.Figures on {}, counts from 1 to {largest} suppressed>", self.0.snapshot())
    }
}

found_not_told!(Figures, "Figures cannot be pickled, since only a caseload makes them; keep their to_table()");

#[pymethods]
impl Caseload {
    /// The inflow figures (*instroomcijfers*) as known on the day of the snapshot, from the year of the first fact (1995
    /// at the earliest) to the year of the snapshot.
    ///
    /// `threshold` is the lowest count above zero that is published: a `Threshold`, or its number of persons
    /// (`SuppressionError` below 3). A day outside 1995 to 2099 is an `OutsideHorizon`.
    #[pyo3(signature = (*, snapshot, threshold = Limit::USUAL))]
    fn figures(&self, py: Python<'_>, snapshot: Day, threshold: Limit) -> PyResult<Figures> {
        let caseload = self.0.clone();
        let figures = work::bulk(py, move |_| caseload.figures(snapshot.0, threshold.0))?;
        figures.map(|figures| Figures(Arc::new(figures))).map_err(|error| error.raise(py))
    }

    /// The quartiles of the days from each person's first registration to the first contract or attest, by area of
    /// residence on that day.
    ///
    /// Only from twenty persons up, and only where each of the area's figures of this kind is published, since quartiles
    /// beside a suppressed figure would tell that there are at least twenty persons; `None` elsewhere. `threshold` as for
    /// `figures`.
    #[pyo3(signature = (kind, /, *, snapshot, threshold = Limit::USUAL))]
    fn days_from_registration(
        &self,
        py: Python<'_>,
        kind: Word<domain::FigureKind>,
        snapshot: Day,
        threshold: Limit,
    ) -> PyResult<BTreeMap<Area, Option<Quartiles>>> {
        let caseload = self.0.clone();
        let days = work::bulk(py, move |_| caseload.days_from_registration(kind.0, snapshot.0, threshold.0))?;
        let days = days.map_err(|error| error.raise(py))?;
        Ok(days.into_iter().map(|(area, quartiles)| (Area(area), quartiles.map(Quartiles))).collect())
    }
}
