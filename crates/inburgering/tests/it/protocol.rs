//! Tests of `protocol`.

use chrono::NaiveDate;
use inburgering::{
    LegalBasis, Months, Party, Protocol, ProtocolDuration, ProtocolError, ProtocolKind, ProtocolStage, ProtocolStep,
    Purpose, Retention,
};
use insta::assert_snapshot;
use proptest::prelude::*;
use serde::Deserialize;

use crate::books::{ProtocolRow, cases, day};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    citation: String,
    protocol: ProtocolRow,
    #[serde(default)]
    expected: Vec<String>,
    #[serde(default)]
    error: String,
}

fn known_on(protocol: &Protocol, on: NaiveDate) -> String {
    let stage = protocol.stage_on(on).map_or("none", ProtocolStage::as_str);
    let open: String = protocol
        .open_obligations(on)
        .into_iter()
        .map(|party| if party == Party::Agency { " agency" } else { " municipality" })
        .collect();
    assert_eq!(protocol.in_force_on(on), stage == "in_force");
    if open.is_empty() { format!("{on}: {stage}") } else { format!("{on}: {stage}; open:{open}") }
}

#[test]
fn golden() {
    for case in cases::<Case>("protocol") {
        assert!(!case.citation.is_empty());
        match case.protocol.protocol() {
            Ok(protocol) => {
                assert_eq!(case.error, "", "{}", case.name);
                let days = case.expected.iter().map(|line| day(&line[..10]));
                let known: Vec<_> = days.map(|on| known_on(&protocol, on)).collect();
                assert_eq!(known, case.expected, "{}", case.name);
            }
            Err(error) => assert_eq!(error.to_string(), case.error, "{}", case.name),
        }
    }
}

fn leuven() -> ProtocolRow {
    toml::from_str(
        r#"
        id = "LEU"
        municipality = "24062"
        kind = "custom"
        purposes = ["ceremony", "buddy_work"]
        months = 24
        retention = 6
        requested = "2024-03-01"
        advised = ["2024-03-04", "2024-03-06"]
        signed = ["2024-03-12", "2024-03-11"]
        validated = "2024-03-20"
        published = ["2024-03-21", "2024-03-22"]
        terminated = "2024-09-01"
        "#,
    )
    .unwrap()
}

#[test]
fn it_tells_its_terms_and_its_days() {
    let protocol = leuven().protocol().unwrap();
    assert_eq!(protocol.id().as_str(), "LEU");
    assert_eq!(protocol.municipality().to_string(), "24062 (Leuven)");
    assert_eq!(protocol.kind(), ProtocolKind::Custom);
    assert_eq!(protocol.purposes().iter().collect::<Vec<_>>(), [Purpose::Ceremony, Purpose::BuddyWork]);
    assert_eq!(protocol.terms(), &leuven().terms());
    assert_eq!(protocol.terms().duration, ProtocolDuration::Months(Months::new(24).unwrap()));
    assert_eq!(protocol.requested_on(), day("2024-03-01"));
    assert_eq!(protocol.signed_on(), Some(day("2024-03-12")));
    assert_eq!(protocol.validated_on(), Some(day("2024-03-20")));
    assert_eq!(protocol.ended_on(), Some(day("2024-09-01")));
    let taken: Vec<_> = [
        ProtocolStep::Request,
        ProtocolStep::Advice(Party::Agency),
        ProtocolStep::Advice(Party::Municipality),
        ProtocolStep::Signature(Party::Agency),
        ProtocolStep::Signature(Party::Municipality),
        ProtocolStep::Validation,
        ProtocolStep::Publication(Party::Agency),
        ProtocolStep::Publication(Party::Municipality),
        ProtocolStep::Termination,
    ]
    .map(|step| protocol.taken_on(step).unwrap().to_string()[5..].to_owned())
    .to_vec();
    assert_eq!(
        taken,
        ["03-01", "03-04", "03-06", "03-12", "03-11", "03-20", "03-21", "03-22", "09-01"].map(str::to_owned)
    );
}

#[test]
fn the_methods_of_the_steps_are_the_steps() {
    let row = leuven();
    let mut protocol = Protocol::request(row.terms(), day(&row.requested)).unwrap();
    assert_eq!((protocol.signed_on(), protocol.validated_on(), protocol.ended_on()), (None, None, None));
    assert_eq!(protocol.legal_basis(), None);
    protocol.advise(Party::Agency, day("2024-03-04")).unwrap();
    protocol.advise(Party::Municipality, day("2024-03-06")).unwrap();
    protocol.sign(Party::Agency, day("2024-03-12")).unwrap();
    assert_eq!(protocol.signed_on(), None);
    protocol.sign(Party::Municipality, day("2024-03-11")).unwrap();
    protocol.validate(day("2024-03-20")).unwrap();
    assert_eq!(protocol.ended_on(), Some(day("2026-03-20")));
    protocol.publish(Party::Agency, day("2024-03-21")).unwrap();
    protocol.publish(Party::Municipality, day("2024-03-22")).unwrap();
    protocol.terminate(day("2024-09-01")).unwrap();
    assert_eq!(protocol, row.protocol().unwrap());
}

#[test]
fn no_step_is_taken_twice() {
    let protocol = leuven().protocol().unwrap();
    let mut steps = leuven().steps();
    steps.push((ProtocolStep::Request, day("2024-03-01")));
    for (step, first) in steps {
        let mut again = protocol.clone();
        let expected = ProtocolError::Repeated { protocol: protocol.id().clone(), step, first };
        assert_eq!(again.take(step, day("2024-12-01")), Err(expected));
        assert_eq!(again, protocol);
    }
}

#[test]
fn errors_that_no_golden_case_has() {
    let mut protocol = leuven().protocol().unwrap();
    assert_snapshot!(protocol.validate(day("2024-12-01")).unwrap_err(), @"protocol `LEU`: the validation was recorded on 2024-03-20; it cannot be recorded again");
    assert_snapshot!(protocol.validate(day("2100-01-01")).unwrap_err(), @"the library answers from 1995-01-01 to 2099-12-31; 2100-01-01 lies outside it");
    assert_snapshot!(protocol.validate(day("1994-12-31")).unwrap_err(), @"the library answers from 1995-01-01 to 2099-12-31; 1994-12-31 lies outside it");
    let outside = Protocol::request(leuven().terms(), day("2100-01-01")).unwrap_err();
    assert!(matches!(outside, ProtocolError::Municipality(_)));
}

#[test]
fn a_protocol_tells_on_what_it_was_concluded() {
    let concluded = |signed: [&str; 2]| {
        let mut row = leuven();
        row.requested = "2019-01-02".into();
        row.advised = vec!["2019-01-02".into()];
        row.signed = signed.map(str::to_owned).to_vec();
        (row.validated, row.published, row.terminated) = (None, vec![], None);
        row.protocol().unwrap().legal_basis()
    };
    assert_eq!(concluded(["2019-07-28", "2019-07-28"]), None);
    assert_eq!(concluded(["2019-07-28", "2019-07-29"]), Some(LegalBasis::Article20));
    assert_eq!(concluded(["2024-06-16", "2024-06-15"]), Some(LegalBasis::Article46_8));
}

#[test]
fn a_list_is_kept_as_long_as_the_protocol_says_and_under_article_20_no_longer_than_five_years() {
    let last =
        |months: u32, delivered: &str| Retention(Months::new(months).unwrap()).last_day(day(delivered)).to_string();
    assert_eq!(last(6, "2024-03-01"), "2024-08-31");
    assert_eq!(last(12, "2024-02-29"), "2025-02-27");
    // The cap holds for deliveries from 2019-07-29 to 2024-06-15.
    assert_eq!(last(61, "2019-07-28"), "2024-08-27");
    assert_eq!(last(61, "2019-07-29"), "2024-07-28");
    assert_eq!(last(60, "2019-07-29"), "2024-07-28");
    assert_eq!(last(59, "2019-07-29"), "2024-06-28");
    assert_eq!(last(61, "2024-06-15"), "2029-06-14");
    assert_eq!(last(61, "2024-06-16"), "2029-07-15");
    assert_eq!(leuven().protocol().unwrap().last_day_kept(day("2024-06-16")), day("2024-12-15"));
}

#[test]
fn words() {
    for (kind, text, dutch) in
        [(ProtocolKind::Standard, "standard", "standaardprotocol"), (ProtocolKind::Custom, "custom", "eigen protocol")]
    {
        assert_eq!((kind.as_str(), kind.to_string().as_str(), kind.dutch()), (text, text, dutch));
    }
    assert_eq!(Party::ALL.map(|party| party.to_string()), ["the agency", "the municipality"]);
    assert_eq!(Party::ALL.map(Party::dutch), ["het agentschap", "de gemeente"]);
    let stages = [
        ProtocolStage::Requested,
        ProtocolStage::Advised,
        ProtocolStage::Signed,
        ProtocolStage::InForce,
        ProtocolStage::Ended,
    ];
    assert_eq!(stages.map(|stage| stage.to_string()), ["requested", "advised", "signed", "in_force", "ended"]);
    assert_eq!(
        stages.map(ProtocolStage::dutch),
        ["aangevraagd", "geadviseerd", "ondertekend", "van kracht", "beëindigd"]
    );
    assert!(stages.is_sorted());
    let steps = leuven().steps().into_iter().map(|(step, _)| step.to_string()).collect::<Vec<_>>().join(", ");
    assert_snapshot!(steps, @"the advice of the agency, the advice of the municipality, the signature of the agency, the signature of the municipality, the validation, the publication by the agency, the publication by the municipality, the termination");
    assert_eq!(ProtocolStep::Request.to_string(), "the request");
    assert_eq!(ProtocolStep::Request.requires(), []);
}

fn any_step() -> impl Strategy<Value = ProtocolStep> {
    prop_oneof![
        Just(ProtocolStep::Request),
        Just(ProtocolStep::Advice(Party::Agency)),
        Just(ProtocolStep::Advice(Party::Municipality)),
        Just(ProtocolStep::Signature(Party::Agency)),
        Just(ProtocolStep::Signature(Party::Municipality)),
        Just(ProtocolStep::Validation),
        Just(ProtocolStep::Publication(Party::Agency)),
        Just(ProtocolStep::Publication(Party::Municipality)),
        Just(ProtocolStep::Termination),
    ]
}

proptest! {
    /// Whatever is tried, in whatever order: a refused step changes nothing, the stages of the days only go on, and what
    /// is known on a day does not change by a step of a later day.
    #[test]
    fn stages_only_go_on(tries in prop::collection::vec((any_step(), 0_u64..40), 0..60)) {
        let first = day("2024-03-01");
        let mut protocol = Protocol::request(leuven().terms(), first).unwrap();
        for (step, days) in tries {
            let on = first + chrono::Days::new(days);
            let before = protocol.clone();
            match protocol.take(step, on) {
                Err(_) => prop_assert_eq!(&protocol, &before),
                Ok(()) => prop_assert_eq!(protocol.taken_on(step), Some(on)),
            }
            let mut last = None;
            for later in first.iter_days().take(45) {
                let stage = protocol.stage_on(later);
                prop_assert!(last <= stage);
                last = stage;
                if later < on {
                    prop_assert_eq!(stage, before.stage_on(later));
                    prop_assert_eq!(protocol.open_obligations(later), before.open_obligations(later));
                }
            }
        }
    }
}

#[cfg(feature = "serde")]
mod serde_forms {
    use super::*;

    #[test]
    fn a_protocol_goes_out_and_comes_back() {
        let protocol = leuven().protocol().unwrap();
        let text = serde_json::to_string(&protocol).unwrap();
        assert_snapshot!(text, @r#"{"id":"LEU","municipality":"24062","kind":"custom","purposes":["ceremony","buddy_work"],"duration":{"months":24},"retention":6,"requested_on":"2024-03-01","advised_on":{"agency":"2024-03-04","municipality":"2024-03-06"},"signed_on":{"agency":"2024-03-12","municipality":"2024-03-11"},"validated_on":"2024-03-20","published_on":{"agency":"2024-03-21","municipality":"2024-03-22"},"terminated_on":"2024-09-01"}"#);
        assert_eq!(serde_json::from_str::<Protocol>(&text).unwrap(), protocol);
    }

    #[test]
    fn a_protocol_comes_in_with_the_steps_it_has() {
        let text = r#"{"id":"LEU","municipality":"24062","kind":"standard","purposes":["ceremony"],"duration":"indefinite","retention":12,"requested_on":"2024-03-01","advised_on":{"agency":"2024-03-04"}}"#;
        let protocol: Protocol = serde_json::from_str(text).unwrap();
        assert_eq!(protocol.stage_on(day("2024-03-04")), Some(ProtocolStage::Requested));
        assert_eq!(protocol.taken_on(ProtocolStep::Advice(Party::Agency)), Some(day("2024-03-04")));
        assert_eq!(protocol.terms().duration, ProtocolDuration::Indefinite);
    }

    #[test]
    fn a_protocol_that_cannot_be_does_not_come_in() {
        let text = |change: (&str, &str)| {
            serde_json::to_string(&leuven().protocol().unwrap()).unwrap().replace(change.0, change.1)
        };
        let error = |change| serde_json::from_str::<Protocol>(&text(change)).unwrap_err().to_string();
        assert_snapshot!(error(("\"validated_on\":\"2024-03-20\"", "\"validated_on\":\"2024-03-10\"")), @"protocol `LEU`: the validation on 2024-03-10 comes before the step it follows (2024-03-12); give that day or a later one");
        assert_snapshot!(error(("\"validated_on\":\"2024-03-20\"", "\"validated_on\":null")), @"protocol `LEU`: the termination comes after the validation, which is not recorded; record it first");
        assert!(error(("[\"ceremony\",\"buddy_work\"]", "[]")).starts_with("no purpose was given; give at least one"));
        assert!(error(("\"retention\":6", "\"retention\":0")).starts_with("a term of 0 months was given"));
        assert!(error(("\"id\"", "\"name\"")).starts_with("unknown field `name`"));
        assert!(error(("\"agency\"", "\"agent\"")).starts_with("unknown field `agent`"));
    }
}
