//! The picture of the timeline in a letter.

use inburgering::Language;
use inburgering_papers::letter;

use crate::delivering::{CLOSED, CONFLICT, MOVED, OLD_NUMBER, explain};

fn picture(number: &str, on: &str) -> String {
    let page = letter(&explain(number, on, Language::Dutch));
    page.split_once("<svg").unwrap().1.split_once("</svg>").unwrap().0.to_owned()
}

/// The numbers that stand after `name=` in every element that begins so.
fn lengths(picture: &str, element: &str, name: &str) -> Vec<f64> {
    let elements = picture.split(element).skip(1).map(|rest| rest.split('>').next().unwrap());
    let length = |attributes: &str| {
        let rest = attributes.split_once(&format!("{name}=\""))?.1;
        rest.split('"').next()?.parse().ok()
    };
    elements.filter_map(length).collect()
}

/// Where the pieces of the bar begin, and how wide they are.
fn pieces(picture: &str) -> Vec<(f64, f64)> {
    let bar = picture.split_once("<g ").unwrap().1.split_once("</g>").unwrap().0.to_owned();
    lengths(&bar, "<rect", "x").into_iter().zip(lengths(&bar, "<rect", "width")).collect()
}

#[test]
fn a_piece_for_each_period_side_by_side_and_in_scale() {
    for (number, periods) in [(MOVED, 3), (CLOSED, 3), (CONFLICT, 2), (OLD_NUMBER, 3)] {
        let pieces = pieces(&picture(number, "2026-02-10"));
        assert_eq!(pieces.len(), periods, "{number}");
        for pair in pieces.windows(2) {
            assert!((pair[0].0 + pair[0].1 + 3.0 - pair[1].0).abs() < 0.11, "{pieces:?}");
        }
        assert_eq!(pieces[0].0, 6.0);
        let (last, width) = pieces[pieces.len() - 1];
        assert!((last + width - 706.0).abs() < 0.11);
    }
    // 6 January to 3 February, and on to 1 September: 28 and 210 days.
    let moved = pieces(&picture(MOVED, "2026-02-10"));
    assert!(((moved[1].1 + 3.0) / (moved[0].1 + 3.0) - 7.5).abs() < 0.05, "{moved:?}");
}

#[test]
fn the_day_that_was_asked_about_is_marked_within_its_piece() {
    for (on, at) in [("2025-01-06", 0), ("2025-02-02", 0), ("2025-02-03", 1), ("2025-08-31", 1), ("2025-09-01", 2)] {
        let picture = picture(MOVED, on);
        let line = picture.split_once("V104").unwrap().0.rsplit_once('M').unwrap().1;
        let x: f64 = line.split(' ').next().unwrap().parse().unwrap();
        let (from, width) = pieces(&picture)[at];
        assert!(from - 0.06 <= x && x < from + width + 3.0, "{on}: {x} in {from} + {width}");
    }
    assert!(picture(MOVED, "2025-08-31").contains("31 augustus 2025"));
}

#[test]
fn it_is_told_to_who_cannot_see_it() {
    let picture = picture(MOVED, "2026-02-10");
    assert!(picture.starts_with(" role=\"img\""));
    assert!(picture.contains("<title id=\"picture-title\">Het antwoord door de tijd"));
    assert!(picture.contains("<desc id=\"picture-text\">"));
}

#[test]
fn numbers_stand_over_the_bar_in_order_and_never_over_each_other() {
    for number in [MOVED, CLOSED, CONFLICT, OLD_NUMBER] {
        let picture = picture(number, "2026-02-10");
        let numbers = picture.split("<text ").filter(|text| text.contains("y=\"42\""));
        let places: Vec<f64> = numbers.map(|text| text.split('"').nth(1).unwrap().parse().unwrap()).collect();
        assert!(!places.is_empty());
        assert!(places.windows(2).all(|pair| pair[1] - pair[0] > 19.8), "{places:?}");
        assert!(places.iter().all(|&place| (6.0..=706.0).contains(&place)), "{places:?}");
    }
}
