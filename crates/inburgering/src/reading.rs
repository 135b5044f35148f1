//! Reading rows of text into facts, and the problems of rows that cannot be read.

use core::fmt;

use chrono::NaiveDate;

use crate::finding::InputTable;
use crate::insz::InszError;
use crate::{Dossier, DossierNumber, Insz, MunicipalityError, NisCode, Replacement, Spell};

/// A cell that cannot be read: the table, the row, the column, and what is wrong with it.
///
/// It never holds the text of the cell, since a register number may stand in any column by mistake; for the same
/// reason `Debug` and `Display` show none. `Display` says what is allowed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Problem {
    /// The table.
    pub table: InputTable,
    /// The row, by the number that the caller gave it.
    pub row: u32,
    /// The heading of the column.
    pub column: &'static str,
    /// What is wrong.
    pub fault: CellFault,
}

impl Problem {
    /// The problem of a cell, for a reader of tables of another form than text.
    ///
    /// `column` is the heading, one of the `COLUMNS` of the row's text type.
    pub const fn new(table: InputTable, row: u32, column: &'static str, fault: CellFault) -> Self {
        Self { table, row, column, fault }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { table, row, column, fault } = self;
        write!(f, "{table}, row {row}, column {column}: {fault}")
    }
}

/// What is wrong with a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "fault", rename_all = "snake_case"))]
#[non_exhaustive]
pub enum CellFault {
    /// A mandatory value is missing.
    #[error("the value is missing; it is mandatory here")]
    Missing,
    /// The text is no register number.
    #[error("not a national register number: {reason}")]
    Number {
        /// Why not.
        #[cfg_attr(feature = "serde", serde(serialize_with = "as_text"))]
        reason: InszError,
    },
    /// The text does not have the form of a day.
    #[error("{length} characters that are no day; write it as YYYY-MM-DD, or leave it empty where it is unknown")]
    DayForm {
        /// How many characters were given.
        length: usize,
    },
    /// The text has the form of a day that does not exist.
    #[error("a day that does not exist; give a day of the calendar as YYYY-MM-DD")]
    NoSuchDay,
    /// The cell holds an instant that is not midnight.
    #[error("a time of day where a day is meant; give the day alone")]
    TimeOfDay,
    /// The text is no municipality code.
    #[error("{length} characters that are no municipality code; give the five digits of a NIS code")]
    Code {
        /// How many characters were given.
        length: usize,
    },
}

impl CellFault {
    /// The stable text of the kind of fault.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Number { .. } => "number",
            Self::DayForm { .. } => "day_form",
            Self::NoSuchDay => "no_such_day",
            Self::TimeOfDay => "time_of_day",
            Self::Code { .. } => "code",
        }
    }
}

#[cfg(feature = "serde")]
fn as_text<S: serde::Serializer>(reason: &InszError, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(reason)
}

/// What came of reading a row: the fact, or the problems of its cells with the persons that the row names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Every cell of the row that cannot be read.
    pub problems: Vec<Problem>,
    /// The persons that the row names by a number that can be read.
    pub persons: Vec<Insz>,
}

/// The cells of one row, read one by one; each problem is kept.
struct Cells {
    table: InputTable,
    row: u32,
    problems: Vec<Problem>,
}

impl Cells {
    const fn new(table: InputTable, row: u32) -> Self {
        Self { table, row, problems: Vec::new() }
    }

    fn read<T>(&mut self, column: &'static str, cell: Result<T, CellFault>) -> Option<T> {
        let Self { table, row, .. } = *self;
        cell.map_err(|fault| self.problems.push(Problem { table, row, column, fault })).ok()
    }

    fn into_fact<T>(self, fact: Option<T>, persons: impl IntoIterator<Item = Option<Insz>>) -> Result<T, Unreadable> {
        match fact {
            Some(fact) if self.problems.is_empty() => Ok(fact),
            _ => Err(Unreadable { problems: self.problems, persons: persons.into_iter().flatten().collect() }),
        }
    }
}

/// A mandatory register number.
fn number(text: &str) -> Result<Insz, CellFault> {
    if text.trim().is_empty() {
        return Err(CellFault::Missing);
    }
    text.parse().map_err(|reason| CellFault::Number { reason })
}

/// A day as `YYYY-MM-DD`; empty where it is unknown.
fn day(text: &str) -> Result<Option<NaiveDate>, CellFault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let form = CellFault::DayForm { length: text.chars().count() };
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return Err(form) };
    let whole = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |whole, digit| {
            digit.is_ascii_digit().then(|| whole * 10 + u32::from(digit - b'0')).ok_or(form)
        })
    };
    let (year, month, day) = (whole(&[y1, y2, y3, y4])?, whole(&[m1, m2])?, whole(&[d1, d2])?);
    NaiveDate::from_ymd_opt(year.cast_signed(), month, day).map(Some).ok_or(CellFault::NoSuchDay)
}

/// A mandatory day.
fn given_day(text: &str) -> Result<NaiveDate, CellFault> {
    day(text)?.ok_or(CellFault::Missing)
}

/// A municipality code; empty where it is unknown.
fn code(text: &str) -> Result<Option<NisCode>, CellFault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let fault = |_: MunicipalityError| CellFault::Code { length: text.chars().count() };
    text.parse().map(Some).map_err(fault)
}

/// A row of the table of dossiers, as text: an empty cell is an unknown value.
///
/// ```
/// use inburgering::{CellFault, DossierText};
///
/// let row = DossierText { dossier: "D-1", insz: "85.07.30-901.33", registered_on: "3/2/2025", ..DossierText::default() };
/// let problems = row.read(2).unwrap_err().problems;
/// assert_eq!(
///     problems[0].to_string(),
///     "dossiers, row 2, column registered_on: 8 characters that are no day; write it as YYYY-MM-DD, or leave it empty \
///      where it is unknown",
/// );
/// ```
#[derive(Clone, Copy, Default)]
#[expect(missing_docs, reason = "each is the column of the same name, see `Dossier`")]
pub struct DossierText<'a> {
    pub dossier: &'a str,
    pub insz: &'a str,
    pub registered_on: &'a str,
    pub contract_signed_on: &'a str,
    pub contract_municipality: &'a str,
    pub attest_obtained_on: &'a str,
    pub closed_on: &'a str,
}

impl DossierText<'_> {
    /// The headings of the table, in their order.
    pub const COLUMNS: [&'static str; 7] = [
        "dossier",
        "insz",
        "registered_on",
        "contract_signed_on",
        "contract_municipality",
        "attest_obtained_on",
        "closed_on",
    ];

    /// Reads the row.
    ///
    /// # Errors
    /// Every problem of the row: dossier number or register number missing; a cell that cannot be read.
    pub fn read(&self, row: u32) -> Result<(Insz, Dossier), Unreadable> {
        let mut cells = Cells::new(InputTable::Dossiers, row);
        let dossier = cells.read("dossier", DossierNumber::new(self.dossier).map_err(|_| CellFault::Missing));
        let insz = cells.read("insz", number(self.insz));
        let registered_on = cells.read("registered_on", day(self.registered_on)).flatten();
        let contract_signed_on = cells.read("contract_signed_on", day(self.contract_signed_on)).flatten();
        let contract_municipality = cells.read("contract_municipality", code(self.contract_municipality)).flatten();
        let attest_obtained_on = cells.read("attest_obtained_on", day(self.attest_obtained_on)).flatten();
        let closed_on = cells.read("closed_on", day(self.closed_on)).flatten();
        let fact = dossier.zip(insz).map(|(number, insz)| {
            let dossier = Dossier {
                number,
                registered_on,
                contract_signed_on,
                contract_municipality,
                attest_obtained_on,
                closed_on,
            };
            (insz, dossier)
        });
        cells.into_fact(fact, [insz])
    }
}

/// A row of the table of residences, as text.
#[derive(Clone, Copy, Default)]
#[expect(missing_docs, reason = "each is the column of the same name, see `Spell`")]
pub struct ResidenceText<'a> {
    pub insz: &'a str,
    pub municipality: &'a str,
    pub valid_from: &'a str,
    pub valid_until: &'a str,
}

impl ResidenceText<'_> {
    /// The headings of the table, in their order.
    pub const COLUMNS: [&'static str; 4] = ["insz", "municipality", "valid_from", "valid_until"];

    /// Reads the row.
    ///
    /// # Errors
    /// Every problem of the row: register number or municipality missing; a cell that cannot be read.
    pub fn read(&self, row: u32) -> Result<(Insz, Spell), Unreadable> {
        let mut cells = Cells::new(InputTable::Residences, row);
        let insz = cells.read("insz", number(self.insz));
        let municipality =
            cells.read("municipality", code(self.municipality).and_then(|code| code.ok_or(CellFault::Missing)));
        let valid_from = cells.read("valid_from", day(self.valid_from)).flatten();
        let valid_until = cells.read("valid_until", day(self.valid_until)).flatten();
        let fact = insz.zip(municipality);
        cells.into_fact(fact.map(|(insz, code)| (insz, Spell::new(code, valid_from, valid_until))), [insz])
    }
}

/// A row of the table of deaths, as text.
#[derive(Clone, Copy, Default)]
#[expect(missing_docs, reason = "each is the column of the same name")]
pub struct DeathText<'a> {
    pub insz: &'a str,
    pub died_on: &'a str,
}

impl DeathText<'_> {
    /// The headings of the table, in their order.
    pub const COLUMNS: [&'static str; 2] = ["insz", "died_on"];

    /// Reads the row.
    ///
    /// # Errors
    /// Every problem of the row: a value missing or not to be read.
    pub fn read(&self, row: u32) -> Result<(Insz, NaiveDate), Unreadable> {
        let mut cells = Cells::new(InputTable::Deaths, row);
        let insz = cells.read("insz", number(self.insz));
        let died_on = cells.read("died_on", given_day(self.died_on));
        cells.into_fact(insz.zip(died_on), [insz])
    }
}

/// A row of the table of replaced numbers, as text.
#[derive(Clone, Copy, Default)]
#[expect(missing_docs, reason = "each is the column of the same name, see `Replacement`")]
pub struct ReplacementText<'a> {
    pub insz_old: &'a str,
    pub insz_new: &'a str,
    pub replaced_on: &'a str,
}

impl ReplacementText<'_> {
    /// The headings of the table, in their order.
    pub const COLUMNS: [&'static str; 3] = ["insz_old", "insz_new", "replaced_on"];

    /// Reads the row.
    ///
    /// # Errors
    /// Every problem of the row: a value missing or not to be read.
    pub fn read(&self, row: u32) -> Result<Replacement, Unreadable> {
        let mut cells = Cells::new(InputTable::Replacements, row);
        let old = cells.read("insz_old", number(self.insz_old));
        let new = cells.read("insz_new", number(self.insz_new));
        let replaced_on = cells.read("replaced_on", given_day(self.replaced_on));
        let fact = old.zip(new).zip(replaced_on);
        cells.into_fact(fact.map(|((old, new), replaced_on)| Replacement { old, new, replaced_on }), [old, new])
    }
}
