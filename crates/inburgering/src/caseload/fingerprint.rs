//! The fingerprint of the facts of a caseload: the same for the same rows, in whatever order they came.
//!
//! The fingerprint of a table is the SHA-256 of its rows as text, sorted by their bytes, each with its length in bytes
//! before it (eight bytes, the highest first). Numbers are compact and without leading zeros, days are `2025-12-31`,
//! and what is unknown is empty:
//!
//! * dossiers: `insz|registered_on|contract_signed_on|contract_municipality|attest_obtained_on|closed_on|length|dossier`,
//!   with the length of the dossier number in bytes;
//! * residences: `insz|municipality|valid_from|valid_until`;
//! * deaths: `insz|died_on`;
//! * replacements: `insz_old|insz_new|replaced_on`;
//! * set aside: a row for each person named, `insz`, and one for each problem, `table|column|fault`, with the fault
//!   `missing`, `number`, `day_form:length`, `no_such_day`, `time_of_day` or `code:length`.
//!
//! Row numbers are no part of it. A receipt holds digests of fingerprints that outlive the program: a change of this
//! text is a breaking change.

use sha2::{Digest as _, Sha256};

use super::Facts;
use super::rows::{DossierRow, Row};
use crate::{CellFault, InputTable, Insz, Replacement, Spell};

/// A plain hash of each table, and of the rows that were set aside.
///
/// It stays inside the library: register numbers are so few that a plain hash of them is no secret. What leaves it is a
/// keyed digest of these.
pub(crate) struct Fingerprint {
    pub(crate) dossiers: [u8; 32],
    pub(crate) residences: [u8; 32],
    pub(crate) deaths: [u8; 32],
    pub(crate) replacements: [u8; 32],
    pub(crate) set_aside: [u8; 32],
}

impl Fingerprint {
    pub(super) fn of(facts: &Facts) -> Self {
        let Facts { dossiers, spells, deaths, replacements, .. } = facts;
        Self {
            dossiers: hash(dossiers.iter().map(|row| dossier_text(facts, row))),
            residences: hash(spells.iter().map(|row| spell_text(facts, row))),
            deaths: hash(deaths.iter().map(|row| format!("{}|{}", own_number(facts, row), row.fact))),
            replacements: hash(replacements.iter().map(|&(Replacement { old, new, replaced_on }, _)| {
                format!("{}|{}|{replaced_on}", number(old), number(new))
            })),
            set_aside: hash(set_aside(facts)),
        }
    }
}

fn number(insz: Insz) -> u64 {
    insz.to_u64()
}

/// The number that stands in the row itself.
fn own_number<T>(facts: &Facts, row: &Row<T>) -> u64 {
    number(facts.chained.number_of(row.under))
}

/// A value that may be missing; nothing that is there is empty.
fn or_empty(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn dossier_text(facts: &Facts, row: &Row<DossierRow>) -> String {
    let (dossier, dossier_number) = (row.fact.facts, facts.numbers.text_of(row.fact.number));
    format!(
        "{}|{}|{}|{}|{}|{}|{}|{dossier_number}",
        own_number(facts, row),
        or_empty(dossier.registered_on),
        or_empty(dossier.contract_signed_on),
        or_empty(dossier.contract_municipality),
        or_empty(dossier.attest_obtained_on),
        or_empty(dossier.closed_on),
        dossier_number.len(),
    )
}

fn spell_text(facts: &Facts, row: &Row<Spell>) -> String {
    let Spell { municipality, valid_from, valid_until } = row.fact;
    format!("{}|{municipality}|{}|{}", own_number(facts, row), or_empty(valid_from), or_empty(valid_until))
}

/// What is known of the rows that were set aside: who is named, and what is wrong where.
fn set_aside(facts: &Facts) -> impl Iterator<Item = String> {
    let named = facts.set_aside.iter().map(|&insz| number(insz).to_string());
    let wrong = facts.problems.iter().map(|problem| {
        let table: InputTable = problem.table;
        format!("{table}|{}|{}", problem.column, fault_text(problem.fault))
    });
    named.chain(wrong)
}

/// The fault in words of its own, so that a message can be worded better without a change of the fingerprint.
fn fault_text(fault: CellFault) -> String {
    match fault {
        CellFault::Missing => "missing".into(),
        CellFault::Number { .. } => "number".into(),
        CellFault::DayForm { length } => format!("day_form:{length}"),
        CellFault::NoSuchDay => "no_such_day".into(),
        CellFault::TimeOfDay => "time_of_day".into(),
        CellFault::Code { length } => format!("code:{length}"),
    }
}

/// The hash of the rows in the order of their text, each with its length before it.
fn hash(rows: impl Iterator<Item = String>) -> [u8; 32] {
    let mut rows: Vec<String> = rows.collect();
    rows.sort_unstable();
    let mut hash = Sha256::new();
    for row in rows {
        hash.update((row.len() as u64).to_be_bytes());
        hash.update(row);
    }
    hash.finalize().into()
}
