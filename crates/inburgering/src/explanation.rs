//! The explanation of one person's answer: a short letter.

use core::fmt;

use chrono::NaiveDate;

use crate::caseload::UnknownPersonError;
use crate::fact::Fact;
use crate::language::{Language, dutch_day};
use crate::{Answer, Insz, Outcome, Period, Placed};

/// Why one person has this answer on one day: the answer, the rule, its source, since when, and the facts.
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
    /// The facts known on the day, in the order of their days.
    pub facts: Vec<Fact>,
}

impl Placed {
    /// The explanation of one person's answer, by any of the person's numbers.
    ///
    /// # Errors
    /// [`UnknownPersonError`] if the caseload has no such person, or none that is known on the day.
    pub fn explain(&self, insz: Insz, language: Language) -> Result<Explanation, UnknownPersonError> {
        let answer = self.answer(insz)?;
        let timeline = self.caseload().timeline(insz, self.rules())?;
        let holds = timeline.at(self.on()).ok_or(UnknownPersonError::NotKnownOn { on: self.on() })?.period;
        let facts = self.caseload().person(insz).map(|person| person.facts_known_on(self.on())).unwrap_or_default();
        Ok(Explanation { language, on: self.on(), answer, holds, facts })
    }
}

impl Explanation {
    /// The first day on which the answer holds, and the last one if it has an end.
    fn first_and_last(&self) -> (NaiveDate, Option<NaiveDate>) {
        (self.holds.from.unwrap_or(self.on), self.holds.until.and_then(|until| until.pred_opt()))
    }

    fn dutch(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Answer { number, outcome, flags, reasons } = &self.answer;
        let on = dutch_day(self.on);
        writeln!(f, "Uitleg over {number} op {on}\n")?;
        match outcome {
            Outcome::Eligible { municipality, .. } => {
                writeln!(f, "Antwoord: deze persoon staat op de lijst van {municipality}.")?;
            }
            Outcome::NotEligible => writeln!(f, "Antwoord: deze persoon staat op geen enkele lijst.")?,
            Outcome::Undetermined => {
                writeln!(
                    f,
                    "Antwoord: niet te bepalen. Dat is geen neen: eerst moeten de gegevens rechtgezet worden."
                )?;
            }
        }
        for reason in reasons {
            writeln!(f, "Reden: {}.\nBron: {}.", reason.dutch(), reason.citation().dutch())?;
        }
        let yes_no = |flag: bool| if flag { "ja" } else { "nee" };
        writeln!(f, "Inburgeringscontract ondertekend: {}.", yes_no(flags.contract_signed))?;
        writeln!(f, "Attest van inburgering behaald: {}.\n", yes_no(flags.attest_obtained))?;
        let (first, last) = self.first_and_last();
        let first = dutch_day(first);
        write!(f, "Volgens alles wat nu geregistreerd is, geldt dit antwoord ")?;
        match last {
            Some(last) => writeln!(f, "van {first} tot en met {}.\n", dutch_day(last))?,
            None => writeln!(f, "vanaf {first}, zolang er geen nieuwe gegevens bijkomen.\n")?,
        }
        writeln!(f, "De gegevens, zoals bekend op {on}:")?;
        self.lines(f, "- er zijn geen leesbare gegevens")
    }

    fn english(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Answer { number, outcome, flags, reasons } = &self.answer;
        let on = self.on;
        writeln!(f, "Explanation for {number} on {on}\n")?;
        match outcome {
            Outcome::Eligible { municipality, .. } => {
                writeln!(f, "Answer: this person is on the list of {municipality}.")?;
            }
            Outcome::NotEligible => writeln!(f, "Answer: this person is on no list.")?,
            Outcome::Undetermined => {
                writeln!(f, "Answer: cannot be determined. That is not a no: the facts must be put right first.")?;
            }
        }
        for reason in reasons {
            writeln!(f, "Reason: {reason}.\nSource: {}.", reason.citation())?;
        }
        let yes_no = |flag: bool| if flag { "yes" } else { "no" };
        writeln!(f, "Civic integration contract signed: {}.", yes_no(flags.contract_signed))?;
        writeln!(f, "Civic integration certificate obtained: {}.\n", yes_no(flags.attest_obtained))?;
        let (first, last) = self.first_and_last();
        write!(f, "By all that is recorded now, this answer holds from {first} ")?;
        match last {
            Some(last) => writeln!(f, "to {last}, that day included.\n")?,
            None => writeln!(f, "on, as long as there are no new facts.\n")?,
        }
        writeln!(f, "The facts, as known on {on}:")?;
        self.lines(f, "- there are no readable facts")
    }

    fn lines(&self, f: &mut fmt::Formatter<'_>, none: &str) -> fmt::Result {
        if self.facts.is_empty() {
            return writeln!(f, "{none}");
        }
        self.facts.iter().try_for_each(|fact| writeln!(f, "- {}", fact.sentence(self.language)))
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.language {
            Language::Dutch => self.dutch(f),
            Language::English => self.english(f),
        }
    }
}
