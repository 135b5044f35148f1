//! The rows of the input tables as they are kept: packed, and each under its person.

use crate::dossier::DossierFacts;
use crate::sort::sort_in_buckets;
use crate::threads::Threads;
use crate::{DossierNumber, Insz};

/// A row of a table: under whom it stands, its number as the caller counts, and the fact.
#[derive(Clone, Copy)]
pub(crate) struct Row<T> {
    pub(crate) under: Under,
    pub(crate) row: u32,
    pub(crate) fact: T,
}

/// Whom a row names: the lowest number of its person, and the position of its own number among the person's.
///
/// In one word, so that rows can be sorted by it: eleven digits take 37 bits, the position 16.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Under(u64);

impl Under {
    /// Under its own number.
    pub(super) const fn own(insz: Insz) -> Self {
        Self(insz.to_u64() << 16)
    }

    /// Under the person of this lowest number, by the number at the position.
    pub(super) const fn person(lowest: Insz, position: u16) -> Self {
        Self(Self::own(lowest).0 | position as u64)
    }

    /// The lowest number of the person.
    pub(crate) const fn lowest(self) -> Insz {
        Insz::of_valid(self.0 >> 16)
    }

    /// The position of the row's own number among the person's; 0 for a person who has one.
    #[expect(clippy::cast_possible_truncation, reason = "the position is in the last 16 bits")]
    pub(crate) const fn position(self) -> u16 {
        self.0 as u16
    }
}

/// Sorts the rows by person, then by what is asked of each.
pub(super) fn sort_by_person<T: Copy + Send + Sync, K: Ord>(
    rows: &mut [Row<T>],
    then: impl Fn(&Row<T>) -> K + Sync,
    threads: Threads,
) {
    // A bucket for each year and month of birth as the numbers have them.
    sort_in_buckets(rows, 10_000, |row| split(row.under.lowest()), then, threads);
}

/// The first four digits of a number, and the others.
#[expect(clippy::cast_possible_truncation, reason = "four digits, and seven")]
const fn split(insz: Insz) -> (usize, u32) {
    ((insz.to_u64() / 10_000_000) as usize, (insz.to_u64() % 10_000_000) as u32)
}

/// What a caseload keeps of a dossier: what is recorded, and which of the [`DossierNumbers`] is its number.
#[derive(Clone, Copy)]
pub(crate) struct DossierRow {
    pub(crate) facts: DossierFacts,
    pub(crate) number: u32,
}

/// The numbers of many dossiers, one after the other in one text.
#[derive(Default)]
pub(crate) struct DossierNumbers {
    text: String,
    /// Where each number ends.
    ends: Vec<usize>,
}

impl DossierNumbers {
    /// Adds a number; its position.
    pub(super) fn push(&mut self, number: &str) -> u32 {
        let at = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.text.push_str(number);
        self.ends.push(self.text.len());
        at
    }

    /// Adds the numbers of another, in their order.
    pub(super) fn append(&mut self, others: &Self) {
        let after = self.text.len();
        self.text.push_str(&others.text);
        self.ends.extend(others.ends.iter().map(|end| after + end));
    }

    /// The number at a position.
    pub(crate) fn get(&self, at: u32) -> DossierNumber {
        DossierNumber::of_trimmed(self.text_of(at))
    }

    /// The text of the number at a position.
    pub(super) fn text_of(&self, at: u32) -> &str {
        let at = at as usize;
        let begin = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.ends.get(at).and_then(|&end| self.text.get(begin..end)).unwrap_or_default()
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Makes room for so many more.
    pub(super) fn reserve(&mut self, numbers: usize) {
        self.ends.reserve(numbers);
    }
}
