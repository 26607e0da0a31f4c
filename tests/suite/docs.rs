//! `docs/rules/` says what the rule sets say.

use std::collections::BTreeMap;

use scrubline::ruleset::pages;

use crate::{built_in, root};

const HOW: &str = "write it again: cargo run -q -- rules docs docs/rules";

#[test]
fn docs_of_rules_are_in_step_with_the_rules() {
    let wanted: BTreeMap<String, String> = pages(&built_in()).into_iter().map(|page| (page.name, page.text)).collect();
    let mut written = BTreeMap::new();
    for entry in std::fs::read_dir(root().join("docs/rules")).unwrap_or_else(|error| panic!("docs/rules: {error}; {HOW}")) {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        written.insert(name, std::fs::read_to_string(&path).expect("a page"));
    }
    for (name, text) in &wanted {
        assert!(written.get(name) == Some(text), "docs/rules/{name} does not say what the rules say; {HOW}");
    }
    for name in written.keys() {
        assert!(wanted.contains_key(name), "docs/rules/{name} belongs to no rule set; {HOW}");
    }
}
