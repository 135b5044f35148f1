//! The tests of the crate, through its public API.

mod archive;
mod disclosures;
mod folder;
mod log;
mod messages;
mod privacy;
mod processes;
mod recalls;
mod samples;
