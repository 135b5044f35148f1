//! What is to be noted about the rows of a caseload: faults, and rows without effect.

use inburgering::UnreadableRows;
use serde::{Deserialize, Serialize};

use super::placement::drawn;
use super::tables::Tables;
use super::{Golden, Kind, Seeded, Unanswerable, golden};

/// The findings of a caseload.
#[derive(Debug)]
pub enum Findings {}

/// The tables.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The tables.
    pub tables: Tables,
}

/// What is to be noted about one or more rows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// The stable code of its kind.
    pub kind: String,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The table.
    pub table: String,
    /// Which of its rows, from 0.
    pub row: u32,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    citation: String,
    #[serde(flatten)]
    tables: Tables,
}

impl Kind for Findings {
    const NAME: &'static str = "findings";
    type Question = Question;
    type Answer = Vec<Finding>;

    fn golden() -> Result<Vec<Golden<Question>>, toml::de::Error> {
        let cases = golden::<Case>(include_str!("../../../crates/inburgering/tests/golden/findings.toml"))?;
        let case = |Case { name, citation, tables }| Golden { name, citation, question: Question { tables } };
        Ok(cases.into_iter().map(case).collect())
    }

    fn generated(Seeded(chance): &mut Seeded) -> Vec<Question> {
        (0..200).filter_map(|_| drawn(chance, 1)).map(|(tables, _)| Question { tables }).collect()
    }

    fn answer(question: &Question) -> Result<Vec<Finding>, Unanswerable> {
        let caseload = question.tables.caseload(UnreadableRows::Refused)?;
        let said = |finding: &inburgering::Finding| Finding {
            kind: finding.kind.code().into(),
            rows: finding.rows.iter().map(|of| Row { table: of.table.to_string(), row: of.row }).collect(),
        };
        let mut findings: Vec<Finding> = caseload.findings().iter().map(said).collect();
        findings.sort();
        Ok(findings)
    }
}
