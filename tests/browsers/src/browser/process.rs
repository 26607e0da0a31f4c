//! Drivers as child processes on free ports.

use std::env;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;

use super::BrowserKind;

/// How long a driver may take until it listens.
const START: Duration = Duration::from_secs(30);

/// A running driver; killed when dropped.
#[derive(Debug)]
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts the driver of a browser and waits until it listens.
    pub async fn start(kind: BrowserKind) -> Result<Self> {
        let (names, ready): (&[&str], _) = match kind {
            BrowserKind::Chromium => (&["chromedriver"], "started successfully on port "),
            BrowserKind::Firefox => (&["geckodriver"], "Listening on 127.0.0.1:"),
        };
        let mut command = Command::new(program(names)?);
        command.arg("--port=0");
        if kind == BrowserKind::Firefox {
            // The extension's own pages open only with system access. Without an own BiDi port two drivers would share 9222.
            command.args(["--allow-system-access", "--websocket-port", &free_port()?.to_string()]);
        }
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("cannot start {}", names[0]))?;
        let output = child.stdout.take().context("a piped child has an output")?;
        let port = timeout(START, port_after(ready, output)).await.with_context(|| format!("{} does not come up", names[0]))??;
        Ok(Self { child, port })
    }

    /// Where the driver listens.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Ends the driver.
    pub async fn stop(mut self) -> Result<()> {
        self.child.kill().await.context("the driver does not stop")
    }
}

/// Finds the first of `names` on the `PATH`.
///
/// # Errors
///
/// None is there.
pub fn program(names: &[&str]) -> Result<PathBuf> {
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect();
    for name in names {
        if let Some(found) = folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file()) {
            return Ok(found);
        }
    }
    bail!("no {} on the PATH: run `cargo xtask setup`", names.join(" or "))
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// Reads output until `ready` and takes the number behind it; the rest is read and dropped so that the driver never blocks on a full pipe.
async fn port_after(ready: &str, output: impl AsyncRead + Unpin + Send + 'static) -> Result<u16> {
    let mut lines = BufReader::new(output).lines();
    while let Some(line) = lines.next_line().await? {
        let Some((_, rest)) = line.split_once(ready) else { continue };
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        return Ok(digits.parse()?);
    }
    bail!("the driver ended before it listened")
}
