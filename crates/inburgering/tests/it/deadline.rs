//! Tests of `deadline`.

use chrono::NaiveDate;
use inburgering::{Calendar, CalendarError, ClosedDay, Deadline, DeadlineStatus, WorkingDays};
use insta::assert_snapshot;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn deadline(event: &str, working_days: i32) -> Deadline {
    Calendar::legal().deadline(day(event), WorkingDays(working_days)).unwrap()
}

fn english(days: impl Iterator<Item = ClosedDay>) -> String {
    days.map(|day| day.to_string()).collect::<Vec<_>>().join("\n")
}

fn dutch(days: impl Iterator<Item = ClosedDay>) -> String {
    days.map(|day| day.dutch()).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_deadline_keeps_what_it_was_made_of() {
    let calendar = Calendar::flemish_government().with_closing_days([day("2025-11-10")]).unwrap();
    let deadline = calendar.deadline(day("2025-11-03"), WorkingDays(10)).unwrap();
    assert_eq!(deadline.event(), day("2025-11-03"));
    assert_eq!(deadline.working_days(), WorkingDays(10));
    assert_eq!(deadline.calendar(), &calendar);
    assert_eq!(deadline.due(), day("2025-11-19"));
    assert_eq!(Some(deadline.due()), calendar.add(day("2025-11-03"), WorkingDays(10)).ok());
}

#[test]
fn a_deadline_lists_every_day_it_skipped_with_why() {
    let deadline = deadline("2025-12-15", 20);
    assert_snapshot!(english(deadline.skipped()), @r"
    20 December: Saturday
    21 December: Sunday
    25 December: Kerstmis (Christmas Day)
    27 December: Saturday
    28 December: Sunday
    1 January: Nieuwjaar (New Year's Day)
    3 January: Saturday
    4 January: Sunday
    10 January: Saturday
    11 January: Sunday
    ");
    assert_snapshot!(dutch(deadline.skipped_weekdays()), @r"
    25 december: Kerstmis
    1 januari: Nieuwjaar
    ");
}

#[test]
fn a_holiday_in_a_weekend_is_a_weekend_day() {
    let deadline = deadline("2026-10-30", 2);
    assert_snapshot!(dutch(deadline.skipped()), @r"
    31 oktober: zaterdag
    1 november: zondag, Allerheiligen
    ");
    assert_eq!(deadline.skipped_weekdays().count(), 0);
}

#[test]
fn the_day_of_the_event_and_the_due_day_are_not_among_the_skipped() {
    // From the armistice, over a weekend, to a Monday.
    assert_snapshot!(english(deadline("2025-11-11", 4).skipped()), @r"
    15 November: Saturday
    16 November: Sunday
    ");
    // From a Saturday: the Sunday after it was skipped.
    assert_snapshot!(english(deadline("2025-03-01", 1).skipped()), @"2 March: Sunday");
    assert_eq!(deadline("2025-03-03", 1).skipped().count(), 0);
}

#[test]
fn a_deadline_of_no_working_days_is_its_event() {
    let sunday = deadline("2025-03-02", 0);
    assert_eq!(sunday.due(), day("2025-03-02"));
    assert_eq!(sunday.skipped().count(), 0);
    assert_eq!(sunday.status(day("2025-03-01")), Ok(DeadlineStatus::DaysLeft(WorkingDays(0))));
    assert_eq!(sunday.status(day("2025-02-28")), Ok(DeadlineStatus::DaysLeft(WorkingDays(0))));
    assert_eq!(sunday.status(day("2025-02-27")), Ok(DeadlineStatus::DaysLeft(WorkingDays(1))));
}

#[test]
fn a_deadline_before_its_event_skips_the_days_in_between() {
    let before = deadline("2025-11-12", -3);
    assert_eq!(before.due(), day("2025-11-06"));
    assert_snapshot!(english(before.skipped()), @r"
    8 November: Saturday
    9 November: Sunday
    11 November: Wapenstilstand (Armistice Day)
    ");
    // The event itself is not among them, holiday or not.
    assert_snapshot!(english(deadline("2025-11-11", -3).skipped()), @r"
    8 November: Saturday
    9 November: Sunday
    ");
}

#[test]
fn the_skipped_and_the_counted_days_are_all_the_days() {
    let calendars = [Calendar::legal(), Calendar::flemish_government(), Calendar::flemish_government_year_end()];
    for calendar in calendars {
        for event in day("2008-04-01").iter_days().take(400) {
            let deadline = calendar.deadline(event, WorkingDays(10)).unwrap();
            let days = (deadline.due() - event).num_days();
            assert_eq!(deadline.skipped().count() as i64 + 10, days, "{event}");
            for skipped in deadline.skipped() {
                assert!(event < skipped.day() && skipped.day() < deadline.due());
                assert_eq!(calendar.closed(skipped.day()), Ok(Some(skipped)));
            }
        }
    }
}

#[test]
fn the_status_counts_working_days_on_both_sides_of_the_due_day() {
    use DeadlineStatus::{DaysLeft, DueToday, Late};
    // Due on Friday 14 March 2025.
    let deadline = deadline("2025-03-01", 10);
    let expected = [
        ("2025-03-01", DaysLeft(WorkingDays(10))),
        ("2025-03-02", DaysLeft(WorkingDays(10))),
        ("2025-03-03", DaysLeft(WorkingDays(9))),
        ("2025-03-12", DaysLeft(WorkingDays(2))),
        ("2025-03-13", DaysLeft(WorkingDays(1))),
        ("2025-03-14", DueToday),
        ("2025-03-15", Late(WorkingDays(0))),
        ("2025-03-16", Late(WorkingDays(0))),
        ("2025-03-17", Late(WorkingDays(1))),
        ("2025-03-18", Late(WorkingDays(2))),
    ];
    for (on, status) in expected {
        assert_eq!(deadline.status(day(on)), Ok(status), "{on}");
    }
}

#[test]
fn the_status_counts_in_the_deadlines_own_calendar() {
    let on = day("2025-12-31");
    let late = |calendar: Calendar| {
        let deadline = calendar.deadline(day("2025-12-09"), WorkingDays(10)).unwrap();
        assert_eq!(deadline.due(), day("2025-12-23"));
        deadline.status(on).unwrap()
    };
    assert_eq!(late(Calendar::legal()), DeadlineStatus::Late(WorkingDays(5)));
    assert_eq!(late(Calendar::flemish_government()), DeadlineStatus::Late(WorkingDays(4)));
    assert_eq!(late(Calendar::flemish_government_year_end()), DeadlineStatus::Late(WorkingDays(1)));
}

#[test]
fn the_status_agrees_with_the_calendar_on_every_day_of_two_years() {
    let calendar = Calendar::flemish_government();
    let deadline = calendar.deadline(day("2026-06-01"), WorkingDays(20)).unwrap();
    for on in day("2025-06-01").iter_days().take(730) {
        let count = calendar.count(on, deadline.due()).unwrap().0;
        let status = deadline.status(on).unwrap();
        match status {
            DeadlineStatus::DaysLeft(days) => assert!(on < deadline.due() && days.0 == count && count > 0),
            DeadlineStatus::DueToday => assert_eq!(on, deadline.due()),
            DeadlineStatus::Late(days) => assert!(on > deadline.due() && days.0 == -count),
        }
    }
}

#[test]
fn beyond_the_horizon_there_is_no_deadline_and_no_status() {
    let legal = Calendar::legal();
    let outside = day("2100-01-01");
    assert_eq!(legal.deadline(outside, WorkingDays(1)), Err(CalendarError::Outside { day: outside }));
    let start = day("2099-12-30");
    assert_eq!(legal.deadline(start, WorkingDays(1)).unwrap().due(), day("2099-12-31"));
    let error = CalendarError::AnswerOutside { start, working_days: WorkingDays(2) };
    assert_eq!(legal.deadline(start, WorkingDays(2)), Err(error));
    let deadline = deadline("2099-12-01", 5);
    assert_eq!(deadline.status(outside), Err(CalendarError::Outside { day: outside }));
    assert!(deadline.status(day("2099-12-31")).is_ok());
}

#[test]
fn the_status_has_its_sentences() {
    use DeadlineStatus::{DaysLeft, DueToday, Late};
    let lines = [
        DaysLeft(WorkingDays(0)),
        DaysLeft(WorkingDays(1)),
        DaysLeft(WorkingDays(2)),
        DueToday,
        Late(WorkingDays(0)),
        Late(WorkingDays(1)),
        Late(WorkingDays(2)),
    ]
    .map(|status| format!("{status} | {}", status.dutch()));
    assert_snapshot!(lines.join("\n"), @r"
    0 working days are left | er resten nog 0 werkdagen
    1 working day is left | er rest nog 1 werkdag
    2 working days are left | er resten nog 2 werkdagen
    the due day is today | vandaag is de uiterste dag
    the due day has passed, but no working day since | de uiterste dag is verstreken, maar sindsdien nog geen enkele werkdag
    the due day passed 1 working day ago | de uiterste dag is 1 werkdag geleden verstreken
    the due day passed 2 working days ago | de uiterste dag is 2 werkdagen geleden verstreken
    ");
}

#[cfg(feature = "serde")]
#[test]
fn a_deadline_goes_out_and_comes_back_checked() {
    let deadline = deadline("2025-11-03", 10);
    let text = serde_json::to_string(&deadline).unwrap();
    assert_eq!(text, r#"{"calendar":{"name":"legal"},"event":"2025-11-03","working_days":10,"due":"2025-11-18"}"#);
    assert_eq!(serde_json::from_str::<Deadline>(&text).unwrap(), deadline);
    let error = |from: &str, to: &str| serde_json::from_str::<Deadline>(&text.replace(from, to)).unwrap_err();
    assert_snapshot!(error("11-18", "11-17"), @"the due day is given as 2025-11-17; the calendar answers 2025-11-18");
    assert_snapshot!(error("2025-11-03", "2100-01-01"), @"the calendar covers 1995-01-01 to 2099-12-31; 2100-01-01 lies outside it");
}

#[cfg(feature = "serde")]
#[test]
fn a_status_goes_out_and_comes_back_checked() {
    let forms = [
        (DeadlineStatus::DaysLeft(WorkingDays(3)), r#"{"days_left":3}"#),
        (DeadlineStatus::DueToday, r#""due_today""#),
        (DeadlineStatus::Late(WorkingDays(0)), r#"{"late":0}"#),
    ];
    for (status, text) in forms {
        assert_eq!(serde_json::to_string(&status).unwrap(), text);
        assert_eq!(serde_json::from_str::<DeadlineStatus>(text).unwrap(), status);
    }
    for text in [r#"{"days_left":-1}"#, r#"{"late":-1}"#] {
        let error = serde_json::from_str::<DeadlineStatus>(text).unwrap_err().to_string();
        assert!(error.starts_with("the working days of a status are never negative; -1 is"), "{error}");
    }
}
