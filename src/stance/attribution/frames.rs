//! The reporting lexicon: verbs, nouns and adjectives that bring in what somebody says or thinks, each with the
//! frames its complement may take. A frame is what stands after the word, as in FrameNet and VerbNet; the file
//! `lexicon/reporting.tsv` has one entry a line: words, part of speech, frames, irregular forms.

use std::sync::OnceLock;

use crate::bytes::{lines, split};
use crate::collections::{ByWord, Listed, Openings, sort_by_number};
use crate::language::{WordId, Words};

/// What may follow a reporting word; several at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Frames(u32);

macro_rules! frames {
    ($($name:ident $text:literal $what:literal),* $(,)?) => {
        frames!(@bits 0; $($name $text $what,)*);
        impl Frames {
            fn named(name: &str) -> Option<Frames> {
                match name { $($text => Some(Frames::$name),)* _ => None }
            }

            /// Those with these names, which blanks divide.
            #[inline(never)]
            fn all_named(names: &str) -> Frames {
                split(names, b' ').filter_map(Frames::named).fold(Frames::default(), Frames::with)
            }
        }
    };
    (@bits $bit:expr;) => {};
    (@bits $bit:expr; $name:ident $text:literal $what:literal, $($rest:tt)*) => {
        impl Frames { #[doc = $what] pub(super) const $name: Frames = Frames(1 << ($bit)); }
        frames!(@bits $bit + 1; $($rest)*);
    };
}

frames! {
    CLAUSE "clause" "\"said (that) it rained\", \"asked whether\"; also a quotation, or a clause before it.",
    INVERT "invert" "\"…, said the mayor\".",
    QUOTE "quote" "Usual beside a quotation.",
    HEARER "hearer" "\"told voters (that) …\": who hears it stands between.",
    HEARER_TO "hearer-to" "\"urged voters to stay\".",
    TO "to" "\"promised to stay\".",
    NP "np" "\"endorsed the plan\": a position towards something named.",
    POSITION "position" "\"praised the plan as a gift\", \"for its courage\", with quoted words: a bare noun phrase is no report.",
    AS "as" "\"described it as a trick\", \"blamed him for it\", \"accused him of it\".",
    OBJECT "object" "\"called it a trick\".",
    GERUND "gerund" "\"suggested waiting\".",
    PREP "prep" "\"called for calm\": what follows the preposition of the entry.",
    DEED "deed" "\"maintained a lead\": also something done to things, so that a noun is no sign of a clause.",
    THAT "that" "\"accepted that it rained\", \"questioned whether\": a clause only where such a word begins it.",
    QUOTED "quoted" "\"wants to “keep the peace”\": an act, wish or topic, which reports nothing where none of its words are quoted.",
    OF "prep:of" "\"criticism of the plan\".",
    FOR "prep:for" "\"support for the plan\".",
    ABOUT "prep:about" "\"worried about the plan\".",
}

impl Frames {
    /// Every frame there is.
    pub(super) const ANY: Frames = Frames(u32::MAX);
    /// Those of verbs that tell of words rather than of thoughts.
    pub(super) const SAYING: Frames = Frames::QUOTE.with(Frames::INVERT);

    /// Whether this has any frame of `other`.
    pub(super) fn has(self, other: Frames) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether nothing but clauses and quotations follows: "say", "argue", "insist".
    pub(super) fn is_plain_saying(self) -> bool {
        self.has(Frames::INVERT)
            && !self.has(
                Frames::NP
                    .with(Frames::POSITION)
                    .with(Frames::AS)
                    .with(Frames::HEARER_TO)
                    .with(Frames::HEARER)
                    .with(Frames::DEED),
            )
    }

    /// Both together.
    pub(super) const fn with(self, other: Frames) -> Frames {
        Frames(self.0 | other.0)
    }

    /// The frame of a noun or adjective with this preposition.
    pub(super) fn of_preposition(word: &str) -> Frames {
        match word {
            "of" => Frames::OF,
            "for" => Frames::FOR,
            "about" => Frames::ABOUT,
            _ => Frames::default(),
        }
    }
}

/// A reporting verb, perhaps with the words that belong to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verb {
    /// What may follow.
    pub(super) frames: Frames,
    /// Words after the verb that belong to the entry: "out" in "point out"; empty for most.
    pub(super) rest: &'static str,
}

/// How a verb form is inflected, as far as its ending tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "say"
    Base,
    /// "says"
    Present,
    /// "said", "spoken"
    Past,
    /// "saying"
    Ing,
}

/// What the lexicon knows of one distinct word of the article.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexeme {
    /// As a verb: its entries, longest first, and its form.
    pub(super) verb: Option<(&'static [Verb], Form)>,
    /// As a noun: its frames.
    pub(super) noun: Option<Frames>,
    /// As an adjective: its frames.
    pub(super) adjective: Option<Frames>,
}

#[derive(Default)]
struct Lexicon {
    openings: Openings,
    verbs: ByWord<&'static str, Vec<Verb>>,
    forms: ByWord<&'static str, (&'static str, Form)>,
    nouns: Listed,
    adjectives: Listed,
}

/// The lexicon file, read once.
fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut lexicon = Lexicon::default();
        for line in lines(include_str!(concat!(env!("OUT_DIR"), "/reporting.tsv"))) {
            lexicon.add(line);
        }
        for entries in lexicon.verbs.values_mut() {
            sort_by_number(entries, |verb| !(verb.rest.len() as u64));
        }
        lexicon
    })
}

impl Lexicon {
    #[inline(never)]
    fn add(&mut self, line: &'static str) {
        let mut fields = split(line, b'\t');
        let (Some(lemma), Some(class), Some(names)) = (fields.next(), fields.next(), fields.next()) else {
            return;
        };
        let frames = Frames::all_named(names);
        let (first, rest) = lemma.split_once(' ').unwrap_or((lemma, ""));
        self.openings.add(first);
        match class {
            "verb" => {
                self.verbs.entry(first, Vec::new()).push(Verb { frames, rest });
                fields.next().into_iter().for_each(|forms| self.add_forms(first, forms));
            }
            "noun" => {
                self.nouns.insert(lemma, frames.0);
            }
            "adjective" => {
                self.adjectives.insert(lemma, frames.0);
            }
            _ => {}
        }
    }

    #[inline(never)]
    fn add_forms(&mut self, lemma: &'static str, forms: &'static str) {
        for form in split(forms, b' ') {
            self.openings.add(form);
            let kind = match form {
                _ if form.ends_with("ing") => Form::Ing,
                _ if form.ends_with('s') => Form::Present,
                _ => Form::Past,
            };
            *self.forms.entry(form, (lemma, kind)) = (lemma, kind);
        }
    }

    #[inline(never)]
    fn lexeme(&'static self, word: &str) -> Option<Lexeme> {
        let (verb, noun) = (self.verb(word), self.noun(word));
        let adjective = self.adjectives.get(word).copied().map(Frames);
        (verb.is_some() || noun.is_some() || adjective.is_some()).then_some(Lexeme { verb, noun, adjective })
    }

    fn verb(&self, word: &str) -> Option<(&[Verb], Form)> {
        if let Some(&(lemma, form)) = self.forms.get(word) {
            return self.verbs.get(lemma).map(|verbs| (verbs.as_slice(), form));
        }
        let find = |stem: &str, form| self.verbs.get(stem).map(|verbs| (verbs.as_slice(), form));
        let with_e = |stem: &str, form| {
            let mut buffer = String::with_capacity(stem.len() + 1);
            buffer.push_str(stem);
            buffer.push('e');
            find(&buffer, form)
        };
        let with_y = |stem: &str, form| find(&format!("{stem}y"), form);
        let undoubled = |stem: &str, form| {
            let mut last = stem.bytes().rev();
            (last.next() == last.next())
                .then(|| find(stem.get(..stem.len() - 1).unwrap_or(""), form))
                .flatten()
        };
        if let Some(found) = find(word, Form::Base) {
            return Some(found);
        }
        if let Some(stem) = word.strip_suffix("ing").filter(|stem| stem.len() > 1) {
            return find(stem, Form::Ing)
                .or_else(|| with_e(stem, Form::Ing))
                .or_else(|| undoubled(stem, Form::Ing));
        }
        if let Some(stem) = word.strip_suffix("ied") {
            return with_y(stem, Form::Past);
        }
        if let Some(stem) = word.strip_suffix("ed").filter(|stem| stem.len() > 1) {
            return with_e(stem, Form::Past)
                .or_else(|| find(stem, Form::Past))
                .or_else(|| undoubled(stem, Form::Past));
        }
        if let Some(stem) = word.strip_suffix("ies") {
            return with_y(stem, Form::Present);
        }
        let stem = word.strip_suffix('s')?;
        find(stem, Form::Present)
            .or_else(|| stem.strip_suffix('e').and_then(|stem| find(stem, Form::Present)))
    }

    fn noun(&self, word: &str) -> Option<Frames> {
        let find = |stem: &str| self.nouns.get(stem).copied().map(Frames);
        find(word).or_else(|| {
            let stem = word.strip_suffix('s')?;
            find(stem).or_else(|| stem.strip_suffix("ie").and_then(|stem| find(&format!("{stem}y"))))
        })
    }
}

/// What the lexicon has for the words of an article, and how they end.
pub(super) struct Lexemes {
    /// By [`WordId`], one more than an index in `found`, or zero, and how the word ends: most words have none, and two
    /// bytes for each stay in the near caches, while their letters are far away.
    of_word: Vec<u16>,
    found: Vec<Lexeme>,
}

impl Lexemes {
    /// Marks words that end in "-ing".
    pub(super) const IN_ING: u16 = 1 << 15;
    /// Marks words that end in "-ed".
    pub(super) const IN_ED: u16 = 1 << 14;

    /// Looks up the distinct words, each by its lower case.
    #[inline(never)]
    pub(super) fn of(words: &Words) -> Lexemes {
        let lexicon = lexicon();
        let mut found = Vec::new();
        let mut look_up = |lower: WordId| {
            let word = words.text(lower);
            let ending = match word.as_bytes() {
                [.., b'i', b'n', b'g'] => Self::IN_ING,
                [.., b'e', b'd'] => Self::IN_ED,
                _ => 0,
            };
            if !lexicon.openings.may_have(word) {
                return ending;
            }
            let Some(lexeme) = lexicon.lexeme(word) else { return ending };
            found.push(lexeme);
            ending | u16::try_from(found.len()).ok().filter(|&number| number < Self::IN_ED).unwrap_or(0)
        };
        let mut of_word: Vec<u16> = Vec::with_capacity(words.len());
        for id in 0..words.len() as u32 {
            let lower = words.lower(WordId(id));
            let known = of_word.get(lower.0 as usize).copied();
            of_word.push(known.unwrap_or_else(|| look_up(lower)));
        }
        Lexemes { of_word, found }
    }

    /// What is known of a word, however it is written: the marks of its ending, and what finds its entry.
    #[inline(always)]
    pub(super) fn marks_and_entry(&self, word: WordId) -> u16 {
        self.of_word.get(word.0 as usize).copied().unwrap_or(0)
    }

    /// What the lexicon has for a word, however it is written.
    pub(super) fn get(&self, word: WordId) -> Option<&Lexeme> {
        let index = (self.marks_and_entry(word) & (Self::IN_ED - 1)).checked_sub(1)?;
        self.found.get(usize::from(index))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_lexicon_is_an_entry_and_in_order() {
        let mut last = ("", "");
        for line in
            include_str!("../../../lexicon/reporting.tsv").lines().filter(|line| !line.starts_with('#'))
        {
            let fields: Vec<&str> = line.split('\t').collect();
            let &[lemma, class, frames, ..] = fields.as_slice() else { panic!("{line}") };
            assert!(matches!(class, "verb" | "noun" | "adjective"), "{line}");
            for name in frames.split(' ') {
                assert!(Frames::named(name).is_some(), "unknown frame {name} in: {line}");
            }
            assert!((class, lemma) != last, "twice: {line}");
            last = (class, lemma);
        }
    }

    #[test]
    fn inflected_forms_find_their_entry() {
        let form = |word: &str| lexicon().verb(word).map(|(_, form)| form);
        assert_eq!(form("said"), Some(Form::Past));
        assert_eq!(form("denies"), Some(Form::Present));
        assert_eq!(form("arguing"), Some(Form::Ing));
        assert_eq!(form("begging"), Some(Form::Ing));
        assert_eq!(form("urged"), Some(Form::Past));
        assert_eq!(form("table"), None);
        assert!(lexicon().noun("worries").is_some());
    }
}
