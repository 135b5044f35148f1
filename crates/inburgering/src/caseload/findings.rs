//! The findings of a caseload: every fault with its rows, read by an answer or not, and rows without effect.

use chrono::NaiveDate;

use super::rows::{DossierRow, Row};
use super::{Facts, Record};
use crate::dossier::DossierFacts;
use crate::finding::{Finding, FindingKind, InputTable, RowRef};
use crate::residence::carried;
use crate::{Insz, Municipality, NisCode, Reason, ReasonCode, Spell, horizon};

/// Every finding, sorted.
pub(super) fn of(facts: &Facts) -> Vec<Finding> {
    let mut found = Found { facts, findings: Vec::new() };
    found.dossier_numbers();
    for (at, record) in facts.persons.iter().enumerate() {
        let (dossiers, spells) = facts.rows_of(at, record);
        found.dossiers(dossiers);
        found.contracts(dossiers);
        found.births(at, record, dossiers);
        found.spells(spells);
    }
    found.deaths();
    found.replacements();
    found.chains();
    found.findings.sort_unstable();
    found.findings.dedup();
    found.findings
}

struct Found<'a> {
    facts: &'a Facts,
    findings: Vec<Finding>,
}

impl Found<'_> {
    fn note(&mut self, kind: impl Into<FindingKind>, table: InputTable, rows: impl IntoIterator<Item = u32>) {
        let mut rows: Vec<RowRef> = rows.into_iter().map(|row| RowRef { table, row }).collect();
        rows.sort_unstable();
        self.findings.push(Finding { kind: kind.into(), rows });
    }

    /// Rows with one dossier number: they differ in anything known on some day, or they say the same.
    fn dossier_numbers(&mut self) {
        let facts = self.facts;
        for group in &facts.same_number {
            let mut rows: Vec<(Insz, DossierFacts, u32)> =
                group.iter().map(|row| (row.under.lowest(), row.fact.facts, row.row)).collect();
            rows.sort_unstable();
            let dated = || rows.iter().filter(|(_, dossier, _)| dossier.known_from().is_some());
            let differ = dated().next().is_some_and(|&(first_person, first, _)| {
                dated().any(|&(person, dossier, _)| person != first_person || first.differs_from(dossier).is_some())
            });
            if differ {
                let differing: Vec<u32> = dated().map(|&(_, _, row)| row).collect();
                self.note(ReasonCode::DossierRowsDiffer, InputTable::Dossiers, differing);
            }
            self.identical(InputTable::Dossiers, &rows, |one, other| (one.0, one.1) == (other.0, other.1), |row| row.2);
        }
    }

    /// Rows, sorted by what they say, that say the same.
    fn identical<T>(
        &mut self,
        table: InputTable,
        sorted: &[T],
        same: impl Fn(&T, &T) -> bool,
        row: impl Fn(&T) -> u32,
    ) {
        for same in sorted.chunk_by(same).filter(|same| same.len() > 1) {
            self.note(FindingKind::IdenticalRows, table, same.iter().map(&row));
        }
    }

    /// What is wrong within one dossier row.
    fn dossiers(&mut self, rows: &[Row<DossierRow>]) {
        for source in rows {
            let dossier = source.fact.facts;
            // On the last day of all every date is known.
            let known = dossier.as_known_on(NaiveDate::MAX);
            let Some(known) = known else {
                self.note(FindingKind::DossierWithoutDate, InputTable::Dossiers, [source.row]);
                continue;
            };
            for fault in known.impossible_dates() {
                self.note(&fault, InputTable::Dossiers, [source.row]);
            }
            if dossier.registered_on.is_none() {
                self.note(FindingKind::RegistrationMissing, InputTable::Dossiers, [source.row]);
            }
            match (dossier.contract_signed_on, dossier.contract_municipality) {
                (Some(_), None) => {
                    self.note(ReasonCode::ContractMunicipalityMissing, InputTable::Dossiers, [source.row]);
                }
                (None, Some(_)) => {
                    self.note(FindingKind::UndatedContractMunicipality, InputTable::Dossiers, [source.row]);
                }
                (Some(signed_on), Some(code)) => self.code(code, signed_on, InputTable::Dossiers, source.row),
                (None, None) => {}
            }
        }
    }

    /// A code that cannot be carried to the day of its fact.
    fn code(&mut self, code: NisCode, fact: NaiveDate, table: InputTable, row: u32) {
        if let Err(fault) = carried(code, fact.clamp(horizon::FIRST_DAY, horizon::LAST_DAY)) {
            self.note(&fault, table, [row]);
        }
    }

    /// Contracts of one day in municipalities that differ.
    fn contracts(&mut self, rows: &[Row<DossierRow>]) {
        if rows.len() < 2 {
            return;
        }
        let mut contracts: Vec<(NaiveDate, NisCode, u32)> = rows
            .iter()
            .filter_map(|row| {
                let facts = row.fact.facts;
                Some((facts.contract_signed_on?, facts.contract_municipality?, row.row))
            })
            .collect();
        contracts.sort_unstable();
        for of_one_day in contracts.chunk_by(|one, other| one.0 == other.0) {
            // Of codes that are known, all come to one municipality if each comes to that of the first.
            let known = || of_one_day.iter().filter(|&&(_, code, _)| Municipality::from_code(code).is_ok());
            let first = known().next();
            let differ =
                first.is_some_and(|&(day, first, _)| known().any(|&(_, code, _)| ever_differ(first, code, day)));
            if differ {
                self.note(ReasonCode::ContractConflict, InputTable::Dossiers, known().map(|&(_, _, row)| row));
            }
        }
    }

    /// A person who is known before the earliest day on which the number on that day can have been born.
    fn births(&mut self, at: usize, record: &Record, dossiers: &[Row<DossierRow>]) {
        let person = self.facts.person(at, record);
        let born_after =
            |day: NaiveDate| person.numbers().on(day).last.iter().any(|number| number.earliest_birth_day() > day);
        let known_from = person.dossier_facts().filter_map(DossierFacts::known_from).min();
        let Some(known_from) = known_from else { return };
        if person.numbers().all().iter().all(|number| number.earliest_birth_day() <= known_from) {
            return;
        }
        let mut days = Vec::new();
        person.days_of_change(&mut days);
        if days.into_iter().any(born_after) {
            self.note(ReasonCode::BornAfterDay, InputTable::Dossiers, dossiers.iter().map(|row| row.row));
        }
    }

    /// What is wrong with the spells of a person.
    fn spells(&mut self, spells: &[Row<Spell>]) {
        for &Row { row, fact: spell, .. } in spells {
            if spell.period().is_empty() {
                self.note(FindingKind::EmptySpell, InputTable::Residences, [row]);
            } else {
                self.code(
                    spell.municipality,
                    spell.valid_from.unwrap_or(horizon::FIRST_DAY),
                    InputTable::Residences,
                    row,
                );
            }
        }
        // Of most persons each spell ends before the next begins.
        let follows = |one: &Row<Spell>, other: &Row<Spell>| {
            matches!((one.fact.valid_until, other.fact.valid_from), (Some(until), Some(from)) if until <= from)
                && !one.fact.period().is_empty()
        };
        if spells.is_sorted_by(follows) {
            return;
        }
        let rows: Vec<(Spell, u32)> = spells.iter().map(|row| (row.fact, row.row)).collect();
        // One finding for a person: of many spells that all overlap there are too many pairs to name.
        let conflicts = |spell: Spell| rows.iter().any(|&(other, _)| ever_in_conflict(spell, other));
        let conflicting: Vec<u32> = rows.iter().filter(|&&(spell, _)| conflicts(spell)).map(|&(_, row)| row).collect();
        if !conflicting.is_empty() {
            self.note(ReasonCode::ResidenceConflict, InputTable::Residences, conflicting);
        }
        let mut sorted = rows;
        sorted.sort_unstable();
        self.identical(InputTable::Residences, &sorted, |one, other| one.0 == other.0, |row| row.1);
    }

    /// Deaths of one person: on different days, or said twice.
    fn deaths(&mut self) {
        let facts = self.facts;
        let of_years = (0..100).map(|year| facts.deaths.of_year(year));
        for deaths in of_years.flat_map(|rows| rows.chunk_by(|one, other| one.under.lowest() == other.under.lowest())) {
            let mut sorted: Vec<(NaiveDate, u32)> = deaths.iter().map(|row| (row.fact, row.row)).collect();
            sorted.sort_unstable();
            if sorted.iter().any(|death| sorted.first().is_some_and(|first| first.0 != death.0)) {
                self.note(FindingKind::DeathsDiffer, InputTable::Deaths, sorted.iter().map(|&(_, row)| row));
            }
            self.identical(InputTable::Deaths, &sorted, |one, other| one.0 == other.0, |&(_, row)| row);
        }
    }

    /// Replacements by itself, said twice, or on different days.
    fn replacements(&mut self) {
        let facts = self.facts;
        for rows in facts.replacements.chunk_by(|(one, _), (other, _)| (one.old, one.new) == (other.old, other.new)) {
            let numbers = || rows.iter().map(|&(_, row)| row);
            if rows.first().is_some_and(|(step, _)| step.old == step.new) {
                self.note(FindingKind::ReplacedByItself, InputTable::Replacements, numbers());
            } else if rows.iter().any(|(step, _)| rows.first().is_some_and(|(first, _)| first != step)) {
                self.note(FindingKind::ReplacementDaysDiffer, InputTable::Replacements, numbers());
            }
            self.identical(InputTable::Replacements, rows, |one, other| one.0 == other.0, |&(_, row)| row);
        }
    }

    /// Chains of numbers that on some day have a fault.
    fn chains(&mut self) {
        let facts = self.facts;
        let mut rows: Vec<Vec<u32>> = vec![Vec::new(); facts.chained.chains().len()];
        for &(step, row) in &facts.replacements {
            if let Some(rows) = facts.chained.position_of(step.old).and_then(|chain| rows.get_mut(chain as usize)) {
                rows.push(row);
            }
        }
        for (chain, rows) in facts.chained.chains().iter().zip(rows) {
            let numbers = crate::Numbers::Chain(chain);
            let mut days: Vec<NaiveDate> = numbers.days().chain([horizon::FIRST_DAY]).collect();
            days.sort_unstable();
            days.dedup();
            let mut faults: Vec<Reason> = days.into_iter().flat_map(|day| numbers.on(day).faults).collect();
            faults.sort_unstable();
            faults.dedup();
            for fault in &faults {
                self.note(fault, InputTable::Replacements, rows.iter().copied());
            }
        }
    }
}

/// Whether both spells cover some day on which they lie in municipalities that differ once carried to a later one.
fn ever_in_conflict(one: Spell, other: Spell) -> bool {
    one.municipality != other.municipality
        && one.period().overlap(other.period()).is_some_and(|overlap| {
            ever_differ(one.municipality, other.municipality, overlap.from.unwrap_or(horizon::FIRST_DAY))
        })
}

/// Whether two codes lie in municipalities that differ on some day from `from` on: on the first day on which both can be
/// carried. Where one cannot be carried at all, that is its own finding.
fn ever_differ(one: NisCode, other: NisCode, from: NaiveDate) -> bool {
    let begins = |code: NisCode| {
        let municipality = Municipality::from_code(code).ok()?;
        Some(municipality.validity().from.unwrap_or(horizon::FIRST_DAY))
    };
    let Some((one_begins, other_begins)) = begins(one).zip(begins(other)) else { return false };
    let day = from.clamp(horizon::FIRST_DAY, horizon::LAST_DAY).max(one_begins).max(other_begins);
    match (carried(one, day), carried(other, day)) {
        (Ok(one), Ok(other)) => one != other,
        _ => false,
    }
}
