//! The golden cases of `calendar` and `deadline`.

use std::collections::HashSet;

use inburgering::{Calendar, CalendarError, Closure, WorkingDays};

use super::day;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Golden {
    case: Vec<Case>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    citation: String,
    input: Input,
    expected: toml::Table,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    question: String,
    calendar: String,
    day: String,
    until: Option<String>,
    working_days: Option<i32>,
    #[serde(default)]
    closing_days: Vec<String>,
}

/// The answer to a golden question, as the table that the case expects, and the citation behind it.
fn answer(input: &Input) -> Result<(toml::Table, String), CalendarError> {
    let closing = input.closing_days.iter().map(|text| day(text));
    let calendar = input.calendar.parse::<Calendar>()?.with_closing_days(closing)?;
    let start = day(&input.day);
    let working_days = || WorkingDays(input.working_days.expect("this question needs working_days"));
    let mut citation = calendar.citation();
    let mut answer = toml::Table::new();
    let mut put = |key: &str, value: toml::Value| answer.insert(key.to_owned(), value);
    match input.question.as_str() {
        "add" => put("day", calendar.add(start, working_days())?.to_string().into()),
        "next" => put("day", calendar.next(start)?.to_string().into()),
        "count" => {
            let until = day(input.until.as_deref().expect("this question needs until"));
            put("working_days", calendar.count(start, until)?.0.into())
        }
        "closed" => {
            let closed = calendar.closed(start)?;
            for reason in closed.iter().flat_map(|closed| closed.reasons()) {
                if let Closure::Holiday(kind) = reason {
                    citation = kind.citation();
                }
            }
            put("english", closed.as_ref().map_or(String::new(), ToString::to_string).into());
            put("dutch", closed.map_or(String::new(), |closed| closed.dutch()).into())
        }
        "deadline" => {
            let deadline = calendar.deadline(start, working_days())?;
            put("due", deadline.due().to_string().into());
            put("skipped", deadline.skipped_weekdays().map(|day| day.dutch()).collect::<Vec<_>>().into())
        }
        other => panic!("no question `{other}`"),
    };
    Ok((answer, citation.to_string()))
}

#[test]
fn golden_cases() {
    let golden: Golden = toml::from_str(include_str!("../../golden/calendar.toml")).unwrap();
    assert!(golden.case.len() > 50);
    let names: HashSet<_> = golden.case.iter().map(|case| &case.name).collect();
    assert_eq!(names.len(), golden.case.len(), "every case has its own name");
    for case in &golden.case {
        match answer(&case.input) {
            Ok((answer, citation)) => {
                assert_eq!(answer, case.expected, "{}", case.name);
                assert_eq!(citation, case.citation, "{}", case.name);
            }
            Err(error) => {
                assert_eq!(Some(error.to_string().as_str()), case.expected["error"].as_str(), "{}", case.name)
            }
        }
    }
}
