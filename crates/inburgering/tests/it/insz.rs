//! Tests of `insz`.
