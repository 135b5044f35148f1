//! The figures, as a table.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{BooleanBuilder, UInt64Builder};
use arrow_schema::{DataType, Field, Schema};
use inburgering::{Cell, Figure};

use crate::Batches;
use crate::area_columns::AreaColumns;
use crate::batches::Columns;

/// The figures (*instroomcijfers*) of a snapshot, in the order of [`Figures::all`](inburgering::Figures::all).
///
/// | column | type | |
/// |---|---|---|
/// | `snapshot` | `Date32` | the day on which the facts were read |
/// | `measure` | text | what is counted: the text of a [`Measure`](inburgering::Measure) |
/// | `year` | `Int32` | the calendar year |
/// | `area` | text | `municipality`, `province`, `flanders`, `outside_flanders` or `unplaced` |
/// | `code` | text | the code of the municipality; null for any other area |
/// | `name` | text | the Dutch name of the municipality or province; null for any other area |
/// | `count` | `UInt64` | how many persons; **null where it is suppressed**, which is never zero |
/// | `suppressed` | `Boolean` | whether the count is suppressed |
///
/// ```
/// use arrow_array::{Array, cast::AsArray, types::UInt64Type};
/// use chrono::NaiveDate;
/// use inburgering::{Caseload, DossierText, ResidenceText, Threshold, UnreadableRows};
/// use inburgering_arrow::figures;
///
/// let mut rows = Caseload::builder();
/// let insz = "85.07.30-901.33";
/// rows.read_dossier(0, &DossierText { dossier: "D-1", insz, registered_on: "2025-02-03", ..Default::default() });
/// rows.read_residence(0, &ResidenceText { insz, municipality: "44021", ..Default::default() });
/// let caseload = rows.build(UnreadableRows::Refused)?;
/// let snapshot = NaiveDate::from_ymd_opt(2025, 12, 31).unwrap();
///
/// // One registration, one active dossier: too few to be told in Gent, its province and Flanders.
/// let table = figures(&caseload.figures(snapshot, Threshold::default())?);
/// let counts = table.batches()[0]["count"].as_primitive::<UInt64Type>();
/// assert_eq!(counts.null_count(), 2 * 3);
/// assert!(counts.iter().flatten().all(|count| count == 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn figures(figures: &inburgering::Figures) -> Batches {
    Batches::of::<Figures>(figures.all().iter().copied())
}

#[derive(Default)]
struct Figures {
    of: AreaColumns,
    count: UInt64Builder,
    suppressed: BooleanBuilder,
}

impl Columns for Figures {
    type Row = Figure;

    fn schema() -> Schema {
        Schema::new(AreaColumns::fields_and([
            Field::new("count", DataType::UInt64, true),
            Field::new("suppressed", DataType::Boolean, false),
        ]))
    }

    fn push(&mut self, figure: Figure) {
        self.of.push(figure.snapshot, figure.measure, figure.year, figure.area);
        self.count.append_option(figure.count.published());
        self.suppressed.append_value(figure.count == Cell::Suppressed);
    }

    fn finish(&mut self) -> Vec<ArrayRef> {
        self.of.finish_and([Arc::new(self.count.finish()) as ArrayRef, Arc::new(self.suppressed.finish())])
    }
}
