//! Where every recorded code lies on a day: the walk along the successors done once for all codes.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::{Municipality, MunicipalityError, NisCode, table};
use crate::horizon;

/// What becomes of a recorded code on a day, as [`Municipality::current`] says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Carried {
    /// The municipality of its territory.
    To(Municipality),
    /// The code begins only after the day.
    NotYet,
    /// The code is no municipality's.
    Unknown,
}

/// What becomes of each recorded code on the days between two changes of the map.
#[derive(Clone, Copy)]
pub(crate) struct CarriedCodes(&'static [u16]);

/// For each code below 100 000 the position of the municipality that it is carried to.
type Map = Box<[u16]>;

const UNKNOWN: u16 = u16::MAX;
const NOT_YET: u16 = u16::MAX - 1;

/// A map for the first day, and one from each change on.
static MAPS: LazyLock<Vec<Map>> = LazyLock::new(|| {
    let days = core::iter::once(horizon::FIRST_DAY).chain(table::CHANGE_DAYS);
    days.map(map_on).collect()
});

fn map_on(day: NaiveDate) -> Map {
    let mut map = vec![UNKNOWN; 100_000];
    for municipality in Municipality::all() {
        if let Some(place) = map.get_mut(municipality.code().to_u32() as usize) {
            *place = match municipality.current(day) {
                Ok(Municipality(at)) => at,
                Err(MunicipalityError::NotYet { .. }) => NOT_YET,
                Err(_) => UNKNOWN,
            };
        }
    }
    map.into()
}

impl CarriedCodes {
    /// The codes as they are carried to a day of the [`horizon`].
    pub(crate) fn on(day: NaiveDate) -> Self {
        let changes = table::CHANGE_DAYS.iter().filter(|&&change| change <= day).count();
        Self(MAPS.get(changes).map(AsRef::as_ref).unwrap_or_default())
    }

    /// What becomes of a code.
    pub(crate) fn get(self, code: NisCode) -> Carried {
        match self.0.get(code.to_u32() as usize) {
            Some(&NOT_YET) => Carried::NotYet,
            Some(&UNKNOWN) | None => Carried::Unknown,
            Some(&at) => Carried::To(Municipality(at)),
        }
    }
}

/// On which changes of the map recorded codes come to lie elsewhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Mergers(u8);

const _: () = assert!(table::CHANGE_DAYS.len() <= 8, "a bit for each change of the map");

/// For each code below 100 000 the changes on which it comes to lie elsewhere.
static MERGERS: LazyLock<Box<[u8]>> = LazyLock::new(|| {
    let mut mergers = vec![0; 100_000];
    for (change, maps) in MAPS.windows(2).enumerate() {
        let [before, after] = maps else { continue };
        for (bits, (before, after)) in mergers.iter_mut().zip(before.iter().zip(after)) {
            *bits |= u8::from(before != after) << change;
        }
    }
    mergers.into()
});

impl Mergers {
    /// These, and those of another code.
    pub(crate) fn and_of(self, code: NisCode) -> Self {
        Self(self.0 | MERGERS.get(code.to_u32() as usize).copied().unwrap_or_default())
    }

    /// The days of the changes.
    pub(crate) fn days(self) -> impl Iterator<Item = NaiveDate> {
        table::CHANGE_DAYS
            .into_iter()
            .enumerate()
            .filter(move |&(change, _)| self.0 >> change & 1 == 1)
            .map(|(_, day)| day)
    }
}

#[cfg(test)]
mod tests {
    use super::{Carried, CarriedCodes, Mergers};
    use crate::{Municipality, MunicipalityError, NisCode};

    #[test]
    fn every_code_is_carried_as_the_municipality_itself_says() {
        let around = Municipality::change_days().iter().flat_map(|day| [day.pred_opt(), Some(*day), day.succ_opt()]);
        for day in around.flatten().chain([crate::horizon::FIRST_DAY, crate::horizon::LAST_DAY]) {
            let codes = CarriedCodes::on(day);
            for code in (0..100_000).filter_map(|code| NisCode::try_from(code).ok()) {
                let expected = match Municipality::from_code(code).and_then(|found| found.current(day)) {
                    Ok(municipality) => Carried::To(municipality),
                    Err(MunicipalityError::NotYet { .. }) => Carried::NotYet,
                    Err(_) => Carried::Unknown,
                };
                assert_eq!(codes.get(code), expected, "{code} on {day}");
            }
        }
    }

    #[test]
    fn a_code_lies_elsewhere_from_the_days_of_its_mergers_on() {
        for code in (0..100_000).filter_map(|code| NisCode::try_from(code).ok()) {
            let moved = Municipality::change_days().iter().copied().filter(|day| {
                let eve = day.pred_opt().expect("no change on the first of all days");
                CarriedCodes::on(eve).get(code) != CarriedCodes::on(*day).get(code)
            });
            assert!(Mergers::default().and_of(code).days().eq(moved), "{code}");
        }
    }
}
