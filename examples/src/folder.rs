//! A folder of files that appears only when all of them are complete.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Why a folder was not written; then nothing of it is there.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FolderError {
    /// A folder of that name is there already.
    #[error("{} is there already, and is never overwritten; give another --out, or move it away", path.display())]
    AlreadyThere {
        /// The folder.
        path: PathBuf,
    },
    /// The file system refuses.
    #[error("{} cannot be written ({error}); give another --out, or mend what the system says", path.display())]
    Unwritable {
        /// The folder.
        path: PathBuf,
        /// What the file system says.
        error: io::Error,
    },
}

/// Writes a folder of files: all of them or none, and never over another.
///
/// They are written into a folder with a temporary name, which is then given its own name.
///
/// # Errors
/// [`FolderError`].
pub fn write(path: &Path, files: &[(&str, &str)]) -> Result<(), FolderError> {
    if path.exists() {
        return Err(FolderError::AlreadyThere { path: path.to_owned() });
    }
    let unwritable = |error| FolderError::Unwritable { path: path.to_owned(), error };
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let partial = Partial(path.with_file_name(format!(".{name}.partial")));
    partial.fill(files).and_then(|()| fs::rename(&partial.0, path)).map_err(unwritable)
}

/// A folder under its temporary name; what is left of it at the end is removed.
struct Partial(PathBuf);

impl Partial {
    fn fill(&self, files: &[(&str, &str)]) -> io::Result<()> {
        if self.0.exists() {
            // Left by a run that was killed.
            fs::remove_dir_all(&self.0)?;
        }
        fs::create_dir_all(&self.0)?;
        files.iter().try_for_each(|(name, content)| fs::write(self.0.join(name), content))
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        // It is not there any more if it was given its own name.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A name that is safe for a folder: letters, digits, hyphens, underscores and inner dots stay, every other byte becomes
/// `%` with its two hexadecimal digits, so that two names stay two.
pub fn safe_name(name: &str) -> String {
    let mut safe = String::new();
    for (at, byte) in name.bytes().enumerate() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') || (byte == b'.' && at > 0) {
            safe.push(char::from(byte));
        } else {
            safe.extend(["%".to_owned(), format!("{byte:02X}")]);
        }
    }
    safe
}
