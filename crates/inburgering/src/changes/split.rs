//! How the total of a kind of changes is split by reason: which reasons are told, and which are counted together.
//!
//! **The reader.** The municipality holds both lists, so it has the names behind each total, and their rows. By its own
//! register it knows of each whether he or she lived there on either day ([`Home`]), died, or had a BIS number. It may know
//! this rule, too. Still nobody's reason may follow.
//!
//! **The rule**, for a kind whose total is published:
//!
//! 1. A reason is told if it may be told (`may_be_told`) and the threshold or more persons had it. All others are the
//!    *other reasons*, a pool: they have no count of their own, so zero and few are not told apart.
//! 2. Wherever somebody lived who by that may have had a told reason (`fits`), more than the threshold lived so, and the pool
//!    holds the threshold or more of them, as cover. Who died or had a BIS number is no cover. While it does not, the smallest
//!    reason that lacks cover joins the pool; of equal ones the later in the catalogue.
//! 3. If the pool holds anybody, it holds the threshold or more; otherwise the smallest told reason joins it.
//! 4. Reasons are told only if two groups have persons: told reasons, and the pool. Otherwise nothing is told.
//!
//! 2 is not for rows that changed: both lists show what did.
//!
//! **Why nobody's reason follows.** Beside whoever had a told reason stand the threshold or more of the pool who lived there on
//! the same days, and each of them may have had it instead: both change places. Where the row of the first forbids the reason of
//! the second (a later contract wants one), it was another one of the pool: each told reason has one that is never told and that
//! everybody can have had who can have had the told one: beside a closing with an attest one without; beside a first dossier a
//! new one, or, of who lives elsewhere, a later contract; beside a move a closing without an attest, or a new dossier. Whoever
//! is in the pool may have had that one too, or been *undetermined*. In none of this do the numbers change that the rule reads,
//! so the paper is the same.
//!
//! **Why not with less.** Of *closed with an attest: 8, others: 5* where the five did not live there on either day, the eight
//! are known: so cover is counted by home. Where five lived there on both days, all of the pool, they had no attest; so 2 asks for
//! one more than the threshold, wherever the reason can be and not only where it is. Were both closings told, whoever is in
//! the pool there had neither.
//!
//! NOTE: a row rules no told reason out: even an attest can be obtained twice.
//!
//! NOTE: that nobody died can follow. That is a zero. Zeros are published in every table of this library, and here the
//! municipality knows its dead. What register and rows tell without the counts is no secret of theirs.
//!
//! NOTE: against what a municipality knows or guesses of a person besides (who came from abroad had no dossier before) nothing
//! is proof.

use core::cmp::Reverse;

use super::home::Home;
use super::reason::ChangeReason;
use crate::{ClosedRule, Threshold};

/// On which of the two lists a person stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OnLists {
    /// On that of the earlier day only.
    Earlier,
    /// On that of the later day only.
    Later,
    /// On both.
    Both,
}

impl OnLists {
    /// Whether somebody who is listed so can have had the reason.
    ///
    /// Known on a day, a dossier is known ever after, and who died stays dead. A merger takes nobody from a list: it joins
    /// what was apart.
    pub(super) const fn allows(self, reason: ChangeReason) -> bool {
        use ChangeReason as R;
        match self {
            Self::Earlier => !matches!(reason, R::FirstDossier | R::MunicipalitiesMerged),
            Self::Later => !matches!(reason, R::Died),
            Self::Both => true,
        }
    }
}

/// Whether the reason may be told of persons who are listed so.
///
/// A closing without an attest, a new dossier and a later contract never are: they are what the others may have had. Whoever
/// comes by a closing stands on the list with a contract, so a row can speak against it. A death, a BIS number, a replaced number
/// (it may be of a corrected sex) and facts that contradict each other concern nobody but the agency; a merger is rare.
///
/// NOTE: by residence at closing, whoever leaves by a closing lived elsewhere between the days, which the register knows. By the
/// contract's municipality if resident, a closed person moves too, and after a merger from one part of it to another.
const fn may_be_told(reason: ChangeReason, listed: OnLists, closed: ClosedRule) -> bool {
    use ChangeReason as R;
    match (listed, reason) {
        (OnLists::Earlier, R::Moved) | (OnLists::Later, R::FirstDossier) | (OnLists::Both, R::Contract | R::Attest) => {
            true
        }
        (OnLists::Earlier, R::ClosedWithAttest) => !matches!(closed, ClosedRule::ResidenceAtClosing),
        (OnLists::Later, R::Moved) => !matches!(closed, ClosedRule::ContractMunicipalityIfResident),
        _ => false,
    }
}

/// Whether somebody of whom a reason is told can have lived so.
///
/// An active dossier has its person on the list of the residence: whoever leaves by a move or a closing lived there on the
/// earlier day, whoever comes by a move does on the later one, and who moved lived there on one of the days only. A first
/// dossier may be closed again, with a contract of here and its person anywhere.
const fn fits(reason: ChangeReason, home: Home) -> bool {
    match reason {
        ChangeReason::Moved => matches!(home, Home::OnItsDay),
        ChangeReason::FirstDossier => true,
        _ => !matches!(home, Home::Elsewhere),
    }
}

/// Whether the municipality knows by its register who had the reason: such persons are no cover.
const fn is_known(reason: ChangeReason) -> bool {
    matches!(reason, ChangeReason::Died | ChangeReason::BisNumber)
}

/// How many persons of a kind had a reason, by where they lived, in the order of [`Home::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Group {
    pub(super) reason: ChangeReason,
    pub(super) persons: [u64; Home::ALL.len()],
}

impl Group {
    fn total(&self) -> u64 {
        self.persons.iter().sum()
    }
}

/// A kind of changes by reason, as it may leave the agency.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Split {
    /// The reasons that are told, in the order of the catalogue, each with how many persons had it.
    pub(super) told: Vec<(ChangeReason, u64)>,
    /// How many persons had one of the other reasons.
    pub(super) others: u64,
}

impl Split {
    /// The split of a kind with these groups, in the order of the catalogue; `None` if no reason is told.
    pub(super) fn of(groups: &[Group], listed: OnLists, closed: ClosedRule, threshold: Threshold) -> Option<Self> {
        let least = threshold.persons();

        // Clause 1: "if it may be told and the threshold or more persons had it".
        let is_told = |group: &Group| may_be_told(group.reason, listed, closed) && group.total() >= least;
        let (mut told, mut pool): (Vec<Group>, Vec<Group>) = groups.iter().copied().partition(is_told);

        // Clause 2: "more than the threshold lived so, and the pool holds the threshold or more of them".
        while listed != OnLists::Both
            && let Some(at) = smallest(&told, |group| lacks_cover(group.reason, &told, &pool, least))
        {
            pool.push(told.remove(at));
        }

        // Clause 3: "if the pool holds anybody, it holds the threshold or more".
        if threshold.is_small(pool.iter().map(Group::total).sum())
            && let Some(at) = smallest(&told, |_| true)
        {
            pool.push(told.remove(at));
        }

        // Clause 4: "only if two groups have persons".
        let others: u64 = pool.iter().map(Group::total).sum();
        let with_persons = told.len().saturating_add(usize::from(others > 0));
        let told = told.iter().map(|group| (group.reason, group.total())).collect();
        (with_persons >= 2).then_some(Self { told, others })
    }
}

/// Whether there is a home where somebody lived who may have had the told reason, and too few did, or too few of the pool.
fn lacks_cover(reason: ChangeReason, told: &[Group], pool: &[Group], least: u64) -> bool {
    Home::ALL.into_iter().enumerate().filter(|&(_, home)| fits(reason, home)).any(|(at, _)| {
        let living_so = |groups: &[Group]| -> u64 {
            let groups = groups.iter().filter(|group| !is_known(group.reason));
            groups.filter_map(|group| group.persons.get(at)).sum()
        };
        let cover = living_so(pool);
        let all = cover.saturating_add(living_so(told));
        all > 0 && (all <= least || cover < least)
    })
}

/// Where the smallest of the groups that fit stands; of equal ones the last.
fn smallest(groups: &[Group], fits: impl Fn(&Group) -> bool) -> Option<usize> {
    let fitting = groups.iter().enumerate().filter(|(_, group)| fits(group));
    fitting.min_by_key(|(at, group)| (group.total(), Reverse(*at))).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    //! An oracle that tries every way in which persons may have had their reasons, for all that a paper says.

    use std::collections::{BTreeMap, BTreeSet};

    use ChangeReason as R;

    use super::*;
    use crate::ChangeKind;

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

    /// What lists show what changed in a row: a reader of the names alone knows nobody's reason by the counts either.
    #[test]
    fn of_rows_that_changed_nobody_s_reason_follows_from_the_counts() {
        let reasons = ChangeKind::Changed.reasons();
        for (t, most) in [(3, 24), (4, 30), (5, 36)] {
            for total in 1..=most {
                let mut papers: BTreeMap<Option<Split>, Possible> = BTreeMap::new();
                every_way(total, reasons.len(), &mut |way| {
                    let group = |(&reason, &persons): (&R, &u64)| Group { reason, persons: [persons, 0, 0] };
                    let groups: Vec<Group> = reasons.iter().zip(way).map(group).collect();
                    let paper = Split::of(&groups, OnLists::Both, ClosedRule::default(), threshold(t));
                    papers.entry(paper).or_default().add(way);
                });
                for (paper, Possible { fewest, most }) in papers {
                    let what = format!("{total} persons, threshold {t}: {paper:?}");
                    assert!(fewest.iter().all(|&fewest| fewest < total), "{what}");
                    let Some(Split { told, others }) = paper else { continue };
                    assert_eq!(told.iter().map(|(_, persons)| persons).sum::<u64>() + others, total, "{what}");
                    assert!(told.iter().all(|&(_, persons)| persons >= t), "{what}");
                    assert!(others == 0 || others >= t, "{what}");
                    assert!(told.len() + usize::from(others > 0) >= 2, "{what}");
                    // Any of the other reasons may have been nobody's, or that of a few.
                    for (at, reason) in reasons.iter().enumerate() {
                        if !told.iter().any(|(of_told, _)| of_told == reason) {
                            assert_eq!(fewest[at], 0, "{what}: {reason}");
                            assert!(most[at] > 0 || others == 0, "{what}: {reason}");
                            assert!(most[at] >= t - 1 || others < 2 * t - 1, "{what}: {reason}");
                        }
                    }
                }
            }
        }
    }

    /// What a municipality sees of a person who came or left: whether he or she lived there on the day of the list and on the
    /// other one, and the flags of the row.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    struct Seen {
        lived_there: [bool; 2],
        contract: bool,
        attest: bool,
    }

    const fn seen(lived_there: [u8; 2], contract: u8, attest: u8) -> Seen {
        Seen { lived_there: [lived_there[0] == 1, lived_there[1] == 1], contract: contract == 1, attest: attest == 1 }
    }

    /// Which reasons whoever is seen so can have had, read from rules 4 and 5 and not from the code above.
    fn possible(listed: OnLists, of: Seen) -> Vec<R> {
        let [here, on_other_day] = of.lived_there;
        let mut reasons = vec![R::Undetermined];
        if of.contract {
            // On the list by a contract, whose place was taken by a later one, or took that of an earlier one.
            reasons.push(R::LaterContract);
        }
        if here && !on_other_day {
            reasons.push(R::Moved);
        }
        if listed == OnLists::Later {
            if here || of.contract {
                reasons.push(R::FirstDossier);
            }
            if here {
                reasons.push(R::DossierOpened);
            }
            // Active, and on the list of another residence; then closed, and on the list of the contract.
            if !on_other_day && of.contract {
                reasons.push(R::ClosedWithoutAttest);
                if of.attest {
                    reasons.push(R::ClosedWithAttest);
                }
            }
        } else {
            if here {
                reasons.extend([R::ClosedWithAttest, R::ClosedWithoutAttest]);
            }
            if !on_other_day && of.contract {
                reasons.push(R::DossierOpened);
            }
        }
        reasons
    }

    /// Tries every way of up to so many persons who are seen so, beside others who died or had a BIS number.
    fn nobody_s_reason_follows(listed: OnLists, all_seen: &[Seen], most: u64) -> BTreeSet<R> {
        const T: u64 = 3;
        let of_register = if listed == OnLists::Later { R::BisNumber } else { R::Died };
        let mut places: Vec<(Option<Seen>, R)> = vec![(None, of_register)];
        for &of in all_seen {
            places.extend(possible(listed, of).into_iter().map(|reason| (Some(of), reason)));
        }
        let home = |of: Option<Seen>| match of.map_or([true, false], |of| of.lived_there) {
            [true, true] => 0,
            [true, false] => 1,
            [false, _] => 2,
        };
        let mut told_ever = BTreeSet::new();
        for total in 1..=most {
            // Of two readers: the second holds that no facts contradict each other, wherever that can be.
            let mut by_register = [const { BTreeMap::<(Option<Split>, Vec<u64>), Possible>::new() }; 2];
            let mut by_names: BTreeMap<Option<Split>, Possible> = BTreeMap::new();
            every_way(total, places.len(), &mut |way| {
                let reasons = ChangeKind::Came.reasons();
                let mut groups: Vec<Group> = reasons.iter().map(|&reason| Group { reason, persons: [0; 3] }).collect();
                for (&(of, reason), persons) in places.iter().zip(way) {
                    let group = groups.iter_mut().find(|group| group.reason == reason).unwrap();
                    group.persons[home(of)] += persons;
                }
                let of_reason: Vec<u64> = groups.iter().map(Group::total).collect();
                let paper = Split::of(&groups, listed, ClosedRule::default(), threshold(T));
                let living_so = |of: &Seen| -> u64 {
                    places.iter().zip(way).filter(|((one, _), _)| *one == Some(*of)).map(|(_, persons)| persons).sum()
                };
                let known: Vec<u64> = all_seen.iter().map(living_so).collect();
                let nobody_is =
                    |reason| places.iter().zip(way).all(|((_, one), &persons)| *one != reason || persons == 0);
                let readers = if nobody_is(R::Undetermined) { 2 } else { 1 };
                for by_register in &mut by_register[..readers] {
                    by_register.entry((paper.clone(), known.clone())).or_default().add(way);
                }
                by_names.entry(paper).or_default().add(&of_reason);
            });
            for (reader, seen) in by_register.into_iter().enumerate() {
                for ((paper, known), way) in seen {
                    for (&(of, reason), &fewest) in places.iter().zip(&way.fewest) {
                        let Some(of) = of else { continue };
                        // What else the reader holds for possible, paper or no paper.
                        if possible(listed, of).len() - reader > 1 {
                            let all = known[all_seen.iter().position(|&one| one == of).unwrap()];
                            let what = || format!("{listed:?}: {paper:?}; {all_seen:?}: {known:?}; {of:?}: {reason}");
                            assert!(fewest == 0 || fewest < all, "{}", what());
                        }
                    }
                }
            }
            for (paper, possible) in by_names {
                let Some(Split { told, others }) = paper else { continue };
                assert_eq!(told.iter().map(|(_, persons)| persons).sum::<u64>() + others, total, "{told:?}");
                assert!(told.iter().all(|&(_, persons)| persons >= T) && others >= T, "{told:?}, {others}");
                // Any of the other reasons may have been nobody's; of contradictions it can follow that there were some.
                for (reason, &fewest) in ChangeKind::Came.reasons().iter().zip(&possible.fewest) {
                    let is_told = told.iter().any(|(of_told, _)| of_told == reason);
                    assert!(
                        is_told || fewest == 0 || *reason == R::Undetermined,
                        "{listed:?}, {total}, {told:?}, {others}: {reason}"
                    );
                }
                told_ever.extend(told.into_iter().map(|(reason, _)| reason));
            }
        }
        told_ever
    }

    /// A reader who has the rows, and knows who lived there on which day and who died or had a BIS number.
    #[test]
    fn nobody_s_reason_follows_for_who_has_the_rows_and_the_register() {
        let [stays, stays_without] = [seen([1, 1], 1, 0), seen([1, 1], 0, 0)];
        let [moves, moves_without] = [seen([1, 0], 1, 0), seen([1, 0], 0, 0)];
        let [elsewhere, gone, with_attest] = [seen([0, 0], 1, 0), seen([0, 1], 1, 0), seen([0, 0], 1, 1)];
        for (listed, expected) in
            [(OnLists::Earlier, [R::Moved, R::ClosedWithAttest]), (OnLists::Later, [R::FirstDossier, R::Moved])]
        {
            let mut told = BTreeSet::new();
            for (all_seen, most) in [
                (&[stays_without, moves_without][..], 12),
                (&[stays, elsewhere], 9),
                (&[stays, stays_without], 10),
                (&[stays, moves_without], 9),
                (&[stays_without, moves], 9),
                (&[stays_without, elsewhere, gone], 9),
                (&[moves_without, elsewhere, gone], 7),
                (&[stays_without, with_attest], 10),
            ] {
                told.extend(nobody_s_reason_follows(listed, all_seen, most));
            }
            assert!(told.iter().copied().eq(expected), "{told:?}");
        }
    }
}
