//! Tests of `year`.

use chrono::{Days, NaiveDate};
use inburgering::YearRule::{self, Calendar, RollingTwelveMonths};
use proptest::prelude::*;

use crate::books::day;

#[test]
fn two_receipts_in_one_year() {
    for (rule, one, other, blocks) in [
        (Calendar, "2024-12-31", "2024-12-31", true),
        (Calendar, "2024-01-01", "2024-12-31", true),
        (Calendar, "2024-12-31", "2025-01-01", false),
        (RollingTwelveMonths, "2024-12-31", "2024-12-31", true),
        (RollingTwelveMonths, "2024-03-15", "2025-03-14", true),
        (RollingTwelveMonths, "2024-03-15", "2025-03-15", false),
        (RollingTwelveMonths, "2024-03-15", "2025-03-16", false),
        (RollingTwelveMonths, "2024-02-29", "2025-02-27", true),
        (RollingTwelveMonths, "2024-02-29", "2025-02-28", false),
        (RollingTwelveMonths, "2023-02-28", "2024-02-27", true),
        (RollingTwelveMonths, "2023-02-28", "2024-02-28", false),
    ] {
        assert_eq!(rule.blocks(day(one), day(other)), blocks, "{rule:?} {one} {other}");
        assert_eq!(rule.blocks(day(other), day(one)), blocks, "{rule:?} {other} {one}");
    }
}

#[test]
fn the_first_free_day() {
    let first = |rule: YearRule, from: &str, receipts: &[&str]| {
        let receipts: Vec<_> = receipts.iter().map(|text| day(text)).collect();
        rule.first_free(day(from), &receipts).to_string()
    };
    assert_eq!(first(Calendar, "2024-05-06", &[]), "2024-05-06");
    assert_eq!(first(Calendar, "2024-05-06", &["2023-12-31", "2025-01-01"]), "2024-05-06");
    assert_eq!(first(Calendar, "2024-05-06", &["2025-01-01", "2024-01-01"]), "2026-01-01");
    assert_eq!(first(RollingTwelveMonths, "2024-05-06", &["2023-05-06", "2025-05-06"]), "2024-05-06");
    assert_eq!(first(RollingTwelveMonths, "2024-05-06", &["2025-05-05", "2023-05-07"]), "2026-05-05");
    assert_eq!([Calendar, RollingTwelveMonths].map(YearRule::as_str), ["calendar", "rolling_twelve_months"]);
}

#[test]
fn no_day_is_free_after_the_last() {
    for rule in [Calendar, RollingTwelveMonths] {
        assert_eq!(rule.first_free(NaiveDate::MAX, &[NaiveDate::MAX]), NaiveDate::MAX);
    }
}

proptest! {
    /// The first free day is free, and every day before it, from the given one, is not.
    #[test]
    fn the_first_free_day_is_the_first(
        from in 0_u64..1500,
        receipts in prop::collection::vec(0_u64..1500, 0..5),
        rolling: bool,
    ) {
        let rule = if rolling { RollingTwelveMonths } else { Calendar };
        let at = |days: u64| day("2023-01-01") + Days::new(days);
        let receipts: Vec<NaiveDate> = receipts.into_iter().map(at).collect();
        let taken = |on: NaiveDate| receipts.iter().any(|&receipt| rule.blocks(on, receipt));
        let expected = at(from).iter_days().find(|&on| !taken(on)).unwrap();
        prop_assert_eq!(rule.first_free(at(from), &receipts), expected);
    }
}
