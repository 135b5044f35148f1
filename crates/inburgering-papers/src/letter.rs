//! The explanation of one person's answer as a letter: what was asked, the answer, why, since when, on which facts.

use inburgering::{Answer, Citation, Explanation, Language};
use maud::{Markup, html};

use crate::page;
use crate::timeline_picture::timeline_picture;

/// The explanation as an HTML page in its language, with the person's timeline as a picture and as a table.
///
/// It was asked for, so it shows the register number.
pub fn letter(explanation: &Explanation) -> String {
    let words = Words::of(explanation.language);
    let heading = explanation.heading();
    let body = html! {
        h1 { (whole_words(&heading)) }
        div.answer {
            p { strong { (words.answer) ":" } " " (explanation.verdict()) }
            p {
                @for (name, word) in explanation.answer.flags.words(explanation.language) { (name) ": " (word) "." br; }
            }
        }
        p { (whole_words(&explanation.since())) }
        h2 { (words.reasons) }
        (reasons(explanation, words))
        h2 #facts { (whole_words(&explanation.facts_heading())) }
        (facts(explanation, words))
        @if let Some(sentence) = explanation.left_out() { p { (sentence) } }
        h2 #timeline { (explanation.timeline_heading()) }
        (timeline_picture(&explanation.timeline, explanation.on, explanation.language))
        (timeline(explanation, words))
    };
    page(&heading, explanation.language, &body)
}

/// Each reason with its source, and where that can be read.
fn reasons(explanation: &Explanation, words: &Words) -> Markup {
    let language = explanation.language;
    html! {
        ul {
            @for reason in &explanation.answer.reasons {
                @let citation = reason.citation();
                li {
                    (capitalized(&reason.sentence(language))) "."
                    div.quiet { (words.source) ": " (citation.sentence(language)) "." (link(citation, language)) }
                }
            }
        }
        p.quiet {
            (whole_words(&explanation.legal_basis_sentence()))
            @if let Some(basis) = explanation.legal_basis() { (link(basis.citation(), language)) }
        }
    }
}

/// Where a source can be read, if it can.
fn link(citation: Citation, language: Language) -> Markup {
    html! {
        @if let Some(url) = citation.url() { " " (citation.url_label(language)) ": " a href=(url) { (url) } }
    }
}

/// The facts with their days.
fn facts(explanation: &Explanation, words: &Words) -> Markup {
    let language = explanation.language;
    if explanation.facts.is_empty() {
        return html! { p { (capitalized(explanation.no_facts())) "." } };
    }
    html! {
        table.details aria-labelledby="facts" {
            thead { tr { th scope="col" { (words.day) } th scope="col" { (words.fact) } } }
            tbody {
                @for fact in &explanation.facts {
                    tr { th scope="row" { (whole_words(&fact.days(language))) } td { (whole_words(&fact.event(language))) } }
                }
            }
        }
    }
}

/// The timeline as a table: the numbers of its rows are those in the picture.
fn timeline(explanation: &Explanation, words: &Words) -> Markup {
    let (language, timeline) = (explanation.language, &explanation.timeline);
    html! {
        table.periods aria-labelledby="timeline" {
            thead {
                tr {
                    th scope="col" { (words.number) }
                    th scope="col" { (words.days) }
                    th scope="col" { (words.answer_and_reason) }
                }
            }
            tbody {
                @for (number, period) in (1..).zip(timeline.periods()) {
                    @let Answer { number: insz, outcome, flags, reasons, .. } = &period.answer;
                    @let [contract, attest] = flags.words(language).map(|(_, word)| word);
                    @let asked = period.period.contains(explanation.on);
                    tr.asked[asked] {
                        th scope="row" { (number) }
                        td {
                            (whole_words(&period.period.words(language)))
                            @if asked { div.quiet { (words.asked) } }
                        }
                        td {
                            strong { (capitalized(&outcome.words(language))) }
                            div { (words.contract) ": " (contract) ". " (words.attest) ": " (attest) "." }
                            @for reason in reasons { div.quiet { (capitalized(&reason.sentence(language))) "." } }
                            @if timeline.has_several_numbers() { div.quiet { (words.under) " " (insz) "." } }
                        }
                    }
                }
            }
        }
    }
}

/// The text, in which no number or day written with hyphens is broken at the end of a line.
fn whole_words(text: &str) -> Markup {
    let is_hyphened = |word: &str| word.contains('-') && word.contains(|c: char| c.is_ascii_digit());
    html! {
        @for word in text.split_inclusive(' ') {
            @if is_hyphened(word) { span.whole { (word.trim_end()) } @if word.ends_with(' ') { " " } } @else { (word) }
        }
    }
}

/// A text with a capital letter in front.
fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The words of a letter that the core does not have.
struct Words {
    answer: &'static str,
    reasons: &'static str,
    source: &'static str,
    day: &'static str,
    fact: &'static str,
    number: &'static str,
    days: &'static str,
    answer_and_reason: &'static str,
    contract: &'static str,
    attest: &'static str,
    asked: &'static str,
    under: &'static str,
}

impl Words {
    const fn of(language: Language) -> &'static Self {
        match language {
            Language::Dutch => &Self {
                answer: "Antwoord",
                reasons: "Waarom",
                source: "Bron",
                day: "Dag",
                fact: "Wat er geregistreerd is",
                number: "Nr.",
                days: "Dagen",
                answer_and_reason: "Antwoord en reden",
                contract: "Contract",
                attest: "Attest",
                asked: "Hierin valt de dag waarover u vraagt",
                under: "Onder nummer",
            },
            Language::English => &Self {
                answer: "Answer",
                reasons: "Why",
                source: "Source",
                day: "Day",
                fact: "What is recorded",
                number: "No.",
                days: "Days",
                answer_and_reason: "Answer and reason",
                contract: "Contract",
                attest: "Certificate",
                asked: "The day you ask about falls within these days",
                under: "Under number",
            },
        }
    }
}
