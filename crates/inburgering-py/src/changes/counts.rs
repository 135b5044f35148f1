//! The counts of changes that may leave the agency: the classes `ChangeCounts` and `ChangeCount`.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;

use crate::habits::found_not_told;
use crate::municipality::Municipality;
use crate::several::InTurn;
use crate::suppression::Threshold;
use crate::table::Table;
use crate::vocabulary::Word;

/// How many persons came onto a list, left it or changed, for each reason, as it may leave the agency; iterating gives
/// each `ChangeCount`: the total, then for each kind its total and its reasons.
///
/// Small totals are suppressed, and enough others with them that no subtraction brings them back; zeros are published.
/// The reasons of a kind are told only if at least two have the threshold or more persons and none has fewer that is not
/// zero; a death and a BIS number are never told.
/// The lengths of the two lists are not among them, since came less left would be known by them. `str` is the Dutch paper
/// for the municipality.
///
/// >>> import datetime as dt
/// >>> from inburgering import example
/// >>> changes = example.caseload().changes("44021", since=dt.date(2024, 2, 10), on=dt.date(2026, 2, 10))
/// >>> counts = changes.counts()
/// >>> counts.get("came"), counts.get("left")  # three came: too few to be told
/// (None, 0)
/// >>> print(str(counts).splitlines()[0])
/// Wijzigingen in de lijst van inburgeraars
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct ChangeCounts(pub(crate) domain::ChangeCounts);

#[pymethods]
impl ChangeCounts {
    /// The municipality.
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

    /// The threshold below which a count is suppressed.
    #[getter]
    fn threshold(&self) -> Threshold {
        Threshold(self.0.threshold())
    }

    fn __len__(&self) -> usize {
        self.0.all().len()
    }

    fn __iter__(&self) -> InTurn<ChangeCount> {
        InTurn(self.0.all().iter().copied().map(ChangeCount).collect())
    }

    /// The count of a kind and reason, or of the kind; `None` where it is suppressed, never told, or the kind has no such reason.
    #[pyo3(signature = (kind, reason = None, /))]
    fn get(&self, kind: Word<domain::ChangeKind>, reason: Option<Word<domain::ChangeReason>>) -> Option<u64> {
        self.0.get(kind.0, reason.map(|reason| reason.0)).and_then(domain::Cell::published)
    }

    /// The counts as a table: `municipality`, `since`, `on`, `kind` and `reason`, which are null for a total, and `count`,
    /// which is null where it is suppressed.
    fn to_table(&self) -> Table {
        Table::from(inburgering_arrow::change_counts(&self.0))
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        let largest = self.0.threshold().persons().saturating_sub(1);
        let (of, since, on) = (self.0.municipality(), self.0.since(), self.0.on());
        format!(
            "<inburgering.ChangeCounts of the list of {of} from {since} to {on}, counts from 1 to {largest} suppressed>"
        )
    }
}

found_not_told!(ChangeCounts, "ChangeCounts cannot be pickled, since only Changes make them; keep their to_table()");

/// One count of changes, or that it is suppressed.
///
/// >>> import datetime as dt
/// >>> from inburgering import example
/// >>> changes = example.caseload().changes("44021", since=dt.date(2024, 2, 10), on=dt.date(2026, 2, 10))
/// >>> list(changes.counts())[:2]
/// [ChangeCount(total: suppressed), ChangeCount(came: suppressed)]
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ChangeCount(domain::ChangeCount);

#[pymethods]
impl ChangeCount {
    /// What changed; `None` for the total of all kinds.
    #[getter]
    fn kind(&self) -> Option<Word<domain::ChangeKind>> {
        self.0.kind.map(Word)
    }

    /// Why; `None` for the total of a kind.
    #[getter]
    fn reason(&self) -> Option<Word<domain::ChangeReason>> {
        self.0.reason.map(Word)
    }

    /// How many persons; `None` where it is suppressed. A suppressed total is never zero.
    #[getter]
    fn count(&self) -> Option<u64> {
        self.0.count.published()
    }

    fn __repr__(&self) -> String {
        let count = self.0.count.published().map_or_else(|| "suppressed".into(), |count| count.to_string());
        match (self.0.kind, self.0.reason) {
            (Some(kind), Some(reason)) => format!("ChangeCount({kind}, {}: {count})", reason.as_str()),
            (Some(kind), None) => format!("ChangeCount({kind}: {count})"),
            (None, _) => format!("ChangeCount(total: {count})"),
        }
    }
}

found_not_told!(
    ChangeCount,
    "a ChangeCount cannot be pickled, since only Changes make one; keep the table of its counts"
);
