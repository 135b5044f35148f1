//! The list as its municipality holds it: as delivered, put right by the notices that were given.

use std::collections::{BTreeMap, BTreeSet};

use inburgering::{
    CorrectionKind, Digests, Flags, HeldList, Insz, Placed, Recall, RecallError, RecallNotice, Register,
};
use proptest::prelude::*;

use crate::delivering::{Exchange, IN_GENT, MOVED, REGISTERED, STRANGER, death, dossier, key, replacement, residence};
use crate::disclosure::assert_no_number;
use crate::golden::{Tables, day};
use crate::recall::{correct, kinds};
use crate::recall_notice::given;

fn held() -> HeldList {
    HeldList::of(&Exchange::brugge().deliver().unwrap())
}

fn corrected(change: impl FnOnce(&mut Tables)) -> Placed {
    let mut exchange = Exchange::brugge();
    change(&mut exchange.tables);
    exchange.placed()
}

fn numbers(held: &HeldList) -> Vec<Insz> {
    held.rows().map(|row| row.insz()).collect()
}

#[test]
fn put_right_it_is_the_list_of_the_corrected_inputs() {
    let exchange = Exchange::brugge();
    let delivery = exchange.deliver().unwrap();
    let by_receipt = HeldList::delivered(&delivery.receipt, &exchange.placed(), &key()).unwrap();
    assert_eq!(by_receipt.rows().copied().collect::<Vec<_>>(), delivery.list.rows());
    let (mut held, corrected) = (held(), corrected(correct));
    let recall = held.recall(&corrected).unwrap();
    held.put_right(&given(&recall), &corrected).unwrap();
    let expected: Vec<Insz> = corrected.eligible_in(recall.municipality).map(|listed| listed.number).collect();
    assert_eq!(numbers(&held), expected);
    assert!(held.recall(&corrected).unwrap().is_empty());
}

#[test]
fn whom_a_notice_added_is_wrong_if_it_was_wrong_to_add_them() {
    let (mut held, first) = (held(), corrected(correct));
    let recall = held.recall(&first).unwrap();
    held.put_right(&given(&recall), &first).unwrap();
    // All was right from the start: every correction is taken back.
    let original = Exchange::brugge().placed();
    let back = held.recall(&original).unwrap();
    let turned = |recall: &Recall| -> Vec<(Insz, bool)> {
        let is_deleted = |kind: &CorrectionKind| *kind == CorrectionKind::WronglyDisclosed;
        recall.corrections.iter().map(|one| (one.number, is_deleted(&one.kind))).collect()
    };
    let deleted: Vec<Insz> = turned(&back).into_iter().filter(|(_, deleted)| *deleted).map(|(one, _)| one).collect();
    assert_eq!(deleted, [IN_GENT, STRANGER].map(|number| number.parse().unwrap()));
    assert_eq!(back.corrections.len(), recall.corrections.len());
    // And the facts are turned round.
    for (one, other) in recall.corrections.iter().zip(&back.corrections) {
        assert_eq!((&one.removed, &one.added), (&other.added, &other.removed));
        assert_eq!((&one.before, &one.after), (&other.after, &other.before));
    }
}

#[test]
fn what_was_withheld_is_still_wrong_with_the_facts_of_the_delivery() {
    let (mut held, corrected) = (held(), corrected(correct));
    let recall = held.recall(&corrected).unwrap();
    let notice = recall.notice(day("2026-03-02"), &Register::new()).unwrap();
    held.put_right(&notice, &corrected).unwrap();
    let still = held.recall(&corrected).unwrap();
    assert_eq!(kinds(&still), [(IN_GENT.to_owned(), "missed")]);
    assert!(recall.corrections.contains(&still.corrections[0]), "as it was found at first");
    assert!(!numbers(&held).contains(&REGISTERED.parse().unwrap()));
    assert!(!numbers(&held).contains(&MOVED.parse().unwrap()));
}

#[test]
fn the_question_must_be_that_of_the_delivery() {
    let mut held = held();
    let mut exchange = Exchange::brugge();
    exchange.on = day("2026-02-11");
    let other = exchange.placed();
    let error = RecallError::OtherDay { delivered: day("2026-02-10"), placed: day("2026-02-11") };
    assert_eq!(held.recall(&other), Err(error.clone()));
    let notice = given(&held.recall(&corrected(correct)).unwrap());
    assert_eq!(held.put_right(&notice, &other), Err(error));
    for change in [
        (|notice| notice.request = "A-9".parse().unwrap()) as fn(&mut RecallNotice),
        |notice| notice.delivered_to = "44021".parse().unwrap(),
        |notice| notice.on = day("2026-02-11"),
    ] {
        let mut of_other = notice.clone();
        change(&mut of_other);
        let refused = held.put_right(&of_other, &corrected(correct)).unwrap_err();
        assert!(matches!(refused, RecallError::OtherDelivery { .. }), "{refused}");
    }
    assert_eq!(numbers(&held).len(), 6, "as it was");
}

#[test]
fn it_shows_no_number() {
    let mut held = held();
    let corrected = corrected(correct);
    held.put_right(&given(&held.recall(&corrected).unwrap()), &corrected).unwrap();
    assert_no_number(&format!("{held:?} {held:#?}"));
}

/// What is recorded of some persons: of each the municipality, whether with an attest, and the day of death if any; and
/// whether one number replaced another.
#[derive(Debug, Clone)]
struct Inputs {
    persons: Vec<Option<(bool, bool, Option<&'static str>)>>,
    replaced: Option<&'static str>,
}

const PERSONS: [&str; 4] = [IN_GENT, MOVED, REGISTERED, STRANGER];

impl Inputs {
    fn placed(&self, on: &str) -> Placed {
        let mut exchange = Exchange::brugge();
        exchange.tables = Tables::default();
        for (insz, facts) in PERSONS.into_iter().zip(&self.persons) {
            let Some((in_brugge, attest, died_on)) = facts else { continue };
            let attest = if *attest { "2025-12-01" } else { "" };
            exchange.tables.dossiers.push(dossier(insz, insz, ["2025-01-06", "2025-02-03", attest, ""], "31005"));
            // An active dossier besides, so that residence counts.
            let second = format!("{insz} again");
            exchange.tables.dossiers.push(dossier(&second, insz, ["2025-12-15", "", "", ""], ""));
            let municipality = if *in_brugge { "31005" } else { "44021" };
            exchange.tables.residences.push(residence(insz, municipality, "", ""));
            exchange.tables.deaths.extend(died_on.map(|died_on| death(insz, died_on)));
        }
        exchange.tables.replacements.extend(self.replaced.map(|on| replacement(MOVED, STRANGER, on)));
        exchange.on = day(on);
        exchange.placed()
    }

    /// The list of Brugge on a day.
    fn list(&self, on: &str) -> BTreeMap<Insz, Flags> {
        let listed = |listed: inburgering::Listed| (listed.number, listed.flags);
        self.placed(on).eligible_in("31005".parse().unwrap()).map(listed).collect()
    }
}

fn inputs() -> impl Strategy<Value = Inputs> {
    let died_on = prop::sample::select(vec![None, None, None, Some("2026-01-05"), Some("2026-02-20")]);
    let person = prop::option::weighted(0.8, (any::<bool>(), any::<bool>(), died_on));
    let replaced = prop::sample::select(vec![None, None, Some("2026-01-05"), Some("2026-02-20")]);
    (prop::collection::vec(person, PERSONS.len()), replaced)
        .prop_map(|(persons, replaced)| Inputs { persons, replaced })
}

proptest! {
    // Whatever corrected inputs come one after the other, and whatever is withheld: the list that is held follows, and a
    // recall is the difference between it and the list that should be.
    #[test]
    fn what_is_held_follows_the_notices(
        first in inputs(),
        then in prop::collection::vec((inputs(), any::<bool>(), prop::sample::select(vec!["2026-03-02", "2027-02-10"])), 1..5),
    ) {
        let (delivered_on, brugge) = ("2026-02-10", "31005".parse().unwrap());
        // A receipt of the same request for these persons.
        let mut receipt = Exchange::brugge().deliver().unwrap().receipt;
        receipt.digests = Digests::of_placed(&first.placed(delivered_on), brugge, &key());
        let mut held = HeldList::delivered(&receipt, &first.placed(delivered_on), &key()).unwrap();
        let mut model = first.list(delivered_on);
        for (inputs, with_protocol, given_on) in then {
            let (corrected, should) = (inputs.placed(delivered_on), inputs.list(delivered_on));
            let recall = held.recall(&corrected).unwrap();
            let wrong = model.keys().chain(should.keys()).filter(|number| model.get(number) != should.get(number));
            let wrong: BTreeSet<Insz> = wrong.copied().collect();
            prop_assert_eq!(recall.corrections.iter().map(|one| one.number).collect::<BTreeSet<_>>(), wrong.clone());

            let register = if with_protocol { Exchange::brugge().protocols } else { Register::new() };
            let notice = recall.notice(day(given_on), &register).unwrap();
            held.put_right(&notice, &corrected).unwrap();
            let (kept, today) = (given_on < "2027-02-10", inputs.list(given_on));
            // The person of a number, on the day of the notice, is under one of these.
            let renumbered = |number: &Insz| inputs.replaced.is_some() && [MOVED, STRANGER].contains(&number.to_string().as_str());
            let before = model.clone();
            for number in wrong {
                match (before.get(&number), should.get(&number)) {
                    (Some(_), None) => drop(model.remove(&number)),
                    (Some(_), Some(&flags)) if kept => drop(model.insert(number, flags)),
                    (None, Some(&flags)) if kept => {
                        let moved: Insz = MOVED.parse().unwrap();
                        // The other of the two numbers was held.
                        let other = if number == moved { STRANGER.parse().unwrap() } else { moved };
                        let instead = renumbered(&number) && before.contains_key(&other);
                        let there = today.contains_key(&number)
                            || renumbered(&number) && PERSONS.iter().any(|one| {
                                let one = one.parse().unwrap();
                                renumbered(&one) && today.contains_key(&one)
                            });
                        if instead || (with_protocol && there) {
                            model.insert(number, flags);
                        }
                    }
                    _ => {}
                }
            }
            let rows = held.rows().map(|row| (row.insz(), row.flags()));
            prop_assert_eq!(rows.collect::<BTreeMap<_, _>>(), model.clone());
        }
    }
}
