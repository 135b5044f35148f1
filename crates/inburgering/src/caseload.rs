//! The caseload: the facts about many persons, from rows, and the answers about each of them on every day.

mod build;
mod chained;
mod direct;
mod findings;
mod fingerprint;
mod one_day;
mod own_rows;
mod packed;
mod periods;
mod persons;
mod quick;
mod rows;
mod same_number;
mod steps;

use core::num::NonZeroU32;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use crate::finding::Finding;
use crate::person::{Dossiers, Readable, Spells};
use crate::replacement::Numbers;
use crate::threads::Threads;
use crate::{
    Brussels, ClosedRule, Insz, ListRules, Lists, Municipality, Person, Placed, Problem, Replacement, Spell, Timeline,
    horizon,
};

use chained::Chained;
use quick::{PlainDossier, PlainPerson};

pub use build::{CaseloadBuilder, CaseloadError, UnreadableRows};
pub(crate) use fingerprint::Fingerprint;
pub use one_day::OneDay;
pub(crate) use own_rows::OwnRows;
pub(crate) use packed::PackedAnswer;
pub use periods::EligiblePeriod;
use periods::Periods;
use rows::Rows;
pub(crate) use rows::{DossierNumbers, DossierRow, Row};
use steps::Steps;

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

/// The facts, persons ascending by the lowest of their numbers, and the rows of each table in the order of the persons.
struct Facts {
    persons: Vec<Record>,
    specials: Vec<Special>,
    dossiers: Rows<DossierRow>,
    numbers: DossierNumbers,
    spells: Rows<Spell>,
    deaths: Rows<NaiveDate>,
    replacements: Vec<(Replacement, u32)>,
    chained: Chained,
    /// The dossier rows that share a number with another.
    same_number: Vec<Vec<Row<DossierRow>>>,
    problems: Vec<Problem>,
    set_aside: Vec<Insz>,
    rows_without_number: usize,
    unreadable: UnreadableRows,
    threads: Threads,
    findings: OnceLock<Vec<Finding>>,
    fingerprint: OnceLock<Fingerprint>,
    indexes: [OnceLock<Index>; 6],
}

/// What is computed once for a set of options: everybody's answers, and everybody's place on a list.
pub(crate) struct Index {
    pub(crate) steps: Steps,
    pub(crate) periods: Periods,
}

/// A person of the caseload, in 24 bytes: where the facts are.
#[derive(Clone, Copy)]
struct Record {
    /// The lowest number of the person.
    key: Insz,
    /// Where the person's rows begin among those of the year; they end where those of the next person begin.
    dossiers: u32,
    spells: u32,
    died_on: Option<NaiveDate>,
    special: Option<SpecialAt>,
}

/// A position among the [`Special`] ones.
#[derive(Clone, Copy)]
struct SpecialAt(NonZeroU32);

impl SpecialAt {
    const fn new(at: u32) -> Self {
        Self(NonZeroU32::MIN.saturating_add(at))
    }

    const fn get(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// What few persons have: several numbers, rows that differ, a row that could not be read.
#[derive(Clone, Copy, Default)]
struct Special {
    chain: Option<u32>,
    rows_differ_from: Option<NaiveDate>,
    readable: Readable,
}

/// How many days the horizon has.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a hundred years have fewer than 65 536 days"
)]
const HORIZON_DAYS: u16 = (horizon::LAST_DAY.to_epoch_days() - horizon::FIRST_DAY.to_epoch_days() + 1) as u16;

/// A day counted from the first of the horizon; `None` outside it.
pub(crate) fn horizon_day(day: NaiveDate) -> Option<u16> {
    let after = day.to_epoch_days().checked_sub(const { horizon::FIRST_DAY.to_epoch_days() })?;
    u16::try_from(after).ok().filter(|&after| after < HORIZON_DAYS)
}

/// The day that was counted from the first of the horizon.
pub(crate) fn of_horizon_day(day: u16) -> NaiveDate {
    horizon::FIRST_DAY + chrono::Days::new(day.into())
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

impl UnknownPersonError {
    /// The stable code, in `snake_case`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotInCaseload => "not_in_caseload",
            Self::NotKnownOn { .. } => "not_known_on",
        }
    }
}

impl Caseload {
    fn of(facts: Facts) -> Self {
        Self { facts: Arc::new(facts) }
    }

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

    /// All lists of one day, for a caller who does not ask again.
    ///
    /// The same as [`place`](Self::place) and [`Placed::lists`], straight from the facts: without the answers of every other
    /// day, which `place` computes at its first question.
    ///
    /// # Errors
    /// [`OutsideHorizon`] if the day lies outside the [`horizon`].
    pub fn lists(&self, on: NaiveDate, rules: ListRules) -> Result<Lists, OutsideHorizon> {
        let day = horizon_day(on).ok_or(OutsideHorizon { on })?;
        Ok(match self.facts.index(rules).get() {
            Some(index) => index.periods.lists(day, self.facts.threads),
            None => direct::lists(&self.facts, on, rules),
        })
    }

    /// The answers about one person on every day, by any of the person's numbers.
    ///
    /// # Errors
    /// [`UnknownPersonError::NotInCaseload`] if no dossier (and no row that was set aside) names the person.
    pub fn timeline(&self, insz: Insz, rules: ListRules) -> Result<Timeline, UnknownPersonError> {
        let person = self.person(insz).ok_or(UnknownPersonError::NotInCaseload)?;
        let timeline = person.timeline(rules);
        if timeline.periods().is_empty() { Err(UnknownPersonError::NotInCaseload) } else { Ok(timeline) }
    }

    /// The facts about one person, by any of the person's numbers; `None` where no row names the number.
    pub fn person(&self, insz: Insz) -> Option<Person<'_>> {
        self.person_at(self.find(insz)?)
    }

    /// The facts about everybody who is named by a row, ascending by the lowest number of each.
    pub fn persons(&self) -> impl ExactSizeIterator<Item = Person<'_>> {
        self.facts.persons.iter().enumerate().map(|(at, record)| self.facts.person(at, record))
    }

    /// Rows that contradict each other or count for nothing, sorted; found once, when they are first asked for.
    pub fn findings(&self) -> &[Finding] {
        self.facts.findings.get_or_init(|| findings::of(&self.facts))
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
        let key = self.facts.chained.lowest(insz);
        self.facts.persons.binary_search_by_key(&key, |record| record.key).ok()
    }

    /// The facts about the person at this position among [`persons`](Self::persons).
    pub fn person_at(&self, at: usize) -> Option<Person<'_>> {
        self.facts.person_at(at)
    }

    /// The number of the person at a position that stands at a position among the person's.
    pub(crate) fn number_at(&self, person: usize, position: u16) -> Option<Insz> {
        self.facts.number_at(person, position)
    }

    /// The answers about everybody under these options, and who is on which list when: computed once.
    pub(crate) fn index(&self, rules: ListRules) -> &Index {
        self.facts.index(rules).get_or_init(|| Index::of(&self.facts, rules))
    }

    pub(crate) fn is_indexed(&self, rules: ListRules) -> bool {
        self.facts.index(rules).get().is_some()
    }

    /// How many threads it may use.
    pub fn threads(&self) -> Threads {
        self.facts.threads
    }

    /// For each municipality the periods in which persons are on its list, ascending by number, then by day: what the lists
    /// of every day are read from.
    pub fn periods(&self, rules: ListRules) -> impl Iterator<Item = (Municipality, &[EligiblePeriod])> {
        let periods = &self.index(rules).periods;
        let of_each = Municipality::all().map(|municipality| (municipality, periods.in_municipality(municipality)));
        of_each.filter(|(_, periods)| !periods.is_empty())
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

impl Index {
    fn of(facts: &Facts, rules: ListRules) -> Self {
        let steps = Steps::of(facts, rules);
        let periods = Periods::of(facts, &steps);
        Self { steps, periods }
    }
}

impl Facts {
    /// The index for these options, if it was computed.
    fn index(&self, rules: ListRules) -> &OnceLock<Index> {
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
        &self.indexes[closed + brussels]
    }

    fn person_at(&self, at: usize) -> Option<Person<'_>> {
        self.persons.get(at).map(|record| self.person(at, record))
    }

    fn person(&self, at: usize, record: &Record) -> Person<'_> {
        let (dossiers, spells) = self.rows_of(at, record);
        let special = self.special(record).unwrap_or_default();
        let chain = special.chain.and_then(|chain| self.chained.get(chain));
        Person {
            numbers: chain.map_or(Numbers::One(record.key), Numbers::Chain),
            dossiers: Dossiers::OfCaseload(dossiers, &self.numbers),
            spells: Spells::OfCaseload(spells),
            died_on: record.died_on,
            rows_differ_from: special.rows_differ_from,
            readable: special.readable,
        }
    }

    /// The person at a position, if there is nothing of which the quick rule knows nothing: rows that differ, rows that could
    /// not be read, dates that cannot be. `room` is for the person's dossiers.
    fn plain_person_at<'a>(&'a self, at: usize, room: &'a mut Vec<PlainDossier>) -> Option<PlainPerson<'a>> {
        let record = self.persons.get(at)?;
        let special = self.special(record).unwrap_or_default();
        if special.rows_differ_from.is_some() || special.readable == Readable::RowSetAside {
            return None;
        }
        let chain = special.chain.and_then(|chain| self.chained.get(chain));
        let (dossiers, spells) = self.rows_of(at, record);
        PlainPerson::of(chain.map_or(Numbers::One(record.key), Numbers::Chain), dossiers, spells, record.died_on, room)
    }

    fn rows_of(&self, at: usize, record: &Record) -> (&[Row<DossierRow>], &[Row<Spell>]) {
        let year = record.key.year_digits();
        let (dossiers, spells) = (self.dossiers.of_year(year), self.spells.of_year(year));
        let next = self.persons.get(at + 1).filter(|next| next.key.year_digits() == year);
        let dossiers_end = next.map_or(dossiers.len(), |next| next.dossiers as usize);
        let spells_end = next.map_or(spells.len(), |next| next.spells as usize);
        let dossiers = dossiers.get(record.dossiers as usize..dossiers_end).unwrap_or_default();
        (dossiers, spells.get(record.spells as usize..spells_end).unwrap_or_default())
    }

    fn special(&self, record: &Record) -> Option<Special> {
        self.specials.get(record.special?.get()).copied()
    }

    /// The positions of the persons with a chain of numbers.
    fn persons_of_several_numbers(&self) -> impl Iterator<Item = usize> {
        let lowest = self.chained.chains().iter().filter_map(|chain| chain.numbers().first());
        lowest.filter_map(|lowest| self.persons.binary_search_by_key(lowest, |record| record.key).ok())
    }

    fn number_at(&self, person: usize, position: u16) -> Option<Insz> {
        let record = self.persons.get(person)?;
        if position == 0 {
            return Some(record.key);
        }
        let chain = self.special(record)?.chain.and_then(|chain| self.chained.get(chain))?;
        chain.numbers().get(usize::from(position)).copied()
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
            .field("findings", &self.findings().len())
            .finish_non_exhaustive()
    }
}
