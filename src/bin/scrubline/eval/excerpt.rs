//! What is shown of a post. Without leave only the shape of what was found: capitals as X, letters as x, digits as 0.

use scrubline::Span;

/// Characters shown on either side of what was found.
const AROUND: usize = 40;

/// What a rule found, as a shape: nobody can be recognised by it.
pub fn redacted(text: &str, span: Option<Span>) -> String {
    match span {
        Some(span) => format!("… {} …", shape(span.of(text))),
        None => "(about the whole post)".to_owned(),
    }
}

/// What a rule found, marked, with some words around it; the start of the post where it is about all of it.
pub fn shown(text: &str, span: Option<Span>) -> String {
    let Some(span) = span else {
        let (start, cut) = first(text, 2 * AROUND);
        return one_line(start) + if cut { "…" } else { "" };
    };
    let before = &text[..span.start];
    let from = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let (after, cut) = first(&text[span.end..], AROUND);
    let (start, end) = (if from > 0 { "…" } else { "" }, if cut { "…" } else { "" });
    format!("{start}{}⟦{}⟧{}{end}", one_line(&before[from..]), one_line(span.of(text)), one_line(after))
}

fn first(text: &str, characters: usize) -> (&str, bool) {
    text.char_indices().nth(characters).map_or((text, false), |(at, _)| (&text[..at], true))
}

fn shape(value: &str) -> String {
    let mask = |c: char| match c {
        c if c.is_whitespace() || c.is_control() => ' ',
        c if c.is_ascii_punctuation() => c,
        c if c.is_numeric() => '0',
        c if c.is_uppercase() => 'X',
        _ => 'x',
    };
    value.chars().map(mask).collect()
}

/// A post may hold line ends and control characters; a terminal is to see neither.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_keeps_no_letter_and_no_digit() {
        let text = "Call Zoë on 303-555-7342\nor 🎉";
        assert_eq!(redacted(text, Some(Span { start: 5, end: 9 })), "… Xxx …");
        assert_eq!(redacted(text, Some(Span { start: 13, end: text.len() })), "… 000-000-0000 xx x …");
        assert_eq!(redacted(text, None), "(about the whole post)");
    }

    #[test]
    fn words_around_are_cut_between_characters() {
        let text = format!("{}Zoë\u{1b}[31m{}", "é".repeat(50), "ü".repeat(50));
        let excerpt = shown(&text, Some(Span { start: 100, end: 104 }));
        assert_eq!(excerpt, format!("…{}⟦Zoë⟧ [31m{}…", "é".repeat(40), "ü".repeat(35)));
        assert_eq!(shown("short", None), "short");
    }
}
