//! Which numbers belong to one person: those that replacements tie together.

use super::rows::{Row, Under};
use crate::replacement::chains;
use crate::{Insz, NumberChain, Replacement};

/// The chains of replaced numbers, to be found by any of their numbers.
pub(super) struct Chained {
    chains: Vec<NumberChain>,
    /// Every number of a chain with the position of its chain and its own position in it, ascending.
    numbers: Vec<(Insz, u32, u16)>,
    /// A bit for each of the numbers, by a hash; most numbers were never replaced, and are told apart by it alone.
    filter: Vec<u64>,
}

impl Chained {
    /// The chains of these replacements.
    pub(super) fn of(replacements: impl Iterator<Item = Replacement>) -> Self {
        let chains = chains(replacements);
        let mut numbers: Vec<(Insz, u32, u16)> = (0_u32..)
            .zip(&chains)
            .flat_map(|(at, chain)| chain.numbers().iter().zip(0_u16..).map(move |(&number, own)| (number, at, own)))
            .collect();
        numbers.sort_unstable();
        let mut chained = Self { chains, filter: vec![0; (numbers.len() / 2 + 1).next_power_of_two()], numbers };
        for &(number, ..) in &chained.numbers {
            let (word, bit) = place(number, chained.filter.len());
            if let Some(word) = chained.filter.get_mut(word) {
                *word |= bit;
            }
        }
        chained
    }

    /// The chains.
    pub(super) fn chains(&self) -> &[NumberChain] {
        &self.chains
    }

    /// The chain at a position.
    pub(super) fn get(&self, chain: u32) -> Option<&NumberChain> {
        self.chains.get(chain as usize)
    }

    /// How many numbers the longest chain has.
    pub(super) fn most_numbers(&self) -> usize {
        self.chains.iter().map(|chain| chain.numbers().len()).max().unwrap_or_default()
    }

    /// The position of the chain with this number, and that of the number in it.
    pub(super) fn position_of(&self, insz: Insz) -> Option<(u32, u16)> {
        let (word, bit) = place(insz, self.filter.len());
        if self.filter.get(word).is_none_or(|word| word & bit == 0) {
            return None;
        }
        let at = self.numbers.binary_search_by_key(&insz, |&(number, ..)| number).ok()?;
        self.numbers.get(at).map(|&(_, chain, own)| (chain, own))
    }

    /// The lowest number of the person with this number.
    pub(super) fn lowest(&self, insz: Insz) -> Insz {
        let chain = self.position_of(insz).and_then(|(chain, _)| self.get(chain));
        chain.and_then(|chain| chain.numbers().first().copied()).unwrap_or(insz)
    }

    /// Puts rows that stand under their own number under their person.
    pub(super) fn put_under<T>(&self, rows: &mut [Row<T>]) {
        if self.chains.is_empty() {
            return;
        }
        for row in rows {
            if let Some((chain, own)) = self.position_of(row.under.lowest())
                && let Some(&lowest) = self.get(chain).and_then(|chain| chain.numbers().first())
            {
                row.under = Under::person(lowest, own);
            }
        }
    }

    /// The number under which a row stands.
    pub(super) fn number_of(&self, under: Under) -> Insz {
        let lowest = under.lowest();
        if under.position() == 0 {
            return lowest;
        }
        let chain = self.position_of(lowest).and_then(|(chain, _)| self.get(chain));
        chain.and_then(|chain| chain.numbers().get(usize::from(under.position())).copied()).unwrap_or(lowest)
    }
}

/// The word and the bit of a number in a filter of so many words, a power of two.
#[expect(clippy::cast_possible_truncation, reason = "only these bits are wanted")]
const fn place(insz: Insz, words: usize) -> (usize, u64) {
    // Fibonacci hashing: the upper bits of the product depend on every digit.
    let hash = insz.to_u64().wrapping_mul(0x9E37_79B9_7F4A_7C15);
    ((hash >> 32) as usize & (words - 1), 1 << (hash >> 58))
}
