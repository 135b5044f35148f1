//! The explanation of one person's answer: the class `Explanation`.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;

use crate::eligibility::Answer;
use crate::fact::Fact;
use crate::habits::found_not_told;
use crate::period::Period;
use crate::several::Tuple;
use crate::timeline::Timeline;
use crate::vocabulary::Word;

/// Why one person has this answer on one day: the answer, the rule, its source, since when, the facts, and the answers of
/// the other days.
///
/// `str` is a letter, and `to_html` the same as a page. It was asked for, so both show the register number; `repr` does not.
///
/// >>> import datetime as dt, inburgering as ib, polars as pl
/// >>> dossiers = pl.DataFrame({
/// ...     "dossier": ["D-1"], "insz": ["85.07.30-901.33"], "registered_on": [dt.date(2025, 2, 3)],
/// ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None], "closed_on": [None],
/// ... })
/// >>> residences = pl.DataFrame({"insz": [], "municipality": [], "valid_from": [], "valid_until": []})
/// >>> placed = ib.Caseload(dossiers, residences).place(on=dt.date(2026, 1, 15))
/// >>> explanation = placed.explain("85.07.30-901.33", language="en")
/// >>> print(str(explanation).splitlines()[2])
/// Answer: this person is on no list.
/// >>> explanation.holds.start, explanation.holds.until
/// (datetime.date(2025, 2, 3), None)
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Explanation(pub(crate) domain::Explanation);

#[pymethods]
impl Explanation {
    /// The language of the letter.
    #[getter]
    fn language(&self) -> Word<domain::Language> {
        Word(self.0.language)
    }

    /// The day of the answer.
    #[getter]
    fn on(&self) -> NaiveDate {
        self.0.on
    }

    /// The answer, with its reasons.
    #[getter]
    fn answer(&self) -> Answer {
        Answer(self.0.answer.clone())
    }

    /// Since when, and until when, the answer holds by the facts as recorded now, later ones included.
    #[getter]
    fn holds(&self) -> Period {
        Period(self.0.holds)
    }

    /// The legal basis of the lists on the day; `None` before 2019-07-29.
    #[getter]
    fn legal_basis(&self) -> Option<Word<domain::LegalBasis>> {
        self.0.legal_basis().map(Word)
    }

    /// The facts known on the day, in the order of their days; among them how their municipalities went on under other codes,
    /// where the answers until the day name what one became.
    #[getter]
    fn facts(&self) -> Tuple<Fact> {
        self.0.facts.iter().cloned().map(Fact).collect()
    }

    /// Whether everything under other numbers is left out, since the numbers may be two persons'. The answers are then those
    /// about the number that was asked for: undetermined where they depend on what is left out.
    #[getter]
    fn leaves_facts_out(&self) -> bool {
        self.0.leaves_facts_out
    }

    /// The person's answers on every day, by the facts as recorded now.
    #[getter]
    fn timeline(&self) -> Timeline {
        Timeline(self.0.timeline.clone())
    }

    /// The letter as an HTML page that stands alone, in its language, with the timeline as a picture and as a table. It shows
    /// the register number.
    ///
    /// Write it as UTF-8: `Path("letter.html").write_text(explanation.to_html(), encoding="utf-8")`.
    fn to_html(&self) -> String {
        inburgering_papers::letter(&self.0)
    }

    /// The explanation as JSON, laid out for people. It shows the register number.
    fn to_json(&self) -> PyResult<String> {
        crate::habits::to_json(&self.0)
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.Explanation on {}: {}>", self.0.on, self.0.answer.outcome.as_str())
    }
}

found_not_told!(Explanation, "an Explanation cannot be pickled; keep its text, str(explanation), or its to_json()");
