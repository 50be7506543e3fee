//! The part of [unicode-segmentation](https://docs.rs/unicode-segmentation/1.13.3) that StanceLens and dom_smoothie call:
//! words by UAX #29. The steps are those of the original, and so are names and remarks there; `vendor/README.md` says what
//! is different.
#![forbid(unsafe_code)]

mod tables;

use tables::{Category, is_pictographic};

/// Words of a text.
pub trait UnicodeSegmentation {
    /// All words, and whatever stands between them, each with its place.
    fn split_word_bound_indices(&self) -> WordBoundIndices<'_>;

    /// The words that have a letter or a digit.
    fn unicode_words(&self) -> impl Iterator<Item = &str>;
}

impl UnicodeSegmentation for str {
    fn split_word_bound_indices(&self) -> WordBoundIndices<'_> {
        WordBoundIndices { at: 0, words: WordBounds { string: self, cat: None } }
    }

    fn unicode_words(&self) -> impl Iterator<Item = &str> {
        let words = self.split_word_bound_indices().map(|(_, word)| word);
        words.filter(|word| word.chars().any(char::is_alphanumeric))
    }
}

/// See [`UnicodeSegmentation::split_word_bound_indices`].
pub struct WordBoundIndices<'a> {
    at: usize,
    words: WordBounds<'a>,
}

impl<'a> Iterator for WordBoundIndices<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<(usize, &'a str)> {
        let (word, at) = (self.words.next()?, self.at);
        self.at += word.len();
        Some((at, word))
    }
}

struct WordBounds<'a> {
    string: &'a str,
    cat: Option<Category>,
}

// state machine for word boundary rules
#[derive(Clone, Copy, PartialEq, Eq)]
enum UWordBoundsState {
    Start,
    Letter,
    HLetter,
    Numeric,
    Katakana,
    ExtendNumLet,
    Regional(RegionalState),
    FormatExtend(FormatExtendType),
    Zwj,
    Emoji,
    WSegSpace,
}

// subtypes for FormatExtend state in UWordBoundsState
#[derive(Clone, Copy, PartialEq, Eq)]
enum FormatExtendType {
    AcceptNone,
    RequireLetter,
    RequireHLetter,
    AcceptQLetter,
    RequireNumeric,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum RegionalState {
    Half,
    Full,
}

impl<'a> WordBounds<'a> {
    #[inline(never)]
    fn next(&mut self) -> Option<&'a str> {
        use self::FormatExtendType::*;
        use self::UWordBoundsState::*;
        if self.string.is_empty() {
            return None;
        }

        let mut take_curr = true;
        let mut take_cat = true;
        let mut idx = 0;
        let mut saveidx = 0;
        let mut state = Start;
        let mut cat = Category::Any;
        let mut savecat = Category::Any;

        // If extend/format/zwj were skipped. Handles precedence of WB3d over WB4
        let mut skipped_format_extend = false;
        for (curr, ch) in self.string.char_indices() {
            idx = curr;
            // Whether or not the previous category was ZWJ
            // ZWJs get collapsed, so this handles precedence of WB3c over WB4
            let prev_zwj = cat == Category::Zwj;
            // if there's a category cached, grab it
            cat = self.cat.take().unwrap_or_else(|| Category::of(ch));
            take_cat = true;

            // handle rule WB4
            // just skip all format, extend, and zwj chars
            // note that Start is a special case: if there's a bunch of Format | Extend
            // characters at the beginning of a block of text, dump them out as one unit.
            //
            // (This is not obvious from the wording of UAX#29, but if you look at the
            // test cases http://www.unicode.org/Public/UNIDATA/auxiliary/WordBreakTest.txt
            // then the "correct" interpretation of WB4 becomes apparent.)
            if state != Start {
                match cat {
                    Category::Extend | Category::Format | Category::Zwj => {
                        skipped_format_extend = true;
                        continue;
                    }
                    _ => {}
                }
            }

            // rule WB3c
            // WB4 makes all ZWJs collapse into the previous state
            // but you can still be in a Zwj state if you started with Zwj
            //
            // This means that an EP + Zwj will collapse into EP, which is wrong,
            // since EP+EP is not a boundary but EP+ZWJ+EP is
            //
            // Thus, we separately keep track of whether or not the last character
            // was a ZWJ. This is an additional bit of state tracked outside of the
            // state enum; the state enum represents the last non-zwj state encountered.
            // When prev_zwj is true, for the purposes of WB3c, we are in the Zwj state,
            // however we are in the previous state for the purposes of all other rules.
            if prev_zwj && is_pictographic(ch) {
                state = Emoji;
                continue;
            }
            // Don't use `continue` in this match without updating `cat`
            state = match state {
                Start if cat == Category::Cr => {
                    idx += match self.get_next_cat(idx) {
                        Some(Category::Lf) => 1, // rule WB3
                        _ => 0,
                    };
                    break; // rule WB3a
                }
                Start => match cat {
                    Category::ALetter => Letter,            // rule WB5, WB6, WB9, WB13a
                    Category::HebrewLetter => HLetter,      // rule WB5, WB6, WB7a, WB7b, WB9, WB13a
                    Category::Numeric => Numeric,           // rule WB8, WB10, WB12, WB13a
                    Category::Katakana => Katakana,         // rule WB13, WB13a
                    Category::ExtendNumLet => ExtendNumLet, // rule WB13a, WB13b
                    Category::RegionalIndicator => Regional(RegionalState::Half), // rule WB13c
                    Category::Lf | Category::Newline => break, // rule WB3a
                    Category::Zwj => Zwj,                   // rule WB3c
                    Category::WSegSpace => WSegSpace,       // rule WB3d
                    _ => {
                        if let Some(ncat) = self.get_next_cat(idx) {
                            // rule WB4
                            if ncat == Category::Format || ncat == Category::Extend || ncat == Category::Zwj {
                                state = FormatExtend(AcceptNone);
                                self.cat = Some(ncat);
                                continue;
                            }
                        }
                        break; // rule WB999
                    }
                },
                WSegSpace => match cat {
                    Category::WSegSpace if !skipped_format_extend => WSegSpace,
                    _ => {
                        take_curr = false;
                        break;
                    }
                },
                Zwj => {
                    // We already handle WB3c above.
                    take_curr = false;
                    break;
                }
                Letter | HLetter => match cat {
                    Category::ALetter => Letter,            // rule WB5
                    Category::HebrewLetter => HLetter,      // rule WB5
                    Category::Numeric => Numeric,           // rule WB9
                    Category::ExtendNumLet => ExtendNumLet, // rule WB13a
                    Category::DoubleQuote if state == HLetter => {
                        savecat = cat;
                        saveidx = idx;
                        FormatExtend(RequireHLetter) // rule WB7b
                    }
                    Category::SingleQuote if state == HLetter => {
                        FormatExtend(AcceptQLetter) // rule WB7a
                    }
                    Category::MidLetter | Category::MidNumLet | Category::SingleQuote => {
                        savecat = cat;
                        saveidx = idx;
                        FormatExtend(RequireLetter) // rule WB6
                    }
                    _ => {
                        take_curr = false;
                        break;
                    }
                },
                Numeric => match cat {
                    Category::Numeric => Numeric,           // rule WB8
                    Category::ALetter => Letter,            // rule WB10
                    Category::HebrewLetter => HLetter,      // rule WB10
                    Category::ExtendNumLet => ExtendNumLet, // rule WB13a
                    Category::MidNum | Category::MidNumLet | Category::SingleQuote => {
                        savecat = cat;
                        saveidx = idx;
                        FormatExtend(RequireNumeric) // rule WB12
                    }
                    _ => {
                        take_curr = false;
                        break;
                    }
                },
                Katakana => match cat {
                    Category::Katakana => Katakana,         // rule WB13
                    Category::ExtendNumLet => ExtendNumLet, // rule WB13a
                    _ => {
                        take_curr = false;
                        break;
                    }
                },
                ExtendNumLet => match cat {
                    Category::ExtendNumLet => ExtendNumLet, // rule WB13a
                    Category::ALetter => Letter,            // rule WB13b
                    Category::HebrewLetter => HLetter,      // rule WB13b
                    Category::Numeric => Numeric,           // rule WB13b
                    Category::Katakana => Katakana,         // rule WB13b
                    _ => {
                        take_curr = false;
                        break;
                    }
                },
                Regional(RegionalState::Full) => {
                    // if it reaches here we've gone too far,
                    // a full flag can only compose with ZWJ/Extend/Format
                    // proceeding it.
                    take_curr = false;
                    break;
                }
                Regional(RegionalState::Half) => match cat {
                    Category::RegionalIndicator => Regional(RegionalState::Full), // rule WB13c
                    _ => {
                        take_curr = false;
                        break;
                    }
                },
                Emoji => {
                    // We already handle WB3c above. If you've reached this point, the emoji sequence is over.
                    take_curr = false;
                    break;
                }
                FormatExtend(t) => match t {
                    // handle FormatExtends depending on what type
                    RequireNumeric if cat == Category::Numeric => Numeric, // rule WB11
                    RequireLetter | AcceptQLetter if cat == Category::ALetter => Letter, // rule WB7
                    RequireLetter | AcceptQLetter if cat == Category::HebrewLetter => HLetter, // WB7a
                    RequireHLetter if cat == Category::HebrewLetter => HLetter, // rule WB7b
                    AcceptNone | AcceptQLetter => {
                        take_curr = false; // emit all the Format|Extend characters
                        take_cat = false;
                        break;
                    }
                    _ => break, // rewind (in if statement below)
                },
            }
        }

        if let FormatExtend(t) = state {
            // we were looking for something and didn't find it; we have to back up
            if t == RequireLetter || t == RequireHLetter || t == RequireNumeric {
                idx = saveidx;
                cat = savecat;
                take_curr = false;
            }
        }

        self.cat = if take_curr {
            idx = self.after(idx);
            None
        } else if take_cat {
            Some(cat)
        } else {
            None
        };

        let (word, rest) = self.string.split_at_checked(idx)?;
        self.string = rest;
        Some(word)
    }

    /// Where the character that begins at `at` ends.
    fn after(&self, at: usize) -> usize {
        let rest = self.string.get(at..).unwrap_or_default();
        at + rest.chars().next().map_or(0, char::len_utf8)
    }

    fn get_next_cat(&self, at: usize) -> Option<Category> {
        self.string.get(self.after(at)..)?.chars().next().map(Category::of)
    }
}
