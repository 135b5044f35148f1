//! The archive: the class `Archive`, with what the other files of this folder have.

pub(crate) mod disclosures;
pub(crate) mod entry;
pub(crate) mod log;
pub(crate) mod notice;
pub(crate) mod originals;
pub(crate) mod recalls;
pub(crate) mod verification;

use std::path::PathBuf;
use std::sync::Arc;

use inburgering as domain;
use inburgering_archive as archive;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use crate::archive::entry::{Entry, LoggedDelivery};
use crate::archive::log::DisclosureLog;
use crate::archive::notice::Notified;
use crate::archive::recalls::Recalled;
use crate::assessment::Assessment;
use crate::disclosure::delivery::{Delivery, Instant};
use crate::disclosure::digest::{DigestKey, DigestKeys};
use crate::errors::{Raise, exception};
use crate::habits::{found_not_told, pickled_by_arguments};
use crate::history::Records;
use crate::opaque::Opaque;
use crate::placed::Placed;
use crate::register::Protocols;
use crate::several::Tuple;
use crate::vocabulary::Word;
use crate::work;

/// A folder in which each delivery is a folder, and the log that tells of them.
///
/// Each delivery is written whole or not at all, and never over another; the log has an intent before the folder has
/// its name, and says afterwards that it was done. Several processes may deliver into one archive at once. Where the key
/// changed, give `old_keys`: the log is verified before each delivery. A pickle holds none of them.
///
/// >>> import inburgering as ib, pathlib, tempfile
/// >>> from inburgering import example
/// >>> root = pathlib.Path(tempfile.mkdtemp())
/// >>> archive = ib.Archive(root / "deliveries", ib.DisclosureLog.create(root / "log.sqlite"))
/// >>> archived = example.deliver_to(archive)
/// >>> sorted(path.name for path in archived.folder.iterdir())
/// ['cover-note.html', 'cover-note.txt', 'list.csv', 'list.xlsx', 'receipt.json']
/// >>> archive.log.unfinished()  # was anything begun and not ended?
/// []
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Archive(archive::Archive);

#[pymethods]
impl Archive {
    #[new]
    #[pyo3(signature = (folder, log, *, old_keys = None))]
    fn new(folder: PathBuf, log: PyRef<'_, DisclosureLog>, old_keys: Option<DigestKeys>) -> Self {
        let old_keys = old_keys.map(|keys| keys.0).unwrap_or_default();
        Self(archive::Archive::new(folder, log.0.clone()).with_old_keys(old_keys))
    }

    /// The folder in which the deliveries stand.
    #[getter]
    fn folder(&self) -> PathBuf {
        self.0.folder().to_owned()
    }

    /// The log.
    #[getter]
    fn log(&self) -> DisclosureLog {
        DisclosureLog(self.0.log().clone())
    }

    /// Where the folder of a delivery stands.
    #[pyo3(signature = (delivery, /))]
    fn folder_of(&self, delivery: PyRef<'_, LoggedDelivery>) -> PathBuf {
        self.0.folder_of(&delivery.0)
    }

    /// Delivers the list of a granted request from persons placed on the day of delivery, into a folder named after the
    /// request, and logs it. The arguments are those of the function `deliver`; `history` is that of before the log or
    /// beside it: the deliveries of the log are added to it.
    ///
    /// Raises what `deliver` raises; `FolderError`, `LogError`; `ArchiveError` where the log does not allow it. With
    /// the code `interrupted`, the log has an intent to `resume` or `abandon`; with every other error nothing was
    /// delivered. At a Ctrl-C the delivery is made first, and then `KeyboardInterrupt` raised: the log tells of it.
    #[pyo3(signature = (assessment, placed, /, *, protocols, history = None, key, delivered_at, operator))]
    #[expect(clippy::too_many_arguments, reason = "they are keywords in Python")]
    fn deliver(
        &self,
        py: Python<'_>,
        assessment: &Bound<'_, Assessment>,
        placed: &Bound<'_, Placed>,
        protocols: Protocols,
        history: Option<Records>,
        key: &Bound<'_, DigestKey>,
        delivered_at: Instant,
        operator: Opaque<domain::Operator>,
    ) -> PyResult<Archived> {
        let (archive, assessment) = (self.0.clone(), assessment.get().0.clone());
        let (placed, key) = (placed.get().0.clone(), key.get().0.clone());
        let history = history.unwrap_or_else(Records::none);
        let archived = work::bulk_to_its_end(py, move |_| {
            let records = domain::Records { protocols: protocols.get(), history: history.get() };
            let handover = domain::Handover { operator: &operator.0, delivered_at: delivered_at.0, key: &key };
            archive.deliver(&assessment, &placed, records, handover)
        })?;
        archived.map(|archived| Archived(Arc::new(archived))).map_err(|error| error.raise(py))
    }

    /// Ends a delivery that was begun, by its number: where its folder stands, the log says so; where it does not, it
    /// is written again from the `assessment`, the persons `placed`, the `protocols` and the `history` of the first
    /// time, which must give the same receipt. That can be done on the day of delivery alone: on a later one abandon it,
    /// and deliver anew. `operator` and `at` say who does this, and when.
    ///
    /// Raises `ArchiveError`, `FolderError` and `LogError`.
    #[pyo3(signature = (
        delivery, /, *, key, at, operator, assessment = None, placed = None, protocols = None, history = None
    ))]
    #[expect(clippy::too_many_arguments, reason = "they are keywords in Python")]
    fn resume(
        &self,
        py: Python<'_>,
        delivery: i64,
        key: &Bound<'_, DigestKey>,
        at: Instant,
        operator: Opaque<domain::Operator>,
        assessment: Option<&Bound<'_, Assessment>>,
        placed: Option<&Bound<'_, Placed>>,
        protocols: Option<Protocols>,
        history: Option<Records>,
    ) -> PyResult<Entry> {
        let inputs = match (assessment, placed, protocols) {
            (None, None, None) => None,
            (Some(assessment), Some(placed), Some(protocols)) => {
                Some((assessment.get().0.clone(), placed.get().0.clone(), protocols))
            }
            _ => {
                return Err(PyTypeError::new_err(
                    "assessment, placed and protocols belong together: give all of them, to write the folder again, or none",
                ));
            }
        };
        let (archive, key, delivery) = (self.0.clone(), key.get().0.clone(), number(py, delivery)?);
        let history = history.unwrap_or_else(Records::none);
        let entry = work::bulk_to_its_end(py, move |_| {
            let inputs = inputs.as_ref().map(|(assessment, placed, protocols)| {
                let records = domain::Records { protocols: protocols.get(), history: history.get() };
                archive::Inputs { assessment, placed, records }
            });
            archive.resume(delivery, inputs, archive::Settlement { operator: &operator.0, at: at.0, key: &key })
        })?;
        entry.map(Entry).map_err(|error| error.raise(py))
    }

    /// Gives a delivery up that was begun, by its number: its request takes no year any more. Only for one that never
    /// left the house: a folder that was there and was moved cannot be seen. `operator` and `at` say who does this, and
    /// when.
    ///
    /// Raises `ArchiveError`, with the code `folder_stands` if its folder is there, and `LogError`.
    #[pyo3(signature = (delivery, /, *, key, at, operator))]
    fn abandon(
        &self,
        py: Python<'_>,
        delivery: i64,
        key: &Bound<'_, DigestKey>,
        at: Instant,
        operator: Opaque<domain::Operator>,
    ) -> PyResult<Entry> {
        let (archive, key, delivery) = (self.0.clone(), key.get().0.clone(), number(py, delivery)?);
        let entry = work::bulk_to_its_end(py, move |_| {
            archive.abandon(delivery, archive::Settlement { operator: &operator.0, at: at.0, key: &key })
        })?;
        entry.map(Entry).map_err(|error| error.raise(py))
    }

    /// The notice of what is wrong with a delivery, for the municipality that has the list on the day of `at`; the log has
    /// it before you do, so that none is given unlogged. One that was logged and did not arrive is found again by the next
    /// recall (`Recalled.given`).
    ///
    /// `recalled` is one of `Recalls.to_notify()`. What may not be said on that day, by the `protocols`, is withheld
    /// (`notice.withheld`). Keep the corrected inputs: the next recall, and the answer to a participant, find by them what
    /// the notice said. `operator` and `at` say who does this, and when.
    ///
    /// Raises `ArchiveError`: `unfinished` if it is not known whether the list was delivered, `nothing_wrong`,
    /// `recalled_before` if the log tells more of it since the recall, `notice_backdated` if it has a later entry
    /// about it; `RecallError` for a day before the delivery; and `LogError`. Then the log has no notice more.
    #[pyo3(signature = (recalled, /, *, protocols, key, at, operator))]
    fn notify(
        &self,
        py: Python<'_>,
        recalled: &Bound<'_, Recalled>,
        protocols: Protocols,
        key: &Bound<'_, DigestKey>,
        at: Instant,
        operator: Opaque<domain::Operator>,
    ) -> PyResult<Notified> {
        let (archive, key, recalled) = (self.0.clone(), key.get().0.clone(), recalled.get().0.clone());
        let notified = work::bulk_to_its_end(py, move |_| {
            let settlement = archive::Settlement { operator: &operator.0, at: at.0, key: &key };
            archive.notify(&recalled, protocols.get(), settlement)
        })?;
        notified.map(Notified).map_err(|error| error.raise(py))
    }

    fn __repr__(&self) -> String {
        let (folder, log) = (self.0.folder().display(), self.0.log().path().display());
        format!("<inburgering.Archive {folder} with {log}>")
    }
}

pickled_by_arguments!(Archive, |archive| (archive.0.folder().to_owned(), DisclosureLog(archive.0.log().clone())));

/// A delivery that was made: what was delivered, where it stands, and the entry of the log that says so.
///
/// >>> import inburgering as ib, pathlib, tempfile
/// >>> from inburgering import example
/// >>> root = pathlib.Path(tempfile.mkdtemp())
/// >>> archived = example.deliver_to(ib.Archive(root / "deliveries", ib.DisclosureLog.create(root / "log.sqlite")))
/// >>> archived.folder.name, archived.number, archived.entry.event
/// ('44021-2026-02-02', 1, <EventKind.DONE: 'done'>)
#[pyclass(frozen, module = "inburgering")]
pub(crate) struct Archived(Arc<archive::Archived>);

#[pymethods]
impl Archived {
    /// What was delivered. Its history has every delivery of the log.
    #[getter]
    fn delivery(&self) -> Delivery {
        Delivery::of(self.0.delivery.clone())
    }

    /// The folder.
    #[getter]
    fn folder(&self) -> PathBuf {
        self.0.folder.clone()
    }

    /// The files to hand over: the list and its cover note. The receipt is the agency's alone, since its counts tell what
    /// the list must not.
    #[getter]
    fn for_municipality(&self) -> Tuple<PathBuf> {
        self.0.for_municipality().collect()
    }

    /// The number of the entry with the intent, by which the delivery is called.
    #[getter]
    fn number(&self) -> u64 {
        self.0.number
    }

    /// The entry that says that it was done.
    #[getter]
    fn entry(&self) -> Entry {
        Entry(self.0.entry.clone())
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.Archived {} in {}>", self.0.number, self.0.folder.display())
    }
}

found_not_told!(Archived, "an Archived cannot be pickled, since only Archive.deliver() makes one; keep its number");

/// A name that is safe for a folder, or for a file before its ending: letters, digits, hyphens and underscores stay, every
/// other byte becomes `%` with its two hexadecimal digits, so that two names stay two; what is too long ends in `%-` and the
/// SHA-256 of the whole. The folder of a delivery is named so after its request; name the papers about it so too, since a
/// request may have any name.
///
/// >>> import inburgering as ib
/// >>> ib.safe_name("2026/../117")
/// '2026%2F%2E%2E%2F117'
#[pyfunction]
#[pyo3(signature = (name, /))]
pub(crate) fn safe_name(name: &str) -> String {
    archive::folder::safe_name(name)
}

/// The number of a delivery as it is given: one below 0 is none, as any other that the log does not have.
fn number(py: Python<'_>, delivery: i64) -> PyResult<u64> {
    u64::try_from(delivery).map_err(|_| {
        let message = format!("the log has no delivery {delivery}; give the number of an entry with an intent");
        exception(py, "ArchiveError", &message, "no_such_delivery", |fields| fields.set_item("delivery", delivery))
    })
}

impl Raise for archive::ArchiveError {
    fn raise(self, py: Python<'_>) -> PyErr {
        let message = self.to_string();
        let code = match self {
            Self::Deliver(error) => return error.raise(py),
            Self::Log(error) => return error.raise(py),
            Self::Folder(error) => return error.raise(py),
            Self::Files(error) => return error.raise(py),
            Self::Notice(error) => return error.raise(py),
            Self::Unfinished { .. } => "unfinished",
            Self::Backdated { .. } => "backdated",
            Self::Interrupted { .. } => "interrupted",
            Self::NoSuchDelivery { .. } => "no_such_delivery",
            Self::Ended { .. } => "ended",
            Self::NothingWrong { .. } => "nothing_wrong",
            Self::RecalledBefore { .. } => "recalled_before",
            Self::NoticeBackdated { .. } => "notice_backdated",
            Self::InputsNeeded { .. } => "inputs_needed",
            Self::OtherInputs { .. } => "other_inputs",
            Self::OtherFolder { .. } => "other_folder",
            Self::FolderStands { .. } => "folder_stands",
            Self::BeforeBegun { .. } => "before_begun",
            Self::DayPassed { .. } => "day_passed",
            _ => "unknown",
        };
        let cause = match &self {
            Self::Interrupted { error, .. } => Some((**error).clone().raise(py)),
            _ => None,
        };
        let raised = exception(py, "ArchiveError", &message, code, |fields| match &self {
            Self::Unfinished { request, delivery } => {
                fields.set_item("request", request.as_str())?;
                fields.set_item("delivery", delivery)
            }
            Self::Backdated { delivery, on, last_on } | Self::DayPassed { delivery, on: last_on, day: on } => {
                fields.set_item("delivery", delivery)?;
                fields.set_item("on", on)?;
                fields.set_item("last_on", last_on)
            }
            Self::BeforeBegun { delivery, begun_at, at } => {
                fields.set_item("delivery", delivery)?;
                fields.set_item("begun_at", begun_at)?;
                fields.set_item("at", at)
            }
            Self::NoticeBackdated { delivery, at, last_at } => {
                fields.set_item("delivery", delivery)?;
                fields.set_item("at", at)?;
                fields.set_item("last_at", last_at)
            }
            Self::Ended { delivery, state } => {
                fields.set_item("delivery", delivery)?;
                fields.set_item("state", Word(*state))
            }
            Self::OtherInputs { delivery, differing } => {
                fields.set_item("delivery", delivery)?;
                fields.set_item("differing", pyo3::types::PyTuple::new(py, differing)?)
            }
            Self::OtherFolder { delivery, path } | Self::FolderStands { delivery, path } => {
                fields.set_item("delivery", delivery)?;
                fields.set_item("path", path)
            }
            Self::Interrupted { delivery, .. }
            | Self::NoSuchDelivery { delivery }
            | Self::NothingWrong { delivery }
            | Self::RecalledBefore { delivery }
            | Self::InputsNeeded { delivery } => fields.set_item("delivery", delivery),
            _ => Ok(()),
        });
        if let Some(cause) = cause {
            raised.set_cause(py, Some(cause));
        }
        raised
    }
}

impl Raise for archive::FolderError {
    fn raise(self, py: Python<'_>) -> PyErr {
        let (code, path) = match &self {
            Self::AlreadyThere { path } => ("already_there", path),
            Self::OfTheLog { path } => ("of_the_log", path),
            Self::NoName { path } => ("no_name", path),
            Self::NoParent { path } => ("no_parent", path),
            Self::Unwritable { path, .. } => ("unwritable", path),
            _ => return exception(py, "FolderError", &self, "unknown", |_| Ok(())),
        };
        exception(py, "FolderError", &self, code, |fields| fields.set_item("path", path))
    }
}
