//! The steps (*stappen*) of a protocol's life and the stages between them.

use core::fmt;

/// One of the two that conclude a protocol (*partij*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Party {
    /// The agency for integration and civic integration (*agentschap Integratie en Inburgering*).
    Agency,
    /// The municipality (*gemeente*).
    Municipality,
}

impl Party {
    /// Both, the agency first.
    pub const ALL: [Self; 2] = [Self::Agency, Self::Municipality];

    /// The stable text of the party, in `snake_case`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Agency => "agency",
            Self::Municipality => "municipality",
        }
    }

    /// The party in the words of a Dutch letter.
    pub const fn dutch(self) -> &'static str {
        match self {
            Self::Agency => "het agentschap",
            Self::Municipality => "de gemeente",
        }
    }
}

/// The party in the words of an English letter.
impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Agency => "the agency",
            Self::Municipality => "the municipality",
        })
    }
}

/// A step in the life of a protocol (*stap*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum ProtocolStep {
    /// The request (*aanvraag*).
    Request,
    /// The advice of a party's data protection officer (*advies van de DPO*).
    Advice(Party),
    /// A party's signature (*ondertekening*).
    Signature(Party),
    /// The validation (*validatie*).
    Validation,
    /// The publication on a party's website (*bekendmaking*).
    Publication(Party),
    /// The termination (*beëindiging*).
    Termination,
}

impl ProtocolStep {
    /// The steps without which this one cannot be taken.
    pub const fn requires(self) -> &'static [Self] {
        match self {
            Self::Request => &[],
            Self::Advice(_) => &[Self::Request],
            Self::Signature(_) => &[Self::Advice(Party::Agency), Self::Advice(Party::Municipality)],
            Self::Validation | Self::Publication(_) => {
                &[Self::Signature(Party::Agency), Self::Signature(Party::Municipality)]
            }
            Self::Termination => &[Self::Validation],
        }
    }
}

/// The step as it is named in an error.
impl fmt::Display for ProtocolStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request => f.write_str("the request"),
            Self::Advice(party) => write!(f, "the advice of {party}"),
            Self::Signature(party) => write!(f, "the signature of {party}"),
            Self::Validation => f.write_str("the validation"),
            Self::Publication(party) => write!(f, "the publication by {party}"),
            Self::Termination => f.write_str("the termination"),
        }
    }
}

/// The stage of a protocol on a day (*fase*), in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum ProtocolStage {
    /// Requested; not both have advised.
    Requested,
    /// Both have advised; not both have signed.
    Advised,
    /// Both have signed; not validated.
    Signed,
    /// Validated, and not ended.
    InForce,
    /// Terminated, or its term ran out.
    Ended,
}

impl ProtocolStage {
    /// The stable text of the stage, in `snake_case`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Advised => "advised",
            Self::Signed => "signed",
            Self::InForce => "in_force",
            Self::Ended => "ended",
        }
    }

    /// The stage in Dutch.
    pub const fn dutch(self) -> &'static str {
        match self {
            Self::Requested => "aangevraagd",
            Self::Advised => "geadviseerd",
            Self::Signed => "ondertekend",
            Self::InForce => "van kracht",
            Self::Ended => "beëindigd",
        }
    }
}

/// The stable text ([`ProtocolStage::as_str`]).
impl fmt::Display for ProtocolStage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
