//! `Calendar::add` and `Calendar::count` beside the plain walk from day to day.
//!
//! Every benchmark answers a thousand questions, so its microseconds are nanoseconds for one.

use chrono::{Days, NaiveDate};
use divan::{AllocProfiler, Bencher, black_box};
use inburgering::horizon::FIRST_DAY;
use inburgering::{Calendar, CalendarError, WorkingDays};
use inburgering_benches::plain_walk::PlainWalk;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

/// A thousand days spread over the horizon, and over the week.
fn starts() -> Vec<NaiveDate> {
    (0..1_000).map(|step| FIRST_DAY + Days::new(step * 34)).collect()
}

/// The spans to count over, in days: four weeks, ten years.
const SPANS: [u64; 2] = [28, 3_652];

/// A thousand spans of so many days.
fn spans(days: u64) -> Vec<(NaiveDate, NaiveDate)> {
    starts().into_iter().map(|start| (start, start + Days::new(days))).collect()
}

#[divan::bench]
fn add_20(bencher: Bencher) {
    let (calendar, starts) = (Calendar::legal(), starts());
    bencher.bench(|| {
        for start in &starts {
            let _ = black_box(calendar.add(black_box(*start), WorkingDays(20)));
        }
    });
}

#[divan::bench]
fn add_20_by_plain_walk(bencher: Bencher) {
    let (walk, starts) = (PlainWalk::of(&Calendar::legal()), starts());
    bencher.bench(|| {
        for start in &starts {
            let _ = black_box(walk.add(black_box(*start), 20));
        }
    });
}

#[divan::bench(args = SPANS)]
fn count(bencher: Bencher, days: u64) {
    let (calendar, spans) = (Calendar::legal(), spans(days));
    bencher.bench(|| {
        for (start, end) in &spans {
            let _ = black_box(calendar.count(black_box(*start), black_box(*end)));
        }
    });
}

#[divan::bench(args = SPANS)]
fn count_by_plain_walk(bencher: Bencher, days: u64) {
    let (walk, spans) = (PlainWalk::of(&Calendar::legal()), spans(days));
    bencher.bench(|| {
        for (start, end) in &spans {
            black_box(walk.count(black_box(*start), black_box(*end)));
        }
    });
}

/// Both must give the same answers, or the times mean nothing.
fn assert_equal_answers() -> Result<(), CalendarError> {
    for calendar in [Calendar::legal(), Calendar::flemish_government(), Calendar::flemish_government_year_end()] {
        let walk = PlainWalk::of(&calendar);
        for start in starts() {
            assert_eq!(Some(calendar.add(start, WorkingDays(20))?), walk.add(start, 20), "{start}");
        }
        for (start, end) in SPANS.into_iter().flat_map(spans) {
            let count = calendar.count(start, end)?;
            assert_eq!(usize::try_from(count.0), Ok(walk.count(start, end)), "{start} to {end}");
        }
    }
    Ok(())
}

fn main() -> Result<(), CalendarError> {
    assert_equal_answers()?;
    divan::main();
    Ok(())
}
