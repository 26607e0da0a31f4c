//! Kind `attachment`: something about the files that go out with the post.

use super::{Candidate, Context, Judge};
use crate::post::{Attachment, AttachmentKind};
use crate::ruleset::{AttachmentCondition, Rule, Trigger};

/// One finding about the post if such a file is attached and the rule's words, if it has any, count.
pub(crate) fn run(
    number: u32,
    rule: &Rule,
    kinds: &[AttachmentKind],
    condition: AttachmentCondition,
    trigger: &Trigger,
    context: &Context<'_>,
) -> Vec<Candidate> {
    let matches = |file: &&Attachment| {
        kinds.contains(&file.kind)
            && match condition {
                // Where the composer does not tell, nothing is said.
                AttachmentCondition::NoAltText => file.alt.as_deref().is_some_and(|alt| alt.trim().is_empty()),
                AttachmentCondition::FileNameAlt => file.alt.as_deref().is_some_and(is_file_name),
                AttachmentCondition::AnnouncedAlt => file.alt.as_deref().is_some_and(announces_picture),
                AttachmentCondition::Present => true,
            }
    };
    let files: Vec<&Attachment> = context.post.attachments.iter().filter(matches).collect();
    let Some(judge) = Judge::new(number, rule, trigger, context) else { return Vec::new() };
    if files.is_empty() {
        return Vec::new();
    }
    let mut evidence = vec![format!("{} of {} attachments", files.len(), context.post.attachments.len())];
    let mut confidence = rule.confidence;
    if !trigger.any.is_empty() {
        let Some((_, _, found, words)) = judge.matches().next() else { return Vec::new() };
        confidence = found;
        evidence.extend(words);
    }
    vec![Candidate::whole_post(confidence, evidence)]
}

/// "IMG_2041.jpg", "image1", "DSC00412", "untitled".
fn is_file_name(alt: &str) -> bool {
    let alt = alt.trim().to_lowercase();
    let ending = alt.rsplit_once('.').is_some_and(|(_, ending)| matches!(ending, "jpg" | "jpeg" | "png" | "gif" | "webp" | "heic" | "svg"));
    let stem = alt.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '_' | '-' | ' ' | '(' | ')'));
    !alt.is_empty()
        && (ending || matches!(stem, "" | "img" | "dsc" | "dscn" | "image" | "photo" | "picture" | "pxl" | "screenshot" | "untitled"))
}

fn announces_picture(alt: &str) -> bool {
    let alt = alt.trim().to_lowercase();
    let alt = ["a ", "an ", "the "].iter().find_map(|article| alt.strip_prefix(article)).unwrap_or(&alt);
    ["image of", "picture of", "photo of", "photograph of", "graphic of", "screenshot of"].iter().any(|start| alt.starts_with(start))
}
