//! The command line.

use crate::place::{Place, cases};

#[test]
fn a_command_that_cannot_be_followed_says_why() {
    let place = Place::new();
    let errors = [
        &["--on", "15/01/2025"][..],
        &["--on", "2025-01-15", "--deliver-on", "2025-01-14"],
        &["--on", "2025-01-15", "--delivered-at", "2025-01-16T09:00:00+01:00"],
        &["--on", "2025-01-15", "--delivered-at", "noon"],
        &["--on", "2025-01-15", "--closed", "residence"],
        &["--on", "2025-01-15", "--calendar", "lunar"],
        &["--on", "2025-01-15", "--closing-day", "1066-10-14"],
        &["--on", "2025-01-15", "--operator", "85.07.30-901.33"],
        &["--on", "2025-01-15", "--today"],
        &["--deliver-on", "2025-01-15"],
    ]
    .map(|options| place.command(&cases("small"), options).unwrap_err().to_string());
    insta::assert_snapshot!(errors.join("\n"), @"
    --on: `15/01/2025` is no day; write it as YYYY-MM-DD
    --deliver-on: 2025-01-14 lies before the day of assessment, 2025-01-15; give that day or a later one
    --delivered-at: 2025-01-16 09:00:00 +01:00 does not fall on the day of delivery, 2025-01-15; give an instant of that day
    --delivered-at: `noon` is no instant; write it as 2025-01-20T12:00:00+01:00
    --closed: `residence` is not among its values; use contract_municipality or residence_at_closing or contract_municipality_if_resident
    --calendar: no calendar is named `lunar`; use `legal`, `flemish_government` or `flemish_government_year_end`, and give closing days apart
    --closing-day: the calendar covers 1995-01-01 to 2099-12-31; 1066-10-14 lies outside it
    --operator: the text contains a register number, which may not stand on a receipt; leave it out
    invalid option '--today'; see --help
    --on is missing; see --help
    ");
    let error = place.exchange(&cases("small"), &["--on", "2025-01-15", "--deliver-on", "2100-01-04"]).unwrap_err();
    insta::assert_snapshot!(error, @"persons can be placed from 1995-01-01 to 2099-12-31; 2100-01-04 lies outside");
}
