//! Tests of `municipality`.
