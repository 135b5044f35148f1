//! The class `Caseload`.

mod errors;
pub(crate) mod tables;

use std::sync::atomic::{AtomicUsize, Ordering};

use inburgering as domain;
use inburgering_arrow::Extract;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::convert::{Day, Number};
use crate::eligibility::list_rules;
use crate::errors::Raise as _;
use crate::finding::Finding;
use crate::habits::found_not_told;
use crate::person::Person;
use crate::placed::Placed;
use crate::reading::Problem;
use crate::several::Tuple;
use crate::table::Table;
use crate::timeline::Timeline;
use crate::vocabulary::Word;
use crate::work::bulk;
use tables::{collect, first_row_number};

/// The facts about many persons, from tables, with the answers about each of them on every day.
///
/// Each table is a polars, pandas, pyarrow or DuckDB table, or any other object with the Arrow PyCapsule interface:
///
/// - `dossiers`: `dossier`, `insz`, `registered_on`, `contract_signed_on`, `contract_municipality`, `attest_obtained_on`,
///   `closed_on`;
/// - `residences`: `insz`, `municipality`, `valid_from`, `valid_until` (half-open: `valid_until` is the first day after);
/// - `deaths`: `insz`, `died_on`;
/// - `replacements`: `insz_old`, `insz_new`, `replaced_on`.
///
/// Text may be of any Arrow text type or a dictionary of one, register numbers also 64-bit integers, codes also integers,
/// days dates or midnights without a zone; null is unknown. Other columns are ignored. Numbers, dossier numbers, the
/// municipality of a residence and every cell of deaths and replacements are mandatory.
///
/// Columns or cells that cannot be read are a `CaseloadError`, which lists them (`problems="raise"`, the default); with
/// `problems="set_aside"` the rows with
/// such cells are set aside instead: each person whom such a row names is undetermined on every day, and `.problems` tells
/// which. Problems and findings name a row by its number from `first_row` (give 2 for a spreadsheet with a heading).
///
/// A stream that was read before (a `RecordBatchReader`) has no rows left, and no library can tell that from an empty table:
/// give each once.
///
/// `threads` is how many threads may work on it at once: `None` for as many as the machine has, 1 for one. The answers do not
/// depend on it, and few rows are worked on by one in any case.
///
/// Reading, placing and answering run without the GIL, and Ctrl-C ends the wait for them (a placement that is under way
/// ends in the background). One caseload may be used from several threads. It
/// cannot be changed, and cannot be pickled: pickle the tables. `repr` shows counts only.
///
/// >>> import datetime as dt, inburgering as ib, polars as pl
/// >>> dossiers = pl.DataFrame({
/// ...     "dossier": ["D-1"], "insz": ["85.07.30-901.33"], "registered_on": [dt.date(2025, 2, 3)],
/// ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None], "closed_on": [None],
/// ... })
/// >>> residences = pl.DataFrame({
/// ...     "insz": ["85.07.30-901.33"], "municipality": ["46014"], "valid_from": [None], "valid_until": [None],
/// ... })
/// >>> caseload = ib.Caseload(dossiers, residences)
/// >>> placed = caseload.place(on=dt.date(2026, 1, 15))
/// >>> placed.answers().to_polars()["municipality"].to_list()  # Lokeren (46014) merged into 46029 on 2025-01-01
/// ['46029']
#[pyclass(frozen, module = "inburgering")]
#[derive(Clone)]
pub(crate) struct Caseload(pub(crate) domain::Caseload);

#[pymethods]
impl Caseload {
    #[new]
    #[pyo3(signature = (
        dossiers: "object", residences: "object", deaths: "object | None" = None, replacements: "object | None" = None, *,
        problems = Word(domain::UnreadableRows::Refused), first_row = 0, threads: "int | None" = None,
    ))]
    #[expect(clippy::too_many_arguments, reason = "all but the tables are given by name")]
    fn new(
        py: Python<'_>,
        dossiers: &Bound<'_, PyAny>,
        residences: &Bound<'_, PyAny>,
        deaths: Option<&Bound<'_, PyAny>>,
        replacements: Option<&Bound<'_, PyAny>>,
        problems: Word<domain::UnreadableRows>,
        first_row: i64,
        threads: Option<i64>,
    ) -> PyResult<Self> {
        let extract = extract(py, dossiers, residences, deaths, replacements, first_row, threads)?;
        let caseload = bulk(py, move |wanted| extract.read(problems.0, &|| wanted.go_on()))?;
        caseload.map(Self).map_err(|error| error.raise(py))
    }

    /// Every person on the day, placed: on the list of one municipality, on none, or undetermined.
    ///
    /// `closed` says where a person goes whose every dossier is closed, as in `ClosedRule`: `contract_municipality` (the
    /// default), `residence_at_closing` or `contract_municipality_if_resident`. `brussels` is `refused` (the default) or
    /// `allowed`.
    ///
    /// A day outside 1995-01-01 to 2099-12-31 is an `OutsideHorizon`. The first question under certain options takes longer:
    /// the answers of every day are then found at once. Who asks for one day only is served sooner by `inburgering.lists`.
    ///
    /// >>> import datetime as dt, inburgering as ib, polars as pl
    /// >>> dossiers = pl.DataFrame({
    /// ...     "dossier": ["D-1"], "insz": ["85.07.30-901.33"], "registered_on": [dt.date(2025, 2, 3)],
    /// ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None],
    /// ...     "closed_on": [dt.date(2025, 9, 1)],
    /// ... })
    /// >>> residences = pl.DataFrame({
    /// ...     "insz": ["85.07.30-901.33"], "municipality": ["44021"], "valid_from": [None], "valid_until": [None],
    /// ... })
    /// >>> caseload = ib.Caseload(dossiers, residences)
    /// >>> caseload.place(on=dt.date(2025, 8, 31)).counts().eligible
    /// 1
    /// >>> caseload.place(on=dt.date(2025, 9, 1), closed=ib.ClosedRule.RESIDENCE_AT_CLOSING).counts().eligible
    /// 1
    #[pyo3(signature = (
        *, on, closed = Word(domain::ClosedRule::ContractMunicipality), brussels = Word(domain::Brussels::Refused),
    ))]
    fn place(
        &self,
        py: Python<'_>,
        on: Day,
        closed: Word<domain::ClosedRule>,
        brussels: Word<domain::Brussels>,
    ) -> PyResult<Placed> {
        let caseload = self.0.clone();
        let placed = bulk(py, move |_| caseload.place(on.0, list_rules(closed, brussels)))?;
        placed.map(Placed).map_err(|error| error.raise(py))
    }

    /// The answers about one person on every day, by any of the person's numbers.
    ///
    /// A person who is not there is an `UnknownPersonError`; a text that is no number is an `InszError`.
    #[pyo3(signature = (
        insz, /, *, closed = Word(domain::ClosedRule::ContractMunicipality), brussels = Word(domain::Brussels::Refused),
    ))]
    fn timeline(
        &self,
        py: Python<'_>,
        insz: Number,
        closed: Word<domain::ClosedRule>,
        brussels: Word<domain::Brussels>,
    ) -> PyResult<Timeline> {
        let caseload = self.0.clone();
        let timeline = bulk(py, move |_| caseload.timeline(insz.0, list_rules(closed, brussels)))?;
        timeline.map(Timeline).map_err(|error| error.raise(py))
    }

    /// The facts about one person, by any of the person's numbers; `None` where no row names the number.
    #[pyo3(signature = (insz, /))]
    fn person(&self, insz: Number) -> Option<Person> {
        self.0.person(insz.0).map(|person| Person::of(&person))
    }

    /// The facts about everybody who is named by a row, ascending by the lowest number of each, one after the other.
    ///
    /// For bulk work, `place` and `Placed.answers` are the way: they make no object for each person.
    #[pyo3(signature = () -> "collections.abc.Iterator[Person]")]
    fn persons(&self) -> Persons {
        Persons { caseload: self.0.clone(), next: AtomicUsize::new(0) }
    }

    /// For each municipality the periods in which persons are on its list: what the list of every day can be read from, as the
    /// rows whose period covers the day. For the agency's own use.
    ///
    /// Columns: `municipality` (the code), `insz` (the number on these days), `valid_from`, `valid_until` (the first day after;
    /// null where the period lasts to the end of 2099), `contract_signed`, `attest_obtained` and `basis`; ascending by
    /// municipality, number and day.
    ///
    /// >>> import datetime as dt, inburgering as ib, polars as pl
    /// >>> dossiers = pl.DataFrame({
    /// ...     "dossier": ["D-1"], "insz": ["85.07.30-901.33"], "registered_on": [dt.date(2024, 2, 3)],
    /// ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None], "closed_on": [None],
    /// ... })
    /// >>> residences = pl.DataFrame({
    /// ...     "insz": ["85.07.30-901.33"], "municipality": ["46014"], "valid_from": [None], "valid_until": [None],
    /// ... })
    /// >>> # Lokeren until its merger, and the new Lokeren since.
    /// >>> ib.Caseload(dossiers, residences).periods().to_polars()["municipality"].to_list()
    /// ['46014', '46029']
    #[pyo3(signature = (
        *, closed = Word(domain::ClosedRule::ContractMunicipality), brussels = Word(domain::Brussels::Refused),
    ))]
    fn periods(
        &self,
        py: Python<'_>,
        closed: Word<domain::ClosedRule>,
        brussels: Word<domain::Brussels>,
    ) -> PyResult<Table> {
        let caseload = self.0.clone();
        bulk(py, move |_| inburgering_arrow::periods(&caseload, list_rules(closed, brussels))).map(Table::from)
    }

    /// Rows that contradict each other or count for nothing, sorted; found when they are first asked for.
    #[getter]
    fn findings(&self) -> Tuple<Finding> {
        self.0.findings().iter().cloned().map(Finding).collect()
    }

    /// The findings as a table: `finding` (its position), `kind`, `table` and `row`; a row for each row that one concerns.
    fn findings_table(&self, py: Python<'_>) -> PyResult<Table> {
        let caseload = self.0.clone();
        bulk(py, move |_| inburgering_arrow::findings(caseload.findings())).map(Table::from)
    }

    /// The problems of the rows that were set aside; none where such rows are refused.
    #[getter]
    fn problems(&self) -> Tuple<Problem> {
        self.0.problems().iter().cloned().map(Problem).collect()
    }

    /// How many rows were set aside of which a register number could not be read: nobody is undetermined for them.
    #[getter]
    fn rows_without_number(&self) -> usize {
        self.0.rows_without_number()
    }

    /// How many rows each table has; those set aside are not counted.
    #[getter]
    fn rows(&self) -> Rows {
        Rows(self.0.rows())
    }

    /// What was asked for rows that cannot be read.
    #[getter]
    fn unreadable_rows(&self) -> Word<domain::UnreadableRows> {
        Word(self.0.unreadable_rows())
    }

    fn __repr__(&self) -> String {
        let [dossiers, residences, deaths, replacements] = self.0.rows();
        format!(
            "<inburgering.Caseload of {} persons: {dossiers} dossiers, {residences} residences, {deaths} deaths, \
             {replacements} replacements, {} findings>",
            self.0.persons().len(),
            self.0.findings().len()
        )
    }
}

/// The tables as they are given, to be read.
pub(crate) fn extract(
    py: Python<'_>,
    dossiers: &Bound<'_, PyAny>,
    residences: &Bound<'_, PyAny>,
    deaths: Option<&Bound<'_, PyAny>>,
    replacements: Option<&Bound<'_, PyAny>>,
    first_row: i64,
    threads: Option<i64>,
) -> PyResult<Extract> {
    let first_row = first_row_number(py, first_row)?;
    let threads = threads.map_or(Ok(domain::Threads::Available), some_threads)?;
    let of = |table, given: Option<&Bound<'_, PyAny>>| given.map(|given| collect(table, given)).transpose();
    Ok(Extract {
        dossiers: collect(domain::InputTable::Dossiers, dossiers)?,
        residences: collect(domain::InputTable::Residences, residences)?,
        deaths: of(domain::InputTable::Deaths, deaths)?,
        replacements: of(domain::InputTable::Replacements, replacements)?,
        first_row,
        threads,
    })
}

/// So many threads at most.
pub(crate) fn some_threads(threads: i64) -> PyResult<domain::Threads> {
    match usize::try_from(threads) {
        Ok(threads @ 1..) => Ok(domain::Threads::at_most(threads)),
        // The number is not repeated: it may be a register number in the wrong place.
        _ => {
            Err(PyValueError::new_err("fewer threads than one cannot work; give 1 or more, or None for all there are"))
        }
    }
}

found_not_told!(Caseload, "a Caseload cannot be pickled; pickle the tables it was built from, and build it again");

/// The persons of a caseload, one after the other.
#[pyclass(frozen, module = "inburgering")]
struct Persons {
    caseload: domain::Caseload,
    next: AtomicUsize,
}

#[pymethods]
impl Persons {
    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __next__(&self) -> Option<Person> {
        let at = self.next.fetch_add(1, Ordering::Relaxed);
        self.caseload.person_at(at).map(|person| Person::of(&person))
    }
}

/// The number of rows of each table: a `dict` in Python.
struct Rows([usize; 4]);

impl<'py> IntoPyObject<'py> for Rows {
    type Target = pyo3::types::PyDict;
    type Output = Bound<'py, pyo3::types::PyDict>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: pyo3::inspect::PyStaticExpr = pyo3::type_hint_subscript!(
        <pyo3::types::PyDict as pyo3::PyTypeInfo>::TYPE_HINT,
        crate::hints::word::<domain::InputTable>(),
        <usize as IntoPyObject<'_>>::OUTPUT_TYPE
    );

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        use domain::InputTable::{Deaths, Dossiers, Replacements, Residences};
        let rows = pyo3::types::PyDict::new(py);
        for (table, count) in [Dossiers, Residences, Deaths, Replacements].into_iter().zip(self.0) {
            rows.set_item(Word(table), count)?;
        }
        Ok(rows)
    }
}
