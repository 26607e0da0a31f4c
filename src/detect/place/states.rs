//! States, provinces and territories: they may be named, but tell that a town stands before them.

use crate::text::Text;

/// A state's postal code, in capitals: of the states, the District and the territories (USPS Publication 28,
/// appendix B), Canada's provinces and Australia's states.
pub(in crate::detect) fn is_postal_code(text: &Text<'_>, at: usize) -> bool {
    let typed = text.words().get(at).map_or("", |word| text.typed_at(word.span()));
    // Every word of a post comes by here.
    matches!(typed.len(), 2 | 3) && CODES.contains(&typed)
}

/// A state's name, from word `at`: its last word.
pub(in crate::detect) fn is_region(text: &Text<'_>, at: usize) -> Option<usize> {
    if !text.is_capitalised(at) {
        return None;
    }
    if is_postal_code(text, at) {
        return Some(at);
    }
    let two = [text.word(at), text.word(at + 1)].join(" ");
    match (REGIONS.contains(&two.as_str()), REGIONS.contains(&text.word(at))) {
        (true, _) => Some(at + 1),
        (_, true) => Some(at),
        _ => None,
    }
}

#[rustfmt::skip]
const CODES: &[&str] = &[
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI",
    "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT",
    "VA", "WA", "WV", "WI", "WY", "PR", "GU", "VI", "AS", "MP", "AB", "BC", "MB", "NB", "NL", "NS", "ON", "PE", "QC", "SK", "NSW", "VIC",
    "QLD", "TAS", "ACT", "NT",
];

#[rustfmt::skip]
const REGIONS: &[&str] = &[
    "alabama", "alaska", "arizona", "arkansas", "california", "colorado", "connecticut", "delaware", "florida", "georgia", "hawaii", "idaho",
    "illinois", "indiana", "iowa", "kansas", "kentucky", "louisiana", "maine", "maryland", "massachusetts", "michigan", "minnesota",
    "mississippi", "missouri", "montana", "nebraska", "nevada", "new hampshire", "new jersey", "new mexico", "new york", "north carolina",
    "north dakota", "ohio", "oklahoma", "oregon", "pennsylvania", "rhode island", "south carolina", "south dakota", "tennessee", "texas",
    "utah", "vermont", "virginia", "washington", "west virginia", "wisconsin", "wyoming", "ontario", "quebec", "alberta", "manitoba",
    "saskatchewan", "nova scotia", "new brunswick", "british columbia", "new south", "victoria", "queensland", "tasmania", "england",
    "scotland", "wales", "ireland",
];
