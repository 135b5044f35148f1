//! The handover of a list: who delivers it and when, and the granted request that it rests on.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::disclosure::digest::DigestKey;
use crate::{Assessment, LegalBasis, Municipality, Operator, Placed, Protocol};

/// Who delivers, at what instant, and under which key the digests are made.
#[derive(Debug, Clone, Copy)]
pub struct Handover<'a> {
    /// Who delivers: the caller's opaque text.
    pub operator: &'a Operator,
    /// The instant of delivery; its own date is the day of delivery.
    pub delivered_at: DateTime<FixedOffset>,
    /// The key of the digests.
    pub key: &'a DigestKey,
}

impl Handover<'_> {
    /// The day of the instant, by its own offset.
    ///
    /// NOTE: an instant at the end of time has no date of its own; that of the last day there is stands in for it.
    pub fn day(&self) -> NaiveDate {
        day_of(self.delivered_at)
    }
}

/// The day of an instant, by its own offset.
pub(crate) fn day_of(instant: DateTime<FixedOffset>) -> NaiveDate {
    let local = instant.naive_utc().checked_add_offset(*instant.offset());
    local.map_or(NaiveDate::MAX, |instant| instant.date())
}

/// A request that was granted on the day of delivery, with what it rests on.
pub(crate) struct Granted<'a> {
    pub(crate) assessment: &'a Assessment,
    pub(crate) protocol: &'a Protocol,
    pub(crate) legal_basis: LegalBasis,
    pub(crate) placed: &'a Placed,
}

impl Granted<'_> {
    /// The municipality that gets the list: the one that acts on the day of delivery.
    pub(crate) const fn municipality(&self) -> Municipality {
        self.assessment.municipality()
    }

    /// The last day on which the list may be kept.
    pub(crate) fn kept_until(&self) -> NaiveDate {
        self.protocol.last_day_kept(self.placed.on())
    }
}
