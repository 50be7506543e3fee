//! Parts of speech: the seventeen universal tags of Universal Dependencies (Nivre et al. 2020).

macro_rules! tags {
    ($($name:ident $text:literal $what:literal),* $(,)?) => {
        /// A universal part of speech (UPOS).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        pub enum Tag { $(#[doc = $what] #[cfg_attr(test, ts(rename = $text))] $name,)* }

        impl Default for Tag {
            fn default() -> Self {
                Tag::X
            }
        }

        impl Tag {
            /// Every tag, in the order of their numbers.
            pub const ALL: &'static [Tag] = &[$(Tag::$name),*];

            /// The tag as Universal Dependencies writes it.
            pub fn as_str(self) -> &'static str {
                match self { $(Tag::$name => $text),* }
            }
        }
    };
}

tags! {
    Adj "ADJ" "Adjective.",
    Adp "ADP" "Preposition or postposition.",
    Adv "ADV" "Adverb.",
    Aux "AUX" "Auxiliary verb.",
    Cconj "CCONJ" "Coordinating conjunction.",
    Det "DET" "Determiner.",
    Intj "INTJ" "Interjection.",
    Noun "NOUN" "Common noun.",
    Num "NUM" "Numeral.",
    Part "PART" "Particle: \"not\", \"to\", \"'s\".",
    Pron "PRON" "Pronoun.",
    Propn "PROPN" "Proper noun.",
    Punct "PUNCT" "Punctuation.",
    Sconj "SCONJ" "Subordinating conjunction.",
    Sym "SYM" "Symbol.",
    Verb "VERB" "Verb.",
    X "X" "Anything else.",
}
