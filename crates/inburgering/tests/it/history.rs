//! Tests of `history`.

use inburgering::{History, HistoryError, Request, RequestRecord, RequestState, RequestStep};
use insta::assert_snapshot;

use crate::books::{RequestRow, day, state};

use RequestState::{Delivered, Granted, Received, Refused, Waiting, Withdrawn};

const STATES: [RequestState; 6] = [Received, Granted, Waiting, Refused, Delivered, Withdrawn];

fn request() -> Request {
    toml::from_str::<RequestRow>("id = 'A'\nmunicipality = '24062'\nreceived = '2025-03-03'").unwrap().request()
}

#[test]
fn every_pair_of_states() {
    let mut table = String::new();
    for from in STATES {
        let next: Vec<_> = STATES.into_iter().filter(|&to| from.may_become(to)).map(RequestState::as_str).collect();
        table += &format!("{from}{} -> {}\n", if from.is_open() { " (open)" } else { "" }, next.join(" "));
    }
    assert_snapshot!(table, @r"
    received -> granted waiting refused withdrawn
    granted (open) -> refused delivered withdrawn
    waiting (open) -> granted waiting refused withdrawn
    refused -> 
    delivered -> 
    withdrawn -> 
    ");
    assert!(STATES.iter().all(|&each| state(each.as_str()) == each));
}

#[test]
fn a_state_begins_on_its_day() {
    let mut record = RequestRecord::new(request());
    assert_eq!(record.last_step(), RequestStep { on: day("2025-03-03"), state: Received });
    record.take(Waiting, day("2025-03-04")).unwrap();
    record.take(Granted, day("2025-03-04")).unwrap();
    record.take(Delivered, day("2025-03-10")).unwrap();
    let known = |on: &str| record.state_on(day(on));
    assert_eq!(known("2025-03-02"), None);
    assert_eq!(known("2025-03-03"), Some(Received));
    assert_eq!(known("2025-03-04"), Some(Granted));
    assert_eq!(known("2025-03-09"), Some(Granted));
    assert_eq!(known("2025-03-10"), Some(Delivered));
    assert_eq!(known("2025-03-11"), Some(Delivered));
    assert_eq!(record.last_step(), RequestStep { on: day("2025-03-10"), state: Delivered });
    assert_eq!(record.steps().len(), 3);
}

#[test]
fn a_wrong_step_leaves_the_history_as_it_was() {
    let mut history = History::new();
    history.receive(request()).unwrap();
    let id = "A".parse().unwrap();
    let before = history.clone();
    assert_snapshot!(history.deliver(&id, day("2025-03-04")).unwrap_err(), @"request `A` is received; it cannot become delivered");
    assert_snapshot!(history.take(&id, Granted, day("2025-03-02")).unwrap_err(), @"request `A` is received since 2025-03-03; a step on 2025-03-02 comes before that; give that day or a later one");
    assert_snapshot!(history.withdraw(&"B".parse().unwrap(), day("2025-03-04")).unwrap_err(), @"the history has no request `B`; record its receipt or its assessment first");
    assert_snapshot!(history.receive(request()).unwrap_err(), @"the history has a request `A`; give each request a name of its own");
    assert_eq!(history, before);

    history.take(&id, Granted, day("2025-03-03")).unwrap();
    let before = history.clone();
    let backdated = history.deliver(&id, day("2025-03-02")).unwrap_err();
    assert!(matches!(backdated, HistoryError::Backdated { state: Granted, .. }));
    assert_eq!(history, before);
    history.deliver(&id, day("2025-03-03")).unwrap();
    assert_snapshot!(history.deliver(&id, day("2025-03-04")).unwrap_err(), @"request `A` is delivered; it cannot become delivered");
}

#[test]
fn a_request_is_withdrawn() {
    let mut history = History::new();
    history.receive(request()).unwrap();
    let id = "A".parse().unwrap();
    history.withdraw(&id, day("2025-03-04")).unwrap();
    assert_eq!(history.state_on(&id, day("2025-03-04")), Some(Withdrawn));
    assert_eq!(history.state_on(&"B".parse().unwrap(), day("2025-03-04")), None);
    assert_eq!(history.records().map(|record| record.request()).collect::<Vec<_>>(), [&request()]);
}

#[cfg(feature = "serde")]
#[test]
fn a_history_goes_out_and_comes_back() {
    let mut history = History::new();
    history.receive(request()).unwrap();
    history.take(&"A".parse().unwrap(), Granted, day("2025-03-04")).unwrap();
    let text = serde_json::to_string(&history).unwrap();
    assert_snapshot!(text, @r#"[{"request":{"id":"A","municipality":"24062","received_on":"2025-03-03","purposes":["ceremony"],"requester":"dienst burgerzaken","door":"data"},"steps":[{"on":"2025-03-04","state":"granted"}]}]"#);
    assert_eq!(serde_json::from_str::<History>(&text).unwrap(), history);
    let error =
        |from: &str, to: &str| serde_json::from_str::<History>(&text.replace(from, to)).unwrap_err().to_string();
    assert!(error("\"granted\"", "\"delivered\"").starts_with("request `A` is received; it cannot become delivered"));
    assert!(error("2025-03-04", "2025-03-02").starts_with("request `A` is received since 2025-03-03"));
    let twice = format!("[{0},{0}]", &text[1..text.len() - 1]);
    assert!(
        serde_json::from_str::<History>(&twice).unwrap_err().to_string().starts_with("the history has a request `A`")
    );
}
