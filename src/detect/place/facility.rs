//! Facilities: by their kind ("Cobalt Glen Medical Center"), or by where care was given ("seen at Mass General").

use super::{is_name_word, is_region, joined, words_span};
use crate::detect::{Detected, Scene};
use crate::text::Text;

/// Most words of a facility's name.
const LONGEST: usize = 6;

/// Hospitals, clinics and the like by name; never a person's name.
pub(in crate::detect) fn facilities(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let mut found: Vec<Detected> = Vec::new();
    for at in 0..text.words().len() {
        let range = by_kind(text, at).or_else(|| town_clinic(scene, at)).or_else(|| place_of_care(text, at));
        let Some((first, last)) = range else { continue };
        let span = words_span(text, first, last);
        while found.last().is_some_and(|before| span.start <= before.span.start) {
            found.pop();
        }
        let overlaps = found.last().is_some_and(|before| before.span.end > span.start);
        if !overlaps && !scene.own.has_organisation(span.of(text.folded())) {
            found.push(Detected::new(span, "the name of a facility"));
        }
    }
    found
}

/// A kind of facility at word `at` with the capitalised name before it and a town after it.
fn by_kind(text: &Text<'_>, at: usize) -> Option<(usize, usize)> {
    let after_saint =
        at >= 2 && matches!(text.word(at - 2), "st" | "saint") && text.word(at - 1).ends_with("'s") && text.is_capitalised(at - 1);
    let kind = is_kind(text.word(at)) && (text.is_capitalised(at) || after_saint);
    if !kind || is_region(text, at).is_some() {
        return None;
    }
    let end = text.sentence_of(at).end;
    let mut last = at;
    while last + 1 < end
        && joined(text, last)
        && text.is_capitalised(last + 1)
        && (is_kind(text.word(last + 1)) || is_name_word(text, last + 1))
    {
        last += 1;
    }
    let first = name_start(text, at);
    let named = (first..at).any(|index| !is_generic(text.word(index)));
    named.then_some((first, last))
}

/// "the Chicago clinic": a town of the list before a kind in lower case.
fn town_clinic(scene: &Scene<'_>, at: usize) -> Option<(usize, usize)> {
    let text = scene.text;
    if !matches!(text.word(at), "clinic" | "hospital" | "office" | "er" | "campus") || at == 0 || !joined(text, at - 1) {
        return None;
    }
    let first = name_start(text, at);
    let town = (first..at).map(|index| text.word(index)).collect::<Vec<_>>().join(" ");
    (first < at && (scene.lists.is_place(&town) || text.word(at - 1) == "avenue" || town.contains('-'))).then_some((first, at))
}

/// "seen at Mass General", "surgery at Cedars-Sinai": the name after "at", or after "to" and "from" of a care verb.
fn place_of_care(text: &Text<'_>, at: usize) -> Option<(usize, usize)> {
    let sentence = text.sentence_of(at);
    let article = at > sentence.first && text.word(at - 1) == "the";
    let preposition = at.checked_sub(1 + usize::from(article)).filter(|&index| index >= sentence.first)?;
    let care = |index: usize| preposition >= sentence.first + index && is_care(text.word(preposition - index));
    let placed = match text.word(preposition) {
        "at" => true,
        "to" | "from" | "by" | "in" => care(1) || care(2) && text.word(preposition - 1) != "the",
        _ => false,
    };
    if !placed || !is_name_word(text, at) || at + 1 < sentence.end && text.word(at) == "home" {
        return None;
    }
    let last = name_end(text, at, sentence.end);
    // "at Boston's", "at Target": a single everyday word names no facility.
    (!(at == last && (is_generic(text.word(at)) || super::is_everyday(text, at, at)))).then_some((at, last))
}

fn is_care(word: &str) -> bool {
    matches!(
        word,
        "seen"
            | "treated"
            | "admitted"
            | "presented"
            | "hospitalized"
            | "hospitalised"
            | "discharged"
            | "evaluated"
            | "readmitted"
            | "transferred"
            | "referred"
            | "airlifted"
            | "flown"
    )
}

/// The last word of the name that starts at `at`: "Baylor Scott & White", "Brigham and Women's".
fn name_end(text: &Text<'_>, at: usize, end: usize) -> usize {
    let mut last = at;
    while last + 1 < end && last + 1 - at < LONGEST && joined(text, last) {
        if is_name_word(text, last + 1) {
            last += 1;
        } else if matches!(text.word(last + 1), "&" | "and" | "of")
            && last + 2 < end
            && joined(text, last + 1)
            && text.word(last + 2).ends_with("'s")
            || text.word(last + 1) == "&" && last + 2 < end && is_name_word(text, last + 2)
        {
            last += 2;
        } else {
            break;
        }
    }
    last
}

/// The first word of the capitalised name that ends before word `kind`.
fn name_start(text: &Text<'_>, kind: usize) -> usize {
    let sentence = text.sentence_of(kind);
    let mut first = kind;
    while first > sentence.first && kind + 1 - first < LONGEST && joined(text, first - 1) && belongs(text, first - 1) {
        first -= 1;
    }
    // "at", "of" and the like inside a name do not start it.
    while first < kind && !text.is_capitalised(first) && !is_numbered(text.word(first)) {
        first += 1;
    }
    first
}

fn belongs(text: &Text<'_>, at: usize) -> bool {
    (text.is_capitalised(at) && !starts_sentence_only(text.word(at)))
        || matches!(text.word(at), "of" | "&")
        || text.word(at) == "and" && text.word(at + 1).ends_with("'s")
        || is_numbered(text.word(at))
}

/// "5th" of "5th Avenue Clinic".
fn is_numbered(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && ["st", "nd", "rd", "th"].iter().any(|ending| word.ends_with(ending))
}

/// Words that are capitalised only because a sentence starts with them.
#[rustfmt::skip]
fn starts_sentence_only(word: &str) -> bool {
    matches!(
        word,
        "the" | "our" | "this" | "my" | "your" | "a" | "an" | "at" | "in" | "to" | "from" | "dr" | "facility" | "location" | "patient" | "for"
            | "we" | "met" | "and" | "near" | "visit" | "mr" | "mrs" | "ms" | "every" | "any" | "each" | "find" | "call"
    )
}

/// Words that alone name no place: "Children's Hospital" is every town's.
#[rustfmt::skip]
fn is_generic(word: &str) -> bool {
    matches!(
        word,
        "of" | "and" | "&" | "community" | "regional" | "local" | "children's" | "women's" | "family" | "medical" | "urgent" | "public"
            | "mental" | "free" | "flu" | "vaccine" | "county" | "city" | "state" | "national" | "new" | "health" | "care" | "primary"
            | "dental" | "eye" | "home" | "behavioral" | "covid" | "disease" | "world" | "walk" | "skin" | "heart" | "sports" | "student"
            | "emergency" | "intensive" | "surgical" | "cancer" | "burn" | "memory" | "breast" | "pain" | "sleep" | "wound" | "foot"
            | "travel" | "allergy" | "weight" | "loss" | "best" | "more" | "infusion"
    ) || is_kind(word)
}

#[rustfmt::skip]
fn is_kind(word: &str) -> bool {
    matches!(
        word,
        "hospital" | "hosp" | "clinic" | "clinics" | "infirmary" | "hospice" | "medical" | "center" | "centre" | "rehabilitation" | "rehab"
            | "dialysis" | "imaging" | "pediatrics" | "paediatrics" | "surgery" | "health" | "healthcare" | "healthcenter" | "med" | "ctr"
            | "pharmacy" | "unit" | "practice" | "associates" | "pavilion" | "general" | "surgical" | "infusion" | "orthopedics"
            | "orthopaedics" | "cardiology" | "oncology" | "dermatology" | "dentistry" | "dental" | "physiotherapy" | "maternity" | "sanatorium"
            | "radiology" | "obstetrics" | "hospitals" | "permanente" | "polyclinic"
    )
}

#[cfg(test)]
mod tests {
    use super::facilities;
    use crate::detect::finds;

    #[test]
    fn named_facilities() {
        finds(
            facilities,
            "seen at St. Joseph's Hospital and Cobalt Glen Medical Center",
            &["St. Joseph's Hospital", "Cobalt Glen Medical Center"],
        );
        finds(facilities, "admitted to Mass General on March 3", &["Mass General"]);
        finds(facilities, "surgery at Alder Stone & Reed, at the Larch Clinic", &["Alder Stone & Reed", "Larch Clinic"]);
        finds(facilities, "via Willowby Family Practice, a 5th Avenue Clinic visit", &["Willowby Family Practice", "5th Avenue Clinic"]);
    }

    #[test]
    fn no_names() {
        finds(facilities, "at the Hospital, our Flu Clinic, Community Health Center", &[]);
        finds(facilities, "seen at March events, seen at the ER", &[]);
        finds(facilities, "the Burn Unit, our Pain Clinic, at Christmas", &[]);
    }
}
