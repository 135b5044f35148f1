//! The papers of a delivery: what the crate [`inburgering`] finds, as the files that people open.
//!
//! | paper | for whom | made by |
//! |---|---|---|
//! | the list as a workbook | municipality | [`workbook`] |
//! | the cover note (*begeleidende nota*) as a page | municipality | [`cover_note`] |
//! | the explanation of one person's answer as a letter | the person who asked | [`letter`] |
//! | the schema of the receipt | whoever reads the agency's log | [`RECEIPT_SCHEMA`] |
//! | all the files of a delivery | each as it says | [`files`] |
//!
//! A page is one HTML file that stands alone: no script, nothing fetched, to be read in a browser or printed on A4. The
//! same value gives the same bytes: there is no clock, no I/O and no `unsafe`. Whatever a caller wrote in a text is
//! escaped. Leaves out the writing of files to a disk.

mod cover_note;
mod files;
mod letter;
pub mod page;
mod receipt_schema;
mod timeline_picture;
mod workbook;

/// The crate in whose [`Markup`](maud::Markup) a body of a page is written, for callers who name no other.
pub use maud;

pub use cover_note::cover_note;
pub use files::{FILE_NAMES, FOR_MUNICIPALITY, File, FilesError, LIST_FILE, RECEIPT_FILE, Recipient, files};
pub use letter::letter;
pub use page::page;
pub use receipt_schema::RECEIPT_SCHEMA;
pub use workbook::{WorkbookError, workbook};

/// The example of the README, which runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
