//! The keyed chain of the log: what ties each entry to its place and to the entry before it.
//!
//! The MAC of an entry is an HMAC-SHA-256, under the caller's key, over its number, the MAC of the entry before it, and
//! each of its fields by name. So nobody without the key can change, remove or reorder an entry unseen; only the end
//! can be cut off, and that is seen by who kept the last [`Head`] elsewhere. Leaves out what the fields mean.

use core::fmt;
use core::str::FromStr;

use inburgering::{Digest, DigestKey};

/// The last entry of a log at some moment (*kop van het logboek*): keep its text where the log is not.
///
/// Its text is the number of the entry, a colon, and its MAC.
///
/// ```
/// use inburgering_archive::Head;
///
/// let text = "12:8e5b39555b3ab343fec522ae03cfca02fdb7ad3d2519c927da7026253ea7a8ce";
/// let head: Head = text.parse()?;
/// assert_eq!((head.sequence, head.to_string().as_str()), (12, text));
/// # Ok::<(), inburgering_archive::HeadError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Head {
    /// The number of the entry.
    pub sequence: u64,
    /// Its MAC.
    pub mac: Digest,
}

/// A text is no head of a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the head of a log is the number of an entry, a colon and 64 hexadecimal digits; {length} characters were given that are \
     none; give the text of a head as it was kept"
)]
pub struct HeadError {
    /// How many characters were given.
    pub length: usize,
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.sequence, self.mac)
    }
}

impl FromStr for Head {
    type Err = HeadError;

    fn from_str(text: &str) -> Result<Self, HeadError> {
        let read = || {
            let (sequence, mac) = text.trim().split_once(':')?;
            let digits = !sequence.is_empty() && sequence.bytes().all(|digit| digit.is_ascii_digit());
            let sequence = digits.then(|| sequence.parse().ok()).flatten().filter(|&sequence| sequence > 0)?;
            Some(Self { sequence, mac: mac.parse().ok()? })
        };
        read().ok_or(HeadError { length: text.chars().count() })
    }
}

/// A field of an entry: its name, and its text if it has a value.
pub(crate) type Field = (&'static str, Option<String>);

/// The MAC of an entry. Every part is preceded by its length, so that no two entries are over the same bytes.
pub(crate) fn mac(key: &DigestKey, sequence: u64, previous: &str, fields: &[Field]) -> Digest {
    let mut bytes = sequence.to_be_bytes().to_vec();
    let mut part = |text: &str| {
        bytes.extend((text.len() as u64).to_be_bytes());
        bytes.extend(text.as_bytes());
    };
    part(previous);
    for (name, value) in fields {
        part(name);
        match value {
            Some(value) => {
                part("text");
                part(value);
            }
            None => part("null"),
        }
    }
    key.digest("log entry", &bytes)
}
