//! Whether register numbers are valid.

use arrow_array::{Array, StringArray};
use chrono::NaiveDate;
use inburgering::insz::BornInsz;
use inburgering::threads::{each_on_a_thread, shares};
use inburgering::{Insz, InszError, Threads};

use super::column::{answered, cells, common_length, recognised, require_text_rows};
use super::words::{NO_WORD, column_of_words};
use super::{ColumnsError, RowFault};
use crate::cell::{Cells as _, Days, Numbers};

/// For each register number `valid`, or the code of what is wrong with it ([`InszError::code`]); null where there is none.
///
/// With a day, a number of somebody who was not born by that day is `born_after`. With a column of birth dates that are
/// known from elsewhere, a number that tells another is `birth_date` ([`Insz::check_birth_date`](inburgering::Insz::check_birth_date)); where no birth date is
/// known, nothing is compared. Long columns are checked on several threads, if the caller allows them.
///
/// # Errors
/// [`ColumnsError::Mistyped`], [`ColumnsError::LengthsDiffer`], [`ColumnsError::TooManyRows`], and
/// [`ColumnsError::Rows`] if a birth date is none; never for a number.
///
/// ```
/// use arrow_array::{Date32Array, StringArray};
/// use chrono::NaiveDate;
/// use inburgering::Threads;
/// use inburgering_arrow::columns::check_insz;
///
/// // Which numbers of the form that came in can be right?
/// let numbers = StringArray::from(vec![Some("85.07.30-901.33"), Some("85.07.30-901.34"), Some("85.07.30"), None]);
/// let checked = check_insz(&numbers, None, None, Threads::Available)?;
/// assert_eq!(checked, StringArray::from(vec![Some("valid"), Some("check_digits"), Some("length"), None]));
/// // And of persons whose birth date is known: a 7 typed for the 1 is a valid number too, of 1907.
/// let numbers = StringArray::from(vec!["01.03.20-902.24", "07.03.20-902.24"]);
/// let born = Date32Array::from(vec![NaiveDate::from_ymd_opt(2001, 3, 20).unwrap().to_epoch_days(); 2]);
/// assert_eq!(check_insz(&numbers, None, Some(&born), Threads::ONE)?, StringArray::from(vec!["valid", "birth_date"]));
/// # Ok::<(), inburgering_arrow::columns::ColumnsError>(())
/// ```
pub fn check_insz(
    numbers: &dyn Array,
    as_of: Option<NaiveDate>,
    born: Option<&dyn Array>,
    threads: Threads,
) -> Result<StringArray, ColumnsError> {
    let _: Numbers<'_> = recognised("numbers", numbers)?;
    let rows = common_length(Some(numbers.len()), born.map(Array::len))?;
    require_text_rows(rows)?;
    let _: Option<Days<'_>> = born.map(|born| cells("born", born)).transpose()?;
    if let Some(checked) = checked_at_once(numbers, as_of, born, threads) {
        return Ok(checked);
    }
    let column: Numbers<'_> = cells("numbers", numbers)?;
    let born: Option<Days<'_>> = born.map(|born| cells("born", born)).transpose()?;
    answered(rows, |row| {
        let born = born.as_ref().map_or(Ok(None), |born| born.get(row)).map_err(RowFault::Cell)?;
        let Some(judged) = column.judge(row) else { return Ok(None) };
        let judged = judged.and_then(|insz| as_of.map_or(Ok(insz), |day| insz.check_as_of(day)));
        let judged = judged.and_then(|insz| born.map_or(Ok(insz), |day| insz.check_birth_date(day).map(|_| insz)));
        Ok(Some(judged.map_or_else(InszError::code, |_| VALID)))
    })
}

const VALID: &str = "valid";

/// The words of the answers; those that are looked for below stand first.
const WORDS: [&str; 11] = [
    VALID,
    "born_after",
    "birth_date",
    "length",
    "character",
    "separator",
    "check_digits",
    "month",
    "sequence",
    "day",
    "date",
];

const BORN_AFTER: u16 = 1;
const BIRTH_DATE: u16 = 2;

/// A thread should have so many rows, or starting it costs more than it saves.
const LEAST_ROWS_OF_A_THREAD: usize = 50_000;

/// The same part by part, if every row of each has an answer.
fn checked_at_once(
    numbers: &dyn Array,
    as_of: Option<NaiveDate>,
    born: Option<&dyn Array>,
    threads: Threads,
) -> Option<StringArray> {
    let rows = numbers.len();
    let parts = shares(rows, threads.for_rows(rows, LEAST_ROWS_OF_A_THREAD));
    let places = each_on_a_thread(parts, |part| {
        let of_part = |array: &dyn Array| array.slice(part.start, part.len());
        places_of_words(&of_part(numbers), as_of, born.map(of_part).as_deref())
    });
    column_of_words(&WORDS, &places.into_iter().collect::<Option<Vec<_>>>()?)
}

/// For each row the place of its word, with birth dates as day numbers; `None` if one cannot be read so.
fn places_of_words(numbers: &dyn Array, as_of: Option<NaiveDate>, born: Option<&dyn Array>) -> Option<Vec<u16>> {
    let rows = numbers.len();
    let numbers = Numbers::of(numbers)?;
    let as_of = as_of.map(|day| day.to_epoch_days());
    let of_valid = |number: BornInsz, born: Option<i32>| match born {
        _ if as_of.is_some_and(|as_of| number.earliest_birth_day() > as_of) => BORN_AFTER,
        Some(day) if !number.may_be_born_on(day) => BIRTH_DATE,
        _ => 0,
    };
    let born = born.and_then(Days::of);
    let born = born.as_ref().and_then(Days::numbers);
    if born.as_ref().is_some_and(|born| !born.are_null_or_days()) {
        return None;
    }
    let known = |row| born.as_ref().and_then(|born| born.get(row));
    // Numbers with white space around them, and faults.
    let of_judged = |row, judged: Option<Result<Insz, InszError>>| match judged {
        None => Some(NO_WORD),
        Some(Ok(insz)) => Some(of_valid(insz.into(), known(row))),
        Some(Err(fault)) => place_of(&fault),
    };
    let otherwise = |row| numbers.judge_foreign(row, |judged| of_judged(row, judged)).flatten();
    let null = || NO_WORD;
    match &born {
        None if as_of.is_none() => numbers.read_all(rows, |_, _| 0, null, otherwise),
        None => numbers.read_all(rows, |_, number| of_valid(number, None), null, otherwise),
        Some(born) => numbers.read_all(rows, |row, number| of_valid(number, born.get(row)), null, otherwise),
    }
}

/// The place of the word of a fault.
fn place_of(fault: &InszError) -> Option<u16> {
    WORDS.iter().position(|word| *word == fault.code()).and_then(|place| u16::try_from(place).ok())
}
