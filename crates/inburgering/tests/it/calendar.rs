//! Tests of `calendar`.
