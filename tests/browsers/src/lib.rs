//! The built extension in real browsers, on real editors: fixture pages under the sites' own host names, drivers, and what tests and
//! the demo share to type, read and press.
//!
//! All traffic stays on loopback; [`fixtures::Fixtures::log`] has every request a browser tried to make.

pub mod browser;
pub mod demo;
pub mod fixtures;
pub mod interface;
pub mod page;
pub mod popup;
pub mod wait;
