//! The example posts by which a rule is judged.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::post::{AccountHistory, Attachment, PastPost, PostClass};

/// An example post: usually a text alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "ExampleForm", into = "ExampleForm")]
pub struct Example {
    /// The text.
    pub text: String,
    /// Files attached.
    pub attachments: Vec<Attachment>,
    /// The name of the person who is answered, empty if it answers nobody.
    pub answers: String,
    /// The text that is answered.
    pub answered_text: String,
    /// The profile's record number forms, for rules that need some.
    pub mrn_formats: Vec<String>,
    /// How many posts of each class the account posted lately.
    pub history: ExampleHistory,
}

/// An example's history, as counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ExampleHistory {
    /// Posts that sold.
    pub promotion: u32,
    /// Others.
    pub other: u32,
}

impl From<ExampleHistory> for AccountHistory {
    fn from(counts: ExampleHistory) -> Self {
        let of = |class, count| (0..count).map(move |_| PastPost { day: Date::default(), class });
        Self { posts: of(PostClass::Promotion, counts.promotion).chain(of(PostClass::Other, counts.other)).collect() }
    }
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(untagged, rename_all_fields = "kebab-case")]
enum ExampleForm {
    Text(String),
    Full {
        text: String,
        #[serde(default)]
        attachments: Vec<Attachment>,
        #[serde(default)]
        answers: String,
        #[serde(default)]
        answered_text: String,
        #[serde(default)]
        mrn_formats: Vec<String>,
        #[serde(default)]
        history: ExampleHistory,
    },
}

impl From<ExampleForm> for Example {
    fn from(form: ExampleForm) -> Self {
        match form {
            ExampleForm::Text(text) => Self { text, ..Self::default() },
            ExampleForm::Full { text, attachments, answers, answered_text, mrn_formats, history } => {
                Self { text, attachments, answers, answered_text, mrn_formats, history }
            }
        }
    }
}

impl From<Example> for ExampleForm {
    fn from(example: Example) -> Self {
        let Example { text, attachments, answers, answered_text, mrn_formats, history } = example;
        Self::Full { text, attachments, answers, answered_text, mrn_formats, history }
    }
}
