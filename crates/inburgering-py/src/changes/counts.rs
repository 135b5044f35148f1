//! The counts of changes that may leave the agency: the classes `ChangeCounts` and `ChangeCount`.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;

use crate::habits::found_not_told;
use crate::municipality::Municipality;
use crate::several::{InTurn, Tuple};
use crate::suppression::Threshold;
use crate::table::Table;
use crate::vocabulary::Word;

/// How many persons came onto a list, left it or changed, by reason, as it may leave the agency; iterating gives each
/// `ChangeCount`: the total, then for each kind its total and, if its reasons are told, those and the others together.
///
/// Small totals are suppressed, and enough others with them that no subtraction brings them back; zeros are published.
/// Told can be: of who came, a first dossier and a move; of who left, a closing with an attest and a move; of whose row changed,
/// a contract and an attest; each if the threshold or more had it. With the days the other way round, who came is told as who
/// left. All else is counted together, as the other reasons; if these hold anybody, they hold the threshold or more. Where one
/// group is left, none is told. By another rule for closed dossiers less is: by residence at closing no closing, by the
/// contract's municipality if resident no move of who came.
///
/// So nobody's reason follows from the counts for a municipality that has the names and rows of both lists, and knows by its
/// register who lived there on either day, who died and who had a BIS number: of those who lived there on the same days and may
/// have had a told reason, the threshold or more had one of the other reasons. That nobody died can follow.
///
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

    /// The count of a kind, or of those of it who had the reason; `None` where it is suppressed, or the reason has no count of
    /// its own.
    #[pyo3(signature = (kind, reason = None, /))]
    fn get(&self, kind: Word<domain::ChangeKind>, reason: Option<Word<domain::ChangeReason>>) -> Option<u64> {
        self.0.get(kind.0, reason.map(|reason| reason.0)).and_then(domain::Cell::published)
    }

    /// How many persons of the kind had one of the reasons that are not told; `None` where none is told.
    #[pyo3(signature = (kind, /))]
    fn others(&self, kind: Word<domain::ChangeKind>) -> Option<u64> {
        self.0.others(kind.0)
    }

    /// The reasons that `others` counts together; none where it is `None`. That one is among them does not say that anybody
    /// had it, only that one can: nobody comes by a death, or leaves by a first dossier or a merger.
    #[pyo3(signature = (kind, /))]
    fn other_reasons(&self, kind: Word<domain::ChangeKind>) -> Tuple<Word<domain::ChangeReason>> {
        self.0.other_reasons(kind.0).map(Word).collect()
    }

    /// The counts as a table: `municipality`, `since`, `on`, `kind`, which is null for the total of all, `counted`, `reason`,
    /// which is null where it is not one, and `count`, which is null where it is suppressed.
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

/// Whom a count counts, without the reason: that stands in `ChangeCount`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum CountedWord {
    AllReasons,
    Reason,
    OtherReasons,
}

impl From<domain::Counted> for CountedWord {
    fn from(counted: domain::Counted) -> Self {
        match counted {
            domain::Counted::AllReasons => Self::AllReasons,
            domain::Counted::Reason(_) => Self::Reason,
            domain::Counted::OtherReasons => Self::OtherReasons,
        }
    }
}

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

    /// Whom of these it counts.
    #[getter]
    fn counted(&self) -> Word<CountedWord> {
        Word(self.0.counted.into())
    }

    /// The reason that it counts, if it is one.
    #[getter]
    fn reason(&self) -> Option<Word<domain::ChangeReason>> {
        self.0.counted.reason().map(Word)
    }

    /// How many persons; `None` where it is suppressed: then it is a total, and not zero.
    #[getter]
    fn count(&self) -> Option<u64> {
        self.0.count.published()
    }

    fn __repr__(&self) -> String {
        let count = self.0.count.published().map_or_else(|| "suppressed".into(), |count| count.to_string());
        let Some(kind) = self.0.kind else { return format!("ChangeCount(total: {count})") };
        match self.0.counted {
            domain::Counted::AllReasons => format!("ChangeCount({kind}: {count})"),
            counted => {
                let counted = counted.reason().map_or(counted.as_str(), domain::ChangeReason::as_str);
                format!("ChangeCount({kind}, {counted}: {count})")
            }
        }
    }
}

found_not_told!(
    ChangeCount,
    "a ChangeCount cannot be pickled, since only Changes make one; keep the table of its counts"
);
