//! Which counts of a tree are published.

use inburgering::{Cell, Threshold, suppress};
use serde::{Deserialize, Serialize};

use super::{Golden, Kind, Seeded, Unanswerable, golden};

/// A tree of counts.
#[derive(Debug)]
pub enum Suppression {}

/// The counts of each group, and the lowest count that is published.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// The lowest count above zero that is published.
    pub threshold: i64,
    /// The counts of each group.
    pub groups: Vec<Vec<u64>>,
}

/// The tree as it is published: null is a suppressed count.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The total of all groups.
    pub root: Cell,
    /// The total of each group.
    pub groups: Vec<Cell>,
    /// The counts of each group.
    pub leaves: Vec<Vec<Cell>>,
}

impl Kind for Suppression {
    const NAME: &'static str = "suppression";
    type Question = Question;
    type Answer = Answer;

    fn golden() -> Result<Vec<Golden<Question>>, toml::de::Error> {
        let mut cases: Vec<Golden<Question>> =
            golden(include_str!("../../../crates/inburgering/tests/golden/suppression.toml"))?;
        // Not every reader of JSON can hold larger numbers.
        cases.retain(|case| case.question.groups.iter().flatten().all(|&count| count < 1 << 53));
        Ok(cases)
    }

    fn generated(Seeded(chance): &mut Seeded) -> Vec<Question> {
        let mut question = |_| {
            let threshold = chance.between(3, 6);
            let groups = (0..chance.between(1, 4)).map(|_| {
                let leaves = chance.between(1, 6);
                let count = |_| match chance.below(4) {
                    0 => 0,
                    1 | 2 => 1 + chance.below(6),
                    _ => 5 + chance.below(60),
                };
                (0..leaves).map(count).collect()
            });
            Question { threshold, groups: groups.collect() }
        };
        (0..300).map(&mut question).collect()
    }

    fn answer(question: &Question) -> Result<Answer, Unanswerable> {
        let tree = suppress(&question.groups, Threshold::new(question.threshold)?);
        Ok(Answer { root: tree.root(), groups: tree.groups().to_vec(), leaves: tree.leaves().to_vec() })
    }
}
