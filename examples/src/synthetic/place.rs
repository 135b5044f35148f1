//! Municipalities, each as often as participants live there.

use chrono::NaiveDate;
use inburgering::{Municipality, NisCode, Region};

use super::{EXTRACTED_ON, FIRST_REGISTRATION};
use crate::chance::Chance;

/// The weights of the largest places by rank, under their codes of 2004; Antwerpen has about 12 % of all.
const RANKED: [(u32, u64); 29] = [
    (11002, 1200), // Antwerpen
    (44021, 700),  // Gent
    (12025, 330),  // Mechelen
    (24062, 330),  // Leuven
    (46021, 240),  // Sint-Niklaas
    (41002, 240),  // Aalst
    (71016, 220),  // Genk
    (34022, 220),  // Kortrijk
    (31005, 220),  // Brugge
    (35013, 210),  // Oostende
    (71022, 210),  // Hasselt
    (23088, 200),  // Vilvoorde
    (13040, 150),  // Turnhout
    (36015, 150),  // Roeselare
    (46014, 120),  // Lokeren
    (71004, 110),  // Beringen
    (42006, 110),  // Dendermonde
    (41048, 110),  // Ninove
    (23027, 110),  // Halle
    (73107, 100),  // Maasmechelen
    (12040, 90),   // Willebroek
    (23047, 80),   // Machelen
    (23094, 80),   // Zaventem
    (23016, 80),   // Dilbeek
    (24107, 80),   // Tienen
    (12021, 80),   // Lier
    (11005, 70),   // Boom
    (13008, 60),   // Geel
    (12014, 50),   // Heist-op-den-Berg
];
/// The weight of every other municipality of Flanders, Brussels, Wallonia.
const OTHERS: [u64; 3] = [13, 18, 1];

/// The municipalities of the days between two changes of the table.
struct Era {
    from: NaiveDate,
    all: Weighted,
    flemish: Weighted,
}

/// All eras in which something happens.
pub(super) struct Places {
    eras: Vec<Era>,
}

impl Places {
    pub(super) fn new() -> Self {
        let changes = Municipality::all().filter_map(|municipality| municipality.validity().from);
        let mut days: Vec<NaiveDate> =
            changes.filter(|day| (FIRST_REGISTRATION..=EXTRACTED_ON).contains(day)).collect();
        days.push(FIRST_REGISTRATION);
        days.sort_unstable();
        days.dedup();
        Self { eras: days.into_iter().map(Era::new).collect() }
    }

    /// A municipality of the day, in Belgium.
    pub(super) fn any(&self, chance: &mut Chance, on: NaiveDate) -> Option<Municipality> {
        self.era(on)?.all.draw(chance)
    }

    /// A Flemish municipality of the day.
    pub(super) fn flemish(&self, chance: &mut Chance, on: NaiveDate) -> Option<Municipality> {
        self.era(on)?.flemish.draw(chance)
    }

    /// Another municipality of the day, in the same province if a few draws find one.
    pub(super) fn near(&self, chance: &mut Chance, on: NaiveDate, home: Municipality) -> Option<Municipality> {
        let era = self.era(on)?;
        let here = home.current(on).unwrap_or(home);
        let mut elsewhere = || era.all.draw(chance).filter(|place| *place != here);
        (0..12)
            .find_map(|_| elsewhere().filter(|place| place.province() == home.province()))
            .or_else(|| (0..12).find_map(|_| elsewhere()))
    }

    fn era(&self, on: NaiveDate) -> Option<&Era> {
        self.eras.iter().rev().find(|era| era.from <= on).or_else(|| self.eras.first())
    }
}

impl Era {
    fn new(from: NaiveDate) -> Self {
        // A merged municipality weighs what its parts weighed.
        let mut weights = vec![0_u64; Municipality::COUNT];
        let first = Municipality::all().filter(|municipality| municipality.is_valid_on(FIRST_REGISTRATION));
        for municipality in first {
            let carried = municipality.current(from).unwrap_or(municipality);
            if let Some(weight) = weights.get_mut(carried.index()) {
                *weight += weight_of(municipality);
            }
        }
        let weighted = || Municipality::all().zip(weights.iter().copied());
        Self {
            from,
            all: weighted().collect(),
            flemish: weighted().filter(|(municipality, _)| municipality.region() == Region::Flanders).collect(),
        }
    }
}

fn weight_of(municipality: Municipality) -> u64 {
    let ranked = RANKED.iter().find(|(code, _)| NisCode::try_from(*code) == Ok(municipality.code()));
    let [flanders, brussels, wallonia] = OTHERS;
    ranked.map_or(
        match municipality.region() {
            Region::Flanders => flanders,
            Region::Brussels => brussels,
            Region::Wallonia => wallonia,
        },
        |(_, weight)| *weight,
    )
}

/// Municipalities with the sums of the weights up to and including each.
struct Weighted(Vec<(u64, Municipality)>);

impl Weighted {
    fn draw(&self, chance: &mut Chance) -> Option<Municipality> {
        let (total, _) = self.0.last()?;
        let drawn = chance.below(*total);
        let position = self.0.partition_point(|(up_to, _)| *up_to <= drawn);
        self.0.get(position).map(|(_, municipality)| *municipality)
    }
}

impl FromIterator<(Municipality, u64)> for Weighted {
    fn from_iter<I: IntoIterator<Item = (Municipality, u64)>>(weights: I) -> Self {
        let mut sum = 0;
        let positive = weights.into_iter().filter(|(_, weight)| *weight > 0);
        Self(
            positive
                .map(|(municipality, weight)| {
                    sum += weight;
                    (sum, municipality)
                })
                .collect(),
        )
    }
}
