//! What a figure counts.

use chrono::{Datelike, NaiveDate};

use super::Area;
use crate::KnownDossier;

/// What a figure counts: persons, each once a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Measure {
    /// Who was registered (*aanmeldingen*), by the residence on the first such day of the year.
    Registrations,
    /// Who signed a contract (*inburgeringscontracten*), in the same way.
    Contracts,
    /// Who obtained an attest (*attesten van inburgering*), in the same way.
    Attests,
    /// Who has an active dossier (*actieve dossiers*) on the last day of the year, or on the snapshot in its year, by the
    /// residence on that day.
    Active,
    /// Whose every dossier is closed (*afgesloten dossiers*) on that day, in the same way.
    Closed,
    /// Who came to live (*verhuisd naar*) in a Flemish municipality out of another municipality of Belgium, with an active
    /// dossier on the day of the move: by the municipality of the first such move of the year.
    MovesIn,
    /// Who left (*verhuisd uit*) a Flemish municipality for another municipality of Belgium, with an active dossier on the
    /// day of the move: by the municipality that was left first in the year.
    MovesOut,
}

impl Measure {
    /// Every measure.
    pub const ALL: [Self; 7] = [
        Self::Registrations,
        Self::Contracts,
        Self::Attests,
        Self::Active,
        Self::Closed,
        Self::MovesIn,
        Self::MovesOut,
    ];

    /// Those that count a dated fact of a dossier.
    pub(super) const FACTS: [Self; 3] = [Self::Registrations, Self::Contracts, Self::Attests];

    /// Those to which the days from registration are counted.
    pub const TIMED: [Self; 2] = [Self::Contracts, Self::Attests];

    /// The areas in no sum of which the measure is told.
    ///
    /// NOTE: registrations outside Flanders are not told. Whoever has days from registration was registered somewhere, so
    /// with Flanders, outside it and unplaced the registrations of a year would add up to at least those of the durations.
    pub(super) const fn apart(self) -> &'static [Area] {
        match self {
            Self::Registrations => &[Area::Unplaced],
            Self::Contracts | Self::Attests => &[Area::OutsideFlanders, Area::Unplaced],
            Self::Active | Self::Closed | Self::MovesIn | Self::MovesOut => &[],
        }
    }

    /// The stable text of the measure.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Registrations => "registrations",
            Self::Contracts => "contracts",
            Self::Attests => "attests",
            Self::Active => "active",
            Self::Closed => "closed",
            Self::MovesIn => "moves_in",
            Self::MovesOut => "moves_out",
        }
    }

    /// The day of the fact that is counted; `None` where there is none, or where it is no fact of a dossier.
    pub(super) const fn day_of(self, dossier: &KnownDossier) -> Option<NaiveDate> {
        match self {
            Self::Registrations => dossier.registered_on,
            Self::Contracts => dossier.contract_signed_on,
            Self::Attests => dossier.attest_obtained_on,
            Self::Active | Self::Closed | Self::MovesIn | Self::MovesOut => None,
        }
    }

    /// Whether the measure is told of a year.
    ///
    /// NOTE: a year of which only the first day has come has no stock: everybody who was registered in it would be known to
    /// be active or closed in the same municipality, so that one count would tell of the others.
    pub(super) fn is_told_of(self, year: i32, snapshot: NaiveDate) -> bool {
        let is_stock = matches!(self, Self::Active | Self::Closed);
        !is_stock || year < snapshot.year() || snapshot.ordinal() > 1
    }
}
