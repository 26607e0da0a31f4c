//! Past posts, as people have them: JSON lines, a CSV export, or a text file.

use std::path::Path;

use anyhow::{Context, bail};
use clap::ValueEnum;
use scrubline::Surface;

use crate::check;
use crate::jsonl::PostLine;

/// How a file holds its posts.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Input {
    /// One JSON object a line
    Jsonl,
    /// A table whose first line names the columns
    Csv,
    /// Posts with a blank line between them, or lines of --- if there are any
    Text,
}

/// A post, or why there is none on this line.
pub struct Entry {
    /// The line it starts on.
    pub line: u64,
    /// The post.
    pub post: Result<PostLine, String>,
}

/// CSV columns that hold the post, unless another is named.
const COLUMNS: [&str; 2] = ["text", "post"];

/// The CSV column that says where a post stood.
const SURFACE: &str = "surface";

impl Input {
    /// What a file's name says.
    pub fn of(path: &Path) -> Self {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        match ending.as_str() {
            "jsonl" | "ndjson" | "json" => Self::Jsonl,
            "csv" | "tsv" => Self::Csv,
            _ => Self::Text,
        }
    }

    /// The posts of a file.
    pub fn posts(self, bytes: &[u8], column: Option<&str>) -> anyhow::Result<Vec<Entry>> {
        // Spreadsheets start a file with a byte order mark.
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        match self {
            Self::Jsonl => Ok(jsonl(bytes)),
            Self::Csv => csv(bytes, column),
            Self::Text => Ok(text(std::str::from_utf8(bytes).context("it is not UTF-8 text")?)),
        }
    }
}

fn jsonl(bytes: &[u8]) -> Vec<Entry> {
    let lines = (1..).zip(bytes.split(|byte| *byte == b'\n')).filter(|(_, line)| !line.trim_ascii().is_empty());
    lines.map(|(line, bytes)| Entry { line, post: serde_json::from_slice(bytes).map_err(|error| error.to_string()) }).collect()
}

fn csv(bytes: &[u8], column: Option<&str>) -> anyhow::Result<Vec<Entry>> {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter(bytes)).from_reader(bytes);
    let header: Vec<String> =
        reader.headers().context("its first line cannot be read")?.iter().map(|name| name.trim().to_lowercase()).collect();
    let wanted = column.map_or_else(|| COLUMNS.map(str::to_owned).to_vec(), |column| vec![column.trim().to_lowercase()]);
    let Some(text) = header.iter().position(|name| wanted.contains(name)) else {
        bail!("it has no column {}; its columns are {}", wanted.join(" or "), header.join(", "));
    };
    let surface = header.iter().position(|name| name == SURFACE);
    let mut entries = Vec::new();
    for record in reader.records() {
        let (line, post) = match record {
            Ok(record) => {
                let given = surface.map(|column| &record[column]).filter(|name| !name.is_empty());
                let post = given.map(surface_of).transpose().map(|surface| PostLine::of(&record[text], surface));
                (line(bytes, record.position()), post)
            }
            Err(error) => (line(bytes, error.position()), Err(error.to_string())),
        };
        entries.push(Entry { line, post });
    }
    Ok(entries)
}

fn surface_of(name: &str) -> Result<Surface, String> {
    check::surface(name).map_err(|known| format!("'{name}' is no surface; {known}"))
}

/// The line a record starts on. The reader counts from the line end before it, of which CRLF leaves a half.
fn line(bytes: &[u8], position: Option<&csv::Position>) -> u64 {
    position.map_or(0, |position| {
        let rest = bytes.iter().skip(position.byte() as usize);
        position.line() + rest.take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| **byte == b'\n').count() as u64
    })
}

/// What separates the columns: spreadsheets of many countries write semicolons.
fn delimiter(bytes: &[u8]) -> u8 {
    let header = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |delimiter: u8| header.iter().filter(|byte| **byte == delimiter).count();
    // The last of equals wins, and that is the comma.
    [b'\t', b';', b','].into_iter().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}

fn text(text: &str) -> Vec<Entry> {
    let ruled = text.lines().any(|line| line.trim() == "---");
    let separates = |line: &str| if ruled { line.trim() == "---" } else { line.trim().is_empty() };
    let mut entries = Vec::new();
    let lines: Vec<(u64, &str)> = (1..).zip(text.lines()).collect();
    for block in lines.split(|(_, line)| separates(line)) {
        let Some(first) = block.iter().position(|(_, line)| !line.trim().is_empty()) else { continue };
        let words: Vec<&str> = block[first..].iter().map(|(_, line)| *line).collect();
        entries.push(Entry { line: block[first].0, post: Ok(PostLine::of(words.join("\n").trim_end(), None)) });
    }
    entries
}
