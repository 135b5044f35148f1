//! Deliveries to make: protocols, requests, persons, and a place to deliver to.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDate};
use inburgering::{
    Assessment, AssessmentOptions, Caseload, DeathText, DigestKey, DossierText, Handover, History, ListRules, Months,
    Operator, Party, Placed, Protocol, ProtocolDuration, ProtocolKind, ProtocolTerms, Purpose, Purposes, Records,
    Register, ReplacementText, Request, ResidenceText, Retention, UnreadableRows, Versions, YearRule,
};
use inburgering_archive::{
    Archive, ArchiveError, Archived, DisclosureLog, Inputs, LogError, LoggedDelivery, Settlement,
};
use tempfile::TempDir;

/// Lives in Gent, without contract.
pub(crate) const ANNA: &str = "85.07.30-901.33";
/// Lives in Gent, with a contract.
pub(crate) const BORIS: &str = "78.03.02-903.17";
/// Lives in Brugge.
pub(crate) const CHLOE: &str = "90.01.15-902.60";
/// A BIS number that [`DINA`] had until 2025-11-03; lives in Gent.
pub(crate) const DINA_BEFORE: &str = "70.41.01-901.50";
pub(crate) const DINA: &str = "99.01.01-902.87";
/// Of nobody.
pub(crate) const STRANGER: &str = "87.05.05-913.23";

pub(crate) const NUMBERS: [&str; 6] = [ANNA, BORIS, CHLOE, DINA_BEFORE, DINA, STRANGER];

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn noon(on: NaiveDate) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("{on}T12:00:00+01:00")).unwrap()
}

pub(crate) fn key() -> DigestKey {
    DigestKey::new("2026-a", &[7; 32]).unwrap()
}

pub(crate) fn operator() -> Operator {
    "operator 7".parse().unwrap()
}

/// A protocol in force of each of these municipalities.
pub(crate) fn protocols(codes: &[&str]) -> Register {
    let mut register = Register::new();
    for code in codes {
        let on = day("2024-01-08");
        let terms = ProtocolTerms {
            id: format!("P-{code}").parse().unwrap(),
            municipality: code.parse().unwrap(),
            kind: ProtocolKind::Standard,
            purposes: Purposes::new(Purpose::ALL).unwrap(),
            duration: ProtocolDuration::Indefinite,
            retention: Retention(Months::new(12).unwrap()),
        };
        let mut protocol = Protocol::request(terms, on).unwrap();
        Party::ALL.into_iter().for_each(|party| protocol.advise(party, on).unwrap());
        Party::ALL.into_iter().for_each(|party| protocol.sign(party, on).unwrap());
        protocol.validate(on).unwrap();
        register.add(protocol).unwrap();
    }
    register
}

/// The versions of an earlier release.
pub(crate) fn versions_of_before() -> Versions {
    let mut versions = Versions::own();
    versions.library = "0.0.9".parse().unwrap();
    versions.rules = "2025-06-01".parse().unwrap();
    versions.municipalities = "REFNIS 2025-01-01".parse().unwrap();
    versions.calendar = "2024-01-01".parse().unwrap();
    versions
}

/// What is changed in the persons, for a recall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Facts {
    /// As they were at the delivery.
    Original,
    /// Anna lived in Brugge, and Boris has an attest.
    Corrected,
    /// As the first, but that Dina's numbers are one is not known.
    Untied,
}

pub(crate) fn caseload(facts: Facts) -> Caseload {
    let mut rows = Caseload::builder();
    let contract =
        DossierText { contract_signed_on: "2025-02-03", contract_municipality: "44021", ..Default::default() };
    let attest_obtained_on = if facts == Facts::Corrected { "2025-12-19" } else { "" };
    let dossiers = [
        DossierText { dossier: "D-1", insz: ANNA, registered_on: "2025-01-06", ..Default::default() },
        DossierText { dossier: "D-2", insz: BORIS, registered_on: "2025-01-06", attest_obtained_on, ..contract },
        DossierText { dossier: "D-3", insz: CHLOE, registered_on: "2024-01-06", ..Default::default() },
        DossierText { dossier: "D-4", insz: DINA_BEFORE, registered_on: "2025-05-05", ..Default::default() },
    ];
    for (at, dossier) in (2..).zip(&dossiers) {
        rows.read_dossier(at, dossier);
    }
    let anna = if facts == Facts::Corrected { "31005" } else { "44021" };
    for (at, (insz, municipality)) in
        (2..).zip([(ANNA, anna), (BORIS, "44021"), (CHLOE, "31005"), (DINA_BEFORE, "44021")])
    {
        rows.read_residence(at, &ResidenceText { insz, municipality, ..Default::default() });
    }
    if facts != Facts::Untied {
        let replaced = ReplacementText { insz_old: DINA_BEFORE, insz_new: DINA, replaced_on: "2025-11-03" };
        rows.read_replacement(2, &replaced);
    }
    if facts == Facts::Corrected {
        rows.read_death(2, &DeathText { insz: CHLOE, died_on: "2026-01-02" });
    }
    rows.build(UnreadableRows::Refused).unwrap()
}

/// A delivery to make; each part can be changed.
#[derive(Clone)]
pub(crate) struct Sample {
    pub(crate) request: Request,
    pub(crate) on: NaiveDate,
    pub(crate) options: AssessmentOptions,
    pub(crate) protocols: Register,
    pub(crate) history: History,
    pub(crate) caseload: Caseload,
    pub(crate) key: DigestKey,
    pub(crate) operator: Operator,
}

impl Sample {
    pub(crate) fn new(id: &str, code: &str, received_on: &str, on: &str) -> Self {
        let purposes = Purposes::new([Purpose::Ceremony, Purpose::BuddyWork]).unwrap();
        let requester = "dienst samenleven".parse().unwrap();
        let request = Request::new(code.parse().unwrap(), day(received_on), purposes, requester).unwrap();
        Self {
            request: request.with_id(id.parse().unwrap()),
            on: day(on),
            options: AssessmentOptions::default(),
            // Lokeren goes on under a code of 2025, as the same legal person.
            protocols: protocols(&[if code == "46029" { "46014" } else { code }]),
            history: History::new(),
            caseload: caseload(Facts::Original),
            key: key(),
            operator: operator(),
        }
    }

    /// To Gent, on 10 February 2026.
    pub(crate) fn gent() -> Self {
        Self::new("A-1", "44021", "2026-02-02", "2026-02-10")
    }

    /// To Brugge, the day after.
    pub(crate) fn brugge() -> Self {
        Self::new("A-2", "31005", "2026-02-03", "2026-02-11")
    }

    pub(crate) fn year(mut self, year: YearRule) -> Self {
        self.options.year = year;
        self
    }

    /// The assessment on the day of receipt, by what was known then: of other requests, nothing.
    pub(crate) fn assessment(&self) -> Assessment {
        self.options.assess(&self.request, self.request.received_on(), &self.protocols, &History::new()).unwrap()
    }

    pub(crate) fn placed(&self) -> Placed {
        self.caseload.place(self.on, ListRules::default()).unwrap()
    }

    pub(crate) fn handover(&self) -> Handover<'_> {
        Handover { operator: &self.operator, delivered_at: noon(self.on), key: &self.key }
    }

    pub(crate) fn records(&self) -> Records<'_> {
        Records { protocols: &self.protocols, history: &self.history }
    }

    pub(crate) fn deliver(&self, archive: &Archive) -> Result<Archived, ArchiveError> {
        archive.deliver(&self.assessment(), &self.placed(), self.records(), self.handover())
    }

    /// Does this with the inputs of the delivery.
    pub(crate) fn with_inputs<T>(&self, work: impl FnOnce(Inputs<'_>) -> T) -> T {
        let (assessment, placed) = (self.assessment(), self.placed());
        work(Inputs { assessment: &assessment, placed: &placed, records: self.records() })
    }

    pub(crate) fn settlement(&self) -> Settlement<'_> {
        Settlement { operator: &self.operator, at: noon(self.on), key: &self.key }
    }
}

/// The log in that file; a new one if none is there.
pub(crate) fn opened_or_created(path: &Path) -> Result<DisclosureLog, LogError> {
    match DisclosureLog::create(path) {
        Err(LogError::AlreadyThere { .. }) => DisclosureLog::open(path),
        made => made,
    }
}

/// An archive in a folder that is removed at the end.
pub(crate) struct Place {
    root: TempDir,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self { root: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn root(&self) -> &Path {
        self.root.path()
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.root().join("deliveries")
    }

    pub(crate) fn log_path(&self) -> PathBuf {
        self.root().join("log.sqlite")
    }

    pub(crate) fn log(&self) -> DisclosureLog {
        opened_or_created(&self.log_path()).unwrap()
    }

    pub(crate) fn archive(&self) -> Archive {
        Archive::new(self.folder(), self.log())
    }
}

/// The files of every delivery.
pub(crate) const FILES: [&str; 5] = ["cover-note.html", "cover-note.txt", "list.csv", "list.xlsx", "receipt.json"];

/// The names in a folder, sorted; none if there is no folder.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// The states of the deliveries of a log, by their requests.
pub(crate) fn states(log: &DisclosureLog) -> Vec<(String, &'static str)> {
    let state = |logged: &LoggedDelivery| (logged.request.id().to_string(), logged.state.as_str());
    log.deliveries().unwrap().iter().map(state).collect()
}
