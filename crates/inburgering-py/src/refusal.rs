//! Refusals: the classes `Refusal` and `EarlierRequest`.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;

use crate::citation::Citation;
use crate::convert::Day;
use crate::habits::pickled_as_json;
use crate::municipality::Municipality;
use crate::notice::municipalities;
use crate::opaque::Opaque;
use crate::purpose::Purposes;
use crate::several::Tuple;
use crate::vocabulary::Word;

/// Why a request is refused (*reden van weigering*).
///
/// `code` is a word of the closed catalogue `RefusalCode`; `str` is the English sentence, `dutch` the Dutch one. Each
/// further attribute is `None` for the refusals that have nothing to say there.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> received = dt.date(2025, 7, 7)
/// >>> request = ib.Request(municipality="24062", received_on=received, purposes="ceremony", requester="samenleven")
/// >>> [refusal] = ib.assess(request, on=received, protocols=[]).reasons  # What should Leuven do?
/// >>> print(refusal)
/// 24062 (Leuven) has no protocol: ask for a protocol and data together
/// >>> refusal.code
/// <RefusalCode.NO_PROTOCOL: 'no_protocol'>
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Refusal(pub(crate) domain::Refusal);

#[pymethods]
impl Refusal {
    /// The stable code.
    #[getter]
    fn code(&self) -> Word<domain::RefusalCode> {
        Word(self.0.code())
    }

    /// The source of the rule behind the refusal.
    #[getter]
    fn citation(&self) -> Citation {
        Citation(self.0.citation())
    }

    /// The sentence for a Dutch reader.
    #[getter]
    fn dutch(&self) -> String {
        self.0.dutch()
    }

    /// `not_flemish`, `brussels_not_stated`, `municipality_ended`, `no_protocol`, `protocol_inherited`: the municipality.
    #[getter]
    fn municipality(&self) -> Option<Municipality> {
        match self.0 {
            domain::Refusal::NotFlemish { municipality }
            | domain::Refusal::BrusselsNotStated { municipality }
            | domain::Refusal::MunicipalityEnded { municipality, .. }
            | domain::Refusal::NoProtocol { municipality }
            | domain::Refusal::ProtocolInherited { municipality, .. } => Some(Municipality(municipality)),
            _ => None,
        }
    }

    /// `municipality_ended`: the municipality that took its place.
    #[getter]
    fn successor(&self) -> Option<Municipality> {
        match self.0 {
            domain::Refusal::MunicipalityEnded { successor, .. } => Some(Municipality(successor)),
            _ => None,
        }
    }

    /// `no_legal_basis`: the day.
    #[getter]
    fn on(&self) -> Option<NaiveDate> {
        match self.0 {
            domain::Refusal::NoLegalBasis { on } => Some(on),
            _ => None,
        }
    }

    /// `protocol_not_in_force`, `protocol_ended`, `purpose_outside_protocol`: the name of the protocol.
    #[getter]
    fn protocol(&self) -> Option<&str> {
        match &self.0 {
            domain::Refusal::ProtocolNotInForce { protocol, .. }
            | domain::Refusal::ProtocolEnded { protocol, .. }
            | domain::Refusal::PurposeOutsideProtocol { protocol, .. } => Some(protocol.as_str()),
            _ => None,
        }
    }

    /// `protocol_not_in_force`: how far the protocol is: requested, advised or signed.
    #[getter]
    fn stage(&self) -> Option<Word<domain::ProtocolStage>> {
        match self.0 {
            domain::Refusal::ProtocolNotInForce { stage, .. } => Some(Word(stage)),
            _ => None,
        }
    }

    /// `protocol_ended`: the first day on which the protocol was no longer in force.
    #[getter]
    fn ended_on(&self) -> Option<NaiveDate> {
        match self.0 {
            domain::Refusal::ProtocolEnded { ended_on, .. } => Some(ended_on),
            _ => None,
        }
    }

    /// `protocol_inherited`: the names of the predecessors' protocols.
    #[getter]
    fn protocols(&self) -> Option<Tuple<&str>> {
        match &self.0 {
            domain::Refusal::ProtocolInherited { protocols, .. } => {
                Some(protocols.iter().map(domain::ProtocolId::as_str).collect())
            }
            _ => None,
        }
    }

    /// `protocol_inherited`: the predecessors that have none in force.
    #[getter]
    fn without(&self) -> Option<Tuple<Municipality>> {
        match &self.0 {
            domain::Refusal::ProtocolInherited { without, .. } => Some(Tuple(municipalities(without))),
            _ => None,
        }
    }

    /// `purpose_outside_protocol`: the purposes that the protocol does not name.
    #[getter]
    fn outside(&self) -> Option<Purposes> {
        match self.0 {
            domain::Refusal::PurposeOutsideProtocol { outside, .. } => Some(Purposes(outside)),
            _ => None,
        }
    }

    /// `purpose_outside_protocol`: the purposes that it names.
    #[getter]
    fn allowed(&self) -> Option<Purposes> {
        match self.0 {
            domain::Refusal::PurposeOutsideProtocol { allowed, .. } => Some(Purposes(allowed)),
            _ => None,
        }
    }

    /// `already_requested`: the other requests of that year.
    #[getter]
    fn earlier(&self) -> Option<Tuple<EarlierRequest>> {
        match &self.0 {
            domain::Refusal::AlreadyRequested { earlier, .. } => {
                Some(earlier.iter().cloned().map(EarlierRequest).collect())
            }
            _ => None,
        }
    }

    /// `already_requested`: the first day of receipt on which a new request can be granted.
    #[getter]
    fn free_from(&self) -> Option<NaiveDate> {
        match self.0 {
            domain::Refusal::AlreadyRequested { free_from, .. } => Some(free_from),
            _ => None,
        }
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.Refusal {}: {}>", self.0.code(), self.0)
    }
}

pickled_as_json!(Refusal);

/// A request that takes the year (*eerdere aanvraag*), as a refusal names it; ordered by the day of receipt, then by name.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> print(ib.EarlierRequest(id="46029-2025-03-03", received_on=dt.date(2025, 3, 3)))
/// request 46029-2025-03-03 (received on 2025-03-03)
#[pyclass(frozen, eq, ord, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct EarlierRequest(pub(crate) domain::EarlierRequest);

#[pymethods]
impl EarlierRequest {
    #[new]
    #[pyo3(signature = (*, id, received_on))]
    fn new(id: Opaque<domain::RequestId>, received_on: Day) -> Self {
        Self(domain::EarlierRequest { received_on: received_on.0, id: id.0 })
    }

    /// The name of the request.
    #[getter]
    fn id(&self) -> &str {
        self.0.id.as_str()
    }

    /// The day of its receipt.
    #[getter]
    fn received_on(&self) -> NaiveDate {
        self.0.received_on
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.EarlierRequest {} received on {}>", self.0.id, self.0.received_on)
    }
}

pickled_as_json!(EarlierRequest);

/// The source of the rule behind the refusal.
#[pyfunction]
#[pyo3(signature = (code, /))]
pub(crate) fn _refusal_code_citation(code: Word<domain::RefusalCode>) -> Citation {
    Citation(code.0.citation())
}
