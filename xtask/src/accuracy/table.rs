//! The scorer's answer as a table: one row a measure, in the scorer's own words, with Presidio's beside it.

use serde_json::Value;

use super::presidio::Scores;

/// Every measure with its share and counts, section by section.
pub fn markdown(scores: &Value, rival: Option<&Scores>) -> String {
    let mut table = String::from("| measure | Scrubline | posts or spans | Presidio |\n|---|---:|---:|---:|\n");
    rows(scores, rival.map_or(&Value::Null, |rival| &rival.scores), "", &mut table);
    if let Some(rival) = rival {
        let versions: Vec<String> = rival.versions.iter().map(|(name, version)| format!("{name} {version}")).collect();
        table += &format!("\nPresidio: {}, measured on {}.\n", versions.join(", "), rival.measured);
    }
    table
}

/// The share found of each identifier that the corpus labels.
pub fn identifiers(scores: &Value) -> String {
    let mut table = String::from("| identifier | found | labelled spans |\n|---|---:|---:|\n");
    for (name, value) in scores["phi"]["by_type"].as_object().into_iter().flatten() {
        table += &format!("| {} | {} | {} |\n", name.replace('_', " "), share(value), plain(&value["of"]));
    }
    table
}

fn rows(value: &Value, rival: &Value, path: &str, table: &mut String) {
    let Some(object) = value.as_object() else {
        table.push_str(&format!("| {path} | {} | | {} |\n", plain(value), plain(rival)));
        return;
    };
    if let (Some(hit), Some(of)) = (object.get("hit"), object.get("of")) {
        table.push_str(&format!("| {path} | {} | {hit} of {of} | {} |\n", share(value), share(rival)));
        return;
    }
    for (key, value) in object {
        let name = key.replace('_', " ");
        rows(value, &rival[key.as_str()], &if path.is_empty() { name } else { format!("{path}: {name}") }, table);
    }
}

/// A share in percent; empty where nothing was measured, a dash where there was nothing to measure.
fn share(value: &Value) -> String {
    match value.get("share") {
        Some(share) => share.as_f64().map_or_else(|| "–".to_owned(), |share| format!("{:.1} %", share * 100.0)),
        None => String::new(),
    }
}

/// Lists are pairs of a rule and its count: "claims/cure 12, phi/date 3".
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(pair) if pair.len() == 2 && pair[1].is_number() => format!("`{}` {}", plain(&pair[0]), pair[1]),
        Value::Array(list) if list.is_empty() => "none".to_owned(),
        Value::Array(list) => list.iter().map(plain).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_numbers_and_lists_each_get_a_row() {
        let scores = serde_json::json!({
            "benign": {"held": {"hit": 1, "of": 8, "share": 0.125}, "noisiest_rules": [["phi/date", 3]]},
            "phi": {"f2": 0.5, "by_type": {"SSN": {"hit": 0, "of": 0, "share": null}}},
        });
        let rival = Scores {
            versions: [("presidio-analyzer".to_owned(), "2.2".to_owned())].into(),
            measured: "2026-11-22".to_owned(),
            scores: serde_json::json!({"benign": {"held": {"hit": 2, "of": 8, "share": 0.25}}}),
        };
        assert!(identifiers(&scores).ends_with("| SSN | – | 0 |\n"));
        let table = markdown(&scores, Some(&rival));
        assert!(table.contains("| benign: held | 12.5 % | 1 of 8 | 25.0 % |\n"), "{table}");
        assert!(table.contains("| benign: noisiest rules | `phi/date` 3 | |  |\n"), "{table}");
        assert!(table.contains("| phi: f2 | 0.5 | |  |\n"), "{table}");
        assert!(table.contains("| phi: by type: SSN | – | 0 of 0 |  |\n"), "{table}");
        assert!(table.ends_with("\nPresidio: presidio-analyzer 2.2, measured on 2026-11-22.\n"), "{table}");
    }
}
