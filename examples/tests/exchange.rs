//! Tests of the exchange on the case sets.
#![allow(
    missing_docs,
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use inburgering::DigestKey;
use inburgering_archive::DisclosureLog;
use inburgering_archive::folder::FolderError;
use inburgering_examples::arguments::{self, Command};
use inburgering_examples::exchange::{ExchangeError, LOG, Outcome};
use inburgering_examples::recall::RecallFailure;
use inburgering_examples::stopwatch::Stopwatch;
use inburgering_examples::synthetic::{Faults, Recipe, generate, ledger, write_ledger};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

/// The digests of the workbooks, as sha256sum writes them.
const WORKBOOKS: &str = "workbooks.sha256";

const SMALL_DAYS: [&str; 4] = ["--on", "2025-01-15", "--deliver-on", "2025-01-20"];

fn cases(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases").join(name)
}

/// A place to write to, with a key that is always the same.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        fs::write(place.key(), [7; 32]).unwrap();
        place
    }

    fn key(&self) -> PathBuf {
        self.0.path().join("test.key")
    }

    fn out(&self) -> PathBuf {
        self.0.path().join("out")
    }

    /// The options that every run has, then the others.
    fn command(&self, data: &Path, options: &[&str]) -> Result<Command, arguments::ArgumentError> {
        let common =
            ["--data".into(), data.into(), "--out".into(), self.out().into(), "--key-file".into(), self.key().into()];
        arguments::read(common.into_iter().chain(options.iter().map(OsString::from)))
    }

    fn exchange(&self, data: &Path, options: &[&str]) -> Result<Outcome, ExchangeError> {
        match self.command(data, options).unwrap() {
            Command::Exchange(exchange) => exchange.run(&mut Stopwatch::new()),
            _ => panic!("not an exchange"),
        }
    }

    /// The text without the name of the place.
    fn neutral(&self, text: &str) -> String {
        text.replace(self.0.path().to_str().unwrap(), "")
    }

    /// A recall of all that was delivered here, with its papers in a folder of this name.
    fn recall(&self, data: &Path, corrected: &Path, key: &Path, papers: &str) -> Result<String, RecallFailure> {
        self.recall_with(data, corrected, key, &["--out", self.out().join(papers).to_str().unwrap()])
    }

    fn recall_with(
        &self,
        data: &Path,
        corrected: &Path,
        key: &Path,
        options: &[&str],
    ) -> Result<String, RecallFailure> {
        let arguments: Vec<OsString> = vec![
            "recall".into(),
            "--data".into(),
            data.into(),
            "--corrected".into(),
            corrected.into(),
            "--log".into(),
            self.out().join(LOG).into(),
            "--on".into(),
            "2025-01-27".into(),
            "--key-file".into(),
            key.into(),
        ];
        match arguments::read(arguments.into_iter().chain(options.iter().map(OsString::from))).unwrap() {
            Command::Recall(recall) => recall.run(&mut Stopwatch::new()),
            _ => panic!("not a recall"),
        }
    }
}

/// Every file below a directory, by its path within it.
fn files(directory: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut left = vec![directory.to_owned()];
    while let Some(next) = left.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                left.push(path);
            } else {
                found.push(path.strip_prefix(directory).unwrap().to_str().unwrap().to_owned());
            }
        }
    }
    found.sort();
    found
}

/// Compares with the file that is kept, or keeps the text if `UPDATE_EXPECTED` is set.
fn assert_as_kept(kept: &Path, text: &str) {
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::create_dir_all(kept.parent().unwrap()).unwrap();
        fs::write(kept, text).unwrap();
    }
    let expected = fs::read_to_string(kept).unwrap_or_default();
    assert!(text == expected, "differs from {}:\n{text}", kept.display());
}

/// The digest of a file, in hexadecimal.
fn sha256(file: &Path) -> String {
    Sha256::digest(fs::read(file).unwrap()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every register number that stands in the text, in either form, valid or nearly so.
fn numbers(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let is = |window: &[char], form: &str| {
        window.iter().zip(form.chars()).all(|(c, f)| if f == '9' { c.is_ascii_digit() } else { *c == f })
    };
    let dotted = characters.windows(15).filter(|window| is(window, "99.99.99-999.99"));
    let compact = characters.windows(11).filter(|window| is(window, "99999999999"));
    dotted.chain(compact).map(|window| window.iter().collect()).collect()
}

#[test]
fn the_small_set_gives_what_is_kept_beside_it() {
    let place = Place::new();
    let small = cases("small");
    let outcome = place.exchange(&small, &[&SMALL_DAYS[..], &["--explain", "D-02"]].concat()).unwrap();
    assert_eq!(outcome.failed, 0);
    let expected = small.join("expected");
    assert_as_kept(&expected.join("report.txt"), &place.neutral(&outcome.printed));

    let printed = place.recall(&small, &small.join("corrected"), &place.key(), "recall").unwrap();
    assert_eq!(numbers(&printed), Vec::<String>::new());
    insta::assert_snapshot!(place.neutral(&printed), @r"
    Recall of 4 deliveries

    A-11-GENT, delivered to 44021 (Gent) on 2025-01-20
      wrongly disclosed     1
      missed                1
      wrong flags           1
      notice: entry 9

    The papers: /out/recall
    ");

    // Of a workbook, only its digest is kept; of the log nothing, whose bytes are the database's.
    let (workbooks, mut written): (Vec<_>, Vec<_>) =
        files(&place.out()).into_iter().partition(|file| file.ends_with(".xlsx"));
    written.retain(|file| file != LOG);
    for file in &written {
        assert_as_kept(&expected.join(file), &fs::read_to_string(place.out().join(file)).unwrap());
    }
    let digests = workbooks.iter().map(|file| format!("{}  {file}\n", sha256(&place.out().join(file))));
    assert_as_kept(&expected.join(WORKBOOKS), &digests.collect::<String>());
    let mut kept = files(&expected);
    kept.retain(|file| !file.starts_with("report") && file != WORKBOOKS);
    assert_eq!(written, kept);

    // Once the notices are given, nothing is wrong any more.
    let again = place.recall(&small, &small.join("corrected"), &place.key(), "again").unwrap();
    insta::assert_snapshot!(place.neutral(&again), @r"
    Recall of 4 deliveries

    The papers: /out/again
    ");
    // They are written again, in case they did not arrive.
    assert_eq!(files(&place.out().join("again")), ["agency-paper.txt", "notice-9-A-11-GENT.txt"]);
    assert_as_kept(
        &expected.join("recall/notice-9-A-11-GENT.txt"),
        &fs::read_to_string(place.out().join("again/notice-9-A-11-GENT.txt")).unwrap(),
    );
    // A week later it turns out that all was right: that needs the files by which the notice was given.
    let unknown = place.recall(&small, &small, &place.key(), "unknown").unwrap();
    assert!(unknown.contains("\nA-11-GENT: the corrected inputs of notice 9 were not given"), "{unknown}");
    let (earlier, third) = (small.join("corrected"), place.out().join("third"));
    let options = ["--earlier", earlier.to_str().unwrap(), "--out", third.to_str().unwrap()];
    let back = place.recall_with(&small, &small, &place.key(), &options).unwrap();
    insta::assert_snapshot!(place.neutral(&back), @r"
    Recall of 4 deliveries

    A-11-GENT, delivered to 44021 (Gent) on 2025-01-20
      wrongly disclosed     1
      missed                1
      wrong flags           1
      notice: entry 10

    The papers: /out/third
    ");
    assert_eq!(files(&third), ["agency-paper.txt", "notice-10-A-11-GENT.txt", "notice-9-A-11-GENT.txt"]);
}

#[test]
fn a_recall_whose_papers_cannot_be_written_loses_no_notice() {
    let place = Place::new();
    let (small, corrected) = (cases("small"), cases("small").join("corrected"));
    place.exchange(&small, &SMALL_DAYS).unwrap();
    // A file stands where the parent of the papers would be.
    let nowhere = place.out().join("requests.json/papers");
    let options = ["--out", nowhere.to_str().unwrap()];
    assert!(matches!(
        place.recall_with(&small, &corrected, &place.key(), &options),
        Err(RecallFailure::Folder(FolderError::Unwritable { .. }))
    ));
    place.recall(&small, &corrected, &place.key(), "recall").unwrap();
    assert_eq!(files(&place.out().join("recall")), ["agency-paper.txt", "notice-9-A-11-GENT.txt"]);
}

#[test]
fn a_delivery_is_a_folder_of_five_files_and_two_entries_of_the_log() {
    let place = Place::new();
    place.exchange(&cases("small"), &SMALL_DAYS).unwrap();
    let log = DisclosureLog::open(place.out().join(LOG)).unwrap();
    let deliveries = log.deliveries().unwrap();
    for logged in &deliveries {
        let written = files(&place.out().join(&logged.folder));
        assert_eq!(written, ["cover-note.html", "cover-note.txt", "list.csv", "list.xlsx", "receipt.json"]);
    }
    let told: Vec<_> = deliveries
        .iter()
        .map(|logged| format!("{} {} {}", logged.delivery, logged.request.id(), logged.state))
        .collect();
    insta::assert_snapshot!(told.join("\n"), @"
    1 A-03-LOKEREN done
    3 A-06-ANTWERPEN done
    5 A-11-GENT done
    7 A-12-TURNHOUT done
    ");
    let key = DigestKey::new("test", &[7; 32]).unwrap();
    assert!(log.verify(&[key], None).unwrap().is_whole());
}

#[test]
fn every_option_has_its_effect_on_the_small_set() {
    let place = Place::new();
    let options = [
        "--closed",
        "contract_municipality_if_resident",
        "--brussels",
        "allowed",
        "--inherited",
        "accepted",
        "--year",
        "rolling_twelve_months",
        "--calendar",
        "flemish_government_year_end",
        "--closing-day",
        "2025-01-10",
        "--operator",
        "team uitwisseling",
        "--delivered-at",
        "2025-01-20T09:30:00+01:00",
    ];
    let outcome = place.exchange(&cases("small"), &[&SMALL_DAYS[..], &options].concat()).unwrap();
    assert_as_kept(&cases("small").join("expected/report-other-options.txt"), &place.neutral(&outcome.printed));
    let receipt = fs::read_to_string(place.out().join("A-03-LOKEREN/receipt.json")).unwrap();
    assert!(receipt.contains("team uitwisseling") && receipt.contains("2025-01-20T09:30:00+01:00"));
}

#[test]
fn residence_at_closing_places_by_the_closing_day() {
    let place = Place::new();
    let options = [&SMALL_DAYS[..], &["--closed", "residence_at_closing"]].concat();
    let outcome = place.exchange(&cases("small"), &options).unwrap();
    let reasons: Vec<&str> = outcome.printed.lines().filter(|line| line.contains("closing")).map(str::trim).collect();
    insta::assert_snapshot!(reasons.join("\n"), @"
    closed      residence_at_closing
    1  contract_after_closing         dossiers 38
    12  lived_there_at_closing
    1  contract_after_closing
    ");
}

#[test]
fn no_register_number_stands_in_a_report_a_receipt_a_history_or_the_log() {
    let place = Place::new();
    let outcome = place.exchange(&cases("small"), &SMALL_DAYS).unwrap();
    assert_eq!(numbers(&outcome.printed), Vec::<String>::new());
    let shown: Vec<String> = files(&place.out());
    for file in shown.iter().filter(|file| !file.contains("/list.") && *file != LOG) {
        assert_eq!(numbers(&fs::read_to_string(place.out().join(file)).unwrap()), Vec::<String>::new(), "{file}");
    }
    let list = fs::read_to_string(place.out().join("A-11-GENT/list.csv")).unwrap();
    let listed = numbers(&list);
    assert_eq!(listed.len(), 13, "the list is there for its numbers");
    // The MACs of the log have long runs of digits, so it is asked for the numbers of the list.
    let log = fs::read(place.out().join(LOG)).unwrap();
    let log = String::from_utf8_lossy(&log);
    for number in &listed {
        let compact: String = number.chars().filter(char::is_ascii_digit).collect();
        assert!(!log.contains(number) && !log.contains(&compact));
    }
}

#[test]
fn an_explanation_shows_the_number_of_the_one_person() {
    let place = Place::new();
    let outcome = place.exchange(&cases("small"), &[&SMALL_DAYS[..], &["--explain", "D-05"]].concat()).unwrap();
    assert_eq!(
        numbers(&outcome.printed).into_iter().collect::<BTreeSet<_>>().len(),
        2,
        "the number and the one it replaced"
    );
    let error =
        Place::new().exchange(&cases("small"), &[&SMALL_DAYS[..], &["--explain", "D-99"]].concat()).unwrap_err();
    insta::assert_snapshot!(error, @"--explain: no dossier of that number is in dossiers.csv; give the number as it stands there");
}

#[test]
fn the_summary_leaves_the_requests_to_the_report() {
    let place = Place::new();
    let report = place.0.path().join("reports/january.txt");
    let options = [&SMALL_DAYS[..], &["--report", report.to_str().unwrap()]].concat();
    let outcome = place.exchange(&cases("small"), &options).unwrap();
    assert!(!outcome.printed.contains("A-03-LOKEREN") && outcome.printed.contains("january.txt"));
    let whole = Place::new();
    let printed = whole.exchange(&cases("small"), &SMALL_DAYS).unwrap().printed;
    assert_eq!(place.neutral(&fs::read_to_string(report).unwrap()), whole.neutral(&printed));
}

/// The digits of everything in the broken set that looks like a number with too few, too many or wrong digits.
const BROKEN_NUMBERS: [&str; 8] = [
    "85073090133",
    "85073090134",
    "85073090135",
    "8507309013",
    "85673090133",
    "90041290274",
    "79110290394",
    "79110290395",
];

fn assert_no_digits(text: &str) {
    for word in text.split_whitespace() {
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        for number in BROKEN_NUMBERS {
            let runs = number.as_bytes().windows(5).map(|run| std::str::from_utf8(run).unwrap());
            runs.for_each(|run| assert!(!digits.contains(run), "{word} shows digits of a number"));
        }
    }
}

#[test]
fn every_problem_of_every_file_is_reported_at_once() {
    let place = Place::new();
    let error = place.exchange(&cases("broken/rows"), &SMALL_DAYS).unwrap_err().to_string();
    assert_no_digits(&error);
    assert!(!place.out().exists(), "nothing was written");
    insta::assert_snapshot!(error, @r#"
    43 problems in the input files; nothing was written
    dossiers.csv, row 3, column insz: not a national register number: the check digits of the register number do not fit its other digits; compare it with its source
    dossiers.csv, row 4, column insz: not a national register number: a register number is eleven digits, or YY.MM.DD-SSS.CC; given are 12 characters
    dossiers.csv, row 5, column insz: not a national register number: character 3 of the register number is not the separator of YY.MM.DD-SSS.CC; write that or eleven digits
    dossiers.csv, row 6, column insz: not a national register number: the check digits of the register number do not fit its other digits; compare it with its source
    dossiers.csv, row 7, column insz: the value is missing; it is mandatory here
    dossiers.csv, row 9, column dossier: the value is missing; it is mandatory here
    dossiers.csv, row 10, column registered_on: 8 characters that are no day; write it as YYYY-MM-DD, or leave it empty where it is unknown
    dossiers.csv, row 10, column contract_signed_on: a day that does not exist; give a day of the calendar as YYYY-MM-DD
    dossiers.csv, row 10, column attest_obtained_on: 8 characters that are no day; write it as YYYY-MM-DD, or leave it empty where it is unknown
    dossiers.csv, row 10, column closed_on: a day that does not exist; give a day of the calendar as YYYY-MM-DD
    dossiers.csv, row 11, column contract_municipality: 4 characters that are no municipality code; give the five digits of a NIS code
    dossiers.csv, row 12, column contract_municipality: 15 characters that are no municipality code; give the five digits of a NIS code
    dossiers.csv, row 12, column attest_obtained_on: 11 characters that are no day; write it as YYYY-MM-DD, or leave it empty where it is unknown
    dossiers.csv, row 13, column contract_signed_on: a day that does not exist; give a day of the calendar as YYYY-MM-DD
    dossiers.csv, row 14: the row has 4 cells and the heading has 8; give each column its cell, and quote a cell with a comma in it
    dossiers.csv, row 15: the row has 9 cells and the heading has 8; give each column its cell, and quote a cell with a comma in it
    dossiers.csv, row 17, column dossier: not UTF-8; save the file as UTF-8
    residences.csv, row 3, column municipality: the value is missing; it is mandatory here
    residences.csv, row 4, column insz: not a national register number: a register number is eleven digits, or YY.MM.DD-SSS.CC; given are 14 characters
    residences.csv, row 5, column municipality: 4 characters that are no municipality code; give the five digits of a NIS code
    residences.csv, row 5, column valid_from: 8 characters that are no day; write it as YYYY-MM-DD, or leave it empty where it is unknown
    deaths.csv, row 2, column died_on: the value is missing; it is mandatory here
    deaths.csv, row 3, column insz: not a national register number: the check digits of the register number do not fit its other digits; compare it with its source
    replacements.csv, row 2, column insz_new: not a national register number: the check digits of the register number do not fit its other digits; compare it with its source
    replacements.csv, row 2, column replaced_on: the value is missing; it is mandatory here
    replacements.csv, row 3, column insz_old: the value is missing; it is mandatory here
    protocols.json, line 12, column 11: id cannot be read; give a text of one line without a register number
    protocols.json, line 13, column 21: municipality cannot be read; give the NIS code of a municipality, such as "44021"
    protocols.json, line 14, column 13: kind cannot be read; give "standard" or "custom"
    protocols.json, line 15, column 17: purposes cannot be read; give a list of at least one of "welcome_policy", "ceremony", "buddy_work", "dutch_practice"
    protocols.json, line 16, column 17: duration cannot be read; give "indefinite" or {"months": 1 to 1200}
    protocols.json, line 17, column 18: retention cannot be read; give a number of months, 1 to 1200
    protocols.json, line 18, column 21: requested_on cannot be read; give a day as "YYYY-MM-DD"
    protocols.json, line 19, column 30: agency cannot be read; give a day as "YYYY-MM-DD", or null where there is none
    protocols.json, line 19, column 63: no such field; the fields are agency, municipality
    protocols.json, line 21, column 3: the register has a protocol `P-1`; give each protocol a name of its own
    protocols.json, line 30, column 3: protocol `P-4`: the validation comes after the signature of the agency, which is not recorded; record it first
    requests.json, line 2, column 3: municipality 46014 (Lokeren) ended on 2025-01-01; use 46029 (Lokeren)
    requests.json, line 3, column 16: the field requester is missing
    requests.json, line 3, column 84: purposes cannot be read; give a list of at least one of "welcome_policy", "ceremony", "buddy_work", "dutch_practice"
    requests.json, line 3, column 113: door cannot be read; give "data", "standard_protocol_and_data" or "custom_protocol_and_data"
    requests.json, line 4, column 3: request `44021-2025-01-08` is received; it cannot become delivered
    requests.json, line 8, column 3: the element is not an object; write {request, steps}
    "#);
}

#[test]
fn every_file_without_its_columns_or_form_is_reported_at_once() {
    let place = Place::new();
    let error = place.exchange(&cases("broken/files"), &SMALL_DAYS).unwrap_err().to_string();
    assert!(!place.out().exists(), "nothing was written");
    insta::assert_snapshot!(error, @"
    6 problems in the input files; nothing was written
    dossiers.csv: no column of the table is in the heading; name dossier, insz, registered_on, contract_signed_on, contract_municipality, attest_obtained_on, closed_on, separated by commas
    residences.csv: missing in the heading: valid_until; the columns are insz, municipality, valid_from, valid_until, in any order, separated by commas
    deaths.csv: more than once in the heading: insz; name each column once
    replacements.csv: the file is empty; its first row names the columns insz_old, insz_new, replaced_on
    protocols.json, line 2, column 17: not JSON: key must be a string
    requests.json, line 1, column 1: not a list; write the elements between [ and ]
    ");
    let nothing = tempfile::tempdir().unwrap();
    let error = place.exchange(nothing.path(), &SMALL_DAYS).unwrap_err().to_string();
    assert_eq!(error.lines().count(), 5, "four files are mandatory: {error}");
}

#[test]
fn columns_that_are_missing_are_named() {
    let place = Place::new();
    let data = copied("small");
    let text = fs::read_to_string(data.path().join("dossiers.csv")).unwrap();
    fs::write(data.path().join("dossiers.csv"), text.replacen("insz,registered_on", "INSZ,registered", 1)).unwrap();
    let error = place.exchange(data.path(), &SMALL_DAYS).unwrap_err();
    insta::assert_snapshot!(error, @"
    1 problem in the input files; nothing was written
    dossiers.csv: missing in the heading: insz, registered_on; the columns are dossier, insz, registered_on, contract_signed_on, contract_municipality, attest_obtained_on, closed_on, in any order, separated by commas
    ");
}

/// A copy of a case set, to be altered.
fn copied(name: &str) -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(cases(name)).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            fs::copy(&path, copy.path().join(path.file_name().unwrap())).unwrap();
        }
    }
    copy
}

/// The broken tables with the protocols and requests of the small set.
fn broken_tables() -> TempDir {
    let data = copied("broken/rows");
    for file in ["protocols.json", "requests.json"] {
        fs::copy(cases("small").join(file), data.path().join(file)).unwrap();
    }
    data
}

#[test]
fn rows_that_cannot_be_read_are_set_aside_only_by_option() {
    let data = broken_tables();
    let place = Place::new();
    assert!(matches!(place.exchange(data.path(), &SMALL_DAYS), Err(ExchangeError::Files(_))));
    let outcome = place.exchange(data.path(), &[&SMALL_DAYS[..], &["--set-aside"]].concat()).unwrap();
    assert_no_digits(&outcome.printed);
    let aside = outcome.printed.split("\n\n").find(|section| section.starts_with("Rows that cannot be read")).unwrap();
    insta::assert_snapshot!(aside, @"
    Rows that cannot be read
    ------------------------
             20 rows set aside
              9 of them without a register number that can be read
                  dossiers.csv, row 3, column insz: not a national register number: the check digits of the
                  register number do not fit its other digits; compare it with its source
                  dossiers.csv, row 4, column insz: not a national register number: a register number is eleven
                  digits, or YY.MM.DD-SSS.CC; given are 12 characters
                  dossiers.csv, row 5, column insz: not a national register number: character 3 of the register
                  number is not the separator of YY.MM.DD-SSS.CC; write that or eleven digits
                  dossiers.csv, row 6, column insz: not a national register number: the check digits of the
                  register number do not fit its other digits; compare it with its source
                  and 22 more
    ");
    let persons = outcome.printed.split("\n\n").find(|section| section.starts_with("Persons on")).unwrap();
    insta::assert_snapshot!(persons, @"
    Persons on 2025-01-20
    ---------------------
              3  persons
              0  eligible
              0  not_eligible
              3  undetermined
      for each reason:
              3  unreadable_row
    ");
    let receipt = fs::read_to_string(place.out().join("A-11-GENT/receipt.json")).unwrap();
    assert!(receipt.contains("\"set_aside\"") && receipt.contains("\"rows_without_number\": 9"), "{receipt}");
}

#[test]
fn a_file_with_missing_columns_cannot_be_set_aside() {
    let error =
        Place::new().exchange(&cases("broken/files"), &[&SMALL_DAYS[..], &["--set-aside"]].concat()).unwrap_err();
    assert!(error.to_string().contains("residences.csv: missing in the heading: valid_until"));
}

#[test]
fn line_ends_of_another_system_change_no_row_number() {
    let data = broken_tables();
    let place = Place::new();
    let one = place.exchange(data.path(), &SMALL_DAYS).unwrap_err().to_string();
    for file in ["dossiers.csv", "residences.csv", "deaths.csv", "replacements.csv"] {
        let bytes = fs::read(data.path().join(file)).unwrap();
        let mut other = Vec::new();
        for byte in bytes {
            if byte == b'\n' {
                other.push(b'\r');
            }
            other.push(byte);
        }
        while other.last().is_some_and(|byte| b"\r\n".contains(byte)) {
            other.pop();
        }
        fs::write(data.path().join(file), other).unwrap();
    }
    let other = place.exchange(data.path(), &SMALL_DAYS).unwrap_err().to_string();
    assert_eq!(one, other);
}

#[test]
fn more_problems_than_can_be_printed_are_counted() {
    let data = copied("small");
    let row = "85.07.30-901.33,X,2024-01-01,\n";
    let heading = "insz,municipality,valid_from,valid_until\n";
    fs::write(data.path().join("residences.csv"), heading.to_owned() + &row.repeat(150)).unwrap();
    let error = Place::new().exchange(data.path(), &SMALL_DAYS).unwrap_err().to_string();
    assert!(error.starts_with("150 problems in the input files; nothing was written (the first 100 are shown)\n"));
    assert_eq!(error.lines().count(), 101);
}

#[test]
fn a_delivery_is_never_overwritten() {
    let place = Place::new();
    place.exchange(&cases("small"), &SMALL_DAYS).unwrap();
    let error = place.exchange(&cases("small"), &SMALL_DAYS).unwrap_err();
    insta::assert_snapshot!(place.neutral(&error.to_string()), @"/out/requests.json is there already: another exchange has written there, and is never overwritten; give another --out");

    // The log is gone, the folders are not.
    for file in ["requests.json", LOG] {
        fs::remove_file(place.out().join(file)).unwrap();
    }
    let list = place.out().join("A-11-GENT/list.csv");
    fs::write(&list, "what was delivered").unwrap();
    let outcome = place.exchange(&cases("small"), &SMALL_DAYS).unwrap();
    assert_eq!(outcome.failed, 4);
    assert!(place.neutral(&outcome.printed).contains("NOT DELIVERED /out/A-11-GENT is there already"));
    assert_eq!(fs::read_to_string(list).unwrap(), "what was delivered");
    assert_eq!(delivered(&place.out()), 0, "what was not delivered is not recorded");
}

/// How many requests were delivered on the day of delivery, by the history that was written.
fn delivered(out: &Path) -> usize {
    let history = fs::read_to_string(out.join("requests.json")).unwrap();
    history.matches("2025-01-20\",\n        \"state\": \"delivered\"").count()
}

#[test]
fn a_delivery_of_the_log_is_not_made_again_and_is_recorded() {
    let (one, two) = (Place::new(), Place::new());
    let log = one.0.path().join("logs/disclosures.sqlite");
    let options = [&SMALL_DAYS[..], &["--log", log.to_str().unwrap()]].concat();
    one.exchange(&cases("small"), &options).unwrap();
    assert!(!one.out().join(LOG).exists());

    // As after a run that was killed before it wrote the history.
    let outcome = two.exchange(&cases("small"), &options).unwrap();
    assert_eq!(outcome.failed, 4);
    let told: Vec<&str> = outcome.printed.lines().filter(|line| line.contains("NOT DELIVERED")).collect();
    insta::assert_snapshot!(told.join("\n"), @"
    NOT DELIVERED request `A-03-LOKEREN` was delivered on 2025-01-20; it cannot be delivered again
    NOT DELIVERED request `A-06-ANTWERPEN` was delivered on 2025-01-20; it cannot be delivered again
    NOT DELIVERED request `A-11-GENT` was delivered on 2025-01-20; it cannot be delivered again
    NOT DELIVERED request `A-12-TURNHOUT` was delivered on 2025-01-20; it cannot be delivered again
          4  NOT DELIVERED, see the report
    ");
    assert_eq!(files(&two.out()), ["requests.json"]);
    assert_eq!(delivered(&two.out()), 4);
}

#[test]
fn a_file_that_is_no_log_stays_what_it_is() {
    let place = Place::new();
    let log = place.0.path().join("notes.txt");
    fs::write(&log, "something else".repeat(99)).unwrap();
    let options = [&SMALL_DAYS[..], &["--log", log.to_str().unwrap()]].concat();
    let error = place.exchange(&cases("small"), &options).unwrap_err();
    insta::assert_snapshot!(place.neutral(&error.to_string()), @"/notes.txt is no log of disclosures of this version; give the path of one, or of a file that is not there yet");
    assert!(!place.out().exists(), "nothing was delivered");
}

#[test]
fn nothing_is_left_of_a_delivery_that_cannot_be_written() {
    let place = Place::new();
    fs::create_dir(place.out()).unwrap();
    // A folder that is left from a run that was killed gives way; a file in the place of a delivery does not.
    fs::create_dir(place.out().join(".A-12-TURNHOUT.partial-a1b2c3")).unwrap();
    fs::write(place.out().join("A-11-GENT"), "a file").unwrap();
    let outcome = place.exchange(&cases("small"), &SMALL_DAYS).unwrap();
    assert_eq!(outcome.failed, 1);
    let left = files(&place.out());
    assert!(!left.iter().any(|file| file.contains("partial")), "{left:?}");
    assert_eq!(left.iter().filter(|file| file.ends_with("receipt.json")).count(), 3);
}

#[test]
fn the_history_goes_on_in_the_next_exchange() {
    let place = Place::new();
    place.exchange(&cases("small"), &SMALL_DAYS).unwrap();
    let data = copied("small");
    fs::copy(place.out().join("requests.json"), data.path().join("requests.json")).unwrap();
    let next = Place::new();
    let outcome = next.exchange(data.path(), &["--on", "2025-01-27"]).unwrap();
    let answers = outcome.printed.split("\n\n").find(|section| section.starts_with("Answers")).unwrap();
    insta::assert_snapshot!(answers, @"
    Answers
    -------
            3  waiting, signature
            1  waiting, validation
            1  refused
                       1  no_protocol
            0  persons on the lists that were delivered
    ");
}

#[test]
fn a_grant_that_the_files_do_not_bear_out_is_not_delivered() {
    let place = Place::new();
    let data = copied("small");
    let protocols = fs::read_to_string(data.path().join("protocols.json")).unwrap();
    let protocols =
        protocols.replace("\"validated_on\": \"2024-03-18\",", "").replace("\"2024-03-19\"", "\"2024-03-18\"");
    fs::write(data.path().join("protocols.json"), protocols).unwrap();
    let outcome = place.exchange(data.path(), &SMALL_DAYS).unwrap();
    assert_eq!(outcome.failed, 1);
    let words = outcome.printed.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains(
            "NOT DELIVERED recorded as granted on 2025-01-09, but by these files and options it was waiting;"
        )
    );
}

#[test]
fn a_day_before_what_became_of_a_request_is_an_error() {
    let data = copied("small");
    let requests = fs::read_to_string(data.path().join("requests.json")).unwrap();
    fs::write(
        data.path().join("requests.json"),
        requests.replace("\"2025-01-09\", \"state\": \"waiting\"", "\"2025-02-03\", \"state\": \"waiting\""),
    )
    .unwrap();
    let place = Place::new();
    let error = place.exchange(data.path(), &SMALL_DAYS).unwrap_err();
    assert!(!place.out().exists());
    insta::assert_snapshot!(error, @"request `A-16-AALST` is waiting since 2025-02-03; a step on 2025-01-15 comes before that; give that day or a later one");
}

#[test]
fn a_recall_needs_the_log_its_key_and_the_files_of_the_deliveries() {
    let place = Place::new();
    let (small, corrected) = (cases("small"), cases("small").join("corrected"));
    place.exchange(&small, &SMALL_DAYS).unwrap();
    let other_key = place.0.path().join("other.key");
    fs::write(&other_key, "ab".repeat(32)).unwrap();
    let error = place.recall(&small, &corrected, &other_key, "recall").unwrap_err().to_string();
    insta::assert_snapshot!(error, @"entry 1 is under key `test`, which was not given; give the old keys of the log too");
    let error = place.recall(&small, &cases("broken/rows"), &place.key(), "recall").unwrap_err().to_string();
    assert!(error.contains("cases/broken/rows/dossiers.csv, row 3, column insz"), "{error}");
    assert!(!place.out().join("recall").exists());
    // Other files than those of the deliveries: nothing can be told, and no notice is given.
    let data = copied("small");
    fs::copy(corrected.join("dossiers.csv"), data.path().join("dossiers.csv")).unwrap();
    let printed = place.recall(data.path(), &corrected, &place.key(), "recall").unwrap();
    insta::assert_snapshot!(place.neutral(&printed), @r"
    Recall of 4 deliveries

    A-03-LOKEREN: the digest of dossiers differs from the receipt; give the inputs of the delivery, and the same key

    A-06-ANTWERPEN: the digest of dossiers differs from the receipt; give the inputs of the delivery, and the same key

    A-11-GENT: the digest of dossiers, list differs from the receipt; give the inputs of the delivery, and the same key

    A-12-TURNHOUT: the digest of dossiers differs from the receipt; give the inputs of the delivery, and the same key

    The papers: /out/recall
    ");
    assert_eq!(files(&place.out().join("recall")), ["agency-paper.txt"]);
    let error = place.recall(&small, &corrected, &place.key(), "recall").unwrap_err().to_string();
    assert!(
        error.ends_with("/out/recall is there already, and is never overwritten; give another place, or move it away")
    );
}

#[test]
fn after_a_new_key_the_old_one_is_given_too() {
    let place = Place::new();
    let (small, corrected) = (cases("small"), cases("small").join("corrected"));
    place.exchange(&small, &SMALL_DAYS).unwrap();
    let (new_key, old_key) = (place.0.path().join("new.key"), place.key());
    fs::write(&new_key, "ab".repeat(32)).unwrap();
    let papers = place.out().join("recall");
    let options = ["--old-key-file", old_key.to_str().unwrap(), "--out", papers.to_str().unwrap()];
    let printed = place.recall_with(&small, &corrected, &new_key, &options).unwrap();
    assert!(printed.contains("notice: entry 9"), "{printed}");
    let log = DisclosureLog::open(place.out().join(LOG)).unwrap();
    let keys: Vec<String> = log.entries().unwrap().iter().map(|entry| entry.key.to_string()).collect();
    assert_eq!(keys.iter().filter(|key| *key == "new").count(), 1);
    // From now on both are needed.
    let error = place.recall(&small, &corrected, &old_key, "again").unwrap_err().to_string();
    insta::assert_snapshot!(error, @"entry 9 is under key `new`, which was not given; give the old keys of the log too");

    // So too for the exchange of the next year into the same log.
    let later = copied("small");
    let requests = fs::read_to_string(small.join("requests.json")).unwrap();
    let requests = requests.replace("\"A-", "\"B-").replace("\"2025-01-", "\"2026-01-");
    fs::write(later.path().join("requests.json"), requests).unwrap();
    let (log, out) = (place.out().join(LOG), place.out().join("later"));
    let days = ["--on", "2026-01-15", "--deliver-on", "2026-01-20", "--set-aside"];
    let common =
        ["--key-file", new_key.to_str().unwrap(), "--out", out.to_str().unwrap(), "--log", log.to_str().unwrap()];
    let without = place.exchange(later.path(), &[&days[..], &common].concat()).unwrap();
    assert!(without.failed > 0 && without.printed.contains("is under key `test`, which was not given"));
    fs::remove_dir_all(&out).unwrap();
    let with = [&days[..], &common, &["--old-key-file", old_key.to_str().unwrap()]].concat();
    assert_eq!(place.exchange(later.path(), &with).unwrap().failed, 0);
}

#[test]
fn a_key_is_raw_or_hexadecimal() {
    let (raw, hexadecimal) = (Place::new(), Place::new());
    fs::write(hexadecimal.key(), "07".repeat(32) + "\n").unwrap();
    for place in [&raw, &hexadecimal] {
        place.exchange(&cases("small"), &SMALL_DAYS).unwrap();
    }
    let receipts = [&raw, &hexadecimal].map(|place| fs::read(place.out().join("A-11-GENT/receipt.json")).unwrap());
    assert_eq!(receipts[0], receipts[1]);

    fs::write(raw.key(), [7; 31]).unwrap();
    fs::remove_file(hexadecimal.key()).unwrap();
    for place in [&raw, &hexadecimal] {
        fs::remove_dir_all(place.out()).unwrap();
    }
    let errors = [&raw, &hexadecimal]
        .map(|place| place.neutral(&place.exchange(&cases("small"), &SMALL_DAYS).unwrap_err().to_string()));
    insta::assert_snapshot!(errors.join("\n"), @"
    the key file /test.key: a key has at least 32 random bytes; 31 were given; receipts name the key by the name of its file, without the extension
    the key file /test.key cannot be read (No such file or directory (os error 2)); make one with `head -c 32 /dev/urandom > /test.key`, keep it apart from everything that is published, and keep it as long as the receipts
    ");
}

#[test]
fn a_command_that_cannot_be_followed_says_why() {
    let place = Place::new();
    let errors = [
        &["--on", "15/01/2025"][..],
        &["--on", "2025-01-15", "--deliver-on", "2025-01-14"],
        &["--on", "2025-01-15", "--delivered-at", "2025-01-16T09:00:00+01:00"],
        &["--on", "2025-01-15", "--delivered-at", "noon"],
        &["--on", "2025-01-15", "--closed", "residence"],
        &["--on", "2025-01-15", "--calendar", "lunar"],
        &["--on", "2025-01-15", "--closing-day", "1066-10-14"],
        &["--on", "2025-01-15", "--operator", "85.07.30-901.33"],
        &["--on", "2025-01-15", "--today"],
        &["--deliver-on", "2025-01-15"],
    ]
    .map(|options| place.command(&cases("small"), options).unwrap_err().to_string());
    insta::assert_snapshot!(errors.join("\n"), @"
    --on: `15/01/2025` is no day; write it as YYYY-MM-DD
    --deliver-on: 2025-01-14 lies before the day of assessment, 2025-01-15; give that day or a later one
    --delivered-at: 2025-01-16 09:00:00 +01:00 does not fall on the day of delivery, 2025-01-15; give an instant of that day
    --delivered-at: `noon` is no instant; write it as 2025-01-20T12:00:00+01:00
    --closed: `residence` is not among its values; use contract_municipality or residence_at_closing or contract_municipality_if_resident
    --calendar: no calendar is named `lunar`; use `legal`, `flemish_government` or `flemish_government_year_end`, and give closing days apart
    --closing-day: the calendar covers 1995-01-01 to 2099-12-31; 1066-10-14 lies outside it
    --operator: the text contains a register number, which may not stand on a receipt; leave it out
    invalid option '--today'; see --help
    --on is missing; see --help
    ");
    let error = place.exchange(&cases("small"), &["--on", "2025-01-15", "--deliver-on", "2100-01-04"]).unwrap_err();
    insta::assert_snapshot!(error, @"persons can be placed from 1995-01-01 to 2099-12-31; 2100-01-04 lies outside");
}

/// What a schema says of a file.
fn validate(schema: &str, file: &Path) -> Vec<String> {
    let read = |path: &Path| serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let schema: serde_json::Value = read(&cases("small").join(schema));
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let value: serde_json::Value = read(file);
    validator.iter_errors(&value).map(|error| error.instance_path().to_string()).collect()
}

#[test]
fn the_json_files_are_as_their_schemas_say() {
    let place = Place::new();
    place.exchange(&cases("small"), &SMALL_DAYS).unwrap();
    let generated = tempfile::tempdir().unwrap();
    write_ledger(&ledger(1), generated.path()).unwrap();
    for directory in [cases("small"), generated.path().to_owned()] {
        assert_eq!(validate("protocols.schema.json", &directory.join("protocols.json")), Vec::<String>::new());
        assert_eq!(validate("requests.schema.json", &directory.join("requests.json")), Vec::<String>::new());
    }
    assert_eq!(validate("requests.schema.json", &place.out().join("requests.json")), Vec::<String>::new());
    for schema in ["protocols.schema.json", "requests.schema.json"] {
        assert_eq!(fs::read(cases("small").join(schema)).unwrap(), fs::read(generated.path().join(schema)).unwrap());
    }
}

#[test]
fn the_schemas_refuse_what_the_program_refuses() {
    let broken = cases("broken/rows");
    insta::assert_snapshot!(validate("protocols.schema.json", &broken.join("protocols.json")).join("\n"), @"
    /1/duration
    /1/kind
    /1/municipality
    /1/purposes
    /1/requested_on
    /1/requested_on
    /1/retention
    /1/signed_on/agency
    /1/signed_on
    ");
    insta::assert_snapshot!(validate("requests.schema.json", &broken.join("requests.json")).join("\n"), @"
    /1/request
    /1/request/door
    /1/request/purposes/0
    /3
    ");
}

#[test]
fn about_two_hundred_requests_are_granted_on_a_generated_set() {
    let data = tempfile::tempdir().unwrap();
    generate(Recipe { dossiers: 3_000, seed: 1, faults: Faults::Readable }).unwrap().write(data.path()).unwrap();
    write_ledger(&ledger(1), data.path()).unwrap();
    let place = Place::new();
    let outcome = place.exchange(data.path(), &["--on", "2026-06-29", "--deliver-on", "2026-06-30"]).unwrap();
    assert_eq!(outcome.failed, 0);
    assert_eq!(numbers(&outcome.printed), Vec::<String>::new());
    let answers = outcome.printed.split("\n\n").find(|section| section.starts_with("Answers")).unwrap();
    insta::assert_snapshot!(answers, @"
    Answers
    -------
          194  granted
            8  waiting, signature
            3  waiting, validation
           54  refused
                      11  already_requested
                       3  brussels_not_stated
                      12  no_protocol
                       1  not_flemish
                       6  protocol_ended
                       2  protocol_inherited
                      21  purpose_outside_protocol
          194  delivered
         1521  persons on the lists that were delivered
    ");
}

#[test]
fn the_same_seed_gives_the_same_protocols_and_requests() {
    let [one, again, other] = [5, 5, 6].map(|seed| {
        let directory = tempfile::tempdir().unwrap();
        write_ledger(&ledger(seed), directory.path()).unwrap();
        ["protocols.json", "requests.json"].map(|name| fs::read(directory.path().join(name)).unwrap())
    });
    assert_eq!(one, again);
    assert_ne!(one, other);
}
