//! The peers of the benchmarks: each does the same job the plain way, and is compared before anything is timed.

pub mod one_by_one;
pub mod plain_columns;
pub mod plain_number;
pub mod plain_walk;
