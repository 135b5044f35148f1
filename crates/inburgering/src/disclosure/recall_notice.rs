//! The notice of a recall (*rechtzetting*): what a municipality is told to do with its list, and no cause.
//!
//! A notice discloses too. Rectification and erasure are told to whoever got the data (Regulation (EU) 2016/679, art. 19):
//! numbers to delete on any day, wrong flags as long as the list may be kept. A person who was missed is disclosed for the
//! first time, so only while the list may be kept, and on a protocol that is in force that day and covers the purposes of
//! the request (page, "Protocol"). What may not be said is withheld, and the agency is told so. Leaves out to give it: see
//! the archive.

use core::fmt;

use chrono::NaiveDate;

use crate::disclosure::digest::{Digest, DigestKey};
use crate::disclosure::list::DisclosureRow;
use crate::disclosure::recall::{CorrectionKind, Recall, flags_in_words};
use crate::language::{dutch_day, section};
use crate::{Flags, Insz, Municipality, MunicipalityError, Register, RequestId, Standing};

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
    /// Numbers to delete.
    pub delete: Vec<Insz>,
    /// Rows to add.
    pub add: Vec<DisclosureRow>,
    /// Rows whose flags are put right.
    pub correct: Vec<DisclosureRow>,
    /// What it does not say, and why: for the agency, in no text or file of the notice.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub withheld: Vec<Withheld>,
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
    /// No protocol that covers the purposes is in force on the day, so nobody is disclosed for the first time.
    NoProtocol {
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
            Self::NoProtocol { .. } => "no_protocol",
        }
    }

    /// How many rows are withheld.
    pub const fn rows(&self) -> usize {
        match self {
            Self::NoLongerKept { rows, .. } | Self::NoProtocol { rows, .. } => *rows,
        }
    }

    /// The sentence for a Dutch reader.
    pub fn dutch(&self) -> String {
        match self {
            Self::NoLongerKept { kept_until, rows } => {
                format!("{}: de lijst mocht bewaard worden tot en met {}", untold(*rows), dutch_day(*kept_until))
            }
            Self::NoProtocol { municipality, rows } => format!(
                "{}: {} ({}) heeft geen geldend protocol voor deze doeleinden",
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
                write!(f, "{}: the list could be kept until {kept_until}", rows(count))
            }
            Self::NoProtocol { municipality, rows: count } => {
                write!(f, "{}: {municipality} has no protocol in force for these purposes", rows(count))
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
    /// The day lies outside the table of municipalities.
    #[error(transparent)]
    Municipality(#[from] MunicipalityError),
}

impl Recall {
    /// The notice for the municipality, as far as it may be given on the day.
    ///
    /// # Errors
    /// [`RecallNoticeError`].
    pub fn notice(&self, given_on: NaiveDate, protocols: &Register) -> Result<RecallNotice, RecallNoticeError> {
        let Self { request, municipality: delivered_to, on, purposes, kept_until, corrections } = self;
        if given_on < *on {
            return Err(RecallNoticeError::BeforeDelivery { on: *on, given_on });
        }
        let municipality = delivered_to.current(given_on)?;
        let (mut delete, mut add, mut correct) = (Vec::new(), Vec::new(), Vec::new());
        for correction in corrections {
            match correction.kind {
                CorrectionKind::WronglyDisclosed => delete.push(correction.number),
                CorrectionKind::Missed(row) => add.push(row),
                CorrectionKind::WrongFlags(row) => correct.push(row),
            }
        }
        let mut withheld = Vec::new();
        // Rows are told only while the list may be kept.
        if given_on > *kept_until {
            let rows = add.len() + correct.len();
            (add, correct) = (Vec::new(), Vec::new());
            if rows > 0 {
                withheld.push(Withheld::NoLongerKept { kept_until: *kept_until, rows });
            }
        }
        // Nobody is disclosed for the first time but on a protocol in force, for its purposes (page, "Protocol").
        if !add.is_empty() {
            let standing = protocols.standing(municipality, given_on)?;
            let covers = |standing| match standing {
                Standing::InForce { protocol, .. } => purposes.is_within(protocol.purposes()),
                _ => false,
            };
            if !covers(standing) {
                let rows = core::mem::take(&mut add).len();
                withheld.push(Withheld::NoProtocol { municipality, rows });
            }
        }
        let (request, delivered_to, on, kept_until) = (request.clone(), *delivered_to, *on, *kept_until);
        Ok(RecallNotice {
            request,
            municipality,
            delivered_to,
            on,
            given_on,
            kept_until,
            delete,
            add,
            correct,
            withheld,
        })
    }
}

impl RecallNotice {
    /// Whether it says nothing: nothing was wrong, or nothing of it may be said.
    pub fn is_empty(&self) -> bool {
        self.delete.is_empty() && self.add.is_empty() && self.correct.is_empty()
    }

    /// The keyed digest of what it says: whose list, on which days, which rows.
    pub fn digest(&self, key: &DigestKey) -> Digest {
        let Self { request, municipality, on, given_on, .. } = self;
        let head = [request.to_string(), municipality.code().to_string(), on.to_string(), given_on.to_string()];
        let deleted = self.delete.iter().map(|number| format!("delete;{number}"));
        let row = |what, row: &DisclosureRow| format!("{what};{}", row.cells().join(";"));
        let added = self.add.iter().map(|one| row("add", one));
        let corrected = self.correct.iter().map(|one| row("correct", one));
        let lines: Vec<String> = head.into_iter().chain(deleted).chain(added).chain(corrected).collect();
        key.digest("recall notice", lines.join("\n").as_bytes())
    }
}

impl fmt::Display for RecallNotice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { request, municipality, delivered_to, on, given_on, kept_until, delete, add, correct, withheld } =
            self;
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
            let was_right = if withheld.is_empty() { "De lijst was juist; u" } else { "U" };
            return writeln!(f, "{was_right} hoeft niets te doen.");
        }
        let row = |row: &DisclosureRow| {
            let flags = Flags { contract_signed: row.contract_signed(), attest_obtained: row.attest_obtained() };
            format!("{} ({})", row.insz(), flags_in_words(flags))
        };
        section(
            f,
            "Schrap deze nummers, op de lijst en overal waar u ze hebt overgenomen:",
            delete.iter().map(Insz::to_string),
        )?;
        section(f, "Voeg deze rijen toe:", add.iter().map(row))?;
        section(f, "Verbeter deze rijen; zo zijn ze juist:", correct.iter().map(row))?;
        let last = dutch_day(*kept_until);
        if given_on > kept_until {
            writeln!(f, "\nU mocht de lijst bewaren tot en met {last}: ook al de rest ervan moet gewist zijn.")
        } else {
            writeln!(f, "\nU mag de lijst, zo rechtgezet, bewaren tot en met {last}.")
        }
    }
}
