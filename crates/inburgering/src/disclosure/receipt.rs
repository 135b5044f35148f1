//! The receipt of a delivery, for the agency's log: who, which data, when, why.
//!
//! E-government decree of 18 July 2008, art. 8 §1, 13° ([`E_GOVERNMENT_8_13`](crate::citation::E_GOVERNMENT_8_13)).

#[cfg(feature = "serde")]
mod reading;

use core::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::disclosure::digest::{Digest, DigestKey, KeyId};
use crate::disclosure::handover::{Granted, Handover};
use crate::disclosure::list::DisclosureList;
use crate::disclosure::version::{DayVersion, LibraryVersion, TableVersion};
use crate::municipality::TABLE_VERSION;
use crate::{
    Brussels, Calendar, Caseload, ClosedRule, Counts, InheritedProtocol, LegalBasis, ListRules, Municipality, Operator,
    Placed, ProtocolId, Purposes, RequestId, Requester, UnreadableRows, YearRule,
};

/// The version of the rules of this library: the day on which their sources were last read.
pub const RULES_VERSION: &str = "2026-11-23";

/// What the agency keeps of a delivery. It holds no register number.
///
/// With the feature `serde` it can be written, and read back if its parts do not contradict each other: the counts add up,
/// the days are in order, and by the rules and tables of the same version the legal basis and the municipality are those of
/// the day.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "reading::Parts"))]
#[non_exhaustive]
pub struct Receipt {
    /// Who asked.
    pub requester: Requester,
    /// Who delivered.
    pub operator: Operator,
    /// The instant of delivery.
    pub delivered_at: DateTime<FixedOffset>,
    /// The request.
    pub request: RequestId,
    /// The day on which the request was received.
    pub received_on: NaiveDate,
    /// The protocol.
    pub protocol: ProtocolId,
    /// Why: the purposes of the request.
    pub purposes: Purposes,
    /// Why: the legal basis on the day.
    pub legal_basis: LegalBasis,
    /// The municipality that got the list.
    pub municipality: Municipality,
    /// The day of delivery on which the persons were placed.
    pub on: NaiveDate,
    /// The last day on which the municipality may keep the list.
    pub kept_until: NaiveDate,
    /// Every option that was in force.
    pub options: ReceiptOptions,
    /// The versions of what the answers rest on.
    pub versions: Versions,
    /// How many persons.
    pub counts: ReceiptCounts,
    /// Which data: the keyed digests of the inputs and of the list.
    pub digests: Digests,
}

/// The options under which a list was made.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ReceiptOptions {
    /// How persons were placed whose every dossier was closed.
    pub closed: ClosedRule,
    /// Whether Brussels was allowed.
    pub brussels: Brussels,
    /// What was done with rows that cannot be read.
    pub unreadable_rows: UnreadableRows,
    /// What "once a year" meant.
    pub year: YearRule,
    /// Whether a predecessor's protocol was good enough.
    pub inherited: InheritedProtocol,
    /// The calendar of the term, with the user's own closing days.
    pub calendar: Calendar,
}

impl ReceiptOptions {
    /// The options under which the persons were placed, and have to be placed again for a recall.
    pub const fn rules(&self) -> ListRules {
        ListRules { closed: self.closed, brussels: self.brussels }
    }
}

/// The versions of the rules and tables, each of a form that leaves no room for a register number.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Versions {
    /// The library.
    pub library: LibraryVersion,
    /// The rules.
    pub rules: DayVersion,
    /// The table of municipalities.
    pub municipalities: TableVersion,
    /// The calendars.
    pub calendar: DayVersion,
}

impl Versions {
    /// Those of this library.
    pub fn own() -> Self {
        Self {
            library: LibraryVersion::own(env!("CARGO_PKG_VERSION")),
            rules: DayVersion::own(RULES_VERSION),
            municipalities: TableVersion::own(TABLE_VERSION),
            calendar: DayVersion::own(Calendar::version()),
        }
    }
}

/// The English words: `library 0.1.0, rules of 2025-12-31, REFNIS 2025-01-01, calendars of 2025-12-31`.
impl fmt::Display for Versions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [library, rules] = [self.library.as_str(), self.rules.as_str()];
        let [municipalities, calendar] = [self.municipalities.as_str(), self.calendar.as_str()];
        write!(f, "library {library}, rules of {rules}, {municipalities}, calendars of {calendar}")
    }
}

/// The counts of a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ReceiptCounts {
    /// The persons on the list.
    pub listed: usize,
    /// Of these: placed by closed dossiers.
    pub closed: usize,
    /// Of these: closed, while their residence on the day is in another municipality.
    pub closed_residing_elsewhere: usize,
    /// Of the whole caseload on the day: each answer and each reason.
    pub caseload: Counts,
    /// Rows that were set aside of which a register number could not be read.
    pub rows_without_number: usize,
}

/// The keyed digests of a receipt: HMAC-SHA-256 under the key with this id.
///
/// The digest of a table is that of its rows as they were read, in whatever order they came.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Digests {
    /// The id of the key.
    pub key: KeyId,
    /// The dossiers.
    pub dossiers: Digest,
    /// The residences.
    pub residences: Digest,
    /// The deaths.
    pub deaths: Digest,
    /// The replaced numbers.
    pub replacements: Digest,
    /// The rows that were set aside: whom they name, and what is wrong where.
    pub set_aside: Digest,
    /// The list, as CSV.
    pub list: Digest,
}

impl Receipt {
    pub(crate) fn of(granted: &Granted<'_>, handover: Handover<'_>, list: &DisclosureList) -> Self {
        let Granted { assessment, protocol, legal_basis, placed } = granted;
        let (request, options, caseload) = (assessment.request(), assessment.options(), placed.caseload());
        let municipality = granted.municipality();
        let listed = placed.listed_in(municipality);
        Self {
            requester: request.requester().clone(),
            operator: handover.operator.clone(),
            delivered_at: handover.delivered_at,
            request: request.id().clone(),
            received_on: request.received_on(),
            protocol: protocol.id().clone(),
            purposes: request.purposes(),
            legal_basis: *legal_basis,
            municipality,
            on: placed.on(),
            kept_until: granted.kept_until(),
            options: ReceiptOptions {
                closed: placed.rules().closed,
                brussels: placed.rules().brussels,
                unreadable_rows: caseload.unreadable_rows(),
                year: options.year,
                inherited: options.inherited,
                calendar: options.calendar.clone(),
            },
            versions: Versions::own(),
            counts: ReceiptCounts {
                listed: listed.len(),
                closed: listed.iter().filter(|person| person.basis.is_closed()).count(),
                closed_residing_elsewhere: placed.closed_residing_elsewhere(municipality),
                caseload: placed.counts().clone(),
                rows_without_number: caseload.rows_without_number(),
            },
            digests: Digests::of(caseload, list, handover.key),
        }
    }
}

impl Digests {
    /// The digests of the persons' inputs, and of the list that they give the municipality.
    pub fn of_placed(placed: &Placed, municipality: Municipality, key: &DigestKey) -> Self {
        Self::of(placed.caseload(), &DisclosureList::of(placed.eligible_in(municipality)), key)
    }

    pub(crate) fn of(caseload: &Caseload, list: &DisclosureList, key: &DigestKey) -> Self {
        let fingerprint = caseload.fingerprint();
        Self {
            key: key.id().clone(),
            dossiers: key.digest("dossiers", &fingerprint.dossiers),
            residences: key.digest("residences", &fingerprint.residences),
            deaths: key.digest("deaths", &fingerprint.deaths),
            replacements: key.digest("replacements", &fingerprint.replacements),
            set_aside: key.digest("set_aside", &fingerprint.set_aside),
            list: key.digest("list", list.to_csv().as_bytes()),
        }
    }

    /// Each digest with the name of what it is of.
    pub fn named(&self) -> [(&'static str, Digest); 6] {
        [
            ("dossiers", self.dossiers),
            ("residences", self.residences),
            ("deaths", self.deaths),
            ("replacements", self.replacements),
            ("set_aside", self.set_aside),
            ("list", self.list),
        ]
    }
}
