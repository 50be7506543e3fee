//! The language layer reads an article once and notes what keyphrases and stance both stand on: sentences,
//! tokens, parts of speech, phrases and names. Everything here is spans and small integers; the only strings
//! are the distinct words of the article, each kept once in [`Words`].

mod closed;
mod detect;
mod keys;
pub mod lemma;
mod names;
mod phrases;
mod rule_words;
pub mod segment;
mod stopwords;
mod tag;
pub mod tagger;
mod words;

pub(crate) use closed::{DAYS, GENITIVES, MONTHS, NEGATIONS, is_genitive, is_possessive};
pub(crate) use names::is_listed_place;
pub use rule_words::RuleWord;
pub(crate) use rule_words::words;
pub use segment::{WordDivider, native_divider};
pub use stopwords::{Stopwords, stopwords};
pub use tag::Tag;
pub use words::{WordId, Words};

use crate::article::{Article, Block, language_tag};
use crate::bytes::has;
use crate::landmarks::Landmarks;
use crate::span::Span;

/// An article, read.
#[derive(Debug)]
pub struct Reading<'t> {
    /// The text of the article.
    pub text: &'t str,
    /// Its blocks.
    pub blocks: &'t [Block],
    /// BCP 47 code, as given, else detected, else `und`.
    pub language: String,
    /// Sentences in order; none spans two blocks.
    pub sentences: Vec<Sentence>,
    /// Tokens in order, as Universal Dependencies divides words.
    pub tokens: Vec<Token>,
    /// The distinct words of the article.
    pub words: Words,
    /// Noun phrases and verb groups, in order of their first token.
    pub phrases: Vec<Phrase>,
    /// Names of people, organisations and places, in order of the text.
    pub names: Vec<Name>,
    /// For each token the first phrase that ends behind it.
    phrase_from: Vec<u32>,
    /// Sentences by the byte at which they start.
    byte_marks: Landmarks,
    /// Sentences by the token after their last.
    sentence_marks: Landmarks,
    /// Names by the token after their last.
    name_marks: Landmarks,
}

/// One token.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Its word, exactly as written.
    pub word: WordId,
    /// Its part of speech.
    pub tag: Tag,
    /// Which of the words that rules name it is in lower case.
    pub rule_word: RuleWord,
    /// Whether the word is in lower case as written, and so needs no look-up to be compared.
    pub is_lower: bool,
}

impl Token {
    /// Its word in lower case.
    #[inline(always)]
    pub fn lower(&self, words: &Words) -> WordId {
        if self.is_lower { self.word } else { words.lower(self.word) }
    }
}

/// One sentence.
#[derive(Clone, Copy, Debug)]
pub struct Sentence {
    /// Where it stands, without surrounding white space.
    pub span: Span,
    /// Its tokens, as a half-open range of indices into [`Reading::tokens`].
    pub tokens: TokenRange,
    /// Index of its block.
    pub block: u32,
}

/// Half-open range of indices into [`Reading::tokens`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenRange {
    /// First token.
    pub start: u32,
    /// First token after.
    pub end: u32,
}

impl TokenRange {
    /// The tokens from `start` up to `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// The range as `usize`, for slicing and iterating.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// How many tokens.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the token with this index is inside.
    pub fn contains(self, token: u32) -> bool {
        self.start <= token && token < self.end
    }
}

/// A group of tokens with one head.
#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    /// What it is.
    pub kind: PhraseKind,
    /// Its tokens.
    pub tokens: TokenRange,
    /// Index of its head: the noun that the rest describes, or the main verb.
    pub head: u32,
}

impl Phrase {
    /// Whether it is an infinitive with "to".
    pub fn is_infinitive(&self) -> bool {
        matches!(self.kind, PhraseKind::Verb { infinitive: true, .. })
    }
}

/// Kinds of phrases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhraseKind {
    /// A noun phrase from determiner to head noun, or a pronoun; "of" phrases are phrases of their own.
    Noun,
    /// Auxiliaries, adverbs and main verb.
    Verb {
        /// "was quoted", "been told".
        passive: bool,
        /// "did not say", "never said".
        negated: bool,
        /// "to resist".
        infinitive: bool,
    },
}

/// A name with the title before it.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    /// Name with title: "Chinese leader Xi Jinping".
    pub tokens: TokenRange,
    /// Name alone: "Xi Jinping".
    pub core: TokenRange,
    /// Best guess at what it names.
    pub kind: NameKind,
    /// Index in [`Reading::names`] of the fullest form of the same name in this article; its own where it is that.
    pub full: u32,
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// A human being.
    Person,
    /// A body of people: company, party, agency, court.
    Organisation,
    /// A country, city or region.
    Place,
    /// A name of another kind, or of one not known.
    Other,
}

impl Reading<'_> {
    /// Span from the first to the last token of a range; empty at 0 for an empty range.
    pub fn span(&self, tokens: TokenRange) -> Span {
        match self.tokens.get(tokens.range()) {
            Some([first, .., last]) => first.span.join(last.span),
            Some([only]) => only.span,
            _ => Span::default(),
        }
    }

    /// Index of the sentence that a token lies in; past the last for a token past the end.
    pub fn sentence_at(&self, token: u32) -> usize {
        self.sentence_marks.partition_point(&self.sentences, token, |sentence| sentence.tokens.end <= token)
    }

    /// Index of the first phrase that ends behind a token: the one that it lies in, or the next.
    pub fn phrase_from(&self, token: usize) -> usize {
        self.phrase_from.get(token).map_or(self.phrases.len(), |&index| index as usize)
    }

    /// Index of the phrase that a token lies in.
    pub fn phrase_at(&self, token: usize) -> Option<usize> {
        let index = self.phrase_from(token);
        let phrase = self.phrases.get(index)?;
        (phrase.tokens.start as usize <= token).then_some(index)
    }

    /// How many names end before a token: the index of the first that ends with it or behind it.
    pub fn names_before(&self, token: usize) -> usize {
        let token = token as u32;
        self.name_marks.partition_point(&self.names, token, |name| name.tokens.end <= token)
    }

    /// Index of the first token that starts at a byte or behind it.
    pub fn token_from(&self, byte: u32) -> usize {
        // In the last sentence that starts before the byte, or right behind it.
        let is_before = |sentence: &Sentence| sentence.span.start < byte;
        let sentence = self.byte_marks.partition_point(&self.sentences, byte, is_before).checked_sub(1);
        let tokens = sentence.and_then(|sentence| self.sentences.get(sentence)).map(|found| found.tokens);
        let tokens = tokens.unwrap_or_default().range();
        let inside = self.tokens.get(tokens.clone()).unwrap_or_default();
        tokens.start + inside.partition_point(|token| token.span.start < byte)
    }

    /// The tokens that lie wholly inside a span.
    pub fn tokens_in(&self, span: Span) -> TokenRange {
        let (start, end) = (self.token_from(span.start), self.token_from(span.end));
        let last = end.checked_sub(1).and_then(|last| self.tokens.get(last));
        let cut = last.is_some_and(|last| last.span.end > span.end);
        TokenRange::new(start, (end - usize::from(cut)).max(start))
    }

    /// The fullest form of the same name in this article.
    pub fn fullest<'n>(&'n self, name: &'n Name) -> &'n Name {
        self.names.get(name.full as usize).unwrap_or(name)
    }

    /// The words under a span with single blanks between them, wherever its lines break.
    pub fn on_one_line(&self, span: Span) -> String {
        let text = span.of(self.text);
        // Most are, and have nothing that nobody sees.
        if text.is_ascii() && !text.bytes().any(|byte| byte < b' ') && !has(text, "  ") {
            return text.trim_matches(' ').to_owned();
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        text.replace(segment::is_invisible, "")
    }

    /// The word of a token as it is written; `""` past the end.
    #[inline(never)]
    pub fn written(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |token| self.words.text(token.word))
    }

    /// The word of a token in lower case; `""` past the end.
    pub fn lower(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |token| self.words.lower_text(token.word))
    }

    /// The part of speech of a token; [`Tag::X`] past the end.
    pub fn tag(&self, token: usize) -> Tag {
        self.tokens.get(token).map_or(Tag::X, |token| token.tag)
    }

    /// The first token at or after `token` that is no adverb.
    #[inline(never)]
    pub fn skip_adverbs(&self, mut token: usize) -> usize {
        while self.tag(token) == Tag::Adv {
            token += 1;
        }
        token
    }

    /// Whether the word of a token ends in "-ing".
    #[inline(never)]
    pub fn ends_in_ing(&self, token: usize) -> bool {
        matches!(self.lower(token).as_bytes(), [.., b'i', b'n', b'g'])
    }

    /// Which of the words that rules name a token is in lower case.
    #[inline(always)]
    pub fn rule_word(&self, token: usize) -> RuleWord {
        self.tokens.get(token).map_or(RuleWord::NONE, |token| token.rule_word)
    }

    /// Whether the word of a token is, in lower case, one of `words`, which `words!` makes.
    #[inline(never)]
    pub fn is(&self, token: usize, words: &[RuleWord]) -> bool {
        let word = self.rule_word(token);
        // Most words are none that rules name, which saves a call.
        word != RuleWord::NONE && word.is(words)
    }

    /// Whether the article is in English, so that English rules may speak.
    pub fn is_english(&self) -> bool {
        is_english(&self.language)
    }
}

/// Words and sentences of an English article alone, every tag still [`Tag::X`]: for callers who need no more.
pub fn segment(article: &Article<'_>) -> (Vec<Token>, Vec<Sentence>) {
    let text = article.text.as_ref();
    segment::segment(text, &article.blocks, "en", None, &mut Words::with_room_for(text.len()))
}

fn is_english(language: &str) -> bool {
    language == "en" || language.starts_with("en-")
}

/// The BCP 47 tag of an article: as given in `said`, else detected, else what its source says, else `und`.
pub(crate) fn language_of(article: &Article<'_>, said: Option<&str>) -> String {
    said.and_then(language_tag).unwrap_or_else(|| {
        let hint = || article.language.as_deref().unwrap_or(detect::UNDETERMINED);
        match detect::detect(&article.text, &article.blocks) {
            detect::UNDETERMINED => hint(),
            detected => detected,
        }
        .to_owned()
    })
}

/// Reads an article. `language` is a BCP 47 code, where known.
pub fn read<'t>(article: &'t Article<'_>, language: Option<&str>) -> Reading<'t> {
    read_with(article, language, native_divider())
}

/// Reads an article; `divider` finds the words of scripts that write without spaces.
pub fn read_with<'t>(
    article: &'t Article<'_>,
    language: Option<&str>,
    divider: Option<WordDivider>,
) -> Reading<'t> {
    let text = article.text.as_ref();
    let language = &language_of(article, language);
    let mut words = Words::with_room_for(text.len());
    let (mut tokens, sentences) = segment::segment(text, &article.blocks, language, divider, &mut words);
    if is_english(language) {
        tagger::tag(&mut tokens, &sentences, &article.blocks, &words);
    } else {
        tagger::tag_by_shape(&mut tokens, &sentences, &words);
    }
    let (phrases, phrase_from) = phrases::find(&tokens, &sentences, &words);
    let names =
        if is_english(language) { names::find(text, &tokens, &sentences, &words) } else { Vec::new() };
    Reading {
        text,
        blocks: &article.blocks,
        language: language.clone(),
        byte_marks: Landmarks::of(sentences.iter().map(|sentence| sentence.span.start)),
        sentence_marks: Landmarks::of(sentences.iter().map(|sentence| sentence.tokens.end)),
        name_marks: Landmarks::of(names.iter().map(|name| name.tokens.end)),
        phrase_from,
        sentences,
        tokens,
        words,
        phrases,
        names,
    }
}
