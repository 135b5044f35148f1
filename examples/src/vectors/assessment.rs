//! The assessment of a request on a day.

use chrono::NaiveDate;
use inburgering::{
    AssessmentOptions, AssessmentOutcome, Brussels, DeliveryError, InheritedProtocol, Municipality, YearRule,
};
use serde::{Deserialize, Serialize};

use super::books::{self, Protocol, Request};
use super::{Golden, Kind, Seeded, Unanswerable, golden, is_default};
use crate::chance::Chance;
use crate::synthetic::plus;

/// A request, assessed on a day, and if so asked again on the day of its delivery.
#[derive(Debug)]
pub enum Assessment {}

/// The request, its day, its books and the options.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// The day of the assessment.
    pub on: NaiveDate,
    /// The day of delivery: on it the request is assessed again, and that is the answer.
    #[serde(default, skip_serializing_if = "is_default")]
    pub delivery: Option<NaiveDate>,
    /// The options that are not the default.
    #[serde(default, skip_serializing_if = "is_default")]
    pub options: Options,
    /// The request.
    pub request: Request,
    /// The protocols.
    #[serde(default)]
    pub protocols: Vec<Protocol>,
    /// The requests of the past.
    #[serde(default)]
    pub history: Vec<Request>,
}

/// The options.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// `calendar` or `rolling_twelve_months`.
    #[serde(skip_serializing_if = "is_default")]
    pub year: Option<YearRule>,
    /// `refused` or `allowed`.
    #[serde(skip_serializing_if = "is_default")]
    pub brussels: Option<Brussels>,
    /// `refused` or `accepted`.
    #[serde(skip_serializing_if = "is_default")]
    pub inherited: Option<InheritedProtocol>,
    /// The name of a calendar.
    #[serde(skip_serializing_if = "is_default")]
    pub calendar: Option<String>,
}

/// The assessment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// The request is granted, waits or is refused.
    Assessed {
        /// `granted`, `waiting` or `refused`.
        outcome: String,
        /// `signature` or `validation`, where it waits for that.
        #[serde(default, skip_serializing_if = "is_default")]
        awaited: Option<String>,
        /// The codes of all refusals, in the order of the catalogue.
        refusals: Vec<String>,
        /// The codes of all notices, in the order of the catalogue.
        notices: Vec<String>,
        /// The municipality that acts on the day.
        municipality: String,
        /// The protocol that counts.
        #[serde(default, skip_serializing_if = "is_default")]
        protocol: Option<String>,
        /// The due day, if there is one.
        #[serde(default, skip_serializing_if = "is_default")]
        due: Option<NaiveDate>,
    },
    /// There is no answer.
    Error {
        /// The code of the error.
        error: String,
    },
}

impl Kind for Assessment {
    const NAME: &'static str = "assessment";
    type Question = Question;
    type Answer = Answer;

    fn golden() -> Result<Vec<Golden<Question>>, toml::de::Error> {
        golden(include_str!("../../../crates/inburgering/tests/golden/request.toml"))
    }

    fn generated(Seeded(chance): &mut Seeded) -> Vec<Question> {
        (0..500).filter_map(|_| generated(chance)).collect()
    }

    fn answer(question: &Question) -> Result<Answer, Unanswerable> {
        let (register, history) = (books::register(&question.protocols)?, books::history(&question.history)?);
        let request = question.request.request()?;
        let error = |code: &str| Ok(Answer::Error { error: code.into() });
        let assessed = question.options.options()?.assess(&request, question.on, &register, &history);
        let assessed = match (assessed, question.delivery) {
            (Ok(assessed), Some(on)) => assessed.check_delivery(on, &register, &history),
            (assessed, _) => assessed.map_err(DeliveryError::from),
        };
        let assessed = match assessed {
            Ok(assessed) => assessed,
            Err(fault) => return error(fault.code()),
        };
        Ok(Answer::Assessed {
            outcome: assessed.outcome().state().as_str().into(),
            awaited: match assessed.outcome() {
                AssessmentOutcome::Waiting(awaited) => Some(awaited.as_str().into()),
                _ => None,
            },
            refusals: assessed.refusals().iter().map(|refusal| refusal.code().to_string()).collect(),
            notices: assessed.notices().iter().map(|notice| notice.code().to_string()).collect(),
            municipality: assessed.municipality().code().to_string(),
            protocol: assessed.protocol().map(|protocol| protocol.id().to_string()),
            due: assessed.deadline().map(inburgering::Deadline::due),
        })
    }
}

impl Options {
    pub(super) fn options(&self) -> Result<AssessmentOptions, Unanswerable> {
        let mut options = AssessmentOptions::default();
        options.year = self.year.unwrap_or(options.year);
        options.brussels = self.brussels.unwrap_or(options.brussels);
        options.inherited = self.inherited.unwrap_or(options.inherited);
        if let Some(name) = &self.calendar {
            options.calendar = name.parse()?;
        }
        Ok(options)
    }
}

/// A municipality that is valid on a day about a merger or a change of the law, and that day.
pub(super) fn about_a_merger(chance: &mut Chance) -> Option<(Municipality, NaiveDate)> {
    let &(year, month, day) = chance.of(&LIMITS)?;
    let on = plus(NaiveDate::from_ymd_opt(year, month, day)?, chance.between(-3, 3));
    Some((valid(chance, on)?, on))
}

/// The days about which requests are drawn: changes of the law, mergers, and days without any.
const LIMITS: [(i32, u32, u32); 6] =
    [(2019, 7, 29), (2024, 6, 16), (2025, 1, 1), (2025, 1, 1), (2025, 7, 7), (2026, 1, 1)];

/// Municipalities that merged in 2025 with and without their legal person, that stayed, with a city agency of its own, in
/// Brussels and in Wallonia.
const CODES: [&str; 14] = [
    "46014", "44045", "46029", "46029", "46003", "46013", "46030", "11002", "44021", "24062", "24062", "21004",
    "62063", "31005",
];

/// A request that is assessed some days after its receipt, on a protocol whose steps end about then.
fn generated(chance: &mut Chance) -> Option<Question> {
    let &(year, month, day) = chance.of(&LIMITS)?;
    let limit = NaiveDate::from_ymd_opt(year, month, day)?;
    let received = plus(limit, chance.between(-3, 3));
    let on = plus(received, chance.between(0, 4));
    let asked = valid(chance, received)?;
    let protocols = (0..chance.weighted([(1, 0), (5, 1), (2, 2)])?).filter_map(|at| {
        let of = if chance.per_mille(850) { Some(asked) } else { chance.of(&CODES)?.parse().ok() };
        protocol(chance, of?, at, on)
    });
    let protocols: Vec<Protocol> = protocols.collect();
    let history =
        (0..chance.weighted([(5, 0), (2, 1), (1, 2)])?).filter_map(|at| earlier(chance, asked, at, received)).collect();
    let request = Request { id: None, steps: Vec::new(), ..request(chance, asked, received)? };
    let mut question = Question { on, delivery: None, options: options(chance), request, protocols, history };
    // The steps were drawn: those that cannot be taken (a signature after the legal person ended) make no question.
    let answer = Assessment::answer(&question).ok()?;
    // What is granted is asked again at delivery; now and then what is not, which is an error.
    let is_granted = matches!(&answer, Answer::Assessed { outcome, .. } if outcome == "granted");
    if chance.per_mille(if is_granted { 500 } else { 20 }) {
        question.delivery = Some(plus(on, chance.between(-1, 8)));
    }
    Some(question)
}

/// A municipality that is valid on the day.
fn valid(chance: &mut Chance, day: NaiveDate) -> Option<Municipality> {
    let valid: Vec<Municipality> =
        CODES.iter().filter_map(|code| code.parse().ok()).filter(|one: &Municipality| one.is_valid_on(day)).collect();
    chance.of(&valid).copied()
}

/// The ceremony, and each other purpose so many times in a thousand.
fn purposes(chance: &mut Chance, share: u64) -> Vec<String> {
    let others = ["welcome_policy", "buddy_work", "dutch_practice"];
    let others = others.iter().filter(|_| chance.per_mille(share)).map(|&purpose| purpose.to_owned());
    books::ceremony().into_iter().chain(others).collect()
}

pub(super) fn protocol(chance: &mut Chance, of: Municipality, at: u64, on: NaiveDate) -> Option<Protocol> {
    let requested = plus(on, chance.between(-700, -30));
    // Most steps are long past; the last ones are about the day.
    let mut last = requested;
    let mut next = |chance: &mut Chance| {
        last = if chance.per_mille(700) {
            plus(last, chance.between(0, 5))
        } else {
            plus(on, chance.between(-3, 2)).max(last)
        };
        last
    };
    let [advised, signed, validated, published] = [next(chance), next(chance), next(chance), next(chance)];
    let taken = chance.weighted([(6, 4), (1, 5), (1, 0), (1, 1), (1, 2), (2, 3)])?;
    let text = |day: NaiveDate| vec![day.to_string()];
    Some(Protocol {
        id: format!("P-{at}"),
        municipality: of.code().to_string(),
        kind: if chance.per_mille(200) { "custom".into() } else { books::standard() },
        purposes: purposes(chance, 700),
        months: chance.per_mille(300).then(|| u32::try_from(chance.between(1, 24)).unwrap_or(12)),
        retention: books::year(),
        requested,
        advised: if taken > 0 { text(advised) } else { Vec::new() },
        signed: if taken > 1 { text(signed) } else { Vec::new() },
        validated: (taken > 2).then_some(validated),
        published: if taken > 3 { text(published) } else { Vec::new() },
        terminated: (taken > 4).then(|| plus(on, chance.between(-1, 1)).max(published)),
    })
}

fn request(chance: &mut Chance, of: Municipality, received: NaiveDate) -> Option<Request> {
    let doors = ["data", "data", "standard_protocol_and_data", "custom_protocol_and_data"];
    Some(Request {
        id: None,
        municipality: of.code().to_string(),
        received,
        purposes: purposes(chance, 120),
        door: (*chance.of(&doors)?).into(),
        steps: Vec::new(),
    })
}

/// A request of about a year before, of the same municipality or of one that merged into it.
fn earlier(chance: &mut Chance, asked: Municipality, at: u64, received: NaiveDate) -> Option<Request> {
    let before = [-1, -2, -200, -364, -365, -366, -367];
    let on = plus(received, *chance.of(&before)?);
    let of = if chance.per_mille(500) && asked.is_valid_on(on) { asked } else { valid(chance, on)? };
    let state = *chance.of(&["granted", "waiting", "refused", "delivered", "withdrawn"])?;
    let mut steps = vec![(state.to_owned(), on)];
    if state == "delivered" {
        steps.insert(0, ("granted".to_owned(), on));
    }
    Some(Request { id: Some(format!("A-{at}")), steps, ..request(chance, of, on)? })
}

fn options(chance: &mut Chance) -> Options {
    let calendars = ["flemish_government", "flemish_government_year_end"];
    Options {
        year: chance.per_mille(300).then_some(YearRule::RollingTwelveMonths),
        brussels: chance.per_mille(200).then_some(Brussels::Allowed),
        inherited: chance.per_mille(300).then_some(InheritedProtocol::Accepted),
        calendar: chance.per_mille(200).then(|| chance.of(&calendars).map(|&name| name.to_owned())).flatten(),
    }
}
