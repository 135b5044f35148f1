//! A delivery from a caseload, to Gent on 10 March 2025.

use chrono::DateTime;
use inburgering::{
    AssessmentOptions, Caseload, Delivery, DigestKey, Handover, History, ListRules, Months, Party, Protocol,
    ProtocolDuration, ProtocolKind, ProtocolTerms, Purpose, Records, Register, Request, Retention, deliver,
};

use crate::tables::day;

/// The protocol of Gent.
pub(crate) fn protocols() -> Register {
    let terms = ProtocolTerms {
        id: "P-1".parse().unwrap(),
        municipality: "44021".parse().unwrap(),
        kind: ProtocolKind::Standard,
        purposes: Purpose::Ceremony.into(),
        duration: ProtocolDuration::Indefinite,
        retention: Retention(Months::new(12).unwrap()),
    };
    let mut protocol = Protocol::request(terms, day("2025-01-06")).unwrap();
    for party in Party::ALL {
        protocol.advise(party, day("2025-01-06")).unwrap();
    }
    for party in Party::ALL {
        protocol.sign(party, day("2025-01-06")).unwrap();
    }
    protocol.validate(day("2025-01-06")).unwrap();
    let mut protocols = Register::new();
    protocols.add(protocol).unwrap();
    protocols
}

pub(crate) fn delivery(caseload: &Caseload) -> Delivery {
    let (protocols, mut history) = (protocols(), History::new());
    let requester = "dienst samenleven".parse().unwrap();
    let request =
        Request::new("44021".parse().unwrap(), day("2025-03-03"), Purpose::Ceremony.into(), requester).unwrap();
    let assessment = AssessmentOptions::default().assess(&request, day("2025-03-03"), &protocols, &history).unwrap();
    history.record(&assessment).unwrap();
    let operator = "operator 7".parse().unwrap();
    let key = DigestKey::new("2025-a", &[7; 32]).unwrap();
    let delivered_at = DateTime::parse_from_rfc3339("2025-03-10T09:30:00+01:00").unwrap();
    let handover = Handover { operator: &operator, delivered_at, key: &key };
    let placed = caseload.place(day("2025-03-10"), ListRules::default()).unwrap();
    deliver(&assessment, &placed, Records { protocols: &protocols, history: &history }, handover).unwrap()
}
