//! Tests of `quartiles`.

use inburgering::{Quartiles, QuartilesError};
use insta::assert_snapshot;
use proptest::prelude::*;

fn parts(quartiles: Quartiles) -> [i64; 3] {
    [quartiles.first(), quartiles.median(), quartiles.third()]
}

#[test]
fn quartiles_need_twenty_persons() {
    assert_eq!(Quartiles::of(vec![7; 0]), None);
    assert_eq!(Quartiles::of(vec![7; 19]), None);
    assert_eq!(Quartiles::of(vec![7; 20]).map(parts), Some([7, 7, 7]));
    assert_eq!(Quartiles::of(vec![7; 21]).map(parts), Some([7, 7, 7]));
    assert_eq!(Quartiles::LEAST_PERSONS, 20);
}

#[test]
fn a_quartile_is_the_value_at_the_nearest_rank() {
    // numpy.quantile(numpy.arange(1, n + 1), [.25, .5, .75], method="inverted_cdf")
    assert_eq!(Quartiles::of(1..=20).map(parts), Some([5, 10, 15]));
    assert_eq!(Quartiles::of(1..=21).map(parts), Some([6, 11, 16]));
    assert_eq!(Quartiles::of(1..=22).map(parts), Some([6, 11, 17]));
    assert_eq!(Quartiles::of(1..=23).map(parts), Some([6, 12, 18]));
    assert_eq!(Quartiles::of(1..=24).map(parts), Some([6, 12, 18]));
    assert_eq!(Quartiles::of((-30..-10).rev()).map(parts), Some([-26, -21, -16]));
}

#[test]
fn the_error_names_the_numbers_given() {
    let error = Quartiles::new(3, 2, 4).unwrap_err();
    assert_eq!(error, QuartilesError::Order { first: 3, median: 2, third: 4 });
    assert_snapshot!(error, @"the quartiles 3, 2, 4 are not in ascending order; give first, median and third");
}

#[test]
fn quartiles_that_are_given_must_not_descend() {
    assert_eq!(Quartiles::new(2, 2, 2).map(parts), Ok([2, 2, 2]));
    assert_eq!(Quartiles::new(-1, 0, 1).map(parts), Ok([-1, 0, 1]));
    assert_eq!(Quartiles::new(2, 4, 3), Err(QuartilesError::Order { first: 2, median: 4, third: 3 }));
    assert_eq!(Quartiles::new(3, 2, 4), Err(QuartilesError::Order { first: 3, median: 2, third: 4 }));
}

proptest! {
    /// The definition: the smallest value such that at least k quarters of the values are at most it.
    #[test]
    fn a_quartile_is_the_smallest_value_that_covers_its_share(values in prop::collection::vec(-50_i64..50, 20..60)) {
        let quartiles = parts(Quartiles::of(values.clone()).unwrap());
        for (k, quartile) in (1..).zip(quartiles) {
            let covers = |bound: i64| 4 * values.iter().filter(|value| **value <= bound).count() >= k * values.len();
            let smallest = values.iter().copied().filter(|value| covers(*value)).min();
            prop_assert_eq!(Some(quartile), smallest);
        }
    }
}

#[cfg(feature = "serde")]
#[test]
fn serde_checks_the_order() {
    let quartiles = Quartiles::of(1..=20).unwrap();
    let json = serde_json::to_string(&quartiles).unwrap();
    assert_eq!(json, r#"{"first":5,"median":10,"third":15}"#);
    assert_eq!(serde_json::from_str::<Quartiles>(&json).unwrap(), quartiles);
    assert!(serde_json::from_str::<Quartiles>(r#"{"first":5,"median":5,"third":5}"#).is_ok());
    for wrong in [r#"{"first":6,"median":5,"third":7}"#, r#"{"first":5,"median":7,"third":6}"#] {
        let error = serde_json::from_str::<Quartiles>(wrong).unwrap_err().to_string();
        assert!(error.contains("not in ascending order"), "{error}");
    }
}
