//! What each model is to tell apart.

use scrubline_measured::{Expected, Group};

use super::examples::Example;

/// A model's name, and which cases it is about.
pub struct Topic {
    /// Its name in rules and files.
    pub name: &'static str,
    group: Group,
    /// The kind of harm or the disclosure; empty for a whole group.
    part: &'static str,
}

const fn topic(name: &'static str, group: Group, part: &'static str) -> Topic {
    Topic { name, group, part }
}

/// Every model.
pub const ALL: &[Topic] = &[
    topic("stories", Group::Stories, ""),
    topic("replies", Group::Replies, ""),
    topic("protected-care", Group::Harm, "protected-care"),
    topic("soliciting", Group::Harm, "soliciting"),
    topic("individual-advice", Group::Harm, "individual-advice"),
    topic("emergency", Group::Harm, "emergency"),
    topic("inducement", Group::Harm, "inducement"),
    topic("reviews", Group::Harm, "reviews"),
    topic("crisis", Group::Harm, "crisis"),
    topic("trial-recruitment", Group::Harm, "trial-recruitment"),
    topic("contempt", Group::Harm, "contempt"),
    topic("tagging", Group::Harm, "tagging"),
    topic("personal-attributes", Group::Harm, "personal-attributes"),
    topic("ad-disclosure", Group::Disclosures, "ad-disclosure"),
    topic("results-vary", Group::Disclosures, "results-vary"),
    topic("patient-consent", Group::Disclosures, "patient-consent"),
    topic("telehealth-scope", Group::Disclosures, "telehealth-scope"),
    topic("supplement-disclaimer", Group::Disclosures, "supplement-disclaimer"),
    topic("drug-risk", Group::Disclosures, "drug-risk"),
    topic("own-clinic", Group::Disclosures, "own-clinic"),
    topic("ai-disclosure", Group::Disclosures, "ai-disclosure"),
    topic("not-medical-advice", Group::Disclosures, "not-medical-advice"),
];

impl Topic {
    /// Whether an example was written for this topic.
    pub fn is_own(&self, example: &Example) -> bool {
        example.group == self.group
            && (self.part.is_empty() || [&example.case.kind, &example.case.rule].iter().any(|part| *part == self.part))
    }

    /// Whether it is to be flagged; `None` where nobody said. What is flagged for another reason may well be this too.
    pub fn label(&self, example: &Example) -> Option<bool> {
        let flag = example.case.expect == Expected::Flag;
        if self.is_own(example) {
            return Some(flag);
        }
        match self.group {
            // A reply is judged among replies.
            Group::Replies => (!flag && example.case.surface == scrubline::Surface::ReviewReply).then_some(false),
            // Somebody's addiction or abuse is a story as well.
            Group::Stories if flag => (example.case.kind == "protected-care").then_some(true),
            _ => (!flag && example.group != Group::Replies).then_some(false),
        }
    }

    /// How many features a model keeps, the heaviest. Small hints decide about stories; elsewhere those below weigh next
    /// to nothing.
    pub fn most_features(&self) -> usize {
        if self.part.is_empty() { 20_000 } else { 5_000 }
    }

    /// What looks alike and is fine, and what no rule may be shown on, teaches more than the rest.
    pub fn weight(&self, example: &Example) -> f64 {
        let asserted = example.case.kind.is_empty();
        if asserted || (!self.part.is_empty() && self.is_own(example)) { 2.0 } else { 1.0 }
    }
}
