//! The log while it is locked by one writer: what it holds, and what is added.

use inburgering::{DigestKey, History, HistoryError, RequestRecord, RequestState};
use rusqlite::{Transaction, params_from_iter};

use super::{DisclosureLog, LogError, require_trusted};
use crate::chain::mac;
use crate::entry::{Entry, Event, FIELDS, Hand, LoggedDelivery, Row, deliveries, fields};

/// The key of what is added, and those of before.
#[derive(Clone, Copy)]
pub(crate) struct Keys<'a> {
    pub(crate) key: &'a DigestKey,
    pub(crate) old_keys: &'a [DigestKey],
}

impl Keys<'_> {
    /// All of them.
    pub(crate) fn all(self) -> Vec<DigestKey> {
        core::iter::once(self.key).chain(self.old_keys).cloned().collect()
    }
}

/// What the log holds, locked: nobody else writes until it is dropped.
pub(crate) struct Book<'a> {
    log: &'a DisclosureLog,
    transaction: &'a Transaction<'a>,
    key: &'a DigestKey,
    deliveries: Vec<LoggedDelivery>,
    last: u64,
    mac: String,
}

impl<'a> Book<'a> {
    /// Reads it; it must be as it was written.
    pub(super) fn open(
        log: &'a DisclosureLog,
        transaction: &'a Transaction<'a>,
        keys: Keys<'a>,
        rows: &[Row],
    ) -> Result<Self, LogError> {
        require_trusted(rows, &keys.all())?;
        let entries: Vec<Entry> = rows.iter().map(|row| log.entry(row)).collect::<Result<_, _>>()?;
        let (last, mac) = rows.last().map_or((0, String::new()), |row| (row.sequence, row.mac.clone()));
        Ok(Self { log, transaction, key: keys.key, deliveries: deliveries(&entries), last, mac })
    }

    /// Every delivery, in the order of their intents.
    pub(crate) fn deliveries(&self) -> &[LoggedDelivery] {
        &self.deliveries
    }

    /// Adds an entry, and sees that the database has it.
    pub(crate) fn add(&mut self, event: Event, hand: Hand<'_>) -> Result<Entry, LogError> {
        let sequence = self.last.saturating_add(1);
        let unwritten = |system| LogError::Database { path: self.log.path.clone(), system };
        let fields = fields(sequence, &event, hand, self.key.id()).map_err(|error| unwritten(error.to_string()))?;
        let mac = mac(self.key, sequence, &self.mac, &fields);
        let row = Row { sequence, fields, previous: self.mac.clone(), mac: mac.to_string() };
        let marks = vec!["?"; FIELDS.len() + 3].join(", ");
        let sql = format!("INSERT INTO entries (sequence, previous, mac, {}) VALUES ({marks})", FIELDS.join(", "));
        let chain = [sequence.to_string(), row.previous.clone(), row.mac.clone()].map(Some);
        let values = chain.into_iter().chain(row.fields.iter().map(|(_, value)| value.clone()));
        self.transaction.execute(&sql, params_from_iter(values)).map_err(|error| self.log.error(&error))?;
        // A guard that somebody put in can swallow a row without an error, or write another over it.
        let first = i64::try_from(sequence).unwrap_or(i64::MAX);
        if self.log.rows_from(self.transaction, first)? != [row] {
            return Err(LogError::NotKept { path: self.log.path.clone(), sequence });
        }
        (self.last, self.mac) = (sequence, mac.to_string());
        let (operator, at, key) = (hand.operator.clone(), hand.at, self.key.id().clone());
        Ok(Entry { sequence, event, operator, at, key, mac })
    }
}

/// The history of the past with these deliveries in it. Where the two differ, the log is right.
pub(crate) fn history<'a>(
    past: &History,
    deliveries: impl Iterator<Item = &'a LoggedDelivery>,
) -> Result<History, HistoryError> {
    let mut history = History::new();
    for logged in deliveries {
        let on = logged.receipt.on;
        let recorded = past.get(logged.request.id()).filter(|record| *record.request() == logged.request);
        let record = match recorded {
            Some(record) if record.last_step().state == RequestState::Delivered => record.clone(),
            _ => {
                let mut record = RequestRecord::new(logged.request.clone());
                record.take(RequestState::Granted, on)?;
                record.take(RequestState::Delivered, on)?;
                record
            }
        };
        history.add(record)?;
    }
    for record in past.records() {
        if history.get(record.request().id()).is_none() {
            history.add(record.clone())?;
        }
    }
    Ok(history)
}
