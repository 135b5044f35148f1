//! The plain peer of placement: the rule for one person, asked person by person, and a map of lists.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use inburgering::{Caseload, Insz, ListRules, Municipality};

/// Every list of the day, each ascending by number.
#[must_use]
pub fn lists(caseload: &Caseload, on: NaiveDate, rules: ListRules) -> BTreeMap<Municipality, Vec<Insz>> {
    let mut lists: BTreeMap<Municipality, Vec<Insz>> = BTreeMap::new();
    for answer in caseload.persons().filter_map(|person| person.answer(on, rules)) {
        if let Some(municipality) = answer.municipality() {
            lists.entry(municipality).or_default().push(answer.number);
        }
    }
    for list in lists.values_mut() {
        list.sort_unstable();
    }
    lists
}
