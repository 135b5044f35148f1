//! The four input tables: their columns, and how a row of each becomes a fact.

mod deaths;
mod dossiers;
mod replacements;
mod residences;

use arrow_array::RecordBatch;
use arrow_schema::Schema;
use inburgering::{CaseloadBuilder, CellFault, InputTable, Insz, OneDay, Problem, Unreadable};

pub(crate) use deaths::Deaths;
pub(crate) use dossiers::Dossiers;
pub(crate) use replacements::Replacements;
pub(crate) use residences::Residences;

use crate::cell::Cells;
use crate::{ColumnFault, ColumnKind, ColumnProblem};

/// The columns of one batch of a table, recognised once.
pub(crate) trait Table<'a>: Sized {
    /// Which table it is.
    const TABLE: InputTable;

    /// Its headings in their order, each with what stands under it.
    const HEADINGS: &'static [(&'static str, ColumnKind)];

    /// The columns of a batch, `None` where one is missing or mistyped.
    fn of(batch: &'a RecordBatch) -> Option<Self>;

    /// Reads a row and adds what it says.
    fn read(&self, at: usize, row: u32, rows: &mut CaseloadBuilder);

    /// Reads a row and adds what it says of one day; `None` where a cell is not surely readable.
    ///
    /// The bytes of a column of text need not be text.
    fn read_sure(&self, at: usize, row: u32, rows: &mut OneDay) -> Option<()>;

    /// What is wrong with the columns of a schema, in the order of the headings.
    fn problems(schema: &Schema) -> Vec<ColumnProblem> {
        let fault = |heading: &str, kind: ColumnKind| {
            let mut found = schema.fields().iter().filter(|field| field.name() == heading);
            match (found.next(), found.count()) {
                (None, _) => Some(ColumnFault::Missing),
                (Some(field), 0) if kind.accepts(field.data_type()) => None,
                (Some(field), 0) => Some(ColumnFault::Mistyped { given: field.data_type().clone(), allowed: kind }),
                (Some(_), others) => Some(ColumnFault::Repeated { times: others + 1 }),
            }
        };
        let problem =
            |&(column, kind)| fault(column, kind).map(|fault| ColumnProblem { table: Self::TABLE, column, fault });
        Self::HEADINGS.iter().filter_map(problem).collect()
    }
}

/// The column of a batch under a heading.
fn column<'a, C: Cells<'a>>(batch: &'a RecordBatch, heading: &str) -> Option<C> {
    C::of(batch.column_by_name(heading)?)
}

/// The cells of one row, read one by one; each problem is kept.
struct CellsOfRow {
    table: InputTable,
    row: u32,
    problems: Vec<Problem>,
}

impl CellsOfRow {
    const fn new(table: InputTable, row: u32) -> Self {
        Self { table, row, problems: Vec::new() }
    }

    fn read<T>(&mut self, column: &'static str, cell: Result<T, CellFault>) -> Option<T> {
        cell.map_err(|fault| self.problems.push(Problem::new(self.table, self.row, column, fault))).ok()
    }

    /// The fact of a row of which every cell could be read.
    fn fact<T>(self, fact: Option<T>, persons: impl IntoIterator<Item = Option<Insz>>) -> Result<T, Unreadable> {
        match fact {
            Some(fact) if self.problems.is_empty() => Ok(fact),
            _ => Err(Unreadable { problems: self.problems, persons: persons.into_iter().flatten().collect() }),
        }
    }
}
