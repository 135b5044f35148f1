//! Tests of the synthetic caseloads.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use chrono::Months;
use inburgering::{Caseload, DeathText, DossierText, ReplacementText, ResidenceText};
use inburgering::{Change, ChangeKind, ChangeReason, ListRules, Person, Spell, Threshold};
use inburgering::{Insz, Municipality, Region, UnreadableRows};
use inburgering_examples::synthetic::{
    EXTRACTED_ON, FIRST_REGISTRATION, Faults, MOST_DOSSIERS, Recipe, Tables, generate,
};

fn made(dossiers: usize, seed: u64, faults: Faults) -> Tables {
    generate(Recipe { dossiers, seed, faults }).unwrap()
}

fn numbers(tables: &Tables) -> BTreeSet<Insz> {
    let dossiers = tables.dossiers.iter().map(|(insz, _)| *insz);
    let residences = tables.residences.iter().map(|(insz, _)| *insz);
    let replaced = tables.replacements.iter().flat_map(|step| [step.old, step.new]);
    dossiers.chain(residences).chain(replaced).collect()
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let [one, again, other] = [5, 5, 6].map(|seed| {
        let directory = tempfile::tempdir().unwrap();
        made(300, seed, Faults::AlsoUnreadable).write(directory.path()).unwrap();
        ["dossiers", "residences", "deaths", "replacements"]
            .map(|name| fs::read(directory.path().join(format!("{name}.csv"))).unwrap())
    });
    assert_eq!(one, again);
    assert_ne!(one, other);
}

#[test]
fn the_bytes_do_not_depend_on_version_or_machine() {
    let directory = tempfile::tempdir().unwrap();
    made(3, 1, Faults::None).write(directory.path()).unwrap();
    let text = fs::read_to_string(directory.path().join("dossiers.csv")).unwrap();
    insta::assert_snapshot!(text, @"
    dossier,insz,registered_on,contract_signed_on,contract_municipality,attest_obtained_on,closed_on
    2012-0000001,82.03.19-984.92,2012-07-30,2012-11-10,44021,2013-12-23,
    2011-0000002,73.01.30-941.87,2011-11-27,2012-02-22,46021,,
    2017-0000003,97.04.02-916.22,2017-03-30,2017-05-26,11002,,
    ");
}

#[test]
fn every_number_is_synthetic_and_every_class_occurs() {
    let tables = made(20_000, 1, Faults::Readable);
    let mut classes = BTreeMap::<&str, usize>::new();
    for number in numbers(&tables) {
        let digits = number.to_u64();
        assert!((900..=998).contains(&(digits / 100 % 1000)));
        let (year, month, day) = (digits / 1_000_000_000, digits / 10_000_000 % 100, digits / 100_000 % 100);
        let series = match month {
            0..=12 => "national register",
            20..=32 => "BIS, sex unknown",
            _ => "BIS",
        };
        let known = match (year, month % 20, day) {
            (0, 0, 0) => "century",
            (0, 0, _) => "nothing",
            (_, 0, 32..) => "year, beyond 31",
            (_, 0, _) => "year",
            (_, _, 0) => "year and month",
            _ => "date",
        };
        *classes.entry(series).or_default() += 1;
        *classes.entry(known).or_default() += 1;
        let century =
            if (2_000_000_000 + digits / 100) % 97 + digits % 100 == 97 { "from 2000" } else { "before 2000" };
        *classes.entry(century).or_default() += 1;
    }
    assert_eq!(classes.len(), 11, "{classes:?}");
    assert!(classes.values().all(|count| *count >= 5), "{classes:?}");
}

#[test]
fn a_clean_caseload_is_plausible() {
    let tables = made(20_000, 2, Faults::None);
    assert_eq!(tables.dossiers.len(), 20_000);
    let spells = tables.residences.len() as f64 / 20_000.0;
    assert!((2.4..2.6).contains(&spells), "{spells} spells a dossier");
    let mut days = tables.dossiers.iter().flat_map(|(_, dossier)| dossier.dates());
    assert!(days.all(|day| (FIRST_REGISTRATION..=EXTRACTED_ON).contains(&day)));
    let attests = tables.dossiers.iter().filter(|(_, dossier)| dossier.attest_obtained_on.is_some()).count();
    assert!((7_000..13_000).contains(&attests), "{attests} attests");
    let closed = tables.dossiers.iter().filter(|(_, dossier)| dossier.closed_on.is_some()).count();
    assert!((2_000..6_000).contains(&closed), "{closed} closed without an attest");
    let persons: BTreeSet<Insz> = tables.dossiers.iter().map(|(insz, _)| *insz).collect();
    assert!(persons.len() < 19_000, "some have a second dossier");
    assert!(tables.deaths.len() > 100 && tables.replacements.len() > 500);
}

#[test]
fn municipalities_occur_as_often_as_participants_live_there() {
    let tables = made(60_000, 3, Faults::Readable);
    let mut contracts = BTreeMap::<Municipality, usize>::new();
    let mut regions = BTreeMap::<Region, usize>::new();
    let mut today = BTreeSet::new();
    let mut rewritten = 0;
    for (_, dossier) in &tables.dossiers {
        if let Some((signed, code)) = dossier.contract_signed_on.zip(dossier.contract_municipality) {
            let Ok(municipality) = Municipality::from_code(code) else { continue };
            rewritten += usize::from(!municipality.is_valid_on(signed));
            *contracts.entry(municipality.current(EXTRACTED_ON).unwrap()).or_default() += 1;
        }
    }
    for (_, spell) in &tables.residences {
        let Ok(municipality) = Municipality::from_code(spell.municipality) else { continue };
        *regions.entry(municipality.region()).or_default() += 1;
        today.insert(municipality.current(EXTRACTED_ON).unwrap());
    }
    let all: usize = contracts.values().sum();
    let antwerpen = contracts[&Municipality::from_code("11002".parse().unwrap()).unwrap()];
    assert!((110..135).contains(&(antwerpen * 1000 / all)), "{antwerpen} of {all}");
    assert!(contracts.keys().all(|municipality| municipality.region() == Region::Flanders));
    assert!(rewritten > 50, "some old contracts carry today's code");
    let flemish = today.iter().filter(|municipality| municipality.region() == Region::Flanders).count();
    assert_eq!(flemish, 285, "every Flemish municipality of the day occurs");
    assert_eq!(regions.len(), 3);
    let elsewhere = regions[&Region::Brussels] + regions[&Region::Wallonia];
    assert!(elsewhere * 100 / tables.residences.len() < 12, "{regions:?}");
}

/// The caseload that the crate makes of the tables.
fn read(tables: &Tables, unreadable: UnreadableRows) -> Caseload {
    let directory = tempfile::tempdir().unwrap();
    tables.write(directory.path()).unwrap();
    let mut builder = Caseload::builder();
    let rows = |name: &str| {
        let mut reader = csv::Reader::from_path(directory.path().join(name)).unwrap();
        (2_u32..).zip(reader.records().map(Result::unwrap).collect::<Vec<_>>())
    };
    for (row, cells) in rows("dossiers.csv") {
        builder.read_dossier(
            row,
            &DossierText {
                dossier: &cells[0],
                insz: &cells[1],
                registered_on: &cells[2],
                contract_signed_on: &cells[3],
                contract_municipality: &cells[4],
                attest_obtained_on: &cells[5],
                closed_on: &cells[6],
            },
        );
    }
    for (row, cells) in rows("residences.csv") {
        builder.read_residence(
            row,
            &ResidenceText { insz: &cells[0], municipality: &cells[1], valid_from: &cells[2], valid_until: &cells[3] },
        );
    }
    for (row, cells) in rows("deaths.csv") {
        builder.read_death(row, &DeathText { insz: &cells[0], died_on: &cells[1] });
    }
    for (row, cells) in rows("replacements.csv") {
        builder.read_replacement(
            row,
            &ReplacementText { insz_old: &cells[0], insz_new: &cells[1], replaced_on: &cells[2] },
        );
    }
    builder.build(unreadable).unwrap()
}

fn kinds(caseload: &Caseload) -> BTreeSet<String> {
    caseload.findings().iter().map(|finding| format!("{:?}", finding.kind)).collect()
}

#[test]
fn a_clean_caseload_has_no_finding() {
    let caseload = read(&made(3_000, 4, Faults::None), UnreadableRows::Refused);
    assert_eq!(kinds(&caseload), BTreeSet::new());
}

#[test]
fn every_kind_of_fault_occurs() {
    let caseload = read(&made(6_000, 4, Faults::Readable), UnreadableRows::Refused);
    insta::assert_debug_snapshot!(kinds(&caseload), @r#"
    {
        "DeathsDiffer",
        "DossierWithoutDate",
        "EmptySpell",
        "Fault(AttestBeforeRegistration)",
        "Fault(BornAfterDay)",
        "Fault(ClosedBeforeRegistration)",
        "Fault(ContractAfterClosing)",
        "Fault(ContractBeforeRegistration)",
        "Fault(ContractConflict)",
        "Fault(ContractMunicipalityMissing)",
        "Fault(DossierRowsDiffer)",
        "Fault(MunicipalityNotYet)",
        "Fault(MunicipalityUnknown)",
        "Fault(NumberReplacedByTwo)",
        "Fault(NumbersReplacedInCircle)",
        "Fault(ReplacementOutOfOrder)",
        "Fault(ResidenceConflict)",
        "Fault(SeveralNumbers)",
        "IdenticalRows",
        "RegistrationMissing",
        "ReplacedByItself",
        "UndatedContractMunicipality",
    }
    "#);
}

/// A municipality knows who lived there on either day: beside whoever had a told reason are enough others who lived likewise.
#[test]
fn of_the_changes_of_a_city_no_reason_follows_by_its_register() {
    const CITIES: [&str; 8] = ["11002", "44021", "24062", "31005", "34022", "12025", "46021", "41002"];
    let caseload = read(&made(30_000, 1, Faults::Readable), UnreadableRows::Refused);
    let persons: BTreeMap<Insz, Person<'_>> = caseload
        .persons()
        .flat_map(|person| person.numbers().all().iter().map(|&number| (number, person)).collect::<Vec<_>>())
        .collect();
    let on = EXTRACTED_ON;
    let mut told = BTreeMap::<(ChangeKind, ChangeReason), usize>::new();
    for (city, years) in CITIES.iter().flat_map(|city| [1, 4, 10].map(|years| (city, years))) {
        let city: Municipality = city.parse().unwrap();
        let since = on.checked_sub_months(Months::new(12 * years)).unwrap();
        let changes = caseload.changes(city, since, on, ListRules::default()).unwrap();
        let counts = changes.counts(Threshold::default());
        for kind in [ChangeKind::Came, ChangeKind::Left] {
            let days = if kind == ChangeKind::Came { [on, since] } else { [since, on] };
            let lived_there = |change: &Change| {
                let is_there = |spell: &Spell| {
                    Municipality::from_code(spell.municipality).is_ok_and(|it| it.current(on) == Ok(city))
                };
                let spells = || persons[&change.number].spells().filter(is_there);
                let [on_its_day, on_the_other] = days.map(|day| spells().any(|spell| spell.period().contains(day)));
                on_its_day.then_some(on_the_other)
            };
            let is_told = |change: &&Change| counts.get(kind, Some(change.reason)).is_some();
            let is_known = |change: &Change| matches!(change.reason, ChangeReason::Died | ChangeReason::BisNumber);
            for change in changes.of_kind(kind).filter(is_told) {
                *told.entry((kind, change.reason)).or_default() += 1;
                let others = changes.of_kind(kind).filter(|other| !is_told(other) && !is_known(other));
                let likewise = others.filter(|other| lived_there(other) == lived_there(change)).count();
                assert!(likewise >= 5, "{city}, {since}: {kind}, {}: {likewise}", change.reason);
            }
        }
    }
    let expected = [
        (ChangeKind::Came, ChangeReason::FirstDossier),
        (ChangeKind::Came, ChangeReason::Moved),
        (ChangeKind::Left, ChangeReason::Moved),
        (ChangeKind::Left, ChangeReason::ClosedWithAttest),
    ];
    assert!(told.keys().copied().eq(expected), "{told:?}");
}

#[test]
fn unreadable_rows_come_only_when_asked_for() {
    let tables = made(1_000, 4, Faults::AlsoUnreadable);
    let caseload = read(&tables, UnreadableRows::SetAside);
    assert_eq!(caseload.problems().len(), tables.broken.len());
}

#[test]
fn too_many_dossiers_are_refused() {
    let error = generate(Recipe { dossiers: MOST_DOSSIERS + 1, seed: 1, faults: Faults::None }).unwrap_err();
    insta::assert_snapshot!(error, @"1500001 dossiers are too many for the synthetic numbers; ask for 1500000 at most");
}
