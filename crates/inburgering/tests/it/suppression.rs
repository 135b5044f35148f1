//! Tests of `suppression`: golden cases, and an oracle that tries every completion of what is published.

use inburgering::Cell::{self, Published, Suppressed};
use inburgering::{SuppressedTree, SuppressionError, Threshold, suppress};
use insta::assert_snapshot;
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct Golden {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    threshold: i64,
    groups: Vec<Vec<u64>>,
    root: GoldenCell,
    totals: Vec<GoldenCell>,
    leaves: Vec<Vec<GoldenCell>>,
}

/// TOML numbers end at 2^63 - 1; the one case beyond is written as the text of the number.
#[derive(Deserialize)]
#[serde(untagged)]
enum GoldenCell {
    Number(u64),
    Text(String),
}

impl GoldenCell {
    fn cell(&self) -> Cell {
        match self {
            Self::Number(count) => Published(*count),
            Self::Text(text) if text == "*" => Suppressed,
            Self::Text(text) => Published(text.parse().unwrap()),
        }
    }
}

fn cells(golden: &[GoldenCell]) -> Vec<Cell> {
    golden.iter().map(GoldenCell::cell).collect()
}

#[test]
fn golden_cases() {
    let golden: Golden = toml::from_str(include_str!("../golden/suppression.toml")).unwrap();
    for case in golden.case {
        let tree = suppress(&case.groups, Threshold::new(case.threshold).unwrap());
        assert_eq!(tree.leaves(), case.leaves.iter().map(|leaves| cells(leaves)).collect::<Vec<_>>(), "{}", case.name);
        assert_eq!(tree.groups(), cells(&case.totals), "{}", case.name);
        assert_eq!(tree.root(), case.root.cell(), "{}", case.name);
    }
}

#[test]
fn the_threshold_is_at_least_three_and_five_by_default() {
    assert_eq!(Threshold::default().persons(), 5);
    assert_eq!(Threshold::new(3), Ok(Threshold::LOWEST));
    assert_eq!(Threshold::try_from(4).map(Threshold::persons), Ok(4));
    for given in [2, 1, 0, -1, i64::MIN] {
        assert_eq!(Threshold::new(given), Err(SuppressionError::ThresholdTooLow { given }));
    }
    assert_snapshot!(
        Threshold::new(2).unwrap_err(),
        @"the threshold 2 is too low; the lowest is 3, since below it a suppressed count could only be 1; give 3 or more (5 is usual)"
    );
    let small: Vec<u64> = (0..10).filter(|count| Threshold::default().is_small(*count)).collect();
    assert_eq!(small, [1, 2, 3, 4]);
}

#[test]
fn a_cell_is_its_count_or_nothing() {
    assert_eq!(Published(0).published(), Some(0));
    assert_eq!(Suppressed.published(), None);
    assert_eq!([Cell::from(Some(7)), Cell::from(None)], [Published(7), Suppressed]);
    assert_eq!([Option::from(Published(7)), Option::from(Suppressed)], [Some(7_u64), None]);
}

#[cfg(feature = "serde")]
#[test]
fn serde_writes_null_for_a_suppressed_cell_and_checks_the_threshold() {
    let json = serde_json::to_string(&[Published(0), Published(17), Suppressed]).unwrap();
    assert_eq!(json, "[0,17,null]");
    assert_eq!(serde_json::from_str::<Vec<Cell>>(&json).unwrap(), [Published(0), Published(17), Suppressed]);
    assert!(serde_json::from_str::<Cell>("-1").is_err());
    assert_eq!(serde_json::to_string(&Threshold::default()).unwrap(), "5");
    assert_eq!(serde_json::from_str::<Threshold>("7").unwrap().persons(), 7);
    let error = serde_json::from_str::<Threshold>("2").unwrap_err().to_string();
    assert!(error.starts_with("the threshold 2 is too low"), "{error}");
}

// The oracle. It knows only what is published, and shares nothing with the code under test.

/// The values that each cell takes over all completions: each suppressed leaf from 1 up, each published equation kept.
/// Values above `limit` are not tried: where a sum is published it must be at most `limit`, and where none is,
/// leaves above `t` are not tried, since they bear on nothing else.
struct Completions {
    root: Vec<bool>,
    totals: Vec<Vec<bool>>,
    leaves: Vec<Vec<Vec<bool>>>,
}

struct Oracle<'a> {
    root: Cell,
    totals: &'a [Cell],
    leaves: &'a [Vec<Cell>],
    limit: u64,
    t: u64,
    seen: Completions,
}

impl<'a> Oracle<'a> {
    fn completions(root: Cell, totals: &'a [Cell], leaves: &'a [Vec<Cell>], [limit, t]: [u64; 2]) -> Completions {
        let none = vec![false; usize::try_from(limit).unwrap() + 1];
        let seen = Completions {
            root: none.clone(),
            totals: vec![none.clone(); totals.len()],
            leaves: leaves.iter().map(|leaves| vec![none.clone(); leaves.len()]).collect(),
        };
        let mut oracle = Oracle { root, totals, leaves, limit, t, seen };
        let mut values: Vec<Vec<u64>> = vec![Vec::new(); totals.len()];
        oracle.complete(&mut values, 0);
        oracle.seen
    }

    /// Fills in the groups from `group` on, leaf by leaf, and gives up as soon as a sum is too large.
    fn complete(&mut self, values: &mut Vec<Vec<u64>>, group: usize) {
        let below_root: u64 = values.iter().flatten().sum();
        if below_root > self.root.published().unwrap_or(u64::MAX) {
            return;
        }
        let Some(leaves) = self.leaves.get(group) else { return self.record(values) };
        let total: u64 = values[group].iter().sum();
        if total > self.totals[group].published().unwrap_or(u64::MAX) {
            return;
        }
        match leaves.get(values[group].len()) {
            None if self.totals[group].published().is_none_or(|published| published == total) => {
                self.complete(values, group + 1);
            }
            None => {}
            Some(cell) => {
                let is_free = self.root == Suppressed && self.totals[group] == Suppressed;
                let highest = if is_free { self.t } else { self.limit };
                let candidates = cell.published().map_or(1..=highest, |count| count..=count);
                for candidate in candidates {
                    values[group].push(candidate);
                    self.complete(values, group);
                    values[group].pop();
                }
            }
        }
    }

    fn record(&mut self, values: &[Vec<u64>]) {
        let root: u64 = values.iter().flatten().sum();
        if self.root.published().is_some_and(|published| published != root) {
            return;
        }
        let mark = |seen: &mut Vec<bool>, value: u64| {
            if let Some(seen) = seen.get_mut(usize::try_from(value).unwrap()) {
                *seen = true;
            }
        };
        mark(&mut self.seen.root, root);
        for (group, leaves) in values.iter().enumerate() {
            mark(&mut self.seen.totals[group], leaves.iter().sum());
            for (leaf, value) in leaves.iter().enumerate() {
                mark(&mut self.seen.leaves[group][leaf], *value);
            }
        }
    }
}

fn not_zero(leaves: &[u64]) -> usize {
    leaves.iter().filter(|count| **count > 0).count()
}

/// Whether every small count can be anything from 1 (a total: from the number of its leaves that are not zero) to t - 1.
pub(crate) fn is_protected(groups: &[Vec<u64>], root: Cell, totals: &[Cell], leaves: &[Vec<Cell>], t: u64) -> bool {
    let sum: u64 = groups.iter().flatten().sum();
    let completions = Oracle::completions(root, totals, leaves, [sum.max(t), t]);
    let is_free = |count: u64, seen: &[bool], from: usize| {
        count == 0 || count >= t || (from..usize::try_from(t).unwrap()).all(|value| seen[value])
    };
    is_free(sum, &completions.root, groups.iter().map(|leaves| not_zero(leaves)).sum())
        && groups.iter().enumerate().all(|(group, counts)| {
            is_free(counts.iter().sum(), &completions.totals[group], not_zero(counts))
                && counts.iter().enumerate().all(|(leaf, count)| is_free(*count, &completions.leaves[group][leaf], 1))
        })
}

/// All counts of a tree, each with its cell: the root, the totals, the leaves.
fn all_cells(groups: &[Vec<u64>], tree: &SuppressedTree) -> Vec<(u64, Cell)> {
    let mut all = vec![(groups.iter().flatten().sum(), tree.root())];
    all.extend(groups.iter().map(|leaves| leaves.iter().sum()).zip(tree.groups().iter().copied()));
    all.extend(groups.iter().flatten().copied().zip(tree.leaves().iter().flatten().copied()));
    all
}

/// Every promise but protection: shapes, values, zeros, and small counts that are suppressed.
fn check_plain_promises(groups: &[Vec<u64>], tree: &SuppressedTree, t: u64) {
    assert_eq!(tree.groups().len(), groups.len());
    assert!(tree.leaves().iter().map(Vec::len).eq(groups.iter().map(Vec::len)));
    let all = all_cells(groups, tree);
    for (count, cell) in &all {
        match cell {
            Published(published) => assert!(published == count && (*count == 0 || *count >= t), "{groups:?}: {tree:?}"),
            Suppressed => assert!(*count > 0, "{groups:?}: {tree:?}"),
        }
    }
    if all.iter().all(|(count, _)| *count == 0 || *count >= t) {
        assert!(all.iter().all(|(_, cell)| *cell != Suppressed), "{groups:?}: {tree:?}");
    }
}

/// What the docs promise to keep small, in their order.
fn cost(all: &[(u64, Cell)], groups: usize) -> (bool, usize, usize, u64) {
    let suppressed = |(_, cell): &&(u64, Cell)| *cell == Suppressed;
    (
        all[0].1 == Suppressed,
        all[1..=groups].iter().filter(suppressed).count(),
        all[groups + 1..].iter().filter(suppressed).count(),
        all[1..].iter().filter(suppressed).map(|(count, _)| count).sum(),
    )
}

/// Every suppression of a tree that is cheaper than the one chosen leaves a small count unprotected.
fn check_that_nothing_cheaper_protects(groups: &[Vec<u64>], tree: &SuppressedTree, t: u64) {
    let chosen = all_cells(groups, tree);
    let bound = cost(&chosen, groups.len());
    let optional: Vec<usize> = (0..chosen.len()).filter(|cell| chosen[*cell].0 >= t).collect();
    for choice in 0_u32..1 << optional.len() {
        let mut all = chosen.clone();
        for (bit, &cell) in optional.iter().enumerate() {
            all[cell].1 = if choice >> bit & 1 == 1 { Suppressed } else { Published(all[cell].0) };
        }
        if cost(&all, groups.len()) < bound {
            let totals: Vec<Cell> = all[1..=groups.len()].iter().map(|(_, cell)| *cell).collect();
            let mut rest = all[groups.len() + 1..].iter().map(|(_, cell)| *cell);
            let leaves: Vec<Vec<Cell>> =
                groups.iter().map(|leaves| rest.by_ref().take(leaves.len()).collect()).collect();
            assert!(!is_protected(groups, all[0].1, &totals, &leaves, t), "{groups:?}: {tree:?} but {all:?}");
        }
    }
}

/// Calls `check` with every tree of a shape whose leaves are among the values.
fn for_every_tree(shape: &[usize], values: &[u64], mut check: impl FnMut(&[Vec<u64>])) {
    let leaves: usize = shape.iter().sum();
    for number in 0..values.len().pow(u32::try_from(leaves).unwrap()) {
        let mut digits = number;
        let mut leaf = || {
            let value = values[digits % values.len()];
            digits /= values.len();
            value
        };
        let groups: Vec<Vec<u64>> = shape.iter().map(|size| (0..*size).map(|_| leaf()).collect()).collect();
        check(&groups);
    }
}

fn check_every_tree(shape: &[usize], values: &[u64], t: u64) {
    let threshold = Threshold::new(t.try_into().unwrap()).unwrap();
    for_every_tree(shape, values, |groups| {
        let tree = suppress(groups, threshold);
        check_plain_promises(groups, &tree, t);
        assert!(is_protected(groups, tree.root(), tree.groups(), tree.leaves(), t), "{groups:?}: {tree:?}");
        check_that_nothing_cheaper_protects(groups, &tree, t);
    });
}

#[test]
fn every_small_tree_is_protected_as_cheaply_as_can_be() {
    for shape in [&[1][..], &[2], &[1, 1], &[3], &[1, 2], &[1, 1, 1]] {
        check_every_tree(shape, &[0, 1, 2, 3, 4, 5], 3);
        check_every_tree(shape, &[0, 1, 2, 3, 4, 5, 6], 4);
        check_every_tree(shape, &[0, 1, 2, 3, 4, 5, 6], 5);
    }
}

#[test]
fn every_small_tree_of_four_leaves_is_protected_as_cheaply_as_can_be() {
    for shape in [&[2, 2][..], &[1, 3], &[1, 1, 2]] {
        check_every_tree(shape, &[0, 1, 2, 3, 4], 3);
        check_every_tree(shape, &[0, 1, 2, 4, 5], 4);
        check_every_tree(shape, &[1, 2, 3, 4, 5, 6], 5);
    }
}

proptest! {
    #[test]
    fn larger_trees_are_protected(
        groups in prop::collection::vec(prop::collection::vec(prop_oneof![3 => 0_u64..4, 1 => 4_u64..9], 1..4), 1..4),
        t in 3_u64..6,
    ) {
        prop_assume!(groups.iter().flatten().sum::<u64>() <= 25);
        let tree = suppress(&groups, Threshold::new(t.try_into().unwrap()).unwrap());
        check_plain_promises(&groups, &tree, t);
        prop_assert!(is_protected(&groups, tree.root(), tree.groups(), tree.leaves(), t), "{:?}", tree);
    }

    /// Order settles ties only: what is suppressed, in number and in sum, does not depend on it.
    #[test]
    fn order_changes_nothing_but_ties(
        (groups, shuffled) in prop::collection::vec(prop::collection::vec(0_u64..12, 0..6), 0..6).prop_flat_map(|groups| {
            let shuffled_leaves: Vec<_> = groups.iter().map(|leaves| Just(leaves.clone()).prop_shuffle()).collect();
            (Just(groups), shuffled_leaves.prop_shuffle())
        }),
    ) {
        let cost_of = |groups: &[Vec<u64>]| {
            let tree = suppress(groups, Threshold::default());
            check_plain_promises(groups, &tree, 5);
            cost(&all_cells(groups, &tree), groups.len())
        };
        prop_assert_eq!(cost_of(&groups), cost_of(&shuffled));
    }

    #[test]
    fn any_counts_are_published_or_suppressed(
        groups in prop::collection::vec(prop::collection::vec(any::<u64>(), 0..5), 0..5),
        t in 3_i64..,
    ) {
        let tree = suppress(&groups, Threshold::new(t).unwrap());
        prop_assert!(tree == suppress(&groups, Threshold::new(t).unwrap()));
    }
}
