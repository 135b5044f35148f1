//! How Flemish municipalities obtain personal data of civic-integration participants (*inburgeraars*).
//!
//! (Overview to follow.)

pub mod brussels;
pub mod calendar;
pub mod caseload;
mod circle;
pub mod citation;
#[cfg(feature = "time")]
pub mod civil;
pub mod deadline;
pub mod dossier;
pub mod eligibility;
pub mod explanation;
pub mod fact;
pub mod figures;
pub mod finding;
pub mod horizon;
pub mod insz;
pub mod language;
pub mod municipality;
pub mod period;
pub mod person;
pub mod placed;
pub mod quartiles;
pub mod reading;
pub mod reason;
pub mod replacement;
pub mod residence;
#[cfg(feature = "serde")]
mod serde_text;
pub mod suppression;
pub mod timeline;

pub use brussels::Brussels;
pub use calendar::{Calendar, CalendarError, ClosedDay, Closure, Holiday, HolidayKind, WorkingDays};
pub use caseload::{Caseload, CaseloadBuilder, CaseloadError, OutsideHorizon, UnknownPersonError, UnreadableRows};
pub use citation::{Authority, Citation};
pub use deadline::{Deadline, DeadlineStatus};
pub use dossier::{Dossier, DossierNumber, EmptyDossierNumber, KnownDossier};
pub use eligibility::{Answer, Basis, ClosedRule, Flags, ListRules, Outcome};
pub use explanation::Explanation;
pub use fact::Fact;
pub use figures::{Area, Figure, FigureKind, Figures};
pub use finding::{Finding, FindingKind, RowRef, Table};
pub use insz::{Insz, InszError};
pub use language::Language;
pub use municipality::{Municipality, MunicipalityError, NisCode, Province, Region};
pub use period::Period;
pub use person::{Person, Readable};
pub use placed::{Counts, Listed, Placed, PlacedPerson};
pub use quartiles::{Quartiles, QuartilesError};
pub use reading::{CellFault, DeathText, DossierText, Problem, ReplacementText, ResidenceText, Unreadable};
pub use reason::{Reason, ReasonCode, ReasonSet};
pub use replacement::{NumberChain, Numbers, Replacement};
pub use residence::Spell;
pub use suppression::{Cell, SuppressedTree, SuppressionError, Threshold, suppress};
pub use timeline::{Timeline, TimelinePeriod};
