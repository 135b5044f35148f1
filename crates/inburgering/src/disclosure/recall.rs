//! Recall (*rechtzetting*): what a delivery got wrong, once the inputs are corrected.

use core::fmt;
use core::hash::{Hash, Hasher};
use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::disclosure::digest::{DigestKey, KeyId};
use crate::disclosure::list::DisclosureRow;
use crate::disclosure::receipt::{Digests, Receipt, Versions};
use crate::fact::{Fact, in_order};
use crate::language::{Language, dutch_day};
use crate::{Answer, Caseload, InheritedProtocol, Insz, ListRules, Municipality, Placed, Purposes, RequestId};

/// What was wrong with a delivery: persons wrongly disclosed, missed, or with wrong flags.
///
/// Two papers come of it: [`agency_paper`](Self::agency_paper) with the facts that changed, and a
/// [`notice`](Self::notice) for the municipality, without any cause. `Debug` shows no register number.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Recall {
    /// The request whose delivery is recalled.
    pub request: RequestId,
    /// The municipality that got the list.
    pub municipality: Municipality,
    /// The day of the delivery.
    pub on: NaiveDate,
    /// The options under which the persons were placed.
    pub rules: ListRules,
    /// Whether a predecessor's protocol was good enough.
    pub inherited: InheritedProtocol,
    /// What the request asked the list for.
    pub purposes: Purposes,
    /// The last day on which the municipality may keep the list.
    pub kept_until: NaiveDate,
    /// What was wrong, ascending by number.
    pub corrections: Vec<Correction>,
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) corrected: CorrectedInputs,
}

/// The inputs by which a recall was made: what is found counts, not by which inputs.
#[derive(Clone)]
pub(crate) struct CorrectedInputs(pub(crate) Caseload);

impl PartialEq for CorrectedInputs {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for CorrectedInputs {}

impl Hash for CorrectedInputs {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl fmt::Debug for CorrectedInputs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CorrectedInputs")
    }
}

/// What was wrong about one number, for the agency: with the answers and facts behind it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Correction {
    /// The number, as it was or should have been on the list.
    pub number: Insz,
    /// What was wrong.
    pub kind: CorrectionKind,
    /// Of a number that was missed: that of the same person that the municipality holds in its place.
    pub instead_of: Option<Insz>,
    /// The answer by the original inputs, if the person was there; under another number of the person where the inputs
    /// have nobody under this one.
    pub before: Option<Answer>,
    /// The answer by the corrected inputs, if the person is there; likewise.
    pub after: Option<Answer>,
    /// The facts known on the day of the delivery that the corrected inputs no longer have.
    pub removed: Vec<Fact>,
    /// The facts known on the day of the delivery that only the corrected inputs have.
    pub added: Vec<Fact>,
}

/// What was wrong about a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum CorrectionKind {
    /// The row should not have been on the list.
    WronglyDisclosed,
    /// The row should have been on the list.
    Missed(DisclosureRow),
    /// The number was rightly on the list, with a wrong flag; this is the right row.
    WrongFlags(DisclosureRow),
}

/// Why a delivery cannot be recalled.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RecallError {
    /// The persons were placed on another day.
    #[error(
        "the delivery was made on {delivered}, but the persons were placed on {placed}; place them on the day of the delivery"
    )]
    OtherDay {
        /// The day of the delivery.
        delivered: NaiveDate,
        /// The day of the placement.
        placed: NaiveDate,
    },
    /// The persons were placed under other options.
    #[error(
        "the delivery was made with {}, but the persons were placed with {}; use the options of the delivery",
        in_words(*delivered),
        in_words(*placed)
    )]
    OtherRules {
        /// The options of the delivery.
        delivered: ListRules,
        /// The options of the placement.
        placed: ListRules,
    },
    /// The notice is about another delivery.
    #[error(
        "the list is that of request `{held}`, but a notice on request `{given}` was given; give one on the same delivery"
    )]
    OtherDelivery {
        /// The request of the list.
        held: RequestId,
        /// The request of the notice.
        given: RequestId,
    },
    /// The key is another one than that of the receipt.
    #[error("the receipt was made under key `{receipt}`, but key `{given}` was given; use the key of the receipt")]
    OtherKey {
        /// The id of the key on the receipt.
        receipt: KeyId,
        /// The id of the key that was given.
        given: KeyId,
    },
    /// The digests differ: the inputs are not the original ones.
    #[error("the digest of {} differs from the receipt; give the inputs of the delivery, and the same key", differing.join(", "))]
    DigestDiffers {
        /// What differs: the tables, the rows set aside, the list.
        differing: Vec<&'static str>,
    },
    /// The inputs are those of the delivery, but by the rules or tables of other versions another list was made of them.
    #[error(
        "the inputs are the right ones, but the list was made of them by {made_by}; ask this of that release, since here \
         they give another list"
    )]
    OtherVersions {
        /// What made the list.
        made_by: Box<Versions>,
    },
}

fn in_words(rules: ListRules) -> String {
    format!("closed dossiers by `{}` and Brussels {}", rules.closed.as_str(), rules.brussels.as_str())
}

impl Receipt {
    /// Checks by the digests that the persons were placed by the inputs of the delivery, on its day and under its options.
    ///
    /// # Errors
    /// [`RecallError`].
    pub fn check_original(&self, original: &Placed, key: &DigestKey) -> Result<(), RecallError> {
        require_same_question(self, original)?;
        self.digests.check(original, self.municipality, key).map_err(|error| self.versions.blamed_for(error))
    }
}

impl Versions {
    /// What is wrong, where these versions made the list: the inputs are right if the digest of the list alone differs.
    #[doc(hidden)]
    #[must_use]
    pub fn blamed_for(&self, error: RecallError) -> RecallError {
        match error {
            RecallError::DigestDiffers { differing } if differing == ["list"] && *self != Self::own() => {
                RecallError::OtherVersions { made_by: Box::new(self.clone()) }
            }
            error => error,
        }
    }
}

impl Digests {
    /// Checks that these are the digests of the persons' inputs and of the list that they give the municipality.
    ///
    /// # Errors
    /// [`RecallError::OtherKey`] and [`RecallError::DigestDiffers`].
    pub fn check(&self, placed: &Placed, municipality: Municipality, key: &DigestKey) -> Result<(), RecallError> {
        if self.key != *key.id() {
            return Err(RecallError::OtherKey { receipt: self.key.clone(), given: key.id().clone() });
        }
        let pairs = Self::of_placed(placed, municipality, key).named().into_iter().zip(self.named());
        let differing: Vec<&'static str> = pairs.filter(|(now, then)| now.1 != then.1).map(|(now, _)| now.0).collect();
        if differing.is_empty() { Ok(()) } else { Err(RecallError::DigestDiffers { differing }) }
    }
}

pub(crate) fn require_same_question(receipt: &Receipt, placed: &Placed) -> Result<(), RecallError> {
    if placed.on() != receipt.on {
        return Err(RecallError::OtherDay { delivered: receipt.on, placed: placed.on() });
    }
    let delivered = receipt.options.rules();
    if placed.rules() != delivered {
        return Err(RecallError::OtherRules { delivered, placed: placed.rules() });
    }
    Ok(())
}

/// The correction of a number, with the answers and facts behind it by the inputs of before and by the corrected ones.
pub(crate) fn correction(number: Insz, kind: CorrectionKind, original: &Placed, corrected: &Placed) -> Correction {
    // The inputs may tie other numbers to the person: the facts are compared under all of them.
    let mut numbers = vec![number];
    for placed in [original, corrected] {
        numbers.extend(placed.caseload().person(number).iter().flat_map(|person| person.numbers().all().to_vec()));
    }
    let facts = |placed: &Placed| -> BTreeSet<Fact> {
        let persons = numbers.iter().filter_map(|&number| placed.caseload().person(number));
        persons.flat_map(|person| person.facts_known_on(placed.on())).collect()
    };
    // First under the number itself; under another only where the inputs have nobody under this one.
    let answer = |placed: &Placed| numbers.iter().find_map(|&number| placed.answer(number).ok());
    let (was, is) = (facts(original), facts(corrected));
    Correction {
        number,
        kind,
        instead_of: None,
        before: answer(original),
        after: answer(corrected),
        removed: in_order(was.difference(&is).cloned().collect()),
        added: in_order(is.difference(&was).cloned().collect()),
    }
}

/// The agency's own paper of a recall: what was wrong for whom, by which facts. `Display` is the Dutch text, which shows
/// the numbers.
#[derive(Debug, Clone, Copy)]
pub struct AgencyPaper<'a>(&'a Recall);

impl Recall {
    /// Whether nothing was wrong.
    pub fn is_empty(&self) -> bool {
        self.corrections.is_empty()
    }

    /// The agency's own paper.
    pub const fn agency_paper(&self) -> AgencyPaper<'_> {
        AgencyPaper(self)
    }
}

impl fmt::Display for AgencyPaper<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Recall { request, municipality, on, corrections, .. } = self.0;
        writeln!(f, "Rechtzetting van een mededeling: stuk voor het agentschap\n")?;
        writeln!(f, "Gemeente: {} ({})", municipality.name(), municipality.code())?;
        writeln!(f, "Aanvraag: {request}")?;
        writeln!(f, "Dag van de mededeling: {}", dutch_day(*on))?;
        writeln!(f, "Aantal verbeteringen: {}", corrections.len())?;
        for correction in corrections {
            let kind = match correction.kind {
                CorrectionKind::WronglyDisclosed => "ten onrechte meegedeeld",
                CorrectionKind::Missed(_) => "ten onrechte niet meegedeeld",
                CorrectionKind::WrongFlags(_) => "meegedeeld met een verkeerde vermelding",
            };
            writeln!(f, "\n{}: {kind}", correction.number)?;
            if let Some(held) = correction.instead_of {
                writeln!(f, "  in de plaats van {held}, dat van dezelfde persoon is")?;
            }
            for (when, answer) in [("was", &correction.before), ("is", &correction.after)] {
                match answer {
                    Some(answer) => {
                        if answer.number != correction.number {
                            writeln!(f, "  {when}: onder nummer {}", answer.number)?;
                        }
                        if matches!(correction.kind, CorrectionKind::WrongFlags(_)) {
                            writeln!(f, "  {when}: {}", answer.flags.in_dutch())?;
                        }
                        answer.reasons.iter().try_for_each(|reason| writeln!(f, "  {when}: {}", reason.dutch()))?;
                    }
                    None => writeln!(f, "  {when}: er is geen dossier van deze persoon bekend")?,
                }
            }
            let lines = |facts: &[Fact]| facts.iter().map(|fact| fact.sentence(Language::Dutch)).collect::<Vec<_>>();
            lines(&correction.removed).iter().try_for_each(|fact| writeln!(f, "  vervallen: {fact}"))?;
            lines(&correction.added).iter().try_for_each(|fact| writeln!(f, "  nieuw: {fact}"))?;
        }
        Ok(())
    }
}
