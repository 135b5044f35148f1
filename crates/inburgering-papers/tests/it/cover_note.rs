//! The cover note as a page: the words of the text, and nothing of a caller's that is not escaped.

use inburgering::CoverNote;
use inburgering_papers::cover_note;

use crate::delivering::Exchange;
use crate::page::{assert_stands_alone, visible};

/// The letters, digits and signs of a text, in their order.
fn words(text: &str) -> Vec<String> {
    let parts = text.split_whitespace().map(|word| word.trim_matches([':', '.', '-']).to_owned());
    parts.filter(|word| !word.is_empty()).collect()
}

fn note() -> CoverNote {
    Exchange::gent().deliver().cover_note
}

#[test]
fn it_says_word_for_word_what_the_text_says() {
    let note = note();
    assert!(!note.notices.is_empty(), "Gent has a city agency");
    assert_eq!(words(&visible(&cover_note(&note))), words(&note.to_string()));
    let mut silent = note;
    silent.notices.clear();
    let page = cover_note(&silent);
    assert_eq!(words(&visible(&page)), words(&silent.to_string()));
    assert!(!page.contains("<ul"), "no empty list");
}

#[test]
fn it_is_a_page_in_dutch_with_headings_and_a_table_with_headers() {
    let page = cover_note(&note());
    assert_stands_alone(&page, "nl");
    assert_eq!(page.matches("<h1 ").count(), 1);
    assert_eq!(page.matches("<h2>").count(), 2);
    assert_eq!(page.matches("<th scope=\"row\">").count(), note().details().len());
    assert!(page.contains("<tr><th scope=\"row\">Te bewaren tot en met</th><td>9 februari 2027</td></tr>"));
}

#[test]
fn what_a_caller_wrote_is_escaped() {
    let mut exchange = Exchange::gent();
    exchange.protocol = "P-1 <script>alert(1)</script> & \"co\"";
    exchange.request = Some("<img src=x onerror=alert(1)>");
    let page = cover_note(&exchange.deliver().cover_note);
    assert_stands_alone(&page, "nl");
    assert!(page.contains("P-1 &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot;"));
    assert!(page.contains("&lt;img src=x onerror=alert(1)&gt;"));
}
