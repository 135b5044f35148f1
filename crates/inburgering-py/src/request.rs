//! Requests for a list: the class `Request`.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::convert::{Day, Place};
use crate::errors::{Raise, exception};
use crate::habits::pickled_as_json;
use crate::municipality::Municipality;
use crate::opaque::Opaque;
use crate::purpose::Purposes;
use crate::vocabulary::Word;

/// A request for a list (*aanvraag*): who asks for what, when it was received, by which door.
///
/// `municipality` is a `Municipality` or its NIS code, and must exist on the day of receipt (`MunicipalityError`, which
/// names the code to use instead). `purposes` is one purpose or several (`PurposeError` for none). `requester` is a text of
/// your own that names who asked, on one line and without a register number (`OpaqueTextError`). `door` is the button on
/// the agency's page by which it came in. `id` is the name in your books; without one, it is the code and the day.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> request = ib.Request(
/// ...     municipality="46029", received_on=dt.date(2025, 3, 3), purposes=["ceremony", "buddy_work"],
/// ...     requester="burgerzaken", door=ib.Door.DATA,
/// ... )
/// >>> request
/// <inburgering.Request 46029-2025-03-03 of 46029 (Lokeren)>
/// >>> try:  # Lokeren asks under the code it had until 2024: which code does it have?
/// ...     ib.Request(
/// ...         municipality="46014", received_on=dt.date(2025, 3, 3), purposes="ceremony", requester="burgerzaken"
/// ...     )
/// ... except ib.MunicipalityError as error:
/// ...     print(error)
/// municipality 46014 (Lokeren) ended on 2025-01-01; use 46029 (Lokeren)
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Request(pub(crate) domain::Request);

#[pymethods]
impl Request {
    #[new]
    #[pyo3(signature = (
        *, municipality, received_on, purposes, requester, door = DoorGiven(domain::Door::Data), id = None
    ))]
    fn new(
        py: Python<'_>,
        municipality: Place,
        received_on: Day,
        purposes: Purposes,
        requester: Opaque<domain::Requester>,
        door: DoorGiven,
        id: Option<Opaque<domain::RequestId>>,
    ) -> PyResult<Self> {
        let request = domain::Request::new(municipality.0, received_on.0, purposes.0, requester.0)
            .map_err(|error| error.raise(py))?
            .through(door.0);
        Ok(Self(match id {
            Some(id) => request.with_id(id.0),
            None => request,
        }))
    }

    /// The same request, by this door.
    #[pyo3(signature = (door, /))]
    fn through(&self, door: DoorGiven) -> Self {
        Self(self.0.clone().through(door.0))
    }

    /// The same request, under this name.
    #[pyo3(signature = (id, /))]
    fn with_id(&self, id: Opaque<domain::RequestId>) -> Self {
        Self(self.0.clone().with_id(id.0))
    }

    /// The name in your books.
    #[getter]
    fn id(&self) -> &str {
        self.0.id().as_str()
    }

    /// The municipality, under the code it had on the day of receipt.
    #[getter]
    fn municipality(&self) -> Municipality {
        Municipality(self.0.municipality())
    }

    /// The day of receipt.
    #[getter]
    fn received_on(&self) -> NaiveDate {
        self.0.received_on()
    }

    /// The purposes, in the order of the catalogue.
    #[getter]
    fn purposes(&self) -> Purposes {
        Purposes(self.0.purposes())
    }

    /// Who asked: a text of your own.
    #[getter]
    fn requester(&self) -> &str {
        self.0.requester().as_str()
    }

    /// The door by which it came in.
    #[getter]
    fn door(&self) -> Word<domain::Door> {
        Word(self.0.door())
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.Request {} of {}>", self.0.id(), self.0.municipality())
    }
}

pickled_as_json!(Request);

/// A door as it is given: a word, or its text, which the core reads.
#[derive(Clone, Copy)]
struct DoorGiven(domain::Door);

impl<'py> FromPyObject<'_, 'py> for DoorGiven {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = crate::hints::word_or_text::<domain::Door>();

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let Ok(text) = given.cast::<PyString>() else {
            let kind = given.get_type().name()?;
            return Err(PyTypeError::new_err(format!("a {kind} was given where a Door or its text is meant")));
        };
        text.to_str()?.parse().map(Self).map_err(|error: domain::RequestError| error.raise(given.py()))
    }
}

/// The kind of protocol that is asked for by the door.
#[pyfunction]
#[pyo3(signature = (door, /))]
pub(crate) fn _door_protocol_asked(door: Word<domain::Door>) -> Option<Word<domain::ProtocolKind>> {
    door.0.protocol_asked().map(Word)
}

impl Raise for domain::RequestError {
    fn raise(self, py: Python<'_>) -> PyErr {
        let code = match self {
            Self::Municipality(error) => return error.raise(py),
            Self::UnknownDoor { .. } => "unknown_door",
            Self::NotADoor { .. } => "not_a_door",
            _ => "other",
        };
        exception(py, "RequestError", &self, code, |fields| match &self {
            Self::UnknownDoor { text } => fields.set_item("text", text),
            Self::NotADoor { length } => fields.set_item("length", length),
            _ => Ok(()),
        })
    }
}
