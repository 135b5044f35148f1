//! The list as its municipality holds it: as delivered, put right by the notices that were given.

use inburgering::{CorrectionKind, HeldList, Insz, Placed, Recall, RecallError, Register};

use crate::delivering::{Exchange, IN_GENT, MOVED, REGISTERED, STRANGER, key};
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
    assert_eq!(kinds(&still), [IN_GENT, STRANGER].map(|number| (number.to_owned(), "missed")));
    let first: Vec<_> = recall.corrections.iter().filter(|one| still.corrections.contains(one)).collect();
    assert_eq!(first.len(), 2, "as it was found at first");
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
    assert_eq!(numbers(&held).len(), 6, "as it was");
}

#[test]
fn it_shows_no_number() {
    let mut held = held();
    let corrected = corrected(correct);
    held.put_right(&given(&held.recall(&corrected).unwrap()), &corrected).unwrap();
    assert_no_number(&format!("{held:?} {held:#?}"));
}
