//! The list: three fields, sorted by number, and the bytes of its file.

use inburgering::{DisclosureList, Use};
use serde::Deserialize;

use crate::delivering::{Exchange, municipality};
use crate::golden::{Options, Tables, cases, day};

fn list() -> DisclosureList {
    Exchange::brugge().deliver().unwrap().list
}

fn rows(list: &DisclosureList) -> Vec<(String, bool, bool)> {
    list.rows().iter().map(|row| (row.insz().to_string(), row.contract_signed(), row.attest_obtained())).collect()
}

#[test]
fn the_file_is_byte_for_byte_as_described() {
    let expected = "\u{feff}\"rijksregisternummer\";\"contract_ondertekend\";\"attest_behaald\"\r\n\
        \"01.12.31-904.46\";\"nee\";\"ja\"\r\n\
        \"78.03.02-903.17\";\"nee\";\"nee\"\r\n\
        \"85.07.30-901.33\";\"ja\";\"nee\"\r\n\
        \"90.01.15-902.60\";\"ja\";\"ja\"\r\n\
        \"95.05.05-905.05\";\"ja\";\"nee\"\r\n\
        \"99.01.01-902.87\";\"ja\";\"nee\"\r\n";
    assert_eq!(list().to_csv(), expected);
    assert_eq!(list().to_csv().as_bytes()[..4], [0xef, 0xbb, 0xbf, b'"']);
}

#[test]
fn a_reader_that_was_not_written_here_reads_the_rows_back() {
    let list = list();
    let csv = list.to_csv();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(csv.as_bytes());
    // The reader takes the byte order mark off.
    assert_eq!(reader.headers().unwrap(), vec!["rijksregisternummer", "contract_ondertekend", "attest_behaald"]);
    let yes = |text: &str| match text {
        "ja" => true,
        "nee" => false,
        text => panic!("{text}"),
    };
    let read: Vec<_> = reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            assert_eq!(record.len(), 3);
            (record[0].to_string(), yes(&record[1]), yes(&record[2]))
        })
        .collect();
    assert_eq!(read, rows(&list));
    assert_eq!(read.len(), 6);
}

#[test]
fn an_empty_list_is_its_heading() {
    let mut exchange = Exchange::brugge();
    exchange.tables = Tables::default();
    let list = exchange.deliver().unwrap().list;
    assert_eq!((list.len(), list.is_empty()), (0, true));
    assert_eq!(list.to_csv(), "\u{feff}\"rijksregisternummer\";\"contract_ondertekend\";\"attest_behaald\"\r\n");
    assert_eq!(format!("{list:?}"), "DisclosureList { len: 0, .. }");
}

#[test]
fn each_number_stands_once_and_in_ascending_order() {
    let list = list();
    assert!(list.rows().is_sorted_by(|one, other| one.insz() < other.insz()));
    assert_eq!((list.len(), list.is_empty()), (6, false));
    assert_eq!(format!("{list:?}"), "DisclosureList { len: 6, .. }");
    assert_eq!(
        format!("{:?}", list.rows()[0]),
        "DisclosureRow { insz: Insz(***), contract_signed: false, attest_obtained: true }"
    );
}

#[test]
fn a_use_selects_by_the_attest_alone() {
    let list = list();
    let select = |purpose| list.select(purpose).map(|row| row.insz().to_string()).collect::<Vec<_>>();
    assert_eq!(select(Use::Ceremony), ["01.12.31-904.46", "90.01.15-902.60"]);
    assert_eq!(select(Use::BuddyWork), ["78.03.02-903.17", "85.07.30-901.33", "95.05.05-905.05", "99.01.01-902.87"]);
    assert_eq!(select(Use::DutchPractice), rows(&list).into_iter().map(|row| row.0).collect::<Vec<_>>());
}

#[test]
fn every_use_has_a_text_of_its_own() {
    assert_eq!(Use::ALL.map(Use::as_str), ["ceremony", "buddy_work", "dutch_practice"]);
}

#[cfg(feature = "serde")]
#[test]
fn serde_writes_three_fields_and_no_more() {
    let json = serde_json::to_value(list()).unwrap();
    let rows = json.as_array().unwrap();
    assert_eq!(rows.len(), 6);
    assert_eq!(
        rows[0],
        serde_json::json!({ "insz": "01.12.31-904.46", "contract_signed": false, "attest_obtained": true })
    );
    for (purpose, text) in [
        (Use::Ceremony, "\"ceremony\""),
        (Use::BuddyWork, "\"buddy_work\""),
        (Use::DutchPractice, "\"dutch_practice\""),
    ] {
        assert_eq!(serde_json::to_string(&purpose).unwrap(), text);
        assert_eq!(serde_json::from_str::<Use>(text).unwrap(), purpose);
    }
}

#[derive(Deserialize)]
struct Case {
    name: String,
    citation: String,
    municipality: String,
    on: String,
    #[serde(flatten)]
    tables: Tables,
    #[serde(default)]
    options: Options,
    csv: Vec<String>,
    closed: usize,
    closed_residing_elsewhere: usize,
    rows_without_number: usize,
}

#[test]
fn golden_cases() {
    for case in cases::<Case>("disclosure") {
        assert!(!case.citation.is_empty());
        let mut exchange = Exchange::brugge();
        exchange.protocols = crate::delivering::register([crate::delivering::protocol(
            &case.municipality,
            "2025-01-08",
            inburgering::ProtocolDuration::Indefinite,
            12,
        )]);
        exchange.request = crate::delivering::request(&case.municipality, "2025-02-03");
        exchange.assessed_on = day("2025-02-03");
        exchange.on = day(&case.on);
        exchange.tables = case.tables;
        exchange.unreadable = case.options.unreadable();
        exchange.rules = case.options.rules();
        exchange.options.brussels = exchange.rules.brussels;
        let delivery = exchange.deliver().unwrap();
        let csv = delivery.list.to_csv();
        assert_eq!(csv.lines().skip(1).collect::<Vec<_>>(), case.csv, "{}", case.name);
        let counts = &delivery.receipt.counts;
        assert_eq!(counts.listed, case.csv.len(), "{}", case.name);
        assert_eq!(counts.closed, case.closed, "{}", case.name);
        assert_eq!(counts.closed_residing_elsewhere, case.closed_residing_elsewhere, "{}", case.name);
        assert_eq!(counts.rows_without_number, case.rows_without_number, "{}", case.name);
        assert_eq!(delivery.receipt.municipality, municipality(&case.municipality));
    }
}
