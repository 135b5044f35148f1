//! The national register number (*rijksregisternummer*, INSZ).

use chrono::NaiveDate;

/// A valid number; `Debug` shows `Insz(***)`, `Display` shows `85.07.30-901.33`. Copy, 8 bytes, Ord = number order.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Insz(u64);

impl core::fmt::Debug for Insz {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Insz(***)")
    }
}
impl core::fmt::Display for Insz {
    fn fmt(&self, _f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        todo!()
    }
}
impl core::str::FromStr for Insz {
    type Err = InszError;
    fn from_str(_: &str) -> Result<Self, InszError> {
        todo!()
    }
}
impl TryFrom<u64> for Insz {
    type Error = InszError;
    fn try_from(_: u64) -> Result<Self, InszError> {
        todo!()
    }
}

/// Why a text is no number; never holds the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InszError {
    /// stub
    #[error("...")]
    Length {
        /// chars given
        length: usize,
    },
}

/// kind
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InszKind {
    /// NR
    NationalRegister,
    /// BIS +40
    Bis,
    /// BIS +20
    BisSexUnknown,
}

impl Insz {
    /// kind
    pub fn kind(self) -> InszKind {
        todo!()
    }
    /// BIS of either kind
    pub fn is_bis(self) -> bool {
        todo!()
    }
    /// earliest possible birth day
    pub fn earliest_birth_day(self) -> NaiveDate {
        todo!()
    }
    /// eleven digits as an integer
    pub fn to_u64(self) -> u64 {
        self.0
    }
}
