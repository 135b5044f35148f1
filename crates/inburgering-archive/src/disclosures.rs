//! The participant's own question (*inzage*): to whom was I disclosed, when, why?
//!
//! Regulation (EU) 2016/679 (GDPR, in Dutch AVG), art. 15, as far as the lists go: the recipients, the purposes, the
//! data, how long they may be kept. What else that article asks for, the agency adds itself.

use core::fmt;
use core::iter::successors;

use chrono::{DateTime, FixedOffset, NaiveDate};
use inburgering::language::dutch_day;
use inburgering::{
    Caseload, DigestKey, Flags, Insz, LegalBasis, Municipality, Placed, ProtocolId, Purposes, Replacement, RequestId,
};

use crate::entry::{DeliveryState, LoggedDelivery};
use crate::log::{DisclosureLog, LogError};
use crate::originals::{Untold, with_each};
use crate::recalls::InDutch;

/// A list on which a person stood: who got it, when, why, and what it said of the person.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Disclosed {
    /// The number of the delivery in the log.
    pub delivery: u64,
    /// Whether the list is known to have been delivered, or only may have been.
    pub state: DeliveryState,
    /// The municipality that got it.
    pub municipality: Municipality,
    /// The instant of delivery.
    pub delivered_at: DateTime<FixedOffset>,
    /// The request.
    pub request: RequestId,
    /// The protocol.
    pub protocol: ProtocolId,
    /// Why: the purposes.
    pub purposes: Purposes,
    /// Why: the legal basis.
    pub legal_basis: LegalBasis,
    /// The last day on which the municipality may keep it.
    pub kept_until: NaiveDate,
    /// The number under which the person stood on it.
    pub number: Insz,
    /// What it said of contract and attest.
    pub flags: Flags,
}

/// The answer to a person's question to whom they were disclosed.
///
/// `Debug` shows no register number.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Disclosures {
    /// Every number of the person: those that were asked for, and those that the inputs tie to them. Ascending.
    pub numbers: Vec<Insz>,
    /// The lists on which the person stood, in the order of the deliveries.
    pub disclosed: Vec<Disclosed>,
    /// The deliveries of which it cannot be told, with why.
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

/// The lists on which a person stood, by any of the person's numbers: those given, and those that the original inputs
/// tie to them, by replacements of which none is at fault on the day of a delivery.
///
/// Give every number that the person has or had, by what is known today: older inputs may not know that one became the
/// other. For `originals` and `keys` see [`recall_all`](crate::recall_all); where numbers are tied to others, an
/// original may be asked for twice.
///
/// # Errors
/// [`LogError`]. That of a delivery nothing can be told is no error.
///
/// ```
/// use inburgering::{Caseload, DigestKey, Insz};
/// use inburgering_archive::{DisclosureLog, LogError, disclosures_of};
///
/// /// The answer to a question of today, by what is known today and by the inputs of each delivery.
/// fn answer(
///     number: Insz,
///     today: &Caseload,
///     log: &DisclosureLog,
///     read: impl FnMut(&str) -> Option<Caseload>,
///     keys: &[DigestKey],
/// ) -> Result<String, LogError> {
///     let mut read = read;
///     let numbers = today.person(number).map_or(vec![number], |person| person.numbers().all().to_vec());
///     let found = disclosures_of(&numbers, log, |delivery| read(&delivery.folder), keys)?;
///     Ok(found.letter().to_string())
/// }
/// ```
pub fn disclosures_of(
    numbers: &[Insz],
    log: &DisclosureLog,
    mut originals: impl FnMut(&LoggedDelivery) -> Option<Caseload>,
    keys: &[DigestKey],
) -> Result<Disclosures, LogError> {
    let deliveries = log.trusted(keys)?;
    // A number that one delivery's inputs tie to the person may stand on the list of another.
    let tied = with_each(&deliveries, keys, &mut originals, |delivery, original| {
        let Ok(original) = original else { return Vec::new() };
        let tied = numbers.iter().flat_map(|&number| tied_to(number, original.caseload(), delivery.receipt.on));
        tied.collect::<Vec<Insz>>()
    });
    let mut numbers: Vec<Insz> = numbers.iter().copied().chain(tied.into_iter().flatten()).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let told =
        with_each(&deliveries, keys, &mut originals, |delivery, original| Ok(listed(delivery, original?, &numbers)));
    let (mut disclosed, mut untold) = (Vec::new(), Vec::new());
    for (delivery, told) in deliveries.into_iter().zip(told) {
        match told {
            Ok(rows) => disclosed.extend(rows),
            Err(why) => untold.push((delivery, why)),
        }
    }
    Ok(Disclosures { numbers, disclosed, untold })
}

/// The numbers that replacements by that day tie to this one; none if any of them is at fault, by which it could be
/// another person's: a number that became two, or a circle.
fn tied_to(number: Insz, caseload: &Caseload, day: NaiveDate) -> Vec<Insz> {
    let Some(person) = caseload.person(number) else { return Vec::new() };
    let mut steps: Vec<Replacement> = person.numbers().replacements().collect();
    steps.retain(|step| step.replaced_on <= day);
    let became = |old: Insz| steps.iter().filter(move |step| step.old == old).map(|step| step.new);
    let is_at_fault = |step: &Replacement| {
        let after = successors(Some(step.new), |&new| became(new).next());
        became(step.old).count() > 1 || after.take(steps.len()).any(|new| new == step.old)
    };
    if steps.iter().any(is_at_fault) {
        return Vec::new();
    }
    let mut tied = vec![number];
    while let Some(next) = steps.iter().find_map(|step| match (tied.contains(&step.old), tied.contains(&step.new)) {
        (true, false) => Some(step.new),
        (false, true) => Some(step.old),
        _ => None,
    }) {
        tied.push(next);
    }
    tied
}

/// The rows of a list under any of these numbers: one, unless the inputs have several persons under them.
fn listed(delivery: &LoggedDelivery, original: &Placed, numbers: &[Insz]) -> Vec<Disclosed> {
    let receipt = &delivery.receipt;
    let rows = original.eligible_in(receipt.municipality).filter(|listed| numbers.contains(&listed.number));
    let disclosed = rows.map(|listed| Disclosed {
        delivery: delivery.delivery,
        state: delivery.state,
        municipality: receipt.municipality,
        delivered_at: receipt.delivered_at,
        request: receipt.request.clone(),
        protocol: receipt.protocol.clone(),
        purposes: receipt.purposes,
        legal_basis: receipt.legal_basis,
        kept_until: receipt.kept_until,
        number: listed.number,
        flags: listed.flags,
    });
    disclosed.collect()
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
        match disclosed.len() {
            0 if untold.is_empty() => writeln!(f, "U stond op geen enkele lijst.")?,
            0 => writeln!(f, "U stond op geen enkele lijst die we konden nagaan.")?,
            1 => writeln!(f, "U stond op één lijst:")?,
            several => writeln!(f, "U stond op {several} lijsten:")?,
        }
        disclosed.iter().try_for_each(|disclosed| disclosed.write_dutch(f))?;
        if !untold.is_empty() {
            writeln!(f, "\nVan deze mededelingen kunnen we niet zeggen of u op de lijst stond:")?;
        }
        untold.iter().try_for_each(|(delivery, _)| {
            writeln!(f, "- {}: we kunnen de gegevens van toen niet meer nagaan", InDutch(delivery))
        })
    }
}

impl Disclosed {
    fn write_dutch(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let yes_no = |flag: bool| if flag { "ja" } else { "nee" };
        let (name, code) = (self.municipality.name(), self.municipality.code());
        let (day, time) = (dutch_day(self.delivered_at.date_naive()), self.delivered_at.format("%H.%M"));
        writeln!(f, "\nGemeente: {name} ({code})")?;
        writeln!(f, "Meegedeeld op: {day} om {time} uur")?;
        if self.state != DeliveryState::Done {
            writeln!(f, "Let op: het is niet zeker dat deze lijst de gemeente heeft bereikt.")?;
        }
        writeln!(f, "Rijksregisternummer op de lijst: {}", self.number)?;
        writeln!(f, "Contract ondertekend: {}", yes_no(self.flags.contract_signed))?;
        writeln!(f, "Attest behaald: {}", yes_no(self.flags.attest_obtained))?;
        writeln!(f, "Waarvoor: {}", self.purposes.dutch())?;
        writeln!(f, "Rechtsgrond: {}", self.legal_basis.citation().dutch())?;
        writeln!(f, "Protocol: {}; aanvraag: {}", self.protocol, self.request)?;
        writeln!(f, "De gemeente mag de lijst bewaren tot en met {}.", dutch_day(self.kept_until))
    }
}
