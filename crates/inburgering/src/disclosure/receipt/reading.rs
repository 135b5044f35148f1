//! The reading of a receipt from its text: parts that contradict each other are none.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::{Digests, Receipt, ReceiptCounts, ReceiptOptions, Versions};
use crate::disclosure::handover::day_of;
use crate::{Brussels, Counts, LegalBasis, Municipality, Operator, ProtocolId, Purposes, Region, RequestId, Requester};

/// The largest count: no register number can stand in its place.
const MOST: usize = 99_999_999;

/// The parts of a receipt, each readable by itself.
#[derive(serde::Deserialize)]
#[serde(rename = "Receipt", deny_unknown_fields)]
pub(super) struct Parts {
    requester: Requester,
    operator: Operator,
    delivered_at: DateTime<FixedOffset>,
    request: RequestId,
    received_on: NaiveDate,
    protocol: ProtocolId,
    purposes: Purposes,
    legal_basis: LegalBasis,
    municipality: Municipality,
    on: NaiveDate,
    kept_until: NaiveDate,
    options: ReceiptOptions,
    versions: Versions,
    counts: ReceiptCounts,
    digests: Digests,
}

/// Why parts make no receipt. No number of the text is repeated, which may be anything.
#[derive(Debug, thiserror::Error)]
pub(super) enum Contradiction {
    #[error("the count `{0}` is above {MOST}; give the receipt as it was written")]
    TooLarge(&'static str),
    #[error("the count `{part}` is larger than `{whole}`, of which it is a part; give the receipt as it was written")]
    LargerThanWhole { part: &'static str, whole: &'static str },
    #[error("the counts of the answers do not add up to `persons`; give the receipt as it was written")]
    Sum,
    #[error("the instant of delivery does not fall on {on}, the day of delivery; give the receipt as it was written")]
    OtherDay { on: NaiveDate },
    #[error("{day} (`{name}`) is {wrong} the day of delivery, {on}; give the receipt as it was written")]
    DayOutOfOrder { name: &'static str, day: NaiveDate, wrong: &'static str, on: NaiveDate },
    #[error("the legal basis on {on} was another; give the receipt as it was written")]
    OtherBasis { on: NaiveDate },
    #[error("{municipality} has no list on {on}; give the receipt as it was written")]
    NoList { municipality: Municipality, on: NaiveDate },
}

impl TryFrom<Parts> for Receipt {
    type Error = Contradiction;

    fn try_from(parts: Parts) -> Result<Self, Contradiction> {
        parts.check_counts()?;
        parts.check_day()?;
        let Parts { requester, operator, delivered_at, request, received_on, protocol, purposes, legal_basis, .. } =
            parts;
        let Parts { municipality, on, kept_until, options, versions, counts, digests, .. } = parts;
        Ok(Self {
            requester,
            operator,
            delivered_at,
            request,
            received_on,
            protocol,
            purposes,
            legal_basis,
            municipality,
            on,
            kept_until,
            options,
            versions,
            counts,
            digests,
        })
    }
}

impl Parts {
    fn check_counts(&self) -> Result<(), Contradiction> {
        let ReceiptCounts { listed, closed, closed_residing_elsewhere, ref caseload, rows_without_number } =
            self.counts;
        let Counts { persons, eligible, not_eligible, undetermined, ref by_reason } = *caseload;
        let named = [("persons", persons), ("rows_without_number", rows_without_number)];
        if let Some((name, _)) = named.into_iter().find(|&(_, count)| count > MOST) {
            return Err(Contradiction::TooLarge(name));
        }
        let answers = eligible.checked_add(not_eligible).and_then(|sum| sum.checked_add(undetermined));
        if answers != Some(persons) {
            return Err(Contradiction::Sum);
        }
        let parts = [
            ("closed_residing_elsewhere", closed_residing_elsewhere, "closed", closed),
            ("closed", closed, "listed", listed),
            ("listed", listed, "eligible", eligible),
        ];
        let reasons = by_reason.values().map(|&count| ("by_reason", count, "persons", persons));
        match parts.into_iter().chain(reasons).find(|&(_, part, _, whole)| part > whole) {
            Some((part, _, whole, _)) => Err(Contradiction::LargerThanWhole { part, whole }),
            None => Ok(()),
        }
    }

    fn check_day(&self) -> Result<(), Contradiction> {
        let Self { on, received_on, kept_until, municipality, ref versions, .. } = *self;
        if day_of(self.delivered_at) != on {
            return Err(Contradiction::OtherDay { on });
        }
        if received_on > on {
            return Err(Contradiction::DayOutOfOrder { name: "received_on", day: received_on, wrong: "after", on });
        }
        if kept_until < on {
            return Err(Contradiction::DayOutOfOrder { name: "kept_until", day: kept_until, wrong: "before", on });
        }
        // What other rules or tables said of the day is theirs to know.
        let own = Versions::own();
        if versions.rules == own.rules && LegalBasis::on(on) != Some(self.legal_basis) {
            return Err(Contradiction::OtherBasis { on });
        }
        let may_ask = matches!(
            (municipality.region(), self.options.brussels),
            (Region::Flanders, _) | (Region::Brussels, Brussels::Allowed)
        );
        let was_valid = versions.municipalities != own.municipalities || municipality.is_valid_on(on);
        if !was_valid || !may_ask {
            return Err(Contradiction::NoList { municipality, on });
        }
        Ok(())
    }
}
