//! Tests of `calendar`.

mod golden;
#[cfg(feature = "serde")]
mod serde_forms;
#[cfg(feature = "time")]
mod time_crate;

use std::collections::{BTreeMap, HashSet};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use inburgering::horizon::{FIRST_DAY, LAST_DAY};
use inburgering::{Calendar, CalendarError, Closure, Holiday, HolidayKind, WorkingDays, citation};
use insta::assert_snapshot;
use proptest::prelude::*;

fn named() -> [Calendar; 3] {
    [Calendar::legal(), Calendar::flemish_government(), Calendar::flemish_government_year_end()]
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn days(texts: &[&str]) -> Vec<NaiveDate> {
    texts.iter().map(|text| day(text)).collect()
}

/// Easter Sunday by the anonymous Gregorian algorithm (Meeus, Jones, Butcher): another one than the crate's.
fn easter(year: i32) -> NaiveDate {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let month = (h + l - 7 * m + 114) / 31;
    let day = (h + l - 7 * m + 114) % 31 + 1;
    NaiveDate::from_ymd_opt(year, month as u32, day as u32).unwrap()
}

/// Whether a day is a working day, the plain way: by weekday, month and day of the month. `extra` is 0 for the legal
/// calendar, 1 for the Flemish government, 2 with its year-end closing.
fn is_plain_working_day(day: NaiveDate, extra: usize) -> bool {
    let since_easter = (day - easter(day.year())).num_days();
    let legal = matches!(since_easter, 1 | 39 | 50)
        || matches!((day.day(), day.month()), (1, 1) | (1, 5) | (21, 7) | (15, 8) | (1, 11) | (11, 11) | (25, 12))
        || (day.day(), day.month(), day.year()) == (2, 5, 2008);
    let flemish = matches!((day.day(), day.month()), (11, 7) | (2, 11) | (15, 11) | (26, 12));
    let year_end = day.month() == 12 && day.day() > 26;
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    !(weekend || legal || extra >= 1 && flemish || extra == 2 && year_end)
}

fn horizon() -> impl Iterator<Item = NaiveDate> {
    FIRST_DAY.iter_days().take_while(|day| *day <= LAST_DAY)
}

/// Each calendar with its plain answer for every day.
fn plain() -> impl Iterator<Item = (Calendar, Vec<(NaiveDate, bool)>)> {
    let plain = |extra| horizon().map(|day| (day, is_plain_working_day(day, extra))).collect();
    named().into_iter().enumerate().map(move |(extra, calendar)| (calendar, plain(extra)))
}

#[test]
fn every_day_is_a_working_day_as_the_plain_rule_says() {
    for (calendar, plain) in plain() {
        for (day, is_working) in plain {
            assert_eq!(calendar.is_working_day(day), Ok(is_working), "{calendar:?} on {day}");
        }
    }
}

#[test]
fn every_start_day_leads_where_a_plain_count_leads() {
    for (calendar, plain) in plain() {
        let working: Vec<NaiveDate> = plain.iter().filter(|(_, is_working)| *is_working).map(|(day, _)| *day).collect();
        // The number of working days before the day, and up to and including it, kept up while walking.
        let (mut before, mut through) = (0_usize, 0_usize);
        for (start, is_working) in plain {
            before = through;
            through += usize::from(is_working);
            for n in [1_i32, 2, 5, 10, 20, 250, 26_000] {
                let forward = working.get(through + n as usize - 1).copied();
                let outside = |n| CalendarError::AnswerOutside { start, working_days: WorkingDays(n) };
                assert_eq!(calendar.add(start, WorkingDays(n)), forward.ok_or(outside(n)), "{start} + {n}");
                let backward = before.checked_sub(n as usize).map(|position| working[position]);
                assert_eq!(calendar.add(start, WorkingDays(-n)), backward.ok_or(outside(-n)), "{start} - {n}");
            }
            assert_eq!(calendar.add(start, WorkingDays(0)), Ok(start));
            assert_eq!(calendar.count(FIRST_DAY, start), Ok(WorkingDays(through as i32)));
            assert_eq!(calendar.count(start, LAST_DAY), Ok(WorkingDays((working.len() - through) as i32)));
        }
        assert_eq!(before + usize::from(calendar.is_working_day(LAST_DAY).unwrap()), working.len());
    }
}

/// By day number and by date the answers are the same, about every day of the horizon and those just outside.
#[test]
fn every_day_number_leads_where_its_date_leads() {
    let around = || [FIRST_DAY - Days::new(1)].into_iter().chain(horizon()).chain([LAST_DAY + Days::new(1)]);
    let closing = Calendar::legal().with_closing_days([FIRST_DAY, day("2026-05-15"), LAST_DAY]).unwrap();
    for calendar in named().into_iter().chain([closing]) {
        let by_number = calendar.by_day_number();
        for n in [i32::MIN, -30_000, -261, -20, -1, 0, 1, 2, 20, 261, 30_000, i32::MAX].map(WorkingDays) {
            let due = by_number.due_days(n);
            for start in around() {
                let expected = calendar.add(start, n).ok().map(|day| day.to_epoch_days());
                let number = start.to_epoch_days();
                assert_eq!(
                    (by_number.add(number, n), due.of(number)),
                    (expected, expected),
                    "{calendar:?} {start} {n}"
                );
            }
        }
        for other in [FIRST_DAY - Days::new(1), FIRST_DAY, day("2026-01-01"), LAST_DAY, LAST_DAY + Days::new(1)] {
            for start in around() {
                let (a, b) = (start.to_epoch_days(), other.to_epoch_days());
                assert_eq!(by_number.count(a, b), calendar.count(start, other).ok(), "{calendar:?} {start} {other}");
                assert_eq!(by_number.count(b, a), calendar.count(other, start).ok(), "{calendar:?} {start} {other}");
            }
        }
        for outside in [i32::MIN, i32::MAX] {
            assert_eq!(by_number.add(outside, WorkingDays(1)), None);
            assert_eq!(by_number.due_days(WorkingDays(1)).of(outside), None);
            assert_eq!(by_number.count(outside, 20_000), None);
        }
        assert_eq!(format!("{by_number:?}"), "WorkingDayIndex { .. }");
        assert_eq!(format!("{:?}", by_number.due_days(WorkingDays(1))), "DueDays { .. }");
    }
}

#[test]
fn every_count_over_three_months_is_the_plain_one() {
    for (calendar, plain) in plain() {
        let plain: BTreeMap<_, _> = plain.into_iter().collect();
        let start = day("2007-12-20");
        for a in start.iter_days().take(150) {
            let mut count = 0;
            for b in a.iter_days().take(90) {
                if b > a && plain[&b] {
                    count += 1;
                }
                assert_eq!(calendar.count(a, b), Ok(WorkingDays(count)), "{a} to {b}");
                assert_eq!(calendar.count(b, a), Ok(WorkingDays(-count)), "{b} to {a}");
            }
        }
    }
}

#[test]
fn the_reasons_of_every_day_agree_with_the_tables() {
    for calendar in named() {
        for year in FIRST_DAY.year()..=LAST_DAY.year() {
            let holidays = calendar.holidays(year).unwrap();
            assert!(holidays.is_sorted());
            for holiday in holidays {
                let closed = calendar.closed(holiday.day()).unwrap().unwrap();
                assert!(closed.reasons().contains(&Closure::Holiday(holiday.kind())));
            }
        }
        for day in horizon().step_by(17) {
            let closed = calendar.closed(day).unwrap();
            assert_eq!(closed.is_none(), calendar.is_working_day(day).unwrap());
            if let Some(closed) = closed {
                assert_eq!(closed.day(), day);
                assert_eq!(closed.is_weekend(), matches!(day.weekday(), Weekday::Sat | Weekday::Sun));
                assert!(!closed.reasons().is_empty());
            }
        }
    }
}

fn easter_monday(year: i32) -> NaiveDate {
    let holidays = Calendar::legal().holidays(year).unwrap();
    holidays.into_iter().find(|holiday| holiday.kind() == HolidayKind::EasterMonday).unwrap().day()
}

#[test]
fn easter_agrees_with_another_algorithm_in_every_year() {
    for year in 1995..=2099 {
        assert_eq!(easter_monday(year), easter(year) + Days::new(1), "{year}");
    }
}

#[test]
fn easter_falls_on_known_days() {
    let known = [
        "1995-04-16",
        "2000-04-23",
        "2008-03-23",
        "2011-04-24",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2035-03-25",
        "2038-04-25",
        "2049-04-18",
        "2076-04-19",
        "2099-04-12",
    ];
    for easter in days(&known) {
        assert_eq!(easter_monday(easter.year()), easter + Days::new(1));
    }
}

fn list(holidays: &[Holiday]) -> String {
    let lines = holidays.iter().map(|holiday| format!("{} {}", holiday.day().format("%m-%d"), holiday.kind().code()));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_holidays_of_2008_have_two_on_labour_day_and_the_stand_in_after_it() {
    assert_snapshot!(list(&Calendar::legal().holidays(2008).unwrap()), @r"
    01-01 new_year
    03-24 easter_monday
    05-01 labour_day
    05-01 ascension
    05-02 ascension_stand_in
    05-12 whit_monday
    07-21 national_day
    08-15 assumption
    11-01 all_saints
    11-11 armistice
    12-25 christmas
    ");
}

#[test]
fn the_holidays_of_2026_for_the_flemish_government_with_its_year_end_closing() {
    assert_snapshot!(list(&Calendar::flemish_government_year_end().holidays(2026).unwrap()), @r"
    01-01 new_year
    04-06 easter_monday
    05-01 labour_day
    05-14 ascension
    05-25 whit_monday
    07-11 flemish_community
    07-21 national_day
    08-15 assumption
    11-01 all_saints
    11-02 all_souls
    11-11 armistice
    11-15 kings_feast
    12-25 christmas
    12-26 second_christmas_day
    12-27 year_end
    12-28 year_end
    12-29 year_end
    12-30 year_end
    12-31 year_end
    ");
}

#[test]
fn each_calendar_has_its_own_kinds_of_holidays_and_no_other() {
    let kinds = |calendar: &Calendar| -> Vec<HolidayKind> {
        let mut kinds: Vec<_> = calendar.holidays(2008).unwrap().into_iter().map(Holiday::kind).collect();
        kinds.sort();
        kinds.dedup();
        kinds
    };
    let [legal, flemish, year_end] = named();
    assert_eq!(kinds(&legal), HolidayKind::ALL[..11]);
    assert_eq!(kinds(&flemish), HolidayKind::ALL[..15]);
    assert_eq!(kinds(&year_end), HolidayKind::ALL);
}

#[test]
fn every_kind_has_its_names_and_its_text() {
    let lines = HolidayKind::ALL.map(|kind| {
        assert_eq!(kind.to_string(), kind.english());
        format!("{} | {} | {} | {}", kind.code(), kind.english(), kind.dutch(), kind.citation().act())
    });
    assert_snapshot!(lines.join("\n"), @r"
    new_year | New Year's Day | Nieuwjaar | Act of 4 January 1974 on public holidays
    easter_monday | Easter Monday | Paasmaandag | Act of 4 January 1974 on public holidays
    labour_day | Labour Day | Feest van de Arbeid | Act of 4 January 1974 on public holidays
    ascension | Ascension Day | Onze-Lieve-Heer-Hemelvaart | Act of 4 January 1974 on public holidays
    ascension_stand_in | stand-in for Ascension Day | vervangingsdag van Onze-Lieve-Heer-Hemelvaart | Royal Decree of 3 June 2007
    whit_monday | Whit Monday | Pinkstermaandag | Act of 4 January 1974 on public holidays
    national_day | National Day | Nationale feestdag | Act of 4 January 1974 on public holidays
    assumption | Assumption Day | Onze-Lieve-Vrouw-Hemelvaart | Act of 4 January 1974 on public holidays
    all_saints | All Saints' Day | Allerheiligen | Act of 4 January 1974 on public holidays
    armistice | Armistice Day | Wapenstilstand | Act of 4 January 1974 on public holidays
    christmas | Christmas Day | Kerstmis | Act of 4 January 1974 on public holidays
    flemish_community | Day of the Flemish Community | Feest van de Vlaamse Gemeenschap | Flemish staff regulations (Vlaams Personeelsstatuut)
    all_souls | All Souls' Day | Allerzielen | Flemish staff regulations (Vlaams Personeelsstatuut)
    kings_feast | King's Feast | Koningsfeest | Flemish staff regulations (Vlaams Personeelsstatuut)
    second_christmas_day | Second Day of Christmas | tweede kerstdag | Flemish staff regulations (Vlaams Personeelsstatuut)
    year_end | year-end closing | eindejaarssluiting | Flemish staff regulations (Vlaams Personeelsstatuut)
    ");
}

#[test]
fn a_holiday_is_what_its_kind_is() {
    let armistice = Holiday::new(day("2025-11-11"), HolidayKind::Armistice).unwrap();
    assert_eq!((armistice.day(), armistice.kind()), (day("2025-11-11"), HolidayKind::Armistice));
    assert_eq!((armistice.english(), armistice.dutch()), ("Armistice Day", "Wapenstilstand"));
    assert_eq!(armistice.citation(), citation::HOLIDAYS_ACT);
}

#[test]
fn a_holiday_is_made_only_on_its_own_day() {
    for calendar in named() {
        for holiday in [1995, 2008, 2026, 2099].into_iter().flat_map(|year| calendar.holidays(year).unwrap()) {
            assert_eq!(Holiday::new(holiday.day(), holiday.kind()), Ok(holiday));
        }
    }
    let stand_in = HolidayKind::AscensionStandIn;
    assert!(Holiday::new(day("2008-05-02"), stand_in).is_ok());
    for not in days(&["2008-05-01", "2008-05-03", "2009-05-02", "2007-05-02"]) {
        assert_eq!(Holiday::new(not, stand_in), Err(CalendarError::NoSuchHoliday { day: not, kind: stand_in }));
    }
    let before = day("1994-12-25");
    assert_eq!(Holiday::new(before, HolidayKind::Christmas), Err(CalendarError::Outside { day: before }));
}

#[test]
fn every_question_about_a_day_is_answered_within_the_horizon_only() {
    for calendar in named() {
        for inside in days(&["1995-01-01", "1995-01-02", "2099-12-30", "2099-12-31"]) {
            assert!(calendar.is_working_day(inside).is_ok());
            assert!(calendar.closed(inside).is_ok());
            assert_eq!(calendar.add(inside, WorkingDays(0)), Ok(inside));
            assert_eq!(calendar.count(inside, inside), Ok(WorkingDays(0)));
            assert!(calendar.with_closing_days([inside]).is_ok());
        }
        for outside in days(&["1994-12-30", "1994-12-31", "2100-01-01", "2100-01-02"])
            .into_iter()
            .chain([NaiveDate::MIN, NaiveDate::MAX])
        {
            let error = CalendarError::Outside { day: outside };
            assert_eq!(calendar.is_working_day(outside), Err(error.clone()));
            assert_eq!(calendar.closed(outside), Err(error.clone()));
            for n in [i32::MIN, -1, 0, 1, i32::MAX] {
                assert_eq!(calendar.add(outside, WorkingDays(n)), Err(error.clone()));
            }
            assert_eq!(calendar.next(outside), Err(error.clone()));
            assert_eq!(calendar.count(outside, day("2020-01-01")), Err(error.clone()));
            assert_eq!(calendar.count(day("2020-01-01"), outside), Err(error.clone()));
            assert_eq!(calendar.count(outside, NaiveDate::MAX), Err(error.clone()), "the first that lies outside");
            assert_eq!(calendar.with_closing_days([day("2020-01-01"), outside]), Err(error.clone()));
        }
    }
}

#[test]
fn a_year_has_holidays_within_the_horizon_only() {
    let legal = Calendar::legal();
    for (year, number) in [(1995, 10), (2007, 10), (2008, 11), (2009, 10), (2099, 10)] {
        assert_eq!(legal.holidays(year).unwrap().len(), number, "{year}");
    }
    for year in [i32::MIN, 0, 1994, 2100, i32::MAX] {
        assert_eq!(legal.holidays(year), Err(CalendarError::YearOutside { year }));
    }
}

#[test]
fn an_answer_beyond_either_end_is_refused_however_far() {
    let legal = Calendar::legal();
    let cases = [
        // 2099-12-31 is a Thursday, the last working day; 1995-01-02 a Monday, the first.
        ("2099-12-29", 2, Some("2099-12-31")),
        ("2099-12-29", 3, None),
        ("2099-12-30", 1, Some("2099-12-31")),
        ("2099-12-31", 1, None),
        ("1995-01-03", -1, Some("1995-01-02")),
        ("1995-01-02", -1, None),
        ("1995-01-01", -1, None),
        ("1995-01-01", 1, Some("1995-01-02")),
        ("2026-01-01", i32::MAX, None),
        ("2026-01-01", i32::MIN, None),
        ("2099-12-31", i32::MAX, None),
        ("1995-01-01", i32::MIN, None),
    ];
    for (start, n, answer) in cases {
        let (start, working_days) = (day(start), WorkingDays(n));
        let expected = answer.map(day).ok_or(CalendarError::AnswerOutside { start, working_days });
        assert_eq!(legal.add(start, working_days), expected, "{start} {n}");
    }
    let all = legal.count(FIRST_DAY, LAST_DAY).unwrap();
    assert_eq!(legal.add(FIRST_DAY, all), Ok(LAST_DAY));
    assert_eq!(legal.next(LAST_DAY), legal.add(LAST_DAY, WorkingDays(1)));
}

#[test]
fn closing_days_close_the_days_they_name_and_no_other() {
    for base in named() {
        let bridge = day("2026-05-15");
        let ours = base.with_closing_days([bridge]).unwrap();
        assert!(ours.is_working_day(day("2026-05-13")).unwrap());
        assert!(!ours.is_working_day(bridge).unwrap());
        assert!(ours.is_working_day(day("2026-05-18")).unwrap());
        assert_eq!(ours.closed(bridge).unwrap().unwrap().reasons(), [Closure::ClosingDay]);
        assert_eq!(ours.next(day("2026-05-13")), Ok(day("2026-05-18")));
        assert_eq!(base.next(day("2026-05-13")), Ok(bridge), "the calendar it was made from is as it was");
        let count = |calendar: &Calendar| calendar.count(day("2026-04-30"), day("2026-05-31")).unwrap().0;
        assert_eq!(count(&ours), count(&base) - 1);
        assert_eq!(ours.holidays(2026), base.holidays(2026), "a closing day is no holiday");
        assert_eq!(ours.citation(), base.citation());
    }
}

#[test]
fn a_closing_day_that_is_closed_anyway_is_kept_and_changes_no_count() {
    let legal = Calendar::legal();
    // A Saturday, a Sunday that is a holiday, a holiday on a Wednesday.
    let closing = days(&["2026-10-31", "2026-11-01", "2026-11-11"]);
    let ours = legal.with_closing_days(closing.clone()).unwrap();
    assert_eq!(ours.closing_days().collect::<Vec<_>>(), closing);
    for start in day("2026-10-01").iter_days().take(60) {
        assert_eq!(ours.add(start, WorkingDays(10)), legal.add(start, WorkingDays(10)));
        assert_eq!(ours.count(start, day("2026-12-31")), legal.count(start, day("2026-12-31")));
    }
    let reasons = |text| ours.closed(day(text)).unwrap().unwrap().reasons().to_vec();
    assert_eq!(reasons("2026-10-31"), [Closure::Saturday, Closure::ClosingDay]);
    let all_saints = Closure::Holiday(HolidayKind::AllSaints);
    assert_eq!(reasons("2026-11-01"), [Closure::Sunday, all_saints, Closure::ClosingDay]);
    assert_ne!(ours, legal);
}

#[test]
fn calendars_are_equal_by_their_content() {
    let legal = Calendar::legal();
    let ours = legal.with_closing_days(days(&["2026-05-15", "2026-12-24"])).unwrap();
    let same = legal.with_closing_days(days(&["2026-12-24", "2026-05-15", "2026-12-24"])).unwrap();
    let in_two_steps = legal.with_closing_days(days(&["2026-05-15"])).unwrap().with_closing_days(days(&["2026-12-24"]));
    assert_eq!(ours, same);
    assert_eq!(Ok(ours.clone()), in_two_steps);
    assert_eq!(ours.closing_days().collect::<Vec<_>>(), days(&["2026-05-15", "2026-12-24"]));
    assert_eq!(legal.with_closing_days([]), Ok(legal.clone()));
    assert_ne!(ours, legal);
    assert_ne!(ours, Calendar::flemish_government().with_closing_days(ours.closing_days()).unwrap());
    assert_ne!(ours, legal.with_closing_days(days(&["2026-05-15", "2026-12-23"])).unwrap());
    let [a, b, c] = named();
    assert!(a != b && b != c && a != c);
    // Equal calendars are one key.
    let other = legal.with_closing_days(days(&["2026-05-15"])).unwrap();
    assert_eq!(HashSet::from([ours.clone(), same, ours.clone(), legal, other]).len(), 3);
}

#[test]
fn equal_calendars_hash_alike_and_other_closing_days_otherwise() {
    use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
    let hash = |calendar: &Calendar| BuildHasherDefault::<DefaultHasher>::default().hash_one(calendar);
    let with = |text| Calendar::legal().with_closing_days([day(text)]).unwrap();
    assert_eq!(hash(&with("2026-05-15")), hash(&with("2026-05-15")));
    assert_ne!(hash(&with("2026-05-15")), hash(&with("2026-05-18")));
}

#[test]
fn a_calendar_has_a_name_a_text_and_a_version() {
    let lines = named().map(|calendar| {
        assert_eq!(calendar.name().parse(), Ok(calendar.clone()));
        let one = calendar.with_closing_days(days(&["2026-05-15"])).unwrap();
        let three = one.with_closing_days(days(&["2026-05-18", "2026-05-19"])).unwrap();
        format!("{} | {} | {} | {}", calendar.name(), one.name(), three.name(), calendar.citation())
    });
    assert_snapshot!(lines.join("\n"), @r"
    legal | legal+1 closing day | legal+3 closing days | Order of the Flemish Government of 29 January 2016 on civic integration, art. 1, 13°
    flemish_government | flemish_government+1 closing day | flemish_government+3 closing days | Flemish staff regulations (Vlaams Personeelsstatuut), art. X 11
    flemish_government_year_end | flemish_government_year_end+1 closing day | flemish_government_year_end+3 closing days | Flemish staff regulations (Vlaams Personeelsstatuut), art. X 11
    ");
    assert_eq!(Calendar::default(), Calendar::legal());
    assert_eq!(Calendar::version(), inburgering::calendar::CALENDAR_VERSION);
    assert_eq!(Calendar::version(), "2026-01-01");
    let ours = Calendar::legal().with_closing_days(days(&["2026-05-15"])).unwrap();
    assert_snapshot!(format!("{ours:?}"), @"Calendar { base: Legal, closing: Some({2026-05-15}) }");
}

#[test]
fn the_errors_say_what_was_given_and_what_is_allowed() {
    let legal = Calendar::legal();
    let errors = [
        legal.add(day("2100-01-04"), WorkingDays(10)).unwrap_err(),
        legal.add(day("2099-12-20"), WorkingDays(10)).unwrap_err(),
        legal.add(day("1995-01-10"), WorkingDays(-10)).unwrap_err(),
        legal.holidays(2100).unwrap_err(),
        "Legal".parse::<Calendar>().unwrap_err(),
        "85.07.30-901.33".parse::<Calendar>().unwrap_err(),
        Holiday::new(day("2025-11-12"), HolidayKind::Armistice).unwrap_err(),
    ];
    assert_snapshot!(errors.map(|error| error.to_string()).join("\n"), @r"
    the calendar covers 1995-01-01 to 2099-12-31; 2100-01-04 lies outside it
    the calendar covers 1995-01-01 to 2099-12-31; counting 10 working days from 2099-12-20 leads outside it
    the calendar covers 1995-01-01 to 2099-12-31; counting -10 working days from 1995-01-10 leads outside it
    the calendar covers the years 1995 to 2099; 2100 lies outside them
    no calendar is named `Legal`; use `legal`, `flemish_government` or `flemish_government_year_end`, and give closing days apart
    no calendar's name has digits, given are 15 characters; use `legal`, `flemish_government` or `flemish_government_year_end`, and give closing days apart
    `armistice` does not fall on 2025-11-12; ask the calendar for the holidays of 2025
    ");
}

#[test]
fn a_number_of_working_days_has_its_noun() {
    let lines = [-2, -1, 0, 1, 2].map(|n| format!("{} | {}", WorkingDays(n), WorkingDays(n).dutch()));
    assert_snapshot!(lines.join("\n"), @r"
    -2 working days | -2 werkdagen
    -1 working day | -1 werkdag
    0 working days | 0 werkdagen
    1 working day | 1 werkdag
    2 working days | 2 werkdagen
    ");
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..=(LAST_DAY - FIRST_DAY).num_days() as u64).prop_map(|offset| FIRST_DAY + Days::new(offset))
}

fn any_calendar() -> impl Strategy<Value = Calendar> {
    prop::sample::select(named().to_vec())
}

proptest! {
    #[test]
    fn adding_is_monotone(calendar in any_calendar(), a in any_day(), b in any_day(), n in -300..300) {
        let (a, b) = (a.min(b), a.max(b));
        if let (Ok(from_a), Ok(from_b)) = (calendar.add(a, WorkingDays(n)), calendar.add(b, WorkingDays(n))) {
            prop_assert!(from_a <= from_b);
        }
        if let (Ok(n_days), Ok(one_more)) = (calendar.add(a, WorkingDays(n)), calendar.add(a, WorkingDays(n + 1))) {
            prop_assert!(n_days < one_more);
        }
    }

    #[test]
    fn counting_undoes_adding(calendar in any_calendar(), a in any_day(), n in -300..300) {
        if let Ok(b) = calendar.add(a, WorkingDays(n)) {
            prop_assert!(n == 0 || calendar.is_working_day(b).unwrap());
            // Backwards from a closed day, the count from the answer up to the start lacks the start itself.
            let counted = calendar.count(a, b).unwrap().0;
            let lacks = i32::from(n < 0 && !calendar.is_working_day(a).unwrap());
            prop_assert_eq!(counted, n + lacks);
        }
    }

    #[test]
    fn counts_add_up(calendar in any_calendar(), a in any_day(), b in any_day(), c in any_day()) {
        let count = |from, to| calendar.count(from, to).unwrap().0;
        prop_assert_eq!(count(a, b) + count(b, c), count(a, c));
        prop_assert_eq!(count(b, a), -count(a, b));
    }

    #[test]
    fn no_number_of_days_panics(calendar in any_calendar(), a in any_day(), n: i32) {
        let _ = calendar.add(a, WorkingDays(n));
    }

    #[test]
    fn closing_days_are_those_that_were_given(given in prop::collection::btree_set(any_day(), 0..6)) {
        let legal = Calendar::legal();
        let ours = legal.with_closing_days(given.clone()).unwrap();
        prop_assert!(ours.closing_days().eq(given.iter().copied()));
        let lost = given.iter().filter(|day| legal.is_working_day(**day).unwrap()).count() as i32;
        let all = |calendar: &Calendar| calendar.count(FIRST_DAY, LAST_DAY).unwrap().0;
        // The first day is a Sunday, so all working days are counted.
        prop_assert_eq!(all(&ours), all(&legal) - lost);
    }
}
