//! The tests of the crate, through its public API: a file for each source file.
#![allow(
    missing_docs,
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod cover_note;
mod delivering;
mod files;
mod letter;
mod manners;
mod page;
mod receipt_schema;
mod timeline_picture;
mod workbook;
