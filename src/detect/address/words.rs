//! Words that make an address: kinds of streets, units, and small words inside names.

/// "Street", "Ave", "Crescent".
#[rustfmt::skip]
pub(super) fn is_street(word: &str) -> bool {
    matches!(
        word,
        "street" | "st" | "str" | "avenue" | "ave" | "av" | "road" | "rd" | "lane" | "ln" | "drive" | "dr" | "boulevard" | "blvd" | "court"
            | "ct" | "way" | "place" | "pl" | "terrace" | "ter" | "circle" | "cir" | "parkway" | "pkwy" | "highway" | "hwy" | "crescent"
            | "cres" | "close" | "row" | "mews" | "gardens" | "grove" | "square" | "sq" | "trail" | "trl" | "loop" | "alley" | "turnpike"
            | "pike" | "expressway" | "esplanade" | "parade" | "quay" | "hollow" | "run" | "walk" | "plaza"
    )
}

/// Street names of other languages that end so: "Lindenstrasse", "Parkvej".
pub(super) fn ends_as_street(word: &str) -> bool {
    const ENDINGS: [&str; 25] = [
        "strasse", "gasse", "allee", "platz", "weg", "straat", "laan", "plein", "kade", "gracht", "gatan", "gata", "gade", "gaten", "vej",
        "vegen", "veien", "vagen", "katu", "kuja", "tie", "utca", "steeg", "dreef", "baan",
    ];
    word.len() > 5 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Street names of other languages that begin so: "Rue des Saules", "Via Roma".
pub(super) fn begins_street(word: &str) -> bool {
    matches!(
        word,
        "rue"
            | "avenue"
            | "boulevard"
            | "chemin"
            | "calle"
            | "avenida"
            | "carrer"
            | "plaza"
            | "rua"
            | "travessa"
            | "via"
            | "viale"
            | "vicolo"
            | "piazza"
            | "corso"
            | "ul"
            | "ulica"
            | "strada"
    )
}

/// Small words inside a street's name.
pub(super) fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "des"
            | "du"
            | "da"
            | "das"
            | "do"
            | "dos"
            | "del"
            | "della"
            | "delle"
            | "dei"
            | "degli"
            | "di"
            | "la"
            | "le"
            | "les"
            | "of"
            | "the"
            | "el"
            | "van"
            | "von"
            | "e"
            | "u"
            | "ut"
            | "utja"
    )
}

/// Words before the number of a flat, a suite or a box.
pub(super) fn is_unit(word: &str) -> bool {
    matches!(
        word,
        "apt"
            | "apartment"
            | "suite"
            | "ste"
            | "unit"
            | "flat"
            | "room"
            | "rm"
            | "floor"
            | "fl"
            | "bldg"
            | "building"
            | "lot"
            | "box"
            | "trailer"
            | "no"
            | "#"
    )
}

/// "N", "South", "NE" before or after a street's name.
pub(super) fn is_direction(word: &str) -> bool {
    matches!(word, "n" | "s" | "e" | "w" | "ne" | "nw" | "se" | "sw" | "north" | "south" | "east" | "west")
}
