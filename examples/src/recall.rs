//! A recall: every delivery of the log held against corrected files, and the notices that come of it.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use inburgering::{
    Caseload, CaseloadError, CorrectionKind, DigestKey, Operator, RecallNotice, Register, UnreadableRows,
};
use inburgering_archive::folder::{self, FolderError};
use inburgering_archive::{
    Archive, ArchiveError, DisclosureLog, LogError, Notified, Recalled, Recalls, Settlement, Wanted, recall_all,
};

use crate::extract::Extract;
use crate::key::{self, KeyError};
use crate::ledger::read_protocols;
use crate::problem::{Problem, Problems};
use crate::stopwatch::Stopwatch;

/// A recall that is asked for. The day and the options of each delivery are those of its receipt.
#[derive(Debug, Clone)]
pub struct Recall {
    /// Where the files of the deliveries are.
    pub data: PathBuf,
    /// Where the corrected files are.
    pub corrected: PathBuf,
    /// Where the protocols are, as they are on the day of the notices.
    pub protocols: PathBuf,
    /// Where the corrected files of earlier recalls are.
    pub earlier: Vec<PathBuf>,
    /// The log of the deliveries.
    pub log: PathBuf,
    /// Where the papers go.
    pub out: PathBuf,
    /// The file of the key.
    pub key_file: PathBuf,
    /// The files of the keys of before.
    pub old_key_files: Vec<PathBuf>,
    /// The instant at which the notices are given.
    pub given_at: DateTime<FixedOffset>,
    /// Who gives them.
    pub operator: Operator,
    /// What to do with rows of the corrected files that cannot be read.
    pub unreadable: UnreadableRows,
}

/// Why there are no papers.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RecallFailure {
    /// The input files cannot be read.
    #[error(transparent)]
    Files(#[from] Problems),
    /// There is no key.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// No caseload can be built.
    #[error(transparent)]
    Caseload(#[from] CaseloadError),
    /// The log cannot be used.
    #[error(transparent)]
    Log(#[from] LogError),
    /// The papers cannot be written; if it was not seen beforehand, the log has the notices, and the next recall writes
    /// them.
    #[error(transparent)]
    Folder(#[from] FolderError),
}

/// What came of a recall.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The report for the console. No register number stands in it.
    pub printed: String,
    /// On how many deliveries no notice could be given though something was wrong with them.
    pub failed: usize,
}

/// The name of the agency's paper.
pub const AGENCY_PAPER: &str = "agency-paper.txt";

/// What came of each delivery that was wrong and is known to be done.
type Told<'a> = Vec<(&'a Recalled, Result<Notified, ArchiveError>)>;

impl Recall {
    /// Reads the files, compares, gives the notices that may be given, and writes the papers.
    ///
    /// # Errors
    /// [`RecallFailure`].
    pub fn run(&self, watch: &mut Stopwatch) -> Result<Outcome, RecallFailure> {
        let key = key::read(&self.key_file)?;
        if self.out.exists() {
            return Err(FolderError::AlreadyThere { path: self.out.clone() }.into());
        }
        let log = DisclosureLog::open(&self.log)?;
        let mut protocols = Register::new();
        let problems = in_directory(&self.protocols, read_protocols(&self.protocols, &mut protocols));
        if !problems.is_empty() {
            return Err(Problems(problems).into());
        }
        let corrected = watch.time("read the corrected files", || -> Result<Caseload, RecallFailure> {
            Ok(read(&self.corrected, self.unreadable)?.build(self.unreadable)?)
        })?;
        let mut original = Some(read(&self.data, UnreadableRows::SetAside)?);
        let mut keys = vec![key.clone()];
        keys.extend(key::read_all(&self.old_key_files)?);
        let originals = |wanted: &Wanted<'_>| -> Option<Caseload> {
            if wanted.notice.is_some() {
                return self.inputs_of_notice(wanted, &corrected, &keys);
            }
            let original = original.take().unwrap_or_else(|| Extract::read(&self.data));
            original.build(wanted.delivery.receipt.options.unreadable_rows).ok()
        };
        let recalls = watch
            .time("read the files of the deliveries, and compare", || recall_all(&log, originals, &corrected, &keys))?;
        let archive = Archive::new(self.log.parent().unwrap_or(&self.out), log).with_old_keys(keys.clone());
        let settlement = Settlement { operator: &self.operator, at: self.given_at, key: &key };
        let told: Told<'_> =
            recalls.to_notify().map(|one| (one, archive.notify(one, &protocols, settlement))).collect();
        folder::write(&self.out, papers(&recalls, &told))?;
        let failed = recalls.wrong().count() - told.iter().filter(|(_, told)| told.is_ok()).count();
        Ok(Outcome { printed: self.printed(&recalls, &told), failed })
    }

    /// The corrected files by which a notice was given: these, or those of an earlier recall, by their digests.
    fn inputs_of_notice(&self, wanted: &Wanted<'_>, corrected: &Caseload, keys: &[DigestKey]) -> Option<Caseload> {
        let options = [UnreadableRows::Refused, UnreadableRows::SetAside];
        let earlier = self.earlier.iter().flat_map(|directory| {
            options.into_iter().filter_map(|unreadable| Extract::read(directory).build(unreadable).ok())
        });
        core::iter::once(corrected.clone()).chain(earlier).find(|caseload| wanted.fits(caseload, keys))
    }

    fn printed(&self, recalls: &Recalls, told: &Told<'_>) -> String {
        let mut lines = vec![format!("Recall of {} deliveries", recalls.recalled.len())];
        for one in &recalls.recalled {
            let Some(recall) = one.wrong() else { continue };
            let receipt = &one.delivery().receipt;
            let count = |is_meant: fn(&CorrectionKind) -> bool| {
                recall.corrections.iter().filter(|correction| is_meant(&correction.kind)).count()
            };
            lines.push(format!(
                "\n{}, delivered to {} on {}\n  wrongly disclosed  {:>4}\n  missed             {:>4}\n  wrong flags        {:>4}",
                receipt.request,
                receipt.municipality,
                receipt.on,
                count(|kind| matches!(kind, CorrectionKind::WronglyDisclosed)),
                count(|kind| matches!(kind, CorrectionKind::Missed(_))),
                count(|kind| matches!(kind, CorrectionKind::WrongFlags(_))),
            ));
            match told.iter().find(|(notified, _)| *notified == one).map(|(_, told)| told) {
                None => lines.push("  no notice: it was begun and not ended; resume or abandon it".into()),
                Some(Err(error)) => lines.push(format!("  no notice: {error}")),
                Some(Ok(notified)) => {
                    let entry = notified.entry.as_ref();
                    let logged = entry.map_or("no notice".into(), |entry| format!("notice: entry {}", entry.sequence));
                    lines.push(format!("  {logged}"));
                    lines.extend(notified.notice.withheld.iter().map(|withheld| format!("  {withheld}")));
                }
            }
        }
        for (delivery, why) in recalls.untold() {
            lines.push(format!("\n{}: {why}", delivery.request.id()));
        }
        lines.push(format!("\nThe papers: {}\n", self.out.display()));
        lines.join("\n")
    }
}

/// The agency's paper, and every notice: those given now, and those given before, which may not have arrived.
fn papers(recalls: &Recalls, told: &Told<'_>) -> Vec<(String, String)> {
    let named = |entry: u64, notice: &RecallNotice| {
        let name = folder::safe_name(&format!("notice-{entry}-{}", notice.request));
        (format!("{name}.txt"), notice.to_string())
    };
    let before = recalls.recalled.iter().flat_map(|one| {
        one.delivery().notices.iter().zip(one.given()).map(|(logged, notice)| named(logged.notice, notice))
    });
    let now = told.iter().filter_map(|(_, told)| {
        let Notified { notice, entry, .. } = told.as_ref().ok()?;
        Some(named(entry.as_ref()?.sequence, notice))
    });
    core::iter::once((AGENCY_PAPER.to_owned(), recalls.to_string())).chain(before).chain(now).collect()
}

/// The tables of a directory, in which nothing stands in the way of a caseload.
fn read(directory: &Path, unreadable: UnreadableRows) -> Result<Extract, Problems> {
    let extract = Extract::read(directory);
    let problems = in_directory(directory, extract.problems(unreadable));
    if problems.is_empty() { Ok(extract) } else { Err(Problems(problems)) }
}

/// The problems with their files named by the whole path: there are several of each name.
fn in_directory(directory: &Path, mut problems: Vec<Problem>) -> Vec<Problem> {
    for problem in &mut problems {
        problem.file = directory.join(&problem.file).display().to_string();
    }
    problems
}
