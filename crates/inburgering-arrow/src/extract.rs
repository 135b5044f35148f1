//! The tables of an extract, and the caseload that comes of them.

use arrow_array::{ArrayRef, RecordBatch};
use inburgering::threads::each_on_a_thread;
use inburgering::{Caseload, CaseloadBuilder, InputTable, Threads, UnreadableRows};

use crate::table::{Deaths, Dossiers, Replacements, Residences, Table};
use crate::validity::is_valid;
use crate::{Batches, ColumnFault, ColumnProblem, ReadError};

/// The tables of an extract.
///
/// ```
/// use std::sync::Arc;
///
/// use arrow_array::{Array, ArrayRef, Date32Array, Int64Array, NullArray, RecordBatch, StringArray, UInt16Array};
/// use chrono::NaiveDate;
/// use inburgering::{ListRules, UnreadableRows};
/// use inburgering_arrow::Extract;
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let nothing: ArrayRef = Arc::new(NullArray::new(1));
/// let days = |day: NaiveDate| -> ArrayRef { Arc::new(Date32Array::from(vec![day.to_epoch_days()])) };
/// let dossiers = RecordBatch::try_from_iter([
///     ("dossier", Arc::new(StringArray::from(vec!["D-1"])) as ArrayRef),
///     ("insz", Arc::new(StringArray::from(vec!["85.07.30-901.33"]))),
///     ("registered_on", days(day(2025, 2, 3))),
///     ("contract_signed_on", nothing.clone()),
///     ("contract_municipality", nothing.clone()),
///     ("attest_obtained_on", nothing.clone()),
///     ("closed_on", nothing.clone()),
/// ])?;
/// let residences = RecordBatch::try_from_iter([
///     ("insz", Arc::new(Int64Array::from(vec![85_073_090_133])) as ArrayRef),
///     ("municipality", Arc::new(UInt16Array::from(vec![46_014]))),
///     ("valid_from", days(day(2024, 11, 5))),
///     ("valid_until", nothing),
/// ])?;
///
/// // Who lived in Lokeren (46014) before it merged is in the new Lokeren (46029) after.
/// let caseload = Extract::new(dossiers, residences).to_caseload(UnreadableRows::Refused)?;
/// let placed = caseload.place(day(2026, 1, 15), ListRules::default())?;
/// assert_eq!(placed.eligible_in("46029".parse()?).count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Extract {
    /// The dossiers, with the headings of [`DossierText`](inburgering::DossierText::COLUMNS).
    pub dossiers: Batches,
    /// The spells of residence, with the headings of [`ResidenceText`](inburgering::ResidenceText::COLUMNS).
    pub residences: Batches,
    /// The deaths, if they are known, with the headings of [`DeathText`](inburgering::DeathText::COLUMNS).
    pub deaths: Option<Batches>,
    /// The replaced register numbers, if there are any, with the headings of
    /// [`ReplacementText`](inburgering::ReplacementText::COLUMNS).
    pub replacements: Option<Batches>,
    /// The number that the first row of each table has in problems and findings; the others follow it, over all batches.
    pub first_row: u32,
    /// How many threads may read the tables, and build and ask the caseload.
    pub threads: Threads,
}

impl Extract {
    /// An extract of dossiers and residences alone, its rows numbered from 0.
    pub fn new(dossiers: impl Into<Batches>, residences: impl Into<Batches>) -> Self {
        Self {
            dossiers: dossiers.into(),
            residences: residences.into(),
            deaths: None,
            replacements: None,
            first_row: 0,
            threads: Threads::default(),
        }
    }

    /// Reads every table.
    ///
    /// # Errors
    /// [`ReadError::Columns`] with every column that is missing, repeated or mistyped, whatever is to be done with
    /// unreadable rows; [`ReadError::RowNumbers`] if a row would get a number past 4 294 967 295; the errors of
    /// [`CaseloadBuilder::build`].
    pub fn to_caseload(&self, unreadable: UnreadableRows) -> Result<Caseload, ReadError> {
        self.read(unreadable, &|| true)
    }

    /// As [`to_caseload`](Self::to_caseload), for a caller who may wish to end the reading before it is done.
    ///
    /// `keep_on` is asked before each table, after every few thousand rows, and before the caseload is built.
    ///
    /// # Errors
    /// Those of [`to_caseload`](Self::to_caseload), and [`ReadError::GaveUp`] as soon as `keep_on` says no.
    pub fn read(&self, unreadable: UnreadableRows, keep_on: &(dyn Fn() -> bool + Sync)) -> Result<Caseload, ReadError> {
        let Self { dossiers, residences, deaths, replacements, .. } = self;
        // The two large tables are looked at side by side, since neither knows of the other.
        let pieces = match self.threads.for_rows(dossiers.num_rows() + residences.num_rows(), LEAST_ROWS_OF_A_THREAD) {
            1 => vec![vec![InputTable::Dossiers, InputTable::Residences]],
            _ => vec![vec![InputTable::Dossiers], vec![InputTable::Residences]],
        };
        let problems = each_on_a_thread(pieces.clone(), |tables| {
            let problems = tables.into_iter().flat_map(|table| match table {
                InputTable::Dossiers => column_problems::<Dossiers<'_>>(dossiers),
                _ => column_problems::<Residences<'_>>(residences),
            });
            problems.collect::<Vec<ColumnProblem>>()
        });
        let mut problems = problems.concat();
        problems.extend(deaths.iter().flat_map(column_problems::<Deaths<'_>>));
        problems.extend(replacements.iter().flat_map(column_problems::<Replacements<'_>>));
        if !problems.is_empty() {
            return Err(ReadError::Columns { problems });
        }
        let reading = self.reading(keep_on);
        let parts = each_on_a_thread(pieces, |tables| {
            let mut rows = Caseload::builder();
            for table in tables {
                match table {
                    InputTable::Dossiers => reading.table::<Dossiers<'_>>(dossiers, &mut rows)?,
                    _ => reading.table::<Residences<'_>>(residences, &mut rows)?,
                }
            }
            Ok::<_, ReadError>(rows)
        });
        let mut rows = Caseload::builder().threads(self.threads);
        for part in parts {
            rows.append(part?);
        }
        if let Some(deaths) = deaths {
            reading.table::<Deaths<'_>>(deaths, &mut rows)?;
        }
        if let Some(replacements) = replacements {
            reading.table::<Replacements<'_>>(replacements, &mut rows)?;
        }
        reading.require_to_keep_on()?;
        Ok(rows.build(unreadable)?)
    }

    pub(crate) fn reading<'a>(&self, keep_on: &'a (dyn Fn() -> bool + Sync)) -> Reading<'a> {
        Reading { first_row: self.first_row, keep_on }
    }
}

/// A thread should have so many rows to read, or starting it costs more than it saves.
const LEAST_ROWS_OF_A_THREAD: usize = 10_000;

/// What is wrong with the columns of a table, each fault once.
fn column_problems<'a, T: Table<'a>>(table: &'a Batches) -> Vec<ColumnProblem> {
    let mut problems: Vec<ColumnProblem> = Vec::new();
    let of_schemas = table.schemas().into_iter().flat_map(|schema| T::problems(&schema));
    for problem in of_schemas.chain(table.batches().iter().flat_map(invalid_columns::<T>)) {
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
    problems.sort_by_key(|problem| T::HEADINGS.iter().position(|&(heading, _)| heading == problem.column));
    problems
}

/// The columns of a batch whose data break the rules of Arrow: those of another program come here unchecked, and reading
/// them would be undefined.
fn invalid_columns<'a, T: Table<'a>>(batch: &RecordBatch) -> Vec<ColumnProblem> {
    let is_invalid = |column: &ArrayRef| !is_valid(column);
    let headings = T::HEADINGS.iter().map(|&(column, _)| column);
    let invalid = headings.filter(|column| batch.column_by_name(column).is_some_and(is_invalid));
    invalid.map(|column| ColumnProblem { table: T::TABLE, column, fault: ColumnFault::Invalid }).collect()
}

/// A reading that is under way.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    first_row: u32,
    keep_on: &'a (dyn Fn() -> bool + Sync),
}

impl Reading<'_> {
    /// How many rows are read between two questions whether to go on.
    pub(crate) const ROWS_BETWEEN_QUESTIONS: usize = 4096;

    pub(crate) fn require_to_keep_on(&self) -> Result<(), ReadError> {
        if (self.keep_on)() { Ok(()) } else { Err(ReadError::GaveUp) }
    }

    fn table<'a, T: Table<'a>>(&self, table: &'a Batches, into: &mut CaseloadBuilder) -> Result<(), ReadError> {
        self.require_to_keep_on()?;
        let rows = table.num_rows();
        let too_many = ReadError::RowNumbers { table: T::TABLE, rows, first_row: self.first_row };
        let mut numbers = self.first_row_of(rows).ok_or(too_many)?..=u32::MAX;
        let mut read = 0;
        for batch in table.batches() {
            let Some(columns) = T::of(batch) else {
                return Err(ReadError::Columns { problems: T::problems(&batch.schema()) });
            };
            for (at, row) in (0..batch.num_rows()).zip(&mut numbers) {
                columns.read(at, row, into);
                read += 1;
                if read % Self::ROWS_BETWEEN_QUESTIONS == 0 {
                    self.require_to_keep_on()?;
                }
            }
        }
        Ok(())
    }

    /// The number of the first of so many rows, `None` where that of the last would be too high.
    pub(crate) fn first_row_of(&self, rows: usize) -> Option<u32> {
        let after_first = u32::try_from(rows.saturating_sub(1)).ok()?;
        self.first_row.checked_add(after_first).map(|_| self.first_row)
    }
}
