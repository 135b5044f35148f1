//! The caseload: the facts about many persons, from rows, and the answers about each of them on every day.

mod build;
mod findings;
mod fingerprint;
mod steps;

use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use crate::finding::Finding;
use crate::person::Readable;
use crate::replacement::Numbers;
use crate::{
    Brussels, ClosedRule, Dossier, Insz, ListRules, NumberChain, Person, Placed, Problem, Replacement, Spell, Timeline,
    horizon,
};

pub use build::{CaseloadBuilder, CaseloadError, UnreadableRows};
pub(crate) use fingerprint::Fingerprint;
pub(crate) use steps::{Step, Steps};

/// The facts about many persons, with the answers about each of them as a step function of the day.
///
/// It keeps every row with its number, in an order that does not depend on the order in which the rows came. The
/// answers are computed once for each set of options that is asked for; every reading (a list on a day, all lists, the
/// answer for one person, since when and until when, the counts) is a reading of these. Cheap to clone: the clones
/// share the facts.
///
/// `Debug` shows counts only.
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::{Caseload, DossierText, ListRules, ResidenceText, UnreadableRows};
///
/// let mut rows = Caseload::builder();
/// rows.read_dossier(2, &DossierText { dossier: "D-1", insz: "85.07.30-901.33", registered_on: "2025-02-03", ..Default::default() });
/// rows.read_residence(2, &ResidenceText { insz: "85073090133", municipality: "46014", valid_from: "2024-11-05", ..Default::default() });
/// let caseload = rows.build(UnreadableRows::Refused)?;
///
/// // Lokeren (46014) merged into the new Lokeren (46029) on 2025-01-01.
/// let placed = caseload.place(NaiveDate::from_ymd_opt(2026, 1, 15).unwrap(), ListRules::default())?;
/// assert_eq!(placed.eligible_in("46029".parse()?).count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Caseload {
    facts: Arc<Facts>,
}

/// The facts, persons ascending by the lowest of their numbers.
struct Facts {
    persons: Vec<Record>,
    dossiers: Vec<Dossier>,
    dossier_rows: Vec<Source>,
    spells: Vec<Spell>,
    spell_rows: Vec<Source>,
    deaths: Vec<(NaiveDate, Source)>,
    replacements: Vec<(Replacement, u32)>,
    chains: Vec<NumberChain>,
    /// Every number of a chain with the position of its chain, ascending.
    chained: Vec<(Insz, u32)>,
    findings: Vec<Finding>,
    problems: Vec<Problem>,
    set_aside: Vec<Insz>,
    rows_without_number: usize,
    unreadable: UnreadableRows,
    fingerprint: OnceLock<Fingerprint>,
    steps: [OnceLock<Steps>; 6],
}

/// The number under which a row names its person, and the row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Source {
    pub(crate) insz: Insz,
    pub(crate) row: u32,
}

/// A person of the caseload: where the facts are.
#[derive(Clone, Copy)]
struct Record {
    /// The lowest number of the person.
    key: Insz,
    chain: Option<u32>,
    dossiers: Span,
    spells: Span,
    died_on: Option<NaiveDate>,
    rows_differ_from: Option<NaiveDate>,
    readable: Readable,
}

/// A range of positions, four bytes each.
#[derive(Clone, Copy, Default)]
struct Span {
    from: u32,
    until: u32,
}

impl Span {
    fn of<T>(self, rows: &[T]) -> &[T] {
        rows.get(self.from as usize..self.until as usize).unwrap_or_default()
    }
}

/// A day on which the library does not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("persons can be placed from {} to {}; {on} lies outside", horizon::FIRST_DAY, horizon::LAST_DAY)]
pub struct OutsideHorizon {
    /// The day that was asked.
    pub on: NaiveDate,
}

/// The person that was asked for is not there.
///
/// It does not repeat the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum UnknownPersonError {
    /// No dossier stands under the number, nor under one that replaced it or that it replaced.
    #[error("no dossier of the caseload stands under this register number; ask for a person of the caseload")]
    NotInCaseload,
    /// The person has a dossier, but none is known on the day.
    #[error("no dossier of this person is known on {on}; ask for a day on or after the first of its dates")]
    NotKnownOn {
        /// The day that was asked.
        on: NaiveDate,
    },
}

impl Caseload {
    /// Rows to build a caseload from.
    pub fn builder() -> CaseloadBuilder {
        CaseloadBuilder::default()
    }

    /// Every person on the day, placed.
    ///
    /// # Errors
    /// [`OutsideHorizon`] if the day lies outside the [`horizon`].
    pub fn place(&self, on: NaiveDate, rules: ListRules) -> Result<Placed, OutsideHorizon> {
        Placed::new(self, on, rules)
    }

    /// The answers about one person on every day, by any of the person's numbers.
    ///
    /// # Errors
    /// [`UnknownPersonError::NotInCaseload`] if no dossier (and no row that was set aside) names the person.
    pub fn timeline(&self, insz: Insz, rules: ListRules) -> Result<Timeline, UnknownPersonError> {
        let at = self.find(insz).ok_or(UnknownPersonError::NotInCaseload)?;
        let person = self.person_at(at).ok_or(UnknownPersonError::NotInCaseload)?;
        let steps = self.steps(rules).of_person(at).iter();
        let timeline = Timeline::of(steps.filter_map(|step| Some((step.from(), person.answer(step.from(), rules)?))));
        if timeline.periods().is_empty() { Err(UnknownPersonError::NotInCaseload) } else { Ok(timeline) }
    }

    /// The facts about one person, by any of the person's numbers; `None` where no row names the number.
    pub fn person(&self, insz: Insz) -> Option<Person<'_>> {
        self.person_at(self.find(insz)?)
    }

    /// The facts about everybody who is named by a row, ascending by the lowest number of each.
    pub fn persons(&self) -> impl ExactSizeIterator<Item = Person<'_>> {
        self.facts.persons.iter().map(|record| self.facts.person(record))
    }

    /// Rows that contradict each other or count for nothing, sorted.
    pub fn findings(&self) -> &[Finding] {
        &self.facts.findings
    }

    /// The problems of the rows that were set aside.
    pub fn problems(&self) -> &[Problem] {
        &self.facts.problems
    }

    /// How many rows were set aside of which a register number could not be read.
    pub fn rows_without_number(&self) -> usize {
        self.facts.rows_without_number
    }

    /// How many rows each table has: dossiers, residences, deaths, replacements; those set aside are not counted.
    pub fn rows(&self) -> [usize; 4] {
        let Facts { dossiers, spells, deaths, replacements, .. } = &*self.facts;
        [dossiers.len(), spells.len(), deaths.len(), replacements.len()]
    }

    /// The position of a person by any of its numbers.
    pub(crate) fn find(&self, insz: Insz) -> Option<usize> {
        let key = self.facts.key(insz);
        self.facts.persons.binary_search_by_key(&key, |record| record.key).ok()
    }

    /// The facts about the person at this position among [`persons`](Self::persons).
    pub fn person_at(&self, at: usize) -> Option<Person<'_>> {
        self.facts.persons.get(at).map(|record| self.facts.person(record))
    }

    /// The answers about everybody under these options, computed once.
    pub(crate) fn steps(&self, rules: ListRules) -> &Steps {
        let closed = match rules.closed {
            ClosedRule::ContractMunicipality => 0,
            ClosedRule::ResidenceAtClosing => 1,
            ClosedRule::ContractMunicipalityIfResident => 2,
        };
        let brussels = match rules.brussels {
            Brussels::Refused => 0,
            Brussels::Allowed => 3,
        };
        #[expect(clippy::indexing_slicing, reason = "three closed rules and two for Brussels make six")]
        self.facts.steps[closed + brussels].get_or_init(|| Steps::of(self.persons(), rules))
    }

    /// What the builder did with rows that cannot be read.
    pub fn unreadable_rows(&self) -> UnreadableRows {
        self.facts.unreadable
    }

    /// The fingerprint of the facts, computed once.
    pub(crate) fn fingerprint(&self) -> &Fingerprint {
        self.facts.fingerprint.get_or_init(|| Fingerprint::of(&self.facts))
    }
}

impl Facts {
    /// The lowest number of the person with this number.
    fn key(&self, insz: Insz) -> Insz {
        build::key(&self.chained, &self.chains, insz)
    }

    /// The position of the chain with this number.
    fn chain_of(&self, insz: Insz) -> Option<u32> {
        build::position_of(&self.chained, insz)
    }

    fn person(&self, record: &Record) -> Person<'_> {
        let chain = record.chain.and_then(|at| self.chains.get(at as usize));
        let numbers = chain.map_or(Numbers::One(record.key), Numbers::Chain);
        Person {
            numbers,
            dossiers: record.dossiers.of(&self.dossiers),
            spells: record.spells.of(&self.spells),
            died_on: record.died_on,
            rows_differ_from: record.rows_differ_from,
            readable: record.readable,
        }
    }
}

impl core::fmt::Debug for Caseload {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let [dossiers, residences, deaths, replacements] = self.rows();
        f.debug_struct("Caseload")
            .field("persons", &self.facts.persons.len())
            .field("dossiers", &dossiers)
            .field("residences", &residences)
            .field("deaths", &deaths)
            .field("replacements", &replacements)
            .field("findings", &self.facts.findings.len())
            .finish_non_exhaustive()
    }
}
