//! Findings that mark the same words: the strongest of each category stays.

use std::cmp::Reverse;

use crate::report::Finding;

/// Resolves overlaps within each category, between findings with a place in the text. Severity
/// decides, then confidence, then length, then the rule's id; never the order of files. Findings
/// about the whole post suppress nothing and stay, once per rule.
pub(crate) fn resolve(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| strength(b).cmp(&strength(a)).then_with(|| (&a.rule, a.span).cmp(&(&b.rule, b.span))));
    let mut kept: Vec<Finding> = Vec::new();
    let mut taken = Taken::default();
    for finding in findings {
        let stays = match finding.span {
            None => !kept.iter().any(|other| other.span.is_none() && other.rule == finding.rule),
            Some(span) => taken.claim(finding.category as usize, span.start, span.end),
        };
        if stays {
            kept.push(finding);
        }
    }
    kept.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| a.rule.cmp(&b.rule)));
    kept
}

fn strength(finding: &Finding) -> impl Ord + use<> {
    (finding.severity, finding.confidence, finding.span.map_or(0, |span| span.len()))
}

/// Text order; findings about the whole post last.
fn place(finding: &Finding) -> impl Ord + use<> {
    (finding.span.is_none(), finding.span.map(|span| (span.start, Reverse(span.end))))
}

/// Ranges already marked, by category.
#[derive(Default)]
struct Taken {
    by_category: std::collections::BTreeMap<usize, std::collections::BTreeMap<usize, usize>>,
}

impl Taken {
    /// Marks a range unless it overlaps a marked one.
    fn claim(&mut self, category: usize, start: usize, end: usize) -> bool {
        let ranges = self.by_category.entry(category).or_default();
        // Ranges are disjoint, so only the last one that starts before `end` can overlap.
        let free = ranges.range(..end).next_back().is_none_or(|(_, taken_end)| *taken_end <= start);
        if free {
            ranges.insert(start, end);
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use super::resolve;
    use crate::report::{Authority, Category, Confidence, Finding, Severity, Source};
    use crate::span::Span;

    fn finding(rule: &str, category: Category, severity: Severity, span: Option<(usize, usize)>) -> Finding {
        let source = Source { authority: Authority::House, cite: Vec::new(), jurisdiction: Vec::new(), checked: Default::default() };
        Finding {
            rule: rule.into(),
            category,
            identifier: None,
            severity,
            confidence: Confidence::High,
            span: span.map(|(start, end)| Span::new(start, end)),
            message: String::new(),
            why: String::new(),
            instead: String::new(),
            source,
            evidence: Vec::new(),
            fixes: Vec::new(),
        }
    }

    #[track_caller]
    fn keeps(findings: Vec<Finding>, expected: &[&str]) {
        let mut reversed = findings.clone();
        reversed.reverse();
        for order in [findings, reversed] {
            let kept: Vec<String> = resolve(order).into_iter().map(|finding| finding.rule).collect();
            assert_eq!(kept, expected);
        }
    }

    #[test]
    fn severity_then_length_then_id_decide_within_a_category() {
        use Category::{Claim, Phi};
        keeps(
            vec![finding("a/info", Phi, Severity::Info, Some((0, 20))), finding("b/hold", Phi, Severity::Hold, Some((5, 9)))],
            &["b/hold"],
        );
        keeps(
            vec![finding("a/short", Phi, Severity::Warn, Some((0, 4))), finding("b/long", Phi, Severity::Warn, Some((0, 9)))],
            &["b/long"],
        );
        keeps(
            vec![finding("a/same", Phi, Severity::Warn, Some((0, 4))), finding("b/same", Phi, Severity::Warn, Some((0, 4)))],
            &["a/same"],
        );
        keeps(
            vec![finding("a/x", Phi, Severity::Warn, Some((0, 4))), finding("b/y", Claim, Severity::Warn, Some((0, 4)))],
            &["a/x", "b/y"],
        );
        keeps(vec![finding("a/x", Phi, Severity::Warn, Some((0, 4))), finding("b/y", Phi, Severity::Warn, Some((4, 8)))], &["a/x", "b/y"]);
    }

    #[test]
    fn findings_about_the_post_suppress_nothing() {
        use Category::Phi;
        keeps(
            vec![finding("a/post", Phi, Severity::Hold, None), finding("b/place", Phi, Severity::Info, Some((0, 4)))],
            &["b/place", "a/post"],
        );
        keeps(vec![finding("a/post", Phi, Severity::Hold, None), finding("a/post", Phi, Severity::Hold, None)], &["a/post"]);
    }
}
