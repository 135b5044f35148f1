//! How many persons came onto a list, left it or changed, as a table.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{Date32Builder, StringBuilder, UInt64Builder};
use arrow_schema::{DataType, Field, Schema};
use chrono::NaiveDate;
use inburgering::{ChangeCount, ChangeCounts, ChangeKind, ChangeReason, Municipality};

use crate::Batches;
use crate::batches::{Columns, append_text};

/// The counts of the changes between two lists, in the order of [`ChangeCounts::all`].
///
/// | column | type | |
/// |---|---|---|
/// | `municipality` | text | the code of the municipality |
/// | `since` | `Date32` | the day that is compared with |
/// | `on` | `Date32` | the day that is compared |
/// | `kind` | text | `came`, `left` or `changed`; null for the total of all |
/// | `counted` | text | `all_reasons` for a total; `reason`; `other_reasons` for who had one of those without a row |
/// | `reason` | text | the reason, where it is one |
/// | `count` | `UInt64` | how many persons; **null where it is suppressed**: then it is a total, and not zero |
///
/// A reason has a row only if it is told. Where none of a kind is told, the kind has its total only.
///
/// ```
/// use arrow_array::{cast::AsArray, types::UInt64Type};
/// use chrono::NaiveDate;
/// use inburgering::{Caseload, DossierText, ListRules, Threshold, UnreadableRows};
/// use inburgering_arrow::change_counts;
///
/// let mut rows = Caseload::builder();
/// rows.read_dossier(0, &DossierText { dossier: "D-1", insz: "85.07.30-901.33", registered_on: "2025-02-03", ..Default::default() });
/// let caseload = rows.build(UnreadableRows::Refused)?;
/// let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
/// let changes = caseload.changes("44021".parse()?, day(2025), day(2026), ListRules::default())?;
///
/// // Nobody came to Gent or left it: the total and those of the kinds are zero, and no reason is told.
/// let table = change_counts(&changes.counts(Threshold::default()));
/// let counts = table.batches()[0]["count"].as_primitive::<UInt64Type>();
/// assert_eq!(counts.values(), &[0, 0, 0, 0]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn change_counts(counts: &ChangeCounts) -> Batches {
    let days = [counts.since(), counts.on()];
    Batches::of::<Rows>(counts.all().iter().map(|&count| (counts.municipality(), days, count)))
}

#[derive(Default)]
struct Rows {
    municipality: StringBuilder,
    since: Date32Builder,
    on: Date32Builder,
    kind: StringBuilder,
    counted: StringBuilder,
    reason: StringBuilder,
    count: UInt64Builder,
}

impl Columns for Rows {
    type Row = (Municipality, [NaiveDate; 2], ChangeCount);

    fn schema() -> Schema {
        Schema::new(vec![
            Field::new("municipality", DataType::Utf8, false),
            Field::new("since", DataType::Date32, false),
            Field::new("on", DataType::Date32, false),
            Field::new("kind", DataType::Utf8, true),
            Field::new("counted", DataType::Utf8, false),
            Field::new("reason", DataType::Utf8, true),
            Field::new("count", DataType::UInt64, true),
        ])
    }

    fn push(&mut self, (municipality, [since, on], count): Self::Row) {
        append_text(&mut self.municipality, municipality.code());
        self.since.append_value(since.to_epoch_days());
        self.on.append_value(on.to_epoch_days());
        self.kind.append_option(count.kind.map(ChangeKind::as_str));
        self.counted.append_value(count.counted.as_str());
        self.reason.append_option(count.counted.reason().map(ChangeReason::as_str));
        self.count.append_option(count.count.published());
    }

    fn finish(&mut self) -> Vec<ArrayRef> {
        vec![
            Arc::new(self.municipality.finish()),
            Arc::new(self.since.finish()),
            Arc::new(self.on.finish()),
            Arc::new(self.kind.finish()),
            Arc::new(self.counted.finish()),
            Arc::new(self.reason.finish()),
            Arc::new(self.count.finish()),
        ]
    }
}
