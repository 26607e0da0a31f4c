//! One `[[rule]]` table.

use toml::Spanned;
use toml::de::DeValue;

use super::fields::Fields;
use crate::post::{Attachment, AttachmentKind, PostClass, Surface};
use crate::report::{Authority, Category, Confidence, Identifier, Severity, Source};
use crate::ruleset::{
    AttachmentCondition, Body, CountMeasure, Detector, Doubts, Example, ExampleHistory, FixSpec, QuietWhen, RatioMeasure, ReplyTone, Rule,
    RuleSetErrorKind as Kind, Signal, Trigger, Validator,
};

const KINDS: &[&str] = &["phrase", "pattern", "identifier", "requires", "ratio", "count", "history", "attachment", "story", "learned"];
const ATTACHMENT_KINDS: &[&str] = &["image", "video", "document", "link"];

/// The names of a closed list.
pub(super) fn names<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|value| name(*value)).collect()
}

/// Reads a rule. What is missing or wrong is noted and stands as something harmless, so that the
/// rest of the rule is still looked at; a set with a problem is refused whole anyway.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> Rule {
    let id = fields.text("id");
    let since = fields.text("since");
    let category = fields.named("category", &names(Category::ALL, Category::name));
    let severity = fields.named("severity", &names(Severity::ALL, Severity::name));
    let confidence = fields.optional_named("confidence", &names(Confidence::ALL, Confidence::name)).unwrap_or(Confidence::Medium);
    let surfaces = fields.all_named::<SurfaceName>("surfaces", &names(&Surface::ALL, Surface::name)).into_iter().map(|s| s.0).collect();
    let identifier = fields.optional_named("identifier", &names(Identifier::ALL, Identifier::name));
    let authority = fields.named("authority", &names(Authority::ALL, Authority::name));
    let (cite, jurisdiction) = (fields.texts("cite"), fields.texts("jurisdiction"));
    let checked = fields.date("checked");
    let (message, why, instead) = (fields.text("message"), fields.text("why"), fields.text("instead"));
    let fixes = read_fixes(fields);
    let no_fix = fields.optional_text("no-fix");
    let (flags, allows) = (read_examples(fields, "flags"), read_examples(fields, "allows"));
    let body = read_body(fields).unwrap_or(Body::Count { measure: CountMeasure::Mentions, more_than: u32::MAX });
    Rule {
        source: Source { authority: authority.unwrap_or(Authority::House), cite, jurisdiction, checked: checked.unwrap_or_default() },
        category: category.unwrap_or(Category::Policy),
        severity: severity.unwrap_or(Severity::Info),
        body,
        id,
        since,
        confidence,
        surfaces,
        identifier,
        message,
        why,
        instead,
        fixes,
        no_fix,
        flags,
        allows,
    }
}

fn read_body(fields: &mut Fields<'_, '_>) -> Option<Body> {
    let Some(kind) = fields.optional_text("kind") else {
        fields.missing("kind");
        // Without a kind nothing can be said about the other keys.
        for key in [
            "phrases",
            "patterns",
            "detector",
            "when",
            "one-of",
            "measure",
            "at-least",
            "minimum",
            "more-than",
            "last",
            "kinds",
            "condition",
            "validator",
            "signals",
            "needs",
            "sure-from",
            "within",
            "consent",
            "model",
            "unless-told",
            "doubts",
        ] {
            fields.value(key);
        }
        read_conditions(fields, Vec::new());
        return None;
    };
    Some(match kind.as_str() {
        "phrase" => {
            let phrases = fields.texts("phrases");
            Body::Phrase { trigger: read_conditions(fields, phrases) }
        }
        "pattern" => Body::Pattern {
            patterns: fields.texts("patterns"),
            validator: fields.optional_named("validator", &names(Validator::ALL, Validator::name)),
            trigger: read_conditions(fields, Vec::new()),
        },
        "identifier" => {
            let detector = fields.named("detector", &names(Detector::ALL, Detector::name));
            let trigger = read_conditions(fields, Vec::new());
            Body::Identifier { detector: detector?, trigger }
        }
        "requires" => {
            let one_of = fields.texts("one-of");
            Body::Requires { when: read_when(fields)?, one_of }
        }
        "ratio" => {
            let measure = fields.named("measure", &names(RatioMeasure::ALL, RatioMeasure::name));
            let (at_least, minimum) = (fields.share("at-least"), fields.number("minimum"));
            let phrases = fields.texts("phrases");
            let trigger = read_conditions(fields, phrases);
            Body::Ratio { measure: measure?, at_least: at_least?, minimum: minimum?, trigger }
        }
        "count" => {
            let measure = fields.named("measure", &names(CountMeasure::ALL, CountMeasure::name));
            let more_than = fields.number("more-than");
            Body::Count { measure: measure?, more_than: more_than? }
        }
        "history" => {
            let class = fields.named("measure", &names(PostClass::ALL, PostClass::name));
            let (at_least, last, minimum) = (fields.share("at-least"), fields.number("last"), fields.number("minimum"));
            let phrases = fields.texts("phrases");
            let trigger = read_conditions(fields, phrases);
            Body::History { class: class?, at_least: at_least?, last: last?, minimum: minimum?, trigger }
        }
        "attachment" => {
            let kinds = fields.all_named::<AttachmentKindName>("kinds", ATTACHMENT_KINDS).into_iter().map(|k| k.0).collect();
            let condition = fields.named("condition", &names(AttachmentCondition::ALL, AttachmentCondition::name));
            let phrases = fields.texts("phrases");
            let trigger = read_conditions(fields, phrases);
            Body::Attachment { kinds, condition: condition?, trigger }
        }
        "story" => {
            let signals = read_signals(fields);
            let needs = fields.text_lists("needs");
            let (at_least, sure_from) = (fields.number("at-least"), fields.optional_number("sure-from"));
            let within = fields.number("within");
            // Near and far make no sense where the whole stretch is one piece of evidence.
            let trigger = Trigger {
                with: fields.texts("with"),
                unless: fields.texts("unless"),
                answering: fields.texts("answering"),
                consent: fields.texts("consent"),
                ..Trigger::default()
            };
            Body::Story { signals, needs, at_least: at_least?, sure_from, within: within?, trigger }
        }
        "learned" => {
            let (model, at_least) = (fields.text("model"), fields.integer("at-least"));
            let unless_told = fields.texts("unless-told");
            let doubts = read_doubts(fields);
            let trigger = Trigger {
                with: fields.texts("with"),
                unless: fields.texts("unless"),
                answering: fields.texts("answering"),
                unless_answering: fields.texts("unless-answering"),
                ..Trigger::default()
            };
            Body::Learned { model, at_least: at_least?, unless_told, doubts, trigger }
        }
        _ => {
            let at = fields.span("kind");
            fields.problems.add(at, Kind::UnknownValue { key: "kind".into(), value: kind, allowed: KINDS.to_vec() });
            return None;
        }
    })
}

/// The conditions every kind but `count` may carry beside its phrases.
fn read_conditions(fields: &mut Fields<'_, '_>, any: Vec<String>) -> Trigger {
    Trigger {
        any,
        near: fields.texts("near"),
        unless_near: fields.texts("unless-near"),
        with: fields.texts("with"),
        unless: fields.texts("unless"),
        raise_near: fields.texts("raise-near"),
        lower_near: fields.texts("lower-near"),
        consent: fields.texts("consent"),
        around: fields.texts("around"),
        answering: fields.texts("answering"),
        unless_answering: fields.texts("unless-answering"),
        quiet_when: fields.all_named("quiet-when", &names(QuietWhen::ALL, QuietWhen::name)),
    }
}

fn read_signals(fields: &mut Fields<'_, '_>) -> Vec<Signal> {
    let mut signals = Vec::new();
    for (table, at) in fields.tables("signals") {
        let mut signal = Fields::new(table, at, fields.problems);
        signals.push(Signal {
            name: signal.text("name"),
            weight: signal.integer("weight").unwrap_or_default(),
            phrases: signal.texts("phrases"),
            detector: signal.optional_named("detector", &names(Detector::ALL, Detector::name)),
            unless_near: signal.texts("unless-near"),
            quiet_when: signal.all_named("quiet-when", &names(QuietWhen::ALL, QuietWhen::name)),
        });
        signal.finish();
    }
    signals
}

fn read_when(fields: &mut Fields<'_, '_>) -> Option<Trigger> {
    let Some((table, at)) = fields.table("when") else {
        if fields.value("when").is_none() {
            fields.missing("when");
        }
        return None;
    };
    let mut when = Fields::new(table, at, fields.problems);
    let any = when.texts("any");
    let trigger = read_conditions(&mut when, any);
    when.finish();
    Some(trigger)
}

fn read_doubts(fields: &mut Fields<'_, '_>) -> Option<Doubts> {
    let (table, at) = fields.table("doubts")?;
    let mut doubts = Fields::new(table, at, fields.problems);
    let (rules, below) = (doubts.texts("rules"), doubts.integer("below"));
    doubts.finish();
    Some(Doubts { rules, below: below? })
}

fn read_fixes(fields: &mut Fields<'_, '_>) -> Vec<FixSpec> {
    let mut fixes = Vec::new();
    for (table, at) in fields.tables("fix") {
        let mut fix = Fields::new(table, at.clone(), fields.problems);
        type Make = fn(String) -> FixSpec;
        let specs: [(&'static str, Make); 5] = [
            ("replace", FixSpec::Replace),
            ("insert-start", FixSpec::InsertStart),
            ("insert-end", FixSpec::InsertEnd),
            ("blank", FixSpec::Blank),
            ("attest", FixSpec::Attest),
        ];
        let before = fixes.len();
        let word = fix.optional_text("for");
        for (key, make) in specs {
            fixes.extend(fix.optional_text(key).map(|text| match &word {
                Some(word) if key == "replace" => FixSpec::ReplaceWord { word: word.clone(), with: text },
                _ => make(text),
            }));
        }
        let tone = fix.optional_named("safe-reply", &names(ReplyTone::ALL, ReplyTone::name));
        fixes.extend(tone.map(FixSpec::SafeReply));
        if fixes.len() == before {
            fix.problems.add(at, Kind::NothingToLookFor { key: "fix" });
        }
        fix.finish();
    }
    fixes
}

fn read_examples(fields: &mut Fields<'_, '_>, key: &'static str) -> Vec<Example> {
    let Some(value) = fields.value(key) else { return Vec::new() };
    let Some(array) = value.get_ref().as_array() else {
        fields.wrong_type(key, "a list of posts", value);
        return Vec::new();
    };
    array.iter().filter_map(|item| read_example(fields, key, item)).collect()
}

fn read_example<'t>(fields: &mut Fields<'t, '_>, key: &'static str, item: &'t Spanned<DeValue<'t>>) -> Option<Example> {
    if let Some(text) = item.get_ref().as_str() {
        return Some(Example { text: text.to_owned(), ..Example::default() });
    }
    let Some(table) = item.get_ref().as_table() else {
        fields.wrong_type(key, "a post: a text, or { text, attachments }", item);
        return None;
    };
    let mut example = Fields::new(table, item.span(), fields.problems);
    let text = example.text("text");
    let mut attachments = Vec::new();
    for (table, at) in example.tables("attachments") {
        let mut fields = Fields::new(table, at, example.problems);
        if let Some(kind) = fields.named::<AttachmentKindName>("kind", ATTACHMENT_KINDS) {
            attachments.push(Attachment {
                kind: kind.0,
                name: fields.optional_text("name").unwrap_or_default(),
                alt: fields.optional_text("alt"),
            });
        }
        fields.finish();
    }
    let answers = example.optional_text("answers").unwrap_or_default();
    let answered_text = example.optional_text("answered-text").unwrap_or_default();
    let mrn_formats = example.texts("mrn-formats");
    let mut history = ExampleHistory::default();
    if let Some((table, at)) = example.table("history") {
        let mut fields = Fields::new(table, at, example.problems);
        history =
            ExampleHistory { promotion: fields.number("promotion").unwrap_or_default(), other: fields.number("other").unwrap_or_default() };
        fields.finish();
    }
    example.finish();
    Some(Example { text, attachments, answers, answered_text, mrn_formats, history })
}

struct SurfaceName(Surface);

impl std::str::FromStr for SurfaceName {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Surface::ALL.into_iter().find(|surface| surface.name() == text).map(Self).ok_or(())
    }
}

struct AttachmentKindName(AttachmentKind);

impl std::str::FromStr for AttachmentKindName {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Ok(Self(match text {
            "image" => AttachmentKind::Image,
            "video" => AttachmentKind::Video,
            "document" => AttachmentKind::Document,
            "link" => AttachmentKind::Link,
            _ => return Err(()),
        }))
    }
}
