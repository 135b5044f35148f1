//! Synthetic protocols and requests.

use std::fs;

use inburgering_examples::synthetic::{ledger, write_ledger};

#[test]
fn the_same_seed_gives_the_same_protocols_and_requests() {
    let [one, again, other] = [5, 5, 6].map(|seed| {
        let directory = tempfile::tempdir().unwrap();
        write_ledger(&ledger(seed), directory.path()).unwrap();
        ["protocols.json", "requests.json"].map(|name| fs::read(directory.path().join(name)).unwrap())
    });
    assert_eq!(one, again);
    assert_ne!(one, other);
}
