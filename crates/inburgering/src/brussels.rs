//! stub
/// Whether Brussels municipalities may ask and be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Brussels {
    /// refused
    #[default]
    Refused,
    /// allowed
    Allowed,
}
