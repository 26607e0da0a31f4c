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
    /// Every feature that some model knows, wherever it stands.
    seen: Vec<(u32, Place)>,
    windows: Vec<Window>,
}

/// A piece of the post with what each model says of it.
struct Window {
    first: usize,
    end: usize,
    sums: Vec<i32>,
}

/// What one model says.
#[derive(Clone, Copy)]
pub(crate) struct Opinion {
    model: Model,
    window: usize,
    /// The logarithm of the odds, in 32nds.
    pub sum: i32,
}

impl Judged {
    pub fn new(post: &Post, text: &Text<'_>, models: &Models) -> Self {
        let mut collect = Collect { models, seen: Vec::new() };
        walk(post, text, models, &mut collect);
        let mut seen = collect.seen;
        seen.sort_unstable();
        seen.dedup();
        let mut judged = Self { seen, windows: Vec::new() };
        for (first, end) in windows(text) {
            let mut sums = models.biases();
            for (feature, _) in judged.inside(first, end) {
                for (model, weight) in models.weights(feature) {
                    if let Some(sum) = sums.get_mut(model.index()) {
                        *sum += weight;
                    }
                }
            }
            judged.windows.push(Window { first, end, sums });
        }
        judged
    }

    /// The strongest opinion of a model on any piece of the post.
    pub fn opinion(&self, model: Model) -> Option<Opinion> {
        let opinion = |(window, found): (usize, &Window)| Some(Opinion { model, window, sum: *found.sums.get(model.index())? });
        self.windows.iter().enumerate().filter_map(opinion).max_by_key(|opinion| opinion.sum)
    }

    /// The words that speak for it most, in the order of the text.
    pub fn strongest(&self, opinion: Opinion, models: &Models) -> Vec<(usize, usize)> {
        let window = &self.windows[opinion.window];
        let weight = |feature: u32| models.weights(feature).filter(|(model, _)| *model == opinion.model).map(|(_, weight)| weight).sum();
        let placed = self.inside(window.first, window.end).filter_map(|(feature, place)| Some((weight(feature), place?)));
        strongest(placed.filter(|(weight, _)| *weight > 0).collect())
    }

    /// The features of some words, and of what is no place in the post: each once, where it stands first.
    fn inside(&self, first: usize, end: usize) -> impl Iterator<Item = (u32, Place)> {
        let mut before = None;
        let inside = move |place: Place| place.is_none_or(|(from, to)| first <= from && to < end);
        self.seen.iter().copied().filter(move |(feature, place)| inside(*place) && before.replace(*feature) != Some(*feature))
    }
}

struct Collect<'m> {
    models: &'m Models,
    seen: Vec<(u32, Place)>,
}

impl Visitor for Collect<'_> {
    fn feature(&mut self, parts: &[&str], place: Place) {
        self.seen.extend(self.models.find(parts).map(|feature| (feature, place)));
    }
}

/// Up to three places that speak for it, none inside another.
fn strongest(mut speaking: Vec<(i32, (usize, usize))>) -> Vec<(usize, usize)> {
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
