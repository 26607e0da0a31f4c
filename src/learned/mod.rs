//! What a model learnt from labelled posts: words and pairs of words with weights that add up.
//!
//! Rules of kind `learned` ask one of these models. They know no meaning, but they weigh thousands of small hints where
//! a list of phrases knows only what somebody thought of. The models are data, as text, in `rules/models/`; how they are
//! made and how far they can be trusted stands in docs/learned-judgements.md.

mod features;
mod models;

pub(crate) use features::{Place, Visitor, walk};
pub(crate) use models::{Model, Models};

use crate::post::Post;
use crate::text::Text;

/// Most words looked at together: a long article is judged piece by piece, as it was learnt on posts.
const WINDOW_WORDS: usize = 80;

/// What all models found in one post.
pub(crate) struct Judged {
    hits: Vec<Hit>,
    windows: Vec<(usize, usize)>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Hit {
    model: Model,
    feature: u32,
    place: Place,
    weight: i32,
}

/// What one model says.
pub(crate) struct Opinion {
    /// The logarithm of the odds, in 32nds.
    pub sum: i32,
    /// The words that speak for it most, in the order of the text.
    pub strongest: Vec<(usize, usize)>,
}

impl Judged {
    pub fn new(post: &Post, text: &Text<'_>, models: &Models) -> Self {
        let mut collect = Collect { models, hits: Vec::new() };
        walk(post, text, models, &mut collect);
        let mut hits = collect.hits;
        hits.sort_unstable();
        Self { hits, windows: windows(text) }
    }

    /// The strongest opinion of a model on any piece of the post.
    pub fn opinion(&self, model: Model, models: &Models) -> Opinion {
        let from = self.hits.partition_point(|hit| hit.model < model);
        let to = self.hits.partition_point(|hit| hit.model <= model);
        let opinion = |&(first, end): &(usize, usize)| {
            let inside = |place: Place| place.is_none_or(|(from, to)| first <= from && to < end);
            let mut seen: Vec<&Hit> = self.hits[from..to].iter().filter(|hit| inside(hit.place)).collect();
            seen.dedup_by_key(|hit| hit.feature);
            let sum = models.bias(model) + seen.iter().map(|hit| hit.weight).sum::<i32>();
            Opinion { sum, strongest: strongest(&seen) }
        };
        let opinions = self.windows.iter().map(opinion);
        opinions.max_by_key(|opinion| opinion.sum).unwrap_or(Opinion { sum: i32::MIN, strongest: Vec::new() })
    }
}

struct Collect<'m> {
    models: &'m Models,
    hits: Vec<Hit>,
}

impl Visitor for Collect<'_> {
    fn feature(&mut self, parts: &[&str], place: Place) {
        if let Some(feature) = self.models.find(parts) {
            self.hits.extend(self.models.weights(feature).map(|(model, weight)| Hit { model, feature, place, weight }));
        }
    }
}

/// Up to three places that speak for it, none inside another.
fn strongest(seen: &[&Hit]) -> Vec<(usize, usize)> {
    let mut speaking: Vec<(i32, (usize, usize))> =
        seen.iter().filter(|hit| hit.weight > 0).filter_map(|hit| Some((hit.weight, hit.place?))).collect();
    speaking.sort_unstable_by_key(|(weight, place)| (-weight, *place));
    let mut kept: Vec<(usize, usize)> = Vec::new();
    for (_, (first, last)) in speaking {
        if kept.len() < 3 && !kept.iter().any(|(from, to)| first <= *to && *from <= last) {
            kept.push((first, last));
        }
    }
    kept.sort_unstable();
    kept
}

/// The whole post, or overlapping runs of whole sentences of a long one; words `first..end`.
fn windows(text: &Text<'_>) -> Vec<(usize, usize)> {
    let words = text.words().len();
    if words <= WINDOW_WORDS {
        return vec![(0, words)];
    }
    let mut windows: Vec<(usize, usize)> = Vec::new();
    let mut next = 0;
    for sentence in text.sentences().iter().filter(|sentence| sentence.first < sentence.end) {
        if sentence.first < next {
            continue;
        }
        let reach = text.sentences().iter().filter(|other| other.first >= sentence.first && other.end <= sentence.first + WINDOW_WORDS);
        let end = reach.map(|other| other.end).max().unwrap_or(sentence.end).max(sentence.end);
        windows.push((sentence.first, end));
        if end == words {
            break;
        }
        // Half of it is looked at again, with what follows.
        next = sentence.first + (end - sentence.first) / 2;
    }
    windows
}

#[cfg(feature = "toml")]
mod listed {
    use std::collections::BTreeSet;

    use super::{Models, Place, Visitor, walk};
    use crate::post::Post;
    use crate::text::Text;

    /// The features of a post as text, for training.
    pub(crate) fn features(post: &Post, models: &Models) -> BTreeSet<String> {
        struct List(BTreeSet<String>);
        impl Visitor for List {
            fn feature(&mut self, parts: &[&str], _place: Place) {
                self.0.insert(parts.join(" "));
            }
        }
        let mut list = List(BTreeSet::new());
        walk(post, &Text::new(&post.text), models, &mut list);
        list.0
    }
}

#[cfg(feature = "toml")]
pub(crate) use listed::features;
