//! Ages over 89: 45 CFR 164.514(b)(2)(i)(C) lets all of them be said only as "90 or older".

use super::{Detected, Scene};
use crate::text::{Text, WordKind};

/// Numbers from 90 to 125 that are somebody's age; the number alone is marked.
pub(super) fn over_89(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let detected = |index: usize| is_age(text, index).then(|| Detected::new(text.words()[index].span(), "an age over 89"));
    let numbers = (0..text.words().len()).filter(|&index| {
        text.words()[index].kind == WordKind::Digits && text.word(index).parse::<u32>().is_ok_and(|age| (90..=125).contains(&age))
    });
    numbers.filter_map(detected).collect()
}

fn is_age(text: &Text<'_>, at: usize) -> bool {
    let word = |offset: usize| text.word(at + offset);
    let before = |offset: usize| at.checked_sub(offset).map_or("", |index| text.word(index));
    let years = matches!(word(1), "year" | "years" | "yr" | "yrs") && matches!(word(2), "old" | "olds" | "young");
    let short = matches!(word(1), "yo" | "y" | "yof" | "yom") && (word(1) != "y" || matches!(word(2), "o" | "old"));
    let aged = matches!(before(1), "aged" | "age") && word(1) != "%" || (before(1) == "of" && before(2) == "age");
    let turned = matches!(before(1), "turned" | "turns" | "turning") && !matches!(word(1), "%" | "degrees");
    // "90 years of age or older" and "ages 90 and over" are the safe form itself.
    let safe_form = (1..=4).any(|offset| matches!(word(offset), "older" | "over" | "above" | "up"))
        || word(1) == "+"
        || matches!(before(1), "over" | "under");
    // "a 95-year-old building": things have ages too.
    let thing = matches!(
        word(3),
        "building"
            | "hospital"
            | "clinic"
            | "school"
            | "church"
            | "house"
            | "home"
            | "tradition"
            | "company"
            | "law"
            | "tree"
            | "wing"
            | "bridge"
    );
    (years || short || aged || turned) && !safe_form && !thing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::finds;

    #[test]
    fn ages() {
        finds(over_89, "The 94-year-old, a 91 yo, aged 103, now 97 years old", &["94", "91", "103", "97"]);
        finds(over_89, "89-year-old; 90% of people; 95 patients; 100 years of care; our 95-year-old building", &[]);
        finds(over_89, "anyone 90 years of age or older, age 90 and over, over 90 years old", &[]);
    }
}
