//! Keyed digests: the classes `DigestKey` and `Digest`.

use inburgering as domain;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes};

use crate::errors::{Raise, exception};
use crate::habits::{found_not_told, pickled_by_arguments};
use crate::several::Each;

/// The key under which the digests of a receipt are made, with the id by which receipts name it.
///
/// Register numbers are so few that a plain hash of them can be undone by trying all; so every digest is an HMAC-SHA-256
/// under a key of your own, of at least 32 random bytes (as from `secrets.token_bytes(32)`). Keep it where the receipts
/// are not. Nothing ever shows the key: `repr` shows the id alone, and it cannot be pickled.
///
/// `id` has 1 to 64 letters, digits (at most ten), dots, hyphens or underscores. Another id, or a shorter key, is a
/// `DigestKeyError`.
///
/// >>> import inburgering as ib, secrets
/// >>> ib.DigestKey("2026-a", secrets.token_bytes(32))
/// DigestKey('2026-a', ***)
#[pyclass(frozen, module = "inburgering")]
#[derive(Clone)]
pub(crate) struct DigestKey(pub(crate) domain::DigestKey);

#[pymethods]
impl DigestKey {
    /// The smallest number of bytes of a key: the width of the digest.
    #[classattr]
    const LEAST_BYTES: usize = domain::DigestKey::LEAST_BYTES;

    #[new]
    #[pyo3(signature = (id, key))]
    fn new(py: Python<'_>, id: &str, key: KeyBytes) -> PyResult<Self> {
        domain::DigestKey::new(id, &key.0).map(Self).map_err(|error| error.raise(py))
    }

    /// The id of the key, as receipts have it.
    #[getter]
    fn id(&self) -> String {
        self.0.id().to_string()
    }

    fn __repr__(&self) -> String {
        format!("DigestKey('{}', ***)", self.0.id())
    }
}

found_not_told!(
    DigestKey,
    "a DigestKey cannot be pickled, since its bytes would stand there in the clear; keep the key itself safe, and make it again"
);

/// The keys of a log as they are given: one, or several where it changed.
pub(crate) struct DigestKeys(pub(crate) Vec<domain::DigestKey>);

impl<'py> FromPyObject<'_, 'py> for DigestKeys {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = {
        use pyo3::type_hint_union;
        type_hint_union!(
            <DigestKey as pyo3::PyTypeInfo>::TYPE_HINT,
            <Each<DigestKey> as FromPyObject<'_, '_>>::INPUT_TYPE
        )
    };

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(key) = given.cast::<DigestKey>() {
            return Ok(Self(vec![key.get().0.clone()]));
        }
        Ok(Self(given.extract::<Each<DigestKey>>()?.0.into_iter().map(|key| key.0).collect()))
    }
}

/// The bytes of a key as they are given; a refusal repeats nothing of them.
pub(crate) struct KeyBytes(Vec<u8>);

impl<'py> FromPyObject<'_, 'py> for KeyBytes {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = {
        use pyo3::type_hint_union;
        type_hint_union!(<PyBytes as pyo3::PyTypeInfo>::TYPE_HINT, <PyByteArray as pyo3::PyTypeInfo>::TYPE_HINT)
    };

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(bytes) = given.cast::<PyBytes>() {
            return Ok(Self(bytes.as_bytes().to_vec()));
        }
        if let Ok(bytes) = given.cast::<PyByteArray>() {
            return Ok(Self(bytes.to_vec()));
        }
        let kind = given.get_type().name()?;
        Err(PyTypeError::new_err(format!(
            "a {kind} was given where the bytes of a key are meant; give bytes, as secrets.token_bytes(32) makes them"
        )))
    }
}

/// An HMAC-SHA-256 on a receipt. `str` is its text: 64 hexadecimal digits in lower case.
///
/// It is made by `deliver`, or read back from that text (`DigestError` for another one).
///
/// >>> import inburgering as ib
/// >>> digest = ib.Digest("8e5b39555b3ab343fec522ae03cfca02fdb7ad3d2519c927da7026253ea7a8ce")
/// >>> digest
/// Digest('8e5b3955…')
/// >>> digest == ib.Digest(str(digest))
/// True
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Digest(pub(crate) domain::Digest);

#[pymethods]
impl Digest {
    #[new]
    #[pyo3(signature = (text, /))]
    fn new(py: Python<'_>, text: &str) -> PyResult<Self> {
        text.parse().map(Self).map_err(|error: domain::DigestError| error.raise(py))
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        let text: String = self.0.to_string().chars().take(8).collect();
        format!("Digest('{text}…')")
    }
}

pickled_by_arguments!(Digest, |digest| (digest.0.to_string(),));

impl Raise for domain::DigestKeyError {
    fn raise(self, py: Python<'_>) -> PyErr {
        let (code, length) = match self {
            Self::BadId { length } => ("bad_id", length),
            Self::TooShort { length } => ("too_short", length),
            _ => ("unknown", 0),
        };
        exception(py, "DigestKeyError", &self, code, |fields| fields.set_item("length", length))
    }
}

impl Raise for domain::DigestError {
    fn raise(self, py: Python<'_>) -> PyErr {
        exception(py, "DigestError", &self, "not_a_digest", |fields| fields.set_item("length", self.length))
    }
}
