//! How many persons came, left or changed, and for which reasons, as it may leave the agency.

use core::fmt;

use chrono::NaiveDate;

use super::Changes;
use super::reason::{ChangeKind, ChangeReason};
use crate::language::dutch_day;
use crate::{Cell, Municipality, Threshold, listing, suppress};

/// The counts of the [`Changes`] of a municipality by kind and reason, with their totals: what may leave the agency.
///
/// The totals are a tree (kinds under one total) that [`suppress`] has protected: from all that is published, each
/// suppressed small count can still be anything below the threshold. Zeros are published. The lengths of the two lists are
/// not among them, since came less left would be known by them. `Display` is the Dutch paper.
///
/// NOTE: a municipality that holds both lists counts for itself how many came and left, and has their names; where all or
/// nearly all had one reason, that reason would be told of each of them. So the reasons of a kind are told only if its
/// total is, at least two reasons have the threshold or more persons, and no reason has fewer that is not zero; otherwise
/// none is told, zeros neither. A death and a BIS number are never told: a kind that has one tells no reasons.
///
/// NOTE: trees are protected one by one: counts of periods that together make another one should not all be published.
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::{Caseload, Cell, ChangeKind, DossierText, ListRules, Threshold, UnreadableRows};
///
/// let mut rows = Caseload::builder();
/// rows.read_dossier(2, &DossierText { dossier: "D-1", insz: "85.07.30-901.33", registered_on: "2025-02-03", ..Default::default() });
/// let caseload = rows.build(UnreadableRows::Refused)?;
/// let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
/// let changes = caseload.changes("44021".parse()?, day(2025), day(2026), ListRules::default())?;
/// let counts = changes.counts(Threshold::default());
/// assert_eq!(counts.get(ChangeKind::Came, None), Some(Cell::Published(0)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ChangeCounts {
    municipality: Municipality,
    since: NaiveDate,
    on: NaiveDate,
    together: Vec<Municipality>,
    threshold: Threshold,
    all: Vec<ChangeCount>,
}

/// One count of changes, or that it is suppressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ChangeCount {
    /// What changed; `None` for the total of all kinds.
    pub kind: Option<ChangeKind>,
    /// Why; `None` for the total of a kind.
    pub reason: Option<ChangeReason>,
    /// How many persons, or that it is suppressed; a suppressed total is never zero, but a suppressed reason may be.
    pub count: Cell,
}

/// The reasons that tell of a person what a list does not: they have no count of their own.
const NEVER_TOLD: [ChangeReason; 2] = [ChangeReason::Died, ChangeReason::BisNumber];

/// Whether the reasons of a kind say nothing of who is known to be of it: two or more have enough persons, none too few.
fn may_be_told(counts: &[u64], threshold: Threshold) -> bool {
    let some = counts.iter().filter(|&&count| count > 0).count();
    some >= 2 && !counts.iter().any(|&count| threshold.is_small(count))
}

impl Changes {
    /// How many persons came, left or changed for each reason that may be told, suppressed.
    pub fn counts(&self, threshold: Threshold) -> ChangeCounts {
        let count = |kind: ChangeKind, reason: ChangeReason| -> u64 {
            self.of_kind(kind).filter(|change| change.reason == reason).map(|_| 1).sum()
        };
        let kinds = ChangeKind::ALL.map(|kind| self.of_kind(kind).map(|_| 1).sum());
        let tree = suppress(&[kinds.to_vec()], threshold);
        let mut all = vec![ChangeCount { kind: None, reason: None, count: tree.root() }];
        for (kind, &total) in ChangeKind::ALL.into_iter().zip(tree.leaves().iter().flatten()) {
            all.push(ChangeCount { kind: Some(kind), reason: None, count: total });
            let counts: Vec<u64> = kind.reasons().iter().map(|&reason| count(kind, reason)).collect();
            let without_the_untold = NEVER_TOLD.iter().all(|&reason| count(kind, reason) == 0);
            let told = total != Cell::Suppressed && without_the_untold && may_be_told(&counts, threshold);
            for (&reason, count) in kind.reasons().iter().zip(counts) {
                if !NEVER_TOLD.contains(&reason) {
                    let count = if told { Cell::Published(count) } else { Cell::Suppressed };
                    all.push(ChangeCount { kind: Some(kind), reason: Some(reason), count });
                }
            }
        }
        ChangeCounts {
            municipality: self.municipality,
            since: self.since,
            on: self.on,
            together: self.together.clone(),
            threshold,
            all,
        }
    }
}

impl ChangeCounts {
    /// The municipality.
    pub const fn municipality(&self) -> Municipality {
        self.municipality
    }

    /// The day that is compared with.
    pub const fn since(&self) -> NaiveDate {
        self.since
    }

    /// The day that is compared.
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// The threshold below which a count is suppressed.
    pub const fn threshold(&self) -> Threshold {
        self.threshold
    }

    /// Every count: the total, then for each kind its total and its reasons, in the order of the catalogue.
    pub fn all(&self) -> &[ChangeCount] {
        &self.all
    }

    /// The count of a kind and reason, or of the kind; `None` where the kind has no such reason, or it is never told.
    pub fn get(&self, kind: ChangeKind, reason: Option<ChangeReason>) -> Option<Cell> {
        let found = self.all.iter().find(|count| (count.kind, count.reason) == (Some(kind), reason));
        found.map(|count| count.count)
    }

    /// Whether the reasons of the kind are told.
    fn is_split(&self, kind: ChangeKind) -> bool {
        let mut reasons = self.all.iter().filter(|count| count.kind == Some(kind) && count.reason.is_some());
        reasons.any(|count| count.count != Cell::Suppressed)
    }
}

/// The Dutch paper for the municipality: counts only.
impl fmt::Display for ChangeCounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { municipality, threshold, all, .. } = self;
        writeln!(f, "Wijzigingen in de lijst van inburgeraars\n")?;
        heading(f, *municipality, [self.since, self.on], &self.together)?;
        let mut untold = false;
        for &ChangeCount { kind, reason, count } in all {
            let said = count.published().map_or_else(|| "niet meegedeeld".to_owned(), |count| count.to_string());
            match (kind, reason, count) {
                (None, ..) => writeln!(f, "Alle wijzigingen: {said}")?,
                (Some(kind), None, _) => {
                    let split = self.is_split(kind) || count == Cell::Published(0);
                    untold |= !split;
                    let note = if split { "" } else { " (redenen niet uitgesplitst)" };
                    writeln!(f, "\n{}: {said}{note}", capitalised(kind.dutch()))?;
                }
                (_, Some(reason), Cell::Published(_)) => writeln!(f, "- {}: {said}", reason.dutch())?,
                (_, Some(_), Cell::Suppressed) => {}
            }
        }
        if all.iter().any(|count| count.reason.is_none() && count.count == Cell::Suppressed) {
            writeln!(
                f,
                "\nNiet meegedeeld: een aantal van 1 tot en met {}, of een groter aantal waaruit zo'n klein aantal zou \
                 blijken.",
                threshold.persons().saturating_sub(1)
            )?;
        }
        if untold {
            writeln!(
                f,
                "\nNiet uitgesplitst: de redenen zouden iets kunnen zeggen over wie op de lijst staat of stond."
            )?;
        }
        Ok(())
    }
}

/// The municipality and the days, and whose lists count together.
pub(super) fn heading(
    f: &mut fmt::Formatter<'_>,
    municipality: Municipality,
    [since, on]: [NaiveDate; 2],
    together: &[Municipality],
) -> fmt::Result {
    writeln!(f, "Gemeente: {} ({})", municipality.name(), municipality.code())?;
    writeln!(f, "De lijst van {} tegenover die van {}", dutch_day(on), dutch_day(since))?;
    if together != [municipality] {
        let day = dutch_day(since.min(on));
        let named = together.iter().map(|one| format!("{} ({})", one.name(), one.code()));
        writeln!(f, "Op {day} gaat het om {}: de gemeenten zijn sindsdien samengevoegd.", listing::dutch(named))?;
    }
    writeln!(f)
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
