//! How many threads bulk work may use, in the caller's hand.

use core::num::NonZeroUsize;
use std::thread;

/// How many threads bulk work may use.
///
/// The answers do not depend on it. Work on few rows is done on one thread in any case, since starting another costs more
/// than it saves.
///
/// ```
/// use inburgering::Threads;
///
/// // A service that answers many callers at once wants each on one thread.
/// assert_eq!(Threads::at_most(1), Threads::ONE);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Threads {
    /// As many as the machine can run at once.
    #[default]
    Available,
    /// No more than these.
    AtMost(NonZeroUsize),
}

impl Threads {
    /// The thread of the caller alone.
    pub const ONE: Self = Self::AtMost(NonZeroUsize::MIN);

    /// No more than so many; none is one.
    pub const fn at_most(threads: usize) -> Self {
        match NonZeroUsize::new(threads) {
            Some(threads) => Self::AtMost(threads),
            None => Self::ONE,
        }
    }

    /// How many threads so many rows are worth, where one thread should have at least `least` of them.
    pub fn for_rows(self, rows: usize, least: usize) -> usize {
        let worth = rows.checked_div(least).unwrap_or(rows).max(1);
        let allowed = match self {
            Self::AtMost(threads) => threads.get(),
            Self::Available if worth == 1 => 1,
            Self::Available => thread::available_parallelism().map_or(1, NonZeroUsize::get),
        };
        allowed.min(worth)
    }
}

/// Does each piece of work on a thread of its own, the first on the caller's; the results in the order of the pieces.
///
/// A panic in one of them goes on in the caller.
pub fn each_on_a_thread<P: Send, R: Send>(pieces: Vec<P>, work: impl Fn(P) -> R + Sync) -> Vec<R> {
    let mut pieces = pieces.into_iter();
    let Some(first) = pieces.next() else { return Vec::new() };
    let work = &work;
    thread::scope(|scope| {
        let others: Vec<_> = pieces.map(|piece| scope.spawn(move || work(piece))).collect();
        let mut results = vec![work(first)];
        results.extend(
            others.into_iter().map(|other| other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))),
        );
        results
    })
}

/// So many parts of `0..count`, one after the other, of about one length; none is empty unless all are.
pub fn shares(count: usize, parts: usize) -> Vec<core::ops::Range<usize>> {
    let parts = parts.clamp(1, count.max(1));
    let bound = |part: usize| {
        // A product of two lengths may pass 64 bits only on machines that could not hold the rows.
        usize::try_from(count as u128 * part as u128 / parts as u128).unwrap_or(count)
    };
    (0..parts).map(|part| bound(part)..bound(part + 1)).collect()
}

/// At most so many parts of `0..count`, one after the other, of about one weight.
pub(crate) fn weighed_shares(
    count: usize,
    weight: impl Fn(usize) -> usize,
    parts: usize,
) -> Vec<core::ops::Range<usize>> {
    let wanted = (0..count).map(&weight).sum::<usize>().div_ceil(parts.max(1)).max(1);
    let (mut shares, mut from, mut taken) = (Vec::with_capacity(parts), 0, 0);
    for at in 0..count {
        taken += weight(at);
        if taken >= wanted {
            shares.push(from..at + 1);
            (from, taken) = (at + 1, 0);
        }
    }
    shares.push(from..count);
    shares
}

#[cfg(test)]
mod tests {
    use super::{Threads, each_on_a_thread, shares, weighed_shares};

    #[test]
    fn few_rows_are_worth_one_thread() {
        for (rows, worth) in [(0, 1), (1, 1), (9, 1), (10, 1), (19, 1), (20, 2), (39, 3), (1_000, 3)] {
            assert_eq!(Threads::at_most(3).for_rows(rows, 10), worth, "{rows} rows");
        }
        assert_eq!(Threads::ONE.for_rows(1_000_000, 1), 1);
        assert_eq!(Threads::Available.for_rows(9, 10), 1);
    }

    #[test]
    fn shares_cover_everything_once() {
        for count in 0..20 {
            for parts in 1..6 {
                let shares = shares(count, parts);
                let all: Vec<usize> = shares.iter().cloned().flatten().collect();
                assert_eq!(all, (0..count).collect::<Vec<_>>());
                assert!(shares.len() <= parts && (count == 0 || shares.iter().all(|share| !share.is_empty())));
            }
        }
    }

    #[test]
    fn weighed_shares_cover_everything_once_and_share_the_weight() {
        for parts in 1..5 {
            let shares = weighed_shares(100, |at| at % 7, parts);
            let all: Vec<usize> = shares.iter().cloned().flatten().collect();
            assert_eq!(all, (0..100).collect::<Vec<_>>());
            let of_share = |share: &core::ops::Range<usize>| share.clone().map(|at| at % 7).sum::<usize>();
            assert!(shares.iter().all(|share| of_share(share) < 295 / parts + 8), "{parts} parts");
        }
        assert_eq!(weighed_shares(3, |_| 0, 2).len(), 1);
    }

    #[test]
    fn results_come_in_the_order_of_the_pieces() {
        assert_eq!(
            each_on_a_thread((0..9).collect(), |piece| piece * 2),
            (0..9).map(|piece| piece * 2).collect::<Vec<_>>()
        );
    }
}
