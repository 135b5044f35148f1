//! How many persons came, left or changed, and for which reasons, as it may leave the agency.

use core::fmt;

use chrono::NaiveDate;

use super::Changes;
use super::home::Home;
use super::reason::{ChangeKind, ChangeReason};
use super::split::{Group, OnLists, Split};
use crate::language::dutch_day;
use crate::{Cell, Municipality, Threshold, listing, suppress};

/// The counts of the [`Changes`] of a municipality by kind and reason, with their totals: what may leave the agency.
///
/// The totals are a tree (kinds under one total) that [`suppress`] has protected: from all that is published, each
/// suppressed small count can still be anything below the threshold. Zeros are published. The lengths of the two lists are
/// not among them, since came less left would be known by them. `Display` is the Dutch paper.
///
/// Told can be: of who came, a first dossier and a move; of who left, a closing with an attest and a move; of whose row changed,
/// a contract and an attest; each if the threshold or more had it. With the days the other way round, who came is told as who
/// left. All else is counted together, as the *other reasons*; if these hold anybody, they hold the threshold or more. Where one
/// group is left, none is told. By another rule for closed dossiers less is: by residence at closing no closing, by the
/// contract's municipality if resident no move of who came.
///
/// So nobody's reason follows from the counts for a municipality that has the names and rows of both lists, and knows by its
/// register who lived there on either day, who died and who had a BIS number: of those who lived there on the same days and may
/// have had a told reason, the threshold or more had one of the other reasons. What register and rows tell without the counts
/// is no secret of theirs.
///
/// NOTE: that nobody died can follow, as zeros do everywhere. What the municipality knows besides is left out: who lived there on
/// other days, and from where somebody came.
///
/// NOTE: counts are protected one by one: of periods that together make another one, of one period under two thresholds, or
/// with the days both ways round, only some should leave the agency.
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
/// assert_eq!(counts.others(ChangeKind::Came), None); // nobody came, for no reason
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
    /// Whom of these it counts.
    pub counted: Counted,
    /// How many persons, or that it is suppressed: then it is a total, and not zero.
    pub count: Cell,
}

/// Whom a count of changes counts, by their reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Counted {
    /// Everybody: a total.
    AllReasons,
    /// Who had this reason.
    Reason(ChangeReason),
    /// Who had one of the reasons of the kind that have no count of their own (*andere redenen*).
    OtherReasons,
}

impl Counted {
    /// The stable text, without the reason.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AllReasons => "all_reasons",
            Self::Reason(_) => "reason",
            Self::OtherReasons => "other_reasons",
        }
    }

    /// The one reason, if it is one.
    pub const fn reason(self) -> Option<ChangeReason> {
        match self {
            Self::Reason(reason) => Some(reason),
            Self::AllReasons | Self::OtherReasons => None,
        }
    }
}

impl Changes {
    /// How many persons came, left or changed, for each reason that may be told and for the others together, suppressed.
    pub fn counts(&self, threshold: Threshold) -> ChangeCounts {
        let kinds = ChangeKind::ALL.map(|kind| self.of_kind(kind).map(|_| 1).sum());
        let tree = suppress(&[kinds.to_vec()], threshold);
        let mut all = vec![ChangeCount { kind: None, counted: Counted::AllReasons, count: tree.root() }];
        for (kind, &total) in ChangeKind::ALL.into_iter().zip(tree.leaves().iter().flatten()) {
            let of_kind = |counted, count| ChangeCount { kind: Some(kind), counted, count };
            all.push(of_kind(Counted::AllReasons, total));
            let groups: Vec<Group> = kind.reasons().iter().map(|&reason| self.group(kind, reason)).collect();
            let listed = listed(kind, self.since, self.on);
            let split = total.published().and_then(|_| Split::of(&groups, listed, self.rules.closed, threshold));
            if let Some(Split { told, others }) = split {
                let told = told.into_iter().map(|(reason, persons)| (Counted::Reason(reason), persons));
                let rows = told.chain([(Counted::OtherReasons, others)]);
                all.extend(rows.map(|(counted, persons)| of_kind(counted, Cell::Published(persons))));
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

    /// How many persons of the kind had the reason, by where they lived.
    fn group(&self, kind: ChangeKind, reason: ChangeReason) -> Group {
        let persons = || self.all.iter().zip(&self.homes).filter(|(one, _)| (one.kind, one.reason) == (kind, reason));
        let living = |home| persons().filter(|&(_, &one)| one == home).map(|_| 1).sum();
        Group { reason, persons: Home::ALL.map(living) }
    }
}

/// On which of the lists those of the kind stand.
fn listed(kind: ChangeKind, since: NaiveDate, on: NaiveDate) -> OnLists {
    match kind {
        ChangeKind::Changed => OnLists::Both,
        ChangeKind::Came if since < on => OnLists::Later,
        ChangeKind::Left if on < since => OnLists::Later,
        ChangeKind::Came | ChangeKind::Left => OnLists::Earlier,
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

    /// Every count: the total, then for each kind its total and, if its reasons are told, those that have a count of their own,
    /// in the order of the catalogue, and the others together.
    pub fn all(&self) -> &[ChangeCount] {
        &self.all
    }

    /// The count of a kind, or of those of it who had the reason; `None` where the reason has no count of its own.
    pub fn get(&self, kind: ChangeKind, reason: Option<ChangeReason>) -> Option<Cell> {
        self.find(kind, reason.map_or(Counted::AllReasons, Counted::Reason))
    }

    /// How many persons of the kind had one of the reasons that are not told; `None` where none is told.
    pub fn others(&self, kind: ChangeKind) -> Option<u64> {
        self.find(kind, Counted::OtherReasons).and_then(Cell::published)
    }

    /// The reasons that [`others`](Self::others) counts together; none where it is `None`. That one is among them does not say
    /// that anybody had it, only that one can: nobody comes by a death, or leaves by a first dossier or a merger.
    pub fn other_reasons(&self, kind: ChangeKind) -> impl Iterator<Item = ChangeReason> {
        let reasons = if self.others(kind).is_some() { kind.reasons() } else { &[] };
        let listed = listed(kind, self.since, self.on);
        let untold = move |reason: &ChangeReason| self.get(kind, Some(*reason)).is_none();
        reasons.iter().copied().filter(move |&reason| listed.allows(reason)).filter(untold)
    }

    fn find(&self, kind: ChangeKind, counted: Counted) -> Option<Cell> {
        let found = self.all.iter().find(|count| (count.kind, count.counted) == (Some(kind), counted));
        found.map(|count| count.count)
    }
}

/// The Dutch paper for the municipality: counts only.
impl fmt::Display for ChangeCounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { municipality, threshold, all, .. } = self;
        writeln!(f, "Wijzigingen in de lijst van inburgeraars\n")?;
        heading(f, *municipality, [self.since, self.on], &self.together)?;
        let mut untold = false;
        for &ChangeCount { kind, counted, count } in all {
            let said = count.published().map_or_else(|| "niet meegedeeld".to_owned(), |count| count.to_string());
            match (kind, counted) {
                (None, _) => writeln!(f, "Alle wijzigingen: {said}")?,
                (Some(kind), Counted::AllReasons) => {
                    let split = self.others(kind).is_some() || count == Cell::Published(0);
                    untold |= !split;
                    let note = if split { "" } else { " (redenen niet uitgesplitst)" };
                    writeln!(f, "\n{}: {said}{note}", capitalised(kind.dutch()))?;
                }
                (Some(_), Counted::Reason(reason)) => writeln!(f, "- {}: {said}", reason.dutch())?,
                (Some(_), Counted::OtherReasons) => writeln!(f, "- andere redenen: {said}")?,
            }
        }
        if all.iter().any(|count| count.count == Cell::Suppressed) {
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
        let split = || ChangeKind::ALL.into_iter().filter(|&kind| self.others(kind).is_some());
        if split().next().is_some() {
            writeln!(
                f,
                "\nAndere redenen: alleen samen geteld, zodat van niemand de reden uit deze aantallen blijkt, ook niet naast \
                 beide lijsten en het bevolkingsregister. Dat een reden hieronder staat, betekent niet dat iemand die \
                 reden had."
            )?;
        }
        for kind in split() {
            writeln!(f, "\n{}, andere redenen:", capitalised(kind.dutch()))?;
            self.other_reasons(kind).try_for_each(|reason| writeln!(f, "- {}", reason.dutch()))?;
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
