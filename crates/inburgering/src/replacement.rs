//! Replaced register numbers: the chain of numbers of one person.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::circle::circles;
use crate::{Insz, Reason};

/// One number was replaced by another on a day: a BIS number by a national register number, or a correction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Replacement {
    /// The number that was replaced.
    pub old: Insz,
    /// The number that took its place.
    pub new: Insz,
    /// The first day on which the new number holds.
    pub replaced_on: NaiveDate,
}

/// The register numbers of one person: that they belong together is no dated fact, which one holds on a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbers<'a> {
    /// A number that was never replaced.
    One(Insz),
    /// Numbers that replaced one another.
    Chain(&'a NumberChain),
}

/// A chain of replaced numbers: every number that hangs together by replacements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberChain {
    /// The numbers, ascending.
    numbers: Vec<Insz>,
    /// The steps between different numbers, each pair once, with its earliest day.
    steps: Vec<Step>,
    /// The number from which a straight chain goes on, step after step on days that follow each other; `None` where a number
    /// has several before or after it, or the days are out of order, so that the chain may have a fault.
    straight_from: Option<usize>,
}

/// A replacement within a chain, by positions in its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Step {
    old: usize,
    new: usize,
    on: NaiveDate,
    /// Whether the steps, whatever their days, lead back from the new number to the old one.
    on_circle: bool,
}

/// The number or numbers of a person on a day, and what is wrong with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NumbersOn {
    /// The last numbers, ascending; more than one only where a fault leaves several.
    pub(crate) last: Vec<Insz>,
    /// The faults of replaced numbers, as known on the day.
    pub(crate) faults: Vec<Reason>,
}

impl<'a> Numbers<'a> {
    /// Every number of the person, ascending.
    pub fn all(&self) -> &[Insz] {
        match self {
            Self::One(number) => core::slice::from_ref(number),
            Self::Chain(chain) => &chain.numbers,
        }
    }

    /// The days on which a number was replaced.
    pub(crate) fn days(self) -> impl Iterator<Item = NaiveDate> + 'a {
        self.replacements().map(|step| step.replaced_on)
    }

    /// The replacements, each pair of numbers once with its earliest day.
    pub fn replacements(self) -> impl Iterator<Item = Replacement> + 'a {
        let chain = match self {
            Self::One(_) => None,
            Self::Chain(chain) => Some(chain),
        };
        chain.into_iter().flat_map(|chain| {
            chain.steps.iter().filter_map(|step| {
                let number = |at: usize| chain.numbers.get(at).copied();
                Some(Replacement { old: number(step.old)?, new: number(step.new)?, replaced_on: step.on })
            })
        })
    }

    /// The numbers that replacements by the day tie to this one, itself first; itself alone if the chain has a number that
    /// became two or a circle, whatever its days, by which another could be somebody else's.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use inburgering::{Insz, NumberChain, Numbers, Replacement};
    ///
    /// let day = |day| NaiveDate::from_ymd_opt(2025, 11, day).unwrap();
    /// let (old, new): (Insz, Insz) = ("70.41.01-901.50".parse()?, "99.01.01-902.87".parse()?);
    /// let chain = NumberChain::new(&[Replacement { old, new, replaced_on: day(3) }]);
    /// assert_eq!(Numbers::Chain(&chain).tied_to(new, day(2)), [new]);
    /// assert_eq!(Numbers::Chain(&chain).tied_to(new, day(3)), [new, old]);
    /// # Ok::<(), inburgering::InszError>(())
    /// ```
    pub fn tied_to(self, number: Insz, day: NaiveDate) -> Vec<Insz> {
        let mut tied = vec![number];
        if self.may_be_two_persons() {
            return tied;
        }
        let mut beside: BTreeMap<Insz, Vec<Insz>> = BTreeMap::new();
        for Replacement { old, new, .. } in self.replacements().filter(|step| step.replaced_on <= day) {
            beside.entry(old).or_default().push(new);
            beside.entry(new).or_default().push(old);
        }
        let mut seen = BTreeSet::from([number]);
        let mut at = 0;
        while let Some(next) = tied.get(at) {
            let others = beside.get(next).into_iter().flatten().copied().filter(|&other| seen.insert(other));
            let others: Vec<Insz> = others.collect();
            tied.extend(others);
            at += 1;
        }
        tied
    }

    /// Whether another person's may be among the numbers, whatever the days: one became two, or they are in a circle.
    pub(crate) fn may_be_two_persons(self) -> bool {
        let steps = match self {
            Self::One(_) => return false,
            // Sorted by the old number.
            Self::Chain(chain) => &chain.steps,
        };
        let became_two = steps.windows(2).any(|pair| matches!(pair, [one, other] if one.old == other.old));
        became_two || steps.iter().any(|step| step.on_circle)
    }

    /// Whether the numbers are surely one person's, as known on the day: that two numbers are one person is no dated fact,
    /// but a number that became two, or a circle, may have another's among them.
    pub(crate) fn are_one_person(self, day: NaiveDate) -> bool {
        let faults = self.on(day).faults;
        !faults.contains(&Reason::NumberReplacedByTwo) && !faults.contains(&Reason::NumbersReplacedInCircle)
    }

    /// The number on a day: the last in the chain whose replacement is dated by the day.
    pub(crate) fn on(&self, day: NaiveDate) -> NumbersOn {
        match self {
            Self::One(number) => NumbersOn { last: vec![*number], faults: Vec::new() },
            Self::Chain(chain) => chain.on(day),
        }
    }
}

impl NumberChain {
    /// The chain of these replacements, which must hang together; a number replaced by itself is no step.
    pub fn new(replacements: &[Replacement]) -> Self {
        let mut numbers: Vec<Insz> = replacements.iter().flat_map(|step| [step.old, step.new]).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let mut steps: Vec<Step> = replacements
            .iter()
            .filter(|step| step.old != step.new)
            .filter_map(|step| {
                let old = numbers.binary_search(&step.old).ok()?;
                let new = numbers.binary_search(&step.new).ok()?;
                Some(Step { old, new, on: step.replaced_on, on_circle: false })
            })
            .collect();
        steps.sort_unstable_by_key(|step| (step.old, step.new, step.on));
        steps.dedup_by_key(|step| (step.old, step.new));
        let circle = circles(numbers.len(), steps.iter().map(|step| (step.old, step.new)));
        for step in &mut steps {
            step.on_circle = is_circle(&circle, step.old) && circle.get(step.old) == circle.get(step.new);
        }
        let straight_from = straight_from(numbers.len(), &steps);
        Self { numbers, steps, straight_from }
    }

    /// The position of the number on the day, of a chain that is straight and so without a fault on any day.
    pub(crate) fn straight_on(&self, day: NaiveDate) -> Option<usize> {
        let mut at = self.straight_from?;
        while let Some(step) = self.steps.iter().find(|step| step.old == at && step.on <= day) {
            at = step.new;
        }
        Some(at)
    }

    /// The numbers of the chain, ascending.
    pub fn numbers(&self) -> &[Insz] {
        &self.numbers
    }

    /// As known on the day. Only the steps dated by the day count; but which number a chain begins with follows from
    /// the chain itself, since that two numbers are one person is no dated fact.
    fn on(&self, day: NaiveDate) -> NumbersOn {
        let count = self.numbers.len();
        let done = || self.steps.iter().filter(|step| step.on <= day);
        let mut replaced_times = vec![0_usize; count];
        let mut introduced = vec![true; count];
        for step in &self.steps {
            set(&mut introduced, step.new, false);
        }
        for step in done() {
            set(&mut introduced, step.new, true);
            bump(&mut replaced_times, step.old);
        }
        let circle = circles(count, done().map(|step| (step.old, step.new)));

        // The last numbers: in force by the day and not replaced by it. No number of a finished circle is the last one,
        // so all of them are; and where a circle that has not begun is all there is, every number not replaced.
        let is = |flags: &[bool], number: usize| flags.get(number).copied().unwrap_or_default();
        let replaced = |number: usize| replaced_times.get(number).is_some_and(|&times| times > 0);
        let mut last: Vec<usize> = (0..count)
            .filter(|&number| is_circle(&circle, number) || (is(&introduced, number) && !replaced(number)))
            .collect();
        if last.is_empty() {
            last = (0..count).filter(|&number| !replaced(number)).collect();
        }

        let mut faults = Vec::new();
        if replaced_times.iter().any(|&times| times > 1) {
            faults.push(Reason::NumberReplacedByTwo);
        }
        // NOTE: a circle is a fault on every day, whatever the days of its steps: which number the chain begins with is no
        // dated fact, and a circle has none. (Were its later steps left out, each would leave another first number.)
        if self.steps.iter().any(|step| step.on_circle) {
            faults.push(Reason::NumbersReplacedInCircle);
        }
        // A later step is dated by the day where an earlier one is not; in a circle no step is the earlier one.
        let mut waiting = vec![false; count];
        for step in self.steps.iter().filter(|step| step.on > day && !step.on_circle) {
            set(&mut waiting, step.new, true);
        }
        if done().any(|step| is(&waiting, step.old)) {
            faults.push(Reason::ReplacementOutOfOrder);
        }
        if last.len() > 1 {
            faults.push(Reason::SeveralNumbers);
        }
        let last = last.into_iter().filter_map(|number| self.numbers.get(number).copied()).collect();
        NumbersOn { last, faults }
    }
}

/// The first number of a straight chain: each number is replaced once, but for the last, and the steps come in the order
/// of their days.
fn straight_from(numbers: usize, steps: &[Step]) -> Option<usize> {
    // NOTE: so many steps at most, since the walk looks at all of them for each.
    if steps.len() + 1 != numbers || numbers > 16 {
        return None;
    }
    let mut at = (0..numbers).find(|&number| steps.iter().all(|step| step.new != number))?;
    let (first, mut last_day, mut walked) = (at, NaiveDate::MIN, 0);
    while let Some(step) = steps.iter().find(|step| step.old == at) {
        if step.on < last_day || walked == steps.len() {
            return None;
        }
        (at, last_day, walked) = (step.new, step.on, walked + 1);
    }
    // As many steps as numbers but one: if all were walked, none branches off.
    (walked == steps.len()).then_some(first)
}

/// The chains of these replacements: numbers that hang together, whatever the days, belong to one person.
pub(crate) fn chains(replacements: impl Iterator<Item = Replacement>) -> Vec<NumberChain> {
    let replacements: Vec<Replacement> = replacements.filter(|step| step.old != step.new).collect();
    let mut numbers: Vec<Insz> = replacements.iter().flat_map(|step| [step.old, step.new]).collect();
    numbers.sort_unstable();
    numbers.dedup();
    // Each number points at a lower one it hangs together with, until none is left: the lowest of its chain.
    let mut lower: Vec<usize> = (0..numbers.len()).collect();
    let position = |insz: &Insz| numbers.binary_search(insz).unwrap_or_default();
    for step in &replacements {
        let (old, new) = (lowest(&mut lower, position(&step.old)), lowest(&mut lower, position(&step.new)));
        if let Some(link) = lower.get_mut(old.max(new)) {
            *link = old.min(new);
        }
    }
    let mut grouped: Vec<(usize, Replacement)> =
        replacements.into_iter().map(|step| (lowest(&mut lower, position(&step.old)), step)).collect();
    grouped.sort_unstable();
    grouped
        .chunk_by(|one, other| one.0 == other.0)
        .map(|chain| NumberChain::new(&chain.iter().map(|&(_, step)| step).collect::<Vec<_>>()))
        .collect()
}

/// The end of the links from a position; the way there is shortened for the next time.
fn lowest(lower: &mut [usize], from: usize) -> usize {
    let mut at = from;
    while let Some(&next) = lower.get(at).filter(|&&next| next != at) {
        let further = lower.get(next).copied().unwrap_or(next);
        if let Some(link) = lower.get_mut(at) {
            *link = further;
        }
        at = next;
    }
    at
}

/// Whether the number stands in a circle.
fn is_circle(circle: &[Option<usize>], number: usize) -> bool {
    circle.get(number).is_some_and(Option::is_some)
}

fn set(flags: &mut [bool], at: usize, value: bool) {
    if let Some(flag) = flags.get_mut(at) {
        *flag = value;
    }
}

fn bump(counts: &mut [usize], at: usize) {
    if let Some(count) = counts.get_mut(at) {
        *count += 1;
    }
}
