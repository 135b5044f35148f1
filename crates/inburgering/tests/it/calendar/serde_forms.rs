//! The serde forms of `calendar`.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::*;

fn round<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) -> String {
    let text = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&text).unwrap(), value);
    text
}

fn error<T: DeserializeOwned + std::fmt::Debug>(text: &str) -> String {
    serde_json::from_str::<T>(text).unwrap_err().to_string()
}

#[test]
fn a_calendar_goes_out_and_comes_back() {
    for calendar in named() {
        assert_eq!(round(&calendar), format!(r#"{{"name":"{}"}}"#, calendar.name()));
    }
    let ours = Calendar::legal().with_closing_days(days(&["2026-12-24", "2026-05-15"])).unwrap();
    assert_eq!(round(&ours), r#"{"name":"legal","closing_days":["2026-05-15","2026-12-24"]}"#);
    assert_eq!(round(&WorkingDays(-3)), "-3");
}

#[test]
fn a_calendar_is_checked_on_the_way_in() {
    assert_snapshot!(error::<Calendar>(r#"{"name":"legal+1 closing day"}"#), @"no calendar is named `legal+1 closing day`; use `legal`, `flemish_government` or `flemish_government_year_end`, and give closing days apart");
    assert_snapshot!(error::<Calendar>(r#"{"name":"legal","closing_days":["2100-01-01"]}"#), @"the calendar covers 1995-01-01 to 2099-12-31; 2100-01-01 lies outside it");
    assert!(error::<Calendar>(r#"{"name":"legal","closed":[]}"#).starts_with("unknown field `closed`"));
}

#[test]
fn a_holiday_goes_out_and_comes_back_checked() {
    for kind in HolidayKind::ALL {
        assert_eq!(round(&kind), format!("\"{}\"", kind.code()));
    }
    let christmas = Holiday::new(day("2026-12-25"), HolidayKind::Christmas).unwrap();
    assert_eq!(round(&christmas), r#"{"day":"2026-12-25","kind":"christmas"}"#);
    assert_snapshot!(error::<Holiday>(r#"{"day":"2026-12-24","kind":"christmas"}"#), @"`christmas` does not fall on 2026-12-24; ask the calendar for the holidays of 2026");
}

#[test]
fn a_closed_day_goes_out_and_comes_back_checked() {
    use inburgering::ClosedDay;
    let ours = Calendar::flemish_government().with_closing_days(days(&["2026-05-15", "2026-10-31"])).unwrap();
    for closed in FIRST_DAY.iter_days().skip(11_000).take(500).filter_map(|day| ours.closed(day).unwrap()) {
        round(&closed);
    }
    let all_saints = ours.closed(day("2026-11-01")).unwrap().unwrap();
    assert_eq!(round(&all_saints), r#"{"day":"2026-11-01","reasons":["sunday",{"holiday":"all_saints"}]}"#);
    let message = "2026-11-01 is given as closed, with reasons that no calendar gives; give the day as a calendar does";
    for reasons in [
        "[]",
        r#"["saturday"]"#,
        r#"["saturday","sunday"]"#,
        r#"["closing_day"]"#,
        r#"[{"holiday":"all_saints"},"sunday"]"#,
        r#"["sunday","sunday"]"#,
        r#"["sunday",{"holiday":"all_saints"},{"holiday":"all_saints"}]"#,
    ] {
        assert_eq!(error::<ClosedDay>(&format!(r#"{{"day":"2026-11-01","reasons":{reasons}}}"#)), message);
    }
    assert_snapshot!(error::<ClosedDay>(r#"{"day":"2026-11-03","reasons":[{"holiday":"all_souls"}]}"#), @"`all_souls` does not fall on 2026-11-03; ask the calendar for the holidays of 2026");
    assert_snapshot!(error::<ClosedDay>(r#"{"day":"2100-01-02","reasons":["saturday"]}"#), @"the calendar covers 1995-01-01 to 2099-12-31; 2100-01-02 lies outside it");
}
