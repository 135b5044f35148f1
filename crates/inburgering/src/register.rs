//! The register of protocols (*overzicht van de protocollen*): which municipality has what, on a day.
//!
//! Follows the page, "Werkwijze" (the overview in which a municipality looks whether it has a protocol), and for mergers the decree of
//! 3 May 2024: where a legal person goes on, its protocol stays its own; every other merger makes a new legal person that
//! succeeds to all. No rule was published on what an inherited protocol allows: that is for the assessment to judge.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::opaque::ProtocolId;
use crate::{Municipality, MunicipalityError, Protocol, ProtocolError, ProtocolStage, ProtocolStep};

/// The register of protocols (*overzicht van de protocollen*), by their names.
///
/// Invariant: no two protocols have one name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "Vec<Protocol>", into = "Vec<Protocol>"))]
pub struct Register {
    protocols: BTreeMap<ProtocolId, Protocol>,
}

/// Why the register cannot be changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RegisterError {
    /// A protocol of that name is in the register.
    #[error("the register has a protocol `{id}`; give each protocol a name of its own")]
    Duplicate {
        /// The name.
        id: ProtocolId,
    },
    /// No protocol of that name is in the register.
    #[error("the register has no protocol `{id}`; add it first")]
    Unknown {
        /// The name.
        id: ProtocolId,
    },
    /// The protocol refuses the step.
    #[error(transparent)]
    Protocol(#[from] ProtocolError),
}

/// What a municipality has, on a day (*stand*): the best of its own, else what it inherited.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Standing<'r> {
    /// A protocol of its own is in force.
    InForce {
        /// The protocol; of several, the one validated last (then the last by name).
        protocol: &'r Protocol,
        /// The municipalities that its territory absorbed after the validation, by code (*territory grown*).
        absorbed: Vec<Municipality>,
    },
    /// None of its own is in force; one was requested.
    Pending {
        /// The protocol; of several, the one that is furthest (then the one requested last, then the last by name).
        protocol: &'r Protocol,
        /// How far it is: requested, advised or signed.
        stage: ProtocolStage,
        /// The last of its own that ended, if any.
        ended: Option<&'r Protocol>,
        /// The protocols of its predecessors that are in force, as in [`Standing::Inherited`]; none if one of its own ended.
        inherited: Vec<&'r Protocol>,
        /// The predecessors that had none which is in force, by code; none if nothing is inherited.
        without: Vec<Municipality>,
    },
    /// Each of its own has ended.
    Ended {
        /// The protocol; of several, the one that ended last (then the last by name).
        protocol: &'r Protocol,
    },
    /// It never had one of its own; protocols of its predecessors are in force: *inherited, review needed*.
    Inherited {
        /// The protocols, the one validated last first. Never empty.
        protocols: Vec<&'r Protocol>,
        /// The predecessors that had none which is in force, by code.
        without: Vec<Municipality>,
    },
    /// It has none.
    None,
}

impl Standing<'_> {
    /// The stable text of what the municipality has, in `snake_case`.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::InForce { .. } => "in_force",
            Self::Pending { .. } => "pending",
            Self::Ended { .. } => "ended",
            Self::Inherited { .. } => "inherited",
            Self::None => "none",
        }
    }
}

impl Register {
    /// A register without protocols.
    pub const fn new() -> Self {
        Self { protocols: BTreeMap::new() }
    }

    /// Adds a protocol.
    ///
    /// # Errors
    /// [`RegisterError::Duplicate`] if one of its name is there; the register stays as it was.
    pub fn add(&mut self, protocol: Protocol) -> Result<(), RegisterError> {
        if self.protocols.contains_key(protocol.id()) {
            return Err(RegisterError::Duplicate { id: protocol.id().clone() });
        }
        self.protocols.insert(protocol.id().clone(), protocol);
        Ok(())
    }

    /// Records a step of a protocol in the register.
    ///
    /// # Errors
    /// [`RegisterError::Unknown`] if no protocol has that name; [`RegisterError::Protocol`] as [`Protocol::take`]. The
    /// register stays as it was.
    pub fn take(&mut self, id: &ProtocolId, step: ProtocolStep, on: NaiveDate) -> Result<(), RegisterError> {
        let protocol = self.protocols.get_mut(id).ok_or_else(|| RegisterError::Unknown { id: id.clone() })?;
        Ok(protocol.take(step, on)?)
    }

    /// The protocol of that name.
    pub fn get(&self, id: &ProtocolId) -> Option<&Protocol> {
        self.protocols.get(id)
    }

    /// All protocols, by name.
    pub fn protocols(&self) -> impl Iterator<Item = &Protocol> {
        self.protocols.values()
    }

    /// What every municipality has on a day (*overzicht*), by code; those that have nothing are left out.
    ///
    /// # Errors
    /// [`MunicipalityError::OutsideTable`] if the day lies outside the horizon.
    pub fn overview(&self, day: NaiveDate) -> Result<Vec<(Municipality, Standing<'_>)>, MunicipalityError> {
        let known = self.protocols().filter(|protocol| protocol.stage_on(day).is_some());
        let municipalities: BTreeSet<_> =
            known.map(|protocol| protocol.municipality().current(day)).collect::<Result<_, _>>()?;
        let standings =
            municipalities.into_iter().map(|municipality| Ok((municipality, self.standing(municipality, day)?)));
        standings.filter(|standing| !matches!(standing, Ok((_, Standing::None)))).collect()
    }

    /// What one municipality has on a day (*stand*), as known on that day.
    ///
    /// # Errors
    /// [`MunicipalityError`] if the municipality is not valid on the day, or the day lies outside the horizon.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use inburgering::{Register, Standing};
    ///
    /// // Which protocol does Gent have in an empty register?
    /// let day = NaiveDate::from_ymd_opt(2025, 3, 3).unwrap();
    /// assert_eq!(Register::new().standing("44021".parse()?, day)?, Standing::None);
    /// # Ok::<(), inburgering::MunicipalityError>(())
    /// ```
    pub fn standing(&self, municipality: Municipality, day: NaiveDate) -> Result<Standing<'_>, MunicipalityError> {
        municipality.require_valid_on(day)?;
        let (mut in_force, mut pending, mut ended) = (Vec::new(), Vec::new(), Vec::new());
        for protocol in self.own(municipality, day)? {
            match protocol.stage_on(day) {
                None => {}
                Some(ProtocolStage::InForce) => in_force.push(protocol),
                Some(ProtocolStage::Ended) => ended.push(protocol),
                Some(stage) => pending.push((stage, protocol.requested_on(), protocol)),
            }
        }
        // The protocols come by name, and the last of equals is taken.
        let ended = ended.into_iter().max_by_key(|protocol| protocol.ended_on());
        // NOTE: no text says which of several counts; the one validated last is the parties' last word.
        if let Some(protocol) = in_force.into_iter().max_by_key(|protocol| protocol.validated_on()) {
            let absorbed = absorbed_since(municipality, protocol, day);
            return Ok(Standing::InForce { protocol, absorbed });
        }
        if let Some((stage, _, protocol)) = pending.into_iter().max_by_key(|&(stage, on, _)| (stage, on)) {
            let (inherited, without) = match ended {
                Some(_) => Inherited::default(),
                None => self.inherited(municipality, day)?,
            };
            return Ok(Standing::Pending { protocol, stage, ended, inherited, without });
        }
        if let Some(protocol) = ended {
            return Ok(Standing::Ended { protocol });
        }
        let (protocols, without) = self.inherited(municipality, day)?;
        Ok(if protocols.is_empty() { Standing::None } else { Standing::Inherited { protocols, without } })
    }

    /// The protocols of the legal person that bears this code on a day, by name.
    fn own(&self, municipality: Municipality, day: NaiveDate) -> Result<Vec<&Protocol>, MunicipalityError> {
        let mut own = Vec::new();
        for protocol in self.protocols().filter(|protocol| protocol.requested_on() <= day) {
            if protocol.municipality().legal_person_on(day)? == Some(municipality) {
                own.push(protocol);
            }
        }
        Ok(own)
    }

    /// What a new legal person has from its predecessors, on a day; both parts are empty if nothing is inherited.
    // NOTE: no municipality of the table was twice made anew by a merger (a test holds that), so a predecessor's own
    // protocols are all that it can hand on.
    fn inherited(&self, municipality: Municipality, day: NaiveDate) -> Result<Inherited<'_>, MunicipalityError> {
        let Some(eve) = new_legal_person_since(municipality).and_then(|merged_on| merged_on.pred_opt()) else {
            return Ok(Inherited::default());
        };
        let (mut protocols, mut without) = (Vec::new(), Vec::new());
        for predecessor in municipality.predecessors() {
            let before = protocols.len();
            let own = self.own(predecessor, eve)?;
            protocols.extend(own.into_iter().filter(|protocol| protocol.in_force_on(eve) && protocol.in_force_on(day)));
            if protocols.len() == before {
                without.push(predecessor);
            }
        }
        if protocols.is_empty() {
            return Ok(Inherited::default());
        }
        protocols.sort_by_key(|protocol| core::cmp::Reverse((protocol.validated_on(), protocol.id())));
        without.sort_unstable();
        Ok((protocols, without))
    }
}

/// The predecessors' protocols in force, the one validated last first, and the predecessors without one, by code.
type Inherited<'r> = (Vec<&'r Protocol>, Vec<Municipality>);

/// The day on which a merger made this legal person anew; none if a predecessor's goes on in it, or it had none.
fn new_legal_person_since(municipality: Municipality) -> Option<NaiveDate> {
    let from = municipality.validity().from?;
    let mut predecessors = municipality.predecessors().peekable();
    predecessors.peek()?;
    (!predecessors.any(Municipality::legal_person_goes_on)).then_some(from)
}

/// The municipalities whose territory was added to this legal person's between the validation and the day.
fn absorbed_since(municipality: Municipality, protocol: &Protocol, day: NaiveDate) -> Vec<Municipality> {
    let merged_after_validation = |absorbed: &Municipality| {
        let merged_on = absorbed.validity().until;
        protocol.validated_on() < merged_on && merged_on <= Some(day) && !absorbed.legal_person_goes_on()
    };
    let mut absorbed: Vec<_> = municipality.predecessors().filter(merged_after_validation).collect();
    absorbed.sort_unstable();
    absorbed
}

impl TryFrom<Vec<Protocol>> for Register {
    type Error = RegisterError;

    fn try_from(protocols: Vec<Protocol>) -> Result<Self, RegisterError> {
        let mut register = Self::new();
        protocols.into_iter().try_for_each(|protocol| register.add(protocol))?;
        Ok(register)
    }
}

impl From<Register> for Vec<Protocol> {
    fn from(register: Register) -> Self {
        register.protocols.into_values().collect()
    }
}
