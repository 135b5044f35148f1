//! Figures: the classes `Figures`, `Figure`, `Duration` and `Area`, the exception `FiguresError`, and a method of `Caseload`.

use std::sync::Arc;

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};

use crate::caseload::Caseload;
use crate::convert::{Day, Place};
use crate::errors::{Raise, exception};
use crate::habits::{found_not_told, pickled_by_arguments};
use crate::municipality::Municipality;
use crate::quartiles::Quartiles;
use crate::several::{InTurn, Tuple};
use crate::suppression::{Limit, Threshold};
use crate::table::Table;
use crate::vocabulary::{Vocabulary, Word};
use crate::work;

/// What a figure is about: an area of Flanders, or the persons who have no place in one.
///
/// Made from a `Municipality` or its code, a Flemish `Province` or its text, `flanders`, `outside_flanders` (residence in
/// Brussels or Wallonia on the day) or `unplaced` (no residence, or none that can be determined). Wherever an area is asked
/// for, what it is made from is good too.
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
                let others = OTHERS.map(domain::Area::kind);
                let message = format!(
                    "`{}` is no area; give the code of a municipality, {} or a province: {}",
                    text.escape_debug(),
                    others.join(", "),
                    provinces.join(", ")
                );
                return Err(exception(given.py(), "VocabularyError", &message, "unknown_word", |fields| {
                    let allowed = others.into_iter().chain(provinces.iter().copied());
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
            domain::Area::OutsideFlanders => "outside Flanders".into(),
            domain::Area::Unplaced => "unplaced".into(),
            _ => "Flanders".into(),
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
    fn measure(&self) -> Word<domain::Measure> {
        Word(self.0.measure)
    }

    /// The calendar year.
    #[getter]
    fn year(&self) -> i32 {
        self.0.year
    }

    /// Where the persons lived.
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
        format!("Figure({}, {}, {}: {count})", self.0.measure.as_str(), self.0.year, Area(self.0.area).__str__())
    }
}

found_not_told!(Figure, "a Figure cannot be pickled, since only a caseload makes one; keep the table of its Figures");

/// The days (*doorlooptijd*) from a person's first registration to the first contract or attest: of the persons who reached
/// it in the year, by the residence on that day. One day is the day of registration or the one after.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> from inburgering import example
/// >>> figures = example.caseload().figures(snapshot=dt.date(2025, 12, 31))
/// >>> figures.duration("contracts", 2025, "flanders")
/// Duration(contracts, 2025, Flanders: suppressed)
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Duration(domain::Duration);

#[pymethods]
impl Duration {
    /// The day on which the facts were read: no later fact counts.
    #[getter]
    fn snapshot(&self) -> NaiveDate {
        self.0.snapshot
    }

    /// What was reached: `contracts` or `attests`.
    #[getter]
    fn measure(&self) -> Word<domain::Measure> {
        Word(self.0.measure)
    }

    /// The year in which it was reached.
    #[getter]
    fn year(&self) -> i32 {
        self.0.year
    }

    /// Where the persons lived on the day on which they reached it.
    #[getter]
    fn area(&self) -> Area {
        Area(self.0.area)
    }

    /// The quartiles, in days; `None` where they are not given.
    #[getter]
    fn quartiles(&self) -> Option<Quartiles> {
        self.0.days.published().map(Quartiles)
    }

    /// Whether they are not given because the count of the same measure, year and area is suppressed, beside which they
    /// would tell that there are at least twenty persons. Where they are not given without it, there are fewer than twenty.
    #[getter]
    fn is_suppressed(&self) -> bool {
        self.0.days == domain::Days::Suppressed
    }

    fn __repr__(&self) -> String {
        let days = match self.0.days {
            domain::Days::Published(found) => format!("{}, {}, {} days", found.first(), found.median(), found.third()),
            domain::Days::TooFewPersons => "too few persons".into(),
            domain::Days::Suppressed => "suppressed".into(),
        };
        format!("Duration({}, {}, {}: {days})", self.0.measure.as_str(), self.0.year, Area(self.0.area).__str__())
    }
}

found_not_told!(
    Duration,
    "a Duration cannot be pickled, since only a caseload makes one; keep the table of its Figures"
);

/// The figures (*instroomcijfers*, *cijferrapport*) of one snapshot, for every measure, year and area; iterating gives each
/// `Figure`.
///
/// The page names them; how they are counted is a choice of this library. Each `Measure` counts persons, once a year, where
/// the residence places them, carried through mergers to the day of the snapshot. A province is the sum of its
/// municipalities, and Flanders that of its provinces. Registrations, contracts and attests of persons who are `unplaced`
/// stand apart, and so do contracts and attests `outside_flanders`; else whoever lives elsewhere on the day is in no figure.
/// Small counts are suppressed so that nothing in all the figures of the snapshot brings them back. That does not hold for
/// two snapshots, or two thresholds, beside each other.
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

    /// Every figure: by measure, year and area; zeros are published.
    fn __iter__(&self) -> InTurn<Figure> {
        InTurn(self.0.all().iter().copied().map(Figure).collect())
    }

    /// The days from registration, for every figure of contracts and of attests in Flanders, in the same order.
    #[getter]
    fn durations(&self) -> Tuple<Duration> {
        self.0.durations().iter().copied().map(Duration).collect()
    }

    /// The figure of this measure, year and area; `None` where the snapshot has no such year or area, or the
    /// measure is not told of it.
    #[pyo3(signature = (measure, year, area, /))]
    fn get(&self, measure: Word<domain::Measure>, year: i64, area: AnArea) -> Option<Figure> {
        let year = i32::try_from(year).ok()?;
        self.0.get(measure.0, year, area.0.0).copied().map(Figure)
    }

    /// The days from registration to this measure, year and area; `None` where there is no such figure, or none with days.
    #[pyo3(signature = (measure, year, area, /))]
    fn duration(&self, measure: Word<domain::Measure>, year: i64, area: AnArea) -> Option<Duration> {
        let year = i32::try_from(year).ok()?;
        self.0.duration(measure.0, year, area.0.0).copied().map(Duration)
    }

    /// The figures of a municipality, carried through mergers to the snapshot, of its province and of Flanders.
    ///
    /// A municipality outside Flanders is a `FiguresError`, one that begins only after the snapshot a `MunicipalityError`.
    ///
    /// >>> import datetime as dt
    /// >>> from inburgering import example
    /// >>> figures = example.caseload().figures(snapshot=dt.date(2025, 12, 31)).around("44021")
    /// >>> [str(area) for area in sorted({figure.area for figure in figures})]
    /// ['Gent (44021)', 'province of Oost-Vlaanderen', 'Flanders']
    #[pyo3(signature = (municipality, /))]
    fn around(&self, py: Python<'_>, municipality: Place) -> PyResult<Self> {
        let figures = self.0.around(municipality.0).map_err(|error| error.raise(py))?;
        Ok(Self(Arc::new(figures)))
    }

    /// The figures as a table: `snapshot`, `measure`, `year`, `area`, `code`, `name`, `count`, which is null where it is
    /// suppressed, and `suppressed`.
    fn to_table(&self, py: Python<'_>) -> PyResult<Table> {
        let figures = Arc::clone(&self.0);
        work::bulk(py, move |_| inburgering_arrow::figures(&figures)).map(Table::from)
    }

    /// The days from registration as a table: `snapshot`, `measure`, `year`, `area`, `code`, `name`, `first_quartile`,
    /// `median`, `third_quartile`, which are null where they are not given, and `suppressed`.
    fn durations_to_table(&self, py: Python<'_>) -> PyResult<Table> {
        let figures = Arc::clone(&self.0);
        work::bulk(py, move |_| inburgering_arrow::durations(&figures)).map(Table::from)
    }

    fn __repr__(&self) -> String {
        let largest = self.0.threshold().persons().saturating_sub(1);
        format!("<inburgering.Figures on {}, counts from 1 to {largest} suppressed>", self.0.snapshot())
    }
}

found_not_told!(Figures, "Figures cannot be pickled, since only a caseload makes them; keep their to_table()");

#[pymethods]
impl Caseload {
    /// The figures (*instroomcijfers*) as known on the day of the snapshot, from the first year of which there is anything to
    /// count in Flanders (1995 at the earliest) to that of the snapshot.
    ///
    /// `threshold` is the lowest count above zero that is published: a `Threshold`, or its number of persons
    /// (`SuppressionError` below 3). A day outside 1995 to 2099 is an `OutsideHorizon`.
    #[pyo3(signature = (*, snapshot, threshold = Limit::USUAL))]
    fn figures(&self, py: Python<'_>, snapshot: Day, threshold: Limit) -> PyResult<Figures> {
        let caseload = self.0.clone();
        let figures = work::bulk(py, move |_| caseload.figures(snapshot.0, threshold.0))?;
        figures.map(|figures| Figures(Arc::new(figures))).map_err(|error| error.raise(py))
    }
}

impl Raise for domain::FiguresError {
    fn raise(self, py: Python<'_>) -> PyErr {
        let municipality = match self {
            Self::Municipality(error) => return error.raise(py),
            Self::OutsideFlanders { municipality } => Some(Municipality(municipality)),
            _ => None,
        };
        exception(py, "FiguresError", &self, "outside_flanders", |fields| fields.set_item("municipality", municipality))
    }
}
