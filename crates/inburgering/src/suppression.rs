//! Suppression of small counts (*onderdrukking van kleine aantallen*) in a tree of counts with totals.
//!
//! A tree has two levels below its root: leaves (municipalities) in groups (provinces) under one root (Flanders). A
//! count of 1 to t - 1 is small, and is suppressed. That alone hides nothing where a total is published, so enough
//! other counts are suppressed with it: from everything that is published, each suppressed small count can still be
//! anything from 1 to t - 1. Zeros are always published; whoever reads the figures knows, therefore, that a suppressed
//! count is at least 1, and the protection holds against that reader.
//!
//! **The condition.** The suppressed leaves of a group whose total is published have a known sum; they form a *pool*.
//! The suppressed leaves of all groups whose totals are suppressed form one pool under the published root; under a
//! suppressed root they have no known sum. What a leaf of a pool gains, the others must give up, each down to 1; what
//! it loses, they take. So all small leaves of a pool can be anything from 1 to t - 1 if and only if it has at least
//! two leaves, and together these can give up t - 2 (a leaf `x` needs t - 1 - `x` of what the others can give up, and
//! can give up `x` - 1 itself). The condition covers small totals too: the leaves of a small total alone can never
//! fulfil it, so there are others in the pool; and a total needs no more of them than one of its leaves would.
//!
//! **What is suppressed.** Of all suppressions that fulfil the condition, one is taken that keeps the root if it can be
//! kept, then suppresses the fewest group totals, then the fewest leaves, then those with the smallest sum, then the
//! first in the order given. This needs no search: a published count that is not zero is at least t, and so one more of
//! them always completes a pool.
//!
//! NOTE: a small total of `k` leaves that are not zero is at least `k`. Since zeros are published this cannot be
//! avoided: such a total can still be anything from `k` to t - 1.
//!
//! NOTE: the protection is against what can be derived from the published counts. Someone who knows the tie rules
//! above, and reasons from why these counts were chosen and not others, may at times narrow a range further.
//!
//! NOTE: trees are protected one by one. That is enough as long as no sum over several trees (years, measures) is
//! published, nor anything else about a suppressed count, such as its quartiles; [`figures`](crate::figures) says why its
//! trees tell nothing of each other.
//!
//! A choice of this library ([`LIBRARY_CHOICE`](crate::citation::LIBRARY_CHOICE)): law and page are silent.

/// Why suppression cannot be done as asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SuppressionError {
    /// The threshold is below [`Threshold::LOWEST`].
    #[error(
        "the threshold {given} is too low; the lowest is 3, since below it a suppressed count could only be 1; \
         give 3 or more (5 is usual)"
    )]
    ThresholdTooLow {
        /// The threshold given.
        given: i64,
    },
}

/// The lowest count above zero that is published (*drempelwaarde*), in persons: at least 3, and 5 by default.
///
/// NOTE: a threshold of 2 would suppress only counts of 1, and every one of them would be known by being suppressed.
///
/// ```
/// use inburgering::Threshold;
///
/// let threshold = Threshold::default();
/// assert!(threshold.is_small(4));
/// assert!(!threshold.is_small(5) && !threshold.is_small(0));
/// assert!(Threshold::new(2).is_err());
/// ```
///
/// A choice of this library ([`LIBRARY_CHOICE`](crate::citation::LIBRARY_CHOICE)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(try_from = "i64", into = "u64"))]
pub struct Threshold(u64);

impl Threshold {
    /// The lowest threshold that hides anything.
    pub const LOWEST: Self = Self(3);
    /// The threshold where none is given.
    pub const USUAL: Self = Self(5);

    /// The threshold of so many persons.
    ///
    /// # Errors
    /// [`SuppressionError::ThresholdTooLow`] below 3.
    pub fn new(persons: i64) -> Result<Self, SuppressionError> {
        u64::try_from(persons)
            .ok()
            .map(Self)
            .filter(|threshold| *threshold >= Self::LOWEST)
            .ok_or(SuppressionError::ThresholdTooLow { given: persons })
    }

    /// The threshold in persons.
    pub const fn persons(self) -> u64 {
        self.0
    }

    /// Whether a count must be suppressed for itself: it is not zero, and below the threshold.
    pub const fn is_small(self, count: u64) -> bool {
        0 < count && count < self.0
    }

    /// What is published of a count that is in no total.
    pub(crate) const fn cell_alone(self, count: u64) -> Cell {
        if self.is_small(count) { Cell::Suppressed } else { Cell::Published(count) }
    }
}

impl Default for Threshold {
    fn default() -> Self {
        Self::USUAL
    }
}

impl TryFrom<i64> for Threshold {
    type Error = SuppressionError;

    fn try_from(persons: i64) -> Result<Self, SuppressionError> {
        Self::new(persons)
    }
}

impl From<Threshold> for u64 {
    fn from(threshold: Threshold) -> Self {
        threshold.persons()
    }
}

/// A count as it is published (*cel*): the number of persons, or the fact that it is suppressed.
///
/// With serde a published cell is its number and a suppressed one is null.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(from = "Option<u64>", into = "Option<u64>")
)]
pub enum Cell {
    /// The count, in persons.
    Published(u64),
    /// A count of at least 1 that is not told.
    Suppressed,
}

impl Cell {
    /// The count, if it is published.
    pub const fn published(self) -> Option<u64> {
        match self {
            Self::Published(count) => Some(count),
            Self::Suppressed => None,
        }
    }
}

impl From<Option<u64>> for Cell {
    fn from(count: Option<u64>) -> Self {
        count.map_or(Self::Suppressed, Self::Published)
    }
}

impl From<Cell> for Option<u64> {
    fn from(cell: Cell) -> Self {
        cell.published()
    }
}

/// A tree of counts as it is published (*tabel met totalen*): only [`suppress`] makes one, so its small counts are safe.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SuppressedTree {
    root: Cell,
    groups: Vec<Cell>,
    leaves: Vec<Vec<Cell>>,
}

impl SuppressedTree {
    /// The total of all groups.
    pub const fn root(&self) -> Cell {
        self.root
    }

    /// The totals of the groups, in the order given.
    pub fn groups(&self) -> &[Cell] {
        &self.groups
    }

    /// The leaves of each group, in the order given.
    pub fn leaves(&self) -> &[Vec<Cell>] {
        &self.leaves
    }
}

/// Adds the totals to the leaves of each group and suppresses the small counts with as few others as protect them.
///
/// Groups and leaves come in the order of their keys (codes), which settles ties. Sums beyond [`u64::MAX`] stay there.
///
/// How can three persons in one municipality be hidden, if the province's total is published? With the smallest of
/// the other municipalities:
///
/// ```
/// use inburgering::{Cell::{Published, Suppressed}, Threshold, suppress};
///
/// let antwerpen = vec![3, 120, 48, 0];
/// let limburg = vec![9, 11];
/// let tree = suppress(&[antwerpen, limburg], Threshold::default());
/// assert_eq!(tree.leaves()[0], [Suppressed, Published(120), Suppressed, Published(0)]);
/// assert_eq!(tree.leaves()[1], [Published(9), Published(11)]);
/// assert_eq!(tree.groups(), [Published(171), Published(20)]);
/// assert_eq!(tree.root(), Published(191));
/// ```
///
/// A choice of this library ([`LIBRARY_CHOICE`](crate::citation::LIBRARY_CHOICE)).
pub fn suppress(groups: &[impl AsRef<[u64]>], threshold: Threshold) -> SuppressedTree {
    let mut tree = Tree::with_small_suppressed(groups, threshold);
    tree.protect_leaves_in_groups();
    if !tree.is_root_pool_safe() {
        tree = tree.with_one_more_group().unwrap_or_else(|| tree.with_root_suppressed());
    }
    tree.into_published()
}

/// A count, and whether it is suppressed.
#[derive(Clone, Copy)]
struct Count {
    persons: u64,
    suppressed: bool,
}

impl Count {
    fn new(persons: u64, threshold: Threshold) -> Self {
        Self { persons, suppressed: threshold.is_small(persons) }
    }

    /// Whether it could be suppressed to protect others: zeros are always published.
    fn is_available(self) -> bool {
        !self.suppressed && self.persons > 0
    }

    fn into_published(self) -> Cell {
        if self.suppressed { Cell::Suppressed } else { Cell::Published(self.persons) }
    }
}

/// Suppressed leaves with one known sum: how many, and what they could give up together, each down to 1.
#[derive(Default)]
struct Pool {
    leaves: usize,
    spare: u128,
}

impl Pool {
    fn of<'a>(leaves: impl IntoIterator<Item = &'a Count>) -> Self {
        leaves.into_iter().filter(|leaf| leaf.suppressed).fold(Self::default(), |pool, leaf| Self {
            leaves: pool.leaves.saturating_add(1),
            spare: pool.spare.saturating_add(u128::from(leaf.persons.saturating_sub(1))),
        })
    }

    /// The condition: whether each small leaf can be any small number. A pool without leaves has nothing to protect.
    fn is_safe(&self, threshold: Threshold) -> bool {
        let enough = u128::from(threshold.persons().saturating_sub(2));
        self.leaves == 0 || (self.leaves > 1 && self.spare >= enough)
    }
}

/// A total and its leaves.
#[derive(Clone)]
struct Group {
    total: Count,
    leaves: Vec<Count>,
}

impl Group {
    fn with_small_suppressed(leaves: &[u64], threshold: Threshold) -> Self {
        Self {
            total: Count::new(sum(leaves.iter().copied()), threshold),
            leaves: leaves.iter().map(|&persons| Count::new(persons, threshold)).collect(),
        }
    }

    /// Suppresses the smallest leaf that is neither zero nor suppressed already, and says whether there was one.
    fn suppress_smallest_leaf(&mut self) -> bool {
        let smallest = self.leaves.iter_mut().filter(|leaf| leaf.is_available()).min_by_key(|leaf| leaf.persons);
        smallest.map(|leaf| leaf.suppressed = true).is_some()
    }
}

/// The whole tree while it is being worked on.
#[derive(Clone)]
struct Tree {
    threshold: Threshold,
    root: Count,
    groups: Vec<Group>,
}

impl Tree {
    fn with_small_suppressed(groups: &[impl AsRef<[u64]>], threshold: Threshold) -> Self {
        let groups: Vec<Group> =
            groups.iter().map(|leaves| Group::with_small_suppressed(leaves.as_ref(), threshold)).collect();
        let root = Count::new(sum(groups.iter().map(|group| group.total.persons)), threshold);
        Self { threshold, root, groups }
    }

    /// In each group with a published total: one more leaf if the small ones need it; if there is none, the total.
    fn protect_leaves_in_groups(&mut self) {
        let threshold = self.threshold;
        for group in self.groups.iter_mut().filter(|group| !group.total.suppressed) {
            if !Pool::of(&group.leaves).is_safe(threshold) && !group.suppress_smallest_leaf() {
                group.total.suppressed = true;
            }
        }
    }

    /// The tree with one more group total suppressed, and as few leaves with it as complete the root's pool; `None` if
    /// every total that is not zero is suppressed already.
    fn with_one_more_group(&self) -> Option<Self> {
        let candidates = self.groups.iter().enumerate().filter(|(_, group)| group.total.is_available());
        candidates
            .filter_map(|(position, _)| {
                let mut tree = self.clone();
                let group = tree.groups.get_mut(position)?;
                // Under a suppressed total a leaf that protected the small ones may not be needed any more.
                for leaf in &mut group.leaves {
                    leaf.suppressed = self.threshold.is_small(leaf.persons);
                }
                group.total.suppressed = true;
                if !tree.is_root_pool_safe() {
                    tree.groups.get_mut(position)?.suppress_smallest_leaf();
                }
                Some(tree)
            })
            .min_by_key(Self::cost)
    }

    fn with_root_suppressed(&self) -> Self {
        Self { root: Count { suppressed: true, ..self.root }, ..self.clone() }
    }

    /// How many leaves are suppressed, and the sum of all that is suppressed below the root.
    fn cost(&self) -> (usize, u128) {
        let leaves = || self.groups.iter().flat_map(|group| &group.leaves).filter(|leaf| leaf.suppressed);
        let totals = self.groups.iter().map(|group| &group.total).filter(|total| total.suppressed);
        (leaves().count(), leaves().chain(totals).map(|count| u128::from(count.persons)).sum())
    }

    /// Whether the small counts at and under suppressed totals are safe.
    fn is_root_pool_safe(&self) -> bool {
        let suppressed = self.groups.iter().filter(|group| group.total.suppressed);
        self.root.suppressed || Pool::of(suppressed.flat_map(|group| &group.leaves)).is_safe(self.threshold)
    }

    fn into_published(self) -> SuppressedTree {
        SuppressedTree {
            root: self.root.into_published(),
            groups: self.groups.iter().map(|group| group.total.into_published()).collect(),
            leaves: self
                .groups
                .into_iter()
                .map(|group| group.leaves.into_iter().map(Count::into_published).collect())
                .collect(),
        }
    }
}

fn sum(counts: impl Iterator<Item = u64>) -> u64 {
    counts.fold(0, u64::saturating_add)
}
