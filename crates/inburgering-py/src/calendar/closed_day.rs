//! The closed day, and one reason why it is: the classes `ClosedDay` and `Closure`.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;

use crate::habits::pickled_as_json;
use crate::several::Tuple;
use crate::vocabulary::Word;

/// One reason why a day is no working day: the weekend, a holiday, or a closing day of your own.
///
/// `code` is `saturday`, `sunday`, `holiday` or `closing_day`; `str` is English, `dutch` Dutch. Ordered as `ClosedDay`
/// gives them: the weekend first.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> closed = ib.Calendar.legal().closed(dt.date(2026, 11, 1))
/// >>> [(reason.code, str(reason)) for reason in closed.reasons]
/// [('sunday', 'Sunday'), ('holiday', "Allerheiligen (All Saints' Day)")]
#[pyclass(frozen, eq, ord, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Closure(pub(crate) domain::Closure);

#[pymethods]
impl Closure {
    /// `saturday`, `sunday`, `holiday` or `closing_day`.
    #[getter]
    fn code(&self) -> &'static str {
        match self.0 {
            domain::Closure::Saturday => "saturday",
            domain::Closure::Sunday => "sunday",
            domain::Closure::Holiday(_) => "holiday",
            domain::Closure::ClosingDay => "closing_day",
            _ => "other",
        }
    }

    /// Which holiday it is; `None` if it is none.
    #[getter]
    fn holiday(&self) -> Option<Word<domain::HolidayKind>> {
        match self.0 {
            domain::Closure::Holiday(kind) => Some(Word(kind)),
            _ => None,
        }
    }

    /// The reason in Dutch: `zaterdag`, `Wapenstilstand`, `sluitingsdag`.
    #[getter]
    fn dutch(&self) -> &'static str {
        self.0.dutch()
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.Closure {}>", self.word())
    }
}

impl Closure {
    /// The stable name of the reason, that of the holiday where it is one.
    fn word(&self) -> &'static str {
        match self.0 {
            domain::Closure::Holiday(kind) => kind.code(),
            _ => self.code(),
        }
    }
}

pickled_as_json!(Closure);

/// A day that is no working day, with all the reasons why: at least one, and each is true of the day.
///
/// Only a `Calendar` makes one. `str` is English, `dutch` Dutch.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> # Why does 11 November 2025 not count?
/// >>> print(ib.Calendar.legal().closed(dt.date(2025, 11, 11)))
/// 11 November: Wapenstilstand (Armistice Day)
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct ClosedDay(pub(crate) domain::ClosedDay);

#[pymethods]
impl ClosedDay {
    /// The day.
    #[getter]
    fn day(&self) -> NaiveDate {
        self.0.day()
    }

    /// Every reason why it is no working day: the weekend first, then the holidays, then your own closing day.
    #[getter]
    fn reasons(&self) -> Tuple<Closure> {
        Tuple(self.0.reasons().iter().copied().map(Closure).collect())
    }

    /// Whether it is a Saturday or a Sunday, whatever else it is.
    #[getter]
    fn is_weekend(&self) -> bool {
        self.0.is_weekend()
    }

    /// The day and the reasons in Dutch: `11 november: Wapenstilstand`.
    #[getter]
    fn dutch(&self) -> String {
        self.0.dutch()
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        let reasons: Vec<_> = self.0.reasons().iter().map(|reason| Closure(*reason).word()).collect();
        format!("<inburgering.ClosedDay {}: {}>", self.0.day(), reasons.join(", "))
    }
}

pickled_as_json!(ClosedDay);
