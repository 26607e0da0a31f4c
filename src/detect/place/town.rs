//! Towns: before their state, of the list, or after words that say somebody lives there.

use super::{is_everyday, is_name_word, is_region, joined, name_end, words_span};
use crate::detect::{Detected, Scene};
use crate::text::Text;

/// Most words of a town's name.
const LONGEST: usize = 4;

/// "Stoneville, OH": a capitalised name before its state.
pub(in crate::detect) fn towns(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let mut found = Vec::new();
    for state in 1..text.words().len() {
        let Some(state_end) = is_region(text, state).filter(|_| follows_comma(text, state)) else { continue };
        let last = state - 1;
        let first = name_start(text, last);
        let shouted = !text.typed_at(text.words()[last].span()).contains(char::is_lowercase);
        if text.is_capitalised(last)
            && text.words()[last].sentence == text.words()[state].sentence
            && !shouted
            && !is_everyday(text, last, last)
            && is_region(text, first).is_none()
            && !scene.own.has_address(words_span(text, first, state).of(text.folded()))
        {
            found.push(Detected::new(words_span(text, first, state_end), "a town with its state"));
        }
    }
    found
}

/// Towns of the list after a word that makes them a place, and any name after words of living there.
pub(in crate::detect) fn localities(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.words().len() {
        match listed(scene, at).or_else(|| lived_in(scene, at)).or_else(|| district(text, at)) {
            Some((last, what)) => {
                let span = words_span(text, at, last);
                if !scene.own.has_address(span.of(text.folded())) && !scene.own.has_organisation(span.of(text.folded())) {
                    found.push(Detected::new(span, what));
                }
                at = last + 1;
            }
            None => at += 1,
        }
    }
    found
}

/// "in Chicago", "the Dallas clinic": a town of the list that stands where a place stands.
fn listed(scene: &Scene<'_>, at: usize) -> Option<(usize, &'static str)> {
    let text = scene.text;
    if !text.is_capitalised(at) {
        return None;
    }
    let end = text.sentence_of(at).end;
    let mut name = String::new();
    let mut last = None;
    for index in at..end.min(at + LONGEST) {
        if index > at {
            if !joined(text, index - 1) || !text.is_capitalised(index) {
                break;
            }
            name.push(' ');
        }
        name.push_str(text.word(index));
        if scene.lists.is_place(&name) || name == "new york" {
            last = Some(index);
        }
    }
    let last = last?;
    let before = before(text, at);
    let after_name = at > 1 && before_comma(text, at);
    let alone = at == last && (scene.lists.is_given_name(text.word(at)) || scene.lists.is_surname(text.word(at)));
    let of_person = before == "from" && at > 1 && is_of_person(text.word(at - 2));
    let placed = !alone && after_name
        || of_person
        || matches!(before, "in" | "near" | "outside" | "around" | "throughout" | "downtown")
        || !alone
            && matches!(
                before,
                "from" | "to" | "at" | "of" | "our" | "the" | "a" | "an" | "greater" | "through" | "within" | "visiting" | "via"
            );
    // "Boston Children's", "Chicago Marathon": the town is part of another name.
    let part = last + 1 < end && joined(text, last) && is_name_word(text, last + 1) && is_region(text, last + 1).is_none();
    (placed && !part).then_some((last, "a town"))
}

/// "lives in Stoneville", "home community is Larch Bay": a name the list need not know.
fn lived_in(scene: &Scene<'_>, at: usize) -> Option<(usize, &'static str)> {
    let text = scene.text;
    if !is_name_word(text, at) || is_shouted(text, at) {
        return None;
    }
    let first = text.sentence_of(at).first;
    if !matches!(before(text, at), "in" | "within" | "of" | "from" | "to" | "near" | "is" | "outside" | "at" | "as") {
        return None;
    }
    // "lives in the village of Stoneville", "recuperation will occur in Stoneville".
    let lived = (first.max(at.saturating_sub(5))..at - 1).any(|index| is_living(text.word(index)));
    let last = name_end(text, at, LONGEST - 1);
    (lived && !is_everyday(text, at, last) && is_region(text, at).is_none() && !is_country(text.word(at)))
        .then_some((last, "a place somebody lives in"))
}

/// "Madison County", "Harbor Heights": a part of a state or a town by its last word.
fn district(text: &Text<'_>, at: usize) -> Option<(usize, &'static str)> {
    let end = text.sentence_of(at).end;
    let placed = matches!(before(text, at), "in" | "near" | "from" | "outside" | "of" | "around" | "at");
    let last = name_end(text, at, LONGEST);
    let named = matches!(text.word(last), "county" | "township" | "parish" | "heights" | "borough" | "village" | "shire" | "neighborhood");
    (placed && last < end && last > at && is_name_word(text, at) && named).then_some((last, "a county or a part of a town"))
}

/// "a 7yo from", "the patient from": no person is named after that.
fn is_of_person(word: &str) -> bool {
    word.ends_with("yo")
        || matches!(
            word,
            "old"
                | "patient"
                | "pt"
                | "man"
                | "woman"
                | "lady"
                | "gentleman"
                | "boy"
                | "girl"
                | "kid"
                | "child"
                | "teen"
                | "baby"
                | "couple"
                | "family"
                | "male"
                | "female"
                | "f"
                | "m"
        )
}

/// "Cedars Hill, Chicago": a name and a comma stand before the town.
fn before_comma(text: &Text<'_>, at: usize) -> bool {
    follows_comma(text, at) && is_name_word(text, at - 1) && is_name_word(text, at - 2)
}

fn before<'t>(text: &'t Text<'_>, at: usize) -> &'t str {
    if at > text.sentence_of(at).first { text.word(at - 1) } else { "" }
}

/// Words that tell that the place named next is where somebody lives or comes from.
fn is_living(word: &str) -> bool {
    matches!(
        word,
        "lives"
            | "live"
            | "lived"
            | "living"
            | "resides"
            | "residing"
            | "resident"
            | "residence"
            | "native"
            | "born"
            | "raised"
            | "moved"
            | "relocated"
            | "hails"
            | "staying"
            | "stays"
            | "traveled"
            | "travelled"
            | "traveling"
            | "flown"
            | "airlifted"
            | "transferred"
            | "transport"
            | "recuperation"
            | "recuperating"
            | "recovering"
            | "hometown"
            | "village"
            | "town"
            | "city"
            | "community"
            | "neighborhood"
            | "neighbourhood"
            | "suburb"
            | "domicile"
            | "commutes"
            | "connected"
    )
}

fn is_country(word: &str) -> bool {
    matches!(
        word,
        "america"
            | "us"
            | "usa"
            | "uk"
            | "canada"
            | "australia"
            | "mexico"
            | "india"
            | "china"
            | "germany"
            | "france"
            | "italy"
            | "spain"
            | "ukraine"
            | "africa"
            | "europe"
            | "asia"
            | "japan"
            | "brazil"
            | "philippines"
            | "nigeria"
            | "kenya"
            | "haiti"
            | "israel"
            | "russia"
            | "poland"
            | "sweden"
            | "norway"
            | "denmark"
            | "ebola"
    )
}

fn is_shouted(text: &Text<'_>, at: usize) -> bool {
    !text.typed_at(text.words()[at].span()).contains(char::is_lowercase)
}

/// The first word of the capitalised name that ends at word `last`.
fn name_start(text: &Text<'_>, last: usize) -> usize {
    let sentence = text.sentence_of(last);
    let mut first = last;
    while first > sentence.first && last + 2 - first < LONGEST && joined(text, first - 1) && is_name_word(text, first - 1) {
        first -= 1;
    }
    first
}

fn follows_comma(text: &Text<'_>, at: usize) -> bool {
    text.folded()[text.words()[at - 1].end as usize..text.words()[at].start as usize].trim_end() == ","
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::{Lists, Own, finds};

    #[test]
    fn towns_with_their_state() {
        finds(towns, "from Kestrel Falls, OR to Ivybrook, CO", &["Kestrel Falls, OR", "Ivybrook, CO"]);
        finds(towns, "treated in Stoneville, Texas, today", &["Stoneville, Texas"]);
        finds(towns, "the ER, OR and lab; yes, in time", &[]);
    }

    #[test]
    fn towns_of_the_list() {
        let lists = Lists::from_sources(&["charlotte\n", "austin\n", "austin\nboston\ncharlotte\nsalt lake city\n"]).expect("sorted");
        let own = Own::default();
        let found = |typed: &str| {
            let text = Text::new(typed);
            let scene = Scene { text: &text, own: &own, lists: &lists, replying_to: None, people: &Default::default() };
            localities(&scene).iter().map(|d| text.typed_at(d.span).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(found("seen in Salt Lake City and from Boston"), ["Salt Lake City", "Boston"]);
        assert_eq!(found("a card from Charlotte, Boston Marathon, Austin came in"), Vec::<String>::new());
        assert_eq!(found("she lives in Austin"), ["Austin"]);
    }

    #[test]
    fn places_somebody_lives_in() {
        finds(localities, "She lives in the village of Larch Bay.", &["Larch Bay"]);
        finds(localities, "a resident of Larchfield County", &["Larchfield County"]);
        finds(localities, "we live in America; living with Parkinson", &[]);
    }
}
