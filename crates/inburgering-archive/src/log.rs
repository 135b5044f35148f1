//! The log of disclosures (*logboek van de mededelingen*): an SQLite database to which entries are only added.
//!
//! E-government decree of 18 July 2008, art. 8 §1, 13°. Each entry is chained to the one before it by a keyed MAC, and
//! holds in columns of its own what is asked most: see the table `entries` and the view `deliveries`, which has one row
//! a delivery. Writers wait for each other, some seconds at most. Leaves out the folders, and who may deliver what: see
//! the archive.

mod book;

use core::time::Duration;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::FixedOffset;
use inburgering::{DigestKey, History, HistoryError, KeyId};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use crate::chain::Head;
use crate::entry::{DeliveryState, Entry, FIELDS, LoggedDelivery, Row, deliveries};
use crate::folder::parent_of;
use crate::verification::{Break, Verification, breaks};

pub(crate) use book::{Book, Keys, history as book_history};

/// What marks a database as a log of ours: `inbl` in ASCII.
const APPLICATION: i32 = 0x696e_626c;
/// The version of its tables.
const VERSION: i32 = 2;
/// What the names of the files end in that SQLite makes beside a database.
const JOURNALS: [&str; 3] = ["-journal", "-wal", "-shm"];
/// How long one waits for another who is writing.
const PATIENCE: Duration = Duration::from_secs(20);

/// Why the log cannot be read or written; then nothing was added to it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LogError {
    /// No log is there to be opened.
    #[error("there is no log of disclosures at {}; check the path, or create a log there", path.display())]
    NotThere {
        /// The file.
        path: PathBuf,
    },
    /// A log is to be created, and something is there.
    #[error("{} is there already; open it if it is the log, or create one elsewhere", path.display())]
    AlreadyThere {
        /// The file.
        path: PathBuf,
    },
    /// A log is to be created in a folder that is not there.
    #[error("the folder of {} is not there; make it first, or check the path", path.display())]
    NoFolder {
        /// The file.
        path: PathBuf,
    },
    /// The file is something else.
    #[error("{} is no log of disclosures; check the path", path.display())]
    NotALog {
        /// The file.
        path: PathBuf,
    },
    /// The log was made by another version of the library.
    #[error(
        "{} is a log of version {found}, and this library keeps version {kept}; use the release that made it",
        path.display()
    )]
    OtherVersion {
        /// The file.
        path: PathBuf,
        /// The version of the log.
        found: i32,
        /// The version that is read and written here.
        kept: i32,
    },
    /// Another process kept the log locked for too long.
    #[error("{} is being written by another process; try again", path.display())]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// An entry is not one that this library writes.
    #[error(
        "entry {sequence} of {} cannot be read: it was changed, or another version of the library wrote it; verify the log",
        path.display()
    )]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The entry.
        sequence: u64,
    },
    /// The log is not as it was written, so nothing is done by it.
    #[error("{found}, or another key of that name was given; give the right keys, or verify the log")]
    Broken {
        /// The first break.
        found: Break,
    },
    /// An entry cannot be verified without its key.
    #[error("entry {sequence} is under key `{key}`, which was not given; give the old keys of the log too")]
    KeyNotGiven {
        /// The entry.
        sequence: u64,
        /// The id of its key.
        key: KeyId,
    },
    /// An entry is as it was written, but cannot be read.
    #[error("entry {sequence} was written by another version of the library; use that release")]
    EntryOfOtherVersion {
        /// The entry.
        sequence: u64,
    },
    /// The database did not keep an entry as it was given.
    #[error("the database of {} did not keep entry {sequence}; verify the log for a guard that is not its own", path.display())]
    NotKept {
        /// The file.
        path: PathBuf,
        /// The entry.
        sequence: u64,
    },
    /// The instant of an entry cannot be told: its offset from Greenwich has seconds.
    #[error("the offset of the instant, {offset}, is not of whole minutes; give another")]
    TimeZoneOffset {
        /// The offset that was given.
        offset: FixedOffset,
    },
    /// The caller's history contradicts the log.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// The database refuses.
    #[error("{} cannot be used ({system}); mend what the system says", path.display())]
    Database {
        /// The file.
        path: PathBuf,
        /// What the database says.
        system: String,
    },
}

/// The log of disclosures, in a file.
///
/// It holds no open file: it can be shared by threads, and outlives a fork of the process.
///
/// ```
/// use inburgering::DigestKey;
/// use inburgering_archive::DisclosureLog;
///
/// let folder = tempfile::tempdir()?;
/// let log = DisclosureLog::create(folder.path().join("log.sqlite"))?;
/// // Was anything changed since the head was kept elsewhere?
/// let kept = log.head()?;
/// let key = DigestKey::new("2026-a", &[7; 32])?;
/// assert!(log.verify(&[key], kept.as_ref())?.is_whole());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DisclosureLog {
    path: PathBuf,
}

impl DisclosureLog {
    /// The log in that file.
    ///
    /// # Errors
    /// [`LogError::NotThere`] if no file is there, so that a mistyped path is no empty log; [`LogError::NotALog`] and
    /// [`LogError::OtherVersion`] if it is something else; [`LogError::Busy`] and [`LogError::Database`].
    pub fn open(path: impl Into<PathBuf>) -> Result<Self, LogError> {
        let log = Self { path: path.into() };
        let marks = Marks::of(&log.reader()?).map_err(|error| log.error(&error))?;
        log.require_ours(marks)?;
        Ok(log)
    }

    /// A new log in that file, which must not be there.
    ///
    /// # Errors
    /// [`LogError::AlreadyThere`] if a log or something else is there, [`LogError::NoFolder`] if its folder is not;
    /// [`LogError::Busy`] and [`LogError::Database`].
    pub fn create(path: impl Into<PathBuf>) -> Result<Self, LogError> {
        let log = Self { path: path.into() };
        if fs::metadata(&log.path).is_ok_and(|there| !there.is_file()) {
            return Err(LogError::AlreadyThere { path: log.path });
        }
        if !parent_of(&log.path).exists() {
            return Err(LogError::NoFolder { path: log.path });
        }
        match log.make() {
            Ok(true) => Ok(log),
            Ok(false) | Err(LogError::NotALog { .. }) => Err(LogError::AlreadyThere { path: log.path }),
            Err(error) => Err(error),
        }
    }

    /// Makes the tables, if nothing was made in the file; says whether it did.
    fn make(&self) -> Result<bool, LogError> {
        let mut connection = self.connect(OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        let mut made = || {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            // Who was killed before the tables were there has left an empty file.
            let is_empty = Marks::of(&transaction)?.are_none();
            if is_empty {
                transaction.execute_batch(include_str!("schema.sql"))?;
                transaction.pragma_update(None, "application_id", APPLICATION)?;
                transaction.pragma_update(None, "user_version", VERSION)?;
                transaction.commit()?;
            }
            Ok(is_empty)
        };
        made().map_err(|error: rusqlite::Error| self.error(&error))
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the log may need a file of that name: its journal, which lies beside it.
    pub(crate) fn needs(&self, path: &Path) -> bool {
        let folder_of = |path: &Path| fs::canonicalize(parent_of(path)).ok();
        let lower = |path: &Path| path.file_name().map(|name| name.to_string_lossy().to_lowercase());
        // SQLite names it after the file itself, not after a link that leads to it.
        let own = fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone());
        let (Some(log), Some(name)) = (lower(&own), lower(path)) else { return false };
        let is_beside = folder_of(path).is_some_and(|folder| folder_of(&own) == Some(folder));
        is_beside && JOURNALS.iter().any(|ending| name.strip_prefix(&log) == Some(ending))
    }

    /// Every entry, in order.
    ///
    /// # Errors
    /// [`LogError`], and [`LogError::Unreadable`] for the first entry that was not written here.
    pub fn entries(&self) -> Result<Vec<Entry>, LogError> {
        let rows = self.rows(&self.reader()?)?;
        rows.iter().map(|row| self.entry(row)).collect()
    }

    /// Every delivery with what became of it, in the order of their intents.
    ///
    /// # Errors
    /// As [`entries`](Self::entries).
    pub fn deliveries(&self) -> Result<Vec<LoggedDelivery>, LogError> {
        Ok(deliveries(&self.entries()?))
    }

    /// The deliveries that were begun and not ended: resume or abandon each.
    ///
    /// # Errors
    /// As [`entries`](Self::entries).
    pub fn unfinished(&self) -> Result<Vec<LoggedDelivery>, LogError> {
        let mut deliveries = self.deliveries()?;
        deliveries.retain(|logged| logged.state == DeliveryState::Intended);
        Ok(deliveries)
    }

    /// The last entry, to be kept elsewhere; none if there is no entry.
    ///
    /// # Errors
    /// As [`entries`](Self::entries).
    pub fn head(&self) -> Result<Option<Head>, LogError> {
        let entries = self.entries()?;
        Ok(entries.last().map(|entry| Head { sequence: entry.sequence, mac: entry.mac }))
    }

    /// Holds every entry against its MAC and the chain, the end against a head that was kept elsewhere, and the table with
    /// its guards and views against those that a log is made with.
    ///
    /// Without a head, a cut-off end cannot be seen, nor another log that was put in its place.
    ///
    /// # Errors
    /// [`LogError`] if the log cannot be read. What was changed is no error, but a [`Break`].
    pub fn verify(&self, keys: &[DigestKey], head: Option<&Head>) -> Result<Verification, LogError> {
        let connection = self.reader()?;
        let rows = self.rows(&connection)?;
        let altered = self.altered(&connection)?;
        let entries: Vec<Entry> = rows.iter().filter_map(Row::entry).collect();
        let mut unfinished = deliveries(&entries);
        unfinished.retain(|logged| logged.state == DeliveryState::Intended);
        Ok(Verification { entries: rows.len() as u64, breaks: breaks(&rows, keys, head), altered, unfinished })
    }

    /// The history of the caller's, with every delivery of the log in it: those that were begun count as delivered.
    ///
    /// # Errors
    /// As [`entries`](Self::entries); [`LogError::History`] if the two contradict each other.
    pub fn history(&self, past: &History) -> Result<History, LogError> {
        let deliveries = self.deliveries()?;
        Ok(book::history(past, deliveries.iter().filter(|logged| logged.is_live()))?)
    }

    /// Every delivery with what became of it, of a log that the keys verify.
    pub(crate) fn trusted(&self, keys: &[DigestKey]) -> Result<Vec<LoggedDelivery>, LogError> {
        let rows = self.rows(&self.reader()?)?;
        require_trusted(&rows, keys)?;
        let entries: Vec<Entry> = rows.iter().map(|row| self.entry(row)).collect::<Result<_, _>>()?;
        Ok(deliveries(&entries))
    }

    /// Adds entries while nobody else does: all that the work adds, or nothing if it fails. The log must fit the keys.
    pub(crate) fn write<T, E: From<LogError>>(
        &self,
        keys: Keys<'_>,
        work: impl FnOnce(&mut Book<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.connect(OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let begun = connection.transaction_with_behavior(TransactionBehavior::Immediate);
        let transaction = begun.map_err(|error| self.error(&error))?;
        let rows = self.rows(&transaction)?;
        let mut book = Book::open(self, &transaction, keys, &rows)?;
        let value = work(&mut book)?;
        transaction.commit().map_err(|error| self.error(&error))?;
        Ok(value)
    }

    /// The database must be a log, of this version.
    fn require_ours(&self, marks: Marks) -> Result<(), LogError> {
        let path = || self.path.clone();
        match marks {
            Marks { application: APPLICATION, version: VERSION, .. } => Ok(()),
            Marks { application: APPLICATION, version: found, .. } => {
                Err(LogError::OtherVersion { path: path(), found, kept: VERSION })
            }
            marks if marks.are_none() => Err(LogError::NotThere { path: path() }),
            _ => Err(LogError::NotALog { path: path() }),
        }
    }

    fn entry(&self, row: &Row) -> Result<Entry, LogError> {
        row.entry().ok_or_else(|| LogError::Unreadable { path: self.path.clone(), sequence: row.sequence })
    }

    /// To read, and to undo first what a process left half-written that was killed: that takes the right to write.
    fn reader(&self) -> Result<Connection, LogError> {
        self.connect(OpenFlags::SQLITE_OPEN_READ_WRITE)
    }

    fn connect(&self, flags: OpenFlags) -> Result<Connection, LogError> {
        let is_missing = || fs::metadata(&self.path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
        if !flags.contains(OpenFlags::SQLITE_OPEN_CREATE) && is_missing() {
            return Err(LogError::NotThere { path: self.path.clone() });
        }
        let opened = || {
            // To SQLite some names are no files, `:memory:` and an empty one among them; with a folder before it each is.
            let file = Path::new(".").join(&self.path);
            let connection = Connection::open_with_flags(file, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
            connection.busy_timeout(PATIENCE)?;
            connection.pragma_update(None, "foreign_keys", true)?;
            // What is in the log must outlast a loss of power, down to the name of the journal.
            connection.pragma_update(None, "synchronous", "EXTRA")?;
            Ok(connection)
        };
        opened().map_err(|error: rusqlite::Error| self.error(&error))
    }

    /// The names of what is not as a log is made with: the table, its guards and views, and any guard more.
    fn altered(&self, connection: &Connection) -> Result<Vec<String>, LogError> {
        let made = || -> rusqlite::Result<Vec<String>> {
            let pristine = Connection::open_in_memory()?;
            pristine.execute_batch(include_str!("schema.sql"))?;
            let (expected, found) = (schema(&pristine)?, schema(connection)?);
            let differs = |(name, sql): &(&String, &(String, String))| found.get(*name) != Some(*sql);
            let mut altered: Vec<String> = expected.iter().filter(differs).map(|(name, _)| name.clone()).collect();
            let is_more =
                |(name, (kind, _)): &(&String, &(String, String))| kind == "trigger" && !expected.contains_key(*name);
            altered.extend(found.iter().filter(is_more).map(|(name, _)| name.clone()));
            Ok(altered)
        };
        made().map_err(|error| self.error(&error))
    }

    /// Every row, ascending by number.
    fn rows(&self, connection: &Connection) -> Result<Vec<Row>, LogError> {
        self.rows_from(connection, i64::MIN)
    }

    /// The rows from a number on, ascending.
    fn rows_from(&self, connection: &Connection, first: i64) -> Result<Vec<Row>, LogError> {
        let read = || {
            let fields = FIELDS.join(", ");
            let sql =
                format!("SELECT sequence, previous, mac, {fields} FROM entries WHERE sequence >= ? ORDER BY sequence");
            let mut statement = connection.prepare(&sql)?;
            let rows = statement.query_map([first], |row| {
                let text = |at: usize| row.get_ref(at).map(text_of);
                let mut fields = Vec::with_capacity(FIELDS.len());
                for (at, name) in FIELDS.into_iter().enumerate() {
                    fields.push((name, text(3 + at)?));
                }
                // A number below 1 was not written here; as 0 it is out of its place.
                let sequence = u64::try_from(row.get::<_, i64>(0)?).unwrap_or_default();
                let (previous, mac) = (text(1)?.unwrap_or_default(), text(2)?.unwrap_or_default());
                Ok(Row { sequence, fields, previous, mac })
            })?;
            rows.collect::<rusqlite::Result<Vec<Row>>>()
        };
        read().map_err(|error| self.error(&error))
    }

    fn error(&self, error: &rusqlite::Error) -> LogError {
        let path = self.path.clone();
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => LogError::Busy { path },
            Some(ErrorCode::NotADatabase) => LogError::NotALog { path },
            _ => LogError::Database { path, system: error.to_string() },
        }
    }
}

/// What says of a database whose it is.
#[derive(Debug, Clone, Copy)]
struct Marks {
    application: i32,
    version: i32,
    tables: i32,
}

impl Marks {
    fn of(connection: &Connection) -> rusqlite::Result<Self> {
        let number = |sql| connection.query_row(sql, [], |row| row.get::<_, i32>(0));
        Ok(Self {
            application: number("PRAGMA application_id")?,
            version: number("PRAGMA user_version")?,
            tables: number("SELECT count(*) FROM sqlite_schema")?,
        })
    }

    /// Whether nothing was ever made in it.
    const fn are_none(self) -> bool {
        matches!(self, Self { application: 0, version: 0, tables: 0 })
    }
}

/// The log must be as it was written: every entry must fit its key.
fn require_trusted(rows: &[Row], keys: &[DigestKey]) -> Result<(), LogError> {
    match breaks(rows, keys, None).into_iter().next() {
        None => Ok(()),
        Some(Break::KeyNotGiven { sequence, key }) => Err(LogError::KeyNotGiven { sequence, key }),
        Some(Break::OtherVersion { sequence }) => Err(LogError::EntryOfOtherVersion { sequence }),
        Some(found) => Err(LogError::Broken { found }),
    }
}

/// What a database is made of: the kind and the words of each by its name.
fn schema(connection: &Connection) -> rusqlite::Result<BTreeMap<String, (String, String)>> {
    let sql = "SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
    rows.collect()
}

/// The text of a value; a kind of value that no column of ours has, as a text that fits nothing.
fn text_of(value: ValueRef<'_>) -> Option<String> {
    match value {
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Real(_) | ValueRef::Blob(_) => Some("\u{fffd}".into()),
    }
}
