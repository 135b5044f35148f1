//! The rows of the input tables as they are kept: packed, and each under its person.

use crate::dossier::DossierFacts;
use crate::threads::{Threads, each_on_a_thread};
use crate::{DossierNumber, Insz};

/// A row of a table: under whom it stands, its number as the caller counts, and the fact.
#[derive(Clone, Copy)]
#[expect(clippy::struct_field_names, reason = "`row` is what its number is called everywhere else")]
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

/// The rows of a table in a hundred parts, by the two digits of a year that the numbers of the persons begin with.
///
/// Parts of this size are sorted within the cache of a processor, and on as many threads as there are. Once sorted, the
/// parts one after the other are in the order of the persons.
pub(crate) struct Rows<T> {
    years: Vec<Vec<Row<T>>>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { years: (0..100).map(|_| Vec::new()).collect() }
    }
}

impl<T: Copy + Send + Sync> Rows<T> {
    /// Adds a row to those of its year.
    pub(super) fn push(&mut self, row: Row<T>) {
        if let Some(year) = self.years.get_mut(row.under.lowest().year_digits()) {
            year.push(row);
        }
    }

    /// Adds the rows of another after these.
    pub(super) fn append(&mut self, others: Self) {
        for (year, mut others) in self.years.iter_mut().zip(others.years) {
            if year.is_empty() {
                *year = others;
            } else {
                year.append(&mut others);
            }
        }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.years.iter().map(Vec::len).sum()
    }

    /// Every row, in the order of the years.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Row<T>> {
        self.years.iter().flatten()
    }

    /// Every row, to be changed, but for under whom it stands.
    pub(super) fn facts_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.years.iter_mut().flatten().map(|row| &mut row.fact)
    }

    /// The rows of the persons whose numbers begin with these two digits.
    pub(crate) fn of_year(&self, year: usize) -> &[Row<T>] {
        self.years.get(year).map(Vec::as_slice).unwrap_or_default()
    }

    /// Puts rows that stand under their own number under their person, where that is another.
    pub(super) fn put_under(&mut self, person_of: impl Fn(Insz) -> Option<Under>) {
        let mut moved = Vec::new();
        for (year, rows) in self.years.iter_mut().enumerate() {
            let moving = rows.extract_if(.., |row| {
                let under = person_of(row.under.lowest());
                row.under = under.unwrap_or(row.under);
                row.under.lowest().year_digits() != year
            });
            moved.extend(moving);
        }
        for row in moved {
            self.push(row);
        }
    }

    /// Sorts the rows by person, then by what is asked of each. Years that are sorted already are left as they are.
    pub(super) fn sort<K: Ord>(&mut self, then: impl Fn(&Row<T>) -> K + Sync, threads: Threads) {
        let count = self.len();
        let threads = threads.for_rows(count, LEAST_ROWS_OF_A_THREAD);
        let wanted = count.div_ceil(threads).max(1);
        let (mut pieces, mut left) = (Vec::new(), self.years.as_mut_slice());
        while !left.is_empty() {
            let lengths = left.iter().scan(0, |sum, year| {
                *sum += year.len();
                Some(*sum)
            });
            let years = lengths.take_while(|&sum| sum < wanted).count() + 1;
            let (piece, rest) = left.split_at_mut(years.min(left.len()));
            pieces.push(piece);
            left = rest;
        }
        each_on_a_thread(pieces, |years| {
            let (mut words, mut sorted) = (Vec::new(), Vec::new());
            for year in years {
                sort_year(year, &then, &mut words, &mut sorted);
            }
        });
    }
}

/// A thread should have so many rows to sort, or starting it costs more than it saves.
const LEAST_ROWS_OF_A_THREAD: usize = 25_000;

/// Sorts the rows of a year; `words` and `sorted` are room for it.
fn sort_year<T: Copy, K: Ord>(
    rows: &mut [Row<T>],
    then: impl Fn(&Row<T>) -> K,
    words: &mut Vec<u64>,
    sorted: &mut Vec<Row<T>>,
) {
    if rows.is_sorted_by_key(|row| (row.under.lowest(), then(row))) {
        return;
    }
    // The nine digits after the year, and which row it is. This sort makes use of rows that are sorted but for some.
    words.clear();
    words.extend((0_u64..).zip(&*rows).map(|(at, row)| (row.under.lowest().to_u64() % YEAR) << 32 | at));
    #[expect(clippy::stable_sort_primitive, reason = "the stable one makes use of rows that are sorted but for some")]
    words.sort();
    let row_of = |word: &u64| rows.get(usize::try_from(word & u64::from(u32::MAX)).ok()?).copied();
    sorted.clear();
    sorted.extend(words.iter().filter_map(row_of));
    for of_person in sorted.chunk_by_mut(|one, other| one.under.lowest() == other.under.lowest()) {
        if of_person.len() > 1 {
            of_person.sort_unstable_by_key(&then);
        }
    }
    rows.copy_from_slice(sorted);
}

/// The digits after those of the year.
const YEAR: u64 = 1_000_000_000;

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
}
