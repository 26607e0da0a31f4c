//! A front-coded table of words with some bits each: a third smaller than an automaton once it is
//! zipped, and searched as it is stored.

use std::collections::BTreeMap;
use std::sync::Arc;

/// Words between two that are stored in full.
const BLOCK: usize = 16;
/// Most letters an entry shares with the one before.
const LONGEST_PREFIX: usize = 7;
const BITS: u8 = 0b1111;
/// Marks the byte an entry starts with: `1 prefix(3) bits(4)`, then the rest of the word.
const HEAD: u8 = 0x80;

/// A sorted table from words to four bits.
#[derive(Clone, Default)]
pub(super) struct Table {
    bytes: Arc<[u8]>,
    /// Where each block starts.
    blocks: Arc<[u32]>,
}

impl Table {
    pub fn build(words: &BTreeMap<&str, u8>) -> Self {
        let mut bytes = Vec::new();
        let mut before: &str = "";
        for (index, (word, bits)) in words.iter().enumerate() {
            let shared = before.bytes().zip(word.bytes()).take(LONGEST_PREFIX).take_while(|(a, b)| a == b).count();
            let shared = if index % BLOCK == 0 { 0 } else { shared };
            bytes.push(HEAD | (shared as u8) << 4 | bits & BITS);
            bytes.extend_from_slice(&word.as_bytes()[shared..]);
            before = word;
        }
        Self::index(bytes.into())
    }

    /// Reads the stored form; `None` if it is not one.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let whole = bytes.first().is_none_or(|first| first & !BITS == HEAD) && bytes.last().is_none_or(u8::is_ascii);
        whole.then(|| Self::index(bytes.into()))
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bits of a word, none if it is not in the table.
    pub fn get(&self, word: &str) -> u8 {
        let word = word.as_bytes();
        let block = self.blocks.partition_point(|start| self.rest(*start as usize + 1) <= word);
        let Some(block) = block.checked_sub(1) else { return 0 };
        let end = self.blocks.get(block + 1).map_or(self.bytes.len(), |end| *end as usize);
        let mut at = self.blocks[block] as usize;
        // How many letters of `word` the entry before it shares.
        let mut matched = 0;
        while at < end {
            let head = self.bytes[at];
            let shared = usize::from((head & !HEAD) >> 4);
            let rest = self.rest(at + 1);
            if shared < matched {
                // This entry and all after it differ from `word` where the one before did not.
                return 0;
            }
            if shared == matched {
                matched += rest.iter().zip(&word[matched..]).take_while(|(a, b)| a == b).count();
                if matched == word.len() && shared + rest.len() == matched {
                    return head & BITS;
                }
                matched = matched.min(LONGEST_PREFIX);
            }
            at += 1 + rest.len();
        }
        0
    }

    fn index(bytes: Arc<[u8]>) -> Self {
        let heads = bytes.iter().enumerate().filter(|(_, byte)| !byte.is_ascii()).map(|(at, _)| at as u32);
        let blocks = heads.step_by(BLOCK).collect();
        Self { bytes, blocks }
    }

    /// The letters from `at` to the next entry.
    fn rest(&self, at: usize) -> &[u8] {
        let rest = &self.bytes[at..];
        let end = rest.iter().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        &rest[..end]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_no_other() {
        let alphabet = ["a", "ab", "abc", "b", "ba", "o'b", "xaviera", "averyverylongcompoundname"];
        let words: BTreeMap<String, u8> =
            alphabet.iter().flat_map(|first| alphabet.iter().map(move |second| format!("{first}{second}"))).zip((1..16).cycle()).collect();
        let borrowed = words.iter().map(|(word, bits)| (word.as_str(), *bits)).collect();
        let table = Table::read(Table::build(&borrowed).bytes()).expect("whole");
        for (word, bits) in &words {
            assert_eq!(table.get(word), *bits, "{word}");
            assert_eq!(table.get(&format!("{word}q")), 0);
            assert_eq!(table.get(&word[..word.len() - 1]), words.get(&word[..word.len() - 1]).copied().unwrap_or(0));
        }
        assert_eq!((table.get(""), table.get("zz"), Table::default().get("a")), (0, 0, 0));
    }
}
