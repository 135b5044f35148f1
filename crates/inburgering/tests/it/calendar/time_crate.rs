//! Tests of `civil`.

use inburgering::civil::{self, CivilDayError};

use super::*;

#[test]
fn every_day_of_the_horizon_goes_to_the_time_crate_and_back() {
    for day in horizon() {
        let other = civil::to_time(day).unwrap();
        assert_eq!((other.year(), u32::from(u8::from(other.month()))), (day.year(), day.month()));
        assert_eq!(u32::from(other.day()), day.day());
        assert_eq!(civil::from_time(other), Ok(day));
    }
}

#[test]
fn a_day_that_the_time_crate_cannot_hold_is_an_error() {
    for (year, is_held) in [(-10_000, false), (-9_999, true), (9_999, true), (10_000, false)] {
        let day = NaiveDate::from_ymd_opt(year, 12, 31).unwrap();
        match civil::to_time(day) {
            Ok(held) => {
                assert!(is_held);
                assert_eq!(civil::from_time(held), Ok(day));
            }
            Err(error) => {
                assert!(!is_held);
                assert_eq!(error, CivilDayError::TimeCannotHold { day });
            }
        }
    }
    let error = civil::to_time(NaiveDate::MAX).unwrap_err();
    assert_snapshot!(error, @"`time::Date` cannot hold +262142-12-31; give a day that it can");
}
