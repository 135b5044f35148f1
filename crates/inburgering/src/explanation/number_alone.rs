//! The answers about one number alone, of a person whose numbers may be two persons'.

use chrono::NaiveDate;

use crate::caseload::OwnRows;
use crate::eligibility::Flags;
use crate::{Answer, Insz, ListRules, Outcome, Person, Reason, Timeline};

/// The answers about the number on every day, by nothing that stands under another number.
///
/// Since what is wrong with the numbers is known, they are the rule's: undetermined, whatever the facts. On a day before, the
/// rule reads the facts of every number. Its answers up to the first replacement, and those from there on, are told where the
/// facts of this number alone give all of them, and are undetermined otherwise, so that neither a municipality nor a day of
/// somebody else is told.
pub(super) fn timeline(rows: &OwnRows<'_>, number: Insz, rules: ListRules) -> Timeline {
    let (whole, own) = (rows.whole(), rows.person());
    let mut days = Vec::new();
    whole.days_of_change(&mut days);
    let is_before = |day: NaiveDate| whole.numbers().are_one_person(day);
    let first = whole.numbers().days().min();
    let is_early = |day: NaiveDate| first.is_none_or(|first| day < first);
    let is_told = [false, true].map(|early| {
        days.iter().filter(|&&day| is_before(day) && is_early(day) == early).all(|&day| {
            let answer = own.answer(day, rules);
            answer.is_none() || answer == whole.answer(day, rules)
        })
    });
    let answer = |day: NaiveDate| {
        let (before, mut answer) = (is_before(day), own.answer(day, rules));
        if answer.is_none() && !before {
            answer = nothing_recorded(&whole, day, rules);
        }
        let mut answer = Answer { number, ..answer? };
        let [is_told_later, is_told_early] = is_told;
        let is_told = if is_early(day) { is_told_early } else { is_told_later };
        if before && !is_told {
            (answer.outcome, answer.reasons) = (Outcome::Undetermined, vec![Reason::NumberReplacedByTwo]);
        }
        // That of another number; where nothing else is wrong, it is why nothing can be determined all the same.
        if number.earliest_birth_day() <= day && answer.reasons.iter().any(|&reason| reason != Reason::BornAfterDay) {
            answer.reasons.retain(|&reason| reason != Reason::BornAfterDay);
        }
        Some((day, answer))
    };
    Timeline::of(days.iter().filter_map(|&day| answer(day)))
}

/// The answer where something is wrong with the numbers, and nothing is recorded under this one.
fn nothing_recorded(whole: &Person<'_>, day: NaiveDate, rules: ListRules) -> Option<Answer> {
    let answer = whole.answer(day, rules)?;
    let (outcome, reasons) = if answer.reasons == [Reason::BisNumber] {
        (answer.outcome, answer.reasons)
    } else {
        (Outcome::Undetermined, whole.numbers().on(day).faults)
    };
    Some(Answer { outcome, reasons, flags: Flags::default(), ..answer })
}
