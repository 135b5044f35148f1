//! The days from registration to contract and to attest, as a table.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{BooleanBuilder, Int64Builder};
use arrow_schema::{DataType, Field, Schema};
use inburgering::{Days, Duration, Quartiles};

use crate::Batches;
use crate::area_columns::AreaColumns;
use crate::batches::Columns;

/// The days from registration to contract and to attest (*doorlooptijden*) in a snapshot, in the order of
/// [`Figures::durations`](inburgering::Figures::durations).
///
/// | column | type | |
/// |---|---|---|
/// | `snapshot` | `Date32` | the day on which the facts were read |
/// | `measure` | text | what was reached: `contracts` or `attests` |
/// | `year` | `Int32` | the year in which it was reached |
/// | `area` | text | `municipality`, `province` or `flanders` |
/// | `code` | text | the code of the municipality; null for any other area |
/// | `name` | text | the Dutch name of the municipality or province; null for Flanders |
/// | `first_quartile`, `median`, `third_quartile` | `Int64` | in days; **null where they are not given** |
/// | `suppressed` | `Boolean` | whether they are not given because the count beside them is suppressed; else, where they are null, there are fewer than twenty persons |
pub fn durations(figures: &inburgering::Figures) -> Batches {
    Batches::of::<Durations>(figures.durations().iter().copied())
}

#[derive(Default)]
struct Durations {
    of: AreaColumns,
    first_quartile: Int64Builder,
    median: Int64Builder,
    third_quartile: Int64Builder,
    suppressed: BooleanBuilder,
}

impl Columns for Durations {
    type Row = Duration;

    fn schema() -> Schema {
        Schema::new(AreaColumns::fields_and([
            Field::new("first_quartile", DataType::Int64, true),
            Field::new("median", DataType::Int64, true),
            Field::new("third_quartile", DataType::Int64, true),
            Field::new("suppressed", DataType::Boolean, false),
        ]))
    }

    fn push(&mut self, duration: Duration) {
        self.of.push(duration.snapshot, duration.measure, duration.year, duration.area);
        let quartiles = duration.days.published();
        self.first_quartile.append_option(quartiles.map(Quartiles::first));
        self.median.append_option(quartiles.map(Quartiles::median));
        self.third_quartile.append_option(quartiles.map(Quartiles::third));
        self.suppressed.append_value(duration.days == Days::Suppressed);
    }

    fn finish(&mut self) -> Vec<ArrayRef> {
        self.of.finish_and([
            Arc::new(self.first_quartile.finish()) as ArrayRef,
            Arc::new(self.median.finish()),
            Arc::new(self.third_quartile.finish()),
            Arc::new(self.suppressed.finish()),
        ])
    }
}
