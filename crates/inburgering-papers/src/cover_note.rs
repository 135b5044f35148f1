//! The cover note (*begeleidende nota*) as a page: the words of the note, laid out as a letter.

use inburgering::{CoverNote, Language, Notice};
use maud::html;

use crate::page;

/// The cover note as an HTML page in Dutch, word for word as its text.
pub fn cover_note(note: &CoverNote) -> String {
    let body = html! {
        h1 #note { (CoverNote::HEADING) }
        table.details aria-labelledby="note" {
            tbody {
                @for (name, detail) in note.details() {
                    tr { th scope="row" { (name) } td { (detail) } }
                }
            }
        }
        p { (CoverNote::USE) }
        h2 { (CoverNote::WARNING_HEADING) }
        p { (note.warning()) }
        @if !note.notices.is_empty() {
            h2 { (CoverNote::NOTICES_HEADING) }
            ul.sentences {
                @for notice in note.notices.iter().map(Notice::dutch) { li { (notice) } }
            }
        }
    };
    page(CoverNote::HEADING, Language::Dutch, &body)
}
