//! Deliberate faults: each contradiction that makes an answer undetermined, and what is found without effect.

use chrono::{Days, NaiveDate};
use inburgering::{Dossier, DossierNumber, Insz, Municipality, NisCode, Replacement, Spell};

use super::number::Series;
use super::{EXTRACTED_ON, Source, Tables, plus};

/// Something wrong with one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    OverlappingSpells,
    UnknownResidenceCode,
    UnknownContractCode,
    ContractsOnOneDay,
    ContractWithoutMunicipality,
    ContractBeforeRegistration,
    AttestBeforeRegistration,
    ClosedBeforeRegistration,
    ContractAfterClosing,
    ContradictoryRows,
    SharedDossierNumber,
    NotBornYet,
    ReplacedByTwo,
    ReplacedInACircle,
    ReplacedOutOfOrder,
    /// On the days before two numbers become one.
    TwoNumbersBecomeOne,
    // From here on: found, without effect on the answer.
    ReplacedByItself,
    DeathsOnTwoDays,
    EmptySpell,
    SpellWithoutStart,
    DossierWithoutDates,
    MunicipalityWithoutContract,
    IdenticalRows,
    NoRegistration,
}

impl Fault {
    pub(super) const ALL: [Self; 24] = [
        Self::OverlappingSpells,
        Self::UnknownResidenceCode,
        Self::UnknownContractCode,
        Self::ContractsOnOneDay,
        Self::ContractWithoutMunicipality,
        Self::ContractBeforeRegistration,
        Self::AttestBeforeRegistration,
        Self::ClosedBeforeRegistration,
        Self::ContractAfterClosing,
        Self::ContradictoryRows,
        Self::SharedDossierNumber,
        Self::NotBornYet,
        Self::ReplacedByTwo,
        Self::ReplacedInACircle,
        Self::ReplacedOutOfOrder,
        Self::TwoNumbersBecomeOne,
        Self::ReplacedByItself,
        Self::DeathsOnTwoDays,
        Self::EmptySpell,
        Self::SpellWithoutStart,
        Self::DossierWithoutDates,
        Self::MunicipalityWithoutContract,
        Self::IdenticalRows,
        Self::NoRegistration,
    ];

    /// Makes it happen to a person; `before` are the persons that came before.
    pub(super) fn befall(self, person: &mut Tables, before: &Tables, source: &mut Source) {
        match self {
            Self::OverlappingSpells | Self::UnknownResidenceCode | Self::EmptySpell | Self::SpellWithoutStart => {
                self.befall_residence(person, source);
            }
            Self::ReplacedByTwo
            | Self::ReplacedInACircle
            | Self::ReplacedOutOfOrder
            | Self::TwoNumbersBecomeOne
            | Self::ReplacedByItself => {
                self.befall_numbers(person, source);
            }
            Self::NotBornYet => {
                let born = plus(EXTRACTED_ON, source.chance.between(400, 4000));
                if let Some(unborn) = source.numbers.give(&mut source.chance, Series::NationalRegister, born) {
                    person.give_one_number(unborn);
                }
            }
            Self::DeathsOnTwoDays => {
                if let Some((insz, registered)) = person.first() {
                    let died_on = source.chance.day(registered, EXTRACTED_ON);
                    person.deaths.extend([(insz, died_on), (insz, plus(died_on, 1).min(EXTRACTED_ON))]);
                }
            }
            Self::IdenticalRows => {
                person.dossiers.extend_from_within(..);
                person.residences.extend_from_within(..);
            }
            _ => self.befall_dossier(person, before, source),
        }
    }

    fn befall_residence(self, person: &mut Tables, source: &mut Source) {
        let Some((insz, registered)) = person.first() else { return };
        let Some([home, other]) = two_places(source, registered) else { return };
        match self {
            Self::OverlappingSpells => {
                person.residences.push((insz, Spell::new(home, Some(registered), None)));
                person.residences.push((insz, Spell::new(other, Some(plus(registered, 90)), None)));
            }
            Self::UnknownResidenceCode => match (person.residences.last_mut(), unknown_code()) {
                (Some((_, spell)), Some(code)) => spell.municipality = code,
                (None, Some(code)) => person.residences.push((insz, Spell::new(code, Some(registered), None))),
                _ => {}
            },
            Self::EmptySpell => {
                let until = registered.checked_sub_days(Days::new(source.chance.below(30)));
                person.residences.push((insz, Spell::new(home, Some(registered), until)));
            }
            _ => match person.residences.first_mut() {
                Some((_, spell)) => spell.valid_from = None,
                None => person.residences.push((insz, Spell::new(home, None, Some(registered)))),
            },
        }
    }

    fn befall_numbers(self, person: &mut Tables, source: &mut Source) {
        let Some((insz, registered)) = person.first() else { return };
        let born = plus(registered, -source.chance.between(18 * 365, 60 * 365));
        let mut give = || source.numbers.give(&mut source.chance, Series::NationalRegister, born);
        let (Some(second), Some(third)) = (give(), give()) else { return };
        let first_day = plus(registered, 20).min(EXTRACTED_ON);
        let second_day = plus(registered, 50).min(EXTRACTED_ON);
        let step = |old, new, replaced_on| Replacement { old, new, replaced_on };
        match self {
            Self::ReplacedByTwo => {
                person.replacements.extend([step(insz, second, first_day), step(insz, third, second_day)]);
            }
            Self::ReplacedInACircle => {
                person.replacements.extend([step(insz, second, first_day), step(second, insz, second_day)]);
            }
            Self::ReplacedOutOfOrder => {
                person.replacements.extend([step(insz, second, second_day), step(second, third, registered)]);
            }
            Self::TwoNumbersBecomeOne => {
                person.replacements.extend([step(insz, third, first_day), step(second, third, second_day)]);
            }
            _ => person.replacements.push(step(insz, insz, first_day)),
        }
    }

    fn befall_dossier(self, person: &mut Tables, before: &Tables, source: &mut Source) {
        let Some((insz, registered)) = person.first() else { return };
        let Some([here, there]) = two_places(source, registered) else { return };
        let day_before = plus(registered, -source.chance.between(1, 60));
        let signed_on = plus(registered, 60).min(EXTRACTED_ON);
        source.dossiers += 1;
        let Ok(number) = DossierNumber::new(&format!("F-{:07}", source.dossiers)) else { return };
        let dossier = Dossier::new(number).registered(registered);
        let mut rows = Vec::new();
        match self {
            Self::UnknownContractCode => rows.extend(unknown_code().map(|code| dossier.contract(signed_on, code))),
            Self::ContractsOnOneDay => {
                // A day later than any other contract of the person.
                let latest = person.dossiers.iter().filter_map(|(_, dossier)| dossier.contract_signed_on).max();
                let signed_on = latest.map_or(signed_on, |latest| latest.max(signed_on));
                let other = DossierNumber::new(&format!("{}-bis", dossier.number.as_str()));
                rows.extend(other.map(|other| Dossier::new(other).registered(registered).contract(signed_on, there)));
                rows.push(dossier.contract(signed_on, here));
            }
            Self::ContractWithoutMunicipality => {
                rows.push(Dossier { contract_signed_on: Some(signed_on), ..dossier });
            }
            Self::ContractBeforeRegistration => rows.push(dossier.contract(day_before, here)),
            Self::AttestBeforeRegistration => rows.push(dossier.attest(day_before)),
            Self::ClosedBeforeRegistration => rows.push(Dossier { closed_on: Some(day_before), ..dossier }),
            Self::ContractAfterClosing => {
                let closed_on = signed_on.pred_opt();
                rows.push(Dossier { closed_on, ..dossier.contract(signed_on, here) });
            }
            Self::ContradictoryRows => {
                rows.push(dossier.clone().contract(signed_on, here));
                rows.push(dossier.contract(signed_on, there));
            }
            Self::SharedDossierNumber => {
                if let Some((_, shared)) = before.dossiers.last() {
                    rows.push(Dossier { number: shared.number.clone(), ..dossier.contract(signed_on, here) });
                }
            }
            Self::DossierWithoutDates => rows.push(Dossier { registered_on: None, ..dossier }),
            Self::MunicipalityWithoutContract => rows.push(Dossier { contract_municipality: Some(here), ..dossier }),
            _ => rows.push(Dossier { registered_on: None, ..dossier.contract(signed_on, here) }),
        }
        person.dossiers.extend(rows.into_iter().map(|row| (insz, row)));
    }
}

impl Tables {
    /// The first number and the first registration of a person.
    fn first(&self) -> Option<(Insz, NaiveDate)> {
        self.dossiers.first().and_then(|(insz, dossier)| Some((*insz, dossier.registered_on?)))
    }

    /// Writes everything of a person under one number.
    fn give_one_number(&mut self, insz: Insz) {
        self.replacements.clear();
        let dossiers = self.dossiers.iter_mut().map(|(number, _)| number);
        let residences = self.residences.iter_mut().map(|(number, _)| number);
        for number in dossiers.chain(residences).chain(self.deaths.iter_mut().map(|(number, _)| number)) {
            *number = insz;
        }
    }
}

/// Two Flemish municipalities of the day that never become one.
fn two_places(source: &mut Source, on: NaiveDate) -> Option<[NisCode; 2]> {
    let Source { chance, places, .. } = source;
    let today = |place: Municipality| place.current(EXTRACTED_ON).ok();
    let here = places.flemish(chance, on)?;
    let there = (0..20).find_map(|_| places.flemish(chance, on).filter(|there| today(*there) != today(here)))?;
    Some([here.code(), there.code()])
}

/// Five digits that are no municipality's code.
fn unknown_code() -> Option<NisCode> {
    NisCode::try_from(99_999).ok()
}
