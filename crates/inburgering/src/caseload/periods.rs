//! The index of eligibility: for each municipality the periods in which persons are on its list, by number.

use super::packed::PackedAnswer;
use super::steps::Steps;
use super::{Facts, HORIZON_DAYS, of_horizon_day};
use crate::eligibility::{Basis, Flags};
use crate::lists::ListRow;
use crate::threads::{Threads, each_on_a_thread};
use crate::{Insz, Listed, Lists, Municipality, Period};

/// The periods of all municipalities; those of each stand together, ascending by number, then by day.
pub(crate) struct Periods {
    periods: Vec<EligiblePeriod>,
    /// Where the periods of each municipality begin; one more than there are municipalities.
    begin: Vec<usize>,
}

/// The days on which a person is on the list of a municipality with the same flags and basis: a row of the index, in 16
/// bytes. For the agency's own use.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct EligiblePeriod {
    /// The number, and in the last four bits flags and basis.
    number: u64,
    /// The position of the person in the caseload.
    person: u32,
    /// Half-open, in days since the first of the horizon.
    from: u16,
    until: u16,
}

impl EligiblePeriod {
    /// The number on these days.
    pub const fn number(self) -> Insz {
        Insz::of_valid(self.number >> 4)
    }

    /// Flags and basis on these days.
    pub fn flags_and_basis(self) -> (Flags, Basis) {
        PackedAnswer::flags_and_basis((self.number & 0b1111) as u8)
    }

    /// The person as on the list.
    pub(crate) fn listed(self) -> Listed {
        let (flags, basis) = self.flags_and_basis();
        Listed { number: self.number(), flags, basis }
    }

    /// The person as a row of the list of the municipality.
    const fn in_list(self, municipality: Municipality) -> ListRow {
        ListRow::new(municipality, self.number(), (self.number & 0b1111) as u8)
    }

    /// The position of the person in the caseload.
    pub(crate) const fn person(self) -> usize {
        self.person as usize
    }

    /// The days, within the [`horizon`](crate::horizon): without an end where they last until its end.
    pub fn period(self) -> Period {
        Period::new(Some(of_horizon_day(self.from)), (self.until < END).then(|| of_horizon_day(self.until)))
    }
}

/// `Debug` shows no digit of the number.
impl core::fmt::Debug for EligiblePeriod {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("EligiblePeriod")
            .field("number", &self.number())
            .field("period", &self.period())
            .finish_non_exhaustive()
    }
}

/// The day after the last of the horizon, counted from the first.
const END: u16 = HORIZON_DAYS;

impl Periods {
    /// The periods of everybody, from the steps.
    pub(super) fn of(facts: &Facts, steps: &Steps) -> Self {
        let replaced = replaced(facts, steps);
        let mut begin = vec![0];
        let mut end = 0;
        for length in steps.in_municipality() {
            end += length;
            begin.push(end);
        }
        let mut periods = vec![NONE; end];
        let threads = facts.threads.for_rows(end, LEAST_PERIODS_OF_A_THREAD);
        let pieces = pieces(&mut periods, &begin, threads);
        each_on_a_thread(pieces, |piece| piece.fill(facts, steps, &replaced));
        Self { periods, begin }
    }

    /// The periods of a municipality, ascending by number, then by day.
    pub(crate) fn in_municipality(&self, municipality: Municipality) -> &[EligiblePeriod] {
        let at = municipality.index();
        let bounds = self.begin.get(at).zip(self.begin.get(at + 1));
        bounds.and_then(|(&from, &until)| self.periods.get(from..until)).unwrap_or_default()
    }

    /// The periods of a municipality that cover a day, which is counted from the first of the horizon: who is on its list.
    pub(crate) fn covering(&self, municipality: Municipality, day: u16) -> Covering<'_> {
        let periods = self.in_municipality(municipality);
        Covering { left: periods, day, found: [NONE; CHUNK], count: 0, next: 0 }
    }

    /// All lists of a day, which is counted from the first of the horizon.
    pub(crate) fn lists(&self, day: u16, threads: Threads) -> Lists {
        let list = |municipality, list: &mut Vec<ListRow>| {
            list.extend(self.covering(municipality, day).map(|period| period.in_list(municipality)));
        };
        Lists::of_each(list, self.len(), threads)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.periods.len()
    }
}

/// How many periods are looked at together.
const CHUNK: usize = 64;

/// A period of nobody.
const NONE: EligiblePeriod = EligiblePeriod { number: 0, person: 0, from: 0, until: 0 };

/// The periods that cover a day, by number.
///
/// Which of the periods cover the day follows no pattern, so a processor that guesses would guess wrong at every third: a
/// chunk of them is sifted without asking, each put in the place where the next found one belongs.
#[derive(Clone)]
pub(crate) struct Covering<'a> {
    left: &'a [EligiblePeriod],
    day: u16,
    found: [EligiblePeriod; CHUNK],
    count: usize,
    next: usize,
}

impl Iterator for Covering<'_> {
    type Item = EligiblePeriod;

    #[inline]
    fn next(&mut self) -> Option<EligiblePeriod> {
        while self.next == self.count {
            let (chunk, left) = self.left.split_at_checked(CHUNK).unwrap_or((self.left, &[]));
            if chunk.is_empty() {
                return None;
            }
            (self.left, self.count, self.next) = (left, 0, 0);
            for period in chunk {
                if let Some(place) = self.found.get_mut(self.count) {
                    *place = *period;
                }
                self.count += usize::from(period.from <= self.day) & usize::from(self.day < period.until);
            }
        }
        let period = self.found.get(self.next).copied()?;
        self.next += 1;
        Some(period)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let found = self.count - self.next;
        (found, Some(found + self.left.len()))
    }
}

/// A thread should have so many periods, or starting it costs more than it saves.
const LEAST_PERIODS_OF_A_THREAD: usize = 50_000;

/// The periods of a person with the position of their municipality, each with the position of its number.
fn of_person(steps: &Steps, person: usize) -> impl Iterator<Item = (Municipality, u16, EligiblePeriod)> {
    let steps = steps.of_person(person);
    let untils = steps.iter().skip(1).map(|step| step.from()).chain([END]);
    steps.iter().zip(untils).filter_map(move |(step, until)| {
        let answer = step.answer();
        let bits = u64::from(answer.flags_and_reason());
        let person = u32::try_from(person).ok()?;
        let period = EligiblePeriod { number: bits, person, from: step.from(), until };
        Some((answer.eligible_in()?, step.position(), period))
    })
}

/// The periods under a number that is not the lowest of its person, sorted: they do not stand where the persons do.
fn replaced(facts: &Facts, steps: &Steps) -> Vec<(Municipality, EligiblePeriod)> {
    let mut replaced = Vec::new();
    for person in facts.persons_of_several_numbers() {
        for (municipality, position, period) in of_person(steps, person).filter(|&(_, position, _)| position > 0) {
            let number = facts.number_at(person, position);
            replaced.extend(number.map(|number| (municipality, period.under(number))));
        }
    }
    replaced.sort_unstable_by_key(|(municipality, period)| (*municipality, period.number >> 4, period.from));
    replaced
}

impl EligiblePeriod {
    /// The period under this number, beside the flags that it has.
    const fn under(mut self, number: Insz) -> Self {
        self.number |= number.to_u64() << 4;
        self
    }
}

/// The periods of some municipalities that follow each other, to be filled.
struct Piece<'a> {
    periods: &'a mut [EligiblePeriod],
    /// The position of the first municipality of the piece.
    first: usize,
    /// Where each of them begins within the piece, and where the last ends.
    begin: Vec<usize>,
}

/// The periods in so many pieces of whole municipalities, of about one length.
fn pieces<'a>(mut periods: &'a mut [EligiblePeriod], begin: &[usize], count: usize) -> Vec<Piece<'a>> {
    let wanted = periods.len().div_ceil(count).max(1);
    let mut pieces = Vec::with_capacity(count);
    let (mut first, mut taken) = (0, 0);
    for (at, &end) in begin.iter().enumerate().skip(1) {
        if end - taken >= wanted || at + 1 == begin.len() {
            let (piece, rest) = periods.split_at_mut(end - taken);
            let bounds = begin.get(first..=at).unwrap_or_default();
            let begin = bounds.iter().map(|bound| bound - taken).collect();
            pieces.push(Piece { periods: piece, first, begin });
            (periods, first, taken) = (rest, at, end);
        }
    }
    pieces
}

impl Piece<'_> {
    /// Fills in the periods in the order of the persons, then those under a number that replaced another.
    fn fill(self, facts: &Facts, steps: &Steps, replaced: &[(Municipality, EligiblePeriod)]) {
        let Self { periods, first, begin } = self;
        let mut next = begin.clone();
        for person in 0..steps.persons() {
            for (municipality, position, period) in of_person(steps, person) {
                let Some(at) = municipality.index().checked_sub(first).filter(|at| at + 1 < begin.len()) else {
                    continue;
                };
                if position > 0 {
                    continue;
                }
                let (Some(place), Some(number)) = (next.get_mut(at), facts.number_at(person, 0)) else { continue };
                if let Some(slot) = periods.get_mut(*place) {
                    *slot = period.under(number);
                }
                *place += 1;
            }
        }
        for replaced in replaced.chunk_by(|one, other| one.0 == other.0) {
            let of_piece = |(municipality, _): &(Municipality, EligiblePeriod)| municipality.index().checked_sub(first);
            let Some(at) = replaced.first().and_then(of_piece) else { continue };
            if let (Some(&from), Some(&until)) = (begin.get(at), begin.get(at + 1))
                && let Some(periods) = periods.get_mut(from..until)
            {
                merge(periods, replaced);
            }
        }
    }
}

/// Puts the sorted `others` among the sorted periods at the front, which leave as much room at the end.
fn merge(periods: &mut [EligiblePeriod], others: &[(Municipality, EligiblePeriod)]) {
    let key = |period: &EligiblePeriod| (period.number >> 4, period.from);
    let (mut front, mut others) = (periods.len().saturating_sub(others.len()), others.iter().rev().peekable());
    for place in (0..periods.len()).rev() {
        let Some((_, other)) = others.peek() else { return };
        let before = front.checked_sub(1).and_then(|at| periods.get(at)).copied();
        let taken = match before {
            Some(period) if key(&period) > key(other) => {
                front -= 1;
                period
            }
            _ => {
                let taken = *other;
                others.next();
                taken
            }
        };
        if let Some(slot) = periods.get_mut(place) {
            *slot = taken;
        }
    }
}
