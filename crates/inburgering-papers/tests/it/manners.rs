//! No public type that holds a register number shows one by accident.

use inburgering_papers::files;

use crate::delivering::{EVERYBODY, Exchange};

#[test]
fn files_show_no_number_nor_a_byte_of_one() {
    let files = files(&Exchange::gent().deliver()).unwrap();
    for text in [format!("{files:?}"), format!("{files:#?}"), format!("{files:x?}")] {
        for number in EVERYBODY {
            assert!(!text.contains(number));
        }
        assert!(!text.contains("56, 53, 46"), "bytes of a number");
        assert!(text.len() < 1_000, "{text}");
    }
    insta::assert_snapshot!(format!("{:?}", files[4]).split("len").next().unwrap(), @r#"File { name: "receipt.json", recipient: Agency,"#);
}
