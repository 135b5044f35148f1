//! The notice (*opmerking*): a closed catalogue of what an assessment says besides its answer.

use core::fmt;

use crate::citation::{self, Citation};
use crate::listing;
use crate::opaque::ProtocolId;
use crate::refusal::{without_dutch, without_english};
use crate::{Municipality, Party};

/// What an assessment says besides its answer (*opmerking*); it changes nothing in the answer.
///
/// The order of the variants is the order of the catalogue, in which the notices of an assessment are given.
/// The typed fields say what the sentence needs; [`Notice::code`] is stable.
///
/// ```
/// use inburgering::{Notice, NoticeCode};
///
/// let notice = Notice::CityAgency { municipality: "44021".parse()? };
/// assert_eq!(notice.code(), NoticeCode::CityAgency);
/// assert_eq!(notice.to_string(), "44021 (Gent) is served by its own city agency, in the agency's place");
/// # Ok::<(), inburgering::MunicipalityError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(tag = "code", rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Notice {
    /// The code of the municipality that asked ended; its legal person goes on under another.
    CarriedOver {
        /// The municipality that asked.
        from: Municipality,
        /// The same legal person on the day.
        to: Municipality,
    },
    /// The municipality has a city agency that acts in the agency's place.
    CityAgency {
        /// The municipality.
        municipality: Municipality,
    },
    /// The territory grew by a merger after the protocol was validated.
    TerritoryGrown {
        /// The protocol.
        protocol: ProtocolId,
        /// The municipalities that were absorbed.
        absorbed: Vec<Municipality>,
    },
    /// The request is granted, by option, on a predecessor's protocol.
    InheritedProtocol {
        /// The protocol.
        protocol: ProtocolId,
        /// The predecessor that concluded it.
        concluded_by: Municipality,
        /// The predecessors that have none in force.
        without: Vec<Municipality>,
    },
    /// The protocol is in force, and has still to be published.
    NotPublished {
        /// The protocol.
        protocol: ProtocolId,
        /// Who has still to publish it.
        by: Vec<Party>,
    },
    /// The request came by the door for those with a signed protocol; theirs is not signed yet.
    DoorNotSigned {
        /// The protocol.
        protocol: ProtocolId,
    },
    /// The request asks for a protocol; one is signed already.
    DoorAlreadySigned {
        /// The protocol.
        protocol: ProtocolId,
    },
    /// A custom protocol was still to be signed at receipt, for which no term is stated: there is no due day.
    NoTermStated,
    /// The list is delivered on art. 46/8; the page still cites art. 20.
    #[cfg_attr(feature = "serde", serde(rename = "page_cites_article_20"))]
    PageCitesArticle20,
}

/// The stable code of a [`Notice`], without its fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
#[expect(missing_docs, reason = "each is the notice of the same name")]
pub enum NoticeCode {
    CarriedOver,
    CityAgency,
    TerritoryGrown,
    InheritedProtocol,
    NotPublished,
    DoorNotSigned,
    DoorAlreadySigned,
    NoTermStated,
    #[cfg_attr(feature = "serde", serde(rename = "page_cites_article_20"))]
    PageCitesArticle20,
}

impl Notice {
    /// The whole catalogue, in its order.
    pub const ALL: &'static [NoticeCode] = NoticeCode::ALL;

    /// The stable code of this notice.
    pub const fn code(&self) -> NoticeCode {
        match self {
            Self::CarriedOver { .. } => NoticeCode::CarriedOver,
            Self::CityAgency { .. } => NoticeCode::CityAgency,
            Self::TerritoryGrown { .. } => NoticeCode::TerritoryGrown,
            Self::InheritedProtocol { .. } => NoticeCode::InheritedProtocol,
            Self::NotPublished { .. } => NoticeCode::NotPublished,
            Self::DoorNotSigned { .. } => NoticeCode::DoorNotSigned,
            Self::DoorAlreadySigned { .. } => NoticeCode::DoorAlreadySigned,
            Self::NoTermStated => NoticeCode::NoTermStated,
            Self::PageCitesArticle20 => NoticeCode::PageCitesArticle20,
        }
    }

    /// The source of the rule behind this notice.
    pub const fn citation(&self) -> Citation {
        self.code().citation()
    }

    /// The sentence for a Dutch reader.
    #[rustfmt::skip]
    pub fn dutch(&self) -> String {
        match self {
            Self::CarriedOver { from, to } => format!("de aanvraag van {from} wordt voortgezet voor {to}: het is dezelfde rechtspersoon"),
            Self::CityAgency { municipality } => format!("voor {municipality} treedt het eigen stedelijke agentschap op in de plaats van het agentschap Integratie en Inburgering"),
            Self::TerritoryGrown { protocol, absorbed } => format!("na de validatie van protocol {protocol} is het grondgebied uitgebreid met dat van {}", listing::dutch(absorbed)),
            Self::InheritedProtocol { protocol, concluded_by, without } => format!("de aanvraag steunt op protocol {protocol}, dat door {concluded_by} is gesloten vóór de samenvoeging{}: het moet nog worden nagekeken", without_dutch(without)),
            Self::NotPublished { protocol, by } => format!("protocol {protocol} is van kracht, maar nog niet bekendgemaakt door {}", listing::dutch(by.iter().copied().map(Party::dutch))),
            Self::DoorNotSigned { protocol } => format!("de aanvraag vermeldt een ondertekend protocol, maar protocol {protocol} is nog niet door beide partijen ondertekend"),
            Self::DoorAlreadySigned { protocol } => format!("er wordt een protocol aangevraagd, maar protocol {protocol} is al ondertekend"),
            Self::NoTermStated => "voor een eigen protocol dat bij de ontvangst nog niet ondertekend was, is geen doorlooptijd bepaald: er is geen uiterste dag".into(),
            Self::PageCitesArticle20 => "de rechtsgrond is artikel 46/8 van het decreet van 7 juni 2013; de webpagina van het agentschap vermeldt nog artikel 20".into(),
        }
    }
}

impl fmt::Display for Notice {
    #[rustfmt::skip]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CarriedOver { from, to } => write!(f, "the request of {from} goes on for {to}: it is the same legal person"),
            Self::CityAgency { municipality } => write!(f, "{municipality} is served by its own city agency, in the agency's place"),
            Self::TerritoryGrown { protocol, absorbed } => write!(f, "the territory grew after protocol {protocol} was validated, by that of {}", listing::english(absorbed)),
            Self::InheritedProtocol { protocol, concluded_by, without } => write!(f, "the request relies on protocol {protocol}, which {concluded_by} concluded before the merger{}: it has still to be reviewed", without_english(without)),
            Self::NotPublished { protocol, by } => write!(f, "protocol {protocol} is in force, but has still to be published by {}", listing::english(by)),
            Self::DoorNotSigned { protocol } => write!(f, "the request speaks of a signed protocol, but protocol {protocol} is not yet signed by both parties"),
            Self::DoorAlreadySigned { protocol } => write!(f, "the request asks for a protocol, but protocol {protocol} is signed already"),
            Self::NoTermStated => f.write_str("no term is stated for a custom protocol that was not yet signed at receipt: there is no due day"),
            Self::PageCitesArticle20 => f.write_str("the legal basis is article 46/8 of the decree of 7 June 2013; the agency's page still cites article 20"),
        }
    }
}

impl NoticeCode {
    /// The whole catalogue, in its order.
    pub const ALL: &'static [Self] = &[
        Self::CarriedOver,
        Self::CityAgency,
        Self::TerritoryGrown,
        Self::InheritedProtocol,
        Self::NotPublished,
        Self::DoorNotSigned,
        Self::DoorAlreadySigned,
        Self::NoTermStated,
        Self::PageCitesArticle20,
    ];

    /// The stable text of the code, in `snake_case`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CarriedOver => "carried_over",
            Self::CityAgency => "city_agency",
            Self::TerritoryGrown => "territory_grown",
            Self::InheritedProtocol => "inherited_protocol",
            Self::NotPublished => "not_published",
            Self::DoorNotSigned => "door_not_signed",
            Self::DoorAlreadySigned => "door_already_signed",
            Self::NoTermStated => "no_term_stated",
            Self::PageCitesArticle20 => "page_cites_article_20",
        }
    }

    /// The source of the rule behind the notice.
    pub const fn citation(self) -> Citation {
        match self {
            Self::CarriedOver | Self::TerritoryGrown => citation::DECREE_MERGERS,
            Self::CityAgency => citation::DECREE_25,
            Self::NotPublished => citation::E_GOVERNMENT_8,
            Self::DoorNotSigned | Self::DoorAlreadySigned => citation::PAGE_REQUEST,
            Self::NoTermStated => citation::PAGE_TERM,
            Self::PageCitesArticle20 => citation::PAGE_LEGAL_BASIS,
            Self::InheritedProtocol => citation::LIBRARY_CHOICE,
        }
    }
}

impl fmt::Display for NoticeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
