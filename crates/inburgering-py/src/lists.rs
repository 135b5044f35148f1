//! The function `lists`: all lists of one day.

use inburgering as domain;
use pyo3::prelude::*;

use crate::caseload::extract;
use crate::convert::Day;
use crate::eligibility::list_rules;
use crate::errors::Raise as _;
use crate::table::Table;
use crate::vocabulary::Word;
use crate::work::bulk;

/// Who is on the list of which municipality on one day, straight from the tables: for a caller who asks once.
///
/// The tables and the options are those of `Caseload` and `Caseload.place`; so are the answers, but without the index that
/// answers every other day. For the agency's own use: what may leave it comes of a delivery.
///
/// The table has the columns `municipality` (the code), `insz`, `contract_signed` and `attest_obtained`, ascending by
/// municipality and number. Errors are those of `Caseload` and `Caseload.place`. Rows that contradict each other are not
/// told: a `Caseload` has the findings.
///
/// >>> import datetime as dt, inburgering as ib, polars as pl
/// >>> dossiers = pl.DataFrame({
/// ...     "dossier": ["D-1"], "insz": ["85.07.30-901.33"], "registered_on": [dt.date(2025, 2, 3)],
/// ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None], "closed_on": [None],
/// ... })
/// >>> residences = pl.DataFrame({
/// ...     "insz": ["85.07.30-901.33"], "municipality": ["46014"], "valid_from": [None], "valid_until": [None],
/// ... })
/// >>> ib.lists(dossiers, residences, on=dt.date(2026, 1, 15)).to_polars()["municipality"].to_list()
/// ['46029']
#[pyfunction]
#[pyo3(signature = (
    dossiers: "object", residences: "object", deaths: "object | None" = None, replacements: "object | None" = None, *,
    on, closed = Word(domain::ClosedRule::ContractMunicipality), brussels = Word(domain::Brussels::Refused),
    problems = Word(domain::UnreadableRows::Refused), first_row = 0, threads: "int | None" = None,
))]
#[expect(clippy::too_many_arguments, reason = "all but the tables are given by name")]
pub(crate) fn lists(
    py: Python<'_>,
    dossiers: &Bound<'_, PyAny>,
    residences: &Bound<'_, PyAny>,
    deaths: Option<&Bound<'_, PyAny>>,
    replacements: Option<&Bound<'_, PyAny>>,
    on: Day,
    closed: Word<domain::ClosedRule>,
    brussels: Word<domain::Brussels>,
    problems: Word<domain::UnreadableRows>,
    first_row: i64,
    threads: Option<i64>,
) -> PyResult<Table> {
    let extract = extract(py, dossiers, residences, deaths, replacements, first_row, threads)?;
    let rules = list_rules(closed, brussels);
    let lists = bulk(py, move |wanted| {
        let lists = extract.lists(on.0, rules, problems.0, &|| wanted.go_on());
        let threads = extract.threads;
        drop(extract);
        lists.map(|lists| inburgering_arrow::lists(&lists, threads))
    })?;
    lists.map(Table::from).map_err(|error| error.raise(py))
}
