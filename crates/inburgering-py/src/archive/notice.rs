//! The notices of the log: the classes `LoggedNotice` and `Notified`.

use chrono::{DateTime, FixedOffset, NaiveDate};
use inburgering as domain;
use inburgering_archive as archive;
use pyo3::prelude::*;

use crate::archive::entry::Entry;
use crate::disclosure::digest::Digest;
use crate::disclosure::recall_notice::RecallNotice;
use crate::disclosure::receipt::Versions;
use crate::habits::found_not_told;
use crate::municipality::Municipality;
use crate::purpose::Purposes;
use crate::vocabulary::Word;

/// A notice by the log: who was told how much, by whom, when. No register number is in it.
///
/// >>> import datetime as dt, inburgering as ib, pathlib, tempfile
/// >>> from inburgering import example
/// >>> root = pathlib.Path(tempfile.mkdtemp())
/// >>> archive = ib.Archive(root / "deliveries", ib.DisclosureLog.create(root / "log.sqlite"))
/// >>> archived = example.deliver_to(archive)
/// >>> inputs, corrected = {"44021-2026-02-02": example.caseload()}, example.corrected().caseload
/// >>> (wrong,) = ib.recall_all(archive.log, inputs, corrected, key=example.key()).to_notify()
/// >>> at = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
/// >>> notified = archive.notify(wrong, protocols=example.protocols(), key=example.key(), at=at, operator="operator 7")
/// >>> archive.log.deliveries()[0].notices
/// (<inburgering.LoggedNotice 3 to 44021 (Gent) on 2026-03-02: 1 to delete, 0 to replace, 0 to add, 0 to correct>,)
#[pyclass(frozen, eq, module = "inburgering")]
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct LoggedNotice(pub(crate) archive::LoggedNotice);

#[pymethods]
impl LoggedNotice {
    /// The number of its entry.
    #[getter]
    fn notice(&self) -> u64 {
        self.0.notice
    }

    /// Who gave it.
    #[getter]
    fn operator(&self) -> &str {
        self.0.operator.as_str()
    }

    /// The instant.
    #[getter]
    fn at(&self) -> DateTime<FixedOffset> {
        self.0.at
    }

    /// The id of the key of its digest.
    #[getter]
    fn key(&self) -> &str {
        self.0.key.as_str()
    }

    /// The municipality that was told.
    #[getter]
    fn municipality(&self) -> Municipality {
        Municipality(self.0.receipt.municipality)
    }

    /// The day of the notice.
    #[getter]
    fn given_on(&self) -> NaiveDate {
        self.0.receipt.given_on
    }

    /// The name of the protocol on which persons were disclosed for the first time, if any were.
    #[getter]
    fn protocol(&self) -> Option<&str> {
        self.0.receipt.protocol.as_ref().map(domain::ProtocolId::as_str)
    }

    /// Why: the purposes of the request.
    #[getter]
    fn purposes(&self) -> Purposes {
        Purposes(self.0.receipt.purposes)
    }

    /// Why: the legal basis of the exchange on the day, if there was one.
    #[getter]
    fn legal_basis(&self) -> Option<Word<domain::LegalBasis>> {
        self.0.receipt.legal_basis.map(Word)
    }

    /// How many numbers to delete it names.
    #[getter]
    fn deleted(&self) -> usize {
        self.0.receipt.deleted
    }

    /// How many numbers to replace.
    #[getter]
    fn renumbered(&self) -> usize {
        self.0.receipt.renumbered
    }

    /// How many rows to add.
    #[getter]
    fn added(&self) -> usize {
        self.0.receipt.added
    }

    /// How many rows whose flags are put right.
    #[getter]
    fn corrected(&self) -> usize {
        self.0.receipt.corrected
    }

    /// The versions of the rules and tables by which the corrected inputs were read.
    #[getter]
    fn versions(&self) -> Versions {
        Versions(self.0.receipt.versions.clone())
    }

    /// Of what the notice says.
    #[getter]
    fn digest(&self) -> Digest {
        Digest(self.0.receipt.notice)
    }

    fn __repr__(&self) -> String {
        let archive::LoggedNotice { notice, receipt, .. } = &self.0;
        let (to, on) = (receipt.municipality, receipt.given_on);
        let [delete, renumber] = [receipt.deleted, receipt.renumbered];
        let [add, correct] = [receipt.added, receipt.corrected];
        format!(
            "<inburgering.LoggedNotice {notice} to {} ({}) on {on}: {delete} to delete, {renumber} to replace, {add} to add, \
             {correct} to correct>",
            to.code(),
            to.name()
        )
    }
}

found_not_told!(LoggedNotice, "a LoggedNotice cannot be pickled, since only a log has them; keep its number");

/// A notice that may be given: what it says, and the `entry` of the log that tells of it.
///
/// >>> import datetime as dt, inburgering as ib, pathlib, tempfile
/// >>> from inburgering import example
/// >>> root = pathlib.Path(tempfile.mkdtemp())
/// >>> archive = ib.Archive(root / "deliveries", ib.DisclosureLog.create(root / "log.sqlite"))
/// >>> archived = example.deliver_to(archive)
/// >>> inputs, corrected = {"44021-2026-02-02": example.caseload()}, example.corrected().caseload
/// >>> (wrong,) = ib.recall_all(archive.log, inputs, corrected, key=example.key()).to_notify()
/// >>> at = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
/// >>> archive.notify(wrong, protocols=example.protocols(), key=example.key(), at=at, operator="operator 7").notice
/// <inburgering.RecallNotice: 1 to delete, 0 to replace, 0 to add, 0 to correct>
#[pyclass(frozen, eq, module = "inburgering")]
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Notified(pub(crate) archive::Notified);

#[pymethods]
impl Notified {
    /// What is to be said to the municipality, and what is withheld.
    #[getter]
    fn notice(&self) -> RecallNotice {
        RecallNotice(self.0.notice.clone())
    }

    /// The entry; `None` where nothing may be said.
    #[getter]
    fn entry(&self) -> Option<Entry> {
        self.0.entry.clone().map(Entry)
    }

    /// The name under which to archive the corrected inputs (`Wanted.name`); `None` if nothing was said.
    #[getter]
    fn inputs(&self) -> Option<&str> {
        self.0.inputs.as_deref()
    }

    fn __repr__(&self) -> String {
        let logged = self.0.entry.as_ref().map_or("not logged".into(), |entry| format!("entry {}", entry.sequence));
        format!("<inburgering.Notified to {}: {logged}>", self.0.notice.municipality)
    }
}

found_not_told!(
    Notified,
    "a Notified cannot be pickled, since only Archive.notify() makes one; keep its notice's text"
);
