//! Placement of 1,000,000 dossiers with 2,500,000 spells on one day: all lists, and one list out of them.
//!
//! The peer asks the rule for one person, person by person. Equal lists are asserted before anything is timed.

#![expect(clippy::expect_used, reason = "a measurement stops where its data cannot be made")]

use std::sync::LazyLock;

use chrono::NaiveDate;
use divan::{AllocProfiler, Bencher, black_box};
use inburgering::{Caseload, Insz, ListRules, Lists, Municipality, Placed, UnreadableRows};
use inburgering_benches::one_by_one;
use inburgering_examples::synthetic::{Faults, Recipe, generate};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

fn main() {
    let (placed, plain) = (&*PLACED, one_by_one::lists(&CASELOAD, on(), ListRules::default()));
    let lists = placed.lists();
    let lists =
        lists.iter().map(|(municipality, list)| (municipality, list.map(|person| person.number).collect()));
    assert_eq!(lists.collect::<std::collections::BTreeMap<_, Vec<Insz>>>(), plain, "the same lists");
    let [dossiers, residences, ..] = CASELOAD.rows();
    println!("{dossiers} dossiers, {residences} spells, {} persons on the day", placed.counts().persons);
    divan::main();
}

static CASELOAD: LazyLock<Caseload> = LazyLock::new(|| {
    let recipe = Recipe { dossiers: 1_000_000, seed: 1, faults: Faults::Readable };
    let tables = generate(recipe).expect("a million dossiers are not too many");
    let mut rows = Caseload::builder();
    for (row, (insz, dossier)) in (2..).zip(tables.dossiers) {
        rows.dossier(row, insz, &dossier);
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
});

static PLACED: LazyLock<Placed> =
    LazyLock::new(|| CASELOAD.place(on(), ListRules::default()).expect("the day lies within the horizon"));

fn on() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 15).expect("a day")
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn all_lists_of_a_day() -> Lists {
    black_box(&*CASELOAD).place(black_box(on()), ListRules::default()).expect("within the horizon").lists()
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn all_lists_of_a_day_person_by_person() -> usize {
    one_by_one::lists(black_box(&CASELOAD), black_box(on()), ListRules::default()).len()
}

/// A municipality of the middle, and the largest.
#[divan::bench(args = ["34022", "11002"])]
fn one_list_of_a_placement(bencher: Bencher<'_, '_>, code: &str) {
    let municipality: Municipality = code.parse().expect("a code of the table");
    let rows = || black_box(&*PLACED).eligible_in(black_box(municipality)).map(|person| (person.number, person.flags));
    bencher.bench(|| rows().collect::<Vec<_>>());
}
