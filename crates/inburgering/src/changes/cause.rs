//! Which reason a change has.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::ChangeReason;
use crate::fact::Fact;
use crate::{Answer, ClosedRule, KnownDossier, ListRules, Listed, Outcome, Person, Reason, ReasonCode};

/// Why two rows of one person differ; `None` where they do not.
pub(super) fn of_rows(before: &Listed, after: &Listed) -> Option<ChangeReason> {
    let (was, is) = (before.flags, after.flags);
    match (was.contract_signed != is.contract_signed, was.attest_obtained != is.attest_obtained) {
        _ if before.number != after.number => Some(ChangeReason::NumberReplaced),
        (true, true) => Some(ChangeReason::ContractAndAttest),
        (true, false) => Some(ChangeReason::Contract),
        (false, true) => Some(ChangeReason::Attest),
        (false, false) => None,
    }
}

/// Where the rule came to its answer on a day, rule 1 left out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// No dossier is known.
    Unknown,
    /// Rule 2.
    Died,
    /// Rule 3.
    Undetermined,
    /// Rule 4: an active dossier.
    Active,
    /// Rule 5: every dossier is closed.
    Closed,
}

impl Stage {
    fn of(answer: Option<&Answer>, known: &[KnownDossier]) -> Self {
        let Some(answer) = answer else { return Self::Unknown };
        match (answer.outcome, answer.reasons.first().map(Reason::code)) {
            (Outcome::Undetermined, _) => Self::Undetermined,
            (_, Some(ReasonCode::Died)) => Self::Died,
            _ if known.iter().any(KnownDossier::is_active) => Self::Active,
            _ => Self::Closed,
        }
    }
}

/// Why the person is on the list on one of the days and not on the other.
pub(super) fn of_person(person: &Person<'_>, earlier: NaiveDate, later: NaiveDate, rules: ListRules) -> ChangeReason {
    // NOTE: before a dossier is known there is no answer, but a number there is; the register knows it, so it decides first.
    let is_bis = |day| person.numbers().on(day).last.iter().all(|number| number.is_bis());
    if is_bis(earlier) || is_bis(later) {
        return ChangeReason::BisNumber;
    }
    let (was, is) = (person.answer(earlier, rules), person.answer(later, rules));
    let (before, after) = (person.known_dossiers(earlier), person.known_dossiers(later));
    match (Stage::of(was.as_ref(), &before), Stage::of(is.as_ref(), &after)) {
        (Stage::Unknown, _) | (_, Stage::Unknown) => ChangeReason::FirstDossier,
        (Stage::Died, _) | (_, Stage::Died) => ChangeReason::Died,
        (Stage::Undetermined, _) if joined(was.as_ref()) && facts_between(person, earlier, later).is_empty() => {
            ChangeReason::MunicipalitiesMerged
        }
        (Stage::Undetermined, _) | (_, Stage::Undetermined) => ChangeReason::Undetermined,
        (Stage::Active, Stage::Active) => ChangeReason::Moved,
        (Stage::Closed, Stage::Active) => ChangeReason::DossierOpened,
        (Stage::Active, Stage::Closed) => closed(&after),
        (Stage::Closed, Stage::Closed) => of_closed(person, [earlier, later], [&before, &after], rules.closed),
    }
}

/// Whether the answer could not be determined for nothing but what a merger may mend.
fn joined(answer: Option<&Answer>) -> bool {
    let may_be_mended = |reason: &Reason| {
        matches!(
            reason.code(),
            ReasonCode::ResidenceConflict | ReasonCode::ContractConflict | ReasonCode::MunicipalityNotYet
        )
    };
    answer.is_some_and(|answer| answer.reasons.iter().all(may_be_mended))
}

/// How the last of the dossiers was closed.
fn closed(known: &[KnownDossier]) -> ChangeReason {
    let last = last_closing(known);
    if known.iter().any(|dossier| last.is_some() && dossier.attest_obtained_on == last) {
        ChangeReason::ClosedWithAttest
    } else {
        ChangeReason::ClosedWithoutAttest
    }
}

fn last_closing(known: &[KnownDossier]) -> Option<NaiveDate> {
    known.iter().filter_map(KnownDossier::closing_day).max()
}

/// Why a person whose every dossier is closed on both days is on the list on one of them only: by what rule 5 reads.
fn of_closed(
    person: &Person<'_>,
    [earlier, later]: [NaiveDate; 2],
    [before, after]: [&[KnownDossier]; 2],
    rule: ClosedRule,
) -> ChangeReason {
    let latest = |known: &[KnownDossier]| known.iter().filter_map(|dossier| dossier.contract_signed_on).max();
    let is_between = |day: NaiveDate| earlier < day && day <= later;
    let moved = || person.spells().flat_map(|spell| [spell.valid_from, spell.valid_until]).flatten().any(is_between);
    match rule {
        ClosedRule::ResidenceAtClosing if last_closing(before) != last_closing(after) => closed(after),
        ClosedRule::ContractMunicipality | ClosedRule::ContractMunicipalityIfResident
            if latest(before) != latest(after) =>
        {
            ChangeReason::LaterContract
        }
        ClosedRule::ContractMunicipalityIfResident if moved() => ChangeReason::Moved,
        _ => ChangeReason::MunicipalitiesMerged,
    }
}

/// The facts known on the later day and not on the earlier one, in the order of their days.
pub(super) fn facts_between(person: &Person<'_>, earlier: NaiveDate, later: NaiveDate) -> Vec<Fact> {
    let known: BTreeSet<Fact> = person.facts_known_on(earlier).into_iter().collect();
    // NOTE: by a later attest an earlier closing is worded otherwise; it is no fact between the days.
    let is_reworded = |fact: &Fact| matches!(fact, Fact::ClosedBesideAttest { on, .. } if *on <= earlier);
    let facts = person.facts_known_on(later).into_iter();
    facts.filter(|fact| !known.contains(fact) && !is_reworded(fact)).collect()
}
