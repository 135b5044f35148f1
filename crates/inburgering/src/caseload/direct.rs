//! All lists of one day straight from the facts, where nobody asks for another.

use chrono::NaiveDate;

use super::Facts;
use super::packed::PackedAnswer;
use super::quick::{Asked, PlainDossier, Quick};
use crate::lists::ListRow;
use crate::threads::{each_on_a_thread, shares};
use crate::{ListRules, Lists};

/// A thread should have so many persons, or starting it costs more than it saves.
const LEAST_PERSONS_OF_A_THREAD: usize = 10_000;

/// Every list of the day, by the quick rule, and by the rule itself where that leaves a person to it.
pub(super) fn lists(facts: &Facts, on: NaiveDate, rules: ListRules) -> Lists {
    let asked = Asked::on(on);
    let threads = facts.threads.for_rows(facts.persons.len(), LEAST_PERSONS_OF_A_THREAD);
    let parts = each_on_a_thread(shares(facts.persons.len(), threads), |share| {
        let mut listed = Vec::with_capacity(share.len());
        let mut room = Vec::new();
        listed.extend(share.filter_map(|person| placed(facts, person, &mut room, asked, rules)));
        listed
    });
    Lists::of(&parts)
}

/// The person at a position, if on a list.
fn placed(facts: &Facts, at: usize, room: &mut Vec<PlainDossier>, asked: Asked, rules: ListRules) -> Option<ListRow> {
    let (number, answer) =
        match facts.plain_person_at(at, room).map_or(Quick::AskTheRule, |plain| plain.answer(asked, rules)) {
            Quick::Nobody => return None,
            Quick::Answer(position, answer) => (facts.number_at(at, position)?, answer),
            Quick::AskTheRule => {
                let answer = facts.person_at(at)?.answer(asked.on, rules)?;
                (answer.number, PackedAnswer::of(&answer))
            }
        };
    Some(ListRow::new(answer.eligible_in()?, number, answer.flags_and_reason()))
}
