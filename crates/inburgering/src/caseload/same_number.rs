//! Dossier rows that bear one number.

use std::collections::HashMap;

use super::rows::{DossierNumbers, DossierRow, Row, Rows};
use crate::threads::{Threads, each_on_a_thread, shares};

/// A thread should have so many numbers, or starting it costs more than it saves.
const LEAST_NUMBERS_OF_A_THREAD: usize = 25_000;

/// The rows that share a number with another, a group for each number.
pub(super) fn same_number(
    dossiers: &Rows<DossierRow>,
    numbers: &DossierNumbers,
    threads: Threads,
) -> Vec<Vec<Row<DossierRow>>> {
    let alike = alike(numbers, threads);
    let group_of: HashMap<u32, usize> = alike
        .iter()
        .enumerate()
        .flat_map(|(group, numbers)| numbers.iter().map(move |&number| (number, group)))
        .collect();
    let mut groups = vec![Vec::new(); alike.len()];
    if !group_of.is_empty() {
        for row in dossiers.iter() {
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
    let hashes = each_on_a_thread(shares(numbers.len(), parts), |share| -> Vec<u32> {
        share.filter_map(|at| u32::try_from(at).ok()).map(|at| hash(numbers.text_of(at).as_bytes())).collect()
    });
    let places = hashes.iter().flatten().copied().zip(0_u32..);
    let mut groups = Vec::new();
    for mut same in of_one_hash(places, numbers.len()) {
        // Two numbers may share a hash: the texts decide.
        same.sort_by_key(|&at| numbers.text_of(at));
        let alike = same.chunk_by(|&one, &other| numbers.text_of(one) == numbers.text_of(other));
        groups.extend(alike.filter(|group| group.len() > 1).map(<[u32]>::to_vec));
    }
    groups
}

/// Those of so many that share a hash with another, a group for each hash.
pub(super) fn of_one_hash<T: Copy + Ord>(hashed: impl Iterator<Item = (u32, T)> + Clone, count: usize) -> Vec<Vec<T>> {
    // Of most hashes a bit tells that no other is alike.
    let bits = (count * 16).next_power_of_two().clamp(64, 1 << 32);
    let (mut once, mut again) = (vec![0_u64; bits / 64], vec![0_u64; bits / 64]);
    for (hash, _) in hashed.clone() {
        let (word, bit) = place(hash, bits);
        if let (Some(once), Some(again)) = (once.get_mut(word), again.get_mut(word)) {
            *again |= *once & bit;
            *once |= bit;
        }
    }
    let has_another = |&(hash, _): &(u32, T)| {
        let (word, bit) = place(hash, bits);
        again.get(word).is_some_and(|again| again & bit != 0)
    };
    let mut candidates: Vec<(u32, T)> = hashed.filter(has_another).collect();
    candidates.sort_unstable();
    let groups = candidates.chunk_by(|one, other| one.0 == other.0).filter(|group| group.len() > 1);
    groups.map(|group| group.iter().map(|&(_, one)| one).collect()).collect()
}

/// The word and the bit of a hash among so many bits, a power of two.
const fn place(hash: u32, bits: usize) -> (usize, u64) {
    let at = hash as usize & (bits - 1);
    (at / 64, 1 << (at % 64))
}

/// A quick hash: eight bytes a multiplication. Numbers that share one are compared as texts.
#[expect(clippy::cast_possible_truncation, reason = "the upper half of a product depends on all of it")]
pub(super) fn hash(number: &[u8]) -> u32 {
    let (words, rest) = number.as_chunks::<8>();
    let last = rest.iter().fold(rest.len() as u64, |word, &byte| word << 8 | u64::from(byte));
    let words = words.iter().map(|&word| u64::from_le_bytes(word)).chain([last]);
    let hash = words.fold(0_u64, |hash, word| {
        let product = u128::from(hash ^ word ^ 0x9E37_79B9_7F4A_7C15) * 0xD6E8_FEB8_6659_FD93;
        (product >> 64) as u64 ^ product as u64
    });
    (hash >> 32) as u32
}
