//! The workbook of the list, read back by a library that did not write it.

use std::io::Cursor;

use calamine::{Data, Reader, SheetVisible, Xlsx};
use inburgering::DisclosureList;
use inburgering_papers::workbook;

use crate::delivering::{CLOSED, Exchange, MOVED, NEW_NUMBER, REGISTERED, crowd, day};

/// The only sheet, cell by cell.
fn read(bytes: Vec<u8>) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheets: Vec<_> = book.sheets_metadata().iter().map(|sheet| (sheet.name.clone(), sheet.visible)).collect();
    assert_eq!(sheets, [("Lijst".to_owned(), SheetVisible::Visible)]);
    assert!(book.worksheet_formula("Lijst").unwrap().is_empty(), "there is a formula");
    let cells = book.worksheet_range("Lijst").unwrap();
    let text = |cell: &Data| match cell {
        Data::String(text) => text.clone(),
        other => panic!("a cell that is no text: {other:?}"),
    };
    cells.rows().map(|row| row.iter().map(text).collect()).collect()
}

/// The rows of the CSV file, without its headings.
fn csv(list: &DisclosureList) -> Vec<Vec<String>> {
    let csv = list.to_csv();
    let cells = |line: &str| line.split(';').map(|cell| cell.trim_matches('"').to_owned()).collect();
    csv.lines().skip(1).map(cells).collect()
}

#[test]
fn it_has_the_three_fields_and_the_rows_of_the_list() {
    let delivery = Exchange::gent().deliver();
    let rows = read(workbook(&delivery.list, delivery.receipt.on).unwrap());
    assert_eq!(rows[0], ["Rijksregisternummer", "Contract ondertekend", "Attest behaald"]);
    assert_eq!(
        rows[1..],
        [[CLOSED, "ja", "ja"], [REGISTERED, "nee", "nee"], [MOVED, "ja", "nee"], [NEW_NUMBER, "ja", "nee"]]
    );
    assert_eq!(rows[1..], csv(&delivery.list));
}

#[test]
fn a_long_list_stands_whole_in_it() {
    let mut exchange = Exchange::gent();
    exchange.caseload = crowd(9_000);
    let list = exchange.deliver().list;
    let rows = read(workbook(&list, day("2026-02-10")).unwrap());
    assert_eq!(rows.len(), 9_001);
    assert_eq!(rows[1..], csv(&list));
}

#[test]
fn a_list_of_nobody_has_its_headings() {
    let mut exchange = Exchange::gent();
    exchange.caseload = crowd(0);
    assert_eq!(read(workbook(&exchange.deliver().list, day("2026-02-10")).unwrap()).len(), 1);
}

#[test]
fn the_same_list_and_day_give_the_same_bytes() {
    let list = Exchange::gent().deliver().list;
    let made = workbook(&list, day("2026-02-10")).unwrap();
    // A second on the clock would show in a file that bears its instant.
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    assert_eq!(made, workbook(&list, day("2026-02-10")).unwrap());
    assert_ne!(made, workbook(&list, day("2026-02-11")).unwrap());
}

#[test]
fn a_day_that_no_workbook_knows() {
    let list = Exchange::gent().deliver().list;
    insta::assert_snapshot!(workbook(&list, day("1899-12-31")).unwrap_err(), @"a workbook may be created from 1900-01-01 to 9999-12-31; 1899-12-31 lies outside: give the day of delivery");
    for known in ["1900-01-01", "1900-01-02", "9999-12-30", "9999-12-31"] {
        assert!(workbook(&list, day(known)).is_ok(), "{known}");
    }
    assert!(workbook(&list, day("+10000-01-01")).is_err());
}
