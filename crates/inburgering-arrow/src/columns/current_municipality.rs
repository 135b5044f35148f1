//! Municipality codes carried through mergers to a day.

use arrow_array::{Array, StringArray};
use chrono::NaiveDate;
use inburgering::{Municipality, MunicipalityError, horizon};

use super::column::{Foreign, answered, recognised, require_text_rows};
use super::words::{NO_WORD, column_of_words};
use super::{ColumnsError, RowFault};
use crate::cell::Codes;

/// For each municipality code that of the municipality (*gemeente*) of its territory on the day, as
/// [`Municipality::current`]; null where there is none.
///
/// # Errors
/// [`ColumnsError::Mistyped`], [`ColumnsError::TooManyRows`], [`ColumnsError::Municipality`] if the day lies outside the
/// table of municipalities, and [`ColumnsError::Rows`] if a cell is no code, or one that is no municipality's or begins
/// only after the day.
///
/// ```
/// use arrow_array::{StringArray, UInt32Array};
/// use chrono::NaiveDate;
/// use inburgering_arrow::columns::current_municipality;
///
/// // Lokeren, Moerbeke and Gent, as recorded in 2024: which municipalities are these in 2025?
/// let recorded = UInt32Array::from(vec![46_014, 44_045, 44_021]);
/// let day = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
/// assert_eq!(current_municipality(&recorded, day)?, StringArray::from(vec!["46029", "46029", "44021"]));
/// # Ok::<(), inburgering_arrow::columns::ColumnsError>(())
/// ```
pub fn current_municipality(codes: &dyn Array, on: NaiveDate) -> Result<StringArray, ColumnsError> {
    let column: Codes<'_> = recognised("codes", codes)?;
    require_text_rows(codes.len())?;
    if !horizon::contains(on) {
        return Err(ColumnsError::Municipality(MunicipalityError::OutsideTable { on }));
    }
    let foreign = Foreign::new(codes);
    if let Some(current) = carried_at_once(&column, &foreign, codes.len(), on) {
        return Ok(current);
    }
    foreign.require_sound("codes")?;
    answered(codes.len(), |row| {
        let Some(code) = column.get(row).map_err(RowFault::Cell)? else { return Ok(None) };
        let current = Municipality::from_code(code).and_then(|municipality| municipality.current(on));
        current.map(|municipality| Some(municipality.code().to_string())).map_err(RowFault::Municipality)
    })
}

/// The same with every municipality carried once, if every row has an answer; not for fewer rows than municipalities.
fn carried_at_once(column: &Codes<'_>, foreign: &Foreign<'_>, rows: usize, on: NaiveDate) -> Option<StringArray> {
    if rows < Municipality::COUNT {
        return None;
    }
    let current = |municipality: Municipality| municipality.current(on).map(|current| current.code().to_string()).ok();
    let carried: Vec<Option<String>> = Municipality::all().map(current).collect();
    let place = |code| {
        let at = Municipality::from_code(code).ok()?.index();
        // One that begins only after the day has no current code.
        carried.get(at)?.as_ref()?;
        u16::try_from(at).ok()
    };
    let otherwise = |row| {
        if !foreign.is_sound() {
            return None;
        }
        column.get(row).ok()?.map_or(Some(NO_WORD), place)
    };
    let places = column.read_all(rows, place, || NO_WORD, otherwise)?;
    let words: Vec<&str> = carried.iter().map(|code| code.as_deref().unwrap_or_default()).collect();
    column_of_words(&words, &[places])
}
