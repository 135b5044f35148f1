//! No public type that can hold a register number shows one by accident, and none of its errors does.

use core::fmt::Debug;
use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array, StringArray};
use inburgering::{ListRules, UnreadableRows};
use inburgering_arrow::columns::{DayColumn, PerRow, add_working_days, count_working_days, current_municipality};
use inburgering_arrow::{Extract, answers};

use crate::tables::{NUMBER, batch, day, dossiers, small, table, with};

#[track_caller]
fn shows_none(what: &str, value: &impl Debug) {
    for text in [format!("{value:?}"), format!("{value:#?}"), format!("{value:x?}"), format!("{value:#X?}")] {
        says_none(what, &text);
    }
}

#[track_caller]
fn says_none(what: &str, text: &str) {
    for trace in ["85.07", "8507", "901", "13ced2405", "13CED2405"] {
        assert!(!text.contains(trace), "{what} shows {trace}: {text}");
    }
}

#[test]
fn tables_show_no_number() {
    let extract = small();
    shows_none("Extract", &extract);
    shows_none("Batches", &extract.dossiers);
    let caseload = extract.to_caseload(UnreadableRows::Refused).unwrap();
    let placed = caseload.place(day("2025-03-01"), ListRules::default()).unwrap();
    let table = answers(&placed, None);
    assert_eq!(table.num_rows(), 1, "there is a number to hide");
    shows_none("answers", &table);
    // The first row of a file without headings was taken for headings.
    let number: ArrayRef = Arc::new(StringArray::from(vec![NUMBER]));
    shows_none("headings", &inburgering_arrow::Batches::from(batch([(NUMBER, number)])));
}

#[test]
fn errors_show_no_number() {
    let text: ArrayRef = Arc::new(StringArray::from(vec![NUMBER]));
    let wrong: ArrayRef = Arc::new(StringArray::from(vec!["85.07.30-901.34"]));
    let integer: ArrayRef = Arc::new(Int64Array::from(vec![85_073_090_134]));
    let mut extracts = Vec::new();
    for heading in ["insz", "contract_municipality", "closed_on"] {
        for array in [&text, &wrong, &integer] {
            extracts.push(Extract { dossiers: with(&small().dossiers, heading, Arc::clone(array)), ..small() });
        }
    }
    extracts.push(Extract { dossiers: dossiers(&[["", NUMBER, "", "", "", "", ""]]), ..small() });
    extracts.push(Extract { deaths: Some(table([NUMBER], &[[NUMBER]])), ..small() });
    let mut faults = 0;
    for extract in extracts {
        if let Err(error) = extract.to_caseload(UnreadableRows::Refused) {
            shows_none("ReadError", &error);
            says_none("ReadError", &error.to_string());
            faults += 1;
        }
    }
    assert_eq!(faults, 10, "all but the right number in its place");
}

#[test]
fn errors_of_columns_show_no_number() {
    let calendar = inburgering::Calendar::legal();
    let text = StringArray::from(vec![NUMBER]);
    let integer = Int64Array::from(vec![85_073_090_133]);
    let days = arrow_array::Date32Array::from(vec![20_000]);
    let instant = arrow_array::Date64Array::from(vec![85_073_090_133]);
    let errors = [
        current_municipality(&text, day("2025-01-01")).unwrap_err(),
        current_municipality(&integer, day("2025-01-01")).unwrap_err(),
        add_working_days(&text, PerRow::Column(&integer), &calendar).unwrap_err(),
        add_working_days(&days, PerRow::Column(&integer), &calendar).unwrap_err(),
        add_working_days(&instant, PerRow::Column(&integer), &calendar).unwrap_err(),
        count_working_days(DayColumn::Column(&instant), DayColumn::Column(&text), &calendar).unwrap_err(),
    ];
    for error in errors {
        shows_none("ColumnsError", &error);
        says_none("ColumnsError", &error.to_string());
    }
    shows_none("PerRow", &DayColumn::Column(&integer));
}
