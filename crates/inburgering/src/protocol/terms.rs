//! The terms (*voorwaarden*) of a protocol.

use core::fmt;

use chrono::NaiveDate;

use crate::opaque::ProtocolId;
use crate::{LegalBasis, Months, Municipality, Purposes};

/// The terms of a protocol (*voorwaarden*), fixed when it is requested.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ProtocolTerms {
    /// The name in the caller's register; carries no meaning.
    pub id: ProtocolId,
    /// The municipality, under the code it has on the day of the request.
    pub municipality: Municipality,
    /// The standard protocol or a custom one.
    pub kind: ProtocolKind,
    /// The purposes for which data may be asked.
    pub purposes: Purposes,
    /// How long it is in force, from the day of validation.
    pub duration: ProtocolDuration,
    /// How long the municipality may keep a list.
    pub retention: Retention,
}

/// The standard protocol (*standaardprotocol*) or a custom one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum ProtocolKind {
    /// The standard protocol, drawn up with VVSG.
    Standard,
    /// A protocol of the municipality's own.
    Custom,
}

impl ProtocolKind {
    /// The stable text of the kind, in `snake_case`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Custom => "custom",
        }
    }

    /// The kind in the words of a Dutch letter.
    pub const fn dutch(self) -> &'static str {
        match self {
            Self::Standard => "standaardprotocol",
            Self::Custom => "eigen protocol",
        }
    }
}

/// The stable text ([`ProtocolKind::as_str`]).
impl fmt::Display for ProtocolKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How long a protocol is in force (*looptijd*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum ProtocolDuration {
    /// Until it is terminated (*onbepaalde duur*).
    Indefinite,
    /// So many months from the day of validation; so many months after that day it is no longer in force.
    Months(Months),
}

/// How long a municipality may keep a list (*bewaartermijn*), from the day of delivery.
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::{Months, Retention};
///
/// // Twelve months from 1 March 2025: 28 February 2026 is the last day.
/// let delivered = NaiveDate::from_ymd_opt(2025, 3, 1).unwrap();
/// assert_eq!(Retention(Months::YEAR).last_day(delivered).to_string(), "2026-02-28");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Retention(pub Months);

impl Retention {
    /// The last day on which a list that was delivered on a day may be kept.
    ///
    /// The protocol sets it; for deliveries from 2019-07-29 to 2024-06-15 the law had a cap of five years
    /// ([`LegalBasis::retention_cap`]).
    // NOTE: no text says whether the last day is the one of the same date; as with a protocol's term, it is the day before.
    pub fn last_day(self, delivered_on: NaiveDate) -> NaiveDate {
        let cap = LegalBasis::on(delivered_on).and_then(LegalBasis::retention_cap);
        let months = cap.map_or(self.0, |cap| cap.min(self.0));
        let after = months.after(delivered_on);
        after.pred_opt().unwrap_or(after)
    }
}
