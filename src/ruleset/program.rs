//! Patterns as small programs: made with the rules, run as they are stored.
//!
//! A page that starts waits for everything it has to make first, and a regular expression is dear to make. So
//! what reads and compiles them is left to where rules are compiled, and the engine has a loop of its own. It
//! tries alternatives in the order in which they are written and never the same step twice at the same place:
//! time grows with pattern times window, whatever the pattern.

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, Hir, HirKind, Look, Repetition};
use regex_syntax::utf8::Utf8Sequences;
use serde::{Deserialize, Serialize};

/// Most steps of one pattern.
const MOST: usize = 5000;
/// Bytes of a step: what it does, and two numbers.
const STEP: usize = 5;
/// Bytes of a class: a bit for every byte there is.
const CLASS: usize = 32;
/// The group a rule underlines.
const VALUE: &str = "value";

const BYTE: u8 = 0;
const CLASS_OF: u8 = 1;
const SPLIT: u8 = 2;
const SAVE: u8 = 3;
const LOOK: u8 = 4;
const MATCH: u8 = 5;

/// A pattern, ready to run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Program {
    #[serde(with = "serde_bytes")]
    steps: Vec<u8>,
    #[serde(with = "serde_bytes")]
    classes: Vec<u8>,
}

/// A match, in bytes of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    pub start: usize,
    pub end: usize,
    /// What the group `value` holds, if it took part.
    pub value: Option<(usize, usize)>,
}

/// Reads a pattern for folded text: ASCII classes, any bytes.
pub(super) fn parse(pattern: &str) -> Result<Hir, Box<regex_syntax::Error>> {
    ParserBuilder::new().unicode(false).utf8(false).nest_limit(40).build().parse(pattern).map_err(Box::new)
}

impl Program {
    /// Compiles a pattern; `None` if it is none, too large, or looks around in a way that folded text has no use for.
    pub fn new(pattern: &str) -> Option<Self> {
        let mut builder = Builder { steps: Vec::new(), classes: Vec::new() };
        builder.add(&parse(pattern).ok()?)?;
        builder.push((MATCH, 0, 0))?;
        let steps = builder.steps.iter().flat_map(|(what, a, b)| [&[*what][..], &a.to_le_bytes(), &b.to_le_bytes()].concat()).collect();
        Some(Self { steps, classes: builder.classes.concat() })
    }

    /// The matches of a window, one after the other; with `anchored`, only one at its start.
    pub fn matches<'p>(&'p self, window: &'p [u8], anchored: bool) -> impl Iterator<Item = Match> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = if anchored && from > 0 { None } else { self.find(window, from, anchored) };
            // Every pattern has letters it cannot match without; a damaged one may not stand still all the same.
            from = found.map_or(window.len() + 1, |found| found.end.max(found.start + 1));
            found
        })
    }

    fn find(&self, window: &[u8], from: usize, anchored: bool) -> Option<Match> {
        let mut run =
            Run { program: self, window, tried: vec![0; (self.steps.len() / STEP * (window.len() + 1)).div_ceil(32)], waiting: Vec::new() };
        let last = if anchored { from } else { window.len() };
        (from..=last).find_map(|start| run.at(start))
    }

    fn step(&self, at: usize) -> Option<(u8, u16, u16)> {
        match self.steps.get(at * STEP..at * STEP + STEP)? {
            &[what, a, b, c, d] => Some((what, u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d]))),
            _ => None,
        }
    }

    fn has(&self, class: u16, byte: u8) -> bool {
        self.classes.get(usize::from(class) * CLASS + usize::from(byte / 8)).is_some_and(|bits| bits >> (byte % 8) & 1 == 1)
    }
}

/// One search.
struct Run<'p> {
    program: &'p Program,
    window: &'p [u8],
    /// A bit for every step at every place: what failed once fails again.
    tried: Vec<u32>,
    waiting: Vec<Waiting>,
}

enum Waiting {
    /// Go on here.
    Try(usize, usize),
    /// Going back over a group's edge: it is where it was.
    Back(usize, Option<usize>),
}

impl Run<'_> {
    fn at(&mut self, start: usize) -> Option<Match> {
        let mut value = [None; 2];
        self.waiting.clear();
        self.waiting.push(Waiting::Try(0, start));
        while let Some(waiting) = self.waiting.pop() {
            match waiting {
                Waiting::Back(slot, before) => value[slot] = before,
                Waiting::Try(step, at) => {
                    if let Some(end) = self.follow(step, at, &mut value) {
                        return Some(Match { start, end, value: value[0].zip(value[1]) });
                    }
                }
            }
        }
        None
    }

    /// Follows the first way to its end: where a match ends, or nowhere.
    fn follow(&mut self, mut step: usize, mut at: usize, value: &mut [Option<usize>; 2]) -> Option<usize> {
        loop {
            let bit = step * (self.window.len() + 1) + at;
            let word = self.tried.get_mut(bit / 32)?;
            if *word >> (bit % 32) & 1 == 1 {
                return None;
            }
            *word |= 1 << (bit % 32);
            let (what, a, b) = self.program.step(step)?;
            let mut next = step + 1;
            match what {
                BYTE | CLASS_OF => {
                    let byte = *self.window.get(at)?;
                    if !(if what == BYTE { u16::from(byte) == a } else { self.program.has(a, byte) }) {
                        return None;
                    }
                    at += 1;
                }
                SPLIT => {
                    if a != b {
                        self.waiting.push(Waiting::Try(usize::from(b), at));
                    }
                    next = usize::from(a);
                }
                SAVE => {
                    let slot = usize::from(a & 1);
                    self.waiting.push(Waiting::Back(slot, value[slot].replace(at)));
                }
                LOOK if holds(a, self.window, at) => {}
                MATCH => return Some(at),
                _ => return None,
            }
            step = next;
        }
    }
}

/// The looks there are, by their numbers in a program.
const LOOKS: [Look; 10] = [
    Look::Start,
    Look::End,
    Look::StartLF,
    Look::EndLF,
    Look::WordAscii,
    Look::WordAsciiNegate,
    Look::WordStartAscii,
    Look::WordEndAscii,
    Look::WordStartHalfAscii,
    Look::WordEndHalfAscii,
];

fn holds(look: u16, window: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| window.get(before));
    let after = window.get(at);
    let is_word = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    let (left, right) = (is_word(before), is_word(after));
    match LOOKS.get(usize::from(look)) {
        Some(Look::Start) => before.is_none(),
        Some(Look::End) => after.is_none(),
        Some(Look::StartLF) => before.is_none_or(|byte| *byte == b'\n'),
        Some(Look::EndLF) => after.is_none_or(|byte| *byte == b'\n'),
        Some(Look::WordAscii) => left != right,
        Some(Look::WordAsciiNegate) => left == right,
        Some(Look::WordStartAscii) => !left && right,
        Some(Look::WordEndAscii) => left && !right,
        Some(Look::WordStartHalfAscii) => !left,
        Some(Look::WordEndHalfAscii) => !right,
        _ => false,
    }
}

struct Builder {
    steps: Vec<(u8, u16, u16)>,
    classes: Vec<[u8; CLASS]>,
}

impl Builder {
    fn push(&mut self, step: (u8, u16, u16)) -> Option<usize> {
        self.steps.push(step);
        (self.steps.len() <= MOST).then(|| self.steps.len() - 1)
    }

    /// Steps for an expression; they go on behind themselves.
    fn add(&mut self, hir: &Hir) -> Option<()> {
        match hir.kind() {
            HirKind::Empty => {}
            HirKind::Literal(literal) => literal.0.iter().try_for_each(|byte| self.push((BYTE, u16::from(*byte), 0)).map(drop))?,
            HirKind::Class(Class::Bytes(class)) => self.class(class.ranges().iter().map(|range| (range.start(), range.end())))?,
            HirKind::Class(Class::Unicode(class)) => {
                let sequences = class.ranges().iter().flat_map(|range| Utf8Sequences::new(range.start(), range.end()));
                let sequences: Vec<_> = sequences.collect();
                self.one_of(&sequences, |builder, sequence| {
                    sequence.as_slice().iter().try_for_each(|range| builder.class([(range.start, range.end)].into_iter()))
                })?;
            }
            HirKind::Look(look) => {
                let number = LOOKS.iter().position(|known| known == look)?;
                self.push((LOOK, number as u16, 0))?;
            }
            HirKind::Repetition(repetition) => self.repeat(repetition)?,
            HirKind::Capture(capture) if capture.name.as_deref() == Some(VALUE) => {
                self.push((SAVE, 0, 0))?;
                self.add(&capture.sub)?;
                self.push((SAVE, 1, 0))?;
            }
            HirKind::Capture(capture) => self.add(&capture.sub)?,
            HirKind::Concat(parts) => parts.iter().try_for_each(|part| self.add(part))?,
            HirKind::Alternation(branches) => self.one_of(branches, Self::add)?,
        }
        Some(())
    }

    fn class(&mut self, ranges: impl Iterator<Item = (u8, u8)>) -> Option<()> {
        let mut bits = [0; CLASS];
        for byte in ranges.flat_map(|(start, end)| start..=end) {
            bits[usize::from(byte / 8)] |= 1 << (byte % 8);
        }
        let known = self.classes.iter().position(|known| *known == bits).unwrap_or(self.classes.len());
        if known == self.classes.len() {
            self.classes.push(bits);
        }
        self.push((CLASS_OF, known as u16, 0)).map(drop)
    }

    /// The first of several that matches.
    fn one_of<T>(&mut self, branches: &[T], add: impl Fn(&mut Self, &T) -> Option<()>) -> Option<()> {
        let mut ends = Vec::new();
        for (index, branch) in branches.iter().enumerate() {
            let last = index + 1 == branches.len();
            let split = if last { None } else { Some(self.push((SPLIT, 0, 0))?) };
            add(self, branch)?;
            if let Some(split) = split {
                ends.push(self.push((SPLIT, 0, 0))?);
                self.steps[split] = (SPLIT, split as u16 + 1, self.steps.len() as u16);
            }
        }
        let behind = self.steps.len() as u16;
        ends.into_iter().for_each(|end| self.steps[end] = (SPLIT, behind, behind));
        Some(())
    }

    fn repeat(&mut self, repetition: &Repetition) -> Option<()> {
        let sub = &repetition.sub;
        let may_be_empty = sub.properties().minimum_len() == Some(0);
        match (repetition.min, repetition.max) {
            (0, None) if may_be_empty => {
                // `(x+)?`: going round with nothing must not hide what comes behind.
                let split = self.push((SPLIT, 0, 0))?;
                self.at_least_once(sub, repetition.greedy)?;
                self.either(split, split + 1, self.steps.len(), repetition.greedy);
            }
            (0, None) => {
                let split = self.push((SPLIT, 0, 0))?;
                self.add(sub)?;
                self.push((SPLIT, split as u16, split as u16))?;
                self.either(split, split + 1, self.steps.len(), repetition.greedy);
            }
            (min, None) => {
                (1..min).try_for_each(|_| self.add(sub))?;
                self.at_least_once(sub, repetition.greedy)?;
            }
            (min, Some(max)) => {
                (0..min).try_for_each(|_| self.add(sub))?;
                let mut splits = Vec::new();
                for _ in min..max {
                    splits.push(self.push((SPLIT, 0, 0))?);
                    self.add(sub)?;
                }
                for split in splits {
                    self.either(split, split + 1, self.steps.len(), repetition.greedy);
                }
            }
        }
        Some(())
    }

    fn at_least_once(&mut self, sub: &Hir, greedy: bool) -> Option<()> {
        let start = self.steps.len();
        self.add(sub)?;
        let split = self.push((SPLIT, 0, 0))?;
        self.either(split, start, split + 1, greedy);
        Some(())
    }

    /// Another round first if it is greedy, what comes behind first if not.
    fn either(&mut self, split: usize, round: usize, behind: usize, greedy: bool) {
        let (round, behind) = (round as u16, behind as u16);
        self.steps[split] = if greedy { (SPLIT, round, behind) } else { (SPLIT, behind, round) };
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use regex::bytes::RegexBuilder;

    use super::*;

    /// The crate `regex` is what patterns are written for: the program must find the same.
    fn agrees(pattern: &str, text: &str) {
        let regex = RegexBuilder::new(pattern).unicode(false).build().expect(pattern);
        let program = Program::new(pattern).expect(pattern);
        let expected: Vec<Match> = regex
            .captures_iter(text.as_bytes())
            .filter_map(|captures| {
                let whole = captures.get(0)?;
                let value = captures.name(VALUE).map(|value| (value.start(), value.end()));
                Some(Match { start: whole.start(), end: whole.end(), value })
            })
            .filter(|found| found.start < found.end)
            .collect();
        let found: Vec<Match> = program.matches(text.as_bytes(), false).filter(|found| found.start < found.end).collect();
        assert_eq!(found, expected, "{pattern} on {text:?}");
        let anchored = RegexBuilder::new(&format!(r"\A(?:{pattern})")).unicode(false).build().expect(pattern);
        let first = anchored.find(text.as_bytes()).map(|found| found.end());
        assert_eq!(program.matches(text.as_bytes(), true).next().map(|found| found.end), first, "{pattern} at the start of {text:?}");
    }

    #[test]
    fn finds_what_the_crate_finds() {
        for pattern in [
            r"\bmrn[ :#]*(?<value>\d{3,5})\b",
            r"a(?:b|bc)(?<value>c?d)",
            r"a(?:bc|b)(?<value>c?d)",
            r"ab(?:(?<value>c*)d?)*",
            r"ab(?:c*?|d)*?(?<value>e)",
            r"ab(?:(?:c?)+d)+",
            r"(?:é|è)a(?<value>[^a-c])",
            r"(?m)^ab.$",
            r"ab(?<value>c)?\B",
            r"ab{2,}?c{1,2}?",
        ] {
            for text in [
                "mrn: 12345 mrn #123456 mrn 123",
                "abcd abd abccd",
                "abccdccd abcdabc",
                "abcde\nabe",
                "ab\nabc\nabd abbbcc",
                "éad èab éa",
                "",
            ] {
                agrees(pattern, text);
            }
        }
    }

    #[test]
    fn what_is_too_large_is_none() {
        assert_eq!(Program::new("ab(?:c{1,100}){1,100}"), None);
        assert_eq!(Program::new("ab("), None);
    }

    proptest! {
        #[test]
        fn any_small_pattern_agrees(
            pattern in r"(a|b|\.|\\d|\\b|ab|\(a\|b\)|\(\?<value>ab?\)\?c|\(\?:ab\|a\)|\(\?:a\*b\?\)|\[a-c\])(\*|\+|\?|\*\?|\+\?|\{1,3\}|\{2\}\?)?(c|\(\?:bc\|b\)|\(\?:a\|b\*\)\*|\[\^b\]|1)(\*|\+|\?|\?\?)?(\\b|a|c)?",
            text in "[abc1 ]{0,12}",
        ) {
            // Patterns that match nothing at all are no patterns of ours.
            let expression = parse(&pattern).expect("a pattern");
            prop_assume!(expression.properties().minimum_len().is_some_and(|least| least > 0));
            agrees(&pattern, &text);
        }
    }
}
