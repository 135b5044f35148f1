//! The archived inputs of deliveries (*oorspronkelijke gegevens*), found and checked by the digests of the receipts.

use std::collections::BTreeMap;

use inburgering::{Caseload, Digest, DigestKey, KeyId, OutsideHorizon, Placed, RecallError};

use crate::entry::LoggedDelivery;

/// Why of a delivery it cannot be told whom its list held.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Untold {
    /// Nobody has its inputs any more.
    #[error("the inputs of the delivery were not given; keep those of every delivery")]
    NoOriginal,
    /// The key of its receipt was not given.
    #[error("its receipt was made under key `{key}`, which was not given; give that key too")]
    KeyNotGiven {
        /// The id of the key.
        key: KeyId,
    },
    /// The inputs that were given are not those of the delivery.
    #[error(transparent)]
    OtherOriginal(#[from] RecallError),
    /// The day of the delivery lies outside the horizon.
    #[error(transparent)]
    Day(#[from] OutsideHorizon),
}

impl Untold {
    /// The stable code, in `snake_case`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoOriginal => "no_original",
            Self::KeyNotGiven { .. } => "key_not_given",
            Self::OtherOriginal(_) => "other_original",
            Self::Day(_) => "day",
        }
    }

    /// The Dutch words.
    pub const fn dutch(&self) -> &'static str {
        match self {
            Self::NoOriginal => "de gegevens van toen zijn er niet meer",
            Self::KeyNotGiven { .. } => "de sleutel van toen ontbreekt, zodat de gegevens niet te controleren zijn",
            Self::OtherOriginal(_) => "de bewaarde gegevens zijn niet meer die van toen",
            Self::Day(_) => "de dag van de mededeling valt buiten de dagen waarvoor dit te berekenen is",
        }
    }
}

/// What leads from a delivery to the caseload that it was made from.
pub(crate) trait Originals: FnMut(&LoggedDelivery) -> Option<Caseload> {}

impl<F: FnMut(&LoggedDelivery) -> Option<Caseload>> Originals for F {}

/// The key with this id.
fn key<'a>(keys: &'a [DigestKey], id: &KeyId) -> Result<&'a DigestKey, Untold> {
    keys.iter().find(|key| key.id() == id).ok_or_else(|| Untold::KeyNotGiven { key: id.clone() })
}

/// Does the work for each delivery with the persons placed by its original inputs, and gives what came of it, in the
/// order of the deliveries.
///
/// Deliveries from the same inputs come one after the other, and their caseload is asked for once; no other is kept
/// meanwhile.
pub(crate) fn with_each<T>(
    deliveries: &[LoggedDelivery],
    keys: &[DigestKey],
    originals: &mut impl Originals,
    mut work: impl FnMut(&LoggedDelivery, Result<&Placed, Untold>) -> T,
) -> Vec<T> {
    let mut by_inputs: BTreeMap<Vec<String>, Vec<(usize, &LoggedDelivery)>> = BTreeMap::new();
    for (at, delivery) in deliveries.iter().enumerate() {
        let digests = &delivery.receipt.digests;
        // The list follows from the inputs, and is checked with them.
        let inputs = [digests.dossiers, digests.residences, digests.deaths, digests.replacements, digests.set_aside];
        let name = std::iter::once(digests.key.to_string()).chain(inputs.iter().map(Digest::to_string)).collect();
        by_inputs.entry(name).or_default().push((at, delivery));
    }
    let mut found = Vec::with_capacity(deliveries.len());
    for group in by_inputs.into_values() {
        let mut right: Option<Caseload> = None;
        for (at, delivery) in group {
            let placed = match key(keys, &delivery.receipt.digests.key) {
                Ok(key) => match right.clone().or_else(|| originals(delivery)) {
                    Some(caseload) => checked(delivery, &caseload, key),
                    None => Err(Untold::NoOriginal),
                },
                Err(untold) => Err(untold),
            };
            if let Ok(placed) = &placed {
                right = Some(placed.caseload().clone());
            }
            found.push((at, work(delivery, placed.as_ref().map_err(Clone::clone))));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, found)| found).collect()
}

/// The persons placed as for the delivery, if these are its inputs.
fn checked(delivery: &LoggedDelivery, caseload: &Caseload, key: &DigestKey) -> Result<Placed, Untold> {
    let receipt = &delivery.receipt;
    let placed = caseload.place(receipt.on, receipt.options.rules())?;
    receipt.check_original(&placed, key)?;
    Ok(placed)
}
