//! Recall over all deliveries (*rechtzetting*): every list that was delivered, held against the corrected inputs.
//!
//! The lists are not kept: each is made again from the archived inputs of its delivery, which are checked by the
//! digests of the receipt. What a recall is, and what its two papers say, is the core's.

use core::fmt;

use inburgering::language::dutch_day;
use inburgering::{Caseload, DigestKey, Recall, RecallNotice, recall_receipt};

use crate::entry::LoggedDelivery;
use crate::log::{DisclosureLog, LogError};
use crate::originals::{Untold, with_each};

/// What a recall of one delivery found.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Recalled {
    /// The delivery.
    pub delivery: LoggedDelivery,
    /// What was wrong with it; or why that cannot be told.
    pub outcome: Result<Recall, Untold>,
}

/// What a recall of all deliveries found: those that were made or may have been, in their order.
///
/// `Display` is the agency's paper in Dutch, which shows the numbers; `Debug` shows none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Recalls {
    /// Each delivery.
    pub recalled: Vec<Recalled>,
}

impl Recalls {
    /// The deliveries that were wrong.
    pub fn wrong(&self) -> impl Iterator<Item = &Recall> {
        self.recalled.iter().filter_map(|one| one.outcome.as_ref().ok()).filter(|recall| !recall.is_empty())
    }

    /// The deliveries of which it cannot be told, with why.
    pub fn untold(&self) -> impl Iterator<Item = (&LoggedDelivery, &Untold)> {
        self.recalled.iter().filter_map(|one| Some((&one.delivery, one.outcome.as_ref().err()?)))
    }

    /// The notices for the municipalities whose lists were wrong.
    pub fn notices(&self) -> impl Iterator<Item = RecallNotice> {
        self.wrong().map(Recall::notice)
    }
}

/// Holds every delivery of the log against the corrected inputs.
///
/// `originals` leads from a delivery to the caseload that it was made from, if that is still there. Deliveries from the
/// same inputs share one, which is asked for once. `keys` are those of the log: that of the last entry must be among them.
///
/// # Errors
/// [`LogError`], also of a log that the keys do not verify. That of a delivery nothing can be told is no error.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use inburgering::{Caseload, DigestKey, RequestId};
/// use inburgering_archive::{DisclosureLog, LogError, recall_all};
///
/// /// How many municipalities must be told?
/// fn to_be_told(
///     log: &DisclosureLog,
///     archived: &BTreeMap<RequestId, Caseload>,
///     corrected: &Caseload,
///     keys: &[DigestKey],
/// ) -> Result<usize, LogError> {
///     let found = recall_all(log, |delivery| archived.get(delivery.request.id()).cloned(), corrected, keys)?;
///     Ok(found.notices().count())
/// }
/// ```
pub fn recall_all(
    log: &DisclosureLog,
    mut originals: impl FnMut(&LoggedDelivery) -> Option<Caseload>,
    corrected: &Caseload,
    keys: &[DigestKey],
) -> Result<Recalls, LogError> {
    let deliveries = log.trusted(keys)?;
    let recalled = with_each(&deliveries, keys, &mut originals, |delivery, original| {
        let outcome = original.and_then(|original| {
            let receipt = &delivery.receipt;
            let corrected = corrected.place(receipt.on, receipt.options.rules())?;
            let key = keys.iter().find(|key| *key.id() == receipt.digests.key);
            let key = key.ok_or_else(|| Untold::KeyNotGiven { key: receipt.digests.key.clone() })?;
            Ok(recall_receipt(receipt, original, &corrected, key)?)
        });
        Recalled { delivery: delivery.clone(), outcome }
    });
    Ok(Recalls { recalled })
}

impl fmt::Display for Recalls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (all, wrong, untold) = (self.recalled.len(), self.wrong().count(), self.untold().count());
        writeln!(f, "Rechtzetting van de mededelingen: stuk voor het agentschap\n")?;
        writeln!(f, "Mededelingen in het logboek: {all}")?;
        writeln!(f, "Juist: {}", all - wrong - untold)?;
        writeln!(f, "Recht te zetten: {wrong}")?;
        writeln!(f, "Niet na te gaan: {untold}")?;
        if untold > 0 {
            writeln!(f, "\nNiet na te gaan:")?;
        }
        for (delivery, why) in self.untold() {
            writeln!(f, "- {}: {}", InDutch(delivery), why.dutch())?;
        }
        for recall in self.wrong() {
            write!(f, "\n----\n\n{}", recall.agency_paper())?;
        }
        Ok(())
    }
}

/// A delivery as it is called in a Dutch text.
pub(crate) struct InDutch<'a>(pub(crate) &'a LoggedDelivery);

impl fmt::Display for InDutch<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let LoggedDelivery { delivery, request, receipt, .. } = self.0;
        let (to, on) = (receipt.municipality, dutch_day(receipt.on));
        write!(f, "mededeling {delivery} aan {} ({}) van {on}, aanvraag {}", to.name(), to.code(), request.id())
    }
}
