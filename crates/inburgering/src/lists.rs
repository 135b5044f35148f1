//! All lists of one day.

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
    /// The position of the person in the caseload.
    pub(crate) person: u32,
}

/// Who is on the list of which municipality on one day, for the agency's own use.
///
/// What may leave it is a [`DisclosureList`](crate::DisclosureList). `Debug` shows how many persons there are.
#[derive(Clone, PartialEq, Eq)]
pub struct Lists {
    /// Municipality by municipality, ascending by number.
    listed: Vec<Listed>,
    /// Where the persons of each municipality begin; one more than there are municipalities.
    begin: Vec<usize>,
}

impl Lists {
    /// The lists of these persons, who come ascending by number but for some.
    pub(crate) fn of(listed: &[(Municipality, Listed)]) -> Self {
        let mut begin = vec![0_usize; Municipality::COUNT + 1];
        for (municipality, _) in listed {
            if let Some(count) = begin.get_mut(municipality.index() + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut begin {
            sum += *count;
            *count = sum;
        }
        let mut next = begin.clone();
        let mut lists = listed.first().map(|&(_, any)| vec![any; listed.len()]).unwrap_or_default();
        for &(municipality, person) in listed {
            if let Some(place) = next.get_mut(municipality.index()) {
                if let Some(slot) = lists.get_mut(*place) {
                    *slot = person;
                }
                *place += 1;
            }
        }
        for bounds in begin.windows(2) {
            if let &[from, until] = bounds
                && let Some(of_one) = lists.get_mut(from..until)
                && !of_one.is_sorted_by_key(|person| person.number)
            {
                of_one.sort_unstable_by_key(|person| person.number);
            }
        }
        Self { listed: lists, begin }
    }

    /// The list of each municipality in turn, so many at once as there are threads for.
    pub(crate) fn of_each(list: impl Fn(Municipality, &mut Vec<Listed>) + Sync, size: usize, threads: Threads) -> Self {
        let threads = threads.for_rows(size, LEAST_PERIODS_OF_A_THREAD);
        let all: Vec<Municipality> = Municipality::all().collect();
        let parts = each_on_a_thread(all.chunks(all.len().div_ceil(threads)).collect(), |municipalities| {
            let mut part = Self { listed: Vec::with_capacity(size / threads / 2), begin: Vec::new() };
            for &municipality in municipalities {
                part.begin.push(part.listed.len());
                list(municipality, &mut part.listed);
            }
            part
        });
        let mut parts = parts.into_iter();
        let mut lists = parts.next().unwrap_or(Self { listed: Vec::new(), begin: Vec::new() });
        for part in parts {
            let after = lists.listed.len();
            lists.begin.extend(part.begin.into_iter().map(|begin| after + begin));
            lists.listed.extend(part.listed);
        }
        lists.begin.push(lists.listed.len());
        lists
    }

    /// The persons on the list of the municipality, ascending by number; none where the municipality is not valid on the
    /// day.
    pub fn of_municipality(&self, municipality: Municipality) -> &[Listed] {
        let at = municipality.index();
        let bounds = self.begin.get(at).zip(self.begin.get(at + 1));
        bounds.and_then(|(&from, &until)| self.listed.get(from..until)).unwrap_or_default()
    }

    /// Every municipality with somebody on its list, ascending by code, each with its persons.
    pub fn iter(&self) -> impl Iterator<Item = (Municipality, &[Listed])> {
        let lists = Municipality::all().map(|municipality| (municipality, self.of_municipality(municipality)));
        lists.filter(|(_, list)| !list.is_empty())
    }

    /// How many persons are on a list.
    pub const fn persons(&self) -> usize {
        self.listed.len()
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
