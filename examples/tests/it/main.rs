//! The tests of the programs: a file for each source file, and `place` with what they share.
#![allow(
    missing_docs,
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod arguments;
mod delivering;
mod exchange;
mod json;
mod key;
mod ledger;
mod place;
mod problem;
mod recall;
mod report;
mod synthetic;
mod vectors;
