//! The municipality (*gemeente*), keyed by its NIS code (*REFNIS*), with its validity and its successor.
//!
//! The table holds every code that was valid on some day since 1995-01-01: facts of Statbel's REFNIS (CC BY 4.0). A code
//! that ended has one successor, and the table says whether the same legal person lives on in it (decree of 3 May 2024).
//! A province is read from the table, never from the digits of a code. Left out: districts, former municipalities of
//! before 1995, and how a territory was divided.

mod carried;
mod error;
mod nis_code;
mod region;
mod table;

use core::fmt;
use core::str::FromStr;

use chrono::NaiveDate;

pub(crate) use carried::{Carried, CarriedCodes, Mergers};
pub use error::MunicipalityError;
pub use nis_code::NisCode;
pub use region::{Province, Region};
pub use table::{TABLE_ATTRIBUTION, TABLE_DATE, TABLE_VERSION};

use crate::{Period, horizon};

/// A municipality (*gemeente*): one NIS code with its period of validity, a row of the table.
///
/// Lokeren before its merger of 2025 and Lokeren after it are two values, since the code changed; Antwerpen is one.
/// `Copy`, and ordered by code.
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::Municipality;
///
/// // A contract of 2018 was signed in Kortessem. Which municipality is that in the summer of 2025?
/// let kortessem: Municipality = "73040".parse()?;
/// let summer = NaiveDate::from_ymd_opt(2025, 7, 1).unwrap();
/// assert_eq!(kortessem.current(summer)?.to_string(), "71072 (Hasselt)");
/// # Ok::<(), inburgering::MunicipalityError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Municipality(u16);

impl Municipality {
    /// How many municipalities the table holds: every [`index`](Self::index) is below it.
    pub const COUNT: usize = table::COUNT;

    /// The municipality of a code.
    ///
    /// # Errors
    /// [`MunicipalityError::Unknown`] if no municipality had the code on any day since 1995-01-01.
    pub fn from_code(code: NisCode) -> Result<Self, MunicipalityError> {
        // A code without a municipality has a position that is past the table.
        let position = usize::try_from(code.to_u32()).ok().and_then(|code| table::POSITIONS.get(code));
        position
            .and_then(|position| Self::from_index(usize::from(*position)))
            .ok_or(MunicipalityError::Unknown { code })
    }

    /// The municipality at a position in the table, the inverse of [`index`](Self::index).
    pub fn from_index(index: usize) -> Option<Self> {
        u16::try_from(index).ok().filter(|_| index < Self::COUNT).map(Self)
    }

    /// All municipalities of the table, by code.
    pub fn all() -> impl Iterator<Item = Municipality> {
        (0..Self::COUNT).filter_map(Self::from_index)
    }

    /// The municipalities that are valid on a day, by code.
    ///
    /// # Errors
    /// [`MunicipalityError::OutsideTable`] for a day before 1995-01-01 or after 2099-12-31.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use inburgering::{Municipality, Region};
    ///
    /// // How many Flemish municipalities are there since the mergers of 2025?
    /// let day = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
    /// let flemish = Municipality::all_on(day)?.filter(|municipality| municipality.region() == Region::Flanders);
    /// assert_eq!(flemish.count(), 285);
    /// # Ok::<(), inburgering::MunicipalityError>(())
    /// ```
    pub fn all_on(on: NaiveDate) -> Result<impl Iterator<Item = Municipality>, MunicipalityError> {
        in_table(on)?;
        Ok(Self::all().filter(move |municipality| municipality.is_valid_on(on)))
    }

    /// The municipalities that bear a Dutch or French name on a day, by code.
    ///
    /// The whole name counts, but for case, and a typographic apostrophe is an ASCII one. There may be several:
    /// `Saint-Nicolas` is a municipality of Luik, and Sint-Niklaas in French. No match is an empty list.
    ///
    /// # Errors
    /// [`MunicipalityError::OutsideTable`] for a day before 1995-01-01 or after 2099-12-31.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use inburgering::Municipality;
    ///
    /// // Which code did Tongeren have in 2024?
    /// let day = NaiveDate::from_ymd_opt(2024, 3, 1).unwrap();
    /// let codes: Vec<String> = Municipality::named("tongeren", day)?.iter().map(|found| found.code().to_string()).collect();
    /// assert_eq!(codes, ["73083"]);
    /// # Ok::<(), inburgering::MunicipalityError>(())
    /// ```
    pub fn named(name: &str, on: NaiveDate) -> Result<Vec<Municipality>, MunicipalityError> {
        let bears =
            |municipality: &Self| same_name(municipality.name(), name) || same_name(municipality.name_french(), name);
        Ok(Self::all_on(on)?.filter(bears).collect())
    }

    /// The days on which a municipality of the table begins or ends, in order and each once.
    ///
    /// Between two of them the map of Belgium does not change.
    pub fn change_days() -> &'static [NaiveDate] {
        &table::CHANGE_DAYS
    }

    /// The position in the table, below [`COUNT`](Self::COUNT): for arrays with a place for each municipality.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The position in the table.
    pub(crate) const fn position(self) -> u16 {
        self.0
    }

    /// The NIS code.
    pub fn code(self) -> NisCode {
        NisCode::of_five_digits(self.row().code)
    }

    /// The Dutch name.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The French name; the Dutch one again where there is no other.
    pub fn name_french(self) -> &'static str {
        self.row().name_french
    }

    /// The region (*gewest*).
    pub fn region(self) -> Region {
        self.row().region
    }

    /// The province (*provincie*); the Brussels region has none.
    pub fn province(self) -> Option<Province> {
        self.row().province
    }

    /// The days on which the code is valid: open at the start if it was valid before 1995, at the end if it still is.
    pub fn validity(self) -> Period {
        Period::new(self.row().from, self.row().until)
    }

    /// Whether the code is valid on a day; never on a day that the table does not cover.
    pub fn is_valid_on(self, on: NaiveDate) -> bool {
        horizon::contains(on) && self.validity().contains(on)
    }

    /// The municipality that took over when this one ended.
    pub fn successor(self) -> Option<Municipality> {
        table::SUCCESSORS.get(self.index()).copied().flatten().map(Self)
    }

    /// Whether this code ended and the same legal person lives on under the code of the successor.
    ///
    /// So it is for the eleven Walloon codes that were only renumbered in 2019, and for eight municipalities that took in
    /// a neighbour in 2025. (Antwerpen did so as well, and kept its code.)
    pub fn legal_person_goes_on(self) -> bool {
        self.row().legal_person_goes_on
    }

    /// The municipalities whose successor this is, by code.
    pub fn predecessors(self) -> impl Iterator<Item = Municipality> {
        Self::all().filter(move |municipality| municipality.successor() == Some(self))
    }

    /// The municipality of this one's territory on a day: itself, or its successor's successor and so on.
    ///
    /// # Errors
    /// [`MunicipalityError::OutsideTable`] for a day before 1995-01-01 or after 2099-12-31;
    /// [`MunicipalityError::NotYet`] if the code begins only after the day.
    pub fn current(self, on: NaiveDate) -> Result<Municipality, MunicipalityError> {
        let mut municipality = self.begun_on(on)?;
        while let Some(successor) = municipality.successor_by(on) {
            municipality = successor;
        }
        Ok(municipality)
    }

    /// How this one's territory went on under other codes until a day: the first day of each, the code that ended and its
    /// successor.
    pub(crate) fn steps_until(self, on: NaiveDate) -> impl Iterator<Item = (NaiveDate, Municipality, Municipality)> {
        let step =
            move |municipality: Self| Some((municipality.row().until?, municipality, municipality.successor_by(on)?));
        core::iter::successors(step(self), move |&(_, _, successor)| step(successor))
    }

    /// The municipality under whose code the same legal person lives on a day, `None` if the legal person has ended.
    ///
    /// # Errors
    /// Those of [`current`](Self::current).
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use inburgering::Municipality;
    ///
    /// // Moerbeke merged into Lokeren: whose protocol of 2024 is still its own in 2025?
    /// let day = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
    /// let lokeren: Municipality = "46014".parse()?;
    /// let moerbeke: Municipality = "44045".parse()?;
    /// assert_eq!(lokeren.legal_person_on(day)?, Some("46029".parse()?));
    /// assert_eq!(moerbeke.legal_person_on(day)?, None);
    /// # Ok::<(), inburgering::MunicipalityError>(())
    /// ```
    pub fn legal_person_on(self, on: NaiveDate) -> Result<Option<Municipality>, MunicipalityError> {
        let mut municipality = self.begun_on(on)?;
        while let Some(successor) = municipality.successor_by(on) {
            if !municipality.legal_person_goes_on() {
                return Ok(None);
            }
            municipality = successor;
        }
        Ok(Some(municipality))
    }

    /// The municipality itself, if it is valid on a day.
    ///
    /// # Errors
    /// Those of [`current`](Self::current), and [`MunicipalityError::Ended`] if it ended on or before the day.
    pub fn require_valid_on(self, on: NaiveDate) -> Result<Municipality, MunicipalityError> {
        let municipality = self.begun_on(on)?;
        match municipality.successor_by(on) {
            Some(_) => Err(MunicipalityError::Ended { municipality, on }),
            None => Ok(municipality),
        }
    }

    fn begun_on(self, on: NaiveDate) -> Result<Self, MunicipalityError> {
        in_table(on)?;
        match self.row().from {
            Some(from) if on < from => Err(MunicipalityError::NotYet { municipality: self, on }),
            _ => Ok(self),
        }
    }

    /// The successor, if it has taken over by the day. Every code that ended has one.
    fn successor_by(self, on: NaiveDate) -> Option<Self> {
        self.successor().filter(|_| self.row().until.is_some_and(|until| until <= on))
    }

    #[expect(clippy::indexing_slicing, reason = "the only constructor checks that the position is in the table")]
    fn row(self) -> &'static table::Row {
        &table::ROWS[self.index()]
    }
}

fn in_table(on: NaiveDate) -> Result<(), MunicipalityError> {
    if horizon::contains(on) { Ok(()) } else { Err(MunicipalityError::OutsideTable { on }) }
}

/// Whether two names are one but for case and the form of the apostrophe.
fn same_name(a: &str, b: &str) -> bool {
    fn folded(name: &str) -> impl Iterator<Item = char> {
        name.chars().map(|c| if c == '’' { '\'' } else { c }).flat_map(char::to_lowercase)
    }
    folded(a).eq(folded(b))
}

/// The code, and the Dutch name in brackets: `46014 (Lokeren)`.
impl fmt::Display for Municipality {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.code(), self.name())
    }
}

impl fmt::Debug for Municipality {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Municipality({self})")
    }
}

/// From a NIS code, not from a name: see [`Municipality::named`].
impl FromStr for Municipality {
    type Err = MunicipalityError;

    fn from_str(text: &str) -> Result<Self, MunicipalityError> {
        Self::from_code(text.parse()?)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Municipality {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.code().serialize(serializer)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Municipality {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::serde_text::deserialize(deserializer, "the NIS code of a municipality as text")
    }
}
