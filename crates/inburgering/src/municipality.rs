//! The municipality (*gemeente*), keyed by its NIS code (*REFNIS*), with its validity and its successor.

use crate::Period;
use chrono::NaiveDate;

/// NIS code
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NisCode(u32);

/// Region
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Region {
    /// F
    Flanders,
    /// B
    Brussels,
    /// W
    Wallonia,
}

/// Province
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Province {
    /// ..
    Antwerpen,
    /// ..
    Limburg,
    /// ..
    OostVlaanderen,
    /// ..
    VlaamsBrabant,
    /// ..
    WestVlaanderen,
    /// ..
    Henegouwen,
    /// ..
    Luik,
    /// ..
    Luxemburg,
    /// ..
    Namen,
    /// ..
    WaalsBrabant,
}

/// A municipality: a row of the table. `Copy`; ordered by code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Municipality(u16);

/// Error
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MunicipalityError {
    /// Not five ASCII digits.
    #[error("...")]
    BadCode {
        /// the caller's text
        text: String,
    },
    /// Five digits that are no municipality's code on any day since 1995-01-01.
    #[error("...")]
    Unknown {
        /// the code
        code: NisCode,
    },
    /// The code begins only after the day.
    #[error("...")]
    NotYet {
        /// m
        municipality: Municipality,
        /// day
        on: NaiveDate,
    },
    /// The code ended on or before the day (where a municipality that exists is needed).
    #[error("...")]
    Ended {
        /// m
        municipality: Municipality,
        /// day
        on: NaiveDate,
    },
    /// Outside the horizon
    #[error("...")]
    OutsideTable {
        /// day
        on: NaiveDate,
    },
}

impl core::str::FromStr for NisCode {
    type Err = MunicipalityError;
    fn from_str(_: &str) -> Result<Self, MunicipalityError> {
        todo!()
    }
}
impl TryFrom<u32> for NisCode {
    type Error = MunicipalityError;
    fn try_from(_: u32) -> Result<Self, MunicipalityError> {
        todo!()
    }
}
impl core::fmt::Display for NisCode {
    fn fmt(&self, _f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        todo!()
    }
}
impl core::str::FromStr for Municipality {
    type Err = MunicipalityError;
    fn from_str(_: &str) -> Result<Self, MunicipalityError> {
        todo!()
    }
}
/// "46014 (Lokeren)"
impl core::fmt::Display for Municipality {
    fn fmt(&self, _f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        todo!()
    }
}

/// Version of the table.
pub const TABLE_VERSION: &str = "REFNIS 2025-01-01";

impl Municipality {
    /// How many rows: `index()` is below it.
    pub const COUNT: usize = 620;
    /// by code, `Unknown` otherwise
    pub fn from_code(_code: NisCode) -> Result<Self, MunicipalityError> {
        todo!()
    }
    /// all 620
    pub fn all() -> impl Iterator<Item = Municipality> {
        core::iter::empty()
    }
    /// valid on a day
    pub fn all_on(_on: NaiveDate) -> Result<impl Iterator<Item = Municipality>, MunicipalityError> {
        Ok(core::iter::empty())
    }
    /// by Dutch or French name on a day
    pub fn named(_name: &str, _on: NaiveDate) -> Result<Vec<Municipality>, MunicipalityError> {
        todo!()
    }
    /// position in the table, for arrays
    pub fn index(self) -> usize {
        todo!()
    }
    /// inverse of `index`
    pub fn from_index(_index: usize) -> Option<Self> {
        todo!()
    }
    /// code
    pub fn code(self) -> NisCode {
        todo!()
    }
    /// Dutch name
    pub fn name(self) -> &'static str {
        todo!()
    }
    /// French name
    pub fn name_french(self) -> &'static str {
        todo!()
    }
    /// days
    pub fn change_days() -> impl Iterator<Item = NaiveDate> {
        core::iter::empty()
    }
    /// region
    pub fn region(self) -> Region {
        todo!()
    }
    /// province; none in Brussels
    pub fn province(self) -> Option<Province> {
        todo!()
    }
    /// validity
    pub fn validity(self) -> Period {
        todo!()
    }
    /// valid on day
    pub fn is_valid_on(self, _on: NaiveDate) -> bool {
        todo!()
    }
    /// the one successor
    pub fn successor(self) -> Option<Municipality> {
        todo!()
    }
    /// whether the same legal person lives on in the successor
    pub fn legal_person_goes_on(self) -> bool {
        todo!()
    }
    /// direct predecessors
    pub fn predecessors(self) -> impl Iterator<Item = Municipality> {
        core::iter::empty()
    }
    /// follows successors until the code that is valid on the day: `NotYet`, `OutsideTable`
    pub fn current(self, _on: NaiveDate) -> Result<Municipality, MunicipalityError> {
        todo!()
    }
    /// follows successors as long as the legal person goes on: the code valid on the day under which the same legal
    /// person lives, `None` if it ended
    pub fn legal_person_on(self, _on: NaiveDate) -> Result<Option<Municipality>, MunicipalityError> {
        todo!()
    }
    /// itself if valid on the day, else `NotYet`/`Ended`/`OutsideTable`
    pub fn require_valid_on(self, _on: NaiveDate) -> Result<Municipality, MunicipalityError> {
        todo!()
    }
}
