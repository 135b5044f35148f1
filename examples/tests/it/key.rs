//! The key file.

use std::fs;

use crate::place::{Place, SMALL_DAYS, cases};

#[test]
fn a_key_is_raw_or_hexadecimal() {
    let (raw, hexadecimal) = (Place::new(), Place::new());
    fs::write(hexadecimal.key(), "07".repeat(32) + "\n").unwrap();
    for place in [&raw, &hexadecimal] {
        place.exchange(&cases("small"), &SMALL_DAYS).unwrap();
    }
    let receipts = [&raw, &hexadecimal].map(|place| fs::read(place.out().join("A-11-GENT/receipt.json")).unwrap());
    assert_eq!(receipts[0], receipts[1]);

    fs::write(raw.key(), [7; 31]).unwrap();
    fs::remove_file(hexadecimal.key()).unwrap();
    for place in [&raw, &hexadecimal] {
        fs::remove_dir_all(place.out()).unwrap();
    }
    let errors = [&raw, &hexadecimal]
        .map(|place| place.neutral(&place.exchange(&cases("small"), &SMALL_DAYS).unwrap_err().to_string()));
    insta::assert_snapshot!(errors.join("\n"), @"
    the key file /test.key: a key has at least 32 random bytes; 31 were given; receipts name the key by the name of its file, without the extension
    the key file /test.key cannot be read (No such file or directory (os error 2)); make one with `head -c 32 /dev/urandom > /test.key`, keep it apart from everything that is published, and keep it as long as the receipts
    ");
}
