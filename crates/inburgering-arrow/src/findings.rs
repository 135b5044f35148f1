//! The findings, as a table.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{StringBuilder, UInt32Builder};
use arrow_schema::{DataType, Field, Schema};
use inburgering::{Finding, FindingKind, RowRef};

use crate::Batches;
use crate::batches::Columns;

/// The findings, a row for each input row that one concerns.
///
/// | column | type | |
/// |---|---|---|
/// | `finding` | `UInt32` | the position of the finding, from 0: its rows have the same |
/// | `kind` | text | the code of its kind |
/// | `table` | text | `dossiers`, `residences`, `deaths` or `replacements` |
/// | `row` | `UInt32` | the number of the row in that table |
///
/// ```
/// use arrow_array::cast::AsArray;
/// use arrow_array::types::UInt32Type;
/// use inburgering::{Caseload, DossierText, UnreadableRows};
/// use inburgering_arrow::findings;
///
/// // Which rows are to be looked at?
/// let mut rows = Caseload::builder();
/// rows.read_dossier(7, &DossierText { dossier: "D-1", insz: "85.07.30-901.33", ..Default::default() });
/// let caseload = rows.build(UnreadableRows::Refused)?;
/// let table = findings(caseload.findings());
/// let batch = &table.batches()[0];
/// assert_eq!(batch["kind"].as_string::<i32>().value(0), "dossier_without_date");
/// assert_eq!(batch["row"].as_primitive::<UInt32Type>().value(0), 7);
/// # Ok::<(), inburgering::CaseloadError>(())
/// ```
pub fn findings(findings: &[Finding]) -> Batches {
    let rows = (0..).zip(findings).flat_map(|(position, finding)| {
        finding.rows.iter().map(move |&row| FindingRow { position, kind: finding.kind, row })
    });
    Batches::of::<Findings>(rows)
}

/// A row that a finding concerns.
struct FindingRow {
    position: u32,
    kind: FindingKind,
    row: RowRef,
}

#[derive(Default)]
struct Findings {
    finding: UInt32Builder,
    kind: StringBuilder,
    table: StringBuilder,
    row: UInt32Builder,
}

impl Columns for Findings {
    type Row = FindingRow;

    fn schema() -> Schema {
        Schema::new(vec![
            Field::new("finding", DataType::UInt32, false),
            Field::new("kind", DataType::Utf8, false),
            Field::new("table", DataType::Utf8, false),
            Field::new("row", DataType::UInt32, false),
        ])
    }

    fn push(&mut self, FindingRow { position, kind, row }: FindingRow) {
        self.finding.append_value(position);
        self.kind.append_value(kind.code());
        self.table.append_value(row.table.as_str());
        self.row.append_value(row.row);
    }

    fn finish(&mut self) -> Vec<ArrayRef> {
        vec![
            Arc::new(self.finding.finish()),
            Arc::new(self.kind.finish()),
            Arc::new(self.table.finish()),
            Arc::new(self.row.finish()),
        ]
    }
}
