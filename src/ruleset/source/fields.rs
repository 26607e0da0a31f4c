//! Reads the keys of one TOML table and notes every problem instead of stopping at the first.

use std::ops::Range;
use std::str::FromStr;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::date::Date;
use crate::ruleset::RuleSetErrorKind as Kind;

/// The problems of one file, with the bytes each is about.
#[derive(Default)]
pub(super) struct Problems {
    pub found: Vec<(Range<usize>, Kind)>,
}

impl Problems {
    pub fn add(&mut self, at: Range<usize>, kind: Kind) {
        self.found.push((at, kind));
    }
}

/// One table, read key by key; [`Fields::finish`] reports the keys nobody asked for.
pub(super) struct Fields<'t, 'p> {
    table: &'t DeTable<'t>,
    at: Range<usize>,
    known: Vec<&'static str>,
    pub problems: &'p mut Problems,
}

impl<'t, 'p> Fields<'t, 'p> {
    pub fn new(table: &'t DeTable<'t>, at: Range<usize>, problems: &'p mut Problems) -> Self {
        Self { table, at, known: Vec::new(), problems }
    }

    /// The bytes of a value, or of the table where it is absent.
    pub fn span(&self, key: &str) -> Range<usize> {
        self.table.get(key).map_or(self.at.clone(), Spanned::span)
    }

    pub fn value(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.known.push(key);
        self.table.get(key)
    }

    pub fn missing(&mut self, key: &'static str) {
        self.problems.add(self.at.clone(), Kind::Missing { key });
    }

    pub fn wrong_type(&mut self, key: &str, expected: &'static str, value: &Spanned<DeValue<'_>>) {
        let found = type_name(value.get_ref());
        self.problems.add(value.span(), Kind::WrongType { key: key.to_owned(), expected, found });
    }

    /// A text that must be there; empty where it is not.
    pub fn text(&mut self, key: &'static str) -> String {
        match self.optional_text(key) {
            Some(text) => text,
            None => {
                if self.table.get(key).is_none() {
                    self.missing(key);
                }
                String::new()
            }
        }
    }

    pub fn optional_text(&mut self, key: &'static str) -> Option<String> {
        let value = self.value(key)?;
        match value.get_ref().as_str() {
            Some(text) => Some(text.to_owned()),
            None => {
                self.wrong_type(key, "a text", value);
                None
            }
        }
    }

    /// A list of texts; empty where it is absent. A single text counts as a list of one.
    pub fn texts(&mut self, key: &'static str) -> Vec<String> {
        let Some(value) = self.value(key) else { return Vec::new() };
        if let Some(text) = value.get_ref().as_str() {
            return vec![text.to_owned()];
        }
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(key, "a list of texts", value);
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in array.iter() {
            match item.get_ref().as_str() {
                Some(text) => texts.push(text.to_owned()),
                None => self.wrong_type(key, "a list of texts", item),
            }
        }
        texts
    }

    /// A value of a closed list that must be there.
    pub fn named<T: FromStr>(&mut self, key: &'static str, allowed: &[&'static str]) -> Option<T> {
        if self.table.get(key).is_none() {
            self.known.push(key);
            self.missing(key);
            return None;
        }
        self.optional_named(key, allowed)
    }

    pub fn optional_named<T: FromStr>(&mut self, key: &'static str, allowed: &[&'static str]) -> Option<T> {
        let text = self.optional_text(key)?;
        let at = self.span(key);
        self.one_of(key, &text, at, allowed)
    }

    /// A list of values of a closed list.
    pub fn all_named<T: FromStr>(&mut self, key: &'static str, allowed: &[&'static str]) -> Vec<T> {
        let at = self.span(key);
        let texts = self.texts(key);
        texts.iter().filter_map(|text| self.one_of(key, text, at.clone(), allowed)).collect()
    }

    fn one_of<T: FromStr>(&mut self, key: &'static str, text: &str, at: Range<usize>, allowed: &[&'static str]) -> Option<T> {
        let value = text.parse().ok();
        if value.is_none() {
            let kind = Kind::UnknownValue { key: key.to_owned(), value: text.to_owned(), allowed: allowed.to_vec() };
            self.problems.add(at, kind);
        }
        value
    }

    /// A day that must be there, written bare (2026-11-22) or in quotes.
    pub fn date(&mut self, key: &'static str) -> Option<Date> {
        let Some(value) = self.value(key) else {
            self.missing(key);
            return None;
        };
        let written = match value.get_ref() {
            DeValue::Datetime(day) => day.to_string(),
            DeValue::String(text) => text.to_string(),
            _ => String::new(),
        };
        let date = written.parse().ok();
        if date.is_none() {
            self.wrong_type(key, "a day written 2026-11-22", value);
        }
        date
    }

    /// A whole number from 0 on that must be there.
    pub fn number(&mut self, key: &'static str) -> Option<u32> {
        let Some(value) = self.value(key) else {
            self.missing(key);
            return None;
        };
        let number = value.get_ref().as_integer().and_then(|n| u32::from_str_radix(n.as_str(), n.radix()).ok());
        if number.is_none() {
            self.wrong_type(key, "a whole number", value);
        }
        number
    }

    pub fn optional_number(&mut self, key: &'static str) -> Option<u32> {
        if self.table.get(key).is_none() {
            self.known.push(key);
            return None;
        }
        self.number(key)
    }

    /// A whole number, also below zero, that must be there.
    pub fn integer(&mut self, key: &'static str) -> Option<i32> {
        let Some(value) = self.value(key) else {
            self.missing(key);
            return None;
        };
        let number = value.get_ref().as_integer().and_then(|n| i32::from_str_radix(n.as_str(), n.radix()).ok());
        if number.is_none() {
            self.wrong_type(key, "a whole number", value);
        }
        number
    }

    /// A list whose items are lists of texts; a single text counts as a list of one.
    pub fn text_lists(&mut self, key: &'static str) -> Vec<Vec<String>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(key, "a list of lists of texts", value);
            return Vec::new();
        };
        let mut lists = Vec::new();
        for item in array.iter() {
            let text = |item: &Spanned<DeValue<'_>>| item.get_ref().as_str().map(str::to_owned);
            let list = match item.get_ref().as_array() {
                Some(items) => items.iter().map(text).collect(),
                None => text(item).map(|text| vec![text]),
            };
            match list {
                Some(list) => lists.push(list),
                None => self.wrong_type(key, "a list of lists of texts", item),
            }
        }
        lists
    }

    /// A share from 0 to 1, if it is there.
    pub fn optional_share(&mut self, key: &'static str) -> Option<f64> {
        if self.table.get(key).is_none() {
            self.known.push(key);
            return None;
        }
        self.share(key)
    }

    /// A share from 0 to 1 that must be there.
    pub fn share(&mut self, key: &'static str) -> Option<f64> {
        let Some(value) = self.value(key) else {
            self.missing(key);
            return None;
        };
        let number = match value.get_ref() {
            DeValue::Float(float) => float.as_str().parse().ok(),
            DeValue::Integer(integer) => integer.as_str().parse().ok(),
            _ => None,
        };
        match number {
            Some(share) if (0.0..=1.0).contains(&share) => Some(share),
            Some(_) => {
                self.problems.add(value.span(), Kind::OutOfRange { key, range: "a share from 0 to 1" });
                None
            }
            None => {
                self.wrong_type(key, "a share such as 0.6", value);
                None
            }
        }
    }

    pub fn flag(&mut self, key: &'static str) -> bool {
        let Some(value) = self.value(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong_type(key, "true or false", value);
            false
        })
    }

    /// The tables of a list, with their bytes.
    pub fn tables(&mut self, key: &'static str) -> Vec<(&'t DeTable<'t>, Range<usize>)> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(key, "a list of tables", value);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in array.iter() {
            match item.get_ref().as_table() {
                Some(table) => tables.push((table, item.span())),
                None => self.wrong_type(key, "a list of tables", item),
            }
        }
        tables
    }

    pub fn table(&mut self, key: &'static str) -> Option<(&'t DeTable<'t>, Range<usize>)> {
        let value = self.value(key)?;
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(key, "a table", value);
        }
        Some((table?, value.span()))
    }

    /// Reports every key that nobody asked for.
    pub fn finish(self) {
        for key in self.table.keys() {
            let name = key.get_ref().as_ref();
            if self.known.contains(&name) {
                continue;
            }
            let suggestion = closest(name, &self.known);
            self.problems.add(key.span(), Kind::UnknownKey { key: name.to_owned(), suggestion });
        }
    }
}

/// The known key nearest to what was written, if near enough to be a slip.
fn closest(written: &str, known: &[&'static str]) -> Option<String> {
    let nearest = known.iter().min_by_key(|key| strsim::osa_distance(written, key))?;
    (strsim::osa_distance(written, nearest) <= 2.max(written.len() / 4)).then(|| (*nearest).to_owned())
}

fn type_name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
