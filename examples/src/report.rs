//! The report of an exchange, for the agency: the codes in English, the sentences in Dutch, and no register number but in
//! an explanation that was asked for.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use inburgering::{
    Area, Assessment, AssessmentOutcome, Caseload, Cell, Explanation, Figures, Finding, FindingKind, History, Measure,
    Placed, Protocol, Register, RequestState, UnreadableRows,
};

use crate::exchange::{Case, Exchange, NotHanded};
use crate::ledger::{PROTOCOLS, REQUESTS};
use crate::problem::Problem;

/// The width to which the lines are broken.
const WIDTH: usize = 110;
/// Where what stands after a label begins.
const INDENT: usize = 14;
/// How many rows of a kind of finding, and how many problems, are named.
const MOST_NAMED: usize = 4;

/// The report as it grows, and the same without the requests one by one.
pub(crate) struct Report {
    whole: String,
    summary: String,
}

impl Report {
    pub(crate) const fn new() -> Self {
        Self { whole: String::new(), summary: String::new() }
    }

    pub(crate) fn whole(&self) -> &str {
        &self.whole
    }

    pub(crate) fn summary(&self) -> &str {
        &self.summary
    }

    fn line(&mut self, line: &str) {
        for text in [&mut self.whole, &mut self.summary] {
            text.push_str(line.trim_end());
            text.push('\n');
        }
    }

    fn title(&mut self, title: &str) {
        self.line("");
        self.line(title);
        self.line(&"-".repeat(title.chars().count()));
    }

    /// A label, and a text after it that is broken into lines.
    fn labelled(&mut self, label: &str, text: &str) {
        for line in labelled(label, text) {
            self.line(&line);
        }
    }

    pub(crate) fn heading(&mut self, exchange: &Exchange) {
        let Exchange { on, deliver_on, options, rules, unreadable, .. } = exchange;
        let title = format!("Exchange: assessed on {on}, delivered on {deliver_on}");
        self.line(&title);
        self.line(&"=".repeat(title.chars().count()));
        self.labelled("closed", rules.closed.as_str());
        self.labelled("brussels", rules.brussels.as_str());
        self.labelled("inherited", options.inherited.as_str());
        self.labelled("year", options.year.as_str());
        self.labelled("calendar", &options.calendar.name());
        let unreadable = match unreadable {
            UnreadableRows::Refused => "refused",
            UnreadableRows::SetAside => "set_aside",
        };
        self.labelled("unreadable", unreadable);
    }

    pub(crate) fn files(&mut self, tables: &[(String, u32)], protocols: &Register, history: &History) {
        self.title("Files");
        let protocols = (PROTOCOLS.to_owned(), protocols.protocols().count(), "protocol");
        let requests = (REQUESTS.to_owned(), history.records().count(), "request");
        let tables =
            tables.iter().map(|(file, rows)| (file.clone(), usize::try_from(*rows).unwrap_or(usize::MAX), "row"));
        for (file, count, noun) in tables.chain([protocols, requests]) {
            self.line(&format!("  {file:17} {count:>9} {}", plural(count, noun)));
        }
    }

    pub(crate) fn set_aside(&mut self, caseload: &Caseload, problems: &[Problem]) {
        if problems.is_empty() {
            return;
        }
        self.title("Rows that cannot be read");
        let mut rows: Vec<_> = problems.iter().map(|problem| (&problem.file, row_number(problem))).collect();
        rows.sort_unstable();
        rows.dedup();
        self.line(&format!("  {:>9} {} set aside", rows.len(), plural(rows.len(), "row")));
        self.line(&format!(
            "  {:>9} of them without a register number that can be read",
            caseload.rows_without_number()
        ));
        problems.iter().take(MOST_NAMED).for_each(|problem| self.labelled("", &problem.to_string()));
        self.and_others(problems.len().saturating_sub(MOST_NAMED));
    }

    pub(crate) fn findings(&mut self, caseload: &Caseload) {
        let mut by_kind: BTreeMap<FindingKind, Vec<&Finding>> = BTreeMap::new();
        for finding in caseload.findings() {
            by_kind.entry(finding.kind).or_default().push(finding);
        }
        self.title(&format!("Findings: {} (a finding stops nothing)", caseload.findings().len()));
        for (kind, findings) in by_kind {
            let named = findings.iter().take(MOST_NAMED).map(|finding| rows_of(finding)).collect::<Vec<_>>().join("; ");
            let others = findings.len().saturating_sub(MOST_NAMED);
            let others = if others == 0 { String::new() } else { format!("; and {others} more") };
            self.line(&format!("  {:>5}  {:30} {named}{others}", findings.len(), kind.code()));
            self.whole.extend([&" ".repeat(9), kind.dutch(), "\n"]);
        }
    }

    fn and_others(&mut self, others: usize) {
        if others > 0 {
            self.labelled("", &format!("and {others} more"));
        }
    }

    /// The requests one by one: left out of the summary.
    pub(crate) fn cases(&mut self, exchange: &Exchange, cases: &[Case]) {
        let mut text = Self::new();
        text.title("Requests, in the order of receipt");
        for case in cases {
            text.line("");
            text.case(exchange, case);
        }
        self.whole.push_str(text.whole());
    }

    fn case(&mut self, exchange: &Exchange, case: &Case) {
        let assessment = &case.assessment;
        let request = assessment.request();
        self.line(&format!("{}", request.id()));
        let municipality = request.municipality();
        self.labelled(
            "received",
            &format!("{} from {municipality}, by the door {}", request.received_on(), request.door()),
        );
        self.labelled("purposes", &request.purposes().dutch());
        self.assessment(exchange, assessment);
        if case.granted_before {
            let recorded = format!("was recorded on {}, and is assessed again as on that day", assessment.on());
            self.labelled("", &recorded);
        }
        match &case.delivery {
            None => {}
            Some(Ok(handed)) => {
                let (list, receipt) = (&handed.delivery.list, &handed.delivery.receipt);
                let persons = list.len();
                self.labelled(
                    "delivered",
                    &format!("{} {} to {}", persons, plural(persons, "person"), receipt.municipality),
                );
                let notices =
                    handed.delivery.cover_note.notices.iter().filter(|notice| !assessment.notices().contains(notice));
                for notice in notices {
                    self.labelled("notice", &format!("{}: {}", notice.code(), notice.dutch()));
                }
                self.labelled("kept until", &receipt.kept_until.to_string());
                self.labelled("files", &handed.folder.display().to_string());
            }
            Some(Err(not)) => match not.refused() {
                Some(refused) => {
                    self.labelled("delivery", &format!("refused on {}", refused.on()));
                    self.refusals(refused);
                }
                None => self.failure(not),
            },
        }
    }

    fn failure(&mut self, not: &NotHanded) {
        self.labelled("NOT DELIVERED", &not.to_string());
    }

    fn assessment(&mut self, exchange: &Exchange, assessment: &Assessment) {
        let answer = match assessment.outcome() {
            AssessmentOutcome::Granted => "granted: toegekend".to_owned(),
            AssessmentOutcome::Waiting(awaited) => format!("waiting, {}: in wacht", awaited.as_str()),
            AssessmentOutcome::Refused(_) => "refused: geweigerd".to_owned(),
        };
        self.labelled("answer", &answer);
        self.refusals(assessment);
        if let Some(protocol) = assessment.protocol() {
            self.labelled("protocol", &protocol_line(protocol, assessment.on()));
        }
        for notice in assessment.notices() {
            self.labelled("notice", &format!("{}: {}", notice.code(), notice.dutch()));
        }
        let Some(deadline) = assessment.deadline() else { return };
        let term = deadline.working_days();
        self.labelled("due", &format!("{}, {term} after receipt", deadline.due()));
        let skipped: Vec<_> = deadline.skipped_weekdays().map(|day| day.dutch()).collect();
        let weekends = deadline.skipped().filter(inburgering::ClosedDay::is_weekend).count();
        let weekends = format!("{weekends} {}", if weekends == 1 { "weekenddag" } else { "weekenddagen" });
        let skipped: Vec<_> = skipped.into_iter().chain([weekends]).collect();
        self.labelled("skipped", &skipped.join("; "));
        // The day was within the horizon when the request was assessed.
        if let Ok(status) = deadline.status(exchange.on) {
            self.labelled("status", &status.dutch());
        }
    }

    fn refusals(&mut self, assessment: &Assessment) {
        for refusal in assessment.refusals() {
            self.labelled("reason", &format!("{}: {}", refusal.code(), refusal.dutch()));
        }
    }

    /// The requests that are not answered on the day, with why.
    pub(crate) fn others(&mut self, history: &History, on: NaiveDate) {
        let mut text = Self::new();
        for record in history.records() {
            let state = match record.state_on(on) {
                None => "later".to_owned(),
                Some(RequestState::Received | RequestState::Waiting | RequestState::Granted) => continue,
                Some(state) => state.to_string(),
            };
            let request = record.request();
            text.labelled(&state, &format!("{}, received on {}", request.id(), request.received_on()));
        }
        if !text.whole.is_empty() {
            let mut title = Self::new();
            title.title("Requests with nothing to answer");
            self.whole.push_str(title.whole());
            self.whole.push_str(text.whole());
        }
    }

    /// How many requests got which answer.
    pub(crate) fn answers(&mut self, cases: &[Case]) {
        self.title("Answers");
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for case in cases {
            let answer = match case.assessment.outcome() {
                AssessmentOutcome::Granted => "1 granted".to_owned(),
                AssessmentOutcome::Waiting(awaited) => format!("2 waiting, {}", awaited.as_str()),
                AssessmentOutcome::Refused(_) => "3 refused".to_owned(),
            };
            *counts.entry(answer).or_default() += 1;
            for refusal in case.assessment.refusals() {
                *counts.entry(format!("3 refused: {}", refusal.code())).or_default() += 1;
            }
            match &case.delivery {
                None => {}
                Some(Ok(_)) => *counts.entry("4 delivered".into()).or_default() += 1,
                Some(Err(not)) if not.refused().is_some() => {
                    *counts.entry("5 refused at delivery".into()).or_default() += 1;
                }
                Some(Err(_)) => *counts.entry("6 NOT DELIVERED, see the report".into()).or_default() += 1,
            }
        }
        for (answer, count) in counts {
            let answer = answer.get(2..).unwrap_or_default();
            match answer.split_once(": ") {
                Some((_, code)) => self.line(&format!("             {count:>7}  {code}")),
                None => self.line(&format!("  {count:>7}  {answer}")),
            }
        }
        let rows: usize = cases
            .iter()
            .filter_map(|case| case.delivery.as_ref()?.as_ref().ok())
            .map(|handed| handed.delivery.list.len())
            .sum();
        self.line(&format!("  {rows:>7}  {} on the lists that were delivered", plural(rows, "person")));
    }

    pub(crate) fn placement(&mut self, placed: &Placed) {
        let counts = placed.counts();
        self.title(&format!("Persons on {}", placed.on()));
        for (count, answer) in [
            (counts.persons, "persons"),
            (counts.eligible, "eligible"),
            (counts.not_eligible, "not_eligible"),
            (counts.undetermined, "undetermined"),
        ] {
            self.line(&format!("  {count:>9}  {answer}"));
        }
        self.line("  for each reason:");
        for (reason, count) in &counts.by_reason {
            self.line(&format!("  {count:>9}  {reason}"));
        }
    }

    /// The figures of Flanders and its provinces, in this year and the one before.
    pub(crate) fn figures(&mut self, figures: &Figures) {
        let snapshot = figures.snapshot();
        self.title(&format!("Figures, snapshot of {snapshot}"));
        let this_year = snapshot.year();
        let areas: Vec<Area> = {
            let of_year = figures.all().iter().filter(|figure| figure.year == this_year);
            let mut areas: Vec<Area> = of_year.map(|figure| figure.area).collect();
            areas.retain(|area| matches!(area, Area::Flanders | Area::Province(_)));
            areas.sort_unstable_by_key(|area| (*area != Area::Flanders, *area));
            areas.dedup();
            areas
        };
        let heading: String = Measure::ALL.map(|measure| format!("{:>14}", measure.as_str())).concat();
        self.line(&format!("  {:21}{heading}", ""));
        for year in [this_year - 1, this_year] {
            for &area in &areas {
                let name = match area {
                    Area::Province(province) => province.name(),
                    _ => "Flanders",
                };
                let cell = |measure| match figures.get(measure, year, area).map(|figure| figure.count) {
                    Some(Cell::Published(count)) => count.to_string(),
                    Some(_) => "suppressed".to_owned(),
                    None => "-".to_owned(),
                };
                let cells: String = Measure::ALL.map(|measure| format!("{:>14}", cell(measure))).concat();
                self.line(&format!("  {year} {name:16}{cells}"));
            }
        }
        let all = figures.all();
        let suppressed = all.iter().filter(|figure| figure.count.published().is_none()).count();
        self.line(&format!(
            "  {suppressed} of {} figures, over all years and municipalities, are suppressed (threshold {})",
            all.len(),
            figures.threshold().persons()
        ));
    }

    pub(crate) fn explanations(&mut self, explanations: &[Explanation]) {
        for explanation in explanations {
            self.title("An explanation that was asked for");
            for line in explanation.to_string().lines() {
                self.line(line);
            }
        }
    }
}

fn row_number(problem: &Problem) -> Option<u32> {
    use crate::problem::Place;
    match problem.place {
        Place::Row(row) | Place::Cell(row, _) => Some(row),
        Place::File | Place::Text { .. } => None,
    }
}

fn plural(count: usize, noun: &str) -> String {
    if count == 1 { noun.to_owned() } else { format!("{noun}s") }
}

fn protocol_line(protocol: &Protocol, on: NaiveDate) -> String {
    let stage = protocol.stage_on(on).map_or("", |stage| stage.dutch());
    format!("{} ({}), {stage}", protocol.id(), protocol.kind().dutch())
}

/// The rows of a finding: `dossiers 3, residences 5, 6`.
fn rows_of(finding: &Finding) -> String {
    let mut text = String::new();
    let mut table = None;
    for row in &finding.rows {
        if !text.is_empty() {
            text.push_str(", ");
        }
        if table != Some(row.table) {
            text.extend([row.table.as_str(), " "]);
            table = Some(row.table);
        }
        text.push_str(&row.row.to_string());
    }
    text
}

/// A label with a text after it, in lines of [`WIDTH`] characters at most, as far as words allow.
fn labelled(label: &str, text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = format!("  {label:width$} ", width = INDENT - 3);
    let mut is_begun = false;
    for word in text.split(' ') {
        if is_begun && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push(std::mem::replace(&mut line, " ".repeat(INDENT)));
            is_begun = false;
        }
        if is_begun {
            line.push(' ');
        }
        line.push_str(word);
        is_begun = true;
    }
    lines.push(line);
    lines
}
