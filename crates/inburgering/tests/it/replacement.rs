//! Replaced numbers: which of them are tied together.

use inburgering::{Insz, NumberChain, Numbers, Replacement};

use crate::delivering::{GONE, IN_GENT, MOVED, REGISTERED, STRANGER};
use crate::golden::day;

fn chain(steps: &[(&str, &str, &str)]) -> NumberChain {
    let step = |(old, new, on): &(&str, &str, &str)| Replacement {
        old: old.parse().unwrap(),
        new: new.parse().unwrap(),
        replaced_on: day(on),
    };
    NumberChain::new(&steps.iter().map(step).collect::<Vec<_>>())
}

/// The numbers tied to this one, sorted.
fn tied(chain: &NumberChain, number: &str, on: &str) -> Vec<String> {
    let mut tied = Numbers::Chain(chain).tied_to(number.parse().unwrap(), day(on));
    tied.sort_unstable();
    tied.iter().map(Insz::to_string).collect()
}

#[test]
fn steps_by_the_day_tie_numbers_in_both_directions() {
    let chain = chain(&[(GONE, MOVED, "2025-03-03"), (MOVED, REGISTERED, "2025-05-05")]);
    for (on, number, expected) in [
        ("2025-03-02", GONE, vec![GONE]),
        ("2025-03-03", GONE, vec![MOVED, GONE]),
        ("2025-05-04", REGISTERED, vec![REGISTERED]),
        ("2025-05-05", GONE, vec![REGISTERED, MOVED, GONE]),
        ("2025-05-05", REGISTERED, vec![REGISTERED, MOVED, GONE]),
    ] {
        assert_eq!(tied(&chain, number, on), expected, "{number} on {on}");
    }
}

#[test]
fn two_numbers_that_became_one_are_tied() {
    let chain = chain(&[(GONE, REGISTERED, "2025-03-03"), (MOVED, REGISTERED, "2025-03-03")]);
    assert_eq!(tied(&chain, GONE, "2025-03-03"), [REGISTERED, MOVED, GONE]);
}

#[test]
fn a_number_that_becomes_two_ties_nothing_on_any_day() {
    let chain = chain(&[(GONE, MOVED, "2025-03-03"), (GONE, REGISTERED, "2025-05-05"), (IN_GENT, GONE, "2025-01-06")]);
    for number in [IN_GENT, GONE, MOVED, REGISTERED] {
        for on in ["2025-03-03", "2025-05-04", "2025-05-05"] {
            assert_eq!(tied(&chain, number, on), [number], "{number} on {on}");
        }
    }
}

#[test]
fn a_circle_ties_nothing_on_any_day() {
    let chain = chain(&[(GONE, MOVED, "2025-03-03"), (MOVED, GONE, "2025-05-05"), (MOVED, REGISTERED, "2026-01-05")]);
    for on in ["2025-03-02", "2025-03-03", "2025-05-05", "2026-01-05"] {
        assert_eq!(tied(&chain, MOVED, on), [MOVED], "{on}");
    }
    let alone = self::chain(&[(GONE, MOVED, "2025-03-03"), (MOVED, GONE, "2025-05-05")]);
    assert_eq!(tied(&alone, MOVED, "2025-03-03"), [MOVED]);
}

#[test]
fn a_long_chain_is_tied_whole() {
    let numbers: Vec<String> = (0..1000_u32)
        .map(|n| {
            let (month, day, sequence) = (1 + n / 98 % 12, 1 + n / 98 / 12, 900 + n % 98);
            let nine = u64::from((60 * 10_000 + month * 100 + day) * 1000 + sequence);
            format!("60.{month:02}.{day:02}-{sequence}.{:02}", 97 - nine % 97)
        })
        .collect();
    let steps: Vec<_> = numbers.windows(2).map(|two| (two[0].as_str(), two[1].as_str(), "2025-03-03")).collect();
    assert_eq!(tied(&chain(&steps), &numbers[500], "2025-03-03").len(), 1000);
}

#[test]
fn a_number_of_nobody_or_alone_is_tied_to_itself() {
    let chain = chain(&[(GONE, MOVED, "2025-03-03")]);
    assert_eq!(tied(&chain, STRANGER, "2025-03-03"), [STRANGER]);
    let alone: Insz = STRANGER.parse().unwrap();
    assert_eq!(Numbers::One(alone).tied_to(alone, day("2025-03-03")), [alone]);
}
