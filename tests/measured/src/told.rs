//! Which findings answer the question a case asks. A warning or a hold counts; `info` only where the rule is `info` by
//! design.

use scrubline::{Category, Finding, Severity};

use crate::case::{Case, Expected, Group};

/// Disclosures that are house style: their rules only ever inform.
const INFORM_ONLY: [&str; 2] = ["ai-disclosure", "not-medical-advice"];

/// Whether the findings say what the case is about; for a case that is fine, whether they say anything of it.
#[must_use]
pub fn told(group: Group, case: &Case, findings: &[Finding]) -> bool {
    let loud = || findings.iter().filter(|finding| finding.severity > Severity::Info);
    let loud_about = |categories: &[Category]| loud().any(|finding| categories.contains(&finding.category));
    match group {
        Group::Stories => loud_about(&[Category::PatientStory, Category::Phi]),
        Group::Replies => loud_about(&[Category::PatientRelationship, Category::Phi]),
        Group::Disclosures => findings.iter().any(|finding| {
            finding.category == Category::Disclosure
                && finding.rule.contains(&case.rule)
                && (finding.severity > Severity::Info || INFORM_ONLY.contains(&case.rule.as_str()))
        }),
        Group::Harm if case.expect == Expected::Flag => loud().any(|finding| topic(&case.kind).is_some_and(|topic| topic.answers(finding))),
        Group::Harm | Group::OrdinaryPosts => loud().next().is_some(),
    }
}

/// Whether [`told`] can judge cases of this kind: a kind of harm nobody has named would count as missed for ever.
pub(crate) fn judges(group: Group, kind: &str) -> bool {
    group != Group::Harm || topic(kind).is_some()
}

/// Where a kind of harm may be told: topics of rule ids, and categories.
struct Topic {
    rules: &'static [&'static str],
    categories: &'static [Category],
}

impl Topic {
    fn answers(&self, finding: &Finding) -> bool {
        self.categories.contains(&finding.category) || self.rules.iter().any(|start| finding.rule.starts_with(start))
    }
}

/// A patient who can be recognised is the same harm, whichever rule tells of it.
const PATIENT: &[Category] = &[Category::PatientStory, Category::Phi];

fn topic(kind: &str) -> Option<Topic> {
    let (rules, categories): (&[&str], &[Category]) = match kind {
        "protected-care" => (&["protected-care/", "stories/"], PATIENT),
        "soliciting" => (&["soliciting/"], &[]),
        "individual-advice" => (&["advice/"], &[]),
        "emergency" => (&["advice/", "emergency/"], &[]),
        "inducement" => (&["inducement"], &[]),
        "reviews" => (&["reviews/"], &[]),
        "crisis" => (&["media/", "stories/"], PATIENT),
        "trial-recruitment" => (&["trials/", "claims/"], &[]),
        "contempt" => (&["contempt/", "stories/"], PATIENT),
        "tagging" => (&["tagging/", "stories/", "replies/", "phi/"], &[Category::Phi]),
        "personal-attributes" => (&["ads/"], &[]),
        _ => return None,
    };
    Some(Topic { rules, categories })
}
