//! Tests of `deadline`.
