//! The tests of the crate, through its public API: a file for each source file.
