//! The register of protocols: the classes `Register` and `Standing`.

use inburgering as domain;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::convert::{Day, Place};
use crate::errors::{Raise, exception};
use crate::habits::{found_not_told, pickled_as_json};
use crate::municipality::Municipality;
use crate::notice::municipalities;
use crate::opaque::Opaque;
use crate::protocol::Protocol;
use crate::several::{Each, InTurn, Tuple};
use crate::vocabulary::Word;

/// The register of protocols (*overzicht van de protocollen*), by their names: which municipality has what, on a day.
///
/// Made of any iterable of protocols; no two may have one name (`RegisterError`). It cannot be changed: `add` and `take`
/// return a new register. `len` counts the protocols, and iteration gives them by name.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> register = ib.Register([
/// ...     ib.Protocol(
/// ...         id="LEU-2024", municipality="24062", kind="standard", purposes="ceremony", duration_months=None,
/// ...         retention_months=12, requested_on=dt.date(2024, 3, 1),
/// ...     )
/// ... ])
/// >>> register.standing("24062", on=dt.date(2024, 3, 2))  # What does Leuven have the day after?
/// <inburgering.Standing pending: LEU-2024>
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Register(pub(crate) domain::Register);

#[pymethods]
impl Register {
    #[new]
    #[pyo3(signature = (protocols = Protocols::none()))]
    fn new(protocols: Protocols) -> Self {
        Self(protocols.get().clone())
    }

    /// The register with this protocol, too; raises `RegisterError` if one of its name is there.
    #[pyo3(signature = (protocol, /))]
    fn add(&self, py: Python<'_>, protocol: PyRef<'_, Protocol>) -> PyResult<Self> {
        let mut register = self.0.clone();
        register.add(protocol.0.clone()).map_err(|error| error.raise(py))?;
        Ok(Self(register))
    }

    /// The register with a step of the protocol of that name; raises `RegisterError` if there is none, and as
    /// `Protocol.take`.
    #[pyo3(signature = (id, step, /, *, on))]
    fn take(
        &self,
        py: Python<'_>,
        id: Opaque<domain::ProtocolId>,
        step: Word<domain::ProtocolStep>,
        on: Day,
    ) -> PyResult<Self> {
        let mut register = self.0.clone();
        register.take(&id.0, step.0, on.0).map_err(|error| error.raise(py))?;
        Ok(Self(register))
    }

    /// The protocol of that name, or `None`.
    #[pyo3(signature = (id, /))]
    fn get(&self, id: Opaque<domain::ProtocolId>) -> Option<Protocol> {
        self.0.get(&id.0).cloned().map(Protocol)
    }

    /// All protocols, by name.
    #[getter]
    fn protocols(&self) -> Tuple<Protocol> {
        self.0.protocols().cloned().map(Protocol).collect()
    }

    /// What every municipality has on a day (*overzicht*), by code; those that have nothing are left out.
    ///
    /// Raises `MunicipalityError` if the day lies outside the table of municipalities.
    ///
    /// >>> import datetime as dt, inburgering as ib
    /// >>> ib.Register().overview(on=dt.date(2025, 3, 3))
    /// {}
    #[pyo3(signature = (*, on) -> "dict[Municipality, Standing]")]
    fn overview<'py>(&self, py: Python<'py>, on: Day) -> PyResult<Bound<'py, PyDict>> {
        let overview = PyDict::new(py);
        for (municipality, standing) in self.0.overview(on.0).map_err(|error| error.raise(py))? {
            overview.set_item(Municipality(municipality), Standing::of(standing))?;
        }
        Ok(overview)
    }

    /// What one municipality has on a day (*stand*), as known on that day.
    ///
    /// Raises `MunicipalityError` if the municipality does not exist on the day.
    #[pyo3(signature = (municipality, /, *, on))]
    fn standing(&self, py: Python<'_>, municipality: Place, on: Day) -> PyResult<Standing> {
        self.0.standing(municipality.0, on.0).map(Standing::of).map_err(|error| error.raise(py))
    }

    fn __len__(&self) -> usize {
        self.0.protocols().count()
    }

    fn __iter__(&self) -> InTurn<Protocol> {
        InTurn(self.protocols().0)
    }

    fn __repr__(&self) -> String {
        let count = self.__len__();
        format!("<inburgering.Register of {count} {}>", if count == 1 { "protocol" } else { "protocols" })
    }
}

pickled_as_json!(Register);

/// The protocols as they are given: a register, or any iterable of protocols.
pub(crate) enum Protocols {
    Register(Py<Register>),
    Each(domain::Register),
}

impl Protocols {
    /// No protocol.
    pub(crate) const fn none() -> Self {
        Self::Each(domain::Register::new())
    }

    /// The register.
    pub(crate) fn get(&self) -> &domain::Register {
        match self {
            Self::Register(register) => &register.get().0,
            Self::Each(register) => register,
        }
    }
}

impl<'py> FromPyObject<'_, 'py> for Protocols {
    type Error = PyErr;

    // A register is an iterable of protocols, too.
    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = <Each<Protocol> as FromPyObject<'_, '_>>::INPUT_TYPE;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(register) = given.cast::<Register>() {
            return Ok(Self::Register(register.to_owned().unbind()));
        }
        let each: Vec<_> = given.extract::<Each<Protocol>>()?.0.into_iter().map(|protocol| protocol.0).collect();
        domain::Register::try_from(each).map(Self::Each).map_err(|error| error.raise(given.py()))
    }
}

/// What a municipality has, on a day (*stand*): the best of its own protocols, else what it inherited.
///
/// `code` is one of:
///
/// - `in_force`: `protocol` is its own and in force; of several, the one validated last. `absorbed` are the municipalities
///   that its territory absorbed after the validation.
/// - `pending`: none of its own is in force; `protocol` was requested and has come to `stage`. `ended` is the last of its
///   own that ended, if any; `inherited` and `without` are as `protocols` and `without` of `inherited`.
/// - `ended`: each of its own has ended; `protocol` is the one that ended last.
/// - `inherited`: it never had one of its own; `protocols` are those of its predecessors that are in force, which have to
///   be reviewed. `without` are the predecessors that had none.
/// - `none`: it has none.
///
/// Each attribute is `None` where the code has nothing to say there. Of a merger, the decree of 3 May 2024 says whose legal
/// person goes on, with its protocol; no rule was published on inherited ones.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> standing = ib.Register().standing("44021", on=dt.date(2025, 3, 3))  # What does Gent have in an empty register?
/// >>> standing.code, standing.protocol
/// ('none', None)
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub(crate) struct Standing {
    code: &'static str,
    protocol: Option<Protocol>,
    stage: Option<domain::ProtocolStage>,
    ended: Option<Protocol>,
    protocols: Option<Vec<Protocol>>,
    inherited: Option<Vec<Protocol>>,
    without: Option<Vec<Municipality>>,
    absorbed: Option<Vec<Municipality>>,
}

impl Standing {
    /// The standing, with protocols of its own.
    fn of(standing: domain::Standing<'_>) -> Self {
        let one = |protocol: &domain::Protocol| Some(Protocol(protocol.clone()));
        let each = |protocols: Vec<&domain::Protocol>| Some(protocols.into_iter().cloned().map(Protocol).collect());
        let base = Self { code: standing.as_str(), ..Self::default() };
        match standing {
            domain::Standing::InForce { protocol, absorbed } => {
                Self { protocol: one(protocol), absorbed: Some(municipalities(&absorbed)), ..base }
            }
            domain::Standing::Pending { protocol, stage, ended, inherited, without } => Self {
                protocol: one(protocol),
                stage: Some(stage),
                ended: ended.and_then(one),
                inherited: each(inherited),
                without: Some(municipalities(&without)),
                ..base
            },
            domain::Standing::Ended { protocol } => Self { protocol: one(protocol), ..base },
            domain::Standing::Inherited { protocols, without } => {
                Self { protocols: each(protocols), without: Some(municipalities(&without)), ..base }
            }
            _ => base,
        }
    }
}

#[pymethods]
impl Standing {
    /// What it has: `in_force`, `pending`, `ended`, `inherited` or `none`.
    #[getter]
    fn code(&self) -> &'static str {
        self.code
    }

    /// `in_force`, `pending`, `ended`: the protocol of its own that counts.
    #[getter]
    fn protocol(&self) -> Option<Protocol> {
        self.protocol.clone()
    }

    /// `pending`: how far the protocol is: requested, advised or signed.
    #[getter]
    fn stage(&self) -> Option<Word<domain::ProtocolStage>> {
        self.stage.map(Word)
    }

    /// `pending`: the last of its own that ended, if any.
    #[getter]
    fn ended(&self) -> Option<Protocol> {
        self.ended.clone()
    }

    /// `inherited`: the predecessors' protocols that are in force, the one validated last first.
    #[getter]
    fn protocols(&self) -> Option<Tuple<Protocol>> {
        self.protocols.clone().map(Tuple)
    }

    /// `pending`: the predecessors' protocols that are in force; none if one of its own ended.
    #[getter]
    fn inherited(&self) -> Option<Tuple<Protocol>> {
        self.inherited.clone().map(Tuple)
    }

    /// `inherited`, `pending`: the predecessors that had none which is in force, by code.
    #[getter]
    fn without(&self) -> Option<Tuple<Municipality>> {
        self.without.clone().map(Tuple)
    }

    /// `in_force`: the municipalities that the territory absorbed after the validation, by code.
    #[getter]
    fn absorbed(&self) -> Option<Tuple<Municipality>> {
        self.absorbed.clone().map(Tuple)
    }

    fn __repr__(&self) -> String {
        let named = self.protocol.iter().chain(self.protocols.iter().flatten());
        let ids: Vec<_> = named.map(|protocol| protocol.0.id().as_str()).collect();
        if ids.is_empty() {
            format!("<inburgering.Standing {}>", self.code)
        } else {
            format!("<inburgering.Standing {}: {}>", self.code, ids.join(", "))
        }
    }
}

found_not_told!(Standing, "a Standing cannot be pickled; pickle the Register and ask it again");

impl Raise for domain::RegisterError {
    fn raise(self, py: Python<'_>) -> PyErr {
        let code = match self {
            Self::Protocol(error) => return error.raise(py),
            Self::Duplicate { .. } => "duplicate",
            Self::Unknown { .. } => "unknown",
            _ => "other",
        };
        exception(py, "RegisterError", &self, code, |fields| match &self {
            Self::Duplicate { id } | Self::Unknown { id } => fields.set_item("id", id.as_str()),
            _ => Ok(()),
        })
    }
}
