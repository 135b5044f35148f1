//! One dated fact about a person, in words.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::language::{Language, dutch_day};
use crate::{Dossier, DossierNumber, Insz, Municipality, NisCode, Person};

/// A fact about a person, as known on a day.
///
/// `Debug` shows neither register nor dossier number; [`Fact::sentence`] does, for an explanation that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(tag = "fact", rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Fact {
    /// A registration (*aanmelding*).
    Registered {
        /// The day.
        on: NaiveDate,
        /// The dossier.
        dossier: DossierNumber,
    },
    /// A contract was signed.
    ContractSigned {
        /// The day.
        on: NaiveDate,
        /// The municipality, as recorded.
        municipality: Option<NisCode>,
        /// The dossier.
        dossier: DossierNumber,
    },
    /// An attest was obtained.
    AttestObtained {
        /// The day.
        on: NaiveDate,
        /// The dossier.
        dossier: DossierNumber,
    },
    /// A dossier was closed without attest.
    Closed {
        /// The day.
        on: NaiveDate,
        /// The dossier.
        dossier: DossierNumber,
    },
    /// A dossier was closed of which an attest is known too, obtained before or after the closing.
    ClosedBesideAttest {
        /// The day.
        on: NaiveDate,
        /// The dossier.
        dossier: DossierNumber,
    },
    /// A municipality of a contract or a residence went on under another code, by a merger or a new number.
    MunicipalityBecame {
        /// The first day of the other code.
        on: NaiveDate,
        /// The code that ended.
        old: Municipality,
        /// Its successor.
        new: Municipality,
    },
    /// A spell of residence.
    Residence {
        /// The first day, where it is known.
        from: Option<NaiveDate>,
        /// The first day after it, where it is known.
        until: Option<NaiveDate>,
        /// The municipality, as recorded.
        municipality: NisCode,
    },
    /// A register number was replaced.
    NumberReplaced {
        /// The first day of the new number.
        on: NaiveDate,
        /// The old number.
        old: Insz,
        /// The new number.
        new: Insz,
    },
    /// A register number was replaced by another, which is not told since it may be another person's.
    NumberReplacedByAnother {
        /// The first day of the other number.
        on: NaiveDate,
        /// The old number.
        old: Insz,
    },
    /// A register number was replaced by a second one too; neither is told.
    NumberReplacedByTwo {
        /// The first day of the second one.
        on: NaiveDate,
        /// The old number.
        old: Insz,
    },
    /// A register number took the place of another, which is not told since it may be another person's too.
    NumberTookOver {
        /// The first day of the new number.
        on: NaiveDate,
        /// The new number.
        new: Insz,
    },
    /// The person died.
    Died {
        /// The day.
        on: NaiveDate,
    },
}

impl Fact {
    /// The stable text of the kind of fact.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Registered { .. } => "registered",
            Self::ContractSigned { .. } => "contract_signed",
            Self::AttestObtained { .. } => "attest_obtained",
            Self::Closed { .. } => "closed",
            Self::ClosedBesideAttest { .. } => "closed_beside_attest",
            Self::MunicipalityBecame { .. } => "municipality_became",
            Self::Residence { .. } => "residence",
            Self::NumberReplaced { .. } => "number_replaced",
            Self::NumberReplacedByAnother { .. } => "number_replaced_by_another",
            Self::NumberReplacedByTwo { .. } => "number_replaced_by_two",
            Self::NumberTookOver { .. } => "number_took_over",
            Self::Died { .. } => "died",
        }
    }

    /// The day of the fact; a residence without a start has none.
    pub const fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Registered { on, .. }
            | Self::ContractSigned { on, .. }
            | Self::AttestObtained { on, .. }
            | Self::Closed { on, .. }
            | Self::ClosedBesideAttest { on, .. }
            | Self::MunicipalityBecame { on, .. }
            | Self::NumberReplaced { on, .. }
            | Self::NumberReplacedByAnother { on, .. }
            | Self::NumberReplacedByTwo { on, .. }
            | Self::NumberTookOver { on, .. }
            | Self::Died { on } => Some(*on),
            Self::Residence { from, .. } => *from,
        }
    }

    /// The municipality of a contract or a residence, as recorded.
    const fn municipality(&self) -> Option<NisCode> {
        match self {
            Self::ContractSigned { municipality, .. } => *municipality,
            Self::Residence { municipality, .. } => Some(*municipality),
            _ => None,
        }
    }

    /// The fact as a line of a letter, with its dates and numbers.
    pub fn sentence(&self, language: Language) -> String {
        format!("{}: {}", self.days(language), self.event(language))
    }

    /// The day of the fact, or the days of a residence, in words.
    pub fn days(&self, language: Language) -> String {
        match (self, language) {
            (
                Self::Registered { on, .. }
                | Self::ContractSigned { on, .. }
                | Self::AttestObtained { on, .. }
                | Self::Closed { on, .. }
                | Self::ClosedBesideAttest { on, .. }
                | Self::MunicipalityBecame { on, .. }
                | Self::NumberReplaced { on, .. }
                | Self::NumberReplacedByAnother { on, .. }
                | Self::NumberReplacedByTwo { on, .. }
                | Self::NumberTookOver { on, .. }
                | Self::Died { on },
                _,
            ) => language.day(*on),
            (Self::Residence { from, until, .. }, Language::Dutch) => {
                let from =
                    from.map_or_else(|| "vanaf een onbekende dag".into(), |from| format!("vanaf {}", dutch_day(from)));
                let until =
                    until.map_or_else(String::new, |until| format!(" tot {} (niet inbegrepen)", dutch_day(until)));
                from + &until
            }
            (Self::Residence { from, until, .. }, Language::English) => {
                let from = from.map_or_else(|| "from an unknown day".into(), |from| format!("from {from}"));
                let until = until.map_or_else(String::new, |until| format!(" until {until} (not included)"));
                from + &until
            }
        }
    }

    /// What happened, in words, without the day.
    pub fn event(&self, language: Language) -> String {
        match language {
            Language::Dutch => self.dutch(),
            Language::English => self.english(),
        }
    }

    fn dutch(&self) -> String {
        match self {
            Self::Registered { dossier, .. } => format!("aanmelding (dossier {dossier})"),
            Self::ContractSigned { municipality: Some(code), dossier, .. } => {
                format!("inburgeringscontract ondertekend in {} (dossier {dossier})", named(*code))
            }
            Self::ContractSigned { municipality: None, dossier, .. } => {
                format!("inburgeringscontract ondertekend, gemeente onbekend (dossier {dossier})")
            }
            Self::AttestObtained { dossier, .. } => format!("attest van inburgering behaald (dossier {dossier})"),
            Self::Closed { dossier, .. } => format!("dossier afgesloten zonder attest (dossier {dossier})"),
            Self::ClosedBesideAttest { dossier, .. } => format!("dossier afgesloten (dossier {dossier})"),
            Self::MunicipalityBecame { old, new, .. } => format!("{old} werd {new}"),
            Self::Residence { municipality, .. } => format!("ingeschreven in {}", named(*municipality)),
            Self::NumberReplaced { old, new, .. } => format!("nummer {old} vervangen door {new}"),
            Self::NumberReplacedByAnother { old, .. } => format!("nummer {old} vervangen door een ander nummer"),
            Self::NumberReplacedByTwo { old, .. } => format!("nummer {old} vervangen door twee nummers"),
            Self::NumberTookOver { new, .. } => format!("nummer {new} kwam in de plaats van een ander nummer"),
            Self::Died { .. } => "overleden".into(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Registered { dossier, .. } => format!("registration (dossier {dossier})"),
            Self::ContractSigned { municipality: Some(code), dossier, .. } => {
                format!("civic integration contract signed in {} (dossier {dossier})", named(*code))
            }
            Self::ContractSigned { municipality: None, dossier, .. } => {
                format!("civic integration contract signed, municipality unknown (dossier {dossier})")
            }
            Self::AttestObtained { dossier, .. } => {
                format!("civic integration certificate obtained (dossier {dossier})")
            }
            Self::Closed { dossier, .. } => format!("dossier closed without a certificate (dossier {dossier})"),
            Self::ClosedBesideAttest { dossier, .. } => format!("dossier closed (dossier {dossier})"),
            Self::MunicipalityBecame { old, new, .. } => format!("{old} became {new}"),
            Self::Residence { municipality, .. } => format!("registered in {}", named(*municipality)),
            Self::NumberReplaced { old, new, .. } => format!("number {old} replaced by {new}"),
            Self::NumberReplacedByAnother { old, .. } => format!("number {old} replaced by another number"),
            Self::NumberReplacedByTwo { old, .. } => format!("number {old} replaced by two numbers"),
            Self::NumberTookOver { new, .. } => format!("number {new} took the place of another number"),
            Self::Died { .. } => "died".into(),
        }
    }
}

/// A recorded code with its name, where it has one.
fn named(code: NisCode) -> String {
    Municipality::from_code(code).map_or_else(|_| code.to_string(), |municipality| municipality.to_string())
}

impl Person<'_> {
    /// The facts about this person that are known on the day, in the order of their days; each once.
    pub fn facts_known_on(&self, day: NaiveDate) -> Vec<Fact> {
        let mut facts: Vec<Fact> = self.dossiers().flat_map(|dossier| dossier_facts(&dossier, day)).collect();
        facts.extend(self.spells().filter(|spell| spell.valid_from.is_none_or(|from| from <= day)).map(|spell| {
            let until = spell.valid_until.filter(|&until| until <= day);
            Fact::Residence { from: spell.valid_from, until, municipality: spell.municipality }
        }));
        let replaced = self.numbers().replacements().filter(|step| step.replaced_on <= day);
        facts.extend(replaced.map(|step| Fact::NumberReplaced { on: step.replaced_on, old: step.old, new: step.new }));
        facts.extend(self.died_on().filter(|&died_on| died_on <= day).map(|on| Fact::Died { on }));
        tell_closings_beside_attests(&mut facts);
        in_order(facts)
    }
}

/// The facts, and beside them how their municipalities went on under other codes until the day, where what one became is
/// among the municipalities that are `named`.
pub(crate) fn with_mergers(mut facts: Vec<Fact>, on: NaiveDate, named: &BTreeSet<Municipality>) -> Vec<Fact> {
    let codes = facts.iter().filter_map(Fact::municipality);
    let municipalities: BTreeSet<Municipality> = codes.filter_map(|code| Municipality::from_code(code).ok()).collect();
    for municipality in municipalities {
        let steps: Vec<_> = municipality.steps_until(on).collect();
        // Up to the last step to a municipality that is named.
        let told = steps.iter().rposition(|(_, _, new)| named.contains(new)).map_or(0, |last| last + 1);
        facts.extend(steps.into_iter().take(told).map(|(on, old, new)| Fact::MunicipalityBecame { on, old, new }));
    }
    in_order(facts)
}

/// The facts in the order of their days, without any register number but this one: of the others, which may be somebody
/// else's, only that they replaced it or were replaced by it.
pub(crate) fn of_number_alone(facts: Vec<Fact>, number: Insz) -> Vec<Fact> {
    let replaced = facts.iter().filter(|fact| matches!(fact, Fact::NumberReplaced { old, .. } if *old == number));
    let second = replaced.filter_map(Fact::day).nth(1);
    let told = |fact| match fact {
        Fact::NumberReplaced { on, old, .. } if old == number => match second {
            Some(second) if second <= on => Some(Fact::NumberReplacedByTwo { on: second, old }),
            _ => Some(Fact::NumberReplacedByAnother { on, old }),
        },
        Fact::NumberReplaced { on, new, .. } if new == number => Some(Fact::NumberTookOver { on, new }),
        Fact::NumberReplaced { .. } => None,
        fact => Some(fact),
    };
    in_order(facts.into_iter().filter_map(told).collect())
}

/// The facts in the order of their days, each once.
pub(crate) fn in_order(mut facts: Vec<Fact>) -> Vec<Fact> {
    facts.sort_by(|one, other| one.day().cmp(&other.day()).then_with(|| one.cmp(other)));
    facts.dedup();
    facts
}

/// Of a dossier with an attest no closing is told as one without it, in whichever of its rows each stands.
fn tell_closings_beside_attests(facts: &mut [Fact]) {
    let attested = |fact: &Fact| match fact {
        Fact::AttestObtained { dossier, .. } => Some(dossier.clone()),
        _ => None,
    };
    let attested: BTreeSet<DossierNumber> = facts.iter().filter_map(attested).collect();
    for fact in facts {
        if let Fact::Closed { on, dossier } = fact
            && attested.contains(dossier)
        {
            *fact = Fact::ClosedBesideAttest { on: *on, dossier: dossier.clone() };
        }
    }
}

fn dossier_facts(dossier: &Dossier, day: NaiveDate) -> impl Iterator<Item = Fact> + use<> {
    let (known, number) = (dossier.as_known_on(day), dossier.number.clone());
    known.into_iter().flat_map(move |known| {
        let number = || number.clone();
        [
            known.registered_on.map(|on| Fact::Registered { on, dossier: number() }),
            known.contract_signed_on.map(|on| Fact::ContractSigned {
                on,
                municipality: known.contract_municipality,
                dossier: number(),
            }),
            known.attest_obtained_on.map(|on| Fact::AttestObtained { on, dossier: number() }),
            known.closed_on.map(|on| Fact::Closed { on, dossier: number() }),
        ]
        .into_iter()
        .flatten()
    })
}
