//! The assessment of requests: the function `assess`, the classes `Assessment` and `AssessmentOptions`.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;

use crate::calendar::Calendar;
use crate::convert::Day;
use crate::deadline::Deadline;
use crate::errors::{Raise, exception};
use crate::habits::{found_not_told, pickled_as_json};
use crate::history::Records;
use crate::municipality::Municipality;
use crate::notice::Notice;
use crate::protocol::Protocol;
use crate::refusal::Refusal;
use crate::register::Protocols;
use crate::request::Request;
use crate::several::Tuple;
use crate::vocabulary::{AnswerWord, Word};

/// Assesses a request on a day, as known on that day: granted, waiting or refused, with all that belongs to it.
///
/// A refusal is an answer and no error. The rule follows the agency's page, "Werkwijze", "Protocol" and "Maximale
/// doorlooptijd".
///
/// `protocols` is a `Register`, or any iterable of `Protocol`. `history` is a `History`, or any iterable of
/// `RequestRecord`; without one, nothing was asked before. What law and page leave open is chosen by name:
///
/// - `year`: what "once a year" means; `YearRule.CALENDAR` by default.
/// - `brussels`: whether a Brussels municipality may ask; `Brussels.REFUSED` by default.
/// - `inherited`: whether a request may rely on a protocol that a merger handed on; `InheritedProtocol.REFUSED` by default.
/// - `calendar`: the `Calendar` in which the term counts; the legal one by default.
///
/// Raises `AssessmentError` if the day lies before the day of receipt, `MunicipalityError` if it lies outside the table of
/// municipalities, and `CalendarError` if the due day does. The iterables may raise `RegisterError` or `HistoryError`: no
/// two may have one name.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> request = ib.Request(
/// ...     municipality="24062", received_on=dt.date(2025, 7, 7), purposes="ceremony", requester="dienst samenleven",
/// ...     door=ib.Door.STANDARD_PROTOCOL_AND_DATA,
/// ... )
/// >>> assessment = ib.assess(request, on=dt.date(2025, 7, 8), protocols=[])
/// >>> assessment.outcome, assessment.awaited  # Leuven has no protocol, and asks for the standard one and data.
/// (<AssessmentOutcome.WAITING: 'waiting'>, <Awaited.SIGNATURE: 'signature'>)
/// >>> assessment.deadline.due  # When is the list due?
/// datetime.date(2025, 8, 5)
#[pyfunction]
#[pyo3(signature = (
    request, /, *, on, protocols, history = None, year = Word(domain::YearRule::Calendar),
    brussels = Word(domain::Brussels::Refused), inherited = Word(domain::InheritedProtocol::Refused), calendar = None,
))]
#[expect(clippy::too_many_arguments, reason = "they have names in Python")]
pub(crate) fn assess(
    py: Python<'_>,
    request: PyRef<'_, Request>,
    on: Day,
    protocols: Protocols,
    history: Option<Records>,
    year: Word<domain::YearRule>,
    brussels: Word<domain::Brussels>,
    inherited: Word<domain::InheritedProtocol>,
    calendar: Option<PyRef<'_, Calendar>>,
) -> PyResult<Assessment> {
    let options = options(year, brussels, inherited, calendar);
    let history = history.unwrap_or_else(Records::none);
    let assessment = options.assess(&request.0, on.0, protocols.get(), history.get());
    assessment.map(Assessment).map_err(|error| error.raise(py))
}

/// The options by their names.
fn options(
    year: Word<domain::YearRule>,
    brussels: Word<domain::Brussels>,
    inherited: Word<domain::InheritedProtocol>,
    calendar: Option<PyRef<'_, Calendar>>,
) -> domain::AssessmentOptions {
    domain::AssessmentOptions {
        year: year.0,
        brussels: brussels.0,
        inherited: inherited.0,
        calendar: calendar.map(|calendar| calendar.0.clone()).unwrap_or_default(),
    }
}

/// The options by which a request was assessed (*opties*): what law and page leave open.
///
/// `assess` takes them by name; an `Assessment` tells them.
///
/// >>> import inburgering as ib
/// >>> ib.AssessmentOptions().year  # What does "once a year" mean, if nothing else is said?
/// <YearRule.CALENDAR: 'calendar'>
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct AssessmentOptions(pub(crate) domain::AssessmentOptions);

#[pymethods]
impl AssessmentOptions {
    #[new]
    #[pyo3(signature = (
        *, year = Word(domain::YearRule::Calendar), brussels = Word(domain::Brussels::Refused),
        inherited = Word(domain::InheritedProtocol::Refused), calendar = None,
    ))]
    fn new(
        year: Word<domain::YearRule>,
        brussels: Word<domain::Brussels>,
        inherited: Word<domain::InheritedProtocol>,
        calendar: Option<PyRef<'_, Calendar>>,
    ) -> Self {
        Self(options(year, brussels, inherited, calendar))
    }

    /// What "once a year" means.
    #[getter]
    fn year(&self) -> Word<domain::YearRule> {
        Word(self.0.year)
    }

    /// Whether a Brussels municipality may ask.
    #[getter]
    fn brussels(&self) -> Word<domain::Brussels> {
        Word(self.0.brussels)
    }

    /// Whether a request may rely on a predecessor's protocol.
    #[getter]
    fn inherited(&self) -> Word<domain::InheritedProtocol> {
        Word(self.0.inherited)
    }

    /// The calendar in which the term counts.
    #[getter]
    fn calendar(&self) -> Calendar {
        Calendar(self.0.calendar.clone())
    }

    fn __repr__(&self) -> String {
        let domain::AssessmentOptions { year, brussels, inherited, .. } = &self.0;
        format!(
            "<inburgering.AssessmentOptions year {}, brussels {}, inherited {}>",
            year.as_str(),
            brussels.as_str(),
            inherited.as_str(),
        )
    }
}

pickled_as_json!(AssessmentOptions);

/// The assessment of a request on a day (*beoordeling*): the answer, and all that belongs to it.
///
/// Only `assess` and `check_delivery` make one; `History.record` keeps its answer.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> request = ib.Request(
/// ...     municipality="62063", received_on=dt.date(2025, 7, 7), purposes="ceremony", requester="service citoyen"
/// ... )
/// >>> assessment = ib.assess(request, on=dt.date(2025, 7, 8), protocols=[])
/// >>> assessment
/// <inburgering.Assessment of 62063-2025-07-07 on 2025-07-08: refused>
/// >>> for reason in assessment.reasons:
/// ...     print(reason)
/// 62063 (Luik) lies outside Flanders: only Flemish municipalities may ask for a list
/// 62063 (Luik) has no protocol: ask for a protocol and data together
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Assessment(pub(crate) domain::Assessment);

#[pymethods]
impl Assessment {
    /// Assesses the granted request again, for delivery on a day.
    ///
    /// Everything is checked again, and nothing is waited for any more: the answer is granted or refused. Only another
    /// request that was delivered takes the year. The options are those of this assessment.
    ///
    /// Raises `DeliveryError` if this assessment did not grant the request, if the day lies before that of this
    /// assessment, if the list was delivered before, or if the request was refused or withdrawn meanwhile; `HistoryError`
    /// if the history has another request of that name; and as `assess`.
    #[pyo3(signature = (*, on, protocols, history = None))]
    fn check_delivery(
        &self,
        py: Python<'_>,
        on: Day,
        protocols: Protocols,
        history: Option<Records>,
    ) -> PyResult<Self> {
        let history = history.unwrap_or_else(Records::none);
        let checked = self.0.check_delivery(on.0, protocols.get(), history.get());
        checked.map(Self).map_err(|error| error.raise(py))
    }

    /// The request.
    #[getter]
    fn request(&self) -> Request {
        Request(self.0.request().clone())
    }

    /// The day of the assessment.
    #[getter]
    fn on(&self) -> NaiveDate {
        self.0.on()
    }

    /// For what the request was assessed.
    #[getter]
    fn occasion(&self) -> Word<domain::Occasion> {
        Word(self.0.occasion())
    }

    /// The options.
    #[getter]
    fn options(&self) -> AssessmentOptions {
        AssessmentOptions(self.0.options().clone())
    }

    /// The municipality that acts on the day: the same legal person as the one that asked. Where that has ended, the
    /// municipality that asked.
    #[getter]
    fn municipality(&self) -> Municipality {
        Municipality(self.0.municipality())
    }

    /// The answer.
    #[getter]
    fn outcome(&self) -> Word<AnswerWord> {
        Word(match self.0.outcome() {
            domain::AssessmentOutcome::Granted => AnswerWord::Granted,
            domain::AssessmentOutcome::Waiting(_) => AnswerWord::Waiting,
            domain::AssessmentOutcome::Refused(_) => AnswerWord::Refused,
        })
    }

    /// What a waiting request waits for; `None` if it does not wait.
    #[getter]
    fn awaited(&self) -> Option<Word<domain::Awaited>> {
        match self.0.outcome() {
            domain::AssessmentOutcome::Waiting(awaited) => Some(Word(*awaited)),
            domain::AssessmentOutcome::Granted | domain::AssessmentOutcome::Refused(_) => None,
        }
    }

    /// Whether the request is granted.
    #[getter]
    fn is_granted(&self) -> bool {
        self.0.is_granted()
    }

    /// All the reasons of a refusal, in the order of the catalogue; none if the request is not refused.
    #[getter]
    fn refusals(&self) -> Tuple<Refusal> {
        self.0.refusals().iter().cloned().map(Refusal).collect()
    }

    /// All the reasons of a refusal: the same as `refusals`.
    #[getter]
    fn reasons(&self) -> Tuple<Refusal> {
        self.refusals()
    }

    /// The notices, in the order of the catalogue.
    #[getter]
    fn notices(&self) -> Tuple<Notice> {
        self.0.notices().iter().cloned().map(Notice).collect()
    }

    /// The deadline from the day of receipt; `None` for a refused request, and where no term is stated.
    #[getter]
    fn deadline(&self) -> Option<Deadline> {
        self.0.deadline().cloned().map(Deadline)
    }

    /// The protocol relied on: in force, or the one that is waited for.
    #[getter]
    fn protocol(&self) -> Option<Protocol> {
        self.0.protocol().cloned().map(Protocol)
    }

    /// The legal basis on the day; `None` before 2019-07-29.
    #[getter]
    fn legal_basis(&self) -> Option<Word<domain::LegalBasis>> {
        self.0.legal_basis().map(Word)
    }

    /// The assessment as JSON, laid out for people. It is written only: like the assessment, it is found and not told.
    fn to_json(&self) -> PyResult<String> {
        crate::habits::to_json(&self.0)
    }

    fn __repr__(&self) -> String {
        let state = self.0.outcome().state();
        format!("<inburgering.Assessment of {} on {}: {state}>", self.0.request().id(), self.0.on())
    }
}

found_not_told!(
    Assessment,
    "an Assessment cannot be pickled; pickle its request, the protocols and the history, and assess again"
);

impl Raise for domain::AssessmentError {
    fn raise(self, py: Python<'_>) -> PyErr {
        let code = match self {
            Self::Municipality(error) => return error.raise(py),
            Self::Calendar(error) => return error.raise(py),
            _ => self.code(),
        };
        exception(py, "AssessmentError", &self, code, |fields| match &self {
            Self::BeforeReceipt { id, received_on, on } => {
                fields.set_item("id", id.as_str())?;
                fields.set_item("received_on", received_on)?;
                fields.set_item("on", on)
            }
            _ => Ok(()),
        })
    }
}

impl Raise for domain::DeliveryError {
    fn raise(self, py: Python<'_>) -> PyErr {
        let code = match self {
            Self::History(error) => return error.raise(py),
            Self::Assessment(error) => return error.raise(py),
            _ => self.code(),
        };
        exception(py, "DeliveryError", &self, code, |fields| match &self {
            Self::NotGranted { id, state, on } => {
                fields.set_item("id", id.as_str())?;
                fields.set_item("state", Word(*state))?;
                fields.set_item("on", on)
            }
            Self::BeforeAssessment { id, assessed_on, on } => {
                fields.set_item("id", id.as_str())?;
                fields.set_item("assessed_on", assessed_on)?;
                fields.set_item("on", on)
            }
            Self::AlreadyDelivered { id, delivered_on } => {
                fields.set_item("id", id.as_str())?;
                fields.set_item("delivered_on", delivered_on)
            }
            Self::NotOpen { id, state, since } => {
                fields.set_item("id", id.as_str())?;
                fields.set_item("state", Word(*state))?;
                fields.set_item("since", since)
            }
            _ => Ok(()),
        })
    }
}
