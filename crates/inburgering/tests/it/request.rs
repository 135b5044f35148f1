//! Tests of `request`. Golden cases of requests are with their assessment.

use inburgering::{Door, ProtocolKind, Purpose, Purposes, Request};
use insta::assert_snapshot;

use crate::books::{day, municipality};

fn request(code: &str, received_on: &str) -> Result<Request, inburgering::RequestError> {
    let purposes = Purposes::new([Purpose::Ceremony, Purpose::BuddyWork]).unwrap();
    Request::new(municipality(code), day(received_on), purposes, "dienst burgerzaken".parse().unwrap())
}

#[test]
fn it_tells_what_it_was_made_of() {
    let request = request("24062", "2025-07-07").unwrap();
    assert_eq!(request.id().as_str(), "24062-2025-07-07");
    assert_eq!(request.municipality(), municipality("24062"));
    assert_eq!(request.received_on(), day("2025-07-07"));
    assert_eq!(request.purposes().to_string(), "civic integration ceremony and buddy work");
    assert_eq!(request.requester().as_str(), "dienst burgerzaken");
    assert_eq!(request.door(), Door::Data);
    let other = request.clone().through(Door::CustomProtocolAndData).with_id("R-1".parse().unwrap());
    assert_eq!((other.id().as_str(), other.door()), ("R-1", Door::CustomProtocolAndData));
    assert_eq!(other.through(Door::Data).with_id(request.id().clone()), request);
}

#[test]
fn the_municipality_is_valid_on_the_day_of_receipt() {
    assert!(request("46014", "2024-12-31").is_ok());
    assert_snapshot!(request("46014", "2025-01-01").unwrap_err(), @"municipality 46014 (Lokeren) ended on 2025-01-01; use 46029 (Lokeren)");
    assert!(request("46029", "2024-12-31").is_err());
    assert!(request("46029", "2025-01-01").is_ok());
    assert_snapshot!(request("24062", "2100-01-01").unwrap_err(), @"the table of municipalities covers 1995-01-01 to 2099-12-31; 2100-01-01 lies outside it");
}

#[test]
fn doors() {
    assert_eq!(
        Door::ALL.map(|door| door.to_string()),
        ["data", "standard_protocol_and_data", "custom_protocol_and_data"]
    );
    assert!(Door::ALL.into_iter().all(|door| door.as_str().parse() == Ok(door)));
    assert_eq!(Door::ALL.map(Door::protocol_asked), [None, Some(ProtocolKind::Standard), Some(ProtocolKind::Custom)]);
    assert_snapshot!("window".parse::<Door>().unwrap_err(), @"no door is called `window`; use `data`, `standard_protocol_and_data` or `custom_protocol_and_data`");
}

#[test]
fn what_may_be_a_register_number_is_told_by_its_length() {
    assert_snapshot!(" 85.07.30-901.33 ".parse::<Door>().unwrap_err(), @"no door has digits, given are 15 characters; use `data`, `standard_protocol_and_data` or `custom_protocol_and_data`");
    assert_snapshot!("85073é".parse::<Door>().unwrap_err(), @"no door is called `85073é`; use `data`, `standard_protocol_and_data` or `custom_protocol_and_data`");
    assert_snapshot!("850730".parse::<Door>().unwrap_err(), @"no door has digits, given are 6 characters; use `data`, `standard_protocol_and_data` or `custom_protocol_and_data`");
    assert_snapshot!("85073090133".parse::<Purpose>().unwrap_err(), @"no purpose has digits, given are 11 characters; use `welcome_policy`, `ceremony`, `buddy_work` or `dutch_practice`");
}

#[cfg(feature = "serde")]
#[test]
fn a_wrong_door_or_purpose_is_not_echoed() {
    for text in ["85073090133", "\"85073090133\"", "\"85.07.30-901.33\"", "8507309013.3", "-85073090133"] {
        let door = serde_json::from_str::<Door>(text).unwrap_err().to_string();
        let purpose = serde_json::from_str::<Purpose>(text).unwrap_err().to_string();
        assert!(!door.contains("07") && !purpose.contains("07"), "{door} {purpose}");
    }
    for door in Door::ALL {
        assert_eq!(serde_json::from_str::<Door>(&serde_json::to_string(&door).unwrap()).unwrap(), door);
    }
    for purpose in Purpose::ALL {
        assert_eq!(serde_json::from_str::<Purpose>(&serde_json::to_string(&purpose).unwrap()).unwrap(), purpose);
    }
}

#[cfg(feature = "serde")]
#[test]
fn a_request_comes_in_with_or_without_a_name() {
    let text = r#"{"municipality":"24062","received_on":"2025-07-07","purposes":["ceremony","buddy_work"],"requester":"dienst burgerzaken"}"#;
    let nameless: Request = serde_json::from_str(text).unwrap();
    assert_eq!(nameless, request("24062", "2025-07-07").unwrap());
    let named = nameless.through(Door::StandardProtocolAndData).with_id("R-1".parse().unwrap());
    let written = serde_json::to_string(&named).unwrap();
    assert_eq!(serde_json::from_str::<Request>(&written).unwrap(), named);
    let late = text.replace("24062", "46014");
    assert!(
        serde_json::from_str::<Request>(&late)
            .unwrap_err()
            .to_string()
            .starts_with("municipality 46014 (Lokeren) ended")
    );
    assert!(serde_json::from_str::<Request>(&text.replace("requester", "asker")).is_err());
}
