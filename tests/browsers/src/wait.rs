//! Waiting for a condition instead of for time.

use std::time::{Duration, Instant};

use anyhow::{Error, Result, anyhow};
use tokio::time::sleep;

/// How long a condition may take before the test fails: generous, because machines that run tests are busy.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// Asks `probe` until it has an answer. An error counts as "not yet" (elements come and go), and is told when the time is up.
///
/// # Errors
///
/// No answer within [`PATIENCE`]; the error names `what` and the last reason.
pub async fn until<T>(what: &str, probe: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    within(PATIENCE, what, probe).await
}

/// [`until`] with its own limit.
///
/// # Errors
///
/// No answer within `limit`.
pub async fn within<T>(limit: Duration, what: &str, mut probe: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    let started = Instant::now();
    loop {
        let last: Option<Error> = match probe().await {
            Ok(Some(answer)) => return Ok(answer),
            Ok(None) => None,
            Err(error) => Some(error),
        };
        if started.elapsed() >= limit {
            let problem = anyhow!("waited {} ms in vain for {what}", limit.as_millis());
            return Err(last.map_or(problem, |error| error.context(format!("waited in vain for {what}"))));
        }
        sleep(Duration::from_millis(20)).await;
    }
}
