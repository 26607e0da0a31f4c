//! Findings and problems as people read them: their own lines with the words underlined.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use scrubline::ruleset::{RuleSetError, SourceFile};
use scrubline::{Finding, Severity};

/// A finding with the words underlined, why, and what to do.
pub fn finding<'a>(finding: &'a Finding, text: &'a str, path: &'a str) -> Vec<Group<'a>> {
    let level = match finding.severity {
        Severity::Hold => Level::ERROR.with_name("hold"),
        Severity::Warn => Level::WARNING.with_name("warn"),
        Severity::Info => Level::INFO.with_name("info"),
    };
    let title = level.primary_title(&finding.message).id(&finding.rule);
    let group = match finding.span {
        Some(span) => title.element(Snippet::source(text).path(path).annotation(AnnotationKind::Primary.span(span.start..span.end))),
        None => Group::with_title(title).element(Level::NOTE.message(format!("about the whole post ({path})"))),
    };
    vec![group.element(Level::NOTE.message(&finding.why)).element(Level::HELP.message(&finding.instead))]
}

/// Draws groups for a terminal, or as plain text where colours are not wanted.
pub fn render(groups: &[Group<'_>]) -> String {
    Renderer::styled().render(groups)
}

/// Prints the problems of a rule set, each with its line and a hint.
pub fn print_problems(files: &[SourceFile], errors: &[RuleSetError]) {
    for error in errors {
        let mut words = error.kind.to_string();
        if let Some(rule) = &error.rule {
            words = format!("{rule}: {words}");
        }
        let title = Level::ERROR.primary_title(words);
        let file = files.iter().find(|file| file.name == error.file);
        let mut group = match (file, &error.span) {
            (Some(file), Some(span)) => title.element(
                Snippet::source(&file.text).path(&file.name).annotation(AnnotationKind::Primary.span(first_line(&file.text, span.clone()))),
            ),
            _ if error.file.is_empty() => Group::with_title(title),
            _ => Group::with_title(title).element(Level::NOTE.message(if error.line > 0 {
                format!("{}:{}", error.file, error.line)
            } else {
                error.file.clone()
            })),
        };
        if let Some(hint) = error.kind.hint() {
            group = group.element(Level::HELP.message(hint));
        }
        anstream::eprintln!("{}\n", render(&[group]));
    }
}

/// Only the first line of a fault is shown: a whole rule would fill the screen.
fn first_line(text: &str, span: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let part = &text[span.clone()];
    let end = span.start + part.find('\n').unwrap_or(part.len());
    span.start..end
}
