//! The archived inputs of deliveries and notices (*oorspronkelijke gegevens*), found and checked by the digests of the
//! receipts.

use std::collections::BTreeMap;

use inburgering::{
    Caseload, Digest, DigestKey, Digests, HeldList, OutsideHorizon, Placed, RecallError, RecallNotice, Versions,
};

use crate::entry::LoggedDelivery;
use crate::notice_receipt::{LoggedNotice, NoticeReceipt};

/// Why of a delivery it cannot be told whom its list held, or of a notice whom it named.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Untold {
    /// Nobody has its inputs any more.
    #[error("the inputs of the delivery were not given; keep those of every delivery")]
    NoOriginal,
    /// Nobody has the corrected inputs any more by which a notice was given.
    #[error("the corrected inputs of notice {notice} were not given; keep those of every notice")]
    NoInputsOfNotice {
        /// The number of its entry.
        notice: u64,
    },
    /// The inputs that were given are not those of the delivery.
    #[error(transparent)]
    OtherOriginal(RecallError),
    /// From the inputs that were given another notice would follow.
    #[error("these are not the corrected inputs of notice {notice}; give those by which it was given")]
    OtherNotice {
        /// The number of its entry.
        notice: u64,
    },
    /// The inputs are the right ones, but what was told followed from them by the rules or tables of other versions.
    #[error(
        "the inputs are the right ones, but what was told was made of them by {made_by}; ask this of that release, since \
         here something else follows from them"
    )]
    OtherVersions {
        /// The number of the entry of the notice, if it is about one.
        notice: Option<u64>,
        /// What made the list or the notice.
        made_by: Box<Versions>,
    },
    /// The day of the delivery lies outside the horizon.
    #[error(transparent)]
    Day(#[from] OutsideHorizon),
}

impl Untold {
    /// The stable code, in `snake_case`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoOriginal => "no_original",
            Self::NoInputsOfNotice { .. } => "no_inputs_of_notice",
            Self::OtherOriginal(_) => "other_original",
            Self::OtherNotice { .. } => "other_notice",
            Self::OtherVersions { .. } => "other_versions",
            Self::Day(_) => "day",
        }
    }

    /// The Dutch words.
    pub const fn dutch(&self) -> &'static str {
        match self {
            Self::NoOriginal => "de gegevens van toen zijn er niet meer",
            Self::NoInputsOfNotice { .. } => "de gegevens van een rechtzetting erop zijn er niet meer",
            Self::OtherOriginal(_) => "de bewaarde gegevens zijn niet meer die van toen",
            Self::OtherNotice { .. } => "de bewaarde gegevens van een rechtzetting erop zijn niet meer die van toen",
            Self::OtherVersions { .. } => "de regels of tabellen waarmee dit nagegaan wordt, zijn niet die van toen",
            Self::Day(_) => "de dag van de mededeling valt buiten de dagen waarvoor dit te berekenen is",
        }
    }

    /// The number of the entry of the notice that it is about, if it is about one.
    pub const fn notice(&self) -> Option<u64> {
        match self {
            Self::NoInputsOfNotice { notice } | Self::OtherNotice { notice } => Some(*notice),
            Self::OtherVersions { notice, .. } => *notice,
            _ => None,
        }
    }
}

impl From<RecallError> for Untold {
    fn from(error: RecallError) -> Self {
        match error {
            RecallError::OtherVersions { made_by } => Self::OtherVersions { notice: None, made_by },
            error => Self::OtherOriginal(error),
        }
    }
}

/// Whose archived inputs are wanted: those of a delivery, or the corrected ones by which a notice on it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Wanted<'a> {
    /// The delivery.
    pub delivery: &'a LoggedDelivery,
    /// The notice, if it is about one.
    pub notice: Option<&'a LoggedNotice>,
}

impl<'a> Wanted<'a> {
    /// The inputs of the delivery, or of one of the notices on it.
    pub const fn new(delivery: &'a LoggedDelivery, notice: Option<&'a LoggedNotice>) -> Self {
        Self { delivery, notice }
    }

    /// Whether these are the inputs, by the digests that the log has of them; one of the keys is that of the log then.
    ///
    /// ```
    /// use inburgering::{Caseload, DigestKey};
    /// use inburgering_archive::Wanted;
    ///
    /// /// The right one among all that was archived.
    /// fn find(wanted: &Wanted<'_>, archived: &[Caseload], keys: &[DigestKey]) -> Option<Caseload> {
    ///     archived.iter().find(|caseload| wanted.fits(caseload, keys)).cloned()
    /// }
    /// ```
    pub fn fits(&self, caseload: &Caseload, keys: &[DigestKey]) -> bool {
        let receipt = &self.delivery.receipt;
        let (digests, versions) = self.notice.map_or((&receipt.digests, &receipt.versions), |notice| {
            let NoticeReceipt { digests, versions, .. } = &notice.receipt;
            (digests, versions)
        });
        let Ok(placed) = caseload.place(receipt.on, receipt.options.rules()) else { return false };
        keys.iter().any(|key| {
            let checked = digests.check(&placed, receipt.municipality, key).map_err(|error| versions.blamed_for(error));
            // They are the inputs too where another list follows from them here.
            matches!(checked, Ok(()) | Err(RecallError::OtherVersions { .. }))
        })
    }

    /// A name under which the inputs may be archived: that of the request; of the notices on its delivery
    /// `REQUEST/notice-1` and so on.
    pub fn name(&self) -> String {
        let request = self.delivery.request.id();
        let is_it = |notice: &LoggedNotice| self.notice.is_some_and(|it| it.notice == notice.notice);
        match self.delivery.notices.iter().position(is_it) {
            Some(at) => name_of_notice(self.delivery, at),
            None => request.to_string(),
        }
    }
}

/// The name under which the inputs of a notice on the delivery may be archived, by its position among them.
pub(crate) fn name_of_notice(delivery: &LoggedDelivery, at: usize) -> String {
    format!("{}/notice-{}", delivery.request.id(), at + 1)
}

/// What leads to archived inputs.
pub(crate) trait Originals: FnMut(&Wanted<'_>) -> Option<Caseload> {}

impl<F: FnMut(&Wanted<'_>) -> Option<Caseload>> Originals for F {}

/// What is found of a delivery: the list as it was delivered and the notices on it, as far as that can be told.
pub(crate) struct Told {
    /// The persons placed by the original inputs.
    pub(crate) original: Placed,
    /// The notices, from the first, with the persons placed by their inputs.
    pub(crate) notices: Vec<(RecallNotice, Placed)>,
    /// The list as it is held after them.
    pub(crate) held: HeldList,
    /// Why no further notice can be told, if so.
    pub(crate) then: Option<Untold>,
}

/// Does the work for each delivery with what is found of it from its inputs, and gives what came of it, in the order of
/// the deliveries.
///
/// Deliveries from the same inputs come one after the other, and their caseload is asked for once; those of no more than
/// one delivery and its notices are kept meanwhile.
pub(crate) fn with_each<T>(
    deliveries: &[LoggedDelivery],
    keys: &[DigestKey],
    originals: &mut impl Originals,
    mut work: impl FnMut(&LoggedDelivery, Result<&Told, Untold>) -> T,
) -> Vec<T> {
    let mut in_turn: Vec<(Vec<String>, usize, &LoggedDelivery)> = Vec::with_capacity(deliveries.len());
    for (at, delivery) in deliveries.iter().enumerate() {
        let of_notices = delivery.notices.iter().map(|notice| &notice.receipt.digests);
        let names = core::iter::once(&delivery.receipt.digests).chain(of_notices).map(name).collect();
        in_turn.push((names, at, delivery));
    }
    in_turn.sort_by(|one, other| (&one.0, one.1).cmp(&(&other.0, other.1)));
    let mut asking = Asking { keys, originals, kept: BTreeMap::new() };
    let mut found: BTreeMap<usize, T> = BTreeMap::new();
    for (names, at, delivery) in in_turn {
        let told = asking.told(delivery, &names);
        found.insert(at, work(delivery, told.as_ref().map_err(Clone::clone)));
        asking.kept.retain(|name, _| names.contains(name));
    }
    found.into_values().collect()
}

/// The name of inputs: by their digests, without that of the list, which follows from them and is checked with them.
fn name(digests: &Digests) -> String {
    let inputs = [digests.dossiers, digests.residences, digests.deaths, digests.replacements, digests.set_aside];
    core::iter::once(digests.key.to_string()).chain(inputs.iter().map(Digest::to_string)).collect()
}

/// The inputs of deliveries and their notices, while they are asked for.
struct Asking<'a, O> {
    keys: &'a [DigestKey],
    originals: &'a mut O,
    /// The caseloads that were found right, by their names.
    kept: BTreeMap<String, Caseload>,
}

impl<O: Originals> Asking<'_, O> {
    /// What is found of the delivery, whose inputs have these names: its own, then those of each notice.
    fn told(&mut self, delivery: &LoggedDelivery, names: &[String]) -> Result<Told, Untold> {
        let receipt = &delivery.receipt;
        let mut names = names.iter();
        let name = names.next().ok_or(Untold::NoOriginal)?;
        let caseload = self.caseload(name, &Wanted::new(delivery, None)).ok_or(Untold::NoOriginal)?;
        let original = caseload.place(receipt.on, receipt.options.rules())?;
        let held = HeldList::delivered(receipt, &original, self.key(&receipt.digests)?)?;
        self.kept.insert(name.clone(), caseload);
        let mut told = Told { original, notices: Vec::new(), held, then: None };
        for (notice, name) in delivery.notices.iter().zip(names) {
            let found = self.notice(delivery, (name, notice), &mut told.held);
            match found {
                Ok(notice) => told.notices.push(notice),
                Err(untold) => {
                    told.then = Some(untold);
                    break;
                }
            }
        }
        Ok(told)
    }

    /// The notice, by which the list is put right.
    fn notice(
        &mut self,
        delivery: &LoggedDelivery,
        (name, notice): (&str, &LoggedNotice),
        held: &mut HeldList,
    ) -> Result<(RecallNotice, Placed), Untold> {
        let missing = Untold::NoInputsOfNotice { notice: notice.notice };
        let caseload = self.caseload(name, &Wanted::new(delivery, Some(notice))).ok_or(missing)?;
        let (receipt, digests) = (&delivery.receipt, &notice.receipt.digests);
        let corrected = caseload.place(receipt.on, receipt.options.rules())?;
        let checked = digests.check(&corrected, receipt.municipality, self.key(digests)?);
        checked.map_err(|error| match notice.receipt.versions.blamed_for(error) {
            RecallError::OtherVersions { made_by } => Untold::OtherVersions { notice: Some(notice.notice), made_by },
            _ => Untold::OtherNotice { notice: notice.notice },
        })?;
        let found = self.found_again(notice, held, &corrected)?;
        held.put_right(&found, &corrected)?;
        self.kept.insert(name.to_owned(), caseload);
        Ok((found, corrected))
    }

    /// What the notice on the list said, found again from the persons placed by its inputs, and proved by its digest.
    fn found_again(&self, notice: &LoggedNotice, held: &HeldList, corrected: &Placed) -> Result<RecallNotice, Untold> {
        let other = || {
            let (notice, versions) = (notice.notice, &notice.receipt.versions);
            if *versions == Versions::own() {
                Untold::OtherNotice { notice }
            } else {
                Untold::OtherVersions { notice: Some(notice), made_by: Box::new(versions.clone()) }
            }
        };
        let (recall, receipt) = (held.recall(corrected)?, &notice.receipt);
        let found = recall.found_again(receipt.given_on, receipt.protocol.as_ref()).map_err(|_| other())?;
        let key = self.keys.iter().find(|key| *key.id() == notice.key);
        if key.is_some_and(|key| found.digest(key) == receipt.notice) { Ok(found) } else { Err(other()) }
    }

    /// The caseload that is kept under the name, or that is asked for.
    fn caseload(&mut self, name: &str, wanted: &Wanted<'_>) -> Option<Caseload> {
        self.kept.get(name).cloned().or_else(|| (self.originals)(wanted))
    }

    /// The key of the digests; another if it is not there, which does not fit them.
    fn key(&self, digests: &Digests) -> Result<&DigestKey, Untold> {
        let key = self.keys.iter().find(|key| *key.id() == digests.key);
        key.or(self.keys.first()).ok_or(Untold::NoOriginal)
    }
}
