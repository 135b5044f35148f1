//! Recall over all deliveries: the classes `Recalls` and `Recalled`, and the function that makes them.

use std::sync::Arc;

use inburgering as domain;
use inburgering_archive as archive;
use pyo3::prelude::*;

use crate::archive::entry::LoggedDelivery;
use crate::archive::log::DisclosureLog;
use crate::archive::originals::{Failed, Originals};
use crate::caseload::Caseload;
use crate::disclosure::digest::DigestKeys;
use crate::disclosure::recall::Recall;
use crate::disclosure::recall_notice::RecallNotice;
use crate::errors::Raise as _;
use crate::habits::found_not_told;
use crate::several::Tuple;
use crate::table::Table;
use crate::work;

/// What a recall of all deliveries found, in their order. `str` is the agency's paper in Dutch, which shows the
/// numbers; `repr` shows none.
///
/// >>> import inburgering as ib, pathlib, tempfile
/// >>> from inburgering import example
/// >>> root = pathlib.Path(tempfile.mkdtemp())
/// >>> log = ib.DisclosureLog.create(root / "log.sqlite")
/// >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
/// >>> corrected = example.corrected().caseload
/// >>> found = ib.recall_all(log, {"44021-2026-02-02": example.caseload()}, corrected, key=example.key())
/// >>> found
/// <inburgering.Recalls of 1 delivery: 1 wrong, 0 untold>
/// >>> found.corrections().to_polars()["kind"].to_list()
/// ['wrongly_disclosed']
#[pyclass(frozen, eq, module = "inburgering")]
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Recalls(Arc<archive::Recalls>);

#[pymethods]
impl Recalls {
    /// What was found of each delivery.
    #[getter]
    fn recalled(&self) -> Tuple<Recalled> {
        self.0.recalled.iter().cloned().map(Recalled).collect()
    }

    /// Those with which something is wrong, and that are known to be done: give each to `Archive.notify`. Where all of it
    /// is withheld on the day, the notice says nothing.
    fn to_notify(&self) -> Vec<Recalled> {
        self.0.to_notify().cloned().map(Recalled).collect()
    }

    /// The agency's paper as a table: a row for each correction, with the facts that changed (in Dutch).
    fn corrections(&self) -> Table {
        inburgering_arrow::corrections(self.0.wrong()).into()
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        let (all, wrong, untold) = (self.0.recalled.len(), self.0.wrong().count(), self.0.untold().count());
        let deliveries = if all == 1 { "delivery" } else { "deliveries" };
        format!("<inburgering.Recalls of {all} {deliveries}: {wrong} wrong, {untold} untold>")
    }
}

found_not_told!(Recalls, "a Recalls cannot be pickled, since only recall_all() makes one; keep its text, str(recalls)");

/// What a recall of one delivery found: the `recall`; or why that cannot be told, `untold`.
///
/// >>> import inburgering as ib, pathlib, tempfile
/// >>> from inburgering import example
/// >>> root = pathlib.Path(tempfile.mkdtemp())
/// >>> log = ib.DisclosureLog.create(root / "log.sqlite")
/// >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
/// >>> nothing_kept = ib.recall_all(log, {}, example.corrected().caseload, key=example.key())
/// >>> nothing_kept.recalled[0].untold
/// 'no_original'
#[pyclass(frozen, eq, module = "inburgering")]
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Recalled(pub(crate) archive::Recalled);

#[pymethods]
impl Recalled {
    /// The delivery.
    #[getter]
    fn delivery(&self) -> LoggedDelivery {
        LoggedDelivery(self.0.delivery().clone())
    }

    /// What is wrong with it, as the municipality holds it after the notices on it, if that can be told.
    #[getter]
    fn recall(&self) -> Option<Recall> {
        self.0.outcome().ok().map(|recall| Recall(Arc::new(recall.clone())))
    }

    /// Why it cannot be told, if so: `no_original` (the inputs were not given), `other_original` (a digest
    /// differs), `no_inputs_of_notice` and `other_notice` (the same of a notice on it) or `day` (it lies outside the
    /// horizon).
    #[getter]
    fn untold(&self) -> Option<&'static str> {
        self.0.outcome().err().map(archive::Untold::code)
    }

    /// The same in a sentence.
    #[getter]
    fn untold_why(&self) -> Option<String> {
        self.0.outcome().err().map(ToString::to_string)
    }

    /// The notices that were given on it, in their order, up to the first that cannot be told: to give one again that was
    /// logged and did not arrive.
    #[getter]
    fn given(&self) -> Tuple<RecallNotice> {
        self.0.given().iter().cloned().map(RecallNotice).collect()
    }

    fn __repr__(&self) -> String {
        let delivery = self.0.delivery().delivery;
        match self.0.outcome() {
            Ok(recall) => format!("<inburgering.Recalled {delivery}: {} corrections>", recall.corrections.len()),
            Err(why) => format!("<inburgering.Recalled {delivery}: untold, {}>", why.code()),
        }
    }
}

found_not_told!(Recalled, "a Recalled cannot be pickled, since only recall_all() makes one; keep its recall's papers");

/// Holds every delivery of the log against the corrected inputs (*rechtzetting*).
///
/// `originals` leads to the caseload that a delivery was made from, or by which a notice on it was given: a function of
/// a `Wanted`, or a mapping by its names (that of the request, and `REQUEST/notice-1` and so on); `None` where it is not
/// there any more. Those from the same inputs share one, which is asked for once as a rule. They are checked by the
/// digests of the receipts, under `key`: one, or all where it changed.
///
/// Raises `LogError`, and what the function raises. That of a delivery nothing can be told is no error.
///
/// >>> import inburgering as ib, pathlib, tempfile
/// >>> from inburgering import example
/// >>> root = pathlib.Path(tempfile.mkdtemp())
/// >>> log = ib.DisclosureLog.create(root / "log.sqlite")
/// >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
/// >>> corrected = example.corrected().caseload
/// >>> found = ib.recall_all(log, lambda wanted: example.caseload(), corrected, key=example.key())
/// >>> [str(one.delivery.receipt.municipality) for one in found.to_notify()]  # who must be told?
/// ['44021 (Gent)']
#[pyfunction]
#[pyo3(signature = (log, originals, corrected, /, *, key))]
pub(crate) fn recall_all(
    py: Python<'_>,
    log: &Bound<'_, DisclosureLog>,
    originals: Originals,
    corrected: &Bound<'_, Caseload>,
    key: DigestKeys,
) -> PyResult<Recalls> {
    let (log, corrected) = (log.get().0.clone(), corrected.get().0.clone());
    let failed = Failed::default();
    let of_work = failed.clone();
    let found = work::bulk_to_its_end(py, move |wanted| {
        let of = |inputs: &archive::Wanted<'_>| -> Option<domain::Caseload> {
            wanted.go_on().then(|| originals.of(inputs, &of_work)).flatten()
        };
        archive::recall_all(&log, of, &corrected, &key.0)
    })?;
    failed.check()?;
    found.map(|found| Recalls(Arc::new(found))).map_err(|error| error.raise(py))
}
