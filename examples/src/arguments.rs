//! What is asked on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::NaiveDate;
use inburgering::{
    AssessmentOptions, Brussels, ClosedRule, InheritedProtocol, ListRules, Operator, UnreadableRows, YearRule,
};
use lexopt::prelude::{Long, Short, Value, ValueExt};

use crate::exchange::{Exchange, LOG};
use crate::recall::Recall;

/// How the program is called.
pub const USAGE: &str = "\
usage: exchange --data DIR --out DIR --on DAY --key-file FILE [options]
       exchange recall --data DIR --corrected DIR --protocols DIR --log FILE
                       --on DAY --out DIR --key-file FILE [options]

Assesses each request on a day, delivers those that are granted, logs that, and
writes for each delivery a folder: the list (list.xlsx, list.csv), the cover note
(cover-note.html, cover-note.txt) and receipt.json. Days are YYYY-MM-DD.

  --data DIR           dossiers.csv, residences.csv, protocols.json, requests.json
                       and, if there are any, deaths.csv and replacements.csv
  --out DIR            where to write; a delivery that is there is never overwritten
  --on DAY             the day of assessment
  --deliver-on DAY     the day of delivery (default: the day of assessment)
  --delivered-at TIME  the instant of delivery, RFC 3339 (default: noon, +01:00)
  --key-file FILE      the key of the digests: 32 random bytes or more, raw or in hex;
                       the receipts name it by the name of the file
  --old-key-file FILE  a key of before, under which the log has entries; may be
                       repeated
  --operator TEXT      who delivers (default: operator)
  --closed RULE        contract_municipality (default), residence_at_closing or
                       contract_municipality_if_resident
  --brussels WORD      refused (default) or allowed
  --inherited WORD     refused (default) or accepted
  --year RULE          calendar (default) or rolling_twelve_months
  --calendar NAME      legal (default), flemish_government or
                       flemish_government_year_end
  --closing-day DAY    a closing day of one's own; may be repeated
  --set-aside          set rows aside that cannot be read, instead of stopping
  --explain DOSSIER    explain the answer about the person of this dossier, in Dutch;
                       shows the register number; may be repeated
  --report FILE        write the whole report there, and print a summary
  --log FILE           the log of disclosures, made if it is not there (default:
                       log.sqlite in --out); what it has is not delivered again

recall holds every delivery of the log against corrected files, gives the
notices that may be given on the day, logs them, and writes the papers: for the
agency, and for each municipality whose list was wrong.

  --log FILE           the log of the deliveries, which must be there; --data are their
                       files
  --corrected DIR      the corrected files
  --protocols DIR      protocols.json as it is on the day of the notices
  --earlier DIR        the corrected files of an earlier recall, by which notices
                       were given; may be repeated
  --on DAY             the day of the notices (at noon, +01:00)
  --key-file, --old-key-file, --operator as above; --set-aside for the corrected files";

/// What is to be done.
#[derive(Debug, Clone)]
pub enum Command {
    /// Assess and deliver.
    Exchange(Box<Exchange>),
    /// Hold the deliveries against corrected files.
    Recall(Box<Recall>),
    /// Print [`USAGE`].
    Help,
}

/// Why the command line cannot be followed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ArgumentError {
    /// An option that there is not, or a value that is missing.
    #[error("{0}; see --help")]
    Option(#[from] lexopt::Error),
    /// An option that must be given was not.
    #[error("--{option} is missing; see --help")]
    Missing {
        /// The option.
        option: &'static str,
    },
    /// A value that the option does not take.
    #[error("--{option}: {what}")]
    Value {
        /// The option.
        option: &'static str,
        /// What is wrong, and what is allowed.
        what: String,
    },
}

/// Reads the command line, without the name of the program.
///
/// # Errors
/// [`ArgumentError`].
pub fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, ArgumentError> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut given = Given::default();
    let mut is_recall = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Value(word) if word == "recall" && !is_recall => is_recall = true,
            Long("help") | Short('h') => return Ok(Command::Help),
            Long("set-aside") => given.unreadable = UnreadableRows::SetAside,
            Long("data") => given.data = Some(parser.value()?.into()),
            Long("corrected") => given.corrected = Some(parser.value()?.into()),
            Long("protocols") => given.protocols = Some(parser.value()?.into()),
            Long("earlier") => given.earlier.push(parser.value()?.into()),
            Long("out") => given.out = Some(parser.value()?.into()),
            Long("key-file") => given.key_file = Some(parser.value()?.into()),
            Long("old-key-file") => given.old_key_files.push(parser.value()?.into()),
            Long("log") => given.log = Some(parser.value()?.into()),
            Long("report") => given.report = Some(parser.value()?.into()),
            Long("on") => given.on = Some(day("on", &parser.value()?.string()?)?),
            Long("deliver-on") => given.deliver_on = Some(day("deliver-on", &parser.value()?.string()?)?),
            Long("closing-day") => given.closing_days.push(day("closing-day", &parser.value()?.string()?)?),
            Long("delivered-at") => given.delivered_at = Some(instant(&parser.value()?.string()?)?),
            Long("explain") => given.explain.push(parser.value()?.string()?),
            Long("operator") => given.operator = Some(of_text("operator", &parser.value()?.string()?)?),
            Long("calendar") => given.options.calendar = of_text("calendar", &parser.value()?.string()?)?,
            Long("closed") => {
                given.rules.closed = one_of("closed", &parser.value()?.string()?, ClosedRule::ALL, ClosedRule::as_str)?;
            }
            Long("brussels") => {
                let words = [Brussels::Refused, Brussels::Allowed];
                given.rules.brussels = one_of("brussels", &parser.value()?.string()?, words, Brussels::as_str)?;
            }
            Long("inherited") => {
                let words = [InheritedProtocol::Refused, InheritedProtocol::Accepted];
                let word = parser.value()?.string()?;
                given.options.inherited = one_of("inherited", &word, words, InheritedProtocol::as_str)?;
            }
            Long("year") => {
                let words = [YearRule::Calendar, YearRule::RollingTwelveMonths];
                given.options.year = one_of("year", &parser.value()?.string()?, words, YearRule::as_str)?;
            }
            _ => return Err(argument.unexpected().into()),
        }
    }
    if is_recall {
        given.recall().map(Box::new).map(Command::Recall)
    } else {
        given.exchange().map(Box::new).map(Command::Exchange)
    }
}

/// The options as they were given.
#[derive(Default)]
struct Given {
    data: Option<PathBuf>,
    corrected: Option<PathBuf>,
    protocols: Option<PathBuf>,
    earlier: Vec<PathBuf>,
    out: Option<PathBuf>,
    key_file: Option<PathBuf>,
    old_key_files: Vec<PathBuf>,
    report: Option<PathBuf>,
    log: Option<PathBuf>,
    on: Option<NaiveDate>,
    deliver_on: Option<NaiveDate>,
    delivered_at: Option<chrono::DateTime<chrono::FixedOffset>>,
    operator: Option<Operator>,
    closing_days: Vec<NaiveDate>,
    explain: Vec<String>,
    options: AssessmentOptions,
    rules: ListRules,
    unreadable: UnreadableRows,
}

impl Given {
    fn exchange(self) -> Result<Exchange, ArgumentError> {
        let on = required("on", self.on)?;
        let deliver_on = self.deliver_on.unwrap_or(on);
        if deliver_on < on {
            let what = format!("{deliver_on} lies before the day of assessment, {on}; give that day or a later one");
            return Err(ArgumentError::Value { option: "deliver-on", what });
        }
        let delivered_at = match self.delivered_at {
            Some(instant) => instant,
            None => noon(deliver_on)?,
        };
        if delivered_at.date_naive() != deliver_on {
            let what = format!(
                "{delivered_at} does not fall on the day of delivery, {deliver_on}; give an instant of that day"
            );
            return Err(ArgumentError::Value { option: "delivered-at", what });
        }
        let mut options = self.options;
        options.brussels = self.rules.brussels;
        options.calendar = options
            .calendar
            .with_closing_days(self.closing_days)
            .map_err(|error| ArgumentError::Value { option: "closing-day", what: error.to_string() })?;
        let out = required("out", self.out)?;
        Ok(Exchange {
            data: required("data", self.data)?,
            log: self.log.unwrap_or_else(|| out.join(LOG)),
            out,
            key_file: required("key-file", self.key_file)?,
            old_key_files: self.old_key_files,
            on,
            deliver_on,
            delivered_at,
            operator: match self.operator {
                Some(operator) => operator,
                None => of_text("operator", "operator")?,
            },
            options,
            rules: self.rules,
            unreadable: self.unreadable,
            explain: self.explain,
            report: self.report,
        })
    }

    fn recall(self) -> Result<Recall, ArgumentError> {
        Ok(Recall {
            data: required("data", self.data)?,
            corrected: required("corrected", self.corrected)?,
            protocols: required("protocols", self.protocols)?,
            earlier: self.earlier,
            log: required("log", self.log)?,
            out: required("out", self.out)?,
            key_file: required("key-file", self.key_file)?,
            old_key_files: self.old_key_files,
            given_at: noon(required("on", self.on)?)?,
            operator: match self.operator {
                Some(operator) => operator,
                None => of_text("operator", "operator")?,
            },
            unreadable: self.unreadable,
        })
    }
}

fn required<T>(option: &'static str, value: Option<T>) -> Result<T, ArgumentError> {
    value.ok_or(ArgumentError::Missing { option })
}

fn of_text<T: std::str::FromStr<Err: std::fmt::Display>>(option: &'static str, text: &str) -> Result<T, ArgumentError> {
    text.parse().map_err(|error: T::Err| ArgumentError::Value { option, what: error.to_string() })
}

fn day(option: &'static str, text: &str) -> Result<NaiveDate, ArgumentError> {
    let day = text.parse().ok().filter(|_| text.len() == 10);
    day.ok_or_else(|| ArgumentError::Value { option, what: format!("`{text}` is no day; write it as YYYY-MM-DD") })
}

fn instant(text: &str) -> Result<chrono::DateTime<chrono::FixedOffset>, ArgumentError> {
    chrono::DateTime::parse_from_rfc3339(text).map_err(|_| ArgumentError::Value {
        option: "delivered-at",
        what: format!("`{text}` is no instant; write it as 2025-01-20T12:00:00+01:00"),
    })
}

/// Noon of the day in the winter time of Brussels: the program has no clock, so that it can be run again.
fn noon(day: NaiveDate) -> Result<chrono::DateTime<chrono::FixedOffset>, ArgumentError> {
    instant(&format!("{day}T12:00:00+01:00"))
}

/// The value of that word.
fn one_of<T: Copy, const N: usize>(
    option: &'static str,
    word: &str,
    values: [T; N],
    name: impl Fn(T) -> &'static str,
) -> Result<T, ArgumentError> {
    let found = values.into_iter().find(|value| name(*value) == word);
    found.ok_or_else(|| ArgumentError::Value {
        option,
        what: format!("`{word}` is not among its values; use {}", values.map(name).join(" or ")),
    })
}
