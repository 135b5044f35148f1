//! Stand-ins for what other files are to bring.

use inburgering as domain;
use pyo3::prelude::*;

use crate::errors::{Raise, exception};
use crate::vocabulary::Vocabulary;

macro_rules! stand_in {
    ($($name:ident)+) => {$(
        /// To be written.
        #[pyclass(frozen, eq, hash, module = "inburgering")]
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub(crate) struct $name(pub(crate) domain::$name);
    )+};
}

stand_in!(Answer Fact Counts Notice ListRules);

macro_rules! raised {
    ($($name:ident)+) => {$(
        impl Raise for domain::$name {
            fn raise(self, py: Python<'_>) -> PyErr {
                exception(py, "InburgeringError", &self, "todo", |_| Ok(()))
            }
        }
    )+};
}

raised!(OutsideHorizon DeliveryError HistoryError OpaqueTextError);

macro_rules! words {
    ($($name:ident)+) => {$(
        impl Vocabulary for domain::$name {
            const CLASS: &'static str = stringify!($name);
            const ALL: &'static [(Self, &'static str)] = &[];
            fn members(_: Python<'_>) -> PyResult<&'static [Py<PyAny>]> {
                Ok(&[])
            }
        }
    )+};
}

words!(Purpose Brussels ClosedRule YearRule InheritedProtocol UnreadableRows ProtocolKind);

macro_rules! given {
    ($($name:ident $of:ident $core:ident)+) => {$(
        /// To be written.
        pub(crate) struct $name(pub(crate) domain::$core);

        impl<'py> FromPyObject<'_, 'py> for $name {
            type Error = PyErr;

            fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
                Ok(Self(given.cast::<crate::$of::$core>()?.get().0.clone()))
            }
        }
    )+};
}

given!(Protocols register Register Requests history History);
