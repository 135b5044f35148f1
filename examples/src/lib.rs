//! What the example programs share.

pub mod arguments;
mod chance;
pub mod exchange;
pub mod extract;
mod json;
pub mod key;
pub mod ledger;
pub mod problem;
pub mod recall;
mod report;
pub mod staged;
pub mod stopwatch;
pub mod synthetic;
pub mod vectors;

/// The examples of the README, which run as tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
