//! The protocols and the requests of a synthetic year, in every stage and of every kind.

use std::io::{self, Write};
use std::path::Path;

use chrono::NaiveDate;
use inburgering::{
    Door, History, Months, Municipality, Party, Protocol, ProtocolDuration, ProtocolError, ProtocolId, ProtocolKind,
    ProtocolTerms, Purpose, Purposes, Region, Register, Request, RequestId, RequestRecord, RequestState, Retention,
};

use super::{EXTRACTED_ON, day, plus};
use crate::chance::Chance;
use crate::ledger::{Ledger, PROTOCOLS, REQUESTS};
use crate::staged::Staged;

/// The schemas, which stand beside the files.
const SCHEMAS: [(&str, &str); 2] = [
    ("protocols.schema.json", include_str!("../../cases/small/protocols.schema.json")),
    ("requests.schema.json", include_str!("../../cases/small/requests.schema.json")),
];

/// The first day on which a synthetic protocol is requested.
const FIRST_PROTOCOL: NaiveDate = day(2021, 1, 4);
/// The first day of the year in which the requests to be answered are received.
const THIS_YEAR: NaiveDate = day(2026, 1, 1);
/// The first day on which a request that has still to be answered is received.
const FIRST_REQUEST: NaiveDate = day(2026, 6, 8);

/// Protocols and requests of most Flemish municipalities: about two in three requests can be granted on the day before
/// that of the extract, and the others are refused or wait, for every reason.
pub fn ledger(seed: u64) -> Ledger {
    // Another stream than that of the caseload, so that neither changes with the other.
    let mut chance = Chance::new(seed.rotate_left(32) ^ 0x7061_7065_7273);
    let mut ledger = Ledger::default();
    for municipality in Municipality::all().filter(|municipality| municipality.is_valid_on(EXTRACTED_ON)) {
        let share = match municipality.region() {
            Region::Flanders => 985,
            Region::Brussels => 150,
            Region::Wallonia => 8,
        };
        if chance.per_mille(share) {
            // What is dated so that the library refuses it is left out.
            let _ = protocol(&mut chance, municipality, &mut ledger.protocols);
            let _ = requests(&mut chance, municipality, &mut ledger.history);
        }
    }
    ledger
}

/// How far a protocol came.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reached {
    Nothing,
    Requested,
    Advised,
    Signed,
    Validated,
    Published,
    Ended,
}

/// Draws the protocol of a municipality, or of one from which it was merged, and adds it.
fn protocol(chance: &mut Chance, municipality: Municipality, register: &mut Register) -> Option<()> {
    let reached = chance.weighted([
        (50, Reached::Nothing),
        (15, Reached::Requested),
        (15, Reached::Advised),
        (20, Reached::Signed),
        (40, Reached::Validated),
        (820, Reached::Published),
        (40, Reached::Ended),
    ])?;
    if reached == Reached::Nothing {
        return None;
    }
    let is_under_way = reached < Reached::Validated;
    let requested = if is_under_way {
        chance.day(plus(FIRST_REQUEST, -60), plus(FIRST_REQUEST, -30))
    } else {
        chance.day(FIRST_PROTOCOL, plus(EXTRACTED_ON, -250))
    };
    let concluding = of_the_day(chance, municipality, requested)?;
    let kind = if chance.per_mille(100) { ProtocolKind::Custom } else { ProtocolKind::Standard };
    let months = Months::new(chance.weighted([(3, 72), (2, 84)])?).ok()?;
    let id: ProtocolId = format!("P-{}-{}", concluding.code(), requested.format("%Y%m")).parse().ok()?;
    let terms = ProtocolTerms {
        id,
        municipality: concluding,
        kind,
        purposes: purposes(chance, 880)?,
        duration: if chance.per_mille(500) { ProtocolDuration::Indefinite } else { ProtocolDuration::Months(months) },
        retention: Retention(if chance.per_mille(800) { Months::YEAR } else { Months::FIVE_YEARS }),
    };
    let mut protocol = Protocol::request(terms, requested).ok()?;
    // A step that its merger forbids leaves the protocol where it is.
    let _ = steps(chance, &mut protocol, reached);
    register.add(protocol).ok()
}

/// Takes the steps, some days after one another.
fn steps(chance: &mut Chance, protocol: &mut Protocol, reached: Reached) -> Result<(), ProtocolError> {
    let mut today = protocol.requested_on();
    let mut later = |chance: &mut Chance| {
        today = plus(today, chance.between(1, 14)).min(EXTRACTED_ON);
        today
    };
    if reached >= Reached::Advised {
        for party in Party::ALL {
            protocol.advise(party, later(chance))?;
        }
    }
    if reached >= Reached::Signed {
        for party in Party::ALL {
            protocol.sign(party, later(chance))?;
        }
    }
    if reached >= Reached::Validated {
        protocol.validate(later(chance))?;
    }
    if reached >= Reached::Published {
        for party in Party::ALL {
            protocol.publish(party, later(chance))?;
        }
    }
    if reached == Reached::Ended {
        protocol.terminate(chance.day(plus(THIS_YEAR, -100), EXTRACTED_ON))?;
    }
    Ok(())
}

/// The municipality of that day with this legal person, or one of those from which it was merged.
fn of_the_day(chance: &mut Chance, municipality: Municipality, on: NaiveDate) -> Option<Municipality> {
    if municipality.is_valid_on(on) {
        return Some(municipality);
    }
    let before: Vec<_> = municipality.predecessors().filter(|before| before.is_valid_on(on)).collect();
    let goes_on = before.iter().copied().find(|before| before.legal_person_goes_on());
    let drawn = usize::try_from(chance.below(u64::try_from(before.len()).ok()?)).ok()?;
    goes_on.or_else(|| before.get(drawn).copied())
}

/// Every purpose, or one of them.
fn purposes(chance: &mut Chance, all_per_mille: u64) -> Option<Purposes> {
    let one = chance.weighted([
        (5, Purpose::Ceremony),
        (2, Purpose::WelcomePolicy),
        (2, Purpose::BuddyWork),
        (1, Purpose::DutchPractice),
    ])?;
    if chance.per_mille(all_per_mille) { Purposes::new(Purpose::ALL).ok() } else { Some(one.into()) }
}

/// Draws a request that has still to be answered, and often one of the past.
fn requests(chance: &mut Chance, municipality: Municipality, history: &mut History) -> Option<()> {
    if chance.per_mille(500) {
        let received = chance.day(plus(THIS_YEAR, -360), plus(THIS_YEAR, -20));
        earlier(chance, municipality, received, history)?;
    }
    if chance.per_mille(60) {
        let received = chance.day(THIS_YEAR, plus(FIRST_REQUEST, -40));
        earlier(chance, municipality, received, history)?;
    }
    if !chance.per_mille(920) {
        return None;
    }
    let received = chance.day(FIRST_REQUEST, plus(EXTRACTED_ON, -1));
    let door =
        chance.weighted([(900, Door::Data), (70, Door::StandardProtocolAndData), (30, Door::CustomProtocolAndData)])?;
    history.receive(request(chance, municipality, received)?.through(door)).ok()
}

fn request(chance: &mut Chance, municipality: Municipality, received: NaiveDate) -> Option<Request> {
    let requester = format!("burgerzaken {}", municipality.name()).parse().ok()?;
    let id: RequestId = format!("A-{}-{}", municipality.code(), received.format("%Y-%m-%d")).parse().ok()?;
    // One purpose mostly, so that it is mostly one that the protocol names.
    Some(Request::new(municipality, received, purposes(chance, 30)?, requester).ok()?.with_id(id))
}

/// Adds a request of the past with what became of it.
fn earlier(chance: &mut Chance, municipality: Municipality, received: NaiveDate, history: &mut History) -> Option<()> {
    let mut record = RequestRecord::new(request(chance, municipality, received)?);
    let answered = plus(received, chance.between(1, 7));
    let ended = plus(answered, chance.between(1, 7));
    let steps = chance.weighted([
        (8, [(RequestState::Granted, answered), (RequestState::Delivered, ended)]),
        (1, [(RequestState::Waiting, answered), (RequestState::Withdrawn, ended)]),
        (1, [(RequestState::Waiting, answered), (RequestState::Refused, ended)]),
    ])?;
    for (state, on) in steps {
        record.take(state, on).ok()?;
    }
    history.add(record).ok()
}

/// Writes `protocols.json` and `requests.json`, each with its schema beside it, all or none.
///
/// # Errors
/// What the file system says.
pub fn write_ledger(ledger: &Ledger, directory: &Path) -> io::Result<()> {
    let mut staged = Staged::new();
    staged.write(&directory.join(PROTOCOLS), |file| Ok(serde_json::to_writer_pretty(file, &ledger.protocols)?))?;
    staged.write(&directory.join(REQUESTS), |file| Ok(serde_json::to_writer_pretty(file, &ledger.history)?))?;
    for (name, schema) in SCHEMAS {
        staged.write(&directory.join(name), |file| file.write_all(schema.as_bytes()))?;
    }
    staged.publish()
}
