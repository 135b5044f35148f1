//! The lists of one day straight from rows, without a caseload, for who asks once.
//!
//! Of a row no more is kept than the rule reads on that day, in one word ([`words`]): a dossier as it is known on the day,
//! and where a spell lies that covers it. The words are sorted by person, and each person is placed by the clauses of
//! [`Person::answer`](crate::Person::answer) that put somebody on a list; who is on none is left out, for whatever reason.
//! Tests hold it to the rule.

mod place;
mod words;

use core::ops::Range;

use chrono::NaiveDate;

use super::OutsideHorizon;
use super::chained::Chained;
use super::persons::rows_differ_from;
use super::rows::{DossierRow, Row, Under};
use super::same_number::{hash, of_one_hash};
use crate::dossier::DossierFacts;
use crate::municipality::CarriedCodes;
use crate::threads::{Threads, each_on_a_thread, weighed_shares};
use crate::{ClosedRule, Insz, ListRules, Lists, NisCode, Replacement, horizon};

use place::{Day, OfChains, Placed};
use words::{DossierWord, SpellWord, Years};

/// The rows of an extract, of which only the lists of one day are asked.
///
/// Several threads may each read a part of the rows into one of their own; [`OneDay::lists`] takes all of them.
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::{DossierFacts, ListRules, OneDay, Threads};
///
/// let on = NaiveDate::from_ymd_opt(2026, 1, 15).unwrap();
/// let insz = "85.07.30-901.33".parse()?;
/// let facts = DossierFacts { registered_on: NaiveDate::from_ymd_opt(2025, 2, 3), ..DossierFacts::default() };
///
/// let mut rows = OneDay::new(on, ListRules::default())?.unwrap();
/// rows.dossier(0, insz, b"D-1", facts);
/// let moved_in = NaiveDate::from_ymd_opt(2024, 11, 5).unwrap().to_epoch_days();
/// rows.residence(insz, "46014".parse()?, Some(moved_in), None);
/// // Lokeren (46014) merged into the new Lokeren (46029) on 2025-01-01.
/// let lists = OneDay::lists(&[rows], Threads::default(), |_| Some((insz, "D-1", facts))).unwrap();
/// assert_eq!(lists.of_municipality("46029".parse()?).count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct OneDay {
    on: NaiveDate,
    /// The same as a day number.
    day: i32,
    rules: ListRules,
    codes: CarriedCodes,
    dossiers: Years<DossierWord>,
    spells: Years<SpellWord>,
    /// The hash of each known dossier's number, with its row.
    numbers: Vec<(u32, u32)>,
    dead: Vec<Insz>,
    replacements: Vec<Replacement>,
    fits: bool,
}

impl OneDay {
    /// No row yet; `None` under a rule that reads residences of other days too ([`ClosedRule::ResidenceAtClosing`]): those
    /// need a [`Caseload`](crate::Caseload).
    ///
    /// # Errors
    /// [`OutsideHorizon`] if the day lies outside the [`horizon`].
    pub fn new(on: NaiveDate, rules: ListRules) -> Result<Option<Self>, OutsideHorizon> {
        if !horizon::contains(on) {
            return Err(OutsideHorizon { on });
        }
        let reads_this_day_only = match rules.closed {
            ClosedRule::ContractMunicipality | ClosedRule::ContractMunicipalityIfResident => true,
            ClosedRule::ResidenceAtClosing => false,
        };
        Ok(reads_this_day_only.then(|| Self {
            on,
            day: on.to_epoch_days(),
            rules,
            codes: CarriedCodes::on(on),
            dossiers: Years::default(),
            spells: Years::default(),
            numbers: Vec::new(),
            dead: Vec::new(),
            replacements: Vec::new(),
            fits: true,
        }))
    }

    /// Adds a dossier; its number is without outer white space.
    #[inline]
    pub fn dossier(&mut self, row: u32, insz: Insz, number: &[u8], facts: DossierFacts) {
        match DossierWord::of(insz, facts, self.on, self.codes) {
            Ok(None) => {}
            Ok(Some(word)) => {
                self.dossiers.push(insz, word);
                self.numbers.push((hash(number), row));
            }
            Err(words::TooEarly) => self.fits = false,
        }
    }

    /// Adds a spell of residence, its bounds as day numbers: days since 1970-01-01, as columns of days have them.
    #[inline]
    pub fn residence(&mut self, insz: Insz, municipality: NisCode, from: Option<i32>, until: Option<i32>) {
        // Half-open; without a start it has always run, without an end it runs on.
        if from.is_none_or(|from| from <= self.day) && until.is_none_or(|until| self.day < until) {
            self.spells.push(insz, SpellWord::of(insz, municipality, self.codes));
        }
    }

    /// Adds a death.
    pub fn death(&mut self, insz: Insz, died_on: NaiveDate) {
        if died_on <= self.on {
            self.dead.push(insz);
        }
    }

    /// Adds a replaced register number.
    pub fn replacement(&mut self, replacement: Replacement) {
        self.replacements.push(replacement);
    }

    /// The lists of the day, from the rows of all parts.
    ///
    /// `read_again` gives a dossier by its row: person, number, facts. It is asked for the few whose numbers look as if
    /// another had the same. `None` where there is no part, a row cannot be read again, or the rows are beyond what words
    /// have room for (a contract of before 1900, a person of more than 65 535 numbers): those need a
    /// [`Caseload`](crate::Caseload).
    pub fn lists<T: AsRef<str>>(
        parts: &[Self],
        threads: Threads,
        read_again: impl Fn(u32) -> Option<(Insz, T, DossierFacts)>,
    ) -> Option<Lists> {
        let &Self { on, rules, .. } = parts.first()?;
        let chained = Chained::of(parts.iter().flat_map(|part| part.replacements.iter().copied()));
        if !parts.iter().all(|part| part.fits) || chained.most_numbers() > usize::from(u16::MAX) {
            return None;
        }
        let mut of_chains: Vec<(Insz, Insz)> = chained.numbers().collect();
        of_chains.sort_unstable();
        let dead = parts.iter().flat_map(|part| &part.dead).map(|&insz| chained.lowest(insz));
        let mut left_out: Vec<Insz> = dead.chain(differing(parts, &chained, on, read_again)?).collect();
        left_out.sort_unstable();
        let day = Day { on, rules, chained: &chained, of_chains: &of_chains, left_out: &left_out };
        let placed = each_on_a_thread(shares_of_years(parts, threads), |years| {
            let mut placed = Placed::default();
            let (mut dossiers, mut spells) = (Vec::new(), Vec::new());
            for year in years {
                gather(parts.iter().map(|part| part.dossiers.of_year(year)), &mut dossiers);
                gather(parts.iter().map(|part| part.spells.of_year(year)), &mut spells);
                day.place_year(year, &dossiers, &spells, &mut placed);
            }
            placed
        });
        let (mut listed, mut of_several) = (Vec::new(), OfChains::default());
        for part in placed {
            listed.push(part.listed);
            of_several.append(part.of_chains);
        }
        listed.push(day.place_chains(of_several));
        Some(Lists::of(&listed))
    }
}

/// A thread should have so many rows to sort and to place, or starting it costs more than it saves.
const LEAST_ROWS_OF_A_THREAD: usize = 25_000;

/// The years in parts with about as many rows, one for each thread.
fn shares_of_years(parts: &[OneDay], threads: Threads) -> Vec<Range<usize>> {
    let rows = |year| -> usize {
        parts.iter().map(|part| part.dossiers.of_year(year).len() + part.spells.of_year(year).len()).sum()
    };
    let all = (0..100).map(rows).sum();
    weighed_shares(100, rows, threads.for_rows(all, LEAST_ROWS_OF_A_THREAD))
}

/// Puts the words of a year together, ascending; those that come so are left as they are.
fn gather<'a, W: Copy + Ord + 'a>(parts: impl Iterator<Item = &'a [W]>, into: &mut Vec<W>) {
    into.clear();
    parts.for_each(|words| into.extend_from_slice(words));
    into.sort_unstable();
}

/// The persons, under the lowest number of each, of whom two rows of one dossier number differ in anything known on the day;
/// `None` where a row cannot be read again.
fn differing<T: AsRef<str>>(
    parts: &[OneDay],
    chained: &Chained,
    on: NaiveDate,
    read_again: impl Fn(u32) -> Option<(Insz, T, DossierFacts)>,
) -> Option<Vec<Insz>> {
    let hashed = parts.iter().flat_map(|part| part.numbers.iter().copied());
    let count = parts.iter().map(|part| part.numbers.len()).sum();
    let mut groups = Vec::new();
    for rows in of_one_hash(hashed, count) {
        let mut again = rows.into_iter().map(&read_again).collect::<Option<Vec<_>>>()?;
        // Two numbers may share a hash: the texts decide.
        again.sort_by(|(_, one, _), (_, other, _)| one.as_ref().cmp(other.as_ref()));
        let alike = again.chunk_by(|(_, one, _), (_, other, _)| one.as_ref() == other.as_ref());
        let row = |&(insz, _, facts): &(Insz, T, DossierFacts)| Row {
            under: Under::own(chained.lowest(insz)),
            row: 0,
            fact: DossierRow { facts, number: 0 },
        };
        groups.extend(alike.filter(|group| group.len() > 1).map(|group| group.iter().map(row).collect()));
    }
    Some(rows_differ_from(&groups).into_iter().filter(|&(_, from)| from <= on).map(|(insz, _)| insz).collect())
}

/// How many rows there are of each kind.
impl core::fmt::Debug for OneDay {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("OneDay")
            .field("on", &self.on)
            .field("rules", &self.rules)
            .field("dossiers", &self.dossiers.len())
            .field("spells", &self.spells.len())
            .finish_non_exhaustive()
    }
}
