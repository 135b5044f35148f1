//! The delivery of a list: the class `Delivery`, and the function that makes one.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta, TimeZone as _};
use inburgering as domain;
use inburgering_arrow::Batches;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDateTime, PyDict};

use crate::assessment::Assessment;
use crate::disclosure::cover_note::CoverNote;
use crate::disclosure::digest::DigestKey;
use crate::disclosure::list::DisclosureList;
use crate::disclosure::receipt::Receipt;
use crate::errors::{Raise, exception};
use crate::habits::found_not_told;
use crate::history::{History, Records};
use crate::opaque::Opaque;
use crate::placed::Placed;
use crate::register::Protocols;
use crate::table::Table;
use crate::vocabulary::Word;
use crate::work;

/// What was delivered to a municipality: the list and the cover note for it, the receipt for the agency's log, and the
/// history in which the request is delivered.
///
/// It keeps what it was delivered from, so that it can be recalled; that is not kept by pickling: keep the receipt, with
/// which a delivery can be recalled too. `repr` shows no register number.
///
/// >>> import inburgering as ib
/// >>> from inburgering import example
/// >>> delivery = example.delivery()
/// >>> delivery
/// <inburgering.Delivery of 3 persons to 44021 (Gent) on 2026-02-10>
/// >>> delivery.list.schema
/// {'insz': 'utf8', 'contract_signed': 'bool', 'attest_obtained': 'bool'}
#[pyclass(frozen, module = "inburgering")]
pub(crate) struct Delivery {
    pub(crate) core: Arc<domain::Delivery>,
    list: Arc<domain::DisclosureList>,
    table: Batches,
}

impl Delivery {
    pub(crate) fn of(core: domain::Delivery) -> Self {
        let table = inburgering_arrow::list(&core.list);
        Self { list: Arc::new(core.list.clone()), core: Arc::new(core), table }
    }
}

#[pymethods]
impl Delivery {
    /// The list, for the municipality: a table of exactly three fields, `insz` (text, as `YY.MM.DD-SSS.CC`),
    /// `contract_signed` and `attest_obtained`, ascending by number.
    #[getter]
    fn list(&self) -> Table {
        self.table.clone().into()
    }

    /// The list, for the municipality, with its file (`to_csv()`) and its selections.
    #[getter]
    fn disclosure_list(&self) -> DisclosureList {
        DisclosureList(Arc::clone(&self.list))
    }

    /// The cover note in Dutch, for the municipality.
    #[getter]
    fn cover_note(&self) -> CoverNote {
        CoverNote(self.core.cover_note.clone())
    }

    /// The receipt, for the agency's log.
    #[getter]
    fn receipt(&self) -> Receipt {
        Receipt(self.core.receipt.clone())
    }

    /// The history, with this delivery in it.
    #[getter]
    fn history(&self) -> History {
        History(self.core.history.clone())
    }

    fn __repr__(&self) -> String {
        let (to, on) = (self.core.receipt.municipality, self.core.receipt.on);
        format!("<inburgering.Delivery of {} persons to {} ({}) on {on}>", self.list.len(), to.code(), to.name())
    }
}

found_not_told!(
    Delivery,
    "a Delivery cannot be pickled, since only deliver() makes one; keep delivery.receipt, with which it can be recalled too"
);

/// Delivers the list of a granted request (*mededeling*) from persons placed on the day of delivery.
///
/// Everything is checked again on that day: the protocol is still in force, no other delivery took the year, the day is
/// not before the assessment, the request was not delivered before. The history is that of the past; the delivery is in
/// `delivery.history`, from which the next one goes on.
///
/// `protocols` is a `Register` or several `Protocol`s, `history` a `History`, several `RequestRecord`s or `None`, as for
/// `assess`. `delivered_at` is a `datetime` with a time zone; its own date is the day of delivery, on which the persons
/// were placed. `operator` says who delivers: one line of text, without a register number.
///
/// Raises `DeliverError` (a refusal on the day has its `assessment`: record it), `DeliveryError` where the request cannot
/// be delivered at all, `HistoryError` where the delivery cannot be recorded, `OpaqueTextError` for the operator; then
/// nothing is delivered.
///
/// >>> import datetime as dt, inburgering as ib, secrets, zoneinfo
/// >>> from inburgering import example
/// >>> placed = example.caseload().place(on=dt.date(2026, 2, 10))
/// >>> delivery = ib.deliver(
/// ...     example.assessment(), placed, protocols=example.protocols(), history=None,
/// ...     key=ib.DigestKey("2026-a", secrets.token_bytes(32)),
/// ...     delivered_at=dt.datetime(2026, 2, 10, 9, 30, tzinfo=zoneinfo.ZoneInfo("Europe/Brussels")), operator="operator 7",
/// ... )
/// >>> len(delivery.list)
/// 3
#[pyfunction]
#[pyo3(signature = (assessment, placed, /, *, protocols, history = None, key, delivered_at, operator))]
#[expect(clippy::too_many_arguments, reason = "they are keywords in Python")]
pub(crate) fn deliver(
    py: Python<'_>,
    assessment: &Bound<'_, Assessment>,
    placed: &Bound<'_, Placed>,
    protocols: Protocols,
    history: Option<Records>,
    key: &Bound<'_, DigestKey>,
    delivered_at: Instant,
    operator: Opaque<domain::Operator>,
) -> PyResult<Delivery> {
    let (assessment, placed, key) = (assessment.get().0.clone(), placed.get().0.clone(), key.get().0.clone());
    let history = history.unwrap_or_else(Records::none);
    let delivered = work::bulk(py, move |_| {
        let records = domain::Records { protocols: protocols.get(), history: history.get() };
        let handover = domain::Handover { operator: &operator.0, delivered_at: delivered_at.0, key: &key };
        let core = domain::deliver(&assessment, &placed, records, handover)?;
        Ok(Delivery::of(core))
    })?;
    delivered.map_err(|error: domain::DeliverError| error.raise(py))
}

/// An instant as it is given: a `datetime` with a time zone, at the offset that its zone has then.
#[derive(Clone, Copy)]
pub(crate) struct Instant(pub(crate) DateTime<FixedOffset>);

impl<'py> FromPyObject<'_, 'py> for Instant {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = <PyDateTime as pyo3::PyTypeInfo>::TYPE_HINT;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if !given.is_instance_of::<PyDateTime>() {
            let kind = given.get_type().name()?;
            return Err(PyTypeError::new_err(format!(
                "a {kind} was given where an instant is meant; give a datetime with a time zone"
            )));
        }
        let refused = |code, words: &str| exception(given.py(), "DeliverError", &words, code, |_| Ok(()));
        let Some(offset) = given.call_method0("utcoffset")?.extract::<Option<TimeDelta>>()? else {
            return Err(refused(
                "no_time_zone",
                "the datetime has no time zone; give it one, as in \
                 datetime(2026, 2, 10, 9, 30, tzinfo=zoneinfo.ZoneInfo(\"Europe/Brussels\"))",
            ));
        };
        // A receipt tells the offset in hours and minutes.
        let is_whole = offset.subsec_nanos() == 0 && offset.num_seconds() % 60 == 0;
        let fixed = i32::try_from(offset.num_seconds()).ok().filter(|_| is_whole);
        let Some(fixed) = fixed.and_then(FixedOffset::east_opt) else {
            return Err(refused(
                "time_zone_offset",
                "the offset of the time zone is not of whole minutes; give another zone",
            ));
        };
        let without = PyDict::new(given.py());
        without.set_item("tzinfo", given.py().None())?;
        let local: NaiveDateTime = given.call_method("replace", (), Some(&without))?.extract()?;
        let instant = fixed.from_local_datetime(&local).single();
        instant
            .map(Self)
            .ok_or_else(|| refused("too_far_away", "the datetime is too far away; give the instant of delivery"))
    }
}

impl Raise for domain::DeliverError {
    fn raise(self, py: Python<'_>) -> PyErr {
        let message = self.to_string();
        let raise = |code, fields: &dyn Fn(&Bound<'_, PyDict>) -> PyResult<()>| {
            exception(py, "DeliverError", &message, code, |values| fields(values))
        };
        match self {
            Self::NotDeliverable(error) => error.raise(py),
            Self::History(error) => error.raise(py),
            Self::Refused { assessment } => {
                raise("refused", &|fields| fields.set_item("assessment", Assessment((*assessment).clone())))
            }
            Self::OtherDay { given, placed } => raise("other_day", &|fields| {
                fields.set_item("given_on", given)?;
                fields.set_item("placed_on", placed)
            }),
            Self::TimeZoneOffset { .. } => raise("time_zone_offset", &|_| Ok(())),
            Self::OtherBrussels { assessed, placed } => raise("other_brussels", &|fields| {
                fields.set_item("assessed", word::<domain::Brussels>(py, assessed)?)?;
                fields.set_item("placed", word::<domain::Brussels>(py, placed)?)
            }),
            _ => raise("unknown", &|_| Ok(())),
        }
    }
}

/// The word with this text, as Python has it.
fn word<'py, T: crate::vocabulary::Vocabulary>(
    py: Python<'py>,
    text: &str,
) -> PyResult<Option<Borrowed<'static, 'py, PyAny>>> {
    T::read(text).map(|found| Word(found).into_pyobject(py)).transpose()
}
