//! Who is on which list, as a table.

use arrow_array::ArrayRef;
use arrow_schema::{DataType, Field, Schema};
use inburgering::{Flags, Listed, Lists, Municipality, Placed, Threads};

use crate::Batches;
use crate::batches::Columns;
use crate::column::{Dotted, FiveDigits, FlagColumn, five_digits};

/// A thread should have so many rows to write, or starting it costs more than it saves.
const LEAST_ROWS_OF_A_THREAD: usize = 50_000;

/// The persons on the list of one municipality, ascending by number; or everybody on a list, by municipality and number.
///
/// For the agency's own use: what may leave it is the [`list`](crate::list) of a delivery. The columns are `insz` (text,
/// as `YY.MM.DD-SSS.CC`), `contract_signed` and `attest_obtained` (booleans), and for all lists `municipality` (text, the
/// code) before them; none is null.
///
/// ```
/// use arrow_array::cast::AsArray;
/// use chrono::NaiveDate;
/// use inburgering::{Caseload, DossierText, ListRules, ResidenceText, UnreadableRows};
/// use inburgering_arrow::listed;
///
/// let mut rows = Caseload::builder();
/// rows.read_dossier(0, &DossierText { dossier: "D-1", insz: "85.07.30-901.33", registered_on: "2025-02-03", ..Default::default() });
/// rows.read_residence(0, &ResidenceText { insz: "85.07.30-901.33", municipality: "44021", ..Default::default() });
/// let caseload = rows.build(UnreadableRows::Refused)?;
/// let placed = caseload.place(NaiveDate::from_ymd_opt(2026, 1, 15).unwrap(), ListRules::default())?;
///
/// // Who is on the list of Gent, and who on any?
/// assert_eq!(listed(&placed, Some("44021".parse()?)).num_rows(), 1);
/// assert_eq!(listed(&placed, None).batches()[0]["municipality"].as_string::<i32>().value(0), "44021");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn listed(placed: &Placed, municipality: Option<Municipality>) -> Batches {
    if let Some(municipality) = municipality {
        let list = placed.eligible_in(municipality);
        return Batches::of_parts::<OneList, _>(vec![(list.size_hint().1.unwrap_or_default(), list)]);
    }
    of_each(placed.caseload().threads(), |municipality| placed.eligible_in(municipality))
}

/// All lists of a day that were asked once, with the columns of [`listed`].
pub fn lists(lists: &Lists, threads: Threads) -> Batches {
    of_each(threads, |municipality| lists.of_municipality(municipality))
}

/// The lists of all municipalities, written in parts of about one size.
fn of_each<'a, I: Iterator<Item = Listed> + Send + 'a>(
    threads: Threads,
    list: impl Fn(Municipality) -> I + Sync,
) -> Batches {
    let most = |municipality| list(municipality).size_hint().1.unwrap_or_default();
    let all: usize = Municipality::all().map(most).sum();
    let wanted = all.div_ceil(threads.for_rows(all, LEAST_ROWS_OF_A_THREAD));
    let mut parts: Vec<(usize, Vec<Municipality>)> = Vec::new();
    for municipality in Municipality::all() {
        let rows = most(municipality);
        match parts.last_mut().filter(|(filled, _)| *filled < wanted) {
            Some((filled, municipalities)) => {
                *filled += rows;
                municipalities.push(municipality);
            }
            None => parts.push((rows, vec![municipality])),
        }
    }
    let rows = |municipalities: Vec<Municipality>| {
        municipalities.into_iter().flat_map(|municipality| list(municipality).map(move |row| (municipality, row)))
    };
    Batches::of_parts::<AllLists, _>(parts.into_iter().map(|(most, of_part)| (most, rows(of_part))).collect())
}

#[derive(Default)]
struct OneList {
    insz: Dotted,
    contract_signed: FlagColumn,
    attest_obtained: FlagColumn,
}

fn fields() -> Vec<Field> {
    vec![
        Field::new("insz", DataType::Utf8, false),
        Field::new("contract_signed", DataType::Boolean, false),
        Field::new("attest_obtained", DataType::Boolean, false),
    ]
}

impl Columns for OneList {
    type Row = Listed;

    fn schema() -> Schema {
        Schema::new(fields())
    }

    fn with_room(rows: usize) -> Self {
        Self {
            insz: Dotted::with_room(rows),
            contract_signed: FlagColumn::with_room(rows),
            attest_obtained: FlagColumn::with_room(rows),
        }
    }

    fn push(&mut self, Listed { number, flags: Flags { contract_signed, attest_obtained }, .. }: Listed) {
        self.insz.push_number(number);
        self.contract_signed.push(contract_signed);
        self.attest_obtained.push(attest_obtained);
    }

    fn finish(&mut self) -> Vec<ArrayRef> {
        vec![self.insz.finish(), self.contract_signed.finish(), self.attest_obtained.finish()]
    }
}

#[derive(Default)]
struct AllLists {
    municipality: FiveDigits,
    list: OneList,
}

impl Columns for AllLists {
    type Row = (Municipality, Listed);

    fn schema() -> Schema {
        let municipality = Field::new("municipality", DataType::Utf8, false);
        Schema::new([vec![municipality], fields()].concat())
    }

    fn with_room(rows: usize) -> Self {
        Self { municipality: FiveDigits::with_room(rows), list: OneList::with_room(rows) }
    }

    fn push(&mut self, (municipality, listed): (Municipality, Listed)) {
        self.municipality.push(*five_digits(municipality));
        self.list.push(listed);
    }

    fn finish(&mut self) -> Vec<ArrayRef> {
        [vec![self.municipality.finish()], self.list.finish()].concat()
    }
}
