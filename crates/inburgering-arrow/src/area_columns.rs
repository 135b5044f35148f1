//! The columns that say of which snapshot, measure, year and area a row is.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{Date32Builder, Int32Builder, StringBuilder};
use arrow_schema::{DataType, Field};
use chrono::NaiveDate;
use inburgering::{Area, Measure};

use crate::batches::append_text;

/// The columns `snapshot`, `measure`, `year`, `area`, `code` and `name`.
#[derive(Default)]
pub(crate) struct AreaColumns {
    snapshot: Date32Builder,
    measure: StringBuilder,
    year: Int32Builder,
    area: StringBuilder,
    code: StringBuilder,
    name: StringBuilder,
}

impl AreaColumns {
    /// These columns, and after them others.
    pub(crate) fn fields_and(others: impl IntoIterator<Item = Field>) -> Vec<Field> {
        let mut fields = vec![
            Field::new("snapshot", DataType::Date32, false),
            Field::new("measure", DataType::Utf8, false),
            Field::new("year", DataType::Int32, false),
            Field::new("area", DataType::Utf8, false),
            Field::new("code", DataType::Utf8, true),
            Field::new("name", DataType::Utf8, true),
        ];
        fields.extend(others);
        fields
    }

    pub(crate) fn push(&mut self, snapshot: NaiveDate, measure: Measure, year: i32, area: Area) {
        self.snapshot.append_value(snapshot.to_epoch_days());
        self.measure.append_value(measure.as_str());
        self.year.append_value(year);
        self.area.append_value(area.kind());
        match area {
            Area::Municipality(municipality) => append_text(&mut self.code, municipality.code()),
            _ => self.code.append_null(),
        }
        self.name.append_option(match area {
            Area::Municipality(municipality) => Some(municipality.name()),
            Area::Province(province) => Some(province.name()),
            _ => None,
        });
    }

    /// These columns, and after them others.
    pub(crate) fn finish_and(&mut self, others: impl IntoIterator<Item = ArrayRef>) -> Vec<ArrayRef> {
        let mut columns: Vec<ArrayRef> = vec![
            Arc::new(self.snapshot.finish()),
            Arc::new(self.measure.finish()),
            Arc::new(self.year.finish()),
            Arc::new(self.area.finish()),
            Arc::new(self.code.finish()),
            Arc::new(self.name.finish()),
        ];
        columns.extend(others);
        columns
    }
}
