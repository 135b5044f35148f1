//! What the example programs share.

pub mod staged;
pub mod synthetic;
