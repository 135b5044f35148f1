//! What changed between two lists: the classes `Changes` and `Change`, and a method of `Caseload`.

pub(crate) mod counts;
pub(crate) mod reason;

use std::sync::Arc;

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;

use crate::caseload::Caseload;
use crate::changes::counts::ChangeCounts;
use crate::convert::{Day, Place};
use crate::eligibility::{Answer, ListRules, list_rules};
use crate::errors::Raise as _;
use crate::fact::Fact;
use crate::habits::found_not_told;
use crate::insz::Insz;
use crate::municipality::Municipality;
use crate::several::{InTurn, Tuple};
use crate::suppression::Limit;
use crate::vocabulary::Word;
use crate::work;

/// What changed between the lists of a municipality on two days (*wijzigingen*), person by person, for the agency's own
/// use; iterating gives each `Change`, ascending by number.
///
/// Everybody whose row differs between the lists is in exactly one change. A person is one, whatever the number on either
/// day: under another number the row is changed, and nobody came or left. If the municipality took over others between the
/// days, its list is held against theirs together. With the days the other way round, those who came have left. What may
/// leave the agency are the `counts()`. `repr` shows no register number.
///
/// >>> import datetime as dt
/// >>> from inburgering import example
/// >>> changes = example.caseload().changes("44021", since=dt.date(2024, 2, 10), on=dt.date(2026, 2, 10))
/// >>> changes
/// <inburgering.Changes of the list of 44021 (Gent) from 2024-02-10 to 2026-02-10: 3 came, 0 left, 0 changed>
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Changes(Arc<domain::Changes>);

#[pymethods]
impl Changes {
    /// The municipality, valid on the later of the two days.
    #[getter]
    fn municipality(&self) -> Municipality {
        Municipality(self.0.municipality())
    }

    /// The day that is compared with.
    #[getter]
    fn since(&self) -> NaiveDate {
        self.0.since()
    }

    /// The day that is compared.
    #[getter]
    fn on(&self) -> NaiveDate {
        self.0.on()
    }

    /// The options.
    #[getter]
    fn rules(&self) -> ListRules {
        ListRules(self.0.rules())
    }

    /// The municipalities of the earlier day whose lists count together: more than one, or another one, after a merger.
    #[getter]
    fn together(&self) -> Tuple<Municipality> {
        self.0.together().iter().copied().map(Municipality).collect()
    }

    fn __len__(&self) -> usize {
        self.0.all().len()
    }

    fn __iter__(&self) -> InTurn<Change> {
        InTurn(self.0.all().iter().cloned().map(Change).collect())
    }

    /// How many persons came, left or changed, by reason, suppressed: what may leave the agency.
    ///
    /// `threshold` is the lowest count above zero that is published: a `Threshold`, or its number of persons
    /// (`SuppressionError` below 3).
    #[pyo3(signature = (*, threshold = Limit::USUAL))]
    fn counts(&self, threshold: Limit) -> ChangeCounts {
        ChangeCounts(self.0.counts(threshold.0))
    }

    /// The agency's own paper in Dutch: who came, left or changed, why, and by which facts. It shows the numbers.
    fn agency_paper(&self) -> String {
        self.0.agency_paper().to_string()
    }

    fn __repr__(&self) -> String {
        let of = |kind| self.0.of_kind(kind).count();
        let (came, left) = (of(domain::ChangeKind::Came), of(domain::ChangeKind::Left));
        format!(
            "<inburgering.Changes of the list of {} from {} to {}: {came} came, {left} left, {} changed>",
            self.0.municipality(),
            self.0.since(),
            self.0.on(),
            of(domain::ChangeKind::Changed),
        )
    }
}

found_not_told!(
    Changes,
    "Changes cannot be pickled, since only a caseload makes them; pickle the tables, or keep the paper"
);

/// A person who came, left, or stands on both lists in another row. `repr` shows no register number.
///
/// >>> import datetime as dt
/// >>> from inburgering import example
/// >>> change, *_ = example.caseload().changes("44021", since=dt.date(2024, 2, 10), on=dt.date(2026, 2, 10))
/// >>> change
/// <inburgering.Change of Insz(***): came, first_dossier>
/// >>> change.before is None, str(change.after.outcome)
/// (True, 'eligible')
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Change(domain::Change);

#[pymethods]
impl Change {
    /// The number on the list of the day that is compared; of who left, that on the other list.
    #[getter]
    fn number(&self) -> Insz {
        Insz(self.0.number)
    }

    /// What changed.
    #[getter]
    fn kind(&self) -> Word<domain::ChangeKind> {
        Word(self.0.kind)
    }

    /// Why: the one reason that decides.
    #[getter]
    fn reason(&self) -> Word<domain::ChangeReason> {
        Word(self.0.reason)
    }

    /// The answer on the day that is compared with, if the person was known then.
    #[getter]
    fn before(&self) -> Option<Answer> {
        self.0.before.clone().map(Answer)
    }

    /// The answer on the day that is compared, if the person was known then.
    #[getter]
    fn after(&self) -> Option<Answer> {
        self.0.after.clone().map(Answer)
    }

    /// The facts known on the later day and not on the earlier one, in the order of their days.
    #[getter]
    fn facts(&self) -> Tuple<Fact> {
        self.0.facts.iter().cloned().map(Fact).collect()
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.Change of Insz(***): {}, {}>", self.0.kind, self.0.reason.as_str())
    }
}

found_not_told!(Change, "a Change cannot be pickled, since only a caseload makes one; keep the agency's paper");

#[pymethods]
impl Caseload {
    /// What changed between the list of a municipality on the day `since` and that on the day `on`.
    ///
    /// The municipality must be valid on the later of the two days (`MunicipalityError` otherwise, and for a day outside 1995
    /// to 2099): on the earlier one the lists count of all municipalities that it then was. `closed` and `brussels` as for
    /// `place`.
    #[pyo3(signature = (
        municipality, /, *, since, on, closed = Word(domain::ClosedRule::ContractMunicipality),
        brussels = Word(domain::Brussels::Refused),
    ))]
    fn changes(
        &self,
        py: Python<'_>,
        municipality: Place,
        since: Day,
        on: Day,
        closed: Word<domain::ClosedRule>,
        brussels: Word<domain::Brussels>,
    ) -> PyResult<Changes> {
        let (caseload, rules) = (self.0.clone(), list_rules(closed, brussels));
        let changes = work::bulk(py, move |_| caseload.changes(municipality.0, since.0, on.0, rules))?;
        changes.map(|changes| Changes(Arc::new(changes))).map_err(|error| error.raise(py))
    }
}
