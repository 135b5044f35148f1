//! Bulk work: without the GIL, and given up when the user asks for it (Ctrl-C).

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::Duration;

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;

/// How often Python is asked whether the user wants to stop.
const ASKED_EVERY: Duration = Duration::from_millis(50);

/// Whether work is still wanted.
#[derive(Clone, Default)]
pub(crate) struct Wanted(Arc<AtomicBool>);

impl Wanted {
    /// Whether the work should go on.
    pub(crate) fn go_on(&self) -> bool {
        !self.0.load(Ordering::Relaxed)
    }
}

/// Runs bulk work on a thread of its own, with the GIL released; a signal ends the wait, and the work is told.
///
/// What cannot be given up half-way ends in the background, and its result is dropped.
pub(crate) fn bulk<T: Send + 'static>(py: Python<'_>, work: impl FnOnce(&Wanted) -> T + Send + 'static) -> PyResult<T> {
    run(py, work, AtSignal::Leave)
}

/// As `bulk`, for work that must not go on behind the caller's back: at a signal it is waited for until it has ended, or
/// has given up. So of work that may call Python, which must not outlive the interpreter, and of work that delivers.
pub(crate) fn bulk_to_its_end<T: Send + 'static>(
    py: Python<'_>,
    work: impl FnOnce(&Wanted) -> T + Send + 'static,
) -> PyResult<T> {
    run(py, work, AtSignal::WaitFor)
}

/// What becomes of the work at a signal.
#[derive(Clone, Copy, PartialEq, Eq)]
enum AtSignal {
    /// It ends in the background.
    Leave,
    /// It is waited for.
    WaitFor,
}

fn run<T: Send + 'static>(
    py: Python<'_>,
    work: impl FnOnce(&Wanted) -> T + Send + 'static,
    at_signal: AtSignal,
) -> PyResult<T> {
    let wanted = Wanted::default();
    let (done, result) = mpsc::sync_channel(1);
    let of_worker = wanted.clone();
    thread::Builder::new().name("inburgering".into()).spawn(move || {
        // Nobody waits any more where the wait was ended by a signal.
        let _ = done.send(work(&of_worker));
    })?;
    // The end of a channel may be moved to another thread and not shared, and what is used without the GIL must be shared.
    let result = Mutex::new(result);
    loop {
        let outcome = py.detach(|| match result.lock() {
            Ok(result) => result.recv_timeout(ASKED_EVERY),
            Err(_) => Err(mpsc::RecvTimeoutError::Disconnected),
        });
        match outcome {
            Ok(value) => return Ok(value),
            Err(mpsc::RecvTimeoutError::Disconnected) => {
                return Err(PyRuntimeError::new_err("the work ended without a result; this is a fault of the library"));
            }
            Err(mpsc::RecvTimeoutError::Timeout) => {
                if let Err(interrupt) = py.check_signals() {
                    wanted.0.store(true, Ordering::Relaxed);
                    if at_signal == AtSignal::WaitFor {
                        // Whatever comes of it is dropped.
                        py.detach(|| drop(result.lock().map(|result| result.recv())));
                    }
                    return Err(interrupt);
                }
            }
        }
    }
}
