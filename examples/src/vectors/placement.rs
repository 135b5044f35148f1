//! Who is on whose list: a caseload of one or more persons, on some days.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use inburgering::{Brussels, ClosedRule, Insz, ListRules, Outcome, UnreadableRows};
use serde::{Deserialize, Serialize};

use super::tables::{Death, Dossier, Replacement, Residence, Tables};
use super::{Golden, Kind, Seeded, Unanswerable, golden, is_default};
use crate::chance::Chance;
use crate::synthetic::number::{Numbers, Series};
use crate::synthetic::plus;

/// The persons of a caseload, placed.
#[derive(Debug)]
pub enum Placement {}

/// The facts, the options and the days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The tables.
    pub tables: Tables,
    /// `contract_municipality` (the default), `residence_at_closing` or `contract_municipality_if_resident`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub closed: ClosedRule,
    /// `refused` (the default) or `allowed`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub brussels: Brussels,
    /// Whether rows that cannot be read are set aside; there are none otherwise.
    #[serde(default, skip_serializing_if = "is_default")]
    pub problems: Problems,
    /// The days that are asked.
    pub days: Vec<NaiveDate>,
}

/// What is done with rows that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problems {
    /// There are none.
    #[default]
    Refused,
    /// They are set aside, and those whom they name are undetermined.
    SetAside,
}

/// Everybody's answer on one day, ascending by number; empty where nobody is known, or the library does not answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Day {
    /// The day.
    pub on: NaiveDate,
    /// Everybody on the day.
    pub persons: Vec<Answer>,
}

/// A person's answer on one day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The register number on the day.
    pub insz: String,
    /// `eligible`, `not_eligible` or `undetermined`.
    pub answer: String,
    /// The municipality on whose list the person is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub municipality: Option<String>,
    /// Which fact places the person there.
    #[serde(default, skip_serializing_if = "is_default")]
    pub basis: Option<String>,
    /// Whether a contract was signed.
    pub contract_signed: bool,
    /// Whether an attest was obtained.
    pub attest_obtained: bool,
    /// The codes of all the reasons, in the order of the catalogue.
    pub reasons: Vec<String>,
}

impl Question {
    /// The options of the rule.
    pub const fn rules(&self) -> ListRules {
        ListRules { closed: self.closed, brussels: self.brussels }
    }

    /// What is done with rows that cannot be read.
    pub const fn unreadable(&self) -> UnreadableRows {
        self.problems.unreadable()
    }
}

impl Problems {
    /// The same in the words of the library.
    pub(super) const fn unreadable(self) -> UnreadableRows {
        match self {
            Self::Refused => UnreadableRows::Refused,
            Self::SetAside => UnreadableRows::SetAside,
        }
    }
}

impl Answer {
    /// The answer in the words of the vectors.
    pub fn of(answer: &inburgering::Answer) -> Self {
        Self {
            insz: answer.number.to_string(),
            answer: answer.outcome.as_str().into(),
            municipality: answer.municipality().map(|municipality| municipality.code().to_string()),
            basis: match answer.outcome {
                Outcome::Eligible { basis, .. } => Some(basis.as_str().into()),
                Outcome::NotEligible | Outcome::Undetermined => None,
            },
            contract_signed: answer.flags.contract_signed,
            attest_obtained: answer.flags.attest_obtained,
            reasons: answer.reasons.iter().map(|reason| reason.code().to_string()).collect(),
        }
    }
}

/// A golden case: the days are those of the answers that it expects.
#[derive(Deserialize)]
struct Case {
    name: String,
    citation: String,
    #[serde(flatten)]
    tables: Tables,
    #[serde(default)]
    closed: ClosedRule,
    #[serde(default)]
    brussels: Brussels,
    #[serde(default)]
    problems: Problems,
    expected: Vec<Expected>,
}

#[derive(Deserialize)]
struct Expected {
    on: NaiveDate,
}

impl Kind for Placement {
    const NAME: &'static str = "placement";
    type Question = Question;
    type Answer = Vec<Day>;

    fn golden() -> Result<Vec<Golden<Question>>, toml::de::Error> {
        let cases = golden::<Case>(include_str!("../../../crates/inburgering/tests/golden/eligibility.toml"))?;
        let cases = cases.into_iter().map(|case| {
            let Case { name, citation, tables, closed, brussels, problems, expected } = case;
            let days = expected.into_iter().map(|expected| expected.on).collect();
            Golden { name, citation, question: Question { tables, closed, brussels, problems, days } }
        });
        Ok(cases.collect())
    }

    fn generated(Seeded(chance): &mut Seeded) -> Vec<Question> {
        let alone = (0..700).filter_map(|_| generated(chance, 1)).collect::<Vec<_>>();
        let together = (0..150).filter_map(|_| {
            let persons = 2 + usize::from(chance.per_mille(500));
            generated(chance, persons)
        });
        alone.into_iter().chain(together).collect()
    }

    /// By the plain rule, person by person.
    fn answer(question: &Question) -> Result<Vec<Day>, Unanswerable> {
        let caseload = question.tables.caseload(question.unreadable())?;
        let days = question.days.iter().map(|&on| {
            let answers = caseload.persons().filter_map(|person| person.answer(on, question.rules()));
            let mut persons: Vec<Answer> = answers.map(|answer| Answer::of(&answer)).collect();
            persons.sort_by(|one, other| one.insz.cmp(&other.insz));
            Day { on, persons }
        });
        Ok(days.collect())
    }
}

/// Municipalities that merged in 2019, in 2024 and in 2025, that took one in, that stayed, Brussels, Wallonia and a code
/// of nobody.
const CODES: [&str; 18] = [
    "46014", "44045", "46029", "44012", "44048", "44086", "11002", "11007", "31005", "44021", "44021", "71022",
    "73040", "21004", "62063", "82003", "82039", "99999",
];

/// The days about which facts are drawn: mergers, and a day without any.
const LIMITS: [(i32, u32, u32); 5] = [(2019, 1, 1), (2024, 12, 2), (2025, 1, 1), (2025, 1, 1), (2025, 6, 16)];

/// What is drawn so far.
struct Draw<'c> {
    chance: &'c mut Chance,
    limit: NaiveDate,
    tables: Tables,
    /// The days on which something may change.
    days: BTreeSet<NaiveDate>,
}

impl Draw<'_> {
    /// A day about the limit, mostly within two days of it.
    fn day(&mut self) -> NaiveDate {
        let day = if self.chance.per_mille(600) {
            plus(self.limit, self.chance.between(-2, 2))
        } else {
            plus(self.limit, self.chance.between(-500, 300))
        };
        self.days.insert(day);
        day
    }

    /// A day after another, or that day itself.
    fn after(&mut self, day: NaiveDate) -> NaiveDate {
        let next =
            if self.chance.per_mille(500) { self.day().max(day) } else { plus(day, self.chance.between(0, 200)) };
        self.days.insert(next);
        next
    }

    fn code(&mut self) -> String {
        self.chance.of(&CODES).map(|&code| code.to_owned()).unwrap_or_default()
    }

    /// A dossier whose dates follow each other; one in eight has dates in any order.
    fn dossier(&mut self, insz: &str) {
        let possible = !self.chance.per_mille(125);
        let registered = self.day();
        let contract = self.chance.per_mille(700).then(|| if possible { self.after(registered) } else { self.day() });
        let closing = self
            .chance
            .per_mille(600)
            .then(|| if possible { self.after(contract.unwrap_or(registered)) } else { self.day() });
        let attest = self.chance.per_mille(600);
        let text = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        // Now and then a number that another dossier has too.
        let number = if self.chance.per_mille(60) { 0 } else { self.tables.dossiers.len() };
        let contract_municipality =
            if contract.is_some() && !self.chance.per_mille(60) { self.code() } else { String::new() };
        self.tables.dossiers.push(Dossier {
            dossier: format!("D-{number}"),
            insz: insz.into(),
            registered_on: if self.chance.per_mille(80) { String::new() } else { registered.to_string() },
            contract_signed_on: text(contract),
            contract_municipality,
            attest_obtained_on: text(closing.filter(|_| attest)),
            closed_on: text(closing.filter(|_| !attest)),
        });
    }

    /// Residences one after the other; now and then with a gap or an overlap of some days.
    fn residences(&mut self, insz: &str) {
        let moves: BTreeSet<NaiveDate> = (0..self.chance.below(3)).map(|_| self.day()).collect();
        let mut from = None;
        for until in moves.into_iter().map(Some).chain([None]) {
            let off = if self.chance.per_mille(300) { self.chance.between(-2, 2) } else { 0 };
            let text = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
            let municipality = self.code();
            self.tables.residences.push(Residence {
                insz: insz.into(),
                municipality,
                valid_from: text(from),
                valid_until: text(until.map(|until| plus(until, off))),
            });
            from = until;
        }
        if self.chance.per_mille(60) {
            self.tables.residences.pop();
        }
    }

    /// A person: mostly of a national register number, born long before or about the limit.
    fn person(&mut self, numbers: &mut Numbers) -> Option<()> {
        let about = self.chance.per_mille(60);
        let born = if about { self.day() } else { plus(self.limit, self.chance.between(-20_000, -8_000)) };
        let series =
            self.chance.weighted([(9, Series::NationalRegister), (1, Series::Bis), (1, Series::BisSexUnknown)])?;
        let number = numbers.give(self.chance, series, born)?;
        let insz = number.to_string();
        self.days.extend(Some(number.earliest_birth_day()).filter(|_| about));
        for _ in 0..self.chance.weighted([(6, 1), (3, 2), (1, 3)])? {
            self.dossier(&insz);
        }
        self.residences(&insz);
        if self.chance.per_mille(60) {
            let died_on = self.day().to_string();
            self.tables.deaths.push(Death { insz: insz.clone(), died_on });
        }
        if series != Series::NationalRegister || self.chance.per_mille(80) {
            self.replace(number, born, numbers)?;
        }
        Some(())
    }

    /// The number is replaced, once or twice, now and then by two.
    fn replace(&mut self, number: Insz, born: NaiveDate, numbers: &mut Numbers) -> Option<()> {
        let mut old = number;
        for _ in 0..self.chance.weighted([(5, 1), (2, 2)])? {
            let new = numbers.give(self.chance, Series::NationalRegister, born)?;
            let replaced_on = self.day().to_string();
            let row = Replacement { insz_old: old.to_string(), insz_new: new.to_string(), replaced_on };
            self.tables.replacements.push(row);
            if self.chance.per_mille(300) {
                self.dossier(&new.to_string());
            }
            if !self.chance.per_mille(200) {
                old = new;
            }
        }
        Some(())
    }
}

/// The tables of so many persons about one limit, and the days about those of their facts.
pub(super) fn drawn(chance: &mut Chance, persons: usize) -> Option<(Tables, Vec<NaiveDate>)> {
    let &(year, month, day) = chance.of(&LIMITS)?;
    let limit = NaiveDate::from_ymd_opt(year, month, day)?;
    let mut numbers = Numbers::default();
    let mut draw = Draw { chance, limit, tables: Tables::default(), days: BTreeSet::from([limit]) };
    for _ in 0..persons {
        draw.person(&mut numbers)?;
    }
    let Draw { tables, days, .. } = draw;
    let around: BTreeSet<NaiveDate> = days.iter().flat_map(|&day| [-1, 0, 1].map(|off| plus(day, off))).collect();
    Some((tables, around.into_iter().collect()))
}

/// Options: mostly those that hold without a word.
pub(super) fn rules(chance: &mut Chance) -> Option<ListRules> {
    let closed = if chance.per_mille(500) { ClosedRule::default() } else { *chance.of(&ClosedRule::ALL)? };
    let brussels = if chance.per_mille(200) { Brussels::Allowed } else { Brussels::Refused };
    Some(ListRules { closed, brussels })
}

/// A caseload of so many persons about one limit, asked on some of the days about those of its facts.
fn generated(chance: &mut Chance, persons: usize) -> Option<Question> {
    let (tables, mut around) = drawn(chance, persons)?;
    while around.len() > MOST_DAYS {
        let at = usize::try_from(chance.below(u64::try_from(around.len()).ok()?)).ok()?;
        around.remove(at);
    }
    let rules = [ClosedRule::ContractMunicipality, ClosedRule::ContractMunicipality]
        .into_iter()
        .chain(ClosedRule::ALL)
        .collect::<Vec<_>>();
    Some(Question {
        tables,
        closed: *chance.of(&rules)?,
        brussels: if chance.per_mille(250) { Brussels::Allowed } else { Brussels::Refused },
        problems: Problems::Refused,
        days: around,
    })
}

/// How many days are asked of a generated caseload.
const MOST_DAYS: usize = 4;
