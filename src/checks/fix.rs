//! Turns the repairs a rule offers into edits of this text.

use super::Context;
use crate::limit;
use crate::report::{Edit, Fix, FixKind};
use crate::ruleset::{CONTACT_LINE, FixSpec, ReplyTone};
use crate::span::Span;
use crate::text::Text;

/// What stands for the contact line of an organisation that gave none.
const SOME_CONTACT: &str = "Please call our office.";

/// The repairs, as edits. Of several variants of one insertion the longest that still fits the
/// platform's limit is offered, the shortest if none fits.
pub(super) fn offer(specs: &[FixSpec], span: Option<Span>, context: &Context<'_>) -> Vec<Fix> {
    let mut fixes: Vec<Fix> = specs.iter().flat_map(|spec| offers(spec, span, context)).collect();
    for kind in [FixKind::InsertStart, FixKind::InsertEnd, FixKind::Blank] {
        keep_best_variant(&mut fixes, kind, context);
    }
    fixes
}

fn offers(spec: &FixSpec, span: Option<Span>, context: &Context<'_>) -> Vec<Fix> {
    match spec {
        FixSpec::SafeReply(tone) => safe_replies(*tone, context),
        spec => fix(spec, span, context).into_iter().collect(),
    }
}

/// Every wording of a tone that fits the platform's limit, with the contact line filled in.
fn safe_replies(tone: ReplyTone, context: &Context<'_>) -> Vec<Fix> {
    let profile = context.profile;
    let contact = if profile.contact_line.is_empty() { SOME_CONTACT } else { profile.contact_line.trim() };
    let whole = Span::new(0, context.text.typed().len());
    let reply = |text: String| {
        let label = format!("{}: “{text}”", tone.label());
        Fix { kind: FixKind::ReplacePost, label, edit: Some(Edit { span: whole, text }) }
    };
    let in_tone = profile.safe_replies.iter().filter(|reply| reply.tone == tone);
    let texts = in_tone.map(|reply| reply.text.replace(CONTACT_LINE, contact));
    texts
        .filter(|text| limit::used(&context.post.platform, &Text::new(text)).is_none_or(|limit| limit.used <= limit.max))
        .map(reply)
        .collect()
}

fn fix(spec: &FixSpec, span: Option<Span>, context: &Context<'_>) -> Option<Fix> {
    let end = context.text.typed().trim_end().len();
    let edit = |kind, label: String, span, text: &str| Some(Fix { kind, label, edit: Some(Edit { span, text: text.to_owned() }) });
    match spec {
        FixSpec::Replace(text) => {
            let label = if text.is_empty() { "Remove it".to_owned() } else { format!("Replace with “{text}”") };
            edit(FixKind::Replace, label, span?, text)
        }
        FixSpec::ReplaceWord { word, with } => {
            let found = Text::new(span?.of(context.text.typed()));
            // A capital at the start of a sentence stays one.
            let with = if found.is_capitalised(0) { capitalised(with) } else { with.clone() };
            (found.folded() == word).then(|| edit(FixKind::Replace, format!("Replace with “{with}”"), span?, &with))?
        }
        FixSpec::InsertStart(text) => edit(FixKind::InsertStart, format!("Start with “{}”", text.trim()), Span::new(0, 0), text),
        FixSpec::InsertEnd(text) => edit(FixKind::InsertEnd, format!("Add “{}”", text.trim()), Span::new(end, end), text),
        FixSpec::Blank(text) => edit(FixKind::Blank, format!("Add “{}” and fill the gap", text.trim()), Span::new(end, end), text),
        FixSpec::SafeReply(_) => None,
        FixSpec::Attest(text) => Some(Fix { kind: FixKind::Attest, label: text.clone(), edit: None }),
    }
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

fn keep_best_variant(fixes: &mut Vec<Fix>, kind: FixKind, context: &Context<'_>) {
    let variants: Vec<(usize, usize)> =
        (0..fixes.len()).filter(|&i| fixes[i].kind == kind).map(|i| (inserted(&fixes[i]).len(), i)).collect();
    let fitting = variants.iter().filter(|(_, i)| fits(inserted(&fixes[*i]), context)).max();
    let Some(&(_, best)) = fitting.or(variants.iter().min()) else { return };
    let mut index = 0;
    fixes.retain(|fix| {
        index += 1;
        fix.kind != kind || index - 1 == best
    });
}

fn inserted(fix: &Fix) -> &str {
    fix.edit.as_ref().map_or("", |edit| &edit.text)
}

fn fits(inserted: &str, context: &Context<'_>) -> bool {
    let platform = &context.post.platform;
    match (limit::used(platform, context.text), limit::used(platform, &Text::new(inserted))) {
        (Some(now), Some(more)) => now.used + more.used <= now.max,
        _ => true,
    }
}
