//! Arrow record batches to a [`Caseload`](inburgering::Caseload), and its answers back as record batches.
//!
//! The tables of an extract come in as [`Extract`], by the headings of [`DossierText::COLUMNS`] and its like:
//!
//! | column | types |
//! |---|---|
//! | `dossier` | text |
//! | `insz`, `insz_old`, `insz_new` | text, or 64-bit integers |
//! | `municipality`, `contract_municipality` | text, or integers of any width |
//! | the days | `Date32`, `Date64`, or a `Timestamp` without a time zone, at midnight |
//!
//! Text is `Utf8`, `LargeUtf8`, `Utf8View`, or a dictionary of one of these; a column of type `Null` has no value at all.
//! Other columns are ignored. What a cell says, and which cells are mandatory, is as in the readers of text
//! ([`DossierText::read`]): blank text and null are an unknown value. Every problem is told at once, with table, row and
//! column, and never with the text of a cell.
//!
//! Back come [`answers`], who is [`listed`] where, the [`periods`] that lists are read from, the disclosed [`list`],
//! [`findings`], [`counts`], [`figures`] and [`durations`]. Single columns are checked and carried by the functions of
//! [`columns`].
//!
//! There is no I/O, no clock and no `unsafe`, and no register number is in any `Debug` or error.
//!
//! [`DossierText::COLUMNS`]: inburgering::DossierText::COLUMNS
//! [`DossierText::read`]: inburgering::DossierText::read

mod answers;
mod area_columns;
mod batches;
mod cell;
mod column;
mod column_kind;
mod column_problem;
pub mod columns;
mod counts;
mod durations;
mod extract;
mod figures;
mod findings;
mod list;
mod listed;
mod periods;
mod read_error;
mod table;
mod validity;

/// The crates of Arrow in the signatures of this one, in their version, for callers who name no other.
pub use {arrow_array, arrow_schema};

pub use answers::answers;
pub use batches::{BATCH_ROWS, Batches};
pub use column_kind::ColumnKind;
pub use column_problem::{ColumnFault, ColumnProblem};
pub use counts::counts;
pub use durations::durations;
pub use extract::Extract;
pub use figures::figures;
pub use findings::findings;
pub use list::{list, selection};
pub use listed::{listed, lists};
pub use periods::periods;
pub use read_error::ReadError;

/// The example of the README, which runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
