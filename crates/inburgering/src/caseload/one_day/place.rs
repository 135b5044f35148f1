//! Who is on which list on the day, by the words of the rows.

use chrono::NaiveDate;

use super::words::{DossierWord, SpellWord, Word, of_number};
use crate::caseload::chained::Chained;
use crate::caseload::packed::{PackedAnswer, PlacingReason};
use crate::eligibility::Flags;
use crate::lists::ListRow;
use crate::{Brussels, ClosedRule, Insz, ListRules, Municipality, Numbers, Region};

/// The day, and what is known of persons beside the words.
#[derive(Clone, Copy)]
pub(super) struct Day<'a> {
    pub(super) on: NaiveDate,
    pub(super) rules: ListRules,
    pub(super) chained: &'a Chained,
    /// Every number of a chain with the lowest of its person, ascending.
    pub(super) of_chains: &'a [(Insz, Insz)],
    /// Who is on no list whatever the words say, each under the lowest number, ascending: who died by the day, and of whom
    /// rows of one dossier number differ.
    pub(super) left_out: &'a [Insz],
}

/// Who is on a list, and the words of those whose words stand under several numbers.
#[derive(Default)]
pub(super) struct Placed {
    pub(super) listed: Vec<ListRow>,
    /// Each word with the lowest number of the person.
    pub(super) of_chains: OfChains,
}

/// The words of persons with several numbers, each with the lowest of them.
#[derive(Default)]
pub(super) struct OfChains {
    dossiers: Vec<(Insz, DossierWord)>,
    spells: Vec<(Insz, SpellWord)>,
}

impl OfChains {
    /// Adds the words of another.
    pub(super) fn append(&mut self, mut others: Self) {
        self.dossiers.append(&mut others.dossiers);
        self.spells.append(&mut others.spells);
    }
}

impl Day<'_> {
    /// Places the persons whose numbers begin with these two digits, from their words, ascending; the words of those with
    /// several numbers are kept.
    pub(super) fn place_year(&self, year: usize, dossiers: &[DossierWord], spells: &[SpellWord], placed: &mut Placed) {
        let chains = of_year(self.of_chains, year, |(number, _)| number);
        for &(number, lowest) in chains {
            let of_chains = &mut placed.of_chains;
            of_chains.dossiers.extend(of_number(dossiers, number).iter().map(|&word| (lowest, word)));
            of_chains.spells.extend(of_number(spells, number).iter().map(|&word| (lowest, word)));
        }
        let mut chains = Ascending { left: chains, number: |(number, _)| number };
        let mut left_out = Ascending { left: of_year(self.left_out, year, |number| number), number: |number| number };
        let mut spells = spells;
        for dossiers in dossiers.chunk_by(|one, other| one.key() == other.key()) {
            let Some(first) = dossiers.first() else { continue };
            spells =
                spells.get(spells.iter().take_while(|spell| spell.key() < first.key()).count()..).unwrap_or_default();
            let count = spells.iter().take_while(|spell| spell.key() == first.key()).count();
            let (of_person, after) = spells.split_at(count);
            spells = after;
            let number = first.number(year);
            if !(chains.hold(number) | left_out.hold(number)) {
                let (dossiers, spells) = (dossiers.iter().copied(), of_person.iter().copied());
                placed.listed.extend(self.place(number, dossiers, spells));
            }
        }
    }

    /// Places the persons with several numbers.
    pub(super) fn place_chains(&self, OfChains { mut dossiers, mut spells }: OfChains) -> Vec<ListRow> {
        dossiers.sort_unstable();
        spells.sort_unstable();
        let is_left_out = |lowest: &Insz| self.left_out.binary_search(lowest).is_ok();
        let of_persons = dossiers.chunk_by(|one, other| one.0 == other.0);
        let listed = of_persons.filter_map(|of_person| {
            let &(lowest, _) = of_person.first().filter(|(lowest, _)| !is_left_out(lowest))?;
            let numbers = Numbers::Chain(self.chained.chain_of(lowest)?).on(self.on);
            let number = numbers.last.first().copied().filter(|_| numbers.faults.is_empty())?;
            let from = spells.partition_point(|(person, _)| *person < lowest);
            let spells = spells.get(from..).unwrap_or_default().iter().take_while(|(person, _)| *person == lowest);
            self.place(number, of_person.iter().map(|&(_, word)| word), spells.map(|&(_, word)| word))
        });
        listed.collect()
    }

    /// The list of the person of this number, who has these words, is not dead, and of whom no rows differ; `None` where on
    /// none. Clause by clause as [`Person::answer`](crate::Person::answer), of which only what puts somebody on a list is asked.
    fn place(
        &self,
        number: Insz,
        dossiers: impl Iterator<Item = DossierWord>,
        spells: impl Iterator<Item = SpellWord>,
    ) -> Option<ListRow> {
        let Known { flags, active, contract } = Known::of(dossiers)?;
        // 1. and, of 3., the birth; 2. and the rest of 3. are looked at before.
        if number.is_bis() || !(number.is_of_a_year_before(self.on) || number.is_valid_as_of(self.on)) {
            return None;
        }
        let (municipality, reason) = if active {
            // 4.
            (the_one(spells)?, PlacingReason::FollowsCurrentResidence)
        } else {
            // 5.
            let municipality = contract?.1?;
            match self.rules.closed {
                ClosedRule::ContractMunicipalityIfResident if the_one(spells) == Some(municipality) => {
                    (municipality, PlacingReason::ContractMunicipalityAndResident)
                }
                ClosedRule::ContractMunicipality => (municipality, PlacingReason::StaysAtContractMunicipality),
                ClosedRule::ContractMunicipalityIfResident | ClosedRule::ResidenceAtClosing => return None,
            }
        };
        // 6.
        match (municipality.region(), self.rules.brussels) {
            (Region::Flanders, _) | (Region::Brussels, Brussels::Allowed) => Some(ListRow::new(
                municipality,
                number,
                PackedAnswer::eligible(municipality, reason, flags).flags_and_reason(),
            )),
            (Region::Brussels, Brussels::Refused) | (Region::Wallonia, _) => None,
        }
    }
}

/// What the rule reads of all the dossiers of a person.
struct Known {
    flags: Flags,
    active: bool,
    /// The day of the latest contract, and its municipality: `None` where contracts of that day contradict each other, or a
    /// municipality is missing or cannot be carried to the day.
    contract: Option<(u64, Option<Municipality>)>,
}

impl Known {
    /// `None` where a dossier has dates that cannot be.
    fn of(dossiers: impl Iterator<Item = DossierWord>) -> Option<Self> {
        let mut known = Self { flags: Flags::default(), active: false, contract: None };
        for dossier in dossiers {
            if dossier.has_impossible_dates() {
                return None;
            }
            known.active |= dossier.is_active();
            known.flags.attest_obtained |= dossier.attest_obtained();
            let Some((signed, municipality)) = dossier.contract() else { continue };
            known.flags.contract_signed = true;
            match &mut known.contract {
                Some((latest, _)) if signed < *latest => {}
                Some((latest, of_latest)) if signed == *latest => {
                    *of_latest = of_latest.filter(|found| municipality == Some(*found));
                }
                latest => *latest = Some((signed, municipality)),
            }
        }
        Some(known)
    }
}

/// The one municipality in which all the spells lie; `None` where there is no spell, one cannot be carried to the day, or
/// two contradict each other.
fn the_one(mut spells: impl Iterator<Item = SpellWord>) -> Option<Municipality> {
    let municipality = spells.next()?.municipality()?;
    spells.all(|spell| spell.municipality() == Some(municipality)).then_some(municipality)
}

/// Of what is ascending by number, that of which the number begins with these two digits.
fn of_year<T: Copy>(all: &[T], year: usize, number: impl Fn(T) -> Insz) -> &[T] {
    let from = all.partition_point(|&one| number(one).year_digits() < year);
    let until = all.partition_point(|&one| number(one).year_digits() <= year);
    all.get(from..until).unwrap_or_default()
}

/// What is ascending by number, and asked for so.
struct Ascending<'a, T, N> {
    left: &'a [T],
    number: N,
}

impl<T: Copy, N: Fn(T) -> Insz> Ascending<'_, T, N> {
    /// Whether the number is among them.
    #[inline]
    fn hold(&mut self, number: Insz) -> bool {
        while let Some((&first, others)) = self.left.split_first() {
            if (self.number)(first) >= number {
                return (self.number)(first) == number;
            }
            self.left = others;
        }
        false
    }
}
