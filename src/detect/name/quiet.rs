//! Whose names do not matter: the house's own people, people everybody knows, and shops.

use crate::detect::{Scene, is_in};
use crate::text::Text;

use super::figures::is_public_figure;
use super::stem;

/// Whether the words are the name of one of the staff or of a public figure.
pub(super) fn is_known(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let words: Vec<&str> = (first..=last).map(|index| stem(scene.text, index)).collect();
    scene.own.has_person(&words) || is_public_figure(&words)
}

/// Whether the words are a chain of shops or restaurants with a person's name: "Wendy's".
pub(super) fn is_brand(text: &Text<'_>, first: usize, last: usize) -> bool {
    let two = last == first + 1
        && matches!((text.word(first), stem(text, last)), ("jimmy" | "papa", "john") | ("trader", "joe") | ("carl", "jr"));
    text.word(last).ends_with("'s") && (two || first == last && is_in(BRANDS, stem(text, last)))
}

/// Words before the `'s` of shops, restaurants and makers.
const BRANDS: &str = "\
    applebee arby bloomingdale chili denny dillard domino dunkin hardee hershey joann kellogg kiehl kohl levi lowe \
    macy mccormick mcdonald moe popeye sainsbury sephora wendy zaxby";
