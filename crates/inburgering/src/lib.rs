//! How Flemish municipalities obtain personal data of civic-integration participants (*inburgeraars*) from the
//! Agentschap Integratie en Inburgering (AgII), as dated, explained and tested rules.
//!
//! The data's way through the modules; each row builds on those above it:
//!
//! | what | modules |
//! |---|---|
//! | sources and words | [`citation`], [`language`], [`horizon`], [`period`], [`months`] |
//! | number, municipality, calendar | [`insz`], [`municipality`], [`calendar`], [`deadline`] |
//! | facts | [`dossier`], [`residence`], [`replacement`], [`person`], [`reading`], [`finding`] |
//! | protocol and request | [`purpose`], [`protocol`], [`register`], [`request`], [`history`], [`assessment`] |
//! | who is on the list | [`reason`], [`eligibility`], [`timeline`], [`caseload`], [`lists`], [`placed`], [`explanation`] |
//! | what leaves the agency | [`disclosure`], [`figures`], [`changes`], [`suppression`], [`quartiles`] |
//!
//! [`Person::answer`] is the specification of who is on whose list: six rules in their order, each with its words. A
//! [`Caseload`] gives the same answers for many persons at once.
//!
//! There is no clock, no I/O and no `unsafe`: the day of judgment is an argument. The library answers from 1995-01-01 to
//! 2099-12-31 (the [`horizon`]); outside it, a typed error. A refusal, or that something cannot be determined, is an
//! answer with all its reasons; errors are for callers' mistakes. No register number is in any `Debug`, error or receipt.
//!
//! # Features
//!
//! * `serde`: every value type, checked on the way in; what only a rule may make (an [`Answer`], a [`DisclosureList`]) is
//!   written and never read.
//! * `time`: conversions from and to `time::Date` (module `civil`).

pub mod assessment;
pub mod attest_regime;
pub mod brussels;
pub mod calendar;
pub mod caseload;
pub mod changes;
mod checked_text;
mod circle;
pub mod citation;
#[cfg(feature = "time")]
pub mod civil;
pub mod deadline;
pub mod disclosure;
pub mod dossier;
pub mod eligibility;
pub mod explanation;
pub mod fact;
pub mod figures;
pub mod finding;
pub mod history;
pub mod horizon;
pub mod insz;
pub mod language;
pub mod legal_basis;
mod listing;
pub mod lists;
pub mod months;
pub mod municipality;
pub mod notice;
pub mod opaque;
pub mod period;
pub mod person;
pub mod placed;
pub mod protocol;
pub mod purpose;
pub mod quartiles;
pub mod reading;
pub mod reason;
pub mod refusal;
pub mod register;
pub mod replacement;
pub mod request;
pub mod residence;
#[cfg(feature = "serde")]
mod serde_text;
pub mod suppression;
pub mod threads;
pub mod timeline;
pub mod year;

pub use assessment::{
    Assessment, AssessmentError, AssessmentOptions, AssessmentOutcome, Awaited, DeliveryError, InheritedProtocol,
    Occasion,
};
pub use attest_regime::{AttestRegime, JudgedBy};
pub use brussels::Brussels;
pub use calendar::{Calendar, CalendarError, ClosedDay, Closure, Holiday, HolidayKind, WorkingDays};
pub use caseload::{
    Caseload, CaseloadBuilder, CaseloadError, EligiblePeriod, OneDay, OutsideHorizon, UnknownPersonError,
    UnreadableRows,
};
pub use changes::counts::{ChangeCount, ChangeCounts, Counted};
pub use changes::paper::ChangesPaper;
pub use changes::reason::{ChangeKind, ChangeReason};
pub use changes::{Change, Changes};
pub use citation::{Authority, Citation};
pub use deadline::{Deadline, DeadlineStatus};
pub use disclosure::cover_note::{ClosedRows, CoverNote};
pub use disclosure::delivery::{DeliverError, Delivery, Records, deliver};
pub use disclosure::digest::{Digest, DigestError, DigestKey, DigestKeyError, KeyId};
pub use disclosure::handover::Handover;
pub use disclosure::held_list::{HeldList, recall, recall_receipt};
pub use disclosure::list::{DisclosureList, DisclosureRow, Use};
pub use disclosure::recall::{AgencyPaper, Correction, CorrectionKind, Recall, RecallError};
pub use disclosure::recall_notice::{RecallNotice, RecallNoticeError, Renumbering, Withheld};
pub use disclosure::receipt::{Digests, RULES_VERSION, Receipt, ReceiptCounts, ReceiptOptions, Versions};
pub use disclosure::version::{DayVersion, LibraryVersion, TableVersion, VersionError};
pub use dossier::{Dossier, DossierFacts, DossierNumber, EmptyDossierNumber, KnownDossier};
pub use eligibility::{Answer, Basis, ClosedRule, Flags, ListRules, Outcome};
pub use explanation::Explanation;
pub use fact::Fact;
pub use figures::{Area, Days, Duration, Figure, Figures, FiguresError, Measure};
pub use finding::{Finding, FindingKind, InputTable, RowRef};
pub use history::{History, HistoryError, RequestRecord, RequestState, RequestStep};
pub use insz::{Birth, BirthAgreement, Century, CompactInsz, DottedInsz, Insz, InszError, InszKind, Sex};
pub use language::Language;
pub use legal_basis::LegalBasis;
pub use lists::{Listed, Lists};
pub use months::{Months, MonthsError};
pub use municipality::{
    Municipality, MunicipalityError, NisCode, Province, Region, TABLE_ATTRIBUTION, TABLE_DATE, TABLE_VERSION,
};
pub use notice::{Notice, NoticeCode};
pub use opaque::{OpaqueTextError, Operator, ProtocolId, RequestId, Requester};
pub use period::Period;
pub use person::{Person, Readable};
pub use placed::{Counts, Placed, PlacedPerson};
pub use protocol::{
    Party, Protocol, ProtocolDuration, ProtocolError, ProtocolKind, ProtocolStage, ProtocolStep, ProtocolTerms,
    Retention,
};
pub use purpose::{Purpose, PurposeError, Purposes};
pub use quartiles::{Quartiles, QuartilesError};
pub use reading::{CellFault, DeathText, DossierText, Problem, ReplacementText, ResidenceText, Unreadable};
pub use reason::{Reason, ReasonCode, ReasonSet};
pub use refusal::{EarlierRequest, Refusal, RefusalCode};
pub use register::{Register, RegisterError, Standing};
pub use replacement::{NumberChain, Numbers, Replacement};
pub use request::{Door, Request, RequestError};
pub use residence::Spell;
pub use suppression::{Cell, SuppressedTree, SuppressionError, Threshold, suppress};
pub use threads::Threads;
pub use timeline::{Timeline, TimelinePeriod};
pub use year::YearRule;
