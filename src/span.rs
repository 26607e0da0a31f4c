//! Offsets whose unit is part of their type, and the only code that converts between units.
//!
//! Rust slices by bytes, the DOM counts UTF-16 units and scoring tools count Unicode scalar
//! values. Mixed up, every emoji moves the underline.

use serde::{Deserialize, Serialize};

/// A half-open range of **bytes** of the original text, always on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// A half-open range of **UTF-16 units**, as the DOM counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Utf16Span {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

/// A half-open range of **Unicode scalar values**, as `check --jsonl` reports them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct ScalarSpan {
    /// First scalar value.
    pub start: u32,
    /// One past the last scalar value.
    pub end: u32,
}

impl Span {
    /// A span from `start` to `end`, in bytes.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span does not end before it starts");
        Self { start, end }
    }

    /// How many bytes it covers.
    #[must_use]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The text it covers.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }
}

/// Converts byte offsets of one text to other units.
///
/// ASCII text needs no table; other text gets a checkpoint every few hundred bytes, so that a
/// long paste with many findings is not walked once per finding.
pub struct Offsets<'t> {
    text: &'t str,
    checkpoints: Vec<Checkpoint>,
}

#[derive(Clone, Copy)]
struct Checkpoint {
    byte: usize,
    utf16: u32,
    scalars: u32,
}

const CHECKPOINT_EVERY: usize = 256;

impl<'t> Offsets<'t> {
    /// Prepares the conversions for `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut checkpoints = Vec::new();
        if !text.is_ascii() {
            let (mut utf16, mut scalars, mut next) = (0, 0, 0);
            for (byte, character) in text.char_indices() {
                if byte >= next {
                    checkpoints.push(Checkpoint { byte, utf16, scalars });
                    next = byte + CHECKPOINT_EVERY;
                }
                utf16 += character.len_utf16() as u32;
                scalars += 1;
            }
        }
        Self { text, checkpoints }
    }

    /// The same range in UTF-16 units.
    #[must_use]
    pub fn utf16(&self, span: Span) -> Utf16Span {
        Utf16Span { start: self.at(span.start).utf16, end: self.at(span.end).utf16 }
    }

    /// The same range in Unicode scalar values.
    #[must_use]
    pub fn scalars(&self, span: Span) -> ScalarSpan {
        ScalarSpan { start: self.at(span.start).scalars, end: self.at(span.end).scalars }
    }

    fn at(&self, byte: usize) -> Checkpoint {
        let after = self.checkpoints.partition_point(|c| c.byte <= byte);
        let Some(base) = after.checked_sub(1).map(|i| self.checkpoints[i]) else {
            return Checkpoint { byte, utf16: byte as u32, scalars: byte as u32 };
        };
        let between = &self.text[base.byte..byte];
        Checkpoint {
            byte,
            utf16: base.utf16 + between.encode_utf16().count() as u32,
            scalars: base.scalars + between.chars().count() as u32,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_differ_only_where_characters_do() {
        let text = "a🎉é".to_owned() + &"x".repeat(600) + "🎉";
        let offsets = Offsets::new(&text);
        let all = Span::new(0, text.len());
        assert_eq!(offsets.utf16(all), Utf16Span { start: 0, end: text.encode_utf16().count() as u32 });
        assert_eq!(offsets.scalars(all), ScalarSpan { start: 0, end: text.chars().count() as u32 });
        assert_eq!(offsets.utf16(Span::new(1, 5)), Utf16Span { start: 1, end: 3 });
        assert_eq!(Offsets::new("plain").utf16(Span::new(1, 3)), Utf16Span { start: 1, end: 3 });
    }
}
