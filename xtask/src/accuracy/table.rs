//! The scorer's answer as a table: one row a measure, in the scorer's own words.

use serde_json::Value;

/// Every measure with its share and counts, section by section.
pub fn markdown(scores: &Value) -> String {
    let mut table = String::from("| measure | share | posts or spans |\n|---|---:|---:|\n");
    rows(scores, "", &mut table);
    table
}

fn rows(value: &Value, path: &str, table: &mut String) {
    let Some(object) = value.as_object() else {
        table.push_str(&format!("| {path} | {} | |\n", plain(value)));
        return;
    };
    if let (Some(hit), Some(of)) = (object.get("hit"), object.get("of")) {
        let share = object.get("share").and_then(Value::as_f64);
        let share = share.map_or_else(|| "–".to_owned(), |share| format!("{:.1} %", share * 100.0));
        table.push_str(&format!("| {path} | {share} | {hit} of {of} |\n"));
        return;
    }
    for (key, value) in object {
        let name = key.replace('_', " ");
        rows(value, &if path.is_empty() { name } else { format!("{path}: {name}") }, table);
    }
}

/// Lists are pairs of a rule and its count: "claims/cure 12, phi/date 3".
fn plain(value: &Value) -> String {
    match value {
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
        let table = markdown(&scores);
        assert!(table.contains("| benign: held | 12.5 % | 1 of 8 |\n"), "{table}");
        assert!(table.contains("| benign: noisiest rules | `phi/date` 3 | |\n"), "{table}");
        assert!(table.contains("| phi: f2 | 0.5 | |\n"), "{table}");
        assert!(table.contains("| phi: by type: SSN | – | 0 of 0 |\n"), "{table}");
    }
}
