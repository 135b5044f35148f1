//! The receipt: who, which data, when, why; its versions, and its keyed digests.

use inburgering::{
    Brussels, Calendar, ClosedRule, DayVersion, Delivery, DigestKey, DigestKeyError, Digests, InheritedProtocol, KeyId,
    LegalBasis, LibraryVersion, Purpose, Purposes, RULES_VERSION, ReasonCode, Receipt, TableVersion, UnreadableRows,
    VersionError, YearRule, municipality,
};
use insta::assert_snapshot;
use proptest::prelude::*;

use crate::delivering::{
    CLOSED, DEAD, Exchange, MOVED, NEW_NUMBER, OLD_NUMBER, REGISTERED, STRANGER, death, dossier, instant, replacement,
    residence,
};
use crate::golden::{Tables, day};

fn receipt(exchange: &Exchange) -> Receipt {
    exchange.deliver().unwrap().receipt
}

/// Every option is another than the default.
fn with_every_option() -> Exchange {
    let mut exchange = Exchange::brugge();
    exchange.unreadable = UnreadableRows::SetAside;
    exchange.rules.closed = ClosedRule::ContractMunicipalityIfResident;
    exchange.rules.brussels = Brussels::Allowed;
    exchange.options.brussels = Brussels::Allowed;
    exchange.options.year = YearRule::RollingTwelveMonths;
    exchange.options.inherited = InheritedProtocol::Accepted;
    exchange.options.calendar = Calendar::flemish_government();
    exchange.tables.deaths.push(death(STRANGER, "2025-02-30"));
    exchange.tables.residences.push(residence("", "31005", "", ""));
    exchange.tables.residences.push(residence("85.07.30-901.34", "31005", "", ""));
    exchange
}

#[test]
fn it_says_who_which_data_when_and_why() {
    let exchange = Exchange::brugge();
    let receipt = exchange.deliver_as(&exchange.assessment(), instant("2026-02-10T16:05:30+01:00")).unwrap().receipt;
    assert_eq!(receipt.requester.as_str(), "dienst samenleven");
    assert_eq!(receipt.operator.as_str(), "operator 7");
    assert_eq!(receipt.delivered_at, instant("2026-02-10T16:05:30+01:00"));
    assert_eq!(receipt.request.as_str(), "31005-2026-02-02");
    assert_eq!(receipt.received_on, day("2026-02-02"));
    assert_eq!(receipt.protocol.as_str(), "P-31005");
    assert_eq!(receipt.purposes, Purposes::new([Purpose::Ceremony, Purpose::BuddyWork]).unwrap());
    assert_eq!(receipt.legal_basis, LegalBasis::Article46_8);
    assert_eq!(receipt.municipality.code().to_u32(), 31005);
    assert_eq!(receipt.on, day("2026-02-10"));
    assert_eq!(receipt.kept_until, day("2027-02-09"));
}

#[test]
fn it_says_every_option() {
    let options = receipt(&Exchange::brugge()).options;
    assert_eq!(options.closed, ClosedRule::ContractMunicipality);
    assert_eq!(options.brussels, Brussels::Refused);
    assert_eq!(options.unreadable_rows, UnreadableRows::Refused);
    assert_eq!(options.year, YearRule::Calendar);
    assert_eq!(options.inherited, InheritedProtocol::Refused);
    assert_eq!(options.calendar, Calendar::legal());
    let options = receipt(&with_every_option()).options;
    assert_eq!(options.closed, ClosedRule::ContractMunicipalityIfResident);
    assert_eq!(options.brussels, Brussels::Allowed);
    assert_eq!(options.unreadable_rows, UnreadableRows::SetAside);
    assert_eq!(options.year, YearRule::RollingTwelveMonths);
    assert_eq!(options.inherited, InheritedProtocol::Accepted);
    assert_eq!(options.calendar, Calendar::flemish_government());
}

#[test]
fn it_says_every_version() {
    let versions = receipt(&Exchange::brugge()).versions;
    assert_eq!(versions.library.as_str(), env!("CARGO_PKG_VERSION"));
    assert_eq!(versions.rules.as_str(), RULES_VERSION);
    assert_eq!(versions.municipalities.as_str(), municipality::TABLE_VERSION);
    assert_eq!(versions.calendar.as_str(), Calendar::version());
    // Each has the form in which it is read back.
    assert_eq!(versions.library.as_str().parse(), Ok(versions.library));
    assert_eq!(versions.rules.as_str().parse(), Ok(versions.rules));
    assert_eq!(versions.municipalities.as_str().parse(), Ok(versions.municipalities));
    assert_eq!(versions.calendar.as_str().parse(), Ok(versions.calendar));
}

#[test]
fn it_counts_the_list_and_each_reason() {
    let counts = receipt(&Exchange::brugge()).counts;
    assert_eq!((counts.listed, counts.closed, counts.closed_residing_elsewhere), (6, 2, 1));
    assert_eq!(counts.rows_without_number, 0);
    let caseload = &counts.caseload;
    assert_eq!((caseload.persons, caseload.eligible, caseload.not_eligible, caseload.undetermined), (9, 7, 1, 1));
    let by_reason: Vec<_> = caseload.by_reason.iter().map(|(&reason, &count)| (reason, count)).collect();
    assert_eq!(
        by_reason,
        [
            (ReasonCode::FollowsCurrentResidence, 5),
            (ReasonCode::StaysAtContractMunicipality, 2),
            (ReasonCode::Died, 1),
            (ReasonCode::ResidenceConflict, 1),
        ]
    );
    let counts = receipt(&with_every_option()).counts;
    assert_eq!((counts.listed, counts.closed, counts.closed_residing_elsewhere), (4, 0, 0));
    assert_eq!(counts.rows_without_number, 2);
    assert_eq!(counts.caseload.by_reason[&ReasonCode::UnreadableRow], 1);
}

#[cfg(feature = "serde")]
#[test]
fn it_is_written_and_read_back() {
    for exchange in [Exchange::brugge(), with_every_option()] {
        let receipt = receipt(&exchange);
        let json = serde_json::to_string_pretty(&receipt).unwrap();
        crate::disclosure::assert_no_number(&json);
        assert_eq!(serde_json::from_str::<Receipt>(&json).unwrap(), receipt);
    }
}

#[cfg(feature = "serde")]
#[test]
fn its_whole_json() {
    let mut exchange = Exchange::brugge();
    exchange.tables = Tables::default();
    let mut json = serde_json::to_value(receipt(&exchange)).unwrap();
    for (name, digest) in json["digests"].as_object_mut().unwrap() {
        if name != "key" {
            assert_eq!(digest.as_str().unwrap().len(), 64);
            *digest = "..".into();
        }
    }
    json["versions"] = "..".into();
    assert_snapshot!(serde_json::to_string_pretty(&json).unwrap(), @r#"
    {
      "counts": {
        "caseload": {
          "by_reason": {},
          "eligible": 0,
          "not_eligible": 0,
          "persons": 0,
          "undetermined": 0
        },
        "closed": 0,
        "closed_residing_elsewhere": 0,
        "listed": 0,
        "rows_without_number": 0
      },
      "delivered_at": "2026-02-10T12:00:00+01:00",
      "digests": {
        "deaths": "..",
        "dossiers": "..",
        "key": "2026-a",
        "list": "..",
        "replacements": "..",
        "residences": "..",
        "set_aside": ".."
      },
      "kept_until": "2027-02-09",
      "legal_basis": "article_46_8",
      "municipality": "31005",
      "on": "2026-02-10",
      "operator": "operator 7",
      "options": {
        "brussels": "refused",
        "calendar": {
          "name": "legal"
        },
        "closed": "contract_municipality",
        "inherited": "refused",
        "unreadable_rows": "refused",
        "year": "calendar"
      },
      "protocol": "P-31005",
      "purposes": [
        "ceremony",
        "buddy_work"
      ],
      "received_on": "2026-02-02",
      "request": "31005-2026-02-02",
      "requester": "dienst samenleven",
      "versions": ".."
    }
    "#);
}

#[cfg(feature = "serde")]
#[test]
fn a_field_that_it_does_not_have_is_refused_at_every_level() {
    let json = serde_json::to_value(receipt(&Exchange::brugge())).unwrap();
    for path in ["", "/options", "/versions", "/counts", "/counts/caseload", "/digests"] {
        let mut more = json.clone();
        more.pointer_mut(path).unwrap().as_object_mut().unwrap().insert("more".into(), 1.into());
        let error = serde_json::from_value::<Receipt>(more).unwrap_err().to_string();
        assert!(error.starts_with("unknown field `more`"), "{path}: {error}");
        let names: Vec<String> = json.pointer(path).unwrap().as_object().unwrap().keys().cloned().collect();
        for name in names {
            let mut fewer = json.clone();
            fewer.pointer_mut(path).unwrap().as_object_mut().unwrap().remove(&name);
            assert!(serde_json::from_value::<Receipt>(fewer).is_err(), "{path}/{name}");
        }
    }
}

#[cfg(feature = "serde")]
#[test]
fn what_is_written_wrongly_is_refused_and_not_repeated() {
    let json = serde_json::to_value(receipt(&Exchange::brugge())).unwrap();
    for (path, wrong) in [
        ("/digests/key", serde_json::json!(85_073_090_133_u64)),
        ("/digests/key", "85.07.30-901.33".into()),
        ("/digests/list", serde_json::json!(85_073_090_133_u64)),
        ("/digests/list", "85.07.30-901.33".into()),
        ("/requester", "85.07.30-901.33".into()),
        ("/operator", serde_json::json!(85_073_090_133_u64)),
        ("/request", "nummer 85073090133".into()),
        ("/protocol", "85073090133".into()),
    ] {
        let mut json = json.clone();
        *json.pointer_mut(path).unwrap() = wrong;
        let error = serde_json::from_value::<Receipt>(json).unwrap_err().to_string();
        assert!(!error.contains("85") && !error.is_empty(), "{path}: {error}");
    }
}

#[cfg(feature = "serde")]
#[test]
fn parts_that_contradict_each_other_are_no_receipt() {
    use serde_json::json;

    // Six listed of nine, one of them by a closed dossier; delivered on 10 February 2026.
    let whole = serde_json::to_value(receipt(&Exchange::brugge())).unwrap();
    let read = |changes: &[(&str, serde_json::Value)]| {
        let mut changed = whole.clone();
        for (path, value) in changes {
            *changed.pointer_mut(path).unwrap() = value.clone();
        }
        serde_json::from_value::<Receipt>(changed).map_err(|error| error.to_string())
    };
    let counts = |name: &str| whole.pointer(&format!("/counts/{name}")).unwrap().as_u64().unwrap();
    assert_eq!((counts("listed"), counts("closed"), counts("closed_residing_elsewhere")), (6, 2, 1));
    let (eligible, persons) = (counts("caseload/eligible"), counts("caseload/persons"));
    for (path, value) in [
        ("/counts/rows_without_number", json!(99_999_999)),
        ("/counts/closed", json!(6)),
        ("/counts/closed_residing_elsewhere", json!(2)),
        ("/counts/listed", json!(eligible)),
        ("/counts/caseload/by_reason/died", json!(persons)),
        ("/received_on", json!("2026-02-10")),
        ("/kept_until", json!("2026-02-10")),
        ("/delivered_at", json!("2026-02-10T23:59:59-11:00")),
        ("/municipality", json!("44021")),
    ] {
        assert!(read(&[(path, value)]).is_ok(), "{path}");
    }
    let mut errors = Vec::new();
    for changes in [
        [("/counts/rows_without_number", json!(100_000_000))].as_slice(),
        &[("/counts/rows_without_number", json!(85_073_090_133_u64))],
        &[("/counts/listed", json!(85_073_090_133_u64))],
        &[("/counts/listed", json!(eligible + 1))],
        &[("/counts/closed", json!(7))],
        &[("/counts/closed_residing_elsewhere", json!(3))],
        &[("/counts/caseload/by_reason/died", json!(persons + 1))],
        &[("/counts/caseload/persons", json!(persons + 1))],
        &[("/counts/caseload/not_eligible", json!(u64::MAX))],
        &[("/received_on", json!("2026-02-11"))],
        &[("/kept_until", json!("2026-02-09"))],
        &[("/delivered_at", json!("2026-02-09T23:59:59+01:00"))],
        &[("/delivered_at", json!("2026-02-11T00:00:00+01:00"))],
        &[("/legal_basis", json!("article_20"))],
        // Lokeren's code of before 2025, Luik, and Brussels without the option.
        &[("/municipality", json!("46014"))],
        &[("/municipality", json!("62063"))],
        &[("/municipality", json!("21004"))],
    ] {
        let error = read(changes).unwrap_err();
        crate::disclosure::assert_no_number(&error);
        errors.push(error);
    }
    assert!(read(&[("/municipality", json!("21004")), ("/options/brussels", json!("allowed"))]).is_ok());
    // What other rules or tables said of the day, they must know.
    assert!(
        read(&[("/municipality", json!("46014")), ("/versions/municipalities", json!("REFNIS 2024-01-01"))]).is_ok()
    );
    assert!(read(&[("/legal_basis", json!("article_20")), ("/versions/rules", json!("2025-01-01"))]).is_ok());
    assert_snapshot!(errors.join("\n"), @r"
    the count `rows_without_number` is above 99999999; give the receipt as it was written
    the count `rows_without_number` is above 99999999; give the receipt as it was written
    the count `listed` is larger than `eligible`, of which it is a part; give the receipt as it was written
    the count `listed` is larger than `eligible`, of which it is a part; give the receipt as it was written
    the count `closed` is larger than `listed`, of which it is a part; give the receipt as it was written
    the count `closed_residing_elsewhere` is larger than `closed`, of which it is a part; give the receipt as it was written
    the count `by_reason` is larger than `persons`, of which it is a part; give the receipt as it was written
    the counts of the answers do not add up to `persons`; give the receipt as it was written
    the counts of the answers do not add up to `persons`; give the receipt as it was written
    2026-02-11 (`received_on`) is after the day of delivery, 2026-02-10; give the receipt as it was written
    2026-02-09 (`kept_until`) is before the day of delivery, 2026-02-10; give the receipt as it was written
    the instant of delivery does not fall on 2026-02-10, the day of delivery; give the receipt as it was written
    the instant of delivery does not fall on 2026-02-10, the day of delivery; give the receipt as it was written
    the legal basis on 2026-02-10 was another; give the receipt as it was written
    46014 (Lokeren) has no list on 2026-02-10; give the receipt as it was written
    62063 (Luik) has no list on 2026-02-10; give the receipt as it was written
    21004 (Brussel) has no list on 2026-02-10; give the receipt as it was written
    ");
}

// Versions.

#[cfg(feature = "serde")]
#[test]
fn a_register_number_in_a_version_is_refused_and_not_repeated() {
    let json = serde_json::to_value(receipt(&Exchange::brugge())).unwrap();
    let refuses = |path: &str, wrong: serde_json::Value| {
        let mut json = json.clone();
        *json.pointer_mut(path).unwrap() = wrong;
        serde_json::from_value::<Receipt>(json).unwrap_err().to_string()
    };
    for (path, error) in [
        ("/versions/library", VersionError::Library),
        ("/versions/rules", VersionError::Day),
        ("/versions/municipalities", VersionError::Table),
        ("/versions/calendar", VersionError::Day),
    ] {
        let own = json.pointer(path).unwrap().as_str().unwrap();
        // As the register writes it, without its separators, with others; with wrong check digits; a part of it.
        for number in
            ["85.07.30-901.33", "85073090133", "850730 901 33", "85.07.30.901.33", "85073090134", "850730-901"]
        {
            for text in [
                number.to_owned(),
                format!("dossier {number}"),
                format!("{own} {number}"),
                format!("{own}{number}"),
                format!("{own}-{number}"),
                format!("{own}-a{number}"),
                format!("{number}{own}"),
            ] {
                assert_eq!(refuses(path, text.as_str().into()), error.to_string(), "{path}: {text}");
            }
        }
        for wrong in [serde_json::json!(85_073_090_133_u64), serde_json::json!(-85_073_090_133_i64), 85_073.5.into()] {
            let message = refuses(path, wrong);
            assert!(message.starts_with("not a text; expected a version of the "), "{path}: {message}");
            assert!(!message.contains(|c: char| c.is_ascii_digit()), "{path}: {message}");
        }
    }
}

#[test]
fn why_a_text_is_no_version() {
    let [library, table, rules] = [
        "85.07.30-901.33".parse::<LibraryVersion>().unwrap_err(),
        "85.07.30-901.33".parse::<TableVersion>().unwrap_err(),
        "85.07.30-901.33".parse::<DayVersion>().unwrap_err(),
    ];
    assert_snapshot!(library, @"a version of the library is three numbers with dots between them, perhaps with a hyphen and a name after them, and has at most ten digits; other text was given");
    assert_snapshot!(table, @"a version of the table of municipalities is `REFNIS`, a space and a day, year first; other text was given");
    assert_snapshot!(rules, @"a version of the rules or of the calendars is a day, year first; other text was given");
    for error in [library, table, rules] {
        assert!(!format!("{error} {error:?}").contains(|c: char| c.is_ascii_digit()));
    }
}

#[test]
fn a_version_of_the_library_is_a_release_of_at_most_ten_digits() {
    let long = format!("1.0.0-a{}", "b".repeat(20));
    for text in
        ["0.1.0", "12.0.3", "9999.999.999", "1.0.0-a", "1.0.0-rc.1", "0.2.0-Alpha..", "1.0.0-a1b2c3d4e5f6g7", &long]
    {
        let version: LibraryVersion = text.parse().unwrap();
        assert_eq!((version.as_str(), version.as_ref(), version.to_string()), (text, text, text.to_owned()));
        assert_eq!(LibraryVersion::try_from(text.to_owned()).map(String::from), Ok(text.to_owned()));
    }
    for text in [
        "",
        "1",
        "1.0",
        "1.0.0.0",
        "1..0",
        ".1.0.0",
        "1.0.",
        "10000.0.0",
        "9999.9999.999",
        "1.0.0-",
        "1.0.0-1",
        "1.0.0-.a",
        "1.0.0-a-b",
        "1.0.0-a_b",
        "1.0.0-aé",
        "1.0.0-a1b2c3d4e5f6g7h8",
        "1.0.0+a",
        "1.0.0 ",
        " 1.0.0",
        "1.0.0\n",
        "v1.0.0",
        "+1.0.0",
        "١.0.0",
        "2026-01-01",
        "REFNIS 2025-01-01",
        &format!("{long}b"),
    ] {
        assert_eq!(text.parse::<LibraryVersion>(), Err(VersionError::Library), "{text}");
    }
}

#[test]
fn a_version_of_a_table_or_of_rules_is_a_day() {
    for day in ["2026-01-01", "2024-02-29", "0000-01-01", "9999-12-31"] {
        assert_eq!(day.parse::<DayVersion>().unwrap().to_string(), day);
        let edition = format!("REFNIS {day}");
        assert_eq!(edition.parse::<TableVersion>().unwrap().as_str(), edition);
        assert_eq!(edition.parse::<DayVersion>(), Err(VersionError::Day));
        assert_eq!(day.parse::<TableVersion>(), Err(VersionError::Table));
    }
    for wrong in [
        "",
        "2026-02-29",
        "2026-00-01",
        "2026-1-01",
        "2026-01-1",
        "20260101",
        "2026-01-01 ",
        " 2026-01-01",
        "2026-01-01\n",
        "2026/01/01",
        "+2026-01-01",
        "+026-01-01",
        "-026-01-01",
        "+10000-01-01",
        "2026-01-0١",
        "26-01-01",
        "2026-01-01-1",
        "0.1.0",
    ] {
        assert_eq!(wrong.parse::<DayVersion>(), Err(VersionError::Day), "{wrong}");
        assert_eq!(format!("REFNIS {wrong}").parse::<TableVersion>(), Err(VersionError::Table), "{wrong}");
    }
    for wrong in ["REFNIS", "REFNIS  2025-01-01", "refnis 2025-01-01", "REFNIS2025-01-01", " REFNIS 2025-01-01"] {
        assert_eq!(wrong.parse::<TableVersion>(), Err(VersionError::Table), "{wrong}");
    }
}

proptest! {
    #[test]
    fn what_is_taken_as_a_version_has_fewer_digits_than_a_number(
        text in prop_oneof![
            any::<String>(),
            "[0-9]{1,4}[.][0-9]{1,4}[.][0-9]{1,4}(-[a-zA-Z][0-9a-zA-Z.]{0,20})?",
            "(REFNIS )?[0-9]{4}-[01][0-9]-[0-3][0-9]",
        ],
    ) {
        let taken = [
            text.parse().map(|version: LibraryVersion| version.to_string()),
            text.parse().map(|version: TableVersion| version.to_string()),
            text.parse().map(|version: DayVersion| version.to_string()),
        ];
        for version in taken.into_iter().flatten() {
            prop_assert_eq!(&version, &text);
            prop_assert!(version.chars().filter(char::is_ascii_digit).count() < 11);
        }
    }
}

// Digests.

fn digests(exchange: &Exchange) -> Digests {
    receipt(exchange).digests
}

/// What differs between the digests of two exchanges.
fn differing(one: &Exchange, other: &Exchange) -> Vec<&'static str> {
    let pairs = digests(one).named().into_iter().zip(digests(other).named());
    pairs.filter(|(one, other)| one.1 != other.1).map(|(one, _)| one.0).collect()
}

/// Computed with Python's `hmac` and `hashlib` from the description at the head of the fingerprint.
#[test]
fn known_answers() {
    let exchange = Exchange {
        tables: Tables {
            dossiers: vec![
                dossier("D-1", "85.07.30-901.33", ["2025-02-03", "2025-03-03", "", ""], "31005"),
                dossier("D-é", "01.12.31-904.46", ["", "", "2025-05-05", "2025-05-06"], ""),
                dossier("", "85.07.30-901.34", ["", "", "", ""], ""),
            ],
            residences: vec![
                residence("85.07.30-901.33", "31005", "2024-11-05", ""),
                residence("01.12.31-904.46", "44021", "", "2025-01-01"),
                residence("", "440", "2025?", ""),
            ],
            deaths: vec![death("01.12.31-904.46", "2025-06-02"), death("90.01.15-902.60", "2025-02-30")],
            replacements: vec![replacement("85.47.30-906.17", "85.07.30-901.33", "2025-01-02")],
        },
        unreadable: UnreadableRows::SetAside,
        key: DigestKey::new("kat", &(0..32).collect::<Vec<u8>>()).unwrap(),
        ..Exchange::brugge()
    };
    let Delivery { list, receipt, .. } = exchange.deliver().unwrap();
    assert_eq!(list.len(), 1);
    assert_eq!(receipt.digests.key.as_str(), "kat");
    assert_eq!(
        receipt.digests.named().map(|(name, digest)| (name, digest.to_string())),
        [
            ("dossiers", "ad3f27b254b0b670ed147345658aa773bf1da133c742f36ec7d1b44a36e90b94"),
            ("residences", "c848d08ce7f4710e6ff93639506ce25affe4360f2744dbb1e1448e6a1a6167d9"),
            ("deaths", "0d83343d33cbf85e689657f20f2efa6f70eb1ad744713d7b54137fcd762dda25"),
            ("replacements", "bfeb6b6848863d5f011dfb1b43344ba680e382b2abd1f4741de58d0a9ce4c97d"),
            ("set_aside", "6211453f3084b6e3bb63ce1b59d39617fecd8cc1932f52e83780c1fd34887319"),
            ("list", "1197beb73a10107f809374ada23d01662a55e92416d634e182a37fc5947ec18a"),
        ]
        .map(|(name, digest)| (name, digest.to_string()))
    );
}

#[test]
fn a_change_of_any_fact_changes_the_digest_of_its_table() {
    let base = Exchange::brugge();
    let changed = |change: &dyn Fn(&mut Tables)| {
        let mut other = base.clone();
        change(&mut other.tables);
        differing(&base, &other)
    };
    let set = |cell: &mut String, text: &str| {
        assert_ne!(cell, text);
        *cell = text.into();
    };
    let dossiers: [&dyn Fn(&mut Tables); 10] = [
        &|tables| set(&mut tables.dossiers[9].dossier, "D-11"),
        &|tables| set(&mut tables.dossiers[8].insz, STRANGER),
        &|tables| set(&mut tables.dossiers[8].registered_on, "2025-03-04"),
        &|tables| set(&mut tables.dossiers[8].registered_on, ""),
        &|tables| set(&mut tables.dossiers[7].contract_signed_on, "2025-04-02"),
        &|tables| set(&mut tables.dossiers[7].contract_municipality, "44021"),
        &|tables| set(&mut tables.dossiers[7].attest_obtained_on, "2025-04-02"),
        &|tables| set(&mut tables.dossiers[7].closed_on, "2025-04-02"),
        &|tables| drop(tables.dossiers.remove(8)),
        &|tables| tables.dossiers.push(tables.dossiers[8].clone()),
    ];
    for change in dossiers {
        assert_eq!(changed(change), ["dossiers"]);
    }
    let residences: [&dyn Fn(&mut Tables); 6] = [
        &|tables| set(&mut tables.residences[10].insz, STRANGER),
        &|tables| set(&mut tables.residences[10].municipality, "11002"),
        &|tables| set(&mut tables.residences[10].valid_from, "2025-01-16"),
        &|tables| set(&mut tables.residences[10].valid_from, ""),
        &|tables| set(&mut tables.residences[10].valid_until, "2027-01-16"),
        &|tables| drop(tables.residences.remove(10)),
    ];
    for change in residences {
        assert_eq!(changed(change), ["residences"]);
    }
    let another = |tables: &mut Tables| tables.deaths.push(death(DEAD, "2025-12-25"));
    let deaths: [&dyn Fn(&mut Tables); 2] = [&|tables| set(&mut tables.deaths[0].died_on, "2025-12-25"), &another];
    for change in deaths {
        assert_eq!(changed(change), ["deaths"]);
    }
    let another = |tables: &mut Tables| tables.replacements.push(replacement(OLD_NUMBER, NEW_NUMBER, "2025-11-04"));
    let replacements: [&dyn Fn(&mut Tables); 2] =
        [&|tables| set(&mut tables.replacements[0].replaced_on, "2025-11-04"), &another];
    for change in replacements {
        assert_eq!(changed(change), ["replacements"]);
    }
    // What changes the list too.
    assert_eq!(changed(&|tables| set(&mut tables.deaths[0].insz, REGISTERED)), ["deaths", "list"]);
    assert_eq!(changed(&|tables| set(&mut tables.replacements[0].insz_new, STRANGER)), ["replacements", "list"]);
    assert_eq!(changed(&|tables| set(&mut tables.replacements[0].insz_old, STRANGER)), ["replacements", "list"]);
    assert_eq!(changed(&|tables| set(&mut tables.dossiers[1].attest_obtained_on, "2026-02-11")), ["dossiers", "list"]);
    // A cell that moves from one column to the next.
    let moved = |tables: &mut Tables| {
        let row = &mut tables.dossiers[5];
        row.attest_obtained_on = std::mem::take(&mut row.closed_on);
    };
    assert_eq!(changed(&moved), ["dossiers", "list"]);
}

#[test]
fn rows_that_were_set_aside_have_a_digest_of_their_own() {
    let base = with_every_option();
    let changed = |change: &dyn Fn(&mut Tables)| {
        let mut other = base.clone();
        change(&mut other.tables);
        differing(&base, &other)
    };
    assert_eq!(changed(&|tables| tables.deaths[1].died_on = "2025-02-3".into()), ["set_aside"]);
    assert_eq!(changed(&|tables| tables.deaths[1].died_on = "2025-02-3o".into()), ["set_aside"]);
    assert_eq!(changed(&|tables| tables.deaths[1].insz = CLOSED.into()), ["set_aside"]);
    assert_eq!(changed(&|tables| tables.residences[13].municipality = "3100".into()), ["set_aside"]);
    assert_eq!(changed(&|tables| drop(tables.residences.remove(13))), ["set_aside"]);
    assert!(changed(&|tables| tables.residences.reverse()).is_empty());
}

#[test]
fn the_order_of_rows_and_their_numbers_change_no_digest() {
    let base = Exchange::brugge();
    let mut other = base.clone();
    other.tables.dossiers.reverse();
    other.tables.residences.rotate_left(5);
    other.tables.deaths.push(death(MOVED, "2026-03-01"));
    let mut same = other.clone();
    same.tables.deaths.reverse();
    assert_eq!(differing(&base, &other), ["deaths"]);
    assert_eq!(digests(&other), digests(&same));
}

#[test]
fn another_key_makes_other_digests_whatever_its_id() {
    let base = Exchange::brugge();
    let mut key = [7; 32];
    key[31] = 8;
    let mut other = base.clone();
    other.key = DigestKey::new("2026-a", &key).unwrap();
    let all = ["dossiers", "residences", "deaths", "replacements", "set_aside", "list"];
    assert_eq!(differing(&base, &other), all);
    assert_eq!(digests(&other).key, digests(&base).key);
    // The same key under another id: the digests are the same, and say which id.
    other.key = DigestKey::new("2026-b", &[7; 32]).unwrap();
    assert!(differing(&base, &other).is_empty());
    assert_eq!(digests(&other).key.to_string(), "2026-b");
    // Empty tables do not look alike.
    other.tables = Tables::default();
    let digests = digests(&other).named();
    for (at, (name, digest)) in digests.iter().enumerate() {
        assert!(digests[..at].iter().all(|(_, other)| other != digest), "{name}");
    }
    assert_eq!(digests.map(|(name, _)| name), all);
}

#[test]
fn a_key_has_32_bytes_and_an_id_that_may_be_shown() {
    for length in [0, 1, 31] {
        assert_eq!(DigestKey::new("a", &vec![1; length]).unwrap_err(), DigestKeyError::TooShort { length });
    }
    for length in [32, 33, 200] {
        assert_eq!(DigestKey::new("a", &vec![1; length]).unwrap().id().as_str(), "a");
    }
    assert_eq!(format!("{:?}", DigestKey::new("2026-a", &[7; 32]).unwrap()), "DigestKey { id: KeyId(\"2026-a\"), .. }");
    for id in ["a", "2026-a", "A.b_c-9", "1234567890", &"x".repeat(64)] {
        assert_eq!(id.parse::<KeyId>().unwrap().to_string(), id);
        assert_eq!(String::from(id.parse::<KeyId>().unwrap()), id);
        assert_eq!(KeyId::try_from(id.to_string()).unwrap().as_str(), id);
    }
    for id in ["", " ", "a b", "é", "a/b", "12345678901", "85.07.30-901.33", &"x".repeat(65)] {
        assert_eq!(id.parse::<KeyId>(), Err(DigestKeyError::BadId { length: id.chars().count() }), "{id}");
    }
    assert_snapshot!(
        "85.07.30-901.33".parse::<KeyId>().unwrap_err(),
        @"the id of a key has 1 to 64 letters, digits (at most ten), dots, hyphens or underscores; other text, of 15 characters, was given"
    );
    assert_snapshot!(
        DigestKey::new("a", &[1; 31]).unwrap_err(),
        @"a key has at least 32 random bytes; 31 were given"
    );
}

#[test]
fn a_digest_is_64_hexadecimal_digits_in_lower_case() {
    use inburgering::Digest;
    let text = "00ff0a".repeat(10) + "9bcd";
    let digest: Digest = text.parse().unwrap();
    assert_eq!(digest.to_string(), text);
    assert_eq!(String::from(digest), text);
    assert_eq!(Digest::try_from(text.clone()).unwrap(), digest);
    assert_eq!(format!("{digest:?}"), format!("Digest({text})"));
    for wrong in [
        String::new(),
        text.to_uppercase(),
        text[1..].into(),
        text.clone() + "0",
        text.replace('9', "g"),
        text.replacen("00", "é", 1),
    ] {
        assert_eq!(wrong.parse::<Digest>().unwrap_err().length, wrong.chars().count(), "{wrong}");
    }
    assert_snapshot!(
        "0x".parse::<Digest>().unwrap_err(),
        @"a digest has 64 hexadecimal digits in lower case; 2 characters were given that are none"
    );
}
