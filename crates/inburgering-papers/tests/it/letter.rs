//! The letter: everything that an explanation says, in both languages, with the number that was asked for.

use inburgering::{Answer, Caseload, DossierText, Language, ListRules, ReplacementText, ResidenceText, UnreadableRows};
use inburgering_papers::letter;

use crate::delivering::{CLOSED, CONFLICT, DEAD, EVERYBODY, MOVED, NEW_NUMBER, OLD_NUMBER, REGISTERED, day, explain};
use crate::page::{assert_stands_alone, visible};
use Language::{Dutch, English};

/// Without regard to capitals, since a sentence of the core begins one here.
fn says(page: &str, sentence: &str) -> bool {
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    squeezed(page).contains(&squeezed(sentence))
}

#[test]
fn it_says_all_that_the_explanation_says() {
    for (number, on) in [
        (MOVED, "2026-02-10"),
        (CLOSED, "2026-02-10"),
        (REGISTERED, "2026-02-10"),
        (OLD_NUMBER, "2026-02-10"),
        (CONFLICT, "2026-02-10"),
        (DEAD, "2026-02-10"),
        (MOVED, "2025-08-31"),
    ] {
        for language in [Dutch, English] {
            let explanation = explain(number, on, language);
            let page = letter(&explanation);
            assert_stands_alone(&page, language.tag());
            let text = visible(&page);
            let mut sentences = vec![
                explanation.heading(),
                explanation.verdict(),
                explanation.since(),
                explanation.facts_heading(),
                explanation.timeline_heading().to_owned(),
            ];
            for reason in &explanation.answer.reasons {
                sentences.push(reason.sentence(language));
                sentences.push(reason.citation().sentence(language));
                sentences.extend(reason.citation().url().map(String::from));
            }
            for fact in &explanation.facts {
                sentences.push(format!("{} {}", fact.days(language), fact.event(language)));
            }
            assert!(!explanation.facts.is_empty() && !explanation.answer.reasons.is_empty());
            for period in explanation.timeline.periods() {
                let Answer { outcome, reasons, .. } = &period.answer;
                sentences.push(period.period.words(language));
                sentences.push(outcome.words(language));
                sentences.extend(reasons.iter().map(|reason| reason.sentence(language)));
            }
            for sentence in sentences {
                assert!(says(&text, &sentence), "{sentence}: {text}");
            }
        }
    }
}

#[test]
fn the_article_is_a_link() {
    let page = letter(&explain(MOVED, "2026-02-10", Dutch));
    let url = explain(MOVED, "2026-02-10", Dutch).answer.reasons[0].citation().url().unwrap();
    assert!(page.contains(&format!("<a href=\"{url}\">{url}</a>")));
    // Of an agreed working method, the page that it answers to is only to see beside it.
    for (language, label) in [(Dutch, "Zie ook"), (English, "See also")] {
        let page = letter(&explain(CLOSED, "2026-02-10", language));
        assert!(page.contains(&format!(". {label}: <a href=\"{url}\">{url}</a>")), "{page}");
    }
    // What no legal text settles can be read nowhere else; the legal basis of the lists is linked in every letter.
    let undetermined = explain(CONFLICT, "2026-02-10", Dutch);
    let basis = undetermined.legal_basis().unwrap().citation().url().unwrap();
    for explanation in [&undetermined, &explain(MOVED, "2026-02-10", Dutch)] {
        let links = letter(explanation).matches(&format!("<a href=\"{basis}\">{basis}</a>")).count();
        assert_eq!(links, 1);
    }
    assert_eq!(letter(&undetermined).matches("<a ").count(), 1);
}

#[test]
fn the_row_of_the_day_is_marked() {
    let marked = |on: &str| {
        let page = letter(&explain(MOVED, on, English));
        assert_eq!(page.matches("<tr class=\"asked\">").count(), 1, "{page}");
        let row = page.split_once("<tr class=\"asked\">").unwrap().1.split_once("</tr>").unwrap().0.to_owned();
        visible(&format!("<main>{row}")).split_whitespace().take(5).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(marked("2025-08-31"), "2 from 2025-02-03 to 2025-08-31,");
    assert_eq!(marked("2025-09-01"), "3 from 2025-09-01 on The");
}

#[test]
fn a_number_that_changed_stands_at_each_period() {
    let text = visible(&letter(&explain(NEW_NUMBER, "2026-02-10", English)));
    assert!(
        says(&text, &format!("Under number {OLD_NUMBER} .")) || says(&text, &format!("Under number {OLD_NUMBER}."))
    );
    assert!(!says(&visible(&letter(&explain(MOVED, "2026-02-10", English))), "Under number"));
}

#[test]
fn it_shows_the_number_that_was_asked_for_and_no_other() {
    let page = letter(&explain(MOVED, "2026-02-10", Dutch));
    for number in EVERYBODY {
        assert_eq!(page.contains(number), number == MOVED, "{number}");
    }
    // No line ends within it.
    assert!(page.contains(&format!("<h1>Uitleg over <span class=\"whole\">{MOVED}</span> op 10 februari 2026</h1>")));
}

#[test]
fn a_dossier_number_is_escaped() {
    let page = letter(&explain(NEW_NUMBER, "2026-02-10", Dutch));
    assert!(page.contains("D-4</span> &lt;b&gt;&amp;"));
    assert!(!page.contains("<b>"));
}

/// A number was replaced by two, which may be two persons'; the first one's dossier and residence are in Lokeren.
#[test]
fn it_shows_nothing_of_a_number_that_may_be_another_persons() {
    let mut rows = Caseload::builder();
    for (row, insz, dossier, registered_on) in [(2, MOVED, "D-1", "2025-01-06"), (3, CLOSED, "D-2", "2025-02-03")] {
        rows.read_dossier(row, &DossierText { dossier, insz, registered_on, ..DossierText::default() });
    }
    rows.read_residence(2, &ResidenceText { insz: CLOSED, municipality: "46029", ..ResidenceText::default() });
    for (row, insz_new) in [(2, NEW_NUMBER), (3, CLOSED)] {
        rows.read_replacement(row, &ReplacementText { insz_old: MOVED, insz_new, replaced_on: "2025-11-03" });
    }
    let placed = rows.build(UnreadableRows::Refused).unwrap().place(day("2026-02-10"), ListRules::default()).unwrap();
    for (asked, dossier) in [(MOVED, "D-1"), (NEW_NUMBER, "none"), (CLOSED, "D-2")] {
        for language in [Dutch, English] {
            let explanation = placed.explain(asked.parse().unwrap(), language).unwrap();
            let page = letter(&explanation);
            assert!(says(&visible(&page), explanation.left_out().unwrap()), "{page}");
            assert_eq!(page.contains("46029"), asked == CLOSED);
            for other in ["D-1", "D-2"] {
                assert_eq!(page.contains(other), other == dossier, "{page}");
            }
            for number in [MOVED, NEW_NUMBER, CLOSED] {
                for spelt in [number.to_owned(), number.replace(['.', '-'], "")] {
                    assert!(number == asked || !page.contains(&spelt), "{page}");
                }
            }
            assert!(page.contains(asked));
        }
    }
    assert!(explain(MOVED, "2026-02-10", Dutch).left_out().is_none());
}
