//! The region (*gewest*), and the province within it.

use core::fmt;

/// A region (*gewest*) of Belgium.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Region {
    /// The Flemish Region (*Vlaams Gewest*).
    Flanders,
    /// The Brussels-Capital Region (*Brussels Hoofdstedelijk Gewest*), which has no provinces.
    Brussels,
    /// The Walloon Region (*Waals Gewest*).
    Wallonia,
}

impl Region {
    /// All regions.
    pub const ALL: [Self; 3] = [Self::Flanders, Self::Brussels, Self::Wallonia];

    /// The Dutch name.
    pub const fn dutch(self) -> &'static str {
        match self {
            Self::Flanders => "Vlaanderen",
            Self::Brussels => "Brussel",
            Self::Wallonia => "Wallonië",
        }
    }
}

/// The English name.
impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Flanders => "Flanders",
            Self::Brussels => "Brussels",
            Self::Wallonia => "Wallonia",
        })
    }
}

/// A province (*provincie*) of Flanders or Wallonia, under its Dutch name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Province {
    /// Antwerpen, in Flanders.
    Antwerpen,
    /// Limburg, in Flanders.
    Limburg,
    /// Oost-Vlaanderen, in Flanders.
    OostVlaanderen,
    /// Vlaams-Brabant, in Flanders.
    VlaamsBrabant,
    /// West-Vlaanderen, in Flanders.
    WestVlaanderen,
    /// Henegouwen (Hainaut), in Wallonia.
    Henegouwen,
    /// Luik (Liège), in Wallonia.
    Luik,
    /// Luxemburg (Luxembourg), in Wallonia.
    Luxemburg,
    /// Namen (Namur), in Wallonia.
    Namen,
    /// Waals-Brabant (Brabant wallon), in Wallonia.
    WaalsBrabant,
}

impl Province {
    /// All provinces: the five of Flanders, then the five of Wallonia.
    pub const ALL: [Self; 10] = [
        Self::Antwerpen,
        Self::Limburg,
        Self::OostVlaanderen,
        Self::VlaamsBrabant,
        Self::WestVlaanderen,
        Self::Henegouwen,
        Self::Luik,
        Self::Luxemburg,
        Self::Namen,
        Self::WaalsBrabant,
    ];

    /// The Dutch name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Antwerpen => "Antwerpen",
            Self::Limburg => "Limburg",
            Self::OostVlaanderen => "Oost-Vlaanderen",
            Self::VlaamsBrabant => "Vlaams-Brabant",
            Self::WestVlaanderen => "West-Vlaanderen",
            Self::Henegouwen => "Henegouwen",
            Self::Luik => "Luik",
            Self::Luxemburg => "Luxemburg",
            Self::Namen => "Namen",
            Self::WaalsBrabant => "Waals-Brabant",
        }
    }
}

/// The Dutch name.
impl fmt::Display for Province {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
