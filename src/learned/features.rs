//! What a model looks at: words, their lists and their neighbours, each once however often it stands.

use super::models::Models;
use crate::post::Post;
use crate::text::{Folded, Text, WordKind};

/// Bytes at the start of a longer word that stand for its forms: "treat" for treated and treatment.
const STEM: usize = 5;

/// Where a feature stands: words `first..=last` of the post, or nowhere in it (its surface, the text it answers).
pub(crate) type Place = Option<(usize, usize)>;

/// Told of every feature, as its parts: `["your", "visit"]`, `["^", "sorry"]`, `["<kin>"]`.
pub(crate) trait Visitor {
    /// One feature. The same one may come again.
    fn feature(&mut self, parts: &[&str], place: Place);
}

/// Walks the features of a post.
pub(crate) fn walk(post: &Post, text: &Text<'_>, models: &Models, visitor: &mut impl Visitor) {
    visitor.feature(&["surface", post.surface.name()], None);
    let author = post.replying_to.as_ref().map_or("", |answered| answered.author.as_str());
    let names = Folded::new(author);
    let names: Vec<&str> = names.text().split(|c: char| !c.is_alphanumeric()).filter(|name| name.len() > 1).collect();
    walk_words(text, &names, models, |parts, place| visitor.feature(parts, Some(place)));
    if let Some(answered) = &post.replying_to {
        walk_words(&Text::new(&answered.text), &[], models, |parts, _| {
            if let [word] = parts {
                visitor.feature(&["answers", word], None);
            }
        });
    }
}

fn walk_words(text: &Text<'_>, names: &[&str], models: &Models, mut feature: impl FnMut(&[&str], (usize, usize))) {
    let mut before = Seen::default();
    let mut here = Seen::default();
    for sentence in text.sentences() {
        before.only("^");
        for index in sentence.first..sentence.end {
            here.read(text, index, index == sentence.first, names, models);
            if let Some(start) = text.word(index).get(..STEM).filter(|start| start.len() < text.word(index).len()) {
                feature(&["~", start], (index, index));
            }
            for word in here.parts() {
                feature(&[word], (index, index));
                for earlier in before.parts() {
                    feature(&[earlier, word], (index.saturating_sub(1).max(sentence.first), index));
                }
            }
            std::mem::swap(&mut before, &mut here);
        }
        if let Some(last) = sentence.end.checked_sub(1).filter(|last| *last >= sentence.first) {
            let end = if sentence.question { "?" } else { "." };
            for word in before.parts() {
                feature(&[word, end], (last, last));
            }
        }
    }
}

/// What a word can be seen as: itself, a number, a code, a capitalised word inside a sentence, a word of some lists.
#[derive(Default)]
struct Seen<'t> {
    parts: Vec<&'t str>,
}

impl<'t> Seen<'t> {
    fn parts(&self) -> &[&'t str] {
        &self.parts
    }

    fn only(&mut self, part: &'t str) {
        self.parts.clear();
        self.parts.push(part);
    }

    fn read(&mut self, text: &'t Text<'_>, index: usize, first: bool, names: &[&str], models: &'t Models) {
        let word = text.word(index);
        match text.words()[index].kind {
            WordKind::Link => return self.only("<link>"),
            WordKind::Symbol => return self.only(word),
            WordKind::Letters if names.contains(&word.strip_suffix("'s").unwrap_or(word)) => return self.only("<author>"),
            WordKind::Letters | WordKind::Digits => self.only(word),
        }
        if word.as_bytes()[0].is_ascii_digit() {
            self.parts.push("<number>");
        } else if word.ends_with(|last: char| last.is_ascii_digit()) && text.is_capitalised(index) {
            // "JESS15": what shops give out to be shared.
            self.parts.push("<code>");
        } else if !first && text.is_capitalised(index) && word != "i" && !word.starts_with("i'") {
            self.parts.push("<capital>");
        }
        self.parts.extend(models.lists_of(word));
    }
}
