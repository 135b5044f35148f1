//! The findings of a caseload: every fault with its rows, read by an answer or not, and rows without effect.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Facts, Record, Source};
use crate::finding::{Finding, FindingKind, RowRef, Table};
use crate::residence::carried;
use crate::{Dossier, DossierNumber, Municipality, NisCode, Reason, ReasonCode, horizon};

/// Every finding, sorted.
pub(super) fn of(facts: &Facts) -> Vec<Finding> {
    let mut found = Found { facts, findings: Vec::new() };
    found.dossier_numbers();
    for record in &facts.persons {
        found.dossiers(record);
        found.contracts(record);
        found.births(record);
        found.spells(record);
    }
    found.deaths();
    found.replacements();
    found.chains();
    found.findings.sort_unstable();
    found.findings.dedup();
    found.findings
}

/// The positions of the dossiers that share a number with another, a group for each number.
pub(super) fn same_number<'a>(dossiers: impl Iterator<Item = &'a Dossier>) -> Vec<Vec<usize>> {
    let mut first: HashMap<&DossierNumber, usize> = HashMap::new();
    let mut groups: HashMap<usize, Vec<usize>> = HashMap::new();
    for (at, dossier) in dossiers.enumerate() {
        let first = *first.entry(&dossier.number).or_insert(at);
        if first != at {
            groups.entry(first).or_insert_with(|| vec![first]).push(at);
        }
    }
    groups.into_values().collect()
}

struct Found<'a> {
    facts: &'a Facts,
    findings: Vec<Finding>,
}

impl Found<'_> {
    fn note(&mut self, kind: impl Into<FindingKind>, table: Table, rows: impl IntoIterator<Item = u32>) {
        let mut rows: Vec<RowRef> = rows.into_iter().map(|row| RowRef { table, row }).collect();
        rows.sort_unstable();
        self.findings.push(Finding { kind: kind.into(), rows });
    }

    /// Rows with one dossier number: they differ in anything known on some day, or they say the same.
    fn dossier_numbers(&mut self) {
        let facts = self.facts;
        for group in same_number(facts.dossiers.iter()) {
            let rows: Vec<(&Dossier, Source)> = group
                .into_iter()
                .filter_map(|at| facts.dossiers.get(at).zip(facts.dossier_rows.get(at).copied()))
                .collect();
            let of_one_person = |one: Source, other: Source| facts.key(one.insz) == facts.key(other.insz);
            let dated: Vec<_> = rows.iter().filter(|(dossier, _)| dossier.known_from().is_some()).collect();
            let Some((&&(first, source), others)) = dated.split_first() else { continue };
            let differ = |&&&(dossier, other): &&&(&Dossier, Source)| {
                !of_one_person(source, other) || first.differs_from(dossier).is_some()
            };
            if others.iter().any(|other| differ(&other)) {
                let rows = dated.iter().map(|(_, source)| source.row);
                self.note(ReasonCode::DossierRowsDiffer, Table::Dossiers, rows.collect::<Vec<_>>());
            }
            for (at, &(dossier, source)) in rows.iter().enumerate() {
                let same = |&&(other, row): &&(&Dossier, Source)| other == dossier && of_one_person(source, row);
                if !rows.iter().take(at).any(|row| same(&row)) && rows.iter().filter(same).count() > 1 {
                    let rows: Vec<u32> = rows.iter().filter(same).map(|(_, source)| source.row).collect();
                    self.note(FindingKind::IdenticalRows, Table::Dossiers, rows);
                }
            }
        }
    }

    /// What is wrong within one dossier row.
    fn dossiers(&mut self, record: &Record) {
        let facts = self.facts;
        let rows = record.dossiers.of(&facts.dossiers).iter().zip(record.dossiers.of(&facts.dossier_rows));
        for (dossier, source) in rows {
            // On the last day of all every date is known.
            let known = dossier.as_known_on(NaiveDate::MAX);
            let Some(known) = known else {
                self.note(FindingKind::DossierWithoutDate, Table::Dossiers, [source.row]);
                continue;
            };
            for fault in known.impossible_dates() {
                self.note(&fault, Table::Dossiers, [source.row]);
            }
            if dossier.registered_on.is_none() {
                self.note(FindingKind::RegistrationMissing, Table::Dossiers, [source.row]);
            }
            match (dossier.contract_signed_on, dossier.contract_municipality) {
                (Some(_), None) => self.note(ReasonCode::ContractMunicipalityMissing, Table::Dossiers, [source.row]),
                (None, Some(_)) => self.note(FindingKind::UndatedContractMunicipality, Table::Dossiers, [source.row]),
                (Some(signed_on), Some(code)) => self.code(code, signed_on, Table::Dossiers, source.row),
                (None, None) => {}
            }
        }
    }

    /// A code that cannot be carried to the day of its fact.
    fn code(&mut self, code: NisCode, fact: NaiveDate, table: Table, row: u32) {
        if let Err(fault) = carried(code, fact.max(horizon::FIRST_DAY)) {
            self.note(&fault, table, [row]);
        }
    }

    /// Contracts of one day in municipalities that differ.
    fn contracts(&mut self, record: &Record) {
        let facts = self.facts;
        let rows = record.dossiers.of(&facts.dossiers).iter().zip(record.dossiers.of(&facts.dossier_rows));
        let mut contracts: Vec<(NaiveDate, NisCode, u32)> = rows
            .filter_map(|(dossier, source)| {
                Some((dossier.contract_signed_on?, dossier.contract_municipality?, source.row))
            })
            .collect();
        contracts.sort_unstable();
        for of_one_day in contracts.chunk_by(|one, other| one.0 == other.0) {
            let differ = of_one_day
                .iter()
                .any(|&(day, code, _)| of_one_day.first().is_some_and(|&(_, first, _)| ever_differ(first, code, day)));
            if differ {
                self.note(ReasonCode::ContractConflict, Table::Dossiers, of_one_day.iter().map(|&(_, _, row)| row));
            }
        }
    }

    /// A person who is known before the earliest day on which the number on that day can have been born.
    fn births(&mut self, record: &Record) {
        let facts = self.facts;
        let person = facts.person(record);
        let born_after =
            |day: NaiveDate| person.numbers().on(day).last.iter().any(|number| number.earliest_birth_day() > day);
        let known_from = person.dossiers().iter().filter_map(Dossier::known_from).min();
        let Some(known_from) = known_from else { return };
        if person.numbers().all().iter().all(|number| number.earliest_birth_day() <= known_from) {
            return;
        }
        if person.days_of_change().into_iter().any(born_after) {
            let rows = record.dossiers.of(&facts.dossier_rows).iter().map(|source| source.row);
            self.note(ReasonCode::BornAfterDay, Table::Dossiers, rows);
        }
    }

    /// What is wrong with the spells of a person.
    fn spells(&mut self, record: &Record) {
        let facts = self.facts;
        let spells = record.spells.of(&facts.spells);
        let rows = record.spells.of(&facts.spell_rows);
        for (at, (spell, source)) in spells.iter().zip(rows).enumerate() {
            if spell.period().is_empty() {
                self.note(FindingKind::EmptySpell, Table::Residences, [source.row]);
            } else {
                self.code(
                    spell.municipality,
                    spell.valid_from.unwrap_or(horizon::FIRST_DAY),
                    Table::Residences,
                    source.row,
                );
            }
            for (other, other_source) in spells.iter().zip(rows).take(at) {
                if spell == other {
                    self.note(FindingKind::IdenticalRows, Table::Residences, [other_source.row, source.row]);
                } else if let Some(overlap) = spell.period().overlap(other.period())
                    && ever_differ(spell.municipality, other.municipality, overlap.from.unwrap_or(horizon::FIRST_DAY))
                {
                    self.note(ReasonCode::ResidenceConflict, Table::Residences, [other_source.row, source.row]);
                }
            }
        }
    }

    /// Deaths of one person: on different days, or said twice.
    fn deaths(&mut self) {
        let facts = self.facts;
        for deaths in facts.deaths.chunk_by(|one, other| facts.key(one.1.insz) == facts.key(other.1.insz)) {
            if deaths.iter().any(|death| deaths.first().is_some_and(|first| first.0 != death.0)) {
                self.note(FindingKind::DeathsDiffer, Table::Deaths, deaths.iter().map(|(_, source)| source.row));
            }
            for same in deaths.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() > 1) {
                self.note(FindingKind::IdenticalRows, Table::Deaths, same.iter().map(|(_, source)| source.row));
            }
        }
    }

    /// Replacements by itself, said twice, or on different days.
    fn replacements(&mut self) {
        let facts = self.facts;
        for rows in facts.replacements.chunk_by(|(one, _), (other, _)| (one.old, one.new) == (other.old, other.new)) {
            let numbers = || rows.iter().map(|&(_, row)| row);
            if rows.first().is_some_and(|(step, _)| step.old == step.new) {
                self.note(FindingKind::ReplacedByItself, Table::Replacements, numbers());
            } else if rows.iter().any(|(step, _)| rows.first().is_some_and(|(first, _)| first != step)) {
                self.note(FindingKind::ReplacementDaysDiffer, Table::Replacements, numbers());
            }
            for same in rows.chunk_by(|(one, _), (other, _)| one == other).filter(|same| same.len() > 1) {
                self.note(FindingKind::IdenticalRows, Table::Replacements, same.iter().map(|&(_, row)| row));
            }
        }
    }

    /// Chains of numbers that on some day have a fault.
    fn chains(&mut self) {
        let facts = self.facts;
        for chain in &facts.chains {
            let numbers = crate::Numbers::Chain(chain);
            let days = numbers.days().chain([horizon::FIRST_DAY]);
            let mut faults: Vec<Reason> = days.flat_map(|day| numbers.on(day).faults).collect();
            faults.sort_unstable();
            faults.dedup();
            for fault in &faults {
                let of_chain =
                    |&&(step, _): &&(crate::Replacement, u32)| chain.numbers().binary_search(&step.old).is_ok();
                let rows = facts.replacements.iter().filter(of_chain).map(|&(_, row)| row);
                self.note(fault, Table::Replacements, rows.collect::<Vec<_>>());
            }
        }
    }
}

/// Whether two codes lie in municipalities that differ on some day from `from` on: on the first day on which both can be
/// carried. Where one cannot be carried at all, that is its own finding.
fn ever_differ(one: NisCode, other: NisCode, from: NaiveDate) -> bool {
    let begins = |code: NisCode| {
        let municipality = Municipality::from_code(code).ok()?;
        Some(municipality.validity().from.unwrap_or(horizon::FIRST_DAY))
    };
    let Some((one_begins, other_begins)) = begins(one).zip(begins(other)) else { return false };
    let day = from.max(horizon::FIRST_DAY).max(one_begins).max(other_begins);
    match (carried(one, day), carried(other, day)) {
        (Ok(one), Ok(other)) => one != other,
        _ => false,
    }
}
