//! The input tables of a question, as text; an empty or missing cell is unknown.

use inburgering::{Caseload, CaseloadError, DeathText, DossierText, ReplacementText, ResidenceText, UnreadableRows};
use serde::{Deserialize, Serialize};

use super::is_default;

/// The four tables.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Tables {
    /// The dossiers.
    #[serde(default)]
    pub dossiers: Vec<Dossier>,
    /// The residences.
    #[serde(default)]
    pub residences: Vec<Residence>,
    /// The deaths.
    #[serde(default, skip_serializing_if = "is_default")]
    pub deaths: Vec<Death>,
    /// The replaced register numbers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub replacements: Vec<Replacement>,
}

/// A row of the dossiers.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(missing_docs, reason = "each is the column of the same name")]
pub struct Dossier {
    #[serde(skip_serializing_if = "is_default")]
    pub dossier: String,
    #[serde(skip_serializing_if = "is_default")]
    pub insz: String,
    #[serde(skip_serializing_if = "is_default")]
    pub registered_on: String,
    #[serde(skip_serializing_if = "is_default")]
    pub contract_signed_on: String,
    #[serde(skip_serializing_if = "is_default")]
    pub contract_municipality: String,
    #[serde(skip_serializing_if = "is_default")]
    pub attest_obtained_on: String,
    #[serde(skip_serializing_if = "is_default")]
    pub closed_on: String,
}

/// A row of the residences.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(missing_docs, reason = "each is the column of the same name")]
pub struct Residence {
    #[serde(skip_serializing_if = "is_default")]
    pub insz: String,
    #[serde(skip_serializing_if = "is_default")]
    pub municipality: String,
    #[serde(skip_serializing_if = "is_default")]
    pub valid_from: String,
    #[serde(skip_serializing_if = "is_default")]
    pub valid_until: String,
}

/// A row of the deaths.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(missing_docs, reason = "each is the column of the same name")]
pub struct Death {
    #[serde(skip_serializing_if = "is_default")]
    pub insz: String,
    #[serde(skip_serializing_if = "is_default")]
    pub died_on: String,
}

/// A row of the replaced numbers.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(missing_docs, reason = "each is the column of the same name")]
pub struct Replacement {
    #[serde(skip_serializing_if = "is_default")]
    pub insz_old: String,
    #[serde(skip_serializing_if = "is_default")]
    pub insz_new: String,
    #[serde(skip_serializing_if = "is_default")]
    pub replaced_on: String,
}

impl Dossier {
    /// The row as the library reads it.
    pub fn text(&self) -> DossierText<'_> {
        DossierText {
            dossier: &self.dossier,
            insz: &self.insz,
            registered_on: &self.registered_on,
            contract_signed_on: &self.contract_signed_on,
            contract_municipality: &self.contract_municipality,
            attest_obtained_on: &self.attest_obtained_on,
            closed_on: &self.closed_on,
        }
    }
}

impl Residence {
    /// The row as the library reads it.
    pub fn text(&self) -> ResidenceText<'_> {
        let Self { insz, municipality, valid_from, valid_until } = self;
        ResidenceText { insz, municipality, valid_from, valid_until }
    }
}

impl Tables {
    /// The caseload of these rows, numbered from 0.
    ///
    /// # Errors
    /// [`CaseloadError`] where rows cannot be read and are not to be set aside.
    pub fn caseload(&self, unreadable: UnreadableRows) -> Result<Caseload, CaseloadError> {
        let mut rows = Caseload::builder();
        for (row, dossier) in (0..).zip(&self.dossiers) {
            rows.read_dossier(row, &dossier.text());
        }
        for (row, residence) in (0..).zip(&self.residences) {
            rows.read_residence(row, &residence.text());
        }
        for (row, Death { insz, died_on }) in (0..).zip(&self.deaths) {
            rows.read_death(row, &DeathText { insz, died_on });
        }
        for (row, Replacement { insz_old, insz_new, replaced_on }) in (0..).zip(&self.replacements) {
            rows.read_replacement(row, &ReplacementText { insz_old, insz_new, replaced_on });
        }
        rows.build(unreadable)
    }
}
