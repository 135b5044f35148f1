//! The entry of the log (*regel van het logboek*): an intent to deliver, that it was done, or that it was abandoned.
//!
//! E-government decree of 18 July 2008, art. 8 §1, 13°: who, which data, when, why. No register number can stand in an
//! entry: its texts are those of a receipt, which are checked when they are made. Leaves out how entries are kept: see
//! the log.

use chrono::{DateTime, FixedOffset, NaiveDate};
use inburgering::{Digest, KeyId, Operator, Purpose, Receipt, Request};

use crate::chain::Field;

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

/// A delivery by the log: its intent, and what became of it.
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
pub(crate) const FIELDS: [&str; 18] = [
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
    let (delivery, word, intent) = match event {
        Event::Intended(intent) => (sequence, DeliveryState::Intended, Some(intent)),
        Event::Done { delivery } => (*delivery, DeliveryState::Done, None),
        Event::Abandoned { delivery } => (*delivery, DeliveryState::Abandoned, None),
    };
    let mut values = vec![
        Some(delivery.to_string()),
        Some(word.to_string()),
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
    Ok(FIELDS.into_iter().zip(values).collect())
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
    let settle = |deliveries: &mut Vec<LoggedDelivery>, called: u64, state| {
        if let Ok(at) = deliveries.binary_search_by_key(&called, |logged| logged.delivery)
            && let Some(logged) = deliveries.get_mut(at)
        {
            logged.state = state;
        }
    };
    for entry in entries {
        match &entry.event {
            Event::Intended(intent) => {
                let Intent { request, receipt, folder } = (**intent).clone();
                let (delivery, state) = (entry.sequence, DeliveryState::Intended);
                deliveries.push(LoggedDelivery { delivery, state, request, receipt, folder });
            }
            Event::Done { delivery } => settle(&mut deliveries, *delivery, DeliveryState::Done),
            Event::Abandoned { delivery } => settle(&mut deliveries, *delivery, DeliveryState::Abandoned),
        }
    }
    deliveries
}
