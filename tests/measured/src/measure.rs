//! Shares with their targets.

use std::fmt;

use crate::case::{Expected, Group};
use crate::{Judged, Scored};

/// A share of cases.
pub struct Measure {
    /// What is counted, in the words of the table.
    pub name: &'static str,
    /// Cases of which it is true.
    pub hit: usize,
    /// Cases asked about.
    pub of: usize,
    /// What the share ought to be on cases nobody wrote rules for.
    pub target: Option<Target>,
}

/// A bound on a share, in percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// This much or more.
    AtLeast(f64),
    /// This much or less.
    AtMost(f64),
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtLeast(percent) => write!(f, "≥ {percent} %"),
            Self::AtMost(percent) => write!(f, "≤ {percent} %"),
        }
    }
}

impl Measure {
    /// The share in percent; none of nothing is 0.
    #[must_use]
    pub fn percent(&self) -> f64 {
        100.0 * self.hit as f64 / self.of.max(1) as f64
    }

    /// Whether the share is what it ought to be.
    #[must_use]
    pub fn reached(&self) -> bool {
        match self.target {
            Some(Target::AtLeast(percent)) => self.percent() >= percent,
            Some(Target::AtMost(percent)) => self.percent() <= percent,
            None => true,
        }
    }
}

/// The measures of a group. The targets are those of the plan, in this one place.
#[must_use]
pub fn measures(scored: &Scored) -> Vec<Measure> {
    use Expected::{Flag, Quiet};
    use Target::{AtLeast, AtMost};
    let told = |name, expect, target| measure(scored, name, expect, |judged| judged.told, target);
    match scored.group {
        Group::Stories => {
            vec![told("stories: found", Flag, Some(AtLeast(85.0))), told("stories: look-alikes flagged", Quiet, Some(AtMost(12.0)))]
        }
        Group::Replies => {
            vec![told("replies: flagged", Flag, Some(AtLeast(92.0))), told("replies: fine ones flagged", Quiet, Some(AtMost(6.0)))]
        }
        Group::Disclosures => vec![
            told("disclosures: missing ones found", Flag, Some(AtLeast(85.0))),
            told("disclosures: wrongly asked for", Quiet, Some(AtMost(8.0))),
        ],
        Group::Harm => vec![told("harm: found", Flag, Some(AtLeast(80.0))), told("harm: look-alikes flagged", Quiet, None)],
        Group::OrdinaryPosts => vec![
            measure(scored, "ordinary posts: held", Quiet, |judged| judged.held, Some(AtMost(0.5))),
            told("ordinary posts: warned", Quiet, Some(AtMost(4.0))),
        ],
    }
}

fn measure(scored: &Scored, name: &'static str, expect: Expected, hit: impl Fn(&Judged) -> bool, target: Option<Target>) -> Measure {
    let asked = || scored.cases.iter().filter(|judged| judged.case.expect == expect);
    Measure { name, hit: asked().filter(|judged| hit(judged)).count(), of: asked().count(), target }
}
