//! Tests of `eligibility`.
