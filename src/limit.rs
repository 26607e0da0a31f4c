//! How much of a platform's character limit a text uses, counted as the platform counts.
//!
//! Sources: twitter-text 3.1.0 configuration v3 for X, Mastodon's compose form, others from
//! their help pages; see docs/sites.md.

use crate::report::LimitUse;
use crate::span::Span;
use crate::text::Text;

/// What any link counts on X and Mastodon, however long it is.
const LINK: u32 = 23;

/// Characters used and allowed on `platform`; `None` where no limit is known.
pub(crate) fn used(platform: &str, text: &Text<'_>) -> Option<LimitUse> {
    let (used, max) = match platform {
        "x" => (weighted(text), 280),
        "mastodon" => (code_points(text), 500),
        "linkedin" => (utf16(text), 3000),
        "facebook" => (utf16(text), 63_206),
        _ => return None,
    };
    Some(LimitUse { used, max })
}

fn utf16(text: &Text<'_>) -> u32 {
    text.typed().encode_utf16().count() as u32
}

/// Code points; a link counts 23.
fn code_points(text: &Text<'_>) -> u32 {
    outside_links(text, |_| 1)
}

/// X's weights: 1 for most scripts with an alphabet, 2 for the rest, 2 for a whole emoji sequence.
fn weighted(text: &Text<'_>) -> u32 {
    let mut joined = false;
    outside_links(text, |character| {
        let part_of_emoji = joined || matches!(character, '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{200D}');
        joined = character == '\u{200D}';
        match character {
            _ if part_of_emoji => 0,
            '\u{0}'..='\u{10FF}' | '\u{2000}'..='\u{200D}' | '\u{2010}'..='\u{201F}' | '\u{2032}'..='\u{2037}' => 1,
            _ => 2,
        }
    })
}

fn outside_links(text: &Text<'_>, mut weight: impl FnMut(char) -> u32) -> u32 {
    let mut used = 0;
    let mut links =
        text.links().iter().map(|link| text.original(*link)).filter(|link: &Span| !link.of(text.typed()).contains('@')).peekable();
    for (at, character) in text.typed().char_indices() {
        while links.next_if(|link| link.end <= at).is_some() {}
        match links.peek() {
            Some(link) if link.start == at => used += LINK,
            Some(link) if link.start < at => {}
            _ => used += weight(character),
        }
    }
    used
}

#[cfg(test)]
mod tests {
    use super::used;
    use crate::text::Text;

    #[track_caller]
    fn takes(platform: &str, text: &str, expected: u32) {
        assert_eq!(used(platform, &Text::new(text)).map(|limit| limit.used), Some(expected), "{text}");
    }

    #[test]
    fn as_the_platforms_count() {
        takes("x", "flu shots", 9);
        takes("x", "日本", 4);
        takes("x", "👍🏽", 2);
        takes("x", "👩‍⚕️ ok", 5);
        takes("x", "see https://example.org/a/very/long/path?with=a&query=string", 27);
        takes("mastodon", "日本 https://example.org/", 26);
        takes("linkedin", "🎉", 2);
        assert!(used("generic", &Text::new("x")).is_none());
    }
}
