//! The four tables, and how they are written.

use std::io::{self, Write};
use std::path::Path;

use chrono::NaiveDate;
use inburgering::{
    DeathText, Dossier, DossierText, InputTable, Insz, Replacement, ReplacementText, ResidenceText, Spell,
};

use crate::staged::Staged;

/// The rows of a caseload, each with the number under which it is written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tables {
    /// The dossiers.
    pub dossiers: Vec<(Insz, Dossier)>,
    /// The spells of residence.
    pub residences: Vec<(Insz, Spell)>,
    /// The deaths.
    pub deaths: Vec<(Insz, NaiveDate)>,
    /// The replaced numbers.
    pub replacements: Vec<Replacement>,
    /// Rows that cannot be read, written after the others.
    pub broken: Vec<Broken>,
}

/// A row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    table: InputTable,
    cells: Vec<String>,
}

/// Which cell of which table is spoiled, and how.
const SPOILED: [(InputTable, usize, &str); 10] = [
    (InputTable::Dossiers, 0, ""),
    (InputTable::Dossiers, 1, "00.00.00-000.00"),
    (InputTable::Dossiers, 2, "2019-02-30"),
    (InputTable::Dossiers, 4, "Gent"),
    (InputTable::Residences, 0, ""),
    (InputTable::Residences, 1, ""),
    (InputTable::Residences, 2, "1/7/2015"),
    (InputTable::Deaths, 1, ""),
    (InputTable::Replacements, 0, "12345"),
    (InputTable::Replacements, 2, ""),
];

impl Broken {
    /// Every kind once for each ten thousand rows begun: rows of the tables with one cell spoiled.
    pub(super) fn some(tables: &Tables) -> Vec<Self> {
        let rounds = tables.dossiers.len().div_ceil(10_000);
        let broken = |position: usize| {
            let (table, column, text) = *SPOILED.get(position % SPOILED.len())?;
            let row = position * 7;
            let mut cells: Vec<String> = match table {
                InputTable::Dossiers => tables.dossiers.get(row).map(|row| dossier_cells(row).to_vec()),
                InputTable::Residences => tables.residences.get(row).map(|row| residence_cells(row).to_vec()),
                InputTable::Deaths => tables.deaths.get(row / 100).map(|row| death_cells(row).to_vec()),
                InputTable::Replacements => {
                    tables.replacements.get(row / 100).map(|row| replacement_cells(row).to_vec())
                }
            }?;
            text.clone_into(cells.get_mut(column)?);
            Some(Self { table, cells })
        };
        (0..rounds * SPOILED.len()).filter_map(broken).collect()
    }
}

impl Tables {
    /// Adds the rows of others after these.
    pub(super) fn append(&mut self, mut others: Self) {
        self.dossiers.append(&mut others.dossiers);
        self.residences.append(&mut others.residences);
        self.deaths.append(&mut others.deaths);
        self.replacements.append(&mut others.replacements);
        self.broken.append(&mut others.broken);
    }

    /// Writes `dossiers.csv`, `residences.csv`, `deaths.csv` and `replacements.csv` into a directory, all or none.
    ///
    /// # Errors
    /// What the file system says.
    pub fn write(&self, directory: &Path) -> io::Result<()> {
        let mut staged = Staged::new();
        staged.write(&directory.join("dossiers.csv"), |file| {
            self.write_table(file, InputTable::Dossiers, &DossierText::COLUMNS, self.dossiers.iter().map(dossier_cells))
        })?;
        staged.write(&directory.join("residences.csv"), |file| {
            let rows = self.residences.iter().map(residence_cells);
            self.write_table(file, InputTable::Residences, &ResidenceText::COLUMNS, rows)
        })?;
        staged.write(&directory.join("deaths.csv"), |file| {
            self.write_table(file, InputTable::Deaths, &DeathText::COLUMNS, self.deaths.iter().map(death_cells))
        })?;
        staged.write(&directory.join("replacements.csv"), |file| {
            let rows = self.replacements.iter().map(replacement_cells);
            self.write_table(file, InputTable::Replacements, &ReplacementText::COLUMNS, rows)
        })?;
        staged.publish()
    }

    fn write_table<const N: usize>(
        &self,
        file: impl Write,
        table: InputTable,
        columns: &[&str; N],
        rows: impl Iterator<Item = [String; N]>,
    ) -> io::Result<()> {
        let mut writer = csv::Writer::from_writer(file);
        writer.write_record(columns)?;
        for cells in rows {
            writer.write_record(cells)?;
        }
        for broken in self.broken.iter().filter(|broken| broken.table == table) {
            writer.write_record(&broken.cells)?;
        }
        writer.flush()
    }
}

fn dossier_cells((insz, dossier): &(Insz, Dossier)) -> [String; 7] {
    [
        dossier.number.as_str().to_owned(),
        insz.to_string(),
        date_cell(dossier.registered_on),
        date_cell(dossier.contract_signed_on),
        dossier.contract_municipality.map(|code| code.to_string()).unwrap_or_default(),
        date_cell(dossier.attest_obtained_on),
        date_cell(dossier.closed_on),
    ]
}

fn residence_cells((insz, spell): &(Insz, Spell)) -> [String; 4] {
    [insz.to_string(), spell.municipality.to_string(), date_cell(spell.valid_from), date_cell(spell.valid_until)]
}

fn death_cells((insz, died_on): &(Insz, NaiveDate)) -> [String; 2] {
    [insz.to_string(), died_on.to_string()]
}

/// As many sources write it: the old number compact, the new one in its dotted form. Both can be read.
fn replacement_cells(Replacement { old, new, replaced_on }: &Replacement) -> [String; 3] {
    [format!("{:011}", old.to_u64()), new.to_string(), replaced_on.to_string()]
}

fn date_cell(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}
