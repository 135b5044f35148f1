//! Exchanges to deliver: a protocol, a request, its assessment, and the persons of a small caseload.

use chrono::{DateTime, FixedOffset, NaiveDate};
use inburgering::{
    Assessment, AssessmentOptions, DeliverError, Delivery, DigestKey, Handover, History, ListRules, Months,
    Municipality, Operator, Party, Placed, Protocol, ProtocolDuration, ProtocolKind, ProtocolTerms, Purpose, Purposes,
    Records, Register, Request, Retention, UnreadableRows, deliver,
};

use crate::golden::{DeathRow, DossierRow, ReplacementRow, ResidenceRow, Tables, day};

/// A protocol of a municipality, all steps on three days in a row, published by both.
pub(crate) fn protocol(code: &str, validated: &str, duration: ProtocolDuration, retention: u32) -> Protocol {
    let mut protocol = unpublished(code, validated, duration, retention);
    for party in Party::ALL {
        protocol.publish(party, day(validated)).unwrap();
    }
    protocol
}

/// The same, not published.
pub(crate) fn unpublished(code: &str, validated: &str, duration: ProtocolDuration, retention: u32) -> Protocol {
    let terms = ProtocolTerms {
        id: format!("P-{code}").parse().unwrap(),
        municipality: code.parse().unwrap(),
        kind: ProtocolKind::Standard,
        purposes: Purposes::new(Purpose::ALL).unwrap(),
        duration,
        retention: Retention(Months::new(retention).unwrap()),
    };
    let on = day(validated);
    let mut protocol = Protocol::request(terms, on).unwrap();
    for party in Party::ALL {
        protocol.advise(party, on).unwrap();
    }
    for party in Party::ALL {
        protocol.sign(party, on).unwrap();
    }
    protocol.validate(on).unwrap();
    protocol
}

pub(crate) fn register(protocols: impl IntoIterator<Item = Protocol>) -> Register {
    let mut register = Register::new();
    for protocol in protocols {
        register.add(protocol).unwrap();
    }
    register
}

pub(crate) fn request(code: &str, received_on: &str) -> Request {
    let purposes = Purposes::new([Purpose::Ceremony, Purpose::BuddyWork]).unwrap();
    Request::new(code.parse().unwrap(), day(received_on), purposes, "dienst samenleven".parse().unwrap()).unwrap()
}

pub(crate) fn key() -> DigestKey {
    DigestKey::new("2026-a", &[7; 32]).unwrap()
}

pub(crate) fn instant(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

/// Noon in Brussels on the day, in winter.
pub(crate) fn noon(on: NaiveDate) -> DateTime<FixedOffset> {
    instant(&format!("{on}T12:00:00+01:00"))
}

/// All that a delivery to Brugge on 10 February 2026 needs; each part can be changed.
#[derive(Clone)]
pub(crate) struct Exchange {
    pub(crate) protocols: Register,
    pub(crate) history: History,
    pub(crate) request: Request,
    pub(crate) assessed_on: NaiveDate,
    pub(crate) options: AssessmentOptions,
    pub(crate) tables: Tables,
    pub(crate) unreadable: UnreadableRows,
    pub(crate) rules: ListRules,
    pub(crate) on: NaiveDate,
    pub(crate) key: DigestKey,
}

impl Exchange {
    pub(crate) fn brugge() -> Self {
        Self {
            protocols: register([protocol("31005", "2025-01-08", ProtocolDuration::Indefinite, 12)]),
            history: History::new(),
            request: request("31005", "2026-02-02"),
            assessed_on: day("2026-02-03"),
            options: AssessmentOptions::default(),
            tables: brugge(),
            unreadable: UnreadableRows::Refused,
            rules: ListRules::default(),
            on: day("2026-02-10"),
            key: key(),
        }
    }

    pub(crate) fn assessment(&self) -> Assessment {
        self.options.assess(&self.request, self.assessed_on, &self.protocols, &self.history).unwrap()
    }

    pub(crate) fn placed(&self) -> Placed {
        self.tables.caseload(self.unreadable).unwrap().place(self.on, self.rules).unwrap()
    }

    pub(crate) fn deliver(&self) -> Result<Delivery, DeliverError> {
        self.deliver_as(&self.assessment(), noon(self.on))
    }

    pub(crate) fn deliver_as(
        &self,
        assessment: &Assessment,
        delivered_at: DateTime<FixedOffset>,
    ) -> Result<Delivery, DeliverError> {
        let operator: Operator = "operator 7".parse().unwrap();
        let handover = Handover { operator: &operator, delivered_at, key: &self.key };
        deliver(assessment, &self.placed(), Records { protocols: &self.protocols, history: &self.history }, handover)
    }
}

pub(crate) fn municipality(code: &str) -> Municipality {
    code.parse().unwrap()
}

pub(crate) fn dossier(number: &str, insz: &str, dates: [&str; 4], contract_municipality: &str) -> DossierRow {
    let [registered_on, contract_signed_on, attest_obtained_on, closed_on] = dates.map(String::from);
    DossierRow {
        dossier: number.into(),
        insz: insz.into(),
        registered_on,
        contract_signed_on,
        contract_municipality: contract_municipality.into(),
        attest_obtained_on,
        closed_on,
    }
}

pub(crate) fn residence(insz: &str, municipality: &str, valid_from: &str, valid_until: &str) -> ResidenceRow {
    ResidenceRow {
        insz: insz.into(),
        municipality: municipality.into(),
        valid_from: valid_from.into(),
        valid_until: valid_until.into(),
    }
}

pub(crate) fn death(insz: &str, died_on: &str) -> DeathRow {
    DeathRow { insz: insz.into(), died_on: died_on.into() }
}

pub(crate) fn replacement(insz_old: &str, insz_new: &str, replaced_on: &str) -> ReplacementRow {
    ReplacementRow { insz_old: insz_old.into(), insz_new: insz_new.into(), replaced_on: replaced_on.into() }
}

/// Registered only, and living in Brugge.
pub(crate) const REGISTERED: &str = "78.03.02-903.17";
/// A contract in Gent, and a move to Brugge.
pub(crate) const MOVED: &str = "85.07.30-901.33";
/// An attest without a contract, and a new dossier; living in Brugge.
pub(crate) const ATTEST_ALONE: &str = "01.12.31-904.46";
/// An attest after a contract in Brugge, and a move to Gent.
pub(crate) const CLOSED: &str = "90.01.15-902.60";
/// Closed without attest after a contract in Brugge; residing nowhere.
pub(crate) const GONE: &str = "95.05.05-905.05";
/// Two residences on one day.
pub(crate) const CONFLICT: &str = "88.03.03-910.93";
/// Dead.
pub(crate) const DEAD: &str = "88.03.03-911.92";
/// Living in Gent.
pub(crate) const IN_GENT: &str = "82.04.04-912.39";
/// A BIS number, replaced by [`NEW_NUMBER`] on 2025-11-03: the person lives in Brugge.
pub(crate) const OLD_NUMBER: &str = "70.41.01-901.50";
pub(crate) const NEW_NUMBER: &str = "99.01.01-902.87";
/// A number of nobody in the caseload.
pub(crate) const STRANGER: &str = "87.05.05-913.23";

pub(crate) const EVERYBODY: [&str; 11] =
    [REGISTERED, MOVED, ATTEST_ALONE, CLOSED, GONE, CONFLICT, DEAD, IN_GENT, OLD_NUMBER, NEW_NUMBER, STRANGER];

/// A small caseload around Brugge, 31005.
pub(crate) fn brugge() -> Tables {
    Tables {
        dossiers: vec![
            dossier("D-1", MOVED, ["2025-01-06", "2025-02-03", "", ""], "44021"),
            dossier("D-2", CLOSED, ["2024-01-08", "2024-03-01", "2025-06-30", ""], "31005"),
            dossier("D-3", REGISTERED, ["2025-12-01", "", "", ""], ""),
            dossier("D-4", ATTEST_ALONE, ["2023-09-04", "", "2024-05-06", ""], ""),
            dossier("D-5", ATTEST_ALONE, ["2025-10-01", "", "", ""], ""),
            dossier("D-6", GONE, ["2024-02-05", "2024-02-05", "", "2024-12-20"], "31005"),
            dossier("D-7", CONFLICT, ["2025-03-03", "", "", ""], ""),
            dossier("D-8", DEAD, ["2025-03-03", "2025-04-01", "", ""], "31005"),
            dossier("D-9", IN_GENT, ["2025-03-03", "", "", ""], ""),
            dossier("D-10", OLD_NUMBER, ["2025-05-05", "2025-06-02", "", ""], "31005"),
        ],
        residences: vec![
            residence(MOVED, "44021", "2024-11-05", "2025-09-01"),
            residence(MOVED, "31005", "2025-09-01", ""),
            residence(CLOSED, "31005", "2023-11-05", "2025-07-15"),
            residence(CLOSED, "44021", "2025-07-15", ""),
            residence(REGISTERED, "31005", "2025-11-20", ""),
            residence(ATTEST_ALONE, "31005", "", ""),
            residence(GONE, "31005", "2024-01-02", "2025-01-15"),
            residence(CONFLICT, "31005", "2025-01-15", ""),
            residence(CONFLICT, "44021", "2025-02-15", ""),
            residence(DEAD, "31005", "2025-01-15", ""),
            residence(IN_GENT, "44021", "2025-01-15", ""),
            residence(OLD_NUMBER, "31005", "2025-01-15", ""),
        ],
        deaths: vec![death(DEAD, "2025-12-24")],
        replacements: vec![replacement(OLD_NUMBER, NEW_NUMBER, "2025-11-03")],
    }
}

/// The n-th of many synthetic numbers, of somebody born in 1985; sequences 900 to 998.
pub(crate) fn number(n: u32) -> String {
    let (birth, sequence) = (n / 99, 900 + n % 99);
    let (month, day) = (1 + birth / 28, 1 + birth % 28);
    let check = 97 - (u64::from(850_000 + month * 100 + day) * 1000 + u64::from(sequence)) % 97;
    format!("85.{month:02}.{day:02}-{sequence:03}.{check:02}")
}
