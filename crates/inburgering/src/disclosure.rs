//! Disclosure (*mededeling*): what leaves the agency, and what the agency keeps of it.

pub mod cover_note;
pub mod delivery;
pub mod digest;
pub mod list;
pub mod recall;
pub mod receipt;
pub mod version;
