//! What points to a person or a machine on the network: mail, IP and portal addresses.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::offered::is_offered;
use super::{Detected, Scene, is_in};
use crate::span::Span;
use crate::text::{Text, WordKind};

/// E-mail addresses outside the organisation's own domains.
pub(super) fn email(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let detected = |link: &Span| {
        let address = link.of(text.folded());
        let (person, host) = address.split_once('@')?;
        let well_formed = !person.is_empty() && host.contains('.') && !address.contains('/');
        // A mailbox of a function names a desk, not a person.
        (well_formed && !is_role(person) && !scene.own.has_domain(host)).then(|| {
            // "Patient" in the name of an office must not raise again what is offered: it counts twice.
            let offered = is_offered(scene, *link, person, host);
            let found = Detected::new(*link, "an e-mail address");
            found
                .lowered(offered.then_some("it is at an organisation's own domain"))
                .lowered(offered.then_some("it is offered as a contact"))
        })
    };
    text.links().iter().filter_map(detected).collect()
}

/// Mailboxes of a function (RFC 2142 and the usual others), also as one part of several: "front.desk".
fn is_role(person: &str) -> bool {
    const ROLES: &str = "\
        accounts admin admissions appointments billing bookings care careers clinic community complaints compliance \
        concerns contact customerservice desk director dpo enquiries events facilities feedback finance foundation \
        frontdesk hello help hr info inquiries jobs mail manager marketing media news newsletter office orders \
        patientadvocate patientexperience patientrelations pharmacy practice practicemanager press privacy purchasing \
        quality reception records recruitment referrals relations reviews safety service services support team \
        training volunteer volunteers wellness";
    person.split(['.', '-', '_', '+']).any(|part| is_in(ROLES, part))
}

/// IP addresses, version 4 and 6.
pub(super) fn ip(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let mut found = Vec::new();
    if text.folded().bytes().filter(|b| *b == b'.').count() >= 3 {
        found.extend(ip_v4(text));
    }
    found.extend(ip_v6(text));
    found
}

fn ip_v4<'t>(text: &'t Text<'t>) -> impl Iterator<Item = Detected> {
    let words = text.words();
    words.windows(4).enumerate().filter_map(move |(index, four)| {
        let span = Span::new(four[0].start as usize, four[3].end as usize);
        let all_digits = four.iter().all(|word| word.kind == WordKind::Digits && word.span().len() <= 3);
        let joined =
            |i: usize| words.get(i).is_some_and(|word| word.start as usize == span.end + 1) && text.folded()[span.end..].starts_with('.');
        let before = text.folded()[..span.start].ends_with('.');
        if !all_digits || before || joined(index + 4) {
            return None;
        }
        let address: Ipv4Addr = span.of(text.folded()).parse().ok()?;
        let reserved = address.is_documentation() || address.is_loopback() || address.is_unspecified() || address.is_broadcast();
        Some(Detected::new(span, "an IP address").lowered(reserved.then_some("this address is reserved for examples")))
    })
}

fn ip_v6(text: &Text<'_>) -> Vec<Detected> {
    let folded = text.folded();
    let is_part = |byte: &u8| byte.is_ascii_hexdigit() || *byte == b':';
    let mut found: Vec<Detected> = Vec::new();
    // Colons of prose are followed by a space; only the others can be inside an address.
    for (colon, _) in folded.match_indices(':').filter(|(at, _)| folded.as_bytes().get(at + 1).is_some_and(is_part)) {
        if found.last().is_some_and(|last| last.span.end > colon) {
            continue;
        }
        let start = colon - folded.as_bytes()[..colon].iter().rev().take_while(|byte| is_part(byte)).count();
        let length = folded.as_bytes()[start..].iter().take_while(|byte| is_part(byte)).count();
        let part = folded[start..start + length].trim_end_matches(':');
        // "12:30:45" is a time: an address of this kind is longer or has "::".
        let long_enough = part.len() >= 6 && part.matches(':').count() >= 3;
        let Some(address) = long_enough.then(|| part.parse::<Ipv6Addr>().ok()).flatten() else { continue };
        let documentation = address.segments()[0] == 0x2001 && address.segments()[1] == 0xdb8;
        let reserved = (documentation || address.is_loopback()).then_some("this address is reserved for examples");
        found.push(Detected::new(Span::new(start, start + part.len()), "an IP address").lowered(reserved));
    }
    found
}

/// Web addresses that carry a person or a token: a portal's front page alone is nobody's.
pub(super) fn portal_url(scene: &Scene<'_>) -> Vec<Detected> {
    let text = scene.text;
    let detected = |link: &Span| {
        let address = link.of(text.folded());
        (!address.contains('@') && carries_person(address)).then(|| Detected::new(*link, "a web address that carries a person or a token"))
    };
    text.links().iter().filter_map(detected).collect()
}

fn carries_person(address: &str) -> bool {
    const PLACES: &str = "\
        chart encounter guest member mrn p patient patients person record records results user visit";
    const KEYS: &str = "\
        access_token auth chart dob invite member_id memberid mrn patient patient_id patientid pid ssn token";
    let after_host = address.split_once("://").map_or(address, |(_, rest)| rest);
    let (path, query) = after_host.split_once('?').unwrap_or((after_host, ""));
    let mut parts = path.split('/').skip(1).peekable();
    let in_path = std::iter::from_fn(|| {
        let part = parts.next()?;
        Some(is_in(PLACES, part) && parts.peek().is_some_and(|next| is_number(next) || next.contains(|c: char| c.is_ascii_digit())))
    })
    .any(|hit| hit);
    let in_path = in_path || path.split('/').skip(1).any(|part| is_in("patient patients", part)) && path.split('/').any(is_number);
    let in_query = query.split('&').filter_map(|pair| pair.split_once('=')).any(|(key, value)| is_in(KEYS, key) && value.len() >= 4);
    in_path || in_query
}

fn is_number(part: &str) -> bool {
    part.len() >= 3 && part.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{carries_person, ip_v6};
    use crate::text::Text;

    #[test]
    fn ip_version_6() {
        let found = |typed| ip_v6(&Text::new(typed)).iter().map(|d| d.span.of(typed).to_owned()).collect::<Vec<_>>();
        assert_eq!(found("from 2001:db8::8a2e:370:7334, at 12:30:45"), ["2001:db8::8a2e:370:7334"]);
        assert_eq!(found("note: see a::b and ratio 1:2:3:4"), Vec::<String>::new());
    }

    #[test]
    fn only_addresses_of_a_person() {
        for address in [
            "https://portal.example.org/patient/172892/253",
            "https://care.example.com/patient/wreniverson/7647970",
            "https://mychart.example.org/p/8842017",
            "https://clinic.example/reset?token=9f31c2d4",
        ] {
            assert!(carries_person(address), "{address}");
        }
        for address in [
            "https://www.cdc.gov/flu",
            "https://portal.example.org/patients",
            "https://a.example/blog/2024/05/12",
            "https://a.example/x?utm_source=post",
        ] {
            assert!(!carries_person(address), "{address}");
        }
    }
}
