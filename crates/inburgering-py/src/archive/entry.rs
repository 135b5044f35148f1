//! The entries of the log: the classes `Entry` and `LoggedDelivery`.

use chrono::{DateTime, FixedOffset};
use inburgering_archive as archive;
use pyo3::prelude::*;

use crate::archive::notice::LoggedNotice;
use crate::disclosure::digest::Digest;
use crate::disclosure::receipt::Receipt;
use crate::habits::found_not_told;
use crate::request::Request;
use crate::several::Tuple;
use crate::vocabulary::Word;

/// An entry of the log: an intent to deliver, that it was done or abandoned, or a notice on it; by whom, and when.
///
/// >>> import inburgering as ib, pathlib, tempfile
/// >>> from inburgering import example
/// >>> root = pathlib.Path(tempfile.mkdtemp())
/// >>> log = ib.DisclosureLog.create(root / "log.sqlite")
/// >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
/// >>> [(entry.sequence, str(entry.event), entry.delivery) for entry in log.entries()]
/// [(1, 'intended', 1), (2, 'done', 1)]
#[pyclass(frozen, eq, module = "inburgering")]
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Entry(pub(crate) archive::Entry);

impl Entry {
    fn intent(&self) -> Option<&archive::Intent> {
        match &self.0.event {
            archive::Event::Intended(intent) => Some(intent),
            _ => None,
        }
    }
}

#[pymethods]
impl Entry {
    /// Its number, from 1, without gaps.
    #[getter]
    fn sequence(&self) -> u64 {
        self.0.sequence
    }

    /// What it says: that a delivery is intended, done or abandoned, or that a notice was given on it.
    #[getter]
    fn event(&self) -> Word<archive::EventKind> {
        Word(self.0.event.kind())
    }

    /// The number of the entry with the intent that it belongs to: of an intent, its own.
    #[getter]
    fn delivery(&self) -> u64 {
        match self.0.event {
            archive::Event::Intended(_) => self.0.sequence,
            archive::Event::Done { delivery }
            | archive::Event::Abandoned { delivery }
            | archive::Event::Noticed { delivery, .. } => delivery,
        }
    }

    /// Who made it.
    #[getter]
    fn operator(&self) -> &str {
        self.0.operator.as_str()
    }

    /// The instant at which it was made.
    #[getter]
    fn at(&self) -> DateTime<FixedOffset> {
        self.0.at
    }

    /// The id of the key under which it is chained.
    #[getter]
    fn key(&self) -> &str {
        self.0.key.as_str()
    }

    /// What ties it to its place and to the entry before it.
    #[getter]
    fn mac(&self) -> Digest {
        Digest(self.0.mac)
    }

    /// Of an intent: the request.
    #[getter]
    fn request(&self) -> Option<Request> {
        self.intent().map(|intent| Request(intent.request.clone()))
    }

    /// Of an intent: the receipt.
    #[getter]
    fn receipt(&self) -> Option<Receipt> {
        self.intent().map(|intent| Receipt(intent.receipt.clone()))
    }

    /// Of an intent: the name of the folder.
    #[getter]
    fn folder(&self) -> Option<&str> {
        self.intent().map(|intent| intent.folder.as_str())
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.Entry {}: delivery {} {}>", self.0.sequence, self.delivery(), self.event().0)
    }
}

found_not_told!(Entry, "an Entry cannot be pickled, since only a log has entries; keep its sequence");

/// A delivery by the log: its intent, what became of it, and the notices on it.
///
/// >>> import inburgering as ib, pathlib, tempfile
/// >>> from inburgering import example
/// >>> root = pathlib.Path(tempfile.mkdtemp())
/// >>> log = ib.DisclosureLog.create(root / "log.sqlite")
/// >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
/// >>> (delivery,) = log.deliveries()
/// >>> delivery.delivery, delivery.folder, delivery.receipt == archived.delivery.receipt
/// (1, '44021-2026-02-02', True)
#[pyclass(frozen, eq, module = "inburgering")]
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct LoggedDelivery(pub(crate) archive::LoggedDelivery);

#[pymethods]
impl LoggedDelivery {
    /// The number of the entry with the intent, by which the delivery is called.
    #[getter]
    fn delivery(&self) -> u64 {
        self.0.delivery
    }

    /// What became of it.
    #[getter]
    fn state(&self) -> Word<archive::DeliveryState> {
        Word(self.0.state)
    }

    /// The request.
    #[getter]
    fn request(&self) -> Request {
        Request(self.0.request.clone())
    }

    /// The receipt.
    #[getter]
    fn receipt(&self) -> Receipt {
        Receipt(self.0.receipt.clone())
    }

    /// The name of its folder among the others.
    #[getter]
    fn folder(&self) -> &str {
        &self.0.folder
    }

    /// The notices that were given on it, in their order.
    #[getter]
    fn notices(&self) -> Tuple<LoggedNotice> {
        self.0.notices.iter().cloned().map(LoggedNotice).collect()
    }

    /// The instant of the last entry about it: its intent, its end or a notice.
    #[getter]
    fn last_at(&self) -> DateTime<FixedOffset> {
        self.0.last_at
    }

    fn __repr__(&self) -> String {
        let archive::LoggedDelivery { delivery, state, receipt, .. } = &self.0;
        let (to, on) = (receipt.municipality, receipt.on);
        format!("<inburgering.LoggedDelivery {delivery} to {} ({}) on {on}: {state}>", to.code(), to.name())
    }
}

found_not_told!(
    LoggedDelivery,
    "a LoggedDelivery cannot be pickled, since only a log has them; keep its number and its receipt"
);
