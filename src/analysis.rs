//! What comes out: the analysis, field by field, as it is written to JSON. A change here is a change of
//! [`SCHEMA`].

use std::borrow::Cow;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::article::{Article, language_tag};
use crate::language::Tag;
use crate::offsets::{Offsets, Unit};
use crate::span::Span;

pub use crate::article::ArticleInfo;

/// Version of this form.
pub const SCHEMA: u32 = 1;

/// One document, analysed. Every span refers to `text`, in the unit that was asked for.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Analysis<'d> {
    /// Version of this form, [`SCHEMA`].
    #[cfg_attr(test, ts(type = "1"))]
    pub schema: u32,
    /// BCP 47 code of the language, as given, else as detected; `und` where neither says.
    pub language: String,
    /// What every span refers to. For text input, the input unchanged.
    pub text: Cow<'d, str>,
    /// Title, byline, date and blocks.
    pub article: ArticleInfo,
    /// Sentences in order; they cover every block.
    pub sentences: Vec<Span>,
    /// Tokens in order, on request.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub tokens: Option<Vec<TaggedToken>>,
    /// Keyphrases, best first.
    pub keyphrases: Vec<Keyphrase>,
    /// Everybody who is reported to say something or to hold a position.
    pub speakers: Vec<Speaker>,
    /// Who says what, in order of the text.
    pub attributions: Vec<Attribution>,
    /// Phrases that carry a position, in order of the text.
    pub stances: Vec<Stance>,
}

/// One token: `[start, end, tag]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "[start: number, end: number, tag: Tag]"))]
pub struct TaggedToken {
    /// Where it stands.
    pub span: Span,
    /// Its part of speech.
    pub tag: Tag,
}

impl Serialize for TaggedToken {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.span.start, self.span.end, self.tag).serialize(serializer)
    }
}

impl Serialize for Tag {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_str().serialize(serializer)
    }
}

/// A phrase that says what the article is about.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Keyphrase {
    /// The phrase as it reads in the article.
    pub text: String,
    /// Between 0 and 1, comparable within one article.
    pub score: f32,
    /// Every place where it occurs, in order of the text.
    pub mentions: Vec<Span>,
}

/// Somebody who speaks, or holds a position.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Speaker {
    /// Index in [`Analysis::speakers`].
    pub id: u32,
    /// The name as the article gives it at its fullest, without title.
    pub name: String,
    /// Names, short forms and pronouns that refer to this speaker, in order of the text.
    pub mentions: Vec<Span>,
}

/// One act of reporting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Attribution {
    /// Who speaks, with title and apposition.
    pub source: Option<Span>,
    /// The reporting words.
    pub cue: Option<Span>,
    /// What is reported; several spans where source and cue interrupt it.
    pub content: Vec<Span>,
    /// Quoted, paraphrased or both.
    pub kind: AttributionKind,
    /// Index in [`Analysis::speakers`]; null where nobody is named.
    pub speaker: Option<u32>,
}

/// How words are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum AttributionKind {
    /// Wholly inside quotation marks.
    Quote,
    /// Without quotation marks.
    Report,
    /// Paraphrase with a quoted part.
    Mixed,
}

/// A phrase that carries a position.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Stance {
    /// The minimal phrase.
    #[serde(flatten, serialize_with = "as_start_and_end")]
    #[cfg_attr(test, ts(flatten))]
    pub span: Span,
    /// What kind of position.
    pub tag: StanceTag,
    /// Index in [`Analysis::speakers`]; null for the author of the article.
    pub holder: Option<u32>,
    /// What the position is about.
    pub target: Option<Span>,
    /// −1, 0 or 1 from the holder's side.
    #[cfg_attr(test, ts(type = "-1 | 0 | 1"))]
    pub polarity: i8,
    /// 1 weak, 2 plain, 3 strong.
    #[cfg_attr(test, ts(type = "1 | 2 | 3"))]
    pub strength: u8,
    /// The lexicon entry or rule that fired, such as `demand.verb.urge`.
    pub rule: Cow<'static, str>,
}

/// The eleven kinds of stance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum StanceTag {
    /// Favours a target.
    Support,
    /// Is against a target.
    Oppose,
    /// Says something must or should be done (Searle's directives).
    Demand,
    /// Commits to a future act (Searle's commissives).
    Pledge,
    /// Disputes the truth of a claim.
    Deny,
    /// Keeps away from reported words (Martin & White).
    Distance,
    /// Presents reported words as true (Martin & White: endorse).
    Affirm,
    /// Sets one proposition against another (Martin & White).
    Counter,
    /// Weakens commitment to a proposition (Hyland).
    Hedge,
    /// Strengthens it (Hyland).
    Booster,
    /// Wording that itself judges (Martin & White: appreciation, judgement).
    Evaluative,
}

impl StanceTag {
    /// Every tag, in the order of their numbers.
    pub const ALL: [StanceTag; 11] = [
        StanceTag::Support,
        StanceTag::Oppose,
        StanceTag::Demand,
        StanceTag::Pledge,
        StanceTag::Deny,
        StanceTag::Distance,
        StanceTag::Affirm,
        StanceTag::Counter,
        StanceTag::Hedge,
        StanceTag::Booster,
        StanceTag::Evaluative,
    ];
}

/// The span of a stance is written as the two fields `start` and `end`.
fn as_start_and_end<S: Serializer>(span: &Span, serializer: S) -> Result<S::Ok, S::Error> {
    let mut fields = serializer.serialize_struct("Span", 2)?;
    fields.serialize_field("start", &span.start)?;
    fields.serialize_field("end", &span.end)?;
    fields.end()
}

impl Analysis<'_> {
    /// An analysis that knows the article and has found nothing in it yet.
    #[inline(never)]
    pub(crate) fn of_article(article: &Article<'_>, language: Option<&str>) -> Self {
        Self {
            schema: SCHEMA,
            language: language.and_then(language_tag).unwrap_or_else(|| "und".into()),
            text: Cow::Borrowed(""),
            article: ArticleInfo {
                title: article.title.clone(),
                byline: article.byline.clone(),
                published: article.published.clone(),
                blocks: article.blocks.clone(),
            },
            sentences: Vec::new(),
            tokens: None,
            keyphrases: Vec::new(),
            speakers: Vec::new(),
            attributions: Vec::new(),
            stances: Vec::new(),
        }
    }

    /// Turns every span from bytes of `text` into `unit`.
    #[inline(never)]
    pub(crate) fn convert_offsets(&mut self, unit: Unit) {
        let offsets = Offsets::new(&self.text, unit);
        let convert = |span: &mut Span| *span = offsets.span(*span);
        for block in &mut self.article.blocks {
            convert(&mut block.span);
        }
        self.sentences.iter_mut().for_each(convert);
        for token in self.tokens.iter_mut().flatten() {
            convert(&mut token.span);
        }
        self.keyphrases.iter_mut().flat_map(|keyphrase| &mut keyphrase.mentions).for_each(convert);
        self.speakers.iter_mut().flat_map(|speaker| &mut speaker.mentions).for_each(convert);
        for attribution in &mut self.attributions {
            attribution.source.iter_mut().for_each(convert);
            attribution.cue.iter_mut().for_each(convert);
            attribution.content.iter_mut().for_each(convert);
        }
        for stance in &mut self.stances {
            convert(&mut stance.span);
            stance.target.iter_mut().for_each(convert);
        }
    }
}
