//! The participant's own question (*inzage*): to whom was I disclosed, when, why?
//!
//! Regulation (EU) 2016/679 (GDPR, in Dutch AVG), art. 15, as far as the lists go: the recipients, the purposes, the
//! data, how long they may be kept. What else that article asks for, the agency adds itself.

use core::fmt;
use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};
use inburgering::language::dutch_day;
use inburgering::{
    Caseload, DigestKey, DisclosureRow, Flags, Insz, LegalBasis, Municipality, ProtocolId, Purposes, RecallNotice,
    Renumbering, RequestId,
};

use crate::entry::{DeliveryState, LoggedDelivery};
use crate::log::{DisclosureLog, LogError};
use crate::notice_receipt::LoggedNotice;
use crate::originals::{Told, Untold, Wanted, with_each};
use crate::recalls::InDutch;

/// How a person was disclosed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DisclosedBy {
    /// On the list that was delivered.
    List,
    /// In a notice: a number to delete.
    Deletion,
    /// In a notice: a number of theirs that takes the place of another on the list.
    Renumbering,
    /// In a notice: a row to add.
    Addition,
    /// In a notice: a row whose flags are put right.
    Correction,
}

impl DisclosedBy {
    /// Every way.
    pub const ALL: [Self; 5] = [Self::List, Self::Deletion, Self::Renumbering, Self::Addition, Self::Correction];

    /// The stable text, in `snake_case`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Deletion => "deletion",
            Self::Renumbering => "renumbering",
            Self::Addition => "addition",
            Self::Correction => "correction",
        }
    }
}

/// The stable text ([`DisclosedBy::as_str`]).
impl fmt::Display for DisclosedBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A list or a notice in which a person stood: who got it, when, why, and what it said of the person.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Disclosed {
    /// The number of the delivery in the log.
    pub delivery: u64,
    /// Whether the list is known to have been delivered, or only may have been.
    pub state: DeliveryState,
    /// On the list, or in a notice on it.
    pub by: DisclosedBy,
    /// The number of the notice's entry, if it was one.
    pub notice: Option<u64>,
    /// The municipality that got it: the list, or the notice.
    pub municipality: Municipality,
    /// The municipality that got the list.
    pub listed_to: Municipality,
    /// The instant at which it got it.
    pub delivered_at: DateTime<FixedOffset>,
    /// The day of the list.
    pub listed_on: NaiveDate,
    /// The request.
    pub request: RequestId,
    /// The protocol on which the person was disclosed for the first time: that of the list, or of the addition.
    pub protocol: ProtocolId,
    /// Why: the purposes.
    pub purposes: Purposes,
    /// Why: the legal basis of that.
    pub legal_basis: LegalBasis,
    /// The last day on which the municipality may keep it.
    pub kept_until: NaiveDate,
    /// The number under which the person stood in it.
    pub number: Insz,
    /// What it said of contract and attest; nothing where the number was to be deleted or replaced.
    pub flags: Option<Flags>,
}

/// The answer to a person's question to whom they were disclosed.
///
/// `Debug` shows no register number.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Disclosures {
    /// Every number of the person: those that were asked for, and those that the inputs tie to them. Ascending.
    pub numbers: Vec<Insz>,
    /// The lists on which the person stood and the notices that named them, in the order of the deliveries.
    pub disclosed: Vec<Disclosed>,
    /// The deliveries of which it cannot be told, or of which a notice cannot be, with why.
    pub untold: Vec<(LoggedDelivery, Untold)>,
}

/// The answer as a letter in Dutch; `Display` is its text, which shows the numbers.
#[derive(Debug, Clone, Copy)]
pub struct Letter<'a>(&'a Disclosures);

impl Disclosures {
    /// The answer as a letter in Dutch.
    pub const fn letter(&self) -> Letter<'_> {
        Letter(self)
    }
}

/// The lists on which a person stood and the notices that named them, by any of the person's numbers: those given, and
/// those that the archived inputs tie to them ([`Numbers::tied_to`](inburgering::Numbers::tied_to)) on the day of a
/// delivery.
///
/// Give every number that the person has or had, by what is known today, and no other: older inputs may not know that one
/// became the other. For `originals` and `keys` see [`recall_all`](crate::recall_all); where numbers are tied to others, an
/// original may be asked for twice.
///
/// # Errors
/// [`LogError`]. That of a delivery nothing can be told is no error.
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::{Caseload, DigestKey, Insz};
/// use inburgering_archive::{DisclosureLog, LogError, disclosures_of};
///
/// /// The answer to a question of today, by what is known today and by the inputs of each delivery.
/// fn answer(
///     number: Insz,
///     today: &Caseload,
///     on: NaiveDate,
///     log: &DisclosureLog,
///     read: impl FnMut(&str) -> Option<Caseload>,
///     keys: &[DigestKey],
/// ) -> Result<String, LogError> {
///     let mut read = read;
///     let numbers = today.person(number).map_or(vec![number], |person| person.numbers().tied_to(number, on));
///     let found = disclosures_of(&numbers, log, |wanted| read(&wanted.name()), keys)?;
///     Ok(found.letter().to_string())
/// }
/// ```
pub fn disclosures_of(
    numbers: &[Insz],
    log: &DisclosureLog,
    mut originals: impl FnMut(&Wanted<'_>) -> Option<Caseload>,
    keys: &[DigestKey],
) -> Result<Disclosures, LogError> {
    let mut deliveries = log.trusted(keys)?;
    deliveries.retain(LoggedDelivery::is_live);
    // A number that one delivery's inputs tie to the person may stand on the list of another.
    let tied = with_each(&deliveries, keys, &mut originals, |delivery, told| {
        let Ok(told) = told else { return Vec::new() };
        let inputs = core::iter::once(&told.original).chain(told.notices.iter().map(|(_, corrected)| corrected));
        let persons = inputs.flat_map(|placed| {
            numbers.iter().filter_map(|&number| Some((number, placed.caseload().person(number)?.numbers())))
        });
        persons.flat_map(|(number, of)| of.tied_to(number, delivery.receipt.on)).collect::<Vec<Insz>>()
    });
    let mut numbers: Vec<Insz> = numbers.iter().copied().chain(tied.into_iter().flatten()).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let told = with_each(&deliveries, keys, &mut originals, |delivery, told| match told {
        Ok(told) => (named(delivery, told, &numbers), told.then.clone()),
        Err(untold) => (Vec::new(), Some(untold)),
    });
    let (mut disclosed, mut untold) = (Vec::new(), Vec::new());
    for (delivery, (rows, why)) in deliveries.into_iter().zip(told) {
        disclosed.extend(rows);
        untold.extend(why.map(|why| (delivery, why)));
    }
    Ok(Disclosures { numbers, disclosed, untold })
}

/// Where a list or the notices on it name any of these numbers.
fn named(delivery: &LoggedDelivery, told: &Told, numbers: &[Insz]) -> Vec<Disclosed> {
    let municipality = delivery.receipt.municipality;
    let listed = told.original.eligible_in(municipality).filter(|listed| numbers.contains(&listed.number));
    let on_list =
        listed.map(|listed| disclosed(delivery, None, DisclosedBy::List, (listed.number, Some(listed.flags))));
    let mut all: Vec<Disclosed> = on_list.collect();
    for (logged, (notice, _)) in delivery.notices.iter().zip(&told.notices) {
        let RecallNotice { delete, renumber, add, correct, .. } = notice;
        let row = |by: DisclosedBy, row: &DisclosureRow| (by, row.insz(), Some(row.flags()));
        let deleted = delete.iter().map(|&number| (DisclosedBy::Deletion, number, None));
        let added = add.iter().map(|one| row(DisclosedBy::Addition, one));
        let corrected = correct.iter().map(|one| row(DisclosedBy::Correction, one));
        let rows = deleted.chain(added).chain(corrected).filter(|(_, number, _)| numbers.contains(number));
        // Whoever has the old number alone is not shown the other: it could be somebody else's after all.
        let renumbered = renumber.iter().filter_map(|one: &Renumbering| {
            if numbers.contains(&one.row.insz()) {
                Some(row(DisclosedBy::Renumbering, &one.row))
            } else {
                numbers.contains(&one.old).then_some((DisclosedBy::Renumbering, one.old, None))
            }
        });
        let rows = rows.chain(renumbered);
        all.extend(rows.map(|(by, number, flags)| disclosed(delivery, Some(logged), by, (number, flags))));
    }
    all
}

fn disclosed(
    delivery: &LoggedDelivery,
    notice: Option<&LoggedNotice>,
    by: DisclosedBy,
    (number, flags): (Insz, Option<Flags>),
) -> Disclosed {
    let receipt = &delivery.receipt;
    let told = notice.map(|notice| &notice.receipt);
    // Only who is disclosed for the first time is so on the notice's own protocol; the others were by the list.
    let anew = told.filter(|_| by == DisclosedBy::Addition);
    let protocol = anew.and_then(|told| told.protocol.as_ref()).unwrap_or(&receipt.protocol);
    let legal_basis = anew.and_then(|told| told.legal_basis).unwrap_or(receipt.legal_basis);
    Disclosed {
        delivery: delivery.delivery,
        state: delivery.state,
        by,
        notice: notice.map(|notice| notice.notice),
        municipality: told.map_or(receipt.municipality, |told| told.municipality),
        listed_to: receipt.municipality,
        delivered_at: notice.map_or(receipt.delivered_at, |notice| notice.at),
        listed_on: receipt.on,
        request: receipt.request.clone(),
        protocol: protocol.clone(),
        purposes: receipt.purposes,
        legal_basis,
        kept_until: receipt.kept_until,
        number,
        flags,
    }
}

impl fmt::Display for Letter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Disclosures { numbers, disclosed, untold } = self.0;
        let numbers: Vec<String> = numbers.iter().map(Insz::to_string).collect();
        let numbers = match numbers.split_last() {
            Some((last, before)) if !before.is_empty() => format!("{} en {last}", before.join(", ")),
            _ => numbers.concat(),
        };
        writeln!(f, "Aan wie uw gegevens zijn meegedeeld\n")?;
        writeln!(
            f,
            "U vroeg aan welke gemeenten het agentschap uw gegevens heeft meegedeeld (artikel 15 van de Algemene \
             Verordening Gegevensbescherming). Gemeenten die daarvoor een protocol hebben, kunnen een lijst vragen van de \
             inburgeraars in hun gemeente. Van elke persoon staan daarop drie gegevens: het rijksregisternummer, of er een \
             inburgeringscontract is ondertekend, en of er een attest van inburgering is behaald.\n"
        )?;
        writeln!(f, "Opgezocht voor: {numbers}\n")?;
        let lists = disclosed.iter().filter(|disclosed| disclosed.by == DisclosedBy::List).count();
        let that_we_know = if untold.is_empty() { "" } else { ", voor zover we konden nagaan" };
        let number = |count: usize, [one, several]: [&str; 2]| match count {
            1 => format!("één {one}"),
            count => format!("{count} {several}"),
        };
        let on_lists = match lists {
            0 => "op geen enkele lijst".into(),
            lists => format!("op {}", number(lists, ["lijst", "lijsten"])),
        };
        let notices: BTreeSet<u64> = disclosed.iter().filter_map(|disclosed| disclosed.notice).collect();
        let in_notices = match notices.len() {
            0 => String::new(),
            notices => format!(" en in {}", number(notices, ["rechtzetting", "rechtzettingen"])),
        };
        let in_notices = if lists == 0 { in_notices.replacen(" en", ", maar wel", 1) } else { in_notices };
        let end = if disclosed.is_empty() { "." } else { ":" };
        writeln!(f, "U stond {on_lists}{in_notices}{that_we_know}{end}")?;
        disclosed.iter().try_for_each(|disclosed| disclosed.write_dutch(f))?;
        if !untold.is_empty() {
            writeln!(f, "\nVan deze mededelingen kunnen we niet zeggen of u erop stond:")?;
        }
        untold.iter().try_for_each(|(delivery, why)| {
            let notice = delivery.notices.iter().find(|one| Some(one.notice) == why.notice());
            write!(f, "- ")?;
            if let Some(notice) = notice {
                write!(f, "de rechtzetting op {} (en eventuele latere) bij ", dutch_day(notice.receipt.given_on))?;
            }
            let why = match why {
                Untold::OtherVersions { .. } => "we moeten dat nog nagaan met de regels van toen",
                _ => "we kunnen de gegevens van toen niet meer nagaan",
            };
            writeln!(f, "{}: {why}", InDutch(delivery))
        })
    }
}

impl Disclosed {
    fn write_dutch(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let yes_no = |flag: bool| if flag { "ja" } else { "nee" };
        let (name, code) = (self.municipality.name(), self.municipality.code());
        // With its zone: an instant of another one would tell a wrong hour.
        let (day, time) = (dutch_day(self.delivered_at.date_naive()), self.delivered_at.format("%H.%M uur (UTC%:z)"));
        writeln!(f, "\nGemeente: {name} ({code})")?;
        writeln!(f, "Meegedeeld op: {day} om {time}")?;
        if self.state != DeliveryState::Done {
            writeln!(f, "Let op: het is niet zeker dat deze lijst de gemeente heeft bereikt.")?;
        }
        let mut of_the_list = format!("Rechtzetting van de lijst van {}", dutch_day(self.listed_on));
        if self.listed_to != self.municipality {
            of_the_list.extend([" aan ", self.listed_to.name()]);
        }
        match self.by {
            DisclosedBy::List => {}
            DisclosedBy::Deletion => writeln!(f, "{of_the_list}: de gemeente moet u van die lijst schrappen")?,
            DisclosedBy::Renumbering => writeln!(f, "{of_the_list}: uw nummer werd vervangen")?,
            DisclosedBy::Addition => writeln!(f, "{of_the_list}: u werd eraan toegevoegd")?,
            DisclosedBy::Correction => writeln!(f, "{of_the_list}: uw gegevens werden verbeterd")?,
        }
        writeln!(f, "Meegedeeld rijksregisternummer: {}", self.number)?;
        if let Some(Flags { contract_signed, attest_obtained }) = self.flags {
            writeln!(f, "Contract ondertekend: {}", yes_no(contract_signed))?;
            writeln!(f, "Attest behaald: {}", yes_no(attest_obtained))?;
        }
        if matches!(self.by, DisclosedBy::List | DisclosedBy::Addition) {
            writeln!(f, "Waarvoor: {}", self.purposes.dutch())?;
            writeln!(f, "Rechtsgrond: {}", self.legal_basis.citation().dutch())?;
        } else {
            writeln!(
                f,
                "Waarom: wie uw gegevens kreeg, moet weten wat eraan fout was (artikel 19 van de Algemene Verordening \
                 Gegevensbescherming)"
            )?;
        }
        writeln!(f, "Protocol: {}; aanvraag: {}", self.protocol, self.request)?;
        match self.by {
            DisclosedBy::Deletion => Ok(()),
            _ => writeln!(f, "De gemeente mag de lijst bewaren tot en met {}.", dutch_day(self.kept_until)),
        }
    }
}
