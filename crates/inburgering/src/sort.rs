//! Sorting many rows: first into buckets, in place, then each bucket within the cache of a processor.

use crate::threads::{Threads, each_on_a_thread};

/// A thread should have so many rows to sort, or starting it costs more than it saves (measured: benches/README.md).
const LEAST_ROWS_OF_A_THREAD: usize = 25_000;

/// Sorts the rows in place by the key; equal keys in no order of their own.
///
/// `bucket` says which of `buckets` a row belongs to, and must rise with the key: rows of a lower bucket have lower keys.
/// Rows that are sorted already are left as they are.
pub(crate) fn sort_in_buckets<T: Send, K: Ord>(
    rows: &mut [T],
    buckets: usize,
    bucket: impl Fn(&T) -> usize,
    key: impl Fn(&T) -> K + Sync,
    threads: Threads,
) {
    if rows.is_sorted_by_key(&key) {
        return;
    }
    let lengths = into_buckets(rows, buckets, bucket);
    let threads = threads.for_rows(rows.len(), LEAST_ROWS_OF_A_THREAD);
    let pieces = pieces(rows, lengths, threads);
    each_on_a_thread(pieces, |(mut rows, lengths)| {
        for length in lengths {
            let (bucket, rest) = rows.split_at_mut(length.min(rows.len()));
            bucket.sort_unstable_by(|one, other| key(one).cmp(&key(other)));
            rows = rest;
        }
    });
}

/// Moves every row to its bucket, by exchanging rows; the lengths of the buckets.
fn into_buckets<T>(rows: &mut [T], buckets: usize, bucket: impl Fn(&T) -> usize) -> Vec<usize> {
    let bucket = |row: &T| bucket(row).min(buckets - 1);
    let mut lengths = vec![0_usize; buckets];
    for row in rows.iter() {
        if let Some(length) = lengths.get_mut(bucket(row)) {
            *length += 1;
        }
    }
    let mut end = 0;
    // For each bucket the first position that may hold a row of another, and the end.
    let mut open: Vec<(usize, usize)> = lengths
        .iter()
        .map(|length| {
            let begin = end;
            end += length;
            (begin, end)
        })
        .collect();
    for at in 0..buckets {
        while let Some(&(here, end)) = open.get(at)
            && here < end
        {
            let Some(belongs) = rows.get(here).map(&bucket) else { break };
            let Some((next, _)) = open.get_mut(belongs) else { break };
            let place = *next;
            *next += 1;
            if belongs != at {
                rows.swap(here, place);
            }
        }
    }
    lengths
}

/// The rows in so many pieces of whole buckets, of about one length, each with the lengths of its buckets.
fn pieces<T>(mut rows: &mut [T], lengths: Vec<usize>, count: usize) -> Vec<(&mut [T], Vec<usize>)> {
    let wanted = rows.len().div_ceil(count);
    let mut pieces = Vec::with_capacity(count);
    let (mut of_piece, mut taken) = (Vec::new(), 0);
    for length in lengths {
        of_piece.push(length);
        taken += length;
        if taken >= wanted {
            let (piece, rest) = rows.split_at_mut(taken);
            pieces.push((piece, core::mem::take(&mut of_piece)));
            (rows, taken) = (rest, 0);
        }
    }
    pieces.push((rows, of_piece));
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::sort_in_buckets;
    use crate::Threads;

    proptest! {
        #[test]
        fn it_sorts(mut rows in proptest::collection::vec(0_u32..5_000, 0..300), buckets in 1_usize..40, threads in 1_usize..4) {
            let mut expected = rows.clone();
            expected.sort_unstable();
            // The last bucket takes what lies beyond it.
            sort_in_buckets(&mut rows, buckets, |row| *row as usize / 150, |row| *row, Threads::at_most(threads));
            prop_assert_eq!(rows, expected);
        }
    }

    #[test]
    fn many_rows_are_sorted_on_several_threads() {
        let mut rows: Vec<u64> = (0..200_000).map(|at: u64| at.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20).collect();
        let mut expected = rows.clone();
        expected.sort_unstable();
        sort_in_buckets(&mut rows, 1 << 10, |row| (*row >> 34) as usize, |row| *row, Threads::at_most(3));
        assert!(rows == expected);
    }
}
