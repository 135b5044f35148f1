//! The notification of a municipality that its list was wrong: the notice of a recall, given and logged.

use inburgering::{RecallNotice, Register};

use super::{Archive, ArchiveError, Settlement, delivery_called};
use crate::entry::{DeliveryState, Entry, Event};
use crate::notice_receipt::NoticeReceipt;
use crate::originals::name_of_notice;
use crate::recalls::Recalled;

/// A notice that may be given: what it says, and the entry of the log that tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
#[must_use]
pub struct Notified {
    /// What is to be said to the municipality, and what is withheld.
    pub notice: RecallNotice,
    /// The entry; none where nothing may be said.
    pub entry: Option<Entry>,
    /// The name under which to archive the corrected inputs ([`Wanted::name`](crate::Wanted::name)), if there is an entry.
    pub inputs: Option<String>,
}

impl Archive {
    /// The notice of what is wrong with a delivery, for the municipality that has the list on the day of the settlement;
    /// the log has it before the caller does, so that none is given unlogged. One that was logged and did not arrive is
    /// found again by the next recall ([`Recalled::given`]).
    ///
    /// What may not be said on that day is withheld ([`RecallNotice::withheld`]). Keep the corrected inputs: the next recall,
    /// and the answer to a participant, find by them what the notice said.
    ///
    /// # Errors
    /// [`ArchiveError`]: [`Unfinished`](ArchiveError::Unfinished) if it is not known whether the list was delivered,
    /// [`NothingWrong`](ArchiveError::NothingWrong), [`RecalledBefore`](ArchiveError::RecalledBefore) if the log tells more
    /// of it since the recall, and [`NoticeBackdated`](ArchiveError::NoticeBackdated) if it has a later entry about it. Then the log
    /// has no notice more.
    pub fn notify(
        &self,
        recalled: &Recalled,
        protocols: &Register,
        settlement: Settlement<'_>,
    ) -> Result<Notified, ArchiveError> {
        let delivery = recalled.delivery().delivery;
        let (Some(recall), Some(corrected)) = (recalled.wrong(), recalled.corrected()) else {
            return Err(ArchiveError::NothingWrong { delivery });
        };
        let notice = recall.notice(settlement.day(), protocols)?;
        // Digests of whole inputs are made while others may use the log.
        let receipt = || NoticeReceipt::of(&notice, recall.purposes, corrected, settlement.key);
        let receipt = (!notice.is_empty()).then(receipt);
        self.log.write(self.keys(settlement.key), |book| {
            let logged = delivery_called(book.deliveries(), delivery)?;
            if logged.state == DeliveryState::Intended {
                return Err(ArchiveError::Unfinished { request: logged.request.id().clone(), delivery });
            }
            if logged != recalled.delivery() {
                return Err(ArchiveError::RecalledBefore { delivery });
            }
            let (at, last_at) = (settlement.at, logged.last_at);
            let last = Settlement { at: last_at, ..settlement };
            // By both: where the offsets differ, a later instant can be on an earlier day.
            if at < last_at || settlement.day() < last.day() {
                return Err(ArchiveError::NoticeBackdated { delivery, at, last_at });
            }
            let Some(receipt) = receipt else { return Ok(Notified { notice, entry: None, inputs: None }) };
            let inputs = Some(name_of_notice(logged, logged.notices.len()));
            let event = Event::Noticed { delivery, receipt: Box::new(receipt) };
            let entry = Some(book.add(event, settlement.hand()?)?);
            Ok(Notified { notice, entry, inputs })
        })
    }
}
