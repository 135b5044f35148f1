//! The books of a golden case: its protocols, its requests of the past, and how they are built from text.

use chrono::NaiveDate;
use inburgering::{
    Door, History, Months, Municipality, Party, Protocol, ProtocolDuration, ProtocolError, ProtocolKind, ProtocolStep,
    ProtocolTerms, Purposes, Register, Request, RequestState, Retention,
};
use serde::Deserialize;

pub(crate) use crate::golden::{cases, day};

pub(crate) fn municipality(code: &str) -> Municipality {
    code.parse().unwrap()
}

pub(crate) fn purposes(texts: &[String]) -> Purposes {
    Purposes::new(texts.iter().map(|text| text.parse().unwrap())).unwrap()
}

/// A protocol of a case. The days of a step by both parties are those of the agency and of the municipality, in this
/// order; one day stands for both, an empty text for none.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProtocolRow {
    pub(crate) id: String,
    pub(crate) municipality: String,
    #[serde(default = "standard")]
    pub(crate) kind: String,
    #[serde(default = "ceremony")]
    pub(crate) purposes: Vec<String>,
    pub(crate) months: Option<u32>,
    #[serde(default = "year")]
    pub(crate) retention: u32,
    pub(crate) requested: String,
    #[serde(default)]
    pub(crate) advised: Vec<String>,
    #[serde(default)]
    pub(crate) signed: Vec<String>,
    pub(crate) validated: Option<String>,
    #[serde(default)]
    pub(crate) published: Vec<String>,
    pub(crate) terminated: Option<String>,
}

fn standard() -> String {
    "standard".into()
}

fn ceremony() -> Vec<String> {
    vec!["ceremony".into()]
}

const fn year() -> u32 {
    12
}

impl ProtocolRow {
    pub(crate) fn terms(&self) -> ProtocolTerms {
        ProtocolTerms {
            id: self.id.parse().unwrap(),
            municipality: municipality(&self.municipality),
            kind: [ProtocolKind::Standard, ProtocolKind::Custom]
                .into_iter()
                .find(|kind| kind.as_str() == self.kind)
                .unwrap(),
            purposes: purposes(&self.purposes),
            duration: match self.months {
                Some(months) => ProtocolDuration::Months(Months::new(months).unwrap()),
                None => ProtocolDuration::Indefinite,
            },
            retention: Retention(Months::new(self.retention).unwrap()),
        }
    }

    pub(crate) fn steps(&self) -> Vec<(ProtocolStep, NaiveDate)> {
        let mut steps = Vec::new();
        let both = |steps: &mut Vec<_>, step: fn(Party) -> ProtocolStep, days: &[String]| {
            let days = match days {
                [one] => vec![one, one],
                days => days.iter().collect(),
            };
            let given = Party::ALL.into_iter().zip(days).filter(|(_, text)| !text.is_empty());
            steps.extend(given.map(|(party, text)| (step(party), day(text))));
        };
        both(&mut steps, ProtocolStep::Advice, &self.advised);
        both(&mut steps, ProtocolStep::Signature, &self.signed);
        steps.extend(self.validated.iter().map(|text| (ProtocolStep::Validation, day(text))));
        both(&mut steps, ProtocolStep::Publication, &self.published);
        steps.extend(self.terminated.iter().map(|text| (ProtocolStep::Termination, day(text))));
        steps
    }

    pub(crate) fn protocol(&self) -> Result<Protocol, ProtocolError> {
        let mut protocol = Protocol::request(self.terms(), day(&self.requested))?;
        for (step, on) in self.steps() {
            let before = protocol.clone();
            if let Err(error) = protocol.take(step, on) {
                assert_eq!(protocol, before, "a refused step leaves the protocol as it was");
                return Err(error);
            }
        }
        Ok(protocol)
    }
}

pub(crate) fn register(rows: &[ProtocolRow]) -> Register {
    let mut register = Register::new();
    for row in rows {
        register.add(row.protocol().unwrap_or_else(|error| panic!("{}: {error}", row.id))).unwrap();
    }
    register
}

/// A request of a case, with what became of it: pairs of a state and a day.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub(crate) struct RequestRow {
    pub(crate) id: Option<String>,
    pub(crate) municipality: String,
    pub(crate) received: String,
    #[serde(default = "ceremony")]
    pub(crate) purposes: Vec<String>,
    #[serde(default)]
    pub(crate) door: Option<String>,
    #[serde(default)]
    pub(crate) steps: Vec<[String; 2]>,
}

impl RequestRow {
    pub(crate) fn request(&self) -> Request {
        let (asked, received) = (municipality(&self.municipality), day(&self.received));
        let request = Request::new(asked, received, purposes(&self.purposes), "dienst burgerzaken".parse().unwrap())
            .unwrap()
            .through(self.door.as_ref().map_or(Door::Data, |door| door.parse().unwrap()));
        match &self.id {
            Some(id) => request.with_id(id.parse().unwrap()),
            None => request,
        }
    }
}

pub(crate) fn state(text: &str) -> RequestState {
    use RequestState::{Delivered, Granted, Received, Refused, Waiting, Withdrawn};
    let all = [Received, Granted, Waiting, Refused, Delivered, Withdrawn];
    all.into_iter().find(|state| state.as_str() == text).unwrap()
}

pub(crate) fn history(rows: &[RequestRow]) -> History {
    let mut history = History::new();
    for row in rows {
        let request = row.request();
        let id = request.id().clone();
        history.receive(request).unwrap();
        for [next, on] in &row.steps {
            history.take(&id, state(next), day(on)).unwrap();
        }
    }
    history
}
