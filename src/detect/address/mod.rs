//! Street addresses, post boxes and postal codes: places below state level.

mod given;
mod street;
mod words;

pub(super) use given::given;

use super::{Detected, Scene};
use crate::span::Span;
use crate::text::Text;

/// Addresses by their own form that are not the organisation's, with town, state and postal code where they follow.
pub(super) fn addresses(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let mut found: Vec<Detected> = Vec::new();
    let mut at = 0;
    while at < text.words().len() {
        match street::address(text, scene.lists, at) {
            Some(last) => {
                push(scene, &mut found, at, last);
                at = last + 1;
            }
            None => at += 1,
        }
    }
    found
}

fn push(scene: &Scene<'_>, found: &mut Vec<Detected>, first: usize, last: usize) {
    let span = words_span(scene.text, first, last);
    if !scene.own.has_address(span.of(scene.text.folded())) {
        found.push(Detected::new(span, "an address"));
    }
}

fn words_span(text: &Text<'_>, first: usize, last: usize) -> Span {
    Span::new(text.words()[first].start as usize, text.words()[last].end as usize)
}

#[cfg(test)]
mod tests {
    use super::{addresses, given};
    use crate::detect::finds;

    #[test]
    fn by_form() {
        finds(addresses, "lives at 4357 Alder Street, Stoneville, OH 43004 now", &["4357 Alder Street, Stoneville, OH 43004"]);
        finds(
            addresses,
            "12 N. Main St, Apt 4B, and 7 Larch Court #34, Bay Hill, UT 80001-1234",
            &["12 N. Main St, Apt 4B", "7 Larch Court #34, Bay Hill, UT 80001-1234"],
        );
        finds(addresses, "at 3087 Larch Hollow, Bay Hill, OH 43004", &["3087 Larch Hollow, Bay Hill, OH 43004"]);
        finds(addresses, "to P.O. Box 53, Bay Hill, WA 82884; PO Box 7", &["P.O. Box 53, Bay Hill, WA 82884", "PO Box 7"]);
        finds(addresses, "14 High Street, Larchford LF1 2AB", &["14 High Street, Larchford LF1 2AB"]);
        finds(
            addresses,
            "Lindenstraße 12, 12 Rue des Tilleuls, Via delle Rose 41",
            &["Lindenstraße 12", "12 Rue des Tilleuls", "Via delle Rose 41"],
        );
        finds(addresses, "in Stoneville, OH 43004", &["Stoneville, OH 43004"]);
    }

    #[test]
    fn no_addresses() {
        finds(addresses, "3 Ways to Rest, 5 Tips for the Road, 10 Drive safely", &[]);
        finds(addresses, "Room 12, 5 mg daily, 2020 Annual Report, 300 Patients a Day", &[]);
    }

    #[test]
    fn after_a_cue() {
        finds(
            given,
            "My new address is 123 Larchmoor 24 Apt. 8, Bayhill, Hungary 79294. Thanks",
            &["123 Larchmoor 24 Apt. 8, Bayhill, Hungary 79294"],
        );
        finds(given, "Sandra lives on Hanselgard 120 street", &["Hanselgard 120"]);
        finds(given, "Address:  12 Alder Row\nBayhill, CO\n 46381\nPhone: 1", &["12 Alder Row\nBayhill, CO\n 46381"]);
        finds(given, "Our address is easy to find. She lives in hope.", &[]);
    }
}
