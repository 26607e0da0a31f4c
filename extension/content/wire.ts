// Generated from extension/src/wire.rs by `WRITE_WIRE=1 cargo test -p scrubline-extension`; do not edit.
// All offsets count UTF-16 units of the text that was checked. What each field means stands in wire.rs.

export type Verdict = "clear" | "warn" | "hold";
export type Severity = "info" | "warn" | "hold";
export type Confidence = "low" | "medium" | "high";
export type Category = "phi" | "patient-story" | "patient-relationship" | "claim" | "disclosure" | "promotion" | "tone" | "access" | "policy";
export type FixKind = "replace" | "replace-post" | "insert-start" | "insert-end" | "blank" | "attest";
export type PostClass = "promotion" | "other";
export type Surface = "post" | "reply" | "quote" | "comment" | "review-reply" | "direct-message" | "advert" | "profile" | "article" | "ai-prompt";

export type WireEdit = {
  /** First unit replaced. */
  start: number;
  /** One past the last. */
  end: number;
  /** What stands there afterwards. */
  text: string;
};

export type WireFix = {
  /** What kind of repair. */
  kind: FixKind;
  /** What its button says. */
  label: string;
  /** The edit; null for an attestation, which inserts nothing. */
  edit: WireEdit | null;
};

export type WireFinding = {
  /** The rule's id. */
  rule: string;
  /** What kind of problem. */
  category: Category;
  /** The Safe Harbor identifier, if it is one. */
  identifier: string | null;
  /** How it is told. */
  severity: Severity;
  /** How strong the evidence is. */
  confidence: Confidence;
  /** First UTF-16 unit; 0, like `end`, for findings about the whole post. */
  start: number;
  /** One past the last UTF-16 unit. */
  end: number;
  /** What was found, in one sentence. */
  message: string;
  /** Why it matters. */
  why: string;
  /** What to do instead. */
  instead: string;
  /** What gives the rule its weight. */
  authority: string;
  /** The passages it rests on. */
  cite: Array<string>;
  /** Where it applies. */
  jurisdiction: Array<string>;
  /** The day its source was last read, YYYY-MM-DD. */
  checked: string;
  /** Which words and which context led here. */
  evidence: Array<string>;
  /** Repairs offered. */
  fixes: Array<WireFix>;
};

export type WireLimit = {
  /** Characters the text takes. */
  used: number;
  /** Characters the platform allows. */
  max: number;
};

export type WireReport = {
  /** The highest severity; `info` counts as clear. */
  verdict: Verdict;
  /** What the post is, for the account's history. */
  class: PostClass;
  /** In text order, those about the whole post last. */
  findings: Array<WireFinding>;
  /** Characters used and allowed as the platform counts them; null where no limit is known. */
  limit: WireLimit | null;
};

export type WireAttachment = {
  /** What kind of file. */
  kind: "image" | "video" | "document" | "link";
  /** Its file name, empty where unknown. */
  name: string;
  /** Its alternative text; null where the composer does not tell, empty where none is written. */
  alt: string | null;
};

export type WireRepliedTo = {
  /** The name shown on it. */
  author: string;
  /** Its text. */
  text: string;
};

export type WireAccount = {
  /** The organisation's account or a person's own. */
  kind: "organisation" | "personal";
  /** The name or handle shown. */
  name: string;
};

export type WirePastPost = {
  /** The day it went out, YYYY-MM-DD. */
  day: string;
  /** What its report said it was. */
  class: PostClass;
};

export type WireContext = {
  /** The kind of composer. */
  surface: Surface;
  /** "x", "linkedin", "facebook", "mastodon", "generic", … */
  platform: string;
  /** Files that go out with the text. */
  attachments: Array<WireAttachment>;
  /** What is being answered; kept in memory only. */
  replyingTo: WireRepliedTo | null;
  /** Who posts. */
  account: WireAccount | null;
  /** What the account posted lately; left out where nobody kept it. */
  history?: Array<WirePastPost>;
  /** The day, YYYY-MM-DD. */
  today: string;
};
