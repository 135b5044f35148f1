//! The index of eligibility, as a table.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{Date32Builder, StringBuilder};
use arrow_schema::{DataType, Field, Schema};
use inburgering::{Caseload, EligiblePeriod, ListRules, Municipality};

use crate::Batches;
use crate::batches::Columns;
use crate::column::{Dotted, FiveDigits, FlagColumn, five_digits};

/// For each municipality the periods in which persons are on its list, ascending by municipality, number and day: what the
/// list of every day can be read from, as the rows whose period covers the day.
///
/// For the agency's own use. The columns:
///
/// | column | type | |
/// |---|---|---|
/// | `municipality` | text | the code |
/// | `insz` | text | the register number on these days, as `YY.MM.DD-SSS.CC` |
/// | `valid_from` | date | the first day |
/// | `valid_until` | date | the first day after; null where the period lasts until the end of the [`horizon`] |
/// | `contract_signed` | bool | |
/// | `attest_obtained` | bool | |
/// | `basis` | text | which fact places the person there |
///
/// [`horizon`]: inburgering::horizon
///
/// ```
/// use arrow_array::cast::AsArray;
/// use inburgering::{Caseload, DossierText, ListRules, ResidenceText, UnreadableRows};
/// use inburgering_arrow::periods;
///
/// let mut rows = Caseload::builder();
/// rows.read_dossier(0, &DossierText { dossier: "D-1", insz: "85.07.30-901.33", registered_on: "2024-02-03", ..Default::default() });
/// rows.read_residence(0, &ResidenceText { insz: "85.07.30-901.33", municipality: "46014", ..Default::default() });
/// let caseload = rows.build(UnreadableRows::Refused)?;
///
/// // Lokeren until its merger, and the new Lokeren since.
/// let table = periods(&caseload, ListRules::default());
/// let municipality = table.batches()[0]["municipality"].as_string::<i32>();
/// assert_eq!((municipality.value(0), municipality.value(1)), ("46014", "46029"));
/// # Ok::<(), inburgering::CaseloadError>(())
/// ```
pub fn periods(caseload: &Caseload, rules: ListRules) -> Batches {
    let of_each = caseload.periods(rules);
    Batches::of::<Periods>(
        of_each.flat_map(|(municipality, periods)| periods.iter().map(move |&row| (municipality, row))),
    )
}

#[derive(Default)]
struct Periods {
    municipality: FiveDigits,
    insz: Dotted,
    valid_from: Date32Builder,
    valid_until: Date32Builder,
    contract_signed: FlagColumn,
    attest_obtained: FlagColumn,
    basis: StringBuilder,
}

impl Columns for Periods {
    type Row = (Municipality, EligiblePeriod);

    fn schema() -> Schema {
        Schema::new(vec![
            Field::new("municipality", DataType::Utf8, false),
            Field::new("insz", DataType::Utf8, false),
            Field::new("valid_from", DataType::Date32, false),
            Field::new("valid_until", DataType::Date32, true),
            Field::new("contract_signed", DataType::Boolean, false),
            Field::new("attest_obtained", DataType::Boolean, false),
            Field::new("basis", DataType::Utf8, false),
        ])
    }

    fn push(&mut self, (municipality, row): (Municipality, EligiblePeriod)) {
        let (period, (flags, basis)) = (row.period(), row.flags_and_basis());
        self.municipality.push(*five_digits(municipality));
        self.insz.push_number(row.number());
        self.valid_from.append_option(period.from.map(|day| day.to_epoch_days()));
        self.valid_until.append_option(period.until.map(|day| day.to_epoch_days()));
        self.contract_signed.push(flags.contract_signed);
        self.attest_obtained.push(flags.attest_obtained);
        self.basis.append_value(basis.as_str());
    }

    fn finish(&mut self) -> Vec<ArrayRef> {
        vec![
            self.municipality.finish(),
            self.insz.finish(),
            Arc::new(self.valid_from.finish()),
            Arc::new(self.valid_until.finish()),
            self.contract_signed.finish(),
            self.attest_obtained.finish(),
            Arc::new(self.basis.finish()),
        ]
    }
}
