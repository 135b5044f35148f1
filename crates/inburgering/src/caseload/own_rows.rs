//! The rows that stand under one number of a person.

use chrono::NaiveDate;

use super::Caseload;
use super::persons::rows_differ_from;
use super::rows::{DossierNumbers, DossierRow, Row, Under};
use crate::person::{Dossiers, Readable, Spells};
use crate::{Insz, Person, Spell};

/// What stands under one number alone, of a person whose numbers may be two persons'.
pub(crate) struct OwnRows<'a> {
    /// The person with the rows of every number.
    whole: Person<'a>,
    dossier_numbers: &'a DossierNumbers,
    dossiers: Vec<Row<DossierRow>>,
    spells: Vec<Row<Spell>>,
    died_on: Option<NaiveDate>,
    rows_differ_from: Option<NaiveDate>,
    readable: Readable,
}

impl Caseload {
    /// What stands under this number alone; `None` where no row names it.
    pub(crate) fn own_rows(&self, insz: Insz) -> Option<OwnRows<'_>> {
        let facts = &*self.facts;
        let at = self.find(insz)?;
        let record = facts.persons.get(at)?;
        let whole = facts.person(at, record);
        let position = u16::try_from(whole.numbers.all().binary_search(&insz).ok()?).ok()?;
        let under = Under::person(record.key, position);
        let (dossiers, spells) = facts.rows_of(at, record);
        let deaths = facts.deaths.of_year(record.key.year_digits()).iter();
        // Groups of one dossier number, of which a row stands under this number.
        let groups = facts.same_number.iter().filter(|group| group.iter().any(|row| row.under == under));
        let differ_from = rows_differ_from(&groups.cloned().collect::<Vec<_>>());
        Some(OwnRows {
            whole,
            dossier_numbers: &facts.numbers,
            dossiers: dossiers.iter().filter(|row| row.under == under).copied().collect(),
            spells: spells.iter().filter(|row| row.under == under).copied().collect(),
            died_on: deaths.filter(|row| row.under == under).map(|row| row.fact).min(),
            rows_differ_from: differ_from.get(&record.key).copied(),
            readable: match facts.set_aside.binary_search(&insz) {
                Ok(_) => Readable::RowSetAside,
                Err(_) => Readable::Whole,
            },
        })
    }
}

impl OwnRows<'_> {
    /// The person with the rows of every number.
    pub(crate) const fn whole(&self) -> Person<'_> {
        self.whole
    }

    /// The person with the rows of this number alone, and with all numbers, so with what is wrong with them.
    pub(crate) fn person(&self) -> Person<'_> {
        Person {
            numbers: self.whole.numbers,
            dossiers: Dossiers::OfCaseload(&self.dossiers, self.dossier_numbers),
            spells: Spells::OfCaseload(&self.spells),
            died_on: self.died_on,
            rows_differ_from: self.rows_differ_from,
            readable: self.readable,
        }
    }
}
