//! The files of a delivery: their names, for whom they are, and what is in them.

use inburgering::Receipt;
use inburgering_papers::{FILE_NAMES, FOR_MUNICIPALITY, Recipient, cover_note, files, workbook};

use crate::delivering::{EVERYBODY, Exchange};

#[test]
fn every_file_has_its_name_and_its_recipient() {
    let files = files(&Exchange::gent().deliver()).unwrap();
    let told: Vec<_> = files.iter().map(|file| (file.name, file.recipient.as_str())).collect();
    assert_eq!(
        told,
        [
            ("list.xlsx", "municipality"),
            ("list.csv", "municipality"),
            ("cover-note.html", "municipality"),
            ("cover-note.txt", "municipality"),
            ("receipt.json", "agency"),
        ]
    );
    assert_eq!(files.iter().map(|file| file.name).collect::<Vec<_>>(), FILE_NAMES);
    let for_municipality = files.iter().filter(|file| file.recipient == Recipient::Municipality);
    assert_eq!(for_municipality.map(|file| file.name).collect::<Vec<_>>(), FOR_MUNICIPALITY);
}

#[test]
fn what_is_in_them_is_what_the_delivery_says() {
    let delivery = Exchange::gent().deliver();
    let files = files(&delivery).unwrap();
    let [xlsx, csv, html, txt, json] = &files[..] else { panic!("{files:?}") };
    assert_eq!(xlsx.bytes, workbook(&delivery.list, delivery.receipt.on).unwrap());
    assert_eq!(csv.bytes, delivery.list.to_csv().as_bytes());
    assert_eq!(html.bytes, cover_note(&delivery.cover_note).as_bytes());
    assert_eq!(txt.bytes, delivery.cover_note.to_string().as_bytes());
    assert_eq!(serde_json::from_slice::<Receipt>(&json.bytes).unwrap(), delivery.receipt);
    assert!(json.bytes.ends_with(b"}\n"));
}

#[test]
fn the_same_delivery_gives_the_same_files() {
    let exchange = Exchange::gent();
    assert_eq!(files(&exchange.deliver()).unwrap(), files(&exchange.deliver()).unwrap());
}

#[test]
fn only_the_list_holds_register_numbers() {
    for file in files(&Exchange::gent().deliver()).unwrap() {
        let text = String::from_utf8_lossy(&file.bytes);
        let listed = file.name == "list.csv";
        assert_eq!(EVERYBODY.iter().any(|number| text.contains(number)), listed, "{}", file.name);
        assert!(Recipient::ALL.contains(&file.recipient));
    }
}
