//! The lists of one day straight from the tables.

use core::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::NaiveDate;
use inburgering::threads::{each_on_a_thread, shares};
use inburgering::{ListRules, Lists, OneDay, OutsideHorizon, UnreadableRows};

use crate::extract::Reading;
use crate::table::{Deaths, Dossiers, Replacements, Residences, Table};
use crate::validity::is_valid;
use crate::{Batches, Extract, ReadError};

/// Why there are no lists of a day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ListsError {
    /// The tables cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The day lies outside the horizon.
    #[error(transparent)]
    Day(#[from] OutsideHorizon),
}

/// A thread should have so many rows to read, or starting it costs more than it saves.
const LEAST_ROWS_OF_A_THREAD: usize = 15_000;

impl Extract {
    /// All lists of one day, for a caller who does not ask again.
    ///
    /// The same as [`to_caseload`](Self::to_caseload) and [`Caseload::lists`](inburgering::Caseload::lists), but of each row no
    /// more is kept than the day needs ([`OneDay`]). Where that does not do (a row that is not surely readable, residences of
    /// another day than the one that is asked), a caseload is built after all.
    ///
    /// `keep_on` is asked as by [`read`](Self::read).
    ///
    /// # Errors
    /// [`ListsError::Day`], and [`ListsError::Read`] with the errors of [`read`](Self::read).
    pub fn lists(
        &self,
        on: NaiveDate,
        rules: ListRules,
        unreadable: UnreadableRows,
        keep_on: &(dyn Fn() -> bool + Sync),
    ) -> Result<Lists, ListsError> {
        match self.lists_of_one_day(on, rules, keep_on)? {
            Some(lists) => Ok(lists),
            None => Ok(self.read(unreadable, keep_on)?.lists(on, rules)?),
        }
    }

    /// The lists from words of the rows; `None` where these do not do.
    fn lists_of_one_day(
        &self,
        on: NaiveDate,
        rules: ListRules,
        keep_on: &(dyn Fn() -> bool + Sync),
    ) -> Result<Option<Lists>, ListsError> {
        if OneDay::new(on, rules)?.is_none() || !self.has_sound_columns() {
            return Ok(None);
        }
        let Self { dossiers, residences, deaths, replacements, .. } = self;
        let threads = self.threads.for_rows(dossiers.num_rows() + residences.num_rows(), LEAST_ROWS_OF_A_THREAD);
        let pieces = shares(dossiers.num_rows(), threads).into_iter().zip(shares(residences.num_rows(), threads));
        let reading = Sure { reading: self.reading(keep_on), is_over: AtomicBool::new(false) };
        let parts = each_on_a_thread(pieces.collect(), |(of_dossiers, of_residences)| {
            let Some(mut rows) = OneDay::new(on, rules)? else { return Ok(None) };
            let read = reading.share::<Dossiers<'_>>(dossiers, of_dossiers, &mut rows)?
                && reading.share::<Residences<'_>>(residences, of_residences, &mut rows)?;
            Ok::<_, ListsError>(read.then_some(rows))
        });
        let Some(mut parts) = parts.into_iter().collect::<Result<Option<Vec<OneDay>>, _>>()? else { return Ok(None) };
        if let Some(first) = parts.first_mut()
            && !(reading.whole::<Deaths<'_>>(deaths.as_ref(), first)?
                && reading.whole::<Replacements<'_>>(replacements.as_ref(), first)?)
        {
            return Ok(None);
        }
        let columns: Option<Vec<_>> = dossiers.batches().iter().map(Dossiers::of).collect();
        let Some(columns) = columns else { return Ok(None) };
        let again = |row: u32| {
            let mut at = row.checked_sub(self.first_row)? as usize;
            for (batch, columns) in dossiers.batches().iter().zip(&columns) {
                match at.checked_sub(batch.num_rows()) {
                    None => return columns.read_again(at),
                    Some(after) => at = after,
                }
            }
            None
        };
        Ok(OneDay::lists(&parts, self.threads, again))
    }

    /// Whether every column is there, once and of a type that can be read, and the numbers of the dossiers are text: the bytes
    /// of the other columns need not be.
    fn has_sound_columns(&self) -> bool {
        fn is_whole<'a, T: Table<'a>>(table: &Batches) -> bool {
            table.schemas().iter().all(|schema| T::problems(schema).is_empty())
        }
        let Self { dossiers, residences, deaths, replacements, .. } = self;
        let numbers = || dossiers.batches().iter().filter_map(|batch| batch.column_by_name("dossier"));
        is_whole::<Dossiers<'_>>(dossiers)
            && is_whole::<Residences<'_>>(residences)
            && deaths.as_ref().is_none_or(is_whole::<Deaths<'_>>)
            && replacements.as_ref().is_none_or(is_whole::<Replacements<'_>>)
            && numbers().all(|numbers| is_valid(numbers))
    }
}

/// A reading of rows that must all be sure.
struct Sure<'a> {
    reading: Reading<'a>,
    /// Whether a row was found that is not, so that the others need not be read.
    is_over: AtomicBool,
}

impl Sure<'_> {
    /// Reads some rows of a table; whether all of them were sure.
    fn share<'a, T: Table<'a>>(
        &self,
        table: &'a Batches,
        share: Range<usize>,
        into: &mut OneDay,
    ) -> Result<bool, ReadError> {
        let Some(first_row) = self.reading.first_row_of(table.num_rows()) else { return Ok(false) };
        let mut begin = 0;
        for batch in table.batches() {
            let end = begin + batch.num_rows();
            let (from, until) = (share.start.clamp(begin, end), share.end.clamp(begin, end));
            let Some(columns) = T::of(batch) else { return Ok(false) };
            for at in from..until {
                if at % Reading::ROWS_BETWEEN_QUESTIONS == 0 {
                    self.reading.require_to_keep_on()?;
                    if self.is_over.load(Ordering::Relaxed) {
                        return Ok(false);
                    }
                }
                // Checked above for the last row.
                let row = first_row.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
                if columns.read_sure(at - begin, row, into).is_none() {
                    self.is_over.store(true, Ordering::Relaxed);
                    return Ok(false);
                }
            }
            begin = end;
        }
        Ok(true)
    }

    /// Reads a table that may not be there.
    fn whole<'a, T: Table<'a>>(&self, table: Option<&'a Batches>, into: &mut OneDay) -> Result<bool, ReadError> {
        table.map_or(Ok(true), |table| self.share::<T>(table, 0..table.num_rows(), into))
    }
}
