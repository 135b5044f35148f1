//! The frame of every page: one HTML file that stands alone, in the look of a public service's letter.

use inburgering::Language;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The style sheet of every page: its colours (as custom properties), its fonts, and how it is printed on A4.
///
/// Text has a contrast of at least 4.5 to 1 with what is behind it (WCAG 2.2, level AA).
pub const STYLE: &str = include_str!("page.css");

/// What a page may load: nothing but the style sheet that stands in it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The page with this body: a whole HTML file in UTF-8, without script and without anything to fetch.
///
/// The title is for the browser's tab; the body begins with its own `h1`.
///
/// ```
/// use inburgering::Language;
/// use inburgering_papers::{maud::html, page};
///
/// let page = page("Nota", Language::Dutch, &html! { h1 { "Nota" } p { "Cijfers < 5 staan er niet in." } });
/// assert!(page.starts_with("<!DOCTYPE html><html lang=\"nl\">"));
/// assert!(page.contains("Cijfers &lt; 5"));
/// ```
pub fn page(title: &str, language: Language, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(language.tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body { main { (body) } }
        }
    };
    page.into_string() + "\n"
}
