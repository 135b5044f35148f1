//! Dossier rows that bear one number.

use core::hash::{Hash as _, Hasher as _};
use core::ops::Range;
use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;

use super::rows::{DossierNumbers, DossierRow, Row};
use crate::sort::sort_in_buckets;
use crate::threads::{Threads, each_on_a_thread, shares};

/// A thread should have so many numbers, or starting it costs more than it saves (measured: benches/README.md).
const LEAST_NUMBERS_OF_A_THREAD: usize = 25_000;

/// The rows that share a number with another, a group for each number.
pub(super) fn same_number(
    dossiers: &[Row<DossierRow>],
    numbers: &DossierNumbers,
    threads: Threads,
) -> Vec<Vec<Row<DossierRow>>> {
    let alike = alike(numbers, threads);
    let group_of: HashMap<u32, usize> =
        alike.iter().enumerate().flat_map(|(group, numbers)| numbers.iter().map(move |&number| (number, group))).collect();
    let mut groups = vec![Vec::new(); alike.len()];
    if !group_of.is_empty() {
        for row in dossiers {
            if let Some(group) = group_of.get(&row.fact.number).and_then(|&group| groups.get_mut(group)) {
                group.push(*row);
            }
        }
    }
    groups
}

/// The positions of numbers that are alike, a group for each.
fn alike(numbers: &DossierNumbers, threads: Threads) -> Vec<Vec<u32>> {
    let parts = threads.for_rows(numbers.len(), LEAST_NUMBERS_OF_A_THREAD);
    let hashed = |share: Range<usize>| -> Vec<(u64, u32)> {
        share.filter_map(|at| u32::try_from(at).ok()).map(|at| (hash(numbers.text_of(at)), at)).collect()
    };
    let mut hashes = each_on_a_thread(shares(numbers.len(), parts), hashed).concat();
    // A bucket for each value of the first twelve bits.
    sort_in_buckets(&mut hashes, 1 << 12, |&(hash, _)| (hash >> 52) as usize, |&hashed| hashed, threads);
    let mut groups = Vec::new();
    for of_one_hash in hashes.chunk_by(|one, other| one.0 == other.0).filter(|group| group.len() > 1) {
        // Two numbers may share a hash: the texts decide.
        let mut same: Vec<u32> = of_one_hash.iter().map(|&(_, at)| at).collect();
        same.sort_by_key(|&at| numbers.text_of(at));
        let alike = same.chunk_by(|&one, &other| numbers.text_of(one) == numbers.text_of(other));
        groups.extend(alike.filter(|group| group.len() > 1).map(<[u32]>::to_vec));
    }
    groups
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
