//! The exchange: from the files to the answers, and to an archive of the deliveries.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, NaiveDate};
use inburgering::{
    Assessment, AssessmentError, AssessmentOptions, Caseload, CaseloadError, DeliverError, DigestKey, DossierNumber,
    Explanation, Handover, History, HistoryError, Insz, Language, ListRules, Numbers, Operator, OutsideHorizon, Person,
    Placed, Records, RequestRecord, RequestState, Threshold, UnknownPersonError, UnreadableRows,
};
use inburgering_archive::{Archive, ArchiveError, Archived, DisclosureLog, LogError};

use crate::extract::Extract;
use crate::key::{self, KeyError};
use crate::ledger::{Ledger, REQUESTS};
use crate::problem::Problems;
use crate::report::Report;
use crate::staged::Staged;
use crate::stopwatch::Stopwatch;

/// The name of the log, if none is given.
pub const LOG: &str = "log.sqlite";

/// An exchange that is asked for: with which files, on which days, under which options.
#[derive(Debug, Clone)]
pub struct Exchange {
    /// Where the input files are.
    pub data: PathBuf,
    /// Where the deliveries go.
    pub out: PathBuf,
    /// The log of the deliveries.
    pub log: PathBuf,
    /// The file of the key.
    pub key_file: PathBuf,
    /// The files of the keys of before.
    pub old_key_files: Vec<PathBuf>,
    /// The day of assessment.
    pub on: NaiveDate,
    /// The day of delivery.
    pub deliver_on: NaiveDate,
    /// The instant of delivery, on the day of delivery.
    pub delivered_at: DateTime<FixedOffset>,
    /// Who delivers.
    pub operator: Operator,
    /// The options of the assessment.
    pub options: AssessmentOptions,
    /// The options of the lists.
    pub rules: ListRules,
    /// What to do with rows that cannot be read.
    pub unreadable: UnreadableRows,
    /// The dossiers whose persons' answers are to be explained.
    pub explain: Vec<String>,
    /// Where the whole report goes; it is printed if there is no such file.
    pub report: Option<PathBuf>,
}

/// Why an exchange did not take place.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExchangeError {
    /// The input files cannot be read.
    #[error(transparent)]
    Files(#[from] Problems),
    /// There is no key.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// No caseload can be built.
    #[error(transparent)]
    Caseload(#[from] CaseloadError),
    /// A request cannot be assessed.
    #[error(transparent)]
    Assessment(#[from] AssessmentError),
    /// The answer to a request does not fit what became of it before.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// The day of delivery lies outside the horizon.
    #[error(transparent)]
    Day(#[from] OutsideHorizon),
    /// The log of the deliveries cannot be used.
    #[error(transparent)]
    Log(#[from] LogError),
    /// The dossier of the person to explain is not there.
    #[error("--explain: no dossier of that number is in dossiers.csv; give the number as it stands there")]
    UnknownDossier,
    /// The person to explain is not there on the day.
    #[error("--explain: {0}")]
    Explain(#[from] UnknownPersonError),
    /// Another exchange has written there.
    #[error("{} is there already: another exchange has written there, and is never overwritten; give another --out", path.display())]
    AlreadyThere {
        /// The history that the other exchange has written.
        path: PathBuf,
    },
    /// The system refuses; if it refuses the history or the report, deliveries may have been made.
    #[error("{} cannot be written ({error}); give another place, or mend what the system says", path.display())]
    Unwritable {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

/// What came of an exchange.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The report for the console.
    pub printed: String,
    /// How many deliveries failed that should have been made.
    pub failed: usize,
}

/// A request that is answered on the day of assessment, or was granted before and not delivered yet.
pub(crate) struct Case {
    pub(crate) assessment: Assessment,
    /// Whether it was granted on an earlier day.
    pub(crate) granted_before: bool,
    pub(crate) delivery: Option<Result<Box<Archived>, NotHanded>>,
}

/// Why a granted request was not delivered.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotHanded {
    /// It was granted before, but these files do not bear that out.
    #[error(
        "recorded as granted on {on}, but by these files and options it was {answer}; correct requests.json, or give the \
         files and options of that day"
    )]
    OtherAnswer { on: NaiveDate, answer: RequestState },
    #[error(transparent)]
    Archive(#[from] ArchiveError),
}

impl NotHanded {
    /// The assessment on the day of delivery, if that refused the request: an answer, and no failure.
    pub(crate) fn refused(&self) -> Option<&Assessment> {
        match self {
            Self::Archive(ArchiveError::Deliver(DeliverError::Refused { assessment })) => Some(assessment),
            _ => None,
        }
    }
}

impl Exchange {
    /// Reads the files, assesses, delivers and reports.
    ///
    /// # Errors
    /// [`ExchangeError`]. A delivery that fails on its own is reported and counted.
    pub fn run(&self, watch: &mut Stopwatch) -> Result<Outcome, ExchangeError> {
        let path = self.out.join(REQUESTS);
        if path.exists() {
            return Err(ExchangeError::AlreadyThere { path });
        }
        let key = key::read(&self.key_file)?;
        let extract = watch.time("read the tables", || Extract::read(&self.data));
        let ledger = watch.time("read protocols and requests", || Ledger::read(&self.data));
        let mut problems = extract.problems(self.unreadable);
        let ledger = match ledger {
            Ok(ledger) if problems.is_empty() => ledger,
            ledger => {
                problems.extend(ledger.err().into_iter().flatten());
                return Err(Problems(problems).into());
            }
        };
        let files: Vec<_> = extract.files().collect();
        let set_aside = extract.unreadable_rows();
        let caseload = watch.time("build the caseload", || extract.build(self.unreadable))?;

        let Ledger { protocols, mut history } = ledger;
        let before = history.clone();
        let mut cases = watch.time("assess the requests", || self.assess(&protocols, &mut history))?;
        let placed = watch.time("place every person", || caseload.place(self.deliver_on, self.rules))?;
        let explanations = self.explanations(&caseload, &placed)?;
        watch.time("deliver and write", || {
            let archive = self.archive()?;
            for case in cases.iter_mut().filter(|case| case.assessment.is_granted() || case.granted_before) {
                let records = Records { protocols: &protocols, history: &history };
                let outcome = self.deliver(&archive, case, &placed, records, &key);
                match &outcome {
                    Ok(archived) => history = archived.delivery.history.clone(),
                    Err(not) => not.refused().map_or(Ok(()), |assessment| history.record(assessment))?,
                }
                case.delivery = Some(outcome);
            }
            // What the log has was delivered, be it by a run that was killed before it came to this.
            self.write_history(&archive.log().history(&history)?)
        })?;
        let figures = watch.time("count the figures", || caseload.figures(self.deliver_on, Threshold::default()))?;

        let mut report = Report::new();
        report.heading(self);
        report.files(&files, &protocols, &before);
        report.set_aside(&caseload, &set_aside);
        report.findings(&caseload);
        report.cases(self, &cases);
        report.others(&before, self.on);
        report.answers(&cases);
        report.placement(&placed);
        report.figures(&figures);
        report.explanations(&explanations);
        let printed = match &self.report {
            Some(path) => {
                write_staged(path, report.whole())?;
                format!("{}\nThe whole report: {}\n", report.summary(), path.display())
            }
            None => report.whole().to_owned(),
        };
        let failed = cases.iter().filter(|case| matches!(&case.delivery, Some(Err(not)) if not.refused().is_none()));
        Ok(Outcome { printed, failed: failed.count() })
    }

    /// Answers each request that is received or waiting on the day, in the order of receipt, and records the answer.
    /// One that was granted before is assessed as on the day on which it was.
    fn assess(&self, protocols: &inburgering::Register, history: &mut History) -> Result<Vec<Case>, ExchangeError> {
        let mut records: Vec<RequestRecord> = history.records().cloned().collect();
        records.sort_by(|one, other| {
            let by_receipt = one.request().received_on().cmp(&other.request().received_on());
            by_receipt.then_with(|| one.request().id().cmp(other.request().id()))
        });
        let mut cases = Vec::new();
        for record in records {
            let (day, granted_before) = match record.state_on(self.on) {
                Some(RequestState::Received | RequestState::Waiting) => (self.on, false),
                Some(RequestState::Granted) => {
                    let granted = record.steps().iter().rev().find(|step| step.on <= self.on);
                    (granted.map_or(self.on, |step| step.on), true)
                }
                _ => continue,
            };
            let assessment = self.options.assess(record.request(), day, protocols, history)?;
            if !granted_before {
                history.record(&assessment)?;
            }
            cases.push(Case { assessment, granted_before, delivery: None });
        }
        Ok(cases)
    }

    /// Where the deliveries go; the log is made if it is not there.
    fn archive(&self) -> Result<Archive, ExchangeError> {
        let folder = self.log.parent().map_or(Ok(()), fs::create_dir_all);
        folder.map_err(|error| ExchangeError::Unwritable { path: self.log.clone(), error })?;
        let old_keys = key::read_all(&self.old_key_files)?;
        let log = match DisclosureLog::create(&self.log) {
            Err(LogError::AlreadyThere { .. }) => DisclosureLog::open(&self.log)?,
            made => made?,
        };
        Ok(Archive::new(&self.out, log).with_old_keys(old_keys))
    }

    fn deliver(
        &self,
        archive: &Archive,
        case: &Case,
        placed: &Placed,
        records: Records<'_>,
        key: &DigestKey,
    ) -> Result<Box<Archived>, NotHanded> {
        let assessment = &case.assessment;
        if !assessment.is_granted() {
            return Err(NotHanded::OtherAnswer { on: assessment.on(), answer: assessment.outcome().state() });
        }
        let handover = Handover { operator: &self.operator, delivered_at: self.delivered_at, key };
        Ok(Box::new(archive.deliver(assessment, placed, records, handover)?))
    }

    /// Writes what became of the requests: the `requests.json` of the next exchange.
    fn write_history(&self, history: &History) -> Result<(), ExchangeError> {
        let path = self.out.join(REQUESTS);
        let json = to_json(history).map_err(|error| ExchangeError::Unwritable { path: path.clone(), error })?;
        write_staged(&path, &json)
    }

    /// The explanation of each answer that was asked for.
    fn explanations(&self, caseload: &Caseload, placed: &Placed) -> Result<Vec<Explanation>, ExchangeError> {
        let mut explanations = Vec::new();
        for dossier in &self.explain {
            let is_named = |number: &DossierNumber| number.as_str() == dossier.trim();
            let persons = caseload.persons();
            let mut persons = persons.filter(|person| person.dossiers().any(|dossier| is_named(&dossier.number)));
            let number = persons.find_map(|person| any_number(&person));
            let number = number.ok_or(ExchangeError::UnknownDossier)?;
            explanations.push(placed.explain(number, Language::Dutch)?);
        }
        Ok(explanations)
    }
}

/// One of the person's numbers: any will do to ask for the person.
fn any_number(person: &Person<'_>) -> Option<Insz> {
    match person.numbers() {
        Numbers::One(number) => Some(number),
        Numbers::Chain(chain) => chain.numbers().first().copied(),
    }
}

/// The value as JSON, laid out for people, with a line end.
fn to_json(value: &impl serde::Serialize) -> io::Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}

/// Writes a file, which has its name only once it is complete.
fn write_staged(path: &std::path::Path, content: &str) -> Result<(), ExchangeError> {
    let mut staged = Staged::new();
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    let written = folder.and_then(|()| staged.write(path, |file| file.write_all(content.as_bytes())));
    written.and_then(|()| staged.publish()).map_err(|error| ExchangeError::Unwritable { path: path.to_owned(), error })
}
