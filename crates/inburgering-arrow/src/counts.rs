//! The counts of answers and reasons, as a table.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{StringBuilder, UInt64Builder};
use arrow_schema::{DataType, Field, Schema};

use crate::Batches;
use crate::batches::Columns;

/// How many persons have which answer, and for which reasons.
///
/// The columns are `kind` (text: `answer` or `reason`), `code` (text) and `persons` (`UInt64`). The three answers always
/// stand there, then each reason that occurs, in the order of the catalogue. A person whose answer has several reasons
/// counts under each of them.
///
/// ```
/// use arrow_array::cast::AsArray;
/// use arrow_array::types::UInt64Type;
/// use inburgering::Counts;
/// use inburgering_arrow::counts;
///
/// // Nobody at all: three answers of nobody.
/// let table = counts(&Counts::default());
/// assert_eq!(table.batches()[0]["persons"].as_primitive::<UInt64Type>().values(), &[0, 0, 0]);
/// ```
pub fn counts(counts: &inburgering::Counts) -> Batches {
    let answers =
        [("eligible", counts.eligible), ("not_eligible", counts.not_eligible), ("undetermined", counts.undetermined)];
    let answers = answers.map(|(code, persons)| Count { kind: "answer", code, persons });
    let reasons = counts.by_reason.iter();
    let reasons = reasons.map(|(code, &persons)| Count { kind: "reason", code: code.as_str(), persons });
    Batches::of::<Counts>(answers.into_iter().chain(reasons))
}

struct Count {
    kind: &'static str,
    code: &'static str,
    persons: usize,
}

#[derive(Default)]
struct Counts {
    kind: StringBuilder,
    code: StringBuilder,
    persons: UInt64Builder,
}

impl Columns for Counts {
    type Row = Count;

    fn schema() -> Schema {
        Schema::new(vec![
            Field::new("kind", DataType::Utf8, false),
            Field::new("code", DataType::Utf8, false),
            Field::new("persons", DataType::UInt64, false),
        ])
    }

    fn push(&mut self, Count { kind, code, persons }: Count) {
        self.kind.append_value(kind);
        self.code.append_value(code);
        self.persons.append_value(persons as u64);
    }

    fn finish(&mut self) -> Vec<ArrayRef> {
        vec![Arc::new(self.kind.finish()), Arc::new(self.code.finish()), Arc::new(self.persons.finish())]
    }
}
