//! A place, an event or a thing by its own name, whatever it is: "in Elmhurst", "at the Blue Heron".

use super::common_words::is_common;
use super::date::is_month;
use super::{Detected, Scene, is_in};
use crate::text::Text;

/// Capitalised words after a word of place. A post in capitals says nothing by them.
pub(super) fn named(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let detected = |index: usize| {
        let first = name_after(text, index)?;
        Some(Detected::new(text.words()[first].span(), "a place or thing by its name"))
    };
    (0..text.words().len()).filter_map(detected).collect()
}

/// The first word of the name, if word `at` is a word of place and a name follows it.
fn name_after(text: &Text<'_>, at: usize) -> Option<usize> {
    if !matches!(text.word(at), "in" | "at" | "on" | "from" | "near" | "outside" | "inside" | "around" | "off" | "behind" | "across") {
        return None;
    }
    let end = text.sentence_of(at).end;
    let first = if text.word(at + 1) == "the" { at + 2 } else { at + 1 };
    let word = text.word(first);
    let lower = text.typed_at(text.words().get(first)?.span()).contains(char::is_lowercase);
    let name = first < end && text.is_capitalised(first) && lower && word.len() > 2;
    (name && !is_common(word) && !is_month(word) && !is_time(word)).then_some(first)
}

/// Days and feasts, and what posts are full of.
fn is_time(word: &str) -> bool {
    is_in(TIMES, word)
}

const TIMES: &str = "\
    christmas covid easter english facebook friday fridays halloween instagram linkedin monday mondays saturday \
    saturdays spanish sunday sundays thanksgiving thursday thursdays tiktok tuesday tuesdays twitter wednesday \
    wednesdays youtube zoom";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::finds;

    #[test]
    fn places_and_things() {
        finds(named, "in her garage in Elmhurst, off the Anchor, on Cedar Lane", &["Elmhurst", "Anchor", "Cedar"]);
        finds(named, "in June, on Sunday, at HOME, in the town, on Facebook", &[]);
    }
}
