//! Disclosure (*mededeling*): what leaves the agency, and what the agency keeps of it.

pub mod cover_note;
pub mod delivery;
pub mod digest;
pub mod handover;
pub mod held_list;
pub mod list;
pub mod recall;
pub mod recall_notice;
pub mod receipt;
pub mod version;
