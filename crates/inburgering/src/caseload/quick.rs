//! The quick rule: the answer about a person without faults, straight from the packed rows.
//!
//! [`Person::answer`](crate::Person::answer) is the rule. This file follows it clause by clause for the many of whom nothing
//! is wrong, and leaves everybody else to it ([`Quick::AskTheRule`]). Tests hold both together on generated caseloads.

use chrono::NaiveDate;

use super::packed::{PackedAnswer, PlacingReason};
use super::rows::{DossierRow, Row};
use crate::eligibility::Flags;
use crate::municipality::{Carried, CarriedCodes};
use crate::{Brussels, ClosedRule, Insz, ListRules, Municipality, NisCode, Numbers, ReasonCode, Region, Spell};

/// What the quick rule says.
pub(super) enum Quick {
    /// No dossier is known on the day: there is nobody to answer about.
    Nobody,
    /// The answer, under the number at this position of the person's.
    Answer(u16, PackedAnswer),
    /// A fault may count: ask the rule itself.
    AskTheRule,
}

/// The day that is asked, with the map of that day.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    pub(super) on: NaiveDate,
    pub(super) codes: CarriedCodes,
}

impl Asked {
    pub(super) fn on(day: NaiveDate) -> Self {
        Self { on: day, codes: CarriedCodes::on(day) }
    }
}

/// A person with one number on each day, of whom every row was read, no rows of one dossier number differ and every date
/// can be: what the quick rule reads, with an unknown date as a day that never comes.
#[derive(Clone, Copy)]
pub(super) struct PlainPerson<'a> {
    numbers: Numbers<'a>,
    dossiers: &'a [PlainDossier],
    spells: &'a [Row<Spell>],
    died_on: NaiveDate,
}

/// The dates of a dossier that the quick rule asks for.
#[derive(Clone, Copy)]
pub(super) struct PlainDossier {
    known_from: NaiveDate,
    contract_signed_on: NaiveDate,
    contract_municipality: Option<NisCode>,
    attest_obtained_on: NaiveDate,
    /// The day of the attest or of the closing without one, the earlier.
    closing_day: NaiveDate,
}

/// The day that never comes: after every day of the horizon.
const NEVER: NaiveDate = NaiveDate::MAX;

impl PlainDossier {
    /// `None` where a date cannot be, as soon as it is known.
    fn of(row: &Row<DossierRow>) -> Option<Self> {
        let facts = row.fact.facts;
        let or_never = |date: Option<NaiveDate>| date.unwrap_or(NEVER);
        let (contract, attest) = (or_never(facts.contract_signed_on), or_never(facts.attest_obtained_on));
        let closing_day = attest.min(or_never(facts.closed_on));
        let first_after = contract.min(closing_day);
        // "closed, attest or contract before registration; contract after the closing day"
        if facts.registered_on.is_some_and(|registered_on| first_after < registered_on)
            || (contract != NEVER && closing_day < contract)
        {
            return None;
        }
        Some(Self {
            known_from: first_after.min(or_never(facts.registered_on)),
            contract_signed_on: contract,
            contract_municipality: facts.contract_municipality,
            attest_obtained_on: attest,
            closing_day,
        })
    }
}

/// What is known of all the dossiers together on a day.
#[derive(Default)]
struct Known {
    any: bool,
    active: bool,
    flags: Flags,
    latest_closing: Option<NaiveDate>,
    latest_contract: Option<(NaiveDate, Option<NisCode>)>,
    /// A second contract of the latest day.
    same_day: bool,
}

impl<'a> PlainPerson<'a> {
    /// The person of these rows; `None` where the dates of a dossier cannot be. `room` holds what is read of the dossiers.
    pub(super) fn of(
        numbers: Numbers<'a>,
        dossiers: &[Row<DossierRow>],
        spells: &'a [Row<Spell>],
        died_on: Option<NaiveDate>,
        room: &'a mut Vec<PlainDossier>,
    ) -> Option<Self> {
        room.clear();
        for row in dossiers {
            room.push(PlainDossier::of(row)?);
        }
        Some(Self { numbers, dossiers: room, spells, died_on: died_on.unwrap_or(NEVER) })
    }

    /// The answer on a day of the horizon.
    pub(super) fn answer(&self, asked: Asked, rules: ListRules) -> Quick {
        let known = self.known(asked.on);
        if !known.any {
            return Quick::Nobody;
        }
        let Some((position, number)) = self.number(asked.on) else { return Quick::AskTheRule };
        let flags = known.flags;
        let answer = |answer| Quick::Answer(position, answer);
        let not_eligible = |reason| answer(PackedAnswer::not_eligible(reason, flags));

        // 1. and 2.
        if number.is_bis() {
            return not_eligible(ReasonCode::BisNumber);
        }
        if self.died_on <= asked.on {
            return not_eligible(ReasonCode::Died);
        }
        // 3.
        if !number.is_of_a_year_before(asked.on) && !number.is_valid_as_of(asked.on) {
            return Quick::AskTheRule;
        }
        // 4. and 5.
        let found = if known.active {
            self.by_current_residence(asked)
        } else {
            match rules.closed {
                ClosedRule::ContractMunicipality => known.by_contract(asked),
                ClosedRule::ResidenceAtClosing => self.by_residence_at_closing(&known, asked),
                ClosedRule::ContractMunicipalityIfResident => self.by_contract_if_resident(&known, asked),
            }
        };
        match found {
            // 6.
            Ok(Found::In(municipality, reason)) => match (municipality.region(), rules.brussels) {
                (Region::Flanders, _) | (Region::Brussels, Brussels::Allowed) => {
                    answer(PackedAnswer::eligible(municipality, reason, flags))
                }
                (Region::Brussels, Brussels::Refused) => not_eligible(ReasonCode::BrusselsNotStated),
                (Region::Wallonia, _) => not_eligible(ReasonCode::OutsideFlanders),
            },
            Ok(Found::Nowhere(reason)) => not_eligible(reason),
            // The one fault that is no rarity: today's code on an old fact. It is alone, since every other was left.
            Err(Fault::NotYet) => answer(PackedAnswer::undetermined(ReasonCode::MunicipalityNotYet, flags)),
            Err(Fault::Other) => Quick::AskTheRule,
        }
    }

    /// The number on the day, with its position; `None` where replaced numbers may have a fault.
    fn number(&self, on: NaiveDate) -> Option<(u16, Insz)> {
        match self.numbers {
            Numbers::One(number) => Some((0, number)),
            Numbers::Chain(chain) => {
                let position = chain.straight_on(on)?;
                Some((u16::try_from(position).ok()?, chain.numbers().get(position).copied()?))
            }
        }
    }

    /// What is known of the dossiers on the day.
    fn known(&self, on: NaiveDate) -> Known {
        let mut known = Known::default();
        for dossier in self.dossiers.iter().filter(|dossier| dossier.known_from <= on) {
            known.any = true;
            known.flags.attest_obtained |= dossier.attest_obtained_on <= on;
            if dossier.closing_day <= on {
                known.latest_closing = known.latest_closing.max(Some(dossier.closing_day));
            } else {
                known.active = true;
            }
            let signed_on = dossier.contract_signed_on;
            if signed_on <= on {
                known.flags.contract_signed = true;
                match known.latest_contract {
                    Some((latest, _)) if signed_on < latest => {}
                    Some((latest, _)) if signed_on == latest => known.same_day = true,
                    _ => {
                        known.latest_contract = Some((signed_on, dossier.contract_municipality));
                        known.same_day = false;
                    }
                }
            }
        }
        known
    }

    /// The municipality of the spell that covers the day, carried to the day that is asked.
    fn lived(&self, day: NaiveDate, asked: Asked) -> Result<Option<Municipality>, Fault> {
        let covers = |spell: &Spell| {
            spell.valid_from.unwrap_or(NaiveDate::MIN) <= day && day < spell.valid_until.unwrap_or(NEVER)
        };
        let mut found: Option<NisCode> = None;
        for spell in self.spells.iter().map(|row| row.fact).filter(covers) {
            if found.is_some_and(|code| code != spell.municipality) {
                return Err(Fault::Other);
            }
            found = Some(spell.municipality);
        }
        found.map(|code| carried(code, asked)).transpose()
    }

    /// Rule 4.
    fn by_current_residence(&self, asked: Asked) -> Result<Found, Fault> {
        Ok(match self.lived(asked.on, asked)? {
            Some(municipality) => Found::In(municipality, PlacingReason::FollowsCurrentResidence),
            None => Found::Nowhere(ReasonCode::NotRegisteredInBelgium),
        })
    }

    /// Rule 5, by option: "the residence on the latest closing day, contract or not".
    fn by_residence_at_closing(&self, known: &Known, asked: Asked) -> Result<Found, Fault> {
        let closed_on = known.latest_closing.ok_or(Fault::Other)?;
        Ok(match self.lived(closed_on, asked)? {
            Some(municipality) => Found::In(municipality, PlacingReason::LivedThereAtClosing),
            None => Found::Nowhere(ReasonCode::NotRegisteredAtClosing),
        })
    }

    /// Rule 5, by option: "the default narrowed to persons whose residence on D agrees". It reads two codes, so that a fault
    /// of one need not be alone.
    fn by_contract_if_resident(&self, known: &Known, asked: Asked) -> Result<Found, Fault> {
        let contract = known.contract(asked).map_err(|_| Fault::Other)?;
        let Some(contract) = contract else { return Ok(Found::Nowhere(ReasonCode::ClosedWithoutContract)) };
        Ok(match self.lived(asked.on, asked).map_err(|_| Fault::Other)? {
            Some(residence) if residence == contract => {
                Found::In(contract, PlacingReason::ContractMunicipalityAndResident)
            }
            Some(_) => Found::Nowhere(ReasonCode::LivesElsewhere),
            None => Found::Nowhere(ReasonCode::NoLongerRegistered),
        })
    }
}

/// A municipality with the reason, or the reason why there is none.
enum Found {
    In(Municipality, PlacingReason),
    Nowhere(ReasonCode),
}

/// Why there is neither.
enum Fault {
    NotYet,
    Other,
}

impl Known {
    /// Rule 5: "that of the person's latest contract signed by D".
    fn by_contract(&self, asked: Asked) -> Result<Found, Fault> {
        Ok(match self.contract(asked)? {
            Some(municipality) => Found::In(municipality, PlacingReason::StaysAtContractMunicipality),
            None => Found::Nowhere(ReasonCode::ClosedWithoutContract),
        })
    }

    /// The municipality of the latest contract, carried to the day; `None` without a contract.
    fn contract(&self, asked: Asked) -> Result<Option<Municipality>, Fault> {
        match self.latest_contract {
            None => Ok(None),
            Some((_, Some(code))) if !self.same_day => carried(code, asked).map(Some),
            Some(_) => Err(Fault::Other),
        }
    }
}

fn carried(code: NisCode, asked: Asked) -> Result<Municipality, Fault> {
    match asked.codes.get(code) {
        Carried::To(municipality) => Ok(municipality),
        Carried::NotYet => Err(Fault::NotYet),
        Carried::Unknown => Err(Fault::Other),
    }
}
