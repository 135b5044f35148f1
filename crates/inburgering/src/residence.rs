//! The residence history of a person: spells in municipalities.

use chrono::NaiveDate;

use crate::{Municipality, MunicipalityError, NisCode, Period, Reason};

/// A spell of residence in a municipality, as the National Register gave it: half-open, each bound may be unknown.
///
/// The record has no invariant on purpose: a spell that ends on or before its start covers no day and is a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Spell {
    /// The code of the municipality, as recorded.
    pub municipality: NisCode,
    /// The first day; a spell without one has always run.
    pub valid_from: Option<NaiveDate>,
    /// The first day after the spell; a spell without one runs on.
    pub valid_until: Option<NaiveDate>,
}

impl Spell {
    /// A spell in the municipality from `valid_from` (inclusive) to `valid_until` (exclusive).
    pub const fn new(municipality: NisCode, valid_from: Option<NaiveDate>, valid_until: Option<NaiveDate>) -> Self {
        Self { municipality, valid_from, valid_until }
    }

    /// The days of the spell.
    pub const fn period(&self) -> Period {
        Period::new(self.valid_from, self.valid_until)
    }
}

/// The municipality in which the spells place a person, carried through mergers to the day `on`; `None` where no spell
/// covers the day that is asked: the earlier day `at` (a closing day, the day of a fact), or `on` itself.
///
/// # Errors
/// The faults of the rule that stand in the way, in no order: a code that is needed begins only after `on` or is no
/// municipality's (then these alone), or two spells lie in municipalities that still differ once carried to `on`.
pub(crate) fn residence_on(
    spells: impl Iterator<Item = Spell>,
    at: Option<NaiveDate>,
    on: NaiveDate,
) -> Result<Option<Municipality>, Vec<Reason>> {
    let asked = at.unwrap_or(on);
    let covering = spells.filter(|spell| spell.period().contains(asked)).map(|spell| spell.municipality);
    the_one_municipality(covering, on, |one, other| Reason::ResidenceConflict { closed_on: at, one, other })
}

/// The one municipality that all the codes come to on the day, `None` where there is no code.
///
/// # Errors
/// Every code that cannot be carried to the day; or, where all can be, the `conflict` of two that still differ.
pub(crate) fn the_one_municipality(
    codes: impl Iterator<Item = NisCode>,
    on: NaiveDate,
    conflict: impl Fn(Municipality, Municipality) -> Reason,
) -> Result<Option<Municipality>, Vec<Reason>> {
    let mut range: Option<(Municipality, Municipality)> = None;
    let mut faults = Vec::new();
    for code in codes {
        match carried(code, on) {
            Ok(found) => range = Some(range.map_or((found, found), |(low, high)| (low.min(found), high.max(found)))),
            Err(fault) => faults.push(fault),
        }
    }
    match range {
        _ if !faults.is_empty() => Err(faults),
        Some((one, other)) if one != other => Err(vec![conflict(one, other)]),
        found => Ok(found.map(|(municipality, _)| municipality)),
    }
}

/// The municipality of a recorded code, carried through mergers to the day.
pub(crate) fn carried(code: NisCode, on: NaiveDate) -> Result<Municipality, Reason> {
    let municipality = Municipality::from_code(code).map_err(|_| Reason::MunicipalityUnknown { code })?;
    municipality.current(on).map_err(|error| match error {
        MunicipalityError::NotYet { municipality, .. } => Reason::MunicipalityNotYet { municipality },
        _ => Reason::MunicipalityUnknown { code },
    })
}
