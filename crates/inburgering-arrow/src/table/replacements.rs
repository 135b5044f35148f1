//! The table of replaced register numbers.

use arrow_array::RecordBatch;
use inburgering::{CaseloadBuilder, InputTable, OneDay, Replacement};

use super::{CellsOfRow, Table, column};
use crate::ColumnKind;
use crate::cell::{Days, Numbers, given};

/// The columns of the table of replaced register numbers.
pub(crate) struct Replacements<'a> {
    insz_old: Numbers<'a>,
    insz_new: Numbers<'a>,
    replaced_on: Days<'a>,
}

impl<'a> Table<'a> for Replacements<'a> {
    const TABLE: InputTable = InputTable::Replacements;

    const HEADINGS: &'static [(&'static str, ColumnKind)] = &[
        ("insz_old", ColumnKind::RegisterNumber),
        ("insz_new", ColumnKind::RegisterNumber),
        ("replaced_on", ColumnKind::Day),
    ];

    fn of(batch: &'a RecordBatch) -> Option<Self> {
        Some(Self {
            insz_old: column(batch, "insz_old")?,
            insz_new: column(batch, "insz_new")?,
            replaced_on: column(batch, "replaced_on")?,
        })
    }

    #[inline]
    fn read_sure(&self, at: usize, _row: u32, rows: &mut OneDay) -> Option<()> {
        let (old, new) = (self.insz_old.sure(at)?, self.insz_new.sure(at)?);
        rows.replacement(Replacement { old, new, replaced_on: self.replaced_on.get(at).ok()?? });
        Some(())
    }

    fn read(&self, at: usize, row: u32, rows: &mut CaseloadBuilder) {
        let mut cells = CellsOfRow::new(Self::TABLE, row);
        let old = cells.read("insz_old", self.insz_old.given(at));
        let new = cells.read("insz_new", self.insz_new.given(at));
        let replaced_on = cells.read("replaced_on", given(self.replaced_on.get(at)));
        let fact = old.zip(new).zip(replaced_on);
        match cells.fact(fact, [old, new]) {
            Ok(((old, new), replaced_on)) => rows.replacement(row, Replacement { old, new, replaced_on }),
            Err(unreadable) => rows.unreadable(unreadable),
        }
    }
}
