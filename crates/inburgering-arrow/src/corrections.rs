//! What recalls found, as tables: the agency's own, and the notices for the municipalities.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{BooleanBuilder, Date32Builder, ListBuilder, StringBuilder};
use arrow_schema::{DataType, Field, Schema};
use inburgering::{Answer, Correction, CorrectionKind, DisclosureRow, Fact, Insz, Language, Recall, RecallNotice};

use crate::Batches;
use crate::batches::Columns;
use crate::column::Dotted;

/// What recalls found, a row for each correction: the agency's paper, with the facts that changed.
///
/// | column | type | |
/// |---|---|---|
/// | `request` | text | the request of the delivery |
/// | `municipality` | text | the code of the one that got the list |
/// | `on` | `Date32` | the day of the delivery |
/// | `insz` | text | the number |
/// | `kind` | text | `wrongly_disclosed`, `missed` or `wrong_flags` |
/// | `instead_of` | text | of one that was missed: the number of the same person that the municipality holds |
/// | `contract_signed`, `attest_obtained` | boolean | of the right row, if there is one |
/// | `before`, `after` | list of text | the codes of the reasons by either inputs |
/// | `removed`, `added` | list of text | the facts that changed, in Dutch |
///
/// ```
/// use inburgering::Recall;
///
/// /// How many rows were wrong?
/// fn wrong(recalls: &[Recall]) -> usize {
///     inburgering_arrow::corrections(recalls.iter()).num_rows()
/// }
/// ```
pub fn corrections<'a>(recalls: impl Iterator<Item = &'a Recall>) -> Batches {
    let rows = recalls.flat_map(|recall| {
        recall
            .corrections
            .iter()
            .map(move |correction| CorrectionRow { of: Of::recall(recall), correction: correction.clone() })
    });
    Batches::of::<Corrections>(rows)
}

/// The notices of recalls for the municipalities, a row for each row of a list: what to do with it, and no cause.
///
/// The columns are `request`, `municipality` (the one that is told), `on` and `insz` as in [`corrections`]; `action` (text:
/// `delete`, `renumber`, `add` or `correct`); `instead_of` (text, the number that is replaced); `contract_signed` and
/// `attest_obtained` of the right row, null where the number is to be deleted; `delivered_to` (text, the code of the one
/// that got the list); `given_on` and `kept_until` (`Date32`).
///
/// ```
/// use inburgering::RecallNotice;
///
/// /// What every municipality has to do.
/// fn to_do(notices: &[RecallNotice]) -> inburgering_arrow::Batches {
///     inburgering_arrow::recall_notices(notices.iter().cloned())
/// }
/// ```
pub fn recall_notices(notices: impl Iterator<Item = RecallNotice>) -> Batches {
    let rows = notices.flat_map(|notice| {
        let RecallNotice { request, municipality, on, delete, renumber, add, correct, .. } = notice;
        let told = Told {
            delivered_to: notice.delivered_to.code().to_string(),
            given_on: notice.given_on.to_epoch_days(),
            kept_until: notice.kept_until.to_epoch_days(),
        };
        let of =
            Of { request: request.to_string(), municipality: municipality.code().to_string(), on: on.to_epoch_days() };
        let deleted = delete.into_iter().map(|insz| (insz, "delete", None, None));
        let renumbered = renumber.into_iter().map(|one| (one.row.insz(), "renumber", Some(one.old), Some(one.row)));
        let added = add.into_iter().map(|row| (row.insz(), "add", None, Some(row)));
        let corrected = correct.into_iter().map(|row| (row.insz(), "correct", None, Some(row)));
        let rows: Vec<_> = deleted.chain(renumbered).chain(added).chain(corrected).collect();
        rows.into_iter().map(move |(insz, action, instead_of, row)| NoticeRow {
            of: of.clone(),
            told: told.clone(),
            insz,
            action,
            instead_of,
            row,
        })
    });
    Batches::of::<Notices>(rows)
}

/// The delivery that a row is about.
#[derive(Clone)]
struct Of {
    request: String,
    municipality: String,
    on: i32,
}

impl Of {
    fn recall(recall: &Recall) -> Self {
        let Recall { request, municipality, on, .. } = recall;
        Self { request: request.to_string(), municipality: municipality.code().to_string(), on: on.to_epoch_days() }
    }
}

/// The columns that say what a row is about.
#[derive(Default)]
struct OfColumns {
    request: StringBuilder,
    municipality: StringBuilder,
    on: Date32Builder,
    insz: Dotted,
}

impl OfColumns {
    fn fields() -> Vec<Field> {
        vec![
            Field::new("request", DataType::Utf8, false),
            Field::new("municipality", DataType::Utf8, false),
            Field::new("on", DataType::Date32, false),
            Field::new("insz", DataType::Utf8, false),
        ]
    }

    fn push(&mut self, of: Of, insz: Insz) {
        self.request.append_value(of.request);
        self.municipality.append_value(of.municipality);
        self.on.append_value(of.on);
        self.insz.push_number(insz);
    }

    fn finish(&mut self) -> Vec<ArrayRef> {
        vec![
            Arc::new(self.request.finish()),
            Arc::new(self.municipality.finish()),
            Arc::new(self.on.finish()),
            self.insz.finish(),
        ]
    }
}

/// The two columns of a right row, where there is one.
#[derive(Default)]
struct RightRow {
    contract_signed: BooleanBuilder,
    attest_obtained: BooleanBuilder,
}

impl RightRow {
    fn fields() -> [Field; 2] {
        ["contract_signed", "attest_obtained"].map(|name| Field::new(name, DataType::Boolean, true))
    }

    fn push(&mut self, row: Option<DisclosureRow>) {
        self.contract_signed.append_option(row.map(|row| row.contract_signed()));
        self.attest_obtained.append_option(row.map(|row| row.attest_obtained()));
    }

    fn finish(&mut self) -> [ArrayRef; 2] {
        [Arc::new(self.contract_signed.finish()), Arc::new(self.attest_obtained.finish())]
    }
}

struct CorrectionRow {
    of: Of,
    correction: Correction,
}

#[derive(Default)]
struct Corrections {
    of: OfColumns,
    kind: StringBuilder,
    instead_of: StringBuilder,
    right: RightRow,
    before: ListBuilder<StringBuilder>,
    after: ListBuilder<StringBuilder>,
    removed: ListBuilder<StringBuilder>,
    added: ListBuilder<StringBuilder>,
}

impl Columns for Corrections {
    type Row = CorrectionRow;

    fn schema() -> Schema {
        let texts = DataType::List(Arc::new(Field::new_list_field(DataType::Utf8, true)));
        let lists = ["before", "after", "removed", "added"].map(|name| Field::new(name, texts.clone(), false));
        let mut fields = OfColumns::fields();
        fields.push(Field::new("kind", DataType::Utf8, false));
        fields.push(Field::new("instead_of", DataType::Utf8, true));
        fields.extend(RightRow::fields());
        fields.extend(lists);
        Schema::new(fields)
    }

    fn push(&mut self, CorrectionRow { of, correction }: CorrectionRow) {
        let (kind, row) = match correction.kind {
            CorrectionKind::WronglyDisclosed => ("wrongly_disclosed", None),
            CorrectionKind::Missed(row) => ("missed", Some(row)),
            CorrectionKind::WrongFlags(row) => ("wrong_flags", Some(row)),
        };
        self.of.push(of, correction.number);
        self.kind.append_value(kind);
        self.instead_of.append_option(correction.instead_of.map(|number| number.to_string()));
        self.right.push(row);
        let reasons = |answer: Option<Answer>| -> Vec<Option<&'static str>> {
            let reasons = answer.map(|answer| answer.reasons).unwrap_or_default();
            reasons.iter().map(|reason| Some(reason.code().as_str())).collect()
        };
        self.before.append_value(reasons(correction.before));
        self.after.append_value(reasons(correction.after));
        let sentences = |facts: &[Fact]| -> Vec<Option<String>> {
            facts.iter().map(|fact| Some(fact.sentence(Language::Dutch))).collect()
        };
        self.removed.append_value(sentences(&correction.removed));
        self.added.append_value(sentences(&correction.added));
    }

    fn finish(&mut self) -> Vec<ArrayRef> {
        let mut columns = self.of.finish();
        columns.push(Arc::new(self.kind.finish()));
        columns.push(Arc::new(self.instead_of.finish()));
        columns.extend(self.right.finish());
        for list in [&mut self.before, &mut self.after, &mut self.removed, &mut self.added] {
            columns.push(Arc::new(list.finish()));
        }
        columns
    }
}

/// To whom the list went, when the notice is given, and until when the list may be kept.
#[derive(Clone)]
struct Told {
    delivered_to: String,
    given_on: i32,
    kept_until: i32,
}

struct NoticeRow {
    of: Of,
    told: Told,
    insz: Insz,
    action: &'static str,
    instead_of: Option<Insz>,
    row: Option<DisclosureRow>,
}

#[derive(Default)]
struct Notices {
    of: OfColumns,
    action: StringBuilder,
    instead_of: StringBuilder,
    right: RightRow,
    delivered_to: StringBuilder,
    given_on: Date32Builder,
    kept_until: Date32Builder,
}

impl Columns for Notices {
    type Row = NoticeRow;

    fn schema() -> Schema {
        let mut fields = OfColumns::fields();
        fields.push(Field::new("action", DataType::Utf8, false));
        fields.push(Field::new("instead_of", DataType::Utf8, true));
        fields.extend(RightRow::fields());
        fields.push(Field::new("delivered_to", DataType::Utf8, false));
        fields.extend(["given_on", "kept_until"].map(|name| Field::new(name, DataType::Date32, false)));
        Schema::new(fields)
    }

    fn push(&mut self, NoticeRow { of, told, insz, action, instead_of, row }: NoticeRow) {
        self.of.push(of, insz);
        self.action.append_value(action);
        self.instead_of.append_option(instead_of.map(|number| number.to_string()));
        self.right.push(row);
        self.delivered_to.append_value(told.delivered_to);
        self.given_on.append_value(told.given_on);
        self.kept_until.append_value(told.kept_until);
    }

    fn finish(&mut self) -> Vec<ArrayRef> {
        let mut columns = self.of.finish();
        columns.push(Arc::new(self.action.finish()));
        columns.push(Arc::new(self.instead_of.finish()));
        columns.extend(self.right.finish());
        columns.push(Arc::new(self.delivered_to.finish()));
        columns.extend([&mut self.given_on, &mut self.kept_until].map(|days| Arc::new(days.finish()) as ArrayRef));
        columns
    }
}
