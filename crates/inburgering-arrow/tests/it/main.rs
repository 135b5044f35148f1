//! The tests of the crate, through its public API: a file for each source file.
#![allow(
    missing_docs,
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod answers;
mod batches;
mod cell;
mod change_counts;
mod column_problem;
mod columns;
mod corrections;
mod counts;
mod deliveries;
mod delivering;
mod encoded;
mod extract;
mod figures;
mod findings;
mod list;
mod manners;
mod one_day;
mod tables;
mod text_reader;
