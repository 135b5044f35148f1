//! The picture of a timeline: one bar over the years, a piece for each answer, and the day that was asked about.

use chrono::{Datelike, Days, NaiveDate};
use inburgering::{Language, Outcome, Timeline, TimelinePeriod};
use maud::{Markup, html};

/// Where the bar begins; all lengths of the picture are in its own measure.
const LEFT: f64 = 6.0;
/// The upper and the lower side of the bar.
const TOP: f64 = 58.0;
const BOTTOM: f64 = 92.0;
/// The least distance between two numbers above the bar.
const STEP: f64 = 20.0;
/// What is left open between two pieces.
const GAP: f64 = 3.0;
/// How large the names and the day are, and everything else.
const LARGE: f64 = 13.0;
const SMALL: f64 = 12.0;
/// How much wider a text is in bold.
const BOLD: f64 = 1.13;
/// What is left open between two texts.
const BETWEEN: f64 = 6.0;
/// In a picture of fewer days the quarters are named, and not the years.
const DAYS_OF_QUARTERS: f64 = 1100.0;
/// What the last line of the legend takes, with the edge under it.
const UNDER_LEGEND: f64 = 18.0;

const ACCENT: &str = "#1f4e79";
const MARK: &str = "#a4262c";
const INK: &str = "#1b1f23";

/// A paper or a screen to draw on: the width says how much fits side by side.
struct Frame {
    /// What its style and its names in the page begin with.
    name: &'static str,
    width: f64,
    /// Where the bar ends.
    right: f64,
    /// Where the lines of the legend begin: of each kind of answer, and of the mark.
    legend: [(f64, f64); 4],
}

/// A page of paper or a wide screen.
const WIDE: Frame = Frame {
    name: "wide",
    width: 720.0,
    right: 706.0,
    legend: [(6.0, 134.0), (146.0, 134.0), (286.0, 134.0), (452.0, 134.0)],
};

/// A telephone.
const NARROW: Frame = Frame {
    name: "narrow",
    width: 340.0,
    right: 334.0,
    legend: [(6.0, 134.0), (174.0, 134.0), (6.0, 156.0), (174.0, 156.0)],
};

/// The timeline as a small drawing, once for wide and once for narrow screens; the style sheet shows one of the two. It says
/// nothing that the table under it does not say.
///
/// The answers differ in pattern as well as in colour, so that they survive printing and colour-blindness.
pub(crate) fn timeline_picture(timeline: &Timeline, on: NaiveDate, language: Language) -> Markup {
    html! {
        @if !timeline.periods().is_empty() {
            figure { @for frame in [&WIDE, &NARROW] { (drawn(frame, timeline, on, language)) } }
        }
    }
}

/// The drawing in a frame.
fn drawn(frame: &Frame, timeline: &Timeline, on: NaiveDate, language: Language) -> Markup {
    let Some(scale) = Scale::of(frame, timeline, on) else { return Markup::default() };
    let words = Words::of(language);
    let pieces: Vec<Piece> = timeline.periods().iter().map(|period| Piece::of(period, &scale)).collect();
    let (asked, day) = (scale.x(on), language.day(on));
    let [title, text, hatch] = ["title", "text", "hatch"].map(|part| format!("{}-{part}", frame.name));
    let kinds = [ACCENT.to_owned(), "#fff".to_owned(), format!("url(#{hatch})")];
    let [.., (mark, mark_line)] = frame.legend;
    html! {
        svg.(frame.name) role="img" viewBox={ "0 0 " (frame.width) " " (mark_line + UNDER_LEGEND) }
            aria-labelledby={ (title) " " (text) }
        {
            title id=(title) { (words.title) }
            desc id=(text) { (words.description) }
            defs {
                pattern id=(hatch) width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    rect width="7" height="7" fill="#fff" {}
                    rect width="2.5" height="7" fill="#6b4a00" {}
                }
            }
            g stroke=(ACCENT) stroke-width="1.5" {
                @for piece in &pieces {
                    rect x=(tenths(piece.from)) y=(TOP) width=(tenths(piece.width)) height=(BOTTOM - TOP)
                        fill=(fill(&kinds, piece.outcome)) {}
                }
            }
            g font-size=(LARGE) fill="#fff" text-anchor="middle" {
                @for piece in &pieces {
                    @if let Some(name) = piece.name() { text x=(tenths(piece.middle())) y=(TOP + 22.0) { (name) } }
                }
            }
            g font-size=(SMALL) fill=(INK) text-anchor="middle" {
                @for ((number, piece), x) in (1..).zip(&pieces).zip(spread(frame, &pieces)) {
                    path d={ "M" (tenths(x)) " 46L" (tenths(piece.middle())) " " (TOP) } stroke=(INK) {}
                    text x=(tenths(x)) y="42" { (number) }
                }
            }
            g font-size=(SMALL) fill=(INK) {
                path d={ "M" (LEFT) " 100H" (frame.right) "m-6 -4l7 4l-7 4" } fill="none" stroke=(INK) {}
                @for (x, label) in scale.ticks(language) {
                    path d={ "M" (tenths(x)) " 97v6" } stroke=(INK) {}
                    text x=(tenths(x)) y="117" text-anchor=(anchor(frame, x, wide(&label, SMALL))) { (label) }
                }
            }
            // The mark leaves out the numbers and the bar, so that no line runs over a text.
            g fill=(MARK) {
                path d={ "M" (tenths(asked)) " 20V31" } stroke=(MARK) stroke-width="2" stroke-dasharray="5 3" {}
                path d={ "M" (tenths(asked)) " 57l-5 -10h10z" } {}
                path d={ "M" (tenths(asked)) " 93l-5 10h10z" } {}
                text x=(tenths(asked)) y="14" font-size=(LARGE) font-weight="600"
                    text-anchor=(anchor(frame, asked, wide(&day, LARGE) * BOLD)) { (day) }
            }
            g font-size=(SMALL) fill=(INK) {
                @for (((x, y), outcome), word) in frame.legend.into_iter().zip(&kinds).zip(words.legend) {
                    rect x=(x) y=(y) width="16" height="12" fill=(outcome) stroke=(ACCENT) {}
                    text x=(x + 22.0) y=(y + 10.5) { (word) }
                }
                path d={ "M" (mark + 8.0) " " (mark_line + 11.0) "l-5 -10h10z" } fill=(MARK) {}
                text x=(mark + 22.0) y=(mark_line + 10.5) { (words.asked) }
            }
        }
    }
}

/// How a piece is filled: as on a list, on none, undetermined.
fn fill([eligible, not_eligible, undetermined]: &[String; 3], outcome: Outcome) -> &str {
    match outcome {
        Outcome::Eligible { .. } => eligible,
        Outcome::NotEligible => not_eligible,
        Outcome::Undetermined => undetermined,
    }
}

/// Text of that width near an edge grows away from it.
fn anchor(frame: &Frame, x: f64, width: f64) -> &'static str {
    let half = width / 2.0;
    if x < half {
        "start"
    } else if x + half > frame.width {
        "end"
    } else {
        "middle"
    }
}

/// How wide a text of that size is, at most: in DejaVu Sans, which is as wide as Verdana.
fn wide(text: &str, size: f64) -> f64 {
    let of = |letter: char| match letter {
        'i' | 'j' | 'l' | 'I' | ' ' | '-' | '\'' | '.' => 0.37,
        'f' | 'r' | 't' => 0.42,
        'm' | 'w' | 'M' | 'W' => 1.0,
        _ if letter.is_lowercase() || letter.is_ascii_digit() => 0.64,
        _ => 0.8,
    };
    text.chars().map(of).sum::<f64>() * size
}

fn tenths(length: f64) -> String {
    format!("{length:.1}")
}

/// A piece of the bar: one period.
struct Piece {
    from: f64,
    to: f64,
    /// How wide it is drawn: up to the gap before the next piece, and never so narrow that it is not seen.
    width: f64,
    outcome: Outcome,
}

impl Piece {
    fn of(period: &TimelinePeriod, scale: &Scale) -> Self {
        let from = period.period.from.map_or(LEFT, |from| scale.x(from));
        let to = period.period.until.map_or(scale.frame.right, |until| scale.x(until));
        let gap = if to < scale.frame.right { GAP } else { 0.0 };
        Self { from, to, width: (to - from - gap).max(1.0), outcome: period.answer.outcome }
    }

    fn middle(&self) -> f64 {
        f64::midpoint(self.from, self.to)
    }

    /// The municipality's name, if it fits.
    fn name(&self) -> Option<&'static str> {
        let Outcome::Eligible { municipality, .. } = self.outcome else { return None };
        let name = municipality.name();
        (wide(name, LARGE) + BETWEEN < self.to - self.from).then_some(name)
    }
}

/// Where the numbers of the pieces stand: above their middles, but not over each other.
fn spread(frame: &Frame, pieces: &[Piece]) -> Vec<f64> {
    let count = u32::try_from(pieces.len().max(1)).unwrap_or(u32::MAX);
    let step = STEP.min((frame.right - LEFT) / f64::from(count));
    let mut least = LEFT + step / 2.0;
    let mut places: Vec<f64> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        places.push(piece.middle().max(least));
        least = piece.middle().max(least) + step;
    }
    let mut most = frame.right - step / 2.0;
    for place in places.iter_mut().rev() {
        *place = place.min(most);
        most = *place - step;
    }
    places
}

/// The days of the picture, from left to right.
struct Scale<'a> {
    frame: &'a Frame,
    first: NaiveDate,
    last: NaiveDate,
    days: f64,
}

impl<'a> Scale<'a> {
    /// From the first answer to some time after the last change and the day asked about; none without an answer.
    fn of(frame: &'a Frame, timeline: &Timeline, on: NaiveDate) -> Option<Self> {
        let starts = || timeline.periods().iter().filter_map(|period| period.period.from);
        let first = starts().min()?.min(on);
        let known = starts().max()?.max(on);
        let after = (known - first).num_days() / 10;
        let last = known.checked_add_days(Days::new(after.max(30).unsigned_abs()))?;
        Some(Self { frame, first, last, days: days_between(first, last) })
    }

    fn x(&self, day: NaiveDate) -> f64 {
        LEFT + (self.frame.right - LEFT) * days_between(self.first, day) / self.days
    }

    /// The days that are named under the bar: the first of as many years, or quarters, as stand side by side; without any,
    /// the first day.
    fn ticks(&self, language: Language) -> Vec<(f64, String)> {
        // Every so many months.
        let steps: &[i32] = if self.days < DAYS_OF_QUARTERS { &[3, 6, 12] } else { &[12, 24, 60, 120, 240, 600, 1200] };
        let named = steps.iter().map(|&months| self.named(months, language)).find(|named| self.stand_apart(named));
        named.filter(|named| !named.is_empty()).unwrap_or_else(|| vec![(LEFT, language.day(self.first))])
    }

    /// The first days of every so many months, with their names.
    fn named(&self, months: i32, language: Language) -> Vec<(f64, String)> {
        let starts = (self.first.year() * 12..=self.last.year() * 12 + 11).filter(|month| month % months == 0);
        let starts = starts.filter_map(|month| {
            NaiveDate::from_ymd_opt(month.div_euclid(12), month.rem_euclid(12).unsigned_abs() + 1, 1)
        });
        let name = |start: NaiveDate| match language {
            _ if months >= 12 => start.year().to_string(),
            Language::Dutch => language.day(start).trim_start_matches("1 ").to_owned(),
            Language::English => start.format("%Y-%m").to_string(),
        };
        starts
            .filter(|&start| self.first <= start && start <= self.last)
            .map(|start| (self.x(start), name(start)))
            .collect()
    }

    /// Whether no text stands over another.
    fn stand_apart(&self, texts: &[(f64, String)]) -> bool {
        let spans: Vec<(f64, f64)> = texts
            .iter()
            .map(|(x, text)| {
                let width = wide(text, SMALL);
                let from = match anchor(self.frame, *x, width) {
                    "start" => *x,
                    "end" => x - width,
                    _ => x - width / 2.0,
                };
                (from, from + width)
            })
            .collect();
        spans.windows(2).all(|pair| matches!(pair, [(_, end), (start, _)] if end + BETWEEN <= *start))
    }
}

fn days_between(from: NaiveDate, to: NaiveDate) -> f64 {
    i32::try_from((to - from).num_days()).map_or(0.0, f64::from)
}

/// The words of the picture.
struct Words {
    title: &'static str,
    description: &'static str,
    legend: [&'static str; 3],
    asked: &'static str,
}

impl Words {
    const fn of(language: Language) -> &'static Self {
        match language {
            Language::Dutch => &Self {
                title: "Het antwoord door de tijd, als tekening",
                description: "Een balk vanaf de eerste dag, met een stuk voor elke periode. De tabel hieronder zegt \
                    hetzelfde: de nummers boven de balk zijn die van haar rijen. Twee pijlpunten wijzen de gevraagde dag aan.",
                legend: ["op een lijst", "op geen lijst", "niet te bepalen"],
                asked: "gevraagde dag",
            },
            Language::English => &Self {
                title: "The answer through time, as a drawing",
                description: "A bar from the first day on, with a piece for each period. The table below says the \
                    same: the numbers above the bar are those of its rows. Two arrowheads point at the day asked about.",
                legend: ["on a list", "on no list", "cannot be determined"],
                asked: "day asked about",
            },
        }
    }
}
