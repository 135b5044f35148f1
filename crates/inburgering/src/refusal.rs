//! The refusal (*weigering*): a closed catalogue of the reasons for which a request gets no list.

use core::fmt;

use chrono::NaiveDate;

use crate::citation::{self, Citation};
use crate::language::dutch_day;
use crate::listing;
use crate::opaque::{ProtocolId, RequestId};
use crate::{Municipality, ProtocolStage, Purposes};

/// Why a request is refused (*reden van weigering*).
///
/// The order of the variants is the order of the catalogue, in which the refusals of an assessment are given.
/// The typed fields say what the sentence needs; [`Refusal::code`] is stable.
///
/// ```
/// use inburgering::{Refusal, RefusalCode};
///
/// let refusal = Refusal::NotFlemish { municipality: "62063".parse()? };
/// assert_eq!(refusal.code(), RefusalCode::NotFlemish);
/// assert_eq!(refusal.to_string(), "62063 (Luik) lies outside Flanders: only Flemish municipalities may ask for a list");
/// # Ok::<(), inburgering::MunicipalityError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(tag = "code", rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Refusal {
    /// The municipality lies in Wallonia.
    NotFlemish {
        /// The municipality.
        municipality: Municipality,
    },
    /// The municipality lies in Brussels, and the option does not allow it.
    BrusselsNotStated {
        /// The municipality.
        municipality: Municipality,
    },
    /// The municipality ended after receipt, and its legal person does not go on.
    MunicipalityEnded {
        /// The municipality that asked.
        municipality: Municipality,
        /// The municipality that took its place.
        successor: Municipality,
    },
    /// On the day there was no legal basis yet.
    NoLegalBasis {
        /// The day.
        on: NaiveDate,
    },
    /// The municipality has no protocol, and asked for none.
    NoProtocol {
        /// The municipality.
        municipality: Municipality,
    },
    /// At delivery, the municipality's only protocol is not in force yet.
    ProtocolNotInForce {
        /// The protocol.
        protocol: ProtocolId,
        /// How far it is: requested, advised or signed.
        stage: ProtocolStage,
    },
    /// The municipality's protocol has ended, and it asked for no new one.
    ProtocolEnded {
        /// The protocol.
        protocol: ProtocolId,
        /// The first day on which it was no longer in force.
        ended_on: NaiveDate,
    },
    /// A merger made the municipality anew; it has only the protocols of its predecessors.
    ProtocolInherited {
        /// The municipality.
        municipality: Municipality,
        /// The predecessors' protocols.
        protocols: Vec<ProtocolId>,
        /// The predecessors that have none in force.
        without: Vec<Municipality>,
    },
    /// A purpose that the protocol does not name.
    PurposeOutsideProtocol {
        /// The purposes outside it.
        outside: Purposes,
        /// The protocol.
        protocol: ProtocolId,
        /// The purposes that it names.
        allowed: Purposes,
    },
    /// Another request of the same year counts.
    AlreadyRequested {
        /// The other requests of that year.
        earlier: Vec<EarlierRequest>,
        /// The first day of receipt on which a new request can be granted.
        free_from: NaiveDate,
    },
}

/// A request that takes the year (*eerdere aanvraag*).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct EarlierRequest {
    /// The day of its receipt.
    pub received_on: NaiveDate,
    /// Its name.
    pub id: RequestId,
}

/// The stable code of a [`Refusal`], without its fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
#[expect(missing_docs, reason = "each is the refusal of the same name")]
pub enum RefusalCode {
    NotFlemish,
    BrusselsNotStated,
    MunicipalityEnded,
    NoLegalBasis,
    NoProtocol,
    ProtocolNotInForce,
    ProtocolEnded,
    ProtocolInherited,
    PurposeOutsideProtocol,
    AlreadyRequested,
}

impl Refusal {
    /// The whole catalogue, in its order.
    pub const ALL: &'static [RefusalCode] = RefusalCode::ALL;

    /// The stable code of this refusal.
    pub const fn code(&self) -> RefusalCode {
        match self {
            Self::NotFlemish { .. } => RefusalCode::NotFlemish,
            Self::BrusselsNotStated { .. } => RefusalCode::BrusselsNotStated,
            Self::MunicipalityEnded { .. } => RefusalCode::MunicipalityEnded,
            Self::NoLegalBasis { .. } => RefusalCode::NoLegalBasis,
            Self::NoProtocol { .. } => RefusalCode::NoProtocol,
            Self::ProtocolNotInForce { .. } => RefusalCode::ProtocolNotInForce,
            Self::ProtocolEnded { .. } => RefusalCode::ProtocolEnded,
            Self::ProtocolInherited { .. } => RefusalCode::ProtocolInherited,
            Self::PurposeOutsideProtocol { .. } => RefusalCode::PurposeOutsideProtocol,
            Self::AlreadyRequested { .. } => RefusalCode::AlreadyRequested,
        }
    }

    /// The source of the rule behind this refusal.
    pub const fn citation(&self) -> Citation {
        self.code().citation()
    }

    /// The sentence for a Dutch reader.
    #[rustfmt::skip]
    pub fn dutch(&self) -> String {
        match self {
            Self::NotFlemish { municipality } => format!("{municipality} ligt niet in Vlaanderen: alleen Vlaamse gemeenten kunnen een lijst aanvragen"),
            Self::BrusselsNotStated { municipality } => format!("{municipality} ligt in Brussel: nergens staat dat Brusselse gemeenten een lijst kunnen aanvragen"),
            Self::MunicipalityEnded { municipality, successor } => format!("{municipality} bestaat niet meer en de rechtspersoon ervan is opgehouden te bestaan: {successor} kan een nieuwe aanvraag indienen"),
            Self::NoLegalBasis { on } => format!("op {} was er nog geen rechtsgrond om gegevens mee te delen", dutch_day(*on)),
            Self::NoProtocol { municipality } => format!("{municipality} heeft geen protocol: vraag een protocol en gegevens samen aan"),
            Self::ProtocolNotInForce { protocol, stage } => format!("protocol {protocol} is nog niet van kracht ({}): wacht tot het gevalideerd is", stage.dutch()),
            Self::ProtocolEnded { protocol, ended_on } => format!("protocol {protocol} is sinds {} niet meer van kracht: vraag een nieuw protocol en gegevens samen aan", dutch_day(*ended_on)),
            Self::ProtocolInherited { municipality, protocols, without } => format!("{municipality} is bij een samenvoeging ontstaan en heeft alleen {} van de vroegere gemeenten{}: sluit een eigen protocol, of laat de bestaande afspraken nakijken", protocols_dutch(protocols), without_dutch(without)),
            Self::PurposeOutsideProtocol { outside, protocol, allowed } => format!("protocol {protocol} geldt niet voor {}: het geldt alleen voor {}", outside.dutch(), allowed.dutch()),
            Self::AlreadyRequested { earlier, free_from } => format!("in hetzelfde jaar is er al een aanvraag: {}; een nieuwe aanvraag kan vanaf {}", listing::dutch(earlier.iter().map(EarlierRequest::dutch)), dutch_day(*free_from)),
        }
    }
}

impl fmt::Display for Refusal {
    #[rustfmt::skip]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFlemish { municipality } => write!(f, "{municipality} lies outside Flanders: only Flemish municipalities may ask for a list"),
            Self::BrusselsNotStated { municipality } => write!(f, "{municipality} lies in Brussels: it is stated nowhere that Brussels municipalities may ask for a list"),
            Self::MunicipalityEnded { municipality, successor } => write!(f, "{municipality} has ended and its legal person does not go on: {successor} may ask anew"),
            Self::NoLegalBasis { on } => write!(f, "on {on} there was no legal basis yet on which data could be disclosed"),
            Self::NoProtocol { municipality } => write!(f, "{municipality} has no protocol: ask for a protocol and data together"),
            Self::ProtocolNotInForce { protocol, stage } => write!(f, "protocol {protocol} is not in force yet ({stage}): wait until it is validated"),
            Self::ProtocolEnded { protocol, ended_on } => write!(f, "protocol {protocol} ceased to be in force on {ended_on}: ask for a new protocol and data together"),
            Self::ProtocolInherited { municipality, protocols, without } => write!(f, "{municipality} was made by a merger and has only {} of its predecessors{}: conclude a protocol of its own, or have the existing terms reviewed", protocols_english(protocols), without_english(without)),
            Self::PurposeOutsideProtocol { outside, protocol, allowed } => write!(f, "protocol {protocol} does not name {outside}: it names only {allowed}"),
            Self::AlreadyRequested { earlier, free_from } => write!(f, "there is a request of the same year already: {}; a new one can be granted from {free_from}", listing::english(earlier)),
        }
    }
}

/// `request 46029-2025-03-03 (received on 2025-03-03)`
impl fmt::Display for EarlierRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "request {} (received on {})", self.id, self.received_on)
    }
}

impl EarlierRequest {
    fn dutch(&self) -> String {
        format!("aanvraag {} (ontvangen op {})", self.id, dutch_day(self.received_on))
    }
}

fn protocols_english(protocols: &[ProtocolId]) -> String {
    format!("{} {}", if protocols.len() == 1 { "protocol" } else { "protocols" }, listing::english(protocols))
}

fn protocols_dutch(protocols: &[ProtocolId]) -> String {
    format!("{} {}", if protocols.len() == 1 { "protocol" } else { "de protocollen" }, listing::dutch(protocols))
}

/// What an inherited protocol leaves out, as it follows in an English sentence.
pub(crate) fn without_english(without: &[Municipality]) -> String {
    if without.is_empty() {
        String::new()
    } else {
        format!(" ({} {} none in force)", listing::english(without), if without.len() == 1 { "has" } else { "have" })
    }
}

/// What an inherited protocol leaves out, as it follows in a Dutch sentence.
pub(crate) fn without_dutch(without: &[Municipality]) -> String {
    match without {
        [] => String::new(),
        [_] => format!(" ({} heeft er geen van kracht)", listing::dutch(without)),
        _ => format!(" ({} hebben er geen van kracht)", listing::dutch(without)),
    }
}

impl RefusalCode {
    /// The whole catalogue, in its order.
    pub const ALL: &'static [Self] = &[
        Self::NotFlemish,
        Self::BrusselsNotStated,
        Self::MunicipalityEnded,
        Self::NoLegalBasis,
        Self::NoProtocol,
        Self::ProtocolNotInForce,
        Self::ProtocolEnded,
        Self::ProtocolInherited,
        Self::PurposeOutsideProtocol,
        Self::AlreadyRequested,
    ];

    /// The stable text of the code, in `snake_case`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotFlemish => "not_flemish",
            Self::BrusselsNotStated => "brussels_not_stated",
            Self::MunicipalityEnded => "municipality_ended",
            Self::NoLegalBasis => "no_legal_basis",
            Self::NoProtocol => "no_protocol",
            Self::ProtocolNotInForce => "protocol_not_in_force",
            Self::ProtocolEnded => "protocol_ended",
            Self::ProtocolInherited => "protocol_inherited",
            Self::PurposeOutsideProtocol => "purpose_outside_protocol",
            Self::AlreadyRequested => "already_requested",
        }
    }

    /// The source of the rule behind the refusal.
    pub const fn citation(self) -> Citation {
        match self {
            Self::NotFlemish => citation::PAGE_FLANDERS,
            Self::NoLegalBasis => citation::DECREE_20,
            Self::NoProtocol | Self::ProtocolNotInForce | Self::ProtocolEnded => citation::PAGE_PROTOCOL,
            Self::PurposeOutsideProtocol => citation::E_GOVERNMENT_8,
            Self::AlreadyRequested => citation::PAGE_REQUEST,
            Self::BrusselsNotStated | Self::MunicipalityEnded | Self::ProtocolInherited => citation::LIBRARY_CHOICE,
        }
    }
}

impl fmt::Display for RefusalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
