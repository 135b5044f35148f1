//! The Python module `inburgering`: convert, call the crate `inburgering`, convert.
//!
//! The files bear the names of the core's files. What is said of a class here is said to Python: the examples are
//! Python's, and its tests run them.

#![allow(
    clippy::trivially_copy_pass_by_ref,
    clippy::needless_pass_by_value,
    clippy::unused_self,
    clippy::doc_markdown,
    clippy::doc_link_with_quotes,
    clippy::wrong_self_convention,
    reason = "methods take what Python hands them, and the docs are Python's"
)]

// What all of them use.
mod columns;
mod convert;
mod errors;
mod habits;
#[cfg(feature = "stubs")]
mod hints;
mod several;
mod table;
mod vocabulary;
mod work;

// Numbers, places, days.
mod attest_regime;
mod calendar;
mod citation;
mod deadline;
mod insz;
mod legal_basis;
mod lists;
mod markup;
mod months;
mod municipality;
mod period;
mod quantity;
mod quartiles;

// Protocols and requests.
mod assessment;
mod history;
mod notice;
mod opaque;
mod protocol;
mod purpose;
mod refusal;
mod register;
mod request;
mod year;

// Persons and answers.
mod caseload;
mod changes;
mod dossier;
mod eligibility;
mod explanation;
mod fact;
mod finding;
mod person;
mod placed;
mod reading;
mod reason;
mod replacement;
mod residence;
mod timeline;

// What leaves the agency.
mod archive;
mod disclosure;
mod example;
mod figures;
mod suppression;

use pyo3::prelude::*;

/// The native part of the module `inburgering`, whose names are all in `inburgering`.
/// Column work takes and gives back large blocks, which this allocator keeps for the next.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[pymodule]
mod _inburgering {
    // What all of them use.
    #[pymodule_export]
    use crate::columns::{add_working_days, check_insz, count_working_days, current_municipality, dotted_insz};
    #[pymodule_export]
    use crate::table::{Column, Table};

    // Numbers, places, days.
    #[pymodule_export]
    use crate::attest_regime::{
        _attest_regime_citation, _attest_regime_dutch, _attest_regime_english, _attest_regime_judged_by,
        _attest_regime_on, _attest_regime_period,
    };
    #[pymodule_export]
    use crate::calendar::{
        _holiday_kind_citation, _holiday_kind_dutch, _holiday_kind_english, Calendar, CalendarYear, ClosedDay, Closure,
        Holiday, WorkingDays,
    };
    #[pymodule_export]
    use crate::citation::Citation;
    #[pymodule_export]
    use crate::deadline::{Deadline, DeadlineStatus};
    #[pymodule_export]
    use crate::insz::{Birth, Insz};
    #[pymodule_export]
    use crate::legal_basis::{_legal_basis_citation, _legal_basis_on, _legal_basis_period, _legal_basis_retention_cap};
    #[pymodule_export]
    use crate::months::Months;
    #[pymodule_export]
    use crate::municipality::{
        _province_dutch, _region_dutch, _region_english, Municipality, municipalities, municipality,
    };
    #[pymodule_export]
    use crate::period::Period;
    #[pymodule_export]
    use crate::quartiles::Quartiles;

    #[pymodule_export]
    const CALENDAR_VERSION: &str = inburgering::calendar::CALENDAR_VERSION;
    #[pymodule_export]
    const FIRST_DAY: chrono::NaiveDate = inburgering::horizon::FIRST_DAY;
    #[pymodule_export]
    const LAST_DAY: chrono::NaiveDate = inburgering::horizon::LAST_DAY;
    #[pymodule_export]
    const TABLE_ATTRIBUTION: &str = inburgering::TABLE_ATTRIBUTION;
    #[pymodule_export]
    const TABLE_DATE: chrono::NaiveDate = inburgering::TABLE_DATE;
    #[pymodule_export]
    const TABLE_VERSION: &str = inburgering::TABLE_VERSION;

    // Protocols and requests.
    #[pymodule_export]
    use crate::assessment::{Assessment, AssessmentOptions, assess};
    #[pymodule_export]
    use crate::history::{_request_state_is_open, _request_state_may_become, History, RequestRecord, RequestStep};
    #[pymodule_export]
    use crate::notice::{_notice_code_citation, Notice};
    #[pymodule_export]
    use crate::protocol::{
        _party_dutch, _party_english, _protocol_kind_dutch, _protocol_stage_dutch, _protocol_step_english,
        _protocol_step_requires, Protocol,
    };
    #[pymodule_export]
    use crate::purpose::{_purpose_citation, _purpose_dutch, _purpose_english};
    #[pymodule_export]
    use crate::refusal::{_refusal_code_citation, EarlierRequest, Refusal};
    #[pymodule_export]
    use crate::register::{Register, Standing};
    #[pymodule_export]
    use crate::request::{_door_protocol_asked, Request};
    #[pymodule_export]
    use crate::year::{_year_rule_blocks, _year_rule_first_free};

    // Persons and answers.
    #[pymodule_export]
    use crate::caseload::Caseload;
    #[pymodule_export]
    use crate::dossier::{Dossier, KnownDossier};
    #[pymodule_export]
    use crate::eligibility::{_basis_is_closed, Answer, Flags, ListRules};
    #[pymodule_export]
    use crate::explanation::Explanation;
    #[pymodule_export]
    use crate::fact::Fact;
    #[pymodule_export]
    use crate::finding::{_finding_kind_dutch, _finding_kind_english, Finding, RowRef};
    #[pymodule_export]
    use crate::lists::lists;
    #[pymodule_export]
    use crate::person::Person;
    #[pymodule_export]
    use crate::placed::{Counts, Placed};
    #[pymodule_export]
    use crate::reading::{CellFault, ColumnProblem, Problem};
    #[pymodule_export]
    use crate::reason::{_reason_code_citation, Reason};
    #[pymodule_export]
    use crate::replacement::Replacement;
    #[pymodule_export]
    use crate::residence::Spell;
    #[pymodule_export]
    use crate::timeline::{Timeline, TimelinePeriod};

    // What leaves the agency.
    #[pymodule_export]
    use crate::archive::disclosures::{Disclosed, Disclosures, disclosures_of};
    #[pymodule_export]
    use crate::archive::entry::{Entry, LoggedDelivery};
    #[pymodule_export]
    use crate::archive::log::DisclosureLog;
    #[pymodule_export]
    use crate::archive::notice::{LoggedNotice, Notified};
    #[pymodule_export]
    use crate::archive::originals::Wanted;
    #[pymodule_export]
    use crate::archive::recalls::{Recalled, Recalls, recall_all};
    #[pymodule_export]
    use crate::archive::verification::{Break, Verification};
    #[pymodule_export]
    use crate::archive::{Archive, Archived, safe_name};
    #[pymodule_export]
    use crate::changes::counts::{ChangeCount, ChangeCounts};
    #[pymodule_export]
    use crate::changes::reason::{
        _change_kind_dutch, _change_kind_reasons, _change_reason_citation, _change_reason_dutch, _change_reason_english,
    };
    #[pymodule_export]
    use crate::changes::{Change, Changes};
    #[pymodule_export]
    use crate::disclosure::cover_note::{ClosedRows, CoverNote};
    #[pymodule_export]
    use crate::disclosure::delivery::{Delivery, deliver};
    #[pymodule_export]
    use crate::disclosure::digest::{Digest, DigestKey};
    #[pymodule_export]
    use crate::disclosure::list::{DisclosureList, DisclosureRow};
    #[pymodule_export]
    use crate::disclosure::recall::{AgencyPaper, Correction, CorrectionKind, Recall, recall};
    #[pymodule_export]
    use crate::disclosure::recall_notice::{RecallNotice, Withheld};
    #[pymodule_export]
    use crate::disclosure::receipt::{Digests, Receipt, ReceiptCounts, ReceiptOptions, Versions};
    #[pymodule_export]
    use crate::example::_example_tables;
    #[pymodule_export]
    use crate::figures::{Area, Duration, Figure, Figures};
    #[pymodule_export]
    use crate::suppression::{SuppressedTree, Threshold, suppress};

    #[pymodule_export]
    const RULES_VERSION: &str = inburgering::RULES_VERSION;
}
