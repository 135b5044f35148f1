//! The delivery of a list (*mededeling*): from a granted request to the list, its cover note and its receipt.

use chrono::{FixedOffset, NaiveDate};

use crate::disclosure::handover::{Granted, Handover};
use crate::disclosure::list::DisclosureList;
use crate::{Assessment, CoverNote, DeliveryError, History, HistoryError, Placed, Receipt, Refusal, Register};

/// What was delivered to a municipality: the list and the cover note for it, the receipt for the agency's log, and the
/// history in which the request is delivered.
///
/// It keeps what it was delivered from, so that it can be recalled. `Debug` shows no register number.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Delivery {
    /// The list: for the municipality.
    pub list: DisclosureList,
    /// The cover note in Dutch: for the municipality.
    pub cover_note: CoverNote,
    /// The receipt: for the agency's log.
    pub receipt: Receipt,
    /// The history, with this delivery in it.
    pub history: History,
    pub(crate) placed: Placed,
}

/// The records that a delivery is checked against.
#[derive(Debug, Clone, Copy)]
pub struct Records<'a> {
    /// The protocols.
    pub protocols: &'a Register,
    /// The requests of the past, this one included.
    pub history: &'a History,
}

/// Why nothing was delivered.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DeliverError {
    /// The request cannot be delivered on the day at all.
    #[error(transparent)]
    NotDeliverable(#[from] DeliveryError),
    /// Checked again on the day, the request is refused; the refusals say why.
    #[error(
        "request `{}` is refused on the day of delivery: {}",
        assessment.request().id(),
        assessment.refusals().iter().map(Refusal::to_string).collect::<Vec<_>>().join("; ")
    )]
    Refused {
        /// The assessment on the day of delivery, with all its reasons: record it.
        assessment: Box<Assessment>,
    },
    /// The persons were placed on another day than that of the instant of delivery.
    #[error(
        "the instant of delivery falls on {given}, but the persons were placed on {placed}; place them on the day of delivery"
    )]
    OtherDay {
        /// The date of the instant.
        given: NaiveDate,
        /// The day on which the persons were placed.
        placed: NaiveDate,
    },
    /// The instant cannot be told on a receipt: its offset from Greenwich has seconds.
    #[error("the offset of the instant of delivery, {offset}, is not of whole minutes; give another")]
    TimeZoneOffset {
        /// The offset that was given.
        offset: FixedOffset,
    },
    /// The persons were placed under another option for Brussels than the request was assessed under.
    #[error(
        "the request was assessed with Brussels {assessed}, but the persons were placed with Brussels {placed}; use one option for both"
    )]
    OtherBrussels {
        /// The option of the assessment.
        assessed: &'static str,
        /// The option of the placement.
        placed: &'static str,
    },
    /// The delivery cannot be recorded in the history.
    #[error(transparent)]
    History(#[from] HistoryError),
}

/// Delivers the list of a granted request from persons placed on the day of delivery.
///
/// Everything is checked again on that day (DESIGN.md, "Delivery"): the protocol is still in force, no other delivery
/// took the year, the day is not before the assessment, the request was not delivered before.
///
/// # Errors
/// [`DeliverError`]; then nothing is delivered and nothing changes.
///
/// ```
/// use chrono::{DateTime, NaiveDate};
/// use inburgering::{
///     AssessmentOptions, Caseload, DigestKey, DossierText, Handover, History, ListRules, Months, Party, Protocol,
///     ProtocolDuration, ProtocolKind, ProtocolTerms, Purpose, Records, Register, Request, ResidenceText, Retention,
///     UnreadableRows, deliver,
/// };
///
/// let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
/// // Gent has a protocol for its ceremony.
/// let mut protocol = Protocol::request(
///     ProtocolTerms {
///         id: "P-1".parse()?,
///         municipality: "44021".parse()?,
///         kind: ProtocolKind::Standard,
///         purposes: Purpose::Ceremony.into(),
///         duration: ProtocolDuration::Indefinite,
///         retention: Retention(Months::new(12)?),
///     },
///     day(1, 5),
/// )?;
/// for party in Party::ALL {
///     protocol.advise(party, day(1, 6))?;
/// }
/// for party in Party::ALL {
///     protocol.sign(party, day(1, 7))?;
/// }
/// protocol.validate(day(1, 8))?;
/// let mut protocols = Register::new();
/// protocols.add(protocol)?;
///
/// // It asks for data.
/// let request = Request::new("44021".parse()?, day(2, 2), Purpose::Ceremony.into(), "dienst samenleven".parse()?)?;
/// let assessment = AssessmentOptions::default().assess(&request, day(2, 3), &protocols, &History::new())?;
/// let mut history = History::new();
/// history.record(&assessment)?;
///
/// // Who is on the list on 10 February?
/// let mut rows = Caseload::builder();
/// rows.read_dossier(2, &DossierText { dossier: "D-1", insz: "85.07.30-901.33", registered_on: "2025-02-03", ..Default::default() });
/// rows.read_residence(2, &ResidenceText { insz: "85.07.30-901.33", municipality: "44021", ..Default::default() });
/// let placed = rows.build(UnreadableRows::Refused)?.place(day(2, 10), ListRules::default())?;
/// let delivery = deliver(
///     &assessment,
///     &placed,
///     Records { protocols: &protocols, history: &history },
///     Handover {
///         operator: &"operator 7".parse()?,
///         delivered_at: DateTime::parse_from_rfc3339("2026-02-10T09:30:00+01:00").unwrap(),
///         key: &DigestKey::new("2026-a", &[7; 32])?,
///     },
/// )?;
/// assert_eq!(delivery.list.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn deliver(
    assessment: &Assessment,
    placed: &Placed,
    records: Records<'_>,
    handover: Handover<'_>,
) -> Result<Delivery, DeliverError> {
    let offset = *handover.delivered_at.offset();
    if offset.local_minus_utc() % 60 != 0 {
        return Err(DeliverError::TimeZoneOffset { offset });
    }
    let on = placed.on();
    // No persons can be placed on the last day there is.
    let given = handover.day();
    if given != on {
        return Err(DeliverError::OtherDay { given, placed: on });
    }
    let (assessed, of_placement) = (assessment.options().brussels, placed.rules().brussels);
    if assessed != of_placement {
        return Err(DeliverError::OtherBrussels { assessed: assessed.as_str(), placed: of_placement.as_str() });
    }
    let checked = assessment.check_delivery(on, records.protocols, records.history)?;
    let (Some(protocol), Some(legal_basis), true) = (checked.protocol(), checked.legal_basis(), checked.is_granted())
    else {
        return Err(DeliverError::Refused { assessment: Box::new(checked) });
    };

    let mut history = records.history.clone();
    let request = assessment.request();
    if history.get(request.id()).is_none() {
        history.record(assessment)?;
    }
    history.deliver(request.id(), on)?;

    let granted = Granted { assessment: &checked, protocol, legal_basis, placed };
    let list = DisclosureList::of(placed.eligible_in(granted.municipality()));
    let cover_note = CoverNote::of(&granted);
    let receipt = Receipt::of(&granted, handover, &list);
    Ok(Delivery { list, cover_note, receipt, history, placed: placed.clone() })
}
