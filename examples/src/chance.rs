//! Seeded randomness that never changes.

use chrono::NaiveDate;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::synthetic::plus;

/// The stream of one seed, and the draws made from it.
pub(crate) struct Chance(ChaCha8Rng);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        let mut key = [0; 32];
        for (byte, of_seed) in key.iter_mut().zip(seed.to_le_bytes()) {
            *byte = of_seed;
        }
        Self(ChaCha8Rng::from_seed(key))
    }

    /// A number below the bound; 0 if the bound is 0.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        // The high half of the product; its bias of bound / 2^64 does not matter here.
        let product = u128::from(self.0.next_u64()) * u128::from(bound);
        u64::try_from(product >> 64).unwrap_or(0)
    }

    /// A number from the first to the last, both included.
    pub(crate) fn between(&mut self, first: i64, last: i64) -> i64 {
        let width = u64::try_from(last.saturating_sub(first)).map_or(0, |width| width.saturating_add(1));
        first.saturating_add_unsigned(self.below(width))
    }

    /// A day from the first to the last, both included; the first if the last is before it.
    pub(crate) fn day(&mut self, first: NaiveDate, last: NaiveDate) -> NaiveDate {
        plus(first, self.between(0, last.signed_duration_since(first).num_days()))
    }

    /// Whether something happens that happens `share` times in a thousand.
    pub(crate) fn per_mille(&mut self, share: u64) -> bool {
        self.below(1000) < share
    }

    /// One of the choices; none only where there are none.
    pub(crate) fn of<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        let at = self.below(u64::try_from(choices.len()).unwrap_or(u64::MAX));
        choices.get(usize::try_from(at).unwrap_or(usize::MAX))
    }

    /// One of the choices, each as often as its weight says.
    pub(crate) fn weighted<T: Copy, const N: usize>(&mut self, choices: [(u64, T); N]) -> Option<T> {
        let mut left = self.below(choices.iter().map(|(weight, _)| weight).sum());
        choices.into_iter().find_map(|(weight, choice)| match left.checked_sub(weight) {
            Some(rest) => {
                left = rest;
                None
            }
            None => Some(choice),
        })
    }
}
