//! A national register number read with slices of text and `chrono`: what one writes at first.

use chrono::NaiveDate;

/// The eleven digits of a valid number, by the same rules as `Insz`; `None` for any other text.
pub fn parse(text: &str) -> Option<u64> {
    let digits = digits(text.trim())?;
    let first_nine: u64 = digits.get(0..9)?.parse().ok()?;
    let check: u64 = digits.get(9..11)?.parse().ok()?;
    let century = if check == 97 - first_nine % 97 {
        1900
    } else if check == 97 - (2_000_000_000 + first_nine) % 97 {
        2000
    } else {
        return None;
    };
    let year: i32 = digits.get(0..2)?.parse().ok()?;
    let month = match digits.get(2..4)?.parse::<u32>().ok()? {
        month @ 0..=12 => month,
        month @ 20..=32 => month - 20,
        month @ 40..=52 => month - 40,
        _ => return None,
    };
    let day: u32 = digits.get(4..6)?.parse().ok()?;
    let sequence: u32 = digits.get(6..9)?.parse().ok()?;
    if sequence == 0 || sequence == 999 {
        return None;
    }
    if month > 0 && day > 0 {
        NaiveDate::from_ymd_opt(century + year, month, day)?;
    }
    digits.parse().ok()
}

/// The digits of either form of writing.
fn digits(text: &str) -> Option<String> {
    let digits: String = match text.len() {
        11 => text.to_owned(),
        15 => {
            let [".", ".", "-", "."] = [text.get(2..3)?, text.get(5..6)?, text.get(8..9)?, text.get(12..13)?] else {
                return None;
            };
            text.replace(['.', '-'], "")
        }
        _ => return None,
    };
    (digits.len() == 11 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

/// A thousand synthetic numbers in their dotted form: both centuries, all kinds, sequences 900 to 998.
pub fn synthetic() -> Vec<String> {
    let number = |step: u64| {
        let (year, month, day) = (step * 7 % 100, 20 * (step % 3) + step % 12 + 1, step % 29);
        let sequence = 900 + step * 31 % 99;
        let first_nine = ((year * 100 + month) * 100 + day) * 1_000 + sequence;
        let check = 97 - (step % 2 * 2_000_000_000 + first_nine) % 97;
        format!("{year:02}.{month:02}.{day:02}-{sequence}.{check:02}")
    };
    (0..1_000).map(number).collect()
}
