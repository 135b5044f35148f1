//! Sorting many rows: first into buckets, then each bucket within the cache of a processor.

use crate::threads::{Threads, each_on_a_thread};

/// A thread should have so many rows to sort, or starting it costs more than it saves (measured: benches/README.md).
const LEAST_ROWS_OF_A_THREAD: usize = 25_000;

/// Sorts the rows by the place of each, a bucket below `buckets` with a position in it, and rows of one place by `then`.
///
/// Rows that are sorted already are left as they are. There may be at most 4 294 967 295 rows.
pub(crate) fn sort_in_buckets<T: Copy + Send + Sync, K: Ord>(
    rows: &mut [T],
    buckets: usize,
    place: impl Fn(&T) -> (usize, u32) + Sync,
    then: impl Fn(&T) -> K + Sync,
    threads: Threads,
) {
    if rows.is_sorted_by_key(|row| (place(row), then(row))) {
        return;
    }
    let lengths = lengths(rows, buckets, &place);
    let scattered = scattered(rows, &lengths, &place);
    let threads = threads.for_rows(rows.len(), LEAST_ROWS_OF_A_THREAD);
    each_on_a_thread(pieces(rows, &scattered, lengths, threads), |Piece { mut rows, mut scattered, lengths }| {
        let mut words = Vec::new();
        for length in lengths {
            let (bucket, rest) = rows.split_at_mut(length.min(rows.len()));
            let (unsorted, others) = scattered.split_at(length.min(scattered.len()));
            sort_bucket(bucket, unsorted, |row| place(row).1, &then, &mut words);
            (rows, scattered) = (rest, others);
        }
    });
}

/// How many rows each bucket has.
fn lengths<T>(rows: &[T], buckets: usize, place: impl Fn(&T) -> (usize, u32)) -> Vec<usize> {
    let mut lengths = vec![0; buckets];
    for row in rows {
        if let Some(length) = lengths.get_mut(place(row).0) {
            *length += 1;
        }
    }
    lengths
}

/// The rows bucket by bucket, in each in the order in which they came.
fn scattered<T: Copy>(rows: &[T], lengths: &[usize], place: impl Fn(&T) -> (usize, u32)) -> Vec<T> {
    let mut end = 0;
    let begins = lengths.iter().map(|length| {
        end += length;
        end - length
    });
    let mut next: Vec<usize> = begins.collect();
    let mut scattered = rows.to_vec();
    for row in rows {
        let Some(next) = next.get_mut(place(row).0) else { continue };
        if let Some(slot) = scattered.get_mut(*next) {
            *slot = *row;
        }
        *next += 1;
    }
    scattered
}

/// Sorts the rows of a bucket from `unsorted` into `bucket`: words of a position and a number of the row first.
fn sort_bucket<T: Copy, K: Ord>(
    bucket: &mut [T],
    unsorted: &[T],
    position: impl Fn(&T) -> u32,
    then: impl Fn(&T) -> K,
    words: &mut Vec<u64>,
) {
    words.clear();
    words.extend((0_u64..).zip(unsorted).map(|(at, row)| u64::from(position(row)) << 32 | at));
    words.sort_unstable();
    for (slot, word) in bucket.iter_mut().zip(words.iter()) {
        if let Some(row) = usize::try_from(word & u64::from(u32::MAX)).ok().and_then(|at| unsorted.get(at)) {
            *slot = *row;
        }
    }
    for of_one_place in bucket.chunk_by_mut(|one, other| position(one) == position(other)) {
        if of_one_place.len() > 1 {
            of_one_place.sort_unstable_by_key(&then);
        }
    }
}

/// Whole buckets, for one thread: where the rows go, where they stand, and how long each bucket is.
struct Piece<'a, T> {
    rows: &'a mut [T],
    scattered: &'a [T],
    lengths: Vec<usize>,
}

/// The buckets in so many pieces of about one length.
fn pieces<'a, T>(
    mut rows: &'a mut [T],
    mut scattered: &'a [T],
    lengths: Vec<usize>,
    count: usize,
) -> Vec<Piece<'a, T>> {
    let wanted = rows.len().div_ceil(count);
    let mut pieces = Vec::with_capacity(count);
    let (mut of_piece, mut taken) = (Vec::new(), 0);
    for length in lengths {
        of_piece.push(length);
        taken += length;
        if taken >= wanted {
            let (of_rows, rest) = rows.split_at_mut(taken);
            let (of_scattered, others) = scattered.split_at(taken);
            pieces.push(Piece { rows: of_rows, scattered: of_scattered, lengths: core::mem::take(&mut of_piece) });
            (rows, scattered, taken) = (rest, others, 0);
        }
    }
    pieces.push(Piece { rows, scattered, lengths: of_piece });
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::sort_in_buckets;
    use crate::Threads;

    proptest! {
        #[test]
        fn it_sorts(mut rows in proptest::collection::vec((0_u32..500, 0_u8..4), 0..300), threads in 1_usize..4) {
            let mut expected = rows.clone();
            expected.sort_unstable();
            let place = |row: &(u32, u8)| ((row.0 / 15) as usize, row.0 % 15);
            sort_in_buckets(&mut rows, 40, place, |row| row.1, Threads::at_most(threads));
            prop_assert_eq!(rows, expected);
        }
    }

    #[test]
    fn many_rows_are_sorted_on_several_threads() {
        let mut rows: Vec<u64> = (0..200_000).map(|at: u64| at.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 30).collect();
        let mut expected = rows.clone();
        expected.sort_unstable();
        let place = |row: &u64| ((row >> 24) as usize, (row & 0xFF_FFFF) as u32);
        sort_in_buckets(&mut rows, 1 << 10, place, |_| (), Threads::at_most(3));
        assert!(rows == expected);
    }
}
