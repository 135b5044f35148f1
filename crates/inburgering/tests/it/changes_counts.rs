//! How many came, left or changed, and which reasons are told: the limits of the rule, its laws, and the paper.

use chrono::NaiveDate;
use inburgering::{
    Cell, Change, ChangeCounts, ChangeKind, ChangeReason, Changes, ClosedRule, Counted, ListRules, Threshold,
    UnreadableRows,
};
use insta::assert_snapshot;
use proptest::prelude::*;

use ChangeKind::{Came, Changed, Left};
use ChangeReason as R;

use crate::delivering::{death, dossier, municipality, number, replacement, residence};
use crate::golden::{Tables, day};
use crate::suppression::is_protected;

/// The days between which the persons of these tests change.
const DAYS: [&str; 2] = ["2025-01-01", "2025-06-30"];

/// How many persons change in which way.
type Wanted = (ChangeKind, ChangeReason, u32);

/// Every way in which one can come, leave or change without a merger.
const WAYS: [(ChangeKind, ChangeReason); 20] = [
    (Came, R::FirstDossier),
    (Came, R::BisNumber),
    (Came, R::Undetermined),
    (Came, R::Moved),
    (Came, R::DossierOpened),
    (Came, R::ClosedWithAttest),
    (Came, R::ClosedWithoutAttest),
    (Came, R::LaterContract),
    (Left, R::BisNumber),
    (Left, R::Died),
    (Left, R::Undetermined),
    (Left, R::Moved),
    (Left, R::DossierOpened),
    (Left, R::ClosedWithAttest),
    (Left, R::ClosedWithoutAttest),
    (Left, R::LaterContract),
    (Changed, R::NumberReplaced),
    (Changed, R::Contract),
    (Changed, R::Attest),
    (Changed, R::ContractAndAttest),
];

/// A BIS number beside each of the synthetic numbers: 40 is added to the month.
fn bis(n: u32) -> String {
    let national = number(n);
    let digits: Vec<u64> = national.chars().filter_map(|c| c.to_digit(10)).map(u64::from).collect();
    let nine = digits[..9].iter().fold(0, |number, digit| number * 10 + digit) + 4_000_000;
    format!("85.{}{}{:02}", 4 + digits[2], &national[4..13], 97 - nine % 97)
}

/// Where a person lives beside what the reason asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Living {
    /// In one municipality all along, wherever that can be.
    Settled,
    /// In the other one on the day of which the reason says nothing.
    Moving,
    /// Never in Gent.
    Elsewhere,
}

/// Every way in which one can come or leave and live somewhere else than the settled.
const WAYS_ELSEWHERE: [(ChangeKind, ChangeReason, Living); 12] = [
    (Came, R::FirstDossier, Living::Moving),
    (Came, R::DossierOpened, Living::Moving),
    (Came, R::ClosedWithAttest, Living::Moving),
    (Came, R::ClosedWithoutAttest, Living::Moving),
    (Came, R::LaterContract, Living::Moving),
    (Came, R::LaterContract, Living::Elsewhere),
    (Left, R::DossierOpened, Living::Moving),
    (Left, R::ClosedWithAttest, Living::Moving),
    (Left, R::ClosedWithoutAttest, Living::Moving),
    (Left, R::LaterContract, Living::Moving),
    (Left, R::LaterContract, Living::Elsewhere),
    (Left, R::Died, Living::Moving),
];

/// Adds the n-th person, who changes between 1 January and 30 June 2025 as wanted, for the list of Gent.
fn add(tables: &mut Tables, n: u32, kind: ChangeKind, reason: ChangeReason, living: Living) {
    const GENT: &str = "44021";
    const BRUGGE: &str = "31005";
    const BEFORE: &str = "2024-03-04";
    const BETWEEN: &str = "2025-03-03";
    let insz = number(n);
    // Where the person is before, where after, and where neither matters.
    let (was, is) = if kind == Came { (BRUGGE, GENT) } else { (GENT, BRUGGE) };
    let mut add = |dates: [&str; 4], contract: &str| {
        tables.dossiers.push(dossier(&format!("D-{n}-{}", tables.dossiers.len()), &insz, dates, contract));
    };
    match reason {
        R::FirstDossier => add([BETWEEN, "", "", ""], ""),
        R::BisNumber | R::Died | R::Undetermined | R::Moved | R::NumberReplaced => add([BEFORE, "", "", ""], ""),
        R::DossierOpened => {
            add([BEFORE, BEFORE, "", "2024-06-03"], was);
            add([BETWEEN, "", "", ""], "");
        }
        R::ClosedWithAttest => add([BEFORE, BEFORE, BETWEEN, ""], is),
        R::ClosedWithoutAttest => add([BEFORE, BEFORE, "", BETWEEN], is),
        R::LaterContract => {
            add([BEFORE, BEFORE, "", "2024-06-03"], was);
            add(["2025-02-03", "2025-02-03", "", BETWEEN], is);
        }
        R::Contract => add([BEFORE, BETWEEN, "", ""], GENT),
        R::Attest => add([BEFORE, "", BETWEEN, ""], ""),
        R::ContractAndAttest => add([BEFORE, BETWEEN, BETWEEN, ""], GENT),
        _ => panic!("no way of {reason}"),
    }
    // Who obtains an attest stays on the list by another dossier.
    if kind == Changed && matches!(reason, R::Attest | R::ContractAndAttest) {
        add([BEFORE, "", "", ""], "");
    }
    let residences = &mut tables.residences;
    let moves = [residence(&insz, was, "", BETWEEN), residence(&insz, is, BETWEEN, "")];
    match reason {
        _ if living == Living::Moving => residences.extend(moves),
        _ if living == Living::Elsewhere => residences.push(residence(&insz, BRUGGE, "", "")),
        R::Moved => residences.extend(moves),
        R::Undetermined if kind == Came => {
            residences.extend([residence(&insz, was, "", BETWEEN), residence(&insz, is, "", "")]);
        }
        R::Undetermined => residences.extend([residence(&insz, was, "", ""), residence(&insz, is, BETWEEN, "")]),
        // Closing or contract takes them to the other list, wherever they live.
        R::ClosedWithAttest | R::ClosedWithoutAttest => residences.push(residence(&insz, was, "", "")),
        R::DossierOpened => residences.push(residence(&insz, is, "", "")),
        _ => residences.push(residence(&insz, GENT, "", "")),
    }
    match reason {
        R::Died => tables.deaths.push(death(&insz, BETWEEN)),
        R::NumberReplaced => tables.replacements.push(replacement(&insz, &number(20_000 + n), BETWEEN)),
        R::BisNumber if kind == Came => tables
            .replacements
            .extend([replacement(&number(20_000 + n), &bis(n), "2024-01-08"), replacement(&bis(n), &insz, BETWEEN)]),
        R::BisNumber => tables.replacements.push(replacement(&insz, &bis(n), BETWEEN)),
        _ => {}
    }
}

fn tables(wanted: &[(Wanted, Living)]) -> Tables {
    let mut tables = Tables::default();
    let persons =
        wanted.iter().flat_map(|&((kind, reason, persons), living)| (0..persons).map(move |_| (kind, reason, living)));
    for (n, (kind, reason, living)) in (0..).zip(persons) {
        add(&mut tables, n, kind, reason, living);
    }
    tables
}

/// The changes in Gent between 1 January and 30 June 2025, as wanted.
pub(crate) fn gent(wanted: &[Wanted]) -> Changes {
    gent_between(wanted, DAYS)
}

fn gent_between(wanted: &[Wanted], [since, on]: [&str; 2]) -> Changes {
    let settled: Vec<(Wanted, Living)> = wanted.iter().map(|&wanted| (wanted, Living::Settled)).collect();
    changes_of(&tables(&settled), [since, on])
}

fn changes_of(tables: &Tables, [since, on]: [&str; 2]) -> Changes {
    let caseload = tables.caseload(UnreadableRows::Refused).unwrap();
    caseload.changes(municipality("44021"), day(since), day(on), ListRules::default()).unwrap()
}

fn threshold(persons: u64) -> Threshold {
    Threshold::new(persons.try_into().unwrap()).unwrap()
}

/// What is told of a kind by reason, as one reads it on the paper: `moved 6, others 5`; nothing if no reason is told.
fn told(counts: &ChangeCounts, kind: ChangeKind) -> String {
    let of_kind = counts.all().iter().filter(|count| count.kind == Some(kind));
    let rows = of_kind.filter_map(|count| {
        let persons = count.count.published().map_or("*".into(), |persons| persons.to_string());
        match count.counted {
            Counted::AllReasons => None,
            Counted::Reason(reason) => Some(format!("{} {persons}", reason.as_str())),
            Counted::OtherReasons => Some(format!("others {persons}")),
        }
    });
    rows.collect::<Vec<_>>().join(", ")
}

/// The same of changes of one kind alone, at a threshold of 5.
fn told_of(kind: ChangeKind, wanted: &[(ChangeReason, u32)]) -> String {
    let wanted: Vec<Wanted> = wanted.iter().map(|&(reason, persons)| (kind, reason, persons)).collect();
    told(&gent(&wanted).counts(Threshold::default()), kind)
}

/// The same of persons who live elsewhere than the settled.
fn told_living(kind: ChangeKind, wanted: &[(ChangeReason, u32, Living)]) -> String {
    let wanted: Vec<(Wanted, Living)> = wanted.iter().map(|&(reason, n, living)| ((kind, reason, n), living)).collect();
    told(&changes_of(&tables(&wanted), DAYS).counts(Threshold::default()), kind)
}

#[test]
fn the_persons_of_these_tests_change_as_wanted() {
    for (kind, reason) in WAYS {
        let changes = gent(&[(kind, reason, 2)]);
        let said: Vec<_> = changes.all().iter().map(|change| (change.kind, change.reason)).collect();
        assert_eq!(said, [(kind, reason); 2]);
    }
    for (kind, reason, living) in WAYS_ELSEWHERE {
        let changes = changes_of(&tables(&[((kind, reason, 2), living)]), DAYS);
        let said: Vec<_> = changes.all().iter().map(|change| (change.kind, change.reason)).collect();
        assert_eq!(said, [(kind, reason); 2], "{living:?}");
    }
}

#[test]
fn a_reason_is_told_from_the_threshold_on_and_so_are_the_others() {
    assert_eq!(
        told_of(Left, &[(R::ClosedWithAttest, 5), (R::ClosedWithoutAttest, 5)]),
        "closed_with_attest 5, others 5"
    );
    assert_eq!(told_of(Left, &[(R::ClosedWithAttest, 4), (R::ClosedWithoutAttest, 5)]), "");
    assert_eq!(told_of(Left, &[(R::ClosedWithAttest, 5), (R::ClosedWithoutAttest, 4)]), "");
    let three = [(R::ClosedWithAttest, 6), (R::ClosedWithoutAttest, 3), (R::LaterContract, 2)];
    assert_eq!(told_of(Left, &three), "closed_with_attest 6, others 5");
    // The same at another threshold.
    let changes = gent(&[(Left, R::ClosedWithAttest, 5), (Left, R::ClosedWithoutAttest, 4)]);
    assert_eq!(told(&changes.counts(threshold(4)), Left), "closed_with_attest 5, others 4");
    assert_eq!(told(&changes.counts(threshold(6)), Left), "");
}

#[test]
fn others_who_are_too_few_are_joined_by_the_smallest_reason() {
    assert_eq!(
        told_of(Changed, &[(R::Contract, 9), (R::Attest, 7), (R::NumberReplaced, 5)]),
        "contract 9, attest 7, others 5"
    );
    assert_eq!(told_of(Changed, &[(R::Contract, 9), (R::Attest, 7), (R::NumberReplaced, 4)]), "contract 9, others 11");
    assert_eq!(told_of(Changed, &[(R::Contract, 7), (R::Attest, 9), (R::NumberReplaced, 1)]), "attest 9, others 8");
    assert_eq!(told_of(Changed, &[(R::Contract, 5), (R::Attest, 5), (R::NumberReplaced, 1)]), "contract 5, others 6");
    // Nobody is not too few, and is told of who changed.
    assert_eq!(told_of(Changed, &[(R::Contract, 5), (R::Attest, 5)]), "contract 5, attest 5, others 0");
}

#[test]
fn where_one_group_is_left_no_reason_is_told() {
    assert_eq!(told_of(Changed, &[(R::Contract, 30)]), "");
    assert_eq!(told_of(Changed, &[(R::Contract, 30), (R::Attest, 4)]), "");
    assert_eq!(told_of(Changed, &[(R::NumberReplaced, 30)]), "");
    assert_eq!(told_of(Left, &[(R::Moved, 30)]), "");
    assert_eq!(told_of(Left, &[(R::Died, 30)]), "");
    assert_eq!(told_of(Came, &[]), "");
}

#[test]
fn some_reasons_are_never_told_however_many_had_them() {
    for (kind, reason) in WAYS {
        let told = told_of(
            kind,
            &[(reason, 12), (R::LaterContract, 6), (R::Undetermined, 6)].map(|(reason, persons)| match reason {
                R::LaterContract if kind == Changed => (R::Contract, persons),
                R::Undetermined if kind == Changed => (R::NumberReplaced, persons),
                _ => (reason, persons),
            }),
        );
        let may_be_told = match kind {
            Came => reason == R::FirstDossier,
            Left => reason == R::ClosedWithAttest,
            Changed => matches!(reason, R::Contract | R::Attest),
        };
        assert_eq!(told.contains(reason.as_str()), may_be_told, "{kind} {reason}: {told}");
    }
}

/// The municipality knows who lived there on either day, and who died.
#[test]
fn a_reason_is_told_beside_enough_others_who_lived_there_on_the_same_days() {
    use Living::{Elsewhere, Moving, Settled};
    let with_attest = (R::ClosedWithAttest, 8, Settled);
    let told = |more: &[_]| told_living(Left, &[&[with_attest], more].concat());
    // Of those who did not live there, the register tells that they had no closing.
    assert_eq!(told(&[(R::LaterContract, 30, Elsewhere), (R::DossierOpened, 30, Settled)]), "");
    // Nor is there cover in those who moved, died, or were at home on one of the days only.
    assert_eq!(told(&[(R::Moved, 12, Settled), (R::Died, 6, Settled), (R::BisNumber, 6, Settled)]), "");
    assert_eq!(told(&[(R::ClosedWithoutAttest, 12, Moving)]), "");
    assert_eq!(told(&[(R::ClosedWithoutAttest, 4, Settled)]), "");
    assert_eq!(
        told(&[(R::ClosedWithoutAttest, 4, Settled), (R::LaterContract, 1, Settled)]),
        "closed_with_attest 8, others 5"
    );
    assert_eq!(told(&[(R::LaterContract, 5, Settled)]), "closed_with_attest 8, others 5");
    // Whoever lived there on one of the days only may have had it too: there the pool needs as many.
    let cover = (R::LaterContract, 5, Settled);
    assert_eq!(told(&[cover, (R::LaterContract, 4, Moving)]), "");
    assert_eq!(told(&[cover, (R::LaterContract, 5, Moving)]), "", "five of five: none of them had it");
    assert_eq!(told(&[cover, (R::LaterContract, 6, Moving)]), "closed_with_attest 8, others 11");
    assert_eq!(
        told(&[cover, (R::ClosedWithAttest, 1, Moving), (R::LaterContract, 5, Moving)]),
        "closed_with_attest 9, others 10"
    );
}

#[test]
fn a_move_is_told_beside_enough_others_who_lived_there_on_the_same_days() {
    use Living::{Elsewhere, Moving, Settled};
    let moved = (R::Moved, 12, Settled);
    let told = |kind, more: &[_]| told_living(kind, &[&[moved], more].concat());
    for kind in [Came, Left] {
        let pool = |living| (R::LaterContract, 5, living);
        assert_eq!(told(kind, &[pool(Moving)]), "moved 12, others 5");
        assert_eq!(told(kind, &[pool(Settled), pool(Elsewhere)]), "");
        assert_eq!(told(kind, &[pool(Settled), (R::LaterContract, 4, Moving)]), "");
    }
    // Two reasons have their cover each for itself; the smaller that has none joins the pool, and is cover for the other.
    let with_attest = [(R::ClosedWithAttest, 7, Settled), (R::LaterContract, 5, Settled)];
    let both = |n| told(Left, &[&with_attest[..], &[(R::LaterContract, n, Moving)]].concat());
    assert_eq!(both(5), "moved 12, closed_with_attest 7, others 10");
    assert_eq!(both(4), "");
    assert_eq!(told(Left, &[(R::ClosedWithAttest, 7, Moving)]), "moved 12, others 7");
}

#[test]
fn a_first_dossier_is_told_beside_enough_others_wherever_somebody_lived() {
    use Living::{Elsewhere, Moving, Settled};
    let told = |more: &[_]| {
        told_living(Came, &[&[(R::FirstDossier, 9, Settled), (R::DossierOpened, 5, Settled)], more].concat())
    };
    assert_eq!(told(&[]), "first_dossier 9, others 5");
    assert_eq!(told(&[(R::LaterContract, 5, Elsewhere)]), "");
    assert_eq!(told(&[(R::LaterContract, 6, Elsewhere)]), "first_dossier 9, others 11");
    assert_eq!(told(&[(R::ClosedWithAttest, 6, Settled)]), "first_dossier 9, others 11", "who lives elsewhere");
    assert_eq!(told(&[(R::Moved, 6, Settled)]), "first_dossier 9, others 11");
    assert_eq!(told(&[(R::Moved, 6, Settled), (R::DossierOpened, 5, Moving)]), "first_dossier 9, moved 6, others 10");
}

#[test]
fn by_another_rule_for_closed_dossiers_less_is_told() {
    let told = |kind, wanted: &[_], closed| {
        let caseload = tables(wanted).caseload(UnreadableRows::Refused).unwrap();
        let rules = ListRules { closed, ..ListRules::default() };
        let [since, on] = DAYS.map(day);
        told(&caseload.changes(municipality("44021"), since, on, rules).unwrap().counts(Threshold::default()), kind)
    };
    let moves = [((Came, R::Moved, 9), Living::Settled), ((Came, R::FirstDossier, 6), Living::Moving)];
    assert_eq!(told(Came, &moves, ClosedRule::ContractMunicipality), "moved 9, others 6");
    assert_eq!(told(Came, &moves, ClosedRule::ResidenceAtClosing), "moved 9, others 6");
    assert_eq!(told(Came, &moves, ClosedRule::ContractMunicipalityIfResident), "first_dossier 6, others 9");
    let closings = [R::ClosedWithAttest, R::ClosedWithoutAttest].map(|reason| ((Left, reason, 9), Living::Moving));
    assert_eq!(told(Left, &closings, ClosedRule::ContractMunicipality), "closed_with_attest 9, others 9");
    assert_eq!(told(Left, &closings, ClosedRule::ContractMunicipalityIfResident), "closed_with_attest 9, others 9");
    assert_eq!(told(Left, &closings, ClosedRule::ResidenceAtClosing), "");
}

#[test]
fn the_days_the_other_way_round_tell_the_same_of_who_left_and_who_came() {
    let came = [R::FirstDossier, R::DossierOpened, R::Undetermined].map(|reason| (Came, reason, 6));
    let wanted = [&came[..], &[(Left, R::ClosedWithAttest, 8), (Left, R::ClosedWithoutAttest, 5)]].concat();
    let [there, back] = [DAYS, [DAYS[1], DAYS[0]]].map(|days| gent_between(&wanted, days).counts(Threshold::default()));
    assert_eq!(told(&there, Came), "first_dossier 6, others 12");
    assert_eq!(told(&there, Left), "closed_with_attest 8, others 5");
    assert_eq!((told(&there, Came), told(&there, Left)), (told(&back, Left), told(&back, Came)));
}

#[test]
fn no_reason_is_named_among_the_others_that_cannot_be() {
    let wanted = [
        (Came, R::FirstDossier),
        (Came, R::DossierOpened),
        (Left, R::ClosedWithAttest),
        (Left, R::ClosedWithoutAttest),
    ];
    let wanted = wanted.map(|(kind, reason)| (kind, reason, 6));
    let others = |days, kind| -> Vec<ChangeReason> {
        gent_between(&wanted, days).counts(Threshold::default()).other_reasons(kind).collect()
    };
    let back = [DAYS[1], DAYS[0]];
    for (came, left) in [(others(DAYS, Came), others(DAYS, Left)), (others(back, Left), others(back, Came))] {
        assert!(!came.contains(&R::Died) && came.contains(&R::MunicipalitiesMerged));
        assert!(
            left.contains(&R::Died) && !left.contains(&R::MunicipalitiesMerged) && !left.contains(&R::FirstDossier)
        );
        assert_eq!((came.len(), left.len()), (8, 7));
    }
}

#[test]
fn of_a_suppressed_total_no_reason_is_told() {
    // Those who came are too few, and those who changed are suppressed with them.
    let wanted = [(Came, R::Moved, 2), (Left, R::ClosedWithAttest, 6), (Left, R::ClosedWithoutAttest, 6)];
    let changed = [(Changed, R::Contract, 5), (Changed, R::Attest, 5)];
    let counts = gent(&[&wanted[..], &changed].concat()).counts(Threshold::default());
    assert_eq!(ChangeKind::ALL.map(|kind| counts.get(kind, None).unwrap().published()), [None, Some(12), None]);
    assert_eq!(ChangeKind::ALL.map(|kind| told(&counts, kind)), ["", "closed_with_attest 6, others 6", ""]);
    let alone = gent(&changed).counts(Threshold::default());
    assert_eq!(told(&alone, Changed), "contract 5, attest 5, others 0");
}

#[test]
fn the_counts_of_a_kind_can_be_asked_for() {
    let left = [(Left, R::ClosedWithAttest, 9), (Left, R::ClosedWithoutAttest, 5), (Left, R::Died, 1)];
    let counts = gent(&[&left[..], &[(Changed, R::Contract, 8)]].concat()).counts(Threshold::default());
    assert_eq!(counts.all().len(), 1 + 3 + 2);
    assert_eq!(counts.all()[0].count, Cell::Published(23));
    assert_eq!(counts.get(Left, None), Some(Cell::Published(15)));
    assert_eq!(counts.get(Left, Some(R::ClosedWithAttest)), Some(Cell::Published(9)));
    assert_eq!(counts.others(Left), Some(6));
    assert_eq!(counts.get(Left, Some(R::Died)), None);
    assert_eq!(counts.get(Left, Some(R::Moved)), None, "nobody, or few");
    assert_eq!(counts.get(Left, Some(R::Contract)), None, "no reason of this kind");
    let others: Vec<ChangeReason> = counts.other_reasons(Left).collect();
    assert_eq!(others.len(), Left.reasons().len() - 3, "the one that is told, and two that cannot be");
    assert!(others.contains(&R::Died) && !others.contains(&R::ClosedWithAttest));
    // All changed for one reason.
    assert_eq!(counts.get(Changed, None), Some(Cell::Published(8)));
    assert_eq!((counts.get(Changed, Some(R::Contract)), counts.others(Changed)), (None, None));
    assert_eq!(counts.other_reasons(Changed).count(), 0);
    assert_eq!((counts.get(Came, None), counts.others(Came)), (Some(Cell::Published(0)), None));
    let days = (counts.since(), counts.on());
    assert_eq!(days, (day("2025-01-01"), day("2025-06-30")));
    assert_eq!((counts.municipality(), counts.threshold()), (municipality("44021"), Threshold::default()));
    let counted = [Counted::AllReasons, Counted::Reason(R::Moved), Counted::OtherReasons];
    assert_eq!(counted.map(Counted::as_str), ["all_reasons", "reason", "other_reasons"]);
    assert_eq!(counted.map(Counted::reason), [None, Some(R::Moved), None]);
}

#[cfg(feature = "serde")]
#[test]
fn serde_writes_what_is_counted() {
    let counts =
        gent(&[(Left, R::ClosedWithAttest, 9), (Left, R::ClosedWithoutAttest, 6)]).counts(Threshold::default());
    let said = |at: usize| serde_json::to_string(&counts.all()[at]).unwrap();
    assert_eq!(said(2), r#"{"kind":"left","counted":"all_reasons","count":15}"#);
    assert_eq!(said(3), r#"{"kind":"left","counted":{"reason":"closed_with_attest"},"count":9}"#);
    assert_eq!(said(4), r#"{"kind":"left","counted":"other_reasons","count":6}"#);
}

#[test]
fn the_paper_of_counts_for_the_municipality() {
    let came = [(Came, R::FirstDossier, 9), (Came, R::DossierOpened, 7), (Came, R::Moved, 6), (Came, R::BisNumber, 2)];
    let left =
        [(Left, R::Moved, 12), (Left, R::ClosedWithAttest, 8), (Left, R::ClosedWithoutAttest, 6), (Left, R::Died, 3)];
    let changed = [(Changed, R::Contract, 8)];
    let settled = [&came[..], &left, &changed].concat().into_iter().map(|wanted| (wanted, Living::Settled));
    let moving =
        [(Came, R::DossierOpened, 5), (Left, R::ClosedWithoutAttest, 7)].map(|wanted| (wanted, Living::Moving));
    let wanted: Vec<_> = settled.chain(moving).collect();
    let counts = changes_of(&tables(&wanted), DAYS).counts(Threshold::default());
    assert_snapshot!(counts, @r"
    Wijzigingen in de lijst van inburgeraars

    Gemeente: Gent (44021)
    De lijst van 30 juni 2025 tegenover die van 1 januari 2025

    Alle wijzigingen: 73

    Bijgekomen: 29
    - het eerste dossier werd geopend: 9
    - de persoon verhuisde: 6
    - andere redenen: 14

    Weggevallen: 36
    - de persoon verhuisde: 12
    - het laatste actieve dossier werd afgesloten met een attest: 8
    - andere redenen: 16

    Gewijzigd: 8 (redenen niet uitgesplitst)

    Niet uitgesplitst: de redenen zouden iets kunnen zeggen over wie op de lijst staat of stond.

    Andere redenen: alleen samen geteld, zodat van niemand de reden uit deze aantallen blijkt, ook niet naast beide lijsten en het bevolkingsregister. Dat een reden hieronder staat, betekent niet dat iemand die reden had.

    Bijgekomen, andere redenen:
    - op een van beide dagen is het nummer een BIS-nummer
    - op een van beide dagen is niet te bepalen op welke lijst de persoon staat
    - gemeenten werden samengevoegd
    - een nieuw dossier werd geopend
    - het laatste actieve dossier werd afgesloten met een attest
    - het laatste actieve dossier werd afgesloten zonder attest
    - een later contract werd ondertekend

    Weggevallen, andere redenen:
    - op een van beide dagen is het nummer een BIS-nummer
    - de persoon overleed
    - op een van beide dagen is niet te bepalen op welke lijst de persoon staat
    - een nieuw dossier werd geopend
    - het laatste actieve dossier werd afgesloten zonder attest
    - een later contract werd ondertekend
    ");
}

#[test]
fn the_paper_of_suppressed_counts() {
    let wanted = [(Came, R::Moved, 7), (Left, R::Moved, 9), (Left, R::Died, 1), (Changed, R::Attest, 3)];
    assert_snapshot!(gent(&wanted).counts(Threshold::default()), @r"
    Wijzigingen in de lijst van inburgeraars

    Gemeente: Gent (44021)
    De lijst van 30 juni 2025 tegenover die van 1 januari 2025

    Alle wijzigingen: 20

    Bijgekomen: niet meegedeeld (redenen niet uitgesplitst)

    Weggevallen: 10 (redenen niet uitgesplitst)

    Gewijzigd: niet meegedeeld (redenen niet uitgesplitst)

    Niet meegedeeld: een aantal van 1 tot en met 4, of een groter aantal waaruit zo'n klein aantal zou blijken.

    Niet uitgesplitst: de redenen zouden iets kunnen zeggen over wie op de lijst staat of stond.
    ");
}

/// What the municipality sees of who came or left: the reason only the agency does.
type Seen = (ChangeReason, Option<[bool; 2]>);

/// Everybody who came or left, with whether he or she lived in Gent on the day of the list and on the other one, as its register
/// says; nothing of who died or had a BIS number.
fn seen(changes: &Changes, tables: &Tables, kind: ChangeKind) -> Vec<Seen> {
    let lived_there = |insz: &str, on: NaiveDate| {
        let covers =
            |from: &str, until: &str| (from.is_empty() || day(from) <= on) && (until.is_empty() || on < day(until));
        let mut spells = tables.residences.iter().filter(|row| row.insz == insz && row.municipality == "44021");
        spells.any(|row| covers(&row.valid_from, &row.valid_until))
    };
    let of_change = |change: &Change| {
        let (insz, [listed, other]) = match kind {
            Came => (change.number.to_string(), [changes.on(), changes.since()]),
            _ => (change.number.to_string(), [changes.since(), changes.on()]),
        };
        let is_known = tables.deaths.iter().any(|row| row.insz == insz)
            || tables.replacements.iter().any(|row| row.insz_old == insz || row.insz_new == insz);
        (change.reason, (!is_known).then(|| [lived_there(&insz, listed), lived_there(&insz, other)]))
    };
    changes.of_kind(kind).map(of_change).collect()
}

/// Where somebody may have lived who had the reason, as far as it may be told.
fn may_have_lived(kind: ChangeKind, reason: ChangeReason) -> &'static [&'static [[bool; 2]]] {
    const BOTH: &[[bool; 2]] = &[[true, true]];
    const ONE: &[[bool; 2]] = &[[true, false]];
    const ELSEWHERE: &[[bool; 2]] = &[[false, false], [false, true]];
    match (kind, reason) {
        (Came | Left, R::Moved) => &[ONE],
        (Left, R::ClosedWithAttest) => &[BOTH, ONE],
        (Came, R::FirstDossier) => &[BOTH, ONE, ELSEWHERE],
        _ => &[],
    }
}

/// The rule, written plainly.
fn expected(kind: ChangeKind, persons: &[Seen], t: usize) -> String {
    let may_be_told: &[R] = match kind {
        Came => &[R::FirstDossier, R::Moved],
        Left => &[R::Moved, R::ClosedWithAttest],
        Changed => &[R::Contract, R::Attest],
    };
    let count = |reason: R| persons.iter().filter(|(one, _)| *one == reason).count();
    let mut told: Vec<R> = may_be_told.iter().copied().filter(|&reason| count(reason) >= t).collect();
    loop {
        let lacks_cover = |reason: &R| {
            may_have_lived(kind, *reason).iter().any(|homes| {
                let likewise = || persons.iter().filter(|(_, home)| home.is_some_and(|home| homes.contains(&home)));
                let cover = likewise().filter(|(one, _)| !told.contains(one)).count();
                likewise().count() > 0 && (likewise().count() < t + 1 || cover < t)
            })
        };
        let others = persons.iter().filter(|(one, _)| !told.contains(one)).count();
        let mut joining: Vec<R> = told.iter().copied().filter(lacks_cover).collect();
        if joining.is_empty() && (1..t).contains(&others) {
            joining.clone_from(&told);
        }
        joining.reverse();
        let Some(joins) = joining.into_iter().min_by_key(|&reason| count(reason)) else { break };
        told.retain(|&reason| reason != joins);
    }
    let others = persons.iter().filter(|(one, _)| !told.contains(one)).count();
    if told.is_empty() || (told.len() == 1 && others == 0) {
        return String::new();
    }
    let told = told.iter().map(|&reason| format!("{} {}", reason.as_str(), count(reason)));
    told.chain([format!("others {others}")]).collect::<Vec<_>>().join(", ")
}

/// Some of every way, for a caseload of many persons.
fn wanted() -> impl Strategy<Value = Vec<(Wanted, Living)>> {
    let settled = WAYS.map(|(kind, reason)| (kind, reason, Living::Settled));
    let ways = [&settled[..], &WAYS_ELSEWHERE].concat();
    let numbers = proptest::collection::vec(prop_oneof![2 => Just(0_u32), 3 => 0_u32..10], ways.len());
    numbers.prop_map(move |numbers| {
        let some = ways.iter().zip(numbers).map(|(&(kind, reason, living), n)| ((kind, reason, n), living));
        some.collect()
    })
}

proptest! {
    #[test]
    fn what_is_published_protects_every_small_count_and_tells_reasons_by_the_rule(wanted in wanted(), t in 3_u64..6) {
        let tables = tables(&wanted);
        let changes = changes_of(&tables, DAYS);
        let counts = changes.counts(threshold(t));
        let kinds = ChangeKind::ALL.map(|kind| changes.of_kind(kind).count() as u64);
        let totals = ChangeKind::ALL.map(|kind| counts.get(kind, None).unwrap());
        let root = counts.all()[0].count;
        if kinds.iter().sum::<u64>() < 40 {
            prop_assert!(is_protected(&[kinds.to_vec()], root, &[root], &[totals.to_vec()], t));
        }
        for (kind, total) in ChangeKind::ALL.into_iter().zip(totals) {
            let persons = seen(&changes, &tables, kind);
            let expected = if total == Cell::Suppressed { String::new() } else { expected(kind, &persons, t as usize) };
            prop_assert_eq!(told(&counts, kind), expected, "{}", kind);
            if let Some(others) = counts.others(kind) {
                let told = kind.reasons().iter().filter_map(|&reason| counts.get(kind, Some(reason)));
                let told: u64 = told.map(|count| count.published().unwrap()).sum();
                prop_assert_eq!(Cell::Published(told + others), total);
            }
        }
    }

    /// A municipality that knows who lived there on either day, and who died or had a BIS number.
    #[test]
    fn beside_whoever_had_a_told_reason_are_enough_others_who_lived_there_on_the_same_days(
        wanted in wanted(), t in 3_u64..6, back in any::<bool>(),
    ) {
        let tables = tables(&wanted);
        let changes = changes_of(&tables, if back { [DAYS[1], DAYS[0]] } else { DAYS });
        let counts = changes.counts(threshold(t));
        for kind in [Came, Left] {
            let persons = seen(&changes, &tables, kind);
            let is_told = |reason| counts.get(kind, Some(reason)).is_some();
            for &(_, home) in persons.iter().filter(|(reason, _)| is_told(*reason)) {
                prop_assert!(home.is_some(), "{}", kind);
                let others = persons.iter().filter(|(reason, other)| !is_told(*reason) && *other == home);
                let elsewhere = home.is_some_and(|[on_its_day, _]| !on_its_day);
                prop_assert!(elsewhere || others.count() as u64 >= t, "{}: {:?}", kind, home);
            }
        }
    }
}
