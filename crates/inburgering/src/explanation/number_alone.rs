//! The answers about one number alone, of a person whose numbers may be two persons'.

use chrono::NaiveDate;

use crate::caseload::OwnRows;
use crate::eligibility::Flags;
use crate::horizon;
use crate::{Answer, Insz, ListRules, Numbers, Outcome, Person, Reason, Timeline};

/// The answers about the number on every day, by nothing that stands under another number.
///
/// Since what is wrong with the numbers is known, they are the rule's: undetermined, unless this number's own facts decide
/// first. On a day before, the rule reads the facts of every number. Its answers up to the first replacement, and those from
/// there on, are told where the facts of this number alone give all of them, and are undetermined otherwise. The days on which
/// an answer begins are those of this number's own facts, of a replacement, and of the table of municipalities: so neither a
/// municipality nor a day of somebody else is told.
pub(super) fn timeline(rows: &OwnRows<'_>, number: Insz, rules: ListRules) -> Timeline {
    let (whole, own) = (rows.whole(), rows.person());
    let numbers = whole.numbers();
    let is_before = |day: NaiveDate| numbers.are_one_person(day);
    let first_step = numbers.days().min();
    let is_early = |day: NaiveDate| first_step.is_none_or(|first| day < first);

    let mut days = days_of_change(Person { numbers: Numbers::One(number), ..own });
    // Also where no dossier stands under it.
    let others = numbers.days().chain(own.died_on()).map(|day| day.max(horizon::FIRST_DAY));
    days.extend(others.filter(|&day| horizon::contains(day)));
    days.sort_unstable();
    days.dedup();

    // By the rule itself, on every day on which anything of any number changes.
    let tried: Vec<NaiveDate> = days_of_change(whole).into_iter().chain(days.iter().copied()).collect();
    let is_told = [false, true].map(|early| {
        let mut tried = tried.iter().filter(|&&day| is_before(day) && is_early(day) == early);
        tried.all(|&day| match own.answer(day, rules) {
            None => true,
            answer if is_unborn(answer.as_ref(), number, day) => false,
            answer => answer == whole.answer(day, rules),
        })
    });
    let answer = |day: NaiveDate| {
        let answer = own.answer(day, rules);
        let answer = if is_before(day) {
            let [is_told_later, is_told_early] = is_told;
            let is_told = if is_early(day) { is_told_early } else { is_told_later };
            let untold = |answer| Answer {
                outcome: Outcome::Undetermined,
                reasons: vec![Reason::NumberReplacedByTwo],
                ..answer
            };
            if is_told { answer? } else { untold(answer?) }
        } else {
            let mut answer = answer.unwrap_or_else(|| nothing_recorded(&own, number, day));
            if is_unborn(Some(&answer), number, day) {
                // What is wrong with the numbers stands beside it.
                answer.reasons.retain(|&reason| reason != Reason::BornAfterDay);
            }
            answer
        };
        Some((day, Answer { number, ..answer }))
    };
    Timeline::of(days.iter().filter_map(|&day| answer(day)))
}

fn days_of_change(person: Person<'_>) -> Vec<NaiveDate> {
    let mut days = Vec::new();
    person.days_of_change(&mut days);
    days
}

/// Whether the answer says that somebody was born after the day, who is not the holder of this number.
fn is_unborn(answer: Option<&Answer>, number: Insz, day: NaiveDate) -> bool {
    number.earliest_birth_day() <= day && answer.is_some_and(|answer| answer.reasons.contains(&Reason::BornAfterDay))
}

/// The answer where something is wrong with the numbers, and no dossier is known under this one: by the first three clauses of
/// the rule.
fn nothing_recorded(own: &Person<'_>, number: Insz, day: NaiveDate) -> Answer {
    let numbers = own.numbers().on(day);
    let (outcome, reasons) = match own.died_on().filter(|&died_on| died_on <= day) {
        _ if numbers.last.iter().all(|number| number.is_bis()) => (Outcome::NotEligible, vec![Reason::BisNumber]),
        Some(died_on) => (Outcome::NotEligible, vec![Reason::Died { died_on }]),
        None => (Outcome::Undetermined, numbers.faults),
    };
    Answer { number, outcome, flags: Flags::default(), reasons }
}
