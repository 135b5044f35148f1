//! The protocol (*protocol voor de elektronische mededeling van persoonsgegevens*): its terms and its life.
//!
//! Follows the decree of 18 July 2008 on electronic administrative data traffic, art. 8 §1, and the page, "Protocol".
//! Leaves out the wording of the protocol and of the advices.

mod step;
mod terms;

use chrono::NaiveDate;

pub use step::{Party, ProtocolStage, ProtocolStep};
pub use terms::{ProtocolDuration, ProtocolKind, ProtocolTerms, Retention};

use crate::horizon;
use crate::opaque::ProtocolId;
use crate::{LegalBasis, Municipality, MunicipalityError, Purposes};

/// A protocol (*protocol voor de elektronische mededeling van persoonsgegevens*): its terms, and the day of each step.
///
/// Invariant: no step without the steps before it, none dated before the step it follows, none twice. Its steps are
/// dated, so what is known of it depends on the day that is asked.
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::opaque::ProtocolId;
/// use inburgering::{
///     Months, Party, Protocol, ProtocolDuration, ProtocolKind, ProtocolStage, ProtocolTerms, Purpose, Retention,
/// };
///
/// // Leuven's protocol was signed by both in March 2024, and validated on the 20th. May Leuven get data on the 19th?
/// let day = |d| NaiveDate::from_ymd_opt(2024, 3, d).unwrap();
/// let terms = ProtocolTerms {
///     id: "LEU-2024".parse::<ProtocolId>()?,
///     municipality: "24062".parse()?,
///     kind: ProtocolKind::Standard,
///     purposes: Purpose::Ceremony.into(),
///     duration: ProtocolDuration::Indefinite,
///     retention: Retention(Months::YEAR),
/// };
/// let mut protocol = Protocol::request(terms, day(1))?;
/// protocol.advise(Party::Agency, day(4))?;
/// protocol.advise(Party::Municipality, day(6))?;
/// protocol.sign(Party::Municipality, day(11))?;
/// protocol.sign(Party::Agency, day(12))?;
/// protocol.validate(day(20))?;
/// assert_eq!(protocol.stage_on(day(19)), Some(ProtocolStage::Signed));
/// assert!(protocol.in_force_on(day(20)));
/// // Both have still to publish it.
/// assert_eq!(protocol.open_obligations(day(20)), [Party::Agency, Party::Municipality]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "ProtocolFields", into = "ProtocolFields"))]
pub struct Protocol {
    terms: ProtocolTerms,
    requested_on: NaiveDate,
    advised_on: ByParty,
    signed_on: ByParty,
    validated_on: Option<NaiveDate>,
    published_on: ByParty,
    terminated_on: Option<NaiveDate>,
}

/// The day on which each party did a thing, if it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
struct ByParty {
    agency: Option<NaiveDate>,
    municipality: Option<NaiveDate>,
}

impl ByParty {
    const fn of(self, party: Party) -> Option<NaiveDate> {
        match party {
            Party::Agency => self.agency,
            Party::Municipality => self.municipality,
        }
    }

    const fn slot(&mut self, party: Party) -> &mut Option<NaiveDate> {
        match party {
            Party::Agency => &mut self.agency,
            Party::Municipality => &mut self.municipality,
        }
    }

    /// The later of the two days, once there are two.
    fn both(self) -> Option<NaiveDate> {
        self.agency.zip(self.municipality).map(|(agency, municipality)| agency.max(municipality))
    }
}

/// Why a protocol cannot be requested, or a step of it cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProtocolError {
    /// The municipality does not exist on the day of the request, or its legal person has ended by the day of a step.
    #[error(transparent)]
    Municipality(#[from] MunicipalityError),
    /// The day of a step lies outside the horizon.
    #[error("the library answers from {} to {}; {on} lies outside it", horizon::FIRST_DAY, horizon::LAST_DAY)]
    OutsideHorizon {
        /// The day that was given.
        on: NaiveDate,
    },
    /// The step was taken before.
    #[error("protocol `{protocol}`: {step} was recorded on {first}; it cannot be recorded again")]
    Repeated {
        /// The protocol.
        protocol: ProtocolId,
        /// The step.
        step: ProtocolStep,
        /// The day on which it was taken.
        first: NaiveDate,
    },
    /// A step that comes first was not taken.
    #[error("protocol `{protocol}`: {step} comes after {missing}, which is not recorded; record it first")]
    OutOfOrder {
        /// The protocol.
        protocol: ProtocolId,
        /// The step.
        step: ProtocolStep,
        /// The step that comes first.
        missing: ProtocolStep,
    },
    /// The step is dated before the one it follows.
    #[error(
        "protocol `{protocol}`: {step} on {on} comes before the step it follows ({followed_on}); give that day or a later one"
    )]
    Backdated {
        /// The protocol.
        protocol: ProtocolId,
        /// The step.
        step: ProtocolStep,
        /// The day that was given.
        on: NaiveDate,
        /// The day of the step it follows.
        followed_on: NaiveDate,
    },
    /// The term ran out on or before the day of termination.
    #[error("protocol `{protocol}`: its term ran out on {ran_out_on}; it cannot be terminated on {on}")]
    RunOut {
        /// The protocol.
        protocol: ProtocolId,
        /// The day that was given.
        on: NaiveDate,
        /// The first day on which the protocol is no longer in force.
        ran_out_on: NaiveDate,
    },
}

impl ProtocolError {
    /// The stable code, in `snake_case`; of the municipality's error, its own.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Municipality(error) => error.code(),
            Self::OutsideHorizon { .. } => "outside_horizon",
            Self::Repeated { .. } => "repeated",
            Self::OutOfOrder { .. } => "out_of_order",
            Self::Backdated { .. } => "backdated",
            Self::RunOut { .. } => "run_out",
        }
    }
}

impl Protocol {
    /// A protocol that was requested (*aangevraagd*) on a day.
    ///
    /// # Errors
    /// [`ProtocolError::Municipality`] if the municipality is not valid on that day, or the day lies outside the horizon.
    pub fn request(terms: ProtocolTerms, requested_on: NaiveDate) -> Result<Self, ProtocolError> {
        terms.municipality.require_valid_on(requested_on)?;
        Ok(Self {
            terms,
            requested_on,
            advised_on: ByParty::default(),
            signed_on: ByParty::default(),
            validated_on: None,
            published_on: ByParty::default(),
            terminated_on: None,
        })
    }

    /// Records the advice of a party's data protection officer (*advies van de DPO*).
    ///
    /// # Errors
    /// As [`take`](Self::take).
    pub fn advise(&mut self, party: Party, on: NaiveDate) -> Result<(), ProtocolError> {
        self.take(ProtocolStep::Advice(party), on)
    }

    /// Records a party's signature (*ondertekening*); both advices come first.
    ///
    /// # Errors
    /// As [`take`](Self::take).
    pub fn sign(&mut self, party: Party, on: NaiveDate) -> Result<(), ProtocolError> {
        self.take(ProtocolStep::Signature(party), on)
    }

    /// Records the validation (*validatie*), from which day the protocol is in force; both signatures come first.
    ///
    /// # Errors
    /// As [`take`](Self::take).
    pub fn validate(&mut self, on: NaiveDate) -> Result<(), ProtocolError> {
        self.take(ProtocolStep::Validation, on)
    }

    /// Records the publication on a party's website (*bekendmaking*); both signatures come first.
    ///
    /// # Errors
    /// As [`take`](Self::take).
    pub fn publish(&mut self, party: Party, on: NaiveDate) -> Result<(), ProtocolError> {
        self.take(ProtocolStep::Publication(party), on)
    }

    /// Records the termination (*beëindiging*), from which day the protocol is no longer in force; validation comes
    /// first.
    ///
    /// # Errors
    /// As [`take`](Self::take).
    pub fn terminate(&mut self, on: NaiveDate) -> Result<(), ProtocolError> {
        self.take(ProtocolStep::Termination, on)
    }

    /// Records a step; a step that is refused leaves the protocol as it was.
    ///
    /// # Errors
    /// * [`ProtocolError::OutsideHorizon`] if the day lies outside the horizon;
    /// * [`ProtocolError::Repeated`] if the step was recorded before (the request always was);
    /// * [`ProtocolError::OutOfOrder`] if a step that comes first is missing: both advices before a signature, both
    ///   signatures before validation and before publication, validation before termination;
    /// * [`ProtocolError::Backdated`] if the day lies before that of the last of those steps, or of the request;
    /// * [`ProtocolError::Municipality`] for an advice, a signature or the validation if the municipality's legal person
    ///   has ended by the day;
    /// * [`ProtocolError::RunOut`] for a termination on or after the day on which the term runs out.
    pub fn take(&mut self, step: ProtocolStep, on: NaiveDate) -> Result<(), ProtocolError> {
        if !horizon::contains(on) {
            return Err(ProtocolError::OutsideHorizon { on });
        }
        if let Some(first) = self.taken_on(step) {
            return Err(ProtocolError::Repeated { protocol: self.terms.id.clone(), step, first });
        }
        let missing = step.requires().iter().copied().find(|&required| self.taken_on(required).is_none());
        if let Some(missing) = missing {
            return Err(ProtocolError::OutOfOrder { protocol: self.terms.id.clone(), step, missing });
        }
        let followed_on = step.requires().iter().filter_map(|&required| self.taken_on(required)).max();
        if let Some(followed_on) = followed_on.filter(|&followed_on| on < followed_on) {
            return Err(ProtocolError::Backdated { protocol: self.terms.id.clone(), step, on, followed_on });
        }
        if matches!(step, ProtocolStep::Advice(_) | ProtocolStep::Signature(_) | ProtocolStep::Validation)
            && self.terms.municipality.legal_person_on(on)?.is_none()
        {
            return Err(MunicipalityError::Ended { municipality: self.terms.municipality, on }.into());
        }
        if let (ProtocolStep::Termination, Some(ran_out_on)) = (step, self.runs_out_on())
            && ran_out_on <= on
        {
            return Err(ProtocolError::RunOut { protocol: self.terms.id.clone(), on, ran_out_on });
        }
        match step {
            ProtocolStep::Request => self.requested_on = on,
            ProtocolStep::Advice(party) => *self.advised_on.slot(party) = Some(on),
            ProtocolStep::Signature(party) => *self.signed_on.slot(party) = Some(on),
            ProtocolStep::Validation => self.validated_on = Some(on),
            ProtocolStep::Publication(party) => *self.published_on.slot(party) = Some(on),
            ProtocolStep::Termination => self.terminated_on = Some(on),
        }
        Ok(())
    }

    /// The day on which a step was taken, whatever the day of the question.
    pub const fn taken_on(&self, step: ProtocolStep) -> Option<NaiveDate> {
        match step {
            ProtocolStep::Request => Some(self.requested_on),
            ProtocolStep::Advice(party) => self.advised_on.of(party),
            ProtocolStep::Signature(party) => self.signed_on.of(party),
            ProtocolStep::Validation => self.validated_on,
            ProtocolStep::Publication(party) => self.published_on.of(party),
            ProtocolStep::Termination => self.terminated_on,
        }
    }

    /// The terms.
    pub const fn terms(&self) -> &ProtocolTerms {
        &self.terms
    }

    /// The name in the caller's register.
    pub const fn id(&self) -> &ProtocolId {
        &self.terms.id
    }

    /// The municipality that concluded the protocol, under the code it had on the day of the request.
    pub const fn municipality(&self) -> Municipality {
        self.terms.municipality
    }

    /// The standard protocol or a custom one.
    pub const fn kind(&self) -> ProtocolKind {
        self.terms.kind
    }

    /// The purposes it names.
    pub const fn purposes(&self) -> Purposes {
        self.terms.purposes
    }

    /// The day of the request.
    pub const fn requested_on(&self) -> NaiveDate {
        self.requested_on
    }

    /// The day of the later signature, once both have signed: the protocol is concluded.
    pub fn signed_on(&self) -> Option<NaiveDate> {
        self.signed_on.both()
    }

    /// The first day in force, once it is validated.
    pub const fn validated_on(&self) -> Option<NaiveDate> {
        self.validated_on
    }

    /// The first day on which it is no longer in force, if its end is recorded or follows from its duration.
    pub fn ended_on(&self) -> Option<NaiveDate> {
        self.terminated_on.or_else(|| self.runs_out_on())
    }

    /// The first day after the term; none for a protocol without end, or one that is not validated.
    fn runs_out_on(&self) -> Option<NaiveDate> {
        match self.terms.duration {
            ProtocolDuration::Indefinite => None,
            ProtocolDuration::Months(months) => self.validated_on.map(|validated_on| months.after(validated_on)),
        }
    }

    /// The stage as known on a day; none before the day of the request.
    pub fn stage_on(&self, day: NaiveDate) -> Option<ProtocolStage> {
        let by_then = |step_on: Option<NaiveDate>| step_on.is_some_and(|on| on <= day);
        if by_then(self.ended_on()) {
            Some(ProtocolStage::Ended)
        } else if by_then(self.validated_on) {
            Some(ProtocolStage::InForce)
        } else if by_then(self.signed_on.both()) {
            Some(ProtocolStage::Signed)
        } else if by_then(self.advised_on.both()) {
            Some(ProtocolStage::Advised)
        } else if self.requested_on <= day {
            Some(ProtocolStage::Requested)
        } else {
            None
        }
    }

    /// Whether it is validated and has not ended, as known on a day.
    pub fn in_force_on(&self, day: NaiveDate) -> bool {
        self.stage_on(day) == Some(ProtocolStage::InForce)
    }

    /// The parties that have still to publish the protocol on their website, if it is in force on the day.
    ///
    /// The agency first. A protocol that is not published is in force all the same.
    pub fn open_obligations(&self, day: NaiveDate) -> Vec<Party> {
        let published = |party| self.published_on.of(party).is_some_and(|on| on <= day);
        Party::ALL.into_iter().filter(|&party| self.in_force_on(day) && !published(party)).collect()
    }

    /// The legal basis on which it was concluded; none before both have signed, or before there was one.
    ///
    /// What a list is delivered on is the legal basis of the day of delivery: [`LegalBasis::on`].
    pub fn legal_basis(&self) -> Option<LegalBasis> {
        self.signed_on().and_then(LegalBasis::on)
    }

    /// The last day on which the municipality may keep a list that was delivered on a day.
    pub fn last_day_kept(&self, delivered_on: NaiveDate) -> NaiveDate {
        self.terms.retention.last_day(delivered_on)
    }
}

/// A protocol as it is written: every step is taken again when it is read.
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ProtocolFields {
    id: ProtocolId,
    municipality: Municipality,
    kind: ProtocolKind,
    purposes: Purposes,
    duration: ProtocolDuration,
    retention: Retention,
    requested_on: NaiveDate,
    #[serde(default)]
    advised_on: ByParty,
    #[serde(default)]
    signed_on: ByParty,
    #[serde(default)]
    validated_on: Option<NaiveDate>,
    #[serde(default)]
    published_on: ByParty,
    #[serde(default)]
    terminated_on: Option<NaiveDate>,
}

#[cfg(feature = "serde")]
impl From<Protocol> for ProtocolFields {
    fn from(protocol: Protocol) -> Self {
        let ProtocolTerms { id, municipality, kind, purposes, duration, retention } = protocol.terms;
        Self {
            id,
            municipality,
            kind,
            purposes,
            duration,
            retention,
            requested_on: protocol.requested_on,
            advised_on: protocol.advised_on,
            signed_on: protocol.signed_on,
            validated_on: protocol.validated_on,
            published_on: protocol.published_on,
            terminated_on: protocol.terminated_on,
        }
    }
}

#[cfg(feature = "serde")]
impl TryFrom<ProtocolFields> for Protocol {
    type Error = ProtocolError;

    fn try_from(fields: ProtocolFields) -> Result<Self, ProtocolError> {
        let ProtocolFields { id, municipality, kind, purposes, duration, retention, .. } = fields;
        let terms = ProtocolTerms { id, municipality, kind, purposes, duration, retention };
        let mut protocol = Self::request(terms, fields.requested_on)?;
        let both =
            |step: fn(Party) -> ProtocolStep, days: ByParty| Party::ALL.map(|party| (step(party), days.of(party)));
        let steps = both(ProtocolStep::Advice, fields.advised_on)
            .into_iter()
            .chain(both(ProtocolStep::Signature, fields.signed_on))
            .chain([(ProtocolStep::Validation, fields.validated_on)])
            .chain(both(ProtocolStep::Publication, fields.published_on))
            .chain([(ProtocolStep::Termination, fields.terminated_on)]);
        for (step, on) in steps {
            if let Some(on) = on {
                protocol.take(step, on)?;
            }
        }
        Ok(protocol)
    }
}
