//! How many came, left or changed, and which reasons are told: the limits of the rule, its laws, and the paper.

use inburgering::{
    Cell, ChangeCounts, ChangeKind, ChangeReason, Changes, Counted, ListRules, Threshold, UnreadableRows,
};
use insta::assert_snapshot;
use proptest::prelude::*;

use ChangeKind::{Came, Changed, Left};
use ChangeReason as R;

use crate::delivering::{death, dossier, municipality, number, replacement, residence};
use crate::golden::{Tables, day};
use crate::suppression::is_protected;

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

/// Adds the n-th person, who changes between 1 January and 30 June 2025 as wanted, for the list of Gent.
fn add(tables: &mut Tables, n: u32, kind: ChangeKind, reason: ChangeReason) {
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
    match reason {
        R::Moved => residences.extend([residence(&insz, was, "", BETWEEN), residence(&insz, is, BETWEEN, "")]),
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

fn tables(wanted: &[Wanted]) -> Tables {
    let mut tables = Tables::default();
    let persons = wanted.iter().flat_map(|&(kind, reason, persons)| (0..persons).map(move |_| (kind, reason)));
    for (n, (kind, reason)) in (0..).zip(persons) {
        add(&mut tables, n, kind, reason);
    }
    tables
}

/// The changes in Gent between 1 January and 30 June 2025, as wanted.
pub(crate) fn gent(wanted: &[Wanted]) -> Changes {
    gent_between(wanted, ["2025-01-01", "2025-06-30"])
}

fn gent_between(wanted: &[Wanted], [since, on]: [&str; 2]) -> Changes {
    let caseload = tables(wanted).caseload(UnreadableRows::Refused).unwrap();
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

#[test]
fn the_persons_of_these_tests_change_as_wanted() {
    for (kind, reason) in WAYS {
        let changes = gent(&[(kind, reason, 2)]);
        let said: Vec<_> = changes.all().iter().map(|change| (change.kind, change.reason)).collect();
        assert_eq!(said, [(kind, reason); 2]);
    }
}

#[test]
fn a_reason_is_told_from_the_threshold_on_and_so_are_the_others() {
    assert_eq!(told_of(Left, &[(R::Moved, 5), (R::Died, 5)]), "moved 5, others 5");
    assert_eq!(told_of(Left, &[(R::Moved, 4), (R::Died, 5)]), "");
    assert_eq!(told_of(Left, &[(R::Moved, 5), (R::Died, 4)]), "");
    assert_eq!(told_of(Left, &[(R::Moved, 6), (R::Died, 3), (R::DossierOpened, 2)]), "moved 6, others 5");
    // The same at another threshold.
    let changes = gent(&[(Left, R::Moved, 5), (Left, R::Died, 4)]);
    assert_eq!(told(&changes.counts(threshold(4)), Left), "moved 5, others 4");
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
            &[(reason, 12), (R::Moved, 6), (R::Undetermined, 6)].map(|(reason, persons)| match reason {
                R::Moved if kind == Changed => (R::Contract, persons),
                R::Undetermined if kind == Changed => (R::NumberReplaced, persons),
                _ => (reason, persons),
            }),
        );
        let may_be_told = match kind {
            Came => matches!(reason, R::FirstDossier | R::Moved | R::DossierOpened),
            Left => matches!(reason, R::Moved | R::ClosedWithAttest | R::ClosedWithoutAttest),
            Changed => matches!(reason, R::Contract | R::Attest),
        };
        assert_eq!(told.contains(reason.as_str()), may_be_told, "{kind} {reason}: {told}");
    }
}

/// The municipality knows who moved and who died: of the rest it should not know the reason either.
#[test]
fn a_reason_that_only_the_agency_knows_is_told_beside_enough_others_of_that_sort() {
    // Of those who did not move it would know that they obtained an attest.
    assert_eq!(told_of(Left, &[(R::Moved, 12), (R::ClosedWithAttest, 8)]), "moved 12, others 8");
    // Who died, got a BIS number or took a new dossier elsewhere is no cover.
    let known = [(R::Moved, 12), (R::Died, 6), (R::BisNumber, 6), (R::DossierOpened, 6), (R::ClosedWithAttest, 8)];
    assert_eq!(told_of(Left, &known), "moved 12, others 26");
    let with = |without_attest, undetermined| {
        let more = [(R::ClosedWithoutAttest, without_attest), (R::Undetermined, undetermined)];
        told_of(Left, &[&[(R::Moved, 12), (R::ClosedWithAttest, 8)][..], &more].concat())
    };
    assert_eq!(with(4, 0), "moved 12, others 12");
    assert_eq!(with(4, 1), "moved 12, closed_with_attest 8, others 5");
    assert_eq!(with(5, 0), "moved 12, closed_with_attest 8, others 5");
    assert_eq!(with(7, 4), "moved 12, closed_with_attest 8, others 11");
    assert_eq!(with(7, 5), "moved 12, closed_with_attest 8, closed_without_attest 7, others 5");
    assert_eq!(with(9, 0), "moved 12, closed_without_attest 9, others 8");
    assert_eq!(with(8, 0), "moved 12, closed_with_attest 8, others 8", "of equal ones the later joins");
}

#[test]
fn who_came_by_a_closing_is_no_cover_for_a_first_dossier() {
    let came = [(R::FirstDossier, 9), (R::ClosedWithAttest, 6), (R::ClosedWithoutAttest, 6), (R::Moved, 7)];
    assert_eq!(told_of(Came, &came), "moved 7, others 21");
    assert_eq!(told_of(Came, &[&came[..], &[(R::DossierOpened, 4)]].concat()), "moved 7, others 25");
    assert_eq!(told_of(Came, &[&came[..], &[(R::DossierOpened, 5)]].concat()), "first_dossier 9, moved 7, others 17");
    let later = [&came[..], &[(R::DossierOpened, 4), (R::LaterContract, 1)]].concat();
    assert_eq!(told_of(Came, &later), "first_dossier 9, moved 7, others 17");
}

#[test]
fn the_days_the_other_way_round_tell_the_same_of_who_left_and_who_came() {
    let ways = [R::FirstDossier, R::DossierOpened, R::Undetermined, R::Moved].map(|reason| (Came, reason, 6));
    let wanted =
        [&ways[..], &[(Left, R::Moved, 9), (Left, R::ClosedWithAttest, 8), (Left, R::Undetermined, 5)]].concat();
    let [there, back] = [["2025-01-01", "2025-06-30"], ["2025-06-30", "2025-01-01"]]
        .map(|days| gent_between(&wanted, days).counts(Threshold::default()));
    assert_eq!(told(&there, Came), "first_dossier 6, moved 6, dossier_opened 6, others 6");
    assert_eq!(told(&there, Left), "moved 9, closed_with_attest 8, others 5");
    assert_eq!((told(&there, Came), told(&there, Left)), (told(&back, Left), told(&back, Came)));
}

#[test]
fn of_a_suppressed_total_no_reason_is_told() {
    // Those who came are too few, and those who changed are suppressed with them.
    let wanted = [(Came, R::Moved, 2), (Left, R::Moved, 6), (Left, R::Died, 6)];
    let changed = [(Changed, R::Contract, 5), (Changed, R::Attest, 5)];
    let counts = gent(&[&wanted[..], &changed].concat()).counts(Threshold::default());
    assert_eq!(ChangeKind::ALL.map(|kind| counts.get(kind, None).unwrap().published()), [None, Some(12), None]);
    assert_eq!(ChangeKind::ALL.map(|kind| told(&counts, kind)), ["", "moved 6, others 6", ""]);
    let alone = gent(&changed).counts(Threshold::default());
    assert_eq!(told(&alone, Changed), "contract 5, attest 5, others 0");
}

#[test]
fn the_counts_of_a_kind_can_be_asked_for() {
    let left = [(Left, R::Moved, 9), (Left, R::Died, 5), (Left, R::Undetermined, 1)];
    let counts = gent(&[&left[..], &[(Changed, R::Contract, 8)]].concat()).counts(Threshold::default());
    assert_eq!(counts.all().len(), 1 + 3 + 2);
    assert_eq!(counts.all()[0].count, Cell::Published(23));
    assert_eq!(counts.get(Left, None), Some(Cell::Published(15)));
    assert_eq!(counts.get(Left, Some(R::Moved)), Some(Cell::Published(9)));
    assert_eq!(counts.others(Left), Some(6));
    assert_eq!(counts.get(Left, Some(R::Died)), None);
    assert_eq!(counts.get(Left, Some(R::ClosedWithAttest)), None, "nobody, or few");
    assert_eq!(counts.get(Left, Some(R::Contract)), None, "no reason of this kind");
    let others: Vec<ChangeReason> = counts.other_reasons(Left).collect();
    assert_eq!(others.len(), Left.reasons().len() - 1);
    assert!(others.contains(&R::Died) && !others.contains(&R::Moved));
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
    let counts = gent(&[(Left, R::Moved, 9), (Left, R::Died, 6)]).counts(Threshold::default());
    let said = |at: usize| serde_json::to_string(&counts.all()[at]).unwrap();
    assert_eq!(said(2), r#"{"kind":"left","counted":"all_reasons","count":15}"#);
    assert_eq!(said(3), r#"{"kind":"left","counted":{"reason":"moved"},"count":9}"#);
    assert_eq!(said(4), r#"{"kind":"left","counted":"other_reasons","count":6}"#);
}

#[test]
fn the_paper_of_counts_for_the_municipality() {
    let came = [(Came, R::FirstDossier, 9), (Came, R::DossierOpened, 7), (Came, R::Moved, 6), (Came, R::BisNumber, 2)];
    let left =
        [(Left, R::Moved, 12), (Left, R::ClosedWithAttest, 8), (Left, R::ClosedWithoutAttest, 6), (Left, R::Died, 3)];
    let changed = [(Changed, R::Contract, 8)];
    let counts = gent(&[&came[..], &left, &changed].concat()).counts(Threshold::default());
    assert_snapshot!(counts, @r"
    Wijzigingen in de lijst van inburgeraars

    Gemeente: Gent (44021)
    De lijst van 30 juni 2025 tegenover die van 1 januari 2025

    Alle wijzigingen: 61

    Bijgekomen: 24
    - het eerste dossier werd geopend: 9
    - de persoon verhuisde: 6
    - andere redenen: 9

    Weggevallen: 29
    - de persoon verhuisde: 12
    - het laatste actieve dossier werd afgesloten met een attest: 8
    - andere redenen: 9

    Gewijzigd: 8 (redenen niet uitgesplitst)

    Niet uitgesplitst: de redenen zouden iets kunnen zeggen over wie op de lijst staat of stond.

    Andere redenen: alleen samen geteld, zodat van niemand de reden blijkt. Dat een reden hieronder staat, betekent niet dat iemand die reden had.

    Bijgekomen, andere redenen:
    - op een van beide dagen is het nummer een BIS-nummer
    - de persoon overleed
    - op een van beide dagen is niet te bepalen op welke lijst de persoon staat
    - gemeenten werden samengevoegd
    - een nieuw dossier werd geopend
    - het laatste actieve dossier werd afgesloten met een attest
    - het laatste actieve dossier werd afgesloten zonder attest
    - een later contract werd ondertekend

    Weggevallen, andere redenen:
    - het eerste dossier werd geopend
    - op een van beide dagen is het nummer een BIS-nummer
    - de persoon overleed
    - op een van beide dagen is niet te bepalen op welke lijst de persoon staat
    - gemeenten werden samengevoegd
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

/// The rule, written plainly.
fn expected(kind: ChangeKind, count: impl Fn(ChangeReason) -> u64, t: u64) -> String {
    let (may_be_told, is_the_agency_s, more_cover): (&[R], &[R], &[R]) = match kind {
        Came => (
            &[R::FirstDossier, R::MunicipalitiesMerged, R::Moved, R::DossierOpened],
            &[R::FirstDossier, R::MunicipalitiesMerged, R::DossierOpened],
            &[R::Undetermined, R::LaterContract],
        ),
        Left => (
            &[R::Moved, R::ClosedWithAttest, R::ClosedWithoutAttest],
            &[R::ClosedWithAttest, R::ClosedWithoutAttest],
            &[R::Undetermined, R::LaterContract],
        ),
        Changed => (&[R::Contract, R::Attest], &[], &[]),
    };
    let total: u64 = kind.reasons().iter().map(|&reason| count(reason)).sum();
    let mut told: Vec<R> = may_be_told.iter().copied().filter(|&reason| count(reason) >= t).collect();
    let join = |told: &mut Vec<R>, among: &[R]| {
        let least = told.iter().filter(|reason| among.contains(reason)).map(|&reason| count(reason)).min();
        let at = told.iter().rposition(|&reason| among.contains(&reason) && Some(count(reason)) == least);
        told.remove(at.unwrap());
    };
    let others = |told: &[R]| total - told.iter().map(|&reason| count(reason)).sum::<u64>();
    while told.iter().any(|reason| is_the_agency_s.contains(reason)) {
        let cover = is_the_agency_s.iter().chain(more_cover).filter(|reason| !told.contains(reason));
        if cover.map(|&reason| count(reason)).sum::<u64>() >= t {
            break;
        }
        join(&mut told, is_the_agency_s);
    }
    while !told.is_empty() && (1..t).contains(&others(&told)) {
        join(&mut told, may_be_told);
    }
    let rest = others(&told);
    if told.is_empty() || (told.len() == 1 && rest == 0) {
        return String::new();
    }
    let told = told.iter().map(|&reason| format!("{} {}", reason.as_str(), count(reason)));
    told.chain([format!("others {rest}")]).collect::<Vec<_>>().join(", ")
}

proptest! {
    #[test]
    fn what_is_published_protects_every_small_count_and_tells_reasons_by_the_rule(
        numbers in proptest::collection::vec(prop_oneof![2 => Just(0_u32), 3 => 0_u32..10], WAYS.len()), t in 3_u64..6,
    ) {
        let wanted: Vec<Wanted> = WAYS.iter().zip(&numbers).map(|(&(kind, reason), &n)| (kind, reason, n)).collect();
        let counts = gent(&wanted).counts(threshold(t));
        let count = |kind, reason| -> u64 {
            let of_it = wanted.iter().filter(|&&(one, of, _)| (one, of) == (kind, reason));
            of_it.map(|&(_, _, persons)| u64::from(persons)).sum()
        };
        let kinds = ChangeKind::ALL.map(|kind| kind.reasons().iter().map(|&reason| count(kind, reason)).sum());
        let totals = ChangeKind::ALL.map(|kind| counts.get(kind, None).unwrap());
        let root = counts.all()[0].count;
        if kinds.iter().sum::<u64>() < 40 {
            prop_assert!(is_protected(&[kinds.to_vec()], root, &[root], &[totals.to_vec()], t));
        }
        for (kind, total) in ChangeKind::ALL.into_iter().zip(totals) {
            let expected = if total == Cell::Suppressed { String::new() } else { expected(kind, |reason| count(kind, reason), t) };
            prop_assert_eq!(told(&counts, kind), expected, "{}", kind);
            if let Some(others) = counts.others(kind) {
                let told = kind.reasons().iter().filter_map(|&reason| counts.get(kind, Some(reason)));
                let told: u64 = told.map(|count| count.published().unwrap()).sum();
                prop_assert_eq!(Cell::Published(told + others), total);
            }
        }
    }
}
