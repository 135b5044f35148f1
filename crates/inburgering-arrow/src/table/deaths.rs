//! The table of deaths.

use arrow_array::RecordBatch;
use inburgering::{CaseloadBuilder, InputTable, OneDay};

use super::{CellsOfRow, Table, column};
use crate::ColumnKind;
use crate::cell::{Days, Numbers, given};

/// The columns of the table of deaths.
pub(crate) struct Deaths<'a> {
    insz: Numbers<'a>,
    died_on: Days<'a>,
}

impl<'a> Table<'a> for Deaths<'a> {
    const TABLE: InputTable = InputTable::Deaths;

    const HEADINGS: &'static [(&'static str, ColumnKind)] =
        &[("insz", ColumnKind::RegisterNumber), ("died_on", ColumnKind::Day)];

    fn of(batch: &'a RecordBatch) -> Option<Self> {
        Some(Self { insz: column(batch, "insz")?, died_on: column(batch, "died_on")? })
    }

    #[inline]
    fn read_sure(&self, at: usize, _row: u32, rows: &mut OneDay) -> Option<()> {
        rows.death(self.insz.sure(at)?, self.died_on.get(at).ok()??);
        Some(())
    }

    fn read(&self, at: usize, row: u32, rows: &mut CaseloadBuilder) {
        let mut cells = CellsOfRow::new(Self::TABLE, row);
        let insz = cells.read("insz", self.insz.given(at));
        let died_on = cells.read("died_on", given(self.died_on.get(at)));
        match cells.fact(insz.zip(died_on), [insz]) {
            Ok((insz, died_on)) => rows.death(row, insz, died_on),
            Err(unreadable) => rows.unreadable(unreadable),
        }
    }
}
