//! The verification of the log: the classes `Verification` and `Break`.

use inburgering_archive as archive;
use pyo3::prelude::*;

use crate::archive::entry::LoggedDelivery;
use crate::habits::found_not_told;
use crate::several::Tuple;

/// What a verification of the log found.
///
/// >>> import inburgering as ib, pathlib, sqlite3, tempfile
/// >>> from inburgering import example
/// >>> root = pathlib.Path(tempfile.mkdtemp())
/// >>> log = ib.DisclosureLog.create(root / "log.sqlite")
/// >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
/// >>> with sqlite3.connect(log.path) as database:  # Somebody makes the list look shorter.
/// ...     _ = database.executescript("DROP TRIGGER never_changed; UPDATE entries SET listed = 2 WHERE sequence = 1")
/// >>> found = log.verify(key=example.key())
/// >>> found.is_whole, str(found.breaks[0])
/// (False, 'entry 1 was changed')
#[pyclass(frozen, eq, module = "inburgering")]
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Verification(pub(crate) archive::Verification);

#[pymethods]
impl Verification {
    /// How many entries there are.
    #[getter]
    fn entries(&self) -> u64 {
        self.0.entries
    }

    /// What is wrong with the chain, in the order of the entries; nothing if the log is whole.
    #[getter]
    fn breaks(&self) -> Tuple<Break> {
        self.0.breaks.iter().cloned().map(Break).collect()
    }

    /// The names of what is not as a log is made with: its table, its guards against changes and its views, and any guard
    /// more. The entries may still be as they were written.
    #[getter]
    fn altered(&self) -> Tuple<String> {
        self.0.altered.iter().cloned().collect()
    }

    /// Deliveries that were begun and not ended: resume or abandon each. None of a log that cannot be read.
    #[getter]
    fn unfinished(&self) -> Tuple<LoggedDelivery> {
        self.0.unfinished.iter().cloned().map(LoggedDelivery).collect()
    }

    /// Whether no entry was changed, removed or reordered, as far as that can be seen, and nothing of the log altered.
    #[getter]
    fn is_whole(&self) -> bool {
        self.0.is_whole()
    }

    fn __repr__(&self) -> String {
        let (entries, breaks) = (self.0.entries, self.0.breaks.len());
        format!("<inburgering.Verification of {entries} entries: {breaks} breaks>")
    }
}

found_not_told!(
    Verification,
    "a Verification cannot be pickled, since only verify() makes one; keep its breaks as text"
);

/// What is wrong with the chain of a log, and where. `str` is the sentence.
///
/// `code` is one of `missing`, `changed`, `moved`, `unlinked` (it followed another entry than the one before it), `repeated`
/// (it stands there twice), `key_not_given`, `other_version` (use the release that wrote it), `cut_off` and `other_head` (the
/// log was cut off, and went on).
///
/// >>> import inburgering as ib, pathlib, tempfile
/// >>> from inburgering import example
/// >>> root = pathlib.Path(tempfile.mkdtemp())
/// >>> log = ib.DisclosureLog.create(root / "log.sqlite")
/// >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
/// >>> kept = log.head()
/// >>> emptied = ib.DisclosureLog.create(root / "emptied.sqlite")
/// >>> [str(found) for found in emptied.verify(key=example.key(), head=kept).breaks]
/// ['the log ends with entry 0, and had entry 2: its end was cut off']
#[pyclass(frozen, eq, module = "inburgering")]
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Break(archive::Break);

#[pymethods]
impl Break {
    /// The stable code.
    #[getter]
    fn code(&self) -> &'static str {
        self.0.code()
    }

    /// The entry that broke: the first of several, and that of the head where the end is not what it was.
    #[getter]
    fn sequence(&self) -> u64 {
        self.0.sequence()
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.Break {} at {}>", self.0.code(), self.0.sequence())
    }
}

found_not_told!(Break, "a Break cannot be pickled, since only verify() finds one; keep its text");
