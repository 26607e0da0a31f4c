//! Checks a post for what must not go out.
