//! Everything a check may depend on.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::report::named;

/// A text about to be published, and what is known about where it will stand.
///
/// ```
/// use scrubline::{Post, Surface};
/// let post = Post::new("See you at the flu clinic!").on(Surface::Comment);
/// assert_eq!(post.surface, Surface::Comment);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Post {
    /// The text as it stands in the composer.
    pub text: String,
    /// What kind of composer it is.
    pub surface: Surface,
    /// The platform's short name ("x", "linkedin", …), empty where unknown. It decides only how
    /// characters are counted.
    pub platform: String,
    /// Files that will be published with the text.
    pub attachments: Vec<Attachment>,
    /// What is being replied to; kept in memory only.
    pub replying_to: Option<RepliedTo>,
    /// Who posts.
    pub account: Option<Account>,
    /// What the account posted lately; empty where nobody kept it.
    pub history: AccountHistory,
    /// The day of the check.
    pub today: Option<Date>,
}

impl Post {
    /// A new post with this text and nothing else known.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The same on another surface.
    #[must_use]
    pub fn on(mut self, surface: Surface) -> Self {
        self.surface = surface;
        self
    }
}

/// The kind of composer a text stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Surface {
    /// A new public post.
    #[default]
    Post,
    /// An answer to a post.
    Reply,
    /// A repost with words of one's own.
    Quote,
    /// A comment below a post.
    Comment,
    /// The organisation's answer to a review.
    ReviewReply,
    /// A private message.
    DirectMessage,
    /// A paid advertisement.
    Advert,
    /// A profile or page description.
    Profile,
    /// A long text: blog post, newsletter, article.
    Article,
    /// A text typed to an AI assistant.
    AiPrompt,
}

impl Surface {
    /// Every surface, in the order above.
    pub const ALL: [Self; 10] = [
        Self::Post,
        Self::Reply,
        Self::Quote,
        Self::Comment,
        Self::ReviewReply,
        Self::DirectMessage,
        Self::Advert,
        Self::Profile,
        Self::Article,
        Self::AiPrompt,
    ];

    /// Its name in rule sets and on the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::Reply => "reply",
            Self::Quote => "quote",
            Self::Comment => "comment",
            Self::ReviewReply => "review-reply",
            Self::DirectMessage => "direct-message",
            Self::Advert => "advert",
            Self::Profile => "profile",
            Self::Article => "article",
            Self::AiPrompt => "ai-prompt",
        }
    }
}

/// A file that goes out with a post. The engine sees what the composer tells about it, never
/// the picture itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// What kind of file.
    pub kind: AttachmentKind,
    /// Its file name, empty where unknown.
    #[serde(default)]
    pub name: String,
    /// Its alternative text: `None` where the composer does not tell, empty where none is written.
    #[serde(default)]
    pub alt: Option<String>,
}

/// The kind of an attachment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AttachmentKind {
    /// A photo or drawing.
    Image,
    /// A film.
    Video,
    /// A document such as a PDF.
    Document,
    /// A link preview.
    Link,
}

/// What a reply answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RepliedTo {
    /// The name shown on it.
    pub author: String,
    /// Its text.
    pub text: String,
}

/// Who posts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The organisation's account or a person's own.
    pub kind: AccountKind,
    /// The name or handle shown.
    pub name: String,
}

/// Whose account it is. On a person's own account only the rules that protect patients run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AccountKind {
    /// Speaks for the organisation.
    Organisation,
    /// A staff member's own.
    Personal,
}

/// What an account posted lately: classes and days, never a word of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AccountHistory {
    /// Posts in any order.
    pub posts: Vec<PastPost>,
}

/// One post of the past.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PastPost {
    /// The day it went out.
    pub day: Date,
    /// What it was, as [`Report::class`](crate::Report::class) told it then.
    pub class: PostClass,
}

named! {
    /// What a post is, as far as an account's mix of posts is concerned. The engine tells selling
    /// from everything else, no more.
    PostClass {
        /// It sells: a rule about promotion found something.
        Promotion = "promotion",
        /// Anything else.
        Other = "other",
    }
}

impl AccountHistory {
    /// How many of the latest posts there are, at most `last`, and how many of those are of a class.
    #[must_use]
    pub fn share(&self, class: PostClass, last: usize) -> (usize, usize) {
        let mut posts = self.posts.clone();
        posts.sort_by_key(|post| std::cmp::Reverse(post.day));
        posts.truncate(last);
        (posts.len(), posts.iter().filter(|post| post.class == class).count())
    }
}
