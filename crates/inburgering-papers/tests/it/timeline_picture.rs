//! The picture of the timeline in a letter.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use inburgering::{Caseload, DossierText, Language, ListRules, Outcome, ResidenceText, UnreadableRows};
use inburgering_papers::letter;

use crate::delivering::{CLOSED, CONFLICT, DEAD, MOVED, OLD_NUMBER, day, explain};

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

/// A piece is filled as the legend says of its answer.
#[test]
fn each_piece_is_filled_as_the_legend_says() {
    let mut seen = BTreeSet::new();
    for (number, on) in [(MOVED, "2026-02-10"), (CONFLICT, "2026-02-10"), (DEAD, "2026-02-10"), (CLOSED, "2026-02-10")]
    {
        let explanation = explain(number, on, Language::Dutch);
        let page = letter(&explanation);
        for svg in page.split("<svg").skip(1).map(|rest| rest.split_once("</svg>").unwrap().0) {
            let rects: Vec<&str> = svg.split("<rect ").skip(1).map(|rest| rest.split('>').next().unwrap()).collect();
            let fill = |rect: &&str| attribute("fill", &format!(" {rect}"), "").unwrap().to_owned();
            let swatches: Vec<String> = rects.iter().filter(|rect| rect.contains("width=\"16\"")).map(fill).collect();
            let pieces: Vec<String> = rects.iter().filter(|rect| rect.contains("height=\"34\"")).map(fill).collect();
            let [eligible, not_eligible, undetermined] = swatches.try_into().unwrap();
            assert_eq!(BTreeSet::from([&eligible, &not_eligible, &undetermined]).len(), 3);
            let expected = explanation.timeline.periods().iter().map(|period| match period.answer.outcome {
                Outcome::Eligible { .. } => &eligible,
                Outcome::NotEligible => &not_eligible,
                Outcome::Undetermined => &undetermined,
            });
            assert_eq!(pieces.iter().collect::<Vec<_>>(), expected.collect::<Vec<_>>(), "{number}");
            seen.extend(explanation.timeline.periods().iter().map(|period| period.answer.outcome.as_str()));
        }
    }
    assert_eq!(seen.len(), 3);
}

#[test]
fn the_day_that_was_asked_about_is_marked_within_its_piece() {
    for (on, at) in [("2025-01-06", 0), ("2025-02-02", 0), ("2025-02-03", 1), ("2025-08-31", 1), ("2025-09-01", 2)] {
        let picture = picture(MOVED, on);
        let arrowhead = picture.split_once(" 57l-5 -10h10z").unwrap().0.rsplit_once('M').unwrap().1;
        let x: f64 = arrowhead.parse().unwrap();
        let (from, width) = pieces(&picture)[at];
        assert!(from - 0.06 <= x && x < from + width + 3.0, "{on}: {x} in {from} + {width}");
    }
    assert!(picture(MOVED, "2025-08-31").contains("31 augustus 2025"));
}

#[test]
fn it_is_told_to_who_cannot_see_it() {
    let picture = picture(MOVED, "2026-02-10");
    assert!(picture.starts_with(" class=\"wide\" role=\"img\""));
    assert!(picture.contains("<title id=\"wide-title\">Het antwoord door de tijd"));
    assert!(picture.contains("<desc id=\"wide-text\">"));
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

/// A box of a text or a line: left, right, upper and lower side.
#[derive(Debug, Clone, Copy)]
struct Extent([f64; 4]);

impl Extent {
    fn meets(self, other: Self) -> bool {
        let (Self([left, right, top, bottom]), Self([l, r, t, b])) = (self, other);
        left < r && l < right && top < b && t < bottom
    }
}

/// The attribute of an element, or that of the group around it.
fn attribute<'a>(name: &str, element: &'a str, group: &'a str) -> Option<&'a str> {
    let of = |text: &'a str| Some(text.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0);
    of(element).or_else(|| of(group))
}

/// Where a path goes, half its stroke around it; of the commands that the picture has.
fn path(commands: &str, stroke: f64) -> Extent {
    let (mut x, mut y, mut xs, mut ys) = (0.0, 0.0, vec![], vec![]);
    let mut rest = commands;
    while let Some(command) = rest.chars().next() {
        let end = rest[1..].find(|c: char| c.is_ascii_alphabetic()).map_or(rest.len(), |end| end + 1);
        let numbers: Vec<f64> = rest[1..end].split_whitespace().map(|number| number.parse().unwrap()).collect();
        match (command, numbers.as_slice()) {
            ('M', &[to_x, to_y]) => (x, y) = (to_x, to_y),
            ('m' | 'l', steps) => steps.chunks(2).for_each(|step| {
                (x, y) = (x + step[0], y + step[1]);
                xs.push(x);
                ys.push(y);
            }),
            ('L', &[to_x, to_y]) => (x, y) = (to_x, to_y),
            ('H', &[to]) => x = to,
            ('h', &[by]) => x += by,
            ('V', &[to]) => y = to,
            ('v', &[by]) => y += by,
            ('z', &[]) => {}
            _ => panic!("{commands}"),
        }
        xs.push(x);
        ys.push(y);
        rest = &rest[end..];
    }
    let side = |of: &[f64], pick: fn(f64, f64) -> f64| of.iter().copied().reduce(pick).unwrap();
    let half = stroke / 2.0;
    Extent([
        side(&xs, f64::min) - half,
        side(&xs, f64::max) + half,
        side(&ys, f64::min) - half,
        side(&ys, f64::max) + half,
    ])
}

/// How wide the letters from blank to tilde are in DejaVu Sans, which is as wide as Verdana: thousandths of an em.
const ADVANCES: [u16; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
    748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
    615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
    337, 636, 838,
];

/// How wide a text is in that font; bold is an eighth wider.
fn width(text: &str, size: f64, is_bold: bool) -> f64 {
    let of = |letter| {
        u32::from(letter)
            .checked_sub(32)
            .and_then(|at| ADVANCES.get(at as usize))
            .map_or(0.8, |&of| f64::from(of) / 1000.0)
    };
    text.chars().map(of).sum::<f64>() * size * if is_bold { 1.13 } else { 1.0 }
}

/// The texts of a drawing, each as large as it can be, and its lines and arrowheads.
fn texts_and_lines(svg: &str) -> [Vec<(String, Extent)>; 2] {
    let (mut group, mut texts, mut lines) = ("", vec![], vec![]);
    for element in svg.split('<') {
        let (tag, content) = element.split_once('>').unwrap_or((element, ""));
        let number = |name: &str| attribute(name, tag, group).map(|text| text.parse::<f64>().unwrap());
        if tag.starts_with("g ") {
            group = tag;
        } else if tag == "/g" {
            group = "";
        } else if tag.starts_with("text ") {
            let (x, y, size) = (number("x").unwrap(), number("y").unwrap(), number("font-size").unwrap());
            let width = width(content, size, attribute("font-weight", tag, group).is_some());
            let left = match attribute("text-anchor", tag, group) {
                Some("middle") => x - width / 2.0,
                Some("end") => x - width,
                _ => x,
            };
            texts.push((content.to_owned(), Extent([left, left + width, y - 0.8 * size, y + 0.25 * size])));
        } else if tag.starts_with("path ") {
            let commands = attribute("d", tag, "").unwrap();
            lines.push((commands.to_owned(), path(commands, number("stroke-width").unwrap_or(1.0))));
        }
    }
    [texts, lines]
}

/// Registered in Gent, and moved to Antwerpen.
fn moved(registered_on: &str, moved_on: &str) -> Caseload {
    let mut rows = Caseload::builder();
    let insz = MOVED;
    rows.read_dossier(2, &DossierText { dossier: "D-1", insz, registered_on, ..DossierText::default() });
    for (row, municipality, valid_from, valid_until) in
        [(2, "44021", registered_on, moved_on), (3, "11002", moved_on, "")]
    {
        rows.read_residence(row, &ResidenceText { insz, municipality, valid_from, valid_until });
    }
    rows.build(UnreadableRows::Refused).unwrap()
}

#[test]
fn on_no_day_does_a_text_stand_over_a_line_or_another_text() {
    let (mut named, mut drawn) = (0, 0);
    // Named by years, and by quarters as long as it is asked soon.
    for (registered_on, moved_on) in
        [("2020-01-06", "2024-06-01"), ("2025-05-06", "2025-10-01"), ("1996-03-04", "2024-06-03")]
    {
        let caseload = moved(registered_on, moved_on);
        for (on, language) in NaiveDate::iter_days(&day(registered_on))
            .zip([Language::Dutch, Language::English].into_iter().cycle())
            .take(2600)
        {
            let placed = caseload.place(on, ListRules::default()).unwrap();
            let page = letter(&placed.explain(MOVED.parse().unwrap(), language).unwrap());
            let drawings = page.split("<svg").skip(1).map(|rest| rest.split_once("</svg>").unwrap().0);
            for (svg, wide) in drawings.zip([720.0, 340.0]) {
                let [texts, lines] = texts_and_lines(svg);
                for (at, (text, place)) in texts.iter().enumerate() {
                    let Extent([left, right, ..]) = *place;
                    assert!(0.0 <= left && right <= wide, "{on}: {text} is cut: {svg}");
                    let over = texts[at + 1..].iter().chain(&lines).find(|(_, other)| place.meets(*other));
                    assert!(over.is_none(), "{on}: {over:?} over {text}: {svg}");
                    if ["Gent", "Antwerpen"].contains(&text.as_str()) {
                        let is_within = |&(x, width): &(f64, f64)| x <= left && right <= x + width;
                        assert!(pieces(svg).iter().any(is_within), "{on}: {text} is wider than its piece: {svg}");
                        named += 1;
                    }
                }
                // Two arrowheads at the bar, and one in the legend.
                assert_eq!(lines.iter().filter(|(commands, _)| commands.ends_with("h10z")).count(), 3);
                drawn += 1;
            }
        }
    }
    assert_eq!(drawn, 3 * 2 * 2600);
    assert!(named > 10_000, "{named}");
}

#[test]
fn a_narrow_screen_has_a_drawing_of_its_own_that_says_the_same() {
    let page = letter(&explain(MOVED, "2026-02-10", Language::Dutch));
    let [wide, narrow]: [&str; 2] = page.split("<svg").skip(1).collect::<Vec<_>>().try_into().unwrap();
    assert!(wide.starts_with(" class=\"wide\"") && narrow.starts_with(" class=\"narrow\""), "{page}");
    assert!(wide.contains("viewBox=\"0 0 720 152\"") && narrow.contains("viewBox=\"0 0 340 174\""), "{page}");
    assert_eq!(pieces(wide).len(), pieces(narrow).len());
    assert!(narrow.contains("10 februari 2026"));
    // Every quarter has its name side by side, or every half-year.
    let named = |svg: &str| -> Vec<String> {
        let [texts, _] = texts_and_lines(svg);
        texts.into_iter().filter(|(_, Extent([.., bottom]))| *bottom == 120.0).map(|(text, _)| text).collect()
    };
    assert_eq!(named(wide), ["april 2025", "juli 2025", "oktober 2025", "januari 2026"]);
    assert_eq!(named(narrow), ["juli 2025", "januari 2026"]);
    // Where half-years are too many too, the years.
    let placed = moved("2023-03-01", "2024-03-01").place(day("2025-11-24"), ListRules::default()).unwrap();
    let page = letter(&placed.explain(MOVED.parse().unwrap(), Language::Dutch).unwrap());
    assert_eq!(named(page.split("<svg").nth(2).unwrap()), ["2024", "2025", "2026"]);
}
