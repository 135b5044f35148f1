//! Tests of `caseload`.
