//! The request for a list (*aanvraag*).
//!
//! Follows the page, "Werkwijze". Leaves out the form by which it comes in, and how it is judged: see the assessment.

use core::fmt;
use core::str::FromStr;

use chrono::NaiveDate;

use crate::opaque::{RequestId, Requester};
use crate::{Municipality, MunicipalityError, ProtocolKind, Purposes};

/// The door by which a request comes in (*knop op de pagina*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Door {
    /// The municipality has a signed protocol, and asks for data (the default).
    #[default]
    Data,
    /// It has none, and asks for the standard protocol and data.
    StandardProtocolAndData,
    /// It has none, and asks for a protocol of its own and data.
    CustomProtocolAndData,
}

impl Door {
    /// Every door.
    pub const ALL: [Self; 3] = [Self::Data, Self::StandardProtocolAndData, Self::CustomProtocolAndData];

    /// The stable text of the door, in `snake_case`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::StandardProtocolAndData => "standard_protocol_and_data",
            Self::CustomProtocolAndData => "custom_protocol_and_data",
        }
    }

    /// The kind of protocol that is asked for by this door; none where one is said to exist.
    pub const fn protocol_asked(self) -> Option<ProtocolKind> {
        match self {
            Self::Data => None,
            Self::StandardProtocolAndData => Some(ProtocolKind::Standard),
            Self::CustomProtocolAndData => Some(ProtocolKind::Custom),
        }
    }
}

/// The stable text ([`Door::as_str`]).
impl fmt::Display for Door {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Reads the stable text ([`Door::as_str`]).
impl FromStr for Door {
    type Err = RequestError;

    fn from_str(text: &str) -> Result<Self, RequestError> {
        let found = Self::ALL.into_iter().find(|door| door.as_str() == text);
        // NOTE: a text with many digits may be a register number in the wrong place: it is not kept.
        found.ok_or_else(|| match crate::insz::length_if_many_digits(text) {
            Some(length) => RequestError::NotADoor { length },
            None => RequestError::UnknownDoor { text: text.into() },
        })
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Door {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::serde_text::deserialize(deserializer, "the name of a door as text")
    }
}

/// Why there is no request.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RequestError {
    /// The municipality is not valid on the day of receipt, or the day lies outside the horizon.
    #[error(transparent)]
    Municipality(#[from] MunicipalityError),
    /// No door has this name.
    #[error("no door is called `{text}`; use `data`, `standard_protocol_and_data` or `custom_protocol_and_data`")]
    UnknownDoor {
        /// The caller's text.
        text: String,
    },
    /// More than five digits, which no door has. The text is not kept: it may be a register number in the wrong place.
    #[error(
        "no door has digits, given are {length} characters; use `data`, `standard_protocol_and_data` or `custom_protocol_and_data`"
    )]
    NotADoor {
        /// How many characters were given, without outer white space.
        length: usize,
    },
}

/// A request for a list (*aanvraag*): who asks for what, when it was received, by which door.
///
/// Invariant: the municipality is valid on the day of receipt.
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::{Door, Purpose, Request};
///
/// // Lokeren asks for a list under the code it had until 2024: which code does it have?
/// let received = NaiveDate::from_ymd_opt(2025, 3, 3).unwrap();
/// let error = Request::new("46014".parse()?, received, Purpose::Ceremony.into(), "burgerzaken".parse()?).unwrap_err();
/// assert_eq!(error.to_string(), "municipality 46014 (Lokeren) ended on 2025-01-01; use 46029 (Lokeren)");
///
/// let request = Request::new("46029".parse()?, received, Purpose::Ceremony.into(), "burgerzaken".parse()?)?;
/// assert_eq!(request.id().as_str(), "46029-2025-03-03");
/// assert_eq!(request.door(), Door::Data);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "RequestFields", into = "RequestFields"))]
pub struct Request {
    id: RequestId,
    municipality: Municipality,
    received_on: NaiveDate,
    purposes: Purposes,
    requester: Requester,
    door: Door,
}

impl Request {
    /// A request for data, by the first door, named `{code}-{day of receipt}`.
    ///
    /// # Errors
    /// [`RequestError::Municipality`] if the municipality is not valid on the day of receipt, or that day lies outside
    /// the horizon; the message names the code to use instead.
    pub fn new(
        municipality: Municipality,
        received_on: NaiveDate,
        purposes: Purposes,
        requester: Requester,
    ) -> Result<Self, RequestError> {
        municipality.require_valid_on(received_on)?;
        let id = RequestId::of_request(municipality, received_on);
        Ok(Self { id, municipality, received_on, purposes, requester, door: Door::default() })
    }

    /// The same request, by this door.
    #[must_use]
    pub fn through(self, door: Door) -> Self {
        Self { door, ..self }
    }

    /// The same request, under this name.
    #[must_use]
    pub fn with_id(self, id: RequestId) -> Self {
        Self { id, ..self }
    }

    /// The name in the caller's books.
    pub const fn id(&self) -> &RequestId {
        &self.id
    }

    /// The municipality, under the code it had on the day of receipt.
    pub const fn municipality(&self) -> Municipality {
        self.municipality
    }

    /// The day of receipt.
    pub const fn received_on(&self) -> NaiveDate {
        self.received_on
    }

    /// The purposes.
    pub const fn purposes(&self) -> Purposes {
        self.purposes
    }

    /// Who asked: opaque text of the caller's.
    pub const fn requester(&self) -> &Requester {
        &self.requester
    }

    /// The door by which it came in.
    pub const fn door(&self) -> Door {
        self.door
    }
}

/// A request as it is written.
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct RequestFields {
    #[serde(default)]
    id: Option<RequestId>,
    municipality: Municipality,
    received_on: NaiveDate,
    purposes: Purposes,
    requester: Requester,
    #[serde(default)]
    door: Door,
}

#[cfg(feature = "serde")]
impl From<Request> for RequestFields {
    fn from(request: Request) -> Self {
        let Request { id, municipality, received_on, purposes, requester, door } = request;
        Self { id: Some(id), municipality, received_on, purposes, requester, door }
    }
}

#[cfg(feature = "serde")]
impl TryFrom<RequestFields> for Request {
    type Error = RequestError;

    fn try_from(fields: RequestFields) -> Result<Self, RequestError> {
        let request = Self::new(fields.municipality, fields.received_on, fields.purposes, fields.requester)?;
        let request = request.through(fields.door);
        Ok(match fields.id {
            Some(id) => request.with_id(id),
            None => request,
        })
    }
}
