//! How hard a text is to read: school grade and sentence length.
//!
//! The grade is Flesch–Kincaid: 0.39 words a sentence + 11.8 syllables a word − 15.59 (Kincaid,
//! Fishburne, Rogers, Chissom: Derivation of New Readability Formulas for Navy Enlisted Personnel,
//! Research Branch Report 8-75, 1975). Syllables are counted by groups of vowels, which is right
//! for about nine words of ten and off by one for the rest; a mean over a post hardly notices.

use super::{Text, WordKind};

/// Sentences with fewer words are headings, hashtags and sign-offs.
const PROSE_WORDS: usize = 4;
/// Below this a mean says nothing.
const MIN_SENTENCES: usize = 3;

/// The school grade of the prose of a text, rounded down; 0 if there is too little of it.
pub(crate) fn grade(text: &Text<'_>) -> u32 {
    let sentences: Vec<Vec<&str>> = prose(text).collect();
    let words: Vec<&str> = sentences.iter().flatten().copied().collect();
    if sentences.len() < MIN_SENTENCES {
        return 0;
    }
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let (sentences, words, syllables) = (sentences.len() as f64, words.len() as f64, syllables as f64);
    // Casting saturates: a text of one-syllable words has a grade below zero.
    (0.39 * words / sentences + 11.8 * syllables / words - 15.59) as u32
}

/// Words of the longest sentence.
pub(crate) fn longest_sentence(text: &Text<'_>) -> u32 {
    prose(text).map(|sentence| sentence.len() as u32).max().unwrap_or(0)
}

/// The sentences of running text, as their words: no hashtags, mentions, links, numbers.
fn prose<'t>(text: &'t Text<'_>) -> impl Iterator<Item = Vec<&'t str>> {
    let is_tag =
        |index: usize| index > 0 && matches!(text.word(index - 1), "#" | "@") && text.words()[index - 1].end == text.words()[index].start;
    text.sentences()
        .iter()
        .map(move |sentence| {
            let words =
                (sentence.first..sentence.end).filter(move |index| text.words()[*index].kind == WordKind::Letters && !is_tag(*index));
            words.map(|index| text.word(index)).collect::<Vec<_>>()
        })
        .filter(|words| words.len() >= PROSE_WORDS)
}

/// Groups of vowels, with the breaks in "cardiac" and "dio", without the silent endings of English.
fn syllables(word: &str) -> usize {
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut groups = 0;
    let (mut before, mut last) = (' ', ' ');
    for character in word.chars() {
        // "tion", "cial" and "sion" are one syllable, "dio" and "ria" are two.
        let breaks = last == 'i' && matches!(character, 'a' | 'o' | 'u') && !matches!(before, 't' | 'c' | 's' | 'g' | 'x');
        groups += usize::from(is_vowel(character) && (!is_vowel(last) || breaks));
        (before, last) = (last, character);
    }
    let silent = |ending: &str, voiced: &[char]| {
        word.strip_suffix(ending).is_some_and(|stem| stem.ends_with(|c: char| !is_vowel(c)) && !stem.ends_with(voiced))
    };
    // "cure", "cured", "cures" have one; "table", "wanted", "nurses" keep theirs.
    let ends_silently = silent("e", &['l']) || silent("ed", &['t', 'd']) || silent("es", &['s', 'c', 'g', 'z', 'x', 'h', 'l']);
    (groups - usize::from(groups > 1 && ends_silently)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_of_common_words() {
        for (word, count) in [
            ("the", 1),
            ("cure", 1),
            ("cured", 1),
            ("wanted", 2),
            ("nurses", 2),
            ("table", 2),
            ("patient", 2),
            ("hypertension", 4),
            ("cardiovascular", 6),
            ("b12", 1),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn grades_by_the_formula() {
        let plain = "Wash your hands with soap. Dry them on a clean towel. Stay home when you are sick.";
        assert!(grade(&Text::new(plain)) <= 3);
        let dense = "Antihypertensive pharmacotherapy necessitates individualised cardiovascular monitoring. \
Concomitant administration of nephrotoxic medications exacerbates deterioration. \
Multidisciplinary collaboration facilitates optimal longitudinal management.";
        assert!(grade(&Text::new(dense)) >= 16);
        assert_eq!(grade(&Text::new("Antihypertensive pharmacotherapy necessitates individualised monitoring.")), 0, "too little to tell");
    }

    #[test]
    fn tags_and_links_are_no_prose() {
        assert_eq!(longest_sentence(&Text::new("Come to our open day. #CardiovascularHealth #Screening #Family #Care #Heart")), 5);
    }
}
