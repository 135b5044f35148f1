//! What changed between two lists: the golden cases, the laws of any caseload, and the papers.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use inburgering::{
    Caseload, Cell, ChangeKind, ChangeReason, Changes, ClosedRule, Dossier, DossierNumber, Fact, Flags, Insz,
    ListRules, Municipality, Outcome, Spell, Threshold, UnreadableRows,
};
use insta::assert_snapshot;
use proptest::prelude::*;
use serde::Deserialize;

use crate::changes_counts::gent;
use crate::delivering::{dossier, municipality, number, residence};
use crate::generated::{days, tables};
use crate::golden::{Options, Tables, cases, day};

#[derive(Deserialize)]
struct Case {
    name: String,
    citation: String,
    municipality: String,
    since: String,
    on: String,
    #[serde(flatten)]
    options: Options,
    #[serde(flatten)]
    tables: Tables,
    together: Option<Vec<String>>,
    #[serde(default)]
    expected: Vec<Expected>,
    error: Option<String>,
    threshold: Option<i64>,
    #[serde(default)]
    counts: BTreeMap<String, toml::Value>,
}

#[derive(Deserialize, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
struct Expected {
    insz: String,
    kind: String,
    reason: String,
    #[serde(default)]
    facts: Vec<String>,
}

impl Case {
    fn changes(&self) -> Result<Changes, String> {
        let caseload = self.tables.caseload(UnreadableRows::Refused).unwrap();
        let (since, on) = (day(&self.since), day(&self.on));
        let changes = caseload.changes(municipality(&self.municipality), since, on, self.options.rules());
        changes.map_err(|error| error.to_string())
    }
}

#[test]
fn golden_cases() {
    for case in cases::<Case>("changes") {
        let name = &case.name;
        assert!(!case.citation.is_empty(), "{name}");
        let changes = match case.changes() {
            Ok(changes) => changes,
            Err(error) => {
                assert_eq!(Some(error), case.error, "{name}");
                continue;
            }
        };
        assert_eq!(case.error, None, "{name}");
        let said: Vec<Expected> = changes
            .all()
            .iter()
            .map(|change| Expected {
                insz: change.number.to_string(),
                kind: change.kind.to_string(),
                reason: change.reason.as_str().into(),
                facts: change.facts.iter().map(|fact| fact.code().into()).collect(),
            })
            .collect();
        assert_eq!(said, case.expected, "{name}");
        let together: Vec<String> = changes.together().iter().map(|one| one.code().to_string()).collect();
        assert_eq!(together, case.together.clone().unwrap_or(vec![case.municipality.clone()]), "{name}");
        let counts = changes.counts(Threshold::new(case.threshold.unwrap_or(5)).unwrap());
        for (what, expected) in &case.counts {
            let (kind, of) = what.split_once(' ').unwrap_or((what, "all_reasons"));
            let found = counts.all().iter().find(|count| {
                count.kind.map_or("total", ChangeKind::as_str) == kind
                    && count.counted.reason().map_or(count.counted.as_str(), ChangeReason::as_str) == of
            });
            let said = match found.map(|count| count.count) {
                Some(Cell::Published(count)) => toml::Value::Integer(count.try_into().unwrap()),
                Some(Cell::Suppressed) => "*".into(),
                None => "-".into(),
            };
            assert_eq!(said, *expected, "{name}: {what}");
        }
    }
}

#[test]
fn every_reason_occurs_in_a_golden_case() {
    let occurring: BTreeSet<String> =
        cases::<Case>("changes").into_iter().flat_map(|case| case.expected).map(|change| change.reason).collect();
    let catalogue: BTreeSet<String> = ChangeReason::ALL.iter().map(|reason| reason.as_str().into()).collect();
    assert_eq!(occurring, catalogue);
}

#[test]
fn the_catalogue() {
    let lines = ChangeReason::ALL
        .iter()
        .map(|reason| format!("{}\n  {reason}\n  {}\n  [{}]\n", reason.as_str(), reason.dutch(), reason.citation()));
    assert_snapshot!(lines.collect::<String>(), @r#"
    first_dossier
      the first dossier was opened
      het eerste dossier werd geopend
      [AgII, page on the exchange of personal data with municipalities, "Disclaimer"]
    bis_number
      on one of the days the number is a BIS number
      op een van beide dagen is het nummer een BIS-nummer
      [AgII, page on the exchange of personal data with municipalities, "Protocol", item 1]
    died
      the person died
      de persoon overleed
      [No legal text settles this; it is applied this way]
    undetermined
      on one of the days it cannot be determined on which list the person is
      op een van beide dagen is niet te bepalen op welke lijst de persoon staat
      [No legal text settles this; it is applied this way]
    municipalities_merged
      municipalities merged
      gemeenten werden samengevoegd
      [Statbel, REFNIS (CC BY 4.0), municipality codes since 1995]
    moved
      the person moved
      de persoon verhuisde
      [AgII, page on the exchange of personal data with municipalities, "Disclaimer"]
    dossier_opened
      a new dossier was opened
      een nieuw dossier werd geopend
      [AgII, page on the exchange of personal data with municipalities, "Disclaimer"]
    closed_with_attest
      the last active dossier was closed with an attest
      het laatste actieve dossier werd afgesloten met een attest
      [Agreed working method, laid down in no legal text: closed dossiers stay at the contract's municipality]
    closed_without_attest
      the last active dossier was closed without an attest
      het laatste actieve dossier werd afgesloten zonder attest
      [Agreed working method, laid down in no legal text: closed dossiers stay at the contract's municipality]
    later_contract
      a later contract was signed
      een later contract werd ondertekend
      [Agreed working method, laid down in no legal text: closed dossiers stay at the contract's municipality]
    number_replaced
      the register number was replaced
      het rijksregisternummer werd vervangen
      [AgII, page on the exchange of personal data with municipalities, "Protocol", item 1]
    contract
      a civic integration contract was signed
      een inburgeringscontract werd ondertekend
      [AgII, page on the exchange of personal data with municipalities, "Protocol", items 1-3]
    attest
      a civic integration certificate was obtained
      een attest van inburgering werd behaald
      [AgII, page on the exchange of personal data with municipalities, "Protocol", items 1-3]
    contract_and_attest
      a civic integration contract was signed and a certificate obtained
      een inburgeringscontract werd ondertekend en een attest behaald
      [AgII, page on the exchange of personal data with municipalities, "Protocol", items 1-3]
    "#);
    let kinds: Vec<usize> = ChangeKind::ALL.iter().map(|kind| kind.reasons().len()).collect();
    assert_eq!(kinds, [10, 10, 4]);
    assert_eq!(ChangeKind::Changed.reasons().first(), Some(&ChangeReason::NumberReplaced));
}

fn load(tables: &Tables) -> Caseload {
    tables.caseload(UnreadableRows::SetAside).unwrap()
}

/// Who is on the lists of these municipalities, by the rule for one person: the position, and the row.
fn rows(
    caseload: &Caseload,
    of: &[Municipality],
    on: NaiveDate,
    rules: ListRules,
) -> BTreeMap<usize, (Insz, bool, bool)> {
    let answers = caseload.persons().enumerate().filter_map(|(at, person)| Some((at, person.answer(on, rules)?)));
    let listed = answers.filter(|(_, answer)| match answer.outcome {
        Outcome::Eligible { municipality, .. } => of.contains(&municipality),
        _ => false,
    });
    listed
        .map(|(at, answer)| (at, (answer.number, answer.flags.contract_signed, answer.flags.attest_obtained)))
        .collect()
}

fn rules() -> impl Strategy<Value = ListRules> {
    use inburgering::Brussels;
    let closed = proptest::sample::select(ClosedRule::ALL.to_vec());
    (closed, any::<bool>()).prop_map(|(closed, brussels)| ListRules {
        closed,
        brussels: if brussels { Brussels::Allowed } else { Brussels::Refused },
    })
}

proptest! {
    #[test]
    fn everybody_whose_row_differs_is_in_one_change(
        tables in tables(), rules in rules(), since in days(), on in days(),
    ) {
        let caseload = load(&tables);
        let later = since.max(on);
        for municipality in Municipality::all_on(later).unwrap() {
            let changes = caseload.changes(municipality, since, on, rules).unwrap();
            let before: Vec<Municipality> = Municipality::all_on(since.min(on)).unwrap()
                .filter(|one| one.current(later) == Ok(municipality)).collect();
            let of = |day: NaiveDate| if day == later { vec![municipality] } else { before.clone() };
            let (was, is) = (rows(&caseload, &of(since), since, rules), rows(&caseload, &of(on), on, rules));

            let (came, left) = (changes.of_kind(ChangeKind::Came).count(), changes.of_kind(ChangeKind::Left).count());
            prop_assert_eq!(came + was.len(), left + is.len(), "the list grew by who came less who left");

            let differs = |at: &usize| was.get(at) != is.get(at);
            let mut expected: Vec<(Insz, ChangeKind)> = was.keys().chain(is.keys()).filter(|at| differs(at))
                .map(|at| match (was.get(at), is.get(at)) {
                    (None, Some(row)) => (row.0, ChangeKind::Came),
                    (Some(row), None) => (row.0, ChangeKind::Left),
                    (_, row) => (row.unwrap().0, ChangeKind::Changed),
                })
                .collect();
            expected.sort();
            expected.dedup();
            let said: Vec<(Insz, ChangeKind)> = changes.all().iter().map(|change| (change.number, change.kind)).collect();
            prop_assert_eq!(said, expected);
            for change in changes.all() {
                prop_assert!(change.kind.reasons().contains(&change.reason));
                let came = change.kind == ChangeKind::Came && since < on || change.kind == ChangeKind::Left && on < since;
                prop_assert!(!came || change.reason != ChangeReason::Died, "nobody comes by a death");
                let left = !came && change.kind != ChangeKind::Changed;
                let comes = matches!(change.reason, ChangeReason::FirstDossier | ChangeReason::MunicipalitiesMerged);
                prop_assert!(!left || !comes, "nobody leaves by a first dossier, or by a merger");
            }
        }
    }

    #[test]
    fn the_days_the_other_way_round_swap_who_came_and_who_left(
        tables in tables(), rules in rules(), since in days(), on in days(),
    ) {
        let caseload = load(&tables);
        for municipality in Municipality::all_on(since.max(on)).unwrap() {
            let there = caseload.changes(municipality, since, on, rules).unwrap();
            let back = caseload.changes(municipality, on, since, rules).unwrap();
            for (one, other) in [(ChangeKind::Came, ChangeKind::Left), (ChangeKind::Left, ChangeKind::Came)] {
                let there: Vec<_> = there.of_kind(one).map(|c| (c.number, c.reason, &c.before, &c.after, &c.facts)).collect();
                let back: Vec<_> = back.of_kind(other).map(|c| (c.number, c.reason, &c.after, &c.before, &c.facts)).collect();
                prop_assert_eq!(there, back);
            }
            let changed = |changes: &Changes| -> Vec<ChangeReason> {
                let mut reasons: Vec<_> = changes.of_kind(ChangeKind::Changed).map(|change| change.reason).collect();
                reasons.sort();
                reasons
            };
            prop_assert_eq!(changed(&there), changed(&back));
            prop_assert!(caseload.changes(municipality, on, on, rules).unwrap_or_else(|_| there.clone()).is_empty() || !municipality.is_valid_on(on));
        }
    }

    /// What a municipality rules out by its register and the rows cannot be; on this the promise of the counts rests.
    #[test]
    fn whoever_came_or_left_lived_and_is_listed_as_the_reason_asks(
        tables in tables(), rules in rules(), since in days(), on in days(),
    ) {
        use ChangeReason as R;
        let caseload = load(&tables);
        let (earlier, later) = (since.min(on), since.max(on));
        for municipality in Municipality::all_on(later).unwrap() {
            let changes = caseload.changes(municipality, since, on, rules).unwrap();
            for change in changes.all().iter().filter(|change| change.kind != ChangeKind::Changed) {
                let person = caseload.persons().find(|person| person.numbers().all().contains(&change.number)).unwrap();
                let is_there = |spell: &Spell| {
                    Municipality::from_code(spell.municipality).is_ok_and(|it| it.current(later) == Ok(municipality))
                };
                let lived_there = |day| person.spells().any(|spell| spell.period().contains(day) && is_there(&spell));
                let comes = (change.kind == ChangeKind::Came) == (since < on);
                let [here, on_other_day] = if comes { [later, earlier] } else { [earlier, later] }.map(lived_there);
                let row = if change.kind == ChangeKind::Came { &change.after } else { &change.before };
                let Flags { contract_signed, attest_obtained, .. } = row.as_ref().unwrap().flags;
                let had_bis_number = person.numbers().all().iter().any(|number| number.is_bis());
                let has_died = person.died_on().is_some_and(|day| day <= later);

                prop_assert!(change.reason != R::BisNumber || had_bis_number);
                prop_assert!(change.reason == R::BisNumber || (change.reason == R::Died) == has_died);
                let at_closing = rules.closed == ClosedRule::ResidenceAtClosing;
                let if_resident = rules.closed == ClosedRule::ContractMunicipalityIfResident;
                prop_assert!(here || contract_signed || at_closing);
                let can_be = match change.reason {
                    R::Moved if comes && if_resident => here,
                    R::Moved => here && !on_other_day,
                    R::DossierOpened if comes => here,
                    R::DossierOpened => !on_other_day && (contract_signed || at_closing),
                    R::LaterContract => contract_signed,
                    R::ClosedWithAttest | R::ClosedWithoutAttest if at_closing => true,
                    R::ClosedWithoutAttest if comes => !on_other_day && contract_signed || if_resident,
                    R::ClosedWithAttest if comes => attest_obtained && (!on_other_day && contract_signed || if_resident),
                    R::ClosedWithAttest | R::ClosedWithoutAttest => here,
                    _ => true,
                };
                prop_assert!(can_be, "{:?}: {:?}", [here, on_other_day], change);
            }
        }
    }

    /// Only where a fact, a birth or a municipality changed does a list.
    #[test]
    fn a_change_without_a_fact_is_of_a_merger_or_a_birth(
        tables in tables(), rules in rules(), since in days(), on in days(),
    ) {
        let caseload = load(&tables);
        let merged = Municipality::change_days().iter().any(|&day| since.min(on) < day && day <= since.max(on));
        for municipality in Municipality::all_on(since.max(on)).unwrap() {
            for change in caseload.changes(municipality, since, on, rules).unwrap().all() {
                let by_merger = change.reason == ChangeReason::MunicipalitiesMerged;
                prop_assert!(!by_merger || merged);
                prop_assert!(by_merger || change.reason == ChangeReason::Undetermined || !change.facts.is_empty());
            }
        }
    }
}

#[test]
fn the_papers_name_the_municipalities_that_count_together() {
    let mut tables = Tables::default();
    let insz = number(0);
    tables.dossiers.push(dossier("D-1", &insz, ["2024-12-30", "2025-01-02", "", ""], "46029"));
    tables.residences.push(residence(&insz, "44045", "", ""));
    let caseload = load(&tables);
    let changes =
        caseload.changes(municipality("46029"), day("2024-12-31"), day("2025-01-02"), ListRules::default()).unwrap();
    assert_snapshot!(changes.agency_paper(), @r"
    Wijzigingen in een lijst: stuk voor het agentschap

    Gemeente: Lokeren (46029)
    De lijst van 2 januari 2025 tegenover die van 31 december 2024
    Op 31 december 2024 gaat het om Moerbeke (44045) en Lokeren (46014): de gemeenten zijn sindsdien samengevoegd.

    Aantal wijzigingen: 1

    85.01.01-900.86: gewijzigd; een inburgeringscontract werd ondertekend
      was: contract ondertekend: nee; attest behaald: nee
      was: volgt nog een traject en woont in 44045 (Moerbeke): een actief dossier volgt de huidige woonplaats
      is: contract ondertekend: ja; attest behaald: nee
      is: volgt nog een traject en woont in 46029 (Lokeren): een actief dossier volgt de huidige woonplaats
      tussen beide dagen: 2 januari 2025: inburgeringscontract ondertekend in 46029 (Lokeren) (dossier D-1)
    ");
    assert!(changes.counts(Threshold::default()).to_string().contains("Moerbeke (44045) en Lokeren (46014)"));
    let back =
        caseload.changes(municipality("46029"), day("2025-01-02"), day("2024-12-29"), ListRules::default()).unwrap();
    assert_snapshot!(back.agency_paper(), @r"
    Wijzigingen in een lijst: stuk voor het agentschap

    Gemeente: Lokeren (46029)
    De lijst van 29 december 2024 tegenover die van 2 januari 2025
    Op 29 december 2024 gaat het om Moerbeke (44045) en Lokeren (46014): de gemeenten zijn sindsdien samengevoegd.

    Aantal wijzigingen: 1

    85.01.01-900.86: weggevallen; het eerste dossier werd geopend
      was: contract ondertekend: ja; attest behaald: nee
      was: volgt nog een traject en woont in 46029 (Lokeren): een actief dossier volgt de huidige woonplaats
      is: er is geen dossier van deze persoon bekend
      tussen beide dagen: 30 december 2024: aanmelding (dossier D-1)
      tussen beide dagen: 2 januari 2025: inburgeringscontract ondertekend in 46029 (Lokeren) (dossier D-1)
    ");
}

/// A person by whom the facts between are told in the order of their days.
#[test]
fn the_facts_between_are_those_of_the_later_day_alone() {
    let changes = gent(&[(ChangeKind::Came, ChangeReason::Moved, 1)]);
    let [change] = changes.all() else { panic!() };
    let days: Vec<Option<NaiveDate>> = change.facts.iter().map(Fact::day).collect();
    assert_eq!(days, [None, Some(day("2025-03-03"))]);
    let known = Dossier::new(DossierNumber::new("D-0").unwrap()).registered(day("2024-03-03"));
    let registered = Fact::Registered { on: day("2024-03-03"), dossier: known.number };
    assert!(!change.facts.contains(&registered));
}
