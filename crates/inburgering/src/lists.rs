//! All lists of one day.

use crate::caseload::PackedAnswer;
use crate::eligibility::{Basis, Flags};
use crate::threads::{Threads, each_on_a_thread};
use crate::{Insz, Municipality};

/// A person on the list of a municipality, with the basis, for the agency's own use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Listed {
    /// The register number on the day.
    pub number: Insz,
    /// Contract signed and attest obtained, on the day.
    pub flags: Flags,
    /// Which fact places the person.
    pub basis: Basis,
}

/// A person on a list in one word, ordered by municipality and number: the position of the municipality in ten bits, the
/// number in 37, flags and reason in four.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ListRow(u64);

impl ListRow {
    /// The person of this number, on the list of a municipality with these flags, for this reason.
    pub(crate) const fn new(municipality: Municipality, number: Insz, flags_and_reason: u8) -> Self {
        Self((municipality.position() as u64) << 41 | number.to_u64() << 4 | flags_and_reason as u64)
    }

    /// The position of the municipality in the table.
    const fn municipality(self) -> usize {
        (self.0 >> 41) as usize
    }

    /// The person as on the list.
    fn listed(self) -> Listed {
        let (flags, basis) = PackedAnswer::flags_and_basis((self.0 & 0b1111) as u8);
        Listed { number: Insz::of_valid(self.0 >> 4 & ((1 << 37) - 1)), flags, basis }
    }
}

/// Who is on the list of which municipality on one day, for the agency's own use.
///
/// What may leave it is a [`DisclosureList`](crate::DisclosureList). `Debug` shows how many persons there are.
#[derive(Clone, PartialEq, Eq)]
pub struct Lists {
    /// Municipality by municipality, ascending by number.
    rows: Vec<ListRow>,
    /// Where the persons of each municipality begin; one more than there are municipalities.
    begin: Vec<usize>,
}

impl Lists {
    /// The lists of these persons, who come ascending by number but for some.
    pub(crate) fn of(parts: &[Vec<ListRow>]) -> Self {
        let mut begin = vec![0_usize; Municipality::COUNT + 1];
        for row in parts.iter().flatten() {
            if let Some(count) = begin.get_mut(row.municipality() + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut begin {
            sum += *count;
            *count = sum;
        }
        let mut next = begin.clone();
        let mut rows = vec![ListRow(0); sum];
        for &row in parts.iter().flatten() {
            if let Some(place) = next.get_mut(row.municipality()) {
                if let Some(slot) = rows.get_mut(*place) {
                    *slot = row;
                }
                *place += 1;
            }
        }
        for bounds in begin.windows(2) {
            if let &[from, until] = bounds
                && let Some(of_one) = rows.get_mut(from..until)
                && !of_one.is_sorted()
            {
                of_one.sort_unstable();
            }
        }
        Self { rows, begin }
    }

    /// The list of each municipality in turn, so many at once as there are threads for.
    pub(crate) fn of_each(
        list: impl Fn(Municipality, &mut Vec<ListRow>) + Sync,
        size: usize,
        threads: Threads,
    ) -> Self {
        let threads = threads.for_rows(size, LEAST_PERIODS_OF_A_THREAD);
        let all: Vec<Municipality> = Municipality::all().collect();
        let parts = each_on_a_thread(all.chunks(all.len().div_ceil(threads)).collect(), |municipalities| {
            let mut part = Self { rows: Vec::with_capacity(size / threads / 2), begin: Vec::new() };
            for &municipality in municipalities {
                part.begin.push(part.rows.len());
                list(municipality, &mut part.rows);
            }
            part
        });
        let mut parts = parts.into_iter();
        let mut lists = parts.next().unwrap_or(Self { rows: Vec::new(), begin: Vec::new() });
        for part in parts {
            let after = lists.rows.len();
            lists.begin.extend(part.begin.into_iter().map(|begin| after + begin));
            lists.rows.extend(part.rows);
        }
        lists.begin.push(lists.rows.len());
        lists
    }

    /// The persons on the list of the municipality, ascending by number; none where the municipality is not valid on the
    /// day.
    pub fn of_municipality(&self, municipality: Municipality) -> impl ExactSizeIterator<Item = Listed> + Clone {
        let at = municipality.index();
        let bounds = self.begin.get(at).zip(self.begin.get(at + 1));
        let rows = bounds.and_then(|(&from, &until)| self.rows.get(from..until)).unwrap_or_default();
        rows.iter().map(|row| row.listed())
    }

    /// Every municipality with somebody on its list, ascending by code, each with its persons.
    pub fn iter(&self) -> impl Iterator<Item = (Municipality, impl ExactSizeIterator<Item = Listed> + Clone)> {
        let lists = Municipality::all().map(|municipality| (municipality, self.of_municipality(municipality)));
        lists.filter(|(_, list)| list.len() > 0)
    }

    /// How many persons are on a list.
    pub const fn persons(&self) -> usize {
        self.rows.len()
    }
}

/// A thread should have so many periods to look at, or starting it costs more than it saves.
const LEAST_PERIODS_OF_A_THREAD: usize = 250_000;

/// How many persons there are.
impl core::fmt::Debug for Lists {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Lists").field("persons", &self.persons()).finish_non_exhaustive()
    }
}
