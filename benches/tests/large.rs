//! A caseload large enough for several threads, with every fault: the answers are those of the rule, person by person.

#![expect(clippy::expect_used, reason = "a test stops where its data cannot be made")]

use chrono::NaiveDate;
use inburgering::{
    Brussels, Caseload, ClosedRule, Insz, ListRules, Lists, Municipality, OneDay, Outcome, PlacedPerson, ReasonSet,
    Threads, UnreadableRows,
};
use inburgering_benches::one_by_one;
use inburgering_examples::synthetic::{Faults, Recipe, Tables, generate};
use std::collections::BTreeMap;

fn tables() -> Tables {
    generate(Recipe { dossiers: 60_000, seed: 7, faults: Faults::Readable }).expect("not too many")
}

fn caseload(threads: Threads) -> Caseload {
    let tables = tables();
    let mut rows = Caseload::builder().threads(threads);
    for (row, (insz, dossier)) in (2..).zip(&tables.dossiers) {
        rows.dossier(row, *insz, dossier);
    }
    for (row, (insz, spell)) in (2..).zip(tables.residences) {
        rows.residence(row, insz, spell);
    }
    for (row, (insz, died_on)) in (2..).zip(tables.deaths) {
        rows.death(row, insz, died_on);
    }
    for (row, replacement) in (2..).zip(tables.replacements) {
        rows.replacement(row, replacement);
    }
    rows.build(UnreadableRows::Refused).expect("every row can be read")
}

/// The lists of one day from the rows, each thread with a part of them.
fn one_day(tables: &Tables, on: NaiveDate, rules: ListRules, threads: usize) -> Option<Lists> {
    let part = |part: usize| {
        let mut rows = OneDay::new(on, rules).expect("within the horizon")?;
        for (row, (insz, dossier)) in (0..).zip(&tables.dossiers).skip(part).step_by(threads) {
            rows.dossier(row, *insz, dossier.number.as_str().as_bytes(), dossier.facts());
        }
        for (insz, spell) in tables.residences.iter().skip(part).step_by(threads) {
            let [from, until] = [spell.valid_from, spell.valid_until].map(|day| day.map(|day| day.to_epoch_days()));
            rows.residence(*insz, spell.municipality, from, until);
        }
        for (insz, died_on) in tables.deaths.iter().skip(part).step_by(threads) {
            rows.death(*insz, *died_on);
        }
        for replacement in tables.replacements.iter().skip(part).step_by(threads) {
            rows.replacement(*replacement);
        }
        Some(rows)
    };
    let parts: Option<Vec<OneDay>> = (0..threads).map(part).collect();
    OneDay::lists(&parts?, Threads::at_most(threads), |row| {
        let (insz, dossier) = tables.dossiers.get(row as usize)?;
        Some((*insz, dossier.number.as_str(), dossier.facts()))
    })
}

fn days() -> Vec<NaiveDate> {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("a day");
    vec![day(1995, 1, 1), day(2018, 12, 31), day(2019, 1, 1), day(2024, 12, 31), day(2025, 1, 1), day(2026, 1, 15)]
}

fn numbers(lists: &Lists) -> BTreeMap<Municipality, Vec<Insz>> {
    lists.iter().map(|(municipality, list)| (municipality, list.map(|person| person.number).collect())).collect()
}

#[test]
fn on_any_number_of_threads_the_answers_are_those_of_the_rule() {
    let caseloads = [1, 2, 3].map(|threads| caseload(Threads::at_most(threads)));
    let ([first, ..], tables) = (&caseloads, tables());
    for closed in ClosedRule::ALL {
        let rules = ListRules { closed, brussels: Brussels::Allowed };
        for on in days() {
            let lists = one_by_one::lists(first, on, rules);
            let answers: Vec<_> = first.persons().filter_map(|person| person.answer(on, rules)).collect();
            for (threads, caseload) in (1..).zip(&caseloads) {
                let once = caseload.lists(on, rules).expect("within the horizon");
                let placed = caseload.place(on, rules).expect("within the horizon");
                assert_eq!(numbers(&once), lists, "straight from the facts, on {on}");
                assert_eq!(numbers(&placed.lists()), lists, "by the index, on {on}");
                assert!(placed.lists() == once, "flags and basis too, on {on}");
                match one_day(&tables, on, rules, threads) {
                    Some(lists) => assert!(lists == once, "straight from the rows, on {on}"),
                    None => assert_eq!(closed, ClosedRule::ResidenceAtClosing),
                }
                let found = placed
                    .answers()
                    .map(|PlacedPerson { number, outcome, flags, reasons, .. }| (number, outcome, flags, reasons));
                let expected = answers
                    .iter()
                    .map(|answer| (answer.number, answer.outcome, answer.flags, ReasonSet::of(&answer.reasons)));
                assert!(found.eq(expected), "everybody's answer, on {on}");
                let undetermined = answers.iter().filter(|answer| answer.outcome == Outcome::Undetermined).count();
                assert_eq!(placed.counts().undetermined, undetermined);
            }
        }
    }
}

#[test]
fn findings_do_not_depend_on_the_threads() {
    let [one, three] = [1, 3].map(|threads| caseload(Threads::at_most(threads)));
    assert!(!one.findings().is_empty());
    assert_eq!(one.findings(), three.findings());
}
