//! Why a delivery was not made, resumed or abandoned, or no notice given on it.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, NaiveDate};
use inburgering::{DeliverError, HistoryError, RecallNoticeError, RequestId};
use inburgering_papers::FilesError;

use crate::entry::DeliveryState;
use crate::folder::FolderError;
use crate::log::LogError;

/// Why a delivery was not made, resumed or abandoned, or no notice given on it.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ArchiveError {
    /// The list cannot be delivered; a refusal has its assessment.
    #[error(transparent)]
    Deliver(#[from] DeliverError),
    /// The log cannot be read or written.
    #[error(transparent)]
    Log(#[from] LogError),
    /// The folder cannot be written.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The delivery has no files: its list is longer than a worksheet.
    #[error(transparent)]
    Files(#[from] FilesError),
    /// A delivery of the request was begun and not ended.
    #[error("delivery {delivery}, of request `{request}`, was begun and not ended; resume or abandon it")]
    Unfinished {
        /// The request.
        request: RequestId,
        /// The number of the delivery.
        delivery: u64,
    },
    /// The log has a delivery on a later day, of the same municipality or one that it became or came from.
    #[error(
        "a delivery on {on} was asked, but delivery {delivery} was made on {last_on}; deliver on that day or a later one"
    )]
    Backdated {
        /// The day that was given.
        on: NaiveDate,
        /// The last day of a delivery in the log.
        last_on: NaiveDate,
        /// The number of that delivery.
        delivery: u64,
    },
    /// The log has the intent, and then something failed.
    #[error("delivery {delivery} was begun and not ended: {error}; then resume or abandon it")]
    Interrupted {
        /// The number of the delivery.
        delivery: u64,
        /// What failed.
        error: Box<ArchiveError>,
    },
    /// The log has no such delivery.
    #[error("the log has no delivery {delivery}; give the number of an entry with an intent")]
    NoSuchDelivery {
        /// The number that was given.
        delivery: u64,
    },
    /// The delivery has come to its end.
    #[error("delivery {delivery} is {state}; only one that was begun and not ended can be resumed or abandoned")]
    Ended {
        /// The number of the delivery.
        delivery: u64,
        /// What became of it.
        state: DeliveryState,
    },
    /// A delivery is to be settled at an instant before it was begun.
    #[error(
        "delivery {delivery} was begun at {begun_at}, and is to be settled at {at}; give that instant or a later one"
    )]
    BeforeBegun {
        /// The number of the delivery.
        delivery: u64,
        /// When it was begun.
        begun_at: DateTime<FixedOffset>,
        /// The instant that was given.
        at: DateTime<FixedOffset>,
    },
    /// The folder is not there, and it is no longer the day of delivery.
    #[error(
        "delivery {delivery} was begun for {on} and its folder is not there; on {day} the request must be judged anew: \
         abandon the delivery, and deliver again"
    )]
    DayPassed {
        /// The number of the delivery.
        delivery: u64,
        /// The day of delivery.
        on: NaiveDate,
        /// The day of the instant that was given.
        day: NaiveDate,
    },
    /// A recall of the delivery found nothing that a municipality must be told.
    #[error(
        "nothing is wrong with delivery {delivery} by the recall, or it cannot be told; there is no notice to give"
    )]
    NothingWrong {
        /// The number of the delivery.
        delivery: u64,
    },
    /// The log tells more of the delivery than when it was recalled.
    #[error("the log tells more of delivery {delivery} than when it was recalled, or is another log; recall again")]
    RecalledBefore {
        /// The number of the delivery.
        delivery: u64,
    },
    /// The log has a later entry about the delivery: its end, or a notice on it.
    #[error(
        "a notice at {at} was asked, but the last entry about delivery {delivery} is of {last_at}; give that instant or a \
         later one, on that day or a later one"
    )]
    NoticeBackdated {
        /// The number of the delivery.
        delivery: u64,
        /// The instant that was given.
        at: DateTime<FixedOffset>,
        /// The instant of the last entry about the delivery.
        last_at: DateTime<FixedOffset>,
    },
    /// There is no notice for the day.
    #[error(transparent)]
    Notice(#[from] RecallNoticeError),
    /// The folder is not there, and there is nothing to write it from.
    #[error("the folder of delivery {delivery} is not there; give the inputs of the delivery, or abandon it")]
    InputsNeeded {
        /// The number of the delivery.
        delivery: u64,
    },
    /// From these inputs another delivery would be made.
    #[error(
        "these are not the inputs of delivery {delivery}: on the receipt {} would differ; give those of the delivery, or abandon it",
        differing.join(", ")
    )]
    OtherInputs {
        /// The number of the delivery.
        delivery: u64,
        /// What would differ on the receipt.
        differing: Vec<String>,
    },
    /// A folder of that name is there, without the receipt, the list or the other files of the delivery.
    #[error("{} is not the folder of delivery {delivery}; move it away", path.display())]
    OtherFolder {
        /// The number of the delivery.
        delivery: u64,
        /// The folder.
        path: PathBuf,
    },
    /// The folder is there, so that the list may have left the house.
    #[error("{} is there, so delivery {delivery} cannot be abandoned; resume it", path.display())]
    FolderStands {
        /// The number of the delivery.
        delivery: u64,
        /// The folder.
        path: PathBuf,
    },
}

/// The caller's history contradicts the log.
impl From<HistoryError> for ArchiveError {
    fn from(error: HistoryError) -> Self {
        Self::Deliver(error.into())
    }
}
