//! The TOML source form of a rule set: one folder, `ruleset.toml` with the header and rule files
//! by topic. Every problem is reported at once, with file and line.

mod fields;
mod rules;

use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::DeTable;

use super::check::problems;
use super::error::{RuleSetError, RuleSetErrorKind as Kind};
use super::validate::{Problem, validate};
use super::{Audience, OrganisationKind, Override, Profile, ReplyTone, RuleSet, SafeReply, SetSwitch, Vocabulary};
use crate::date::Date;
use crate::detect::Lists;
use crate::report::Severity;
use fields::{Fields, Problems};

/// One file of a rule set, as text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its name, for messages.
    pub name: String,
    /// Its text.
    pub text: String,
}

impl SourceFile {
    /// A file from its bytes.
    ///
    /// # Errors
    /// If the bytes are not UTF-8, or there is nothing in them.
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> Result<Self, RuleSetError> {
        let name = name.into();
        let problem = |file: &str, line, kind| RuleSetError { file: file.to_owned(), line, span: None, rule: None, kind };
        let text = String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            let line = 1 + error.as_bytes()[..at].iter().filter(|b| **b == b'\n').count();
            problem(&name, line, Kind::NotUtf8 { at })
        })?;
        if text.trim().is_empty() {
            return Err(problem(&name, 0, Kind::Empty));
        }
        Ok(Self { name, text })
    }

    fn line_of(&self, byte: usize) -> usize {
        1 + self.text.as_bytes()[..byte.min(self.text.len())].iter().filter(|b| **b == b'\n').count()
    }

    fn error(&self, at: Range<usize>, rule: Option<String>, kind: Kind) -> RuleSetError {
        RuleSetError { file: self.name.clone(), line: self.line_of(at.start), span: Some(at), rule, kind }
    }
}

/// Where each rule and its fields stand, so that later problems can name the line.
#[derive(Clone, Debug, Default)]
pub struct Places {
    files: Vec<SourceFile>,
    rules: Vec<RulePlace>,
}

#[derive(Clone, Debug)]
struct RulePlace {
    file: usize,
    at: Range<usize>,
    fields: BTreeMap<String, Range<usize>>,
}

impl Places {
    /// Runs the set's examples, as [`check`](crate::ruleset::check()) does, and names the lines.
    #[must_use]
    pub fn check(&self, set: &RuleSet, lists: &Lists) -> Vec<RuleSetError> {
        problems(set, lists, Vocabulary::built_in()).into_iter().map(|problem| self.locate(set, problem)).collect()
    }

    /// The files that were read.
    #[must_use]
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// Turns a problem with the rule set as a value into one with file and line.
    pub(crate) fn locate(&self, set: &RuleSet, problem: Problem) -> RuleSetError {
        let rule = problem.rule.and_then(|index| set.rules.get(index)).map(|rule| rule.id.clone());
        let place = problem.rule.and_then(|index| self.rules.get(index));
        match place {
            Some(place) => {
                let at = problem.field.and_then(|field| place.fields.get(field)).unwrap_or(&place.at);
                let kind = match problem.kind {
                    Kind::DuplicateId { id, .. } => {
                        let first = set.rules.iter().position(|rule| rule.id == id).and_then(|index| self.rules.get(index));
                        Kind::DuplicateId {
                            id,
                            first_line: first
                                .map_or(0, |place| self.files[place.file].line_of(place.fields.get("id").unwrap_or(&place.at).start)),
                        }
                    }
                    kind => kind,
                };
                self.files[place.file].error(at.clone(), rule, kind)
            }
            None => RuleSetError {
                file: self.files.first().map_or_else(String::new, |file| file.name.clone()),
                line: 0,
                span: None,
                rule,
                kind: problem.kind,
            },
        }
    }
}

/// Reads a rule set from its files.
///
/// # Errors
/// Every problem of every file, in file and line order: broken TOML, unknown keys, missing or
/// wrong values, unreadable phrases and patterns, reused ids, too few examples. Examples are run
/// by [`check`](super::check()), not here.
pub fn parse(files: &[SourceFile]) -> Result<(RuleSet, Places), Vec<RuleSetError>> {
    let mut errors = Vec::new();
    let mut header: Option<Header> = None;
    let mut set = RuleSet {
        id: String::new(),
        version: 0,
        title: String::new(),
        description: String::new(),
        updated: Date::default(),
        audience: Audience::default(),
        profile: Profile::default(),
        switches: Vec::new(),
        overrides: Vec::new(),
        rules: Vec::new(),
    };
    let mut places = Places { files: files.to_vec(), rules: Vec::new() };

    for (index, file) in files.iter().enumerate() {
        let (table, syntax) = DeTable::parse_recoverable(&file.text);
        let mut problems = Problems::default();
        for error in &syntax {
            let at = error.span().unwrap_or(0..0);
            let line = file.text.lines().nth(file.line_of(at.start) - 1).unwrap_or("");
            let curly = if line.contains(['“', '”']) { "; the line has curly quotes, use straight ones (\")" } else { "" };
            problems.add(at, Kind::Syntax(format!("{}{curly}", error.message())));
        }
        let mut top = Fields::new(table.get_ref(), 0..0, &mut problems);
        read_file(&mut top, index, &mut header, &mut set, &mut places);
        top.finish();
        if !syntax.is_empty() {
            // What follows a slip of the pen reads as many more: one problem a line, and nothing that was only guessed.
            problems.found.retain(|(_, kind)| matches!(kind, Kind::Syntax(_)));
            problems.found.dedup_by_key(|(at, _)| file.line_of(at.start));
        }
        problems.found.sort_by_key(|(at, _)| at.start);
        errors.extend(problems.found.into_iter().map(|(at, kind)| file.error(at, None, kind)));
    }
    match header {
        Some(header) => {
            (set.id, set.version, set.title, set.description, set.updated) =
                (header.id, header.version, header.title, header.description, header.updated);
            set.audience = header.audience;
        }
        None => errors.insert(
            0,
            RuleSetError {
                file: files.first().map_or_else(String::new, |file| file.name.clone()),
                line: 0,
                span: None,
                rule: None,
                kind: Kind::NoHeader,
            },
        ),
    }
    let unread: Vec<(String, usize, String)> = errors.iter().filter_map(about_key).collect();
    let invalid = validate(&set, Vocabulary::built_in()).into_iter().map(|problem| places.locate(&set, problem));
    // A value that could not be read is reported once, not again as an empty one.
    errors.extend(invalid.filter(|error| about_key(error).is_none_or(|key| !unread.contains(&key))));
    if errors.is_empty() {
        return Ok((set, places));
    }
    let order: BTreeMap<&str, usize> = files.iter().enumerate().map(|(index, file)| (file.name.as_str(), index)).collect();
    errors.sort_by_key(|error| (order.get(error.file.as_str()).copied(), error.line));
    Err(errors)
}

/// File, line and key of a problem about a key's value.
fn about_key(error: &RuleSetError) -> Option<(String, usize, String)> {
    let key = match &error.kind {
        Kind::Missing { key } | Kind::EmptyText { key } | Kind::NothingToLookFor { key } | Kind::TooFewExamples { key, .. } => {
            (*key).to_owned()
        }
        Kind::WrongType { key, .. } | Kind::UnknownValue { key, .. } => key.clone(),
        Kind::BadId { id } if id.is_empty() => "id".to_owned(),
        _ => return None,
    };
    Some((error.file.clone(), error.line, key))
}

struct Header {
    id: String,
    version: u32,
    title: String,
    description: String,
    updated: Date,
    audience: Audience,
}

fn read_file(top: &mut Fields<'_, '_>, file: usize, header: &mut Option<Header>, set: &mut RuleSet, places: &mut Places) {
    if let Some((table, at)) = top.table("ruleset") {
        if header.is_some() {
            top.problems.add(at.clone(), Kind::SecondHeader);
        }
        let mut fields = Fields::new(table, at, top.problems);
        *header = Some(Header {
            id: fields.text("id"),
            version: fields.number("version").unwrap_or_default(),
            title: fields.text("title"),
            description: fields.text("description"),
            updated: fields.date("updated").unwrap_or_default(),
            audience: Audience {
                countries: fields.texts("countries"),
                kinds: fields.all_named("kinds", &rules::names(OrganisationKind::ALL, OrganisationKind::name)),
            },
        });
        fields.finish();
    }
    if let Some((table, at)) = top.table("profile") {
        let mut fields = Fields::new(table, at, top.problems);
        set.profile = read_profile(&mut fields);
        fields.finish();
    }
    if let Some((table, at)) = top.table("sets") {
        let mut fields = Fields::new(table, at, top.problems);
        for (key, on) in [("on", true), ("off", false)] {
            set.switches.extend(fields.texts(key).into_iter().map(|set| SetSwitch { set, on }));
        }
        fields.finish();
    }
    for (table, at) in top.tables("override") {
        let mut fields = Fields::new(table, at, top.problems);
        set.overrides.push(Override {
            rule: fields.text("rule"),
            severity: fields.optional_named("severity", &rules::names(Severity::ALL, Severity::name)),
            off: fields.flag("off"),
        });
        fields.finish();
    }
    for (table, at) in top.tables("rule") {
        let fields = table.iter().map(|(key, value)| (key.get_ref().to_string(), value.span())).collect();
        let mut reader = Fields::new(table, at.clone(), top.problems);
        set.rules.push(rules::read(&mut reader));
        places.rules.push(RulePlace { file, at, fields });
        reader.finish();
    }
}

fn read_profile(fields: &mut Fields<'_, '_>) -> Profile {
    Profile {
        kind: fields.optional_named("kind", &rules::names(OrganisationKind::ALL, OrganisationKind::name)),
        countries: fields.texts("countries"),
        organisations: fields.texts("organisations"),
        phones: fields.texts("phones"),
        addresses: fields.texts("addresses"),
        domains: fields.texts("domains"),
        handles: fields.texts("handles"),
        staff: fields.texts("staff"),
        providers: fields.texts("providers"),
        mrn_formats: fields.texts("mrn-formats"),
        states: fields.texts("states"),
        campaign_hashtags: fields.texts("campaign-hashtags"),
        contact_line: fields.optional_text("contact-line").unwrap_or_default(),
        brands: fields.texts("brands"),
        promotion_target: fields.optional_share("promotion-target"),
        emergency_numbers: fields.texts("emergency-numbers"),
        safe_replies: read_safe_replies(fields),
    }
}

fn read_safe_replies(fields: &mut Fields<'_, '_>) -> Vec<SafeReply> {
    let mut replies = Vec::new();
    for (table, at) in fields.tables("safe-replies") {
        let mut reply = Fields::new(table, at, fields.problems);
        let tone = reply.named("tone", &rules::names(ReplyTone::ALL, ReplyTone::name));
        let text = reply.text("text");
        replies.extend(tone.map(|tone| SafeReply { tone, text }));
        reply.finish();
    }
    replies
}
