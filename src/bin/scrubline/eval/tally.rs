//! Counting what the rules would have done.

use std::collections::BTreeMap;
use std::fmt;

use scrubline::{Finding, Post, Report, Severity, Surface};
use serde::Serialize;

use super::excerpt;

/// What has been counted so far.
pub struct Tally {
    all: Counts,
    surfaces: BTreeMap<Surface, Counts>,
    rules: BTreeMap<String, RuleCounts>,
    examples: usize,
    show_text: bool,
}

/// Posts by the worst that was found in each.
#[derive(Clone, Copy, Default, Serialize)]
pub struct Counts {
    posts: u64,
    held: u64,
    warned: u64,
    noted: u64,
    clear: u64,
}

/// What one rule would have done.
#[derive(Serialize)]
pub struct RuleCounts {
    rule: String,
    message: String,
    /// Posts in which it found something.
    posts: u64,
    /// The share of all posts, 0 to 1.
    share: f64,
    /// Everything it found.
    findings: u64,
    held: u64,
    warned: u64,
    noted: u64,
    examples: Vec<Example>,
}

#[derive(Serialize)]
struct Example {
    /// File and line.
    post: String,
    excerpt: String,
}

/// The result: everything, and rules with the noisiest first.
#[derive(Serialize)]
pub struct Summary {
    #[serde(flatten)]
    all: Counts,
    surfaces: Vec<SurfaceCounts>,
    rules: Vec<RuleCounts>,
}

#[derive(Serialize)]
struct SurfaceCounts {
    surface: Surface,
    #[serde(flatten)]
    counts: Counts,
}

impl Tally {
    /// Nothing counted yet. `examples` excerpts of each rule are kept, with their words only if `show_text`.
    pub fn new(examples: usize, show_text: bool) -> Self {
        Self { all: Counts::default(), surfaces: BTreeMap::new(), rules: BTreeMap::new(), examples, show_text }
    }

    /// Counts a post that stands at `place`.
    pub fn add(&mut self, place: &str, post: &Post, report: &Report) {
        let worst = report.findings.iter().map(|finding| finding.severity).max();
        self.all.add(worst);
        self.surfaces.entry(post.surface).or_default().add(worst);
        let mut by_rule: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
        for finding in &report.findings {
            by_rule.entry(&finding.rule).or_default().push(finding);
        }
        let excerpt = if self.show_text { excerpt::shown } else { excerpt::redacted };
        for (rule, findings) in by_rule {
            let first = findings[0];
            let counts = self.rules.entry(rule.to_owned()).or_insert_with(|| RuleCounts::of(first));
            counts.add(&findings);
            if counts.examples.len() < self.examples {
                counts.examples.push(Example { post: place.to_owned(), excerpt: excerpt(&post.text, first.span) });
            }
        }
    }

    /// Whether any rule found anything.
    pub fn found(&self) -> bool {
        !self.rules.is_empty()
    }

    /// The result.
    pub fn summary(self) -> Summary {
        let mut rules: Vec<RuleCounts> = self.rules.into_values().collect();
        for rule in &mut rules {
            rule.share = rule.posts as f64 / self.all.posts.max(1) as f64;
        }
        // Equals stay in the order of their ids.
        rules.sort_by_key(|rule| std::cmp::Reverse((rule.posts, rule.findings)));
        let surfaces = self.surfaces.into_iter().map(|(surface, counts)| SurfaceCounts { surface, counts }).collect();
        Summary { all: self.all, surfaces, rules }
    }
}

impl Counts {
    fn add(&mut self, worst: Option<Severity>) {
        self.posts += 1;
        match worst {
            Some(Severity::Hold) => self.held += 1,
            Some(Severity::Warn) => self.warned += 1,
            Some(Severity::Info) => self.noted += 1,
            None => self.clear += 1,
        }
    }
}

impl RuleCounts {
    fn of(finding: &Finding) -> Self {
        let (rule, message) = (finding.rule.clone(), finding.message.clone());
        Self { rule, message, posts: 0, share: 0.0, findings: 0, held: 0, warned: 0, noted: 0, examples: Vec::new() }
    }

    fn add(&mut self, findings: &[&Finding]) {
        self.posts += 1;
        self.findings += findings.len() as u64;
        match findings.iter().map(|finding| finding.severity).max() {
            Some(Severity::Hold) => self.held += 1,
            Some(Severity::Warn) => self.warned += 1,
            Some(Severity::Info) | None => self.noted += 1,
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |count: u64| 100.0 * count as f64 / self.all.posts.max(1) as f64;
        let Counts { posts, held, warned, noted, clear } = self.all;
        writeln!(f, "{posts} post{} checked", if posts == 1 { "" } else { "s" })?;
        for (words, count) in [("would be held", held), ("would be warned about", warned), ("only noted", noted), ("nothing found", clear)]
        {
            writeln!(f, "  {words:<22}{count:>7}{:>7.1} %", share(count))?;
        }
        if self.surfaces.len() > 1 {
            writeln!(f, "\n{:<18}{:>7}{:>7}{:>7}{:>7}", "surface", "posts", "held", "warned", "noted")?;
            for SurfaceCounts { surface, counts } in &self.surfaces {
                let Counts { posts, held, warned, noted, .. } = counts;
                writeln!(f, "{:<18}{posts:>7}{held:>7}{warned:>7}{noted:>7}", surface.name())?;
            }
        }
        if !self.rules.is_empty() {
            writeln!(f, "\n{:>7}{:>9}{:>7}{:>7}{:>7}  rule, noisiest first", "posts", "share", "held", "warned", "noted")?;
        }
        for rule in &self.rules {
            let RuleCounts { posts, held, warned, noted, rule: id, message, examples, .. } = rule;
            writeln!(f, "{posts:>7}{:>7.1} %{held:>7}{warned:>7}{noted:>7}  {id}: {message}", share(*posts))?;
            for Example { post, excerpt } in examples {
                writeln!(f, "{:>39}{post}  {excerpt}", "")?;
            }
        }
        Ok(())
    }
}
