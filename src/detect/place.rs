//! Places below state level: facilities by their kind or by a care verb, towns by their state.

use super::common_words::is_common;
use super::date::is_month;
use super::{Detected, Scene};
use crate::span::Span;
use crate::text::{Text, WordKind};

/// Most words of a place's name.
const LONGEST: usize = 6;

/// Hospitals, clinics and the like by name; never a person's name.
pub(super) fn facilities(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let mut found: Vec<Detected> = Vec::new();
    for at in 0..text.words().len() {
        let range = by_kind(text, at).or_else(|| after_care_verb(scene, at));
        let Some((first, last)) = range else { continue };
        let span = span(text, first, last);
        let overlaps = found.last().is_some_and(|before| before.span.end > span.start);
        if !overlaps && !scene.own.has_organisation(span.of(text.folded())) {
            found.push(Detected::new(span, "the name of a facility"));
        }
    }
    found
}

/// "Stoneville, OH": a capitalised name before a state's postal code.
pub(super) fn towns(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let mut found = Vec::new();
    for state in 1..text.words().len() {
        if !is_state(text, state) || !follows_comma(text, state) {
            continue;
        }
        let last = state - 1;
        let first = name_start(text, last, 3);
        let shouted = !text.typed_at(text.words()[last].span()).contains(char::is_lowercase);
        if text.is_capitalised(last)
            && !shouted
            && !is_common(text.word(last))
            && !scene.own.has_address(span(text, first, state).of(text.folded()))
        {
            found.push(Detected::new(span(text, first, state), "a town with its state"));
        }
    }
    found
}

/// A kind of facility at word `at` with the capitalised name before it.
fn by_kind(text: &Text<'_>, at: usize) -> Option<(usize, usize)> {
    if !is_kind(text.word(at)) || !text.is_capitalised(at) {
        return None;
    }
    let mut last = at;
    while is_kind(text.word(last + 1)) && text.is_capitalised(last + 1) && joined(text, last) {
        last += 1;
    }
    let first = name_start(text, at, LONGEST);
    let named = (first..at).any(|index| !is_generic(text.word(index)));
    named.then_some((first, last))
}

/// "seen at Mass General", "admitted to Stanford": what follows a care verb and its preposition.
fn after_care_verb(scene: &Scene<'_>, at: usize) -> Option<(usize, usize)> {
    let text = scene.text;
    let verb = at.checked_sub(2).map(|index| text.word(index))?;
    let care = matches!(verb, "seen" | "treated" | "admitted" | "presented" | "hospitalized" | "discharged" | "evaluated" | "readmitted");
    if !care || !matches!(text.word(at - 1), "at" | "to" | "from") || !text.is_capitalised(at) || !is_name_word(text, at) {
        return None;
    }
    let sentence = text.sentence_of(at);
    let mut last = at;
    while last + 1 < sentence.end
        && last + 1 - at < LONGEST
        && joined(text, last)
        && text.is_capitalised(last + 1)
        && is_name_word(text, last + 1)
    {
        last += 1;
    }
    Some((at, last))
}

/// The first word of the capitalised name that ends at word `last`.
fn name_start(text: &Text<'_>, last: usize, longest: usize) -> usize {
    let sentence = text.sentence_of(last);
    let mut first = last;
    while first > sentence.first && last + 1 - first < longest && joined(text, first - 1) && belongs(text, first - 1) {
        first -= 1;
    }
    // "at", "of" and the like inside a name do not start it.
    while first < last && !text.is_capitalised(first) {
        first += 1;
    }
    first
}

fn belongs(text: &Text<'_>, at: usize) -> bool {
    (text.is_capitalised(at) && !starts_sentence_only(text.word(at))) || text.word(at) == "of"
}

/// Words that are capitalised only because a sentence starts with them.
fn starts_sentence_only(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "our"
            | "this"
            | "my"
            | "your"
            | "a"
            | "an"
            | "at"
            | "in"
            | "to"
            | "from"
            | "dr"
            | "facility"
            | "location"
            | "patient"
            | "and"
            | "for"
            | "we"
            | "met"
    )
}

/// Words that alone name no place: "Children's Hospital" is every town's.
fn is_generic(word: &str) -> bool {
    matches!(
        word,
        "of" | "and"
            | "&"
            | "community"
            | "regional"
            | "general"
            | "local"
            | "children's"
            | "women's"
            | "family"
            | "medical"
            | "urgent"
            | "public"
            | "mental"
            | "free"
            | "flu"
            | "vaccine"
            | "county"
            | "city"
            | "state"
            | "national"
            | "new"
            | "health"
            | "care"
            | "primary"
            | "dental"
            | "eye"
            | "home"
            | "behavioral"
    ) || is_kind(word)
}

fn is_kind(word: &str) -> bool {
    matches!(
        word,
        "hospital"
            | "clinic"
            | "clinics"
            | "infirmary"
            | "hospice"
            | "medical"
            | "center"
            | "centre"
            | "rehabilitation"
            | "dialysis"
            | "imaging"
            | "pediatrics"
            | "surgery"
            | "health"
            | "healthcare"
            | "med"
            | "ctr"
            | "pharmacy"
            | "unit"
    )
}

fn is_name_word(text: &Text<'_>, at: usize) -> bool {
    let word = &text.words()[at];
    let month = is_month(text.word(at));
    let weekday = text.word(at).ends_with("day");
    word.kind == WordKind::Letters && !month && !weekday && !matches!(text.word(at), "dr" | "er" | "ed" | "icu")
}

/// Whether a word and the next are one name: a space, a hyphen, or "St. Mary's".
fn joined(text: &Text<'_>, at: usize) -> bool {
    let (Some(word), Some(next)) = (text.words().get(at), text.words().get(at + 1)) else { return false };
    let between = &text.folded()[word.end as usize..next.start as usize];
    matches!(between, " " | "-") || (between == ". " && matches!(text.word(at), "st" | "mt" | "ft"))
}

fn follows_comma(text: &Text<'_>, at: usize) -> bool {
    text.folded()[text.words()[at - 1].end as usize..text.words()[at].start as usize].trim_end() == ","
}

fn span(text: &Text<'_>, first: usize, last: usize) -> Span {
    Span::new(text.words()[first].start as usize, text.words()[last].end as usize)
}

/// Postal codes of the states, the District and the territories (USPS Publication 28, appendix B).
fn is_state(text: &Text<'_>, at: usize) -> bool {
    let typed = text.words().get(at).map_or("", |word| text.typed_at(word.span()));
    matches!(
        typed,
        "AL" | "AK"
            | "AZ"
            | "AR"
            | "CA"
            | "CO"
            | "CT"
            | "DE"
            | "DC"
            | "FL"
            | "GA"
            | "HI"
            | "ID"
            | "IL"
            | "IN"
            | "IA"
            | "KS"
            | "KY"
            | "LA"
            | "ME"
            | "MD"
            | "MA"
            | "MI"
            | "MN"
            | "MS"
            | "MO"
            | "MT"
            | "NE"
            | "NV"
            | "NH"
            | "NJ"
            | "NM"
            | "NY"
            | "NC"
            | "ND"
            | "OH"
            | "OK"
            | "OR"
            | "PA"
            | "RI"
            | "SC"
            | "SD"
            | "TN"
            | "TX"
            | "UT"
            | "VT"
            | "VA"
            | "WA"
            | "WV"
            | "WI"
            | "WY"
            | "PR"
            | "GU"
            | "VI"
            | "AS"
            | "MP"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::finds;

    #[test]
    fn named_facilities() {
        finds(
            facilities,
            "seen at St. Joseph's Hospital and Cobalt Glen Medical Center",
            &["St. Joseph's Hospital", "Cobalt Glen Medical Center"],
        );
        finds(facilities, "admitted to Mass General on March 3", &["Mass General"]);
        finds(facilities, "at the Hospital, our Flu Clinic, Community Health Center", &[]);
        finds(facilities, "seen at March events, seen at the ER", &[]);
    }

    #[test]
    fn towns_with_their_state() {
        finds(towns, "from Kestrel Falls, OR to Ivybrook, CO", &["Kestrel Falls, OR", "Ivybrook, CO"]);
        finds(towns, "the ER, OR and lab; yes, in time", &[]);
    }
}
