//! The folder of a delivery (*map*): written whole or not at all, and never over another.
//!
//! Its files are written into a folder beside it, under a temporary name that begins with a dot; synced to the disk;
//! and the folder is given its own name, which fails where that name is taken, be it by an empty folder or by another
//! process at the same moment. A process that is killed half-way leaves a folder under a temporary name: each later
//! writing beside it removes what nobody is writing any more ([`sweep`]).
//!
//! Only the user who writes a folder may read it: a list of register numbers is in it. Leaves out what the files say.

use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, FlockOperation, RenameFlags, flock, renameat_with};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use crate::step::Step;

/// What a temporary name begins with, before its random end: nobody else names a folder so.
const PARTIAL: &str = ".inburgering-partial-";
/// So many bytes a safe name has at most: a folder may have 255.
const LONGEST_NAME: usize = 200;

/// Why a folder was not written: nothing stands under its name that was not there before, unless only the last sync to
/// the disk failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FolderError {
    /// Something of that name is there already.
    #[error("{} is there already, and is never overwritten; give another place, or move it away", path.display())]
    AlreadyThere {
        /// The folder.
        path: PathBuf,
    },
    /// The log of disclosures lies there, and needs a file of that name beside it.
    #[error("{} is a name that the log beside it needs for itself; keep the log elsewhere", path.display())]
    OfTheLog {
        /// The folder.
        path: PathBuf,
    },
    /// A path that ends in no name.
    #[error("{} has no name of its own; give the path of the folder to be written", path.display())]
    NoName {
        /// The path.
        path: PathBuf,
    },
    /// The folder in which it would stand is not there, so that it cannot be seen whether it ever stood.
    #[error("{} is not there; mount it, or make it if it is lost for good", path.display())]
    NoParent {
        /// The folder that is not there.
        path: PathBuf,
    },
    /// The file system refuses.
    #[error("{} cannot be written ({system}); mend what the system says, or give another place", path.display())]
    Unwritable {
        /// The folder.
        path: PathBuf,
        /// The kind of the error.
        kind: io::ErrorKind,
        /// What the system says.
        system: String,
    },
}

impl FolderError {
    pub(crate) fn unwritable(path: &Path, error: &io::Error) -> Self {
        Self::Unwritable { path: path.to_owned(), kind: error.kind(), system: error.to_string() }
    }
}

/// Writes a folder of files: all of them or none, and never over another.
///
/// # Errors
/// [`FolderError`].
///
/// ```
/// use inburgering_archive::folder::{self, FolderError};
///
/// let parent = tempfile::tempdir()?;
/// let path = parent.path().join("44021-2026-02-02");
/// folder::write(&path, [("list.csv", "…"), ("receipt.json", "{}")])?;
/// // Somebody delivers it once more: what becomes of the first?
/// let again = folder::write(&path, [("list.csv", "")]);
/// assert_eq!(again, Err(FolderError::AlreadyThere { path: path.clone() }));
/// assert_eq!(std::fs::read_to_string(path.join("list.csv"))?, "…");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write<N: AsRef<Path>, B: AsRef<[u8]>>(
    path: &Path,
    files: impl IntoIterator<Item = (N, B)>,
) -> Result<(), FolderError> {
    Staged::write(path, files, |_| ())?.publish()
}

/// Removes the folders under temporary names that nobody is writing any more, and says which those were.
///
/// They hold lists, whole or in part. One that cannot be removed stays, and is named all the same.
///
/// # Errors
/// [`FolderError::Unwritable`] if the parent cannot be read.
pub fn sweep(parent: &Path) -> Result<Vec<PathBuf>, FolderError> {
    let unreadable = |error: &io::Error| FolderError::unwritable(parent, error);
    let mut left = Vec::new();
    for entry in fs::read_dir(parent).map_err(|error| unreadable(&error))? {
        let entry = entry.map_err(|error| unreadable(&error))?;
        let is_partial = entry.file_name().to_string_lossy().starts_with(PARTIAL);
        if !is_partial || !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            continue;
        }
        // Who is writing it holds the lock; the system takes it from a process that has ended.
        let Ok(folder) = File::open(entry.path()) else { continue };
        if flock(&folder, FlockOperation::NonBlockingLockExclusive).is_ok() {
            let _ = fs::remove_dir_all(entry.path());
            left.push(entry.path());
        }
    }
    left.sort();
    Ok(left)
}

/// A name that is safe for a folder: letters, digits, hyphens and underscores stay, every other byte becomes `%` with its
/// two hexadecimal digits, so that two names stay two, and none is that of a file with an ending. What is too long for a
/// folder ends in `%-` and the SHA-256 of the whole.
pub fn safe_name(name: &str) -> String {
    let mut safe = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') {
            safe.push(char::from(byte));
        } else {
            safe.extend(["%".to_owned(), format!("{byte:02X}")]);
        }
    }
    if safe.is_empty() {
        // An escape of nothing, which no other name becomes.
        safe.push('%');
    }
    if safe.len() > LONGEST_NAME {
        let digest = Sha256::digest(name).iter().fold(String::new(), |digits, byte| digits + &format!("{byte:02x}"));
        safe.truncate(LONGEST_NAME - "%-".len() - digest.len());
        safe.extend(["%-", &digest]);
    }
    safe
}

/// A complete folder that has no name of its own yet; dropped, it is removed.
pub(crate) struct Staged {
    partial: TempDir,
    /// Held while the folder has its temporary name.
    _lock: File,
    path: PathBuf,
}

impl Staged {
    /// Writes the files under a temporary name, down to the disk.
    pub(crate) fn write<N: AsRef<Path>, B: AsRef<[u8]>>(
        path: &Path,
        files: impl IntoIterator<Item = (N, B)>,
        watch: impl Fn(Step),
    ) -> Result<Self, FolderError> {
        let unwritable = |error: io::Error| FolderError::unwritable(path, &error);
        if path.file_name().is_none() {
            return Err(FolderError::NoName { path: path.to_owned() });
        }
        if fs::symlink_metadata(path).is_ok() {
            return Err(FolderError::AlreadyThere { path: path.to_owned() });
        }
        let parent = parent_of(path);
        create_synced(parent).map_err(unwritable)?;
        // What a killed process left can hardly be a reason not to write.
        let _ = sweep(parent);
        let (partial, lock) = locked_folder(parent).map_err(unwritable)?;
        let fill = || -> io::Result<()> {
            for (name, bytes) in files {
                let mut file = File::create_new(partial.path().join(name))?;
                file.write_all(bytes.as_ref())?;
                file.sync_all()?;
                watch(Step::FileWritten);
            }
            lock.sync_all()
        };
        fill().map_err(unwritable)?;
        watch(Step::Staged);
        Ok(Self { path: path.to_owned(), partial, _lock: lock })
    }

    /// Gives the folder its own name, down to the disk.
    pub(crate) fn publish(self) -> Result<(), FolderError> {
        let Self { partial, _lock, path } = self;
        match renameat_with(CWD, partial.path(), CWD, &path, RenameFlags::NOREPLACE) {
            Ok(()) => {}
            Err(rustix::io::Errno::EXIST) => return Err(FolderError::AlreadyThere { path }),
            Err(error) => return Err(FolderError::unwritable(&path, &error.into())),
        }
        // It has its own name; nothing is left to be removed.
        let _ = partial.keep();
        sync_name(&path)
    }
}

/// Brings the name of a folder down to the disk, so that a loss of power does not undo it.
pub(crate) fn sync_name(path: &Path) -> Result<(), FolderError> {
    let synced = File::open(parent_of(path)).and_then(|parent| parent.sync_all());
    synced.map_err(|error| FolderError::unwritable(path, &error))
}

pub(crate) fn parent_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

/// Makes the folder and those above it that are not there, down to the disk.
fn create_synced(folder: &Path) -> io::Result<()> {
    let is_missing = |path: &&Path| *path != Path::new("") && !path.exists();
    let missing: Vec<&Path> = folder.ancestors().take_while(is_missing).collect();
    fs::create_dir_all(folder)?;
    missing.into_iter().rev().try_for_each(|made| File::open(parent_of(made))?.sync_all())
}

/// A new folder under a temporary name, locked.
fn locked_folder(parent: &Path) -> io::Result<(TempDir, File)> {
    let own = fs::Permissions::from_mode(0o700);
    loop {
        let partial = tempfile::Builder::new().prefix(PARTIAL).permissions(own.clone()).tempdir_in(parent)?;
        // It may be swept away before it is locked; then this opens nothing, or what has no name any more.
        let lock = match File::open(partial.path()) {
            Ok(lock) => lock,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error),
        };
        flock(&lock, FlockOperation::LockExclusive)?;
        if partial.path().exists() {
            return Ok((partial, lock));
        }
    }
}
