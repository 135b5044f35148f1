//! Keyed digests: what the receipt says of the inputs and of the list without saying what is in them.

use core::fmt;
use core::str::FromStr;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The key under which digests are made, with the id by which receipts name it.
///
/// Register numbers are so few that a plain hash of them can be undone by trying all; so every digest is an
/// HMAC-SHA-256 under a key of the caller's. The key is never stored in a receipt nor shown: `Debug` shows the id alone.
#[derive(Clone)]
pub struct DigestKey {
    id: KeyId,
    mac: Hmac<Sha256>,
}

/// The id of a key: the caller's own name for it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct KeyId(String);

/// Why a key cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DigestKeyError {
    /// The id cannot stand on a receipt.
    #[error(
        "the id of a key has 1 to 64 letters, digits (at most ten), dots, hyphens or underscores; other text, of {length} characters, was given"
    )]
    BadId {
        /// How many characters were given.
        length: usize,
    },
    /// The key is too short.
    #[error("a key has at least {} random bytes; {length} were given", DigestKey::LEAST_BYTES)]
    TooShort {
        /// How many bytes were given.
        length: usize,
    },
}

impl DigestKey {
    /// The smallest number of bytes of a key: the width of the digest.
    pub const LEAST_BYTES: usize = 32;

    /// A key of at least 32 random bytes.
    ///
    /// # Errors
    /// [`DigestKeyError::BadId`] if the id is empty, longer than 64 characters or has others than letters, digits, dots,
    /// hyphens and underscores, or if eleven digits stand in it; [`DigestKeyError::TooShort`] if the key has fewer bytes.
    pub fn new(id: &str, key: &[u8]) -> Result<Self, DigestKeyError> {
        let id = id.parse()?;
        let short = DigestKeyError::TooShort { length: key.len() };
        if key.len() < Self::LEAST_BYTES {
            return Err(short);
        }
        let mac = Hmac::new_from_slice(key).map_err(|_| short)?;
        Ok(Self { id, mac })
    }

    /// The id of the key.
    pub const fn id(&self) -> &KeyId {
        &self.id
    }

    /// The digest of these bytes; `what` keeps digests of different things apart: the HMAC is over the length of `what`
    /// (eight bytes, the highest first), `what` itself, and the bytes.
    ///
    /// ```
    /// use inburgering::DigestKey;
    ///
    /// // Is this the list that the receipt is of?
    /// fn is_of(csv: &[u8], receipt: &inburgering::Receipt, key: &DigestKey) -> bool {
    ///     key.digest("list", csv) == receipt.digests.list
    /// }
    /// ```
    pub fn digest(&self, what: &str, bytes: &[u8]) -> Digest {
        let mut mac = self.mac.clone();
        mac.update(&(what.len() as u64).to_be_bytes());
        mac.update(what.as_bytes());
        mac.update(bytes);
        Digest(mac.finalize().into_bytes().into())
    }
}

impl fmt::Debug for DigestKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DigestKey").field("id", &self.id).finish_non_exhaustive()
    }
}

impl KeyId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for KeyId {
    type Err = DigestKeyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let length = text.chars().count();
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        // Eleven digits might be a register number, which may not stand on a receipt.
        let digits = text.chars().filter(char::is_ascii_digit).count();
        if (1..=64).contains(&length) && text.chars().all(fits) && digits < 11 {
            Ok(Self(text.into()))
        } else {
            Err(DigestKeyError::BadId { length })
        }
    }
}

impl TryFrom<String> for KeyId {
    type Error = DigestKeyError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<KeyId> for String {
    fn from(id: KeyId) -> Self {
        id.0
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for KeyId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::serde_text::deserialize(deserializer, "the id of a key")
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An HMAC-SHA-256; its text is 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(into = "String"))]
pub struct Digest([u8; 32]);

/// A text is no digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a digest has 64 hexadecimal digits in lower case; {length} characters were given that are none")]
pub struct DigestError {
    /// How many characters were given.
    pub length: usize,
}

impl FromStr for Digest {
    type Err = DigestError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = DigestError { length: text.chars().count() };
        if text.len() != 64 || !text.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(error);
        }
        let mut bytes = [0; 32];
        for (byte, digits) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            let digits = core::str::from_utf8(digits).map_err(|_| error)?;
            *byte = u8::from_str_radix(digits, 16).map_err(|_| error)?;
        }
        Ok(Self(bytes))
    }
}

impl TryFrom<String> for Digest {
    type Error = DigestError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Digest {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::serde_text::deserialize(deserializer, "64 hexadecimal digits in lower case")
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}
