//! What stands in the folder of a delivery: the names and the bytes.

use std::io;

use inburgering::{Delivery, Receipt};

/// The file of the receipt in every folder.
pub(crate) const RECEIPT: &str = "receipt.json";

/// The files of a delivery.
pub(crate) fn files(delivery: &Delivery) -> io::Result<Vec<(&'static str, Vec<u8>)>> {
    Ok(vec![
        ("list.csv", delivery.list.to_csv().into_bytes()),
        ("cover-note.txt", delivery.cover_note.to_string().into_bytes()),
        (RECEIPT, receipt(&delivery.receipt)?.into_bytes()),
    ])
}

/// The receipt as JSON, laid out for people.
fn receipt(receipt: &Receipt) -> io::Result<String> {
    Ok(serde_json::to_string_pretty(receipt)? + "\n")
}
