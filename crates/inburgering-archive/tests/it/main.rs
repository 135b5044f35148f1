//! The tests of the crate, through its public API.
#![allow(
    missing_docs,
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod archive;
mod disclosures;
mod folder;
mod log;
mod messages;
mod notification;
mod privacy;
mod processes;
mod recalls;
mod samples;
