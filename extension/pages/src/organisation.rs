//! Reading an organisation's rule set file: every problem at once, and nothing taken from a file that has one.

use scrubline::ruleset::{self, RuleSetError, SourceFile};

/// Most bytes a rule set may have.
const MAX_BYTES: usize = 2 * 1024 * 1024;

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1; `None` when it is about the whole file.
    pub line: Option<usize>,
    /// What is wrong.
    pub message: String,
    /// What to try.
    pub hint: Option<String>,
}

impl Problem {
    /// A problem of the whole file.
    pub fn whole(message: impl Into<String>) -> Self {
        Self { line: None, message: message.into(), hint: None }
    }
}

/// Reads a file and gives the rule set in it as canonical JSON.
///
/// # Errors
/// Every problem of the file, its rules' own examples included.
pub fn read(name: &str, bytes: &[u8]) -> Result<String, Vec<Problem>> {
    if bytes.len() > MAX_BYTES {
        return Err(vec![Problem::whole(format!("the file has {} bytes; a rule set has at most {MAX_BYTES}", bytes.len()))]);
    }
    let file = SourceFile::new(name, bytes.to_vec()).map_err(|error| vec![problem(&error)])?;
    let (set, places) = ruleset::parse(&[file]).map_err(|errors| problems(&errors))?;
    let failing = ruleset::check(&set, Some(&places));
    if !failing.is_empty() {
        return Err(problems(&failing));
    }
    serde_json::to_string(&set).map_err(|error| vec![Problem::whole(format!("the rule set cannot be stored: {error}"))])
}

fn problems(errors: &[RuleSetError]) -> Vec<Problem> {
    errors.iter().map(problem).collect()
}

fn problem(error: &RuleSetError) -> Problem {
    let message = match &error.rule {
        Some(rule) => format!("{rule}: {}", error.kind),
        None => error.kind.to_string(),
    };
    Problem { line: (error.line > 0).then_some(error.line), message, hint: error.kind.hint() }
}
