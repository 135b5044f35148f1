//! Every type that a column may have, and every cell that cannot be read.

use std::sync::Arc;

use arrow_array::types::Int32Type;
use arrow_array::{
    Array, ArrayRef, Date32Array, Date64Array, DictionaryArray, Int32Array, Int64Array, LargeStringArray, NullArray,
    RecordBatch, StringArray, StringViewArray, TimestampMillisecondArray, TimestampNanosecondArray,
    TimestampSecondArray, UInt64Array,
};
use chrono::NaiveDate;
use inburgering::{Caseload, UnreadableRows};
use inburgering_arrow::{Batches, Extract};

use crate::encoded::{self, DAYS, TEXTS, WIDTHS, Width};
use crate::tables::{NUMBER, OTHER, day, deaths, dossiers, numbers, problems, residences, small, whole, with};

fn read(extract: &Extract) -> Caseload {
    extract.to_caseload(UnreadableRows::Refused).unwrap()
}

/// The number, the dossier and the spells of the first person, without what hides them.
fn first(caseload: &Caseload) -> String {
    let person = caseload.persons().next().unwrap();
    let numbers = numbers(&person);
    let dossiers: Vec<String> = person.dossiers().map(|dossier| dossier.number.to_string()).collect();
    let facts: (Vec<_>, Vec<_>) = (person.dossiers().collect(), person.spells().collect());
    format!("{numbers:?} {dossiers:?} {facts:?}")
}

/// Three cells as every type of text.
fn every_text(cells: [Option<&str>; 3]) -> Vec<ArrayRef> {
    let plain = TEXTS.map(|form| encoded::text(&cells, form));
    let by_key = TEXTS.iter().flat_map(|&form| WIDTHS.map(|key| encoded::dictionary(&cells, form, key)));
    plain.into_iter().chain(by_key).collect()
}

#[test]
fn every_type_of_text_is_read() {
    let expected = first(&read(&small()));
    for array in every_text([Some("x"), Some("D-1"), None]) {
        let extract = Extract { dossiers: with(&small().dossiers, "dossier", array.slice(1, 1)), ..small() };
        assert_eq!(first(&read(&extract)), expected, "{}", array.data_type());
    }
}

#[test]
fn every_type_of_register_number_is_read() {
    let expected = first(&read(&small()));
    let text = every_text([Some("x"), Some(" 85073090133 "), None]);
    let integers =
        [Width::I64, Width::U64].map(|width| encoded::integers(&[Some(1), Some(85_073_090_133), None], width));
    for array in text.into_iter().chain(integers) {
        let extract = Extract { dossiers: with(&small().dossiers, "insz", array.slice(1, 1)), ..small() };
        assert_eq!(first(&read(&extract)), expected, "{}", array.data_type());
    }
}

#[test]
fn a_register_number_as_an_integer_has_lost_its_leading_zeros() {
    for width in [Width::I64, Width::U64] {
        let array = encoded::integers(&[Some(1_123_190_446)], width);
        let extract = Extract { dossiers: with(&small().dossiers, "insz", array), ..small() };
        assert!(read(&extract).person("01.12.31-904.46".parse().unwrap()).is_some());
    }
}

#[test]
fn every_type_of_municipality_code_is_read() {
    let expected = first(&read(&small()));
    let text = every_text([Some("x"), Some("44021"), None]);
    let wide = WIDTHS.into_iter().filter(|width| !matches!(width, Width::I8 | Width::I16 | Width::U8));
    let integers = wide.map(|width| encoded::integers(&[Some(7), Some(44_021), None], width));
    for array in text.into_iter().chain(integers) {
        let extract = Extract { residences: with(&small().residences, "municipality", array.slice(1, 1)), ..small() };
        assert_eq!(first(&read(&extract)), expected, "{}", array.data_type());
    }
    // Eight and sixteen bits hold codes too, though no municipality's beyond 32767.
    for (width, code) in [(Width::I8, 107), (Width::U8, 207), (Width::I16, 11_002)] {
        let array = encoded::integers(&[Some(code)], width);
        let extract = Extract { residences: with(&small().residences, "municipality", array), ..small() };
        assert!(first(&read(&extract)).contains(&format!("NisCode({code:05})")));
    }
}

#[test]
fn every_type_of_day_is_read() {
    for text in ["2025-01-06", "1969-12-31", "1970-01-01", "1677-09-22", "2262-04-11"] {
        let dated = dossiers(&[["D-1", NUMBER, text, "", "", "", ""]]);
        let expected = first(&read(&Extract { dossiers: dated, ..small() }));
        assert!(expected.contains(&format!("registered_on: Some({text})")));
        for form in DAYS {
            let array = encoded::days(&[Some(day("2000-01-01")), Some(day(text)), None], form);
            let extract = Extract { dossiers: with(&small().dossiers, "registered_on", array.slice(1, 1)), ..small() };
            assert_eq!(first(&read(&extract)), expected, "{form:?}");
        }
    }
}

#[test]
fn a_column_of_nulls_has_no_value() {
    let empty = read(&Extract { dossiers: dossiers(&[["D-1", NUMBER, "", "", "", "", ""]]), ..small() });
    let dictionary = DictionaryArray::<Int32Type>::try_new(Int32Array::from(vec![0]), Arc::new(NullArray::new(1)));
    for heading in ["registered_on", "contract_signed_on", "contract_municipality", "attest_obtained_on", "closed_on"] {
        let table = with(&small().dossiers, "registered_on", encoded::nulls(1));
        let extract = Extract { dossiers: with(&table, heading, encoded::nulls(1)), ..small() };
        assert_eq!(first(&read(&extract)), first(&empty), "{heading}");
    }
    let dictionary: ArrayRef = Arc::new(dictionary.unwrap());
    let table = with(&dossiers(&[["D-1", NUMBER, "", "", "", "", ""]]), "contract_municipality", dictionary);
    assert_eq!(first(&read(&Extract { dossiers: table, ..small() })), first(&empty));
}

#[test]
fn nulls_and_blanks_are_missing_where_a_value_is_mandatory() {
    let nothing = |table: &Batches| -> Batches {
        let batch = &table.batches()[0];
        let names: Vec<String> = batch.schema().fields().iter().map(|field| field.name().clone()).collect();
        names.iter().fold(table.clone(), |table, name| with(&table, name, encoded::nulls(1)))
    };
    let of_nulls = Extract {
        dossiers: nothing(&small().dossiers),
        residences: nothing(&small().residences),
        deaths: whole().deaths.as_ref().map(nothing),
        replacements: whole().replacements.as_ref().map(nothing),
        first_row: 2,
        threads: inburgering::Threads::default(),
    };
    insta::assert_snapshot!(problems(&of_nulls), @r#"
    dossiers, row 2, column dossier: the value is missing; it is mandatory here
    dossiers, row 2, column insz: the value is missing; it is mandatory here
    residences, row 2, column insz: the value is missing; it is mandatory here
    residences, row 2, column municipality: the value is missing; it is mandatory here
    deaths, row 2, column insz: the value is missing; it is mandatory here
    deaths, row 2, column died_on: the value is missing; it is mandatory here
    replacements, row 2, column insz_old: the value is missing; it is mandatory here
    replacements, row 2, column insz_new: the value is missing; it is mandatory here
    replacements, row 2, column replaced_on: the value is missing; it is mandatory here
    "#);
    let blank: ArrayRef = Arc::new(StringArray::from(vec!["  "]));
    let mut of_blanks = Extract { first_row: 2, ..of_nulls.clone() };
    for heading in ["dossier", "insz", "contract_municipality"] {
        of_blanks.dossiers = with(&of_blanks.dossiers, heading, Arc::clone(&blank));
    }
    for heading in ["insz", "municipality"] {
        of_blanks.residences = with(&of_blanks.residences, heading, Arc::clone(&blank));
    }
    assert_eq!(problems(&of_blanks), problems(&of_nulls));
}

/// The problems of one dossier with one column another.
fn dossier_with(heading: &str, array: ArrayRef) -> String {
    problems(&Extract { dossiers: with(&small().dossiers, heading, array), ..small() })
}

#[test]
fn numbers_that_are_none_are_told_without_their_digits() {
    let text: ArrayRef = Arc::new(StringArray::from(vec!["85.07.30-901.34"]));
    insta::assert_snapshot!(dossier_with("insz", text), @"dossiers, row 0, column insz: not a national register number: the check digits of the register number do not fit its other digits; compare it with its source");
    for (number, length) in [(i64::MAX, 19), (i64::MIN, 20), (-1, 2), (100_000_000_000, 12)] {
        let said = dossier_with("insz", Arc::new(Int64Array::from(vec![number])));
        assert!(said.ends_with(&format!("given are {length} characters")), "{said}");
    }
    let said = dossier_with("insz", Arc::new(UInt64Array::from(vec![u64::MAX])));
    assert!(said.ends_with("given are 20 characters"), "{said}");
    // Eleven characters, the first of them a minus.
    insta::assert_snapshot!(dossier_with("insz", Arc::new(Int64Array::from(vec![-8_507_309_013]))), @"dossiers, row 0, column insz: not a national register number: character 1 of the register number is not a digit 0 to 9; write eleven digits or YY.MM.DD-SSS.CC");
    insta::assert_snapshot!(dossier_with("insz", Arc::new(Int64Array::from(vec![0]))), @"dossiers, row 0, column insz: not a national register number: the check digits of the register number do not fit its other digits; compare it with its source");
}

#[test]
fn codes_that_are_none_are_told_by_their_length() {
    let code_with = |array: ArrayRef| dossier_with("contract_municipality", array);
    insta::assert_snapshot!(code_with(Arc::new(StringArray::from(vec![" Gent "]))), @"dossiers, row 0, column contract_municipality: 4 characters that are no municipality code; give the five digits of a NIS code");
    for (code, length) in [(-44_021, 6), (100_000, 6), (i64::MIN, 20), (85_073_090_133, 11)] {
        let said = code_with(Arc::new(Int64Array::from(vec![code])));
        assert!(said.contains(&format!(": {length} characters that are no municipality code")), "{said}");
    }
    let said = code_with(Arc::new(UInt64Array::from(vec![u64::MAX])));
    assert!(said.contains(": 20 characters"), "{said}");
}

#[test]
fn an_instant_that_is_not_midnight_is_refused() {
    let instants: [ArrayRef; 5] = [
        Arc::new(Date64Array::from(vec![1])),
        Arc::new(Date64Array::from(vec![-1])),
        Arc::new(TimestampSecondArray::from(vec![86_399])),
        Arc::new(TimestampMillisecondArray::from(vec![86_400_001])),
        Arc::new(TimestampNanosecondArray::from(vec![i64::MAX])),
    ];
    let said: Vec<String> = instants.into_iter().map(|array| dossier_with("closed_on", array)).collect();
    assert!(said.windows(2).all(|pair| pair[0] == pair[1]), "{said:?}");
    insta::assert_snapshot!(said[0], @"dossiers, row 0, column closed_on: a time of day where a day is meant; give the day alone");
}

#[test]
fn a_day_beyond_the_calendar_does_not_exist() {
    let milliseconds_a_day = 86_400_000;
    let last = i64::from(NaiveDate::MAX.to_epoch_days());
    let beyond: [ArrayRef; 6] = [
        // In 32 bits it would be a day of 2024.
        Arc::new(Date64Array::from(vec![((1 << 32) + 20_000) * milliseconds_a_day])),
        Arc::new(Date32Array::from(vec![i32::MAX])),
        Arc::new(Date32Array::from(vec![i32::MIN])),
        Arc::new(Date32Array::from(vec![NaiveDate::MAX.to_epoch_days() + 1])),
        Arc::new(Date64Array::from(vec![(last + 1) * milliseconds_a_day])),
        Arc::new(TimestampSecondArray::from(vec![i64::MAX / 86_400 * 86_400])),
    ];
    let said: Vec<String> = beyond.into_iter().map(|array| dossier_with("closed_on", array)).collect();
    assert!(said.windows(2).all(|pair| pair[0] == pair[1]), "{said:?}");
    insta::assert_snapshot!(said[0], @"dossiers, row 0, column closed_on: a day that does not exist; give a day of the calendar as YYYY-MM-DD");
}

#[test]
fn the_first_and_the_last_day_that_exist_are_read() {
    for extreme in [NaiveDate::MIN, NaiveDate::MAX] {
        let days: ArrayRef = Arc::new(Date32Array::from(vec![extreme.to_epoch_days()]));
        let mut extract = small();
        for heading in ["registered_on", "contract_signed_on", "attest_obtained_on", "closed_on"] {
            extract.dossiers = with(&extract.dossiers, heading, Arc::clone(&days));
        }
        for heading in ["valid_from", "valid_until"] {
            extract.residences = with(&extract.residences, heading, Arc::clone(&days));
        }
        extract.deaths = Some(with(&deaths(&[[NUMBER, "2025-01-06"]]), "died_on", Arc::clone(&days)));
        let caseload = read(&extract);
        for rules in [inburgering::ListRules::default()] {
            for on in [inburgering::horizon::FIRST_DAY, inburgering::horizon::LAST_DAY] {
                caseload.place(on, rules).unwrap();
                caseload.figures(on, inburgering::Threshold::default()).unwrap();
            }
        }
    }
}

#[test]
fn what_stands_under_a_null_is_not_read() {
    use arrow_buffer::NullBuffer;
    let nulls = || Some(NullBuffer::from(vec![true, false, true]));
    let numbers: ArrayRef = Arc::new(Int64Array::new(vec![85_073_090_133, 1, 90_011_590_260].into(), nulls()));
    let days: ArrayRef = Arc::new(Date32Array::new(vec![20_000, i32::MAX, 20_001].into(), nulls()));
    let instants: ArrayRef = Arc::new(Date64Array::new(vec![0, 1, 86_400_000].into(), nulls()));
    let row = ["D-1", NUMBER, "", "", "", "", ""];
    let table = dossiers(&[row, ["D-2", NUMBER, "", "", "", "", ""], ["D-3", OTHER, "", "", "", "", ""]]);
    let table = with(&with(&with(&table, "insz", numbers), "registered_on", days), "closed_on", instants);
    let extract = Extract { dossiers: table, ..small() };
    insta::assert_snapshot!(problems(&extract), @"dossiers, row 1, column insz: the value is missing; it is mandatory here");
    let caseload = extract.to_caseload(UnreadableRows::SetAside).unwrap();
    assert_eq!((caseload.rows()[0], caseload.rows_without_number()), (2, 1));
}

#[test]
fn text_under_a_null_is_not_read() {
    use arrow_buffer::NullBuffer;
    let nulls = || Some(NullBuffer::from(vec![true, false]));
    let (offsets, bytes, _) = StringArray::from(vec!["44021", "31005"]).into_parts();
    let (long_offsets, long_bytes, _) = LargeStringArray::from(vec!["44021", "31005"]).into_parts();
    let (views, buffers, _) = StringViewArray::from(vec!["44021", "31005"]).into_parts();
    let arrays: [ArrayRef; 3] = [
        Arc::new(StringArray::new(offsets, bytes, nulls())),
        Arc::new(LargeStringArray::new(long_offsets, long_bytes, nulls())),
        Arc::new(StringViewArray::new(views, buffers, nulls())),
    ];
    for array in arrays {
        let keys = Int32Array::from(vec![0, 1]);
        let by_key: ArrayRef = Arc::new(DictionaryArray::<Int32Type>::try_new(keys, Arc::clone(&array)).unwrap());
        for array in [array, by_key] {
            let table = residences(&[[NUMBER, "", "", ""], [NUMBER, "", "", ""]]);
            let said = problems(&Extract { residences: with(&table, "municipality", Arc::clone(&array)), ..small() });
            let missing = "residences, row 1, column municipality: the value is missing; it is mandatory here";
            assert_eq!(said, missing, "{}", array.data_type());
        }
    }
}

#[test]
fn sliced_batches_are_read_from_where_they_begin() {
    let rows = [
        ["D-1", "x", "2025-01-06", "2025-01-07", "4402", "", ""],
        ["D-2", NUMBER, "2025-02-06", "", "44021", "", "2025-03-01"],
        ["D-3", OTHER, "2025-03-06", "2025-03-07", "", "2025-04-01", ""],
        ["", "", "", "", "x", "", ""],
    ];
    let whole = dossiers(&rows);
    let sliced: RecordBatch = whole.batches()[0].slice(1, 2);
    let of_slice = read(&Extract { dossiers: sliced.into(), ..small() });
    let alone = read(&Extract { dossiers: dossiers(&rows[1..3]), ..small() });
    assert_eq!(first(&of_slice), first(&alone));
    assert_eq!(of_slice.persons().len(), 2);
    assert_eq!(of_slice.findings(), alone.findings());
}

#[test]
fn a_sliced_dictionary_has_the_keys_of_its_slice() {
    let cells = [Some(OTHER), None, Some(NUMBER), None, Some("x")];
    for (form, key) in TEXTS.into_iter().flat_map(|form| WIDTHS.map(|key| (form, key))) {
        let sliced = encoded::dictionary(&cells, form, key).slice(1, 3);
        let table = residences(&[[NUMBER, "44021", "", ""], [NUMBER, "44021", "", ""], [NUMBER, "44021", "", ""]]);
        let extract = Extract { residences: with(&table, "insz", sliced), ..small() };
        let caseload = extract.to_caseload(UnreadableRows::SetAside).unwrap();
        assert_eq!(caseload.rows()[1], 1, "{form:?} {key:?}");
        let missing: Vec<u32> = caseload.problems().iter().map(|problem| problem.row).collect();
        assert_eq!(missing, [0, 2], "a null key and a null value, {form:?} {key:?}");
    }
}
