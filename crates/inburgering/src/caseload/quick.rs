//! The quick rule: the answer about a person without faults, straight from the packed rows.
//!
//! [`Person::answer`](crate::Person::answer) is the rule. This file follows it clause by clause for the many of whom nothing
//! is wrong, and leaves everybody else to it ([`Quick::AskTheRule`]). Tests hold both together on generated caseloads.

use chrono::NaiveDate;

use super::packed::{PackedAnswer, PlacingReason};
use super::rows::{DossierRow, Row};
use crate::eligibility::Flags;
use crate::municipality::{Carried, CarriedCodes, Mergers};
use crate::{
    Brussels, ClosedRule, Insz, ListRules, Municipality, NisCode, Numbers, ReasonCode, Region, Spell, horizon,
};

/// What the quick rule says.
pub(super) enum Quick {
    /// No dossier is known on the day: there is nobody to answer about.
    Nobody,
    /// The answer, under the number at this position of the person's.
    Answer(u16, PackedAnswer),
    /// A fault may count: ask the rule itself.
    AskTheRule,
}

/// What the rule reads on a day, as long as nothing about the dossiers, the death or the numbers changes.
pub(super) enum Standing {
    /// No dossier is known on the day.
    Nobody,
    /// A fault may count.
    AskTheRule,
    /// What is read.
    Reads(Reads),
}

/// What the rule reads, and what is said already.
pub(super) struct Reads {
    /// The position of the number on the day among the person's.
    position: u16,
    flags: Flags,
    facts: Facts,
}

/// The facts that the rule reads.
#[derive(Clone, Copy)]
enum Facts {
    /// None: on no list, for the reason.
    None(ReasonCode),
    /// Rule 4: the residence on the day.
    CurrentResidence,
    /// Rule 5: the municipality of the latest contract.
    Contract(NisCode),
    /// Rule 5, by option: the residence on the latest closing day.
    ResidenceAtClosing(NaiveDate),
    /// Rule 5, by option: the municipality of the latest contract, and the residence on the day.
    ContractAndResidence(NisCode),
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
        match self.standing(asked.on, rules) {
            Standing::Nobody => Quick::Nobody,
            Standing::AskTheRule => Quick::AskTheRule,
            Standing::Reads(what) => self.read(&what, asked, rules),
        }
    }

    /// What the rule reads on a day: the same until the next of [`days_of_standing`](Self::days_of_standing).
    pub(super) fn standing(&self, on: NaiveDate, rules: ListRules) -> Standing {
        let known = self.known(on);
        if !known.any {
            return Standing::Nobody;
        }
        let Some((position, number)) = self.number(on) else { return Standing::AskTheRule };
        let reads = |facts| Standing::Reads(Reads { position, flags: known.flags, facts });

        // 1. and 2.
        if number.is_bis() {
            return reads(Facts::None(ReasonCode::BisNumber));
        }
        if self.died_on <= on {
            return reads(Facts::None(ReasonCode::Died));
        }
        // 3.
        if !number.is_of_a_year_before(on) && !number.is_valid_as_of(on) {
            return Standing::AskTheRule;
        }
        // 4. and 5.
        if known.active {
            return reads(Facts::CurrentResidence);
        }
        match (rules.closed, known.latest_closing, known.latest_contract) {
            (ClosedRule::ResidenceAtClosing, Some(closed_on), _) => reads(Facts::ResidenceAtClosing(closed_on)),
            (ClosedRule::ResidenceAtClosing, None, _) => Standing::AskTheRule,
            (_, _, None) => reads(Facts::None(ReasonCode::ClosedWithoutContract)),
            (ClosedRule::ContractMunicipality, _, Some((_, Some(code)))) if !known.same_day => {
                reads(Facts::Contract(code))
            }
            (ClosedRule::ContractMunicipalityIfResident, _, Some((_, Some(code)))) if !known.same_day => {
                reads(Facts::ContractAndResidence(code))
            }
            _ => Standing::AskTheRule,
        }
    }

    /// The answer on a day of the horizon, by what the rule reads on it.
    pub(super) fn read(&self, what: &Reads, asked: Asked, rules: ListRules) -> Quick {
        let &Reads { position, flags, facts } = what;
        let answer = |answer| Quick::Answer(position, answer);
        let not_eligible = |reason| answer(PackedAnswer::not_eligible(reason, flags));
        let found = match facts {
            Facts::None(reason) => return not_eligible(reason),
            Facts::CurrentResidence => self.lived(asked.on, asked).map(|lived| match lived {
                Some(municipality) => Found::In(municipality, PlacingReason::FollowsCurrentResidence),
                None => Found::Nowhere(ReasonCode::NotRegisteredInBelgium),
            }),
            Facts::Contract(code) => carried(code, asked)
                .map(|municipality| Found::In(municipality, PlacingReason::StaysAtContractMunicipality)),
            Facts::ResidenceAtClosing(closed_on) => self.lived(closed_on, asked).map(|lived| match lived {
                Some(municipality) => Found::In(municipality, PlacingReason::LivedThereAtClosing),
                None => Found::Nowhere(ReasonCode::NotRegisteredAtClosing),
            }),
            // Two codes are read, so that a fault of one need not be alone.
            Facts::ContractAndResidence(code) => match (carried(code, asked), self.lived(asked.on, asked)) {
                (Ok(contract), Ok(Some(residence))) if residence == contract => {
                    Ok(Found::In(contract, PlacingReason::ContractMunicipalityAndResident))
                }
                (Ok(_), Ok(Some(_))) => Ok(Found::Nowhere(ReasonCode::LivesElsewhere)),
                (Ok(_), Ok(None)) => Ok(Found::Nowhere(ReasonCode::NoLongerRegistered)),
                _ => Err(Fault::Other),
            },
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

    /// Puts into `days`, in no order, the first day of the horizon on which there is an answer and those after it on which
    /// the person's standing may change: the dates of the dossiers, the death, the replacements of numbers, a birth.
    pub(super) fn days_of_standing(&self, days: &mut Vec<NaiveDate>) {
        days.clear();
        let first = self.dossiers.iter().map(|dossier| dossier.known_from).min().unwrap_or(NEVER);
        if first == NEVER {
            return;
        }
        let first = first.max(horizon::FIRST_DAY);
        days.push(first);
        let mut note = |day: NaiveDate| {
            if first < day && day < NEVER {
                days.push(day);
            }
        };
        for dossier in self.dossiers {
            let PlainDossier { known_from, contract_signed_on, attest_obtained_on, closing_day, .. } = *dossier;
            [known_from, contract_signed_on, attest_obtained_on, closing_day].into_iter().for_each(&mut note);
        }
        note(self.died_on);
        self.numbers.days().for_each(&mut note);
        let unborn = self.numbers.all().iter().filter(|number| !number.is_of_a_year_before(first));
        unborn.map(|number| number.earliest_birth_day()).for_each(note);
    }

    /// Adds to `days`, in no order, those after `from` and before `until` on which what is read may say something else.
    pub(super) fn days_of_reading(
        &self,
        what: &Reads,
        (from, until): (NaiveDate, NaiveDate),
        days: &mut Vec<NaiveDate>,
    ) {
        let lies_within = |day: &NaiveDate| from < *day && *day < until;
        let (contract, spells) = match what.facts {
            Facts::None(_) => return,
            Facts::Contract(code) => (Some(code), None),
            Facts::CurrentResidence | Facts::ResidenceAtClosing(_) => (None, Some(self.spells)),
            Facts::ContractAndResidence(code) => (Some(code), Some(self.spells)),
        };
        let spells = spells.unwrap_or_default().iter().map(|row| row.fact);
        let codes = spells.clone().map(|spell| spell.municipality).chain(contract);
        let mergers = codes.fold(Mergers::default(), Mergers::and_of);
        days.extend(mergers.days().filter(lies_within));
        if !matches!(what.facts, Facts::ResidenceAtClosing(_)) {
            days.extend(spells.flat_map(|spell| [spell.valid_from, spell.valid_until]).flatten().filter(lies_within));
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

fn carried(code: NisCode, asked: Asked) -> Result<Municipality, Fault> {
    match asked.codes.get(code) {
        Carried::To(municipality) => Ok(municipality),
        Carried::NotYet => Err(Fault::NotYet),
        Carried::Unknown => Err(Fault::Other),
    }
}
