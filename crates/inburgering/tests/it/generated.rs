//! Generated caseloads: few persons, few days, few municipalities, so that mergers, moves, several dossiers, faults of
//! every kind, BIS and replaced numbers and deaths meet each other often.

use chrono::{Days, NaiveDate};
use inburgering::{Insz, Municipality};
use proptest::prelude::*;
use proptest::sample::select;

use crate::golden::{DeathRow, DossierRow, ReplacementRow, ResidenceRow, Tables, day};

/// National register numbers, BIS numbers of both kinds, and one of a person born on 2025-02-01.
pub(crate) const NUMBERS: [&str; 8] = [
    "85.07.30-901.33",
    "90.01.15-902.60",
    "78.03.02-903.17",
    "01.12.31-904.46",
    "95.05.05-905.05",
    "85.47.30-906.17",
    "90.21.15-902.06",
    "25.02.01-907.19",
];

/// A merger into Lokeren, one into Nazareth-De Pinte, one in Wallonia, a renumbering, Antwerpen with Borsbeek,
/// municipalities that stay, Brussels, and a code of nobody.
pub(crate) const CODES: [&str; 16] = [
    "46014", "44045", "46029", "44012", "44048", "44086", "11002", "11007", "31005", "44021", "21004", "62063",
    "82003", "82005", "52063", "99999",
];

/// The days of the mergers, and a birth.
const AROUND: [&str; 4] = ["2019-01-01", "2024-12-02", "2025-01-01", "2025-02-01"];

/// Days around the mergers, and others between.
pub(crate) fn days() -> impl Strategy<Value = NaiveDate> {
    let near =
        (select(AROUND.as_slice()), 0_u64..5).prop_map(|(centre, off)| day(centre) - Days::new(2) + Days::new(off));
    let between = (0_u64..900).prop_map(|off| day("2023-06-01") + Days::new(off));
    prop_oneof![3 => near, 2 => between]
}

fn maybe_day() -> impl Strategy<Value = String> {
    prop_oneof![2 => Just(String::new()), 3 => days().prop_map(|day| day.to_string())]
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![6 => select(NUMBERS[..5].to_vec()), 2 => select(NUMBERS[5..].to_vec())].prop_map(String::from)
}

fn code() -> impl Strategy<Value = String> {
    select(CODES.as_slice()).prop_map(String::from)
}

fn dossier() -> impl Strategy<Value = DossierRow> {
    let dates = [maybe_day().boxed(), maybe_day().boxed(), maybe_day().boxed(), maybe_day().boxed()];
    let code = prop_oneof![1 => Just(String::new()), 6 => code()];
    (0..9, number(), dates, code).prop_map(|(dossier, insz, dates, contract_municipality)| {
        let [registered_on, contract_signed_on, attest_obtained_on, closed_on] = dates;
        DossierRow {
            dossier: format!("D-{dossier}"),
            insz,
            registered_on,
            contract_signed_on,
            contract_municipality,
            attest_obtained_on,
            closed_on,
        }
    })
}

/// A dossier whose dates can be: registration, then contract, then attest or closing.
fn plausible_dossier() -> impl Strategy<Value = DossierRow> {
    let steps = (days(), proptest::option::of(0_u64..200), proptest::option::of(0_u64..400), any::<bool>());
    (10..60, number(), steps, code()).prop_map(|(dossier, insz, (registered, contract, closed, attest), code)| {
        let contract_day = contract.map(|after| registered + Days::new(after));
        let closing = closed.map(|after| (contract_day.unwrap_or(registered) + Days::new(after)).to_string());
        let (attest_obtained_on, closed_on) = if attest { (closing, None) } else { (None, closing) };
        DossierRow {
            dossier: format!("D-{dossier}"),
            insz,
            registered_on: registered.to_string(),
            contract_signed_on: contract_day.map(|day| day.to_string()).unwrap_or_default(),
            contract_municipality: if contract_day.is_some() { code } else { String::new() },
            attest_obtained_on: attest_obtained_on.unwrap_or_default(),
            closed_on: closed_on.unwrap_or_default(),
        }
    })
}

fn residence() -> impl Strategy<Value = ResidenceRow> {
    (number(), code(), maybe_day(), maybe_day()).prop_map(|(insz, municipality, valid_from, valid_until)| {
        ResidenceRow { insz, municipality, valid_from, valid_until }
    })
}

/// A history without gap or overlap for one number.
fn history() -> impl Strategy<Value = Vec<ResidenceRow>> {
    let moves = proptest::collection::btree_map(days(), code(), 1..4);
    (number(), moves).prop_map(|(insz, moves)| {
        let starts: Vec<NaiveDate> = moves.keys().copied().collect();
        let mut rows = Vec::new();
        for (at, (from, municipality)) in moves.into_iter().enumerate() {
            let valid_from = if at == 0 { String::new() } else { from.to_string() };
            let valid_until = starts.get(at + 1).map(ToString::to_string).unwrap_or_default();
            rows.push(ResidenceRow { insz: insz.clone(), municipality, valid_from, valid_until });
        }
        rows
    })
}

fn replacement() -> impl Strategy<Value = ReplacementRow> {
    (number(), number(), days()).prop_map(|(insz_old, insz_new, on)| ReplacementRow {
        insz_old,
        insz_new,
        replaced_on: on.to_string(),
    })
}

/// The tables of a small caseload; now and then a row that cannot be read.
pub(crate) fn tables() -> impl Strategy<Value = Tables> {
    let dossiers =
        proptest::collection::vec(prop_oneof![1 => dossier().boxed(), 2 => plausible_dossier().boxed()], 1..9);
    let spells = proptest::collection::vec(
        prop_oneof![1 => residence().prop_map(|row| vec![row]).boxed(), 2 => history().boxed()],
        0..7,
    );
    let deaths = proptest::collection::vec(
        (number(), days()).prop_map(|(insz, on)| DeathRow { insz, died_on: on.to_string() }),
        0..2,
    );
    let replacements = prop_oneof![3 => proptest::collection::vec(replacement(), 0..1), 2 => proptest::collection::vec(replacement(), 1..5)];
    let broken = prop_oneof![6 => Just(None), 1 => (0..5_usize, number()).prop_map(Some)];
    (dossiers, spells, deaths, replacements, broken).prop_map(|(dossiers, spells, deaths, replacements, broken)| {
        let mut tables = Tables { dossiers, residences: spells.concat(), deaths, replacements };
        if let Some((kind, insz)) = broken {
            tables.break_row(kind, insz);
        }
        tables
    })
}

impl Tables {
    /// Adds a row that cannot be read.
    fn break_row(&mut self, kind: usize, insz: String) {
        match kind {
            0 => self.dossiers.push(DossierRow { insz, registered_on: "2025-01-06".into(), ..DossierRow::default() }),
            1 => self.residences.push(ResidenceRow { insz, municipality: "4402I".into(), ..ResidenceRow::default() }),
            2 => self.deaths.push(DeathRow { insz, died_on: "2025-02-30".into() }),
            3 => self.replacements.push(ReplacementRow {
                insz_old: "x".into(),
                insz_new: insz,
                replaced_on: "2025-01-06".into(),
            }),
            _ => self.dossiers.push(DossierRow {
                dossier: "D-99".into(),
                insz: "85.07.30-901.34".into(),
                registered_on: "2025-01-06".into(),
                ..DossierRow::default()
            }),
        }
    }

    /// Every day of the tables, of the municipalities and of the births, each with the day before and the day after.
    pub(crate) fn interesting_days(&self) -> Vec<NaiveDate> {
        let dossiers = self
            .dossiers
            .iter()
            .flat_map(|row| [&row.registered_on, &row.contract_signed_on, &row.attest_obtained_on, &row.closed_on]);
        let spells = self.residences.iter().flat_map(|row| [&row.valid_from, &row.valid_until]);
        let others =
            self.deaths.iter().map(|row| &row.died_on).chain(self.replacements.iter().map(|row| &row.replaced_on));
        let mut days: Vec<NaiveDate> =
            dossiers.chain(spells).chain(others).filter_map(|text| text.parse().ok()).collect();
        days.extend(Municipality::change_days());
        days.extend(NUMBERS.iter().map(|text| text.parse::<Insz>().unwrap().earliest_birth_day()));
        let mut days: Vec<NaiveDate> =
            days.into_iter().flat_map(|day| [day - Days::new(1), day, day + Days::new(1)]).collect();
        days.sort_unstable();
        days.dedup();
        days.retain(|&on| inburgering::horizon::contains(on));
        days
    }
}
