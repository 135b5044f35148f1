//! The Python module `inburgering`: convert, call the crate `inburgering`, convert.
//!
//! The files bear the names of the core's files. What is said of a class here is said to Python: the examples are
//! Python's, and its tests run them.

#![allow(
    clippy::trivially_copy_pass_by_ref,
    clippy::needless_pass_by_value,
    clippy::unused_self,
    clippy::doc_markdown,
    reason = "methods take what Python hands them, and the docs are Python's"
)]

// What all of them use.
mod convert;
mod errors;
mod habits;
#[cfg(feature = "stubs")]
mod hints;
mod table;
mod vocabulary;
mod work;

// Numbers, places, days.
mod calendar;
mod citation;
mod deadline;
mod insz;
mod municipality;
mod period;

// Protocols and requests.
mod assessment;
mod history;
mod protocol;
mod register;

// Persons and answers.
mod caseload;
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
mod tuple;

// What leaves the agency.

use pyo3::prelude::*;

/// The native part of the module `inburgering`, whose names are all in `inburgering`.
#[pymodule]
mod _inburgering {
    // What all of them use.
    #[pymodule_export]
    use crate::table::{Column, Table};

    // Numbers, places, days.
    #[pymodule_export]
    use crate::calendar::Calendar;
    #[pymodule_export]
    use crate::citation::Citation;
    #[pymodule_export]
    use crate::deadline::Deadline;
    #[pymodule_export]
    use crate::insz::Insz;
    #[pymodule_export]
    use crate::municipality::{Municipality, municipalities, municipality};
    #[pymodule_export]
    use crate::period::Period;

    // Protocols and requests.
    #[pymodule_export]
    use crate::assessment::Assessment;
    #[pymodule_export]
    use crate::history::History;
    #[pymodule_export]
    use crate::protocol::Protocol;
    #[pymodule_export]
    use crate::register::Register;

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
}
