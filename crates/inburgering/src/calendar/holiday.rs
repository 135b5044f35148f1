//! The public holiday (*feestdag*): which day it falls on in a year, computed from its rule.
//!
//! Follows the Act of 4 January 1974 with the Royal Decree of 18 April 1974 (the ten legal holidays), the Royal Decree of
//! 3 June 2007 (2 May 2008), and art. X 11 of the Flemish staff regulations (the closing days of the Flemish government).
//! Leaves out local and sectoral holidays: those are a user's own closing days.
// NOTE: today's rules are applied to every year of the horizon. The ten legal holidays were the same in all of them.

use core::fmt;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::CalendarError;
use crate::citation::{self, Citation};
use crate::horizon::{self, ymd};

/// Which public holiday (*feestdag*) or closing day of the Flemish government a day is.
///
/// ```
/// use inburgering::calendar::HolidayKind;
///
/// assert_eq!(HolidayKind::Armistice.to_string(), "Armistice Day");
/// assert_eq!(HolidayKind::Armistice.dutch(), "Wapenstilstand");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum HolidayKind {
    /// New Year's Day (*Nieuwjaar*), 1 January.
    NewYear,
    /// Easter Monday (*Paasmaandag*).
    EasterMonday,
    /// Labour Day (*Feest van de Arbeid*), 1 May.
    LabourDay,
    /// Ascension Day (*Onze-Lieve-Heer-Hemelvaart*), 39 days after Easter.
    Ascension,
    /// The day that stood in for Ascension Day in 2008, which fell on 1 May: 2 May 2008.
    AscensionStandIn,
    /// Whit Monday (*Pinkstermaandag*), 50 days after Easter.
    WhitMonday,
    /// National Day (*Nationale feestdag*), 21 July.
    NationalDay,
    /// Assumption Day (*Onze-Lieve-Vrouw-Hemelvaart*), 15 August.
    Assumption,
    /// All Saints' Day (*Allerheiligen*), 1 November.
    AllSaints,
    /// Armistice Day (*Wapenstilstand*), 11 November.
    Armistice,
    /// Christmas Day (*Kerstmis*), 25 December.
    Christmas,
    /// Day of the Flemish Community (*Feest van de Vlaamse Gemeenschap*), 11 July; Flemish government only.
    FlemishCommunity,
    /// All Souls' Day (*Allerzielen*), 2 November; Flemish government only.
    AllSouls,
    /// King's Feast (*Koningsfeest*), 15 November; Flemish government only.
    KingsFeast,
    /// Second Day of Christmas (*tweede kerstdag*), 26 December; Flemish government only.
    SecondChristmasDay,
    /// Year-end closing (*eindejaarssluiting*), 27 to 31 December; Flemish government with year end only.
    YearEnd,
}

impl HolidayKind {
    /// Every kind, the legal holidays first.
    pub const ALL: [Self; 16] = [
        Self::NewYear,
        Self::EasterMonday,
        Self::LabourDay,
        Self::Ascension,
        Self::AscensionStandIn,
        Self::WhitMonday,
        Self::NationalDay,
        Self::Assumption,
        Self::AllSaints,
        Self::Armistice,
        Self::Christmas,
        Self::FlemishCommunity,
        Self::AllSouls,
        Self::KingsFeast,
        Self::SecondChristmasDay,
        Self::YearEnd,
    ];

    /// The stable name of the kind: `armistice`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NewYear => "new_year",
            Self::EasterMonday => "easter_monday",
            Self::LabourDay => "labour_day",
            Self::Ascension => "ascension",
            Self::AscensionStandIn => "ascension_stand_in",
            Self::WhitMonday => "whit_monday",
            Self::NationalDay => "national_day",
            Self::Assumption => "assumption",
            Self::AllSaints => "all_saints",
            Self::Armistice => "armistice",
            Self::Christmas => "christmas",
            Self::FlemishCommunity => "flemish_community",
            Self::AllSouls => "all_souls",
            Self::KingsFeast => "kings_feast",
            Self::SecondChristmasDay => "second_christmas_day",
            Self::YearEnd => "year_end",
        }
    }

    /// The English name; `Display` writes it.
    pub const fn english(self) -> &'static str {
        match self {
            Self::NewYear => "New Year's Day",
            Self::EasterMonday => "Easter Monday",
            Self::LabourDay => "Labour Day",
            Self::Ascension => "Ascension Day",
            Self::AscensionStandIn => "stand-in for Ascension Day",
            Self::WhitMonday => "Whit Monday",
            Self::NationalDay => "National Day",
            Self::Assumption => "Assumption Day",
            Self::AllSaints => "All Saints' Day",
            Self::Armistice => "Armistice Day",
            Self::Christmas => "Christmas Day",
            Self::FlemishCommunity => "Day of the Flemish Community",
            Self::AllSouls => "All Souls' Day",
            Self::KingsFeast => "King's Feast",
            Self::SecondChristmasDay => "Second Day of Christmas",
            Self::YearEnd => "year-end closing",
        }
    }

    /// The Dutch name.
    pub const fn dutch(self) -> &'static str {
        match self {
            Self::NewYear => "Nieuwjaar",
            Self::EasterMonday => "Paasmaandag",
            Self::LabourDay => "Feest van de Arbeid",
            Self::Ascension => "Onze-Lieve-Heer-Hemelvaart",
            Self::AscensionStandIn => "vervangingsdag van Onze-Lieve-Heer-Hemelvaart",
            Self::WhitMonday => "Pinkstermaandag",
            Self::NationalDay => "Nationale feestdag",
            Self::Assumption => "Onze-Lieve-Vrouw-Hemelvaart",
            Self::AllSaints => "Allerheiligen",
            Self::Armistice => "Wapenstilstand",
            Self::Christmas => "Kerstmis",
            Self::FlemishCommunity => "Feest van de Vlaamse Gemeenschap",
            Self::AllSouls => "Allerzielen",
            Self::KingsFeast => "Koningsfeest",
            Self::SecondChristmasDay => "tweede kerstdag",
            Self::YearEnd => "eindejaarssluiting",
        }
    }

    /// The text that makes it a holiday.
    pub const fn citation(self) -> Citation {
        match self {
            Self::AscensionStandIn => citation::HOLIDAY_2008,
            Self::FlemishCommunity | Self::AllSouls | Self::KingsFeast | Self::SecondChristmasDay | Self::YearEnd => {
                citation::FLEMISH_STAFF_STATUTE
            }
            _ => citation::HOLIDAYS_ACT,
        }
    }
}

impl fmt::Display for HolidayKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.english())
    }
}

/// A public holiday (*feestdag*) of a year: its day, with its kind.
///
/// Invariant: the holiday of that kind falls on that day, within the horizon. A holiday in a weekend is not moved.
///
/// ```
/// use inburgering::Calendar;
///
/// let holidays = Calendar::legal().holidays(2026)?;
/// let names: Vec<_> = holidays.iter().map(|holiday| format!("{} {}", holiday.day(), holiday.kind())).collect();
/// assert_eq!(names[1], "2026-04-06 Easter Monday");
/// # Ok::<(), inburgering::CalendarError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "HolidayFields", into = "HolidayFields"))]
pub struct Holiday {
    day: NaiveDate,
    kind: HolidayKind,
}

impl Holiday {
    /// The holiday of this kind on this day.
    ///
    /// # Errors
    /// [`CalendarError::Outside`] if the day lies outside the horizon; [`CalendarError::NoSuchHoliday`] if the holiday
    /// of this kind does not fall on it.
    pub fn new(day: NaiveDate, kind: HolidayKind) -> Result<Self, CalendarError> {
        if !horizon::contains(day) {
            return Err(CalendarError::Outside { day });
        }
        let mut of_year = in_year(&[LEGAL, FLEMISH, YEAR_END], day.year());
        of_year
            .find(|holiday| holiday.day == day && holiday.kind == kind)
            .ok_or(CalendarError::NoSuchHoliday { day, kind })
    }

    /// The day on which it falls, moved by nothing.
    pub const fn day(self) -> NaiveDate {
        self.day
    }

    /// Which holiday it is.
    pub const fn kind(self) -> HolidayKind {
        self.kind
    }

    /// Its English name.
    pub const fn english(self) -> &'static str {
        self.kind.english()
    }

    /// Its Dutch name.
    pub const fn dutch(self) -> &'static str {
        self.kind.dutch()
    }

    /// The text that makes it a holiday.
    pub const fn citation(self) -> Citation {
        self.kind.citation()
    }
}

/// A holiday as it is written down; read back through [`Holiday::new`].
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidayFields {
    day: NaiveDate,
    kind: HolidayKind,
}

#[cfg(feature = "serde")]
impl From<Holiday> for HolidayFields {
    fn from(Holiday { day, kind }: Holiday) -> Self {
        Self { day, kind }
    }
}

#[cfg(feature = "serde")]
impl TryFrom<HolidayFields> for Holiday {
    type Error = CalendarError;

    fn try_from(HolidayFields { day, kind }: HolidayFields) -> Result<Self, CalendarError> {
        Self::new(day, kind)
    }
}

/// When a holiday falls.
#[derive(Clone, Copy)]
pub(super) enum Rule {
    /// Each year on this day of this month.
    Fixed { month: u32, day: u32 },
    /// Each year, this many days after Easter Sunday.
    AfterEaster(u64),
    /// Once.
    Once(NaiveDate),
}

impl Rule {
    fn day_in(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed { month, day } => NaiveDate::from_ymd_opt(year, month, day),
            Self::AfterEaster(days) => easter(year)?.checked_add_days(Days::new(days)),
            Self::Once(day) => (day.year() == year).then_some(day),
        }
    }
}

/// The holidays of one text, each with its rule.
pub(super) type Rules = &'static [(HolidayKind, Rule)];

const fn on(month: u32, day: u32) -> Rule {
    Rule::Fixed { month, day }
}

/// The ten legal holidays, with 2 May 2008.
pub(super) const LEGAL: Rules = &[
    (HolidayKind::NewYear, on(1, 1)),
    (HolidayKind::EasterMonday, Rule::AfterEaster(1)),
    (HolidayKind::LabourDay, on(5, 1)),
    (HolidayKind::Ascension, Rule::AfterEaster(39)),
    (HolidayKind::AscensionStandIn, Rule::Once(ymd(2008, 5, 2))),
    (HolidayKind::WhitMonday, Rule::AfterEaster(50)),
    (HolidayKind::NationalDay, on(7, 21)),
    (HolidayKind::Assumption, on(8, 15)),
    (HolidayKind::AllSaints, on(11, 1)),
    (HolidayKind::Armistice, on(11, 11)),
    (HolidayKind::Christmas, on(12, 25)),
];

/// The days that the Flemish government adds.
pub(super) const FLEMISH: Rules = &[
    (HolidayKind::FlemishCommunity, on(7, 11)),
    (HolidayKind::AllSouls, on(11, 2)),
    (HolidayKind::KingsFeast, on(11, 15)),
    (HolidayKind::SecondChristmasDay, on(12, 26)),
];

/// The days between Christmas and New Year.
pub(super) const YEAR_END: Rules = &[
    (HolidayKind::YearEnd, on(12, 27)),
    (HolidayKind::YearEnd, on(12, 28)),
    (HolidayKind::YearEnd, on(12, 29)),
    (HolidayKind::YearEnd, on(12, 30)),
    (HolidayKind::YearEnd, on(12, 31)),
];

/// The holidays of a year under these rules, in the order of the rules.
pub(super) fn in_year(rules: &[Rules], year: i32) -> impl Iterator<Item = Holiday> {
    let rules = rules.iter().flat_map(|rules| rules.iter());
    rules.filter_map(move |(kind, rule)| Some(Holiday { day: rule.day_in(year)?, kind: *kind }))
}

/// Easter Sunday of a year: the Sunday after the full moon of the Gregorian table for 1900 to 2199.
// NOTE: the table of those years holds for the whole horizon; `horizon` says why nothing else is asked.
fn easter(year: i32) -> Option<NaiveDate> {
    // The age of the moon steps by nineteen days (of thirty) each year of the nineteen.
    let days_to_full_moon = (19 * year.rem_euclid(19) + 24).rem_euclid(30);
    // The table crowds the last two of the thirty: the full moon is never after 18 April, and never twice on one day.
    let days_to_full_moon = if days_to_full_moon >= 28 { days_to_full_moon - 1 } else { days_to_full_moon };
    let equinox = NaiveDate::from_ymd_opt(year, 3, 21)?;
    let full_moon = equinox.checked_add_days(Days::new(u64::try_from(days_to_full_moon).ok()?))?;
    full_moon.iter_days().skip(1).find(|day| day.weekday() == Weekday::Sun)
}
