//! The wasm border.
