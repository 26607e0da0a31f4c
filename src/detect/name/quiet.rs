//! Whose names do not matter: the house's own people, and people everybody knows.

use crate::detect::Scene;

use super::figures::is_public_figure;
use super::stem;

/// Whether the words are the name of one of the staff or of a public figure.
pub(super) fn is_known(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let words: Vec<&str> = (first..=last).map(|index| stem(scene.text, index)).collect();
    scene.own.has_person(&words) || is_public_figure(&words)
}
