//! The quick rule: the answer about a person without faults, straight from the packed rows.
//!
//! [`Person::answer`](crate::Person::answer) is the rule. This file follows it clause by clause for the many of whom nothing is
//! wrong, and leaves everybody else to it ([`Quick::AskTheRule`]). Tests hold both together on generated caseloads.

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

/// A person with one number on each day, of whom every row was read and no rows of one dossier number differ.
#[derive(Clone, Copy)]
pub(super) struct PlainPerson<'a> {
    pub(super) numbers: Numbers<'a>,
    pub(super) dossiers: &'a [Row<DossierRow>],
    pub(super) spells: &'a [Row<Spell>],
    pub(super) died_on: Option<NaiveDate>,
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

impl PlainPerson<'_> {
    /// The answer on a day of the horizon.
    pub(super) fn answer(&self, asked: Asked, rules: ListRules) -> Quick {
        let Some(known) = self.known(asked.on) else { return Quick::AskTheRule };
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
        if self.died_on.is_some_and(|died_on| died_on <= asked.on) {
            return not_eligible(ReasonCode::Died);
        }
        // 3.
        if !number.is_surely_born_before(asked.on) && !number.is_valid_as_of(asked.on) {
            return Quick::AskTheRule;
        }
        // 4. and 5.
        let found = if known.active {
            self.lived(asked.on, asked).map(|lived| match lived {
                Some(municipality) => Ok((municipality, PlacingReason::FollowsCurrentResidence)),
                None => Err(ReasonCode::NotRegisteredInBelgium),
            })
        } else {
            match rules.closed {
                ClosedRule::ContractMunicipality => known.contract(asked).map(|contract| {
                    let contract = contract.ok_or(ReasonCode::ClosedWithoutContract)?;
                    Ok((contract, PlacingReason::StaysAtContractMunicipality))
                }),
                ClosedRule::ResidenceAtClosing => match known.latest_closing {
                    Some(closed_on) => self.lived(closed_on, asked).map(|lived| {
                        let lived = lived.ok_or(ReasonCode::NotRegisteredAtClosing)?;
                        Ok((lived, PlacingReason::LivedThereAtClosing))
                    }),
                    None => Err(Fault::Other),
                },
                ClosedRule::ContractMunicipalityIfResident => self.contract_if_resident(&known, asked),
            }
        };
        match found {
            // 6.
            Ok(Ok((municipality, reason))) => match (municipality.region(), rules.brussels) {
                (Region::Flanders, _) | (Region::Brussels, Brussels::Allowed) => {
                    answer(PackedAnswer::eligible(municipality, reason, flags))
                }
                (Region::Brussels, Brussels::Refused) => not_eligible(ReasonCode::BrusselsNotStated),
                (Region::Wallonia, _) => not_eligible(ReasonCode::OutsideFlanders),
            },
            Ok(Err(reason)) => not_eligible(reason),
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

    /// What is known of the dossiers on the day; `None` where dates cannot be.
    fn known(&self, on: NaiveDate) -> Option<Known> {
        let mut known = Known::default();
        for row in self.dossiers {
            let facts = row.fact.facts;
            let by_day = |date: Option<NaiveDate>| date.filter(|&date| date <= on);
            let (registered, contract) = (by_day(facts.registered_on), by_day(facts.contract_signed_on));
            let (attest, closed) = (by_day(facts.attest_obtained_on), by_day(facts.closed_on));
            let before_registration =
                |date: Option<NaiveDate>| matches!((date, registered), (Some(date), Some(registered)) if date < registered);
            if before_registration(contract) || before_registration(attest) || before_registration(closed) {
                return None;
            }
            let closing = match (attest, closed) {
                (Some(attest), Some(closed)) => Some(attest.min(closed)),
                (attest, closed) => attest.or(closed),
            };
            if matches!((contract, closing), (Some(contract), Some(closing)) if closing < contract) {
                return None;
            }
            if registered.is_none() && contract.is_none() && closing.is_none() {
                continue;
            }
            known.any = true;
            known.active |= closing.is_none();
            known.flags.contract_signed |= contract.is_some();
            known.flags.attest_obtained |= attest.is_some();
            known.latest_closing = known.latest_closing.max(closing);
            if let Some(signed_on) = contract {
                match known.latest_contract {
                    Some((latest, _)) if signed_on < latest => {}
                    Some((latest, _)) if signed_on == latest => known.same_day = true,
                    _ => {
                        known.latest_contract = Some((signed_on, facts.contract_municipality));
                        known.same_day = false;
                    }
                }
            }
        }
        Some(known)
    }

    /// The municipality of the spell that covers the day, carried to the day that is asked.
    fn lived(&self, day: NaiveDate, asked: Asked) -> Result<Option<Municipality>, Fault> {
        let mut found: Option<NisCode> = None;
        for Row { fact: spell, .. } in self.spells {
            if spell.valid_from.is_none_or(|from| from <= day) && spell.valid_until.is_none_or(|until| day < until) {
                match found {
                    Some(code) if code != spell.municipality => return Err(Fault::Other),
                    _ => found = Some(spell.municipality),
                }
            }
        }
        found.map(|code| carried(code, asked)).transpose()
    }

    /// Rule 5 by the narrowest option. It reads two codes, so that a fault of one need not be alone.
    fn contract_if_resident(&self, known: &Known, asked: Asked) -> Result<Found, Fault> {
        let contract = known.contract(asked).map_err(|_| Fault::Other)?;
        let Some(contract) = contract else { return Ok(Err(ReasonCode::ClosedWithoutContract)) };
        Ok(match self.lived(asked.on, asked).map_err(|_| Fault::Other)? {
            Some(residence) if residence == contract => {
                Ok((contract, PlacingReason::ContractMunicipalityAndResident))
            }
            Some(_) => Err(ReasonCode::LivesElsewhere),
            None => Err(ReasonCode::NoLongerRegistered),
        })
    }
}

/// A municipality with the reason, or the reason why there is none.
type Found = Result<(Municipality, PlacingReason), ReasonCode>;

/// Why there is neither.
enum Fault {
    NotYet,
    Other,
}

impl Known {
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
