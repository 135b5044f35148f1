//! The notice of a recall (*rechtzetting*): what a municipality is told to do with its list, and no cause.
//!
//! A notice discloses too. Rectification and erasure are told to whoever got the data (Regulation (EU) 2016/679, art. 19):
//! numbers to delete on any day; wrong flags, and another number of who is held already, as long as the list may be kept. A
//! person who was missed is disclosed for the first time: only while the list may be kept, only if they are listed there
//! on the day of the notice, and on a protocol in force that day for the purposes of the request (page, "Protocol").
//! What may not be said is withheld, and the agency is told so. Leaves out to give it: see the archive.

use core::fmt;

use chrono::NaiveDate;

use crate::disclosure::digest::{Digest, DigestKey};
use crate::disclosure::list::DisclosureRow;
use crate::disclosure::recall::{CorrectionKind, Recall};
use crate::language::{dutch_day, section};
use crate::{
    InheritedProtocol, Insz, Municipality, MunicipalityError, Protocol, ProtocolId, Register, RequestId, Standing,
};

/// The notice of a recall for the municipality: what to do with the list, and no cause.
///
/// `Display` is the Dutch text, which shows the numbers; `Debug` does not.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct RecallNotice {
    /// The request whose list is put right.
    pub request: RequestId,
    /// The municipality that is told: the one that got the list, or the one that it has become by the day of the notice.
    pub municipality: Municipality,
    /// The municipality that got the list.
    pub delivered_to: Municipality,
    /// The day of the delivery.
    pub on: NaiveDate,
    /// The day of the notice.
    pub given_on: NaiveDate,
    /// The last day on which the list may be kept.
    pub kept_until: NaiveDate,
    /// The protocol on which persons are disclosed for the first time, if any are.
    pub protocol: Option<ProtocolId>,
    /// Numbers to delete.
    pub delete: Vec<Insz>,
    /// Numbers to replace: the person is rightly on the list, under another number.
    pub renumber: Vec<Renumbering>,
    /// Rows to add.
    pub add: Vec<DisclosureRow>,
    /// Rows whose flags are put right.
    pub correct: Vec<DisclosureRow>,
    /// What it does not say, and why: for the agency, in no text or file of the notice.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub withheld: Vec<Withheld>,
}

/// A number of the list that is to be replaced by another of the same person.
///
/// `Debug` shows no register number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Renumbering {
    /// The number that the municipality holds.
    pub old: Insz,
    /// The right row.
    pub row: DisclosureRow,
}

/// What a notice does not say, and why. `Display` is the English sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Withheld {
    /// The list may no longer be kept, so no row of it is told.
    NoLongerKept {
        /// The last day on which it could be kept.
        kept_until: NaiveDate,
        /// How many rows would have been added or corrected.
        rows: usize,
    },
    /// On the day of the notice they are not on the municipality's list, so they are not disclosed to it.
    NotThere {
        /// The municipality.
        municipality: Municipality,
        /// How many rows would have been added.
        rows: usize,
    },
    /// No protocol that covers the purposes is in force on the day, so nobody is disclosed for the first time.
    NoProtocol {
        /// The municipality.
        municipality: Municipality,
        /// How many rows would have been added.
        rows: usize,
    },
    /// The only protocol that covers the purposes was inherited, and the delivery accepted none that is.
    ProtocolInherited {
        /// The municipality.
        municipality: Municipality,
        /// How many rows would have been added.
        rows: usize,
    },
}

impl Withheld {
    /// The stable code, in `snake_case`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoLongerKept { .. } => "no_longer_kept",
            Self::NotThere { .. } => "not_there",
            Self::NoProtocol { .. } => "no_protocol",
            Self::ProtocolInherited { .. } => "protocol_inherited",
        }
    }

    /// How many rows are withheld.
    pub const fn rows(&self) -> usize {
        match self {
            Self::NoLongerKept { rows, .. }
            | Self::NotThere { rows, .. }
            | Self::NoProtocol { rows, .. }
            | Self::ProtocolInherited { rows, .. } => *rows,
        }
    }

    /// The sentence for a Dutch reader.
    pub fn dutch(&self) -> String {
        match self {
            Self::NoLongerKept { kept_until, rows } => {
                format!("{}: de lijst mocht bewaard worden tot en met {}", untold(*rows), dutch_day(*kept_until))
            }
            Self::NotThere { municipality, rows } => format!(
                "{}: op de dag van de rechtzetting niet op de lijst van {} ({})",
                untold(*rows),
                municipality.name(),
                municipality.code()
            ),
            Self::NoProtocol { municipality, rows } => format!(
                "{}: {} ({}) heeft geen geldend protocol voor deze doeleinden",
                untold(*rows),
                municipality.name(),
                municipality.code()
            ),
            Self::ProtocolInherited { municipality, rows } => format!(
                "{}: {} ({}) heeft alleen een protocol van een voorganger, dat nog na te kijken is",
                untold(*rows),
                municipality.name(),
                municipality.code()
            ),
        }
    }
}

fn untold(rows: usize) -> String {
    match rows {
        1 => "1 rij niet meegedeeld".into(),
        rows => format!("{rows} rijen niet meegedeeld"),
    }
}

impl fmt::Display for Withheld {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = |rows: &usize| format!("{rows} {} withheld", if *rows == 1 { "row" } else { "rows" });
        match self {
            Self::NoLongerKept { kept_until, rows: count } => {
                write!(f, "{}: the list could be kept up to and including {kept_until}", rows(count))
            }
            Self::NotThere { municipality, rows: count } => {
                write!(f, "{}: on the day of the notice not on the list of {municipality}", rows(count))
            }
            Self::NoProtocol { municipality, rows: count } => {
                write!(f, "{}: {municipality} has no protocol in force for these purposes", rows(count))
            }
            Self::ProtocolInherited { municipality, rows: count } => {
                write!(f, "{}: {municipality} has a predecessor's protocol only, which needs review", rows(count))
            }
        }
    }
}

/// Why there is no notice for the day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RecallNoticeError {
    /// The day is before that of the delivery.
    #[error("the list was delivered on {on}, and a notice on {given_on} was asked; give that day or a later one")]
    BeforeDelivery {
        /// The day of the delivery.
        on: NaiveDate,
        /// The day that was given.
        given_on: NaiveDate,
    },
    /// The day lies outside the horizon.
    #[error(transparent)]
    Municipality(#[from] MunicipalityError),
}

impl Recall {
    /// The notice for the municipality, as far as it may be given on the day, by the same corrected inputs.
    ///
    /// # Errors
    /// [`RecallNoticeError`].
    pub fn notice(&self, given_on: NaiveDate, protocols: &Register) -> Result<RecallNotice, RecallNoticeError> {
        let municipality = self.municipality.current(given_on)?;
        let covers = |protocol: &&Protocol| self.purposes.is_within(protocol.purposes());
        let (own, inherited) = match protocols.standing(municipality, given_on)? {
            Standing::InForce { protocol, .. } => (Some(protocol).filter(covers), None),
            Standing::Inherited { protocols: inherited, .. } | Standing::Pending { inherited, .. } => {
                (None, inherited.into_iter().find(covers))
            }
            _ => (None, None),
        };
        let accepted = inherited.filter(|_| self.inherited == InheritedProtocol::Accepted);
        let mut notice = self.found_again(given_on, own.or(accepted).map(Protocol::id))?;
        for withheld in &mut notice.withheld {
            if let (Withheld::NoProtocol { municipality, rows }, Some(_)) = (&*withheld, inherited) {
                *withheld = Withheld::ProtocolInherited { municipality: *municipality, rows: *rows };
            }
        }
        Ok(notice)
    }

    /// The notice as it was given on this protocol, whatever a register says now; without one, nobody was disclosed for the
    /// first time.
    ///
    /// # Errors
    /// [`RecallNoticeError`].
    #[doc(hidden)]
    pub fn found_again(
        &self,
        given_on: NaiveDate,
        protocol: Option<&ProtocolId>,
    ) -> Result<RecallNotice, RecallNoticeError> {
        let (on, kept_until) = (self.on, self.kept_until);
        if given_on < on {
            return Err(RecallNoticeError::BeforeDelivery { on, given_on });
        }
        let municipality = self.municipality.current(given_on)?;
        let today = self.corrected.0.place(given_on, self.rules);
        let today = today.map_err(|error| MunicipalityError::OutsideTable { on: error.on })?;
        let mut notice = RecallNotice {
            request: self.request.clone(),
            municipality,
            delivered_to: self.municipality,
            on,
            given_on,
            kept_until,
            protocol: None,
            delete: Vec::new(),
            renumber: Vec::new(),
            add: Vec::new(),
            correct: Vec::new(),
            withheld: Vec::new(),
        };
        let may_be_kept = given_on <= kept_until;
        let replaced: Vec<Insz> = self.corrections.iter().filter_map(|correction| correction.instead_of).collect();
        let (mut no_longer_kept, mut not_there, mut no_protocol) = (0, 0, 0);
        for correction in &self.corrections {
            let number = correction.number;
            match (correction.kind, correction.instead_of) {
                // Part of "another number of who is held already".
                (CorrectionKind::WronglyDisclosed, _) if may_be_kept && replaced.contains(&number) => {}
                // "Numbers to delete on any day."
                (CorrectionKind::WronglyDisclosed, _) => notice.delete.push(number),
                // "As long as the list may be kept."
                (CorrectionKind::WrongFlags(_) | CorrectionKind::Missed(_), _) if !may_be_kept => no_longer_kept += 1,
                (CorrectionKind::WrongFlags(row), _) => notice.correct.push(row),
                (CorrectionKind::Missed(row), Some(old)) => notice.renumber.push(Renumbering { old, row }),
                // "Only if they are listed there on the day of the notice."
                (CorrectionKind::Missed(_), None)
                    if today.answer(number).ok().and_then(|answer| answer.municipality()) != Some(municipality) =>
                {
                    not_there += 1;
                }
                // "On a protocol in force that day for the purposes of the request."
                (CorrectionKind::Missed(row), None) => match protocol {
                    Some(protocol) => {
                        notice.add.push(row);
                        notice.protocol = Some(protocol.clone());
                    }
                    None => no_protocol += 1,
                },
            }
        }
        let withheld = [
            Withheld::NoLongerKept { kept_until, rows: no_longer_kept },
            Withheld::NotThere { municipality, rows: not_there },
            Withheld::NoProtocol { municipality, rows: no_protocol },
        ];
        notice.withheld = withheld.into_iter().filter(|withheld| withheld.rows() > 0).collect();
        Ok(notice)
    }
}

impl RecallNotice {
    /// Whether it says nothing: nothing was wrong, or nothing of it may be said.
    pub fn is_empty(&self) -> bool {
        self.delete.is_empty() && self.renumber.is_empty() && self.add.is_empty() && self.correct.is_empty()
    }

    /// The keyed digest of what it says: whose list, on which days, which rows.
    pub fn digest(&self, key: &DigestKey) -> Digest {
        let Self { request, municipality, on, given_on, .. } = self;
        let head = [request.to_string(), municipality.code().to_string(), on.to_string(), given_on.to_string()];
        let deleted = self.delete.iter().map(|number| format!("delete;{number}"));
        let row = |what, row: &DisclosureRow| format!("{what};{}", row.cells().join(";"));
        let renumbered = self.renumber.iter().map(|one| format!("renumber;{};{}", one.old, one.row.cells().join(";")));
        let added = self.add.iter().map(|one| row("add", one));
        let corrected = self.correct.iter().map(|one| row("correct", one));
        let lines: Vec<String> =
            head.into_iter().chain(deleted).chain(renumbered).chain(added).chain(corrected).collect();
        key.digest("recall notice", lines.join("\n").as_bytes())
    }
}

impl fmt::Display for RecallNotice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { request, municipality, delivered_to, on, given_on, kept_until, .. } = self;
        let Self { delete, renumber, add, correct, .. } = self;
        let named = |one: &Municipality| format!("{} ({})", one.name(), one.code());
        writeln!(f, "Rechtzetting van de lijst van inburgeraars\n")?;
        writeln!(f, "Gemeente: {}", named(municipality))?;
        if delivered_to != municipality {
            writeln!(f, "De lijst ging naar: {}", named(delivered_to))?;
        }
        writeln!(f, "Aanvraag: {request}")?;
        writeln!(f, "Dag van de mededeling: {}", dutch_day(*on))?;
        writeln!(f, "Dag van deze rechtzetting: {}\n", dutch_day(*given_on))?;
        if self.is_empty() {
            writeln!(f, "Er is voor u niets recht te zetten op deze lijst.")?;
        }
        let row = |row: &DisclosureRow| format!("{} ({})", row.insz(), row.flags().in_dutch());
        let day = dutch_day(*on);
        section(
            f,
            "Schrap deze nummers van deze lijst, en overal waar u ze uit deze lijst hebt overgenomen:",
            delete.iter().map(Insz::to_string),
        )?;
        section(
            f,
            "Vervang deze nummers, op dezelfde plaatsen:",
            renumber.iter().map(|one| format!("{} wordt {}", one.old, row(&one.row))),
        )?;
        section(f, &format!("Voeg deze rijen toe, zoals ze op {day} waren:"), add.iter().map(row))?;
        section(f, &format!("Verbeter deze rijen; dit is de juiste stand op {day}:"), correct.iter().map(row))?;
        if !delete.is_empty() {
            writeln!(
                f,
                "\nDit gaat alleen over deze lijst. Op een andere lijst die u mag bewaren, blijft een nummer staan, tenzij \
                 u ook van die lijst een rechtzetting krijgt."
            )?;
        }
        let last = dutch_day(*kept_until);
        if given_on > kept_until {
            writeln!(f, "\nU mocht de lijst bewaren tot en met {last}: ook de rest van de lijst moet dus gewist zijn.")
        } else {
            writeln!(f, "\nU mag de lijst, zo rechtgezet, bewaren tot en met {last}.")
        }
    }
}
