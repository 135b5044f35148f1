//! Deliveries by their receipts, as a table.

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, TimestampMicrosecondType, UInt64Type};
use inburgering::UnreadableRows;
use inburgering_arrow::deliveries;

use crate::delivering::delivery;
use crate::tables::{day, small};

#[test]
fn a_row_says_who_got_which_data_when_and_why() {
    let delivery = delivery(&small().to_caseload(UnreadableRows::Refused).unwrap());
    let rows = [(1, "done", &delivery.receipt), (3, "abandoned", &delivery.receipt)];
    let table = deliveries(rows.into_iter());
    let [batch] = table.batches() else { panic!("{table:?}") };
    assert_eq!(batch["delivery"].as_primitive::<UInt64Type>().values(), &[1, 3]);
    let text = |column: &str| batch[column].as_string::<i32>().value(0).to_owned();
    let texts =
        ["state", "requester", "operator", "municipality", "request", "protocol", "legal_basis", "key"].map(text);
    let expected =
        ["done", "dienst samenleven", "operator 7", "44021", "44021-2025-03-03", "P-1", "article_46_8", "2025-a"];
    assert_eq!(texts, expected);
    let days = ["on", "received_on", "kept_until"].map(|column| batch[column].as_primitive::<Date32Type>().value(0));
    assert_eq!(days, ["2025-03-10", "2025-03-03", "2026-03-09"].map(|text| day(text).to_epoch_days()));
    let instant = batch["delivered_at"].as_primitive::<TimestampMicrosecondType>().value(0);
    assert_eq!(instant, delivery.receipt.delivered_at.timestamp_micros());
    let purposes = batch["purposes"].as_list::<i32>().value(0);
    assert_eq!(purposes.as_string::<i32>().iter().collect::<Vec<_>>(), [Some("ceremony")]);
    assert_eq!(batch["listed"].as_primitive::<UInt64Type>().value(0), delivery.list.len() as u64);
}

#[test]
fn no_delivery_has_its_columns_too() {
    let table = deliveries(std::iter::empty());
    assert_eq!((table.num_rows(), table.schema().fields().len()), (0, 15));
}
