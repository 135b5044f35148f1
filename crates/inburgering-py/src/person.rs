//! The facts about one person: the class `Person`.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use crate::convert::{Day, Number};
use crate::dossier::{Dossier, KnownDossier};
use crate::eligibility::{Answer, list_rules};
use crate::errors::exception;
use crate::fact::Fact;
use crate::insz::Insz;
use crate::replacement::Replacement;
use crate::residence::Spell;
use crate::several::Tuple;
use crate::timeline::Timeline;
use crate::vocabulary::Word;

/// The facts about one person (*inburgeraar*): numbers, dossiers, residences, death.
///
/// `answer` is the rule of who is on whose list, for one person. A `Caseload` gives the same answers about everybody at
/// once, from tables.
///
/// `rows_differ_from` is the first day on which rows with one dossier number are known to differ: where the person's own
/// dossiers do, that day is found without being given; give it where another person has rows of the same dossier number.
/// `readable="row_set_aside"` says that a row about the person could not be read: the answer is then undetermined on
/// every day. Replacements must hang together with the number; a `PersonError` says how many do not.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> person = ib.Person(
/// ...     "85.07.30-901.33",
/// ...     dossiers=[ib.Dossier("D-1", registered_on=dt.date(2025, 2, 3), attest_obtained_on=dt.date(2025, 6, 30))],
/// ...     spells=[ib.Spell("44021", valid_from=dt.date(2024, 11, 5))],
/// ... )
/// >>> person
/// <inburgering.Person of 1 number, 1 dossier, 1 spell>
/// >>> print(person.answer(on=dt.date(2026, 1, 15)).reasons[0])
/// every dossier is closed and no civic integration contract was signed
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Person {
    /// Ascending; the only number, or every number of the replacements.
    numbers: Vec<domain::Insz>,
    dossiers: Vec<domain::Dossier>,
    spells: Vec<domain::Spell>,
    replacements: Vec<domain::Replacement>,
    died_on: Option<NaiveDate>,
    rows_differ_from: Option<NaiveDate>,
    readable: domain::Readable,
}

impl Person {
    /// What a caseload knows of a person.
    pub(crate) fn of(person: &domain::Person<'_>) -> Self {
        Self {
            numbers: person.numbers().all().to_vec(),
            dossiers: person.dossiers().collect(),
            spells: person.spells().collect(),
            replacements: person.numbers().replacements().collect(),
            died_on: person.died_on(),
            rows_differ_from: person.rows_differ_from(),
            readable: if person.has_unreadable_row() { domain::Readable::RowSetAside } else { domain::Readable::Whole },
        }
    }

    /// Asks the person of the core.
    fn ask<T>(&self, question: impl FnOnce(domain::Person<'_>) -> T) -> Option<T> {
        let chain = domain::NumberChain::new(&self.replacements);
        let numbers = if self.replacements.is_empty() {
            domain::Numbers::One(*self.numbers.first()?)
        } else {
            domain::Numbers::Chain(&chain)
        };
        let person = domain::Person::with_numbers(numbers, &self.dossiers, &self.spells)
            .readable(self.readable)
            .named_with_another(self.rows_differ_from);
        Some(question(match self.died_on {
            Some(died_on) => person.died(died_on),
            None => person,
        }))
    }
}

/// The numbers that hang together with this one, and how many replacements do not.
fn hanging_together(number: domain::Insz, replacements: &[domain::Replacement]) -> (BTreeSet<domain::Insz>, usize) {
    let mut numbers = BTreeSet::from([number]);
    let mut apart: Vec<&domain::Replacement> = replacements.iter().collect();
    loop {
        let before = apart.len();
        apart.retain(|step| {
            let hangs = numbers.contains(&step.old) || numbers.contains(&step.new);
            if hangs {
                numbers.extend([step.old, step.new]);
            }
            !hangs
        });
        if apart.len() == before {
            return (numbers, before);
        }
    }
}

#[pymethods]
impl Person {
    #[new]
    #[pyo3(signature = (
        insz, /, *, dossiers: "collections.abc.Sequence[Dossier]" = Vec::new(),
        spells: "collections.abc.Sequence[Spell]" = Vec::new(),
        replacements: "collections.abc.Sequence[Replacement]" = Vec::new(), died_on = None, rows_differ_from = None,
        readable = Word(domain::Readable::Whole),
    ))]
    #[expect(clippy::too_many_arguments, reason = "each is a keyword in Python")]
    fn new(
        py: Python<'_>,
        insz: Number,
        dossiers: Vec<Bound<'_, Dossier>>,
        spells: Vec<Bound<'_, Spell>>,
        replacements: Vec<Bound<'_, Replacement>>,
        died_on: Option<Day>,
        rows_differ_from: Option<Day>,
        readable: Word<domain::Readable>,
    ) -> PyResult<Self> {
        let replacements: Vec<domain::Replacement> =
            replacements.iter().map(|step| step.get().0).filter(|step| step.old != step.new).collect();
        let (numbers, apart) = hanging_together(insz.0, &replacements);
        if apart > 0 {
            let message = format!(
                "{apart} of {} replacements have no number in common with the others of the person; \
                 give each person those of its own numbers",
                replacements.len()
            );
            return Err(exception(py, "PersonError", &message, "replacements_apart", |fields| {
                fields.set_item("apart", apart)
            }));
        }
        let person = Self {
            numbers: numbers.into_iter().collect(),
            dossiers: dossiers.iter().map(|dossier| dossier.get().0.clone()).collect(),
            spells: spells.iter().map(|spell| spell.get().0).collect(),
            replacements,
            died_on: died_on.map(|day| day.0),
            rows_differ_from: rows_differ_from.map(|day| day.0),
            readable: readable.0,
        };
        let rows_differ_from = person.ask(|person| person.rows_differ_from()).flatten();
        Ok(Self { rows_differ_from, ..person })
    }

    /// The register numbers of the person, ascending: one, or all that replaced one another.
    #[getter]
    fn numbers(&self) -> Tuple<Insz> {
        self.numbers.iter().copied().map(Insz).collect()
    }

    /// The numbers that replacements by the day tie to this one, itself first; itself alone if the person's numbers have
    /// one that became two, or a circle, by which another could be somebody else's.
    ///
    /// >>> import datetime as dt, inburgering as ib
    /// >>> step = ib.Replacement(old="70.41.01-901.50", new="99.01.01-902.87", replaced_on=dt.date(2025, 11, 3))
    /// >>> person = ib.Person("99.01.01-902.87", dossiers=[], spells=[], replacements=[step])
    /// >>> [len(person.tied_to("99.01.01-902.87", on=dt.date(2025, 11, day))) for day in (2, 3)]
    /// [1, 2]
    #[pyo3(signature = (insz, /, *, on))]
    fn tied_to(&self, insz: Number, on: Day) -> Tuple<Insz> {
        let tied = self.ask(|person| person.numbers().tied_to(insz.0, on.0)).unwrap_or_default();
        tied.into_iter().map(Insz).collect()
    }

    /// The dossiers, as recorded.
    #[getter]
    fn dossiers(&self) -> Tuple<Dossier> {
        self.dossiers.iter().cloned().map(Dossier).collect()
    }

    /// The residences, as recorded.
    #[getter]
    fn spells(&self) -> Tuple<Spell> {
        self.spells.iter().copied().map(Spell).collect()
    }

    /// The replacements between the numbers.
    #[getter]
    fn replacements(&self) -> Tuple<Replacement> {
        self.replacements.iter().copied().map(Replacement).collect()
    }

    /// The day of death, if one is recorded.
    #[getter]
    fn died_on(&self) -> Option<NaiveDate> {
        self.died_on
    }

    /// The first day from which rows with one dossier number, in this person or in several, are known to differ.
    #[getter]
    fn rows_differ_from(&self) -> Option<NaiveDate> {
        self.rows_differ_from
    }

    /// Whether every row that names the person could be read.
    #[getter]
    fn readable(&self) -> Word<domain::Readable> {
        Word(self.readable)
    }

    /// Whether a row that names the person was set aside.
    #[getter]
    fn has_unreadable_row(&self) -> bool {
        self.readable == domain::Readable::RowSetAside
    }

    /// The dossiers known on a day, each with what of it is known.
    #[pyo3(signature = (day, /))]
    fn known_dossiers(&self, day: Day) -> Vec<KnownDossier> {
        let known = self.ask(|person| person.known_dossiers(day.0)).unwrap_or_default();
        known.into_iter().map(KnownDossier).collect()
    }

    /// The facts that are known on a day, in the order of their days; each once.
    #[pyo3(signature = (day, /))]
    fn facts_known_on(&self, day: Day) -> Vec<Fact> {
        let facts = self.ask(|person| person.facts_known_on(day.0)).unwrap_or_default();
        facts.into_iter().map(Fact).collect()
    }

    /// The answer about this person on a day: eligible, not eligible or undetermined, with its reasons.
    ///
    /// `None` where there is nobody to answer about: no dossier is known on the day (and no row was set aside), or the day
    /// lies outside 1995-01-01 to 2099-12-31.
    ///
    /// >>> import datetime as dt, inburgering as ib
    /// >>> dossier = ib.Dossier("D-1", contract_signed_on=dt.date(2024, 3, 4), contract_municipality="46014",
    /// ...     closed_on=dt.date(2024, 6, 3))
    /// >>> person = ib.Person("85.07.30-901.33", dossiers=[dossier], spells=[ib.Spell("31005")])
    /// >>> person.answer(on=dt.date(2025, 1, 1)).municipality.code  # Lokeren became 46029 on that day
    /// '46029'
    /// >>> person.answer(on=dt.date(2025, 1, 1), closed=ib.ClosedRule.RESIDENCE_AT_CLOSING).municipality.code
    /// '31005'
    #[pyo3(signature = (
        *, on, closed = Word(domain::ClosedRule::ContractMunicipality), brussels = Word(domain::Brussels::Refused),
    ))]
    fn answer(&self, on: Day, closed: Word<domain::ClosedRule>, brussels: Word<domain::Brussels>) -> Option<Answer> {
        self.ask(|person| person.answer(on.0, list_rules(closed, brussels))).flatten().map(Answer)
    }

    /// The answers about this person on every day from 1995-01-01 to 2099-12-31; without a period where there is none.
    #[pyo3(signature = (
        *, closed = Word(domain::ClosedRule::ContractMunicipality), brussels = Word(domain::Brussels::Refused),
    ))]
    fn timeline(
        &self,
        py: Python<'_>,
        closed: Word<domain::ClosedRule>,
        brussels: Word<domain::Brussels>,
    ) -> PyResult<Timeline> {
        let timeline = py.detach(|| self.ask(|person| person.timeline(list_rules(closed, brussels))));
        timeline.map(Timeline).ok_or_else(|| pyo3::exceptions::PyRuntimeError::new_err("a person has a number"))
    }

    fn __repr__(&self) -> String {
        let counted = |count: usize, of: &str| format!("{count} {of}{}", if count == 1 { "" } else { "s" });
        format!(
            "<inburgering.Person of {}, {}, {}>",
            counted(self.numbers.len(), "number"),
            counted(self.dossiers.len(), "dossier"),
            counted(self.spells.len(), "spell")
        )
    }

    #[pyo3(signature = () -> "tuple[tuple[object, ...], dict[str, object]]")]
    fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        let keywords = PyDict::new(py);
        keywords.set_item("dossiers", self.dossiers())?;
        keywords.set_item("spells", self.spells())?;
        keywords.set_item("replacements", self.replacements())?;
        keywords.set_item("died_on", self.died_on)?;
        keywords.set_item("rows_differ_from", self.rows_differ_from)?;
        keywords.set_item("readable", Word(self.readable))?;
        let number: Vec<Insz> = self.numbers.first().copied().map(Insz).into_iter().collect();
        Ok((PyTuple::new(py, number)?, keywords))
    }
}
