//! The list as its municipality holds it: as it was delivered, put right by the notices that were given on it.
//!
//! What is wrong with a list is wrong with what the municipality holds now. A person whom a notice added is held though
//! the delivery had none, and one whom no notice has deleted yet still is.

use core::fmt;
use std::collections::BTreeMap;

use crate::disclosure::delivery::Delivery;
use crate::disclosure::digest::DigestKey;
use crate::disclosure::list::{DisclosureList, DisclosureRow};
use crate::disclosure::recall::{
    CorrectedInputs, CorrectionKind, Recall, RecallError, correction, require_same_question,
};
use crate::disclosure::recall_notice::RecallNotice;
use crate::disclosure::receipt::Receipt;
use crate::{Insz, Numbers, Placed};

/// The list as its municipality holds it (*lijst zoals de gemeente ze heeft*).
///
/// It knows by which inputs each number was last told of, so that a [`Recall`] says what changed since. `Debug` shows no
/// register number.
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::{HeldList, Placed, Recall, RecallError, RecallNotice};
///
/// /// What is wrong with the list by what is known today, if one notice was given on it meanwhile?
/// fn wrong(
///     mut held: HeldList,
///     given: &RecallNotice,
///     corrected_then: &Placed,
///     corrected: &Placed,
/// ) -> Result<Recall, RecallError> {
///     held.put_right(given, corrected_then)?;
///     held.recall(corrected)
/// }
/// ```
#[derive(Clone)]
pub struct HeldList {
    receipt: Receipt,
    rows: BTreeMap<Insz, DisclosureRow>,
    /// The persons as placed for the delivery.
    delivered: Placed,
    /// As placed for the last notice that told of a number.
    told: BTreeMap<Insz, Placed>,
}

impl HeldList {
    /// The list as it was delivered.
    pub fn of(delivery: &Delivery) -> Self {
        Self::as_delivered(&delivery.receipt, &delivery.placed)
    }

    /// The list as it was delivered, from its receipt and the persons placed by the original inputs, which are checked by
    /// their digests.
    ///
    /// # Errors
    /// [`RecallError`].
    pub fn delivered(receipt: &Receipt, original: &Placed, key: &DigestKey) -> Result<Self, RecallError> {
        receipt.check_original(original, key)?;
        Ok(Self::as_delivered(receipt, original))
    }

    fn as_delivered(receipt: &Receipt, original: &Placed) -> Self {
        let rows = rows_for(receipt, original);
        Self { receipt: receipt.clone(), rows, delivered: original.clone(), told: BTreeMap::new() }
    }

    /// The rows, ascending by number.
    pub fn rows(&self) -> impl Iterator<Item = &DisclosureRow> {
        self.rows.values()
    }

    /// Puts the list right as the notice on it says, which was given by these corrected inputs.
    ///
    /// # Errors
    /// [`RecallError::OtherDelivery`], [`RecallError::OtherDay`] and [`RecallError::OtherRules`]; then the list is as it was.
    pub fn put_right(&mut self, notice: &RecallNotice, corrected: &Placed) -> Result<(), RecallError> {
        let receipt = &self.receipt;
        require_same_question(receipt, corrected)?;
        let delivered = (&receipt.request, receipt.municipality, receipt.on);
        if delivered != (&notice.request, notice.delivered_to, notice.on) {
            let (held, given) = (receipt.request.clone(), notice.request.clone());
            return Err(RecallError::OtherDelivery { held, given });
        }
        let replaced = notice.renumber.iter().map(|renumbering| &renumbering.old);
        for number in notice.delete.iter().chain(replaced) {
            self.rows.remove(number);
            self.told.insert(*number, corrected.clone());
        }
        let renumbered = notice.renumber.iter().map(|renumbering| &renumbering.row);
        for row in notice.add.iter().chain(&notice.correct).chain(renumbered) {
            self.rows.insert(row.insz(), *row);
            self.told.insert(row.insz(), corrected.clone());
        }
        Ok(())
    }

    /// What is wrong with the list by the corrected inputs.
    ///
    /// # Errors
    /// [`RecallError::OtherDay`] and [`RecallError::OtherRules`].
    pub fn recall(&self, corrected: &Placed) -> Result<Recall, RecallError> {
        let receipt = &self.receipt;
        require_same_question(receipt, corrected)?;
        let (was, is) = (&self.rows, rows_for(receipt, corrected));
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
            let before = self.told.get(&number).unwrap_or(&self.delivered);
            let mut correction = correction(number, kind, before, corrected);
            if let CorrectionKind::Missed(_) = kind {
                // Who is on the list that day has numbers without a fault: they are one person's.
                let numbers = corrected.caseload().person(number).map(|person| person.numbers());
                let mut numbers = numbers.iter().flat_map(Numbers::all);
                correction.instead_of = numbers.find(|held| was.contains_key(held)).copied();
            }
            Some(correction)
        });
        Ok(Recall {
            request: receipt.request.clone(),
            municipality: receipt.municipality,
            on: receipt.on,
            rules: receipt.options.rules(),
            inherited: receipt.options.inherited,
            purposes: receipt.purposes,
            kept_until: receipt.kept_until,
            corrections: corrections.collect(),
            corrected: CorrectedInputs(corrected.caseload().clone()),
        })
    }
}

/// The rows of the list that these inputs give.
fn rows_for(receipt: &Receipt, placed: &Placed) -> BTreeMap<Insz, DisclosureRow> {
    let list = DisclosureList::of(placed.eligible_in(receipt.municipality));
    list.rows().iter().map(|row| (row.insz(), *row)).collect()
}

/// Holds a delivery against persons placed by the corrected inputs, on the same day and under the same options.
///
/// # Errors
/// [`RecallError::OtherDay`] and [`RecallError::OtherRules`].
pub fn recall(delivery: &Delivery, corrected: &Placed) -> Result<Recall, RecallError> {
    HeldList::of(delivery).recall(corrected)
}

/// Holds the receipt of a delivery against persons placed by the original inputs, which are checked by their digests,
/// and by the corrected ones.
///
/// It takes the list for as it was delivered: where notices were given on it since, see [`HeldList`].
///
/// # Errors
/// [`RecallError`].
pub fn recall_receipt(
    receipt: &Receipt,
    original: &Placed,
    corrected: &Placed,
    key: &DigestKey,
) -> Result<Recall, RecallError> {
    HeldList::delivered(receipt, original, key)?.recall(corrected)
}

impl fmt::Debug for HeldList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut list = f.debug_struct("HeldList");
        list.field("request", &self.receipt.request).field("len", &self.rows.len()).finish_non_exhaustive()
    }
}
