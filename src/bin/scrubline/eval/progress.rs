//! How far a long run has come, for a person who waits at a terminal.
#![expect(clippy::disallowed_methods, reason = "the command may ask how long it has been running; the library may not")]

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// Runs shorter than this say nothing.
const PATIENCE: Duration = Duration::from_secs(1);
const INTERVAL: Duration = Duration::from_millis(200);

/// A count of posts on standard error, if that is a terminal.
pub struct Progress {
    posts: u64,
    next: Option<Instant>,
    shown: bool,
}

impl Progress {
    /// Starts counting.
    pub fn start() -> Self {
        Self { posts: 0, next: std::io::stderr().is_terminal().then(|| Instant::now() + PATIENCE), shown: false }
    }

    /// Counts a post, and says so now and then.
    pub fn one_more(&mut self) {
        self.posts += 1;
        if self.next.is_some_and(|next| Instant::now() >= next) {
            self.next = Some(Instant::now() + INTERVAL);
            self.shown = true;
            // Whether the count can be shown does not matter to the result.
            let _ = write!(std::io::stderr(), "\r{} posts checked", self.posts);
        }
    }

    /// Takes the count off the line, for something else to stand there.
    pub fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}
