//! A place to write to, and the case sets.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use inburgering_examples::arguments::{self, Command};
use inburgering_examples::exchange::{ExchangeError, LOG, Outcome};
use inburgering_examples::recall::{Outcome as RecallOutcome, RecallFailure};
use inburgering_examples::stopwatch::Stopwatch;
use tempfile::TempDir;

pub(crate) const SMALL_DAYS: [&str; 4] = ["--on", "2025-01-15", "--deliver-on", "2025-01-20"];

pub(crate) fn cases(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases").join(name)
}

/// A place to write to, with a key that is always the same.
pub(crate) struct Place(TempDir);

impl Place {
    pub(crate) fn new() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        fs::write(place.key(), [7; 32]).unwrap();
        place
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn key(&self) -> PathBuf {
        self.path().join("test.key")
    }

    pub(crate) fn out(&self) -> PathBuf {
        self.path().join("out")
    }

    /// The options that every run has, then the others.
    pub(crate) fn command(&self, data: &Path, options: &[&str]) -> Result<Command, arguments::ArgumentError> {
        let common =
            ["--data".into(), data.into(), "--out".into(), self.out().into(), "--key-file".into(), self.key().into()];
        arguments::read(common.into_iter().chain(options.iter().map(OsString::from)))
    }

    pub(crate) fn exchange(&self, data: &Path, options: &[&str]) -> Result<Outcome, ExchangeError> {
        match self.command(data, options).unwrap() {
            Command::Exchange(exchange) => exchange.run(&mut Stopwatch::new()),
            _ => panic!("not an exchange"),
        }
    }

    /// The text without the name of the place.
    pub(crate) fn neutral(&self, text: &str) -> String {
        text.replace(self.path().to_str().unwrap(), "")
    }

    /// A recall of all that was delivered here, with its papers in a folder of this name.
    pub(crate) fn recall(
        &self,
        data: &Path,
        corrected: &Path,
        key: &Path,
        papers: &str,
    ) -> Result<RecallOutcome, RecallFailure> {
        self.recall_with(data, corrected, key, &["--out", self.out().join(papers).to_str().unwrap()])
    }

    pub(crate) fn recall_with(
        &self,
        data: &Path,
        corrected: &Path,
        key: &Path,
        options: &[&str],
    ) -> Result<RecallOutcome, RecallFailure> {
        let arguments: Vec<OsString> = vec![
            "recall".into(),
            "--data".into(),
            data.into(),
            "--corrected".into(),
            corrected.into(),
            "--protocols".into(),
            cases("small").into(),
            "--log".into(),
            self.out().join(LOG).into(),
            "--on".into(),
            "2025-01-27".into(),
            "--key-file".into(),
            key.into(),
        ];
        match arguments::read(arguments.into_iter().chain(options.iter().map(OsString::from))).unwrap() {
            Command::Recall(recall) => recall.run(&mut Stopwatch::new()),
            _ => panic!("not a recall"),
        }
    }
}

/// Every file below a directory, by its path within it.
pub(crate) fn files(directory: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut left = vec![directory.to_owned()];
    while let Some(next) = left.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                left.push(path);
            } else {
                found.push(path.strip_prefix(directory).unwrap().to_str().unwrap().to_owned());
            }
        }
    }
    found.sort();
    found
}

/// Every register number that stands in the text, in either form, valid or nearly so.
pub(crate) fn numbers(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let is = |window: &[char], form: &str| {
        window.iter().zip(form.chars()).all(|(c, f)| if f == '9' { c.is_ascii_digit() } else { *c == f })
    };
    let dotted = characters.windows(15).filter(|window| is(window, "99.99.99-999.99"));
    let compact = characters.windows(11).filter(|window| is(window, "99999999999"));
    dotted.chain(compact).map(|window| window.iter().collect()).collect()
}

/// A copy of a case set, to be altered.
pub(crate) fn copied(name: &str) -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(cases(name)).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            fs::copy(&path, copy.path().join(path.file_name().unwrap())).unwrap();
        }
    }
    copy
}

/// The broken tables with the protocols and requests of the small set.
pub(crate) fn broken_tables() -> TempDir {
    let data = copied("broken/rows");
    for file in ["protocols.json", "requests.json"] {
        fs::copy(cases("small").join(file), data.path().join(file)).unwrap();
    }
    data
}

/// How many requests were delivered on the day of delivery, by the history that was written.
pub(crate) fn delivered(out: &Path) -> usize {
    let history = fs::read_to_string(out.join("requests.json")).unwrap();
    history.matches("2025-01-20\",\n        \"state\": \"delivered\"").count()
}
