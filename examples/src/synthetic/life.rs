//! One synthetic person: numbers, residences, dossiers, and perhaps a death.

use chrono::{Datelike, NaiveDate};
use inburgering::{Dossier, DossierNumber, Insz, Municipality, NisCode, Replacement, Spell};

use super::number::Series;
use super::{EXTRACTED_ON, FIRST_REGISTRATION, Source, Tables, plus};
use crate::chance::Chance;

/// A person with one dossier, or two if `most_dossiers` allows it; `None` if the synthetic numbers ran out.
pub(super) fn live(source: &mut Source, most_dossiers: usize) -> Option<Tables> {
    let registered = source.chance.day(FIRST_REGISTRATION, plus(EXTRACTED_ON, -10));
    let age = source.chance.between(18 * 365, 60 * 365);
    let mut tables = Tables::default();
    let numbers = Identity::new(source, plus(registered, -age), registered)?;
    tables.replacements.clone_from(&numbers.replacements);
    let died_on = source.chance.per_mille(12).then(|| source.chance.day(registered, EXTRACTED_ON));
    let end = died_on.unwrap_or(EXTRACTED_ON);

    let homes = homes(source, numbers.is_registered(), registered, died_on);
    let first = dossier(source, &homes, registered, end)?;
    let closed = first.closed_on.or(first.attest_obtained_on);
    tables.dossiers.push((numbers.written_on(&mut source.chance, registered), first));
    if let Some(closed) = closed.filter(|_| most_dossiers > 1 && source.chance.per_mille(330)) {
        let again = plus(closed, source.chance.between(30, 1500));
        if again <= end {
            let second = dossier(source, &homes, again, end)?;
            tables.dossiers.push((numbers.written_on(&mut source.chance, again), second));
        }
    }
    for spell in homes {
        let from = spell.valid_from.unwrap_or(registered);
        tables.residences.push((numbers.written_on(&mut source.chance, from), spell));
    }
    tables.deaths.extend(died_on.map(|died_on| (numbers.written_on(&mut source.chance, died_on), died_on)));
    Some(tables)
}

/// The numbers of a person, in the order in which they held.
struct Identity {
    first: Insz,
    replacements: Vec<Replacement>,
    series: Series,
}

impl Identity {
    fn new(source: &mut Source, born: NaiveDate, registered: NaiveDate) -> Option<Self> {
        let Source { chance, numbers, .. } = source;
        let mut give = |chance: &mut Chance, series| numbers.give(chance, series, born);
        // Of a thousand: 50 got a national register number after a BIS number, 30 still have a BIS number.
        let (series, steps) = chance.weighted([
            (905, (Series::NationalRegister, 0)),
            (10, (Series::NationalRegister, 1)),
            (40, (Series::Bis, 1)),
            (10, (Series::BisSexUnknown, 1)),
            (5, (Series::Bis, 2)),
            (20, (Series::Bis, 0)),
            (10, (Series::BisSexUnknown, 0)),
        ])?;
        let first = give(chance, series)?;
        let mut replacements: Vec<Replacement> = Vec::new();
        let mut day = registered;
        for _ in 0..steps {
            let old = replacements.last().map_or(first, |last| last.new);
            let new = give(chance, Series::NationalRegister)?;
            day = plus(day, chance.between(5, 500)).min(EXTRACTED_ON);
            replacements.push(Replacement { old, new, replaced_on: day });
        }
        Some(Self { first, replacements, series })
    }

    fn is_registered(&self) -> bool {
        self.series == Series::NationalRegister || !self.replacements.is_empty()
    }

    /// The number under which a fact of the day is written: that of the day, or, as extracts often have it, the last.
    fn written_on(&self, chance: &mut Chance, day: NaiveDate) -> Insz {
        let is_rewritten = chance.per_mille(500);
        let mut steps = self.replacements.iter().rev().filter(|step| is_rewritten || step.replaced_on <= day);
        steps.next().map_or(self.first, |step| step.new)
    }
}

/// The spells of residence, in order; those with a BIS number mostly have none.
fn homes(source: &mut Source, is_registered: bool, registered: NaiveDate, died_on: Option<NaiveDate>) -> Vec<Spell> {
    let Source { chance, places, todays_codes, .. } = source;
    if !is_registered && !chance.per_mille(100) {
        return Vec::new();
    }
    let arrived = plus(registered, -chance.between(0, 400));
    let end = died_on.unwrap_or(EXTRACTED_ON);
    let spells = chance.weighted([(115, 1), (245, 2), (260, 3), (185, 4), (115, 5), (80, 6)]).unwrap_or(1);
    let mut days: Vec<NaiveDate> = (1..spells).map(|_| chance.day(plus(arrived, 1), end)).collect();
    days.push(arrived);
    days.sort_unstable();
    days.dedup();
    // Some have left the country by the day of the extract.
    let last = match died_on {
        Some(died_on) => chance.per_mille(900).then_some(died_on),
        None => chance.per_mille(70).then(|| chance.day(arrived, EXTRACTED_ON)),
    };
    let ends: Vec<Option<NaiveDate>> = days.iter().skip(1).copied().map(Some).chain([last]).collect();

    let mut homes: Vec<Spell> = Vec::with_capacity(days.len());
    let mut before: Vec<Municipality> = Vec::with_capacity(days.len());
    for (from, until) in days.into_iter().zip(ends) {
        let last = before.last().and_then(|last| last.current(from).ok());
        let home = match (last, before.first(), chance.below(10)) {
            (Some(last), _, 0..6) => places.near(chance, from, last),
            (Some(_), Some(first), 6) => first.current(from).ok(),
            _ => places.any(chance, from),
        };
        // Back, or anywhere, may be where the person lives already.
        let home = match (home, last) {
            (Some(home), Some(last)) if home == last => places.near(chance, from, last),
            (home, _) => home,
        };
        let Some(home) = home else { continue };
        before.push(home);
        // A spell abroad, now and then.
        let until = until.map(|until| if chance.per_mille(30) { plus(until, -chance.between(10, 200)) } else { until });
        if until.is_some_and(|until| until <= from) {
            continue;
        }
        let home = if chance.per_mille(*todays_codes) { home.current(EXTRACTED_ON).unwrap_or(home) } else { home };
        homes.extend(written(chance, home, from, until));
    }
    homes
}

/// A spell as registers write it: mostly one row, sometimes two rows around a merger.
fn written(
    chance: &mut Chance,
    home: Municipality,
    from: NaiveDate,
    until: Option<NaiveDate>,
) -> impl Iterator<Item = Spell> {
    let merged_on = home.validity().until.filter(|day| until.unwrap_or(EXTRACTED_ON) > *day);
    let spell = |place: Municipality, from, until| Some(Spell::new(place.code(), Some(from), until));
    let rows = match (merged_on, home.successor()) {
        (Some(day), Some(successor)) if chance.per_mille(300) => {
            [spell(home, from, Some(day)), spell(successor, day, until)]
        }
        _ => [spell(home, from, until), None],
    };
    rows.into_iter().flatten()
}

/// A dossier registered on the day, of which nothing happens after `end`.
fn dossier(source: &mut Source, homes: &[Spell], registered: NaiveDate, end: NaiveDate) -> Option<Dossier> {
    source.dossiers += 1;
    let number = DossierNumber::new(&format!("{}-{:07}", registered.year(), source.dossiers)).ok()?;
    let chance = &mut source.chance;
    let mut dossier = Dossier::new(number).registered(registered);
    let contract = chance.per_mille(880).then(|| {
        let wait = if chance.per_mille(850) { chance.between(30, 120) } else { chance.between(121, 400) };
        plus(registered, wait)
    });
    let contract = contract.filter(|signed| *signed <= end);
    if let Some(signed) = contract {
        dossier = dossier.contract(signed, contract_municipality(source, homes, signed)?);
    }
    let chance = &mut source.chance;
    // Since March 2022 an attest needs no contract.
    let attest = match contract {
        Some(signed) => chance.per_mille(600).then(|| plus(signed, chance.between(365, 610))),
        None => (registered.year() >= 2022 && chance.per_mille(150)).then(|| plus(registered, chance.between(90, 500))),
    };
    let closed = (attest.is_none() && chance.per_mille(550))
        .then(|| plus(contract.unwrap_or(registered), chance.between(60, 1100)));
    if let Some(attest) = attest.filter(|day| *day <= end) {
        dossier = dossier.attest(attest);
    }
    dossier.closed_on = closed.filter(|day| *day <= end);
    Some(dossier)
}

/// Mostly where the person lives on the day; always Flemish.
fn contract_municipality(source: &mut Source, homes: &[Spell], signed: NaiveDate) -> Option<NisCode> {
    let Source { chance, places, todays_codes, .. } = source;
    let home = homes.iter().find(|spell| spell.period().contains(signed)).filter(|_| chance.per_mille(920));
    let home = home.and_then(|spell| Municipality::from_code(spell.municipality).ok());
    let place =
        home.and_then(|home| home.current(signed).ok()).filter(|home| home.region() == inburgering::Region::Flanders);
    let place = match place {
        Some(place) => place,
        None => places.flemish(chance, signed)?,
    };
    let is_rewritten = chance.per_mille(*todays_codes);
    Some(if is_rewritten { place.current(EXTRACTED_ON).unwrap_or(place) } else { place }.code())
}
