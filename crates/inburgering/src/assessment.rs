//! The assessment of a request (*beoordeling van een aanvraag*) on a day: granted, waiting or refused.
//!
//! The rule follows the page, "Werkwijze", "Protocol" and "Maximale doorlooptijd", clause by clause; it stands in the
//! submodule `rule`. Leaves out the list itself: only a request that is granted at delivery has one.

mod rule;

use chrono::NaiveDate;

use crate::history::{HistoryError, RequestRecord};
use crate::opaque::RequestId;
use crate::{
    Brussels, Calendar, CalendarError, Deadline, History, LegalBasis, Municipality, MunicipalityError, Notice,
    Protocol, Refusal, Register, Request, RequestState, YearRule,
};

/// Whether a protocol that a merger handed on is good enough (*overgenomen protocol*).
///
/// Refused by default, with a reason that says what to do; a choice of this library, since no rule was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum InheritedProtocol {
    /// A request on a predecessor's protocol is refused (the default).
    #[default]
    Refused,
    /// A request may rely on a predecessor's protocol; it is granted with a notice.
    Accepted,
}

impl InheritedProtocol {
    /// The stable text of the option, in `snake_case`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Accepted => "accepted",
        }
    }
}

/// The options by which requests are assessed (*opties*): what law and page leave open.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct AssessmentOptions {
    /// What "once a year" means; the calendar year by default.
    pub year: YearRule,
    /// Whether Brussels municipalities may ask; refused by default.
    pub brussels: Brussels,
    /// Whether a request may rely on a predecessor's protocol; refused by default.
    pub inherited: InheritedProtocol,
    /// The calendar in which the term counts; the legal one by default.
    pub calendar: Calendar,
}

/// What a waiting request waits for (*waarop gewacht wordt*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Awaited {
    /// The signatures of its protocol.
    Signature,
    /// The validation of its protocol.
    Validation,
}

impl Awaited {
    /// The stable text, in `snake_case`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Signature => "signature",
            Self::Validation => "validation",
        }
    }
}

/// The answer to a request (*beslissing*).
///
/// With `serde` it is written only: like the assessment, it is found and not told.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum AssessmentOutcome {
    /// Granted (*toegekend*).
    Granted,
    /// Waiting (*in wacht*) for the signature or the validation of its protocol.
    Waiting(Awaited),
    /// Refused (*geweigerd*), with all the reasons, in the order of the catalogue. Never empty.
    Refused(Vec<Refusal>),
}

impl AssessmentOutcome {
    /// The state into which a request with this answer comes.
    pub const fn state(&self) -> RequestState {
        match self {
            Self::Granted => RequestState::Granted,
            Self::Waiting(_) => RequestState::Waiting,
            Self::Refused(_) => RequestState::Refused,
        }
    }
}

/// For what a request is assessed (*aanleiding*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Occasion {
    /// To answer it.
    Answer,
    /// To deliver the list: everything is checked again, and nothing is waited for.
    Delivery,
}

/// The assessment of a request on a day (*beoordeling*): the answer, and all that belongs to it.
///
/// Invariant: it is what [`AssessmentOptions::assess`] or [`Assessment::check_delivery`] found.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[must_use]
pub struct Assessment {
    request: Request,
    on: NaiveDate,
    occasion: Occasion,
    options: AssessmentOptions,
    municipality: Municipality,
    outcome: AssessmentOutcome,
    notices: Vec<Notice>,
    deadline: Option<Deadline>,
    protocol: Option<Protocol>,
}

/// Why a request cannot be assessed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AssessmentError {
    /// The day lies before the day of receipt.
    #[error(
        "request `{id}` was received on {received_on}; it cannot be assessed on {on}; give the day of receipt or a later one"
    )]
    BeforeReceipt {
        /// The request.
        id: RequestId,
        /// The day of receipt.
        received_on: NaiveDate,
        /// The day that was given.
        on: NaiveDate,
    },
    /// The day lies outside the horizon.
    #[error(transparent)]
    Municipality(#[from] MunicipalityError),
    /// The due day lies outside the horizon.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
}

impl AssessmentError {
    /// The stable text of the kind of fault; of an error that is passed on, its own.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::BeforeReceipt { .. } => "before_receipt",
            Self::Municipality(error) => error.code(),
            Self::Calendar(error) => error.code(),
        }
    }
}

/// Why a delivery cannot be checked at all: a mistake of the caller's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DeliveryError {
    /// The request was not granted by this assessment.
    #[error("request `{id}` was {state} on {on}; only a granted request can be delivered")]
    NotGranted {
        /// The request.
        id: RequestId,
        /// The state that the assessment gave it.
        state: RequestState,
        /// The day of the assessment.
        on: NaiveDate,
    },
    /// The day lies before that of the assessment (which never lies before the receipt).
    #[error(
        "request `{id}` was assessed on {assessed_on}; it cannot be delivered on {on}; give that day or a later one"
    )]
    BeforeAssessment {
        /// The request.
        id: RequestId,
        /// The day of the assessment.
        assessed_on: NaiveDate,
        /// The day that was given.
        on: NaiveDate,
    },
    /// The list was delivered before.
    #[error("request `{id}` was delivered on {delivered_on}; it cannot be delivered again")]
    AlreadyDelivered {
        /// The request.
        id: RequestId,
        /// The day of the delivery.
        delivered_on: NaiveDate,
    },
    /// The request came to another end after the assessment.
    #[error("request `{id}` is {state} since {since}; only a granted request can be delivered")]
    NotOpen {
        /// The request.
        id: RequestId,
        /// The state it is in.
        state: RequestState,
        /// The day on which it came into it.
        since: NaiveDate,
    },
    /// The history has another request of that name.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// The request cannot be assessed on that day.
    #[error(transparent)]
    Assessment(#[from] AssessmentError),
}

impl DeliveryError {
    /// The stable text of the kind of fault; of an error that is passed on, its own.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotGranted { .. } => "not_granted",
            Self::BeforeAssessment { .. } => "before_assessment",
            Self::AlreadyDelivered { .. } => "already_delivered",
            Self::NotOpen { .. } => "not_open",
            Self::History(error) => error.code(),
            Self::Assessment(error) => error.code(),
        }
    }
}

impl AssessmentOptions {
    /// Assesses a request on a day, as known on that day.
    ///
    /// A refusal is an answer and not an error.
    ///
    /// # Errors
    /// * [`AssessmentError::BeforeReceipt`] if the day lies before the day of receipt;
    /// * [`AssessmentError::Municipality`] if it lies outside the horizon;
    /// * [`AssessmentError::Calendar`] if the due day does.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use inburgering::{AssessmentOptions, AssessmentOutcome, Awaited, Door, History, Purpose, Register, Request};
    ///
    /// // Leuven has no protocol, and asks for the standard one and data. When is the list due?
    /// let day = |d| NaiveDate::from_ymd_opt(2025, 7, d).unwrap();
    /// let request = Request::new("24062".parse()?, day(7), Purpose::Ceremony.into(), "dienst samenleven".parse()?)?
    ///     .through(Door::StandardProtocolAndData);
    /// let options = AssessmentOptions::default();
    /// let assessment = options.assess(&request, day(8), &Register::new(), &History::new())?;
    /// assert_eq!(*assessment.outcome(), AssessmentOutcome::Waiting(Awaited::Signature));
    /// assert_eq!(assessment.deadline().map(|deadline| deadline.due().to_string()).as_deref(), Some("2025-08-05"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn assess(
        &self,
        request: &Request,
        on: NaiveDate,
        register: &Register,
        history: &History,
    ) -> Result<Assessment, AssessmentError> {
        rule::Question { request, on, occasion: Occasion::Answer, options: self, register, history }.answer()
    }
}

impl Assessment {
    /// Assesses the granted request again, for delivery on a day.
    ///
    /// Everything is checked again: only a [granted](Self::is_granted) answer allows the delivery. Nothing is waited for
    /// any more, so the answer is granted or refused; only other requests that were delivered take the year.
    ///
    /// # Errors
    /// * [`DeliveryError::NotGranted`] if this assessment did not grant the request;
    /// * [`DeliveryError::BeforeAssessment`] if the day lies before that of this assessment;
    /// * [`DeliveryError::AlreadyDelivered`] if the history has a delivery of the request, on whatever day;
    /// * [`DeliveryError::NotOpen`] if the request was refused or withdrawn meanwhile;
    /// * [`DeliveryError::History`] if the history has another request of that name;
    /// * [`DeliveryError::Assessment`] as [`AssessmentOptions::assess`].
    pub fn check_delivery(&self, on: NaiveDate, register: &Register, history: &History) -> Result<Self, DeliveryError> {
        let id = self.request.id();
        if !self.is_granted() {
            return Err(DeliveryError::NotGranted { id: id.clone(), state: self.outcome.state(), on: self.on });
        }
        if on < self.on {
            return Err(DeliveryError::BeforeAssessment { id: id.clone(), assessed_on: self.on, on });
        }
        if let Some(record) = history.get(id) {
            self.require_same_request(record)?;
            let last = record.last_step();
            match last.state {
                RequestState::Delivered => {
                    return Err(DeliveryError::AlreadyDelivered { id: id.clone(), delivered_on: last.on });
                }
                RequestState::Refused | RequestState::Withdrawn => {
                    return Err(DeliveryError::NotOpen { id: id.clone(), state: last.state, since: last.on });
                }
                RequestState::Received | RequestState::Granted | RequestState::Waiting => {}
            }
        }
        let occasion = Occasion::Delivery;
        let question =
            rule::Question { request: &self.request, on, occasion, options: &self.options, register, history };
        Ok(question.answer()?)
    }

    fn require_same_request(&self, record: &RequestRecord) -> Result<(), HistoryError> {
        if *record.request() == self.request {
            Ok(())
        } else {
            Err(HistoryError::OtherRequest { id: self.request.id().clone() })
        }
    }

    /// The request.
    pub const fn request(&self) -> &Request {
        &self.request
    }

    /// The day of the assessment.
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// For what the request was assessed.
    pub const fn occasion(&self) -> Occasion {
        self.occasion
    }

    /// The options.
    pub const fn options(&self) -> &AssessmentOptions {
        &self.options
    }

    /// The municipality that acts on the day: the same legal person as the one that asked.
    ///
    /// Where that has ended, the municipality that asked.
    pub const fn municipality(&self) -> Municipality {
        self.municipality
    }

    /// The answer.
    pub const fn outcome(&self) -> &AssessmentOutcome {
        &self.outcome
    }

    /// Whether the request is granted.
    pub const fn is_granted(&self) -> bool {
        matches!(self.outcome, AssessmentOutcome::Granted)
    }

    /// All the reasons of a refusal, in the order of the catalogue; none if the request is not refused.
    pub fn refusals(&self) -> &[Refusal] {
        match &self.outcome {
            AssessmentOutcome::Refused(refusals) => refusals,
            AssessmentOutcome::Granted | AssessmentOutcome::Waiting(_) => &[],
        }
    }

    /// The notices, in the order of the catalogue.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The deadline from the day of receipt; none for a refused request, and none where no term is stated.
    pub const fn deadline(&self) -> Option<&Deadline> {
        self.deadline.as_ref()
    }

    /// The protocol relied on: in force, or the one that is waited for.
    pub const fn protocol(&self) -> Option<&Protocol> {
        self.protocol.as_ref()
    }

    /// The legal basis on the day.
    pub fn legal_basis(&self) -> Option<LegalBasis> {
        LegalBasis::on(self.on)
    }
}

impl History {
    /// Records the answer of an assessment, and the receipt of its request if the history does not have it yet.
    ///
    /// # Errors
    /// [`HistoryError::OtherRequest`] if the history has another request of that name; otherwise as [`History::take`].
    /// The history stays as it was.
    pub fn record(&mut self, assessment: &Assessment) -> Result<(), HistoryError> {
        let id = assessment.request.id();
        match self.get(id) {
            Some(record) => assessment.require_same_request(record)?,
            None => self.receive(assessment.request.clone())?,
        }
        self.take(id, assessment.outcome.state(), assessment.on)
    }
}
