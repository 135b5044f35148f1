//! The figures: who counts where and when, and what is published of it.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use inburgering::{
    Area, Caseload, Cell, FigureKind, Figures, Municipality, OutsideHorizon, Province, Quartiles, Region, Threshold,
    UnreadableRows,
};
use insta::assert_snapshot;
use proptest::prelude::*;
use serde::Deserialize;

use crate::delivering::{dossier, municipality, number, residence};
use crate::generated::{days, tables};
use crate::golden::{Tables, cases, day};
use crate::suppression::is_protected;

fn load(tables: &Tables) -> Caseload {
    tables.caseload(UnreadableRows::SetAside).unwrap()
}

/// Each person of the same kind: registered in 2025, and living in the municipality.
fn inhabitants(counts: &[(&str, u32)]) -> Tables {
    let mut tables = Tables::default();
    for &(code, count) in counts {
        for _ in 0..count {
            let n = u32::try_from(tables.dossiers.len()).unwrap();
            tables.dossiers.push(dossier(&format!("D-{n}"), &number(n), ["2025-03-03", "", "", ""], ""));
            tables.residences.push(residence(&number(n), code, "", ""));
        }
    }
    tables
}

fn figures(tables: &Tables, snapshot: &str) -> Figures {
    load(tables).figures(day(snapshot), Threshold::default()).unwrap()
}

fn count(figures: &Figures, year: i32, area: Area) -> Cell {
    figures.get(FigureKind::Registrations, year, area).unwrap().count
}

fn area(text: &str) -> Area {
    match text {
        "flanders" => Area::Flanders,
        "outside_flanders" => Area::OutsideFlanders,
        "unplaced" => Area::Unplaced,
        text => match Province::ALL.into_iter().find(|province| province.name() == text) {
            Some(province) => Area::Province(province),
            None => Area::Municipality(municipality(text)),
        },
    }
}

#[test]
fn every_kind_of_area_has_a_text_of_its_own() {
    let areas = [
        Area::Municipality(municipality("44021")),
        Area::Province(Province::Limburg),
        Area::Flanders,
        Area::OutsideFlanders,
        Area::Unplaced,
    ];
    assert_eq!(areas.map(Area::kind), ["municipality", "province", "flanders", "outside_flanders", "unplaced"]);
}

#[derive(Deserialize)]
struct Case {
    name: String,
    citation: String,
    snapshot: String,
    #[serde(default = "five")]
    threshold: i64,
    /// How often each person of the tables stands in them, under other numbers.
    #[serde(default = "five_times")]
    times: u32,
    #[serde(flatten)]
    tables: Tables,
    expected: Vec<Expected>,
}

fn five() -> i64 {
    5
}

fn five_times() -> u32 {
    5
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    kind: String,
    year: i32,
    area: String,
    /// A number, or `*` for a suppressed one.
    count: toml::Value,
}

impl Case {
    /// The tables with each person so many times: the number is written as a letter.
    fn multiplied(&self) -> Tables {
        let mut tables = Tables::default();
        for copy in 0..self.times {
            let insz = |letter: &str| {
                let person = u32::from(letter.bytes().next().unwrap() - b'a');
                number(person * self.times + copy)
            };
            let mut copied = self.tables.clone();
            for row in &mut copied.dossiers {
                row.insz = insz(&row.insz);
                row.dossier = format!("{}-{copy}", row.dossier);
            }
            for row in &mut copied.residences {
                row.insz = insz(&row.insz);
            }
            tables.dossiers.extend(copied.dossiers);
            tables.residences.extend(copied.residences);
        }
        tables
    }
}

#[test]
fn golden_cases() {
    for case in cases::<Case>("figures") {
        assert!(!case.citation.is_empty());
        let threshold = Threshold::new(case.threshold).unwrap();
        let figures = load(&case.multiplied()).figures(day(&case.snapshot), threshold).unwrap();
        for Expected { kind, year, area: name, count } in &case.expected {
            let kind = FigureKind::ALL.into_iter().find(|one| one.as_str() == kind).unwrap();
            let figure = figures.get(kind, *year, area(name));
            let said = figure.map(|figure| match figure.count {
                Cell::Published(count) => toml::Value::Integer(count.try_into().unwrap()),
                Cell::Suppressed => "*".into(),
            });
            assert_eq!(said.as_ref().unwrap_or(&"none".into()), count, "{}: {name} in {year}", case.name);
        }
    }
}

#[test]
fn every_area_of_the_day_has_a_figure_of_each_kind_and_year() {
    for (snapshot, municipalities) in
        [("2018-12-31", 308), ("2019-01-01", 300), ("2024-12-31", 300), ("2025-01-01", 285)]
    {
        let figures = figures(&Tables::default(), snapshot);
        let year = day(snapshot).year();
        assert_eq!((figures.snapshot(), figures.threshold()), (day(snapshot), Threshold::default()));
        // Each municipality, five provinces, Flanders, and the two that are in no sum.
        assert_eq!(figures.all().len(), 3 * (municipalities + 5 + 1 + 2));
        for figure in figures.all() {
            assert_eq!((figure.snapshot, figure.year, figure.count), (day(snapshot), year, Cell::Published(0)));
        }
    }
}

#[test]
fn the_years_run_from_the_first_fact_to_the_snapshot() {
    let mut tables = inhabitants(&[("31005", 1)]);
    tables.dossiers[0].registered_on = "2022-12-31".into();
    tables.dossiers[0].attest_obtained_on = "2023-01-01".into();
    let all = figures(&tables, "2025-06-30");
    for kind in FigureKind::ALL {
        let has = |year| all.get(kind, year, Area::Flanders).is_some();
        assert_eq!([2021, 2022, 2023, 2024, 2025, 2026].map(has), [false, true, true, true, true, false]);
    }
    // In the order of kind, year and area.
    let order: Vec<_> = all.all().iter().map(|figure| (figure.kind, figure.year)).collect();
    assert!(order.is_sorted());
    assert!(all.get(FigureKind::Registrations, 2022, Area::Municipality(municipality("46014"))).is_none());
    // A fact before 1995 is none of the horizon's years.
    for (registered, first) in [("1994-12-31", 2025), ("1995-01-01", 1995), ("1995-01-02", 1995)] {
        tables.dossiers[0].registered_on = registered.into();
        tables.dossiers[0].attest_obtained_on.clear();
        assert_eq!(figures(&tables, "2025-06-30").all()[0].year, first, "{registered}");
    }
}

#[test]
fn the_snapshot_lies_within_the_horizon() {
    let caseload = load(&inhabitants(&[("31005", 1)]));
    for (on, within) in [("1994-12-31", false), ("1995-01-01", true), ("2099-12-31", true), ("2100-01-01", false)] {
        let figures = caseload.figures(day(on), Threshold::default());
        let days = caseload.days_from_registration(FigureKind::Attests, day(on), Threshold::default());
        let error = OutsideHorizon { on: day(on) };
        assert_eq!(figures.err(), (!within).then_some(error), "{on}");
        assert_eq!(days.err(), (!within).then_some(error), "{on}");
    }
    assert_snapshot!(
        caseload.figures(day("2100-01-01"), Threshold::default()).unwrap_err(),
        @"persons can be placed from 1995-01-01 to 2099-12-31; 2100-01-01 lies outside"
    );
}

#[test]
fn small_counts_are_suppressed_with_enough_others() {
    // Brugge 4 and Oostende 7 in West-Vlaanderen, Gent 9 in Oost-Vlaanderen.
    let all = figures(&inhabitants(&[("31005", 4), ("35013", 7), ("44021", 9)]), "2025-06-30");
    let of = |text: &str| count(&all, 2025, area(text));
    assert_eq!(of("31005"), Cell::Suppressed);
    assert_eq!(of("35013"), Cell::Suppressed);
    assert_eq!(of("West-Vlaanderen"), Cell::Published(11));
    assert_eq!(of("44021"), Cell::Published(9));
    assert_eq!(of("flanders"), Cell::Published(20));
    assert_eq!(of("11002"), Cell::Published(0));
    // Five are published, and nothing else needs to be suppressed.
    let all = figures(&inhabitants(&[("31005", 5), ("35013", 7)]), "2025-06-30");
    assert!(all.all().iter().all(|figure| figure.count != Cell::Suppressed));
    // The threshold is the caller's.
    let three = load(&inhabitants(&[("31005", 4)])).figures(day("2025-06-30"), Threshold::LOWEST).unwrap();
    assert_eq!(count(&three, 2025, area("31005")), Cell::Published(4));
}

#[test]
fn those_in_no_sum_are_suppressed_by_themselves() {
    for (persons, said) in
        [(0, Cell::Published(0)), (1, Cell::Suppressed), (4, Cell::Suppressed), (5, Cell::Published(5))]
    {
        let all = figures(&inhabitants(&[("21004", persons), ("31005", 6)]), "2025-06-30");
        assert_eq!(count(&all, 2025, Area::OutsideFlanders), said);
        assert_eq!(count(&all, 2025, Area::Unplaced), Cell::Published(0));
        assert_eq!(count(&all, 2025, Area::Flanders), Cell::Published(6));
        let all = figures(&inhabitants(&[("99999", persons), ("31005", 6)]), "2025-06-30");
        assert_eq!(count(&all, 2025, Area::OutsideFlanders), Cell::Published(0));
        assert_eq!(count(&all, 2025, Area::Unplaced), said);
    }
}

/// Registered on 3 March 2025, with an attest so many days later; everybody in Brugge.
fn with_attest(persons: u32, days: i64) -> Tables {
    let mut tables = inhabitants(&[("31005", persons)]);
    for row in &mut tables.dossiers {
        row.attest_obtained_on = (day("2025-03-03") + chrono::Duration::days(days)).to_string();
    }
    tables
}

fn quartiles(tables: &Tables, kind: FigureKind) -> BTreeMap<Area, Option<Quartiles>> {
    load(tables).days_from_registration(kind, day("2025-12-31"), Threshold::default()).unwrap()
}

#[test]
fn quartiles_are_given_from_twenty_persons() {
    for (persons, given) in [(19, false), (20, true), (21, true)] {
        let of = quartiles(&with_attest(persons, 10), FigureKind::Attests);
        let areas: Vec<Area> = of.keys().copied().collect();
        assert_eq!(areas, ["31005", "West-Vlaanderen", "flanders"].map(area));
        for quartiles in of.values() {
            assert_eq!(quartiles.is_some(), given, "{persons}");
            assert!(quartiles.is_none_or(|quartiles| (quartiles.first(), quartiles.third()) == (10, 10)));
        }
    }
}

#[test]
fn days_count_from_the_first_registration_to_the_first_fact() {
    let attests = |tables: &Tables| quartiles(tables, FigureKind::Attests).get(&Area::Flanders).copied().flatten();
    let days = |tables: &Tables| attests(tables).map(|quartiles| quartiles.median());
    assert_eq!(days(&with_attest(20, 0)), Some(0));
    assert_eq!(days(&with_attest(20, 1)), Some(1));
    // An attest before the registration cannot be, and counts for nobody.
    assert!(quartiles(&with_attest(20, -1), FigureKind::Attests).is_empty());
    // On the snapshot it counts, the day after it is not known.
    assert_eq!(days(&with_attest(20, 303)), Some(303));
    assert!(quartiles(&with_attest(20, 304), FigureKind::Attests).is_empty());
    // A second dossier: the first registration and the first attest of the two.
    let mut tables = with_attest(20, 30);
    for n in 0..20 {
        tables.dossiers.push(dossier(&format!("E-{n}"), &number(n), ["2025-03-13", "", "2025-03-23", ""], ""));
    }
    assert_eq!(days(&tables), Some(20));
    assert!(quartiles(&tables, FigureKind::Contracts).is_empty());
    assert_eq!(quartiles(&tables, FigureKind::Registrations)[&Area::Flanders].map(Quartiles::median), Some(0));
    // By the residence on the day of the attest.
    let mut tables = with_attest(20, 10);
    for row in &mut tables.residences {
        row.valid_until = "2025-03-13".into();
    }
    assert_eq!(quartiles(&tables, FigureKind::Attests).keys().copied().collect::<Vec<_>>(), [Area::Unplaced]);
    // Without a registration there is nothing to count from.
    for row in &mut tables.dossiers {
        row.registered_on.clear();
    }
    assert!(quartiles(&tables, FigureKind::Attests).is_empty());
}

#[test]
fn quartiles_never_stand_beside_a_suppressed_figure() {
    // Brugge 21, Oostende 4: both are suppressed under West-Vlaanderen. That Brugge has at least twenty would say that
    // Oostende has at most five.
    let mut tables = with_attest(25, 10);
    for row in &mut tables.residences[21..] {
        row.municipality = "35013".into();
    }
    let of = quartiles(&tables, FigureKind::Attests);
    assert_eq!(of[&area("31005")], None);
    assert_eq!(of[&area("35013")], None);
    assert!(of[&area("West-Vlaanderen")].is_some() && of[&area("flanders")].is_some());
    // A suppressed figure of another kind is no hindrance.
    tables.dossiers[24].contract_signed_on = "2025-03-03".into();
    tables.dossiers[24].contract_municipality = "31005".into();
    for row in &mut tables.residences[21..] {
        row.municipality = "31005".into();
    }
    assert!(quartiles(&tables, FigureKind::Attests)[&area("31005")].is_some());
    // Nor is a threshold under which nothing is suppressed.
    for row in &mut tables.residences[21..] {
        row.municipality = "35013".into();
    }
    let of = load(&tables).days_from_registration(FigureKind::Attests, day("2025-12-31"), Threshold::LOWEST).unwrap();
    assert!(of[&area("31005")].is_some());
}

#[test]
fn names_of_the_kinds() {
    assert_eq!(FigureKind::ALL.map(FigureKind::as_str), ["registrations", "contracts", "attests"]);
}

#[cfg(feature = "serde")]
#[test]
fn serde_writes_every_figure_and_null_for_a_suppressed_one() {
    for kind in FigureKind::ALL {
        let json = serde_json::to_string(&kind).unwrap();
        assert_eq!(json, format!("\"{}\"", kind.as_str()));
        assert_eq!(serde_json::from_str::<FigureKind>(&json).unwrap(), kind);
    }
    for text in ["31005", "Antwerpen", "flanders", "outside_flanders", "unplaced"] {
        let json = serde_json::to_string(&area(text)).unwrap();
        assert_eq!(serde_json::from_str::<Area>(&json).unwrap(), area(text), "{json}");
    }
    let json = serde_json::to_value(figures(&inhabitants(&[("31005", 4)]), "2025-06-30")).unwrap();
    assert_eq!((&json["snapshot"], &json["threshold"]), (&"2025-06-30".into(), &5.into()));
    let written = json["all"].as_array().unwrap();
    let brugge = serde_json::json!({
        "snapshot": "2025-06-30", "kind": "registrations", "year": 2025,
        "area": { "municipality": "31005" }, "count": null,
    });
    assert_eq!(written.iter().filter(|figure| **figure == brugge).count(), 1);
}

// The oracle: counts made by hand from the tables, and the oracle of the suppression.

/// The spells of the number that cover the day, carried to the snapshot: one municipality, or none that can be told.
fn placed_by_hand(tables: &Tables, insz: &str, on: NaiveDate, snapshot: NaiveDate) -> Area {
    let starts = |text: &str| text.is_empty() || day(text) <= on;
    let ends = |text: &str| !text.is_empty() && day(text) <= on;
    let mut found: Vec<Option<Municipality>> = tables
        .residences
        .iter()
        .filter(|row| row.insz == insz && starts(&row.valid_from) && !ends(&row.valid_until))
        .map(|row| row.municipality.parse::<Municipality>().ok().and_then(|code| code.current(snapshot).ok()))
        .collect();
    found.sort_unstable();
    found.dedup();
    match found[..] {
        [Some(municipality)] if municipality.region() == Region::Flanders => Area::Municipality(municipality),
        [Some(_)] => Area::OutsideFlanders,
        _ => Area::Unplaced,
    }
}

fn counted_by_hand(tables: &Tables, snapshot: NaiveDate) -> BTreeMap<(FigureKind, i32, Area), u64> {
    let mut first: BTreeMap<(FigureKind, String, i32), NaiveDate> = BTreeMap::new();
    for row in &tables.dossiers {
        let dates = [&row.registered_on, &row.contract_signed_on, &row.attest_obtained_on];
        for (kind, date) in FigureKind::ALL.into_iter().zip(dates) {
            if !date.is_empty() && day(date) <= snapshot {
                let date = day(date);
                let slot = first.entry((kind, row.insz.clone(), date.year())).or_insert(date);
                *slot = date.min(*slot);
            }
        }
    }
    let mut counts = BTreeMap::new();
    for ((kind, insz, year), on) in first {
        *counts.entry((kind, year, placed_by_hand(tables, &insz, on, snapshot))).or_default() += 1;
    }
    counts
}

proptest! {
    #[test]
    fn what_is_published_is_right_and_what_is_suppressed_cannot_be_told(tables in tables(), snapshot in days()) {
        // Replaced numbers have tests of their own, and rows that cannot be read count for nobody.
        let mut tables = tables;
        tables.replacements.clear();
        let read: Vec<_> = tables.dossiers.iter().filter(|row| !row.dossier.is_empty() && row.dossier != "D-99").cloned().collect();
        tables.dossiers = read;
        tables.residences.retain(|row| row.municipality != "4402I");
        let threshold = Threshold::default();
        let figures = load(&tables).figures(snapshot, threshold).unwrap();
        let counts = counted_by_hand(&tables, snapshot);
        let years = figures.all().first().unwrap().year..=snapshot.year();
        prop_assert!(counts.keys().all(|(_, year, _)| years.contains(year)));
        for kind in FigureKind::ALL {
            for year in years.clone() {
                let count = |area| counts.get(&(kind, year, area)).copied().unwrap_or_default();
                let cell = |area| figures.get(kind, year, area).unwrap().count;
                let (mut groups, mut totals, mut leaves) = (vec![], vec![], vec![]);
                for province in Province::ALL.into_iter().filter(|&province| figures.get(kind, year, Area::Province(province)).is_some()) {
                    let of_province: Vec<Area> = Municipality::all()
                        .filter(|one| one.is_valid_on(snapshot) && one.province() == Some(province))
                        .map(Area::Municipality)
                        .collect();
                    groups.push(of_province.iter().map(|&area| count(area)).collect::<Vec<u64>>());
                    leaves.push(of_province.iter().map(|&area| cell(area)).collect::<Vec<Cell>>());
                    totals.push(cell(Area::Province(province)));
                }
                prop_assert_eq!(groups.len(), 5);
                let root = cell(Area::Flanders);
                prop_assert!(is_protected(&groups, root, &totals, &leaves, 5), "{:?}", groups);
                let sums: Vec<u64> = groups.iter().map(|group| group.iter().sum()).collect();
                let told = |cell: Cell, count: u64| match cell {
                    Cell::Published(said) => said == count && !threshold.is_small(count),
                    Cell::Suppressed => count > 0,
                };
                prop_assert!(told(root, sums.iter().sum()));
                prop_assert!(totals.iter().zip(&sums).all(|(&cell, &sum)| told(cell, sum)));
                prop_assert!(leaves.iter().flatten().zip(groups.iter().flatten()).all(|(&cell, &count)| told(cell, count)));
                for alone in [Area::OutsideFlanders, Area::Unplaced] {
                    let expected = if threshold.is_small(count(alone)) { Cell::Suppressed } else { Cell::Published(count(alone)) };
                    prop_assert_eq!(cell(alone), expected);
                }
            }
        }
    }
}
