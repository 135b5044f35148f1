//! The functions of columns beside the function for one value asked row by row.
//!
//! Every benchmark answers a million rows, so its milliseconds are nanoseconds for one.

#![expect(clippy::expect_used, reason = "a measurement stops where its data cannot be made")]

use chrono::NaiveDate;
use divan::{AllocProfiler, Bencher, black_box};
use inburgering::horizon::FIRST_DAY;
use inburgering::{Calendar, Municipality, Threads, WorkingDays};
use inburgering_arrow::arrow_array::{ArrayRef, Date32Array, Int32Array, StringArray, StringViewArray};
use inburgering_arrow::columns::{
    DayColumn, PerRow, add_working_days, check_insz, count_working_days, current_municipality, dotted_insz,
};
use inburgering_benches::{plain_columns, plain_number};
use std::sync::Arc;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

const ROWS: usize = 1_000_000;

/// Numbers that follow one another as those of a table do: without an order.
fn shuffled(below: usize) -> impl Iterator<Item = usize> {
    // A step through the remainders by a prime comes by all of them.
    (0..ROWS).map(move |row| row * 614_889_782 % 1_000_003 % below)
}

/// How a column of numbers is written.
#[derive(Debug, Clone, Copy)]
enum Form {
    Dotted,
    Compact,
    DottedView,
}

const FORMS: [Form; 3] = [Form::Dotted, Form::Compact, Form::DottedView];

/// A thousand numbers again and again, each with its birth date, which here and there is another or unknown.
fn numbers(form: Form) -> (ArrayRef, Date32Array) {
    let some = plain_number::synthetic();
    let born = shuffled(some.len()).enumerate().map(|(row, at)| {
        let insz: inburgering::Insz = some.get(at).expect("one of them").parse().expect("a synthetic number is valid");
        let day = insz.earliest_birth_day().to_epoch_days();
        (row % 50 != 0).then_some(if row % 1_000 == 1 { day + 40 } else { day })
    });
    let texts = shuffled(some.len()).map(|at| some.get(at).map(String::as_str));
    let numbers: ArrayRef = match form {
        Form::Dotted => Arc::new(texts.collect::<StringArray>()),
        Form::Compact => {
            Arc::new(texts.map(|text| text.map(|text| text.replace(['.', '-'], ""))).collect::<StringArray>())
        }
        Form::DottedView => Arc::new(texts.collect::<StringViewArray>()),
    };
    (numbers, born.collect())
}

/// Twenty years of days.
fn days() -> Date32Array {
    let first = FIRST_DAY.to_epoch_days() + 3_652;
    shuffled(7_305).map(|off| i32::try_from(off).ok().map(|off| first + off)).collect()
}

/// The same with one null in ten.
fn days_and_nulls() -> Date32Array {
    days().iter().enumerate().map(|(row, day)| day.filter(|_| row % 10 != 0)).collect()
}

fn terms() -> Int32Array {
    shuffled(330).map(|term| i32::try_from(term).ok().map(|term| term - 30)).collect()
}

fn codes() -> StringArray {
    shuffled(Municipality::COUNT)
        .map(|at| Municipality::from_index(at).filter(|found| found.current(on()).is_ok()))
        .map(|found| found.map(|found| found.code().to_string()))
        .collect()
}

fn on() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 1, 1).expect("a day")
}

#[divan::bench(args = FORMS, sample_count = 20, sample_size = 1)]
fn check(bencher: Bencher, form: Form) {
    let (numbers, _) = numbers(form);
    bencher.bench(|| check_insz(black_box(&numbers), None, None, Threads::Available));
}

#[divan::bench(args = FORMS, sample_count = 20, sample_size = 1)]
fn check_with_birth_dates(bencher: Bencher, form: Form) {
    let (numbers, born) = numbers(form);
    bencher.bench(|| check_insz(black_box(&numbers), None, Some(black_box(&born)), Threads::Available));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn check_with_birth_dates_one_by_one(bencher: Bencher) {
    let (numbers, born) = numbers(Form::Dotted);
    let numbers = numbers.as_any().downcast_ref::<StringArray>().expect("dotted").clone();
    bencher.bench(|| plain_columns::check(black_box(&numbers), black_box(&born)));
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn dotted(bencher: Bencher) {
    let (numbers, _) = numbers(Form::Compact);
    bencher.bench(|| dotted_insz(black_box(&numbers)));
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn add_20(bencher: Bencher) {
    let (days, calendar) = (days(), Calendar::legal());
    bencher.bench(|| add_working_days(black_box(&days), PerRow::One(WorkingDays(20)), &calendar));
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn add_20_with_nulls(bencher: Bencher) {
    let (days, calendar) = (days_and_nulls(), Calendar::legal());
    bencher.bench(|| add_working_days(black_box(&days), PerRow::One(WorkingDays(20)), &calendar));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn add_20_one_by_one(bencher: Bencher) {
    let (days, calendar) = (days(), Calendar::legal());
    bencher.bench(|| plain_columns::add(black_box(&days), std::iter::repeat(Some(20)), &calendar));
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn add_each(bencher: Bencher) {
    let (days, terms, calendar) = (days(), terms(), Calendar::legal());
    bencher.bench(|| add_working_days(black_box(&days), PerRow::Column(black_box(&terms)), &calendar));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn add_each_one_by_one(bencher: Bencher) {
    let (days, terms, calendar) = (days(), terms(), Calendar::legal());
    bencher.bench(|| plain_columns::add(black_box(&days), black_box(&terms).iter(), &calendar));
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn count(bencher: Bencher) {
    let (a, b, calendar) = (days(), days_and_nulls(), Calendar::legal());
    bencher.bench(|| count_working_days(DayColumn::Column(black_box(&a)), DayColumn::Column(black_box(&b)), &calendar));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn count_one_by_one(bencher: Bencher) {
    let (a, b, calendar) = (days(), days_and_nulls(), Calendar::legal());
    bencher.bench(|| plain_columns::count(black_box(&a), black_box(&b), &calendar));
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn current(bencher: Bencher) {
    let codes = codes();
    bencher.bench(|| current_municipality(black_box(&codes), on()));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn current_one_by_one(bencher: Bencher) {
    let codes = codes();
    bencher.bench(|| plain_columns::current(black_box(&codes), on()));
}

/// Both must give the same answers, or the times mean nothing.
fn assert_equal_answers() {
    let calendar = Calendar::legal();
    let (dotted, born) = numbers(Form::Dotted);
    let texts = dotted.as_any().downcast_ref::<StringArray>().expect("dotted");
    let checked = plain_columns::check(texts, &born);
    for form in FORMS {
        assert_eq!(
            check_insz(&numbers(form).0, None, Some(&born), Threads::Available).as_ref(),
            Ok(&checked),
            "{form:?}"
        );
    }
    for days in [days(), days_and_nulls()] {
        let added = add_working_days(&days, PerRow::One(WorkingDays(20)), &calendar);
        assert_eq!(added.ok(), plain_columns::add(&days, std::iter::repeat(Some(20)), &calendar));
        let added = add_working_days(&days, PerRow::Column(&terms()), &calendar);
        assert_eq!(added.ok(), plain_columns::add(&days, terms().iter(), &calendar));
    }
    let (a, b) = (days(), days_and_nulls());
    let counted = count_working_days(DayColumn::Column(&a), DayColumn::Column(&b), &calendar);
    assert_eq!(counted.ok(), plain_columns::count(&a, &b, &calendar));
    assert_eq!(current_municipality(&codes(), on()).ok(), plain_columns::current(&codes(), on()));
    assert_eq!(dotted_insz(&numbers(Form::Compact).0).as_ref(), Ok(texts));
}

fn main() {
    assert_equal_answers();
    divan::main();
}
