//! Words that are names in the census lists and everyday or medical words in posts.

/// Whether a folded word is more often a word than a name.
pub(super) fn is_common(word: &str) -> bool {
    COMMON.binary_search(&word).is_ok()
}

/// Sorted, because it is searched by halves.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "access", "advocate", "advocates", "age", "an", "and", "angel", "are", "art", "asia", "assistance", "august", "autumn", "baby",
    "bank", "barber", "basil", "bill", "black", "blue", "bone", "brown", "care", "case", "center", "chance", "charity", "child", "china",
    "christian", "christmas", "church", "city", "clean", "clinic", "cold", "college", "cook", "cost", "covid", "day", "days", "dean",
    "do", "doctor", "dollar", "drug", "early", "east", "easter", "education", "england", "english", "experience", "faith", "fall",
    "farmer", "father", "field", "first", "fish", "flu", "forest", "foundation", "france", "free", "friend", "georgia", "glass", "good",
    "grace", "grant", "gray", "green", "guide", "hall", "hand", "harmony", "has", "he", "health", "heart", "heath", "help", "him",
    "holiday", "holly", "home", "honor", "hope", "house", "how", "hunter", "if", "in", "information", "iris", "is", "israel", "jersey",
    "joy", "judge", "june", "justice", "key", "king", "land", "law", "le", "lean", "liberty", "life", "light", "link", "little", "long",
    "love", "ma", "major", "man", "march", "mark", "marshal", "mason", "may", "mercy", "miles", "miller", "miracle", "money", "more",
    "my", "new", "no", "noble", "north", "nurse", "olive", "page", "parent", "park", "patience", "peace", "penny", "people", "pharmacy",
    "pink", "portal", "precious", "price", "princess", "privacy", "queen", "rain", "ray", "records", "red", "rehab", "rich", "rights",
    "river", "rock", "rose", "royal", "ruby", "safety", "sage", "satisfaction", "see", "service", "services", "shore", "short", "so",
    "south", "spring", "star", "stories", "storm", "story", "strong", "summer", "sunny", "support", "sweet", "talk", "temple", "thanks",
    "the", "they", "to", "treasure", "tuesday", "unity", "van", "virginia", "walker", "was", "way", "weeks", "welcome", "west", "white",
    "will", "winter", "wise", "wolf", "wood", "woods", "young", "your",
];

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_sorted() {
        assert!(super::COMMON.is_sorted());
    }
}
