//! The classes `Placed` and `Counts`.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::caseload::Caseload;
use crate::convert::{Number, Place};
use crate::eligibility::{Answer, ListRules};
use crate::errors::Raise as _;
use crate::explanation::Explanation;
use crate::habits::found_not_told;
use crate::municipality::Municipality;
use crate::table::Table;
use crate::vocabulary::Word;
use crate::work::bulk;

/// Every person of a `Caseload` on one day: on the list of one municipality, on none, or undetermined.
///
/// For the agency's own use: what may leave it comes of a delivery. `Caseload.place` makes it; `repr` shows counts only.
///
/// >>> import datetime as dt, inburgering as ib, polars as pl
/// >>> dossiers = pl.DataFrame({
/// ...     "dossier": ["D-1"], "insz": ["85.07.30-901.33"], "registered_on": [dt.date(2025, 2, 3)],
/// ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None], "closed_on": [None],
/// ... })
/// >>> residences = pl.DataFrame({
/// ...     "insz": ["85.07.30-901.33"], "municipality": ["44021"], "valid_from": [None], "valid_until": [None],
/// ... })
/// >>> placed = ib.Caseload(dossiers, residences).place(on=dt.date(2026, 1, 15))
/// >>> placed
/// <inburgering.Placed on 2026-01-15: 1 eligible, 0 not eligible, 0 undetermined>
/// >>> {municipality.name: persons for municipality, persons in placed.lists().items()}
/// {'Gent': 1}
/// >>> placed.answer("85.07.30-901.33").municipality.code
/// '44021'
#[pyclass(frozen, module = "inburgering")]
#[derive(Clone)]
pub(crate) struct Placed(pub(crate) domain::Placed);

#[pymethods]
impl Placed {
    /// The day.
    #[getter]
    fn on(&self) -> NaiveDate {
        self.0.on()
    }

    /// The options.
    #[getter]
    fn rules(&self) -> ListRules {
        ListRules(self.0.rules())
    }

    /// The caseload.
    #[getter]
    fn caseload(&self) -> Caseload {
        Caseload(self.0.caseload().clone())
    }

    /// Everybody's answer as a table, ascending by the lowest number of each person; or, of one municipality, those of the
    /// persons on its list, ascending by number.
    ///
    /// Columns: `insz` (the number on the day), `answer`, `municipality` (the code; null where on no list), `basis`,
    /// `contract_signed`, `attest_obtained` and `reasons` (the list of codes). A text that is no municipality's code is a
    /// `MunicipalityError`.
    ///
    /// >>> import datetime as dt, inburgering as ib, polars as pl
    /// >>> dossiers = pl.DataFrame({
    /// ...     "dossier": ["D-1", "D-2"], "insz": ["85.07.30-901.33", "90.01.15-902.60"],
    /// ...     "registered_on": [dt.date(2025, 2, 3), dt.date(2025, 2, 4)], "contract_signed_on": [None, None],
    /// ...     "contract_municipality": [None, None], "attest_obtained_on": [None, None], "closed_on": [None, None],
    /// ... })
    /// >>> residences = pl.DataFrame({
    /// ...     "insz": ["85.07.30-901.33"], "municipality": ["44021"], "valid_from": [None], "valid_until": [None],
    /// ... })
    /// >>> placed = ib.Caseload(dossiers, residences).place(on=dt.date(2026, 1, 15))
    /// >>> placed.answers().to_polars()["answer"].to_list()
    /// ['eligible', 'not_eligible']
    /// >>> len(placed.answers("44021"))
    /// 1
    #[pyo3(signature = (municipality = None))]
    fn answers(&self, py: Python<'_>, municipality: Option<Place>) -> PyResult<Table> {
        let placed = self.0.clone();
        let municipality = municipality.map(|place| place.0);
        bulk(py, move |_| inburgering_arrow::answers(&placed, municipality)).map(Table::from)
    }

    /// The persons on the list of the municipality, with the columns of `answers`; none where the municipality is not valid
    /// on the day.
    #[pyo3(signature = (municipality, /))]
    fn eligible_in(&self, py: Python<'_>, municipality: Place) -> PyResult<Table> {
        self.answers(py, Some(municipality))
    }

    /// The persons on the list of the municipality, ascending by number, as `insz`, `contract_signed` and `attest_obtained`;
    /// without a municipality everybody on a list, with `municipality` (the code) first, by municipality and number.
    ///
    /// For the agency's own use: what may leave it comes of a delivery.
    ///
    /// >>> import datetime as dt, inburgering as ib, polars as pl
    /// >>> dossiers = pl.DataFrame({
    /// ...     "dossier": ["D-1"], "insz": ["85.07.30-901.33"], "registered_on": [dt.date(2025, 2, 3)],
    /// ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None], "closed_on": [None],
    /// ... })
    /// >>> residences = pl.DataFrame({
    /// ...     "insz": ["85.07.30-901.33"], "municipality": ["44021"], "valid_from": [None], "valid_until": [None],
    /// ... })
    /// >>> placed = ib.Caseload(dossiers, residences).place(on=dt.date(2026, 1, 15))
    /// >>> placed.listed("44021").to_polars().rows()
    /// [('85.07.30-901.33', False, False)]
    #[pyo3(signature = (municipality = None))]
    fn listed(&self, py: Python<'_>, municipality: Option<Place>) -> PyResult<Table> {
        let municipality = municipality.map(|place| place.0);
        if let Some(municipality) = municipality.filter(|_| self.0.is_indexed()) {
            // So little work that a thread of its own would cost more.
            return Ok(py.detach(|| inburgering_arrow::listed(&self.0, Some(municipality))).into());
        }
        let placed = self.0.clone();
        bulk(py, move |_| inburgering_arrow::listed(&placed, municipality)).map(Table::from)
    }

    /// Every municipality with somebody on its list, ascending by code, and how many persons that are.
    fn lists(&self, py: Python<'_>) -> PyResult<Lists> {
        let placed = self.0.clone();
        let lists = bulk(py, move |_| placed.lists())?;
        Ok(Lists(lists.iter().map(|(municipality, list)| (municipality, list.len())).collect()))
    }

    /// The answer about one person, by any of the person's numbers, with the fields of its reasons.
    ///
    /// A person who is not there, or of whom no dossier is known on the day, is an `UnknownPersonError`.
    #[pyo3(signature = (insz, /))]
    fn answer(&self, py: Python<'_>, insz: Number) -> PyResult<Answer> {
        self.0.answer(insz.0).map(Answer).map_err(|error| error.raise(py))
    }

    /// How many persons have which answer, and for which reasons.
    fn counts(&self, py: Python<'_>) -> PyResult<Counts> {
        let placed = self.0.clone();
        bulk(py, move |_| placed.counts().clone()).map(Counts)
    }

    /// Why one person has this answer, by any of the person's numbers: `str` of it is a letter, in Dutch (`nl`) or English
    /// (`en`), that shows the number.
    ///
    /// A person who is not there, or of whom no dossier is known on the day, is an `UnknownPersonError`.
    #[pyo3(signature = (insz, /, *, language = Word(domain::Language::Dutch)))]
    fn explain(&self, py: Python<'_>, insz: Number, language: Word<domain::Language>) -> PyResult<Explanation> {
        let placed = self.0.clone();
        let explanation = bulk(py, move |_| placed.explain(insz.0, language.0))?;
        explanation.map(Explanation).map_err(|error| error.raise(py))
    }

    /// How many persons on the list of the municipality are there by closed dossiers while their residence on the day lies
    /// in another one. Residences that contradict each other, or none, are not elsewhere.
    #[pyo3(signature = (municipality, /))]
    fn closed_residing_elsewhere(&self, py: Python<'_>, municipality: Place) -> PyResult<usize> {
        let placed = self.0.clone();
        bulk(py, move |_| placed.closed_residing_elsewhere(municipality.0))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let Counts(domain::Counts { eligible, not_eligible, undetermined, .. }) = self.counts(py)?;
        Ok(format!(
            "<inburgering.Placed on {}: {eligible} eligible, {not_eligible} not eligible, {undetermined} undetermined>",
            self.0.on()
        ))
    }
}

found_not_told!(
    Placed,
    "a Placed cannot be pickled; pickle the tables its Caseload was built from, and place the persons again"
);

/// How many persons have which answer, and for which reasons.
///
/// A person whose answer has several reasons counts under each of them. In a notebook it is a table.
///
/// >>> import datetime as dt, inburgering as ib, polars as pl
/// >>> dossiers = pl.DataFrame({
/// ...     "dossier": ["D-1"], "insz": ["85.07.30-901.33"], "registered_on": [dt.date(2025, 2, 3)],
/// ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None], "closed_on": [None],
/// ... })
/// >>> residences = pl.DataFrame({"insz": [], "municipality": [], "valid_from": [], "valid_until": []})
/// >>> counts = ib.Caseload(dossiers, residences).place(on=dt.date(2026, 1, 15)).counts()
/// >>> counts
/// <inburgering.Counts of 1 persons: 0 eligible, 1 not eligible, 0 undetermined>
/// >>> counts.by_reason[ib.ReasonCode.NOT_REGISTERED_IN_BELGIUM]
/// 1
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Counts(pub(crate) domain::Counts);

#[pymethods]
impl Counts {
    /// Everybody on the day.
    #[getter]
    fn persons(&self) -> usize {
        self.0.persons
    }

    /// On the list of a municipality.
    #[getter]
    fn eligible(&self) -> usize {
        self.0.eligible
    }

    /// On no list.
    #[getter]
    fn not_eligible(&self) -> usize {
        self.0.not_eligible
    }

    /// Cannot be said.
    #[getter]
    fn undetermined(&self) -> usize {
        self.0.undetermined
    }

    /// For each reason that occurs, in the order of the catalogue: how many persons.
    #[getter]
    fn by_reason(&self) -> ByReason {
        ByReason(self.0.by_reason.iter().map(|(&code, &count)| (code, count)).collect())
    }

    /// The counts as JSON, laid out for people.
    fn to_json(&self) -> PyResult<String> {
        crate::habits::to_json(&self.0)
    }

    /// The counts as a table: `kind` (`answer` or `reason`), `code` and `persons`.
    fn to_table(&self) -> Table {
        inburgering_arrow::counts(&self.0).into()
    }

    fn __repr__(&self) -> String {
        let domain::Counts { persons, eligible, not_eligible, undetermined, .. } = &self.0;
        format!(
            "<inburgering.Counts of {persons} persons: {eligible} eligible, {not_eligible} not eligible, \
             {undetermined} undetermined>"
        )
    }

    /// The counts as a table of a notebook.
    fn _repr_html_(&self) -> String {
        let row = |kind: &str, name: &str, count: usize| {
            format!("<tr><th scope=\"row\">{name}</th><td>{kind}</td><td>{count}</td></tr>")
        };
        let answers = [
            row("answer", "eligible", self.0.eligible),
            row("answer", "not eligible", self.0.not_eligible),
            row("answer", "undetermined", self.0.undetermined),
        ];
        let reasons = self.0.by_reason.iter().map(|(code, &count)| row("reason", code.as_str(), count));
        format!(
            "<table><caption>{} persons: how many have which answer, and for which reasons (each counts under all of \
             theirs)</caption><thead><tr><th scope=\"col\">code</th><th scope=\"col\">kind</th>\
             <th scope=\"col\">persons</th></tr></thead><tbody>{}</tbody></table>",
            self.0.persons,
            answers.into_iter().chain(reasons).collect::<String>()
        )
    }
}

found_not_told!(
    Counts,
    "a Counts cannot be pickled; keep its to_json(), or pickle what its to_table() gives, as a table"
);

/// How many persons each reason has: a `dict` in Python.
struct ByReason(Vec<(domain::ReasonCode, usize)>);

impl<'py> IntoPyObject<'py> for ByReason {
    type Target = PyDict;
    type Output = Bound<'py, PyDict>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: pyo3::inspect::PyStaticExpr = pyo3::type_hint_subscript!(
        <PyDict as pyo3::PyTypeInfo>::TYPE_HINT,
        crate::hints::word::<domain::ReasonCode>(),
        <usize as IntoPyObject<'_>>::OUTPUT_TYPE
    );

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        let counts = PyDict::new(py);
        self.0.into_iter().try_for_each(|(code, count)| counts.set_item(Word(code), count))?;
        Ok(counts)
    }
}

/// How many persons each municipality has: a `dict` in Python.
struct Lists(Vec<(domain::Municipality, usize)>);

impl<'py> IntoPyObject<'py> for Lists {
    type Target = PyDict;
    type Output = Bound<'py, PyDict>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: pyo3::inspect::PyStaticExpr = pyo3::type_hint_subscript!(
        <PyDict as pyo3::PyTypeInfo>::TYPE_HINT,
        <Municipality as pyo3::PyTypeInfo>::TYPE_HINT,
        <usize as IntoPyObject<'_>>::OUTPUT_TYPE
    );

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        let lists = PyDict::new(py);
        self.0.into_iter().try_for_each(|(municipality, count)| lists.set_item(Municipality(municipality), count))?;
        Ok(lists)
    }
}
