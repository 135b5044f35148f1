//! The delivery: granted on the day, or refused with nothing changed.

use chrono::{Days, FixedOffset};
use inburgering::{
    AssessmentError, Brussels, DeliverError, Delivery, DeliveryError, History, HistoryError, ListRules,
    ProtocolDuration, RefusalCode, RequestId, RequestState,
};
use insta::assert_snapshot;

use crate::delivering::{
    EVERYBODY, Exchange, brugge, dossier, instant, municipality, noon, number, protocol, register, request, residence,
};
use crate::golden::{Tables, day};

fn refusals(delivered: Result<Delivery, DeliverError>) -> Vec<RefusalCode> {
    match delivered.unwrap_err() {
        DeliverError::Refused { assessment } => assessment.refusals().iter().map(|refusal| refusal.code()).collect(),
        error => panic!("{error}"),
    }
}

fn not_deliverable(delivered: Result<Delivery, DeliverError>) -> DeliveryError {
    match delivered.unwrap_err() {
        DeliverError::NotDeliverable(error) => error,
        error => panic!("{error}"),
    }
}

fn id(text: &str) -> RequestId {
    text.parse().unwrap()
}

#[test]
fn a_granted_request_is_delivered_and_the_history_returned_has_it() {
    let exchange = Exchange::brugge();
    let delivery = exchange.deliver().unwrap();
    assert_eq!(delivery.list.len(), 6);
    assert_eq!(delivery.cover_note.persons, 6);
    assert_eq!(delivery.receipt.counts.listed, 6);
    // The history did not have the request: it is received, granted and delivered now.
    let record = delivery.history.get(&id("31005-2026-02-02")).unwrap();
    assert_eq!(record.request(), &exchange.request);
    let steps: Vec<_> = record.steps().iter().map(|step| (step.state, step.on.to_string())).collect();
    assert_eq!(steps, [(RequestState::Granted, "2026-02-03".into()), (RequestState::Delivered, "2026-02-10".into())]);
    assert!(exchange.history.records().next().is_none());
}

#[test]
fn a_recorded_assessment_is_not_recorded_again() {
    let mut exchange = Exchange::brugge();
    let assessment = exchange.assessment();
    exchange.history.record(&assessment).unwrap();
    let delivery = exchange.deliver_as(&assessment, noon(exchange.on)).unwrap();
    assert_eq!(delivery.history.get(exchange.request.id()).unwrap().steps().len(), 2);
    assert_eq!(exchange.history.get(exchange.request.id()).unwrap().steps().len(), 1);
}

#[test]
fn the_date_of_the_instant_is_its_own_and_must_be_the_day_of_the_placement() {
    let mut exchange = Exchange::brugge();
    let assessment = exchange.assessment();
    for (at, on) in [
        ("2026-02-10T00:00:00+01:00", "2026-02-10"),
        ("2026-02-10T23:59:59+01:00", "2026-02-10"),
        // The day before and the day after in Greenwich.
        ("2026-02-11T00:30:00+01:00", "2026-02-11"),
        ("2026-02-10T20:00:00-05:00", "2026-02-10"),
        ("2026-02-10T23:30:00Z", "2026-02-10"),
    ] {
        exchange.on = day(on);
        let delivery = exchange.deliver_as(&assessment, instant(at)).unwrap();
        assert_eq!(delivery.receipt.delivered_at.to_rfc3339(), instant(at).to_rfc3339());
        assert_eq!((delivery.receipt.on, delivery.cover_note.on), (day(on), day(on)));
        for other in [exchange.on - Days::new(1), exchange.on + Days::new(1)] {
            exchange.on = other;
            let error = exchange.deliver_as(&assessment, instant(at)).unwrap_err();
            assert_eq!(error, DeliverError::OtherDay { given: day(on), placed: other });
        }
    }
    exchange.on = day("2026-02-10");
    assert_snapshot!(
        exchange.deliver_as(&assessment, instant("2026-02-11T00:30:00+01:00")).unwrap_err(),
        @"the instant of delivery falls on 2026-02-11, but the persons were placed on 2026-02-10; place them on the day of delivery"
    );
}

#[test]
fn an_instant_whose_offset_has_seconds_is_refused_since_no_receipt_can_tell_it() {
    let exchange = Exchange::brugge();
    let deliver = |seconds| {
        let offset = FixedOffset::east_opt(seconds).unwrap();
        exchange.deliver_as(&exchange.assessment(), noon(exchange.on).with_timezone(&offset))
    };
    for seconds in [3540, 3600, 3660, -3600, 0] {
        let receipt = deliver(seconds).unwrap().receipt;
        assert_eq!(receipt.delivered_at.offset().local_minus_utc(), seconds);
    }
    for seconds in [3599, 3601, -3601] {
        let offset = FixedOffset::east_opt(seconds).unwrap();
        assert_eq!(deliver(seconds).unwrap_err(), DeliverError::TimeZoneOffset { offset });
    }
    assert_snapshot!(
        deliver(3601).unwrap_err(),
        @"the offset of the instant of delivery, +01:00:01, is not of whole minutes; give another"
    );
}

#[test]
fn one_option_for_brussels_holds_for_the_request_and_the_placement() {
    for brussels in [Brussels::Refused, Brussels::Allowed] {
        let mut exchange = Exchange::brugge();
        exchange.options.brussels = brussels;
        exchange.rules.brussels = brussels;
        assert_eq!(exchange.deliver().unwrap().receipt.options.brussels, brussels);
    }
    let mut exchange = Exchange::brugge();
    exchange.rules = ListRules { brussels: Brussels::Allowed, ..ListRules::default() };
    assert_snapshot!(
        exchange.deliver().unwrap_err(),
        @"the request was assessed with Brussels refused, but the persons were placed with Brussels allowed; use one option for both"
    );
}

#[test]
fn a_brussels_municipality_gets_its_list_under_the_option_alone() {
    let mut exchange = Exchange::brugge();
    exchange.protocols = register([protocol("21004", "2025-01-08", ProtocolDuration::Indefinite, 12)]);
    exchange.request = request("21004", "2026-02-02");
    exchange.tables.residences[4].municipality = "21004".into();
    exchange.options.brussels = Brussels::Allowed;
    exchange.rules.brussels = Brussels::Allowed;
    let delivery = exchange.deliver().unwrap();
    assert_eq!((delivery.list.len(), delivery.receipt.municipality), (1, municipality("21004")));
}

#[test]
fn only_a_granted_request_is_delivered() {
    let mut exchange = Exchange::brugge();
    exchange.protocols = register([]);
    assert_eq!(
        not_deliverable(exchange.deliver()),
        DeliveryError::NotGranted { id: id("31005-2026-02-02"), state: RequestState::Refused, on: day("2026-02-03") }
    );
    assert_snapshot!(
        exchange.deliver().unwrap_err(),
        @"request `31005-2026-02-02` was refused on 2026-02-03; only a granted request can be delivered"
    );
}

#[test]
fn the_day_is_not_before_the_assessment() {
    let mut exchange = Exchange::brugge();
    exchange.on = day("2026-02-02");
    assert_eq!(
        not_deliverable(exchange.deliver()),
        DeliveryError::BeforeAssessment {
            id: id("31005-2026-02-02"),
            assessed_on: day("2026-02-03"),
            on: day("2026-02-02")
        }
    );
    for on in ["2026-02-03", "2026-02-04"] {
        exchange.on = day(on);
        assert_eq!(exchange.deliver().unwrap().receipt.on, day(on));
    }
}

#[test]
fn a_request_is_delivered_once() {
    let mut exchange = Exchange::brugge();
    let assessment = exchange.assessment();
    exchange.history = exchange.deliver().unwrap().history;
    let before = exchange.history.clone();
    for on in ["2026-02-09", "2026-02-10", "2026-02-11"] {
        exchange.on = day(on);
        assert_eq!(
            not_deliverable(exchange.deliver_as(&assessment, noon(day(on)))),
            DeliveryError::AlreadyDelivered { id: id("31005-2026-02-02"), delivered_on: day("2026-02-10") }
        );
    }
    assert_eq!(exchange.history, before);
}

#[test]
fn a_request_that_was_taken_back_is_not_delivered() {
    let mut exchange = Exchange::brugge();
    let assessment = exchange.assessment();
    exchange.history.record(&assessment).unwrap();
    exchange.history.withdraw(exchange.request.id(), day("2026-02-09")).unwrap();
    assert_eq!(
        not_deliverable(exchange.deliver_as(&assessment, noon(exchange.on))),
        DeliveryError::NotOpen { id: id("31005-2026-02-02"), state: RequestState::Withdrawn, since: day("2026-02-09") }
    );
}

#[test]
fn the_history_must_have_this_request_and_no_other_of_its_name() {
    let mut exchange = Exchange::brugge();
    let assessment = exchange.assessment();
    let other = request("44021", "2026-02-02").with_id(id("31005-2026-02-02"));
    exchange.history.receive(other).unwrap();
    assert_eq!(
        not_deliverable(exchange.deliver_as(&assessment, noon(exchange.on))),
        DeliveryError::History(HistoryError::OtherRequest { id: id("31005-2026-02-02") })
    );
}

#[test]
fn a_request_that_the_history_knows_only_as_received_is_not_delivered() {
    let mut exchange = Exchange::brugge();
    let assessment = exchange.assessment();
    exchange.history.receive(exchange.request.clone()).unwrap();
    let error = exchange.deliver_as(&assessment, noon(exchange.on)).unwrap_err();
    assert_eq!(
        error,
        DeliverError::History(HistoryError::WrongStep {
            id: id("31005-2026-02-02"),
            state: RequestState::Received,
            next: RequestState::Delivered
        })
    );
    assert_snapshot!(error, @"request `31005-2026-02-02` is received; it cannot become delivered");
    assert!(exchange.history.get(exchange.request.id()).unwrap().steps().is_empty());
}

#[test]
fn the_protocol_must_still_be_in_force_on_the_day() {
    // Validated on 11 February 2025 for twelve months: no longer in force on 11 February 2026.
    let months = ProtocolDuration::Months(inburgering::Months::YEAR);
    let mut exchange = Exchange::brugge();
    exchange.protocols = register([protocol("31005", "2025-02-11", months, 12)]);
    exchange.on = day("2026-02-10");
    exchange.deliver().unwrap();
    for on in ["2026-02-11", "2026-02-12"] {
        exchange.on = day(on);
        assert_eq!(refusals(exchange.deliver()), [RefusalCode::ProtocolEnded]);
    }
    assert_snapshot!(
        exchange.deliver().unwrap_err(),
        @"request `31005-2026-02-02` is refused on the day of delivery: protocol P-31005 ceased to be in force on 2026-02-11: ask for a new protocol and data together"
    );
}

#[test]
fn the_year_must_be_free_of_another_delivery_that_is_known_on_the_day() {
    for (delivered, refused) in [("2026-02-09", true), ("2026-02-10", true), ("2026-02-11", false)] {
        let mut exchange = Exchange::brugge();
        let assessment = exchange.assessment();
        let other = request("31005", "2026-02-05");
        let name = other.id().clone();
        exchange.history.receive(other).unwrap();
        exchange.history.take(&name, RequestState::Granted, day("2026-02-06")).unwrap();
        exchange.history.deliver(&name, day(delivered)).unwrap();
        let before = exchange.history.clone();
        let delivery = exchange.deliver_as(&assessment, noon(exchange.on));
        if refused {
            assert_eq!(refusals(delivery), [RefusalCode::AlreadyRequested], "{delivered}");
            assert_eq!(exchange.history, before);
        } else {
            assert_eq!(delivery.unwrap().history.records().count(), 2);
        }
    }
}

#[test]
fn every_reason_of_a_refusal_is_given_and_the_assessment_can_be_recorded() {
    let mut exchange = Exchange::brugge();
    let months = ProtocolDuration::Months(inburgering::Months::YEAR);
    exchange.protocols = register([protocol("31005", "2025-02-10", months, 12)]);
    let assessment = exchange.assessment();
    exchange.history.record(&assessment).unwrap();
    let other = request("31005", "2026-01-05");
    let name = other.id().clone();
    exchange.history.receive(other).unwrap();
    exchange.history.take(&name, RequestState::Granted, day("2026-01-06")).unwrap();
    exchange.history.deliver(&name, day("2026-01-07")).unwrap();
    let error = exchange.deliver_as(&assessment, noon(exchange.on)).unwrap_err();
    assert_snapshot!(
        error,
        @"request `31005-2026-02-02` is refused on the day of delivery: protocol P-31005 ceased to be in force on 2026-02-10: ask for a new protocol and data together; there is a request of the same year already: request 31005-2026-01-05 (received on 2026-01-05); a new one can be granted from 2027-01-01"
    );
    let DeliverError::Refused { assessment } = error else { panic!("{error}") };
    assert_eq!(assessment.on(), exchange.on);
    exchange.history.record(&assessment).unwrap();
    assert_eq!(exchange.history.state_on(exchange.request.id(), exchange.on), Some(RequestState::Refused));
}

/// A protocol and a request of a municipality that merged on 2025-01-01, and one inhabitant.
fn merging(code: &str) -> Exchange {
    let (insz, mut exchange) = (number(0), Exchange::brugge());
    exchange.protocols = register([protocol(code, "2024-01-08", ProtocolDuration::Indefinite, 12)]);
    exchange.request = request(code, "2024-12-10");
    exchange.assessed_on = day("2024-12-20");
    exchange.tables = Tables {
        dossiers: vec![dossier("D-1", &insz, ["2024-02-05", "", "", ""], "")],
        residences: vec![residence(&insz, code, "", "")],
        ..Tables::default()
    };
    exchange
}

#[test]
fn a_request_goes_on_for_the_same_legal_person() {
    let mut exchange = merging("46014");
    for (on, code) in [("2024-12-31", "46014"), ("2025-01-01", "46029"), ("2025-01-02", "46029")] {
        exchange.on = day(on);
        let Delivery { list, cover_note, receipt, .. } = exchange.deliver().unwrap();
        assert_eq!(list.len(), 1);
        assert_eq!((cover_note.municipality, receipt.municipality), (municipality(code), municipality(code)));
    }
}

#[test]
fn a_request_ends_with_its_legal_person() {
    let mut exchange = merging("44012");
    exchange.on = day("2024-12-31");
    assert_eq!(exchange.deliver().unwrap().list.len(), 1);
    for on in ["2025-01-01", "2025-01-02"] {
        exchange.on = day(on);
        assert_eq!(refusals(exchange.deliver()), [RefusalCode::MunicipalityEnded]);
    }
}

#[test]
fn a_day_on_which_the_request_cannot_be_assessed_is_the_checks_own_error() {
    // The check never meets such a day: the assessment and the placement have refused it before.
    let mut exchange = Exchange::brugge();
    exchange.assessed_on = day("2026-02-01");
    let error =
        exchange.options.assess(&exchange.request, exchange.assessed_on, &exchange.protocols, &exchange.history);
    assert!(matches!(error, Err(AssessmentError::BeforeReceipt { .. })));
    assert!(brugge().caseload(exchange.unreadable).unwrap().place(day("2100-01-01"), exchange.rules).is_err());
}

#[test]
fn nothing_shows_a_number_that_is_not_asked_for() {
    let mut exchange = Exchange::brugge();
    let delivery = exchange.deliver().unwrap();
    let refused = {
        exchange.on = day("2026-02-02");
        exchange.deliver().unwrap_err()
    };
    let placed = exchange.placed();
    let mut shown = vec![
        format!("{delivery:?} {delivery:#?}"),
        format!(
            "{:?} {:?} {:?}",
            delivery.list,
            delivery.list.rows(),
            delivery.list.select(inburgering::Use::Ceremony).collect::<Vec<_>>()
        ),
        format!("{:?} {}", delivery.cover_note, delivery.cover_note),
        format!("{:?} {:?}", delivery.receipt, delivery.history),
        format!("{refused:?} {refused}"),
        format!("{placed:?} {:?} {:?}", exchange.key, exchange.assessment()),
    ];
    #[cfg(feature = "serde")]
    shown.extend([
        serde_json::to_string(&delivery.receipt).unwrap(),
        serde_json::to_string(&delivery.cover_note).unwrap(),
        serde_json::to_string(&delivery.history).unwrap(),
        serde_json::to_string(&exchange.assessment()).unwrap(),
    ]);
    shown.push(String::new());
    for text in &shown {
        assert_no_number(text);
    }
}

/// No number of the caseload stands in the text, in either form.
pub(crate) fn assert_no_number(text: &str) {
    for dotted in EVERYBODY {
        let compact: String = dotted.chars().filter(char::is_ascii_digit).collect();
        assert!(!text.contains(dotted) && !text.contains(&compact), "{text}");
        assert!(!text.contains(compact.trim_start_matches('0')), "{text}");
    }
}

#[test]
fn the_history_given_is_left_as_it_was() {
    let exchange = Exchange::brugge();
    assert_eq!(exchange.history, History::new());
    exchange.deliver().unwrap();
    assert_eq!(exchange.history, History::new());
}
