//! The list that a municipality gets on a day of delivery, and what is told of its rows from closed dossiers.

use chrono::NaiveDate;
use inburgering::{
    Brussels, ClosedRows, ClosedRule, Delivery, DigestKey, Handover, History, ListRules, Municipality, Operator,
    Outcome, Records, UnreadableRows, deliver,
};
use serde::{Deserialize, Serialize};

use super::placement::{Problems, drawn, rules};
use super::tables::{Dossier, Residence, Tables};
use super::{Golden, Kind, Seeded, Unanswerable, assessment, books, golden, is_default};
use crate::chance::Chance;
use crate::synthetic::number::{Numbers, Series};
use crate::synthetic::plus;

/// The list of a municipality, delivered.
#[derive(Debug)]
pub enum List {}

/// The facts, the municipality, the day of delivery and the options.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The tables.
    pub tables: Tables,
    /// The code of the municipality, valid on the day; its protocol is in force, and its request is granted.
    pub municipality: String,
    /// The day of delivery.
    pub on: NaiveDate,
    /// Where a person goes whose dossiers are all closed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub closed: ClosedRule,
    /// Whether the municipalities of Brussels have lists.
    #[serde(default, skip_serializing_if = "is_default")]
    pub brussels: Brussels,
    /// Whether rows that cannot be read are set aside; there are none otherwise.
    #[serde(default, skip_serializing_if = "is_default")]
    pub problems: Problems,
}

/// The list, and the counts of those of its rows that come from closed dossiers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The lines of the file, without their ends.
    pub csv: Vec<String>,
    /// For the agency: how many of the persons have closed dossiers only.
    pub closed: usize,
    /// For the agency: how many of those reside in another municipality on the day.
    pub closed_residing_elsewhere: usize,
    /// For the agency: how many rows of the tables have no readable number.
    pub rows_without_number: usize,
    /// For the municipality: how many of the persons have closed dossiers only; null where only "a part" may be said.
    pub closed_on_cover_note: Option<usize>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    citation: String,
    municipality: String,
    on: NaiveDate,
    #[serde(flatten)]
    tables: Tables,
    #[serde(default)]
    options: Options,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Options {
    closed: ClosedRule,
    brussels: Brussels,
    problems: Problems,
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

    /// The delivery, on a protocol and a request of the same day.
    fn delivery(&self) -> Result<Delivery, Unanswerable> {
        let Self { municipality, on, .. } = self;
        let protocol = books::Protocol::of_one_day(municipality, *on);
        let request = books::Request::of(municipality, *on).request()?;
        let (protocols, history) = (books::register(&[protocol])?, History::new());
        let options = assessment::Options { brussels: Some(self.brussels), ..Default::default() }.options()?;
        let assessment = options.assess(&request, *on, &protocols, &history)?;
        let placed = self.tables.caseload(self.unreadable())?.place(*on, self.rules())?;
        let records = Records { protocols: &protocols, history: &history };
        let (operator, key) = ("operator 7".parse::<Operator>()?, DigestKey::new("vectors", &[7; 32])?);
        let delivered_at = on.and_hms_opt(12, 0, 0).ok_or("no noon")?.and_utc().fixed_offset();
        Ok(deliver(&assessment, &placed, records, Handover { operator: &operator, delivered_at, key: &key })?)
    }
}

impl Kind for List {
    const NAME: &'static str = "list";
    type Question = Question;
    type Answer = Answer;

    fn golden() -> Result<Vec<Golden<Question>>, toml::de::Error> {
        let cases = golden::<Case>(include_str!("../../../crates/inburgering/tests/golden/disclosure.toml"))?;
        let case = |Case { name, citation, municipality, on, tables, options }| {
            let Options { closed, brussels, problems } = options;
            Golden { name, citation, question: Question { tables, municipality, on, closed, brussels, problems } }
        };
        Ok(cases.into_iter().map(case).collect())
    }

    fn generated(Seeded(chance): &mut Seeded) -> Vec<Question> {
        let about = (0..250).filter_map(|_| generated(chance)).collect::<Vec<_>>();
        let limits = [4, 5, 6].into_iter().flat_map(|active| [4, 5, 6].map(|closed| (active, closed)));
        about.into_iter().chain(limits.filter_map(|(active, closed)| of_so_many(chance, active, closed))).collect()
    }

    fn answer(question: &Question) -> Result<Answer, Unanswerable> {
        let Delivery { list, cover_note, receipt, .. } = question.delivery()?;
        Ok(Answer {
            csv: list.to_csv().trim_start_matches('\u{feff}').lines().map(Into::into).collect(),
            closed: receipt.counts.closed,
            closed_residing_elsewhere: receipt.counts.closed_residing_elsewhere,
            rows_without_number: receipt.counts.rows_without_number,
            closed_on_cover_note: match cover_note.closed {
                ClosedRows::Number(closed) => Some(closed),
                ClosedRows::Part => None,
            },
        })
    }
}

/// Some persons, on one of the days about their facts, and the list of a municipality that one of them is or was in.
fn generated(chance: &mut Chance) -> Option<Question> {
    let persons = 3 + usize::from(chance.per_mille(500));
    let (tables, days) = drawn(chance, persons)?;
    let on = *chance.of(&days)?;
    let ListRules { closed, brussels } = rules(chance)?;
    let placed = tables.caseload(UnreadableRows::Refused).ok()?.place(on, ListRules { closed, brussels }).ok()?;
    let with_a_list: Vec<Municipality> = placed
        .answers()
        .filter_map(|person| match person.outcome {
            Outcome::Eligible { municipality, .. } => Some(municipality),
            _ => None,
        })
        .collect();
    let named =
        tables.residences.iter().filter_map(|row| row.municipality.parse::<Municipality>().ok()?.current(on).ok());
    let municipality =
        if chance.per_mille(900) { *chance.of(&with_a_list)? } else { *chance.of(&named.collect::<Vec<_>>())? };
    let municipality = municipality.code().to_string();
    let question = Question { tables, municipality, on, closed, brussels, problems: Problems::Refused };
    // Before there was a legal basis, and outside Flanders, nothing is delivered.
    List::answer(&question).is_ok().then_some(question)
}

/// So many with an active dossier and so many with a closed one, in one municipality, all without an attest; and one of either
/// with an attest, which does not count for what the cover note tells.
fn of_so_many(chance: &mut Chance, active: usize, closed: usize) -> Option<Question> {
    let on = NaiveDate::from_ymd_opt(2025, 6, 16)?;
    let (mut numbers, mut tables) = (Numbers::default(), Tables::default());
    // Whether the dossier of each is closed, and whether there is an attest.
    let without = [(false, active), (true, closed)].map(|(is_closed, many)| vec![(is_closed, false); many]).concat();
    for (is_closed, has_attest) in without.into_iter().chain([(false, true), (true, true)]) {
        let born = plus(on, chance.between(-20_000, -8_000));
        let insz = numbers.give(chance, Series::NationalRegister, born)?.to_string();
        let day = |from: i64, to: i64, chance: &mut Chance| plus(on, chance.between(from, to)).to_string();
        let first = Dossier {
            dossier: format!("D-{}", tables.dossiers.len()),
            insz: insz.clone(),
            registered_on: day(-500, -401, chance),
            contract_signed_on: day(-400, -301, chance),
            contract_municipality: "44021".into(),
            attest_obtained_on: if has_attest { day(-300, -200, chance) } else { String::new() },
            closed_on: if is_closed && !has_attest { day(-300, 0, chance) } else { String::new() },
        };
        tables.dossiers.push(first);
        // Who goes on after an attest has a second dossier.
        if has_attest && !is_closed {
            let registered_on = day(-100, 0, chance);
            let dossier = format!("D-{}", tables.dossiers.len());
            tables.dossiers.push(Dossier { dossier, insz: insz.clone(), registered_on, ..Dossier::default() });
        }
        tables.residences.push(Residence { insz, municipality: "44021".into(), ..Residence::default() });
    }
    let (closed, brussels, problems) = (ClosedRule::default(), Brussels::Refused, Problems::Refused);
    Some(Question { tables, municipality: "44021".into(), on, closed, brussels, problems })
}
