//! Notices: the class `Notice`.

use inburgering as domain;
use pyo3::prelude::*;

use crate::citation::Citation;
use crate::habits::pickled_as_json;
use crate::municipality::Municipality;
use crate::several::Tuple;
use crate::vocabulary::Word;

/// What an assessment says besides its answer (*opmerking*); it changes nothing in the answer.
///
/// `code` is a word of the closed catalogue `NoticeCode`; `str` is the English sentence, `dutch` the Dutch one. Each
/// further attribute is `None` for the notices that have nothing to say there.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> received = dt.date(2025, 7, 7)
/// >>> request = ib.Request(
/// ...     municipality="24062", received_on=received, purposes="ceremony", requester="dienst samenleven",
/// ...     door=ib.Door.CUSTOM_PROTOCOL_AND_DATA,
/// ... )
/// >>> [notice] = ib.assess(request, on=received, protocols=[]).notices  # Why is there no due day?
/// >>> print(notice)
/// no term is stated for a custom protocol that was not yet signed at receipt: there is no due day
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Notice(pub(crate) domain::Notice);

#[pymethods]
impl Notice {
    /// The stable code.
    #[getter]
    fn code(&self) -> Word<domain::NoticeCode> {
        Word(self.0.code())
    }

    /// The source of the rule behind the notice.
    #[getter]
    fn citation(&self) -> Citation {
        Citation(self.0.citation())
    }

    /// The sentence for a Dutch reader.
    #[getter]
    fn dutch(&self) -> String {
        self.0.dutch()
    }

    /// `carried_over`: the municipality that asked.
    #[getter]
    fn from_municipality(&self) -> Option<Municipality> {
        match self.0 {
            domain::Notice::CarriedOver { from, .. } => Some(Municipality(from)),
            _ => None,
        }
    }

    /// `carried_over`: the same legal person on the day.
    #[getter]
    fn to_municipality(&self) -> Option<Municipality> {
        match self.0 {
            domain::Notice::CarriedOver { to, .. } => Some(Municipality(to)),
            _ => None,
        }
    }

    /// `city_agency`: the municipality with a city agency of its own.
    #[getter]
    fn municipality(&self) -> Option<Municipality> {
        match self.0 {
            domain::Notice::CityAgency { municipality } => Some(Municipality(municipality)),
            _ => None,
        }
    }

    /// `territory_grown`, `inherited_protocol`, `not_published`, `door_not_signed`, `door_already_signed`: the name of
    /// the protocol.
    #[getter]
    fn protocol(&self) -> Option<&str> {
        match &self.0 {
            domain::Notice::TerritoryGrown { protocol, .. }
            | domain::Notice::InheritedProtocol { protocol, .. }
            | domain::Notice::NotPublished { protocol, .. }
            | domain::Notice::DoorNotSigned { protocol }
            | domain::Notice::DoorAlreadySigned { protocol } => Some(protocol.as_str()),
            _ => None,
        }
    }

    /// `territory_grown`: the municipalities that were absorbed.
    #[getter]
    fn absorbed(&self) -> Option<Tuple<Municipality>> {
        match &self.0 {
            domain::Notice::TerritoryGrown { absorbed, .. } => Some(Tuple(municipalities(absorbed))),
            _ => None,
        }
    }

    /// `inherited_protocol`: the predecessor that concluded the protocol.
    #[getter]
    fn concluded_by(&self) -> Option<Municipality> {
        match self.0 {
            domain::Notice::InheritedProtocol { concluded_by, .. } => Some(Municipality(concluded_by)),
            _ => None,
        }
    }

    /// `inherited_protocol`: the predecessors that have none in force.
    #[getter]
    fn without(&self) -> Option<Tuple<Municipality>> {
        match &self.0 {
            domain::Notice::InheritedProtocol { without, .. } => Some(Tuple(municipalities(without))),
            _ => None,
        }
    }

    /// `not_published`: who has still to publish the protocol, the agency first.
    #[getter]
    fn by(&self) -> Option<Tuple<Word<domain::Party>>> {
        match &self.0 {
            domain::Notice::NotPublished { by, .. } => Some(by.iter().copied().map(Word).collect()),
            _ => None,
        }
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.Notice {}: {}>", self.0.code(), self.0)
    }
}

pickled_as_json!(Notice);

/// Municipalities on their way out.
pub(crate) fn municipalities(of: &[domain::Municipality]) -> Vec<Municipality> {
    of.iter().copied().map(Municipality).collect()
}

/// The source of the rule behind the notice.
#[pyfunction]
#[pyo3(signature = (code, /))]
pub(crate) fn _notice_code_citation(code: Word<domain::NoticeCode>) -> Citation {
    Citation(code.0.citation())
}
