//! Tests of `period`: its last day, and its words.

use chrono::NaiveDate;
use inburgering::{Language, Period};

use crate::books::day;

fn period(from: &str, until: &str) -> Period {
    let bound = |text: &str| (!text.is_empty()).then(|| day(text));
    Period::new(bound(from), bound(until))
}

#[test]
fn the_last_day_is_the_one_before_the_end() {
    assert_eq!(period("2025-02-03", "2025-03-01").last(), Some(day("2025-02-28")));
    assert_eq!(period("2025-02-03", "").last(), None);
    assert_eq!(Period::new(None, Some(NaiveDate::MIN)).last(), None);
}

#[test]
fn its_words_in_both_languages() {
    for (from, until, dutch, english) in [
        (
            "2025-02-03",
            "2025-09-01",
            "van 3 februari 2025 tot en met 31 augustus 2025",
            "from 2025-02-03 to 2025-08-31, that day included",
        ),
        ("2025-02-03", "2025-02-04", "alleen op 3 februari 2025", "on 2025-02-03 only"),
        (
            "2025-02-03",
            "2025-02-05",
            "van 3 februari 2025 tot en met 4 februari 2025",
            "from 2025-02-03 to 2025-02-04, that day included",
        ),
        ("2025-02-03", "", "vanaf 3 februari 2025", "from 2025-02-03 on"),
        ("", "2025-02-03", "tot en met 2 februari 2025", "to 2025-02-02, that day included"),
        ("", "", "altijd", "always"),
    ] {
        assert_eq!(period(from, until).words(Language::Dutch), dutch);
        assert_eq!(period(from, until).words(Language::English), english);
    }
}
