//! The log of disclosures: the class `DisclosureLog`.

use std::path::PathBuf;

use inburgering_archive as archive;
use pyo3::prelude::*;

use crate::archive::entry::{Entry, LoggedDelivery};
use crate::archive::verification::Verification;
use crate::disclosure::digest::DigestKeys;
use crate::errors::{Raise, exception};
use crate::habits::pickled_by_arguments;
use crate::history::{History, Records};
use crate::table::Table;
use crate::work;

/// The log of disclosures (*logboek van de mededelingen*), in a file: an SQLite database, to which entries are only
/// added (e-government decree of 18 July 2008, art. 8 §1, 13°). The file must be there, so that a mistyped path is no
/// empty log; `DisclosureLog.create(path)` makes a new one.
///
/// Each entry is chained to the one before it by a keyed MAC: whatever is changed, removed or reordered shows in
/// `verify`, and a cut-off end to who kept `head()` elsewhere. No register number is in it. Raises `LogError`.
///
/// >>> import inburgering as ib, pathlib, tempfile
/// >>> from inburgering import example
/// >>> root = pathlib.Path(tempfile.mkdtemp())
/// >>> log = ib.DisclosureLog.create(root / "log.sqlite")
/// >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
/// >>> log.table().to_polars().select("municipality", "listed", "state").row(0)
/// ('44021', 3, 'done')
/// >>> kept = log.head()
/// >>> log.verify(key=example.key(), head=kept).is_whole
/// True
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct DisclosureLog(pub(crate) archive::DisclosureLog);

#[pymethods]
impl DisclosureLog {
    #[new]
    #[pyo3(signature = (path, /))]
    fn new(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        py.detach(|| archive::DisclosureLog::open(path)).map(Self).map_err(|error| error.raise(py))
    }

    /// A new log in that file, which must not be there. Raises `LogError`, with the code `already_there` if it is.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn create(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        py.detach(|| archive::DisclosureLog::create(path)).map(Self).map_err(|error| error.raise(py))
    }

    /// The file.
    #[getter]
    fn path(&self) -> PathBuf {
        self.0.path().to_owned()
    }

    /// Every entry, in order.
    fn entries(&self, py: Python<'_>) -> PyResult<Vec<Entry>> {
        let entries = py.detach(|| self.0.entries()).map_err(|error| error.raise(py))?;
        Ok(entries.into_iter().map(Entry).collect())
    }

    /// Every delivery with what became of it, in the order of their intents.
    fn deliveries(&self, py: Python<'_>) -> PyResult<Vec<LoggedDelivery>> {
        let deliveries = py.detach(|| self.0.deliveries()).map_err(|error| error.raise(py))?;
        Ok(deliveries.into_iter().map(LoggedDelivery).collect())
    }

    /// The same as a table: one row a delivery, with who, which data, when and why.
    fn table(&self, py: Python<'_>) -> PyResult<Table> {
        let deliveries = py.detach(|| self.0.deliveries()).map_err(|error| error.raise(py))?;
        let rows = deliveries.iter().map(|logged| (logged.delivery, logged.state.as_str(), &logged.receipt));
        Ok(inburgering_arrow::deliveries(rows).into())
    }

    /// The deliveries that were begun and not ended: resume or abandon each.
    fn unfinished(&self, py: Python<'_>) -> PyResult<Vec<LoggedDelivery>> {
        let unfinished = py.detach(|| self.0.unfinished()).map_err(|error| error.raise(py))?;
        Ok(unfinished.into_iter().map(LoggedDelivery).collect())
    }

    /// The last entry as a text, its number and its MAC, to be kept elsewhere; `None` if there is no entry.
    fn head(&self, py: Python<'_>) -> PyResult<Option<String>> {
        let head = py.detach(|| self.0.head()).map_err(|error| error.raise(py))?;
        Ok(head.map(|head| head.to_string()))
    }

    /// Holds every entry against its MAC and the chain, and the end against a `head` that was kept elsewhere; without
    /// one, a cut-off end cannot be seen. `key` is the key of the log, or several where it changed.
    ///
    /// What was changed is no error, but a `Break` of the answer. Raises `LogError` where the log cannot be read, or
    /// the head is none.
    #[pyo3(signature = (*, key, head = None))]
    fn verify(&self, py: Python<'_>, key: DigestKeys, head: Option<&str>) -> PyResult<Verification> {
        let head = head.map(str::parse::<archive::Head>).transpose().map_err(|error| error.raise(py))?;
        let log = self.0.clone();
        let verified = work::bulk(py, move |_| log.verify(&key.0, head.as_ref()))?;
        verified.map(Verification).map_err(|error| error.raise(py))
    }

    /// The history, with every delivery of the log in it; those that were begun count as delivered.
    #[pyo3(signature = (past = None, /))]
    fn history(&self, py: Python<'_>, past: Option<Records>) -> PyResult<History> {
        let past = past.unwrap_or_else(Records::none);
        let history = py.detach(|| self.0.history(past.get()));
        history.map(History).map_err(|error| error.raise(py))
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.DisclosureLog {}>", self.0.path().display())
    }
}

pickled_by_arguments!(DisclosureLog, |log| (log.0.path().to_owned(),));

impl Raise for archive::LogError {
    fn raise(self, py: Python<'_>) -> PyErr {
        let code = match &self {
            Self::History(error) => return error.clone().raise(py),
            Self::NotThere { .. } => "not_there",
            Self::AlreadyThere { .. } => "already_there",
            Self::NoFolder { .. } => "no_folder",
            Self::NotALog { .. } => "not_a_log",
            Self::OtherVersion { .. } => "other_version",
            Self::EntryOfOtherVersion { .. } => "entry_of_other_version",
            Self::NotKept { .. } => "not_kept",
            Self::Busy { .. } => "busy",
            Self::Unreadable { .. } => "unreadable",
            Self::Broken { .. } => "broken",
            Self::KeyNotGiven { .. } => "key_not_given",
            Self::TimeZoneOffset { .. } => "time_zone_offset",
            Self::Database { .. } => "database",
            _ => "unknown",
        };
        exception(py, "LogError", &self, code, |fields| match &self {
            Self::NotThere { path }
            | Self::AlreadyThere { path }
            | Self::NoFolder { path }
            | Self::NotALog { path }
            | Self::OtherVersion { path, .. }
            | Self::Busy { path }
            | Self::Database { path, .. } => fields.set_item("path", path),
            Self::EntryOfOtherVersion { sequence } => fields.set_item("sequence", sequence),
            Self::Unreadable { path, sequence } | Self::NotKept { path, sequence } => {
                fields.set_item("path", path)?;
                fields.set_item("sequence", sequence)
            }
            Self::Broken { found } => fields.set_item("sequence", found.sequence()),
            Self::KeyNotGiven { sequence, key } => {
                fields.set_item("sequence", sequence)?;
                fields.set_item("key", key.as_str())
            }
            _ => Ok(()),
        })
    }
}

impl Raise for archive::HeadError {
    fn raise(self, py: Python<'_>) -> PyErr {
        exception(py, "LogError", &self, "not_a_head", |fields| fields.set_item("length", self.length))
    }
}
