//! Tests of `purpose`, `months`, `opaque` and the options: the words of protocols and requests.

use inburgering::opaque::MAX_LENGTH;
use inburgering::{
    Months, MonthsError, OpaqueTextError, Operator, ProtocolId, Purpose, Purposes, RequestId, Requester,
};
use insta::assert_snapshot;
use proptest::prelude::*;

use crate::books::day;

/// Every set of purposes, the empty one first.
fn sets() -> Vec<Vec<Purpose>> {
    (0..16).map(|bits| Purpose::ALL.into_iter().filter(|&purpose| bits >> purpose as u8 & 1 == 1).collect()).collect()
}

#[test]
fn purposes_are_a_set_that_is_never_empty() {
    assert_snapshot!(Purposes::new([]).unwrap_err(), @"no purpose was given; give at least one");
    for one in sets().into_iter().skip(1) {
        let set = Purposes::new(one.iter().copied().rev().chain(one.iter().copied())).unwrap();
        assert_eq!(set.iter().collect::<Vec<_>>(), one);
        assert!(Purpose::ALL.into_iter().all(|purpose| set.contains(purpose) == one.contains(&purpose)));
        for other in sets().into_iter().skip(1) {
            let others = Purposes::new(other.iter().copied()).unwrap();
            let rest = one.iter().copied().filter(|purpose| !other.contains(purpose));
            assert_eq!(set.without(others), Purposes::new(rest).ok());
            assert_eq!(set.is_within(others), one.iter().all(|purpose| other.contains(purpose)));
            assert_eq!(set == others, one == other);
        }
    }
    for purpose in Purpose::ALL {
        assert_eq!(Purposes::from(purpose).iter().collect::<Vec<_>>(), [purpose]);
    }
}

#[test]
fn purposes_have_words() {
    let words = Purpose::ALL.map(|purpose| format!("{}: {purpose} / {}\n", purpose.as_str(), purpose.dutch()));
    assert_snapshot!(words.concat(), @r"
    welcome_policy: welcome policy / onthaalbeleid voor nieuwe inwoners
    ceremony: civic integration ceremony / inburgeringsceremonie
    buddy_work: buddy work / buddywerking voor nieuwkomers
    dutch_practice: Dutch practice / oefenkansen Nederlands
    ");
    let set = |purposes: &[Purpose]| Purposes::new(purposes.iter().copied()).unwrap();
    assert_snapshot!(set(&Purpose::ALL), @"welcome policy, civic integration ceremony, buddy work and Dutch practice");
    assert_snapshot!(set(&Purpose::ALL[..2]).dutch(), @"onthaalbeleid voor nieuwe inwoners en inburgeringsceremonie");
    assert_snapshot!(set(&Purpose::ALL[..1]).dutch(), @"onthaalbeleid voor nieuwe inwoners");
    assert_snapshot!(format!("{:?}", set(&Purpose::ALL[1..3])), @"{Ceremony, BuddyWork}");
    assert!(Purpose::ALL.into_iter().all(|purpose| purpose.as_str().parse() == Ok(purpose)));
    assert_snapshot!("party".parse::<Purpose>().unwrap_err(), @"no purpose is called `party`; use `welcome_policy`, `ceremony`, `buddy_work` or `dutch_practice`");
    assert_eq!(Purpose::Ceremony.citation(), inburgering::citation::PAGE_PURPOSES);
}

#[test]
fn a_term_has_one_to_twelve_hundred_months() {
    assert_eq!(Months::new(0), Err(MonthsError::OutOfRange { months: 0 }));
    assert_eq!(Months::new(1).map(Months::get), Ok(1));
    assert_eq!(Months::new(1200).map(Months::get), Ok(1200));
    assert_snapshot!(Months::new(1201).unwrap_err(), @"a term of 1201 months was given; 1 to 1200 months are allowed");
    assert_eq!((Months::YEAR.get(), Months::FIVE_YEARS.get(), Months::MAX), (12, 60, 1200));
    let months = |n| Months::new(n).unwrap();
    assert_eq!((months(1).to_string(), months(2).to_string()), ("1 month".into(), "2 months".into()));
    assert_eq!((months(1).dutch(), months(2).dutch()), ("1 maand".into(), "2 maanden".into()));
    assert_eq!(months(1).after(day("2024-01-31")), day("2024-02-29"));
    assert_eq!(months(13).after(day("2024-01-31")), day("2025-02-28"));
    assert_eq!(months(1200).after(day("2099-12-31")), day("2199-12-31"));
}

#[test]
fn an_opaque_text_may_stand_on_a_receipt() {
    let refused = |text: &str| text.parse::<Requester>().unwrap_err();
    assert_eq!("  dienst burgerzaken ".parse::<Requester>().unwrap().as_str(), "dienst burgerzaken");
    assert_snapshot!(refused(" \t "), @"the text is empty; give at least one character");
    let longest = "é".repeat(MAX_LENGTH);
    assert_eq!(longest.parse::<Requester>().unwrap().to_string(), longest);
    assert_snapshot!(refused(&format!("{longest}é")), @"the text has 201 characters; at most 200 are allowed");
    for text in ["a\nb", "a\rb", "a\u{7}b", "a\u{2028}b", "a\u{2029}b", "a\u{85}b"] {
        assert_eq!(refused(text), OpaqueTextError::NotOneLine);
    }
    assert_snapshot!(refused("a\nb"), @"the text has a control character or a line break; give it on one line");
}

#[test]
fn an_opaque_text_contains_no_register_number() {
    let number = "85073090133";
    let dotted = "85.07.30-901.33";
    let others =
        ["850730-901-33", "85 07 30 901 33", "85/07/30 901.33", "850730 90133", "850730901-33", "85-0730901 33"];
    // What a word processor or a web page makes of a hyphen or a blank, and a dash with blanks about it.
    let typeset =
        ["85.07.30–901.33", "85.07.30 − 901.33", "85.07.30\u{a0}901.33", "85_07_30_901_33", "85   0730901.33"];
    for text in [number, dotted].into_iter().chain(others).chain(typeset) {
        for around in [
            text.to_owned(),
            format!("nr. {text}"),
            format!("{text} (dossier)"),
            format!("é{text}é"),
            format!("1{text}2"),
        ] {
            assert_eq!(around.parse::<ProtocolId>(), Err(OpaqueTextError::RegisterNumber), "{around}");
            assert_eq!(around.parse::<RequestId>(), Err(OpaqueTextError::RegisterNumber));
            assert_eq!(around.parse::<Operator>(), Err(OpaqueTextError::RegisterNumber));
            assert_eq!(around.parse::<Requester>(), Err(OpaqueTextError::RegisterNumber));
        }
    }
    let error = dotted.parse::<Requester>().unwrap_err();
    assert_snapshot!(error, @"the text contains a register number, which may not stand on a receipt; leave it out");
    assert!(!format!("{error:?}").contains(|c: char| c.is_ascii_digit()));
    // Not a number: the check digits are wrong, a digit is missing.
    for text in [
        "85073090134",
        "85.07.30-901.34",
        "8507309013",
        "85 07 30 901 3",
        "85 07 30 901 34",
        "85    07 30 901 33",
        "85:07:30 901 33",
    ] {
        assert_eq!(text.parse::<Operator>().unwrap().as_ref(), text);
    }
}

proptest! {
    #[test]
    fn no_text_panics_and_what_is_taken_is_the_text(text in any::<String>()) {
        if let Ok(id) = text.parse::<RequestId>() {
            prop_assert_eq!(id.as_str(), text.trim());
            prop_assert_eq!(id.to_string().parse::<RequestId>().unwrap(), id.clone());
            prop_assert_eq!(String::from(id.clone()), id.as_str());
            prop_assert_eq!(RequestId::try_from(text).unwrap(), id);
        }
    }
}

#[cfg(feature = "serde")]
#[test]
fn they_go_out_and_come_back() {
    let id: ProtocolId = serde_json::from_str("\"LEU\"").unwrap();
    assert_eq!(serde_json::to_string(&id).unwrap(), "\"LEU\"");
    assert!(serde_json::from_str::<ProtocolId>("\"\"").is_err());
    let error = serde_json::from_str::<Requester>("85073090133").unwrap_err().to_string();
    assert!(!error.contains("8507"), "{error}");
    assert_eq!(serde_json::to_string(&Months::YEAR).unwrap(), "12");
    assert_eq!(serde_json::from_str::<Months>("12").unwrap(), Months::YEAR);
    assert!(serde_json::from_str::<Months>("0").is_err());
    let purposes: Purposes = serde_json::from_str(r#"["buddy_work","ceremony","ceremony"]"#).unwrap();
    assert_eq!(serde_json::to_string(&purposes).unwrap(), r#"["ceremony","buddy_work"]"#);
    assert!(serde_json::from_str::<Purposes>("[]").is_err());
}
