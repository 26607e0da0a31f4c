//! Values kept in their stored form and read when first asked for.
//!
//! Loading must be quick: a page starts the engine while somebody types, and a post needs few of
//! the many rules and phrases.

use std::sync::OnceLock;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::numbers::Numbers;

/// A row of values, each readable on its own.
#[derive(Clone, Serialize, Deserialize)]
#[serde(bound = "")]
pub(crate) struct Packed<T> {
    #[serde(with = "serde_bytes")]
    bytes: Vec<u8>,
    /// Where each value ends.
    ends: Numbers,
    #[serde(skip)]
    read: OnceLock<Vec<OnceLock<Option<T>>>>,
}

impl<T> Default for Packed<T> {
    fn default() -> Self {
        Self { bytes: Vec::new(), ends: Numbers::default(), read: OnceLock::new() }
    }
}

impl<T: Serialize + DeserializeOwned> Packed<T> {
    /// Stores values in order.
    pub fn new(values: impl IntoIterator<Item = T>) -> Self {
        let mut bytes = Vec::new();
        let end_of = |value: T| {
            // Plain data: nothing here that the form cannot hold.
            bytes.extend(postcard::to_allocvec(&value).unwrap_or_default());
            bytes.len() as u32
        };
        let ends = values.into_iter().map(end_of).collect();
        Self { bytes, ends, read: OnceLock::new() }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// One value; `None` if there is no such one, or its bytes are damaged.
    pub fn get(&self, index: u32) -> Option<&T> {
        let read = self.read.get_or_init(|| (0..self.len()).map(|_| OnceLock::new()).collect());
        read.get(index as usize)?.get_or_init(|| self.unpack(index as usize)).as_ref()
    }

    /// All values; damaged ones are left out.
    pub fn iter(&self) -> impl Iterator<Item = T> {
        (0..self.len()).filter_map(|index| self.unpack(index))
    }

    fn unpack(&self, index: usize) -> Option<T> {
        let start = index.checked_sub(1).map_or(Some(0), |before| self.ends.get(before))?;
        postcard::from_bytes(self.bytes.get(start as usize..self.ends.get(index)? as usize)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_back_one_by_one() {
        let packed = Packed::new(["a".to_owned(), String::new(), "long".to_owned()]);
        let again: Packed<String> = postcard::from_bytes(&postcard::to_allocvec(&packed).expect("stored")).expect("read");
        assert_eq!(again.get(2).map(String::as_str), Some("long"));
        assert_eq!(again.get(3), None);
        assert_eq!(again.iter().collect::<Vec<_>>(), ["a", "", "long"]);
    }
}
