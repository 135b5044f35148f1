//! The answers about everybody on a day, as a table.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_schema::{DataType, Field, FieldRef, Schema};
use inburgering::threads::shares;
use inburgering::{Listed, Municipality, Outcome, Placed, PlacedPerson};

use crate::Batches;
use crate::batches::Columns;
use crate::column::{Dotted, FlagColumn, code_text};

/// Everybody's answer, a row for each person in the order of [`Placed::answers`]; or, of one municipality, those of the
/// persons who are eligible there, ascending by number.
///
/// For the agency's own use: what may leave it is the [`list`](crate::list).
///
/// | column | type | |
/// |---|---|---|
/// | `insz` | text | the register number on the day, as `YY.MM.DD-SSS.CC` |
/// | `answer` | text | `eligible`, `not_eligible` or `undetermined` |
/// | `municipality` | text | the code of the municipality on whose list the person is; null where on none |
/// | `basis` | text | which fact places the person there; null where none does |
/// | `contract_signed` | bool | |
/// | `attest_obtained` | bool | |
/// | `reasons` | list of text | the codes of all the reasons, in the order of the catalogue |
///
/// ```
/// use arrow_array::cast::AsArray;
/// use chrono::NaiveDate;
/// use inburgering::{Caseload, DossierText, ListRules, UnreadableRows};
/// use inburgering_arrow::answers;
///
/// let mut rows = Caseload::builder();
/// rows.read_dossier(0, &DossierText { dossier: "D-1", insz: "85.07.30-901.33", registered_on: "2025-02-03", ..Default::default() });
/// let caseload = rows.build(UnreadableRows::Refused)?;
/// let placed = caseload.place(NaiveDate::from_ymd_opt(2026, 1, 15).unwrap(), ListRules::default())?;
///
/// // Somebody of whom no residence is known: on whose list, and why?
/// let table = answers(&placed, None);
/// let batch = &table.batches()[0];
/// assert_eq!(batch["answer"].as_string::<i32>().value(0), "not_eligible");
/// assert_eq!(batch["reasons"].as_list::<i32>().value(0).as_string::<i32>().value(0), "not_registered_in_belgium");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn answers(placed: &Placed, municipality: Option<Municipality>) -> Batches {
    if let Some(wanted) = municipality {
        let on_list = |listed: Listed| PlacedPerson::on_list(wanted, listed, placed.rules());
        return Batches::of::<Answers>(placed.eligible_in(wanted).map(on_list));
    }
    let persons = placed.caseload().persons().len();
    let threads = placed.caseload().threads().for_rows(persons, LEAST_PERSONS_OF_A_THREAD);
    let parts = shares(persons, threads).into_iter().map(|share| (share.len(), placed.answers_of(share)));
    Batches::of_parts::<Answers, _>(parts.collect())
}

/// A thread should have so many persons, or starting it costs more than it saves.
const LEAST_PERSONS_OF_A_THREAD: usize = 10_000;

struct Answers {
    insz: Dotted,
    answer: StringBuilder,
    municipality: StringBuilder,
    basis: StringBuilder,
    contract_signed: FlagColumn,
    attest_obtained: FlagColumn,
    reasons: ListBuilder<StringBuilder>,
}

/// A reason of the list, which is never null.
fn reason() -> FieldRef {
    Arc::new(Field::new("item", DataType::Utf8, false))
}

impl Default for Answers {
    fn default() -> Self {
        Self::with_room(0)
    }
}

impl Columns for Answers {
    type Row = PlacedPerson;

    fn schema() -> Schema {
        Schema::new(vec![
            Field::new("insz", DataType::Utf8, false),
            Field::new("answer", DataType::Utf8, false),
            Field::new("municipality", DataType::Utf8, true),
            Field::new("basis", DataType::Utf8, true),
            Field::new("contract_signed", DataType::Boolean, false),
            Field::new("attest_obtained", DataType::Boolean, false),
            Field::new("reasons", DataType::List(reason()), false),
        ])
    }

    fn with_room(rows: usize) -> Self {
        // So many bytes has the longest text of each column.
        let texts = |bytes: usize| StringBuilder::with_capacity(rows, rows.saturating_mul(bytes));
        Self {
            insz: Dotted::with_room(rows),
            answer: texts(12),
            municipality: texts(5),
            basis: texts(21),
            contract_signed: FlagColumn::with_room(rows),
            attest_obtained: FlagColumn::with_room(rows),
            reasons: ListBuilder::with_capacity(texts(34), rows).with_field(reason()),
        }
    }

    fn push(&mut self, person: PlacedPerson) {
        self.insz.push_number(person.number);
        self.answer.append_value(person.outcome.as_str());
        match person.outcome {
            Outcome::Eligible { municipality, basis } => {
                self.municipality.append_value(code_text(municipality));
                self.basis.append_value(basis.as_str());
            }
            Outcome::NotEligible | Outcome::Undetermined => {
                self.municipality.append_null();
                self.basis.append_null();
            }
        }
        self.contract_signed.push(person.flags.contract_signed);
        self.attest_obtained.push(person.flags.attest_obtained);
        for code in person.reasons.iter() {
            self.reasons.values().append_value(code.as_str());
        }
        self.reasons.append(true);
    }

    fn finish(&mut self) -> Vec<ArrayRef> {
        vec![
            self.insz.finish(),
            Arc::new(self.answer.finish()),
            Arc::new(self.municipality.finish()),
            Arc::new(self.basis.finish()),
            self.contract_signed.finish(),
            self.attest_obtained.finish(),
            Arc::new(self.reasons.finish()),
        ]
    }
}
