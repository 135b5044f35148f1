//! The settlement of a delivery that was begun and not ended: it is resumed or abandoned.

use std::fs;

use chrono::{DateTime, FixedOffset, NaiveDate};
use inburgering::{Assessment, DigestKey, Handover, Operator, Placed, Receipt, Records, deliver};
use inburgering_papers::{FILE_NAMES, LIST_FILE, RECEIPT_FILE};

use super::{Archive, ArchiveError, open_delivery, stands};
use crate::entry::{Entry, Event, Hand, LoggedDelivery};
use crate::folder::Staged;
use crate::log::{LogError, book_history};

/// What a delivery is written from once more: the same as the first time.
#[derive(Debug, Clone, Copy)]
pub struct Inputs<'a> {
    /// The assessment that granted the request.
    pub assessment: &'a Assessment,
    /// The persons placed on the day of delivery.
    pub placed: &'a Placed,
    /// The records.
    pub records: Records<'a>,
}

/// Who settles a delivery, when, and under which key.
#[derive(Debug, Clone, Copy)]
pub struct Settlement<'a> {
    /// Who: the caller's opaque text.
    pub operator: &'a Operator,
    /// The instant.
    pub at: DateTime<FixedOffset>,
    /// The key of the log.
    pub key: &'a DigestKey,
}

impl<'a> Settlement<'a> {
    /// By whom a delivery is handed over, it is settled.
    pub(super) const fn of(handover: Handover<'a>) -> Self {
        Self { operator: handover.operator, at: handover.delivered_at, key: handover.key }
    }

    /// The day of the instant.
    pub(super) fn day(&self) -> NaiveDate {
        Handover { operator: self.operator, delivered_at: self.at, key: self.key }.day()
    }

    /// Nothing is settled before it was begun: the log would tell a false instant. Nor at one that it cannot tell.
    fn require_after(&self, logged: &LoggedDelivery) -> Result<(), ArchiveError> {
        self.hand()?;
        let (begun_at, at) = (logged.receipt.delivered_at, self.at);
        if at < begun_at { Err(ArchiveError::BeforeBegun { delivery: logged.delivery, begun_at, at }) } else { Ok(()) }
    }

    /// Who makes the entry, and when: the log tells the hours and minutes of an offset.
    pub(super) fn hand(&self) -> Result<Hand<'a>, LogError> {
        let offset = *self.at.offset();
        if offset.local_minus_utc() % 60 == 0 {
            Ok(Hand { operator: self.operator, at: self.at })
        } else {
            Err(LogError::TimeZoneOffset { offset })
        }
    }
}

impl Archive {
    /// Ends a delivery that was begun: where its folder stands, the log says so; where it does not, it is written again
    /// from the inputs, which must give the same receipt. That can be done on the day of delivery alone: on a later one
    /// the request must be judged anew, so the delivery is abandoned and another made.
    ///
    /// # Errors
    /// [`ArchiveError`]: [`InputsNeeded`](ArchiveError::InputsNeeded) if the folder is not there and no inputs are given,
    /// [`OtherInputs`](ArchiveError::OtherInputs) if others are, [`DayPassed`](ArchiveError::DayPassed) if it is another day,
    /// [`OtherFolder`](ArchiveError::OtherFolder) if another folder has the name; [`BeforeBegun`](ArchiveError::BeforeBegun).
    pub fn resume(
        &self,
        delivery: u64,
        inputs: Option<Inputs<'_>>,
        settlement: Settlement<'_>,
    ) -> Result<Entry, ArchiveError> {
        let deliveries = self.log.trusted(&self.keys(settlement.key).all())?;
        let logged = open_delivery(&deliveries, delivery)?;
        settlement.require_after(logged)?;
        let staged = if stands(&self.folder_of(logged))? {
            None
        } else {
            let (on, day) = (logged.receipt.on, settlement.day());
            if day != on {
                return Err(ArchiveError::DayPassed { delivery, on, day });
            }
            let inputs = inputs.ok_or(ArchiveError::InputsNeeded { delivery })?;
            Some(self.write_again(logged, &deliveries, inputs, settlement.key)?)
        };
        self.log.write(self.keys(settlement.key), |book| self.finish(book, delivery, staged, settlement))
    }

    /// Gives a delivery up that was begun: its request takes no year any more.
    ///
    /// Only for one that never left the house: a folder that was there and was moved cannot be seen.
    ///
    /// # Errors
    /// [`ArchiveError`]: [`FolderStands`](ArchiveError::FolderStands) if its folder is there;
    /// [`BeforeBegun`](ArchiveError::BeforeBegun).
    pub fn abandon(&self, delivery: u64, settlement: Settlement<'_>) -> Result<Entry, ArchiveError> {
        self.log.write(self.keys(settlement.key), |book| {
            let logged = open_delivery(book.deliveries(), delivery)?;
            settlement.require_after(logged)?;
            let path = self.folder_of(logged);
            if stands(&path)? {
                self.require_own_folder(logged)?;
                return Err(ArchiveError::FolderStands { delivery, path });
            }
            Ok(book.add(Event::Abandoned { delivery }, settlement.hand()?)?)
        })
    }

    /// The folder that stands must be that of the delivery, with all its files, and the list that was delivered.
    pub(super) fn require_whole_folder(&self, logged: &LoggedDelivery, key: &DigestKey) -> Result<(), ArchiveError> {
        self.require_own_folder(logged)?;
        let (delivery, path) = (logged.delivery, self.folder_of(logged));
        let id = &logged.receipt.digests.key;
        let key = self.keys(key).all().into_iter().find(|key| key.id() == id);
        let key = key.ok_or_else(|| LogError::KeyNotGiven { sequence: delivery, key: id.clone() })?;
        let is_list = |list: Vec<u8>| key.digest("list", &list) == logged.receipt.digests.list;
        if FILE_NAMES.iter().all(|name| path.join(name).is_file()) && fs::read(path.join(LIST_FILE)).is_ok_and(is_list)
        {
            Ok(())
        } else {
            Err(ArchiveError::OtherFolder { delivery, path })
        }
    }

    /// The folder that stands must have the receipt of the delivery.
    fn require_own_folder(&self, logged: &LoggedDelivery) -> Result<(), ArchiveError> {
        let path = self.folder_of(logged);
        let read = fs::read(path.join(RECEIPT_FILE));
        let receipt = read.ok().and_then(|json| serde_json::from_slice::<Receipt>(&json).ok());
        if receipt.as_ref() == Some(&logged.receipt) {
            Ok(())
        } else {
            Err(ArchiveError::OtherFolder { delivery: logged.delivery, path })
        }
    }

    fn write_again(
        &self,
        logged: &LoggedDelivery,
        deliveries: &[LoggedDelivery],
        inputs: Inputs<'_>,
        key: &DigestKey,
    ) -> Result<Staged, ArchiveError> {
        // The delivery must not stand in its own way.
        let others = deliveries.iter().filter(|other| other.is_live() && other.delivery != logged.delivery);
        let history = book_history(inputs.records.history, others)?;
        let receipt = &logged.receipt;
        let handover = Handover { operator: &receipt.operator, delivered_at: receipt.delivered_at, key };
        let records = Records { history: &history, ..inputs.records };
        let delivery = deliver(inputs.assessment, inputs.placed, records, handover)?;
        let mut differing = differing(receipt, &delivery.receipt);
        if differing.is_empty() && *inputs.assessment.request() != logged.request {
            differing.push("request".into());
        }
        if !differing.is_empty() {
            return Err(ArchiveError::OtherInputs { delivery: logged.delivery, differing });
        }
        self.stage(&self.folder_of(logged), &delivery)
    }
}

/// The parts in which two receipts differ, by their names.
fn differing(one: &Receipt, other: &Receipt) -> Vec<String> {
    let parts = |receipt: &Receipt| match serde_json::to_value(receipt) {
        Ok(serde_json::Value::Object(parts)) => parts,
        _ => serde_json::Map::new(),
    };
    let (one, other) = (parts(one), parts(other));
    one.iter().filter(|(name, part)| other.get(*name) != Some(part)).map(|(name, _)| name.clone()).collect()
}
