//! How the total of a kind of changes is split by reason: which reasons are told, and which are counted together.
//!
//! **The reader.** The municipality holds both lists, so it has the names behind each total, and their rows. By its own
//! register it knows who died, moved or had a BIS number. It may know this rule, too. Still nobody's reason may follow.
//!
//! **The rule**, for a kind whose total is published:
//!
//! 1. A reason is told if it may be told (`may_be_told`) and the threshold or more persons had it. All others are the
//!    *other reasons*, a pool: they have no count of their own, so zero and few are not told apart.
//! 2. Beside a told reason that only the agency knows, the pool holds the threshold or more persons as cover (`is_cover`):
//!    persons whose reason only the agency knows either, and whom nothing on a list tells apart from the others. While
//!    it does not, the smallest such reason joins the pool; of equal ones the later in the catalogue.
//! 3. If the pool holds anybody, it holds the threshold or more; otherwise the smallest told reason joins it.
//! 4. Reasons are told only if two groups have persons: told reasons, and the pool. Otherwise nothing is told.
//!
//! One reason is enough, in 2 as in 3, since it has the threshold itself.
//!
//! **Why nobody's reason follows.** For a reader who has the names alone, two groups leave each person a choice. One who
//! knows the moves as well takes those persons away: of *moved: 12, closed with an attest: 8* it would know of the other
//! eight that they obtained an attest. Therefore 2: whoever had a told reason may have traded places with one of the
//! cover, and been *undetermined*, which any row can be and which is always in the pool. A row without an attest is of
//! nobody who came by a closing with one; so a reason that not every row can have is not told (`may_be_told`).
//!
//! **Why nobody is known to have had a reason of the pool.** For a reader of the names alone, two reasons that are never told
//! can each account for the whole pool, however large: *undetermined* and *later contract*; *number replaced* and *contract
//! and attest*. So any other may have had nobody, and so may each of these. By the rows and the register it can follow that
//! some were *undetermined*, never who. That somebody died never follows.
//!
//! NOTE: that *nobody* died can follow: beside a reason that only the agency knows, a pool of exactly the threshold is
//! all cover; and of rows that changed the pool may be empty. That is a zero. Zeros are published in every table of this
//! library, and here the municipality knows its dead.
//!
//! NOTE: against what a municipality knows or guesses of a person besides (who came from abroad had no dossier before)
//! nothing is proof. Of who moved it may follow that they had an active dossier on both days.

use core::cmp::Reverse;

use super::reason::ChangeReason;
use crate::Threshold;

/// On which of the two lists a person stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    /// On that of the earlier day only.
    Earlier,
    /// On that of the later day only.
    Later,
    /// On both.
    Both,
}

/// Whether the reason may be told of persons who are listed so: nothing in a row speaks for it or against it.
///
/// By the rule for closed dossiers that holds unless another is chosen, whoever comes by a closing stands on the list with
/// a contract, and whoever leaves by a new dossier stood there with one. A death, a BIS number, a replaced number (it may
/// be of a corrected sex) and facts that contradict each other concern nobody but the agency. The rest is rare, and goes
/// with these.
const fn may_be_told(reason: ChangeReason, listed: Listed) -> bool {
    use ChangeReason as R;
    match listed {
        Listed::Earlier => matches!(reason, R::Moved | R::ClosedWithAttest | R::ClosedWithoutAttest),
        Listed::Later => matches!(reason, R::FirstDossier | R::MunicipalitiesMerged | R::Moved | R::DossierOpened),
        Listed::Both => matches!(reason, R::Contract | R::Attest),
    }
}

/// Whether the reason may be told, and is the agency's alone: the register tells who moved, and the lists show the rest.
const fn needs_cover(reason: ChangeReason, listed: Listed) -> bool {
    let is_known = matches!(reason, ChangeReason::Moved | ChangeReason::Contract | ChangeReason::Attest);
    may_be_told(reason, listed) && !is_known
}

/// Whether persons who had the reason are cover for others, as far as the municipality knows.
///
/// NOTE: who came by a closing, or left by a new dossier, is not: most of them live elsewhere, which the register tells. A
/// later contract is of that sort too, but rare: it counts, so that *undetermined* is never the only cover there can be.
const fn is_cover(reason: ChangeReason, listed: Listed) -> bool {
    needs_cover(reason, listed) || matches!(reason, ChangeReason::Undetermined | ChangeReason::LaterContract)
}

/// How many persons of a kind had a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Group {
    pub(super) reason: ChangeReason,
    pub(super) persons: u64,
}

/// A kind of changes by reason, as it may leave the agency.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Split {
    /// The reasons that are told, in the order of the catalogue.
    pub(super) told: Vec<Group>,
    /// How many persons had one of the other reasons.
    pub(super) others: u64,
}

impl Split {
    /// The split of a kind with these groups, in the order of the catalogue; `None` if no reason is told.
    pub(super) fn of(groups: &[Group], listed: Listed, threshold: Threshold) -> Option<Self> {
        let least = threshold.persons();

        // Clause 1: "if it may be told and the threshold or more persons had it".
        let is_told = |group: &Group| may_be_told(group.reason, listed) && group.persons >= least;
        let (mut told, mut pool): (Vec<Group>, Vec<Group>) = groups.iter().copied().partition(is_told);

        // Clause 2: "the pool holds the threshold or more persons as cover".
        while sum(&pool, |group| is_cover(group.reason, listed)) < least
            && let Some(at) = smallest(&told, |group| needs_cover(group.reason, listed))
        {
            pool.push(told.remove(at));
        }

        // Clause 3: "if the pool holds anybody, it holds the threshold or more".
        if threshold.is_small(sum(&pool, |_| true))
            && let Some(at) = smallest(&told, |_| true)
        {
            pool.push(told.remove(at));
        }

        // Clause 4: "only if two groups have persons".
        let others = sum(&pool, |_| true);
        let with_persons = told.len().saturating_add(usize::from(others > 0));
        (with_persons >= 2).then_some(Self { told, others })
    }
}

/// How many persons the groups that fit have together.
fn sum(groups: &[Group], fits: impl Fn(&Group) -> bool) -> u64 {
    groups.iter().filter(|group| fits(group)).map(|group| group.persons).sum()
}

/// Where the smallest of the groups that fit stands; of equal ones the last.
fn smallest(groups: &[Group], fits: impl Fn(&Group) -> bool) -> Option<usize> {
    let fitting = groups.iter().enumerate().filter(|(_, group)| fits(group));
    fitting.min_by_key(|(at, group)| (group.persons, Reverse(*at))).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    //! An oracle that tries every way in which persons may have had their reasons, for all that a paper says.

    use std::collections::{BTreeMap, BTreeSet};

    use ChangeReason as R;

    use super::*;
    use crate::ChangeKind;

    /// What a municipality is taken to know of each person by its own register.
    const BY_REGISTER: [R; 3] = [R::BisNumber, R::Died, R::Moved];

    fn threshold(persons: u64) -> Threshold {
        Threshold::new(persons.try_into().unwrap()).unwrap()
    }

    /// Calls `with` for every way to put so many persons into so many places.
    fn every_way(persons: u64, places: usize, with: &mut impl FnMut(&[u64])) {
        fn fill(left: u64, places: usize, filled: &mut Vec<u64>, with: &mut impl FnMut(&[u64])) {
            if filled.len() + 1 == places {
                filled.push(left);
                with(filled);
                filled.pop();
                return;
            }
            for here in 0..=left {
                filled.push(here);
                fill(left - here, places, filled, with);
                filled.pop();
            }
        }
        fill(persons, places, &mut Vec::new(), with);
    }

    /// The fewest and the most persons in each place, over all the ways in which a paper may have come about.
    #[derive(Default)]
    struct Possible {
        fewest: Vec<u64>,
        most: Vec<u64>,
    }

    impl Possible {
        fn add(&mut self, way: &[u64]) {
            if self.fewest.is_empty() {
                (self.fewest, self.most) = (way.to_vec(), way.to_vec());
            }
            for ((fewest, most), &persons) in self.fewest.iter_mut().zip(&mut self.most).zip(way) {
                (*fewest, *most) = ((*fewest).min(persons), (*most).max(persons));
            }
        }
    }

    /// Everything that is checked of so many persons who are listed so, for whom these reasons are possible.
    fn check(reasons: &[R], listed: Listed, total: u64, t: u64) {
        let mut papers: BTreeMap<Option<Split>, Possible> = BTreeMap::new();
        let mut by_register: BTreeMap<(Option<Split>, Vec<u64>), Possible> = BTreeMap::new();
        every_way(total, reasons.len(), &mut |way| {
            let groups: Vec<Group> =
                reasons.iter().zip(way).map(|(&reason, &persons)| Group { reason, persons }).collect();
            let paper = Split::of(&groups, listed, threshold(t));
            let known = groups.iter().filter(|group| BY_REGISTER.contains(&group.reason)).map(|group| group.persons);
            by_register.entry((paper.clone(), known.collect())).or_default().add(way);
            papers.entry(paper).or_default().add(way);
        });
        let what = |paper: &Option<Split>| format!("{total} persons, threshold {t}, {listed:?}: {paper:?}");

        for (paper, possible) in &papers {
            // Of a named person no reason is certain: in one of the ways not all of them had it.
            assert!(possible.fewest.iter().all(|&fewest| fewest < total), "{}", what(paper));
            let Some(Split { told, others }) = paper else { continue };
            let of_told: u64 = told.iter().map(|group| group.persons).sum();
            assert_eq!(of_told + others, total, "{}", what(paper));
            assert!(told.iter().all(|group| group.persons >= t), "{}", what(paper));
            assert!(*others >= t || (*others == 0 && listed == Listed::Both), "{}", what(paper));
            assert!(told.len() + usize::from(*others > 0) >= 2, "{}", what(paper));
            // Any of the other reasons may have been nobody's, or that of a few.
            for (at, reason) in reasons.iter().enumerate() {
                if !told.iter().any(|group| group.reason == *reason) {
                    assert_eq!(possible.fewest[at], 0, "{}: {reason}", what(paper));
                    let is_all_cover =
                        listed != Listed::Both && *others == t && told.iter().any(|g| g.reason != R::Moved);
                    assert!(possible.most[at] > 0 || *others == 0 || is_all_cover, "{}: {reason}", what(paper));
                    assert!(possible.most[at] >= t - 1 || *others < 2 * t - 1, "{}: {reason}", what(paper));
                }
            }
        }

        // The same for a reader who takes away those of whom it knows the reason by its register.
        for ((paper, known), possible) in by_register {
            let rest = total - known.iter().sum::<u64>();
            for (reason, &fewest) in reasons.iter().zip(&possible.fewest) {
                let is_certain = !BY_REGISTER.contains(reason) && rest > 0 && fewest == rest;
                assert!(!is_certain, "{}, of whom {known:?} are known: {reason}", what(&paper));
            }
        }
    }

    #[test]
    fn nobody_s_reason_follows_and_any_other_reason_may_have_been_nobody_s() {
        let of_person = ChangeKind::Came.reasons();
        // Nobody comes by dying, or leaves by a first dossier; without a merger nobody does either by one.
        let possible = |impossible: [R; 2]| -> Vec<R> {
            of_person.iter().copied().filter(|reason| !impossible.contains(reason)).collect()
        };
        for total in 1..=11 {
            check(of_person, Listed::Later, total, 3);
            check(of_person, Listed::Earlier, total, 3);
            check(&possible([R::Died, R::MunicipalitiesMerged]), Listed::Later, total, 3);
            check(&possible([R::FirstDossier, R::MunicipalitiesMerged]), Listed::Earlier, total, 3);
        }
        for (t, most) in [(3, 24), (4, 30), (5, 36)] {
            for total in 1..=most {
                check(ChangeKind::Changed.reasons(), Listed::Both, total, t);
            }
        }
    }

    /// Whether a row with an attest, or without one, can be of somebody who had the reason.
    fn is_possible(reason: R, listed: Listed, with_attest: bool) -> bool {
        let needs_it = match listed {
            Listed::Later => matches!(reason, R::ClosedWithAttest | R::LaterContract),
            Listed::Earlier => matches!(reason, R::DossierOpened | R::LaterContract),
            Listed::Both => false,
        };
        with_attest || !needs_it
    }

    /// A reader who has the rows and knows who moved.
    #[test]
    fn nobody_s_reason_follows_from_the_rows_either() {
        for listed in [Listed::Earlier, Listed::Later] {
            let one_more = if listed == Listed::Later { R::FirstDossier } else { R::ClosedWithoutAttest };
            let reasons = [R::Undetermined, R::DossierOpened, R::ClosedWithAttest, R::LaterContract, one_more];
            let possible = |&(reason, with_attest): &(R, bool)| is_possible(reason, listed, with_attest);
            let mut places: Vec<(R, bool)> =
                reasons.iter().flat_map(|&reason| [(reason, false), (reason, true)]).filter(possible).collect();
            places.push((R::Moved, false));
            let mut seen: BTreeMap<(Option<Split>, [u64; 3]), Possible> = BTreeMap::new();
            for total in 1..=10 {
                every_way(total, places.len(), &mut |way| {
                    let count = |fits: &dyn Fn(R, bool) -> bool| -> u64 {
                        let of =
                            places.iter().zip(way).filter(|((reason, with_attest), _)| fits(*reason, *with_attest));
                        of.map(|(_, persons)| persons).sum()
                    };
                    let groups: Vec<Group> = ChangeKind::Came
                        .reasons()
                        .iter()
                        .map(|&reason| Group { reason, persons: count(&|one, _| one == reason) })
                        .collect();
                    let knows = [
                        count(&|reason, _| reason == R::Moved),
                        count(&|reason, with_attest| reason != R::Moved && !with_attest),
                        count(&|reason, with_attest| reason != R::Moved && with_attest),
                    ];
                    seen.entry((Split::of(&groups, listed, threshold(3)), knows)).or_default().add(way);
                });
            }
            let mut told = BTreeSet::new();
            for ((paper, knows), possible) in seen {
                told.extend(paper.iter().flat_map(|paper| &paper.told).map(|group| group.reason));
                for (&(reason, with_attest), &fewest) in places.iter().zip(&possible.fewest) {
                    let in_row = knows[if with_attest { 2 } else { 1 }];
                    let is_certain = reason != R::Moved && in_row > 0 && fewest == in_row;
                    assert!(!is_certain, "{paper:?}, {knows:?}: {reason}, {with_attest}");
                }
            }
            let expected = match listed {
                Listed::Earlier => vec![R::Moved, R::ClosedWithAttest, R::ClosedWithoutAttest],
                _ => vec![R::FirstDossier, R::Moved, R::DossierOpened],
            };
            assert!(told.iter().copied().eq(expected), "{told:?}");
        }
    }
}
