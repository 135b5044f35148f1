//! What recalls found, as tables.

use arrow_array::cast::AsArray;
use arrow_array::types::Date32Type;
use arrow_array::{Array, ArrayRef};
use inburgering::{Caseload, ListRules, Recall, UnreadableRows, recall};
use inburgering_arrow::{Batches, Extract, corrections, recall_notices};

use crate::delivering::{delivery, protocols};
use crate::tables::{NUMBER, OTHER, day, dossiers, residences};

const THIRD: &str = "78.03.02-903.17";

/// One number too many on the list, one missed, one with a wrong flag.
fn recalled() -> Recall {
    let original = Extract::new(
        dossiers(&[["D-1", NUMBER, "2025-01-06", "", "", "", ""], ["D-2", OTHER, "2025-01-06", "", "", "", ""]]),
        residences(&[[NUMBER, "44021", "", ""], [OTHER, "44021", "", ""]]),
    );
    let delivery = delivery(&original.to_caseload(UnreadableRows::Refused).unwrap());
    recall(&delivery, &corrected().place(day("2025-03-10"), ListRules::default()).unwrap()).unwrap()
}

fn corrected() -> Caseload {
    let corrected = Extract::new(
        dossiers(&[
            ["D-1", NUMBER, "2025-01-06", "", "", "2025-02-07", ""],
            ["D-3", NUMBER, "2025-01-06", "", "", "", ""],
            ["D-2", OTHER, "2025-01-06", "", "", "", ""],
            ["D-4", THIRD, "2025-01-06", "2025-01-07", "44021", "", ""],
        ]),
        residences(&[[NUMBER, "44021", "", ""], [OTHER, "31005", "", ""], [THIRD, "44021", "", ""]]),
    );
    corrected.to_caseload(UnreadableRows::Refused).unwrap()
}

fn texts(table: &Batches, column: &str) -> Vec<String> {
    let texts = table.batches()[0][column].as_string::<i32>().iter();
    texts.map(|text| text.unwrap().to_owned()).collect()
}

fn flags(table: &Batches, column: &str) -> Vec<Option<bool>> {
    table.batches()[0][column].as_boolean().iter().collect()
}

fn lists(table: &Batches, column: &str) -> Vec<Vec<String>> {
    let lists = table.batches()[0][column].as_list::<i32>();
    let list = |list: Option<ArrayRef>| {
        let list = list.unwrap();
        let texts = list.as_string::<i32>();
        (0..texts.len()).map(|at| texts.value(at).to_owned()).collect()
    };
    lists.iter().map(list).collect()
}

#[test]
fn the_agencys_table_has_what_was_wrong_and_the_facts_that_changed() {
    let recall = recalled();
    let table = corrections(std::iter::once(&recall));
    assert_eq!(texts(&table, "insz"), [THIRD, NUMBER, OTHER]);
    assert_eq!(texts(&table, "kind"), ["missed", "wrong_flags", "wrongly_disclosed"]);
    assert_eq!(texts(&table, "request"), ["44021-2025-03-03"; 3]);
    assert_eq!(texts(&table, "municipality"), ["44021"; 3]);
    assert_eq!(flags(&table, "contract_signed"), [Some(true), Some(false), None]);
    assert_eq!(flags(&table, "attest_obtained"), [Some(false), Some(true), None]);
    let before = lists(&table, "before");
    assert_eq!((before[0].len(), before[1].as_slice()), (0, ["follows_current_residence".to_owned()].as_slice()));
    assert_eq!(lists(&table, "after")[2], ["follows_current_residence"]);
    assert_eq!(lists(&table, "removed")[2], ["vanaf een onbekende dag: ingeschreven in 44021 (Gent)"]);
    assert_eq!(lists(&table, "added")[2], ["vanaf een onbekende dag: ingeschreven in 31005 (Brugge)"]);
}

#[test]
fn the_municipalitys_table_says_what_to_do_and_no_cause() {
    let notice = recalled().notice(day("2025-03-17"), &protocols()).unwrap();
    let table = recall_notices(std::iter::once(notice));
    assert_eq!(texts(&table, "insz"), [OTHER, THIRD, NUMBER]);
    assert_eq!(texts(&table, "action"), ["delete", "add", "correct"]);
    assert_eq!(flags(&table, "contract_signed"), [None, Some(true), Some(false)]);
    assert_eq!(flags(&table, "attest_obtained"), [None, Some(false), Some(true)]);
    let columns: Vec<&str> = table.schema().fields().iter().map(|field| field.name().as_str()).collect();
    let of_row =
        ["request", "municipality", "on", "insz", "action", "instead_of", "contract_signed", "attest_obtained"];
    assert_eq!(columns, [&of_row[..], &["delivered_to", "given_on", "kept_until"]].concat());
    assert_eq!(texts(&table, "delivered_to"), ["44021"; 3]);
    let days = table.batches()[0]["given_on"].as_primitive::<Date32Type>();
    assert_eq!(days.value(0), day("2025-03-17").to_epoch_days());
}
