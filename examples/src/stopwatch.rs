//! How long each step of a program took.

use std::fmt;
use std::time::{Duration, Instant};

/// The steps of a run, each with the time it took.
#[derive(Debug, Clone, Default)]
pub struct Stopwatch {
    steps: Vec<(&'static str, Duration)>,
}

impl Stopwatch {
    /// No step yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a step, and keeps how long it took.
    pub fn time<T>(&mut self, step: &'static str, take: impl FnOnce() -> T) -> T {
        let begin = now();
        let outcome = take();
        self.steps.push((step, begin.elapsed()));
        outcome
    }
}

#[expect(clippy::disallowed_methods, reason = "the program says how long its steps took; no answer depends on it")]
fn now() -> Instant {
    Instant::now()
}

/// A line for each step, in milliseconds, and their sum.
impl fmt::Display for Stopwatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.steps.iter().map(|(step, _)| step.len()).max().unwrap_or_default().max("together".len());
        let mut line =
            |step: &str, took: Duration| writeln!(f, "  {step:width$}  {:>9.1} ms", took.as_secs_f64() * 1e3);
        self.steps.iter().try_for_each(|(step, took)| line(step, *took))?;
        line("together", self.steps.iter().map(|(_, took)| *took).sum())
    }
}
