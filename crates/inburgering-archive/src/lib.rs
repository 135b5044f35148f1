//! Deliveries of the crate [`inburgering`] on disk: a folder for each, all or nothing, and a log of disclosures that
//! shows what was changed in it; recall over all deliveries, and the participant's own question.
//!
//! | what | modules |
//! |---|---|
//! | a folder, written whole or not at all | [`folder`] |
//! | the log of disclosures | [`chain`], [`entry`], [`notice_receipt`], [`verification`], [`log`] |
//! | delivering, resuming, abandoning, notifying | [`archive`] |
//! | afterwards | [`recalls`], [`disclosures`] |
//!
//! It is the only crate of the library that reads and writes files. It has no clock: the instant is an argument. No
//! register number is in the log, nor in any `Debug` or error. It needs a system that can rename a folder without
//! replacing another, and lock one: Linux or macOS.

pub mod archive;
pub mod chain;
pub mod disclosures;
pub mod entry;
pub mod folder;
pub mod log;
pub mod notice_receipt;
pub mod originals;
pub mod recalls;
mod step;
pub mod verification;

pub use archive::{Archive, ArchiveError, Archived, Inputs, Notified, Settlement};
pub use chain::{Head, HeadError};
pub use disclosures::{Disclosed, DisclosedBy, Disclosures, Letter, disclosures_of};
pub use entry::{DeliveryState, Entry, Event, EventKind, Intent, LoggedDelivery};
pub use folder::FolderError;
pub use log::{DisclosureLog, LogError};
pub use notice_receipt::{LoggedNotice, NoticeReceipt};
pub use originals::{Untold, Wanted};
pub use recalls::{Recalled, Recalls, recall_all};
#[doc(hidden)]
pub use step::Step;
pub use verification::{Break, Verification};

/// The page on deliveries, whose Rust runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/deliveries.md")]
pub struct Page;
