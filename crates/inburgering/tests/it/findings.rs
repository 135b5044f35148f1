//! Findings: the golden cases, and what their texts say.

use inburgering::{Finding, FindingKind, ReasonCode, UnreadableRows};
use serde::Deserialize;

use crate::golden::{Tables, cases};

#[derive(Deserialize)]
struct Case {
    name: String,
    citation: String,
    #[serde(flatten)]
    tables: Tables,
    expected: Vec<Expected>,
}

#[derive(Deserialize, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Expected {
    code: String,
    rows: Vec<String>,
}

#[test]
fn golden_cases() {
    for mut case in cases::<Case>("findings") {
        assert!(!case.citation.is_empty());
        let caseload = case.tables.caseload(UnreadableRows::Refused).unwrap();
        let said = |finding: &Finding| Expected {
            code: finding.kind.code().into(),
            rows: finding.rows.iter().map(|row| format!("{} {}", row.table, row.row)).collect(),
        };
        let mut found: Vec<Expected> = caseload.findings().iter().map(said).collect();
        found.sort();
        case.expected.sort();
        assert_eq!(found, case.expected, "{}", case.name);
    }
}

#[test]
fn every_fault_says_in_both_languages_what_it_is() {
    let faults = ReasonCode::ALL.iter().filter(|&&code| code >= ReasonCode::ResidenceConflict);
    for &code in faults {
        let kind = FindingKind::from(code);
        assert_eq!(kind.code(), code.as_str());
        assert_ne!(kind.to_string(), "a fault", "{code}");
        assert_ne!(kind.dutch(), "een fout", "{code}");
    }
}

#[test]
fn the_kinds_without_effect() {
    let kinds = [
        FindingKind::EmptySpell,
        FindingKind::DossierWithoutDate,
        FindingKind::UndatedContractMunicipality,
        FindingKind::RegistrationMissing,
        FindingKind::IdenticalRows,
        FindingKind::DeathsDiffer,
        FindingKind::ReplacementDaysDiffer,
        FindingKind::ReplacedByItself,
    ];
    let text: Vec<String> = kinds.iter().map(|kind| format!("{}: {kind} / {}", kind.code(), kind.dutch())).collect();
    insta::assert_snapshot!(text.join("\n"), @r#"
    empty_spell: the spell ends on or before its start and covers no day / de woonperiode eindigt op of vóór haar begin en telt voor geen enkele dag
    dossier_without_date: the dossier has no date and counts for nothing / het dossier heeft geen enkele datum en telt niet mee
    undated_contract_municipality: the contract's municipality has no date of contract and counts for nothing / de contractgemeente heeft geen contractdatum en telt niet mee
    registration_missing: the registration date is missing / de aanmeldingsdatum ontbreekt
    identical_rows: the rows say the same and count once / de rijen zeggen hetzelfde en tellen één keer
    deaths_differ: the days of death differ; the earliest counts / er zijn verschillende overlijdensdata; de vroegste telt
    replacement_days_differ: one replacement stands on different days; the earliest counts / dezelfde vervanging staat er op verschillende dagen; de vroegste telt
    replaced_by_itself: a number was replaced by itself, which is no replacement / een nummer is door zichzelf vervangen; dat is geen vervanging
    "#);
}
