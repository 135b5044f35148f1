//! The option for the nineteen Brussels municipalities (*Brusselse gemeenten*).
//!
//! The page speaks of local authorities in Flanders; whether those of Brussels may ask is stated nowhere.

/// Whether a Brussels municipality may ask for a list and be on one (*Brusselse gemeenten*).
///
/// Refused by default, with a reason of its own; a choice of this library, since page and law are silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Brussels {
    /// Brussels municipalities are refused (the default).
    #[default]
    Refused,
    /// Brussels municipalities are treated as Flemish ones.
    Allowed,
}

impl Brussels {
    /// The stable text of the option, in `snake_case`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Allowed => "allowed",
        }
    }
}
