//! Which numbers belong to one person: those that replacements tie together.

use core::hash::{BuildHasherDefault, Hasher};
use std::collections::HashMap;

use super::rows::{Rows, Under};
use crate::replacement::chains;
use crate::{Insz, NumberChain, Replacement};

/// The chains of replaced numbers, to be found by any of their numbers.
pub(super) struct Chained {
    chains: Vec<NumberChain>,
    /// For every number of a chain the position of the chain, and its place under the lowest number of it.
    numbers: HashMap<Insz, (u32, Under), BuildHasherDefault<ByProduct>>,
}

/// Hashes a number by one multiplication: every row is looked up, and most are not there.
#[derive(Default)]
struct ByProduct(u64);

impl Hasher for ByProduct {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(self.0.rotate_left(8) ^ u64::from(byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        // Fibonacci hashing; the upper half of the product depends on every digit, and both ends of a hash are used.
        let product = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = product ^ product >> 32;
    }
}

impl Chained {
    /// The chains of these replacements.
    pub(super) fn of(replacements: impl Iterator<Item = Replacement>) -> Self {
        let chains = chains(replacements);
        let mut numbers = HashMap::default();
        numbers.reserve(2 * chains.len());
        for (at, chain) in (0_u32..).zip(&chains) {
            let Some(&lowest) = chain.numbers().first() else { continue };
            let places = chain.numbers().iter().zip(0..=u16::MAX);
            numbers.extend(places.map(|(&number, own)| (number, (at, Under::person(lowest, own)))));
        }
        Self { chains, numbers }
    }

    /// The chains.
    pub(super) fn chains(&self) -> &[NumberChain] {
        &self.chains
    }

    /// The chain at a position.
    pub(super) fn get(&self, chain: u32) -> Option<&NumberChain> {
        self.chains.get(chain as usize)
    }

    /// Every number of a chain with the lowest number of its person, in no order.
    pub(super) fn numbers(&self) -> impl Iterator<Item = (Insz, Insz)> {
        self.numbers.iter().map(|(&number, (_, under))| (number, under.lowest()))
    }

    /// How many numbers the longest chain has.
    pub(super) fn most_numbers(&self) -> usize {
        self.chains.iter().map(|chain| chain.numbers().len()).max().unwrap_or_default()
    }

    /// The position of the chain with this number.
    pub(super) fn position_of(&self, insz: Insz) -> Option<u32> {
        self.numbers.get(&insz).map(|&(chain, _)| chain)
    }

    /// The chain with this number.
    pub(super) fn chain_of(&self, insz: Insz) -> Option<&NumberChain> {
        self.get(self.position_of(insz)?)
    }

    /// The lowest number of the person with this number.
    pub(super) fn lowest(&self, insz: Insz) -> Insz {
        self.numbers.get(&insz).map_or(insz, |(_, under)| under.lowest())
    }

    /// Puts rows that stand under their own number under their person.
    pub(super) fn put_under<T: Copy + Send + Sync>(&self, rows: &mut Rows<T>) {
        if !self.chains.is_empty() {
            rows.put_under(|insz| self.numbers.get(&insz).map(|&(_, under)| under));
        }
    }

    /// The number under which a row stands.
    pub(super) fn number_of(&self, under: Under) -> Insz {
        let lowest = under.lowest();
        if under.position() == 0 {
            return lowest;
        }
        let number = |chain: &NumberChain| chain.numbers().get(usize::from(under.position())).copied();
        self.chain_of(lowest).and_then(number).unwrap_or(lowest)
    }
}
