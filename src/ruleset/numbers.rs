//! Rows of numbers in a form that is taken over as it is: reading a hundred thousand one by one is
//! what loading would wait for.

use serde::{Deserialize, Serialize};

/// Numbers as little-endian bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Numbers(#[serde(with = "serde_bytes")] Vec<u8>);

impl Numbers {
    pub fn len(&self) -> usize {
        self.0.len() / 4
    }

    pub fn get(&self, index: usize) -> Option<u32> {
        let start = index.checked_mul(4)?;
        self.0.get(start..start + 4)?.try_into().ok().map(u32::from_le_bytes)
    }
}

impl FromIterator<u32> for Numbers {
    fn from_iter<I: IntoIterator<Item = u32>>(numbers: I) -> Self {
        Self(numbers.into_iter().flat_map(u32::to_le_bytes).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let numbers: Numbers = [7, u32::MAX].into_iter().collect();
        let again: Numbers = postcard::from_bytes(&postcard::to_allocvec(&numbers).expect("stored")).expect("read");
        assert_eq!((again.len(), again.get(1), again.get(2)), (2, Some(u32::MAX), None));
    }
}
