//! Persons named by a cue ("patient Jane Roe", "Mrs. Alvarez"), and full names of the census lists.

use super::common_words::is_common;
use super::{Detected, Scene};
use crate::span::Span;
use crate::text::{Text, WordKind};

/// Most words of a name.
const LONGEST: usize = 3;

/// Names right after a title or a word for a patient.
pub(super) fn by_cue(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let mut found = Vec::new();
    for at in 0..text.words().len() {
        let Some(cue) = cue(text, at) else { continue };
        let sentence = text.sentence_of(at);
        if at + 1 >= sentence.end || !joins(text, at) {
            continue;
        }
        let Some(last) = name_from(scene, at + 1, sentence.end, cue) else { continue };
        if is_quiet(scene, at + 1, last) {
            continue;
        }
        let known = matches!(cue, Cue::Patient) && is_full(scene, at + 1, last);
        found.push(Detected::new(words_span(text, at + 1, last), "a name").raised(known.then_some("both names are in the census lists")));
    }
    found
}

/// Given name and surname, or given name and initial, both capitalised and in the census lists.
pub(super) fn full(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let mut found: Vec<Detected> = Vec::new();
    let mut at = 0;
    while at + 1 < text.words().len() {
        let sentence = text.sentence_of(at);
        let last = (at + 1 < sentence.end).then(|| full_name_from(scene, at, sentence.end)).flatten();
        match last {
            Some(last) if !is_quiet(scene, at, last) => {
                found.push(Detected::new(words_span(text, at, last), "a given name and a surname"));
                at = last + 1;
            }
            _ => at += 1,
        }
    }
    found
}

/// The name shown on what is being answered, in whole or in part.
pub(super) fn answered(scene: &Scene<'_>) -> Vec<Detected> {
    let Some(replied_to) = scene.replying_to else { return Vec::new() };
    let author = Text::new(&replied_to.author);
    let parts: Vec<&str> =
        (0..author.words().len()).filter(|index| is_name_shown(scene, &author, *index)).map(|index| author.word(index)).collect();
    let text = scene.text;
    let named = |index: &usize| text.is_capitalised(*index) && parts.contains(&text.word(*index).trim_end_matches("'s"));
    (0..text.words().len())
        .filter(named)
        .map(|index| Detected::new(words_span(text, index, index), "the name of the person you answer"))
        .collect()
}

/// Whether a word of the name shown is a name and no part of a description ("Annoyed in Akron").
fn is_name_shown(scene: &Scene<'_>, author: &Text<'_>, index: usize) -> bool {
    const SHORT: usize = 2;
    let word = author.word(index);
    let listed = scene.lists.is_given_name(word) || scene.lists.is_surname(word);
    let place = index > 0 && matches!(author.word(index - 1), "in" | "from" | "of" | "at");
    word.len() > 2 && !is_common(word) && !place && (listed || author.words().len() <= SHORT)
}

#[derive(Clone, Copy)]
enum Cue {
    /// "Mrs.": any capitalised word that follows is a name.
    Title,
    /// "patient", "named": only a word of the lists is.
    Patient,
}

fn cue(text: &Text<'_>, at: usize) -> Option<Cue> {
    match text.word(at) {
        "mr" | "mrs" | "ms" | "miss" | "mx" => Some(Cue::Title),
        "patient" | "pt" | "client" | "named" | "resident" => Some(Cue::Patient),
        "is" if at > 0 && text.word(at - 1) == "name" => Some(Cue::Patient),
        _ => None,
    }
}

/// Whether a word and the next are joined by nothing but a space, a full stop or a colon.
fn joins(text: &Text<'_>, at: usize) -> bool {
    let (word, next) = (text.words()[at], text.words()[at + 1]);
    matches!(text.folded()[word.end as usize..next.start as usize].trim_end(), "" | "." | ":" | ",")
}

fn name_from(scene: &Scene<'_>, first: usize, end: usize, cue: Cue) -> Option<usize> {
    let text = scene.text;
    let word = text.word(first);
    let starts = match cue {
        Cue::Title => {
            text.is_capitalised(first) && !is_common(word) || scene.lists.is_surname(word) && is_capitalised_or_lower(text, first)
        }
        Cue::Patient => {
            let listed = scene.lists.is_given_name(word) || scene.lists.is_surname(word);
            let capitalised = text.is_capitalised(first) && listed && !is_common(word);
            let lower = scene.lists.is_given_name(word)
                && !is_common(word)
                && first + 1 < end
                && scene.lists.is_surname(text.word(first + 1))
                && !is_common(text.word(first + 1));
            capitalised || lower
        }
    };
    if !starts || text.words()[first].kind != WordKind::Letters || is_all_caps(text, first) {
        return None;
    }
    let mut last = first;
    while last + 1 < end && last + 1 - first < LONGEST && joins_name(text, last) && continues(scene, last + 1) {
        last += 1;
    }
    Some(last)
}

fn full_name_from(scene: &Scene<'_>, first: usize, end: usize) -> Option<usize> {
    let text = scene.text;
    let word = text.word(first);
    if !text.is_capitalised(first) || is_all_caps(text, first) || !scene.lists.is_given_name(word) || is_common(word) {
        return None;
    }
    let mut last = first;
    while last + 1 < end
        && last + 1 - first < LONGEST
        && joins_name(text, last)
        && (is_name_part(scene, last + 1) || (last == first && may_be_surname(text, last + 1)))
    {
        last += 1;
    }
    (last > first && (is_full(scene, first, last) || (last == first + 1 && may_be_surname(text, last)))).then_some(last)
}

/// Whether the words are a given name with a surname or an initial.
fn is_full(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let surname = scene.text.word(last);
    last > first
        && scene.lists.is_given_name(scene.text.word(first))
        && (surname.len() == 1 || scene.lists.is_surname(surname) && !is_common(surname))
}

/// Whether a word looks like a surname that is in no list: most surnames of the world are in none.
fn may_be_surname(text: &Text<'_>, at: usize) -> bool {
    let word = text.word(at);
    word.len() > 3 && text.is_capitalised(at) && !is_all_caps(text, at) && !is_common(word) && text.words()[at].kind == WordKind::Letters
}

fn is_name_part(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.text.word(at);
    let initial = word.len() == 1 && word.as_bytes()[0].is_ascii_alphabetic() && word != "i";
    scene.text.is_capitalised(at) && (initial || scene.lists.is_surname(word) || scene.lists.is_given_name(word))
}

/// Whether a word goes on with a name that has begun.
fn continues(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.text.word(at);
    is_name_part(scene, at)
        || (scene.text.is_capitalised(at) && !is_common(word) && word.len() > 2 && !is_all_caps(scene.text, at))
        || (scene.lists.is_surname(word) && scene.lists.is_given_name(scene.text.word(at - 1)) && !is_common(word))
}

/// Between two parts of a name stands a space, or a full stop after an initial.
fn joins_name(text: &Text<'_>, at: usize) -> bool {
    let (word, next) = (text.words()[at], text.words()[at + 1]);
    let between = &text.folded()[word.end as usize..next.start as usize];
    between == " " || between == "-" || (between == ". " && word.span().len() == 1)
}

/// Own staff, people with a doctor's title or credentials, and diseases named after people.
fn is_quiet(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let text = scene.text;
    let words: Vec<&str> = (first..=last).map(|index| text.word(index).trim_end_matches("'s")).collect();
    let before = first.checked_sub(1).map_or("", |index| text.word(index));
    let after = text.word(last + 1);
    scene.own.has_person(&words)
        || matches!(
            before,
            "dr" | "doctor"
                | "prof"
                | "professor"
                | "nurse"
                | "senator"
                | "president"
                | "governor"
                | "secretary"
                | "rep"
                | "director"
                | "st"
                | "saint"
        )
        || is_credential(text, last + 1)
        || matches!(
            after,
            "disease"
                | "syndrome"
                | "lymphoma"
                | "hospital"
                | "clinic"
                | "center"
                | "centre"
                | "medical"
                | "health"
                | "university"
                | "foundation"
                | "institute"
                | "school"
                | "pharmacy"
                | "street"
                | "road"
                | "avenue"
        )
}

fn is_credential(text: &Text<'_>, at: usize) -> bool {
    let after_comma = at > 0
        && text.words().get(at).is_some_and(|word| text.folded()[text.words()[at - 1].end as usize..word.start as usize].starts_with(','));
    after_comma
        && matches!(
            text.word(at),
            "md" | "do"
                | "rn"
                | "np"
                | "pa"
                | "dds"
                | "dmd"
                | "phd"
                | "pharmd"
                | "lpn"
                | "cnm"
                | "dpt"
                | "od"
                | "dc"
                | "fnp"
                | "crna"
                | "psyd"
                | "lcsw"
                | "mph"
        )
}

fn words_span(text: &Text<'_>, first: usize, last: usize) -> Span {
    let end = text.words()[last].end as usize - if text.word(last).ends_with("'s") { 2 } else { 0 };
    let initial = text.word(last).len() == 1 && text.folded()[end..].starts_with('.');
    Span::new(text.words()[first].start as usize, end + usize::from(initial))
}

fn typed<'t>(text: &Text<'t>, at: usize) -> &'t str {
    text.words().get(at).map_or("", |word| text.typed_at(word.span()))
}

/// In a text written all in lower case, a name is not capitalised either.
fn is_capitalised_or_lower(text: &Text<'_>, at: usize) -> bool {
    text.is_capitalised(at) || !text.typed().contains(char::is_uppercase)
}

/// Three or more capitals in a row are an abbreviation or shouting.
fn is_all_caps(text: &Text<'_>, at: usize) -> bool {
    let word = typed(text, at);
    word.chars().count() > 3 && !word.contains(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::Lists;
    use crate::detect::Own;
    use crate::ruleset::Profile;

    #[track_caller]
    fn finds(detector: fn(&Scene<'_>) -> Vec<Detected>, typed: &str, expected: &[&str]) {
        let lists = Lists::from_sources(&["ana\njane\njohn\nrobert\nwill\n", "alvarez\nroe\nsafety\nsmith\n"]).expect("sorted");
        let own = Own::new(&Profile { providers: vec!["Dr. Ana Alvarez".into()], ..Profile::default() });
        let text = Text::new(typed);
        let found: Vec<&str> =
            detector(&Scene { text: &text, own: &own, lists: &lists, replying_to: None }).iter().map(|d| text.typed_at(d.span)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn cues() {
        finds(by_cue, "Patient Jane Roe and Mr. Smith's wife", &["Jane Roe", "Smith"]);
        finds(by_cue, "pt john smith came in", &["john smith"]);
        finds(by_cue, "a man named Robert J. today", &["Robert J."]);
        finds(by_cue, "Mrs. Okonkwo came in", &["Okonkwo"]);
        finds(by_cue, "Patient Safety week; patient will be seen; the patient and Ms. Alvarez", &[]);
        finds(by_cue, "Mr. Right", &["Right"]);
    }

    #[test]
    fn full_names() {
        finds(full, "We saw Jane Roe and Robert J. at noon", &["Jane Roe", "Robert J."]);
        finds(full, "Dr. Jane Roe, Jane Roe, RN, and Ana Alvarez", &[]);
        finds(full, "Will Smith; jane roe", &[]);
    }
}
