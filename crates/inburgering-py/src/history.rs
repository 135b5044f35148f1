//! The history of requests: the classes `History`, `RequestRecord` and `RequestStep`.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;

use crate::assessment::Assessment;
use crate::convert::Day;
use crate::errors::{Raise, exception};
use crate::habits::pickled_as_json;
use crate::opaque::Opaque;
use crate::request::Request;
use crate::several::{Each, InTurn, Tuple};
use crate::vocabulary::Word;

/// A state that a request came into, and the day; ordered by the day.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> ib.RequestStep(on=dt.date(2025, 3, 4), state="granted")
/// <inburgering.RequestStep granted on 2025-03-04>
#[pyclass(frozen, eq, ord, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct RequestStep(pub(crate) domain::RequestStep);

#[pymethods]
impl RequestStep {
    #[new]
    #[pyo3(signature = (*, on, state))]
    fn new(on: Day, state: Word<domain::RequestState>) -> Self {
        Self(domain::RequestStep { on: on.0, state: state.0 })
    }

    /// The day on which it came into the state.
    #[getter]
    fn on(&self) -> NaiveDate {
        self.0.on
    }

    /// The state from that day on.
    #[getter]
    fn state(&self) -> Word<domain::RequestState> {
        Word(self.0.state)
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.RequestStep {} on {}>", self.0.state, self.0.on)
    }
}

pickled_as_json!(RequestStep);

/// A request of the history, and what became of it (*afhandeling*).
///
/// `steps` are the states it came into after receipt, in order: received, then granted, waiting or refused, then delivered
/// or withdrawn. Each may follow the one before, and none is dated before it or before the day of receipt
/// (`HistoryError`). It cannot be changed: `take` returns a new record.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> request = ib.Request(
/// ...     municipality="44021", received_on=dt.date(2025, 3, 3), purposes="ceremony", requester="integratiedienst"
/// ... )
/// >>> record = ib.RequestRecord(request).take("granted", on=dt.date(2025, 3, 4))
/// >>> record.state_on(dt.date(2025, 3, 3))
/// <RequestState.RECEIVED: 'received'>
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct RequestRecord(pub(crate) domain::RequestRecord);

#[pymethods]
impl RequestRecord {
    #[new]
    #[pyo3(signature = (request, steps = Each::default()))]
    fn new(py: Python<'_>, request: PyRef<'_, Request>, steps: Each<RequestStep>) -> PyResult<Self> {
        let mut record = domain::RequestRecord::new(request.0.clone());
        for RequestStep(domain::RequestStep { on, state }) in steps.0 {
            record.take(state, on).map_err(|error| error.raise(py))?;
        }
        Ok(Self(record))
    }

    /// The request.
    #[getter]
    fn request(&self) -> Request {
        Request(self.0.request().clone())
    }

    /// The states it came into after receipt, in order.
    #[getter]
    fn steps(&self) -> Tuple<RequestStep> {
        self.0.steps().iter().copied().map(RequestStep).collect()
    }

    /// The last state, whatever the day, and the day on which it began.
    #[getter]
    fn last_step(&self) -> RequestStep {
        RequestStep(self.0.last_step())
    }

    /// The state as known on a day; `None` before the day of receipt.
    #[pyo3(signature = (on))]
    fn state_on(&self, on: Day) -> Option<Word<domain::RequestState>> {
        self.0.state_on(on.0).map(Word)
    }

    /// The record with one state more; raises `HistoryError` if that state may not follow the last one, or the day lies
    /// before that of the last one.
    #[pyo3(signature = (next, /, *, on))]
    fn take(&self, py: Python<'_>, next: Word<domain::RequestState>, on: Day) -> PyResult<Self> {
        let mut record = self.0.clone();
        record.take(next.0, on.0).map_err(|error| error.raise(py))?;
        Ok(Self(record))
    }

    fn __repr__(&self) -> String {
        let domain::RequestStep { on, state } = self.0.last_step();
        format!("<inburgering.RequestRecord {}: {state} since {on}>", self.0.request().id())
    }
}

pickled_as_json!(RequestRecord);

/// The history of requests (*aanvraaggeschiedenis*), by their names: which were received, and what became of them.
///
/// Made of any iterable of records; no two may have one name (`HistoryError`). It cannot be changed: each method that
/// records something returns a new history. `len` counts the requests, and iteration gives their records by name.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> request = ib.Request(
/// ...     municipality="44021", received_on=dt.date(2025, 3, 3), purposes="ceremony", requester="integratiedienst"
/// ... )
/// >>> history = ib.History().receive(request)
/// >>> history = history.take(request.id, "granted", on=dt.date(2025, 3, 4))
/// >>> history = history.deliver(request.id, on=dt.date(2025, 3, 10))
/// >>> history.state_on(request.id, dt.date(2025, 3, 5))  # What was its state on the 5th?
/// <RequestState.GRANTED: 'granted'>
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct History(pub(crate) domain::History);

impl History {
    /// The history after a change of it.
    fn changed(
        &self,
        py: Python<'_>,
        change: impl FnOnce(&mut domain::History) -> Result<(), domain::HistoryError>,
    ) -> PyResult<Self> {
        let mut history = self.0.clone();
        change(&mut history).map_err(|error| error.raise(py))?;
        Ok(Self(history))
    }
}

#[pymethods]
impl History {
    #[new]
    #[pyo3(signature = (records = Records::none()))]
    fn new(records: Records) -> Self {
        Self(records.get().clone())
    }

    /// The history with a request that was received; raises `HistoryError` if one of its name is there.
    #[pyo3(signature = (request, /))]
    fn receive(&self, py: Python<'_>, request: PyRef<'_, Request>) -> PyResult<Self> {
        self.changed(py, |history| history.receive(request.0.clone()))
    }

    /// The history with a request and what became of it; raises `HistoryError` if one of its name is there.
    #[pyo3(signature = (record, /))]
    fn add(&self, py: Python<'_>, record: PyRef<'_, RequestRecord>) -> PyResult<Self> {
        self.changed(py, |history| history.add(record.0.clone()))
    }

    /// The history with the answer of an assessment, and the receipt of its request if the history does not have it yet;
    /// raises `HistoryError` if it has another request of that name, and as `take`.
    #[pyo3(signature = (assessment, /))]
    fn record(&self, py: Python<'_>, assessment: PyRef<'_, Assessment>) -> PyResult<Self> {
        self.changed(py, |history| history.record(&assessment.0))
    }

    /// The history with the request of that name in a state from a day on; raises `HistoryError` if there is none, if that
    /// state may not follow the last one, or if the day lies before that of the last one.
    #[pyo3(signature = (id, next, /, *, on))]
    fn take(
        &self,
        py: Python<'_>,
        id: Opaque<domain::RequestId>,
        next: Word<domain::RequestState>,
        on: Day,
    ) -> PyResult<Self> {
        self.changed(py, |history| history.take(&id.0, next.0, on.0))
    }

    /// The history with the delivery of the list (*meegedeeld*): only a granted request can be delivered, once. Raises as
    /// `take`.
    #[pyo3(signature = (id, /, *, on))]
    fn deliver(&self, py: Python<'_>, id: Opaque<domain::RequestId>, on: Day) -> PyResult<Self> {
        self.changed(py, |history| history.deliver(&id.0, on.0))
    }

    /// The history with the withdrawal of the request by the municipality (*ingetrokken*). Raises as `take`.
    #[pyo3(signature = (id, /, *, on))]
    fn withdraw(&self, py: Python<'_>, id: Opaque<domain::RequestId>, on: Day) -> PyResult<Self> {
        self.changed(py, |history| history.withdraw(&id.0, on.0))
    }

    /// The record of the request of that name, or `None`.
    #[pyo3(signature = (id, /))]
    fn get(&self, id: Opaque<domain::RequestId>) -> Option<RequestRecord> {
        self.0.get(&id.0).cloned().map(RequestRecord)
    }

    /// The state of a request as known on a day; `None` before its receipt, or if the history does not have it.
    #[pyo3(signature = (id, on))]
    fn state_on(&self, id: Opaque<domain::RequestId>, on: Day) -> Option<Word<domain::RequestState>> {
        self.0.state_on(&id.0, on.0).map(Word)
    }

    /// All records, by name.
    #[getter]
    fn records(&self) -> Tuple<RequestRecord> {
        self.0.records().cloned().map(RequestRecord).collect()
    }

    fn __len__(&self) -> usize {
        self.0.records().count()
    }

    fn __iter__(&self) -> InTurn<RequestRecord> {
        InTurn(self.records().0)
    }

    fn __repr__(&self) -> String {
        let count = self.__len__();
        format!("<inburgering.History of {count} {}>", if count == 1 { "request" } else { "requests" })
    }
}

pickled_as_json!(History);

/// The requests of the past as they are given: a history, or any iterable of records.
pub(crate) enum Records {
    History(Py<History>),
    Each(domain::History),
}

impl Records {
    /// No request.
    pub(crate) const fn none() -> Self {
        Self::Each(domain::History::new())
    }

    /// The history.
    pub(crate) fn get(&self) -> &domain::History {
        match self {
            Self::History(history) => &history.get().0,
            Self::Each(history) => history,
        }
    }
}

impl<'py> FromPyObject<'_, 'py> for Records {
    type Error = PyErr;

    // A history is an iterable of records, too.
    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = <Each<RequestRecord> as FromPyObject<'_, '_>>::INPUT_TYPE;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(history) = given.cast::<History>() {
            return Ok(Self::History(history.to_owned().unbind()));
        }
        let each: Vec<_> = given.extract::<Each<RequestRecord>>()?.0.into_iter().map(|record| record.0).collect();
        domain::History::try_from(each).map(Self::Each).map_err(|error| error.raise(given.py()))
    }
}

/// Whether the state is granted or waiting.
#[pyfunction]
#[pyo3(signature = (state, /))]
pub(crate) fn _request_state_is_open(state: Word<domain::RequestState>) -> bool {
    state.0.is_open()
}

/// Whether a request in the one state may come into the other.
#[pyfunction]
#[pyo3(signature = (state, next, /))]
pub(crate) fn _request_state_may_become(state: Word<domain::RequestState>, next: Word<domain::RequestState>) -> bool {
    state.0.may_become(next.0)
}

impl Raise for domain::HistoryError {
    fn raise(self, py: Python<'_>) -> PyErr {
        exception(py, "HistoryError", &self, self.code(), |fields| match &self {
            Self::Duplicate { id } | Self::Unknown { id } | Self::OtherRequest { id } => {
                fields.set_item("id", id.as_str())
            }
            Self::WrongStep { id, state, next } => {
                fields.set_item("id", id.as_str())?;
                fields.set_item("state", Word(*state))?;
                fields.set_item("next", Word(*next))
            }
            Self::Backdated { id, state, since, on } => {
                fields.set_item("id", id.as_str())?;
                fields.set_item("state", Word(*state))?;
                fields.set_item("since", since)?;
                fields.set_item("on", on)
            }
            _ => Ok(()),
        })
    }
}
