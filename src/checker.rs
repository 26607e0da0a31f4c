//! The check itself: rule sets compiled once, then `check(&Post) → Report` for every keystroke.
//!
//! Fold once → one automaton over every literal the rules need → only rules that were hit are
//! looked at, patterns are compiled on their first hit → detectors → context → kinds that
//! combine → overlaps → verdict. See ARCHITECTURE.md.

use std::cell::OnceCell;
use std::sync::OnceLock;

use daachorse::DoubleArrayAhoCorasick;
use regex::bytes::Regex;

use crate::checks::{self, Candidate, Context};
use crate::detect::{Lists, Own};
use crate::hits::{Hits, PatternHit};
use crate::post::{AccountKind, Post};
use crate::report::{Finding, Report, Severity, Verdict};
use crate::ruleset::{Body, Compiled, CompiledRule, Profile, RuleSet, RuleSetError, SetInfo, Target, Vocabulary, build_regex};
use crate::text::Text;
use crate::{limit, overlap};

/// Most findings one rule reports on one post: a hostile paste must not fill the page.
const MAX_FINDINGS_PER_RULE: usize = 100;

/// Rule sets, ready to check posts. A check cannot fail.
pub struct Checker {
    compiled: Compiled,
    automaton: DoubleArrayAhoCorasick<u32>,
    regexes: Vec<OnceLock<Option<Regex>>>,
    own: Own,
    lists: Lists,
}

impl Checker {
    /// Compiles rule sets, lowest layer first. `profile` adds to what the sets' own profiles know.
    ///
    /// # Errors
    /// Every problem of every set at once.
    #[cfg(feature = "toml")]
    pub fn new(rule_sets: &[RuleSet], profile: &Profile, lists: Lists) -> Result<Self, Vec<RuleSetError>> {
        Self::with_vocabulary(rule_sets, profile, lists, Vocabulary::built_in())
    }

    /// The same, with word lists of the caller.
    ///
    /// # Errors
    /// Every problem of every set at once.
    pub fn with_vocabulary(
        rule_sets: &[RuleSet],
        profile: &Profile,
        lists: Lists,
        vocabulary: &Vocabulary,
    ) -> Result<Self, Vec<RuleSetError>> {
        let mut compiled = Compiled::with_vocabulary(rule_sets, vocabulary)?;
        compiled.profile.extend(profile.clone());
        Self::from_compiled(compiled, lists).map_err(|error| vec![error])
    }

    /// Loads rule sets that were compiled before.
    ///
    /// # Errors
    /// If the compiled form is damaged.
    pub fn from_compiled(mut compiled: Compiled, lists: Lists) -> Result<Self, RuleSetError> {
        compiled.decide_sets();
        let automaton = compiled.automaton()?;
        let regexes = (0..compiled.patterns.len()).map(|_| OnceLock::new()).collect();
        let own = Own::new(&compiled.profile);
        Ok(Self { compiled, automaton, regexes, own, lists })
    }

    /// The rule sets, on or off.
    #[must_use]
    pub fn rule_sets(&self) -> &[SetInfo] {
        &self.compiled.sets
    }

    /// A rule by its id.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&crate::ruleset::Rule> {
        (0..self.compiled.rules.len() as u32)
            .filter_map(|index| self.compiled.rules.get(index))
            .map(|compiled| &compiled.rule)
            .find(|rule| rule.id == id)
    }

    /// Checks one post. The result depends on nothing but the arguments.
    #[must_use]
    pub fn check(&self, post: &Post) -> Report {
        let text = Text::new(&post.text);
        let hits = self.scan(&text);
        let answered = post.replying_to.as_ref().map(|replied_to| self.scan(&Text::new(&replied_to.text))).unwrap_or_default();
        let context = self.context(post, &text, &hits, &answered);
        let mut findings = Vec::new();
        for rule in self.rules_to_run(&hits, &answered) {
            self.run(rule, &context, &mut findings);
        }
        // Models speak last: they keep still where something is told, and may doubt it.
        for rule in &self.compiled.learned {
            self.run(*rule, &context, &mut findings);
        }
        let findings = overlap::resolve(findings);
        let verdict = match findings.iter().map(|finding| finding.severity).max() {
            Some(Severity::Hold) => Verdict::Hold,
            Some(Severity::Warn) => Verdict::Warn,
            Some(Severity::Info) | None => Verdict::Clear,
        };
        Report { verdict, findings, limit: limit::used(&post.platform, &text) }
    }

    fn context<'c>(&'c self, post: &'c Post, text: &'c Text<'c>, hits: &'c Hits, answered: &'c Hits) -> Context<'c> {
        Context {
            post,
            text,
            hits,
            answered,
            measures: text.measures(),
            promotion_target: self.compiled.profile.promotion_target,
            own: &self.own,
            profile: &self.compiled.profile,
            lists: &self.lists,
            people: OnceCell::new(),
            models: self.compiled.vocabulary.models(),
            judged: OnceCell::new(),
        }
    }

    fn run(&self, number: u32, context: &Context<'_>, findings: &mut Vec<Finding>) {
        let Some(compiled) = self.compiled.rules.get(number) else { return };
        if self.compiled.sets[compiled.set as usize].on && runs_here(compiled, context.post) {
            let candidates = self.candidates(number, compiled, context, findings);
            let candidates = candidates.into_iter().take(MAX_FINDINGS_PER_RULE);
            findings.extend(candidates.map(|candidate| checks::finding(compiled, candidate, context)));
        }
    }

    /// One pass of the automaton: where phrases stand, and where patterns may.
    fn scan(&self, text: &Text<'_>) -> Hits {
        let mut hits = Hits::default();
        for found in self.automaton.find_overlapping_iter(text.folded()) {
            // "he" stands in every "the": phrases are tried only where a word starts.
            let word = text.word_starting_at(found.start());
            for target in self.compiled.targets(found.value()) {
                match target {
                    Target::Phrase(number) => {
                        let Some(at) = word else { continue };
                        let Some(compiled) = self.compiled.phrases.get(number) else { continue };
                        if let Some(words) = checks::match_phrase(&compiled.phrase, &self.compiled.vocabulary, text, at, found.end()) {
                            hits.add_phrase(&compiled.owners, words, text);
                        }
                    }
                    Target::Pattern(number) => {
                        let Some(pattern) = self.compiled.patterns.get(number) else { continue };
                        if !pattern.leading || starts_word(text.folded(), found.start()) {
                            let leading = pattern.leading;
                            hits.add_pattern(PatternHit {
                                rule: pattern.rule,
                                pattern: number,
                                at: found.start(),
                                end: found.end(),
                                leading,
                            });
                        }
                    }
                }
            }
        }
        hits.sort();
        hits
    }

    fn rules_to_run(&self, hits: &Hits, answered: &Hits) -> Vec<u32> {
        let mut rules: Vec<u32> = hits.rules_hit().chain(answered.rules_answering()).chain(self.compiled.always.iter().copied()).collect();
        rules.sort_unstable();
        rules.dedup();
        rules
    }

    fn candidates(&self, number: u32, compiled: &CompiledRule, context: &Context<'_>, found: &mut [Finding]) -> Vec<Candidate> {
        let rule = &compiled.rule;
        match &rule.body {
            Body::Phrase { trigger } => checks::phrase::run(number, rule, trigger, context),
            Body::Pattern { validator, trigger, .. } => {
                checks::pattern::run(number, rule, *validator, trigger, context, |pattern| self.regex(pattern))
            }
            Body::Identifier { detector, trigger } => checks::identifier::run(number, rule, *detector, trigger, context),
            Body::Requires { when, .. } => checks::requires::run(number, rule, when, context),
            Body::Ratio { measure, at_least, minimum, trigger } => {
                checks::ratio::run(number, rule, *measure, (*at_least, *minimum), trigger, context)
            }
            Body::History { class, at_least, last, minimum, trigger } => {
                let window = checks::history::Window { last: *last, minimum: *minimum, at_least: *at_least };
                checks::history::run(number, rule, *class, &window, trigger, context)
            }
            Body::Count { measure, more_than } => checks::count::run(rule, *measure, *more_than, context),
            Body::Attachment { kinds, condition, trigger } => checks::attachment::run(number, rule, kinds, *condition, trigger, context),
            Body::Story { signals, needs, at_least, sure_from, within, trigger } => {
                let limits = checks::story::Limits { at_least: *at_least, sure_from: *sure_from, within: *within };
                checks::story::run(number, rule, signals, needs, limits, trigger, context)
            }
            Body::Learned { model, at_least, unless_told, doubts, trigger } => {
                let limits = checks::learned::Limits { model, at_least: *at_least, unless_told, doubts: doubts.as_ref() };
                checks::learned::run(number, rule, limits, trigger, context, found)
            }
        }
    }

    /// A pattern, compiled on first use: compiling is what costs (0.1–1 ms each in wasm).
    fn regex(&self, pattern: u32) -> Option<&Regex> {
        let slot = &self.regexes[pattern as usize];
        slot.get_or_init(|| build_regex(&self.compiled.patterns.get(pattern)?.source).ok()).as_ref()
    }
}

/// Whether a word starts at this byte, as `\b` sees it.
fn starts_word(folded: &str, at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| !(folded.as_bytes()[before].is_ascii_alphanumeric() || folded.as_bytes()[before] == b'_'))
}

fn runs_here(compiled: &CompiledRule, post: &Post) -> bool {
    let rule = &compiled.rule;
    let personal = post.account.as_ref().is_some_and(|account| account.kind == AccountKind::Personal);
    (rule.surfaces.is_empty() || rule.surfaces.contains(&post.surface)) && (!personal || rule.category.protects_patients())
}
