//! Reading the golden cases, and building what they describe.

use chrono::NaiveDate;
use inburgering::{
    Brussels, Caseload, CaseloadError, ClosedRule, DeathText, DossierText, ListRules, ReplacementText, ResidenceText,
    UnreadableRows,
};
use serde::Deserialize;

/// A golden file: its cases.
#[derive(Deserialize)]
pub(crate) struct File<Case> {
    pub(crate) case: Vec<Case>,
}

/// Reads the cases of a golden file by its name.
pub(crate) fn cases<Case: serde::de::DeserializeOwned>(name: &str) -> Vec<Case> {
    let path = format!("{}/tests/golden/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap();
    toml::from_str::<File<Case>>(&text).unwrap_or_else(|error| panic!("{path}: {error}")).case
}

/// A day written `2025-12-31`.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no day"))
}

/// The input tables of a case, as text.
#[derive(Deserialize, Debug, Default, Clone)]
#[serde(default)]
pub(crate) struct Tables {
    pub(crate) dossiers: Vec<DossierRow>,
    pub(crate) residences: Vec<ResidenceRow>,
    pub(crate) deaths: Vec<DeathRow>,
    pub(crate) replacements: Vec<ReplacementRow>,
}

#[derive(Deserialize, Debug, Default, Clone)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct DossierRow {
    pub(crate) dossier: String,
    pub(crate) insz: String,
    pub(crate) registered_on: String,
    pub(crate) contract_signed_on: String,
    pub(crate) contract_municipality: String,
    pub(crate) attest_obtained_on: String,
    pub(crate) closed_on: String,
}

#[derive(Deserialize, Debug, Default, Clone)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ResidenceRow {
    pub(crate) insz: String,
    pub(crate) municipality: String,
    pub(crate) valid_from: String,
    pub(crate) valid_until: String,
}

#[derive(Deserialize, Debug, Default, Clone)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct DeathRow {
    pub(crate) insz: String,
    pub(crate) died_on: String,
}

#[derive(Deserialize, Debug, Default, Clone)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ReplacementRow {
    pub(crate) insz_old: String,
    pub(crate) insz_new: String,
    pub(crate) replaced_on: String,
}

impl Tables {
    /// The caseload of these rows; rows are numbered from 2, as in a spreadsheet with a heading.
    pub(crate) fn caseload(&self, unreadable: UnreadableRows) -> Result<Caseload, CaseloadError> {
        let mut rows = Caseload::builder();
        for (row, text) in (2..).zip(&self.dossiers) {
            rows.read_dossier(
                row,
                &DossierText {
                    dossier: &text.dossier,
                    insz: &text.insz,
                    registered_on: &text.registered_on,
                    contract_signed_on: &text.contract_signed_on,
                    contract_municipality: &text.contract_municipality,
                    attest_obtained_on: &text.attest_obtained_on,
                    closed_on: &text.closed_on,
                },
            );
        }
        for (row, text) in (2..).zip(&self.residences) {
            let ResidenceRow { insz, municipality, valid_from, valid_until } = text;
            rows.read_residence(row, &ResidenceText { insz, municipality, valid_from, valid_until });
        }
        for (row, DeathRow { insz, died_on }) in (2..).zip(&self.deaths) {
            rows.read_death(row, &DeathText { insz, died_on });
        }
        for (row, text) in (2..).zip(&self.replacements) {
            let ReplacementRow { insz_old, insz_new, replaced_on } = text;
            rows.read_replacement(row, &ReplacementText { insz_old, insz_new, replaced_on });
        }
        rows.build(unreadable)
    }
}

/// The options of a case.
#[derive(Deserialize, Debug, Default, Clone)]
#[serde(default)]
pub(crate) struct Options {
    pub(crate) closed: Option<String>,
    pub(crate) brussels: Option<String>,
    pub(crate) problems: Option<String>,
}

impl Options {
    pub(crate) fn rules(&self) -> ListRules {
        let closed = self.closed.as_deref().map(|text| {
            ClosedRule::ALL.into_iter().find(|rule| rule.as_str() == text).unwrap_or_else(|| panic!("no rule {text}"))
        });
        let brussels = match self.brussels.as_deref() {
            None | Some("refused") => Brussels::Refused,
            Some("allowed") => Brussels::Allowed,
            Some(text) => panic!("no option {text}"),
        };
        ListRules { closed: closed.unwrap_or_default(), brussels }
    }

    pub(crate) fn unreadable(&self) -> UnreadableRows {
        match self.problems.as_deref() {
            None | Some("refused") => UnreadableRows::Refused,
            Some("set_aside") => UnreadableRows::SetAside,
            Some(text) => panic!("no option {text}"),
        }
    }
}
