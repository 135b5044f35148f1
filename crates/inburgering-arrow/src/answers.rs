//! The answers about everybody on a day, as a table.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{BooleanBuilder, ListBuilder, StringBuilder};
use arrow_schema::{DataType, Field, FieldRef, Schema};
use inburgering::{Municipality, Outcome, Placed, PlacedPerson};

use crate::Batches;
use crate::batches::{Columns, append_text};

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
    let Some(wanted) = municipality else { return Batches::of::<Answers>(placed.answers()) };
    let is_there = |person: &PlacedPerson| matches!(person.outcome, Outcome::Eligible { municipality, .. } if municipality == wanted);
    let mut there: Vec<PlacedPerson> = placed.answers().filter(is_there).collect();
    // A replaced number need not stand where the lowest number of its person does.
    there.sort_unstable_by_key(|person| person.number);
    Batches::of::<Answers>(there.into_iter())
}

struct Answers {
    insz: StringBuilder,
    answer: StringBuilder,
    municipality: StringBuilder,
    basis: StringBuilder,
    contract_signed: BooleanBuilder,
    attest_obtained: BooleanBuilder,
    reasons: ListBuilder<StringBuilder>,
}

/// A reason of the list, which is never null.
fn reason() -> FieldRef {
    Arc::new(Field::new("item", DataType::Utf8, false))
}

impl Default for Answers {
    fn default() -> Self {
        Self {
            insz: StringBuilder::new(),
            answer: StringBuilder::new(),
            municipality: StringBuilder::new(),
            basis: StringBuilder::new(),
            contract_signed: BooleanBuilder::new(),
            attest_obtained: BooleanBuilder::new(),
            reasons: ListBuilder::new(StringBuilder::new()).with_field(reason()),
        }
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

    fn push(&mut self, person: PlacedPerson) {
        append_text(&mut self.insz, person.number);
        self.answer.append_value(person.outcome.as_str());
        match person.outcome {
            Outcome::Eligible { municipality, basis } => {
                append_text(&mut self.municipality, municipality.code());
                self.basis.append_value(basis.as_str());
            }
            Outcome::NotEligible | Outcome::Undetermined => {
                self.municipality.append_null();
                self.basis.append_null();
            }
        }
        self.contract_signed.append_value(person.flags.contract_signed);
        self.attest_obtained.append_value(person.flags.attest_obtained);
        for code in person.reasons.iter() {
            self.reasons.values().append_value(code.as_str());
        }
        self.reasons.append(true);
    }

    fn finish(&mut self) -> Vec<ArrayRef> {
        vec![
            Arc::new(self.insz.finish()),
            Arc::new(self.answer.finish()),
            Arc::new(self.municipality.finish()),
            Arc::new(self.basis.finish()),
            Arc::new(self.contract_signed.finish()),
            Arc::new(self.attest_obtained.finish()),
            Arc::new(self.reasons.finish()),
        ]
    }
}
