//! Where a rule comes from: the class `Citation`.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;

use crate::vocabulary::Word;

/// The source of a rule: the act and its article, or the page, or a choice of the library.
///
/// `str` is the citation for an English reader, `dutch` for a Dutch one. Those that the library cites are attributes of
/// this class; there are no others. Legal texts were read in their French consolidated version.
///
/// >>> import inburgering as ib
/// >>> print(ib.Citation.DECREE_46_8.article)
/// art. 46/8, first paragraph, 4°, b)
/// >>> # On which text does the calendar rest?
/// >>> print(ib.Calendar.legal().citation)
/// Order of the Flemish Government of 29 January 2016 on civic integration, art. 1, 13°
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Citation(pub(crate) domain::Citation);

#[pymethods]
impl Citation {
    /// What kind of authority stands behind the rule.
    #[getter]
    fn authority(&self) -> Word<domain::Authority> {
        Word(self.0.authority())
    }

    /// The act, the page or the choice, by its English name.
    #[getter]
    fn act(&self) -> &'static str {
        self.0.act()
    }

    /// The article within the act, or the part of the page; empty where the whole is meant.
    #[getter]
    fn article(&self) -> &'static str {
        self.0.article()
    }

    /// The first day on which the rule applied in this form; `None` where that is not known.
    #[getter]
    fn in_force_from(&self) -> Option<NaiveDate> {
        self.0.in_force_from()
    }

    /// Where the act, the page or the table can be read; `None` where no official address is known. Of a legal text it is
    /// the European Legislation Identifier, of an agreed working method the page whose disclaimer it answers to.
    ///
    /// >>> import inburgering as ib
    /// >>> ib.Citation.E_GOVERNMENT_8.url
    /// 'https://www.ejustice.just.fgov.be/eli/decreet/2008/07/18/2008036273/justel'
    /// >>> ib.Citation.LIBRARY_CHOICE.url is None
    /// True
    #[getter]
    fn url(&self) -> Option<&'static str> {
        self.0.url()
    }

    /// The citation for a Dutch reader.
    #[getter]
    fn dutch(&self) -> String {
        self.0.dutch()
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        match name_of(self.0) {
            Some(name) => format!("<Citation.{name}: {}>", self.0),
            None => format!("<Citation: {}>", self.0),
        }
    }

    #[pyo3(signature = () -> "tuple[object, tuple[object, ...]]")]
    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Named<'py>> {
        let name = name_of(slf.get().0).ok_or_else(|| {
            pyo3::exceptions::PyNotImplementedError::new_err("the citation has no name; this is a fault of the library")
        })?;
        let getattr = slf.py().import("builtins")?.getattr("getattr")?;
        Ok((getattr, (slf.get_type().into_any(), name)))
    }
}

/// `getattr` with its arguments: the class, and the name of the citation.
type Named<'py> = (Bound<'py, PyAny>, (Bound<'py, PyAny>, &'static str));

/// The name of the constant that the citation is.
fn name_of(citation: domain::Citation) -> Option<&'static str> {
    NAMED.iter().find(|(_, named)| *named == citation).map(|&(name, _)| name)
}

/// Every citation of the core, as an attribute of the class.
macro_rules! named {
    ($($(#[doc = $doc:literal])+ $name:ident),+ $(,)?) => {
        const NAMED: &[(&str, domain::Citation)] = &[$((stringify!($name), domain::citation::$name)),+];

        $(
            #[pymethods]
            impl Citation {
                $(#[doc = $doc])+
                #[classattr]
                const $name: Citation = Citation(domain::citation::$name);
            }
        )+
    };
}

named! {
    /// Only a validated protocol gives a right to data.
    PAGE_PROTOCOL,
    /// The three fields that may be disclosed.
    PAGE_FIELDS,
    /// First field: participants registered in the National Register in the municipality that gets the data.
    PAGE_NATIONAL_REGISTER,
    /// At most one list a year; the two doors.
    PAGE_REQUEST,
    /// About ten, or about twenty working days.
    PAGE_TERM,
    /// Active dossiers follow current residence; the warning about closed dossiers.
    PAGE_DISCLAIMER,
    /// What the page says of closed dossiers: persons who lived in the municipality during the trajectory.
    PAGE_CLOSED,
    /// The exchange is for municipalities in Flanders.
    PAGE_FLANDERS,
    /// What a municipality may use the data for.
    PAGE_PURPOSES,
    /// Closed dossiers stay at the contract's municipality.
    OWNER_CLOSED,
    /// A rule that this library chose, where law and page are silent.
    LIBRARY_CHOICE,
    /// The first legal basis of the exchange, until 2024-06-15; the page still cites it.
    DECREE_20,
    /// The legal basis of the exchange since 2024-06-16 (decree of 3 May 2024).
    DECREE_46_8,
    /// The city agencies of Antwerpen and Gent act in the agency's place.
    DECREE_25,
    /// An attest without a contract is lawful.
    DECREE_34_1,
    /// The protocol, its advices, its publication.
    E_GOVERNMENT_8,
    /// The log of disclosures: who, which data, when, why.
    E_GOVERNMENT_8_13,
    /// The sector's definition of a working day.
    BVR_WORKING_DAY,
    /// The result obligation of the attest, from 2016-02-29.
    BVR_ATTEST,
    /// The ten legal public holidays.
    HOLIDAYS_ACT,
    /// 2 May 2008 in the place of Ascension.
    HOLIDAY_2008,
    /// The closing days of the Flemish government.
    FLEMISH_STAFF_STATUTE,
    /// The mergers of municipalities of 2025 and which legal persons go on.
    DECREE_MERGERS,
    /// The municipalities and their codes.
    REFNIS,
    /// What the page says of the legal basis: that it carries out article 20.
    PAGE_LEGAL_BASIS,
    /// What an attest asked for before and from 2016-02-29, in the words of the page.
    PAGE_ATTEST,
    /// The attest for contracts from 2022-03-01.
    DECREE_ATTEST_2022,
    /// The attest for contracts from 2023-01-01.
    DECREE_ATTEST_2023,
}
