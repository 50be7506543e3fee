//! What a reader may expect of keyphrases, in texts written for it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails may panic")]

use proptest::prelude::*;
use stance_lens::analysis::Keyphrase;
use stance_lens::offsets::Unit;
use stance_lens::{Document, KeyphraseMode, Options, analyse, article, keyphrase, language};

fn keyphrases(text: &str, code: Option<&str>, mode: KeyphraseMode) -> Vec<Keyphrase> {
    let options = Options { offsets: Unit::Utf8, keyphrases: mode, ..Options::default() };
    analyse(&Document { language: code, ..Document::text(text) }, &options).unwrap().keyphrases
}

fn phrases(text: &str) -> Vec<Keyphrase> {
    keyphrases(text, None, KeyphraseMode::Phrases)
}

fn texts(list: &[Keyphrase]) -> Vec<&str> {
    list.iter().map(|keyphrase| keyphrase.text.as_str()).collect()
}

fn find<'k>(list: &'k [Keyphrase], text: &str) -> &'k Keyphrase {
    list.iter()
        .find(|keyphrase| keyphrase.text == text)
        .unwrap_or_else(|| panic!("{text:?} in {:?}", texts(list)))
}

const HARBOUR: &str = "Council votes on tidal barrier\n\n\
    The harbour council voted on Tuesday to build a tidal barrier across the estuary. The tidal barrier would cost \
    forty million crowns, the council said.\n\n\
    Fishing crews fear that tidal barriers will ruin the salmon run. The fishing union asked for a public inquiry \
    into the salmon run before work on the barrier begins.\n\n\
    Shares of NordLinje, a member of the S&P 500, fell after the vote. NATO uses the harbour as a supply port.";

#[test]
fn every_mention_is_marked_with_its_inflected_forms() {
    let list = phrases(HARBOUR);
    let barrier = find(&list, "tidal barrier");
    let mentions: Vec<&str> = barrier.mentions.iter().map(|span| span.of(HARBOUR)).collect();
    assert!(mentions.iter().filter(|mention| **mention == "tidal barrier").count() >= 3, "{mentions:?}");
    assert!(mentions.contains(&"tidal barriers"), "{mentions:?}");
    assert!(barrier.mentions.windows(2).all(|pair| pair[0].end <= pair[1].start));
}

#[test]
fn phrases_are_whole_and_keep_their_case() {
    let list = keyphrases(HARBOUR, Some("en"), KeyphraseMode::Phrases);
    let all = texts(&list);
    assert!(all.contains(&"salmon run"), "{all:?}");
    assert!(!all.iter().any(|text| text.contains(['.', ',', '\n'])), "{all:?}");
    assert!(!all.iter().any(|text| text.starts_with("the ") || text.ends_with(" of")), "{all:?}");
    assert!(!all.iter().any(|text| *text == "S" || *text == "P" || *text == "nato"), "{all:?}");
}

#[test]
fn a_measure_is_no_term() {
    let list = phrases(
        "The union wants six per cent. The five per cent offer is poor, and five per cent is no offer.",
    );
    assert!(!texts(&list).iter().any(|text| text.contains("cent")), "{:?}", texts(&list));
}

#[test]
fn no_more_than_a_thousand_are_given_whatever_is_asked_for() {
    let options = Options { max_keyphrases: usize::MAX, ..Options::default() };
    let words: Vec<String> = (0..2000).map(|n| format!("The b{n}a was red.")).collect();
    let text = words.join(" ");
    let found = analyse(&Document { language: Some("en"), ..Document::text(&text) }, &options).unwrap();
    assert!((500..=1000).contains(&found.keyphrases.len()), "{}", found.keyphrases.len());
}

#[test]
fn names_in_captions_are_no_mentions() {
    let text =
        "Ada Bell came.\n\nMayor Ada Bell. [Photo by Elmford News Agency]\n\nMs Bell said the plan was good.";
    assert_eq!(mentions(text, "Ada Bell"), ["Ada Bell", "Ms Bell"]);
}

/// The mentions of a keyphrase, as they are written.
fn mentions<'t>(text: &'t str, phrase: &str) -> Vec<&'t str> {
    find(&phrases(text), phrase).mentions.iter().map(|span| span.of(text)).collect()
}

#[test]
fn a_shorter_form_is_a_mention_where_it_takes_up_the_phrase() {
    let text = "Shops on high street to close\n\n\
        Shops on the high street will close, the chamber said. The shop in Mill Street closed years ago. The University \
        of Elmford studied the high street, and from Elmford, Oslo looks far. The university will publish what it \
        found on the street. Hard-working families shop there. Families here like it.";
    assert_eq!(mentions(text, "high street"), ["high street", "high street", "high street", "street"]);
    assert_eq!(
        mentions(text, "University of Elmford"),
        [
            "University \
        of Elmford",
            "university"
        ]
    );
    assert_eq!(mentions(text, "Hard-working families"), ["Hard-working families"]);
}

#[test]
fn datelines_days_and_clauses_are_no_keyphrases() {
    let text = "High court halts dam project, minister vows appeal\n\n\
        ELMFORD, March 4 (Reuters) - The high court halted the dam project on Monday after farmers sued the ministry \
        over their land.\n\n\
        Giving evidence, the minister told the high court that the dam project was needed before March.";
    let list = phrases(text);
    let all = texts(&list);
    assert!(all.contains(&"dam project"), "{all:?}");
    for word in ["ELMFORD", "Reuters", "March", "Monday", "vows", "halts", "Giving"] {
        assert!(!all.iter().any(|text| text.contains(word)), "{word} in {all:?}");
    }
}

#[test]
fn somebody_with_his_office_is_the_same_person() {
    let text = "Rovers boss Bell slams referee\n\n\
        Rovers manager Thomas Bell blamed the referee for the defeat on Saturday. Bell said that the penalty was a joke. \
        Rovers manager Thomas Bell will hear on Tuesday whether the league punishes him.";
    let list = phrases(text);
    let all = texts(&list);
    assert_eq!(all.iter().filter(|text| text.contains("Bell")).count(), 1, "{all:?}");
    assert_eq!(find(&list, "Thomas Bell").mentions.len(), 4);
}

#[test]
fn near_duplicates_are_one() {
    for keyphrase in phrases(HARBOUR) {
        assert!(!keyphrase.text.is_empty() && !keyphrase.mentions.is_empty());
    }
    let list = phrases(HARBOUR);
    let mut keys: Vec<String> = list.iter().map(|keyphrase| keyphrase::key("en", &keyphrase.text)).collect();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), list.len());
}

#[test]
fn negation_stays_with_what_it_turns_round() {
    let text = "The no confidence vote failed. A second no confidence vote is planned; the no confidence vote of May \
        is forgotten. The non-proliferation treaty is older. Nobody left the non-proliferation treaty.";
    for keyphrase in phrases(text) {
        assert!(
            keyphrase.text != "confidence vote" && keyphrase.text != "proliferation treaty",
            "{keyphrase:?}"
        );
    }
}

#[test]
fn a_negation_tied_by_a_hyphen_is_part_of_its_phrase() {
    for (text, whole, part) in [
        (
            "The no-fly zone over Elmford was extended. Pilots say the no-fly zone is dangerous. Leith enforces the \
             no-fly zone.",
            "no-fly zone",
            "zone",
        ),
        (
            "The council debated a no-confidence motion. Ada Park tabled the no-confidence motion on Tuesday.",
            "no-confidence motion",
            "motion",
        ),
    ] {
        let list = phrases(text);
        assert_eq!(find(&list, whole).mentions.len(), text.matches(whole).count());
        assert!(!texts(&list).contains(&part), "{:?}", texts(&list));
    }
}

#[test]
fn a_name_keeps_the_number_that_belongs_to_it() {
    let list = phrases(
        "The S&P 500 dropped on Monday. Investors sold shares in the S&P 500, an index of large firms. The S&P 500 closed \
         at its lowest level this year, analysts said.",
    );
    assert_eq!(find(&list, "S&P 500").mentions.len(), 3);
    assert!(!texts(&list).contains(&"S&P"), "{:?}", texts(&list));
}

#[test]
fn korean_phrases_end_with_a_case_and_before_a_verb() {
    let text = "정부는 오늘 새로운 경제 개혁 계획을 발표했다. 주민들은 경제 개혁 계획을 환영하고 요금이 비싸다고 지적했다.";
    let list = keyphrases(text, Some("ko"), KeyphraseMode::Phrases);
    assert_eq!(find(&list, "오늘 새로운 경제 개혁 계획을").mentions.len(), 2);
    for keyphrase in texts(&list) {
        assert!(
            !["정부는 ", "발표했다", "비싸다고", "환영하고"].iter().any(|part| keyphrase.contains(part)),
            "{keyphrase}"
        );
    }
}

#[test]
fn one_stretch_of_words_is_not_cut_in_two_ways() {
    for (code, text) in [
        ("zh", "埃尔姆市长贝尔昨天公布二十亿元改造旧港口沿岸仓库。渔民担心改造。"),
        ("tr", "Belediye Elmford limanı eski depo binaları onarım çalışmaları başladı."),
    ] {
        let list = keyphrases(text, Some(code), KeyphraseMode::Phrases);
        let first: Vec<_> = list.iter().map(|keyphrase| keyphrase.mentions[0]).collect();
        for (at, one) in first.iter().enumerate() {
            let crossed = first[at + 1..].iter().find(|other| {
                one.start < other.end
                    && other.start < one.end
                    && (one.start < other.start) == (one.end < other.end)
                    && one.start != other.start
                    && one.end != other.end
            });
            assert_eq!(crossed, None, "{:?}", texts(&list));
        }
    }
}

#[test]
fn every_language_has_keyphrases() {
    for (code, text) in [
        ("fr", "L'ambassade d'Égypte a fermé ses portes. Les portes de l’ambassade restent closes."),
        ("pt", "O governo aprovou a lei da água. A lei da água protege os rios."),
        ("de", "Der Bundestag stimmt über das Wassergesetz ab. Das Wassergesetz schützt die Flüsse."),
        ("ru", "Парламент принял закон о воде. Закон о воде защищает реки."),
        ("zh", "上海合作组织在北京举行会议。会议讨论了安全问题。"),
        ("ja", "東京で会議が開かれた。会議では水の問題が話し合われた。"),
        ("ar", "عقد البرلمان جلسة حول قانون المياه. قانون المياه يحمي الأنهار."),
        ("xx", "Blarg wumpus frotz. Wumpus frotz gnusto."),
    ] {
        for mode in [KeyphraseMode::Phrases, KeyphraseMode::Words] {
            assert!(!keyphrases(text, Some(code), mode).is_empty(), "{code}");
        }
    }
    let french = keyphrases(
        "L'ambassade d'Égypte a fermé. Une foule attend devant l’ambassade.",
        Some("fr"),
        KeyphraseMode::Words,
    );
    assert_eq!(find(&french, "ambassade").mentions.len(), 2);
}

#[test]
fn a_language_without_stop_words_has_single_words() {
    let text = "Kaupunginjohtaja pyysi asukkaita säästämään vettä. Joki on matalalla, ja kaivot ovat kuivuneet tänä kesänä.";
    let list = phrases(text);
    assert!(!list.is_empty());
    assert!(list.iter().all(|keyphrase| !keyphrase.text.contains(' ')), "{:?}", texts(&list));
}

#[test]
fn a_text_of_stopwords_alone_still_has_words() {
    assert!(!phrases("The of and to.").is_empty());
    assert!(phrases("… — !").is_empty());
    assert!(phrases("").is_empty());
}

#[test]
fn reasons_add_up_to_the_score() {
    let options = Options::default();
    let article = article::read(&Document::text(HARBOUR), &options).unwrap();
    let reading = language::read(&article, Some("en"));
    let extracted = keyphrase::extract(&reading, &options);
    let explained = keyphrase::explain(&reading, &options);
    assert_eq!(extracted.len(), explained.len());
    for (keyphrase, explanation) in extracted.iter().zip(&explained) {
        assert_eq!(*keyphrase, explanation.keyphrase);
        let sum: f32 = explanation.contributions.iter().map(|contribution| contribution.log_odds).sum();
        let score = 1.0 / (1.0 + (-(sum + explanation.bias)).exp());
        assert!((score - keyphrase.score).abs() < 1e-4);
    }
}

/// Sentences of one long article, and words that a paragraph put after it is made of.
const LONG: &[&str] = &[
    "The tidal barrier at Port Ellery has divided the town for a decade.",
    "Engineers of the harbour council presented a new design for the tidal barrier.",
    "The flood protection plan would cost forty million crowns.",
    "Fishing crews say that the salmon run would not survive.",
    "A marine biologist counted fewer salmon in the estuary than ever before.",
    "The harbour council rejected the count of the marine biologist.",
    "Insurance companies support the flood protection plan.",
    "The salmon run begins in April and ends in June.",
    "Residents of the lower town were flooded three times in ten years.",
    "The harbour council will vote on the tidal barrier after the summer.",
    "Flood protection is a matter of life and death, the mayor said.",
    "Opponents have collected nine thousand signatures against the tidal barrier.",
];
const OTHER: &[&str] = &[
    "museum", "orchestra", "the", "of", "railway", "opened", "a", "violin", "station", "was", "early",
    "concert", "ticket", "harbour", "in", "new", "curator", "gallery", ",", "painted", "train",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A paragraph of up to a tenth of the article, put at its end, leaves at least four of the first five
    /// keyphrases among the first six.
    #[test]
    fn a_paragraph_at_the_end_does_not_reshuffle_the_top(
        order in Just((0..LONG.len()).collect::<Vec<_>>()).prop_shuffle(),
        words in prop::collection::vec(prop::sample::select(OTHER), 1..36),
    ) {
        let paragraph = |from: usize| {
            let sentences: Vec<&str> = order.iter().cycle().skip(from).take(4).map(|&index| LONG[index]).collect();
            sentences.join(" ")
        };
        let article: Vec<String> = (0..9).map(|index| paragraph(index * 4)).collect();
        let article = format!("A town and its barrier\n\n{}", article.join("\n\n"));
        let longer = format!("{article}\n\nThe {}.", words.join(" "));
        let before = phrases(&article);
        let after = phrases(&longer);
        let kept = before.iter().take(5).filter(|one| after.iter().take(6).any(|other| {
            keyphrase::key("en", &one.text) == keyphrase::key("en", &other.text)
        }));
        let kept = kept.count();
        prop_assert!(kept >= 4, "{:?} became {:?}", texts(&before[..5]), texts(&after[..6]));
    }
}
