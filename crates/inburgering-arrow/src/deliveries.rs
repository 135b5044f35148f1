//! Deliveries by their receipts, as a table.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{Date32Builder, ListBuilder, StringBuilder, TimestampMicrosecondBuilder, UInt64Builder};
use arrow_schema::{DataType, Field, Schema, TimeUnit};
use inburgering::{Purpose, Receipt};

use crate::Batches;
use crate::batches::Columns;

/// Deliveries, a row each: who, which data, when, why. Each is given with its number in a log, the word for what became
/// of it, and its receipt.
///
/// | column | type | |
/// |---|---|---|
/// | `delivery` | `UInt64` | the number in the log |
/// | `state` | text | what became of it |
/// | `requester`, `operator` | text | who asked, who delivered |
/// | `municipality` | text | the code of the one that got the list |
/// | `on` | `Date32` | the day of delivery |
/// | `delivered_at` | `Timestamp` (microseconds, UTC) | the instant |
/// | `received_on` | `Date32` | the day on which the request was received |
/// | `request`, `protocol` | text | their names |
/// | `purposes` | list of text | why |
/// | `legal_basis` | text | why |
/// | `listed` | `UInt64` | how many persons |
/// | `key` | text | the id of the key of the digests |
/// | `kept_until` | `Date32` | the last day on which the list may be kept |
///
/// ```
/// use inburgering::Delivery;
///
/// /// The log of today, as a table.
/// fn table(today: &[Delivery]) -> inburgering_arrow::Batches {
///     inburgering_arrow::deliveries((1..).zip(today).map(|(number, delivery)| (number, "done", &delivery.receipt)))
/// }
/// ```
pub fn deliveries<'a>(rows: impl Iterator<Item = (u64, &'static str, &'a Receipt)>) -> Batches {
    Batches::of::<Deliveries>(rows.map(|(delivery, state, receipt)| DeliveryRow {
        delivery,
        state,
        receipt: receipt.clone(),
    }))
}

struct DeliveryRow {
    delivery: u64,
    state: &'static str,
    receipt: Receipt,
}

#[derive(Default)]
struct Deliveries {
    delivery: UInt64Builder,
    state: StringBuilder,
    requester: StringBuilder,
    operator: StringBuilder,
    municipality: StringBuilder,
    on: Date32Builder,
    delivered_at: TimestampMicrosecondBuilder,
    received_on: Date32Builder,
    request: StringBuilder,
    protocol: StringBuilder,
    purposes: ListBuilder<StringBuilder>,
    legal_basis: StringBuilder,
    listed: UInt64Builder,
    key: StringBuilder,
    kept_until: Date32Builder,
}

impl Columns for Deliveries {
    type Row = DeliveryRow;

    fn schema() -> Schema {
        let instant = DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into()));
        let purposes = DataType::List(Arc::new(Field::new_list_field(DataType::Utf8, true)));
        let columns = [
            ("delivery", DataType::UInt64),
            ("state", DataType::Utf8),
            ("requester", DataType::Utf8),
            ("operator", DataType::Utf8),
            ("municipality", DataType::Utf8),
            ("on", DataType::Date32),
            ("delivered_at", instant),
            ("received_on", DataType::Date32),
            ("request", DataType::Utf8),
            ("protocol", DataType::Utf8),
            ("purposes", purposes),
            ("legal_basis", DataType::Utf8),
            ("listed", DataType::UInt64),
            ("key", DataType::Utf8),
            ("kept_until", DataType::Date32),
        ];
        Schema::new(columns.map(|(name, of)| Field::new(name, of, false)).to_vec())
    }

    fn push(&mut self, DeliveryRow { delivery, state, receipt }: DeliveryRow) {
        self.delivery.append_value(delivery);
        self.state.append_value(state);
        self.requester.append_value(receipt.requester);
        self.operator.append_value(receipt.operator);
        self.municipality.append_value(receipt.municipality.code().to_string());
        self.on.append_value(receipt.on.to_epoch_days());
        self.delivered_at.append_value(receipt.delivered_at.timestamp_micros());
        self.received_on.append_value(receipt.received_on.to_epoch_days());
        self.request.append_value(receipt.request);
        self.protocol.append_value(receipt.protocol);
        self.purposes.append_value(receipt.purposes.iter().map(Purpose::as_str).map(Some));
        self.legal_basis.append_value(receipt.legal_basis.as_str());
        self.listed.append_value(receipt.counts.listed as u64);
        self.key.append_value(receipt.digests.key.as_str());
        self.kept_until.append_value(receipt.kept_until.to_epoch_days());
    }

    fn finish(&mut self) -> Vec<ArrayRef> {
        vec![
            Arc::new(self.delivery.finish()),
            Arc::new(self.state.finish()),
            Arc::new(self.requester.finish()),
            Arc::new(self.operator.finish()),
            Arc::new(self.municipality.finish()),
            Arc::new(self.on.finish()),
            Arc::new(self.delivered_at.finish().with_timezone("UTC")),
            Arc::new(self.received_on.finish()),
            Arc::new(self.request.finish()),
            Arc::new(self.protocol.finish()),
            Arc::new(self.purposes.finish()),
            Arc::new(self.legal_basis.finish()),
            Arc::new(self.listed.finish()),
            Arc::new(self.key.finish()),
            Arc::new(self.kept_until.finish()),
        ]
    }
}
