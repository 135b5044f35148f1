//! The same rows read as text and as Arrow columns of any accepted types, cut into any batches: the same caseload.

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{Field, Schema};
use inburgering::{
    Brussels, Caseload, CaseloadBuilder, CaseloadError, ClosedRule, DeathText, DossierText, ListRules, ReplacementText,
    ResidenceText, Threshold, UnreadableRows,
};
use inburgering_arrow::{Batches, Extract, ListsError, ReadError};
use proptest::prelude::*;
use proptest::sample::select;

use crate::delivering::delivery;
use crate::encoded::{self, DAYS, TEXTS, WIDTHS, Width, middle};
use crate::tables::{day, is_day, numbers};

/// A table as text: its rows, each with a cell for each heading.
type Rows = Vec<Vec<String>>;

/// A cell under a heading; one that cannot be read is the rarer the more `good` ones there are to it.
fn cell(heading: &'static str, good: u32) -> BoxedStrategy<String> {
    let days = ["2024-12-31", "2025-01-01", "2025-01-06", "2025-02-01", "2025-03-10", "1969-12-31"];
    // Numbers that can be told by an integer too, and others: good ones, and one with every kind of fault.
    let numbers =
        ["85.07.30-901.33", "85073090133", "90.01.15-902.60", "01123190446", "85.47.30-906.17", "25.02.01-907.19"];
    let not_numbers =
        ["", " ", "x", "85.07.30-901.34", "85073090134", "-8507309013", "850730901333", "85/07.30-901.33"];
    let codes = ["44021", "46014", "46029", "31005", "62063", "21004", "99999", "00007"];
    let not_codes = ["", "  ", "4402", "Gent", "123456", "-4402", "7", "４４０２１", "85073090133"];
    let good_and_bad = |these: &[&'static str], bad: &[&'static str]| {
        prop_oneof![good => select(these.to_vec()), 1 => select(bad.to_vec())].prop_map(String::from).boxed()
    };
    match heading {
        "dossier" => good_and_bad(&["D-1", "D-2", " D-3 ", "D-4", "é"], &["", " \t"]),
        heading if heading.starts_with("insz") => good_and_bad(&numbers, &not_numbers),
        heading if heading.ends_with("municipality") => good_and_bad(&codes, &not_codes),
        _ => good_and_bad(&days, &[""]),
    }
}

fn rows(headings: &'static [&'static str], most: usize, good: u32) -> impl Strategy<Value = Rows> {
    let row = headings.iter().map(|heading| cell(heading, good)).collect::<Vec<_>>();
    prop::collection::vec(row, 0..most)
}

/// Choices that follow from a seed.
struct Choices(u64);

impl Choices {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % count
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }
}

/// The integer that a cell of text tells just as well; blank is null.
fn integer(heading: &str, text: &str) -> Option<Option<i64>> {
    if text.trim().is_empty() {
        return Some(None);
    }
    let number: i64 = text.parse().ok()?;
    let digits = if heading.starts_with("insz") { 11 } else { 5 };
    // Leading zeros are lost, and a shorter integer is another text.
    let same = text.len() == digits || (number.to_string() == text && digits == 5 && text.len() > 5 || number < 0);
    same.then_some(Some(number))
}

/// The cells under a heading as a column of any type that can tell them, perhaps in the middle of a longer one.
fn column(heading: &str, cells: &[&str], choices: &mut Choices) -> ArrayRef {
    let padded = |around: &'static str| [around].into_iter().chain(cells.iter().copied()).chain([around]);
    let whole = |array: ArrayRef| middle(&array);
    if cells.iter().all(|cell| cell.is_empty()) && choices.one_in(2) {
        return encoded::nulls(cells.len());
    }
    if is_day(heading) {
        let days: Vec<_> = padded("2025-01-02").map(|cell| (!cell.is_empty()).then(|| day(cell))).collect();
        return whole(encoded::days(&days, DAYS[choices.below(DAYS.len())]));
    }
    let around = if heading.starts_with("insz") { "85073090133" } else { "44021" };
    let integers: Option<Vec<Option<i64>>> = padded(around).map(|cell| integer(heading, cell)).collect();
    if let Some(integers) = integers.filter(|_| heading != "dossier" && !choices.one_in(3)) {
        let unsigned = integers.iter().flatten().all(|&integer| integer >= 0);
        let narrow = integers.iter().flatten().all(|&integer| i32::try_from(integer).is_ok());
        let widths = WIDTHS.into_iter().filter(|width| match width {
            Width::I64 => true,
            Width::U64 => unsigned,
            Width::I32 => narrow && !heading.starts_with("insz"),
            Width::U32 => narrow && unsigned && !heading.starts_with("insz"),
            _ => false,
        });
        let widths: Vec<Width> = widths.collect();
        return whole(encoded::integers(&integers, widths[choices.below(widths.len())]));
    }
    // A blank cell stands there as text, or as null.
    let cells: Vec<Option<&str>> =
        padded(around).map(|cell| Some(cell).filter(|cell| !cell.trim().is_empty() || choices.one_in(2))).collect();
    let form = TEXTS[choices.below(3)];
    whole(match choices.below(3) {
        0 => encoded::text(&cells, form),
        _ => encoded::dictionary(&cells, form, WIDTHS[choices.below(WIDTHS.len())]),
    })
}

/// The rows in batches, each with columns in an order and of types of its own.
fn batches(headings: &[&'static str], rows: &Rows, choices: &mut Choices) -> Batches {
    let mut batches = Vec::new();
    let mut rest = rows.as_slice();
    while !rest.is_empty() || batches.is_empty() || choices.one_in(4) {
        let (these, others) = rest.split_at(choices.below(rest.len() + 1));
        rest = others;
        let turn = choices.below(headings.len());
        let order = (0..headings.len()).map(|at| (at + turn) % headings.len());
        let columns = order.map(|at| {
            let cells: Vec<&str> = these.iter().map(|row| row[at].as_str()).collect();
            let array = column(headings[at], &cells, choices);
            (Field::new(headings[at], array.data_type().clone(), true), array)
        });
        let (fields, columns): (Vec<Field>, Vec<ArrayRef>) = columns.unzip();
        batches.push(RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).unwrap());
    }
    Batches::new(batches[0].schema(), batches)
}

fn read_as_text(tables: &[Rows; 4], first_row: u32) -> CaseloadBuilder {
    let [dossiers, residences, deaths, replacements] = tables;
    let mut builder = Caseload::builder();
    for (row, cells) in (first_row..).zip(dossiers) {
        let [dossier, insz, registered_on, contract_signed_on, contract_municipality, attest_obtained_on, closed_on] =
            cells.each_str();
        let text = DossierText {
            dossier,
            insz,
            registered_on,
            contract_signed_on,
            contract_municipality,
            attest_obtained_on,
            closed_on,
        };
        builder.read_dossier(row, &text);
    }
    for (row, cells) in (first_row..).zip(residences) {
        let [insz, municipality, valid_from, valid_until] = cells.each_str();
        builder.read_residence(row, &ResidenceText { insz, municipality, valid_from, valid_until });
    }
    for (row, cells) in (first_row..).zip(deaths) {
        let [insz, died_on] = cells.each_str();
        builder.read_death(row, &DeathText { insz, died_on });
    }
    for (row, cells) in (first_row..).zip(replacements) {
        let [insz_old, insz_new, replaced_on] = cells.each_str();
        builder.read_replacement(row, &ReplacementText { insz_old, insz_new, replaced_on });
    }
    builder
}

trait Cells {
    fn each_str<const N: usize>(&self) -> [&str; N];
}

impl Cells for Vec<String> {
    fn each_str<const N: usize>(&self) -> [&str; N] {
        self.iter().map(String::as_str).collect::<Vec<_>>().try_into().unwrap()
    }
}

fn tables() -> impl Strategy<Value = [Rows; 4]> {
    let tables = |good| {
        let tables = (
            rows(&DossierText::COLUMNS, 9, good),
            rows(&ResidenceText::COLUMNS, 9, good),
            rows(&DeathText::COLUMNS, 4, good),
            rows(&ReplacementText::COLUMNS, 5, good),
        );
        tables.prop_map(|(dossiers, residences, deaths, replacements)| [dossiers, residences, deaths, replacements])
    };
    prop_oneof![tables(4), tables(100)]
}

/// Everything that a caseload says.
fn all_of(caseload: &Caseload) -> Vec<String> {
    let mut all = vec![
        format!("{caseload:?} {:?} {}", caseload.rows(), caseload.rows_without_number()),
        format!("{:?}", caseload.problems()),
        format!("{:?}", caseload.findings()),
        format!("{:?}", delivery(caseload).receipt),
        format!("{:?}", caseload.figures(day("2025-03-10"), Threshold::default())),
    ];
    all.extend(caseload.persons().map(|person| {
        let numbers = numbers(&person);
        let dossiers: Vec<String> = person.dossiers().map(|dossier| dossier.number.to_string()).collect();
        format!("{numbers:?} {dossiers:?} {person:?}")
    }));
    for on in ["2025-01-01", "2025-03-10"] {
        let placed = caseload.place(day(on), ListRules::default()).unwrap();
        all.extend(placed.answers().map(|answer| format!("{} {answer:?}", answer.number)));
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn arrow_columns_say_what_text_says(tables in tables(), seed: u64, first_row in 0_u32..5) {
        let mut choices = Choices(seed);
        let [dossiers, residences, deaths, replacements] = &tables;
        let extract = Extract {
            dossiers: batches(&DossierText::COLUMNS, dossiers, &mut choices),
            residences: batches(&ResidenceText::COLUMNS, residences, &mut choices),
            deaths: (!deaths.is_empty() || choices.one_in(2)).then(|| batches(&DeathText::COLUMNS, deaths, &mut choices)),
            replacements: (!replacements.is_empty() || choices.one_in(2))
                .then(|| batches(&ReplacementText::COLUMNS, replacements, &mut choices)),
            first_row,
            threads: inburgering::Threads::default(),
        };
        let text = || read_as_text(&tables, first_row);
        match (text().build(UnreadableRows::Refused), extract.to_caseload(UnreadableRows::Refused)) {
            (Ok(of_text), Ok(of_arrow)) => prop_assert_eq!(all_of(&of_text), all_of(&of_arrow)),
            (Err(CaseloadError::Unreadable { problems }), Err(ReadError::Caseload(CaseloadError::Unreadable { problems: same }))) => {
                prop_assert_eq!(problems, same);
            }
            (of_text, of_arrow) => prop_assert!(false, "{:?} {:?}", of_text, of_arrow),
        }
        let set_aside = extract.to_caseload(UnreadableRows::SetAside);
        prop_assert!(set_aside.is_ok(), "{:?}", set_aside);
        let of_text = text().build(UnreadableRows::SetAside).unwrap();
        for (on, closed) in ["2025-01-01", "2025-03-10"].map(day).into_iter().flat_map(|on| ClosedRule::ALL.map(|closed| (on, closed))) {
            let rules = ListRules { closed, brussels: Brussels::Allowed };
            let lists = |unreadable| extract.lists(on, rules, unreadable, &|| true);
            prop_assert_eq!(&lists(UnreadableRows::SetAside).unwrap(), &of_text.lists(on, rules).unwrap());
            match (lists(UnreadableRows::Refused), extract.to_caseload(UnreadableRows::Refused)) {
                (Ok(lists), Ok(caseload)) => prop_assert_eq!(lists, caseload.lists(on, rules).unwrap()),
                (Err(ListsError::Read(error)), Err(of_caseload)) => prop_assert_eq!(error, of_caseload),
                (lists, caseload) => prop_assert!(false, "{:?} {:?}", lists, caseload),
            }
        }
        prop_assert_eq!(all_of(&of_text), all_of(&set_aside.unwrap()));
    }
}
