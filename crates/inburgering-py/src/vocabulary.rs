//! The words of the core as the enums of `inburgering.vocabulary`.

use inburgering as domain;
use inburgering_archive as archive;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyString;

use crate::errors::exception;

/// An enum of the core that has words without fields.
pub(crate) trait Vocabulary: Copy + PartialEq + Send + Sync + 'static {
    /// The name of the class in `inburgering.vocabulary`.
    const CLASS: &'static str;
    /// Every word with its text, in the order of the Python class.
    const ALL: &'static [(Self, &'static str)];

    /// The members of the Python class, in the order of `ALL`.
    fn members(py: Python<'_>) -> PyResult<&'static [Py<PyAny>]>;

    /// The word with this text.
    fn read(text: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, of_word)| *of_word == text).map(|&(word, _)| word)
    }
}

/// A word on its way in or out: a member of its enum, or on the way in its text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word<T>(pub(crate) T);

impl<'py, T: Vocabulary> IntoPyObject<'py> for Word<T> {
    type Target = PyAny;
    type Output = Borrowed<'static, 'py, PyAny>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: pyo3::inspect::PyStaticExpr = crate::hints::word::<T>();

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        let at = T::ALL.iter().position(|&(word, _)| word == self.0).unwrap_or(usize::MAX);
        match T::members(py)?.get(at) {
            Some(member) => Ok(member.bind_borrowed(py)),
            None => Err(pyo3::exceptions::PyNotImplementedError::new_err(format!("{} has no such word", T::CLASS))),
        }
    }
}

impl<'py, T: Vocabulary> FromPyObject<'_, 'py> for Word<T> {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = crate::hints::word_or_text::<T>();

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let py = given.py();
        let read = given.cast::<PyString>().ok().and_then(|text| text.to_str().ok().and_then(T::read));
        read.map(Self).ok_or_else(|| unknown_word::<T>(py, &given))
    }
}

/// The exception for what is no word of the vocabulary; a text with digits may be a register number, so it is not shown.
fn unknown_word<T: Vocabulary>(py: Python<'_>, given: &Borrowed<'_, '_, PyAny>) -> PyErr {
    let allowed: Vec<&str> = T::ALL.iter().map(|&(_, text)| text).collect();
    let text = given.cast::<PyString>().ok();
    let given = match text.as_ref().and_then(|text| text.to_str().ok()) {
        Some(text) if text.chars().count() > 60 || text.chars().any(char::is_numeric) => {
            format!("a text of {} characters", text.chars().count())
        }
        Some(text) => format!("`{}`", text.escape_debug()),
        None => given.get_type().name().map_or_else(|_| "an object".into(), |kind| format!("a {kind}")),
    };
    let message = format!("{given} is no {}; give one of {}", T::CLASS, allowed.join(", "));
    exception(py, "VocabularyError", &message, "unknown_word", |fields| {
        fields.set_item("vocabulary", T::CLASS)?;
        fields.set_item("allowed", pyo3::types::PyTuple::new(py, &allowed)?)
    })
}

/// Ties words to their enum: a word that is added to the core does not compile without its text.
macro_rules! vocabulary {
    (of $crate_:ident: $($class:ident { $($word:ident => $text:literal),+ $(,)? })+) => {
        $(vocabulary!(@one $crate_ $class { $($word => $text),+ });)+
    };
    ($($class:ident { $($word:ident => $text:literal),+ $(,)? })+) => {
        $(vocabulary!(@one domain $class { $($word => $text),+ });)+
    };
    (@one $of:ident $class:ident { $($word:ident => $text:literal),+ }) => {
            impl Vocabulary for $of::$class {
                const CLASS: &'static str = stringify!($class);
                const ALL: &'static [(Self, &'static str)] = &[$((Self::$word, $text)),+];

                fn members(py: Python<'_>) -> PyResult<&'static [Py<PyAny>]> {
                    static MEMBERS: PyOnceLock<Vec<Py<PyAny>>> = PyOnceLock::new();
                    // Some of them have an `ALL` of their own.
                    let all = <Self as Vocabulary>::ALL;
                    members(py, &MEMBERS, Self::CLASS, all.iter().map(|&(_, text)| text))
                }
            }
    };
}

/// The members of an enum, found once.
fn members(
    py: Python<'_>,
    cell: &'static PyOnceLock<Vec<Py<PyAny>>>,
    class: &str,
    texts: impl Iterator<Item = &'static str>,
) -> PyResult<&'static [Py<PyAny>]> {
    let found = cell.get_or_try_init(py, || {
        let class = PyModule::import(py, "inburgering.vocabulary")?.getattr(class)?;
        texts.map(|text| class.call1((text,)).map(Bound::unbind)).collect::<PyResult<Vec<_>>>()
    })?;
    Ok(found)
}

// Numbers, places, days.
vocabulary! {
    InszKind { NationalRegister => "national_register", Bis => "bis", BisSexUnknown => "bis_sex_unknown" }
    Sex { Man => "man", Woman => "woman" }
    Century { From1900 => "from_1900", From2000 => "from_2000" }
    Language { Dutch => "nl", English => "en" }
    Authority { Law => "law", Page => "page", Owner => "owner", Facts => "facts", Choice => "choice" }
    BirthAgreement {
        Day => "day",
        YearMonth => "year_month",
        Year => "year",
        NothingKnown => "nothing_known",
    }
    Region { Flanders => "flanders", Brussels => "brussels", Wallonia => "wallonia" }
    Province {
        Antwerpen => "antwerpen",
        Limburg => "limburg",
        OostVlaanderen => "oost_vlaanderen",
        VlaamsBrabant => "vlaams_brabant",
        WestVlaanderen => "west_vlaanderen",
        Henegouwen => "henegouwen",
        Luik => "luik",
        Luxemburg => "luxemburg",
        Namen => "namen",
        WaalsBrabant => "waals_brabant",
    }
    HolidayKind {
        NewYear => "new_year",
        EasterMonday => "easter_monday",
        LabourDay => "labour_day",
        Ascension => "ascension",
        AscensionStandIn => "ascension_stand_in",
        WhitMonday => "whit_monday",
        NationalDay => "national_day",
        Assumption => "assumption",
        AllSaints => "all_saints",
        Armistice => "armistice",
        Christmas => "christmas",
        FlemishCommunity => "flemish_community",
        AllSouls => "all_souls",
        KingsFeast => "kings_feast",
        SecondChristmasDay => "second_christmas_day",
        YearEnd => "year_end",
    }
    LegalBasis { Article20 => "article_20", Article46_8 => "article_46_8" }
    AttestRegime {
        Effort => "effort",
        Result => "result",
        Test2022 => "test_2022",
        Participation2023 => "participation_2023",
    }
    JudgedBy { NotStated => "not_stated", ContractDate => "contract_date" }
}

// Protocols and requests.
vocabulary! {
    Purpose {
        WelcomePolicy => "welcome_policy",
        Ceremony => "ceremony",
        BuddyWork => "buddy_work",
        DutchPractice => "dutch_practice",
    }
    Party { Agency => "agency", Municipality => "municipality" }
    ProtocolKind { Standard => "standard", Custom => "custom" }
    ProtocolStage {
        Requested => "requested",
        Advised => "advised",
        Signed => "signed",
        InForce => "in_force",
        Ended => "ended",
    }
    Door {
        Data => "data",
        StandardProtocolAndData => "standard_protocol_and_data",
        CustomProtocolAndData => "custom_protocol_and_data",
    }
    RequestState {
        Received => "received",
        Granted => "granted",
        Waiting => "waiting",
        Refused => "refused",
        Delivered => "delivered",
        Withdrawn => "withdrawn",
    }
    YearRule { Calendar => "calendar", RollingTwelveMonths => "rolling_twelve_months" }
    Brussels { Refused => "refused", Allowed => "allowed" }
    InheritedProtocol { Refused => "refused", Accepted => "accepted" }
    Awaited { Signature => "signature", Validation => "validation" }
    Occasion { Answer => "answer", Delivery => "delivery" }
    NoticeCode {
        CarriedOver => "carried_over",
        CityAgency => "city_agency",
        TerritoryGrown => "territory_grown",
        InheritedProtocol => "inherited_protocol",
        NotPublished => "not_published",
        DoorNotSigned => "door_not_signed",
        DoorAlreadySigned => "door_already_signed",
        NoTermStated => "no_term_stated",
        PageCitesArticle20 => "page_cites_article_20",
    }
    RefusalCode {
        NotFlemish => "not_flemish",
        BrusselsNotStated => "brussels_not_stated",
        MunicipalityEnded => "municipality_ended",
        NoLegalBasis => "no_legal_basis",
        NoProtocol => "no_protocol",
        ProtocolNotInForce => "protocol_not_in_force",
        ProtocolEnded => "protocol_ended",
        ProtocolInherited => "protocol_inherited",
        PurposeOutsideProtocol => "purpose_outside_protocol",
        AlreadyRequested => "already_requested",
    }
}

/// Each party's step is a word of its own.
impl Vocabulary for domain::ProtocolStep {
    const CLASS: &'static str = "ProtocolStep";
    const ALL: &'static [(Self, &'static str)] = &[
        (Self::Request, "request"),
        (Self::Advice(domain::Party::Agency), "advice_of_agency"),
        (Self::Advice(domain::Party::Municipality), "advice_of_municipality"),
        (Self::Signature(domain::Party::Agency), "signature_of_agency"),
        (Self::Signature(domain::Party::Municipality), "signature_of_municipality"),
        (Self::Validation, "validation"),
        (Self::Publication(domain::Party::Agency), "publication_by_agency"),
        (Self::Publication(domain::Party::Municipality), "publication_by_municipality"),
        (Self::Termination, "termination"),
    ];

    fn members(py: Python<'_>) -> PyResult<&'static [Py<PyAny>]> {
        static MEMBERS: PyOnceLock<Vec<Py<PyAny>>> = PyOnceLock::new();
        members(py, &MEMBERS, Self::CLASS, <Self as Vocabulary>::ALL.iter().map(|&(_, text)| text))
    }
}

/// The answers to a request without what belongs to them: the class `AssessmentOutcome`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum AnswerWord {
    Granted,
    Waiting,
    Refused,
}

impl Vocabulary for AnswerWord {
    const CLASS: &'static str = "AssessmentOutcome";
    const ALL: &'static [(Self, &'static str)] =
        &[(Self::Granted, "granted"), (Self::Waiting, "waiting"), (Self::Refused, "refused")];

    fn members(py: Python<'_>) -> PyResult<&'static [Py<PyAny>]> {
        static MEMBERS: PyOnceLock<Vec<Py<PyAny>>> = PyOnceLock::new();
        members(py, &MEMBERS, Self::CLASS, <Self as Vocabulary>::ALL.iter().map(|&(_, text)| text))
    }
}

// Persons and answers.
vocabulary! {
    InputTable {
        Dossiers => "dossiers",
        Residences => "residences",
        Deaths => "deaths",
        Replacements => "replacements",
    }
    UnreadableRows { Refused => "raise", SetAside => "set_aside" }
    Readable { Whole => "whole", RowSetAside => "row_set_aside" }
    ClosedRule {
        ContractMunicipality => "contract_municipality",
        ResidenceAtClosing => "residence_at_closing",
        ContractMunicipalityIfResident => "contract_municipality_if_resident",
    }
    Basis {
        CurrentResidence => "current_residence",
        ContractMunicipality => "contract_municipality",
        ResidenceAtClosing => "residence_at_closing",
    }
    ReasonCode {
        FollowsCurrentResidence => "follows_current_residence",
        StaysAtContractMunicipality => "stays_at_contract_municipality",
        LivedThereAtClosing => "lived_there_at_closing",
        ContractMunicipalityAndResident => "contract_municipality_and_resident",
        BisNumber => "bis_number",
        Died => "died",
        NotRegisteredInBelgium => "not_registered_in_belgium",
        ClosedWithoutContract => "closed_without_contract",
        NotRegisteredAtClosing => "not_registered_at_closing",
        NoLongerRegistered => "no_longer_registered",
        LivesElsewhere => "lives_elsewhere",
        OutsideFlanders => "outside_flanders",
        BrusselsNotStated => "brussels_not_stated",
        UnreadableRow => "unreadable_row",
        ResidenceConflict => "residence_conflict",
        MunicipalityNotYet => "municipality_not_yet",
        MunicipalityUnknown => "municipality_unknown",
        ContractConflict => "contract_conflict",
        ContractMunicipalityMissing => "contract_municipality_missing",
        ClosedBeforeRegistration => "closed_before_registration",
        AttestBeforeRegistration => "attest_before_registration",
        ContractBeforeRegistration => "contract_before_registration",
        ContractAfterClosing => "contract_after_closing",
        DossierRowsDiffer => "dossier_rows_differ",
        BornAfterDay => "born_after_day",
        NumberReplacedByTwo => "number_replaced_by_two",
        NumbersReplacedInCircle => "numbers_replaced_in_circle",
        ReplacementOutOfOrder => "replacement_out_of_order",
        SeveralNumbers => "several_numbers",
    }
}

/// The three answers; those of the core have fields, which stand in `Answer`.
impl Vocabulary for crate::eligibility::OutcomeWord {
    const CLASS: &'static str = "Outcome";
    const ALL: &'static [(Self, &'static str)] =
        &[(Self::Eligible, "eligible"), (Self::NotEligible, "not_eligible"), (Self::Undetermined, "undetermined")];

    fn members(py: Python<'_>) -> PyResult<&'static [Py<PyAny>]> {
        static MEMBERS: PyOnceLock<Vec<Py<PyAny>>> = PyOnceLock::new();
        members(py, &MEMBERS, Self::CLASS, Self::ALL.iter().map(|&(_, text)| text))
    }
}

/// The kinds of finding: the faults, with the codes of their reasons, then the rows without effect.
impl Vocabulary for domain::FindingKind {
    const CLASS: &'static str = "FindingKind";
    const ALL: &'static [(Self, &'static str)] = &[
        (Self::Fault(domain::ReasonCode::ResidenceConflict), "residence_conflict"),
        (Self::Fault(domain::ReasonCode::MunicipalityNotYet), "municipality_not_yet"),
        (Self::Fault(domain::ReasonCode::MunicipalityUnknown), "municipality_unknown"),
        (Self::Fault(domain::ReasonCode::ContractConflict), "contract_conflict"),
        (Self::Fault(domain::ReasonCode::ContractMunicipalityMissing), "contract_municipality_missing"),
        (Self::Fault(domain::ReasonCode::ClosedBeforeRegistration), "closed_before_registration"),
        (Self::Fault(domain::ReasonCode::AttestBeforeRegistration), "attest_before_registration"),
        (Self::Fault(domain::ReasonCode::ContractBeforeRegistration), "contract_before_registration"),
        (Self::Fault(domain::ReasonCode::ContractAfterClosing), "contract_after_closing"),
        (Self::Fault(domain::ReasonCode::DossierRowsDiffer), "dossier_rows_differ"),
        (Self::Fault(domain::ReasonCode::BornAfterDay), "born_after_day"),
        (Self::Fault(domain::ReasonCode::NumberReplacedByTwo), "number_replaced_by_two"),
        (Self::Fault(domain::ReasonCode::NumbersReplacedInCircle), "numbers_replaced_in_circle"),
        (Self::Fault(domain::ReasonCode::ReplacementOutOfOrder), "replacement_out_of_order"),
        (Self::Fault(domain::ReasonCode::SeveralNumbers), "several_numbers"),
        (Self::EmptySpell, "empty_spell"),
        (Self::DossierWithoutDate, "dossier_without_date"),
        (Self::UndatedContractMunicipality, "undated_contract_municipality"),
        (Self::RegistrationMissing, "registration_missing"),
        (Self::IdenticalRows, "identical_rows"),
        (Self::DeathsDiffer, "deaths_differ"),
        (Self::ReplacementDaysDiffer, "replacement_days_differ"),
        (Self::ReplacedByItself, "replaced_by_itself"),
    ];

    fn members(py: Python<'_>) -> PyResult<&'static [Py<PyAny>]> {
        static MEMBERS: PyOnceLock<Vec<Py<PyAny>>> = PyOnceLock::new();
        members(py, &MEMBERS, Self::CLASS, Self::ALL.iter().map(|&(_, text)| text))
    }
}

// What leaves the agency.
vocabulary! {
    Measure {
        Registrations => "registrations",
        Contracts => "contracts",
        Attests => "attests",
        Active => "active",
        Closed => "closed",
        MovesIn => "moves_in",
        MovesOut => "moves_out",
    }
    ChangeKind { Came => "came", Left => "left", Changed => "changed" }
    ChangeReason {
        FirstDossier => "first_dossier",
        BisNumber => "bis_number",
        Died => "died",
        Undetermined => "undetermined",
        MunicipalitiesMerged => "municipalities_merged",
        Moved => "moved",
        DossierOpened => "dossier_opened",
        ClosedWithAttest => "closed_with_attest",
        ClosedWithoutAttest => "closed_without_attest",
        LaterContract => "later_contract",
        NumberReplaced => "number_replaced",
        Contract => "contract",
        Attest => "attest",
        ContractAndAttest => "contract_and_attest",
    }
    Use { Ceremony => "ceremony", BuddyWork => "buddy_work", DutchPractice => "dutch_practice" }
}

/// Whom a count of changes counts; the reason of the core's word stands in `ChangeCount`.
impl Vocabulary for crate::changes::counts::CountedWord {
    const CLASS: &'static str = "Counted";
    const ALL: &'static [(Self, &'static str)] =
        &[(Self::AllReasons, "all_reasons"), (Self::Reason, "reason"), (Self::OtherReasons, "other_reasons")];

    fn members(py: Python<'_>) -> PyResult<&'static [Py<PyAny>]> {
        static MEMBERS: PyOnceLock<Vec<Py<PyAny>>> = PyOnceLock::new();
        members(py, &MEMBERS, Self::CLASS, Self::ALL.iter().map(|&(_, text)| text))
    }
}

// What leaves the agency, and its log.
vocabulary! { of archive:
    DeliveryState { Intended => "intended", Done => "done", Abandoned => "abandoned" }
    DisclosedBy {
        List => "list",
        Deletion => "deletion",
        Renumbering => "renumbering",
        Addition => "addition",
        Correction => "correction",
    }
    EventKind { Intended => "intended", Done => "done", Abandoned => "abandoned", Noticed => "noticed" }
}
