//! The tests of the crate, through its public API: a file for each source file.
#![allow(
    missing_docs,
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod assessment;
mod books;
mod calendar;
mod caseload;
mod changes;
mod changes_counts;
mod citation;
mod cover_note;
mod deadline;
mod delivering;
mod disclosure;
mod disclosure_list;
mod eligibility;
mod explanation;
mod figures;
mod findings;
mod generated;
mod golden;
mod held_list;
mod history;
mod insz;
mod law;
mod manners;
mod municipality;
mod period;
mod protocol;
mod quartiles;
mod reading;
mod reason;
mod recall;
mod recall_notice;
mod receipt;
mod register;
mod replacement;
mod request;
mod suppression;
mod terms;
mod year;
