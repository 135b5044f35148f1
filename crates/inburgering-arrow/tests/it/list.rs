//! The disclosed list as a table.

use arrow_array::cast::AsArray;
use arrow_schema::{DataType, Field};
use inburgering::UnreadableRows;
use inburgering_arrow::{Extract, list};

use crate::delivering::delivery;
use crate::tables::{NUMBER, OTHER, dossiers, residences, small};

#[test]
fn the_list_has_three_columns_and_no_more() {
    let extract = Extract::new(
        dossiers(&[
            ["D-1", OTHER, "2025-01-06", "2025-01-07", "44021", "", ""],
            ["D-2", NUMBER, "2025-01-06", "", "", "2025-02-07", ""],
            ["D-3", NUMBER, "2025-01-06", "", "", "", ""],
            ["D-4", "78.03.02-903.17", "2025-01-06", "", "", "", ""],
        ]),
        residences(&[[OTHER, "44021", "", ""], [NUMBER, "44021", "", ""], ["78.03.02-903.17", "31005", "", ""]]),
    );
    let delivery = delivery(&extract.to_caseload(UnreadableRows::Refused).unwrap());
    let table = list(&delivery.list);
    let fields = [
        Field::new("insz", DataType::Utf8, false),
        Field::new("contract_signed", DataType::Boolean, false),
        Field::new("attest_obtained", DataType::Boolean, false),
    ];
    assert_eq!(table.schema().fields().iter().map(|field| (**field).clone()).collect::<Vec<_>>(), fields);
    let [batch] = table.batches() else { panic!("{table:?}") };
    let numbers: Vec<Option<&str>> = batch["insz"].as_string::<i32>().iter().collect();
    assert_eq!(numbers, [Some(NUMBER), Some(OTHER)]);
    let contracts: Vec<Option<bool>> = batch["contract_signed"].as_boolean().iter().collect();
    assert_eq!(contracts, [Some(false), Some(true)]);
    let attests: Vec<Option<bool>> = batch["attest_obtained"].as_boolean().iter().collect();
    assert_eq!(attests, [Some(true), Some(false)]);
}

#[test]
fn an_empty_list_has_its_columns_too() {
    let extract = Extract { residences: residences(&[]), ..small() };
    let table = list(&delivery(&extract.to_caseload(UnreadableRows::Refused).unwrap()).list);
    assert_eq!((table.num_rows(), table.schema().fields().len()), (0, 3));
}
