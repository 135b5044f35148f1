//! The steps of a delivery on disk, in their order.

/// A step that was just taken.
///
/// The tests end a process after each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[doc(hidden)]
pub enum Step {
    /// One more file stands in the folder, under its temporary name.
    FileWritten,
    /// All files stand there, and on the disk.
    Staged,
    /// The log has the intent.
    Intended,
    /// The folder has its own name, and the log does not say so yet.
    Renamed,
    /// The log says so.
    Done,
}
