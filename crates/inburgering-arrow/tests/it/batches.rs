//! Tables as they come and go.

use inburgering_arrow::Batches;

use crate::tables::{NUMBER, deaths};

#[test]
fn a_table_is_its_schema_and_its_batches() {
    let one = deaths(&[[NUMBER, "2025-03-01"]]);
    let batch = one.batches()[0].clone();
    let table = Batches::new(one.schema().clone(), vec![batch.clone(), batch.slice(0, 0), batch.clone()]);
    assert_eq!((table.num_rows(), table.batches().len()), (2, 3));
    assert_eq!(Batches::from(batch.clone()), one);
    let (schema, batches) = one.into_parts();
    assert_eq!((schema, batches), (batch.schema(), vec![batch]));
}
