//! The disclosed list, as a table.

use arrow_array::ArrayRef;
use arrow_schema::{DataType, Field, Schema};
use inburgering::{DisclosureList, DisclosureRow, Use};

use crate::Batches;
use crate::batches::Columns;
use crate::column::{Dotted, FlagColumn};

/// The list that is disclosed to a municipality: its three fields and nothing else, ascending by number.
///
/// The columns are `insz` (text, as `YY.MM.DD-SSS.CC`), `contract_signed` and `attest_obtained` (booleans); none is null.
///
/// ```
/// use inburgering::Delivery;
///
/// /// How many rows does the town hall get?
/// fn rows(delivery: &Delivery) -> usize {
///     inburgering_arrow::list(&delivery.list).num_rows()
/// }
/// ```
pub fn list(list: &DisclosureList) -> Batches {
    Batches::of::<List>(list.rows().iter().copied())
}

/// The rows of the list that a use calls for, in the columns of [`list`].
///
/// ```
/// use inburgering::{Delivery, Use};
///
/// /// How many persons may be asked to the ceremony?
/// fn guests(delivery: &Delivery) -> usize {
///     inburgering_arrow::selection(&delivery.list, Use::Ceremony).num_rows()
/// }
/// ```
pub fn selection(list: &DisclosureList, purpose: Use) -> Batches {
    Batches::of::<List>(list.select(purpose).copied())
}

#[derive(Default)]
struct List {
    insz: Dotted,
    contract_signed: FlagColumn,
    attest_obtained: FlagColumn,
}

impl Columns for List {
    type Row = DisclosureRow;

    fn schema() -> Schema {
        Schema::new(vec![
            Field::new("insz", DataType::Utf8, false),
            Field::new("contract_signed", DataType::Boolean, false),
            Field::new("attest_obtained", DataType::Boolean, false),
        ])
    }

    fn push(&mut self, row: DisclosureRow) {
        self.insz.push_number(row.insz());
        self.contract_signed.push(row.contract_signed());
        self.attest_obtained.push(row.attest_obtained());
    }

    fn finish(&mut self) -> Vec<ArrayRef> {
        vec![self.insz.finish(), self.contract_signed.finish(), self.attest_obtained.finish()]
    }
}
