//! What is set into reported clauses, joined to them, or shared by two verbs.

use super::check;

#[test]
fn a_clause_goes_on_with_its_verb_behind_an_aside() {
    let said = |content: &str| {
        let sentence = format!("Ada Park said {content}.");
        check(&sentence, &[&format!("Ada Park / said / {content} / Ada Park")]);
    };
    said("the ferry, which will cost £3m, would bring jobs");
    said("the yard – which builds boats – was doomed");
    said("the yard – a maker of boats – was doomed");
    said("the ferry, despite its cost, would stay");
    said("the ferry was a big, though late, step");
    check(
        "Ada Park said the ferry is late, which crews deny.",
        &["Ada Park / said / the ferry is late / Ada Park"],
    );
}

#[test]
fn only_what_can_speak_goes_on_to_promise_or_deny() {
    let shared = |and: &str, cue: &str, content: &str| {
        check(
            &format!("Ada Park said the road was bad and {and}."),
            &[
                "Ada Park / said / the road was bad / Ada Park",
                &format!("Ada Park / {cue} / {content} / Ada Park"),
            ],
        );
    };
    shared("denied lying", "denied", "lying");
    shared("promised it would be mended", "promised", "it would be mended");
    shared("refused to accept it", "refused", "accept it");
    for content in ["the board met and agreed to go", "the bridge sagged and threatened to fall"] {
        check(&format!("Ada Park said {content}."), &[&format!("Ada Park / said / {content} / Ada Park")]);
    }
}

#[test]
fn infinitives_end_before_another_clause() {
    check("Ada Park promised not to go.", &["Ada Park / promised / not to go / Ada Park"]);
    check("Ada Park vowed never to pay.", &["Ada Park / vowed / never to pay / Ada Park"]);
    check(
        "Ada Park has refused to call the crew, and boats were lost.",
        &["Ada Park / refused / call the crew / Ada Park"],
    );
    check(
        "Ada Park vowed to sue unless boats return.",
        &["Ada Park / vowed / sue unless boats return / Ada Park"],
    );
    check(
        "A pilot who declined to give his name said he had seen boats.",
        &[
            "who / declined / give his name / pilot",
            "A pilot who declined to give his name / said / he had seen boats / pilot",
        ],
    );
}

#[test]
fn passives_that_hang_on_a_noun() {
    check("A toll branded by crews as mad was dropped.", &["crews / branded / A toll | as mad / crews"]);
    check(
        "It was a ferry described by the guild as “cruel”.",
        &["the guild / described / a ferry | as “cruel” / guild"],
    );
    check("The boat was first seen by Ada Park.", &[]);
}

#[test]
fn lists_questions_and_ages() {
    check(
        "Ada Park described the ferry as “cruel”, “costly” and “mad”.",
        &["Ada Park / described / the ferry as “cruel”, “costly” and “mad” / Ada Park"],
    );
    check(
        "Ada Park questioned whether the ferry would work.",
        &["Ada Park / questioned / whether the ferry would work / Ada Park"],
    );
    check("The 52-year-old said it was late.", &["The 52-year-old / said / it was late / 52-year-old"]);
    check(
        "“It failed,” said retired teacher Ada Park.",
        &["retired teacher Ada Park / said / It failed / Ada Park"],
    );
    check("The vote is on 7 March, Ada Park said.", &["Ada Park / said / The vote is on 7 March / Ada Park"]);
}

#[test]
fn what_only_looks_like_a_report() {
    check(
        "Writing in the Herald, Ada Park argued that the ferry was late.",
        &["Ada Park / argued / the ferry was late / Ada Park"],
    );
    check("The keeper denied Bell with a fine save.", &[]);
    check("The club ignored calls for a ban.", &["- / calls for / a ban / -"]);
    check("Ada Park resisted calls for a vote.", &["- / calls for / a vote / -"]);
}

#[test]
fn nobodys_words_and_things_that_threaten() {
    for nothing in [
        "It is hard to say that the ferry is late.",
        "It is worth noting that the yard is old.",
        "There is nothing to suggest that the yard is shut.",
        "The storm threatened to flood the town.",
        "The ferry was faster than expected in May.",
    ] {
        check(nothing, &[]);
    }
    check("The storm sparked fears that the dam could burst.", &["- / fears / the dam could burst / -"]);
    check("Both threatened to leave.", &["Both / threatened / leave / -"]);
}

#[test]
fn the_clause_around_goes_on() {
    check(
        "Despite claims that the ferry is late, crews left the yard.",
        &["- / claims / the ferry is late / -"],
    );
}

#[test]
fn tags_at_the_end() {
    check(
        "The ferry is late, a new report shows.",
        &["a new report / shows / The ferry is late / new report"],
    );
    check(
        "The ferry is late, the Elmford Times reports.",
        &["the Elmford Times / reports / The ferry is late / Elmford Times"],
    );
    check(
        "Time is short, according to even Ada Park.",
        &["Ada Park / according to / Time is short / Ada Park"],
    );
    check("The crew was told not to leave.", &["- / told / The crew | not to leave / -"]);
}
