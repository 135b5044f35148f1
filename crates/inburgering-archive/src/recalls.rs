//! Recall over all deliveries (*rechtzetting*): every list that was delivered, held against the corrected inputs.
//!
//! A recall reads no list: each is made again from the archived inputs of its delivery, and put right by the notices that
//! were given on it, which are found again from theirs; all are checked by the digests of the receipts. What a recall is,
//! and what its two papers say, is the core's. Leaves out to give a notice: see the archive.

use core::fmt;

use inburgering::language::dutch_day;
use inburgering::{Caseload, DigestKey, Placed, Recall, RecallNotice};

use crate::entry::{DeliveryState, LoggedDelivery};
use crate::log::{DisclosureLog, LogError};
use crate::originals::{Untold, Wanted, with_each};

/// What a recall of one delivery found.
///
/// `Debug` shows no register number.
#[derive(Debug, Clone)]
pub struct Recalled {
    delivery: LoggedDelivery,
    outcome: Result<Recall, Untold>,
    given: Vec<RecallNotice>,
    /// The persons placed by the corrected inputs on the day of the delivery.
    corrected: Option<Placed>,
}

/// What was found counts, not by which inputs.
impl PartialEq for Recalled {
    fn eq(&self, other: &Self) -> bool {
        (&self.delivery, &self.outcome, &self.given) == (&other.delivery, &other.outcome, &other.given)
    }
}

impl Eq for Recalled {}

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
    /// What is wrong with each delivery of which anything is.
    pub fn wrong(&self) -> impl Iterator<Item = &Recall> {
        self.recalled.iter().filter_map(Recalled::wrong)
    }

    /// The deliveries on which a notice is to be given: those with which anything is wrong and that are known to be done.
    /// Where all of it is withheld on the day, the notice says nothing.
    pub fn to_notify(&self) -> impl Iterator<Item = &Recalled> {
        let is_done = |one: &&Recalled| one.delivery.state == DeliveryState::Done;
        self.recalled.iter().filter(|one| one.wrong().is_some()).filter(is_done)
    }

    /// The deliveries of which it cannot be told, with why.
    pub fn untold(&self) -> impl Iterator<Item = (&LoggedDelivery, &Untold)> {
        self.recalled.iter().filter_map(|one| Some((&one.delivery, one.outcome.as_ref().err()?)))
    }
}

impl Recalled {
    /// The delivery.
    pub const fn delivery(&self) -> &LoggedDelivery {
        &self.delivery
    }

    /// What is wrong with it, as the municipality holds it after the notices on it.
    ///
    /// # Errors
    /// [`Untold`]: why that cannot be told.
    pub const fn outcome(&self) -> Result<&Recall, &Untold> {
        self.outcome.as_ref()
    }

    /// What is wrong with it, if anything is.
    pub fn wrong(&self) -> Option<&Recall> {
        self.outcome.as_ref().ok().filter(|recall| !recall.is_empty())
    }

    /// The notices that were given on it, in their order, up to the first that cannot be told: to give one again that was
    /// logged and did not arrive.
    pub fn given(&self) -> &[RecallNotice] {
        &self.given
    }

    pub(crate) const fn corrected(&self) -> Option<&Placed> {
        self.corrected.as_ref()
    }
}

/// Holds every delivery of the log against the corrected inputs.
///
/// `originals` leads to the caseload that a delivery was made from, or by which a notice on it was given, if that is
/// still there. Those from the same inputs share one, which is asked for once as a rule. `keys` are all those of the log.
///
/// # Errors
/// [`LogError`], also of a log that the keys do not verify. That of a delivery nothing can be told is no error.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use inburgering::{Caseload, DigestKey};
/// use inburgering_archive::{DisclosureLog, LogError, recall_all};
///
/// /// How many municipalities must be told?
/// fn to_be_told(
///     log: &DisclosureLog,
///     archived: &BTreeMap<String, Caseload>,
///     corrected: &Caseload,
///     keys: &[DigestKey],
/// ) -> Result<usize, LogError> {
///     let found = recall_all(log, |wanted| archived.get(&wanted.name()).cloned(), corrected, keys)?;
///     Ok(found.to_notify().count())
/// }
/// ```
pub fn recall_all(
    log: &DisclosureLog,
    mut originals: impl FnMut(&Wanted<'_>) -> Option<Caseload>,
    corrected: &Caseload,
    keys: &[DigestKey],
) -> Result<Recalls, LogError> {
    let mut deliveries = log.trusted(keys)?;
    deliveries.retain(LoggedDelivery::is_live);
    let recalled = with_each(&deliveries, keys, &mut originals, |delivery, told| {
        let mut given = Vec::new();
        let mut of_day = None;
        let outcome = told.and_then(|told| {
            given.extend(told.notices.iter().map(|(notice, _)| notice.clone()));
            // What the municipality holds is known only if every notice is.
            told.then.clone().map_or(Ok(()), Err)?;
            let receipt = &delivery.receipt;
            let corrected = corrected.place(receipt.on, receipt.options.rules())?;
            let recall = told.held.recall(&corrected)?;
            of_day = Some(corrected);
            Ok(recall)
        });
        Recalled { delivery: delivery.clone(), outcome, given, corrected: of_day }
    });
    Ok(Recalls { recalled })
}

impl fmt::Display for Recalls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (all, wrong, untold) = (self.recalled.len(), self.wrong().count(), self.untold().count());
        writeln!(f, "Rechtzetting van de mededelingen: stuk voor het agentschap\n")?;
        writeln!(f, "Mededelingen, zonder de afgebroken: {all}")?;
        writeln!(f, "Juist: {}", all - wrong - untold)?;
        writeln!(f, "Recht te zetten: {wrong}")?;
        writeln!(f, "Niet na te gaan: {untold}")?;
        if untold > 0 {
            writeln!(f, "\nNiet na te gaan:")?;
        }
        for (delivery, why) in self.untold() {
            writeln!(f, "- {}: {}", InDutch(delivery), why.dutch())?;
        }
        for one in self.recalled.iter().filter(|one| one.wrong().is_some()) {
            writeln!(f, "\n----\n")?;
            if one.delivery.state == DeliveryState::Intended {
                writeln!(
                    f,
                    "Let op: het is niet zeker dat deze mededeling {} de gemeente heeft bereikt.",
                    one.delivery.delivery
                )?;
                writeln!(f, "Voer ze uit of breek ze af; pas daarna kan een rechtzetting gegeven worden.\n")?;
            }
            for notice in &one.delivery.notices {
                writeln!(f, "Al rechtgezet op {}; dit komt er nog bij.\n", dutch_day(notice.receipt.given_on))?;
            }
            one.wrong().map_or(Ok(()), |recall| write!(f, "{}", recall.agency_paper()))?;
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
