//! Many posts for scripts: a JSON object a line in, a JSON object a line out, in order.

use std::io::Write;

use scrubline::{
    Account, AccountKind, Attachment, Category, Checker, Confidence, Identifier, Offsets, Post, RepliedTo, Report, Severity, Surface,
    Verdict,
};
use serde::{Deserialize, Serialize};

use crate::Outcome;

/// A post; fields not named here are ignored.
#[derive(Deserialize)]
struct PostLine {
    id: String,
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
}

/// What a post answers.
#[derive(Deserialize)]
struct AnsweredLine {
    #[serde(default)]
    author: String,
    #[serde(default)]
    text: String,
}

#[derive(Serialize)]
struct ReportLine<'r> {
    id: &'r str,
    verdict: Verdict,
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
    let line = ReportLine { id, verdict: report.verdict, findings: findings.collect() };
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
        match serde_json::from_slice::<PostLine>(bytes) {
            Ok(post) => {
                let surface = post.surface.unwrap_or(default_surface);
                let id = post.id;
                let account = post.personal.then(|| Account { kind: AccountKind::Personal, name: String::new() });
                let replying_to = post.replying_to.map(|answered| RepliedTo { author: answered.author, text: answered.text });
                let (attachments, platform) = (post.attachments, post.platform);
                let post = Post { attachments, platform, account, replying_to, ..Post::new(post.text).on(surface) };
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
