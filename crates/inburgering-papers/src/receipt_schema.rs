//! The schema of the receipt: what a receipt looks like as JSON, for who reads the agency's log with other tools.

/// The JSON Schema (draft 2020-12) of [`Receipt`](inburgering::Receipt): the file `schemas/receipt.schema.json`.
///
/// A register number is refused where it cannot stand by form (codes, days, digests) and, in its dotted form, in every
/// text of the caller's. Only reading a receipt back into [`Receipt`](inburgering::Receipt) checks these texts for a number
/// in every spelling, since a schema cannot compute check digits.
// NOTE: for that same reason the schema also refuses a text that has the form of a number with wrong check digits, which
// `Receipt` allows: a mistyped number should be looked at as well.
pub const RECEIPT_SCHEMA: &str = include_str!("../schemas/receipt.schema.json");
