//! What a figure is about.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{Cell, Municipality, Province, Region, Threshold, suppress};

/// What a figure is about: an area of Flanders, or the persons who have no place in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Area {
    /// A Flemish municipality, valid on the day of the snapshot.
    Municipality(Municipality),
    /// A Flemish province: the sum of its municipalities.
    Province(Province),
    /// Flanders: the sum of its provinces.
    Flanders,
    /// Residence in Brussels or Wallonia on the day of the fact; in no sum.
    OutsideFlanders,
    /// No residence on the day of the fact, or none that can be determined; in no sum.
    Unplaced,
}

impl Area {
    /// The stable text of what the area is: which municipality or province it is, it does not say.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Municipality(_) => "municipality",
            Self::Province(_) => "province",
            Self::Flanders => "flanders",
            Self::OutsideFlanders => "outside_flanders",
            Self::Unplaced => "unplaced",
        }
    }

    /// Where a person with this residence is counted.
    pub(super) fn of(residence: Option<Municipality>) -> Self {
        match residence {
            Some(municipality) if municipality.region() == Region::Flanders => Self::Municipality(municipality),
            Some(_) => Self::OutsideFlanders,
            None => Self::Unplaced,
        }
    }
}

/// The Flemish provinces with their municipalities of a day.
pub(super) struct Areas(Vec<(Province, Vec<Municipality>)>);

impl Areas {
    pub(super) fn on(day: NaiveDate) -> Self {
        let mut provinces: BTreeMap<Province, Vec<Municipality>> = BTreeMap::new();
        let flemish = Municipality::all()
            .filter(|municipality| municipality.region() == Region::Flanders && municipality.is_valid_on(day));
        for municipality in flemish {
            if let Some(province) = municipality.province() {
                provinces.entry(province).or_default().push(municipality);
            }
        }
        Self(provinces.into_iter().collect())
    }

    /// The municipalities that an area is the sum of.
    pub(super) fn municipalities(&self, area: Area) -> impl Iterator<Item = Municipality> {
        self.0
            .iter()
            .flat_map(|(province, municipalities)| {
                municipalities.iter().map(move |&municipality| (*province, municipality))
            })
            .filter(move |&(province, municipality)| match area {
                Area::Municipality(only) => only == municipality,
                Area::Province(only) => only == province,
                Area::Flanders => true,
                Area::OutsideFlanders | Area::Unplaced => false,
            })
            .map(|(_, municipality)| municipality)
    }

    /// What is published of every area in the sums: Flanders, then each province, followed by its municipalities.
    pub(super) fn published(&self, count: impl Fn(Area) -> u64, threshold: Threshold) -> Vec<(Area, Cell)> {
        let groups: Vec<Vec<u64>> = self
            .0
            .iter()
            .map(|(_, municipalities)| municipalities.iter().map(|&leaf| count(Area::Municipality(leaf))).collect())
            .collect();
        let tree = suppress(&groups, threshold);
        let mut cells = vec![(Area::Flanders, tree.root())];
        for (((province, municipalities), &group), leaves) in self.0.iter().zip(tree.groups()).zip(tree.leaves()) {
            cells.push((Area::Province(*province), group));
            cells.extend(municipalities.iter().zip(leaves).map(|(&leaf, &cell)| (Area::Municipality(leaf), cell)));
        }
        cells
    }
}
