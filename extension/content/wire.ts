// Generated from extension/src/wire.rs by `cargo xtask build`; do not edit.
// All offsets count UTF-16 units of the text that was checked.

export type Verdict = "clear" | "warn" | "hold";
export type Severity = "info" | "warn" | "hold";
export type Confidence = "low" | "medium" | "high";
export type Category =
  | "phi" | "patient-story" | "patient-relationship" | "claim" | "disclosure"
  | "promotion" | "tone" | "access" | "policy";
export type FixKind = "replace" | "insert-start" | "insert-end" | "blank" | "attest";
export type Surface =
  | "post" | "reply" | "quote" | "comment" | "review-reply" | "direct-message"
  | "advert" | "profile" | "article" | "ai-prompt";

export interface WireFix {
  kind: FixKind;
  /** What the button says. */
  label: string;
  /** The edit: replace [start, end) by text. An "attest" has no edit (null). */
  edit: { start: number; end: number; text: string } | null;
}

export interface WireFinding {
  rule: string;
  category: Category;
  identifier: string | null;
  severity: Severity;
  confidence: Confidence;
  /** Both 0 for findings about the whole post. */
  start: number;
  end: number;
  message: string;
  why: string;
  instead: string;
  authority: string;
  cite: string[];
  jurisdiction: string[];
  /** Day the source was last read, YYYY-MM-DD. */
  checked: string;
  /** Which words and which context led here. */
  evidence: string[];
  fixes: WireFix[];
}

export interface WireReport {
  verdict: Verdict;
  findings: WireFinding[];
  /** Characters used and allowed as the platform counts them; null where no limit is known. */
  limit: { used: number; max: number } | null;
}

export interface WireAttachment {
  kind: "image" | "video" | "document" | "link";
  name: string;
  /** null: the composer does not tell; "": none written. */
  alt: string | null;
}

export interface WireContext {
  surface: Surface;
  /** "x", "linkedin", "facebook", "mastodon", "generic", … */
  platform: string;
  attachments: WireAttachment[];
  replyingTo: { author: string; text: string } | null;
  account: { kind: "organisation" | "personal"; name: string } | null;
  /** YYYY-MM-DD */
  today: string;
}
