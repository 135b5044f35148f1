//! The table of residences.

use arrow_array::RecordBatch;
use inburgering::{CaseloadBuilder, InputTable, OneDay, Spell};

use super::{CellsOfRow, Table, column};
use crate::ColumnKind;
use crate::cell::{Codes, Days, Numbers, given};

/// The columns of the table of residences.
pub(crate) struct Residences<'a> {
    insz: Numbers<'a>,
    municipality: Codes<'a>,
    valid_from: Days<'a>,
    valid_until: Days<'a>,
}

impl<'a> Table<'a> for Residences<'a> {
    const TABLE: InputTable = InputTable::Residences;

    const HEADINGS: &'static [(&'static str, ColumnKind)] = &[
        ("insz", ColumnKind::RegisterNumber),
        ("municipality", ColumnKind::MunicipalityCode),
        ("valid_from", ColumnKind::Day),
        ("valid_until", ColumnKind::Day),
    ];

    fn of(batch: &'a RecordBatch) -> Option<Self> {
        Some(Self {
            insz: column(batch, "insz")?,
            municipality: column(batch, "municipality")?,
            valid_from: column(batch, "valid_from")?,
            valid_until: column(batch, "valid_until")?,
        })
    }

    #[inline]
    fn read_sure(&self, at: usize, _row: u32, rows: &mut OneDay) -> Option<()> {
        let (insz, municipality) = (self.insz.sure(at)?, self.municipality.sure(at).ok()??);
        rows.residence(insz, municipality, self.valid_from.sure(at).ok()?, self.valid_until.sure(at).ok()?);
        Some(())
    }

    fn read(&self, at: usize, row: u32, rows: &mut CaseloadBuilder) {
        let mut cells = CellsOfRow::new(Self::TABLE, row);
        let insz = cells.read("insz", self.insz.given(at));
        let municipality = cells.read("municipality", given(self.municipality.get(at)));
        let valid_from = cells.read("valid_from", self.valid_from.get(at)).flatten();
        let valid_until = cells.read("valid_until", self.valid_until.get(at)).flatten();
        let fact = insz.zip(municipality);
        match cells.fact(fact, [insz]) {
            Ok((insz, municipality)) => rows.residence(row, insz, Spell::new(municipality, valid_from, valid_until)),
            Err(unreadable) => rows.unreadable(unreadable),
        }
    }
}
