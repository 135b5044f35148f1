//! `Insz::from_str` beside a plain reader with slices of text and `chrono`.
//!
//! Every benchmark reads a thousand numbers, so its microseconds are nanoseconds for one.

use divan::{AllocProfiler, Bencher, black_box};
use inburgering::Insz;
use inburgering_benches::plain_number;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

/// How the numbers are written.
#[derive(Debug, Clone, Copy)]
enum Form {
    Dotted,
    Compact,
}

const FORMS: [Form; 2] = [Form::Dotted, Form::Compact];

fn numbers(form: Form) -> Vec<String> {
    let dotted = plain_number::synthetic();
    match form {
        Form::Dotted => dotted,
        Form::Compact => dotted.iter().map(|text| text.replace(['.', '-'], "")).collect(),
    }
}

#[divan::bench(args = FORMS)]
fn parse(bencher: Bencher, form: Form) {
    let numbers = numbers(form);
    bencher.bench(|| {
        for text in &numbers {
            let _ = black_box(black_box(text.as_str()).parse::<Insz>());
        }
    });
}

#[divan::bench(args = FORMS)]
fn parse_plainly(bencher: Bencher, form: Form) {
    let numbers = numbers(form);
    bencher.bench(|| {
        for text in &numbers {
            black_box(plain_number::parse(black_box(text)));
        }
    });
}

/// Both must give the same answers, or the times mean nothing: on the numbers, and on each with one digit changed.
fn assert_equal_answers() {
    for text in FORMS.into_iter().flat_map(numbers) {
        assert!(text.parse::<Insz>().is_ok(), "a synthetic number is valid");
        let changed = (0..text.len()).map(|at| {
            let change = |(position, digit): (usize, char)| match digit {
                '0'..='8' if position == at => char::from(digit as u8 + 1),
                _ if position == at => '0',
                _ => digit,
            };
            text.chars().enumerate().map(change).collect::<String>()
        });
        for text in changed.chain([text.clone(), format!(" {text}\n"), format!("{text}0")]) {
            let ours = text.parse::<Insz>().ok().map(Insz::to_u64);
            assert!(ours == plain_number::parse(&text), "the two readers differ on a synthetic number");
        }
    }
}

fn main() {
    assert_equal_answers();
    divan::main();
}
