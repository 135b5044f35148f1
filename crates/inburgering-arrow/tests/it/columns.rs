//! The functions of columns, against the scalar ones of the domain crate.

use std::sync::Arc;

use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Date64Array, Float64Array, Int32Array, Int64Array, NullArray,
    StringArray, UInt64Array,
};
use chrono::{Days, NaiveDate};
use inburgering::{Calendar, Insz, InszError, Municipality, Threads, WorkingDays, horizon};
use inburgering_arrow::columns::{
    ColumnsError, DayColumn, MAX_LISTED, MAX_TEXT_ROWS, PerRow, add_working_days, check_insz, count_working_days,
    current_municipality, dotted_insz,
};
use proptest::prelude::*;
use proptest::sample::select;

use crate::encoded::{self, DAYS, TEXTS, WIDTHS, Width, middle};
use crate::tables::day;

fn texts(array: &StringArray) -> Vec<Option<&str>> {
    array.iter().collect()
}

#[test]
fn every_fault_of_a_number_has_its_code() {
    let cells = [
        ("85.07.30-901.33", "valid"),
        ("85073090133", "valid"),
        (" 85073090133 ", "valid"),
        ("8507309013", "length"),
        ("85O73090133", "character"),
        ("85/07.30-901.33", "separator"),
        ("85.07.30-901.34", "check_digits"),
        ("25.03.20-902.43", "born_after"),
    ];
    let column: StringArray = cells.iter().map(|(text, _)| Some(*text)).chain([None, Some(""), Some("  ")]).collect();
    let expected: Vec<Option<&str>> = cells.iter().map(|&(_, code)| Some(code)).chain([None, None, None]).collect();
    assert_eq!(texts(&check_insz(&column, Some(day("2025-03-19")), None, Threads::Available).unwrap()), expected);
    let without_a_day = check_insz(&column, None, None, Threads::Available).unwrap();
    assert_eq!(without_a_day.value(7), "valid");
}

#[test]
fn a_number_is_compared_with_the_birth_date_that_is_known() {
    let born = |text: &str| Some(day(text));
    let cells = [
        // Typed right, and with a 7 for the 1: of 1907.
        ("01.03.20-902.24", born("2001-03-20"), "valid"),
        ("07.03.20-902.24", born("2001-03-20"), "birth_date"),
        ("07.03.20-902.24", None, "valid"),
        ("85073090133", born("1985-07-29"), "birth_date"),
        ("85073090133", born("1985-07-30"), "valid"),
        ("85073090133", born("1985-07-31"), "birth_date"),
        (" 85073090133 ", born("1985-07-31"), "birth_date"),
        // Only the year is known, and nothing at all is.
        ("25.00.00-902.40", born("2025-01-01"), "valid"),
        ("25.00.00-902.40", born("2025-12-31"), "valid"),
        ("25.00.00-902.40", born("2026-01-01"), "birth_date"),
        // What is wrong with the number itself is told first.
        ("85.07.30-901.34", born("1985-07-31"), "check_digits"),
        ("8507309013", born("1985-07-31"), "length"),
        ("25.03.20-902.43", born("1925-03-20"), "born_after"),
    ];
    let numbers: StringArray =
        cells.iter().map(|(text, ..)| Some(*text)).chain([None, Some(" "), Some("85.07.30-901.33")]).collect();
    let known: Vec<Option<NaiveDate>> =
        cells.iter().map(|&(_, born, _)| born).chain([born("1985-07-30"); 2]).chain([None]).collect();
    let expected: Vec<Option<&str>> =
        cells.iter().map(|&(.., code)| Some(code)).chain([None, None, Some("valid")]).collect();
    for form in DAYS {
        let known = encoded::days(&known, form);
        let checked = check_insz(&numbers, Some(day("2025-03-19")), Some(&known), Threads::Available);
        assert_eq!(texts(&checked.unwrap()), expected, "{form:?}");
    }
    let nothing_known = NullArray::new(numbers.len());
    let checked = check_insz(&numbers, None, Some(&nothing_known), Threads::Available).unwrap();
    assert_eq!(checked, check_insz(&numbers, None, None, Threads::Available).unwrap());
}

#[test]
fn a_birth_date_that_is_none_is_told_whatever_the_number() {
    let numbers = StringArray::from(vec![Some("85.07.30-901.33"), None, Some("x"), Some("85.07.30-901.33")]);
    let born = Date64Array::from(vec![1, 1, i64::MAX / 86_400_000 * 86_400_000, 0]);
    let ColumnsError::Rows { problems, total } =
        check_insz(&numbers, None, Some(&born), Threads::Available).unwrap_err()
    else {
        panic!("other error")
    };
    let kinds: Vec<(usize, &str)> = problems.iter().map(|problem| (problem.row, problem.fault.code())).collect();
    assert_eq!((total, kinds), (3, vec![(0, "time_of_day"), (1, "time_of_day"), (2, "no_such_day")]));
    // A day thousands of years away is a day, and contradicts.
    let far = Date32Array::from(vec![Some(2_000_000), None, Some(-2_000_000), None]);
    let checked = check_insz(&numbers, None, Some(&far), Threads::Available).unwrap();
    assert_eq!(texts(&checked), [Some("birth_date"), None, Some("length"), Some("valid")]);
    // What stands in a null cell is not read.
    let masked = Date32Array::new(vec![i32::MAX; 4].into(), Some(vec![false; 4].into()));
    let checked = check_insz(&numbers, None, Some(&masked), Threads::Available).unwrap();
    assert_eq!(texts(&checked), [Some("valid"), None, Some("length"), Some("valid")]);
}

#[test]
fn birth_dates_are_days_in_a_column_of_the_same_length() {
    let numbers = StringArray::from(vec!["85.07.30-901.33"]);
    let errors = [
        check_insz(&numbers, None, Some(&StringArray::from(vec!["1985-07-30"])), Threads::Available).unwrap_err(),
        check_insz(&numbers, None, Some(&Date32Array::from(vec![0, 0])), Threads::Available).unwrap_err(),
    ];
    insta::assert_snapshot!(errors.map(|error| error.to_string()).join("\n"), @r#"
    born: the type is Utf8; a day is Date32, Date64 or a Timestamp without a time zone; convert the text to dates first
    the columns have 1 and 2 rows; give columns of one length, or one value for all rows
    "#);
}

#[test]
fn integers_are_checked_too() {
    let column = Int64Array::from(vec![Some(85_073_090_133), Some(-85_073_090_133), Some(1_123_190_446), None]);
    assert_eq!(
        texts(&check_insz(&column, None, None, Threads::Available).unwrap()),
        [Some("valid"), Some("length"), Some("valid"), None]
    );
    assert_eq!(texts(&dotted_insz(&column).unwrap()), [Some("85.07.30-901.33"), None, Some("01.12.31-904.46"), None]);
    let column = UInt64Array::from(vec![u64::MAX]);
    assert_eq!(texts(&check_insz(&column, None, None, Threads::Available).unwrap()), [Some("length")]);
}

#[test]
fn a_column_of_nulls_stays_null() {
    let nulls = NullArray::new(2);
    let calendar = Calendar::legal();
    assert_eq!(texts(&check_insz(&nulls, None, None, Threads::Available).unwrap()), [None, None]);
    assert_eq!(texts(&dotted_insz(&nulls).unwrap()), [None, None]);
    assert_eq!(texts(&current_municipality(&nulls, day("2025-01-01")).unwrap()), [None, None]);
    let days = Date32Array::from(vec![20_000, 20_001]);
    for (days, terms) in
        [(&nulls as &dyn Array, &nulls as &dyn Array), (&nulls, &Int32Array::from(vec![1, 2])), (&days, &nulls)]
    {
        assert_eq!(add_working_days(days, PerRow::Column(terms), &calendar).unwrap().null_count(), 2);
    }
    let count = |a, b| count_working_days(a, b, &calendar).unwrap().null_count();
    assert_eq!(count(DayColumn::Column(&nulls), DayColumn::Column(&days)), 2);
    assert_eq!(count(DayColumn::Column(&days), DayColumn::Column(&nulls)), 2);
    assert_eq!(count(day("2025-01-01").into(), DayColumn::Column(&nulls)), 2);
}

#[test]
fn columns_of_no_rows_give_none() {
    let calendar = Calendar::legal();
    let none: Date32Array = Date32Array::from(Vec::<i32>::new());
    assert_eq!(check_insz(&NullArray::new(0), None, None, Threads::Available).unwrap().len(), 0);
    assert_eq!(add_working_days(&none, WorkingDays(10).into(), &calendar).unwrap().len(), 0);
    assert_eq!(count_working_days(DayColumn::Column(&none), day("2025-01-01").into(), &calendar).unwrap().len(), 0);
}

#[test]
fn two_single_days_give_one_row() {
    let count = count_working_days(day("2026-04-30").into(), day("2026-05-31").into(), &Calendar::legal());
    assert_eq!(count.unwrap(), Int32Array::from(vec![18]));
}

#[test]
fn mistyped_columns_are_told_by_their_argument() {
    let wrong = BooleanArray::from(vec![true]);
    let days = Date32Array::from(vec![20_000]);
    let text = StringArray::from(vec!["2025-01-06"]);
    let numbers = Int32Array::from(vec![1]);
    let calendar = Calendar::legal();
    let said = [
        check_insz(&wrong, None, None, Threads::Available).unwrap_err(),
        check_insz(&numbers, None, None, Threads::Available).unwrap_err(),
        dotted_insz(&wrong).unwrap_err(),
        current_municipality(&Float64Array::from(vec![44_021.0]), day("2025-01-01")).unwrap_err(),
        add_working_days(&text, WorkingDays(1).into(), &calendar).unwrap_err(),
        add_working_days(&days, PerRow::Column(&Float64Array::from(vec![1.0])), &calendar).unwrap_err(),
        count_working_days(DayColumn::Column(&text), DayColumn::Column(&days), &calendar).unwrap_err(),
        count_working_days(DayColumn::Column(&days), DayColumn::Column(&wrong), &calendar).unwrap_err(),
    ];
    assert!(said.iter().all(|error| error.code() == "mistyped"));
    insta::assert_snapshot!(said.map(|error| error.to_string()).join("\n"), @r#"
    numbers: the type is Boolean; a register number is text (Utf8, LargeUtf8, Utf8View, or a dictionary of these), Int64 or UInt64; convert it first
    numbers: the type is Int32; a register number is text (Utf8, LargeUtf8, Utf8View, or a dictionary of these), Int64 or UInt64; eleven digits do not fit, so take the column from its source again
    numbers: the type is Boolean; a register number is text (Utf8, LargeUtf8, Utf8View, or a dictionary of these), Int64 or UInt64; convert it first
    codes: the type is Float64; a municipality code is text (Utf8, LargeUtf8, Utf8View, or a dictionary of these) or an integer; convert it first
    days: the type is Utf8; a day is Date32, Date64 or a Timestamp without a time zone; convert the text to dates first
    working_days: the type is Float64; a number of working days is an integer; convert it first
    a: the type is Utf8; a day is Date32, Date64 or a Timestamp without a time zone; convert the text to dates first
    b: the type is Boolean; a day is Date32, Date64 or a Timestamp without a time zone; convert it first
    "#);
}

#[test]
fn lengths_must_be_one() {
    let (two, three) = (Date32Array::from(vec![20_000; 2]), Date32Array::from(vec![20_000; 3]));
    let calendar = Calendar::legal();
    let of_terms = add_working_days(&two, PerRow::Column(&Int32Array::from(vec![1; 3])), &calendar).unwrap_err();
    let of_days = count_working_days(DayColumn::Column(&two), DayColumn::Column(&three), &calendar).unwrap_err();
    assert_eq!(of_terms, of_days);
    assert_eq!(of_days.code(), "lengths_differ");
    insta::assert_snapshot!(of_days, @"the columns have 2 and 3 rows; give columns of one length, or one value for all rows");
}

#[test]
fn a_column_of_text_has_its_limits() {
    let endless = NullArray::new(MAX_TEXT_ROWS + 1);
    let errors = [
        check_insz(&endless, None, None, Threads::Available).unwrap_err(),
        dotted_insz(&endless).unwrap_err(),
        current_municipality(&endless, day("2025-01-01")).unwrap_err(),
    ];
    assert!(errors.iter().all(|error| error.code() == "too_many_rows"));
    insta::assert_snapshot!(errors[0], @"the column has 100000001 rows; a column of text is made of at most 100000000, so give it in parts");
    assert!(MAX_TEXT_ROWS * "85.07.30-901.33".len() <= i32::MAX as usize);
}

#[test]
fn one_day_outside_the_horizon_is_one_error() {
    let days = Date32Array::from(vec![20_000]);
    let calendar = Calendar::legal();
    let outside = day("2100-01-04");
    let errors = [
        count_working_days(outside.into(), DayColumn::Column(&days), &calendar).unwrap_err(),
        count_working_days(DayColumn::Column(&days), outside.into(), &calendar).unwrap_err(),
        current_municipality(&NullArray::new(0), outside).unwrap_err(),
    ];
    assert_eq!(errors.each_ref().map(ColumnsError::code), ["outside_calendar", "outside_calendar", "outside_table"]);
    insta::assert_snapshot!(errors.map(|error| error.to_string()).join("\n"), @r#"
    the calendar covers 1995-01-01 to 2099-12-31; 2100-01-04 lies outside it
    the calendar covers 1995-01-01 to 2099-12-31; 2100-01-04 lies outside it
    the table of municipalities covers 1995-01-01 to 2099-12-31; 2100-01-04 lies outside it
    "#);
}

#[test]
fn rows_without_an_answer_are_listed() {
    let codes = StringArray::from(vec!["44021", "46029", "99999", "Gent", "85.07.30-901.33", " "]);
    let ColumnsError::Rows { problems, total } = current_municipality(&codes, day("2024-12-31")).unwrap_err() else {
        panic!("other error")
    };
    assert_eq!(total, 4);
    let kinds: Vec<&str> = problems.iter().map(|problem| problem.fault.code()).collect();
    assert_eq!(kinds, ["municipality_not_yet", "municipality_unknown", "code", "code"]);
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
    row 1: municipality 46029 (Lokeren) begins on 2025-01-01, after 2024-12-31; use 46014 (Lokeren) or 44045 (Moerbeke)
    row 2: no municipality has had the code 99999 since 1995-01-01; use one of the 620 NIS codes in Statbel's REFNIS
    row 3: 4 characters that are no municipality code; give the five digits of a NIS code
    row 4: 15 characters that are no municipality code; give the five digits of a NIS code
    "#);

    let days = Date64Array::from(vec![
        Some(0),
        Some(1),
        None,
        Some(i64::MAX / 86_400_000 * 86_400_000),
        Some(1_735_689_600_000),
    ]);
    let terms = Int64Array::from(vec![Some(1), Some(1), Some(1), Some(1), Some(i64::MAX)]);
    let error = add_working_days(&days, PerRow::Column(&terms), &Calendar::legal()).unwrap_err();
    let ColumnsError::Rows { problems, .. } = &error else { panic!("{error}") };
    let kinds: Vec<&str> = problems.iter().map(|problem| problem.fault.code()).collect();
    assert_eq!(kinds, ["outside_calendar", "time_of_day", "no_such_day", "too_many_working_days"]);
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
    row 0: the calendar covers 1995-01-01 to 2099-12-31; 1970-01-01 lies outside it
    row 1: a time of day where a day is meant; give the day alone
    row 3: a day that does not exist; give a day of the calendar as YYYY-MM-DD
    row 4: the number of working days has more than 32 bits; a calendar of 105 years has fewer than 28 000 of them
    "#);
    insta::assert_snapshot!(error, @"4 rows cannot be answered, the first: row 0: the calendar covers 1995-01-01 to 2099-12-31; 1970-01-01 lies outside it; mend the rows, or make their cells null");

    let far = add_working_days(&Date32Array::from(vec![20_000]), WorkingDays(i32::MAX).into(), &Calendar::legal());
    let Err(ColumnsError::Rows { problems, .. }) = far else { panic!("{far:?}") };
    assert_eq!(problems[0].fault.code(), "answer_outside_calendar");
}

#[test]
fn a_bad_day_beside_a_null_is_told() {
    let days = Date64Array::from(vec![Some(1), None]);
    let others = Date32Array::from(vec![None, Some(i32::MAX)]);
    let error = count_working_days(DayColumn::Column(&days), DayColumn::Column(&others), &Calendar::legal());
    let Err(ColumnsError::Rows { problems, total }) = error else { panic!("{error:?}") };
    assert_eq!((total, problems[0].row, problems[1].row), (2, 0, 1));
}

#[test]
fn the_first_hundred_problems_are_listed() {
    for rows in [99, 100, 101, 250] {
        let column: StringArray = (0..rows).map(|_| Some("x")).collect();
        let error = current_municipality(&column, day("2025-01-01")).unwrap_err();
        assert!(error.to_string().starts_with(&format!("{rows} rows cannot be answered, the first: row 0: ")));
        let ColumnsError::Rows { problems, total } = error else { panic!("{error}") };
        assert_eq!((problems.len(), total), (rows.min(MAX_LISTED), rows));
        assert_eq!(problems.last().unwrap().row, rows.min(MAX_LISTED) - 1);
    }
}

// ---------------------------------------------------------------- against the scalar functions

fn number() -> impl Strategy<Value = Option<String>> {
    prop_oneof![
        1 => Just(None),
        4 => select(vec!["85.07.30-901.33", "90011590260", " 01.12.31-904.46", "25.02.01-907.19"]).prop_map(|text| Some(text.into())),
        4 => "[0-9]{11}".prop_map(Some),
        2 => "[0-9x.-]{9,16}".prop_map(Some),
        1 => ".{0,15}".prop_map(Some),
    ]
}

/// A birth date of one of the numbers above, a day beside it, another day, or none.
fn birth() -> impl Strategy<Value = Option<NaiveDate>> {
    let near = select(vec!["1985-07-30", "1985-07-29", "1990-01-15", "2001-12-31", "2025-02-01"]);
    prop_oneof![1 => Just(None), 4 => near.prop_map(|text| Some(day(text))), 1 => any_day()]
}

fn any_day() -> impl Strategy<Value = Option<NaiveDate>> {
    let within = (0_u64..38_350).prop_map(|off| Some(horizon::FIRST_DAY + Days::new(off)));
    prop_oneof![1 => Just(None), 6 => within]
}

fn form() -> impl Strategy<Value = usize> {
    0_usize..27
}

/// Text in the form of that number: plain, or by a dictionary; whole cells lie around it.
fn encode(cells: &[Option<String>], form: usize) -> ArrayRef {
    let padded: Vec<Option<&str>> = [Some("85.07.30-901.33")]
        .into_iter()
        .chain(cells.iter().map(Option::as_deref))
        .chain([Some("44021")])
        .collect();
    let array = match form {
        0..3 => encoded::text(&padded, TEXTS[form]),
        form => encoded::dictionary(&padded, TEXTS[form % 3], WIDTHS[(form - 3) / 3]),
    };
    middle(&array)
}

fn encode_days(cells: &[Option<NaiveDate>], form: usize) -> ArrayRef {
    let around = Some(day("2025-01-06"));
    let padded: Vec<Option<NaiveDate>> = [around].into_iter().chain(cells.iter().copied()).chain([around]).collect();
    middle(&encoded::days(&padded, DAYS[form % DAYS.len()]))
}

proptest! {
    #[test]
    fn numbers_are_judged_as_one_by_one(
        cells in prop::collection::vec((number(), birth()), 0..20), form in form(), as_of in any_day(), of_days in 0_usize..6,
    ) {
        let (cells, born): (Vec<_>, Vec<_>) = cells.into_iter().unzip();
        let judge = |text: &String| {
            let insz: Result<Insz, InszError> = text.parse();
            insz.and_then(|insz| as_of.map_or(Ok(insz), |day| insz.check_as_of(day)))
        };
        let judge_with = |text: &String, born: Option<NaiveDate>| {
            judge(text).and_then(|insz| born.map_or(Ok(insz), |day| insz.check_birth_date(day).map(|_| insz)))
        };
        let known = |cell: &Option<String>| cell.clone().filter(|text| !text.trim().is_empty());
        let codes: Vec<Option<&str>> = cells.iter().map(|cell| {
            known(cell).map(|text| judge(&text).map_or_else(InszError::code, |_| "valid"))
        }).collect();
        let array = encode(&cells, form);
        let checked = check_insz(&array, as_of, None, Threads::Available).unwrap();
        prop_assert_eq!(texts(&checked), codes);
        let compared: Vec<Option<&str>> = cells.iter().zip(&born).map(|(cell, born)| {
            known(cell).map(|text| judge_with(&text, *born).map_or_else(InszError::code, |_| "valid"))
        }).collect();
        let found = check_insz(&array, as_of, Some(&encode_days(&born, of_days)), Threads::Available).unwrap();
        prop_assert_eq!(texts(&found), compared);
        let dotted: Vec<Option<String>> =
            cells.iter().map(|cell| known(cell)?.parse::<Insz>().ok().map(|insz| insz.to_string())).collect();
        let found = dotted_insz(&array).unwrap();
        prop_assert_eq!(texts(&found), dotted.iter().map(Option::as_deref).collect::<Vec<_>>());
    }

    #[test]
    fn working_days_are_added_as_one_by_one(
        rows in prop::collection::vec((any_day(), proptest::option::of(-30_i32..300)), 0..20), form in 0_usize..6, width in 0_usize..8,
    ) {
        let calendar = Calendar::flemish_government();
        let (days, terms): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        // An unsigned column has no negative number, and eight bits hold few.
        let fits = |term: i32| match WIDTHS[width] {
            Width::I8 => term.clamp(-30, 100),
            Width::U8 => term.clamp(0, 255),
            Width::U16 | Width::U32 | Width::U64 => term.max(0),
            _ => term,
        };
        let terms: Vec<Option<i32>> = terms.into_iter().map(|term| term.map(fits)).collect();
        let padded: Vec<Option<i64>> = [Some(7)].into_iter().chain(terms.iter().map(|term| term.map(i64::from))).chain([Some(7)]).collect();
        let term_column = middle(&encoded::integers(&padded, WIDTHS[width]));
        let expected: Vec<Result<Option<i32>, ()>> = days.iter().zip(&terms).map(|(day, term)| {
            let Some((day, term)) = day.zip(*term) else { return Ok(None) };
            calendar.add(day, WorkingDays(term)).map(|due| Some(due.to_epoch_days())).map_err(|_| ())
        }).collect();
        let outside = expected.iter().filter(|due| due.is_err()).count();
        match add_working_days(&encode_days(&days, form), PerRow::Column(&term_column), &calendar) {
            Ok(due) => {
                prop_assert_eq!(outside, 0);
                prop_assert_eq!(due.iter().map(Ok).collect::<Vec<_>>(), expected);
            }
            Err(ColumnsError::Rows { problems, total }) => {
                prop_assert_eq!(total, outside);
                prop_assert!(problems.iter().all(|problem| expected[problem.row].is_err()));
            }
            Err(other) => prop_assert!(false, "{}", other),
        }
    }

    #[test]
    fn working_days_are_counted_as_one_by_one(
        rows in prop::collection::vec((any_day(), any_day()), 0..20), forms in (0_usize..6, 0_usize..6), one in any_day(),
    ) {
        let calendar = Calendar::legal();
        let (a, b): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        let count = |a: Option<NaiveDate>, b: Option<NaiveDate>| a.zip(b).map(|(a, b)| calendar.count(a, b).unwrap().0);
        let (a_column, b_column) = (encode_days(&a, forms.0), encode_days(&b, forms.1));
        let (of_a, of_b) = (DayColumn::Column(&a_column), DayColumn::Column(&b_column));
        let both: Int32Array = a.iter().zip(&b).map(|(&a, &b)| count(a, b)).collect();
        prop_assert_eq!(count_working_days(of_a, of_b, &calendar).unwrap(), both);
        if let Some(day) = one {
            let from: Int32Array = b.iter().map(|&b| count(one, b)).collect();
            prop_assert_eq!(count_working_days(day.into(), of_b, &calendar).unwrap(), from);
            let until: Int32Array = a.iter().map(|&a| count(a, one)).collect();
            prop_assert_eq!(count_working_days(of_a, day.into(), &calendar).unwrap(), until);
        }
    }

    #[test]
    fn codes_are_carried_as_one_by_one(
        cells in prop::collection::vec(proptest::option::of(0..Municipality::COUNT), 0..20), form in form(), on in any_day(),
    ) {
        let on = on.unwrap_or(horizon::LAST_DAY);
        let municipalities: Vec<Option<Municipality>> = cells.iter().map(|at| Municipality::from_index((*at)?)).collect();
        let carried: Vec<Result<Option<String>, ()>> = municipalities.iter().map(|municipality| {
            municipality.map(|municipality| municipality.current(on)).transpose().map(|current| current.map(|current| current.code().to_string())).map_err(|_| ())
        }).collect();
        let text: Vec<Option<String>> = municipalities.iter().map(|found| found.map(|found| found.code().to_string())).collect();
        let integers: Vec<Option<i64>> = municipalities.iter().map(|found| found.map(|found| i64::from(found.code().to_u32()))).collect();
        let wide = [Width::I32, Width::I64, Width::U32, Width::U64][form % 4];
        for array in [encode(&text, form), encoded::integers(&integers, wide)] {
            match current_municipality(&array, on) {
                Ok(found) => {
                    let found: Vec<Result<Option<String>, ()>> = found.iter().map(|code| Ok(code.map(Into::into))).collect();
                    prop_assert_eq!(&found, &carried);
                }
                Err(ColumnsError::Rows { problems, total }) => {
                    let not_yet: Vec<usize> = (0..carried.len()).filter(|&row| carried[row].is_err()).collect();
                    prop_assert_eq!(problems.iter().map(|problem| problem.row).collect::<Vec<_>>(), not_yet);
                    prop_assert_eq!(problems.len(), total);
                }
                Err(other) => prop_assert!(false, "{}", other),
            }
        }
    }
}

/// Columns that are long enough for whatever is prepared before the first row: the days of the horizon and some around it,
/// and every municipality, each many times.
mod long {
    use super::*;

    const ROWS: usize = 60_000;

    /// The cells again and again, nulls among them, as the middle of a column.
    fn repeated<T: Clone>(cells: &[T]) -> Vec<T> {
        cells.iter().cloned().cycle().take(ROWS + 2).collect()
    }

    /// A day each month and a half, or null.
    fn days() -> Vec<Option<NaiveDate>> {
        let day = |step: u64| (step % 11 != 3).then(|| horizon::FIRST_DAY + Days::new(step * 41));
        repeated(&(0..900).map(day).collect::<Vec<_>>())
    }

    #[test]
    fn days_are_added_to_as_one_by_one() {
        let days = days();
        let calendar = Calendar::legal().with_closing_days([day("2026-05-15")]).unwrap();
        for term in [0, 1, 20, -1, -15] {
            let add = |day: NaiveDate| calendar.add(day, WorkingDays(term)).unwrap().to_epoch_days();
            // The first days of the horizon have no day fifteen working days before them.
            let within = |day: &Option<NaiveDate>| day.filter(|day| *day >= super::day("1996-01-01"));
            let days: Vec<Option<NaiveDate>> = days.iter().map(within).collect();
            let expected: Date32Array = days[1..=ROWS].iter().map(|day| day.map(add)).collect();
            for form in DAYS {
                let column = middle(&encoded::days(&days, form));
                let added = add_working_days(&column, WorkingDays(term).into(), &calendar);
                assert_eq!(added.unwrap(), expected, "{form:?} {term}");
            }
        }
    }

    #[test]
    fn what_stands_in_a_null_cell_is_not_read() {
        let valid: Vec<bool> = (0..ROWS).map(|row| row % 3 != 0).collect();
        let given = |row: usize| if row.is_multiple_of(3) { [i32::MIN, 0, i32::MAX][row % 9 / 3] } else { 20_000 };
        let values: Vec<i32> = (0..ROWS).map(given).collect();
        let days = Date32Array::new(values.clone().into(), Some(valid.clone().into()));
        let terms = Int32Array::new(values.into_iter().map(|value| value % 20_000).collect(), Some(valid.into()));
        let calendar = Calendar::legal();
        let due = calendar.add(NaiveDate::from_epoch_days(20_000).unwrap(), WorkingDays(20)).unwrap();
        let one = add_working_days(&days, WorkingDays(20).into(), &calendar).unwrap();
        assert!(one.iter().enumerate().all(|(row, day)| day == (row % 3 != 0).then_some(due.to_epoch_days())));
        let each = add_working_days(&days, PerRow::Column(&terms), &calendar).unwrap();
        assert!(each.iter().enumerate().all(|(row, day)| day == (row % 3 != 0).then_some(20_000)));
        let counted = count_working_days(DayColumn::Column(&days), DayColumn::Column(&days), &calendar).unwrap();
        assert!(counted.iter().enumerate().all(|(row, count)| count == (row % 3 != 0).then_some(0)));
    }

    #[test]
    fn every_row_outside_the_calendar_is_told() {
        for (outside, code) in [
            (horizon::FIRST_DAY - Days::new(1), "outside_calendar"),
            (horizon::LAST_DAY + Days::new(1), "outside_calendar"),
            (horizon::LAST_DAY, "answer_outside_calendar"),
        ] {
            let mut days = days();
            // Rows 6 and 59 998 of the middle.
            days[7] = Some(outside);
            days[ROWS - 1] = Some(outside);
            let column = middle(&encoded::days(&days, DAYS[0]));
            let error = add_working_days(&column, WorkingDays(20).into(), &Calendar::legal()).unwrap_err();
            let ColumnsError::Rows { problems, total } = error else { panic!("{error}") };
            let found: Vec<(usize, &str)> =
                problems.iter().map(|problem| (problem.row, problem.fault.code())).collect();
            assert_eq!((total, found), (2, vec![(6, code), (ROWS - 2, code)]), "{outside}");
        }
    }

    #[test]
    fn codes_are_carried_as_one_by_one() {
        for on in ["1995-01-01", "2018-12-31", "2019-01-01", "2024-12-31", "2025-01-01", "2099-12-31"].map(day) {
            let begun = |municipality: &Municipality| municipality.current(on).is_ok();
            let codes = Municipality::all().filter(begun).map(|municipality| Some(municipality.code().to_string()));
            let blank = [None, Some(String::from(" ")), Some(String::from(" 44021 "))];
            let codes = repeated(&codes.chain(blank).collect::<Vec<_>>());
            let carried = |code: &Option<String>| {
                let code = code.as_deref().map(str::trim).filter(|code| !code.is_empty())?;
                Some(code.parse::<Municipality>().unwrap().current(on).unwrap().code().to_string())
            };
            let expected: StringArray = codes[1..=ROWS].iter().map(carried).collect();
            for form in [0, 1, 2, 3 + 3, 3 + 4] {
                let padded: Vec<Option<&str>> = codes.iter().map(Option::as_deref).collect();
                let array = match form {
                    0..3 => encoded::text(&padded, TEXTS[form]),
                    form => encoded::dictionary(&padded, TEXTS[form % 3], Width::I16),
                };
                assert_eq!(current_municipality(&middle(&array), on).unwrap(), expected, "{on} {form}");
            }
            let integers: Vec<Option<i64>> =
                codes.iter().map(|code| code.as_deref().and_then(|code| code.trim().parse().ok())).collect();
            for width in [Width::I32, Width::U64] {
                let array = middle(&encoded::integers(&integers, width));
                assert_eq!(current_municipality(&array, on).unwrap(), expected, "{on} {width:?}");
            }
        }
    }

    #[test]
    fn every_code_without_an_answer_is_told() {
        for (code, kind) in [("46029", "municipality_not_yet"), ("99999", "municipality_unknown"), ("4402", "code")] {
            let mut codes = vec![Some("44021"); ROWS];
            codes[5] = Some(code);
            codes[ROWS - 1] = Some(code);
            for form in TEXTS {
                let error = current_municipality(&encoded::text(&codes, form), day("2024-12-31")).unwrap_err();
                let ColumnsError::Rows { problems, total } = error else { panic!("{error}") };
                let found: Vec<(usize, &str)> =
                    problems.iter().map(|problem| (problem.row, problem.fault.code())).collect();
                assert_eq!((total, found), (2, vec![(5, kind), (ROWS - 1, kind)]));
            }
        }
    }

    #[test]
    fn runs_of_the_same_answer_end_where_they_end() {
        for run in [1, 63, 64, 65, 128, 200] {
            let cells = ["85.07.30-901.33", "x", "85.07.30-901.34", " "];
            let numbers: StringArray = (0..1_000).map(|row| Some(cells[row / run % 4])).collect();
            let expected: StringArray = (0..1_000)
                .map(|row| [Some("valid"), Some("length"), Some("check_digits"), None][row / run % 4])
                .collect();
            assert_eq!(check_insz(&numbers, None, None, Threads::Available).unwrap(), expected, "{run}");
        }
    }
}

#[test]
fn a_column_is_given_whole_or_sliced() {
    let array: ArrayRef = Arc::new(StringArray::from(vec![Some("x"), None, Some("85.07.30-901.33"), Some("x")]));
    let sliced = array.slice(1, 2);
    assert_eq!(texts(&check_insz(&sliced, None, None, Threads::Available).unwrap()), [None, Some("valid")]);
}

#[test]
fn the_words_do_not_depend_on_the_threads() {
    const ROWS: usize = 250_000;
    let cells = [Some("85.07.30-901.33"), None, Some("85.07.30-901.34"), Some(" 85073090133"), Some("x"), Some(" ")];
    let words = [Some("valid"), None, Some("check_digits"), Some("valid"), Some("length"), None];
    // Of the numbers that are valid, every other with a birth date that is not theirs.
    let (right, wrong) = (day("1985-07-30").to_epoch_days(), day("1985-07-31").to_epoch_days());
    let born: Date32Array = (0..ROWS).map(|row| Some(if row / 6 % 2 == 0 { right } else { wrong })).collect();
    let word_of = |row: usize| {
        let word = words[row % 6];
        if word == Some("valid") && row / 6 % 2 == 1 { Some("birth_date") } else { word }
    };
    let expected: StringArray = (0..ROWS).map(word_of).collect();
    let texts: Vec<Option<&str>> = (0..ROWS).map(|row| cells[row % 6]).collect();
    for form in TEXTS {
        let numbers = encoded::text(&texts, form);
        for threads in [1, 2, 3, 7] {
            let checked = check_insz(&numbers, None, Some(&born), Threads::at_most(threads)).unwrap();
            assert!(checked == expected, "{form:?} on {threads} threads");
        }
    }
    // What is wrong in one part is told with the row of the column.
    let instants = born
        .iter()
        .enumerate()
        .map(|(row, day)| day.map(|day| i64::from(day) * 86_400_000 + i64::from(row == ROWS - 2)));
    let instants: Date64Array = instants.collect();
    let numbers: StringArray = texts.iter().collect();
    let ColumnsError::Rows { problems, total } =
        check_insz(&numbers, None, Some(&instants), Threads::at_most(3)).unwrap_err()
    else {
        panic!("other error")
    };
    assert_eq!((total, problems[0].row), (1, ROWS - 2));
}
