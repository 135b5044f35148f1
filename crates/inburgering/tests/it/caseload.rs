//! The caseload: it agrees with the rule for one person on every day, and the consequences of the rule hold.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use inburgering::{
    Brussels, Caseload, CaseloadError, ClosedRule, Dossier, Insz, ListRules, Lists, Municipality, NumberChain, Numbers,
    OneDay, Outcome, Person, Placed, PlacedPerson, Readable, Reason, ReasonCode, Replacement, Spell, Threads,
    UnreadableRows,
};
use proptest::prelude::*;

use crate::generated::{CODES, days, tables};
use crate::golden::{Tables, day};

fn every_rules() -> impl Iterator<Item = ListRules> {
    ClosedRule::ALL
        .into_iter()
        .flat_map(|closed| [Brussels::Refused, Brussels::Allowed].map(|brussels| ListRules { closed, brussels }))
}

fn rules() -> impl Strategy<Value = ListRules> {
    proptest::sample::select(every_rules().collect::<Vec<_>>())
}

fn load(tables: &Tables) -> Caseload {
    tables.caseload(UnreadableRows::SetAside).unwrap()
}

/// A person put together from the tables row by row, as one would by hand: the oracle of the caseload's grouping.
struct ByHand {
    chain: Option<NumberChain>,
    number: Insz,
    dossiers: Vec<Dossier>,
    spells: Vec<Spell>,
    died_on: Option<NaiveDate>,
    readable: Readable,
}

impl ByHand {
    fn person(&self) -> Person<'_> {
        let numbers = self.chain.as_ref().map_or(Numbers::One(self.number), Numbers::Chain);
        let person = Person::with_numbers(numbers, &self.dossiers, &self.spells).readable(self.readable);
        self.died_on.map_or(person, |on| person.died(on))
    }
}

/// Everything the tables say, read row by row.
pub(crate) struct Read {
    dossiers: Vec<(Insz, Dossier)>,
    spells: Vec<(Insz, Spell)>,
    deaths: Vec<(Insz, NaiveDate)>,
    replacements: Vec<Replacement>,
    set_aside: Vec<Insz>,
}

pub(crate) fn read(tables: &Tables) -> Read {
    use inburgering::{DeathText, DossierText, ReplacementText, ResidenceText};
    let mut read = Read { dossiers: vec![], spells: vec![], deaths: vec![], replacements: vec![], set_aside: vec![] };
    for row in &tables.dossiers {
        let text = DossierText {
            dossier: &row.dossier,
            insz: &row.insz,
            registered_on: &row.registered_on,
            contract_signed_on: &row.contract_signed_on,
            contract_municipality: &row.contract_municipality,
            attest_obtained_on: &row.attest_obtained_on,
            closed_on: &row.closed_on,
        };
        match text.read(0) {
            Ok(fact) => read.dossiers.push(fact),
            Err(row) => read.set_aside.extend(row.persons),
        }
    }
    for row in &tables.residences {
        let text = ResidenceText {
            insz: &row.insz,
            municipality: &row.municipality,
            valid_from: &row.valid_from,
            valid_until: &row.valid_until,
        };
        match text.read(0) {
            Ok(fact) => read.spells.push(fact),
            Err(row) => read.set_aside.extend(row.persons),
        }
    }
    for row in &tables.deaths {
        match (DeathText { insz: &row.insz, died_on: &row.died_on }).read(0) {
            Ok(fact) => read.deaths.push(fact),
            Err(row) => read.set_aside.extend(row.persons),
        }
    }
    for row in &tables.replacements {
        let text = ReplacementText { insz_old: &row.insz_old, insz_new: &row.insz_new, replaced_on: &row.replaced_on };
        match text.read(0) {
            Ok(fact) => read.replacements.push(fact),
            Err(row) => read.set_aside.extend(row.persons),
        }
    }
    read
}

impl Read {
    /// The numbers of each person: those that replacements tie together, by repeated joining.
    fn persons(&self) -> Vec<BTreeSet<Insz>> {
        let named = self.dossiers.iter().map(|row| row.0).chain(self.set_aside.iter().copied());
        let mut persons: Vec<BTreeSet<Insz>> = named.map(|insz| BTreeSet::from([insz])).collect();
        for person in &mut persons {
            loop {
                let before = person.len();
                for step in &self.replacements {
                    if person.contains(&step.old) || person.contains(&step.new) {
                        person.extend([step.old, step.new]);
                    }
                }
                if person.len() == before {
                    break;
                }
            }
        }
        persons.sort();
        persons.dedup();
        persons
    }

    /// The lists of one day from these rows, which so many parts take turns to read.
    pub(crate) fn one_day(&self, on: NaiveDate, rules: ListRules, parts: usize, threads: Threads) -> Option<Lists> {
        let mut read: Vec<OneDay> = (0..parts).map(|_| OneDay::new(on, rules).unwrap()).collect::<Option<_>>()?;
        for (row, (insz, dossier)) in (0..).zip(&self.dossiers) {
            read[row % parts].dossier(row as u32, *insz, dossier.number.as_str().as_bytes(), dossier.facts());
        }
        for (row, (insz, spell)) in self.spells.iter().enumerate() {
            let number = |day: Option<NaiveDate>| day.map(|day| day.to_epoch_days());
            read[row % parts].residence(*insz, spell.municipality, number(spell.valid_from), number(spell.valid_until));
        }
        for (row, (insz, died_on)) in self.deaths.iter().enumerate() {
            read[row % parts].death(*insz, *died_on);
        }
        for (row, replacement) in self.replacements.iter().enumerate() {
            read[row % parts].replacement(*replacement);
        }
        let again = |row: u32| {
            let (insz, dossier) = &self.dossiers[row as usize];
            Some((*insz, dossier.number.as_str(), dossier.facts()))
        };
        OneDay::lists(&read, threads, again)
    }

    fn by_hand(&self, numbers: &BTreeSet<Insz>) -> ByHand {
        let of = |insz: &Insz| numbers.contains(insz);
        let steps: Vec<Replacement> =
            self.replacements.iter().filter(|step| of(&step.old) && step.old != step.new).copied().collect();
        ByHand {
            chain: (!steps.is_empty()).then(|| NumberChain::new(&steps)),
            number: *numbers.first().unwrap(),
            dossiers: self.dossiers.iter().filter(|row| of(&row.0)).map(|row| row.1.clone()).collect(),
            spells: self.spells.iter().filter(|row| of(&row.0)).map(|row| row.1).collect(),
            died_on: self.deaths.iter().filter(|row| of(&row.0)).map(|row| row.1).min(),
            readable: if self.set_aside.iter().any(of) { Readable::RowSetAside } else { Readable::Whole },
        }
    }

    /// Whether on the day two rows with one dossier number, one of them this person's, differ in anything known.
    fn rows_differ(&self, numbers: &BTreeSet<Insz>, on: NaiveDate) -> bool {
        let known: Vec<_> = self
            .dossiers
            .iter()
            .filter_map(|(insz, dossier)| Some((insz, dossier, dossier.as_known_on(on)?)))
            .collect();
        let persons = self.persons();
        let person_of = |insz: &Insz| persons.iter().position(|person| person.contains(insz));
        let of_number = |number| known.iter().filter(move |(_, dossier, _)| &dossier.number == number);
        known.iter().filter(|(insz, ..)| numbers.contains(insz)).any(|(_, mine, _)| {
            of_number(&mine.number).any(|(one_insz, _, one)| {
                of_number(&mine.number)
                    .any(|(other_insz, _, other)| person_of(one_insz) != person_of(other_insz) || one != other)
            })
        })
    }
}

proptest! {
    #[test]
    fn the_caseload_agrees_with_the_rule_for_one_person_on_every_day(tables in tables(), rules in rules()) {
        let (caseload, read) = (load(&tables), read(&tables));
        let persons = read.persons();
        let days = tables.interesting_days();
        for numbers in &persons {
            let by_hand = read.by_hand(numbers);
            let timeline = caseload.timeline(*numbers.last().unwrap(), rules).ok();
            for &on in &days {
                let differ = read.rows_differ(numbers, on).then_some(on);
                let expected = by_hand.person().named_with_another(differ).answer(on, rules);
                let said = timeline.as_ref().and_then(|timeline| timeline.at(on)).map(|period| &period.answer);
                prop_assert_eq!(said, expected.as_ref(), "on {}", on);
            }
        }
    }

    #[test]
    fn a_placement_is_a_reading_of_the_timelines(tables in tables(), rules in rules()) {
        let caseload = load(&tables);
        for on in tables.interesting_days() {
            let placed = caseload.place(on, rules).unwrap();
            let mut listed: BTreeMap<Insz, Municipality> = BTreeMap::new();
            for (municipality, list) in placed.lists().iter() {
                prop_assert!(municipality.is_valid_on(on));
                prop_assert!(list.clone().is_sorted_by(|one, other| one.number < other.number));
                for person in list {
                    prop_assert!(listed.insert(person.number, municipality).is_none(), "on two lists");
                }
            }
            let (mut persons, mut eligible) = (0, 0);
            let mut by_reason: BTreeMap<ReasonCode, usize> = BTreeMap::new();
            for PlacedPerson { number, outcome, flags, reasons, .. } in placed.answers() {
                persons += 1;
                let answer = placed.answer(number).unwrap();
                prop_assert_eq!((answer.number, answer.outcome, answer.flags), (number, outcome, flags));
                let mut codes: Vec<ReasonCode> = answer.reasons.iter().map(Reason::code).collect();
                codes.dedup();
                prop_assert_eq!(reasons.iter().collect::<Vec<_>>(), codes);
                prop_assert!(answer.reasons.is_sorted() && !answer.reasons.is_empty());
                for code in reasons.iter() {
                    *by_reason.entry(code).or_default() += 1;
                }
                match outcome {
                    Outcome::Eligible { municipality, basis } => {
                        eligible += 1;
                        prop_assert_eq!(listed.get(&number), Some(&municipality));
                        let on_list = placed.eligible_in(municipality).find(|person| person.number == number).unwrap();
                        prop_assert_eq!((on_list.flags, on_list.basis), (flags, basis));
                    }
                    Outcome::NotEligible | Outcome::Undetermined => prop_assert!(!listed.contains_key(&number)),
                }
            }
            prop_assert_eq!(listed.len(), eligible);
            let counts = placed.counts();
            prop_assert_eq!((counts.persons, counts.eligible), (persons, eligible));
            prop_assert_eq!(counts.persons, counts.eligible + counts.not_eligible + counts.undetermined);
            prop_assert_eq!(&counts.by_reason, &by_reason);
        }
    }

    #[test]
    fn lists_asked_once_are_those_of_a_placement(tables in tables(), rules in rules()) {
        let indexed = load(&tables);
        for on in tables.interesting_days() {
            let placed = indexed.place(on, rules).unwrap().lists();
            prop_assert_eq!(&load(&tables).lists(on, rules).unwrap(), &placed, "straight from the facts, on {}", on);
            prop_assert_eq!(&indexed.lists(on, rules).unwrap(), &placed, "by the index, on {}", on);
        }
    }

    #[test]
    fn lists_of_one_day_are_those_of_a_placement(
        tables in tables(),
        rules in rules(),
        parts in 1..4_usize,
        threads in 1..3_usize,
    ) {
        let read = read(&tables);
        // A row that was set aside is none of one day.
        prop_assume!(read.set_aside.is_empty());
        let caseload = load(&tables);
        for on in tables.interesting_days() {
            let Some(lists) = read.one_day(on, rules, parts, Threads::at_most(threads)) else {
                prop_assert_eq!(rules.closed, ClosedRule::ResidenceAtClosing);
                continue;
            };
            prop_assert_eq!(&lists, &caseload.place(on, rules).unwrap().lists(), "on {}", on);
        }
    }

    #[test]
    fn the_periods_are_the_days_on_a_list(tables in tables(), rules in rules()) {
        let caseload = load(&tables);
        for on in tables.interesting_days() {
            let mut listed: Vec<_> = Vec::new();
            for (municipality, periods) in caseload.periods(rules) {
                prop_assert!(periods.is_sorted_by_key(|period| (period.number(), period.period().from)));
                let of_day = periods.iter().filter(|period| period.period().contains(on));
                listed.extend(of_day.map(|period| (municipality, period.number(), period.flags_and_basis())));
            }
            let lists = caseload.place(on, rules).unwrap().lists();
            let expected = lists.iter().flat_map(|(municipality, list)| {
                list.map(move |person| (municipality, person.number, (person.flags, person.basis)))
            });
            prop_assert_eq!(listed, expected.collect::<Vec<_>>());
        }
    }

    #[test]
    fn everybody_known_has_one_answer(tables in tables(), on in days()) {
        let (placed, read) = (load(&tables).place(on, ListRules::default()).unwrap(), read(&tables));
        let known = read.persons().into_iter().filter(|numbers| {
            let known = |(insz, dossier): &(Insz, Dossier)| numbers.contains(insz) && dossier.as_known_on(on).is_some();
            read.dossiers.iter().any(known) || read.set_aside.iter().any(|insz| numbers.contains(insz))
        });
        prop_assert_eq!(placed.answers().count(), known.count());
    }

    #[test]
    fn periods_follow_each_other_and_differ(tables in tables(), rules in rules()) {
        let caseload = load(&tables);
        for numbers in read(&tables).persons() {
            let Ok(timeline) = caseload.timeline(*numbers.first().unwrap(), rules) else { continue };
            for pair in timeline.periods().windows(2) {
                prop_assert_eq!(pair[0].period.until, pair[1].period.from);
                prop_assert_ne!(&pair[0].answer, &pair[1].answer);
            }
            prop_assert_eq!(timeline.periods().last().unwrap().period.until, None);
        }
    }

    #[test]
    fn the_order_of_rows_changes_nothing((tables, shuffled) in tables().prop_flat_map(shuffled), rules in rules()) {
        let (one, other) = (load(&tables), load(&shuffled));
        for on in tables.interesting_days() {
            prop_assert_eq!(answers(&one.place(on, rules).unwrap()), answers(&other.place(on, rules).unwrap()));
        }
        let kinds = |caseload: &Caseload| {
            let mut kinds: Vec<_> = caseload.findings().iter().map(|finding| (finding.kind, finding.rows.len())).collect();
            kinds.sort_unstable();
            kinds
        };
        prop_assert_eq!(kinds(&one), kinds(&other));
    }

    #[test]
    fn facts_dated_after_the_day_change_nothing_on_it(
        (tables, on, later) in (tables(), days()).prop_flat_map(|(tables, on)| (Just(tables.clone()), Just(on), with_another_future(tables, on))),
        rules in rules(),
    ) {
        let (now, then) = (load(&tables).place(on, rules).unwrap(), load(&later).place(on, rules).unwrap());
        prop_assert_eq!(answers(&now), answers(&then));
        prop_assert_eq!(now.counts(), then.counts());
    }

    #[test]
    fn a_merger_loses_nobody(tables in tables(), rules in rules(), merger in 0..3_usize) {
        let merger = day(["2019-01-01", "2024-12-02", "2025-01-01"][merger]);
        let tables = tables.without_facts_on(merger);
        let caseload = load(&tables);
        let before = caseload.place(merger - Days::new(1), rules).unwrap();
        let after = caseload.place(merger, rules).unwrap();
        for old in before.answers() {
            if let Outcome::Eligible { municipality, basis } = old.outcome {
                let new = after.answer(old.number).unwrap();
                let outcome = Outcome::Eligible { municipality: municipality.current(merger).unwrap(), basis };
                prop_assert_eq!((new.outcome, new.flags), (outcome, old.flags));
            }
        }
        for new in after.answers() {
            let Outcome::Eligible { municipality, .. } = new.outcome else { continue };
            let old = before.answer(new.number).unwrap();
            if matches!(old.outcome, Outcome::Eligible { .. }) {
                continue;
            }
            // A newcomer was undetermined because of codes that the merger joins or makes valid, or lived in another
            // municipality of the same merger.
            let joined = |one: Municipality, other: Municipality| {
                one.current(merger) == Ok(municipality) && other.current(merger) == Ok(municipality)
            };
            for reason in &old.reasons {
                let explained = match *reason {
                    Reason::ResidenceConflict { one, other, .. } | Reason::ContractConflict { one, other, .. } => joined(one, other),
                    Reason::MunicipalityNotYet { municipality } => municipality.validity().from == Some(merger),
                    Reason::LivesElsewhere { residence, contract } => {
                        rules.closed == ClosedRule::ContractMunicipalityIfResident && joined(residence, contract)
                    }
                    _ => false,
                };
                prop_assert!(explained, "{:?}", reason);
            }
        }
    }
}

fn answers(placed: &Placed) -> BTreeMap<Insz, (Outcome, inburgering::Flags, Vec<Reason>)> {
    let answers = placed.answers().map(|person| {
        let answer = placed.answer(person.number).unwrap();
        (person.number, (answer.outcome, answer.flags, answer.reasons))
    });
    answers.collect()
}

fn shuffled(tables: Tables) -> impl Strategy<Value = (Tables, Tables)> {
    let Tables { dossiers, residences, deaths, replacements } = tables.clone();
    (
        Just(dossiers).prop_shuffle(),
        Just(residences).prop_shuffle(),
        Just(deaths).prop_shuffle(),
        Just(replacements).prop_shuffle(),
    )
        .prop_map(move |(dossiers, residences, deaths, replacements)| {
            (tables.clone(), Tables { dossiers, residences, deaths, replacements })
        })
}

/// The same tables with all that is dated after the day deleted, emptied or altered; rows that cannot be read, and which
/// numbers belong together, stay.
fn with_another_future(tables: Tables, on: NaiveDate) -> impl Strategy<Value = Tables> {
    let choices = proptest::collection::vec((0..3_u8, 1_u64..400, 0..CODES.len()), 64);
    choices.prop_map(move |choices| {
        let mut choices = choices.into_iter().cycle();
        let mut next = || choices.next().unwrap();
        let later = |text: &str| text.parse::<NaiveDate>().is_ok_and(|date| date > on);
        let mut changed = tables.clone();
        let mut dates = |text: &mut String| {
            let (choice, off, _) = next();
            if later(text) {
                match choice {
                    0 => {}
                    1 => text.clear(),
                    _ => *text = (on + Days::new(off)).to_string(),
                }
            }
        };
        for row in &mut changed.dossiers {
            let unsigned = row.contract_signed_on.is_empty() || later(&row.contract_signed_on);
            for date in
                [&mut row.registered_on, &mut row.contract_signed_on, &mut row.attest_obtained_on, &mut row.closed_on]
            {
                dates(date);
            }
            if unsigned && row.contract_municipality.parse::<u32>().is_ok() {
                row.contract_municipality = "31005".into();
            }
        }
        for row in &mut changed.residences {
            dates(&mut row.valid_until);
        }
        changed.residences.retain_mut(|row| {
            let (choice, off, code) = next();
            if later(&row.valid_from) {
                row.valid_from = (on + Days::new(off)).to_string();
                row.municipality = CODES[code].into();
            }
            !later(&row.valid_from) || choice == 0
        });
        changed.deaths.retain_mut(|row| {
            let (choice, off, _) = next();
            if later(&row.died_on) {
                row.died_on = (on + Days::new(off)).to_string();
            }
            !later(&row.died_on) || choice == 0
        });
        for row in &mut changed.replacements {
            let (_, off, _) = next();
            if later(&row.replaced_on) {
                row.replaced_on = (on + Days::new(off)).to_string();
            }
        }
        changed
    })
}

impl Tables {
    /// The same tables with every fact of the day moved to the day after.
    fn without_facts_on(mut self, on: NaiveDate) -> Self {
        let (from, to) = (on.to_string(), (on + Days::new(1)).to_string());
        let texts = self
            .dossiers
            .iter_mut()
            .flat_map(|row| {
                [&mut row.registered_on, &mut row.contract_signed_on, &mut row.attest_obtained_on, &mut row.closed_on]
            })
            .chain(self.residences.iter_mut().flat_map(|row| [&mut row.valid_from, &mut row.valid_until]))
            .chain(self.deaths.iter_mut().map(|row| &mut row.died_on))
            .chain(self.replacements.iter_mut().map(|row| &mut row.replaced_on));
        for text in texts {
            if *text == from {
                text.clone_from(&to);
            }
        }
        self
    }
}

fn small() -> Tables {
    use crate::golden::{DeathRow, DossierRow, ReplacementRow, ResidenceRow};
    let text = |text: &str| String::from(text);
    Tables {
        dossiers: vec![DossierRow {
            dossier: text("D-1"),
            insz: text("85.47.30-906.17"),
            registered_on: text("2025-01-06"),
            ..DossierRow::default()
        }],
        residences: ["85.07.30-906.28", "90.01.15-902.60"]
            .map(|insz| ResidenceRow { insz: text(insz), municipality: text("44021"), ..ResidenceRow::default() })
            .to_vec(),
        deaths: vec![
            DeathRow { insz: text("85.07.30-906.28"), died_on: text("2026-01-01") },
            DeathRow { insz: text("85.07.30-906.28"), died_on: text("2026-01-01") },
            DeathRow { insz: text("78.03.02-903.17"), died_on: text("2026-01-01") },
        ],
        replacements: vec![
            ReplacementRow {
                insz_old: text("85.47.30-906.17"),
                insz_new: text("85.07.30-906.28"),
                replaced_on: text("2025-02-01"),
            };
            4
        ],
    }
}

#[test]
fn a_caseload_keeps_every_row_and_shows_counts_alone() {
    let caseload = small().caseload(UnreadableRows::Refused).unwrap();
    assert_eq!(caseload.rows(), [1, 2, 3, 4]);
    assert_eq!(caseload.persons().len(), 3);
    assert_eq!((caseload.problems().len(), caseload.rows_without_number()), (0, 0));
    assert_eq!(caseload.unreadable_rows(), UnreadableRows::Refused);
    insta::assert_snapshot!(format!("{caseload:?}"), @"Caseload { persons: 3, dossiers: 1, residences: 2, deaths: 3, replacements: 4, findings: 2, .. }");
    let placed = caseload.place(day("2025-02-01"), ListRules::default()).unwrap();
    assert_eq!((placed.on(), placed.rules()), (day("2025-02-01"), ListRules::default()));
    insta::assert_snapshot!(format!("{placed:?}"), @"Placed { on: 2025-02-01, rules: ListRules { closed: ContractMunicipality, brussels: Refused }, counts: Counts { persons: 1, eligible: 1, not_eligible: 0, undetermined: 0, by_reason: {FollowsCurrentResidence: 1} }, .. }");
}

#[test]
fn a_person_is_found_by_any_number_and_on_days_on_which_a_dossier_is_known() {
    use inburgering::UnknownPersonError::{NotInCaseload, NotKnownOn};
    let caseload = small().caseload(UnreadableRows::Refused).unwrap();
    let number = |text: &str| text.parse::<Insz>().unwrap();
    let (bis, national) = (number("85.47.30-906.17"), number("85.07.30-906.28"));
    let rules = ListRules::default();
    assert_eq!(caseload.timeline(bis, rules), caseload.timeline(national, rules));
    let placed = caseload.place(day("2025-02-01"), rules).unwrap();
    assert_eq!(placed.answer(bis).unwrap().number, national);
    let before = caseload.place(day("2025-01-05"), rules).unwrap();
    assert_eq!(before.answer(bis), Err(NotKnownOn { on: day("2025-01-05") }));
    // Somebody who is named by a residence alone, and nobody at all.
    for unknown in [number("90.01.15-902.60"), number("01.12.31-904.46")] {
        assert_eq!(placed.answer(unknown), Err(NotInCaseload));
        assert_eq!(caseload.timeline(unknown, rules), Err(NotInCaseload));
    }
    insta::assert_snapshot!(NotInCaseload, @"no dossier of the caseload stands under this register number; ask for a person of the caseload");
    insta::assert_snapshot!(NotKnownOn { on: day("2025-01-05") }, @"no dossier of this person is known on 2025-01-05; ask for a day on or after the first of its dates");
}

#[test]
fn persons_are_placed_within_the_horizon_only() {
    let caseload = small().caseload(UnreadableRows::Refused).unwrap();
    let placed = |on: &str| caseload.place(day(on), ListRules::default()).map(|placed| placed.counts().persons);
    assert_eq!((placed("1995-01-01"), placed("2099-12-31")), (Ok(0), Ok(1)));
    assert!(placed("1994-12-31").is_err());
    insta::assert_snapshot!(placed("2100-01-01").unwrap_err(), @"persons can be placed from 1995-01-01 to 2099-12-31; 2100-01-01 lies outside");
}

/// So many valid register numbers, ascending.
fn many_numbers(count: usize) -> Vec<Insz> {
    let dates = (50..95_u64).flat_map(|year| (1..13).flat_map(move |month| (1..29).map(move |day| (year, month, day))));
    let first_nine = dates.flat_map(|(year, month, day)| {
        (900..999).map(move |sequence| ((year * 100 + month) * 100 + day) * 1_000 + sequence)
    });
    first_nine.map(|nine| Insz::try_from(nine * 100 + 97 - nine % 97).unwrap()).take(count).collect()
}

#[test]
fn one_person_has_at_most_65_535_numbers() {
    let build = |numbers: usize| {
        let mut rows = Caseload::builder();
        for (row, pair) in (0..).zip(many_numbers(numbers).windows(2)) {
            rows.replacement(row, Replacement { old: pair[0], new: pair[1], replaced_on: day("2025-01-06") });
        }
        rows.build(UnreadableRows::Refused).map(|_| ())
    };
    assert_eq!(build(65_535), Ok(()));
    let refused = build(65_536).unwrap_err();
    assert_eq!(refused, CaseloadError::TooManyNumbers { numbers: 65_536 });
    insta::assert_snapshot!(refused, @"65536 register numbers that replaced each other belong to one person; at most 65535 can, so look for a wrong number in the table of replacements");
}

#[test]
fn rows_of_several_builders_are_those_of_one() {
    let number: Insz = "85.07.30-901.33".parse().unwrap();
    let facts = |on: &str| inburgering::DossierFacts { registered_on: Some(day(on)), ..Default::default() };
    let part = |rows: &[(u32, &str, &str)]| {
        let mut part = Caseload::builder();
        for &(row, dossier, on) in rows {
            part.dossier_facts(row, number, dossier, facts(on)).unwrap();
        }
        part
    };
    let (first, second) =
        ([(0, "D-1", "2025-01-06"), (1, "D-2", "2025-01-07")], [(2, " D-3 ", "2025-01-08"), (3, "D-1", "2025-01-09")]);
    let mut apart = part(&first);
    apart.append(part(&second));
    let together = part(&[first, second].concat());
    let [apart, together] = [apart, together].map(|rows| rows.build(UnreadableRows::Refused).unwrap());
    let dossiers = |caseload: &Caseload| caseload.person(number).unwrap().dossiers().collect::<Vec<Dossier>>();
    assert_eq!(dossiers(&apart), dossiers(&together));
    assert_eq!(
        dossiers(&apart).iter().map(|dossier| dossier.number.as_str()).collect::<Vec<_>>(),
        ["D-1", "D-2", "D-3", "D-1"]
    );
    // The rows under D-1 stand in different parts, and differ.
    assert_eq!(apart.findings(), together.findings());
    assert!(apart.findings().iter().any(|finding| finding.kind == ReasonCode::DossierRowsDiffer.into()));
    assert_eq!(
        Caseload::builder().dossier_facts(0, number, " ", facts("2025-01-06")),
        Err(inburgering::EmptyDossierNumber)
    );
}
