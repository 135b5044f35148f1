//! Recall (*rechtzetting*): what a delivery got wrong, once the inputs are corrected.

use core::fmt;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::disclosure::delivery::Delivery;
use crate::disclosure::digest::{DigestKey, KeyId};
use crate::disclosure::list::{DisclosureList, DisclosureRow};
use crate::disclosure::receipt::{Digests, Receipt};
use crate::fact::Fact;
use crate::language::{Language, dutch_day, section};
use crate::{Answer, Flags, Insz, ListRules, Municipality, Placed, RequestId};

/// What was wrong with a delivery: persons wrongly disclosed, missed, or with wrong flags.
///
/// Two papers come of it: [`agency_paper`](Self::agency_paper) with the facts that changed, and
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
    /// What was wrong, ascending by number.
    pub corrections: Vec<Correction>,
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
}

fn in_words(rules: ListRules) -> String {
    format!("closed dossiers by `{}` and Brussels {}", rules.closed.as_str(), rules.brussels.as_str())
}

/// Holds a delivery against persons placed by the corrected inputs, on the same day and under the same options.
///
/// # Errors
/// [`RecallError::OtherDay`] and [`RecallError::OtherRules`].
pub fn recall(delivery: &Delivery, corrected: &Placed) -> Result<Recall, RecallError> {
    compare(&delivery.receipt, &delivery.placed, corrected)
}

/// Holds the receipt of a delivery against persons placed by the original inputs, which are checked by their digests,
/// and by the corrected ones.
///
/// # Errors
/// [`RecallError`].
pub fn recall_receipt(
    receipt: &Receipt,
    original: &Placed,
    corrected: &Placed,
    key: &DigestKey,
) -> Result<Recall, RecallError> {
    receipt.check_original(original, key)?;
    compare(receipt, original, corrected)
}

impl Receipt {
    /// Checks by the digests that the persons were placed by the inputs of the delivery, on its day and under its options.
    ///
    /// # Errors
    /// [`RecallError`].
    pub fn check_original(&self, original: &Placed, key: &DigestKey) -> Result<(), RecallError> {
        if self.digests.key != *key.id() {
            return Err(RecallError::OtherKey { receipt: self.digests.key.clone(), given: key.id().clone() });
        }
        require_same_question(self, original)?;
        let list = DisclosureList::of(original.eligible_in(self.municipality));
        let digests = Digests::of(original.caseload(), &list, key);
        let pairs = digests.named().into_iter().zip(self.digests.named());
        let differing: Vec<&'static str> = pairs.filter(|(now, then)| now.1 != then.1).map(|(now, _)| now.0).collect();
        if differing.is_empty() { Ok(()) } else { Err(RecallError::DigestDiffers { differing }) }
    }
}

fn require_same_question(receipt: &Receipt, placed: &Placed) -> Result<(), RecallError> {
    if placed.on() != receipt.on {
        return Err(RecallError::OtherDay { delivered: receipt.on, placed: placed.on() });
    }
    let delivered = receipt.options.rules();
    if placed.rules() != delivered {
        return Err(RecallError::OtherRules { delivered, placed: placed.rules() });
    }
    Ok(())
}

fn compare(receipt: &Receipt, original: &Placed, corrected: &Placed) -> Result<Recall, RecallError> {
    require_same_question(receipt, corrected)?;
    let rows = |placed: &Placed| -> BTreeMap<Insz, DisclosureRow> {
        DisclosureList::of(placed.eligible_in(receipt.municipality))
            .rows()
            .iter()
            .map(|row| (row.insz(), *row))
            .collect()
    };
    let (was, is) = (rows(original), rows(corrected));
    let mut numbers: Vec<Insz> = was.keys().chain(is.keys()).copied().collect();
    numbers.sort_unstable();
    numbers.dedup();
    let corrections = numbers.into_iter().filter_map(|number| {
        let kind = match (was.get(&number), is.get(&number)) {
            (Some(_), None) => CorrectionKind::WronglyDisclosed,
            (None, Some(&row)) => CorrectionKind::Missed(row),
            (Some(was), Some(&is)) if *was != is => CorrectionKind::WrongFlags(is),
            _ => return None,
        };
        Some(correction(number, kind, original, corrected))
    });
    Ok(Recall {
        request: receipt.request.clone(),
        municipality: receipt.municipality,
        on: receipt.on,
        corrections: corrections.collect(),
    })
}

fn correction(number: Insz, kind: CorrectionKind, original: &Placed, corrected: &Placed) -> Correction {
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
        before: answer(original),
        after: answer(corrected),
        removed: in_order(was.difference(&is)),
        added: in_order(is.difference(&was)),
    }
}

/// The facts in the order of their days.
fn in_order<'a>(facts: impl Iterator<Item = &'a Fact>) -> Vec<Fact> {
    let mut facts: Vec<Fact> = facts.cloned().collect();
    facts.sort_by_key(Fact::day);
    facts
}

/// The notice of a recall for the municipality: what to do with the list, and no cause.
///
/// `Display` is the Dutch text, which shows the numbers; `Debug` does not.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct RecallNotice {
    /// The request whose list is put right.
    pub request: RequestId,
    /// The municipality.
    pub municipality: Municipality,
    /// The day of the delivery.
    pub on: NaiveDate,
    /// Numbers to delete.
    pub delete: Vec<Insz>,
    /// Rows to add.
    pub add: Vec<DisclosureRow>,
    /// Rows whose flags are put right.
    pub correct: Vec<DisclosureRow>,
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

    /// The notice for the municipality.
    pub fn notice(&self) -> RecallNotice {
        let (mut delete, mut add, mut correct) = (Vec::new(), Vec::new(), Vec::new());
        for correction in &self.corrections {
            match correction.kind {
                CorrectionKind::WronglyDisclosed => delete.push(correction.number),
                CorrectionKind::Missed(row) => add.push(row),
                CorrectionKind::WrongFlags(row) => correct.push(row),
            }
        }
        RecallNotice {
            request: self.request.clone(),
            municipality: self.municipality,
            on: self.on,
            delete,
            add,
            correct,
        }
    }

    /// The agency's own paper.
    pub const fn agency_paper(&self) -> AgencyPaper<'_> {
        AgencyPaper(self)
    }
}

fn flags_in_words(flags: Flags) -> String {
    let yes_no = |flag: bool| if flag { "ja" } else { "nee" };
    let (contract, attest) = (yes_no(flags.contract_signed), yes_no(flags.attest_obtained));
    format!("contract ondertekend: {contract}; attest behaald: {attest}")
}

impl fmt::Display for RecallNotice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { request, municipality, on, delete, add, correct } = self;
        writeln!(f, "Rechtzetting van de lijst van inburgeraars\n")?;
        writeln!(f, "Gemeente: {} ({})", municipality.name(), municipality.code())?;
        writeln!(f, "Aanvraag: {request}")?;
        writeln!(f, "Dag van de mededeling: {}\n", dutch_day(*on))?;
        if delete.is_empty() && add.is_empty() && correct.is_empty() {
            return writeln!(f, "De lijst was juist; u hoeft niets te doen.");
        }
        let row = |row: &DisclosureRow| {
            let flags = Flags { contract_signed: row.contract_signed(), attest_obtained: row.attest_obtained() };
            format!("{} ({})", row.insz(), flags_in_words(flags))
        };
        section(
            f,
            "Schrap deze nummers, op de lijst en overal waar u ze hebt overgenomen:",
            delete.iter().map(Insz::to_string),
        )?;
        section(f, "Voeg deze rijen toe:", add.iter().map(row))?;
        section(f, "Verbeter deze rijen; zo zijn ze juist:", correct.iter().map(row))
    }
}

impl fmt::Display for AgencyPaper<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Recall { request, municipality, on, corrections } = self.0;
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
            for (when, answer) in [("was", &correction.before), ("is", &correction.after)] {
                match answer {
                    Some(answer) => {
                        if answer.number != correction.number {
                            writeln!(f, "  {when}: onder nummer {}", answer.number)?;
                        }
                        if matches!(correction.kind, CorrectionKind::WrongFlags(_)) {
                            writeln!(f, "  {when}: {}", flags_in_words(answer.flags))?;
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
