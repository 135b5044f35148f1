//! Tests of `disclosure`.
