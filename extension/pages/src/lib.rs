//! The popup.
