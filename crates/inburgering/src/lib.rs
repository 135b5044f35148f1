//! How Flemish municipalities obtain personal data of civic-integration participants (*inburgeraars*).
//!
//! (Overview to follow.)

pub mod assessment;
pub mod attest_regime;
pub mod brussels;
pub mod calendar;
pub mod citation;
#[cfg(feature = "time")]
pub mod civil;
pub mod deadline;
pub mod history;
pub mod horizon;
pub mod insz;
pub mod language;
pub mod legal_basis;
mod listing;
pub mod months;
pub mod municipality;
pub mod notice;
pub mod opaque;
pub mod period;
pub mod protocol;
pub mod purpose;
pub mod quartiles;
pub mod refusal;
pub mod register;
pub mod request;
#[cfg(feature = "serde")]
mod serde_text;
pub mod suppression;
pub mod year;

pub use assessment::{
    Assessment, AssessmentError, AssessmentOptions, AssessmentOutcome, Awaited, DeliveryError, InheritedProtocol,
    Occasion,
};
pub use attest_regime::{AttestRegime, JudgedBy};
pub use brussels::Brussels;
pub use calendar::{Calendar, CalendarError, ClosedDay, Closure, Holiday, HolidayKind, WorkingDays};
pub use citation::{Authority, Citation};
pub use deadline::{Deadline, DeadlineStatus};
pub use history::{History, HistoryError, RequestRecord, RequestState, RequestStep};
pub use insz::{Insz, InszError};
pub use language::Language;
pub use legal_basis::LegalBasis;
pub use months::{Months, MonthsError};
pub use municipality::{Municipality, MunicipalityError, NisCode, Province, Region};
pub use notice::{Notice, NoticeCode};
pub use opaque::{OpaqueTextError, Operator, ProtocolId, RequestId, Requester};
pub use period::Period;
pub use protocol::{
    Party, Protocol, ProtocolDuration, ProtocolError, ProtocolKind, ProtocolStage, ProtocolStep, ProtocolTerms,
    Retention,
};
pub use purpose::{Purpose, PurposeError, Purposes};
pub use quartiles::{Quartiles, QuartilesError};
pub use refusal::{EarlierRequest, Refusal, RefusalCode};
pub use register::{Register, RegisterError, Standing};
pub use request::{Door, Request, RequestError};
pub use suppression::{Cell, SuppressedTree, SuppressionError, Threshold, suppress};
pub use year::YearRule;
