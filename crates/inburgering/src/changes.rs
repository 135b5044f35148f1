//! What changed between the lists of one municipality on two days, and why (*wijzigingen*).
//!
//! A person came, left, or stands on both lists in another row. A person is one, whatever its number on either day: under
//! another number the row is changed, and nobody came or left. If the municipality took over others between the days, its
//! list is held against theirs together. The persons are for the agency's own use; what may leave it are the
//! [`ChangeCounts`](crate::ChangeCounts), suppressed.
//!
//! A choice of this library ([`LIBRARY_CHOICE`](crate::citation::LIBRARY_CHOICE)): law and page know lists of one day only.

mod cause;
pub mod counts;
mod home;
pub mod paper;
pub mod reason;
mod split;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::changes::home::Home;
use crate::changes::reason::{ChangeKind, ChangeReason};
use crate::fact::Fact;
use crate::{Answer, Caseload, Insz, ListRules, Listed, Municipality, MunicipalityError};

/// What changed between the lists of a municipality on two days, person by person, for the agency's own use.
///
/// Everybody whose row differs between the lists is in exactly one change. Whoever came less whoever left is what the list
/// grew by. With the days the other way round, those who came have left. `Debug` shows no register number.
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::{Caseload, ChangeKind, ChangeReason, DossierText, ListRules, ResidenceText, UnreadableRows};
///
/// // A participant moves from Gent to Brugge. What changed in Brugge between August and October?
/// let mut rows = Caseload::builder();
/// rows.read_dossier(2, &DossierText { dossier: "D-1", insz: "85.07.30-901.33", registered_on: "2025-02-03", ..Default::default() });
/// let lived = |municipality, valid_from, valid_until| ResidenceText { insz: "85.07.30-901.33", municipality, valid_from, valid_until };
/// rows.read_residence(2, &lived("44021", "", "2025-09-01"));
/// rows.read_residence(3, &lived("31005", "2025-09-01", ""));
/// let caseload = rows.build(UnreadableRows::Refused)?;
///
/// let day = |month| NaiveDate::from_ymd_opt(2025, month, 1).unwrap();
/// let changes = caseload.changes("31005".parse()?, day(8), day(10), ListRules::default())?;
/// let [change] = changes.all() else { panic!() };
/// assert_eq!((change.kind, change.reason), (ChangeKind::Came, ChangeReason::Moved));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Changes {
    municipality: Municipality,
    since: NaiveDate,
    on: NaiveDate,
    rules: ListRules,
    together: Vec<Municipality>,
    all: Vec<Change>,
    /// Of each change, where the person lived; of a changed row it says nothing.
    #[cfg_attr(feature = "serde", serde(skip))]
    homes: Vec<Home>,
}

/// A person who came, left, or stands on both lists in another row.
///
/// `Debug` shows no register number.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Change {
    /// The number on the list of [`Changes::on`]; of who left, that on the list of [`Changes::since`].
    pub number: Insz,
    /// What changed.
    pub kind: ChangeKind,
    /// Why: the one reason that decides.
    pub reason: ChangeReason,
    /// The answer on [`Changes::since`], if the person was known then.
    pub before: Option<Answer>,
    /// The answer on [`Changes::on`], if the person was known then.
    pub after: Option<Answer>,
    /// The facts known on the later day and not on the earlier one, in the order of their days.
    pub facts: Vec<Fact>,
}

impl Caseload {
    /// What changed between the list of a municipality on the day `since` and that on the day `on`.
    ///
    /// The municipality must be valid on the later of the two days: on the earlier one the lists count of all municipalities
    /// that it then was.
    ///
    /// # Errors
    /// [`MunicipalityError::OutsideTable`] if a day lies outside the [`horizon`](crate::horizon); [`MunicipalityError::Ended`] and
    /// [`MunicipalityError::NotYet`] if the municipality is not valid on the later day.
    pub fn changes(
        &self,
        municipality: Municipality,
        since: NaiveDate,
        on: NaiveDate,
        rules: ListRules,
    ) -> Result<Changes, MunicipalityError> {
        let (earlier, later) = (since.min(on), since.max(on));
        let municipality = municipality.require_valid_on(later)?;
        let of_it = |one: &Municipality| one.current(later) == Ok(municipality);
        let together: Vec<Municipality> = Municipality::all_on(earlier)?.filter(of_it).collect();
        let rows_on = |day| -> Result<BTreeMap<usize, Listed>, MunicipalityError> {
            let placed = self.place(day, rules).map_err(|error| MunicipalityError::OutsideTable { on: error.on })?;
            let of = if day == later { std::slice::from_ref(&municipality) } else { &together };
            let periods = of.iter().flat_map(|&municipality| placed.periods_in(municipality));
            Ok(periods.map(|period| (period.person(), period.listed())).collect())
        };
        let (were, are) = (rows_on(since)?, rows_on(on)?);
        let persons: BTreeSet<usize> = were.keys().chain(are.keys()).copied().collect();
        let asked = Asked { municipality, since, on, rules };
        let changes = persons.iter().filter_map(|at| self.change(*at, were.get(at), are.get(at), asked));
        let mut all: Vec<(Change, Home)> = changes.collect();
        all.sort_by_key(|(change, _)| change.number);
        let (all, homes) = all.into_iter().unzip();
        Ok(Changes { municipality, since, on, rules, together, all, homes })
    }

    /// The change of a person with these rows, and where the person lived; `None` where the rows are alike.
    fn change(
        &self,
        person: usize,
        before: Option<&Listed>,
        after: Option<&Listed>,
        asked: Asked,
    ) -> Option<(Change, Home)> {
        let person = self.person_at(person)?;
        let Asked { municipality, since, on, rules } = asked;
        let (earlier, later) = (since.min(on), since.max(on));
        let (number, kind, reason) = match (before, after) {
            (Some(before), Some(after)) => (after.number, ChangeKind::Changed, cause::of_rows(before, after)?),
            (None, Some(listed)) => (listed.number, ChangeKind::Came, cause::of_person(&person, earlier, later, rules)),
            (Some(listed), None) => (listed.number, ChangeKind::Left, cause::of_person(&person, earlier, later, rules)),
            (None, None) => return None,
        };
        let facts = cause::facts_between(&person, earlier, later);
        let answer = |day| person.answer(day, rules);
        let home = Home::of(&person, if after.is_some() { [on, since] } else { [since, on] }, municipality);
        Some((Change { number, kind, reason, before: answer(since), after: answer(on), facts }, home))
    }
}

/// The municipality, the two days and the options.
#[derive(Clone, Copy)]
struct Asked {
    municipality: Municipality,
    since: NaiveDate,
    on: NaiveDate,
    rules: ListRules,
}

impl Changes {
    /// The municipality, valid on the later of the two days.
    pub const fn municipality(&self) -> Municipality {
        self.municipality
    }

    /// The day that is compared with.
    pub const fn since(&self) -> NaiveDate {
        self.since
    }

    /// The day that is compared.
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// The options.
    pub const fn rules(&self) -> ListRules {
        self.rules
    }

    /// The municipalities of the earlier day whose lists count together, ascending by code: more than one, or another one,
    /// after a merger.
    pub fn together(&self) -> &[Municipality] {
        &self.together
    }

    /// Every change, ascending by number.
    pub fn all(&self) -> &[Change] {
        &self.all
    }

    /// The changes of one kind, ascending by number.
    pub fn of_kind(&self, kind: ChangeKind) -> impl Iterator<Item = &Change> {
        self.all.iter().filter(move |change| change.kind == kind)
    }

    /// Whether both lists have the same rows.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}
