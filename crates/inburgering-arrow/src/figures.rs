//! The inflow figures, as a table.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{Date32Builder, Int32Builder, StringBuilder, UInt64Builder};
use arrow_schema::{DataType, Field, Schema};
use inburgering::{Area, Cell, Figure};

use crate::Batches;
use crate::batches::{Columns, append_text};

/// The inflow figures (*instroomcijfers*) of a snapshot, in the order of [`Figures::all`](inburgering::Figures::all).
///
/// | column | type | |
/// |---|---|---|
/// | `snapshot` | `Date32` | the day on which the facts were read |
/// | `kind` | text | `registrations`, `contracts` or `attests` |
/// | `year` | `Int32` | the calendar year of the facts |
/// | `area` | text | `municipality`, `province`, `flanders`, `outside_flanders` or `unplaced` |
/// | `code` | text | the code of the municipality; null for any other area |
/// | `name` | text | the Dutch name of the municipality or province; null for any other area |
/// | `count` | `UInt64` | how many persons; **null where it is suppressed**, which is never zero |
///
/// ```
/// use arrow_array::{Array, cast::AsArray, types::UInt64Type};
/// use chrono::NaiveDate;
/// use inburgering::{Caseload, DossierText, Threshold, UnreadableRows};
/// use inburgering_arrow::figures;
///
/// let mut rows = Caseload::builder();
/// rows.read_dossier(0, &DossierText { dossier: "D-1", insz: "85.07.30-901.33", registered_on: "2025-02-03", ..Default::default() });
/// let caseload = rows.build(UnreadableRows::Refused)?;
/// let snapshot = NaiveDate::from_ymd_opt(2025, 12, 31).unwrap();
///
/// // One registration of somebody without a residence: unplaced, and too few to be told.
/// let table = figures(&caseload.figures(snapshot, Threshold::default())?);
/// let counts = table.batches()[0]["count"].as_primitive::<UInt64Type>();
/// assert_eq!(counts.null_count(), 1);
/// assert!(counts.iter().flatten().all(|count| count == 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn figures(figures: &inburgering::Figures) -> Batches {
    Batches::of::<Figures>(figures.all().iter().copied())
}

#[derive(Default)]
struct Figures {
    snapshot: Date32Builder,
    kind: StringBuilder,
    year: Int32Builder,
    area: StringBuilder,
    code: StringBuilder,
    name: StringBuilder,
    count: UInt64Builder,
}

impl Columns for Figures {
    type Row = Figure;

    fn schema() -> Schema {
        Schema::new(vec![
            Field::new("snapshot", DataType::Date32, false),
            Field::new("kind", DataType::Utf8, false),
            Field::new("year", DataType::Int32, false),
            Field::new("area", DataType::Utf8, false),
            Field::new("code", DataType::Utf8, true),
            Field::new("name", DataType::Utf8, true),
            Field::new("count", DataType::UInt64, true),
        ])
    }

    fn push(&mut self, figure: Figure) {
        self.snapshot.append_value(figure.snapshot.to_epoch_days());
        self.kind.append_value(figure.kind.as_str());
        self.year.append_value(figure.year);
        self.area.append_value(figure.area.kind());
        match figure.area {
            Area::Municipality(municipality) => append_text(&mut self.code, municipality.code()),
            _ => self.code.append_null(),
        }
        self.name.append_option(match figure.area {
            Area::Municipality(municipality) => Some(municipality.name()),
            Area::Province(province) => Some(province.name()),
            _ => None,
        });
        self.count.append_option(match figure.count {
            Cell::Published(count) => Some(count),
            Cell::Suppressed => None,
        });
    }

    fn finish(&mut self) -> Vec<ArrayRef> {
        vec![
            Arc::new(self.snapshot.finish()),
            Arc::new(self.kind.finish()),
            Arc::new(self.year.finish()),
            Arc::new(self.area.finish()),
            Arc::new(self.code.finish()),
            Arc::new(self.name.finish()),
            Arc::new(self.count.finish()),
        ]
    }
}
