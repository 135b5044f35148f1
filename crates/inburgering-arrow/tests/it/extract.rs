//! Whole extracts: row numbers over batches, no rows, giving up, rows that are set aside.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use arrow_array::RecordBatch;
use inburgering::{CaseloadError, InputTable, Threads, UnreadableRows};
use inburgering_arrow::{Batches, Extract, ReadError};

use crate::encoded;
use crate::tables::{NUMBER, OTHER, batch, deaths, dossiers, problems, residences, small, whole};

/// The same rows in batches of these lengths.
fn cut(table: &Batches, lengths: &[usize]) -> Batches {
    let mut from = 0;
    let cut = |&length: &usize| {
        from += length;
        table.batches()[0].slice(from - length, length)
    };
    let batches: Vec<RecordBatch> = lengths.iter().map(cut).collect();
    assert_eq!(from, table.num_rows());
    Batches::new(table.schema().clone(), batches)
}

#[test]
fn rows_are_numbered_over_all_batches() {
    let rows = [["x", "2025-03-01"], [NUMBER, "2025-03-01"], [NUMBER, "2025-03-02"], ["", "2025-03-01"], [OTHER, ""]];
    for lengths in [&[5][..], &[1, 4], &[0, 2, 0, 3, 0], &[1, 1, 1, 1, 1]] {
        let extract = Extract { deaths: Some(cut(&deaths(&rows), lengths)), first_row: 10, ..small() };
        let caseload = extract.to_caseload(UnreadableRows::SetAside).unwrap();
        let at: Vec<(u32, &str)> = caseload.problems().iter().map(|problem| (problem.row, problem.column)).collect();
        assert_eq!(at, [(10, "insz"), (13, "insz"), (14, "died_on")], "{lengths:?}");
        assert_eq!(caseload.findings().len(), 1);
        let found: Vec<(InputTable, u32)> =
            caseload.findings()[0].rows.iter().map(|found| (found.table, found.row)).collect();
        assert_eq!(found, [(InputTable::Deaths, 11), (InputTable::Deaths, 12)], "{lengths:?}");
    }
}

#[test]
fn each_table_begins_at_the_first_row() {
    let extract = Extract {
        dossiers: dossiers(&[["", NUMBER, "", "", "", "", ""]]),
        residences: residences(&[[NUMBER, "", "", ""]]),
        deaths: Some(deaths(&[[NUMBER, ""]])),
        first_row: 2,
        threads: inburgering::Threads::default(),
        ..small()
    };
    insta::assert_snapshot!(problems(&extract), @r#"
    dossiers, row 2, column dossier: the value is missing; it is mandatory here
    residences, row 2, column municipality: the value is missing; it is mandatory here
    deaths, row 2, column died_on: the value is missing; it is mandatory here
    "#);
}

#[test]
fn without_rows_there_is_nobody() {
    let none = Extract::new(dossiers(&[]), residences(&[]));
    let no_batch = Extract::new(cut(&dossiers(&[]), &[]), cut(&residences(&[]), &[]));
    let tables_of_nobody =
        Extract { deaths: Some(deaths(&[])), replacements: Some(crate::tables::replacements(&[])), ..none.clone() };
    for extract in [none, no_batch, tables_of_nobody] {
        let caseload = extract.to_caseload(UnreadableRows::Refused).unwrap();
        assert_eq!((caseload.persons().len(), caseload.rows()), (0, [0; 4]));
    }
}

#[test]
fn the_tables_of_an_extract_reach_the_caseload() {
    let caseload = whole().to_caseload(UnreadableRows::Refused).unwrap();
    assert_eq!(caseload.rows(), [1, 1, 1, 1]);
    assert_eq!(caseload.person(OTHER.parse().unwrap()).unwrap().died_on().unwrap().to_string(), "2025-03-01");
}

#[test]
fn a_load_fails_with_every_problem_in_order() {
    let extract = Extract {
        dossiers: dossiers(&[["", "x", "", "", "4402", "", ""], ["D-2", NUMBER, "", "", "Gent", "", ""]]),
        residences: residences(&[["", "", "", ""]]),
        ..small()
    };
    let error = extract.to_caseload(UnreadableRows::Refused).unwrap_err();
    insta::assert_snapshot!(error, @"6 cells cannot be read, the first: dossiers, row 0, column dossier: the value is missing; it is mandatory here; mend the rows, or set them aside by option");
    insta::assert_snapshot!(problems(&extract), @r#"
    dossiers, row 0, column dossier: the value is missing; it is mandatory here
    dossiers, row 0, column insz: not a national register number: a register number is eleven digits, or YY.MM.DD-SSS.CC; given are 1 characters
    dossiers, row 0, column contract_municipality: 4 characters that are no municipality code; give the five digits of a NIS code
    dossiers, row 1, column contract_municipality: 4 characters that are no municipality code; give the five digits of a NIS code
    residences, row 0, column insz: the value is missing; it is mandatory here
    residences, row 0, column municipality: the value is missing; it is mandatory here
    "#);
    assert!(matches!(error, ReadError::Caseload(CaseloadError::Unreadable { problems }) if problems.len() == 6));
}

#[test]
fn rows_are_set_aside_with_the_persons_that_they_name() {
    let extract = Extract {
        dossiers: dossiers(&[["D-1", NUMBER, "", "", "4402", "", ""], ["D-2", "x", "", "", "", "", ""]]),
        deaths: Some(deaths(&[[OTHER, ""]])),
        ..small()
    };
    let caseload = extract.to_caseload(UnreadableRows::SetAside).unwrap();
    assert_eq!((caseload.rows_without_number(), caseload.problems().len()), (1, 3));
    for number in [NUMBER, OTHER] {
        assert!(caseload.person(number.parse().unwrap()).unwrap().has_unreadable_row());
    }
}

#[test]
fn a_caller_can_end_the_reading() {
    let many = |rows: usize| {
        let rows: Vec<[&str; 4]> = (0..rows).map(|_| [NUMBER, "44021", "", ""]).collect();
        // On one thread, so that the questions come one after the other.
        Extract { residences: residences(&rows), threads: Threads::ONE, ..small() }
    };
    // Before each of the two tables, and before the caseload is built; in longer tables after every 4096 rows.
    for (rows, questions) in [(1, 3), (4095, 3), (4096, 4), (8192, 5), (10_000, 5)] {
        let extract = many(rows);
        let asked = AtomicUsize::new(0);
        let answer = |no_at: usize| {
            asked.store(0, Relaxed);
            extract.read(UnreadableRows::Refused, &|| {
                asked.fetch_add(1, Relaxed);
                asked.load(Relaxed) != no_at
            })
        };
        assert!(answer(0).is_ok());
        assert_eq!(asked.load(Relaxed), questions, "{rows} rows");
        for no_at in 1..=questions {
            assert_eq!(answer(no_at).map(|_| ()), Err(ReadError::GaveUp));
            assert_eq!(asked.load(Relaxed), no_at);
        }
    }
    insta::assert_snapshot!(ReadError::GaveUp, @"the reading was given up as the caller wished; read the extract again for a caseload");
}

#[test]
fn rows_of_many_small_batches_are_counted_together() {
    let rows: Vec<[&str; 4]> = (0..5000).map(|_| [NUMBER, "44021", "", ""]).collect();
    let extract = Extract { residences: cut(&residences(&rows), &[1; 5000]), ..small() };
    let asked = AtomicUsize::new(0);
    let keep_on = || {
        asked.fetch_add(1, Relaxed);
        true
    };
    extract.read(UnreadableRows::Refused, &keep_on).unwrap();
    assert_eq!(asked.load(Relaxed), 4);
}

#[test]
fn columns_are_judged_before_anybody_is_asked() {
    let extract = Extract { deaths: Some(dossiers(&[])), ..small() };
    let error = extract.read(UnreadableRows::SetAside, &|| false).unwrap_err();
    assert!(matches!(error, ReadError::Columns { problems } if problems.len() == 1));
}

#[test]
fn a_row_number_takes_four_bytes() {
    let last = Extract { first_row: u32::MAX, ..small() };
    assert!(last.to_caseload(UnreadableRows::Refused).is_ok());
    let two = deaths(&[[NUMBER, "2025-03-01"], [OTHER, "2025-03-01"]]);
    let error = Extract { deaths: Some(two), ..last }.to_caseload(UnreadableRows::Refused).unwrap_err();
    insta::assert_snapshot!(error, @"deaths: 2 rows cannot be numbered from 4294967295; the last number is 4294967295, so split the extract by person");

    // Columns of type Null take no room, however long they are.
    let rows = 1 << 33;
    let endless = batch(["insz", "died_on"].map(|heading| (heading, encoded::nulls(rows))));
    let extract = Extract { deaths: Some(endless.into()), ..small() };
    insta::assert_snapshot!(extract.to_caseload(UnreadableRows::SetAside).unwrap_err(), @"deaths: 8589934592 rows cannot be numbered from 0; the last number is 4294967295, so split the extract by person");
}
