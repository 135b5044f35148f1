//! The history of requests (*aanvraaggeschiedenis*): which were received, and what became of them.
//!
//! Follows the page, "Werkwijze", and the life cycle received → granted, waiting or refused → delivered or withdrawn.
//! Leaves out the judging: see the assessment.

use core::fmt;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::Request;
use crate::opaque::RequestId;

/// The state of a request (*stand van de aanvraag*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum RequestState {
    /// Received, not yet assessed (*ontvangen*).
    Received,
    /// Granted (*toegekend*): the list may be delivered.
    Granted,
    /// Waiting for the signature or the validation of its protocol (*in wacht*).
    Waiting,
    /// Refused (*geweigerd*): final; the municipality may ask anew.
    Refused,
    /// The list was delivered (*meegedeeld*): final.
    Delivered,
    /// The municipality took the request back (*ingetrokken*): final.
    Withdrawn,
}

impl RequestState {
    /// The stable text of the state, in `snake_case`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Granted => "granted",
            Self::Waiting => "waiting",
            Self::Refused => "refused",
            Self::Delivered => "delivered",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether the request is granted or waiting: neither at its end nor still to be assessed.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Granted | Self::Waiting)
    }

    /// Whether a request in this state may come into the other.
    // NOTE: a granted request may be refused when it is assessed again for delivery ("otherwise it is refused");
    // a waiting one may go on waiting; and a municipality may take a request back at any time before its end.
    pub const fn may_become(self, next: Self) -> bool {
        match self {
            Self::Received | Self::Waiting => {
                matches!(next, Self::Granted | Self::Waiting | Self::Refused | Self::Withdrawn)
            }
            Self::Granted => matches!(next, Self::Refused | Self::Delivered | Self::Withdrawn),
            Self::Refused | Self::Delivered | Self::Withdrawn => false,
        }
    }
}

/// The stable text ([`RequestState::as_str`]).
impl fmt::Display for RequestState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A state that a request came into, and the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct RequestStep {
    /// The day.
    pub on: NaiveDate,
    /// The state from that day on.
    pub state: RequestState,
}

/// A request of the history, and what became of it (*afhandeling*).
///
/// Invariant: each state may follow the one before, and none is dated before it or before the day of receipt.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "RecordFields", into = "RecordFields"))]
pub struct RequestRecord {
    request: Request,
    steps: Vec<RequestStep>,
}

/// Why the history cannot be changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HistoryError {
    /// A request of that name is in the history.
    #[error("the history has a request `{id}`; give each request a name of its own")]
    Duplicate {
        /// The name.
        id: RequestId,
    },
    /// No request of that name is in the history.
    #[error("the history has no request `{id}`; record its receipt or its assessment first")]
    Unknown {
        /// The name.
        id: RequestId,
    },
    /// The assessment is of another request than the one that has this name in the history.
    #[error("the history has another request `{id}`; give each request a name of its own")]
    OtherRequest {
        /// The name.
        id: RequestId,
    },
    /// A request in that state cannot come into the other.
    #[error("request `{id}` is {state}; it cannot become {next}")]
    WrongStep {
        /// The name.
        id: RequestId,
        /// The state it is in.
        state: RequestState,
        /// The state it was to come into.
        next: RequestState,
    },
    /// The step is dated before the last one, or before the day of receipt.
    #[error("request `{id}` is {state} since {since}; a step on {on} comes before that; give that day or a later one")]
    Backdated {
        /// The name.
        id: RequestId,
        /// The state it is in.
        state: RequestState,
        /// The day on which it came into it.
        since: NaiveDate,
        /// The day that was given.
        on: NaiveDate,
    },
}

impl HistoryError {
    /// The stable text of the kind of fault.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Duplicate { .. } => "duplicate",
            Self::Unknown { .. } => "unknown",
            Self::OtherRequest { .. } => "other_request",
            Self::WrongStep { .. } => "wrong_step",
            Self::Backdated { .. } => "backdated",
        }
    }
}

impl RequestRecord {
    /// A request that was received, and no more.
    pub const fn new(request: Request) -> Self {
        Self { request, steps: Vec::new() }
    }

    /// The request.
    pub const fn request(&self) -> &Request {
        &self.request
    }

    /// The states it came into after receipt, in order.
    pub fn steps(&self) -> &[RequestStep] {
        &self.steps
    }

    /// The last state, whatever the day, and the day on which it began.
    pub fn last_step(&self) -> RequestStep {
        let received = RequestStep { on: self.request.received_on(), state: RequestState::Received };
        self.steps.last().copied().unwrap_or(received)
    }

    /// The state as known on a day; none before the day of receipt.
    pub fn state_on(&self, day: NaiveDate) -> Option<RequestState> {
        let known = self.steps.iter().rev().find(|step| step.on <= day);
        match known {
            Some(step) => Some(step.state),
            None => (self.request.received_on() <= day).then_some(RequestState::Received),
        }
    }

    /// Brings the request into a state on a day; a step that is refused leaves the record as it was.
    ///
    /// # Errors
    /// [`HistoryError::WrongStep`] if that state may not follow the last one ([`RequestState::may_become`]);
    /// [`HistoryError::Backdated`] if the day lies before that of the last one.
    pub fn take(&mut self, next: RequestState, on: NaiveDate) -> Result<(), HistoryError> {
        let RequestStep { on: since, state } = self.last_step();
        if !state.may_become(next) {
            return Err(HistoryError::WrongStep { id: self.request.id().clone(), state, next });
        }
        if on < since {
            return Err(HistoryError::Backdated { id: self.request.id().clone(), state, since, on });
        }
        self.steps.push(RequestStep { on, state: next });
        Ok(())
    }
}

/// The history of requests (*aanvraaggeschiedenis*), by their names.
///
/// Invariant: no two requests have one name.
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::{History, Purpose, Request, RequestState};
///
/// // Gent's request was granted on 4 March 2025 and delivered on the 10th. What was its state on the 5th?
/// let day = |d| NaiveDate::from_ymd_opt(2025, 3, d).unwrap();
/// let request = Request::new("44021".parse()?, day(3), Purpose::Ceremony.into(), "integratiedienst".parse()?)?;
/// let id = request.id().clone();
/// let mut history = History::new();
/// history.receive(request)?;
/// history.take(&id, RequestState::Granted, day(4))?;
/// history.deliver(&id, day(10))?;
/// assert_eq!(history.state_on(&id, day(5)), Some(RequestState::Granted));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "Vec<RequestRecord>", into = "Vec<RequestRecord>"))]
pub struct History {
    records: BTreeMap<RequestId, RequestRecord>,
}

impl History {
    /// A history without requests.
    pub const fn new() -> Self {
        Self { records: BTreeMap::new() }
    }

    /// Adds a request that was received.
    ///
    /// # Errors
    /// [`HistoryError::Duplicate`] if one of its name is there.
    pub fn receive(&mut self, request: Request) -> Result<(), HistoryError> {
        self.add(RequestRecord::new(request))
    }

    /// Adds a request with what became of it.
    ///
    /// # Errors
    /// [`HistoryError::Duplicate`] if one of its name is there.
    pub fn add(&mut self, record: RequestRecord) -> Result<(), HistoryError> {
        let id = record.request.id().clone();
        if self.records.contains_key(&id) {
            return Err(HistoryError::Duplicate { id });
        }
        self.records.insert(id, record);
        Ok(())
    }

    /// Brings a request into a state on a day.
    ///
    /// # Errors
    /// [`HistoryError::Unknown`] if no request has that name; otherwise as [`RequestRecord::take`]. The history stays as
    /// it was.
    pub fn take(&mut self, id: &RequestId, next: RequestState, on: NaiveDate) -> Result<(), HistoryError> {
        let record = self.records.get_mut(id).ok_or_else(|| HistoryError::Unknown { id: id.clone() })?;
        record.take(next, on)
    }

    /// Records that the list was delivered (*meegedeeld*).
    ///
    /// # Errors
    /// As [`take`](Self::take): only a granted request can be delivered, once.
    pub fn deliver(&mut self, id: &RequestId, on: NaiveDate) -> Result<(), HistoryError> {
        self.take(id, RequestState::Delivered, on)
    }

    /// Records that the municipality took the request back (*ingetrokken*).
    ///
    /// # Errors
    /// As [`take`](Self::take).
    pub fn withdraw(&mut self, id: &RequestId, on: NaiveDate) -> Result<(), HistoryError> {
        self.take(id, RequestState::Withdrawn, on)
    }

    /// The record of the request of that name.
    pub fn get(&self, id: &RequestId) -> Option<&RequestRecord> {
        self.records.get(id)
    }

    /// The state of a request as known on a day; none before its receipt, or if the history does not have it.
    pub fn state_on(&self, id: &RequestId, day: NaiveDate) -> Option<RequestState> {
        self.get(id)?.state_on(day)
    }

    /// All records, by name.
    pub fn records(&self) -> impl Iterator<Item = &RequestRecord> {
        self.records.values()
    }
}

impl TryFrom<Vec<RequestRecord>> for History {
    type Error = HistoryError;

    fn try_from(records: Vec<RequestRecord>) -> Result<Self, HistoryError> {
        let mut history = Self::new();
        records.into_iter().try_for_each(|record| history.add(record))?;
        Ok(history)
    }
}

impl From<History> for Vec<RequestRecord> {
    fn from(history: History) -> Self {
        history.records.into_values().collect()
    }
}

/// A record as it is written: every step is taken again when it is read.
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct RecordFields {
    request: Request,
    #[serde(default)]
    steps: Vec<RequestStep>,
}

#[cfg(feature = "serde")]
impl From<RequestRecord> for RecordFields {
    fn from(RequestRecord { request, steps }: RequestRecord) -> Self {
        Self { request, steps }
    }
}

#[cfg(feature = "serde")]
impl TryFrom<RecordFields> for RequestRecord {
    type Error = HistoryError;

    fn try_from(fields: RecordFields) -> Result<Self, HistoryError> {
        let mut record = Self::new(fields.request);
        fields.steps.into_iter().try_for_each(|RequestStep { on, state }| record.take(state, on))?;
        Ok(record)
    }
}
