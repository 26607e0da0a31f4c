//! The words without which a pattern cannot match.
//!
//! A pattern runs only where one of its literals stands, so that ten times the rules do not take
//! ten times as long. The idea is RE2's `FilteredRE2`: walk the expression, a concatenation needs
//! any one of its parts, an alternation needs all of its branches.

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Hir, HirKind, Look};

/// Literals shorter than this are everywhere and would run the pattern on every post.
const SHORTEST: usize = 2;
/// More alternatives than this say the pattern has no real literal.
const MOST: usize = 64;

/// What a pattern cannot match without.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Required {
    /// One of these stands in every match.
    pub literals: Vec<String>,
    /// Every match starts with one of them, at the start of a word: the pattern need only be tried
    /// there.
    pub leading: bool,
}

/// Reads a pattern for folded text and finds its required literals.
///
/// # Errors
/// A sentence that says why the pattern cannot be used.
pub(super) fn required(pattern: &str) -> Result<Required, String> {
    for (part, why) in [
        ("(?i", "sets flags; text is matched in lower case already"),
        ("(?u", "sets flags; classes are ASCII"),
        ("\\p", "uses a Unicode class; text is folded to plain letters already"),
        ("\\P", "uses a Unicode class; text is folded to plain letters already"),
    ] {
        if pattern.contains(part) {
            return Err(why.to_owned());
        }
    }
    if has_capital(pattern) {
        return Err("has a capital letter; text is matched in lower case, so it would never match".into());
    }
    let mut parser = ParserBuilder::new().unicode(false).utf8(false).nest_limit(40).build();
    let hir = parser.parse(pattern).map_err(|error| {
        let words = error.to_string();
        format!("is no regular expression: {}", words.lines().last().unwrap_or("it cannot be read").trim_start_matches("error: "))
    })?;
    if has_wide_gap(&hir) {
        return Err("has a gap of any characters ('.*', '.{0,40}'); use two phrases with 'near', or '**' in a phrase".into());
    }
    if let Some(literals) = leading(&hir).filter(|found| is_useful(found)) {
        return Ok(Required { literals, leading: true });
    }
    match literals(&hir).filter(|found| is_useful(found)) {
        Some(literals) => Ok(Required { literals, leading: false }),
        _ => Err(format!("has no fixed letters (at least {SHORTEST}) that every match contains; put the cue word into it")),
    }
}

fn is_useful(literals: &[String]) -> bool {
    literals.len() <= MOST && literals.iter().all(|literal| literal.len() >= SHORTEST)
}

/// The literals a pattern starts with after a `\b`, if it starts so.
fn leading(hir: &Hir) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Concat(parts) => match &parts[..] {
            [first, second, ..] if is_word_boundary(first) => first_literals(second),
            _ => None,
        },
        HirKind::Alternation(branches) => all_of(branches, leading),
        HirKind::Capture(capture) => leading(&capture.sub),
        _ => None,
    }
}

fn is_word_boundary(hir: &Hir) -> bool {
    matches!(hir.kind(), HirKind::Look(Look::WordAscii | Look::WordStartAscii))
}

/// The letters and digits with which every match of an expression starts.
fn first_literals(hir: &Hir) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Literal(literal) => {
            let start: String = literal.0.iter().take_while(|byte| byte.is_ascii_alphanumeric()).map(|byte| char::from(*byte)).collect();
            (!start.is_empty()).then(|| vec![start])
        }
        HirKind::Concat(parts) => first_literals(parts.first()?),
        HirKind::Capture(capture) => first_literals(&capture.sub),
        HirKind::Alternation(branches) => all_of(branches, first_literals),
        _ => None,
    }
}

fn all_of(branches: &[Hir], find: fn(&Hir) -> Option<Vec<String>>) -> Option<Vec<String>> {
    let all: Option<Vec<Vec<String>>> = branches.iter().map(find).collect();
    let mut all = all?.concat();
    all.sort_unstable();
    all.dedup();
    Some(all)
}

/// A capital that stands for itself: escapes such as `\D` and group names do not.
fn has_capital(pattern: &str) -> bool {
    let mut escaped = false;
    pattern.chars().any(|character| {
        let capital = character.is_ascii_uppercase() && !escaped;
        escaped = character == '\\' && !escaped;
        capital
    })
}

fn has_wide_gap(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Repetition(repetition) => {
            let any = matches!(repetition.sub.kind(), HirKind::Class(class) if class_size(class) > 200);
            (any && repetition.max.is_none_or(|max| max > 3)) || has_wide_gap(&repetition.sub)
        }
        HirKind::Capture(capture) => has_wide_gap(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().any(has_wide_gap),
        _ => false,
    }
}

fn class_size(class: &regex_syntax::hir::Class) -> usize {
    match class {
        regex_syntax::hir::Class::Bytes(bytes) => bytes.ranges().iter().map(|r| usize::from(r.end() - r.start()) + 1).sum(),
        regex_syntax::hir::Class::Unicode(unicode) => unicode.ranges().iter().map(|r| r.end() as usize - r.start() as usize + 1).sum(),
    }
}

/// The best set of literals one of which every match contains.
fn literals(hir: &Hir) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Literal(literal) => {
            // Spaces and signs may be written several ways; the longest run of letters and digits is what counts.
            let text = String::from_utf8_lossy(&literal.0).into_owned();
            let longest = text.split(|c: char| !c.is_ascii_alphanumeric()).max_by_key(|part| part.len()).unwrap_or("");
            (!longest.is_empty()).then(|| vec![longest.to_owned()])
        }
        HirKind::Capture(capture) => literals(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => literals(&repetition.sub),
        HirKind::Concat(parts) => parts.iter().filter_map(literals).max_by_key(|found| worth(found)),
        HirKind::Alternation(branches) => all_of(branches, literals),
        _ => None,
    }
}

/// Long and few is best.
fn worth(literals: &[String]) -> (usize, std::cmp::Reverse<usize>) {
    (literals.iter().map(String::len).min().unwrap_or(0), std::cmp::Reverse(literals.len()))
}

#[cfg(test)]
mod tests {
    use super::required;

    #[test]
    fn finds_what_every_match_contains() {
        let found = |pattern| required(pattern).map(|required| (required.literals.join(" "), required.leading)).expect(pattern);
        assert_eq!(found(r"\bmrn[ :#]*(?<value>\d{5,10})\b"), ("mrn".into(), true));
        assert_eq!(found(r"\b(?:member|subscriber) id[ :]*\d+"), ("member subscriber".into(), true));
        assert_eq!(found(r"\b(?:identity document|iban)\d"), ("iban identity".into(), true));
        assert_eq!(found(r"\d+ medical record (?:no|number)"), ("medical".into(), false));
    }

    #[test]
    fn refuses_what_would_be_slow_or_dead() {
        for pattern in [r"\d{3}-\d{2}-\d{4}", "(?i)mrn", r"mrn.{0,40}\d", "MRN", r"mrn\p{L}", "mrn(", "a|mrn"] {
            assert!(required(pattern).is_err(), "{pattern}");
        }
        assert!(required(r"mrn\D\d").is_ok());
    }
}
