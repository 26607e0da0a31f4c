//! What holds for every text.

use std::sync::OnceLock;

use proptest::prelude::*;
use scrubline::{Checker, Offsets, Post, Surface};

use crate::checker;

fn shared() -> &'static Checker {
    static CHECKER: OnceLock<Checker> = OnceLock::new();
    CHECKER.get_or_init(checker)
}

/// Texts with what rules look for, mixed with everything else Unicode has.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        "[a-zA-Z0-9 .,#@'-]{0,40}",
        prop::sample::select(vec![
            "Patient Jane Roe ",
            "SSN 536-22-8145 ",
            "c\u{200B}ures ｃａｎｃｅｒ ",
            "🎉👩‍⚕️ ",
            "MRN: ",
            "#ad ",
            "\u{202E}abc\u{202C} ",
            "https://x.test/p?a=1 ",
            "مرحبا ",
            "100% safe! ",
            "3/14/2024 ",
            "admitted ",
            "(303) 555-7342 ",
            "’s ",
            "\n",
            "K\u{301}",
            "ſtroke ",
            "use my code ",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_lie_in_the_text_and_in_order(text in text(), surface in prop::sample::select(Surface::ALL.to_vec())) {
        let report = shared().check(&Post::new(&text).on(surface));
        let offsets = Offsets::new(&text);
        let units = text.encode_utf16().count() as u32;
        let mut last = 0;
        for finding in &report.findings {
            if let Some(span) = finding.span {
                prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end) && span.start < span.end);
                prop_assert!(span.start >= last, "in text order");
                last = span.start;
                prop_assert!(offsets.utf16(span).end <= units);
            }
            for edit in finding.fixes.iter().filter_map(|fix| fix.edit.as_ref()) {
                prop_assert!(text.is_char_boundary(edit.span.start) && text.is_char_boundary(edit.span.end));
            }
        }
    }

    #[test]
    fn same_text_same_report(text in text()) {
        let post = Post::new(&text);
        prop_assert_eq!(shared().check(&post), shared().check(&post));
    }

    #[test]
    fn a_repair_removes_what_it_repairs(number in "[1-5][0-9]{2}-[1-9][0-9]-[1-9][0-9]{3}") {
        let text = format!("Patient SSN {number} on file");
        let report = shared().check(&Post::new(&text));
        let finding = report.findings.iter().find(|finding| finding.rule == "phi/ssn");
        prop_assert!(finding.is_some());
        let edit = finding.and_then(|finding| finding.fixes.first()).and_then(|fix| fix.edit.clone());
        prop_assert!(edit.is_some());
        if let Some(edit) = edit {
            let mut repaired = text;
            repaired.replace_range(edit.span.start..edit.span.end, &edit.text);
            prop_assert!(shared().check(&Post::new(repaired)).findings.iter().all(|finding| finding.rule != "phi/ssn"));
        }
    }
}

#[test]
fn a_megabyte_is_checked_in_linear_work() {
    // Linear in the text: what a hundred copies find is bounded, and nothing is quadratic enough to hang.
    let text = "Patient Jane Roe, SSN 536-22-8145, was admitted on March 3, 2024. Our tea cures diabetes! ".repeat(11_000);
    let report = shared().check(&Post::new(&text));
    assert_eq!(report.verdict, scrubline::Verdict::Hold);
    assert!(report.findings.len() <= 100 * 50, "{} findings", report.findings.len());
}
