//! The cover note: the classes `CoverNote` and `ClosedRows`.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;

use crate::habits::found_not_told;
use crate::municipality::Municipality;
use crate::notice::Notice;
use crate::purpose::Purposes;
use crate::several::Tuple;
use crate::vocabulary::Word;

/// The note that goes with a list (*begeleidende nota*): what the municipality must know of the list it gets. `str` is
/// the Dutch text, with the page's warning about closed dossiers and its advice (page, "Disclaimer").
///
/// >>> import inburgering as ib
/// >>> from inburgering import example
/// >>> note = example.delivery().cover_note
/// >>> note.persons, note.kept_until.isoformat()
/// (3, '2027-02-09')
/// >>> print(str(note).splitlines()[0])
/// Begeleidende nota bij de lijst van inburgeraars
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct CoverNote(pub(crate) domain::CoverNote);

#[pymethods]
impl CoverNote {
    /// The note as an HTML page in Dutch that stands alone, word for word as its text; to be read or printed.
    ///
    /// Write it as UTF-8: `Path("cover-note.html").write_text(note.to_html(), encoding="utf-8")`.
    fn to_html(&self) -> String {
        inburgering_papers::cover_note(&self.0)
    }

    /// The municipality that gets the list.
    #[getter]
    fn municipality(&self) -> Municipality {
        Municipality(self.0.municipality)
    }

    /// The day of delivery.
    #[getter]
    fn on(&self) -> NaiveDate {
        self.0.on
    }

    /// The name of the protocol.
    #[getter]
    fn protocol(&self) -> &str {
        self.0.protocol.as_str()
    }

    /// The standard protocol or a custom one.
    #[getter]
    fn protocol_kind(&self) -> Word<domain::ProtocolKind> {
        Word(self.0.protocol_kind)
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

    /// The purposes for which the list may be used.
    #[getter]
    fn purposes(&self) -> Purposes {
        Purposes(self.0.purposes)
    }

    /// The legal basis on the day of delivery.
    #[getter]
    fn legal_basis(&self) -> Word<domain::LegalBasis> {
        Word(self.0.legal_basis)
    }

    /// The number of persons.
    #[getter]
    fn persons(&self) -> usize {
        self.0.persons
    }

    /// The last day on which the list may be kept.
    #[getter]
    fn kept_until(&self) -> NaiveDate {
        self.0.kept_until
    }

    /// How many rows come from closed dossiers.
    #[getter]
    fn closed(&self) -> ClosedRows {
        ClosedRows(self.0.closed)
    }

    /// The notices of the assessment.
    #[getter]
    fn notices(&self) -> Tuple<Notice> {
        self.0.notices.iter().cloned().map(Notice).collect()
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        let (to, on) = (self.0.municipality, self.0.on);
        format!("<inburgering.CoverNote of {} persons to {} ({}) on {on}>", self.0.persons, to.code(), to.name())
    }
}

found_not_told!(
    CoverNote,
    "a CoverNote cannot be pickled, since only deliver() makes one; keep its text, str(note), and the receipt"
);

/// How many rows of a list come from closed dossiers, as far as that may be said.
///
/// The number is told only if, among the rows without attest, those from active and those from closed dossiers each
/// number at least `LEAST`: it would tell of some persons whether their dossier is closed, a fourth field.
///
/// >>> import inburgering as ib
/// >>> from inburgering import example
/// >>> closed = example.delivery().cover_note.closed
/// >>> closed.code, closed.number
/// ('part', None)
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ClosedRows(domain::ClosedRows);

#[pymethods]
impl ClosedRows {
    /// The fewest persons of either kind, among those without attest, with which the number is told.
    #[classattr]
    const LEAST: usize = domain::ClosedRows::LEAST;

    /// `number`, or `part` where the number may not be told.
    #[getter]
    fn code(&self) -> &'static str {
        match self.0 {
            domain::ClosedRows::Number(_) => "number",
            domain::ClosedRows::Part => "part",
        }
    }

    /// `number`: how many rows; `None` where that may not be told.
    #[getter]
    fn number(&self) -> Option<usize> {
        match self.0 {
            domain::ClosedRows::Number(number) => Some(number),
            domain::ClosedRows::Part => None,
        }
    }

    fn __str__(&self) -> String {
        self.number()
            .map_or_else(|| "a part of the rows, perhaps none or all".into(), |number| format!("{number} rows"))
    }

    fn __repr__(&self) -> String {
        self.number().map_or_else(|| "ClosedRows(part)".into(), |number| format!("ClosedRows({number})"))
    }
}

found_not_told!(ClosedRows, "a ClosedRows cannot be pickled, since only deliver() makes one; keep its number");
