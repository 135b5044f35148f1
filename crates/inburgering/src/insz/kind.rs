//! What a register number tells besides the birth date: its kind, the sex, the century.

/// Which register a number is of; its month tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum InszKind {
    /// A national register number (*rijksregisternummer*): month 00 to 12.
    NationalRegister,
    /// A BIS number (*BIS-nummer*) of a person whose sex was known: month 40 to 52.
    Bis,
    /// A BIS number (*BIS-nummer*) of a person whose sex was not known: month 20 to 32.
    BisSexUnknown,
}

impl InszKind {
    /// The kind that has such a month.
    pub(super) const fn of_month(month: u32) -> Option<Self> {
        match month {
            0..=12 => Some(Self::NationalRegister),
            20..=32 => Some(Self::BisSexUnknown),
            40..=52 => Some(Self::Bis),
            _ => None,
        }
    }

    /// What is added to the month of birth.
    pub(super) const fn added_to_month(self) -> u32 {
        match self {
            Self::NationalRegister => 0,
            Self::BisSexUnknown => 20,
            Self::Bis => 40,
        }
    }
}

/// The sex (*geslacht*) that a register number tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Sex {
    /// An odd sequence.
    Man,
    /// An even sequence.
    Woman,
}

/// The century of birth (*eeuw*), which the check digits of a register number tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Century {
    /// Born 1900 to 1999.
    #[cfg_attr(feature = "serde", serde(rename = "from_1900"))]
    From1900,
    /// Born 2000 to 2099.
    #[cfg_attr(feature = "serde", serde(rename = "from_2000"))]
    From2000,
}

impl Century {
    /// The first year, 1900 or 2000.
    pub const fn first_year(self) -> i32 {
        match self {
            Self::From1900 => 1900,
            Self::From2000 => 2000,
        }
    }

    /// The century in which the check digits of eleven digits hold. 2·10⁹ is no multiple of 97, so there is one at most.
    pub(super) fn of_number(number: u64) -> Option<Self> {
        [Self::From1900, Self::From2000].into_iter().find(|century| century.check_digits(number / 100) == number % 100)
    }

    /// The check digits that the first nine digits have in this century: 97 less their remainder by 97, so 01 to 97.
    pub(super) const fn check_digits(self, first_nine: u64) -> u64 {
        match self {
            Self::From1900 => 97 - first_nine % 97,
            Self::From2000 => 97 - (2_000_000_000 + first_nine) % 97,
        }
    }
}
