//! The explanation of one person's answer: a short letter.

mod number_alone;

use core::fmt;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::caseload::UnknownPersonError;
use crate::citation::Citation;
use crate::fact::{Fact, of_number_alone, with_mergers};
use crate::language::Language;
use crate::{Answer, Insz, LegalBasis, Municipality, Outcome, Period, Placed, Reason, Timeline, TimelinePeriod};

/// Why one person has this answer on one day: the answer, the rule, its source, since when, the facts, and the answers
/// of the other days.
///
/// It was asked for, so `Display` shows the register number; `Debug` does not.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Explanation {
    /// The language of the letter.
    pub language: Language,
    /// The day of the answer.
    pub on: NaiveDate,
    /// The answer, with its reasons.
    pub answer: Answer,
    /// Since when, and until when, the answer holds by the facts as recorded now, later ones included.
    pub holds: Period,
    /// The facts known on the day, in the order of their days; among them how their municipalities went on under other codes,
    /// where the answers until the day name what one became.
    pub facts: Vec<Fact>,
    /// Whether everything under other numbers is left out, since the numbers may be two persons'. The answers are then those
    /// about the number that was asked for: undetermined where they depend on what is left out.
    pub leaves_facts_out: bool,
    /// The person's answers on every day, by the facts as recorded now.
    pub timeline: Timeline,
}

impl Placed {
    /// The explanation of one person's answer, by any of the person's numbers.
    ///
    /// Where the numbers may be two persons', since one became two or they replaced each other in a circle, it is about the
    /// number that was asked for alone: nothing that stands under another number is in it ([`Explanation::leaves_facts_out`]).
    ///
    /// # Errors
    /// [`UnknownPersonError`] if the caseload has no such person, or none that is known on the day; where facts under other
    /// numbers are left out, none under this one.
    pub fn explain(&self, insz: Insz, language: Language) -> Result<Explanation, UnknownPersonError> {
        let (caseload, on) = (self.caseload(), self.on());
        self.answer(insz)?;
        let person = caseload.person(insz).ok_or(UnknownPersonError::NotInCaseload)?;
        let leaves_facts_out = person.numbers().may_be_two_persons();
        let (timeline, facts) = if leaves_facts_out {
            let rows = caseload.own_rows(insz).ok_or(UnknownPersonError::NotInCaseload)?;
            let facts = of_number_alone(rows.person().facts_known_on(on), insz);
            (number_alone::timeline(&rows, insz, self.rules()), facts)
        } else {
            (person.timeline(self.rules()), person.facts_known_on(on))
        };
        let TimelinePeriod { period: holds, answer } =
            timeline.at(on).cloned().ok_or(UnknownPersonError::NotKnownOn { on })?;
        let facts = with_mergers(facts, on, &municipalities_until(&timeline, on));
        Ok(Explanation { language, on, answer, holds, facts, leaves_facts_out, timeline })
    }
}

/// The municipalities that the answers until the day name: those that a letter must say how they came about.
fn municipalities_until(timeline: &Timeline, on: NaiveDate) -> BTreeSet<Municipality> {
    let begun = timeline.periods().iter().filter(|period| period.period.from.is_none_or(|from| from <= on));
    begun.flat_map(|period| &period.answer.reasons).flat_map(Reason::municipalities).collect()
}

impl Explanation {
    /// The heading of the letter, with the register number.
    pub fn heading(&self) -> String {
        let (number, on) = (self.answer.number, self.language.day(self.on));
        match self.language {
            Language::Dutch => format!("Uitleg over {number} op {on}"),
            Language::English => format!("Explanation for {number} on {on}"),
        }
    }

    /// The answer in a sentence.
    pub fn verdict(&self) -> String {
        let words = self.answer.outcome.words(self.language);
        match (self.answer.outcome, self.language) {
            (Outcome::Undetermined, Language::Dutch) => {
                format!("{words}. Dat is geen neen: eerst moeten de gegevens rechtgezet worden.")
            }
            (Outcome::Undetermined, Language::English) => {
                format!("{words}. That is not a no: the facts must be put right first.")
            }
            (_, Language::Dutch) => format!("deze persoon staat {words}."),
            (_, Language::English) => format!("this person is {words}."),
        }
    }

    /// Since when, and until when, the answer holds, in a sentence.
    pub fn since(&self) -> String {
        let holds = self.holds.words(self.language);
        match (self.holds.until, self.language) {
            (Some(_), Language::Dutch) => {
                format!("Volgens alles wat nu geregistreerd is, geldt dit antwoord {holds}.")
            }
            (None, Language::Dutch) => format!(
                "Volgens alles wat nu geregistreerd is, geldt dit antwoord {holds}, zolang er geen nieuwe gegevens \
                 bijkomen."
            ),
            (Some(_), Language::English) => format!("By all that is recorded now, this answer holds {holds}."),
            (None, Language::English) => {
                format!("By all that is recorded now, this answer holds {holds}, as long as there are no new facts.")
            }
        }
    }

    /// The legal basis of the lists on the day; none before 2019-07-29.
    pub fn legal_basis(&self) -> Option<LegalBasis> {
        LegalBasis::on(self.on)
    }

    /// The article on which lists were given to municipalities on the day, in a sentence; or that there was none.
    pub fn legal_basis_sentence(&self) -> String {
        let on = self.language.day(self.on);
        let article = self.legal_basis().map(|basis| basis.citation().sentence(self.language));
        match (article, self.language) {
            (Some(article), Language::Dutch) => format!("Rechtsgrond van de lijsten op {on}: {article}."),
            (Some(article), Language::English) => format!("Legal basis of the lists on {on}: {article}."),
            (None, Language::Dutch) => {
                format!("Op {on} was er nog geen rechtsgrond om lijsten aan gemeenten te geven.")
            }
            (None, Language::English) => {
                format!("On {on} there was no legal basis yet for giving lists to municipalities.")
            }
        }
    }

    /// What stands above the facts.
    pub fn facts_heading(&self) -> String {
        let on = self.language.day(self.on);
        match self.language {
            Language::Dutch => format!("De gegevens, zoals bekend op {on}"),
            Language::English => format!("The facts, as known on {on}"),
        }
    }

    /// What stands in the place of facts where there are none that can be read.
    pub const fn no_facts(&self) -> &'static str {
        match self.language {
            Language::Dutch => "er zijn geen leesbare gegevens",
            Language::English => "there are no readable facts",
        }
    }

    /// What stands beneath the facts where some are left out.
    pub const fn left_out(&self) -> Option<&'static str> {
        match (self.leaves_facts_out, self.language) {
            (false, _) => None,
            (true, Language::Dutch) => Some(
                "Wat onder andere nummers geregistreerd is, staat niet in deze brief en telt hier niet mee: het kan van \
                 iemand anders zijn.",
            ),
            (true, Language::English) => Some(
                "What is recorded under other numbers is not in this letter and does not count here: it may be another \
                 person's.",
            ),
        }
    }

    /// What stands above the timeline.
    pub const fn timeline_heading(&self) -> &'static str {
        match self.language {
            Language::Dutch => "Het antwoord door de tijd, volgens alles wat nu geregistreerd is",
            Language::English => "The answer through time, by all that is recorded now",
        }
    }

    /// A line of the timeline. The number stands in it only where the person had several.
    fn line(&self, period: &TimelinePeriod) -> String {
        let Answer { number, outcome, flags, reasons } = &period.answer;
        let (days, answer) = (period.period.words(self.language), outcome.words(self.language));
        let [contract, attest] = flags.words(self.language).map(|(_, word)| word);
        let flags = match self.language {
            Language::Dutch => format!("contract {contract}, attest {attest}"),
            Language::English => format!("contract {contract}, certificate {attest}"),
        };
        let number = match (self.timeline.has_several_numbers(), self.language) {
            (false, _) => String::new(),
            (true, Language::Dutch) => format!("; nummer {number}"),
            (true, Language::English) => format!("; number {number}"),
        };
        let reasons: Vec<_> = reasons.iter().map(|reason| reason.sentence(self.language)).collect();
        format!("{days}: {answer}; {flags}{number}; {}", reasons.join("; "))
    }
}

/// Where a source can be read, if it can.
fn writeln_url(f: &mut fmt::Formatter<'_>, citation: Citation, language: Language) -> fmt::Result {
    citation.url().map_or(Ok(()), |url| writeln!(f, "{}: {url}", citation.url_label(language)))
}

/// The letter as text, in its language.
impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let language = self.language;
        let [answer, reason, source] = match language {
            Language::Dutch => ["Antwoord", "Reden", "Bron"],
            Language::English => ["Answer", "Reason", "Source"],
        };
        writeln!(f, "{}\n\n{answer}: {}", self.heading(), self.verdict())?;
        for why in &self.answer.reasons {
            let citation = why.citation();
            writeln!(f, "{reason}: {}.\n{source}: {}.", why.sentence(language), citation.sentence(language))?;
            writeln_url(f, citation, language)?;
        }
        writeln!(f, "{}", self.legal_basis_sentence())?;
        self.legal_basis().map_or(Ok(()), |basis| writeln_url(f, basis.citation(), language))?;
        for (name, word) in self.answer.flags.words(language) {
            writeln!(f, "{name}: {word}.")?;
        }
        writeln!(f, "\n{}\n\n{}:", self.since(), self.facts_heading())?;
        if self.facts.is_empty() {
            writeln!(f, "- {}", self.no_facts())?;
        }
        self.facts.iter().try_for_each(|fact| writeln!(f, "- {}", fact.sentence(language)))?;
        self.left_out().map_or(Ok(()), |sentence| writeln!(f, "\n{sentence}"))?;
        writeln!(f, "\n{}:", self.timeline_heading())?;
        self.timeline.periods().iter().try_for_each(|period| writeln!(f, "- {}", self.line(period)))
    }
}
