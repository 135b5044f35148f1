//! The files of a delivery: which papers there are, under which names, and who gets each.

use core::fmt;

use inburgering::Delivery;

use crate::{WorkbookError, cover_note, workbook};

/// A file of a delivery: its name and what is in it.
///
/// `Debug` shows how many bytes it has, never one of them.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct File {
    /// The name of the file, without a folder.
    pub name: &'static str,
    /// Who gets it.
    pub recipient: Recipient,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The names of the [`files`] of a delivery.
pub const FILE_NAMES: [&str; 5] = [WORKBOOK_FILE, LIST_FILE, PAGE_FILE, TEXT_FILE, RECEIPT_FILE];
/// Those among them that the municipality gets; the receipt is the agency's alone.
pub const FOR_MUNICIPALITY: [&str; 4] = [WORKBOOK_FILE, LIST_FILE, PAGE_FILE, TEXT_FILE];
/// The file of the list among them, as CSV.
pub const LIST_FILE: &str = "list.csv";
/// The file of the receipt among them.
pub const RECEIPT_FILE: &str = "receipt.json";
const WORKBOOK_FILE: &str = "list.xlsx";
const PAGE_FILE: &str = "cover-note.html";
const TEXT_FILE: &str = "cover-note.txt";

/// Who gets a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Recipient {
    /// The municipality: the list, and what it must know of it.
    Municipality,
    /// The agency, for its log; it tells more than the municipality may know.
    Agency,
}

impl Recipient {
    /// Every recipient.
    pub const ALL: [Self; 2] = [Self::Municipality, Self::Agency];

    /// The stable text of the recipient.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Agency => "agency",
        }
    }
}

/// Why a delivery has no files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FilesError {
    /// There is no workbook of the list.
    #[error(transparent)]
    Workbook(#[from] WorkbookError),
    /// The receipt could not be written as JSON; that is a fault of this library.
    #[error("the receipt could not be written as JSON, which is a fault of this library; nothing was made")]
    Receipt,
}

/// Every file of a delivery:
///
/// | name | for | what |
/// |---|---|---|
/// | `list.xlsx` | municipality | the list, as a workbook created on the day of delivery |
/// | `list.csv` | municipality | the same rows, as CSV |
/// | `cover-note.html` | municipality | the cover note, to be read or printed |
/// | `cover-note.txt` | municipality | the same words, as text |
/// | `receipt.json` | agency | the receipt, in the form of [`RECEIPT_SCHEMA`](crate::RECEIPT_SCHEMA) |
///
/// # Errors
/// [`FilesError`]; then there is no file at all.
pub fn files(delivery: &Delivery) -> Result<Vec<File>, FilesError> {
    use Recipient::{Agency, Municipality};
    let receipt = serde_json::to_string_pretty(&delivery.receipt).map_err(|_| FilesError::Receipt)? + "\n";
    let file = |name, recipient, bytes| File { name, recipient, bytes };
    Ok(vec![
        file(WORKBOOK_FILE, Municipality, workbook(&delivery.list, delivery.receipt.on)?),
        file(LIST_FILE, Municipality, delivery.list.to_csv().into_bytes()),
        file(PAGE_FILE, Municipality, cover_note(&delivery.cover_note).into_bytes()),
        file(TEXT_FILE, Municipality, delivery.cover_note.to_string().into_bytes()),
        file(RECEIPT_FILE, Agency, receipt.into_bytes()),
    ])
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut file = f.debug_struct("File");
        file.field("name", &self.name).field("recipient", &self.recipient).field("len", &self.bytes.len());
        file.finish_non_exhaustive()
    }
}
