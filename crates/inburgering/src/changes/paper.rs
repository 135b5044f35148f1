//! The agency's own paper of what changed: person by person.

use core::fmt;

use super::{Change, Changes, counts};
use crate::Answer;
use crate::language::Language;

/// The agency's own paper of [`Changes`]: who came, left or changed, why, and by which facts. `Display` is the Dutch
/// text, which shows the numbers; `Debug` does not.
#[derive(Debug, Clone, Copy)]
pub struct ChangesPaper<'a>(&'a Changes);

impl Changes {
    /// The agency's own paper, which shows the numbers.
    pub const fn agency_paper(&self) -> ChangesPaper<'_> {
        ChangesPaper(self)
    }
}

impl fmt::Display for ChangesPaper<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let changes = self.0;
        writeln!(f, "Wijzigingen in een lijst: stuk voor het agentschap\n")?;
        counts::heading(f, changes.municipality, [changes.since, changes.on], &changes.together)?;
        writeln!(f, "Aantal wijzigingen: {}", changes.all.len())?;
        for change in &changes.all {
            let Change { number, kind, reason, before, after, facts } = change;
            writeln!(f, "\n{number}: {}; {}", kind.dutch(), reason.dutch())?;
            answer(f, "was", before.as_ref(), change)?;
            answer(f, "is", after.as_ref(), change)?;
            for fact in facts {
                writeln!(f, "  tussen beide dagen: {}", fact.sentence(Language::Dutch))?;
            }
        }
        Ok(())
    }
}

fn answer(f: &mut fmt::Formatter<'_>, when: &str, answer: Option<&Answer>, change: &Change) -> fmt::Result {
    let Some(answer) = answer else {
        return writeln!(f, "  {when}: er is geen dossier van deze persoon bekend");
    };
    if answer.number != change.number {
        writeln!(f, "  {when}: onder nummer {}", answer.number)?;
    }
    if answer.municipality().is_some() {
        writeln!(f, "  {when}: {}", answer.flags.in_dutch())?;
    }
    answer.reasons.iter().try_for_each(|reason| writeln!(f, "  {when}: {}", reason.dutch()))
}
