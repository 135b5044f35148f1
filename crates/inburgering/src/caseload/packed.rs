//! An answer in four bytes.

use crate::eligibility::{Basis, Flags, Outcome};
use crate::reason::ReasonSet;
use crate::{Answer, Municipality, Reason, ReasonCode};

/// An answer without the fields of its reasons, in four bytes.
///
/// From the lowest bit: which of the three answers (2 bits), contract and attest (2), the reason of an eligible person
/// (2), and the position of the municipality, or of the others the reasons (26).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct PackedAnswer(u32);

const ELIGIBLE: u32 = 0;
const NOT_ELIGIBLE: u32 = 1;
const UNDETERMINED: u32 = 2;
const CONTRACT: u32 = 1 << 2;
const ATTEST: u32 = 1 << 3;

/// The reasons of an eligible person, each with its basis: the first of the catalogue.
const PLACING: [(ReasonCode, Basis); 4] = [
    (ReasonCode::FollowsCurrentResidence, Basis::CurrentResidence),
    (ReasonCode::StaysAtContractMunicipality, Basis::ContractMunicipality),
    (ReasonCode::LivedThereAtClosing, Basis::ResidenceAtClosing),
    (ReasonCode::ContractMunicipalityAndResident, Basis::ContractMunicipality),
];

// The other reasons have 26 bits, and the four that place a person are the first of the catalogue.
const _: () = assert!(ReasonCode::ALL.len() - PLACING.len() <= 26 && PLACING[3].0 as usize == 3);

impl PackedAnswer {
    /// On the list of a municipality, for the reason.
    pub(super) const fn eligible(municipality: Municipality, reason: PlacingReason, flags: Flags) -> Self {
        Self(ELIGIBLE | flag_bits(flags) | (reason as u32) << 4 | (municipality.position() as u32) << 6)
    }

    /// On no list, for the reason.
    pub(super) const fn not_eligible(reason: ReasonCode, flags: Flags) -> Self {
        Self(NOT_ELIGIBLE | flag_bits(flags) | 1 << (reason as u32 - 4) << 6)
    }

    /// Cannot be said, for the reason.
    pub(super) const fn undetermined(reason: ReasonCode, flags: Flags) -> Self {
        Self(UNDETERMINED | flag_bits(flags) | 1 << (reason as u32 - 4) << 6)
    }

    /// The answer of the rule.
    pub(super) fn of(answer: &Answer) -> Self {
        let reasons = || {
            answer
                .reasons
                .iter()
                .map(|reason| reason.code() as u32)
                .filter(|&code| code >= 4)
                .fold(0, |bits, code| bits | 1 << (code - 4) << 6)
        };
        let flags = flag_bits(answer.flags);
        match answer.outcome {
            Outcome::Eligible { municipality, .. } => {
                let placing = answer.reasons.first().map_or(PlacingReason::FollowsCurrentResidence, PlacingReason::of);
                Self::eligible(municipality, placing, answer.flags)
            }
            Outcome::NotEligible => Self(NOT_ELIGIBLE | flags | reasons()),
            Outcome::Undetermined => Self(UNDETERMINED | flags | reasons()),
        }
    }

    /// One of the three answers.
    pub(crate) fn outcome(self) -> Outcome {
        match (self.0 & 3, self.eligible_in()) {
            (ELIGIBLE, Some(municipality)) => Outcome::Eligible { municipality, basis: self.placing().1 },
            (NOT_ELIGIBLE, _) => Outcome::NotEligible,
            _ => Outcome::Undetermined,
        }
    }

    /// The municipality of an eligible person.
    pub(crate) fn eligible_in(self) -> Option<Municipality> {
        if self.0 & 3 == ELIGIBLE { Municipality::from_index((self.0 >> 6) as usize) } else { None }
    }

    /// Contract signed and attest obtained.
    pub(crate) const fn flags(self) -> Flags {
        Flags { contract_signed: self.0 & CONTRACT != 0, attest_obtained: self.0 & ATTEST != 0 }
    }

    /// The codes of the reasons.
    pub(crate) fn reasons(self) -> ReasonSet {
        if self.0 & 3 == ELIGIBLE {
            ReasonSet::from_bits(1 << self.placing().0 as u32)
        } else {
            ReasonSet::from_bits(self.0 >> 6 << 4)
        }
    }

    /// Flags and reason of an eligible person alone, in four bits.
    pub(crate) const fn flags_and_reason(self) -> u8 {
        (self.0 >> 2 & 0b1111) as u8
    }

    /// Flags and basis from [`flags_and_reason`](Self::flags_and_reason).
    pub(crate) fn flags_and_basis(bits: u8) -> (Flags, Basis) {
        let answer = Self(u32::from(bits) << 2);
        (answer.flags(), answer.placing().1)
    }

    #[expect(clippy::indexing_slicing, reason = "two bits are below four")]
    const fn placing(self) -> (ReasonCode, Basis) {
        PLACING[(self.0 >> 4 & 3) as usize]
    }
}

/// The reason of an eligible person, without its fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PlacingReason {
    FollowsCurrentResidence,
    StaysAtContractMunicipality,
    LivedThereAtClosing,
    ContractMunicipalityAndResident,
}

impl PlacingReason {
    fn of(reason: &Reason) -> Self {
        match reason.code() {
            ReasonCode::StaysAtContractMunicipality => Self::StaysAtContractMunicipality,
            ReasonCode::LivedThereAtClosing => Self::LivedThereAtClosing,
            ReasonCode::ContractMunicipalityAndResident => Self::ContractMunicipalityAndResident,
            _ => Self::FollowsCurrentResidence,
        }
    }
}

const fn flag_bits(flags: Flags) -> u32 {
    (flags.contract_signed as u32) << 2 | (flags.attest_obtained as u32) << 3
}
