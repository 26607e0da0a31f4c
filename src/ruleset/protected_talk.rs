//! Talk about pay, staffing, working conditions and unions, which no rule set may hinder.
//!
//! The posts are data in `rules/protected-talk.txt`, one a line; `#` starts a comment.

use super::RuleSet;
use super::error::RuleSetErrorKind as Kind;
use super::validate::Problem;
use crate::checker::Checker;
use crate::post::{Post, Surface};

const SOURCE: &str = include_str!("../../rules/protected-talk.txt");

/// The posts.
pub fn protected_talk() -> impl Iterator<Item = &'static str> {
    SOURCE.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The rules of a set that find something in such talk, each with the first post it does. Every
/// surface is tried on which one of its rules runs, but those where the organisation itself speaks:
/// its adverts and its answers to reviews.
pub(super) fn hindered(set: &RuleSet, checker: &Checker) -> Vec<Problem> {
    let surfaces = Surface::ALL.into_iter().filter(|surface| {
        let by_staff = !matches!(surface, Surface::Advert | Surface::ReviewReply);
        by_staff && (*surface == Surface::Post || set.rules.iter().any(|rule| rule.surfaces.contains(surface)))
    });
    let mut problems: Vec<Problem> = Vec::new();
    for surface in surfaces {
        for sentence in protected_talk() {
            for finding in checker.check(&Post::new(sentence).on(surface)).findings {
                let rule = set.rules.iter().position(|rule| rule.id == finding.rule);
                if problems.iter().all(|problem| problem.rule != rule) {
                    let kind = Kind::ProtectedTalk { sentence: sentence.to_owned() };
                    problems.push(Problem { rule, field: Some("id"), kind });
                }
            }
        }
    }
    problems
}
