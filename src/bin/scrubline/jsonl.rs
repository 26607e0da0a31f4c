//! Many posts for scripts: a JSON object a line in, a JSON object a line out, in order.

use std::io::Write;

use scrubline::{
    Account, AccountHistory, AccountKind, Attachment, Category, Checker, Confidence, Identifier, Offsets, Post, PostClass, RepliedTo,
    Report, Severity, Surface, Verdict,
};
use serde::{Deserialize, Serialize};

use crate::Outcome;

/// A post with its name.
#[derive(Deserialize)]
struct NamedPostLine {
    id: String,
    #[serde(flatten)]
    post: PostLine,
}

/// A post; fields not named here are ignored.
#[derive(Deserialize)]
pub struct PostLine {
    text: String,
    surface: Option<Surface>,
    #[serde(default)]
    platform: String,
    #[serde(default)]
    attachments: Vec<Attachment>,
    #[serde(rename = "replying-to")]
    replying_to: Option<AnsweredLine>,
    /// Posted from a person's own account.
    #[serde(default)]
    personal: bool,
    /// What the account posted lately: days and classes.
    #[serde(default)]
    history: AccountHistory,
}

/// What a post answers.
#[derive(Deserialize)]
struct AnsweredLine {
    #[serde(default)]
    author: String,
    #[serde(default)]
    text: String,
}

impl PostLine {
    /// A text of which nothing else is known.
    pub fn of(text: impl Into<String>, surface: Option<Surface>) -> Self {
        let (platform, attachments, history) = (String::new(), Vec::new(), AccountHistory::default());
        Self { text: text.into(), surface, platform, attachments, replying_to: None, personal: false, history }
    }

    /// The post as the engine takes it.
    pub fn into_post(self, default_surface: Surface) -> Post {
        let account = self.personal.then(|| Account { kind: AccountKind::Personal, name: String::new() });
        let replying_to = self.replying_to.map(|answered| RepliedTo { author: answered.author, text: answered.text });
        let (attachments, platform, history) = (self.attachments, self.platform, self.history);
        let surface = self.surface.unwrap_or(default_surface);
        Post { attachments, platform, account, replying_to, history, ..Post::new(self.text).on(surface) }
    }
}

#[derive(Serialize)]
struct ReportLine<'r> {
    id: &'r str,
    verdict: Verdict,
    class: PostClass,
    findings: Vec<FindingLine<'r>>,
}

#[derive(Serialize)]
struct FindingLine<'r> {
    rule: &'r str,
    category: Category,
    identifier: Option<Identifier>,
    severity: Severity,
    confidence: Confidence,
    /// Unicode scalar values; both 0 for findings about the whole post.
    start: u32,
    end: u32,
    message: &'r str,
}

/// One line of findings for a post.
pub fn line(id: &str, text: &str, report: &Report) -> String {
    let offsets = Offsets::new(text);
    let findings = report.findings.iter().map(|finding| {
        let span = finding.span.map(|span| offsets.scalars(span)).unwrap_or_default();
        FindingLine {
            rule: &finding.rule,
            category: finding.category,
            identifier: finding.identifier,
            severity: finding.severity,
            confidence: finding.confidence,
            start: span.start,
            end: span.end,
            message: &finding.message,
        }
    });
    let line = ReportLine { id, verdict: report.verdict, class: report.class(), findings: findings.collect() };
    // Strings and numbers only: nothing here that JSON cannot hold.
    serde_json::to_string(&line).unwrap_or_default()
}

/// Checks every line; bad ones are named on standard error and make the run fail at its end.
pub fn run(checker: &Checker, bytes: &[u8], default_surface: Surface, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let mut out = std::io::BufWriter::new(out);
    let (mut found, mut failed) = (false, false);
    // Some editors start a file with a byte order mark.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    for (number, bytes) in bytes.split(|byte| *byte == b'\n').enumerate() {
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice::<NamedPostLine>(bytes) {
            Ok(NamedPostLine { id, post }) => {
                let post = post.into_post(default_surface);
                let report = checker.check(&post);
                found |= !report.findings.is_empty();
                writeln!(out, "{}", line(&id, &post.text, &report))?;
            }
            Err(error) => {
                failed = true;
                out.flush()?;
                anstream::eprintln!("scrubline: line {}: this is no post: {error}", number + 1);
            }
        }
    }
    out.flush()?;
    Ok(match (failed, found) {
        (true, _) => Outcome::CouldNot,
        (false, true) => Outcome::SomethingFound,
        (false, false) => Outcome::NothingFound,
    })
}
