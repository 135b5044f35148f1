//! The table of dossiers.

use arrow_array::RecordBatch;
use inburgering::{CaseloadBuilder, CellFault, DossierFacts, InputTable, Insz, OneDay};

use super::{CellsOfRow, Table, column};
use crate::ColumnKind;
use crate::cell::{Codes, Days, Numbers, Texts};

/// The columns of the table of dossiers.
pub(crate) struct Dossiers<'a> {
    dossier: Texts<'a>,
    insz: Numbers<'a>,
    registered_on: Days<'a>,
    contract_signed_on: Days<'a>,
    contract_municipality: Codes<'a>,
    attest_obtained_on: Days<'a>,
    closed_on: Days<'a>,
}

impl<'a> Table<'a> for Dossiers<'a> {
    const TABLE: InputTable = InputTable::Dossiers;

    const HEADINGS: &'static [(&'static str, ColumnKind)] = &[
        ("dossier", ColumnKind::Text),
        ("insz", ColumnKind::RegisterNumber),
        ("registered_on", ColumnKind::Day),
        ("contract_signed_on", ColumnKind::Day),
        ("contract_municipality", ColumnKind::MunicipalityCode),
        ("attest_obtained_on", ColumnKind::Day),
        ("closed_on", ColumnKind::Day),
    ];

    fn of(batch: &'a RecordBatch) -> Option<Self> {
        Some(Self {
            dossier: column(batch, "dossier")?,
            insz: column(batch, "insz")?,
            registered_on: column(batch, "registered_on")?,
            contract_signed_on: column(batch, "contract_signed_on")?,
            contract_municipality: column(batch, "contract_municipality")?,
            attest_obtained_on: column(batch, "attest_obtained_on")?,
            closed_on: column(batch, "closed_on")?,
        })
    }

    #[inline]
    fn read_sure(&self, at: usize, row: u32, rows: &mut OneDay) -> Option<()> {
        let insz = self.insz.sure(at)?;
        let facts = self.facts(at)?;
        // Only a number that needs no trimming.
        let trimmed = |number: &[u8]| {
            let ends = number.first().zip(number.last());
            let needs_none = ends.is_some_and(|(first, last)| first.is_ascii_graphic() && last.is_ascii_graphic());
            needs_none.then(|| rows.dossier(row, insz, number, facts))
        };
        self.dossier.read(at, trimmed).ok()?
    }

    fn read(&self, at: usize, row: u32, rows: &mut CaseloadBuilder) {
        let mut cells = CellsOfRow::new(Self::TABLE, row);
        let number = self.dossier.get(at).unwrap_or_default().trim();
        let known = cells.read("dossier", if number.is_empty() { Err(CellFault::Missing) } else { Ok(()) });
        let insz = cells.read("insz", self.insz.given(at));
        let facts = DossierFacts {
            registered_on: cells.read("registered_on", self.registered_on.get(at)).flatten(),
            contract_signed_on: cells.read("contract_signed_on", self.contract_signed_on.get(at)).flatten(),
            contract_municipality: cells.read("contract_municipality", self.contract_municipality.get(at)).flatten(),
            attest_obtained_on: cells.read("attest_obtained_on", self.attest_obtained_on.get(at)).flatten(),
            closed_on: cells.read("closed_on", self.closed_on.get(at)).flatten(),
        };
        match cells.fact(known.and(insz), [insz]) {
            // A number that is empty is missing, and so among the unreadable.
            Ok(insz) => rows.dossier_facts(row, insz, number, facts).unwrap_or_default(),
            Err(unreadable) => rows.unreadable(unreadable),
        }
    }
}

impl Dossiers<'_> {
    /// The row once more: number of the person, number of the dossier, facts.
    pub(crate) fn read_again(&self, at: usize) -> Option<(Insz, &str, DossierFacts)> {
        Some((self.insz.sure(at)?, self.dossier.get(at)?, self.facts(at)?))
    }

    /// What is recorded of the dossier, where every cell can surely be read.
    #[inline]
    fn facts(&self, at: usize) -> Option<DossierFacts> {
        Some(DossierFacts {
            registered_on: self.registered_on.get(at).ok()?,
            contract_signed_on: self.contract_signed_on.get(at).ok()?,
            contract_municipality: self.contract_municipality.sure(at).ok()?,
            attest_obtained_on: self.attest_obtained_on.get(at).ok()?,
            closed_on: self.closed_on.get(at).ok()?,
        })
    }
}
