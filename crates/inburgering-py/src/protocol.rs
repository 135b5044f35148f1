//! Protocols: the class `Protocol`.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;

use domain::{Party, ProtocolStep};

use crate::convert::{Day, Place};
use crate::errors::{Raise, exception};
use crate::habits::pickled_as_json;
use crate::months::MonthsGiven;
use crate::municipality::Municipality;
use crate::opaque::Opaque;
use crate::purpose::Purposes;
use crate::vocabulary::Word;

/// A protocol (*protocol voor de elektronische mededeling van persoonsgegevens*): its terms, and the day of each step.
///
/// No step without the steps before it, none dated before the step it follows, none twice (`ProtocolError`): requested,
/// advised by both data protection officers, signed by both, validated, and at last terminated, if it does not run out;
/// published by both once both have signed. Steps that were taken are given as dates here, or are added by the methods,
/// which return a new protocol. What is known of it depends on the day that is asked. It follows the decree of
/// 18 July 2008, art. 8 §1.
///
/// `id` is the name in your register, on one line and without a register number (`OpaqueTextError`). The municipality must
/// exist on the day of the request (`MunicipalityError`). `duration_months` is how long it is in force, in months from the
/// day of validation; `None` is until it is terminated (*onbepaalde duur*). `retention_months` is how long the
/// municipality may keep a list, in months from the day of delivery. Both are 1 to 1200 (`MonthsError`).
///
/// >>> import datetime as dt, inburgering as ib
/// >>> protocol = ib.Protocol(
/// ...     id="LEU-2024", municipality="24062", kind=ib.ProtocolKind.STANDARD, purposes=[ib.Purpose.CEREMONY],
/// ...     duration_months=None, retention_months=12, requested_on=dt.date(2024, 3, 1),
/// ...     advised_by_agency_on=dt.date(2024, 3, 4), advised_by_municipality_on=dt.date(2024, 3, 6),
/// ...     signed_by_municipality_on=dt.date(2024, 3, 11), signed_by_agency_on=dt.date(2024, 3, 12),
/// ... )
/// >>> protocol = protocol.validate(on=dt.date(2024, 3, 20))
/// >>> protocol
/// <inburgering.Protocol LEU-2024 of 24062 (Leuven)>
/// >>> protocol.stage_on(dt.date(2024, 3, 19))  # May Leuven get data on the 19th?
/// <ProtocolStage.SIGNED: 'signed'>
/// >>> [str(party) for party in protocol.open_obligations(on=dt.date(2024, 3, 20))]  # Who has still to publish it?
/// ['agency', 'municipality']
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Protocol(pub(crate) domain::Protocol);

impl Protocol {
    /// The protocol with one step more.
    fn with(&self, py: Python<'_>, step: ProtocolStep, on: Day) -> PyResult<Self> {
        let mut protocol = self.0.clone();
        protocol.take(step, on.0).map_err(|error| error.raise(py))?;
        Ok(Self(protocol))
    }
}

#[pymethods]
impl Protocol {
    #[new]
    #[pyo3(signature = (
        *, id, municipality, kind, purposes, duration_months, retention_months, requested_on,
        advised_by_agency_on = None, advised_by_municipality_on = None,
        signed_by_agency_on = None, signed_by_municipality_on = None, validated_on = None,
        published_by_agency_on = None, published_by_municipality_on = None, terminated_on = None,
    ))]
    #[expect(clippy::too_many_arguments, reason = "they have names in Python")]
    fn new(
        py: Python<'_>,
        id: Opaque<domain::ProtocolId>,
        municipality: Place,
        kind: Word<domain::ProtocolKind>,
        purposes: Purposes,
        duration_months: Option<MonthsGiven>,
        retention_months: MonthsGiven,
        requested_on: Day,
        advised_by_agency_on: Option<Day>,
        advised_by_municipality_on: Option<Day>,
        signed_by_agency_on: Option<Day>,
        signed_by_municipality_on: Option<Day>,
        validated_on: Option<Day>,
        published_by_agency_on: Option<Day>,
        published_by_municipality_on: Option<Day>,
        terminated_on: Option<Day>,
    ) -> PyResult<Self> {
        let duration = match duration_months {
            Some(months) => domain::ProtocolDuration::Months(months.0),
            None => domain::ProtocolDuration::Indefinite,
        };
        let terms = domain::ProtocolTerms {
            id: id.0,
            municipality: municipality.0,
            kind: kind.0,
            purposes: purposes.0,
            duration,
            retention: domain::Retention(retention_months.0),
        };
        let steps = [
            (ProtocolStep::Advice(Party::Agency), advised_by_agency_on),
            (ProtocolStep::Advice(Party::Municipality), advised_by_municipality_on),
            (ProtocolStep::Signature(Party::Agency), signed_by_agency_on),
            (ProtocolStep::Signature(Party::Municipality), signed_by_municipality_on),
            (ProtocolStep::Validation, validated_on),
            (ProtocolStep::Publication(Party::Agency), published_by_agency_on),
            (ProtocolStep::Publication(Party::Municipality), published_by_municipality_on),
            (ProtocolStep::Termination, terminated_on),
        ];
        let taken = || {
            let mut protocol = domain::Protocol::request(terms, requested_on.0)?;
            for (step, on) in steps {
                if let Some(Day(on)) = on {
                    protocol.take(step, on)?;
                }
            }
            Ok(protocol)
        };
        taken().map(Self).map_err(|error: domain::ProtocolError| error.raise(py))
    }

    /// The protocol with the advice of a party's data protection officer (*advies van de DPO*); raises as `take`.
    #[pyo3(signature = (party, /, *, on))]
    fn advise(&self, py: Python<'_>, party: Word<Party>, on: Day) -> PyResult<Self> {
        self.with(py, ProtocolStep::Advice(party.0), on)
    }

    /// The protocol with a party's signature (*ondertekening*); both advices come first. Raises as `take`.
    #[pyo3(signature = (party, /, *, on))]
    fn sign(&self, py: Python<'_>, party: Word<Party>, on: Day) -> PyResult<Self> {
        self.with(py, ProtocolStep::Signature(party.0), on)
    }

    /// The protocol with its validation (*validatie*), from which day it is in force; both signatures come first. Raises as
    /// `take`.
    #[pyo3(signature = (*, on))]
    fn validate(&self, py: Python<'_>, on: Day) -> PyResult<Self> {
        self.with(py, ProtocolStep::Validation, on)
    }

    /// The protocol with its publication on a party's website (*bekendmaking*); both signatures come first. Raises as
    /// `take`.
    #[pyo3(signature = (party, /, *, on))]
    fn publish(&self, py: Python<'_>, party: Word<Party>, on: Day) -> PyResult<Self> {
        self.with(py, ProtocolStep::Publication(party.0), on)
    }

    /// The protocol with its termination (*beëindiging*), from which day it is no longer in force; validation comes first.
    /// Raises as `take`.
    #[pyo3(signature = (*, on))]
    fn terminate(&self, py: Python<'_>, on: Day) -> PyResult<Self> {
        self.with(py, ProtocolStep::Termination, on)
    }

    /// The protocol with one step more; this one stays as it is.
    ///
    /// Raises `ProtocolError` if the day lies outside the years of the library, the step was taken before, a step that
    /// comes first is missing, the day lies before that step, or the term ran out before a termination; and
    /// `MunicipalityError` for an advice, a signature or the validation if the municipality's legal person has ended by
    /// the day.
    ///
    /// >>> import datetime as dt, inburgering as ib
    /// >>> protocol = ib.Protocol(
    /// ...     id="LEU-2024", municipality="24062", kind="standard", purposes="ceremony", duration_months=None,
    /// ...     retention_months=12, requested_on=dt.date(2024, 3, 1),
    /// ... )
    /// >>> try:  # May the agency sign before the advices?
    /// ...     protocol.take(ib.ProtocolStep.SIGNATURE_OF_AGENCY, on=dt.date(2024, 3, 4))
    /// ... except ib.ProtocolError as error:
    /// ...     print(error.missing.english)
    /// the advice of the agency
    #[pyo3(signature = (step, /, *, on))]
    fn take(&self, py: Python<'_>, step: Word<ProtocolStep>, on: Day) -> PyResult<Self> {
        self.with(py, step.0, on)
    }

    /// The day on which a step was taken, whatever the day of the question; `None` if it was not.
    #[pyo3(signature = (step, /))]
    fn taken_on(&self, step: Word<ProtocolStep>) -> Option<NaiveDate> {
        self.0.taken_on(step.0)
    }

    /// The name in your register.
    #[getter]
    fn id(&self) -> &str {
        self.0.id().as_str()
    }

    /// The municipality that concluded the protocol, under the code it had on the day of the request.
    #[getter]
    fn municipality(&self) -> Municipality {
        Municipality(self.0.municipality())
    }

    /// The standard protocol or a custom one.
    #[getter]
    fn kind(&self) -> Word<domain::ProtocolKind> {
        Word(self.0.kind())
    }

    /// The purposes for which data may be asked, in the order of the catalogue.
    #[getter]
    fn purposes(&self) -> Purposes {
        Purposes(self.0.purposes())
    }

    /// How long it is in force (*looptijd*), in months from the day of validation; `None` is until it is terminated.
    #[getter]
    fn duration_months(&self) -> Option<u32> {
        match self.0.terms().duration {
            domain::ProtocolDuration::Months(months) => Some(months.get()),
            domain::ProtocolDuration::Indefinite => None,
        }
    }

    /// How long the municipality may keep a list (*bewaartermijn*), in months from the day of delivery.
    #[getter]
    fn retention_months(&self) -> u32 {
        self.0.terms().retention.0.get()
    }

    /// The day of the request.
    #[getter]
    fn requested_on(&self) -> NaiveDate {
        self.0.requested_on()
    }

    /// The day of the advice of the agency's data protection officer.
    #[getter]
    fn advised_by_agency_on(&self) -> Option<NaiveDate> {
        self.0.taken_on(ProtocolStep::Advice(Party::Agency))
    }

    /// The day of the advice of the municipality's data protection officer.
    #[getter]
    fn advised_by_municipality_on(&self) -> Option<NaiveDate> {
        self.0.taken_on(ProtocolStep::Advice(Party::Municipality))
    }

    /// The day of the agency's signature.
    #[getter]
    fn signed_by_agency_on(&self) -> Option<NaiveDate> {
        self.0.taken_on(ProtocolStep::Signature(Party::Agency))
    }

    /// The day of the municipality's signature.
    #[getter]
    fn signed_by_municipality_on(&self) -> Option<NaiveDate> {
        self.0.taken_on(ProtocolStep::Signature(Party::Municipality))
    }

    /// The day of the later signature, once both have signed: the protocol is concluded.
    #[getter]
    fn signed_on(&self) -> Option<NaiveDate> {
        self.0.signed_on()
    }

    /// The first day in force, once it is validated.
    #[getter]
    fn validated_on(&self) -> Option<NaiveDate> {
        self.0.validated_on()
    }

    /// The day of the publication on the agency's website.
    #[getter]
    fn published_by_agency_on(&self) -> Option<NaiveDate> {
        self.0.taken_on(ProtocolStep::Publication(Party::Agency))
    }

    /// The day of the publication on the municipality's website.
    #[getter]
    fn published_by_municipality_on(&self) -> Option<NaiveDate> {
        self.0.taken_on(ProtocolStep::Publication(Party::Municipality))
    }

    /// The day of its termination, if it was terminated.
    #[getter]
    fn terminated_on(&self) -> Option<NaiveDate> {
        self.0.taken_on(ProtocolStep::Termination)
    }

    /// The first day on which it is no longer in force, if its end is recorded or follows from its duration.
    #[getter]
    fn ended_on(&self) -> Option<NaiveDate> {
        self.0.ended_on()
    }

    /// The legal basis on which it was concluded; `None` before both have signed, or before there was one. A list is
    /// delivered on the legal basis of the day of delivery.
    #[getter]
    fn legal_basis(&self) -> Option<Word<domain::LegalBasis>> {
        self.0.legal_basis().map(Word)
    }

    /// The stage as known on a day; `None` before the day of the request.
    #[pyo3(signature = (on))]
    fn stage_on(&self, on: Day) -> Option<Word<domain::ProtocolStage>> {
        self.0.stage_on(on.0).map(Word)
    }

    /// Whether it is validated and has not ended, as known on a day.
    #[pyo3(signature = (on))]
    fn in_force_on(&self, on: Day) -> bool {
        self.0.in_force_on(on.0)
    }

    /// The parties that have still to publish the protocol on their website, the agency first, if it is in force on the
    /// day. A protocol that is not published is in force all the same.
    #[pyo3(signature = (*, on))]
    fn open_obligations(&self, on: Day) -> Vec<Word<Party>> {
        self.0.open_obligations(on.0).into_iter().map(Word).collect()
    }

    /// The last day on which the municipality may keep a list that was delivered on a day.
    ///
    /// For deliveries from 2019-07-29 to 2024-06-15 the law had a cap of five years (decree of 7 June 2013, art. 20).
    ///
    /// >>> import datetime as dt, inburgering as ib
    /// >>> protocol = ib.Protocol(
    /// ...     id="LEU-2024", municipality="24062", kind="standard", purposes="ceremony", duration_months=None,
    /// ...     retention_months=12, requested_on=dt.date(2024, 3, 1),
    /// ... )
    /// >>> protocol.last_day_kept(delivered_on=dt.date(2025, 3, 1))
    /// datetime.date(2026, 2, 28)
    #[pyo3(signature = (*, delivered_on))]
    fn last_day_kept(&self, delivered_on: Day) -> NaiveDate {
        self.0.last_day_kept(delivered_on.0)
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.Protocol {} of {}>", self.0.id(), self.0.municipality())
    }
}

pickled_as_json!(Protocol);

/// The party in the words of a Dutch letter.
#[pyfunction]
#[pyo3(signature = (party, /))]
pub(crate) fn _party_dutch(party: Word<Party>) -> &'static str {
    party.0.dutch()
}

/// The party in the words of an English letter.
#[pyfunction]
#[pyo3(signature = (party, /))]
pub(crate) fn _party_english(party: Word<Party>) -> String {
    party.0.to_string()
}

/// The kind in the words of a Dutch letter.
#[pyfunction]
#[pyo3(signature = (kind, /))]
pub(crate) fn _protocol_kind_dutch(kind: Word<domain::ProtocolKind>) -> &'static str {
    kind.0.dutch()
}

/// The stage in Dutch.
#[pyfunction]
#[pyo3(signature = (stage, /))]
pub(crate) fn _protocol_stage_dutch(stage: Word<domain::ProtocolStage>) -> &'static str {
    stage.0.dutch()
}

/// The step in English words.
#[pyfunction]
#[pyo3(signature = (step, /))]
pub(crate) fn _protocol_step_english(step: Word<ProtocolStep>) -> String {
    step.0.to_string()
}

/// The steps without which this one cannot be taken.
#[pyfunction]
#[pyo3(signature = (step, /))]
pub(crate) fn _protocol_step_requires(step: Word<ProtocolStep>) -> Vec<Word<ProtocolStep>> {
    step.0.requires().iter().copied().map(Word).collect()
}

impl Raise for domain::ProtocolError {
    fn raise(self, py: Python<'_>) -> PyErr {
        let this = match self {
            Self::Municipality(error) => return error.raise(py),
            this => this,
        };
        exception(py, "ProtocolError", &this, this.code(), |fields| match &this {
            Self::OutsideHorizon { on } => fields.set_item("on", on),
            Self::Repeated { protocol, step, first } => {
                fields.set_item("protocol", protocol.as_str())?;
                fields.set_item("step", Word(*step))?;
                fields.set_item("first", first)
            }
            Self::OutOfOrder { protocol, step, missing } => {
                fields.set_item("protocol", protocol.as_str())?;
                fields.set_item("step", Word(*step))?;
                fields.set_item("missing", Word(*missing))
            }
            Self::Backdated { protocol, step, on, followed_on } => {
                fields.set_item("protocol", protocol.as_str())?;
                fields.set_item("step", Word(*step))?;
                fields.set_item("on", on)?;
                fields.set_item("followed_on", followed_on)
            }
            Self::RunOut { protocol, on, ran_out_on } => {
                fields.set_item("protocol", protocol.as_str())?;
                fields.set_item("on", on)?;
                fields.set_item("ran_out_on", ran_out_on)
            }
            _ => Ok(()),
        })
    }
}
