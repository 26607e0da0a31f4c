//! Somebody who is told about without a name: he or she, and what he or she did.

use super::{Detected, Scene, is_in};
use crate::span::Span;
use crate::text::Text;

/// Every "he", "she", "him", "her", "his": one person, not people.
pub(super) fn third_person(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let pronoun = |index: &usize| is_subject(text.word(*index)) || matches!(text.word(*index), "him" | "her" | "his" | "hers");
    let detected = |index: usize| Detected::new(text.words()[index].span(), "one person");
    (0..text.words().len()).filter(pronoun).map(detected).collect()
}

/// "he asked", "she'd just opened": he or she with a verb of the past soon after.
pub(super) fn narratives(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let detected = |index: usize| {
        let verb = past_after(text, index)?;
        let (start, end) = (text.words()[index].start as usize, text.words()[verb].end as usize);
        Some(Detected::new(Span::new(start, end), "a tale of what somebody did"))
    };
    (0..text.words().len()).filter(|&index| is_subject(text.word(index))).filter_map(detected).collect()
}

fn is_subject(word: &str) -> bool {
    matches!(word, "he" | "she" | "he's" | "she's" | "he'd" | "she'd" | "he'll" | "she'll")
}

/// The verb of the past within two words after the subject.
fn past_after(text: &Text<'_>, subject: usize) -> Option<usize> {
    let end = text.sentence_of(subject).end;
    (subject + 1..(subject + 3).min(end)).find(|&index| is_past(text.word(index)))
}

/// A regular past form, or one of the irregular ones that tales are made of.
fn is_past(word: &str) -> bool {
    (word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed")) || is_in(PAST, word)
}

/// Irregular forms of the past that tales are made of.
const PAST: &str = "\
    ate became began bought broke brought built came caught couldn't did didn't died drank drove fell felt fought \
    found gave got had hadn't heard held hid hit hurt kept knew laid lay led left let looked lost made met put quit \
    ran rang rode said sang sat saw sent shot showed slept spent spoke stood swam swore taught thought threw told took \
    walked was wasn't went woke won wore wouldn't wrote";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::finds;

    #[test]
    fn one_person_told_about() {
        finds(third_person, "He asked her. They left with the patients.", &["He", "her"]);
        finds(narratives, "She parked perfectly. He just said no. She'd never been.", &["She parked", "He just said"]);
        finds(narratives, "She is a nurse. They walked. He may need help.", &[]);
    }
}
