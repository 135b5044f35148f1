//! The protocols and the requests, from `protocols.json` and `requests.json`.
//!
//! Both are lists, in the form that the library gives its values (feature `serde`); their schemas stand beside the case
//! sets in `examples/cases/`. A request of the past has the steps of what became of it; one that has still to be answered has none, or waits.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use inburgering::{
    Door, History, Municipality, Protocol, ProtocolDuration, ProtocolId, ProtocolKind, Purposes, Register, RequestId,
    RequestRecord, RequestState, Requester, Retention,
};

use crate::json::{Field, List, Need, Shape};
use crate::problem::{Place, Problem};

/// The protocols, and the requests with what became of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    /// The protocols.
    pub protocols: Register,
    /// The requests.
    pub history: History,
}

/// The file of the protocols.
pub const PROTOCOLS: &str = "protocols.json";
/// The file of the requests.
pub const REQUESTS: &str = "requests.json";

impl Ledger {
    /// Reads both files of a directory.
    ///
    /// # Errors
    /// Every problem of both files.
    pub fn read(directory: &Path) -> Result<Self, Vec<Problem>> {
        let mut ledger = Self::default();
        let mut problems = read_protocols(directory, &mut ledger.protocols);
        problems.extend(read(
            directory,
            REQUESTS,
            RECORD,
            |json| serde_json::from_str(json),
            |record: RequestRecord| ledger.history.add(record).map_err(|error| error.to_string()),
        ));
        if problems.is_empty() { Ok(ledger) } else { Err(problems) }
    }
}

/// Reads the protocols of a directory into a register, and answers with what is wrong.
pub(crate) fn read_protocols(directory: &Path, register: &mut Register) -> Vec<Problem> {
    read(
        directory,
        PROTOCOLS,
        PROTOCOL,
        |json| serde_json::from_str(json),
        |protocol: Protocol| register.add(protocol).map_err(|error| error.to_string()),
    )
}

/// Reads a list from a file, gives each element to `add`, and answers with what is wrong.
fn read<T>(
    directory: &Path,
    file: &'static str,
    shape: Shape,
    parse: fn(&str) -> serde_json::Result<T>,
    mut add: impl FnMut(T) -> Result<(), String>,
) -> Vec<Problem> {
    let bytes = match fs::read(directory.join(file)) {
        Ok(bytes) => bytes,
        Err(error) => return vec![Problem { file: file.into(), place: Place::File, what: unreadable(&error) }],
    };
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) => text,
        Err(error) => {
            let line = bytes.iter().take(error.valid_up_to()).filter(|&&byte| byte == b'\n').count() + 1;
            let what = format!("line {line} is not UTF-8; save the file as UTF-8");
            return vec![Problem { file: file.into(), place: Place::File, what }];
        }
    };
    let mut list = List::new(file, text.strip_prefix('\u{feff}').unwrap_or(text));
    for (value, element) in list.read(shape, parse) {
        if let Err(what) = add(value) {
            list.report(element, what);
        }
    }
    list.into_problems()
}

pub(crate) fn unreadable(error: &std::io::Error) -> String {
    format!("the file cannot be read ({error}); put it into the directory that was given")
}

const fn mandatory(name: &'static str, shape: Shape) -> Field {
    Field { name, need: Need::Mandatory, shape }
}

const fn optional(name: &'static str, shape: Shape) -> Field {
    Field { name, need: Need::Optional, shape }
}

/// Whether a text is exactly a day as the schemas have it.
fn is_day(json: &str) -> bool {
    serde_json::from_str::<String>(json).is_ok_and(|text| text.len() == 10)
        && serde_json::from_str::<NaiveDate>(json).is_ok()
}

macro_rules! value {
    ($expected:literal, $type:ty) => {
        Shape::Value($expected, |json| serde_json::from_str::<$type>(json).is_ok())
    };
}

const DAY: Shape = Shape::Value("a day as \"YYYY-MM-DD\"", is_day);
const DAY_OR_NULL: Shape =
    Shape::Value("a day as \"YYYY-MM-DD\", or null where there is none", |json| json == "null" || is_day(json));
const MUNICIPALITY: Shape = value!("the NIS code of a municipality, such as \"44021\"", Municipality);
const PURPOSES: Shape =
    value!("a list of at least one of \"welcome_policy\", \"ceremony\", \"buddy_work\", \"dutch_practice\"", Purposes);

const BY_PARTY: Shape = Shape::Object(&[optional("agency", DAY_OR_NULL), optional("municipality", DAY_OR_NULL)]);

const PROTOCOL: Shape = Shape::Object(&[
    mandatory("id", value!("a text of one line without a register number", ProtocolId)),
    mandatory("municipality", MUNICIPALITY),
    mandatory("kind", value!("\"standard\" or \"custom\"", ProtocolKind)),
    mandatory("purposes", PURPOSES),
    mandatory("duration", value!("\"indefinite\" or {\"months\": 1 to 1200}", ProtocolDuration)),
    mandatory("retention", value!("a number of months, 1 to 1200", Retention)),
    mandatory("requested_on", DAY),
    optional("advised_on", BY_PARTY),
    optional("signed_on", BY_PARTY),
    optional("validated_on", DAY_OR_NULL),
    optional("published_on", BY_PARTY),
    optional("terminated_on", DAY_OR_NULL),
]);

const RECORD: Shape = Shape::Object(&[mandatory("request", REQUEST), optional("steps", Shape::List(&STEP))]);

const REQUEST: Shape = Shape::Object(&[
    optional("id", value!("a text of one line without a register number, or null", Option<RequestId>)),
    mandatory("municipality", MUNICIPALITY),
    mandatory("received_on", DAY),
    mandatory("purposes", PURPOSES),
    mandatory("requester", value!("a text of one line without a register number", Requester)),
    optional("door", value!("\"data\", \"standard_protocol_and_data\" or \"custom_protocol_and_data\"", Door)),
]);

const STEP: Shape = Shape::Object(&[
    mandatory("on", DAY),
    mandatory("state", value!("\"granted\", \"waiting\", \"refused\", \"delivered\" or \"withdrawn\"", RequestState)),
]);
