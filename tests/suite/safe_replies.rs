//! Instead of a reply that tells of somebody, whole safe ones are offered.

use scrubline::ruleset::{Profile, ReplyTone, SafeReply};
use scrubline::{Checker, Fix, FixKind, Post, Span, Surface};

use crate::{built_in, lists};

const TELLING: &str = "We loved getting you out of pain!";

fn checker(profile: &Profile) -> Checker {
    Checker::new(&built_in(), profile, lists()).expect("compiles")
}

fn offered(checker: &Checker, text: &str) -> Vec<Fix> {
    let report = checker.check(&Post::new(text).on(Surface::ReviewReply));
    report.findings.into_iter().flat_map(|finding| finding.fixes).filter(|fix| fix.kind == FixKind::ReplacePost).collect()
}

fn texts(fixes: &[Fix]) -> Vec<&str> {
    fixes.iter().filter_map(|fix| fix.edit.as_ref()).map(|edit| edit.text.as_str()).collect()
}

#[test]
fn several_wordings_replace_the_whole_reply() {
    let fixes = offered(&checker(&Profile::default()), TELLING);
    assert!(fixes.len() >= 4, "{fixes:#?}");
    assert!(fixes.iter().all(|fix| fix.edit.as_ref().is_some_and(|edit| edit.span == Span::new(0, TELLING.len()))), "{fixes:#?}");
    assert!(texts(&fixes).iter().any(|text| text.ends_with("Please call our office.")), "{fixes:#?}");
    assert!(texts(&fixes).iter().all(|text| !text.contains('{')), "{fixes:#?}");
}

#[test]
fn thanks_are_offered_first_for_thanks() {
    let fixes = offered(&checker(&Profile::default()), "Thanks for being such a loyal patient!");
    assert!(fixes.first().is_some_and(|fix| fix.label.starts_with("Thankful reply: ")), "{fixes:#?}");
    assert!(fixes.iter().any(|fix| fix.label.starts_with("Neutral reply: ")), "{fixes:#?}");
}

#[test]
fn the_contact_line_and_own_words_are_taken() {
    let own = SafeReply { tone: ReplyTone::Neutral, text: "We answer no review in detail. {contact-line}".into() };
    let contact_line = "Please call us at (212) 555-7100.".to_owned();
    let profile = Profile { safe_replies: vec![own], contact_line, ..Profile::default() };
    let fixes = offered(&checker(&profile), "We have no record of you.");
    assert_eq!(texts(&fixes), ["We answer no review in detail. Please call us at (212) 555-7100."]);
}

#[test]
fn no_safe_reply_is_found_itself() {
    let plain = checker(&Profile::default());
    let all = built_in().into_iter().flat_map(|set| set.profile.safe_replies);
    let texts: Vec<String> = all.map(|reply| reply.text.replace("{contact-line}", "Please call our office.")).collect();
    assert!(texts.len() >= 9);
    for text in texts {
        let report = plain.check(&Post::new(&text).on(Surface::ReviewReply));
        assert!(report.findings.is_empty(), "{text}: {:#?}", report.findings);
    }
}
