//! The receipt: the classes `Receipt`, `ReceiptOptions`, `Versions`, `ReceiptCounts` and `Digests`.

use chrono::{DateTime, FixedOffset, NaiveDate};
use inburgering as domain;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::calendar::Calendar;
use crate::disclosure::digest::Digest;
use crate::habits::pickled_as_json;
use crate::municipality::Municipality;
use crate::placed::Counts;
use crate::purpose::Purposes;
use crate::vocabulary::Word;

/// What the agency keeps of a delivery, for its log: who, which data, when, why (e-government decree of 18 July 2008,
/// art. 8 §1, 13°). It holds no register number.
///
/// `to_json()` is its text for the log, and `from_json` reads it back, for a later `recall`.
///
/// >>> import inburgering as ib
/// >>> from inburgering import example
/// >>> receipt = example.delivery().receipt
/// >>> receipt.operator, receipt.delivered_at.isoformat(), receipt.counts.listed
/// ('operator 7', '2026-02-10T09:30:00+01:00', 3)
/// >>> ib.Receipt.from_json(receipt.to_json()) == receipt
/// True
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Receipt(pub(crate) domain::Receipt);

#[pymethods]
impl Receipt {
    /// The JSON Schema (draft 2020-12) of `to_json()`, as text, for who reads the log with other tools.
    ///
    /// A register number is refused where it cannot stand by form and, in its dotted form, in every text of a caller's;
    /// `from_json` refuses it in every spelling.
    ///
    /// >>> import inburgering as ib, json
    /// >>> json.loads(ib.Receipt.schema())["title"]
    /// 'Receipt of a delivery'
    #[staticmethod]
    fn schema() -> &'static str {
        inburgering_papers::RECEIPT_SCHEMA
    }

    /// Who asked for the list.
    #[getter]
    fn requester(&self) -> &str {
        self.0.requester.as_str()
    }

    /// Who delivered it.
    #[getter]
    fn operator(&self) -> &str {
        self.0.operator.as_str()
    }

    /// The instant of delivery, with the offset that its clock had.
    #[getter]
    fn delivered_at(&self) -> DateTime<FixedOffset> {
        self.0.delivered_at
    }

    /// The name of the request.
    #[getter]
    fn request(&self) -> &str {
        self.0.request.as_str()
    }

    /// The day on which the request was received.
    #[getter]
    fn received_on(&self) -> NaiveDate {
        self.0.received_on
    }

    /// The name of the protocol.
    #[getter]
    fn protocol(&self) -> &str {
        self.0.protocol.as_str()
    }

    /// Why: the purposes of the request.
    #[getter]
    fn purposes(&self) -> Purposes {
        Purposes(self.0.purposes)
    }

    /// Why: the legal basis on the day.
    #[getter]
    fn legal_basis(&self) -> Word<domain::LegalBasis> {
        Word(self.0.legal_basis)
    }

    /// The municipality that got the list.
    #[getter]
    fn municipality(&self) -> Municipality {
        Municipality(self.0.municipality)
    }

    /// The day of delivery on which the persons were placed.
    #[getter]
    fn on(&self) -> NaiveDate {
        self.0.on
    }

    /// The last day on which the municipality may keep the list.
    #[getter]
    fn kept_until(&self) -> NaiveDate {
        self.0.kept_until
    }

    /// Every option that was in force.
    #[getter]
    fn options(&self) -> ReceiptOptions {
        ReceiptOptions(self.0.options.clone())
    }

    /// The versions of what the answers rest on.
    #[getter]
    fn versions(&self) -> Versions {
        Versions(self.0.versions.clone())
    }

    /// How many persons.
    #[getter]
    fn counts(&self) -> ReceiptCounts {
        ReceiptCounts(self.0.counts.clone())
    }

    /// Which data: the keyed digests of the inputs and of the list.
    #[getter]
    fn digests(&self) -> Digests {
        Digests(self.0.digests.clone())
    }

    fn __repr__(&self) -> String {
        let (to, at) = (self.0.municipality, self.0.delivered_at.to_rfc3339());
        format!("<inburgering.Receipt of {} persons to {} ({}) at {at}>", self.0.counts.listed, to.code(), to.name())
    }
}

pickled_as_json!(Receipt);

/// The options under which a list was made. A later `recall` places the persons under the same ones.
///
/// >>> import inburgering as ib
/// >>> from inburgering import example
/// >>> options = example.delivery().receipt.options
/// >>> options.closed is ib.ClosedRule.CONTRACT_MUNICIPALITY, options.brussels is ib.Brussels.REFUSED
/// (True, True)
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct ReceiptOptions(domain::ReceiptOptions);

#[pymethods]
impl ReceiptOptions {
    /// How persons were placed whose every dossier was closed.
    #[getter]
    fn closed(&self) -> Word<domain::ClosedRule> {
        Word(self.0.closed)
    }

    /// Whether Brussels was allowed.
    #[getter]
    fn brussels(&self) -> Word<domain::Brussels> {
        Word(self.0.brussels)
    }

    /// What was done with rows that cannot be read.
    #[getter]
    fn unreadable_rows(&self) -> Word<domain::UnreadableRows> {
        Word(self.0.unreadable_rows)
    }

    /// What "once a year" meant.
    #[getter]
    fn year(&self) -> Word<domain::YearRule> {
        Word(self.0.year)
    }

    /// Whether a predecessor's protocol was good enough.
    #[getter]
    fn inherited(&self) -> Word<domain::InheritedProtocol> {
        Word(self.0.inherited)
    }

    /// The calendar of the term, with the user's own closing days.
    #[getter]
    fn calendar(&self) -> Calendar {
        Calendar(self.0.calendar.clone())
    }

    fn __repr__(&self) -> String {
        let domain::ReceiptOptions { closed, brussels, year, inherited, .. } = &self.0;
        format!(
            "<inburgering.ReceiptOptions: closed dossiers by {}, Brussels {}, year {}, inherited protocols {}>",
            closed.as_str(),
            brussels.as_str(),
            year.as_str(),
            inherited.as_str()
        )
    }
}

pickled_as_json!(ReceiptOptions);

/// The versions of the rules and tables that the answers of a delivery rest on.
///
/// >>> import inburgering as ib
/// >>> from inburgering import example
/// >>> example.delivery().receipt.versions.rules == ib.RULES_VERSION
/// True
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Versions(pub(crate) domain::Versions);

#[pymethods]
impl Versions {
    /// The library.
    #[getter]
    fn library(&self) -> &str {
        self.0.library.as_str()
    }

    /// The rules: the day on which their sources were last read.
    #[getter]
    fn rules(&self) -> &str {
        self.0.rules.as_str()
    }

    /// The table of municipalities.
    #[getter]
    fn municipalities(&self) -> &str {
        self.0.municipalities.as_str()
    }

    /// The calendars.
    #[getter]
    fn calendar(&self) -> &str {
        self.0.calendar.as_str()
    }

    fn __repr__(&self) -> String {
        let domain::Versions { library, rules, municipalities, calendar, .. } = &self.0;
        format!("<inburgering.Versions: library {library}, rules {rules}, {municipalities}, calendars {calendar}>")
    }
}

pickled_as_json!(Versions);

/// The counts of a receipt, for the agency's own use.
///
/// >>> import inburgering as ib
/// >>> from inburgering import example
/// >>> counts = example.delivery().receipt.counts
/// >>> counts.listed, counts.closed, counts.caseload.persons
/// (3, 2, 3)
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct ReceiptCounts(domain::ReceiptCounts);

#[pymethods]
impl ReceiptCounts {
    /// The persons on the list.
    #[getter]
    fn listed(&self) -> usize {
        self.0.listed
    }

    /// Of these: placed by closed dossiers.
    #[getter]
    fn closed(&self) -> usize {
        self.0.closed
    }

    /// Of these: closed, while their residence on the day is in another municipality.
    #[getter]
    fn closed_residing_elsewhere(&self) -> usize {
        self.0.closed_residing_elsewhere
    }

    /// Of the whole caseload on the day: each answer and each reason.
    #[getter]
    fn caseload(&self) -> Counts {
        Counts(self.0.caseload.clone())
    }

    /// Rows that were set aside of which a register number could not be read.
    #[getter]
    fn rows_without_number(&self) -> usize {
        self.0.rows_without_number
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.ReceiptCounts: {} listed, {} of them closed>", self.0.listed, self.0.closed)
    }
}

pickled_as_json!(ReceiptCounts);

/// The keyed digests of a receipt: HMAC-SHA-256 under the key with this id.
///
/// The digest of a table is that of its rows as they were read, in whatever order they came.
///
/// >>> import inburgering as ib
/// >>> from inburgering import example
/// >>> digests = example.delivery().receipt.digests
/// >>> digests.key, list(digests.named())
/// ('2026-a', ['dossiers', 'residences', 'deaths', 'replacements', 'set_aside', 'list'])
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Digests(domain::Digests);

#[pymethods]
impl Digests {
    /// The id of the key.
    #[getter]
    fn key(&self) -> &str {
        self.0.key.as_str()
    }

    /// The dossiers.
    #[getter]
    fn dossiers(&self) -> Digest {
        Digest(self.0.dossiers)
    }

    /// The residences.
    #[getter]
    fn residences(&self) -> Digest {
        Digest(self.0.residences)
    }

    /// The deaths.
    #[getter]
    fn deaths(&self) -> Digest {
        Digest(self.0.deaths)
    }

    /// The replaced numbers.
    #[getter]
    fn replacements(&self) -> Digest {
        Digest(self.0.replacements)
    }

    /// The rows that were set aside: whom they name, and what is wrong where.
    #[getter]
    fn set_aside(&self) -> Digest {
        Digest(self.0.set_aside)
    }

    /// The list, as CSV.
    #[getter]
    fn list(&self) -> Digest {
        Digest(self.0.list)
    }

    /// Each digest by the name of what it is of.
    #[pyo3(signature = () -> "dict[str, Digest]")]
    fn named<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let named = PyDict::new(py);
        self.0.named().into_iter().try_for_each(|(name, digest)| named.set_item(name, Digest(digest)))?;
        Ok(named)
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.Digests under key '{}'>", self.0.key)
    }
}

pickled_as_json!(Digests);
