//! The frame of every page: that it stands alone, and that its colours can be read.

use inburgering::Language;
use inburgering_papers::maud::html;
use inburgering_papers::page;

/// The visible text of a page, tags and style sheet left out.
pub(crate) fn visible(page: &str) -> String {
    let body = page.split_once("<main>").unwrap().1;
    let mut text = String::new();
    for part in body.split('<') {
        text.push(' ');
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    let unescaped = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    unescaped.replace("&amp;", "&")
}

/// No script, nothing to fetch, its language named, one `h1`, every id once, every reference to an id met.
#[track_caller]
pub(crate) fn assert_stands_alone(page: &str, language: &str) {
    assert!(page.starts_with(&format!("<!DOCTYPE html><html lang=\"{language}\"><head><meta charset=\"utf-8\">")));
    assert!(page.ends_with("</main></body></html>\n"));
    for trace in [
        "<script", "<link", "<img", "<iframe", "<object", " src=", "@import", "url(http", "url(//", " onerror",
        " style=",
    ] {
        let found = page.replace("&lt;img src=x onerror=alert(1)&gt;", "");
        assert!(!found.contains(trace), "{trace}");
    }
    assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""));
    assert_eq!(page.matches("<h1").count(), 1);
    let ids: Vec<_> = page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    for (at, id) in ids.iter().enumerate() {
        assert!(!ids[..at].contains(id), "{id} twice");
    }
    for referred in page.split("aria-labelledby=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(referred.split(' ').all(|id| ids.contains(&id)), "no {referred}");
    }
    let links = page.matches("<a ").count();
    assert_eq!(links, page.matches("<a href=\"https://").count());
}

#[test]
fn a_page_names_its_language_and_escapes_its_title() {
    for (language, tag) in [(Language::Dutch, "nl"), (Language::English, "en")] {
        let page = page("a < b & \"c\"", language, &html! { h1 { "x" } });
        assert_stands_alone(&page, tag);
        assert!(page.contains("<title>a &lt; b &amp; &quot;c&quot;</title>"));
    }
}

/// The relative luminance of a colour `#rrggbb` (WCAG 2.2).
fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

#[test]
fn its_colours_have_the_contrast_of_wcag_aa() {
    let colour = |name: &str| {
        let rest = page::STYLE.split_once(&format!("--{name}: ")).unwrap().1;
        rest.split(';').next().unwrap()
    };
    let contrast = |one: &str, other: &str| {
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    };
    for text in ["ink", "quiet", "accent", "mark"] {
        for ground in ["#ffffff", colour("soft")] {
            let found = contrast(colour(text), ground);
            assert!(found >= 4.5, "{text} on {ground}: {found:.2}");
        }
    }
    assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.01, "the measure itself");
}
