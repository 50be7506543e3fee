#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;

use super::{lexicon, native_divider, peek, segment};
use crate::Document;
use crate::article;
use crate::language::keys::Key;
use crate::language::{Sentence, Token, Words};
use crate::options::Options;

fn blocks(text: &str) -> Vec<article::Block> {
    article::read(&Document::text(text), &Options::default()).unwrap().blocks
}

fn read(text: &str) -> (Vec<Token>, Vec<Sentence>) {
    segment(text, &blocks(text), "en", native_divider(), &mut Words::default())
}

fn tokens(text: &str) -> String {
    let (tokens, _) = read(text);
    tokens.iter().map(|token| token.span.of(text)).collect::<Vec<_>>().join(" ")
}

fn sentences(text: &str) -> Vec<&str> {
    read(text).1.iter().map(|sentence| sentence.span.of(text)).collect()
}

#[test]
fn divides_words_as_the_treebanks_do() {
    for (text, expected) in [
        ("I don't think Ruiz's plan can't work.", "I do n't think Ruiz 's plan ca n't work ."),
        ("They’ve said it isn’t so.", "They ’ve said it is n’t so ."),
        ("You cannot, and I'm not gonna.", "You can not , and I 'm not gon na ."),
        ("Teachers' unions won't go", "Teachers ' unions wo n't go"),
        ("a state-owned, anti-American 15-year plan", "a state - owned , anti-American 15 - year plan"),
        ("It cost $5.50, or 20% of US$1,200.", "It cost $ 5.50 , or 20 % of US$ 1,200 ."),
        (
            "The U.S. and Mr. J. R. Park, Ph.D., met at 7:30pm.",
            "The U.S. and Mr. J. R. Park , Ph.D. , met at 7:30 pm .",
        ),
        (
            "See www.example.org/a?b=c, or mail ann.lee@example.com.",
            "See www.example.org/a?b=c , or mail ann.lee@example.com .",
        ),
        ("(https://example.org/x)", "( https://example.org/x )"),
        ("@ann_lee likes #OpenData :-)", "@ann_lee likes #OpenData :-)"),
        ("Well... no?! Yes -- \"no\".", "Well ... no ?! Yes -- \" no \" ."),
        ("the '90s, the 1980s and the 20th", "the '90s , the 1980s and the 20th"),
        ("AT&T and R&D, 9/11 and he/she", "AT&T and R&D , 9/11 and he / she"),
        ("No. 10 said no.", "No. 10 said no ."),
        ("O'Neill saw café-goers—all naïve", "O'Neill saw café - goers — all naïve"),
        ("Rock 'n roll, $3bn, 35mm", "Rock 'n roll , $ 3 bn , 35 mm"),
        ("Call 555-0142 or 1-800-555-0142; 1969-1970", "Call 555-0142 or 1-800-555-0142 ; 1969 - 1970"),
    ] {
        assert_eq!(tokens(text), expected);
    }
}

#[test]
fn divides_elided_words_in_french_and_italian() {
    for (language, text, expected) in [
        (
            "fr",
            "L'homme qu’on voit aujourd'hui, c'est l’eau",
            "L' homme qu’ on voit aujourd'hui , c' est l’ eau",
        ),
        ("it", "nell'acqua dell’amico", "nell' acqua dell’ amico"),
        ("en", "L'Enfant and d'Arc", "L'Enfant and d'Arc"),
    ] {
        let (tokens, _) = segment(text, &blocks(text), language, native_divider(), &mut Words::default());
        let tokens: Vec<&str> = tokens.iter().map(|token| token.span.of(text)).collect();
        assert_eq!(tokens.join(" "), expected);
    }
}

#[test]
fn ends_sentences() {
    for (text, expected) in [
        ("He met Gen. Park. She left.", &["He met Gen. Park.", "She left."][..]),
        ("On Nov. 10 it rose 3.5 points. It fell.", &["On Nov. 10 it rose 3.5 points.", "It fell."]),
        (
            "It is in the U.S. Senate. He lives in the U.S. The law is new.",
            &["It is in the U.S. Senate.", "He lives in the U.S.", "The law is new."],
        ),
        (
            "“We will go.” They went. (All of them.) Then",
            &["“We will go.”", "They went.", "(All of them.)", "Then"],
        ),
        (
            "\"Will you go?\" asked Ruiz. \"No!\" Park said.",
            &["\"Will you go?\" asked Ruiz.", "\"No!\" Park said."],
        ),
        ("He waited... and waited. Then... Nothing.", &["He waited... and waited.", "Then...", "Nothing."]),
        ("By J. K. Rowe and W. Park. They agree.", &["By J. K. Rowe and W. Park.", "They agree."]),
        ("It ended in riots. [17] There were plans.", &["It ended in riots. [17]", "There were plans."]),
        ("Headline without a stop\nBody. More.", &["Headline without a stop", "Body.", "More."]),
        (
            "Bring cups, plates, etc. Park will cook. It opens at 9 a.m. Monday.",
            &["Bring cups, plates, etc.", "Park will cook.", "It opens at 9 a.m. Monday."],
        ),
        ("1. Wash it. 2. Dry it.", &["1. Wash it.", "2. Dry it."]),
        ("彼は来た。「行こう。」と言った。終わり。", &["彼は来た。", "「行こう。」と言った。", "終わり。"]),
        ("यह पहला है। यह दूसरा है।", &["यह पहला है।", "यह दूसरा है।"]),
        ("هل جاء؟ نعم.", &["هل جاء؟", "نعم."]),
        ("Он пришёл. Она ушла.", &["Он пришёл.", "Она ушла."]),
    ] {
        assert_eq!(sentences(text), expected);
    }
}

#[test]
fn ends_sentences_without_a_stop() {
    let mail = "I will call you on Monday. Thank you Ann Lee 07/17/2000 02:49 PM Please call me.";
    assert!(sentences(mail).contains(&"Please call me."), "{:?}", sentences(mail));
    let prose = "On Monday President Ann Lee met Mayor Tom Park of Springfield in New York.";
    assert_eq!(sentences(prose), [prose]);
}

#[test]
fn keeps_marks_and_emoji_whole() {
    assert_eq!(tokens("e\u{301}te\u{301} 👩‍👩‍👧 ❤️!"), "e\u{301}te\u{301} 👩‍👩‍👧 ❤️ !");
    assert_eq!(tokens("हिन्दी में 한국어 문장"), "हिन्दी में 한국어 문장");
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn divides_scripts_without_spaces() {
    assert_eq!(tokens("市长呼吁居民节约用水,2024年。"), "市长 呼吁 居民 节约用水 , 2024 年 。");
    assert_eq!(tokens("市長は住民に節水を。"), "市長 は 住民 に 節水 を 。");
    assert!(tokens("นายกเทศมนตรีขอให้ประชาชนประหยัดน้ำ").contains("ประชาชน"));
}

#[test]
fn word_lists_are_sorted_and_found() {
    for starter in ["A", "About", "But", "The", "Your", "Meanwhile"] {
        assert!(peek::is_starter(starter), "{starter}");
    }
    for ending in ["ai", "com", "org", "xml", "uk", "PDF", "zip"] {
        assert!(lexicon::ends_address(ending.as_bytes()), "{ending}");
    }
    let is_abbreviation = |word: &str| lexicon::abbreviation(Key::of(word.as_bytes())).is_some();
    assert!(is_abbreviation("Mr") && is_abbreviation("Approx") && !is_abbreviation("the"));
}

/// Texts that make slow segmenters quadratic.
#[test]
fn hostile_texts_take_linear_time() {
    const SIZE: usize = 1 << 17;
    for pattern in [
        "...", "\"", "a.a.", "ab.ab.", "a", "a-", "anti-", "'", "n't", "e\u{301}", "\u{301}", "?)", "[1]",
        ".[1]", "x@y", "a@", "//", "www.", ":-", "1,1", "1/", "1-", "A. ", "Mr. ", "$", "_", "«", "…", "语",
        "ก", "’s", "Inc. \"", "( ", "a_", "&A", "*a", ".)",
    ] {
        let text = pattern.repeat(SIZE / pattern.len());
        let begin = std::time::Instant::now();
        check(&text);
        let took = begin.elapsed();
        assert!(took.as_secs() < 5, "{pattern:?} took {took:?}");
    }
}

/// What must hold for every text: tokens ascend, lie inside their sentence and cover all but white space;
/// sentences ascend, lie inside their block and are made of whole tokens.
fn check(text: &str) {
    let blocks = blocks(text);
    let mut words = Words::default();
    let (tokens, sentences) = segment(text, &blocks, "en", native_divider(), &mut words);
    let mut at = 0;
    for token in &tokens {
        assert!(token.span.start >= at && token.span.end > token.span.start, "{text:?}");
        let gap = text.get(at as usize..token.span.start as usize).expect("a character boundary");
        assert!(gap.chars().all(char::is_whitespace), "lost {gap:?}");
        assert_eq!(words.text(token.word), token.span.of(text));
        at = token.span.end;
    }
    assert!(text.get(at as usize..).expect("a character boundary").chars().all(char::is_whitespace));
    let mut next = 0;
    for sentence in &sentences {
        assert_eq!(sentence.tokens.start, next);
        assert!(!sentence.tokens.is_empty());
        next = sentence.tokens.end;
        let inside = &tokens[sentence.tokens.range()];
        assert_eq!(sentence.span, inside[0].span.join(inside[inside.len() - 1].span));
        assert!(blocks[sentence.block as usize].span.contains(sentence.span));
    }
    assert_eq!(next as usize, tokens.len());
}

proptest! {
    #[test]
    fn any_text_is_covered(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_prose_is_covered(text in "([A-Za-z]{1,5}|[0-9]{1,4}|[.,;:!?'\"’”“()&@#$%/_<>=*+-]{1,3}|…|é|语|ก|\u{301}|[ \n\u{a0}]){0,60}") {
        check(&text);
    }
}

#[test]
fn what_nobody_sees_divides_no_word() {
    let text = "The may\u{AD}or op\u{200B}poses\u{FEFF} it.";
    let (tokens, _) = read(text);
    let words: Vec<_> = tokens.iter().map(|token| token.span.of(text)).collect();
    assert_eq!(words, ["The", "may\u{AD}or", "op\u{200B}poses\u{FEFF}", "it", "."]);
}
