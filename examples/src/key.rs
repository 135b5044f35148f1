//! The key of the digests, from a file.

use std::fs;
use std::path::{Path, PathBuf};

use inburgering::{DigestKey, DigestKeyError};

/// Why there is no key. The content of the file is never shown.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// The file cannot be read.
    #[error(
        "the key file {} cannot be read ({error}); make one with `head -c 32 /dev/urandom > {}`, keep it apart from \
         everything that is published, and keep it as long as the receipts",
        path.display(),
        path.display()
    )]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the file system says.
        error: std::io::Error,
    },
    /// The key cannot be used.
    #[error("the key file {}: {error}; receipts name the key by the name of its file, without the extension", path.display())]
    Unusable {
        /// The file.
        path: PathBuf,
        /// Why not.
        error: DigestKeyError,
    },
}

/// Reads the key: at least 32 random bytes as they are, or in hexadecimal digits. Its id is the name of the file,
/// without the extension.
///
/// # Errors
/// [`KeyError`].
pub fn read(path: &Path) -> Result<DigestKey, KeyError> {
    let bytes = fs::read(path).map_err(|error| KeyError::Unreadable { path: path.to_owned(), error })?;
    let id = path.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    let key = hexadecimal(&bytes).unwrap_or(bytes);
    DigestKey::new(&id, &key).map_err(|error| KeyError::Unusable { path: path.to_owned(), error })
}

/// Reads several keys.
///
/// # Errors
/// [`KeyError`] of the first that is none.
pub fn read_all(paths: &[PathBuf]) -> Result<Vec<DigestKey>, KeyError> {
    paths.iter().map(|path| read(path)).collect()
}

/// The bytes behind hexadecimal digits; `None` if the text is anything else.
fn hexadecimal(text: &[u8]) -> Option<Vec<u8>> {
    let text = text.trim_ascii();
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (pairs, rest) = text.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(|&[high, low]| Some(digit(high)? << 4 | digit(low)?)).collect()
}
