//! A recall: a delivery held against corrected files.

use std::fs;
use std::path::{Path, PathBuf};

use inburgering::{
    CaseloadError, CorrectionKind, ListRules, OutsideHorizon, Placed, RecallError, Receipt, UnreadableRows,
    recall_receipt,
};
use inburgering_archive::folder::{self, FolderError};

use crate::extract::Extract;
use crate::key::{self, KeyError};
use crate::problem::{Place, Problem, Problems};
use crate::stopwatch::Stopwatch;

/// A recall that is asked for. Its day and its options are those of the receipt.
#[derive(Debug, Clone)]
pub struct Recall {
    /// Where the files of the delivery are.
    pub data: PathBuf,
    /// Where the corrected files are.
    pub corrected: PathBuf,
    /// The receipt of the delivery.
    pub receipt: PathBuf,
    /// Where the two papers go.
    pub out: PathBuf,
    /// The file of the key.
    pub key_file: PathBuf,
}

/// Why there is no recall; then nothing was written.
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
    /// The day of the receipt lies outside the horizon.
    #[error(transparent)]
    Day(#[from] OutsideHorizon),
    /// The receipt, the key and the files do not belong together.
    #[error(transparent)]
    Recall(#[from] RecallError),
    /// The papers cannot be written.
    #[error(transparent)]
    Folder(#[from] FolderError),
}

/// The name of the agency's paper.
pub const AGENCY_PAPER: &str = "agency-paper.txt";
/// The name of the notice for the municipality.
pub const NOTICE: &str = "municipality-notice.txt";

impl Recall {
    /// Reads the files, compares, and writes the two papers; answers with what to print, in which no register number
    /// stands.
    ///
    /// # Errors
    /// [`RecallFailure`]; then nothing was written.
    pub fn run(&self, watch: &mut Stopwatch) -> Result<String, RecallFailure> {
        let key = key::read(&self.key_file)?;
        let receipt = read_receipt(&self.receipt).map_err(|problem| Problems(vec![problem]))?;
        let original = watch.time("read and place the files of the delivery", || place(&self.data, &receipt))?;
        let corrected = watch.time("read and place the corrected files", || place(&self.corrected, &receipt))?;
        let recall = watch.time("compare", || recall_receipt(&receipt, &original, &corrected, &key))?;
        let (agency, notice) = (recall.agency_paper().to_string(), recall.notice().to_string());
        folder::write(&self.out, [(AGENCY_PAPER, &agency), (NOTICE, &notice)])?;

        let count = |is_meant: fn(&CorrectionKind) -> bool| {
            recall.corrections.iter().filter(|correction| is_meant(&correction.kind)).count()
        };
        Ok(format!(
            "Recall of {}, delivered to {} on {}\n  wrongly disclosed  {:>4}\n  missed             {:>4}\n  wrong flags        {:>4}\n  {}\n  {}\n",
            recall.request,
            recall.municipality,
            recall.on,
            count(|kind| matches!(kind, CorrectionKind::WronglyDisclosed)),
            count(|kind| matches!(kind, CorrectionKind::Missed(_))),
            count(|kind| matches!(kind, CorrectionKind::WrongFlags(_))),
            self.out.join(AGENCY_PAPER).display(),
            self.out.join(NOTICE).display(),
        ))
    }
}

fn read_receipt(path: &Path) -> Result<Receipt, Problem> {
    let file = path.display().to_string();
    let text = fs::read_to_string(path).map_err(|error| Problem {
        file: file.clone(),
        place: Place::File,
        what: format!("the receipt cannot be read ({error}); give the receipt.json of the delivery"),
    })?;
    serde_json::from_str(&text).map_err(|error| Problem {
        file,
        place: Place::Text { line: error.line(), column: error.column() },
        // The words of serde would repeat what stands there.
        what: "this is not as the exchange writes a receipt; give the receipt.json of the delivery, unaltered".into(),
    })
}

/// The persons of the files on the day and under the options of the receipt.
fn place(directory: &Path, receipt: &Receipt) -> Result<Placed, RecallFailure> {
    let unreadable: UnreadableRows = receipt.options.unreadable_rows;
    let extract = Extract::read(directory);
    let mut problems = extract.problems(unreadable);
    if !problems.is_empty() {
        for problem in &mut problems {
            problem.file = directory.join(&problem.file).display().to_string();
        }
        return Err(Problems(problems).into());
    }
    let rules = ListRules { closed: receipt.options.closed, brussels: receipt.options.brussels };
    Ok(extract.build(unreadable)?.place(receipt.on, rules)?)
}
