//! A table in Arrow form.

use core::fmt;
use core::fmt::{Display, Write};
use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{Schema, SchemaRef};
use inburgering::threads::each_on_a_thread;

/// The most rows that a batch of an answer has, so that the text of a column stays within its 32-bit offsets.
pub const BATCH_ROWS: usize = 1_000_000;

/// A table as it came: a schema and its batches.
///
/// `Debug` shows how many columns and rows there are, never a heading or a value.
///
/// ```
/// use std::sync::Arc;
///
/// use arrow_array::{ArrayRef, RecordBatch, StringArray};
/// use inburgering_arrow::Batches;
///
/// let insz: ArrayRef = Arc::new(StringArray::from(vec!["85.07.30-901.33"]));
/// let deaths = Batches::from(RecordBatch::try_from_iter([("insz", insz)])?);
/// assert_eq!(format!("{deaths:?}"), "Batches { columns: 1, rows: 1, .. }");
/// # Ok::<(), arrow_schema::ArrowError>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct Batches {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl Batches {
    /// The table of these batches; the schema tells the columns where there is no batch.
    ///
    /// A batch of another schema than the table's is read by its own.
    pub const fn new(schema: SchemaRef, batches: Vec<RecordBatch>) -> Self {
        Self { schema, batches }
    }

    /// How many rows the batches have together.
    pub fn num_rows(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).fold(0, usize::saturating_add)
    }

    /// The schema.
    pub const fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    /// The batches.
    pub fn batches(&self) -> &[RecordBatch] {
        &self.batches
    }

    /// The schema and the batches, for whoever hands them on.
    pub fn into_parts(self) -> (SchemaRef, Vec<RecordBatch>) {
        (self.schema, self.batches)
    }

    /// Each schema that the table has, once: its own, then that of any batch that differs.
    pub(crate) fn schemas(&self) -> Vec<SchemaRef> {
        let mut schemas = vec![Arc::clone(&self.schema)];
        for schema in self.batches.iter().map(RecordBatch::schema) {
            if !schemas.iter().any(|seen| Arc::ptr_eq(seen, &schema) || *seen == schema) {
                schemas.push(schema);
            }
        }
        schemas
    }

    /// The rows as batches of at most [`BATCH_ROWS`]; no batch where there is no row.
    pub(crate) fn of<T: Columns>(rows: impl Iterator<Item = T::Row>) -> Self {
        Self { schema: Arc::new(T::schema()), batches: in_batches_of::<T>(BATCH_ROWS, 0, rows) }
    }

    /// The rows of several parts, one after the other, each part on a thread of its own; the parts tell how many rows they
    /// have at most.
    pub(crate) fn of_parts<T: Columns, I: Iterator<Item = T::Row> + Send>(parts: Vec<(usize, I)>) -> Self {
        let batches = each_on_a_thread(parts, |(most, rows)| in_batches_of::<T>(BATCH_ROWS, most, rows));
        Self { schema: Arc::new(T::schema()), batches: batches.into_iter().flatten().collect() }
    }
}

/// The rows as batches of at most so many, with room for as many as are expected.
fn in_batches_of<T: Columns>(most: usize, expected: usize, rows: impl Iterator<Item = T::Row>) -> Vec<RecordBatch> {
    let schema: SchemaRef = Arc::new(T::schema());
    let mut batches = Vec::new();
    let (mut columns, mut filled, mut left) = (T::with_room(expected.min(most)), 0, expected);
    for row in rows {
        if filled == most {
            batches.push(batch(&schema, columns.finish()));
            left = left.saturating_sub(filled);
            (columns, filled) = (T::with_room(left.min(most)), 0);
        }
        columns.push(row);
        filled += 1;
    }
    if filled > 0 {
        batches.push(batch(&schema, columns.finish()));
    }
    batches
}

#[expect(clippy::expect_used, reason = "the columns of a table are those of its schema, each as long")]
fn batch(schema: &SchemaRef, columns: Vec<ArrayRef>) -> RecordBatch {
    RecordBatch::try_new(Arc::clone(schema), columns).expect("columns as in the schema")
}

impl From<RecordBatch> for Batches {
    fn from(batch: RecordBatch) -> Self {
        Self { schema: batch.schema(), batches: vec![batch] }
    }
}

/// How many columns and rows: a heading may be a value too, where a table without headings was read as one with.
impl fmt::Debug for Batches {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let columns = self.schema.fields().len();
        f.debug_struct("Batches").field("columns", &columns).field("rows", &self.num_rows()).finish_non_exhaustive()
    }
}

/// The columns of a table that is written, filled row by row.
pub(crate) trait Columns: Default {
    /// What a row is made of.
    type Row;

    /// The headings and types.
    fn schema() -> Schema;

    /// Columns without a row, with room for so many.
    fn with_room(_rows: usize) -> Self {
        Self::default()
    }

    /// Adds a row.
    fn push(&mut self, row: Self::Row);

    /// The columns filled since the last time.
    fn finish(&mut self) -> Vec<ArrayRef>;
}

/// Adds a value as the text that it displays.
pub(crate) fn append_text(column: &mut StringBuilder, value: impl Display) {
    // Writing to a column of text cannot fail.
    let _ = write!(column, "{value}");
    column.append_value("");
}

#[cfg(test)]
mod tests {
    use arrow_array::builder::UInt32Builder;
    use arrow_array::cast::AsArray;
    use arrow_array::types::UInt32Type;
    use arrow_schema::{DataType, Field};

    use super::*;

    #[derive(Default)]
    struct Numbers(UInt32Builder);

    impl Columns for Numbers {
        type Row = u32;

        fn schema() -> Schema {
            Schema::new(vec![Field::new("number", DataType::UInt32, false)])
        }

        fn push(&mut self, row: u32) {
            self.0.append_value(row);
        }

        fn finish(&mut self) -> Vec<ArrayRef> {
            vec![Arc::new(self.0.finish())]
        }
    }

    #[test]
    fn a_table_is_cut_into_batches() {
        for (rows, lengths) in [(0, vec![]), (1, vec![1]), (2, vec![2]), (3, vec![2, 1]), (4, vec![2, 2])] {
            let batches = in_batches_of::<Numbers>(2, 0, 0..rows);
            assert_eq!(batches.iter().map(RecordBatch::num_rows).collect::<Vec<_>>(), lengths);
        }
    }

    #[test]
    fn parts_stand_one_after_the_other() {
        let table = Batches::of_parts::<Numbers, _>(vec![(3, 0..3), (0, 0..0), (1, 7..8)]);
        let numbers = table.batches().iter().flat_map(|batch| batch["number"].as_primitive::<UInt32Type>().values());
        assert_eq!(numbers.copied().collect::<Vec<u32>>(), [0, 1, 2, 7]);
    }
}
