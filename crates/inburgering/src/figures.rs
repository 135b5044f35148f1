//! Inflow figures (*instroomcijfers*) by municipality and year.
//!
//! The page names them; how they are counted is a choice of this library. A registration, a contract, an attest counts
//! once a person and year, where the residence (rule 4) places the person on the day of the fact, carried through mergers
//! to the day of the snapshot. Small counts are suppressed so that no subtraction brings them back.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::residence::residence_on;
use crate::{
    Caseload, Cell, KnownDossier, Municipality, OutsideHorizon, Person, Province, Quartiles, Region, Threshold,
    horizon, suppress,
};

/// What a figure counts: once a person and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum FigureKind {
    /// Registrations (*aanmeldingen*).
    Registrations,
    /// Contracts signed (*inburgeringscontracten*).
    Contracts,
    /// Attests obtained (*attesten van inburgering*).
    Attests,
}

impl FigureKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Registrations, Self::Contracts, Self::Attests];

    /// The stable text of the kind.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Registrations => "registrations",
            Self::Contracts => "contracts",
            Self::Attests => "attests",
        }
    }

    const fn of(self, dossier: &KnownDossier) -> Option<NaiveDate> {
        match self {
            Self::Registrations => dossier.registered_on,
            Self::Contracts => dossier.contract_signed_on,
            Self::Attests => dossier.attest_obtained_on,
        }
    }
}

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
    /// No residence on the day of the fact, or one that cannot be determined; in no sum.
    Unplaced,
}

/// One figure: a count, or that it is suppressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Figure {
    /// The day on which the facts were read: no later fact counts.
    pub snapshot: NaiveDate,
    /// What is counted.
    pub kind: FigureKind,
    /// The calendar year of the facts.
    pub year: i32,
    /// Where.
    pub area: Area,
    /// How many persons, or that it is suppressed.
    pub count: Cell,
}

/// The inflow figures of one snapshot, for every kind, year and area.
///
/// No total over years or kinds is published, so that each year's table stands alone. `Debug` shows only what is published.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Figures {
    snapshot: NaiveDate,
    threshold: Threshold,
    all: Vec<Figure>,
}

impl Caseload {
    /// The inflow figures as known on the day of the snapshot, from the year of the first fact (1995 at the earliest) to
    /// the year of the snapshot.
    ///
    /// # Errors
    /// [`OutsideHorizon`] if the day lies outside the [`horizon`].
    pub fn figures(&self, snapshot: NaiveDate, threshold: Threshold) -> Result<Figures, OutsideHorizon> {
        if !horizon::contains(snapshot) {
            return Err(OutsideHorizon { on: snapshot });
        }
        let mut counts: BTreeMap<(FigureKind, i32), BTreeMap<Area, u64>> = BTreeMap::new();
        for person in self.persons() {
            let known = person.known_dossiers(snapshot);
            for kind in FigureKind::ALL {
                for (year, day) in first_days(&known, kind) {
                    let area = place(&person, day, snapshot);
                    *counts.entry((kind, year)).or_default().entry(area).or_default() += 1;
                }
            }
        }
        let first = counts.keys().map(|&(_, year)| year).min().unwrap_or(snapshot.year());
        let provinces = provinces_on(snapshot);
        let mut figures = Vec::new();
        for kind in FigureKind::ALL {
            for year in first..=snapshot.year() {
                let counts = counts.remove(&(kind, year)).unwrap_or_default();
                let figure = |area, count| Figure { snapshot, kind, year, area, count };
                figures.extend(published(&counts, &provinces, threshold).map(|(area, count)| figure(area, count)));
            }
        }
        Ok(Figures { snapshot, threshold, all: figures })
    }

    /// The quartiles of the days from each person's first registration to the first contract or attest, by area of
    /// residence on that day: only from twenty persons up, and only where each of the area's figures of this kind is
    /// published, since quartiles beside a suppressed figure would tell that there are at least twenty persons.
    ///
    /// # Errors
    /// [`OutsideHorizon`] if the day lies outside the [`horizon`].
    pub fn days_from_registration(
        &self,
        kind: FigureKind,
        snapshot: NaiveDate,
        threshold: Threshold,
    ) -> Result<BTreeMap<Area, Option<Quartiles>>, OutsideHorizon> {
        let figures = self.figures(snapshot, threshold)?;
        let suppressed = figures.all.iter().filter(|figure| figure.kind == kind && figure.count == Cell::Suppressed);
        let suppressed: BTreeSet<Area> = suppressed.map(|figure| figure.area).collect();
        let mut days: BTreeMap<Area, Vec<i64>> = BTreeMap::new();
        for person in self.persons() {
            let known = person.known_dossiers(snapshot);
            let first = |kind: FigureKind| known.iter().filter_map(|dossier| kind.of(dossier)).min();
            let (Some(registered), Some(reached)) = (first(FigureKind::Registrations), first(kind)) else { continue };
            if reached < registered {
                continue;
            }
            for area in place(&person, reached, snapshot).and_above() {
                days.entry(area).or_default().push((reached - registered).num_days());
            }
        }
        let quartiles = |area, days| if suppressed.contains(&area) { None } else { Quartiles::of(days) };
        Ok(days.into_iter().map(|(area, days)| (area, quartiles(area, days))).collect())
    }
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

    /// This area and those it is summed into.
    fn and_above(self) -> impl Iterator<Item = Self> {
        let province = match self {
            Self::Municipality(municipality) => municipality.province().map(Self::Province),
            _ => None,
        };
        [Some(self), province, province.map(|_| Self::Flanders)].into_iter().flatten()
    }
}

/// For each year the first day of a fact of this kind: it counts once a person and year.
fn first_days(known: &[KnownDossier], kind: FigureKind) -> BTreeMap<i32, NaiveDate> {
    let mut first: BTreeMap<i32, NaiveDate> = BTreeMap::new();
    for day in known.iter().filter_map(|dossier| kind.of(dossier)).filter(|&day| day >= horizon::FIRST_DAY) {
        first.entry(day.year()).and_modify(|first| *first = day.min(*first)).or_insert(day);
    }
    first
}

/// Where rule 4's residence places the person on the day of the fact, carried to the day of the snapshot.
fn place(person: &Person<'_>, day: NaiveDate, snapshot: NaiveDate) -> Area {
    match residence_on(person.spells(), Some(day), snapshot) {
        Ok(Some(municipality)) if municipality.region() == Region::Flanders => Area::Municipality(municipality),
        Ok(Some(_)) => Area::OutsideFlanders,
        Ok(None) | Err(_) => Area::Unplaced,
    }
}

/// The Flemish provinces with their municipalities of the day.
fn provinces_on(day: NaiveDate) -> Vec<(Province, Vec<Municipality>)> {
    let mut provinces: BTreeMap<Province, Vec<Municipality>> = BTreeMap::new();
    let flemish = Municipality::all()
        .filter(|municipality| municipality.region() == Region::Flanders && municipality.is_valid_on(day));
    for municipality in flemish {
        if let Some(province) = municipality.province() {
            provinces.entry(province).or_default().push(municipality);
        }
    }
    provinces.into_iter().collect()
}

/// Every area with what is published of its count.
fn published(
    counts: &BTreeMap<Area, u64>,
    provinces: &[(Province, Vec<Municipality>)],
    threshold: Threshold,
) -> impl Iterator<Item = (Area, Cell)> {
    let count = |area: Area| counts.get(&area).copied().unwrap_or_default();
    let groups: Vec<Vec<u64>> = provinces
        .iter()
        .map(|(_, municipalities)| municipalities.iter().map(|&leaf| count(Area::Municipality(leaf))).collect())
        .collect();
    let tree = suppress(&groups, threshold);
    let mut cells = vec![(Area::Flanders, tree.root())];
    for (((province, municipalities), &group), leaves) in provinces.iter().zip(tree.groups()).zip(tree.leaves()) {
        cells.push((Area::Province(*province), group));
        cells.extend(municipalities.iter().zip(leaves).map(|(&leaf, &cell)| (Area::Municipality(leaf), cell)));
    }
    // These two are in no sum, so each stands alone.
    cells.extend([Area::OutsideFlanders, Area::Unplaced].map(|area| {
        let count = count(area);
        (area, if threshold.is_small(count) { Cell::Suppressed } else { Cell::Published(count) })
    }));
    cells.into_iter()
}

impl Figures {
    /// The day of the snapshot.
    pub const fn snapshot(&self) -> NaiveDate {
        self.snapshot
    }

    /// The threshold below which a count is suppressed.
    pub const fn threshold(&self) -> Threshold {
        self.threshold
    }

    /// Every figure: by kind, year and area; zeros are published.
    pub fn all(&self) -> &[Figure] {
        &self.all
    }

    /// The figure of this kind, year and area; `None` where the snapshot has no such year or area.
    pub fn get(&self, kind: FigureKind, year: i32, area: Area) -> Option<&Figure> {
        self.all.iter().find(|figure| (figure.kind, figure.year, figure.area) == (kind, year, area))
    }
}
