//! The books of a question about a request: its protocols, and the requests of the past.

use chrono::NaiveDate;
use inburgering::{
    Door, History, Months, Municipality, Party, ProtocolDuration, ProtocolError, ProtocolKind, ProtocolStep,
    ProtocolTerms, Purposes, Register, RequestState, Retention,
};
use serde::{Deserialize, Serialize};

use super::{Unanswerable, is_default};

/// A protocol. The days of a step by both parties are those of the agency and of the municipality, in this order; one day
/// stands for both, an empty text for none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each is the step or the term of the same name")]
pub struct Protocol {
    pub id: String,
    pub municipality: String,
    #[serde(default = "standard")]
    pub kind: String,
    #[serde(default = "ceremony")]
    pub purposes: Vec<String>,
    /// The duration in months; indefinite without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
    /// How many months a list may be kept.
    #[serde(default = "year")]
    pub retention: u32,
    pub requested: NaiveDate,
    #[serde(default, skip_serializing_if = "is_default")]
    pub advised: Vec<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub signed: Vec<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub validated: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub published: Vec<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub terminated: Option<NaiveDate>,
}

/// A request, with what became of it: pairs of a state and a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each is the part of a request of the same name")]
pub struct Request {
    #[serde(default, skip_serializing_if = "is_default")]
    pub id: Option<String>,
    pub municipality: String,
    pub received: NaiveDate,
    #[serde(default = "ceremony")]
    pub purposes: Vec<String>,
    #[serde(default = "data")]
    pub door: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub steps: Vec<(String, NaiveDate)>,
}

pub(super) fn standard() -> String {
    ProtocolKind::Standard.as_str().into()
}

pub(super) fn ceremony() -> Vec<String> {
    vec!["ceremony".into()]
}

pub(super) const fn year() -> u32 {
    12
}

pub(super) fn data() -> String {
    Door::Data.as_str().into()
}

fn purposes(texts: &[String]) -> Result<Purposes, Unanswerable> {
    let purposes = texts.iter().map(|text| text.parse()).collect::<Result<Vec<_>, _>>()?;
    Ok(Purposes::new(purposes)?)
}

impl Protocol {
    /// A standard protocol of a municipality with every step on one day.
    pub(super) fn of_one_day(municipality: &str, on: NaiveDate) -> Self {
        let by_both = || vec![on.to_string()];
        Self {
            id: "P-1".into(),
            municipality: municipality.into(),
            kind: standard(),
            purposes: ceremony(),
            months: None,
            retention: year(),
            requested: on,
            advised: by_both(),
            signed: by_both(),
            validated: Some(on),
            published: by_both(),
            terminated: None,
        }
    }

    fn protocol(&self) -> Result<inburgering::Protocol, Unanswerable> {
        Ok(self.taken()??)
    }

    /// The protocol with its steps, or why one of them cannot be taken.
    ///
    /// # Errors
    /// If a word, a code or a day of it is none.
    pub fn taken(&self) -> Result<Result<inburgering::Protocol, ProtocolError>, Unanswerable> {
        let (terms, steps) = (self.terms()?, self.steps()?);
        let taken = || {
            let mut protocol = inburgering::Protocol::request(terms, self.requested)?;
            steps.into_iter().try_for_each(|(step, on)| protocol.take(step, on))?;
            Ok(protocol)
        };
        Ok(taken())
    }

    fn terms(&self) -> Result<ProtocolTerms, Unanswerable> {
        let kinds = [ProtocolKind::Standard, ProtocolKind::Custom];
        let kind = kinds.into_iter().find(|kind| kind.as_str() == self.kind).ok_or("no such kind of protocol")?;
        Ok(ProtocolTerms {
            id: self.id.parse()?,
            municipality: self.municipality.parse()?,
            kind,
            purposes: purposes(&self.purposes)?,
            duration: match self.months {
                Some(months) => ProtocolDuration::Months(Months::new(months)?),
                None => ProtocolDuration::Indefinite,
            },
            retention: Retention(Months::new(self.retention)?),
        })
    }

    /// The steps after the request, in their order.
    pub(super) fn steps(&self) -> Result<Vec<(ProtocolStep, NaiveDate)>, Unanswerable> {
        let mut steps = of_both(ProtocolStep::Advice, &self.advised)?;
        steps.extend(of_both(ProtocolStep::Signature, &self.signed)?);
        steps.extend(self.validated.map(|on| (ProtocolStep::Validation, on)));
        steps.extend(of_both(ProtocolStep::Publication, &self.published)?);
        steps.extend(self.terminated.map(|on| (ProtocolStep::Termination, on)));
        Ok(steps)
    }
}

fn of_both(step: fn(Party) -> ProtocolStep, days: &[String]) -> Result<Vec<(ProtocolStep, NaiveDate)>, Unanswerable> {
    let days = match days {
        [one] => vec![one, one],
        days => days.iter().collect(),
    };
    let given = Party::ALL.into_iter().zip(days).filter(|(_, day)| !day.is_empty());
    given.map(|(party, day)| Ok((step(party), day.parse().map_err(|_| "a day is written YYYY-MM-DD")?))).collect()
}

impl Request {
    /// A request for data that nothing has become of yet.
    pub(super) fn of(municipality: &str, received: NaiveDate) -> Self {
        let municipality = municipality.into();
        Self { id: None, municipality, received, purposes: ceremony(), door: data(), steps: Vec::new() }
    }

    /// The request as the library has it.
    ///
    /// # Errors
    /// If a word, a code or a day of it is none.
    pub fn request(&self) -> Result<inburgering::Request, Unanswerable> {
        let municipality: Municipality = self.municipality.parse()?;
        let purposes = purposes(&self.purposes)?;
        let request = inburgering::Request::new(municipality, self.received, purposes, "dienst burgerzaken".parse()?)?;
        let request = request.through(self.door.parse()?);
        Ok(match &self.id {
            Some(id) => request.with_id(id.parse()?),
            None => request,
        })
    }
}

/// The register of these protocols.
///
/// # Errors
/// If one of them cannot be.
pub fn register(protocols: &[Protocol]) -> Result<Register, Unanswerable> {
    let mut register = Register::new();
    for protocol in protocols {
        register.add(protocol.protocol()?)?;
    }
    Ok(register)
}

/// The history of these requests.
///
/// # Errors
/// If one of them cannot be.
pub fn history(requests: &[Request]) -> Result<History, Unanswerable> {
    use RequestState::{Delivered, Granted, Received, Refused, Waiting, Withdrawn};
    let states = [Received, Granted, Waiting, Refused, Delivered, Withdrawn];
    let mut history = History::new();
    for row in requests {
        let request = row.request()?;
        let id = request.id().clone();
        history.receive(request)?;
        for (word, on) in &row.steps {
            let state = states.into_iter().find(|state| state.as_str() == word).ok_or("no such state of a request")?;
            history.take(&id, state, *on)?;
        }
    }
    Ok(history)
}
