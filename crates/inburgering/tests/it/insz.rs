//! Tests of `insz`.

use std::collections::{BTreeSet, HashSet};
use std::fmt::Debug;

use chrono::{Datelike, NaiveDate};
use inburgering::insz::{Birth, BirthAgreement, BornInsz, Century, CompactInsz, InszKind, Sex};
use inburgering::{Insz, InszError};
use proptest::prelude::*;
use serde::Deserialize;

const CENTURIES: [i32; 2] = [1900, 2000];

fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The check digits by the rule in words, without a shortcut.
fn check_digits(first_nine: u64, century: i32) -> u64 {
    let prefixed = if century == 2000 { format!("2{first_nine:09}") } else { format!("{first_nine:09}") };
    97 - prefixed.parse::<u64>().unwrap() % 97
}

/// Eleven digits with right check digits; `date` is YYMMDD.
fn digits(date: u64, sequence: u64, century: i32) -> u64 {
    let first_nine = date * 1000 + sequence;
    first_nine * 100 + check_digits(first_nine, century)
}

fn read(date: u64, sequence: u64, century: i32) -> Result<Insz, InszError> {
    let number = digits(date, sequence, century);
    let read: Result<Insz, InszError> = format!("{number:011}").parse();
    assert_eq!(read, Insz::try_from(number), "text and integer agree");
    read
}

fn insz(text: &str) -> Insz {
    text.parse().unwrap()
}

// ---------------------------------------------------------------- golden cases

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Golden {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    citation: String,
    text: String,
    as_of: Option<String>,
    known_birth_date: Option<String>,
    #[serde(flatten)]
    expected: Answer,
}

#[derive(Deserialize, Debug, Default, PartialEq)]
struct Answer {
    number: Option<String>,
    kind: Option<String>,
    century: Option<i32>,
    sex: Option<String>,
    birth: Option<String>,
    earliest_birth_day: Option<String>,
    agreement: Option<String>,
    error: Option<String>,
}

fn answer(case: &Case) -> Result<Answer, InszError> {
    let insz = match &case.as_of {
        Some(day) => Insz::parse_as_of(&case.text, day.parse().unwrap())?,
        None => case.text.parse()?,
    };
    let agreement =
        case.known_birth_date.as_ref().map(|day| insz.check_birth_date(day.parse().unwrap())).transpose()?;
    let kind = match insz.kind() {
        InszKind::NationalRegister => "national_register",
        InszKind::Bis => "bis",
        InszKind::BisSexUnknown => "bis_sex_unknown",
    };
    let birth = match insz.birth() {
        Birth::Day(day) => day.to_string(),
        Birth::YearMonth { year, month } => format!("{year}-{month:02}"),
        Birth::Year(year) => year.to_string(),
        Birth::Unknown => "unknown".to_owned(),
    };
    Ok(Answer {
        number: Some(insz.to_string()),
        kind: Some(kind.to_owned()),
        century: Some(insz.century().first_year()),
        sex: insz.sex().map(|sex| if sex == Sex::Man { "man" } else { "woman" }.to_owned()),
        birth: Some(birth),
        earliest_birth_day: Some(insz.earliest_birth_day().to_string()),
        agreement: agreement.map(|agreement| {
            match agreement {
                BirthAgreement::Day => "day",
                BirthAgreement::YearMonth => "year_month",
                BirthAgreement::Year => "year",
                BirthAgreement::NothingKnown => "nothing_known",
            }
            .to_owned()
        }),
        error: None,
    })
}

#[test]
fn golden_cases() {
    let golden: Golden = toml::from_str(include_str!("../golden/insz.toml")).unwrap();
    let names: HashSet<&str> = golden.case.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(names.len(), golden.case.len(), "two cases of one name");
    for case in &golden.case {
        assert!(!case.citation.is_empty());
        let found = answer(case).unwrap_or_else(|error| Answer { error: Some(error.to_string()), ..Answer::default() });
        assert_eq!(found, case.expected, "{}", case.name);
    }
}

// ---------------------------------------------------------------- check digits and century

#[test]
fn at_most_one_century_can_match() {
    // The rule knows only the remainder of the first nine digits: all 97 of them.
    assert_eq!(2_000_000_000 % 97, 68);
    for remainder in 0..97 {
        assert_ne!(97 - remainder, 97 - (remainder + 68) % 97);
    }
}

#[test]
fn of_all_check_digits_two_are_right_one_for_each_century() {
    // 98 sequences one after the other have every remainder by 97.
    for sequence in 901..=998 {
        let first_nine = 850_730_000 + sequence;
        for check in 0..100 {
            let expected = CENTURIES.into_iter().find(|&century| check_digits(first_nine, century) == check);
            let found = Insz::try_from(first_nine * 100 + check);
            match expected {
                Some(century) => assert_eq!(found.unwrap().century().first_year(), century),
                None => assert_eq!(found, Err(InszError::CheckDigits)),
            }
        }
    }
}

#[test]
fn the_century_is_that_of_the_check_digits() {
    for (century, named) in CENTURIES.into_iter().zip([Century::From1900, Century::From2000]) {
        for year in 0..100 {
            let insz = read(year * 10_000 + 115, 901, century).unwrap();
            assert_eq!(insz.century(), named);
            assert_eq!(insz.birth_year(), Some(century + year as i32));
        }
    }
}

/// The claim of the docs of `Insz`: which single wrong digit goes unseen.
#[test]
fn one_wrong_digit_is_seen_but_for_the_last_of_the_year_six_off() {
    let mut unseen = BTreeSet::new();
    for century in CENTURIES {
        for date in [10_320, 60_101, 120_229, 271_231, 390_630, 400_000, 851_100, 960_715, 994_521, 802_901] {
            for sequence in (901..=998).step_by(3) {
                let Ok(right) = read(date, sequence, century) else { continue };
                let text = right.compact().to_string();
                for position in 0..11 {
                    for digit in '0'..='9' {
                        let was = text.chars().nth(position).unwrap();
                        if digit == was {
                            continue;
                        }
                        let mut typed = text.clone();
                        typed.replace_range(position..=position, &digit.to_string());
                        if let Ok(wrong) = typed.parse::<Insz>() {
                            assert_ne!(wrong.century(), right.century(), "never in the same century");
                            unseen.insert((century, position, digit as i32 - was as i32));
                            // And a birth date that is known finds it.
                            if let Some(born) = right.birth_date() {
                                assert_eq!(wrong.check_birth_date(born), Err(InszError::BirthDate));
                            }
                        }
                    }
                }
            }
        }
    }
    assert_eq!(unseen, BTreeSet::from([(1900, 1, -6), (2000, 1, 6)]));
    // 1986 with a 0 for the 6 is of 2080: nobody yet.
    let right = read(860_730, 901, 1900).unwrap();
    let wrong = insz(&right.to_string().replacen("86.", "80.", 1));
    assert_eq!(wrong.birth_year(), Some(2080));
    assert_eq!(wrong.check_as_of(ymd(2026, 1, 1)), Err(InszError::BornAfter { as_of: ymd(2026, 1, 1) }));
}

// ---------------------------------------------------------------- kind, sex, sequence

#[test]
fn every_month_has_its_kind_or_none() {
    for century in CENTURIES {
        for month in 0..100 {
            let found = read(850_015 + month * 100, 901, century);
            let (kind, bis) = match month {
                0..=12 => (InszKind::NationalRegister, false),
                20..=32 => (InszKind::BisSexUnknown, true),
                40..=52 => (InszKind::Bis, true),
                _ => {
                    assert_eq!(found, Err(InszError::Month), "{month}");
                    continue;
                }
            };
            let insz = found.unwrap();
            assert_eq!((insz.kind(), insz.is_bis()), (kind, bis), "{month}");
            match month as u32 % 20 {
                0 => assert_eq!(insz.birth(), Birth::Year(century + 85)),
                of_birth => assert_eq!(insz.birth(), Birth::Day(ymd(century + 85, of_birth, 15))),
            }
        }
    }
}

#[test]
fn every_sequence() {
    for century in CENTURIES {
        for (date, told) in [(850_730, true), (854_730, true), (852_730, false)] {
            for sequence in 0..1000 {
                let found = read(date, sequence, century);
                if sequence == 0 || sequence == 999 {
                    assert_eq!(found, Err(InszError::Sequence), "{sequence}");
                    continue;
                }
                let sex = if sequence % 2 == 1 { Sex::Man } else { Sex::Woman };
                assert_eq!(found.unwrap().sex(), told.then_some(sex), "{sequence}");
            }
        }
    }
}

// ---------------------------------------------------------------- birth

/// The days of a month, by the rule in words.
fn days_in_month(year: i32, month: u32) -> u32 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[test]
fn every_day_of_every_month_in_common_and_leap_years() {
    for century in CENTURIES {
        for year in [0, 1, 4, 83, 96, 99] {
            for (month, kind) in (1..=12).flat_map(|month| [0, 20, 40].map(|kind| (month, kind))) {
                for day in 0..100 {
                    let found = read(year * 10_000 + u64::from(month + kind) * 100 + day, 950, century);
                    let whole_year = century + year as i32;
                    let expected = match day as u32 {
                        0 => Ok(Birth::YearMonth { year: whole_year, month }),
                        32.. => Err(InszError::Day),
                        day if day > days_in_month(whole_year, month) => Err(InszError::Date),
                        day => Ok(Birth::Day(ymd(whole_year, month, day))),
                    };
                    assert_eq!(found.map(Insz::birth), expected, "{whole_year} {month}+{kind} {day}");
                    let Ok(insz) = found else { continue };
                    let date = (day != 0).then(|| ymd(whole_year, month, day as u32));
                    assert_eq!(insz.birth_date(), date);
                    assert_eq!(insz.birth_year(), Some(whole_year));
                    assert_eq!(insz.earliest_birth_day(), date.unwrap_or(ymd(whole_year, month, 1)));
                }
            }
        }
    }
}

#[test]
fn every_day_under_month_00() {
    for century in CENTURIES {
        for (year, kind) in [0, 1, 85, 99].into_iter().flat_map(|year| [0, 20, 40].map(|kind| (year, kind))) {
            for day in 0..100 {
                let insz = read(year * 10_000 + kind * 100 + day, 950, century).unwrap();
                assert_eq!(insz.birth_date(), None);
                let whole_year = century + year as i32;
                if year == 0 && day != 0 {
                    assert_eq!((insz.birth(), insz.birth_year()), (Birth::Unknown, None), "{kind} {day}");
                } else {
                    assert_eq!((insz.birth(), insz.birth_year()), (Birth::Year(whole_year), Some(whole_year)));
                }
                assert_eq!(insz.earliest_birth_day(), ymd(whole_year, 1, 1));
            }
        }
    }
}

#[test]
fn as_of_a_day_three_times_each() {
    for date in [850_730, 850_700, 850_000, 20, 854_730] {
        for century in CENTURIES {
            let insz = read(date, 901, century).unwrap();
            let born = insz.earliest_birth_day();
            let eve = born.pred_opt().unwrap();
            assert!(!insz.is_valid_as_of(eve));
            assert_eq!(insz.check_as_of(eve), Err(InszError::BornAfter { as_of: eve }));
            assert_eq!(Insz::parse_as_of(&insz.to_string(), eve), Err(InszError::BornAfter { as_of: eve }));
            for day in [born, born.succ_opt().unwrap(), NaiveDate::MAX] {
                assert!(insz.is_valid_as_of(day));
                assert_eq!(insz.check_as_of(day), Ok(insz));
                assert_eq!(Insz::parse_as_of(&insz.to_string(), day), Ok(insz));
            }
        }
    }
    assert_eq!(Insz::parse_as_of("85.07.30-901.34", NaiveDate::MAX), Err(InszError::CheckDigits));
}

#[test]
fn a_known_birth_date_is_compared_with_what_is_told() {
    let check = |date, known| read(date, 901, 1900).unwrap().check_birth_date(known);
    let other = Err(InszError::BirthDate);
    assert_eq!(check(850_730, ymd(1985, 7, 30)), Ok(BirthAgreement::Day));
    assert_eq!(check(850_730, ymd(1985, 7, 29)), other);
    assert_eq!(check(850_730, ymd(1985, 7, 31)), other);
    assert_eq!(check(850_730, ymd(2085, 7, 30)), other);
    assert_eq!(check(850_700, ymd(1985, 7, 1)), Ok(BirthAgreement::YearMonth));
    assert_eq!(check(850_700, ymd(1985, 7, 31)), Ok(BirthAgreement::YearMonth));
    assert_eq!(check(850_700, ymd(1985, 6, 30)), other);
    assert_eq!(check(850_700, ymd(1985, 8, 1)), other);
    assert_eq!(check(850_700, ymd(1984, 7, 1)), other);
    assert_eq!(check(850_000, ymd(1985, 1, 1)), Ok(BirthAgreement::Year));
    assert_eq!(check(850_000, ymd(1985, 12, 31)), Ok(BirthAgreement::Year));
    assert_eq!(check(850_000, ymd(1984, 12, 31)), other);
    assert_eq!(check(850_000, ymd(1986, 1, 1)), other);
    for known in [ymd(1900, 1, 1), ymd(1985, 7, 30), ymd(2020, 2, 29)] {
        assert_eq!(check(7, known), Ok(BirthAgreement::NothingKnown));
    }
}

/// Every number of these dates is read alike from an integer, by the plain rule, and from both forms of text, quickly.
#[test]
fn every_date_and_every_check_number_is_read_alike_from_text_and_integer() {
    for date in 0..1_000_000_u64 {
        // The check digits of either century, and wrong ones; now and then a sequence that is never issued.
        let sequence = match date % 64 {
            7 => 0,
            8 => 999,
            _ => 900 + date % 99,
        };
        let first_nine = date * 1000 + sequence;
        let wrong = date % 100;
        for check in [check_digits(first_nine, 1900), check_digits(first_nine, 2000), wrong] {
            let number = first_nine * 100 + check;
            let plain = Insz::try_from(number);
            let digits: [u8; 11] = std::array::from_fn(|at| b'0' + (number / 10_u64.pow(10 - at as u32) % 10) as u8);
            let [y1, y2, m1, m2, d1, d2, s1, s2, s3, c1, c2] = digits;
            let dotted = [y1, y2, b'.', m1, m2, b'.', d1, d2, b'-', s1, s2, s3, b'.', c1, c2];
            assert_eq!(std::str::from_utf8(&digits).unwrap().parse(), plain);
            assert_eq!(std::str::from_utf8(&dotted).unwrap().parse(), plain);
            if let Ok(insz) = plain {
                assert_eq!(BornInsz::from_ascii(&dotted).map(BornInsz::insz), Some(insz));
                assert_eq!(BornInsz::from(insz).insz(), insz);
                assert_eq!((insz.compact().as_ref().as_bytes(), insz.dotted().to_bytes()), (&digits[..], dotted));
            }
        }
    }
    for rest in 0..100_000_u64 {
        let plain = Insz::try_from(85_073_000_000 + rest);
        assert_eq!(format!("850730{rest:05}").parse(), plain);
        assert_eq!(format!("85.07.30-{:03}.{:02}", rest / 100, rest % 100).parse(), plain);
    }
}

/// Each byte of each place: nothing but digits and the separators is taken.
#[test]
fn every_byte_in_every_place_of_both_forms() {
    for form in ["85073090133", "85.07.30-901.33"] {
        for at in 0..form.len() {
            for byte in 0..128_u8 {
                let mut bytes = form.as_bytes().to_vec();
                bytes[at] = byte;
                let text = String::from_utf8(bytes).unwrap();
                let kept: String = text.chars().filter(char::is_ascii_digit).collect();
                let trimmed = text.trim().len() == form.len();
                let separated = form.bytes().zip(text.bytes()).all(|(was, is)| was.is_ascii_digit() || was == is);
                let expected = if trimmed && separated && kept.len() == 11 {
                    Insz::try_from(kept.parse::<u64>().unwrap()).ok()
                } else {
                    None
                };
                assert_eq!(text.parse::<Insz>().ok(), expected, "place {at}, byte {byte}");
            }
        }
    }
}

/// The day numbers say what the birth says, about every date that a number can have.
#[test]
fn day_numbers_say_what_dates_say() {
    for century in CENTURIES {
        for date in 0..530_000_u64 {
            let Ok(insz) = read(date % 100 * 10_000 + date / 100, 950, century) else { continue };
            let earliest = insz.earliest_birth_day();
            assert_eq!(BornInsz::from(insz).earliest_birth_day(), earliest.to_epoch_days());
            for off in [-366, -365, -31, -28, -1, 0, 1, 27, 28, 29, 30, 31, 364, 365, 366] {
                let known = earliest + chrono::TimeDelta::days(off);
                let agrees = insz.check_birth_date(known).is_ok();
                assert_eq!(BornInsz::from(insz).may_be_born_on(known.to_epoch_days()), agrees, "{off}");
            }
        }
    }
}

// ---------------------------------------------------------------- text

#[test]
fn three_spellings_of_one_number() {
    let one = insz("85.07.30-901.33");
    assert_eq!(one.to_u64(), 85_073_090_133);
    assert_eq!(insz("85073090133"), one);
    assert_eq!(Insz::try_from(85_073_090_133), Ok(one));
    assert_eq!(insz("\u{a0}\n85.07.30-901.33\t "), one);
    assert_eq!(one.to_string(), "85.07.30-901.33");
    assert_eq!(one.compact().to_string(), "85073090133");
    assert_eq!(one.compact().as_ref(), "85073090133");
    assert_eq!(one.dotted().to_string(), "85.07.30-901.33");
    assert_eq!(one.dotted().to_bytes(), *b"85.07.30-901.33");
    assert_eq!(
        format!("{one:>17}|{one:<17}|{:-^13}", one.compact()),
        "  85.07.30-901.33|85.07.30-901.33  |-85073090133-"
    );
    let low = read(1, 901, 1900).unwrap();
    assert_eq!(low.to_string(), format!("00.00.01-901.{:02}", low.to_u64() % 100));
    assert_eq!(low.compact().as_ref(), format!("{:011}", low.to_u64()));
    assert_eq!(size_of::<Insz>(), 8);
}

#[test]
fn the_form_is_exact() {
    let parse = |text: &str| text.parse::<Insz>();
    for text in ["", "8", "8507309013", "850730901333", "85.07.30-901.3", "85.07.30-901.333", "850730-901.33"] {
        assert_eq!(parse(text), Err(InszError::Length { length: text.len() }), "{text}");
    }
    // Each place of each form, with everything that does not belong there.
    for (form, dotted) in [("85073090133", false), ("85.07.30-901.33", true)] {
        for (at, was) in form.chars().enumerate() {
            for given in ['a', 'O', '.', '-', '/', ':', ' ', '+', '\0', '\u{ff18}', '\u{668}', 'é', '0', '9'] {
                if given == was || (given == ' ' && (at == 0 || at == form.len() - 1)) {
                    continue;
                }
                let text: String = form.chars().enumerate().map(|(i, c)| if i == at { given } else { c }).collect();
                let position = at + 1;
                let expected = match was {
                    '.' | '-' => InszError::Separator { position },
                    _ if given.is_ascii_digit() => continue,
                    _ => InszError::Character { position },
                };
                assert_eq!(parse(&text), Err(expected), "{text}");
            }
        }
        assert_eq!(form.len(), if dotted { 15 } else { 11 });
    }
    // The first fault is told, and what surrounds it does not move it.
    assert_eq!(parse("  x5.07.30.901.33 "), Err(InszError::Character { position: 1 }));
    assert_eq!(parse("８５０７３０９０１３３"), Err(InszError::Character { position: 1 }));
    assert_eq!(parse("٨٥٠٧٣٠٩٠١٣٣"), Err(InszError::Character { position: 1 }));
    // Eleven bytes, and fifteen, that are fewer characters.
    assert_eq!(parse("850730901é"), Err(InszError::Length { length: 10 }));
    assert_eq!(parse("85.07.30-901.é"), Err(InszError::Length { length: 14 }));
}

#[test]
fn an_integer_has_eleven_digits_at_most() {
    assert_eq!(Insz::try_from(100_000_000_000), Err(InszError::Length { length: 12 }));
    assert_eq!(Insz::try_from(u64::MAX), Err(InszError::Length { length: 20 }));
    assert_eq!(Insz::try_from(99_999_999_999), Err(InszError::CheckDigits));
    assert_eq!(Insz::try_from(0), Err(InszError::CheckDigits));
    // The last number there can be: 99.52.31-998.
    let last = Insz::try_from(digits(995_231, 998, 1900)).unwrap();
    assert_eq!(last.birth_date(), Some(ymd(1999, 12, 31)));
    assert_eq!(Insz::try_from(1_032_090_224).map(Insz::birth_year), Ok(Some(2001)), "without its leading zero");
}

#[test]
fn the_texts_sort_as_the_numbers() {
    let mut numbers: Vec<Insz> = Vec::new();
    for century in CENTURIES {
        for date in [7, 10_320, 70_320, 100_000, 850_730, 852_730, 854_730, 990_100] {
            numbers.extend([901, 902, 950, 998].map(|sequence| read(date, sequence, century).unwrap()));
        }
    }
    numbers.sort();
    assert!(numbers.windows(2).all(|pair| pair[0] < pair[1] && pair[0].to_u64() < pair[1].to_u64()));
    assert!(numbers.windows(2).all(|pair| pair[0].to_string() < pair[1].to_string()));
    assert!(numbers.windows(2).all(|pair| pair[0].compact() < pair[1].compact()));
    assert!(numbers.windows(2).all(|pair| pair[0].compact().as_ref() < pair[1].compact().as_ref()));
}

// ---------------------------------------------------------------- nothing is shown

/// Every message and every `Debug` that an error can have: none of them is made of the digits given.
fn errors_there_are() -> HashSet<(String, String)> {
    let as_of = ymd(2026, 1, 1);
    (0..60)
        .map(|length| InszError::Length { length })
        .chain((1..=15).map(|position| InszError::Character { position }))
        .chain([3, 6, 9, 13].map(|position| InszError::Separator { position }))
        .chain([InszError::CheckDigits, InszError::Month, InszError::Sequence, InszError::Day, InszError::Date])
        .chain([InszError::BornAfter { as_of }, InszError::BirthDate])
        .map(|error| (error.to_string(), format!("{error:?} {error:#?}")))
        .collect()
}

#[test]
fn no_debug_shows_a_digit() {
    fn shown(value: &impl Debug) -> String {
        format!("{value:?} {value:#?} {value:x?} {value:20?} {value:02?}")
    }
    for date in [850_730, 850_700, 850_000, 7, 854_730, 852_730] {
        for century in CENTURIES {
            let insz = read(date, 901, century).unwrap();
            let compact: CompactInsz = insz.compact();
            let all = [
                shown(&insz),
                shown(&compact),
                shown(&insz.dotted()),
                shown(&BornInsz::from(insz)),
                shown(&insz.birth()),
                shown(&Some(insz)),
                shown(&vec![insz; 2]),
                shown(&Ok::<_, InszError>((insz, compact, insz.birth()))),
                shown(&insz.check_birth_date(ymd(1985, 7, 30)).is_ok()),
                shown(&insz.kind()),
                shown(&insz.sex()),
            ];
            for text in all {
                assert!(!text.contains(|c: char| c.is_numeric()), "{text}");
            }
        }
    }
    insta::assert_snapshot!(format!("{:?}", insz("85.07.30-901.33")), @"Insz(***)");
    insta::assert_snapshot!(format!("{:#?}", insz("85.07.30-901.33").compact()), @"CompactInsz(***)");
    insta::assert_snapshot!(format!("{:#?}", insz("85.07.30-901.33").dotted()), @"DottedInsz(***)");
    let births = [850_730, 850_700, 850_000, 7].map(|date| read(date, 901, 1900).unwrap().birth());
    insta::assert_snapshot!(format!("{births:?}"), @"[Day(***), YearMonth(***), Year(***), Unknown]");
}

/// Right and wrong ways to write eleven digits.
fn spellings(number: u64) -> [String; 6] {
    let eleven = format!("{number:011}");
    let (date, rest) = eleven.split_at(6);
    [
        eleven.clone(),
        number.to_string(),
        format!("{eleven}-"),
        format!("{date}-{rest}"),
        format!("{}o{}", &eleven[..4], &eleven[5..]),
        format!("{}/{}/{}-{}.{}", &date[..2], &date[2..4], &date[4..], &rest[..3], &rest[3..]),
    ]
}

#[test]
fn no_error_shows_a_digit_of_the_number() {
    let there_are = errors_there_are();
    let as_of = ymd(2026, 1, 1);
    let mut kinds = HashSet::new();
    for date in (0..1_000_000).step_by(8_641).chain([850_431, 850_732, 856_730, 850_730, 300_101]) {
        for sequence in [0, 1, 950, 999] {
            for number in [digits(date, sequence, 1900), digits(date, sequence, 2000), date * 100_000 + 12_345] {
                for text in spellings(number) {
                    if let Err(error) = Insz::parse_as_of(&text, as_of) {
                        kinds.insert(std::mem::discriminant(&error));
                        assert!(there_are.contains(&(error.to_string(), format!("{error:?} {error:#?}"))), "{error}");
                    }
                }
            }
        }
    }
    assert_eq!(kinds.len(), 9, "the inputs have every fault of a text");
}

#[test]
fn every_fault_has_a_code_of_its_own() {
    let as_of = ymd(2026, 1, 1);
    let faults = [
        InszError::Length { length: 10 },
        InszError::Character { position: 3 },
        InszError::Separator { position: 3 },
        InszError::CheckDigits,
        InszError::Month,
        InszError::Sequence,
        InszError::Day,
        InszError::Date,
        InszError::BornAfter { as_of },
        InszError::BirthDate,
    ];
    insta::assert_snapshot!(faults.map(InszError::code).join(" "), @"length character separator check_digits month sequence day date born_after birth_date");
}

#[test]
fn messages() {
    let message = |text: &str| text.parse::<Insz>().unwrap_err().to_string();
    let fault = |date, sequence| read(date, sequence, 1900).unwrap_err().to_string();
    insta::assert_snapshot!(message("8507309013"), @"a register number is eleven digits, or YY.MM.DD-SSS.CC; given are 10 characters");
    insta::assert_snapshot!(message("85O73090133"), @"character 3 of the register number is not a digit 0 to 9; write eleven digits or YY.MM.DD-SSS.CC");
    insta::assert_snapshot!(message("85.07.30.901.33"), @"character 9 of the register number is not the separator of YY.MM.DD-SSS.CC; write that or eleven digits");
    insta::assert_snapshot!(message("85073090134"), @"the check digits of the register number do not fit its other digits; compare it with its source");
    insta::assert_snapshot!(fault(856_730, 901), @"the month of the register number must be 00 to 12, or 20 to 32 or 40 to 52 in a BIS number; ask for the number in the National Register or the BIS register");
    insta::assert_snapshot!(fault(850_730, 999), @"the sequence of the register number must be 001 to 998; compare it with its source");
    insta::assert_snapshot!(fault(850_732, 901), @"the day of the register number must be 00 to 31 in a month that is known; compare it with its source");
    insta::assert_snapshot!(fault(850_431, 901), @"the birth date of the register number is not in the calendar; compare it with its source");
    let insz = insz("85.07.30-901.33");
    insta::assert_snapshot!(insz.check_as_of(ymd(1985, 7, 29)).unwrap_err(), @"the register number is of a birth after 1985-07-29; compare it with its source");
    insta::assert_snapshot!(insz.check_birth_date(ymd(1985, 7, 29)).unwrap_err(), @"the register number is of another birth date than the known one; compare both with their sources");
}

// ---------------------------------------------------------------- laws

fn any_number() -> impl Strategy<Value = Insz> {
    let date = (0u64..100, 0u64..13, 0u64..32, prop::sample::select(vec![0u64, 20, 40]));
    (date, 900u64..=998, prop::sample::select(CENTURIES.to_vec())).prop_filter_map(
        "a day that is",
        |((year, month, day, kind), sequence, century)| {
            Insz::try_from(digits(year * 10_000 + (month + kind) * 100 + day, sequence, century)).ok()
        },
    )
}

proptest! {
    #[test]
    fn what_is_printed_is_read_again(insz in any_number()) {
        prop_assert_eq!(insz.to_string().parse(), Ok(insz));
        prop_assert_eq!(insz.compact().as_ref().parse(), Ok(insz));
        prop_assert_eq!(Insz::try_from(insz.to_u64()), Ok(insz));
        prop_assert_eq!(insz.birth_date().map(|date| date.year()), insz.birth_date().and(insz.birth_year()));
        prop_assert_eq!(insz.birth().year(), insz.birth_year());
    }

    #[test]
    fn text_order_is_number_order(a in any_number(), b in any_number()) {
        prop_assert_eq!(a.cmp(&b), a.to_u64().cmp(&b.to_u64()));
        prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        prop_assert_eq!(a.cmp(&b), a.compact().as_ref().cmp(b.compact().as_ref()));
    }

    #[test]
    fn no_text_panics(text in prop_oneof!["\\PC*", "[0-9]{11}", "[0-9.-]{15}", "[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}-[0-9]{3}\\.[0-9]{2}"]) {
        if let Ok(insz) = text.parse::<Insz>() {
            prop_assert!([insz.to_string(), insz.compact().to_string()].contains(&text.trim().to_owned()));
        }
    }

    #[test]
    fn no_integer_panics(number: u64) {
        if let Ok(insz) = Insz::try_from(number) {
            prop_assert_eq!(insz.to_u64(), number);
        }
    }
}

#[cfg(feature = "serde")]
mod serde_format {
    use super::*;

    #[test]
    fn a_number_is_its_dotted_text() {
        let one = insz("85.07.30-901.33");
        assert_eq!(serde_json::to_string(&one).unwrap(), "\"85.07.30-901.33\"");
        for json in ["\"85.07.30-901.33\"", "\"85073090133\""] {
            assert_eq!(serde_json::from_str::<Insz>(json).unwrap(), one);
        }
    }

    #[test]
    fn what_comes_in_is_checked_and_not_repeated() {
        let refused = |json: &str| serde_json::from_str::<Insz>(json).unwrap_err().to_string();
        assert!(refused("\"85073090134\"").starts_with(&InszError::CheckDigits.to_string()));
        for json in ["85073090133", "-85073090133", "85073090133.5", "8507309013385073090133", "[85073090133]", "true"]
        {
            let message = refused(json);
            assert!(message.contains("expected a national register number as text"), "{message}");
            assert!(!message.contains("8507") && !message.contains("0133"), "{message}");
        }
    }

    #[test]
    fn integers_of_every_size_are_refused_alike() {
        use serde::de::IntoDeserializer;
        use serde::de::value::{
            Error, F64Deserializer, I64Deserializer, I128Deserializer, U64Deserializer, U128Deserializer,
        };

        let number = 85_073_090_133_i64;
        let refused = [
            Insz::deserialize(IntoDeserializer::<Error>::into_deserializer(number as u64) as U64Deserializer<Error>),
            Insz::deserialize(IntoDeserializer::<Error>::into_deserializer(number) as I64Deserializer<Error>),
            Insz::deserialize(IntoDeserializer::<Error>::into_deserializer(number as u128) as U128Deserializer<Error>),
            Insz::deserialize(IntoDeserializer::<Error>::into_deserializer(number as i128) as I128Deserializer<Error>),
            Insz::deserialize(IntoDeserializer::<Error>::into_deserializer(number as f64) as F64Deserializer<Error>),
        ];
        for answer in refused {
            assert_eq!(answer.unwrap_err().to_string(), "not a text; expected a national register number as text");
        }
    }

    /// A binary format: it must be told what comes, and is told that it is text.
    struct Binary(&'static str);

    impl<'de> serde::Deserializer<'de> for Binary {
        type Error = serde::de::value::Error;

        fn deserialize_any<V: serde::de::Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
            Err(serde::de::Error::custom("the format does not describe itself"))
        }

        fn deserialize_str<V: serde::de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
            visitor.visit_str(self.0)
        }

        fn is_human_readable(&self) -> bool {
            false
        }

        serde::forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char string bytes byte_buf option unit unit_struct
            newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
        }
    }

    #[test]
    fn a_binary_format_is_asked_for_text() {
        assert_eq!(Insz::deserialize(Binary("85073090133")).unwrap(), insz("85.07.30-901.33"));
    }

    #[test]
    fn the_words_are_snake_case() {
        assert_eq!(
            serde_json::to_string(&[InszKind::NationalRegister, InszKind::Bis, InszKind::BisSexUnknown]).unwrap(),
            r#"["national_register","bis","bis_sex_unknown"]"#
        );
        assert_eq!(serde_json::to_string(&[Sex::Man, Sex::Woman]).unwrap(), r#"["man","woman"]"#);
        assert_eq!(
            serde_json::to_string(&[Century::From1900, Century::From2000]).unwrap(),
            r#"["from_1900","from_2000"]"#
        );
        assert_eq!(serde_json::from_str::<BirthAgreement>("\"nothing_known\"").unwrap(), BirthAgreement::NothingKnown);
    }
}
