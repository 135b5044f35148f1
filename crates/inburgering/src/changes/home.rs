//! Where a person who came or left lived, as the municipality knows by its own register.

use chrono::NaiveDate;

use crate::{Municipality, Person, Spell};

/// Whether a person who stands on one of two lists of a municipality lived there on either day.
///
/// Whoever lived in a municipality that has merged into it lived there. Of two spells that contradict each other one there is
/// enough: a municipality knows its own register only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Home {
    /// There on both days.
    OnBothDays,
    /// There on the day of the list, and not on the other day.
    OnItsDay,
    /// Not there on the day of the list.
    Elsewhere,
}

impl Home {
    /// Every home.
    pub(super) const ALL: [Self; 3] = [Self::OnBothDays, Self::OnItsDay, Self::Elsewhere];

    /// Where the person lived, seen from a municipality that is valid on the day `later`.
    pub(super) fn of(person: &Person<'_>, [listed, other]: [NaiveDate; 2], municipality: Municipality) -> Self {
        let later = listed.max(other);
        let is_there = |spell: &Spell| {
            Municipality::from_code(spell.municipality).and_then(|it| it.current(later)) == Ok(municipality)
        };
        let lived_there = |day| person.spells().any(|spell| spell.period().contains(day) && is_there(&spell));
        match (lived_there(listed), lived_there(other)) {
            (true, true) => Self::OnBothDays,
            (true, false) => Self::OnItsDay,
            (false, _) => Self::Elsewhere,
        }
    }
}
