//! What leaves the agency, and what the agency keeps of it.

pub(crate) mod cover_note;
pub(crate) mod delivery;
pub(crate) mod digest;
pub(crate) mod list;
pub(crate) mod recall;
pub(crate) mod recall_notice;
pub(crate) mod receipt;
