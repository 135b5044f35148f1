//! The entry of the log (*regel van het logboek*): an intent to deliver, that it was done or abandoned, or a notice on it.
//!
//! E-government decree of 18 July 2008, art. 8 §1, 13°: who, which data, when, why. No register number can stand in an
//! entry: its texts are those of a receipt, which are checked when they are made. Leaves out how entries are kept: see
//! the log.

use chrono::{DateTime, FixedOffset, NaiveDate};
use inburgering::{Digest, KeyId, Operator, Purpose, Receipt, Request};

use crate::chain::Field;
use crate::notice_receipt::{LoggedNotice, NoticeReceipt};

/// An entry of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// Its number, from 1, without gaps.
    pub sequence: u64,
    /// What it says.
    pub event: Event,
    /// Who made it.
    pub operator: Operator,
    /// The instant at which it was made.
    pub at: DateTime<FixedOffset>,
    /// The id of the key under which it is chained.
    pub key: KeyId,
    /// What ties it to its place and to the entry before it.
    pub mac: Digest,
}

/// What an entry says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A list is about to be delivered; the request takes its year from now on.
    Intended(Box<Intent>),
    /// It was delivered: the folder stands under its own name.
    Done {
        /// The number of the entry with the intent.
        delivery: u64,
    },
    /// It was not delivered, and takes no year any more.
    Abandoned {
        /// The number of the entry with the intent.
        delivery: u64,
    },
    /// A notice was given on it, or is about to be.
    Noticed {
        /// The number of the entry with the intent.
        delivery: u64,
        /// The receipt of the notice.
        receipt: Box<NoticeReceipt>,
    },
}

impl Event {
    /// What kind of event it is.
    pub const fn kind(&self) -> EventKind {
        match self {
            Self::Intended(_) => EventKind::Intended,
            Self::Done { .. } => EventKind::Done,
            Self::Abandoned { .. } => EventKind::Abandoned,
            Self::Noticed { .. } => EventKind::Noticed,
        }
    }
}

/// The kind of an [`Event`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EventKind {
    /// A list is about to be delivered.
    Intended,
    /// It was delivered.
    Done,
    /// It was not delivered.
    Abandoned,
    /// A notice was given on it.
    Noticed,
}

impl EventKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Intended, Self::Done, Self::Abandoned, Self::Noticed];

    /// The stable text of the kind, in `snake_case`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Intended => "intended",
            Self::Done => "done",
            Self::Abandoned => "abandoned",
            Self::Noticed => "noticed",
        }
    }
}

/// The stable text ([`EventKind::as_str`]).
impl core::fmt::Display for EventKind {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What is about to be delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Intent {
    /// The request.
    pub request: Request,
    /// The receipt.
    pub receipt: Receipt,
    /// The name of the folder among the others.
    pub folder: String,
}

/// What became of a delivery (*stand van de mededeling*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DeliveryState {
    /// Begun, and not known to be done: resume or abandon it.
    Intended,
    /// Done.
    Done,
    /// Abandoned.
    Abandoned,
}

impl DeliveryState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Intended, Self::Done, Self::Abandoned];

    /// The stable text of the state, in `snake_case`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Intended => "intended",
            Self::Done => "done",
            Self::Abandoned => "abandoned",
        }
    }
}

/// The stable text ([`DeliveryState::as_str`]).
impl core::fmt::Display for DeliveryState {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A delivery by the log: its intent, what became of it, and the notices on it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LoggedDelivery {
    /// The number of the entry with the intent, by which the delivery is called.
    pub delivery: u64,
    /// What became of it.
    pub state: DeliveryState,
    /// The request.
    pub request: Request,
    /// The receipt.
    pub receipt: Receipt,
    /// The name of the folder among the others.
    pub folder: String,
    /// The notices that were given on it, in their order.
    pub notices: Vec<LoggedNotice>,
    /// The instant of the last entry about it: its intent, its end or a notice.
    pub last_at: DateTime<FixedOffset>,
}

impl LoggedDelivery {
    /// Whether the list was delivered, or may have been.
    pub const fn is_live(&self) -> bool {
        !matches!(self.state, DeliveryState::Abandoned)
    }
}

/// Who makes an entry, and when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hand<'a> {
    pub(crate) operator: &'a Operator,
    pub(crate) at: DateTime<FixedOffset>,
}

/// The fields of an entry that the MAC covers, beside its number and the MAC before it, in their order.
pub(crate) const FIELDS: [&str; 19] = [
    "delivery",
    "event",
    "operator",
    "at",
    "key",
    "requester",
    "municipality",
    "delivered_on",
    "received_on",
    "request",
    "protocol",
    "purposes",
    "legal_basis",
    "listed",
    "kept_until",
    "folder",
    "asked",
    "receipt",
    "notice",
];

/// An entry as it is kept: every field as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) sequence: u64,
    /// The fields, in the order of [`FIELDS`].
    pub(crate) fields: Vec<Field>,
    pub(crate) previous: String,
    pub(crate) mac: String,
}

/// The fields of an entry that is to be made.
pub(crate) fn fields(sequence: u64, event: &Event, hand: Hand<'_>, key: &KeyId) -> serde_json::Result<Vec<Field>> {
    let (delivery, intent) = match event {
        Event::Intended(intent) => (sequence, Some(intent)),
        Event::Done { delivery } | Event::Abandoned { delivery } | Event::Noticed { delivery, .. } => (*delivery, None),
    };
    let mut values = vec![
        Some(delivery.to_string()),
        Some(event.kind().to_string()),
        Some(hand.operator.to_string()),
        Some(hand.at.to_rfc3339()),
        Some(key.to_string()),
    ];
    if let Some(intent) = intent {
        let Intent { request, receipt, folder } = &**intent;
        let purposes: Vec<&str> = receipt.purposes.iter().map(Purpose::as_str).collect();
        let day = |day: NaiveDate| Some(day.to_string());
        values.extend([
            Some(receipt.requester.to_string()),
            Some(receipt.municipality.code().to_string()),
            day(receipt.on),
            day(receipt.received_on),
            Some(receipt.request.to_string()),
            Some(receipt.protocol.to_string()),
            Some(purposes.join(",")),
            Some(receipt.legal_basis.to_string()),
            Some(receipt.counts.listed.to_string()),
            day(receipt.kept_until),
            Some(folder.clone()),
            Some(serde_json::to_string(request)?),
            Some(serde_json::to_string(receipt)?),
        ]);
    }
    values.resize(FIELDS.len(), None);
    let mut fields: Vec<Field> = FIELDS.into_iter().zip(values).collect();
    if let Event::Noticed { receipt, .. } = event {
        let mut set = |name: &str, value: String| {
            if let Some(field) = fields.iter_mut().find(|(field, _)| *field == name) {
                field.1 = Some(value);
            }
        };
        set("municipality", receipt.municipality.code().to_string());
        set("notice", serde_json::to_string(receipt)?);
    }
    Ok(fields)
}

impl Row {
    /// The text of a field.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(field, _)| *field == name)?.1.as_deref()
    }

    /// The entry that the row holds; none if it is not one that was written here.
    pub(crate) fn entry(&self) -> Option<Entry> {
        let delivery = self.field("delivery")?.parse().ok()?;
        let event = match self.field("event")? {
            "intended" => Event::Intended(Box::new(Intent {
                request: serde_json::from_str(self.field("asked")?).ok()?,
                receipt: serde_json::from_str(self.field("receipt")?).ok()?,
                folder: self.field("folder")?.into(),
            })),
            "done" => Event::Done { delivery },
            "abandoned" => Event::Abandoned { delivery },
            "noticed" => Event::Noticed { delivery, receipt: serde_json::from_str(self.field("notice")?).ok()? },
            _ => return None,
        };
        Some(Entry {
            sequence: self.sequence,
            event,
            operator: self.field("operator")?.parse().ok()?,
            at: DateTime::parse_from_rfc3339(self.field("at")?).ok()?,
            key: self.field("key")?.parse().ok()?,
            mac: self.mac.parse().ok()?,
        })
    }
}

/// The deliveries that entries tell of, in the order of their intents.
pub(crate) fn deliveries(entries: &[Entry]) -> Vec<LoggedDelivery> {
    let mut deliveries: Vec<LoggedDelivery> = Vec::new();
    let called = |deliveries: &mut Vec<LoggedDelivery>, delivery: u64, change: &dyn Fn(&mut LoggedDelivery)| {
        if let Ok(at) = deliveries.binary_search_by_key(&delivery, |logged| logged.delivery)
            && let Some(logged) = deliveries.get_mut(at)
        {
            change(logged);
        }
    };
    for entry in entries {
        match &entry.event {
            Event::Intended(intent) => {
                let Intent { request, receipt, folder } = (**intent).clone();
                let (delivery, state, notices) = (entry.sequence, DeliveryState::Intended, Vec::new());
                let last_at = entry.at;
                deliveries.push(LoggedDelivery { delivery, state, request, receipt, folder, notices, last_at });
            }
            Event::Done { delivery } => {
                called(&mut deliveries, *delivery, &|logged| {
                    (logged.state, logged.last_at) = (DeliveryState::Done, entry.at);
                });
            }
            Event::Abandoned { delivery } => {
                called(&mut deliveries, *delivery, &|logged| {
                    (logged.state, logged.last_at) = (DeliveryState::Abandoned, entry.at);
                });
            }
            Event::Noticed { delivery, receipt } => called(&mut deliveries, *delivery, &|logged| {
                let (operator, key, receipt) = (entry.operator.clone(), entry.key.clone(), (**receipt).clone());
                logged.notices.push(LoggedNotice { notice: entry.sequence, operator, at: entry.at, key, receipt });
                logged.last_at = entry.at;
            }),
        }
    }
    deliveries
}
