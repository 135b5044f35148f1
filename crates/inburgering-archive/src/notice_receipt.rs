//! The receipt of a notice (*ontvangstbewijs van een rechtzetting*): what the log keeps of a recall that a municipality
//! was told of.
//!
//! A notice discloses as a list does: who, which data, when, why (e-government decree of 18 July 2008, art. 8 §1, 13°). It
//! holds no register number; what it said is found again from the archived inputs, and proved by its digest.

use chrono::{DateTime, FixedOffset, NaiveDate};
use inburgering::{
    Digest, DigestKey, Digests, KeyId, LegalBasis, Municipality, Operator, Placed, ProtocolId, Purposes, RecallNotice,
    Versions,
};

/// What the log keeps of a notice. It holds no register number.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct NoticeReceipt {
    /// The municipality that was told.
    pub municipality: Municipality,
    /// The day of the notice.
    pub given_on: NaiveDate,
    /// The protocol on which persons were disclosed for the first time, if any were.
    pub protocol: Option<ProtocolId>,
    /// The legal basis of the exchange on the day, if there was one.
    pub legal_basis: Option<LegalBasis>,
    /// Why: the purposes of the request.
    pub purposes: Purposes,
    /// How many numbers to delete it names.
    pub deleted: usize,
    /// How many numbers to replace.
    pub renumbered: usize,
    /// How many rows to add.
    pub added: usize,
    /// How many rows whose flags are put right.
    pub corrected: usize,
    /// The versions of the rules and tables by which the corrected inputs were read.
    pub versions: Versions,
    /// Of the corrected inputs, and of the list that they give.
    pub digests: Digests,
    /// Of what the notice says.
    pub notice: Digest,
}

/// A notice by the log: by whom it was given, when, and its receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LoggedNotice {
    /// The number of its entry.
    pub notice: u64,
    /// Who gave it.
    pub operator: Operator,
    /// The instant.
    pub at: DateTime<FixedOffset>,
    /// The id of the key of its digest.
    pub key: KeyId,
    /// Its receipt.
    pub receipt: NoticeReceipt,
}

impl NoticeReceipt {
    /// Of a notice that is given by these corrected inputs.
    pub(crate) fn of(notice: &RecallNotice, purposes: Purposes, corrected: &Placed, key: &DigestKey) -> Self {
        let digests = Digests::of_placed(corrected, notice.delivered_to, key);
        Self {
            municipality: notice.municipality,
            given_on: notice.given_on,
            protocol: notice.protocol.clone(),
            legal_basis: LegalBasis::on(notice.given_on),
            purposes,
            deleted: notice.delete.len(),
            renumbered: notice.renumber.len(),
            added: notice.add.len(),
            corrected: notice.correct.len(),
            versions: Versions::own(),
            digests,
            notice: notice.digest(key),
        }
    }
}
