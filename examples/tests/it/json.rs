//! The JSON files and their schemas.

use std::fs;
use std::path::Path;

use inburgering_examples::synthetic::{ledger, write_ledger};

use crate::place::{Place, SMALL_DAYS, cases};

/// What a schema says of a file.
fn validate(schema: &str, file: &Path) -> Vec<String> {
    let read = |path: &Path| serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let schema: serde_json::Value = read(&cases("small").join(schema));
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let value: serde_json::Value = read(file);
    validator.iter_errors(&value).map(|error| error.instance_path().to_string()).collect()
}

#[test]
fn the_json_files_are_as_their_schemas_say() {
    let place = Place::new();
    place.exchange(&cases("small"), &SMALL_DAYS).unwrap();
    let generated = tempfile::tempdir().unwrap();
    write_ledger(&ledger(1), generated.path()).unwrap();
    for directory in [cases("small"), generated.path().to_owned()] {
        assert_eq!(validate("protocols.schema.json", &directory.join("protocols.json")), Vec::<String>::new());
        assert_eq!(validate("requests.schema.json", &directory.join("requests.json")), Vec::<String>::new());
    }
    assert_eq!(validate("requests.schema.json", &place.out().join("requests.json")), Vec::<String>::new());
    for schema in ["protocols.schema.json", "requests.schema.json"] {
        assert_eq!(fs::read(cases("small").join(schema)).unwrap(), fs::read(generated.path().join(schema)).unwrap());
    }
}

#[test]
fn the_schemas_refuse_what_the_program_refuses() {
    let broken = cases("broken/rows");
    insta::assert_snapshot!(validate("protocols.schema.json", &broken.join("protocols.json")).join("\n"), @"
    /1/duration
    /1/kind
    /1/municipality
    /1/purposes
    /1/requested_on
    /1/requested_on
    /1/retention
    /1/signed_on/agency
    /1/signed_on
    ");
    insta::assert_snapshot!(validate("requests.schema.json", &broken.join("requests.json")).join("\n"), @"
    /1/request
    /1/request/door
    /1/request/purposes/0
    /3
    ");
}
