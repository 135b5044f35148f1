//! The verification of the log: every entry held against its MAC and the chain.

use core::fmt;

use inburgering::{DigestKey, KeyId};

use crate::chain::{Head, mac};
use crate::entry::{LoggedDelivery, Row};

/// What a verification of the log found.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
#[must_use]
pub struct Verification {
    /// How many entries there are.
    pub entries: u64,
    /// What is wrong with the chain, in the order of the entries; nothing if the log is whole.
    pub breaks: Vec<Break>,
    /// The names of what is not as a log is made with: its table, its guards against changes and its views, and any guard
    /// more. The entries may still be as they were written; what other programs read in a view may not be.
    pub altered: Vec<String>,
    /// Deliveries that were begun and not ended: resume or abandon each.
    ///
    /// By the entries that can be read.
    pub unfinished: Vec<LoggedDelivery>,
}

impl Verification {
    /// Whether no entry was changed, removed or reordered, as far as that can be seen, and nothing of the log altered.
    pub fn is_whole(&self) -> bool {
        self.breaks.is_empty() && self.altered.is_empty()
    }
}

/// What is wrong with the chain, and where. `Display` is the English sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Break {
    /// Entries are not there.
    Missing {
        /// The first that is not there.
        first: u64,
        /// The last that is not there.
        last: u64,
    },
    /// An entry is not as it was written.
    Changed {
        /// The entry.
        sequence: u64,
    },
    /// An entry is as it was written, but stood elsewhere.
    Moved {
        /// Where it stands.
        sequence: u64,
        /// Where it stood.
        from: u64,
    },
    /// An entry is as it was written, but after another entry than the one before it.
    Unlinked {
        /// The entry.
        sequence: u64,
    },
    /// An entry stands there a second time, as it was written.
    Repeated {
        /// The entry.
        sequence: u64,
    },
    /// An entry cannot be verified, since its key was not given.
    KeyNotGiven {
        /// The entry.
        sequence: u64,
        /// The id of its key.
        key: KeyId,
    },
    /// An entry is as it was written, but by another version of the library: this one cannot read it.
    OtherVersion {
        /// The entry.
        sequence: u64,
    },
    /// The log ends before the head that was kept.
    CutOff {
        /// The head that was kept.
        head: Head,
        /// The last entry; 0 if there is none.
        last: u64,
    },
    /// Another entry stands where the head was that was kept: the log was cut off there, and went on.
    OtherHead {
        /// The head that was kept.
        head: Head,
    },
}

impl Break {
    /// The stable code of the break, in `snake_case`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "missing",
            Self::Changed { .. } => "changed",
            Self::Moved { .. } => "moved",
            Self::Unlinked { .. } => "unlinked",
            Self::Repeated { .. } => "repeated",
            Self::KeyNotGiven { .. } => "key_not_given",
            Self::OtherVersion { .. } => "other_version",
            Self::CutOff { .. } => "cut_off",
            Self::OtherHead { .. } => "other_head",
        }
    }

    /// The entry that broke: the first of several, and that of the head where the end is not what it was.
    pub const fn sequence(&self) -> u64 {
        match self {
            Self::Missing { first, .. } => *first,
            Self::Changed { sequence }
            | Self::Moved { sequence, .. }
            | Self::Unlinked { sequence }
            | Self::Repeated { sequence }
            | Self::OtherVersion { sequence }
            | Self::KeyNotGiven { sequence, .. } => *sequence,
            Self::CutOff { head, .. } | Self::OtherHead { head } => head.sequence,
        }
    }
}

impl fmt::Display for Break {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { first, last } if first == last => write!(f, "entry {first} was removed"),
            Self::Missing { first, last } => write!(f, "entries {first} to {last} were removed"),
            Self::Changed { sequence } => write!(f, "entry {sequence} was changed"),
            Self::Moved { sequence, from } => write!(f, "entry {sequence} stood at {from}"),
            Self::Unlinked { sequence } => write!(f, "entry {sequence} followed another entry than the one before it"),
            Self::Repeated { sequence } => write!(f, "entry {sequence} stands there twice"),
            Self::KeyNotGiven { sequence, key } => {
                write!(f, "entry {sequence} is under key `{key}`, which was not given")
            }
            Self::OtherVersion { sequence } => {
                write!(f, "entry {sequence} was written by another version of the library; use that release")
            }
            Self::CutOff { head, last } => {
                write!(f, "the log ends with entry {last}, and had entry {}: its end was cut off", head.sequence)
            }
            Self::OtherHead { head } => {
                write!(f, "entry {} is not the one that was kept as head: the log was cut off before it", head.sequence)
            }
        }
    }
}

/// So many entries may have changed for it to be asked where each of them stood; of more, the key is wrong.
const MOST_MOVED: usize = 100;

/// Holds the rows, ascending by number, against the chain.
pub(crate) fn breaks(rows: &[Row], keys: &[DigestKey], head: Option<&Head>) -> Vec<Break> {
    let places = emptied(rows, keys);
    let mut breaks = Vec::new();
    let (mut last, mut mac_before) = (0, "");
    for row in rows {
        let sequence = row.sequence;
        let own = own(row, keys, &places);
        // Below the first, or once more: the chain goes on as if it were not there.
        if sequence <= last {
            breaks.push(own.unwrap_or(Break::Repeated { sequence }));
            continue;
        }
        let is_next = sequence == last + 1;
        if !is_next {
            breaks.push(Break::Missing { first: last + 1, last: sequence.saturating_sub(1) });
        }
        match own {
            Some(found) => breaks.push(found),
            None if is_next && row.previous != mac_before => breaks.push(Break::Unlinked { sequence }),
            None => {}
        }
        (last, mac_before) = (sequence, &row.mac);
    }
    if let Some(&head) = head {
        match rows.iter().find(|row| row.sequence == head.sequence) {
            Some(row) if row.mac == head.mac.to_string() => {}
            Some(_) => breaks.push(Break::OtherHead { head }),
            None if head.sequence > last => breaks.push(Break::CutOff { head, last }),
            // It was removed from the middle, and is missing.
            None => {}
        }
    }
    breaks
}

/// What is wrong with the row itself, whatever stands before it.
fn own(row: &Row, keys: &[DigestKey], places: &[u64]) -> Option<Break> {
    let sequence = row.sequence;
    let Some(id) = row.field("key").and_then(|id| id.parse::<KeyId>().ok()) else {
        return Some(Break::Changed { sequence });
    };
    let Some(key) = key_of(row, keys) else {
        return Some(Break::KeyNotGiven { sequence, key: id });
    };
    if fits(row, key) {
        return row.entry().is_none().then_some(Break::OtherVersion { sequence });
    }
    // NOTE: who moves an entry writes another number over its own; the rest still fits the number it had.
    let stood_at = |from: &&u64| mac(key, **from, &row.previous, &row.fields).to_string() == row.mac;
    Some(match places.iter().find(stood_at) {
        Some(&from) => Break::Moved { sequence, from },
        None => Break::Changed { sequence },
    })
}

/// The numbers at which an entry can have stood that stands elsewhere now: those of entries that do not fit, those that
/// are not there, and as many after the last.
fn emptied(rows: &[Row], keys: &[DigestKey]) -> Vec<u64> {
    let unfit = rows.iter().filter(|row| key_of(row, keys).is_some_and(|key| !fits(row, key)));
    let mut places: Vec<u64> = unfit.map(|row| row.sequence).collect();
    if places.is_empty() || places.len() > MOST_MOVED {
        return Vec::new();
    }
    let last = rows.last().map_or(0, |row| row.sequence);
    let missing = (1..=last).filter(|number| rows.binary_search_by_key(number, |row| row.sequence).is_err());
    places.extend(missing.take(MOST_MOVED));
    places.extend((1..=MOST_MOVED as u64).map(|after| last.saturating_add(after)));
    places
}

/// The key of the row, if it was given.
fn key_of<'a>(row: &Row, keys: &'a [DigestKey]) -> Option<&'a DigestKey> {
    keys.iter().find(|key| row.field("key") == Some(key.id().as_str()))
}

/// Whether the row fits its MAC under the key.
fn fits(row: &Row, key: &DigestKey) -> bool {
    mac(key, row.sequence, &row.previous, &row.fields).to_string() == row.mac
}
