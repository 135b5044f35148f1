//! The cover note (*begeleidende nota*): what the municipality must know of the list it gets, in Dutch.

use core::fmt;

use chrono::NaiveDate;

use crate::disclosure::handover::Granted;
use crate::language::{dutch_day, section};
use crate::{LegalBasis, Listed, Municipality, Notice, ProtocolId, ProtocolKind, Purposes, RequestId};

/// The note that goes with a list: protocol, request, purposes, day, number of persons, how long the list may be kept,
/// and the page's warning about closed dossiers with its advice. `Display` is the Dutch text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct CoverNote {
    /// The municipality that gets the list.
    pub municipality: Municipality,
    /// The day of delivery.
    pub on: NaiveDate,
    /// The protocol.
    pub protocol: ProtocolId,
    /// The standard protocol or a custom one.
    pub protocol_kind: ProtocolKind,
    /// The request.
    pub request: RequestId,
    /// The day on which the request was received.
    pub received_on: NaiveDate,
    /// The purposes for which the list may be used.
    pub purposes: Purposes,
    /// The legal basis on the day of delivery.
    pub legal_basis: LegalBasis,
    /// The number of persons.
    pub persons: usize,
    /// The last day on which the list may be kept.
    pub kept_until: NaiveDate,
    /// How many rows come from closed dossiers.
    pub closed: ClosedRows,
    /// The notices of the assessment.
    pub notices: Vec<Notice>,
}

/// How many rows of a list come from closed dossiers, as far as that may be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum ClosedRows {
    /// So many.
    Number(usize),
    /// A part of them: the number would tell of some persons whether their dossier is closed, a fourth field.
    Part,
}

impl ClosedRows {
    /// The fewest persons of either kind, among those without attest, with which the number is told.
    pub const LEAST: usize = 5;

    /// The number is told only if, among the rows without attest, those from active and those from closed dossiers each
    /// number at least five.
    pub(crate) fn of(listed: &[Listed]) -> Self {
        let (mut closed, mut closed_without, mut active_without) = (0, 0, 0);
        for person in listed {
            let without_attest = usize::from(!person.flags.attest_obtained);
            if person.basis.is_closed() {
                closed += 1;
                closed_without += without_attest;
            } else {
                active_without += without_attest;
            }
        }
        if closed_without >= Self::LEAST && active_without >= Self::LEAST { Self::Number(closed) } else { Self::Part }
    }
}

impl CoverNote {
    pub(crate) fn of(granted: &Granted<'_>) -> Self {
        let Granted { assessment, protocol, legal_basis, placed } = granted;
        let listed = placed.listed_in(granted.municipality());
        let request = assessment.request();
        Self {
            municipality: granted.municipality(),
            on: placed.on(),
            protocol: protocol.id().clone(),
            protocol_kind: protocol.kind(),
            request: request.id().clone(),
            received_on: request.received_on(),
            purposes: request.purposes(),
            legal_basis: *legal_basis,
            persons: listed.len(),
            kept_until: granted.kept_until(),
            closed: ClosedRows::of(&listed),
            notices: assessment.notices().to_vec(),
        }
    }
}

impl CoverNote {
    /// The heading of the note.
    pub const HEADING: &'static str = "Begeleidende nota bij de lijst van inburgeraars";
    /// The heading of the warning.
    pub const WARNING_HEADING: &'static str = "Let op bij afgesloten dossiers";
    /// The heading of the notices.
    pub const NOTICES_HEADING: &'static str = "Ter aandacht";
    /// What the list holds, and how it may be used.
    pub const USE: &'static str = "De lijst vermeldt voor elke persoon drie gegevens: het rijksregisternummer, of er een \
        inburgeringscontract is ondertekend, en of er een attest van inburgering is behaald. Gebruik de lijst alleen voor \
        de doeleinden hierboven, bewaar ze niet langer dan toegestaan en vernietig ze daarna.";

    /// What the note tells of the delivery, each with its name, in Dutch.
    pub fn details(&self) -> [(&'static str, String); 8] {
        [
            ("Gemeente", format!("{} ({})", self.municipality.name(), self.municipality.code())),
            ("Dag van de mededeling", dutch_day(self.on)),
            ("Aantal personen op de lijst", self.persons.to_string()),
            ("Protocol", format!("{} ({})", self.protocol, self.protocol_kind.dutch())),
            ("Aanvraag", format!("{}, ontvangen op {}", self.request, dutch_day(self.received_on))),
            ("Doeleinden", self.purposes.dutch()),
            ("Rechtsgrond", self.legal_basis.citation().dutch()),
            ("Te bewaren tot en met", dutch_day(self.kept_until)),
        ]
    }

    /// The page's warning about closed dossiers with its advice, in Dutch.
    pub fn warning(&self) -> String {
        let who = match self.closed {
            ClosedRows::Number(number) => format!("{number} personen op deze lijst hebben alleen afgesloten dossiers"),
            // NOTE: "misschien", since it may be nobody or everybody; which of these it is may not be told.
            ClosedRows::Part => {
                "Een deel van de personen op deze lijst heeft misschien alleen afgesloten dossiers".into()
            }
        };
        format!(
            "{who}. Na het afsluiten volgt het agentschap een verhuizing niet meer op: wie \
             intussen elders woont, kan nog op de lijst staan. Zoek daarom zelf op waar deze personen nu wonen, met het \
             rijksregisternummer. Doe dat zeker voor wie het attest lang geleden behaalde, en voor wie zich lang geleden \
             aanmeldde of een contract ondertekende: ook zonder attest kan het dossier afgesloten zijn. Wie nog een \
             traject volgt, was op {} in uw gemeente ingeschreven.",
            dutch_day(self.on)
        )
    }
}

impl fmt::Display for CoverNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n", Self::HEADING)?;
        self.details().iter().try_for_each(|(name, detail)| writeln!(f, "{name}: {detail}"))?;
        writeln!(f, "\n{}\n\n{}. {}", Self::USE, Self::WARNING_HEADING, self.warning())?;
        section(f, &format!("\n{}:", Self::NOTICES_HEADING), self.notices.iter().map(Notice::dutch))
    }
}
