//! The extension's own pages, in Rust: the popup.
//!
//! [`state`] is what the background tells, [`words`] is how it is said, [`organisation`] reads a rule set file.
//! These know no browser and are tested natively; the views exist only in wasm.

pub mod organisation;
pub mod state;
pub mod words;

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub use view::start;
