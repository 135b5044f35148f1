//! The four tables of an extract, from CSV files.
//!
//! Columns are found by their heading, in any order; others are ignored. Rows are numbered as a spreadsheet shows them:
//! the heading is row 1, and an empty line is a row.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use csv::ByteRecord;
use inburgering::{
    Caseload, CaseloadBuilder, CaseloadError, DeathText, DossierText, InputTable, Insz, ReplacementText, ResidenceText,
    UnreadableRows,
};

use crate::ledger::unreadable;
use crate::problem::{Place, Problem};

/// The rows of the tables, and what is wrong with them.
#[derive(Default)]
pub struct Extract {
    builder: CaseloadBuilder,
    /// What no option sets aside: a file that is not there, a column that is missing.
    broken_files: Vec<Problem>,
    /// Rows that cannot be taken apart into cells, so that the library never saw their text.
    broken_rows: Vec<Problem>,
    tables: Vec<(InputTable, u32)>,
}

/// The tables in the order in which they are read.
const TABLES: [InputTable; 4] =
    [InputTable::Dossiers, InputTable::Residences, InputTable::Deaths, InputTable::Replacements];

const fn columns(table: InputTable) -> &'static [&'static str] {
    match table {
        InputTable::Dossiers => &DossierText::COLUMNS,
        InputTable::Residences => &ResidenceText::COLUMNS,
        InputTable::Deaths => &DeathText::COLUMNS,
        InputTable::Replacements => &ReplacementText::COLUMNS,
    }
}

/// Adds a row, its cells in the order of [`columns`].
fn add(builder: &mut CaseloadBuilder, table: InputTable, row: u32, cells: &[&str]) {
    match (table, cells) {
        (
            InputTable::Dossiers,
            &[dossier, insz, registered_on, contract_signed_on, contract_municipality, attest_obtained_on, closed_on],
        ) => {
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
        (InputTable::Residences, &[insz, municipality, valid_from, valid_until]) => {
            builder.read_residence(row, &ResidenceText { insz, municipality, valid_from, valid_until });
        }
        (InputTable::Deaths, &[insz, died_on]) => builder.read_death(row, &DeathText { insz, died_on }),
        (InputTable::Replacements, &[insz_old, insz_new, replaced_on]) => {
            builder.read_replacement(row, &ReplacementText { insz_old, insz_new, replaced_on });
        }
        // The cells are as many as the columns.
        _ => {}
    }
}

fn file_name(table: InputTable) -> String {
    format!("{table}.csv")
}

impl Extract {
    /// Reads `dossiers.csv`, `residences.csv` and, where they are there, `deaths.csv` and `replacements.csv`.
    pub fn read(directory: &Path) -> Self {
        let mut extract = Self::default();
        for table in TABLES {
            let is_optional = matches!(table, InputTable::Deaths | InputTable::Replacements);
            match fs::read(directory.join(file_name(table))) {
                Ok(bytes) => extract.read_table(table, &bytes),
                Err(error) if is_optional && error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => extract.break_file(table, unreadable(&error)),
            }
        }
        extract
    }

    /// The files that were read, each with the number of its rows, the heading not counted.
    pub fn files(&self) -> impl Iterator<Item = (String, u32)> {
        self.tables.iter().map(|&(table, rows)| (file_name(table), rows))
    }

    /// Everything that stands in the way of a caseload, in the order of the tables and rows. Rows that cannot be read do
    /// not where they are set aside.
    pub fn problems(&self, unreadable: UnreadableRows) -> Vec<Problem> {
        let mut problems = self.broken_files.clone();
        if unreadable == UnreadableRows::Refused {
            problems.extend(self.unreadable_rows());
        }
        problems.sort_by_key(|problem| {
            (TABLES.map(file_name).iter().position(|file| *file == problem.file), row_of(problem))
        });
        problems
    }

    /// What is wrong with the rows that cannot be read.
    pub fn unreadable_rows(&self) -> Vec<Problem> {
        let broken: BTreeSet<_> =
            self.broken_rows.iter().map(|problem| (problem.file.as_str(), row_of(problem))).collect();
        let cells = self.builder.problems().iter().map(|problem| Problem {
            file: file_name(problem.table),
            place: Place::Cell(problem.row, problem.column),
            what: problem.fault.to_string(),
        });
        let cells = cells.filter(|problem| !broken.contains(&(problem.file.as_str(), row_of(problem))));
        cells.chain(self.broken_rows.iter().cloned()).collect()
    }

    /// The caseload of the rows.
    ///
    /// # Errors
    /// As [`CaseloadBuilder::build`].
    pub fn build(self, unreadable: UnreadableRows) -> Result<Caseload, CaseloadError> {
        self.builder.build(unreadable)
    }

    fn break_file(&mut self, table: InputTable, what: String) {
        self.broken_files.push(Problem { file: file_name(table), place: Place::File, what });
    }

    fn read_table(&mut self, table: InputTable, bytes: &[u8]) {
        let mut rows = Rows::new(bytes);
        let mut record = ByteRecord::new();
        let positions = match rows.next(&mut record) {
            Ok(true) => positions(table, &record),
            Ok(false) => {
                Err(format!("the file is empty; its first row names the columns {}", columns(table).join(", ")))
            }
            Err(error) => Err(unreadable(&error)),
        };
        let positions = match positions {
            Ok(positions) => positions,
            Err(what) => return self.break_file(table, what),
        };
        let width = record.len();
        let mut count = 0;
        loop {
            match rows.next(&mut record) {
                Ok(true) => count += 1,
                Ok(false) => break,
                Err(error) => return self.break_file(table, unreadable(&error)),
            }
            self.read_row(table, rows.row, &record, (&positions, width));
        }
        self.tables.push((table, count));
    }

    fn read_row(&mut self, table: InputTable, row: u32, record: &ByteRecord, (positions, width): (&[usize], usize)) {
        let mut broken = Vec::new();
        if record.len() != width {
            let what = format!(
                "the row has {} cells and the heading has {width}; give each column its cell, and quote a cell with a comma in it",
                record.len()
            );
            broken.push((Place::Row(row), what));
        }
        let mut cells = Vec::with_capacity(positions.len());
        for (&position, &column) in positions.iter().zip(columns(table)) {
            match std::str::from_utf8(record.get(position).unwrap_or_default()) {
                Ok(cell) => cells.push(cell),
                Err(_) => broken.push((Place::Cell(row, column), "not UTF-8; save the file as UTF-8".into())),
            }
        }
        if broken.is_empty() {
            return add(&mut self.builder, table, row, &cells);
        }
        let file = file_name(table);
        self.broken_rows.extend(broken.into_iter().map(|(place, what)| Problem { file: file.clone(), place, what }));
        self.set_aside(table, row, record);
    }

    /// Adds a row as one that cannot be read: with the persons that it names, in whatever cells, and nothing else.
    fn set_aside(&mut self, table: InputTable, row: u32, record: &ByteRecord) {
        let numbers = record.iter().filter_map(|cell| std::str::from_utf8(cell).ok());
        let mut numbers: Vec<&str> = numbers.filter(|cell| cell.parse::<Insz>().is_ok()).collect();
        if numbers.is_empty() {
            numbers.push("");
        }
        // A row of one number for each, with the other mandatory cells empty.
        for number in numbers {
            let cells: Vec<&str> = match table {
                InputTable::Replacements => vec![number, number, ""],
                _ => columns(table).iter().map(|&column| if column == "insz" { number } else { "" }).collect(),
            };
            add(&mut self.builder, table, row, &cells);
        }
    }
}

fn row_of(problem: &Problem) -> u32 {
    match problem.place {
        Place::Row(row) | Place::Cell(row, _) => row,
        Place::File | Place::Text { .. } => 0,
    }
}

/// Where each column stands.
fn positions(table: InputTable, heading: &ByteRecord) -> Result<Vec<usize>, String> {
    let columns = columns(table);
    let places = |column: &&'static str| {
        let found = heading.iter().enumerate().filter(|(_, cell)| cell.trim_ascii() == column.as_bytes());
        found.map(|(place, _)| place).collect::<Vec<_>>()
    };
    let places: Vec<Vec<usize>> = columns.iter().map(places).collect();
    let named = |is_meant: fn(&Vec<usize>) -> bool| {
        let named = columns.iter().zip(&places).filter(|(_, places)| is_meant(places)).map(|(column, _)| *column);
        named.collect::<Vec<_>>().join(", ")
    };
    let (missing, repeated) = (named(Vec::is_empty), named(|places| places.len() > 1));
    if places.iter().all(Vec::is_empty) {
        let columns = columns.join(", ");
        return Err(format!("no column of the table is in the heading; name {columns}, separated by commas"));
    }
    if !missing.is_empty() {
        return Err(format!(
            "missing in the heading: {missing}; the columns are {}, in any order, separated by commas",
            columns.join(", ")
        ));
    }
    if !repeated.is_empty() {
        return Err(format!("more than once in the heading: {repeated}; name each column once"));
    }
    Ok(places.into_iter().flatten().collect())
}

/// The records of a file, with the row of each.
struct Rows<'b> {
    bytes: &'b [u8],
    reader: csv::Reader<&'b [u8]>,
    row: u32,
}

impl<'b> Rows<'b> {
    fn new(bytes: &'b [u8]) -> Self {
        let reader = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(bytes);
        Self { bytes, reader, row: 0 }
    }

    /// The next record; false at the end.
    fn next(&mut self, record: &mut ByteRecord) -> io::Result<bool> {
        let begin = usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX);
        if !self.reader.read_byte_record(record)? {
            return Ok(false);
        }
        let (before, after) = self.bytes.split_at_checked(begin).unwrap_or_default();
        let skipped = empty_lines(before.last().copied(), after);
        self.row = self.row.saturating_add(1).saturating_add(skipped);
        Ok(true)
    }
}

/// How many empty lines stand at the head of these bytes, which come after that one: the reader passes over them.
fn empty_lines(mut before: Option<u8>, bytes: &[u8]) -> u32 {
    let mut lines = 0;
    for &byte in bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')) {
        // The second half of a line end of two bytes begins no line.
        lines += u32::from((before, byte) != (Some(b'\r'), b'\n'));
        before = Some(byte);
    }
    lines
}
