//! Deliveries to make papers of: to Gent on 10 February 2026, by whatever options and words.

use chrono::{DateTime, NaiveDate};
use inburgering::{
    AssessmentOptions, Caseload, DeathText, Delivery, DigestKey, DossierText, Explanation, Handover, History, Language,
    ListRules, Months, Party, Placed, Protocol, ProtocolDuration, ProtocolKind, ProtocolTerms, Purpose, Purposes,
    Records, Register, ReplacementText, Request, ResidenceText, Retention, UnreadableRows, deliver,
};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An attest after a contract in Gent, and a move to Brugge.
pub(crate) const CLOSED: &str = "00.01.01-900.76";
/// A contract in Brugge, and a move to Gent.
pub(crate) const MOVED: &str = "85.07.30-901.33";
/// Registered only, and living in Gent.
pub(crate) const REGISTERED: &str = "78.03.02-903.17";
/// A BIS number, replaced by [`NEW_NUMBER`] on 2025-11-03: the person lives in Gent.
pub(crate) const OLD_NUMBER: &str = "70.41.01-901.50";
pub(crate) const NEW_NUMBER: &str = "99.01.01-902.87";
/// Two residences on one day.
pub(crate) const CONFLICT: &str = "88.03.03-910.93";
/// Dead.
pub(crate) const DEAD: &str = "88.03.03-911.92";

pub(crate) const EVERYBODY: [&str; 7] = [CLOSED, MOVED, REGISTERED, OLD_NUMBER, NEW_NUMBER, CONFLICT, DEAD];

/// What differs from one delivery to another.
#[derive(Clone)]
pub(crate) struct Exchange {
    pub(crate) protocol: &'static str,
    pub(crate) request: Option<&'static str>,
    pub(crate) requester: &'static str,
    pub(crate) operator: &'static str,
    pub(crate) purposes: Purposes,
    pub(crate) key: &'static str,
    pub(crate) delivered_at: &'static str,
    pub(crate) options: AssessmentOptions,
    pub(crate) rules: ListRules,
    pub(crate) caseload: Caseload,
}

impl Exchange {
    pub(crate) fn gent() -> Self {
        Self {
            protocol: "P-1",
            request: None,
            requester: "dienst samenleven",
            operator: "operator 7",
            purposes: Purposes::new([Purpose::Ceremony, Purpose::BuddyWork]).unwrap(),
            key: "2026-a",
            delivered_at: "2026-02-10T09:30:00+01:00",
            options: AssessmentOptions::default(),
            rules: ListRules::default(),
            caseload: caseload(UnreadableRows::Refused),
        }
    }

    pub(crate) fn placed(&self, on: &str) -> Placed {
        self.caseload.place(day(on), self.rules).unwrap()
    }

    pub(crate) fn deliver(&self) -> Delivery {
        let terms = ProtocolTerms {
            id: self.protocol.parse().unwrap(),
            municipality: "44021".parse().unwrap(),
            kind: ProtocolKind::Standard,
            purposes: Purposes::new(Purpose::ALL).unwrap(),
            duration: ProtocolDuration::Indefinite,
            retention: Retention(Months::new(12).unwrap()),
        };
        let signed = day("2026-01-05");
        let mut protocol = Protocol::request(terms, signed).unwrap();
        for party in Party::ALL {
            protocol.advise(party, signed).unwrap();
        }
        for party in Party::ALL {
            protocol.sign(party, signed).unwrap();
        }
        protocol.validate(signed).unwrap();
        let (mut protocols, mut history) = (Register::new(), History::new());
        protocols.add(protocol).unwrap();
        let received_on = day("2026-02-02");
        let requester = self.requester.parse().unwrap();
        let mut request = Request::new("44021".parse().unwrap(), received_on, self.purposes, requester).unwrap();
        if let Some(id) = self.request {
            request = request.with_id(id.parse().unwrap());
        }
        let assessment = self.options.assess(&request, received_on, &protocols, &history).unwrap();
        history.record(&assessment).unwrap();
        let delivered_at = DateTime::parse_from_rfc3339(self.delivered_at).unwrap();
        let placed = self.caseload.place(delivered_at.date_naive(), self.rules).unwrap();
        let (operator, key) = (self.operator.parse().unwrap(), DigestKey::new(self.key, &[7; 32]).unwrap());
        let handover = Handover { operator: &operator, delivered_at, key: &key };
        deliver(&assessment, &placed, Records { protocols: &protocols, history: &history }, handover).unwrap()
    }
}

pub(crate) fn explain(number: &str, on: &str, language: Language) -> Explanation {
    Exchange::gent().placed(on).explain(number.parse().unwrap(), language).unwrap()
}

pub(crate) fn caseload(unreadable: UnreadableRows) -> Caseload {
    let dossiers = [
        ["D-1", CLOSED, "2024-01-08", "2024-03-01", "44021", "2025-06-30", ""],
        ["D-2", MOVED, "2025-01-06", "2025-02-03", "31005", "", ""],
        ["D-3", REGISTERED, "2025-12-01", "", "", "", ""],
        ["D-4 <b>&", OLD_NUMBER, "2025-05-05", "2025-06-02", "44021", "", ""],
        ["D-5", CONFLICT, "2025-03-03", "", "", "", ""],
        ["D-6", DEAD, "2025-03-03", "2025-04-01", "44021", "", ""],
    ];
    let residences = [
        [CLOSED, "44021", "2023-11-05", "2025-07-15"],
        [CLOSED, "31005", "2025-07-15", ""],
        [MOVED, "31005", "2024-11-05", "2025-09-01"],
        [MOVED, "44021", "2025-09-01", ""],
        [REGISTERED, "44021", "", ""],
        [OLD_NUMBER, "44021", "2025-01-15", ""],
        [CONFLICT, "44021", "2025-01-15", ""],
        [CONFLICT, "31005", "2025-06-15", ""],
        [DEAD, "44021", "2025-01-15", ""],
    ];
    let mut rows = Caseload::builder();
    for (row, text) in (2..).zip(dossiers) {
        let [dossier, insz, registered_on, contract_signed_on, contract_municipality, attest_obtained_on, closed_on] =
            text;
        rows.read_dossier(
            row,
            &DossierText {
                dossier,
                insz,
                registered_on,
                contract_signed_on,
                contract_municipality,
                attest_obtained_on,
                closed_on,
            },
        );
    }
    if unreadable == UnreadableRows::SetAside {
        rows.read_dossier(8, &DossierText { dossier: "D-7", insz: "85.07.30-901.34", ..DossierText::default() });
    }
    for (row, [insz, municipality, valid_from, valid_until]) in (2..).zip(residences) {
        rows.read_residence(row, &ResidenceText { insz, municipality, valid_from, valid_until });
    }
    rows.read_death(2, &DeathText { insz: DEAD, died_on: "2025-12-24" });
    let replaced_on = "2025-11-03";
    rows.read_replacement(2, &ReplacementText { insz_old: OLD_NUMBER, insz_new: NEW_NUMBER, replaced_on });
    rows.build(unreadable).unwrap()
}

/// A caseload of so many persons who are registered and live in Gent.
pub(crate) fn crowd(persons: u32) -> Caseload {
    let mut rows = Caseload::builder();
    for n in 0..persons {
        let (birth, sequence) = (n / 99, 900 + n % 99);
        let (month, day) = (1 + birth / 28, 1 + birth % 28);
        let check = 97 - (u64::from(850_000 + month * 100 + day) * 1000 + u64::from(sequence)) % 97;
        let insz = format!("85.{month:02}.{day:02}-{sequence:03}.{check:02}");
        let dossier = format!("D-{n}");
        let attest_obtained_on = if n % 3 == 0 { "2025-05-05" } else { "" };
        rows.read_dossier(
            n,
            &DossierText { dossier: &dossier, insz: &insz, registered_on: "2025-02-03", ..DossierText::default() },
        );
        let other = format!("E-{n}");
        rows.read_dossier(
            persons + n,
            &DossierText { dossier: &other, insz: &insz, attest_obtained_on, ..DossierText::default() },
        );
        rows.read_residence(n, &ResidenceText { insz: &insz, municipality: "44021", ..ResidenceText::default() });
    }
    rows.build(UnreadableRows::Refused).unwrap()
}
