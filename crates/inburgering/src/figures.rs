//! The figures (*instroomcijfers*, *cijferrapport*) of a snapshot: how many participants, in which year, where.
//!
//! The page names them; how they are counted is a choice of this library. Each [`Measure`] counts persons, once a year, where
//! the residence (rule 4) places them, carried through mergers to the day of the snapshot. A province is the sum of its
//! municipalities and Flanders that of its provinces, so each measure and year is a tree of its own, whose small counts are
//! suppressed ([`suppress`](crate::suppress)) so that no subtraction brings them back.
//!
//! Registrations, contracts and attests are also told of [`Area::Unplaced`], and the last two of [`Area::OutsideFlanders`]: each
//! in no sum, so suppressed alone if small, and without durations.
//!
//! **No tree tells anything of another, nor of what is in no sum.** So put in the place of each person several: one for each
//! thing that is counted of the person, who lives somewhere for that alone: for a stock on the day on which it is taken; for a
//! move on 1 January of the year, on which no stock is taken, and the day before; for a fact on 1 January, or nowhere where the
//! fact is unplaced. A registration that is not what is counted is of before 1995; or it is of a day on which the person lives
//! outside Flanders: for who left, that of the move, and, for the days from registration, the one that they ask for (the
//! person then dies on the day of the fact, so that coming to live there is no move). Either is in no figure. Every count and
//! every quartile is what it was; but each of these persons could have lived in another municipality, or not be there, without
//! any effect on another tree. Whatever the trees allow one by one, they therefore allow together. (The tests build these
//! persons, and solve linear programs besides.)
//!
//! This is why nothing is told of registrations, stocks and moves outside Flanders, of closings or of arrivals from abroad in a
//! year, no total over years or measures, and not how many crossed the border of a province: with all of them a stock would be
//! the one before it with what came and without what went, a province's arrivals less its departures would be those of its
//! municipalities, and all registrations of a year would be at least the persons with days from a registration in it.
//!
//! Quartiles stand beside published counts only, from twenty persons up; who is in which suppressed count does not alter them.
//!
//! NOTE: this holds for one snapshot under one threshold. Two snapshots, or two thresholds, beside each other tell more.

mod area;
mod duration;
mod measure;
mod tally;

use chrono::{Datelike, NaiveDate};

use area::Areas;
use tally::Tally;

pub use area::Area;
pub use duration::{Days, Duration};
pub use measure::Measure;

use crate::{Caseload, Cell, Municipality, MunicipalityError, OutsideHorizon, Region, Threshold, horizon};

/// One figure: a count, or that it is suppressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Figure {
    /// The day on which the facts were read: no later fact counts.
    pub snapshot: NaiveDate,
    /// What is counted.
    pub measure: Measure,
    /// The calendar year.
    pub year: i32,
    /// Where.
    pub area: Area,
    /// How many persons, or that it is suppressed.
    pub count: Cell,
}

/// The figures of one snapshot, for every measure, year and area.
///
/// `Debug` shows only what is published.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Figures {
    snapshot: NaiveDate,
    threshold: Threshold,
    all: Vec<Figure>,
    durations: Vec<Duration>,
}

/// Why there are no figures around a municipality.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FiguresError {
    /// It lies outside Flanders.
    #[error("municipality {municipality} lies in {}, and figures are of Flanders; give a Flemish municipality", .municipality.region())]
    OutsideFlanders {
        /// The municipality given.
        municipality: Municipality,
    },
    /// It is not there yet on the snapshot.
    #[error(transparent)]
    Municipality(#[from] MunicipalityError),
}

impl Caseload {
    /// The figures as known on the day of the snapshot, from the first year of which there is anything to count (1995 at the
    /// earliest) to that of the snapshot.
    ///
    /// How many persons in Gent had an active dossier at the end of the year?
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use inburgering::{Area, Caseload, Measure, Threshold, UnreadableRows};
    ///
    /// let caseload = Caseload::builder().build(UnreadableRows::Refused)?;
    /// let snapshot = NaiveDate::from_ymd_opt(2025, 12, 31).unwrap();
    /// let figures = caseload.figures(snapshot, Threshold::default())?;
    /// let gent = figures.get(Measure::Active, 2025, Area::Municipality("44021".parse()?)).unwrap();
    /// assert_eq!(gent.count.published(), Some(0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`OutsideHorizon`] if the day lies outside the [`horizon`].
    pub fn figures(&self, snapshot: NaiveDate, threshold: Threshold) -> Result<Figures, OutsideHorizon> {
        if !horizon::contains(snapshot) {
            return Err(OutsideHorizon { on: snapshot });
        }
        let (tally, areas) = (Tally::of(self, snapshot), Areas::on(snapshot));
        let first = tally.first_year().unwrap_or(snapshot.year());
        let mut figures = Figures { snapshot, threshold, all: Vec::new(), durations: Vec::new() };
        for measure in Measure::ALL {
            for year in (first..=snapshot.year()).filter(|&year| measure.is_told_of(year, snapshot)) {
                let counted = |area| tally.count((measure, year, area));
                for (area, count) in areas.published(counted, threshold) {
                    figures.all.push(Figure { snapshot, measure, year, area, count });
                    if Measure::TIMED.contains(&measure) {
                        let leaves = areas.municipalities(area).map(Area::Municipality);
                        let days = leaves.flat_map(|leaf| tally.days((measure, year, leaf)));
                        let days = Days::beside(count, days.copied());
                        figures.durations.push(Duration { snapshot, measure, year, area, days });
                    }
                }
                for &area in measure.apart() {
                    let count = threshold.cell_alone(counted(area));
                    figures.all.push(Figure { snapshot, measure, year, area, count });
                }
            }
        }
        Ok(figures)
    }
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

    /// Every figure, by measure, year and area (Flanders, then each province, followed by its municipalities, then the areas
    /// in no sum); zeros are published.
    pub fn all(&self) -> &[Figure] {
        &self.all
    }

    /// The days from registration, for every figure of [`Measure::TIMED`] in Flanders, in the same order.
    pub fn durations(&self) -> &[Duration] {
        &self.durations
    }

    /// The figure of this measure, year and area; `None` where the snapshot has no such year or area, or the
    /// measure is not told of it.
    pub fn get(&self, measure: Measure, year: i32, area: Area) -> Option<&Figure> {
        let from = self.all.partition_point(|figure| (figure.measure, figure.year) < (measure, year));
        let of_year = self.all.iter().skip(from).take_while(|figure| (figure.measure, figure.year) == (measure, year));
        of_year.into_iter().find(|figure| figure.area == area)
    }

    /// The days from registration to this measure, year and area; `None` where there is no such figure, or none with days.
    pub fn duration(&self, measure: Measure, year: i32, area: Area) -> Option<&Duration> {
        let from = self.durations.partition_point(|one| (one.measure, one.year) < (measure, year));
        let of_year = self.durations.iter().skip(from).take_while(|one| (one.measure, one.year) == (measure, year));
        of_year.into_iter().find(|one| one.area == area)
    }

    /// The figures of a municipality, carried through mergers to the snapshot, of its province and of Flanders.
    ///
    /// # Errors
    /// [`FiguresError::OutsideFlanders`], and [`FiguresError::Municipality`] if its code begins only after the snapshot.
    pub fn around(&self, municipality: Municipality) -> Result<Self, FiguresError> {
        let municipality = municipality.current(self.snapshot)?;
        let province = municipality.province().filter(|_| municipality.region() == Region::Flanders);
        let province = province.ok_or(FiguresError::OutsideFlanders { municipality })?;
        let areas = [Area::Municipality(municipality), Area::Province(province), Area::Flanders];
        Ok(Self {
            snapshot: self.snapshot,
            threshold: self.threshold,
            all: self.all.iter().filter(|figure| areas.contains(&figure.area)).copied().collect(),
            durations: self.durations.iter().filter(|one| areas.contains(&one.area)).copied().collect(),
        })
    }
}
