//! No register number in the log, in any `Debug` or in any error.

use std::fs;

use inburgering::Insz;
use inburgering_archive::{Settlement, disclosures_of, recall_all};

use crate::recalls::{original, other_key, three};
use crate::samples::{ANNA, Facts, NUMBERS, Place, Sample, caseload, day, key, noon, protocols};

/// No number in any form: dotted, compact, or as the bytes of an integer of either order.
fn assert_no_number(bytes: &[u8], what: &str) {
    for number in NUMBERS {
        let insz: Insz = number.parse().unwrap();
        let integer: u64 = insz.compact().to_string().parse().unwrap();
        let (big, little) = (integer.to_be_bytes(), integer.to_le_bytes());
        // SQLite keeps integers of this size in six bytes.
        for form in [number.as_bytes(), insz.compact().to_string().as_bytes(), &big[2..], &little[..6]] {
            assert!(!bytes.windows(form.len()).any(|window| window == form), "{what}");
        }
    }
}

/// The same three, and the notices on two of them.
fn noticed() -> Place {
    let place = three();
    let keys = [key(), other_key()];
    let recalls = recall_all(&place.log(), original, &caseload(Facts::Corrected), &keys).unwrap();
    let archive = place.archive().with_old_keys([other_key()]);
    let sample = Sample::gent();
    let settlement = Settlement { at: noon(day("2026-03-02")), ..sample.settlement() };
    for wrong in recalls.to_notify() {
        let notified = archive.notify(wrong, &protocols(&["44021", "31005"]), settlement).unwrap();
        assert_no_number(format!("{notified:?}").as_bytes(), "a Debug");
        assert!(NUMBERS.iter().any(|number| notified.notice.to_string().contains(number)));
    }
    place
}

#[test]
fn no_register_number_is_in_any_byte_of_the_log() {
    let place = noticed();
    assert_eq!(place.log().entries().unwrap().len(), 8);
    let bytes = fs::read(place.log_path()).unwrap();
    assert!(bytes.windows(6).any(|window| window == b"44021\""), "it is the log that is read");
    assert_no_number(&bytes, "the log");
    // The list beside it has them: the search can find one.
    let list = fs::read(place.folder().join("A-1").join("list.csv")).unwrap();
    assert!(std::panic::catch_unwind(|| assert_no_number(&list, "the list")).is_err());
}

#[test]
fn nothing_shows_a_number_but_the_papers() {
    let place = three();
    let keys = [key(), other_key()];
    let log = place.log();
    let recalls = recall_all(&log, original, &caseload(Facts::Corrected), &keys).unwrap();
    let disclosures = disclosures_of(&[ANNA.parse().unwrap()], &log, original, &keys).unwrap();
    let shown = [
        format!("{:?}", log.entries()),
        format!("{:?}", log.deliveries()),
        format!("{:?}", log.verify(&keys, None)),
        format!("{recalls:?}"),
        format!("{disclosures:?}"),
        format!("{:?}", disclosures.letter()),
        format!("{:#?}", disclosures.disclosed),
    ];
    for shown in shown {
        assert_no_number(shown.as_bytes(), "a Debug");
    }
    assert!(disclosures.letter().to_string().contains(ANNA));
    assert!(recalls.to_string().contains(ANNA));
}
