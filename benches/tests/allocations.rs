//! What must not allocate does not, once the tables are there.

use std::hint::black_box;

use chrono::NaiveDate;
use inburgering::{Calendar, Insz, WorkingDays};
use inburgering_benches::plain_number;

/// The number of allocations of the work.
fn allocations(work: impl FnOnce()) -> u64 {
    allocation_counter::measure(work).count_total
}

#[test]
fn the_counter_counts() {
    assert_eq!(allocations(|| drop(black_box(vec![1_u8]))), 1);
}

#[test]
fn adding_and_counting_working_days_does_not_allocate() {
    let day = NaiveDate::from_ymd_opt(2026, 10, 26).unwrap();
    let named = [Calendar::legal(), Calendar::flemish_government(), Calendar::flemish_government_year_end()];
    for calendar in named.iter().cloned().chain(named.iter().map(|base| base.with_closing_days([day]).unwrap())) {
        // The first question builds the tables.
        calendar.next(day).unwrap();
        for n in [i32::MIN, -20, 0, 20, i32::MAX] {
            let allocations = allocations(|| {
                let _ = black_box(calendar.add(black_box(day), WorkingDays(n)));
            });
            assert_eq!(allocations, 0, "{calendar:?} {n}");
        }
        let allocations = allocations(|| {
            let _ = black_box(calendar.count(black_box(day), NaiveDate::MAX));
            let _ = black_box(calendar.count(black_box(day), inburgering::horizon::LAST_DAY));
            let _ = black_box(calendar.is_working_day(black_box(day)));
        });
        assert_eq!(allocations, 0, "{calendar:?}");
    }
}

#[test]
fn parsing_a_number_does_not_allocate() {
    for text in plain_number::synthetic() {
        let allocations = allocations(|| {
            let _ = black_box(black_box(text.as_str()).parse::<Insz>());
            let _ = black_box(black_box(&text[1..]).parse::<Insz>());
        });
        assert_eq!(allocations, 0);
    }
}
