//! Tests of `municipality`.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::{Days, NaiveDate};
use inburgering::horizon::{FIRST_DAY, LAST_DAY};
use inburgering::municipality::{TABLE_ATTRIBUTION, TABLE_DATE, TABLE_VERSION};
use inburgering::{Municipality, MunicipalityError, NisCode, Period, Province, Region};
use proptest::prelude::*;
use serde::Deserialize;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn municipality(code: &str) -> Municipality {
    code.parse().unwrap()
}

/// The first and last day of the table, and each day of change with the day before and the day after.
fn telling_days() -> Vec<NaiveDate> {
    let mut days = vec![FIRST_DAY, LAST_DAY];
    for &change in Municipality::change_days() {
        days.extend([change.pred_opt().unwrap(), change, change.succ_opt().unwrap()]);
    }
    days.sort();
    days
}

// ---------------------------------------------------------------- golden cases

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Golden {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    citation: String,
    ask: String,
    code: Option<String>,
    named: Option<String>,
    on: String,
    expected: Option<Vec<String>>,
    error: Option<String>,
}

fn answer(case: &Case) -> Result<Vec<Municipality>, MunicipalityError> {
    let on = day(&case.on);
    let given = || case.code.as_deref().unwrap().parse::<Municipality>();
    match case.ask.as_str() {
        "current" => Ok(vec![given()?.current(on)?]),
        "legal_person" => Ok(given()?.legal_person_on(on)?.into_iter().collect()),
        "valid" => Ok(vec![given()?.require_valid_on(on)?]),
        "named" => Municipality::named(case.named.as_deref().unwrap(), on),
        other => panic!("{}: unknown question {other}", case.name),
    }
}

#[test]
fn golden_cases() {
    let golden: Golden = toml::from_str(include_str!("../golden/municipality.toml")).unwrap();
    let names: HashSet<&str> = golden.case.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(names.len(), golden.case.len(), "two cases of one name");
    for case in &golden.case {
        assert!(!case.citation.is_empty());
        let (expected, error) = match answer(case) {
            Ok(found) => (Some(found.iter().map(ToString::to_string).collect()), None),
            Err(error) => (None, Some(error.to_string())),
        };
        assert_eq!((&expected, &error), (&case.expected, &case.error), "{}", case.name);
    }
}

// ---------------------------------------------------------------- the table

#[test]
fn counts_by_period() {
    // day, Belgium, Flanders, Brussels, Wallonia
    let counts = [
        ("1995-01-01", [589, 308, 19, 262]),
        ("2018-12-31", [589, 308, 19, 262]),
        ("2019-01-01", [581, 300, 19, 262]),
        ("2019-01-02", [581, 300, 19, 262]),
        ("2024-12-01", [581, 300, 19, 262]),
        ("2024-12-02", [580, 300, 19, 261]),
        ("2024-12-03", [580, 300, 19, 261]),
        ("2024-12-31", [580, 300, 19, 261]),
        ("2025-01-01", [565, 285, 19, 261]),
        ("2025-01-02", [565, 285, 19, 261]),
        ("2099-12-31", [565, 285, 19, 261]),
    ];
    for (on, expected) in counts {
        let all: Vec<_> = Municipality::all_on(day(on)).unwrap().collect();
        let [flanders, brussels, wallonia] =
            Region::ALL.map(|region| all.iter().filter(|municipality| municipality.region() == region).count());
        assert_eq!([all.len(), flanders, brussels, wallonia], expected, "{on}");
    }
}

#[test]
fn counts_by_province() {
    let count = |on: &str| {
        Province::ALL.map(|province| {
            Municipality::all_on(day(on)).unwrap().filter(|one| one.province() == Some(province)).count()
        })
    };
    assert_eq!(count("2018-12-31"), [70, 44, 65, 65, 64, 69, 84, 44, 38, 27]);
    assert_eq!(count("2019-01-01"), [69, 42, 60, 65, 64, 69, 84, 44, 38, 27]);
    assert_eq!(count("2025-01-01"), [67, 38, 55, 63, 62, 69, 84, 43, 38, 27]);
}

#[test]
fn only_brussels_has_no_province_and_each_province_lies_in_one_region() {
    for one in Municipality::all() {
        let expected = match one.province() {
            None => Region::Brussels,
            Some(province) if Province::ALL[..5].contains(&province) => Region::Flanders,
            Some(_) => Region::Wallonia,
        };
        assert_eq!(one.region(), expected, "{one}");
    }
}

#[test]
fn the_table_is_in_order_and_its_positions_are_dense() {
    let all: Vec<_> = Municipality::all().collect();
    assert_eq!(all.len(), Municipality::COUNT);
    assert_eq!(Municipality::COUNT, 620);
    assert!(all.windows(2).all(|pair| pair[0] < pair[1] && pair[0].code() < pair[1].code()));
    for (index, &one) in all.iter().enumerate() {
        assert_eq!(one.index(), index);
        assert_eq!(Municipality::from_index(index), Some(one));
        assert_eq!(Municipality::from_code(one.code()), Ok(one));
        assert_eq!(one.code().to_string().parse(), Ok(one));
    }
    assert_eq!(Municipality::from_index(620), None);
    assert_eq!(Municipality::from_index(65_536), None);
    assert_eq!(Municipality::from_index(usize::MAX), None);
}

#[test]
fn every_five_digit_code_is_a_row_or_unknown() {
    let mut found = 0;
    for number in 0..=99_999 {
        let code = NisCode::try_from(number).unwrap();
        match Municipality::from_code(code) {
            Ok(one) => {
                assert_eq!(one.code(), code);
                found += 1;
            }
            Err(error) => assert_eq!(error, MunicipalityError::Unknown { code }),
        }
    }
    assert_eq!(found, 620);
}

#[test]
fn names_are_told_and_typed_in_ascii_apostrophes() {
    let told = |code: &str| (municipality(code).name(), municipality(code).name_french());
    assert_eq!(told("11002"), ("Antwerpen", "Anvers"));
    assert_eq!(told("55004"), ("'s Gravenbrakel", "Braine-le-Comte"));
    assert_eq!(told("73111"), ("Tongeren-Borgloon", "Tongres-Looz"));
    assert_eq!(told("58001"), ("La Louvière", "La Louvière"));
    for one in Municipality::all() {
        for name in [one.name(), one.name_french()] {
            assert_eq!(name, name.trim());
            assert!(!name.is_empty() && !name.contains(['’', '(', '/']), "{name}");
        }
    }
}

/// Each ending: the code, its successor, the day, whether the legal person goes on.
const ENDINGS: &[(&str, &str, &str, bool)] = &[
    ("11007", "11002", "2025-01-01", false),
    ("11056", "46030", "2025-01-01", false),
    ("12030", "12041", "2019-01-01", false),
    ("12034", "12041", "2019-01-01", false),
    ("23023", "23106", "2025-01-01", false),
    ("23024", "23106", "2025-01-01", false),
    ("23032", "23106", "2025-01-01", false),
    ("37007", "37022", "2025-01-01", false),
    ("37012", "37021", "2025-01-01", false),
    ("37015", "37022", "2025-01-01", true),
    ("37018", "37021", "2025-01-01", true),
    ("44001", "44084", "2019-01-01", false),
    ("44011", "44083", "2019-01-01", false),
    ("44012", "44086", "2025-01-01", false),
    ("44029", "44084", "2019-01-01", false),
    ("44034", "44087", "2025-01-01", true),
    ("44036", "44085", "2019-01-01", false),
    ("44040", "44088", "2025-01-01", false),
    ("44043", "44088", "2025-01-01", false),
    ("44045", "46029", "2025-01-01", false),
    ("44048", "44086", "2025-01-01", false),
    ("44049", "44083", "2019-01-01", false),
    ("44072", "44085", "2019-01-01", false),
    ("44073", "44087", "2025-01-01", false),
    ("44080", "44085", "2019-01-01", false),
    ("45017", "45068", "2019-01-01", false),
    ("45057", "45068", "2019-01-01", false),
    ("46003", "46030", "2025-01-01", false),
    ("46013", "46030", "2025-01-01", false),
    ("46014", "46029", "2025-01-01", true),
    ("52043", "55086", "2019-01-01", true),
    ("52063", "55085", "2019-01-01", true),
    ("54007", "57096", "2019-01-01", true),
    ("54010", "57097", "2019-01-01", true),
    ("55010", "51067", "2019-01-01", true),
    ("55022", "58001", "2019-01-01", true),
    ("55023", "51069", "2019-01-01", true),
    ("55039", "51068", "2019-01-01", true),
    ("56011", "58002", "2019-01-01", true),
    ("56085", "58003", "2019-01-01", true),
    ("56087", "58004", "2019-01-01", true),
    ("71022", "71072", "2025-01-01", true),
    ("71047", "72042", "2019-01-01", false),
    ("71057", "71071", "2025-01-01", false),
    ("71069", "71071", "2025-01-01", true),
    ("72025", "72043", "2019-01-01", false),
    ("72029", "72043", "2019-01-01", false),
    ("72040", "72042", "2019-01-01", false),
    ("73006", "73110", "2025-01-01", true),
    ("73009", "73111", "2025-01-01", false),
    ("73032", "73110", "2025-01-01", false),
    ("73040", "71072", "2025-01-01", false),
    ("73083", "73111", "2025-01-01", true),
    ("82003", "82039", "2024-12-02", false),
    ("82005", "82039", "2024-12-02", false),
];

#[test]
fn every_ending() {
    let ended: Vec<_> = Municipality::all().filter(|one| one.validity().until.is_some()).collect();
    assert_eq!(ended.len(), ENDINGS.len());
    for (one, &(code, successor, until, goes_on)) in ended.into_iter().zip(ENDINGS) {
        assert_eq!(one, municipality(code));
        assert_eq!(one.validity(), Period::new(None, Some(day(until))), "{one}");
        assert_eq!(one.successor(), Some(municipality(successor)), "{one}");
        assert_eq!(one.legal_person_goes_on(), goes_on, "{one}");
    }
}

#[test]
fn only_codes_that_ended_have_a_successor_or_a_legal_person_that_goes_on() {
    for one in Municipality::all() {
        assert_eq!(one.successor().is_some(), one.validity().until.is_some(), "{one}");
        assert!(!one.legal_person_goes_on() || one.successor().is_some(), "{one}");
    }
}

#[test]
fn a_successor_is_there_when_its_predecessor_ends_and_a_new_code_has_predecessors() {
    for one in Municipality::all() {
        if let Some(successor) = one.successor() {
            let until = one.validity().until.unwrap();
            assert!(successor.is_valid_on(until), "{one}");
            assert!(one.is_valid_on(until.pred_opt().unwrap()), "{one}");
            assert_eq!(successor.region(), one.region(), "no municipality changed region");
        }
        if let Some(from) = one.validity().from {
            assert!(one.predecessors().count() >= 1, "{one}");
            assert!(one.predecessors().all(|predecessor| predecessor.validity().until == Some(from)), "{one}");
            assert!(one.predecessors().filter(|predecessor| predecessor.legal_person_goes_on()).count() <= 1, "{one}");
        }
    }
}

#[test]
fn predecessors_are_the_inverse_of_the_successor() {
    let mut by_successor: BTreeMap<Municipality, Vec<Municipality>> = BTreeMap::new();
    for one in Municipality::all() {
        if let Some(successor) = one.successor() {
            by_successor.entry(successor).or_default().push(one);
        }
    }
    for one in Municipality::all() {
        let found: Vec<_> = one.predecessors().collect();
        assert_eq!(found, by_successor.remove(&one).unwrap_or_default(), "{one}");
    }
}

#[test]
fn eleven_walloon_codes_were_only_renumbered() {
    let renumbered: Vec<_> = Municipality::all()
        .filter(|one| one.region() == Region::Wallonia && one.legal_person_goes_on())
        .inspect(|one| {
            let successor = one.successor().unwrap();
            assert_eq!((one.name(), one.name_french()), (successor.name(), successor.name_french()));
            assert_eq!(successor.predecessors().count(), 1);
            assert_eq!(one.province(), successor.province());
        })
        .collect();
    assert_eq!(renumbered.len(), 11);
}

#[test]
fn nine_legal_persons_go_on_in_the_mergers_of_2025_and_antwerpen_under_its_own_code() {
    let flemish: Vec<&str> = Municipality::all()
        .filter(|one| one.region() == Region::Flanders && one.legal_person_goes_on())
        .map(Municipality::name)
        .collect();
    assert_eq!(flemish, ["Tielt", "Wingene", "Lochristi", "Lokeren", "Hasselt", "Ham", "Bilzen", "Tongeren"]);
    let antwerpen = municipality("11002");
    assert_eq!(antwerpen.validity(), Period::new(None, None));
    assert!(!antwerpen.legal_person_goes_on());
    assert_eq!(antwerpen.legal_person_on(day("2025-01-01")), Ok(Some(antwerpen)));
    assert_eq!(antwerpen.predecessors().map(Municipality::name).collect::<Vec<_>>(), ["Borsbeek"]);
}

#[test]
fn seven_flemish_municipalities_kept_their_name_under_a_new_code() {
    let mut kept: Vec<&str> = Municipality::all()
        .filter(|one| one.region() == Region::Flanders)
        .filter(|one| one.successor().is_some_and(|successor| successor.name() == one.name()))
        .map(Municipality::name)
        .collect();
    kept.sort_unstable();
    assert_eq!(kept, ["Aalter", "Deinze", "Hasselt", "Lochristi", "Lokeren", "Tielt", "Wingene"]);
}

#[test]
fn only_zwijndrecht_changed_province() {
    let changed: Vec<_> = Municipality::all()
        .filter(|one| one.successor().is_some_and(|successor| successor.province() != one.province()))
        .collect();
    assert_eq!(changed, [municipality("11056")]);
    let now = changed[0].current(day("2025-01-01")).unwrap();
    assert_eq!(changed[0].province(), Some(Province::Antwerpen));
    assert_eq!(now.province(), Some(Province::OostVlaanderen));
}

#[test]
fn the_change_days_are_those_of_the_rows() {
    let days: BTreeSet<NaiveDate> =
        Municipality::all().flat_map(|one| [one.validity().from, one.validity().until]).flatten().collect();
    assert_eq!(Municipality::change_days(), days.into_iter().collect::<Vec<_>>());
    assert_eq!(Municipality::change_days(), ["2019-01-01", "2024-12-02", "2025-01-01"].map(day));
}

#[test]
fn the_version_is_that_of_the_last_change() {
    assert_eq!(TABLE_DATE, day("2025-01-01"));
    assert_eq!(Municipality::change_days().last(), Some(&TABLE_DATE));
    assert_eq!(TABLE_VERSION, format!("REFNIS {TABLE_DATE}"));
    assert!(TABLE_ATTRIBUTION.contains("Statbel") && TABLE_ATTRIBUTION.contains("CC BY 4.0"));
}

// ---------------------------------------------------------------- on a day

#[test]
fn on_every_telling_day_current_is_total_idempotent_and_steady() {
    for on in telling_days() {
        for one in Municipality::all() {
            let begun = one.validity().from.is_none_or(|from| from <= on);
            let current = one.current(on);
            if !begun {
                assert_eq!(current, Err(MunicipalityError::NotYet { municipality: one, on }));
                assert_eq!(one.legal_person_on(on), Err(MunicipalityError::NotYet { municipality: one, on }));
                assert_eq!(one.require_valid_on(on), Err(MunicipalityError::NotYet { municipality: one, on }));
                continue;
            }
            let current = current.unwrap();
            assert!(current.is_valid_on(on), "{one} on {on}");
            assert_eq!(current.current(on), Ok(current), "{one} on {on}");
            assert_eq!(current == one, one.is_valid_on(on), "{one} on {on}");
            // Asked at once or by way of an earlier day: the same answer.
            for &later in telling_days().iter().filter(|&&later| later >= on) {
                assert_eq!(current.current(later), one.current(later), "{one} on {on}, then {later}");
            }
            // The legal person lives where the territory is, or nowhere.
            let person = one.legal_person_on(on).unwrap();
            assert_eq!(person.is_some(), one.is_valid_on(on) || one.legal_person_goes_on(), "{one} on {on}");
            assert!(person.is_none_or(|person| person == current), "{one} on {on}");
            // And `require_valid_on` is `is_valid_on` with an error.
            let expected =
                if one.is_valid_on(on) { Ok(one) } else { Err(MunicipalityError::Ended { municipality: one, on }) };
            assert_eq!(one.require_valid_on(on), expected);
        }
    }
}

#[test]
fn all_on_is_is_valid_on() {
    for on in telling_days() {
        let listed: Vec<_> = Municipality::all_on(on).unwrap().collect();
        let valid: Vec<_> = Municipality::all().filter(|one| one.validity().contains(on)).collect();
        assert_eq!(listed, valid, "{on}");
        assert!(Municipality::all().all(|one| one.is_valid_on(on) == listed.contains(&one)), "{on}");
    }
}

#[test]
fn no_answer_outside_the_table() {
    let one = municipality("46014");
    for on in [FIRST_DAY.pred_opt().unwrap(), LAST_DAY.succ_opt().unwrap(), NaiveDate::MIN, NaiveDate::MAX] {
        let outside = MunicipalityError::OutsideTable { on };
        assert_eq!(one.current(on), Err(outside.clone()));
        assert_eq!(municipality("46029").current(on), Err(outside.clone()));
        assert_eq!(one.legal_person_on(on), Err(outside.clone()));
        assert_eq!(one.require_valid_on(on), Err(outside.clone()));
        assert_eq!(Municipality::named("Lokeren", on), Err(outside.clone()));
        assert_eq!(Municipality::all_on(on).map(Iterator::count), Err(outside));
        assert!(Municipality::all().all(|one| !one.is_valid_on(on)));
    }
    for on in [FIRST_DAY, FIRST_DAY + Days::new(1), LAST_DAY - Days::new(1), LAST_DAY] {
        assert!(one.current(on).is_ok() && Municipality::named("Gent", on).is_ok());
        assert!(municipality("44021").is_valid_on(on));
    }
}

#[test]
fn every_name_finds_its_municipality_in_any_case() {
    for on in [FIRST_DAY, day("2019-01-01"), day("2024-12-31"), day("2025-01-01")] {
        let all: Vec<_> = Municipality::all_on(on).unwrap().collect();
        for one in all.iter().copied().step_by(7).chain(["25014", "55004", "61003", "44021"].map(municipality)) {
            for name in [one.name(), one.name_french()] {
                let expected: Vec<_> =
                    all.iter().copied().filter(|other| other.name() == name || other.name_french() == name).collect();
                assert!(expected.contains(&one));
                for spelling in [name.to_owned(), name.to_uppercase(), name.to_lowercase(), name.replace('\'', "’")] {
                    assert_eq!(Municipality::named(&spelling, on).as_ref(), Ok(&expected), "{spelling} on {on}");
                }
            }
        }
    }
}

#[test]
fn a_name_is_matched_whole_and_on_its_day_only() {
    let named = |name: &str, on: &str| -> Vec<String> {
        Municipality::named(name, day(on)).unwrap().iter().map(|one| one.code().to_string()).collect()
    };
    assert!(named("Lok", "2025-01-01").is_empty());
    assert!(named("Lokeren ", "2025-01-01").is_empty());
    assert!(named("", "2025-01-01").is_empty());
    assert_eq!(named("LOKEREN", "2024-12-31"), ["46014"]);
    assert_eq!(named("lokeren", "2025-01-01"), ["46029"]);
    assert_eq!(named("Gand", "2025-01-01"), ["44021"]);
    assert_eq!(named("Bastogne", "2024-12-01"), ["82003"]);
    assert_eq!(named("Bastenaken", "2024-12-02"), ["82039"]);
    assert_eq!(named("Saint-Nicolas", "2025-01-01"), ["46021", "62093"]);
}

// ---------------------------------------------------------------- text

#[test]
fn a_code_is_five_ascii_digits() {
    for number in (0..=99_999).step_by(13).chain([99_999]) {
        let code = NisCode::try_from(number).unwrap();
        assert_eq!(code.to_u32(), number);
        assert_eq!(code.to_string(), format!("{number:05}"));
        assert_eq!(format!("\t {code}\r\n").parse(), Ok(code));
    }
    assert_eq!(NisCode::try_from(100_000), Err(MunicipalityError::TooManyDigits { length: 6 }));
    assert_eq!(NisCode::try_from(u32::MAX), Err(MunicipalityError::TooManyDigits { length: 10 }));
    for text in ["", "1100", "110 2", "1100a", "+1002", "-1002", "1.002", "11002x", "１１００２", "١١٠٠٢", "Antwerpen"]
    {
        let expected = Err(MunicipalityError::BadCode { text: text.to_owned() });
        assert_eq!(text.parse::<NisCode>(), expected);
        assert_eq!(text.parse::<Municipality>().map(Municipality::code), expected);
    }
    for text in ["110021", "011002", "11002 0", "85073090133", " 85.07.30-901.33\n", "８５０７３０", "١١٠٠٢١"]
    {
        let length = text.trim().chars().count();
        assert_eq!(text.parse::<NisCode>(), Err(MunicipalityError::TooManyDigits { length }), "{text}");
    }
}

#[test]
fn displays() {
    insta::assert_snapshot!(municipality("46014"), @"46014 (Lokeren)");
    insta::assert_snapshot!(format!("{:?}", municipality("46014")), @"Municipality(46014 (Lokeren))");
    insta::assert_snapshot!(format!("{:?}", NisCode::try_from(1).unwrap()), @"NisCode(00001)");
    insta::assert_snapshot!(Region::ALL.map(|region| format!("{region} {}", region.dutch())).join(", "),
        @"Flanders Vlaanderen, Brussels Brussel, Wallonia Wallonië");
    insta::assert_snapshot!(Province::ALL.map(|province| province.to_string()).join(", "),
        @"Antwerpen, Limburg, Oost-Vlaanderen, Vlaams-Brabant, West-Vlaanderen, Henegouwen, Luik, Luxemburg, Namen, Waals-Brabant");
}

#[test]
fn messages() {
    let parse = |text: &str| text.parse::<Municipality>().unwrap_err();
    insta::assert_snapshot!(parse("Gent"), @"`Gent` is no NIS code; a NIS code is five digits, such as 11002");
    insta::assert_snapshot!(parse("85073090133"), @"a NIS code is five digits, such as 11002; given are 11 characters with more than five digits");
    insta::assert_snapshot!(parse("00000"), @"no municipality has had the code 00000 since 1995-01-01; use one of the 620 NIS codes in Statbel's REFNIS");
    let ended = |code: &str, on: &str| municipality(code).require_valid_on(day(on)).unwrap_err();
    insta::assert_snapshot!(ended("46014", "2026-03-01"), @"municipality 46014 (Lokeren) ended on 2025-01-01; use 46029 (Lokeren)");
    let not_yet = |code: &str, on: &str| municipality(code).current(day(on)).unwrap_err();
    insta::assert_snapshot!(not_yet("46029", "2020-01-01"), @"municipality 46029 (Lokeren) begins on 2025-01-01, after 2020-01-01; use 46014 (Lokeren) or 44045 (Moerbeke)");
    insta::assert_snapshot!(not_yet("46030", "2020-01-01"), @"municipality 46030 (Beveren-Kruibeke-Zwijndrecht) begins on 2025-01-01, after 2020-01-01; use 11056 (Zwijndrecht), 46003 (Beveren) or 46013 (Kruibeke)");
    insta::assert_snapshot!(not_yet("51067", "2018-12-31"), @"municipality 51067 (Edingen) begins on 2019-01-01, after 2018-12-31; use 55010 (Edingen)");
    insta::assert_snapshot!(not_yet("46029", "1994-12-31"), @"the table of municipalities covers 1995-01-01 to 2099-12-31; 1994-12-31 lies outside it");
}

#[test]
fn an_error_made_by_hand_has_a_message_too() {
    let antwerpen = municipality("11002");
    let on = day("2020-01-01");
    insta::assert_snapshot!(MunicipalityError::NotYet { municipality: antwerpen, on: day("1900-01-01") }, @"municipality 11002 (Antwerpen) begins on 1900-01-01, after 1900-01-01; use a municipality of that day");
    insta::assert_snapshot!(MunicipalityError::Ended { municipality: antwerpen, on }, @"municipality 11002 (Antwerpen) ended on 2020-01-01; use 11002 (Antwerpen)");
}

proptest! {
    #[test]
    fn no_text_panics_and_no_error_repeats_a_long_number(text in "\\PC{0,8}[0-9]{0,12}\\PC{0,3}") {
        match text.parse::<Municipality>() {
            Ok(one) => prop_assert_eq!(text.trim(), one.code().to_string()),
            Err(MunicipalityError::BadCode { text: kept }) => {
                prop_assert_eq!(&kept, &text);
                prop_assert!(kept.chars().filter(|c| c.is_numeric()).count() <= 5, "{}", kept);
            }
            Err(MunicipalityError::Unknown { code }) => prop_assert_eq!(text.trim(), code.to_string()),
            Err(error) => prop_assert_eq!(error, MunicipalityError::TooManyDigits { length: text.trim().chars().count() }),
        }
        prop_assert!(Municipality::named(&text, day("2025-01-01")).is_ok());
    }
}

#[cfg(feature = "serde")]
mod serde_format {
    use super::*;

    #[test]
    fn a_municipality_and_a_code_are_text() {
        for one in Municipality::all() {
            let json = serde_json::to_string(&one).unwrap();
            assert_eq!(json, format!("\"{}\"", one.code()));
            assert_eq!(serde_json::from_str::<Municipality>(&json).unwrap(), one);
            assert_eq!(serde_json::from_str::<NisCode>(&json).unwrap(), one.code());
        }
    }

    #[test]
    fn what_comes_in_is_checked_and_not_repeated() {
        let refused = |json: &str| serde_json::from_str::<Municipality>(json).unwrap_err().to_string();
        insta::assert_snapshot!(refused("\"11003\""), @"no municipality has had the code 11003 since 1995-01-01; use one of the 620 NIS codes in Statbel's REFNIS at line 1 column 7");
        for json in ["11002", "85073090133", "-85073090133", "8.5073090133e10", "850730901330000000000000"] {
            assert_eq!(
                refused(json),
                "not a text; expected the NIS code of a municipality as text at line 1 column ".to_owned()
                    + &json.len().to_string()
            );
            let code = serde_json::from_str::<NisCode>(json).unwrap_err().to_string();
            assert!(code.starts_with("not a text; expected a NIS code as text of five digits"), "{code}");
        }
        assert!(refused("null").contains("expected the NIS code of a municipality as text"));
        assert!(
            refused("\"85073090133\"").starts_with("a NIS code is five digits, such as 11002; given are 11 characters")
        );
    }

    #[test]
    fn regions_and_provinces_are_snake_case() {
        assert_eq!(serde_json::to_string(&Region::ALL).unwrap(), r#"["flanders","brussels","wallonia"]"#);
        assert_eq!(serde_json::to_string(&Province::OostVlaanderen).unwrap(), r#""oost_vlaanderen""#);
        for province in Province::ALL {
            let json = serde_json::to_string(&province).unwrap();
            assert_eq!(serde_json::from_str::<Province>(&json).unwrap(), province);
        }
    }
}
