//! The schema of the receipt: every receipt that a delivery makes is as it says, and what is none is not.

use inburgering::{
    AssessmentOptions, Brussels, Calendar, ClosedRule, InheritedProtocol, ListRules, Purpose, Purposes, Reason,
    UnreadableRows, YearRule,
};
use inburgering_papers::RECEIPT_SCHEMA;
use jsonschema::Validator;
use serde_json::{Map, Value, json};

use crate::delivering::{CLOSED, Exchange, MOVED, caseload, crowd, day};

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(RECEIPT_SCHEMA).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

fn receipt(exchange: &Exchange) -> Value {
    serde_json::to_value(exchange.deliver().receipt).unwrap()
}

/// Deliveries under every option, with every kind of text.
fn exchanges() -> Vec<Exchange> {
    let gent = Exchange::gent();
    let mut exchanges = vec![gent.clone()];
    for closed in ClosedRule::ALL {
        exchanges.push(Exchange { rules: ListRules { closed, ..ListRules::default() }, ..gent.clone() });
    }
    let brussels = Brussels::Allowed;
    exchanges.push(Exchange {
        rules: ListRules { brussels, ..ListRules::default() },
        options: AssessmentOptions { brussels, ..AssessmentOptions::default() },
        ..gent.clone()
    });
    for year in [YearRule::Calendar, YearRule::RollingTwelveMonths] {
        let inherited = InheritedProtocol::Accepted;
        exchanges.push(Exchange {
            options: AssessmentOptions { year, inherited, ..AssessmentOptions::default() },
            ..gent.clone()
        });
    }
    let closing = Calendar::flemish_government().with_closing_days([day("2026-02-03"), day("2026-05-15")]).unwrap();
    for calendar in [Calendar::legal(), Calendar::flemish_government_year_end(), closing] {
        exchanges
            .push(Exchange { options: AssessmentOptions { calendar, ..AssessmentOptions::default() }, ..gent.clone() });
    }
    exchanges.push(Exchange { caseload: caseload(UnreadableRows::SetAside), ..gent.clone() });
    exchanges.push(Exchange { caseload: crowd(0), ..gent.clone() });
    exchanges.push(Exchange { caseload: crowd(500), ..gent.clone() });
    for text in ["é", "stad Gent, dienst \"inburgering\" <3 & co", "A-11", "日本"] {
        exchanges.push(Exchange {
            requester: text,
            operator: text,
            protocol: text,
            request: Some(text),
            ..gent.clone()
        });
    }
    for key in ["a", "K.2026_b-1", "0123456789", "a1b2c3d4e5f6g7h8i9j0"] {
        exchanges.push(Exchange { key, ..gent.clone() });
    }
    for delivered_at in ["2026-02-10T00:00:00Z", "2026-02-10T23:59:59.999999999-11:30", "2026-02-10T12:00:00.5+14:00"] {
        exchanges.push(Exchange { delivered_at, ..gent.clone() });
    }
    exchanges.push(Exchange { purposes: Purposes::new(Purpose::ALL).unwrap(), ..gent });
    exchanges
}

#[test]
fn every_receipt_is_as_the_schema_says() {
    let validator = validator();
    for exchange in exchanges() {
        let receipt = receipt(&exchange);
        let errors: Vec<_> = validator.iter_errors(&receipt).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{receipt:#}");
    }
}

/// The paths of every value in it, those of objects and lists as well.
fn paths(value: &Value, path: &str, found: &mut Vec<String>) {
    found.push(path.to_owned());
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| paths(value, &format!("{path}/{name}"), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, value)| paths(value, &format!("{path}/{at}"), found));
        }
        _ => {}
    }
}

/// A receipt with closing days and set-aside rows, so that every field stands in it.
fn full() -> Value {
    let calendar = Calendar::legal().with_closing_days([day("2026-02-03")]).unwrap();
    receipt(&Exchange {
        options: AssessmentOptions { calendar, ..AssessmentOptions::default() },
        caseload: caseload(UnreadableRows::SetAside),
        ..Exchange::gent()
    })
}

fn all_paths(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    paths(value, "", &mut found);
    assert!(found.len() > 50, "{found:?}");
    found
}

#[test]
fn a_value_of_another_type_or_a_register_number_stands_nowhere() {
    let (validator, receipt) = (validator(), full());
    assert!(validator.is_valid(&receipt));
    let wrong =
        [json!(null), json!(true), json!(-1), json!(1.5), json!([]), json!({}), json!(""), json!(CLOSED), json!(MOVED)];
    let numbers = [json!(85_073_090_133_u64), json!(101_900_760_u64), json!(format!("dossier {MOVED}"))];
    for path in all_paths(&receipt) {
        for value in wrong.iter().chain(&numbers) {
            // Nothing by any reason, and no closing day.
            let empty = path == "/counts/caseload/by_reason" && *value == json!({});
            let mut changed = receipt.clone();
            *changed.pointer_mut(&path).unwrap() = value.clone();
            assert_eq!(validator.is_valid(&changed), empty, "{path}: {value}");
        }
    }
}

#[test]
fn a_compact_number_stands_in_no_field_of_a_fixed_form() {
    let (validator, receipt) = (validator(), full());
    // NOTE: eleven digits in a caller's own words are caught as a receipt is read, not by the schema.
    let words = ["/requester", "/operator", "/request", "/protocol"];
    for path in all_paths(&receipt).iter().filter(|path| !words.contains(&path.as_str())) {
        let mut changed = receipt.clone();
        *changed.pointer_mut(path).unwrap() = json!("85073090133");
        assert!(!validator.is_valid(&changed), "{path}");
        assert!(serde_json::from_value::<inburgering::Receipt>(changed).is_err(), "{path}");
    }
}

// NOTE: but for a day that does not exist, which within a longer text (`REFNIS 2025-02-29`) a schema cannot tell.
#[test]
fn the_library_reads_the_versions_that_the_schema_takes_and_no_other() {
    let (validator, receipt) = (validator(), full());
    let taken = ["0.1.0", "9999.999.999", "1.0.0-rc.1", "2026-01-01", "2024-02-29", "REFNIS 2025-01-01"];
    let numbers =
        ["85.07.30-901.33", "85073090133", "85.07.30.901.33", "850730 901 33", "85073090134", "8507.3090.133"];
    let refused = [
        "",
        "85",
        "1.0",
        "1.0.0.0",
        "10000.0.0",
        "1.0.0-1",
        "1.0.0-a-b",
        "1.0.0-abcdefghijklmnopqrstuv",
        "1.0.0-a85073090",
        "1.0.0\n",
        " 1.0.0",
        "1.0.0+a",
        "١.0.0",
        "2026-02-29",
        "2026-1-1",
        "+2026-01-01",
        "-026-01-01",
        "20260101",
        "2026-01-01 ",
        "2026-01-01T00:00:00Z",
        "REFNIS",
        "refnis 2025-01-01",
        "REFNIS  2025-01-01",
    ];
    for (name, fitting) in [("library", 3), ("rules", 2), ("municipalities", 1), ("calendar", 2)] {
        let own = receipt["versions"][name].as_str().unwrap();
        let with_number = numbers.iter().flat_map(|number| {
            [number.to_string(), format!("{own}{number}"), format!("{own} {number}"), format!("{own}-a{number}")]
        });
        let agree = |text: &str| {
            let mut changed = receipt.clone();
            changed["versions"][name] = json!(text);
            let (valid, read) = (validator.is_valid(&changed), serde_json::from_value::<inburgering::Receipt>(changed));
            assert_eq!(valid, read.is_ok(), "{name}: {text}");
            valid
        };
        assert!(agree(own), "{name}");
        assert_eq!(taken.into_iter().filter(|text| agree(text)).count(), fitting, "{name}");
        for text in refused.into_iter().map(String::from).chain(with_number) {
            assert!(!agree(&text), "{name}: {text}");
        }
    }
}

#[test]
fn no_field_may_be_missing_and_none_be_added() {
    let (validator, receipt) = (validator(), full());
    let objects = |value: &Value| {
        let is_object = |path: &String| value.pointer(path).is_some_and(Value::is_object);
        all_paths(value).into_iter().filter(is_object).collect::<Vec<_>>()
    };
    for path in objects(&receipt) {
        let fields =
            |value: &mut Value| -> Map<String, Value> { value.pointer(&path).unwrap().as_object().unwrap().clone() };
        for (name, _) in fields(&mut receipt.clone()) {
            let mut changed = receipt.clone();
            changed.pointer_mut(&path).unwrap().as_object_mut().unwrap().remove(&name);
            let may_miss = path == "/counts/caseload/by_reason" || name == "closing_days";
            assert_eq!(validator.is_valid(&changed), may_miss, "{path} without {name}");
        }
        for name in ["more", MOVED, ""] {
            let mut changed = receipt.clone();
            changed.pointer_mut(&path).unwrap().as_object_mut().unwrap().insert(name.into(), json!(1));
            assert!(!validator.is_valid(&changed), "{path} with {name}");
        }
    }
}

#[test]
fn it_knows_every_reason_and_says_what_every_field_is() {
    let schema: Value = serde_json::from_str(RECEIPT_SCHEMA).unwrap();
    let reasons =
        &schema["properties"]["counts"]["properties"]["caseload"]["properties"]["by_reason"]["propertyNames"]["enum"];
    let all: Vec<_> = Reason::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(*reasons, json!(all));
    let mut objects = vec![&schema];
    let mut fields = 0;
    while let Some(object) = objects.pop() {
        for (name, field) in object["properties"].as_object().unwrap() {
            assert!(field["title"].is_string() && field["description"].is_string(), "{name}");
            fields += 1;
            objects.extend(field.get("properties").is_some().then_some(field));
        }
    }
    assert_eq!(fields, 44);
}
