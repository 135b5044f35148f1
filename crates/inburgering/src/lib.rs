//! How Flemish municipalities obtain personal data of civic-integration participants (*inburgeraars*).
//!
//! (Overview to follow.)

pub mod calendar;
pub mod citation;
#[cfg(feature = "time")]
pub mod civil;
pub mod deadline;
pub mod horizon;
pub mod insz;
pub mod language;
pub mod municipality;
pub mod period;
pub mod quartiles;
#[cfg(feature = "serde")]
mod serde_text;
pub mod suppression;

pub use calendar::{Calendar, CalendarError, ClosedDay, Closure, Holiday, HolidayKind, WorkingDays};
pub use citation::{Authority, Citation};
pub use deadline::{Deadline, DeadlineStatus};
pub use insz::{Insz, InszError};
pub use language::Language;
pub use municipality::{Municipality, MunicipalityError, NisCode, Province, Region};
pub use period::Period;
pub use quartiles::{Quartiles, QuartilesError};
pub use suppression::{Cell, SuppressedTree, SuppressionError, Threshold, suppress};
