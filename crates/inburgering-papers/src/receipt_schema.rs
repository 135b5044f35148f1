//! The schema of the receipt: what a receipt looks like as JSON, for who reads the agency's log with other tools.

/// The JSON Schema (draft 2020-12) of [`Receipt`](inburgering::Receipt): the file `schemas/receipt.schema.json`.
///
/// A register number is refused where it cannot stand by form (codes, days, digests) and, in its dotted form, in every
/// text of the caller's. A schema cannot compute check digits: only reading a receipt back into
/// [`Receipt`](inburgering::Receipt) finds valid numbers in every spelling.
// NOTE: for that same reason a dotted number with wrong check digits is refused here, which `Receipt` allows: it may be a
// number mistyped.
pub const RECEIPT_SCHEMA: &str = include_str!("../schemas/receipt.schema.json");
