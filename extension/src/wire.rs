//! What crosses the border: the engine's types with UTF-16 offsets and camel-case names.
//!
//! These are twins of the engine's types, so that a change inside the engine is not by itself a
//! change of the messages. `extension/content/wire.ts` is generated from here.

use scrubline::{
    Account, AccountHistory, AccountKind, Attachment, AttachmentKind, Authority, Category, Confidence, Date, Finding, Fix, FixKind,
    Identifier, Offsets, PastPost, Post, PostClass, RepliedTo, Report, Severity, Surface, Utf16Span, Verdict,
};
use serde::{Deserialize, Serialize};

/// What is known about where a text stands.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WireContext {
    /// The kind of composer.
    #[cfg_attr(test, ts(type = "Surface"))]
    pub surface: Surface,
    /// "x", "linkedin", "facebook", "mastodon", "generic", …
    pub platform: String,
    /// Files that go out with the text.
    pub attachments: Vec<WireAttachment>,
    /// What is being answered; kept in memory only.
    pub replying_to: Option<WireRepliedTo>,
    /// Who posts.
    pub account: Option<WireAccount>,
    /// What the account posted lately; left out where nobody kept it.
    #[serde(default)]
    #[cfg_attr(test, ts(optional))]
    pub history: Option<Vec<WirePastPost>>,
    /// The day, YYYY-MM-DD.
    #[cfg_attr(test, ts(type = "string"))]
    pub today: Option<Date>,
}

/// A file that goes out with the text.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct WireAttachment {
    /// What kind of file.
    #[cfg_attr(test, ts(type = "\"image\" | \"video\" | \"document\" | \"link\""))]
    pub kind: AttachmentKind,
    /// Its file name, empty where unknown.
    pub name: String,
    /// Its alternative text; null where the composer does not tell, empty where none is written.
    pub alt: Option<String>,
}

/// What is being answered.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WireRepliedTo {
    /// The name shown on it.
    pub author: String,
    /// Its text.
    pub text: String,
}

/// Who posts.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WireAccount {
    /// The organisation's account or a person's own.
    #[cfg_attr(test, ts(type = "\"organisation\" | \"personal\""))]
    pub kind: AccountKind,
    /// The name or handle shown.
    pub name: String,
}

/// A post of the past: its day and its class, never a word of it.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct WirePastPost {
    /// The day it went out, YYYY-MM-DD.
    #[cfg_attr(test, ts(type = "string"))]
    pub day: Date,
    /// What its report said it was.
    #[cfg_attr(test, ts(type = "PostClass"))]
    pub class: PostClass,
}

impl WireContext {
    /// The post this context and text make.
    #[must_use]
    pub fn into_post(self, text: &str) -> Post {
        let past = self.history.unwrap_or_default();
        Post {
            text: text.to_owned(),
            surface: self.surface,
            platform: self.platform,
            attachments: self.attachments.into_iter().map(|file| Attachment { kind: file.kind, name: file.name, alt: file.alt }).collect(),
            replying_to: self.replying_to.map(|r| RepliedTo { author: r.author, text: r.text }),
            account: self.account.map(|a| Account { kind: a.kind, name: a.name }),
            history: AccountHistory { posts: past.into_iter().map(|post| PastPost { day: post.day, class: post.class }).collect() },
            today: self.today,
        }
    }
}

/// The outcome of a check.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WireReport {
    /// The highest severity; `info` counts as clear.
    #[cfg_attr(test, ts(type = "Verdict"))]
    pub verdict: Verdict,
    /// What the post is, for the account's history.
    #[cfg_attr(test, ts(type = "PostClass"))]
    pub class: PostClass,
    /// In text order, those about the whole post last.
    pub findings: Vec<WireFinding>,
    /// Characters used and allowed as the platform counts them; null where no limit is known.
    pub limit: Option<WireLimit>,
}

/// Characters used and allowed.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WireLimit {
    /// Characters the text takes.
    pub used: u32,
    /// Characters the platform allows.
    pub max: u32,
}

/// One finding.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WireFinding {
    /// The rule's id.
    pub rule: String,
    /// What kind of problem.
    #[cfg_attr(test, ts(type = "Category"))]
    pub category: Category,
    /// The Safe Harbor identifier, if it is one.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub identifier: Option<Identifier>,
    /// How it is told.
    #[cfg_attr(test, ts(type = "Severity"))]
    pub severity: Severity,
    /// How strong the evidence is.
    #[cfg_attr(test, ts(type = "Confidence"))]
    pub confidence: Confidence,
    /// First UTF-16 unit; 0, like `end`, for findings about the whole post.
    pub start: u32,
    /// One past the last UTF-16 unit.
    pub end: u32,
    /// What was found, in one sentence.
    pub message: String,
    /// Why it matters.
    pub why: String,
    /// What to do instead.
    pub instead: String,
    /// What gives the rule its weight.
    #[cfg_attr(test, ts(type = "string"))]
    pub authority: Authority,
    /// The passages it rests on.
    pub cite: Vec<String>,
    /// Where it applies.
    pub jurisdiction: Vec<String>,
    /// The day its source was last read, YYYY-MM-DD.
    #[cfg_attr(test, ts(type = "string"))]
    pub checked: Date,
    /// Which words and which context led here.
    pub evidence: Vec<String>,
    /// Repairs offered.
    pub fixes: Vec<WireFix>,
}

/// One repair.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WireFix {
    /// What kind of repair.
    #[cfg_attr(test, ts(type = "FixKind"))]
    pub kind: FixKind,
    /// What its button says.
    pub label: String,
    /// The edit; null for an attestation, which inserts nothing.
    pub edit: Option<WireEdit>,
}

/// Replace the UTF-16 units `start..end` by `text`.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WireEdit {
    /// First unit replaced.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// What stands there afterwards.
    pub text: String,
}

impl WireReport {
    /// The report of a check of `text`.
    #[must_use]
    pub fn new(report: Report, text: &str) -> Self {
        let offsets = Offsets::new(text);
        Self {
            verdict: report.verdict,
            class: report.class(),
            findings: report.findings.into_iter().map(|finding| WireFinding::new(finding, &offsets)).collect(),
            limit: report.limit.map(|limit| WireLimit { used: limit.used, max: limit.max }),
        }
    }
}

impl WireFinding {
    fn new(finding: Finding, offsets: &Offsets<'_>) -> Self {
        let Utf16Span { start, end } = finding.span.map(|span| offsets.utf16(span)).unwrap_or_default();
        Self {
            rule: finding.rule,
            category: finding.category,
            identifier: finding.identifier,
            severity: finding.severity,
            confidence: finding.confidence,
            start,
            end,
            message: finding.message,
            why: finding.why,
            instead: finding.instead,
            authority: finding.source.authority,
            cite: finding.source.cite,
            jurisdiction: finding.source.jurisdiction,
            checked: finding.source.checked,
            evidence: finding.evidence,
            fixes: finding.fixes.into_iter().map(|fix| WireFix::new(fix, offsets)).collect(),
        }
    }
}

impl WireFix {
    fn new(fix: Fix, offsets: &Offsets<'_>) -> Self {
        let edit = fix.edit.map(|edit| {
            let Utf16Span { start, end } = offsets.utf16(edit.span);
            WireEdit { start, end, text: edit.text }
        });
        Self { kind: fix.kind, label: fix.label, edit }
    }
}

#[cfg(test)]
mod tests {
    //! `extension/content/wire.ts` says the same as the types above.

    use ts_rs::TS;

    use super::*;

    const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/content/wire.ts");

    fn closed_list(name: &str, values: &[&str]) -> String {
        let values: Vec<String> = values.iter().map(|value| format!("{value:?}")).collect();
        format!("export type {name} = {};\n", values.join(" | "))
    }

    /// ts-rs writes a documented field over several lines; here each takes two.
    fn declaration<T: TS + 'static>() -> String {
        let mut out = String::from("export ");
        let mut documentation: Vec<String> = Vec::new();
        for line in T::decl(&ts_rs::Config::default()).lines().map(str::trim).filter(|line| !line.is_empty()) {
            match line {
                "/**" => documentation.clear(),
                "*/" => out += &format!("  /** {} */\n", documentation.join(" ")),
                line if line.starts_with('*') => documentation.push(line.trim_start_matches(['*', ' ']).to_owned()),
                line if line.ends_with('{') => out += &format!("{line}\n"),
                line => match line.strip_suffix("};") {
                    Some(last) => out += &format!("  {};\n}};\n", last.trim().trim_end_matches(',')),
                    None => out += &format!("  {};\n", line.trim_end_matches(',')),
                },
            }
        }
        out.push('\n');
        out
    }

    fn generated() -> String {
        let mut out = "// Generated from extension/src/wire.rs by `WRITE_WIRE=1 cargo test -p scrubline-extension`; do not edit.\n\
// All offsets count UTF-16 units of the text that was checked. What each field means stands in wire.rs.\n\n"
            .to_owned();
        out += &closed_list("Verdict", &["clear", "warn", "hold"]);
        out += &closed_list("Severity", &names(Severity::ALL, Severity::name));
        out += &closed_list("Confidence", &names(Confidence::ALL, Confidence::name));
        out += &closed_list("Category", &names(Category::ALL, Category::name));
        out += &closed_list("FixKind", &names(FixKind::ALL, FixKind::name));
        out += &closed_list("PostClass", &names(PostClass::ALL, PostClass::name));
        out += &closed_list("Surface", &names(&Surface::ALL, Surface::name));
        out.push('\n');
        out += &declaration::<WireEdit>();
        out += &declaration::<WireFix>();
        out += &declaration::<WireFinding>();
        out += &declaration::<WireLimit>();
        out += &declaration::<WireReport>();
        out += &declaration::<WireAttachment>();
        out += &declaration::<WireRepliedTo>();
        out += &declaration::<WireAccount>();
        out += &declaration::<WirePastPost>();
        out += declaration::<WireContext>().trim_end();
        out.push('\n');
        out
    }

    fn names<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<&'static str> {
        all.iter().map(|value| name(*value)).collect()
    }

    #[test]
    fn typescript_types_are_generated() -> std::io::Result<()> {
        if std::env::var_os("WRITE_WIRE").is_some() {
            std::fs::write(PATH, generated())?;
        }
        let committed = std::fs::read_to_string(PATH)?;
        assert_eq!(committed, generated(), "run WRITE_WIRE=1 cargo test -p scrubline-extension");
        Ok(())
    }
}
